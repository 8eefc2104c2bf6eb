//! A role play: who is who, who reads what, the line that hurts, the rounds, and stepping out again.

use crate::dutch;
use crate::lesson::{Act, Cast, Play};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::Row;

impl Pen<'_> {
    pub(super) fn play(&self, play: &Play) -> Flow {
        match play {
            Play::Pick { situations } => self.pick_situation(situations),
            Play::Groups { cast } => self.groups(cast),
            Play::LookAway { reader, others } => self.look_away(reader, others),
            Play::Read { reader, others } => self.read(reader, others),
            Play::ReadOnPaper => {
                self.says("Lees stil je rolkaart.", "Laat je kaart aan niemand zien. Leg hem daarna weg.")
            }
            Play::Watch { watcher } => {
                let asked = format!("{} kijkt. Let hierop:", watcher.letter);
                self.with_card(
                    self.asked(&asked, "Draai je weer om. Iedereen mag dit lezen."),
                    &asked,
                    watcher,
                )
            }
            Play::Begin { line } => self.begin(line),
            Play::Act(act) => self.act(act),
            Play::Swap { cast } => self.swap(cast),
            Play::StepOut => {
                self.says("Je bent weer jezelf.", "Sta op. Schud je rol van je af. Zeg je eigen naam.")
            }
        }
    }

    fn pick_situation(&self, situations: &[Text]) -> Flow {
        let question = Text::clean("Wat gaan we spelen?");
        let flow = Flow::default().with(self.sentence(&question));
        let flow = flow.with(self.numbered(situations.iter().map(|situation| (situation, ""))).picked());
        Flow { reminder: self.reminder(&question), ..flow }
    }

    /// A sentence, and what to do.
    fn says(&self, sentence: &str, doing: &str) -> Flow {
        let reminder = self.reminder(&Text::clean(sentence));
        Flow { reminder, ..Flow::default().with(self.sentence(sentence)).with(self.line(Role::Text, doing)) }
    }

    fn groups(&self, cast: &[Cast]) -> Flow {
        let sentence = match cast.len() {
            2 => "Speel met je duo.",
            3 => "Maak drietallen.",
            _ => "Maak viertallen.",
        };
        let not_playing =
            "Iemand over, of liever niet spelen? Kijk mee of bewaak de tijd. Je hoeft niet te zeggen waarom.";
        self.says(sentence, &who(cast)).with(self.line(Role::Text, not_playing))
    }

    fn look_away(&self, reader: &Cast, others: &[char]) -> Flow {
        let others = dutch::list(&others.iter().map(ToString::to_string).collect::<Vec<_>>());
        let sentence = format!("{others}: kijk naar de achterwand.");
        self.says(&sentence, &format!("Alleen {} leest zo mee.", reader.letter))
    }

    fn read(&self, reader: &Cast, others: &[char]) -> Flow {
        let others = dutch::list(&others.iter().map(ToString::to_string).collect::<Vec<_>>());
        let sentence = format!("{}, jij bent {}.", reader.letter, name(reader));
        let asked = self.asked(&sentence, &format!("{others} kijken naar de achterwand."));
        self.with_card(asked, &sentence, reader)
    }

    fn with_card(&self, asked: Section, sentence: &str, one: &Cast) -> Flow {
        let mut flow = Flow::default().with(asked).with(self.help(&one.card));
        flow.reminder = self.reminder(&Text::clean(sentence));
        flow
    }

    fn begin(&self, line: &Text) -> Flow {
        let after = "Niemand zegt deze zin na. Het spelen begint erna.";
        let flow = Flow::default().with(self.sentence(line)).with(self.line(Role::Quiet, after));
        Flow { reminder: self.reminder(line), ..flow }
    }

    /// Who does what is clear without reading on.
    fn act(&self, act: &Act) -> Flow {
        let who = who(&act.cast);
        let sentence = if act.again { "Speel het moment nog een keer." } else { &*who };
        let round = format!("ronde {} van {}", act.round, act.rounds);
        let line = act.line.iter().map(|line| ("begin na", Role::Text, &**line));
        let watched: Vec<(String, String)> = act
            .cast
            .iter()
            .filter(|one| one.role.is_none())
            .map(|one| {
                (
                    format!("{} let op", one.letter),
                    one.card.iter().map(|line| &**line).collect::<Vec<_>>().join(" "),
                )
            })
            .collect();
        let watched = watched.iter().map(|(who, what)| (&**who, Role::Text, &**what));
        let again = act.again.then_some(("wie", Role::Text, &*who));
        let lines: Vec<_> = again.into_iter().chain(line).chain(watched).collect();
        let labelled = self.labelled(&lines, Role::Quiet, self.room.width);
        let mut flow = self
            .says(sentence, "")
            .with(Section::blocks(labelled, self.gap()).airy())
            .with(self.starters(&act.starters))
            .with(self.line(Role::Quiet, &round));
        // All of it was read before the round began: better small than on many pages.
        flow.is_known = true;
        flow
    }

    fn swap(&self, cast: &[Cast]) -> Flow {
        let cards = cast.iter().map(|one| {
            let card = one.card.iter().map(|line| &**line).collect::<Vec<_>>().join(" ");
            (played(one), card)
        });
        let blocks = cards.map(|(who, card)| {
            let mut rows = self.text(Role::Strong, &who, self.room.width);
            rows.extend(vec![Row::blank(); self.gap()]);
            rows.extend(self.indented(&card));
            rows
        });
        let flow = self.says("Wissel van rol.", &who(cast));
        let flow = flow.with(Section::blocks(blocks.collect(), self.gap()).airy());
        // Each read one of these cards before.
        Flow { is_known: true, ..flow }
    }
}

pub fn name(one: &Cast) -> &str {
    one.role.as_deref().unwrap_or("kijker")
}

/// Who plays what, and who watches.
pub fn who(cast: &[Cast]) -> String {
    cast.iter().map(played).collect::<Vec<_>>().join(" ")
}

fn played(one: &Cast) -> String {
    match &one.role {
        Some(role) => format!("{} is {role}.", one.letter),
        None => format!("{} kijkt.", one.letter),
    }
}
