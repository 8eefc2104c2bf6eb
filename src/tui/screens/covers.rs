//! What lies over a step until it is lifted.

use crate::lesson::{CoverView, Duo};
use crate::text::Text;
use crate::tui::letters::Size;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::Row;
use crate::tui::widgets::{columns, duos};

pub fn flow(cover: &CoverView, pen: &Pen) -> Flow {
    match cover {
        CoverView::Blank => Flow::default(),
        CoverView::Stop => stop(pen),
        CoverView::Freeze => Flow::default().with(pen.sentence("Stop! Wie weet een andere reactie?")),
        CoverView::Duos(duos) if duos.iter().all(|duo| duo.names.is_empty()) => {
            Flow::default().with(count_off(duos, pen, pen.sizes.names))
        }
        CoverView::Duos(duos) => Flow::default().with(seats(duos, pen, pen.room.height)),
        CoverView::Words(words) => words_flow(words, pen),
        CoverView::Agreements(agreements) => agreed(agreements, pen),
        CoverView::Turn { duo, begins } => turn(duo, begins.as_ref(), pen),
    }
}

/// Whether nothing in it is larger than the rest.
pub fn is_alike(cover: &CoverView) -> bool {
    !matches!(cover, CoverView::Turn { .. } | CoverView::Freeze)
}

/// In the middle of the screen.
fn stop(pen: &Pen) -> Flow {
    let sentence = if pen.is_plain() {
        pen.text(Role::Strong, "Stop. Kijk naar voren.", pen.room.width)
    } else {
        let [stop, look] =
            ["Stop.", "Kijk naar voren."].map(|line| pen.text(Role::Strong, line, pen.room.width));
        // Each on a line of its own, but for the smallest letters.
        if look.len() > stop.len() + 2 && pen.sizes.sentence != Size::Small {
            pen.misfit();
        }
        [stop, vec![Row::blank(); pen.gap()], look].concat()
    };
    let above = pen.room.height.saturating_sub(sentence.len()) / 2;
    Flow::default().with(Section::block([vec![Row::blank(); above], sentence].concat()))
}

/// Who sits with whom, on pages of at most `height` rows.
pub fn seats(duos: &[Duo], pen: &Pen, height: usize) -> Section {
    Section::blocks(duos::pages(duos, pen, pen.sizes.names, height), 0)
}

/// Duos without names: neighbours, and a number that they say aloud.
pub fn count_off(duos: &[Duo], pen: &Pen, size: Size) -> Section {
    Section::blocks(
        counting_off(duos).iter().map(|line| pen.set(Role::Text, line, size, pen.room.width)).collect(),
        pen.gap(),
    )
}

/// As it is said to the class.
pub fn counting_off(duos: &[Duo]) -> Vec<String> {
    let Some(last) = duos.last() else { return Vec::new() };
    match (last.number, last.size) {
        (1, 1) => vec!["Jij bent vandaag duo 1.".to_owned()],
        (1, 3) => vec!["Jullie zijn met z'n drieën duo 1.".to_owned()],
        (1, _) => vec!["Jullie zijn samen duo 1.".to_owned()],
        (number, _) => {
            let count = format!("Elk duo krijgt één nummer. Tel samen: 1 tot en met {number}.");
            let trio = duos.iter().any(|duo| duo.size == 3).then(|| "Eén duo is met z'n drieën.".to_owned());
            let neighbours = "Jij en wie naast je zit zijn samen een duo.".to_owned();
            [neighbours, count].into_iter().chain(trio).collect()
        }
    }
}

fn agreed(agreements: &[Text], pen: &Pen) -> Flow {
    let lines = |agreement: &Text| pen.bullets(pen.glyphs().bullet, Role::Text, agreement);
    headed("Onze afspraken", agreements.iter().flat_map(lines).collect(), pen)
}

fn words_flow(words: &[(Text, Text)], pen: &Pen) -> Flow {
    let words: Vec<_> = words.iter().map(|(word, meaning)| (&**word, Role::Text, &**meaning)).collect();
    headed("Wat betekent het?", pen.labelled(&words, Role::Strong, pen.room.width), pen)
}

/// What is read is larger than its heading, or as large.
fn headed(heading: &str, mut read: Vec<Vec<Row>>, pen: &Pen) -> Flow {
    let reminder = pen.reminder(&Text::clean(heading));
    let mut heading = pen.text(Role::Quiet, heading, pen.room.width);
    let gap = pen.gap().max(1);
    // Not alone on a page, where that can be.
    let goes = |first: &Vec<Row>| heading.len() + gap + first.len() <= pen.room.height;
    if read.first().is_some_and(goes) {
        heading.extend(vec![Row::blank(); gap]);
        heading.extend(read.remove(0));
    }
    let all = std::iter::once(heading).chain(read).collect();
    Flow { reminder, ..Flow::default().with(Section::blocks(all, gap)) }
}

fn turn(duo: &Duo, begins: Option<&Text>, pen: &Pen) -> Flow {
    let call = match begins {
        Some(name) => format!("Duo {}. {name} begint.", duo.number),
        None => format!("Duo {} begint.", duo.number),
    };
    let names = pen.set(Role::Quiet, &columns::names(duo), pen.sizes.names, pen.room.width);
    Flow::default().with(pen.sentence(&call)).with(Section::block(names))
}
