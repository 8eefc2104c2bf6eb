//! Dots into the characters of a set, a cell at a time.

use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};

use super::ink::{FULL, Ink};
use super::set::{Grid, LetterSet};
use crate::tui::theme::{Role, Tone};
use crate::tui::widgets::row::Row;

pub fn rows(ink: &Ink, set: LetterSet) -> Vec<Row> {
    let Some(grid) = set.grid() else { return Vec::new() };
    let columns = ink.width.div_ceil(grid.columns);
    (0..ink.height.div_ceil(grid.rows))
        .map(|y| {
            let cells = (0..columns).map(|x| cell(ink, (x * grid.columns, y * grid.rows), grid, set));
            joined(cells.collect())
        })
        .collect()
}

/// Cells of one role in one piece, without the blank ones at the end.
fn joined(mut cells: Vec<(Role, char)>) -> Row {
    while cells.pop_if(|cell| *cell == (Role::Strong, ' ')).is_some() {}
    let mut row = Row::blank();
    for (role, character) in cells {
        match row.pieces.last_mut() {
            Some((last, text)) if *last == role => text.push(character),
            _ => row.pieces.push((role, character.to_string())),
        }
    }
    row
}

fn cell(ink: &Ink, (x, y): (usize, usize), grid: Grid, set: LetterSet) -> (Role, char) {
    let glyph = match set {
        LetterSet::Half => return half(ink.at(x, y), ink.at(x, y + 1)),
        LetterSet::Octant => OCTANTS.get(drawn(ink, (x, y), grid)),
        LetterSet::Sextant => SEXTANTS.get(drawn(ink, (x, y), grid)),
        LetterSet::Quadrant => QUADRANTS.get(drawn(ink, (x, y), grid)),
        LetterSet::Ascii | LetterSet::None => [' ', '#'].get(drawn(ink, (x, y), grid)),
    };
    (Role::Strong, glyph.copied().unwrap_or(' '))
}

/// The dots of a cell as a number: a bit for each, row by row.
fn drawn(ink: &Ink, (x, y): (usize, usize), grid: Grid) -> usize {
    let dots = (0..grid.rows).flat_map(|row| (0..grid.columns).map(move |column| (column, row)));
    let bits = dots.enumerate().map(|(bit, (column, row))| {
        let is_drawn = ink.is_drawn(x + column, y + row);
        usize::from(is_drawn) << bit
    });
    bits.sum()
}

/// The character says what is drawn and what not; the shades, where there are colours for them, say
/// how much.
fn half(upper: u8, lower: u8) -> (Role, char) {
    let is_drawn = |shade: u8| shade >= super::ink::DRAWN;
    let middle = upper.midpoint(lower);
    let (glyph, ink, ground) = match (is_drawn(upper), is_drawn(lower)) {
        (true, true) => ('█', middle, 0),
        (true, false) => ('▀', upper, lower),
        (false, true) => ('▄', lower, upper),
        (false, false) => (' ', FULL, middle),
    };
    let role =
        if (ink, ground) == (FULL, 0) { Role::Strong } else { Role::Ink { tone: Tone::Text, ink, ground } };
    (role, glyph)
}
