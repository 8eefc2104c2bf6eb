//! The screens, one file each: what it knows, what a key does to it, and how it is drawn.

pub mod bodies;
pub mod choose;
pub mod class;
pub mod covers;
pub mod entry;
pub mod help;
pub mod maker;
pub mod panel;
pub mod rehearsed;
pub mod running;
pub mod screentest;
pub mod second;
pub mod selection;
pub mod setup;
pub mod typing;
pub mod watching;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::tui::keymap::{self, Context};
use crate::tui::theme::{Arrows, Role, Theme};
use crate::tui::widgets::row::{Mark, Row, paint, wrapped};

/// The smallest screen that a lesson is usable on.
pub const SMALLEST: Size = Size { width: 40, height: 12 };

/// How far a page up or down goes in a list.
pub const PAGE: usize = 10;

/// At the foot of what is read and does not fit; as wide as the smallest screen has room for.
pub const MORE: &str = "pijltjes: meer   andere toets: terug";

/// Which way an arrow goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Less,
    More,
}

/// The one before or after `here`; after the last comes the first.
pub fn neighbour<T: Clone + PartialEq>(all: &[T], here: &T, change: Change) -> T {
    let at = all.iter().position(|one| one == here);
    let next = match (at, change) {
        (None, _) => 0,
        (Some(at), Change::Less) => at.checked_sub(1).unwrap_or(all.len() - 1),
        (Some(at), Change::More) => (at + 1) % all.len(),
    };
    all.get(next).unwrap_or(here).clone()
}

/// Below [`SMALLEST`]: one friendly line, as much of it as fits.
pub fn draw_too_small(theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    let rows = wrapped(Role::Text, "Maak het venster groter, dan gaan we verder.", usize::from(area.width));
    paint(&rows, area, theme, buffer);
}

/// The area of a teacher's screen: a margin beside, nothing lost above or below.
pub fn inner(area: Rect) -> Rect {
    let margin = (area.width / 20).max(2).min(area.width / 2);
    let above = u16::from(area.height >= 20).min(area.height);
    Rect {
        x: area.x + margin,
        y: area.y + above,
        width: area.width - 2 * margin,
        height: area.height - above,
    }
}

/// What stands at the bottom of a teacher's screen: a notice, whole, or else the hints.
pub fn last_rows(notice: Option<&str>, context: Context, width: usize, arrows: Arrows) -> Vec<Row> {
    match notice {
        Some(notice) => wrapped(Role::Strong, notice, width),
        None => vec![hint_row(context, width, arrows)],
    }
}

/// The keys and their words at the bottom of a teacher's screen, as many as fit.
fn hint_row(context: Context, width: usize, arrows: Arrows) -> Row {
    let mut row = Row::default();
    for (key, word) in keymap::hints(context, arrows) {
        let gap = if row.pieces.is_empty() { "" } else { "    " };
        let hint = Row::new(Role::Strong, format!("{gap}{key}")).and(Role::Quiet, format!(" {word}"));
        if row.width() + hint.width() <= width {
            row = row.and_row(hint);
        }
    }
    row
}

/// Keys and their words behind what stands there already, as many as fit.
pub fn key_row(before: Row, keys: Vec<(String, &'static str)>, width: usize) -> Row {
    keys.into_iter().fold(before, |row, (key, word)| {
        let gap = if row.pieces.is_empty() { "" } else { "   " };
        let more = Row::new(Role::Strong, format!("{gap}{key}")).and(Role::Quiet, format!(" {word}"));
        if row.width() + more.width() <= width { row.and_row(more) } else { row }
    })
}

/// The option, answer or line under a tap, among rows that are drawn from the top of `body`. Beside
/// what is written there is none.
pub fn item_at(at: Position, body: Rect, rows: &[Row]) -> Option<usize> {
    let down = at.y.checked_sub(body.y).filter(|down| *down < body.height)?;
    let row = rows.get(usize::from(down))?;
    let end = usize::from(body.x + row.indent) + row.width();
    match row.mark {
        Mark::Item(item) if at.x >= body.x && usize::from(at.x) < end => Some(item),
        _ => None,
    }
}

/// How many rows to leave out above, so that `selected` is in sight.
pub fn scrolled(selected: usize, rows: usize, height: usize) -> usize {
    selected.saturating_sub(height / 2).min(rows.saturating_sub(height))
}
