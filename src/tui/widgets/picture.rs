//! A picture of a card, drawn with half blocks in two colours; where that cannot be, its text.

use crate::lesson::PictureView;
use crate::tui::letters::LetterSet;
use crate::tui::pages::{Flow, Gaps, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::Row;

/// Rows below which nobody sees what it is.
const LEAST: usize = 5;

impl Pen<'_> {
    /// Under the sentence, which comes first.
    pub fn pictured(&self, mut flow: Flow, picture: &PictureView) -> Flow {
        let above = flow.sections.first().map_or(0, |sentence| sentence.height(Gaps::Tight) + 1 + self.gap());
        let section = match self.drawn(picture, self.room.height.saturating_sub(above)) {
            Some(rows) => {
                // Nothing to read stands under it: there are no larger letters to make room for.
                flow.is_known |= flow.sections.len() == 1;
                Section::block(rows)
            }
            None => self.line(Role::Quiet, &format!("[{}]", picture.text)),
        };
        flow.sections.insert(flow.sections.len().min(1), section);
        // What helps to answer may come on the next page.
        flow.heart = 2;
        flow
    }

    /// In the `left` rows where that is at least half of the page, else on a page of its own; None where it
    /// would not be seen.
    fn drawn(&self, picture: &PictureView, left: usize) -> Option<Vec<Row>> {
        let image = picture.image.as_ref()?;
        let high = if 2 * left >= self.room.height { left } else { self.room.height };
        let has_blocks = !matches!(self.theme.letters.letter_set(), LetterSet::Ascii | LetterSet::None);
        if high < LEAST || !has_blocks || !self.theme.has_true_colour() {
            return None;
        }
        let dots = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        let (width, dots) = image.fitted((dots(self.room.width), dots(2 * high)));
        let lines: Vec<&[[u8; 3]]> = dots.chunks(usize::from(width)).collect();
        let mut rows: Vec<Row> = lines.chunks(2).map(halves).collect();
        if let Some(first) = rows.first_mut() {
            first.pieces.push((Role::Said, format!("[{}]", picture.text)));
        }
        Some(rows)
    }
}

/// Two lines of dots in a row, the upper and the lower one.
fn halves(lines: &[&[[u8; 3]]]) -> Row {
    let (upper, lower) = match lines {
        [upper, lower, ..] => (*upper, Some(*lower)),
        [upper] => (*upper, None),
        [] => return Row::blank(),
    };
    upper.iter().enumerate().fold(Row::blank(), |row, (x, upper)| {
        let lower = lower.and_then(|lower| lower.get(x)).copied();
        row.and(Role::Dots { upper: *upper, lower }, "▀")
    })
}
