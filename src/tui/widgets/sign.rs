//! How the class works now, and how long still: the row at the foot of the class view.

use crate::dutch;
use crate::lesson::{ClockView, Runs, Sign, Stage};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::row::Row;

/// The foot: the sign at the left, the clock at the right; none where there is neither.
pub fn foot(sign: Option<Sign>, clock: Option<&ClockView>, width: usize, glyphs: &Glyphs) -> Option<Row> {
    if sign.is_none() && clock.is_none() {
        return None;
    }
    let left = sign.map(|sign| working(sign, glyphs)).unwrap_or_default();
    let room = width.saturating_sub(left.width() + 2);
    let right = clock.map(|clock| time(clock, room, glyphs)).unwrap_or_default();
    Some(left.and_at_right(right, width))
}

fn working(sign: Sign, glyphs: &Glyphs) -> Row {
    let (people, words) = match sign {
        Sign::Alone => (1, "alleen en stil"),
        Sign::Quietly => (2, "overleg zachtjes"),
        Sign::Together => (3, "samen"),
    };
    Row::new(Role::Quiet, glyphs.person.repeat(people)).and(Role::Text, format!(" {words}"))
}

/// Digits in the colour of text beside a bar that empties. A word says what its colour says.
fn time(clock: &ClockView, room: usize, glyphs: &Glyphs) -> Row {
    let digits = dutch::countdown(clock.left);
    let word = match (clock.stage, clock.runs) {
        (Stage::Over, _) => "de tijd is om  ",
        (_, Runs::Paused) => "pauze  ",
        (_, Runs::Ready) | (Stage::Ample, Runs::Running) => "",
        (Stage::Soon, Runs::Running) => "nog even  ",
        (Stage::Last, Runs::Running) => "rond af  ",
    };
    let mut row = Row::default();
    if word.len() + digits.len() <= room && !word.is_empty() {
        row = row.and(Role::Text, word);
    }
    row = row.and(Role::Strong, digits);
    let left = room.saturating_sub(row.width() + 2);
    let bar = [20, 10, 6].into_iter().find(|bar| *bar <= left);
    if let (Some(bar), true) = (bar, clock.runs != Runs::Ready) {
        let filled = filled(clock, bar);
        row = row
            .and(Role::Text, "  ")
            .and(Role::Clock(clock.stage), glyphs.full.repeat(filled))
            .and(Role::Rule, glyphs.empty.repeat(bar - filled));
    }
    row
}

fn filled(clock: &ClockView, bar: usize) -> usize {
    let total = clock.total.as_millis().max(1);
    let width = u128::try_from(bar).unwrap_or(0);
    let filled = (clock.left.as_millis() * width).div_ceil(total);
    usize::try_from(filled).unwrap_or(bar).min(bar)
}
