//! What lies over a step until it is lifted.

use crate::lesson::{CoverView, Duo};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::columns;

pub fn flow(cover: &CoverView, pen: &Pen) -> Flow {
    match cover {
        CoverView::Blank => Flow::default(),
        CoverView::Stop => titled("Stop. Kijk naar voren.", pen),
        CoverView::Duos(duos) if duos.iter().all(|duo| duo.names.is_empty()) => {
            Flow::default().with(count_off(duos, pen))
        }
        CoverView::Duos(duos) => Flow::default()
            .with(Section::blocks(columns::duos(duos, pen, pen.sizes.sentence, pen.room.height), 0)),
        CoverView::Words(words) => words_flow(words, pen),
        CoverView::Agreements(agreements) => {
            let mut flow = titled("Onze afspraken", pen);
            flow.reminder = pen.reminder(&Text::clean("Onze afspraken"));
            let line = |agreement: &Text| pen.bullet(pen.glyphs().bullet, Role::Text, agreement);
            flow.with(Section::blocks(agreements.iter().map(line).collect(), 1))
        }
        CoverView::Turn { duo, begins } => turn(duo, begins.as_ref(), pen),
    }
}

/// Duos without names: neighbours, and a number that they say aloud.
pub fn count_off(duos: &[Duo], pen: &Pen) -> Section {
    let Some(last) = duos.last() else { return Section::default() };
    let lines = match (last.number, last.size) {
        (1, 1) => vec!["Jij bent vandaag duo 1.".to_owned()],
        (1, 3) => vec!["Jullie zijn met z'n drieën duo 1.".to_owned()],
        (1, _) => vec!["Jullie zijn samen duo 1.".to_owned()],
        (number, _) => {
            let count = format!("Elk duo krijgt één nummer. Tel samen: 1 tot en met {number}.");
            let trio = duos.iter().any(|duo| duo.size == 3).then(|| "Eén duo is met z'n drieën.".to_owned());
            let neighbours = "Jij en wie naast je zit zijn samen een duo.".to_owned();
            [neighbours, count].into_iter().chain(trio).collect()
        }
    };
    Section::blocks(lines.iter().map(|line| pen.text(Role::Text, line, pen.room.width)).collect(), pen.gap())
}

fn words_flow(words: &[(Text, Text)], pen: &Pen) -> Flow {
    let title = Text::clean("Wat betekent het?");
    let words: Vec<_> = words.iter().map(|(word, meaning)| (&**word, Role::Text, &**meaning)).collect();
    let mut flow = titled(&title, pen);
    flow.reminder = pen.reminder(&title);
    flow.with(Section::blocks(pen.labelled(&words, Role::Strong), 1))
}

fn turn(duo: &Duo, begins: Option<&Text>, pen: &Pen) -> Flow {
    let call = match begins {
        Some(name) => format!("Duo {}. {name} begint.", duo.number),
        None => format!("Duo {} begint.", duo.number),
    };
    titled(&call, pen).with(pen.line(Role::Text, &columns::names(duo)))
}

fn titled(title: &str, pen: &Pen) -> Flow {
    Flow::default().with(pen.sentence(title))
}
