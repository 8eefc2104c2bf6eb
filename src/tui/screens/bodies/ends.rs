//! The screens at both ends of a lesson: the start, the closing of a les, and what was gathered.

use crate::dutch;
use crate::lesson::{Closing, Duo, End, Gathered, Start};
use crate::text::Text;
use crate::tui::pages::{Flow, Gaps, Section};
use crate::tui::pen::Pen;
use crate::tui::screens::covers;
use crate::tui::theme::Role;
use crate::tui::widgets::bars;
use crate::tui::widgets::row::{Mark, Row, marked};

impl Pen<'_> {
    pub(super) fn start(&self, start: &Start) -> Flow {
        let road = [("vorige keer", &start.last), ("nu", &start.now), ("straks", &start.next)];
        let road = road.into_iter().filter_map(|(when, what)| {
            let role = if when == "nu" { Role::Strong } else { Role::Text };
            Some((when, role, &**what.as_ref()?))
        });
        let columns = self.room.width.saturating_sub(usize::from(self.indent()));
        let road = self.labelled(&road.collect::<Vec<_>>(), Role::Quiet, columns);
        let road = road.into_iter().map(|rows| indented(rows, self.indent())).collect();
        let named = start.duos.iter().any(|duo| !duo.names.is_empty());
        let to_do = if named {
            self.line(Role::Text, "Ga naast je duo zitten.")
        } else {
            covers::count_off(&start.duos, self, self.sizes.body)
        };
        let flow = Flow::default()
            .with(self.sentence(&start.title))
            .with(to_do)
            .with(self.line(Role::Text, &start.goal))
            .with(Section::blocks(road, 0));
        if named { self.with_seats(flow, &start.duos) } else { flow }
    }

    /// Under what stands there already where that fits, else on pages of their own.
    fn with_seats(&self, flow: Flow, duos: &[Duo]) -> Flow {
        let flow = Flow { heart: flow.sections.len(), ..flow };
        let used: usize =
            flow.sections.iter().map(|section| section.height(Gaps::Tight) + self.gap().max(1)).sum();
        let left = self.room.height.saturating_sub(used);
        let under = covers::seats(duos, self, left);
        let is_under = under.blocks.len() == 1 && under.height(Gaps::Tight) <= left;
        flow.with(if is_under { under } else { covers::seats(duos, self, self.room.height) })
    }

    pub(super) fn closing(&self, closing: &Closing) -> Flow {
        let did =
            closing.did.iter().map(|line| self.bullet(self.glyphs().bullet, Role::Text, line)).collect();
        let (title, did) = match closing.next {
            Some(_) => ("Tot hier vandaag.", self.titled(Role::Quiet, "Dit deden we vandaag", did)),
            None => ("Dit deden we vandaag.", Section::blocks(did, self.gap())),
        };
        let title = Text::clean(title);
        let mut flow = Flow::default().with(self.sentence(&title)).with(did);
        for (title, line) in [("Volgende keer", &closing.next), ("Praat er thuis over", &closing.home)] {
            if let Some(line) = line {
                flow = flow.with(self.titled(Role::Quiet, title, vec![self.indented(line)]));
            }
        }
        flow.reminder = self.reminder(&title);
        flow
    }

    pub(super) fn end(&self, end: &End) -> Flow {
        let flow = match &end.gathered {
            Some(gathered) => self.all_gathered(gathered),
            None if end.count == 0 => Flow::default().with(self.sentence("Klaar!")),
            None => {
                let count = dutch::count(end.count, "antwoord", "antwoorden");
                Flow::default().with(self.sentence(&format!("Klaar! Jullie gaven {count}.")))
            }
        };
        let flow = match &end.follows {
            Some(follows) => flow.with(self.titled(Role::Quiet, "Hierna", vec![self.indented(follows)])),
            None => flow,
        };
        // What follows is not for now.
        Flow { is_known: true, ..flow }
    }

    /// The answers are to be read, not the line above them.
    fn all_gathered(&self, all: &[Gathered]) -> Flow {
        let title = Text::clean("Dit hebben we verzameld.");
        let mut flow = Flow::default().with(self.line(Role::Quiet, &title));
        flow.reminder = self.reminder(&title);
        let mut before = 0;
        for gathered in all {
            flow = flow.with(self.gathered(gathered, before));
            before += gathered.answers.len();
        }
        flow
    }

    /// `before` answers stand above it.
    fn gathered(&self, gathered: &Gathered, before: usize) -> Section {
        let answers = (before..).zip(&gathered.answers).map(|(index, answer)| {
            let chosen = self.selected == Some(index);
            let (glyph, role) =
                if chosen { (self.glyphs().mark, Role::Strong) } else { (self.glyphs().bullet, Role::Text) };
            marked(self.bullet(glyph, role, &answer.text), Mark::Item(index))
        });
        let blocks = answers.chain(bars::counted(&gathered.counts, self)).collect();
        self.titled(Role::Strong, &gathered.question, blocks)
    }
}

fn indented(rows: Vec<Row>, indent: u16) -> Vec<Row> {
    rows.into_iter().map(|row| row.indented(indent)).collect()
}
