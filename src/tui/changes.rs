//! What of a screen is written: what changed; what stands beside each other in one style goes as one.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;

const SEEN_WITHOUT_INK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Where a run begins, by column and row, and its letters in one cell.
type Run = (u16, u16, Cell);

/// What makes `next` of what is `shown`: everything, where the two differ in size.
pub fn runs(shown: &Buffer, next: &Buffer) -> Vec<Run> {
    let mut runs = Runs::default();
    if shown.area == next.area {
        for (x, y, cell) in shown.diff_iter(next) {
            runs.add(x, y, cell);
        }
    } else {
        for (y, row) in (0..).zip(next.content.chunks(usize::from(next.area.width).max(1))) {
            let mut free = 0;
            for (x, cell) in (0..).zip(row) {
                // A wide letter covers the cells after it.
                if x >= free {
                    free = x + runs.add(x, y, cell);
                }
            }
        }
    }
    runs.end();
    runs.done
}

#[derive(Default)]
struct Runs {
    done: Vec<Run>,
    /// The letters of the last one, whether ink is among them, and where a cell goes on with it.
    letters: String,
    is_inked: bool,
    next: Option<(u16, u16)>,
}

impl Runs {
    /// Returns how wide the cell is.
    fn add(&mut self, x: u16, y: u16, cell: &Cell) -> u16 {
        let symbol = cell.symbol();
        let is_inked = !matches!(symbol.as_bytes(), [b' ']);
        let is_alike = if self.is_inked && is_inked { in_one_style } else { on_one_ground };
        match self.done.last_mut() {
            Some((.., last)) if self.next == Some((x, y)) && is_alike(last, cell) => {
                if is_inked {
                    (last.fg, last.modifier) = (cell.fg, cell.modifier);
                }
            }
            _ => {
                self.end();
                self.done.push((x, y, cell.clone()));
            }
        }
        self.letters.push_str(symbol);
        self.is_inked |= is_inked;
        let width = if symbol.len() == 1 { 1 } else { symbol.cell_width() };
        // Behind a letter that is not one cell wide a terminal may think otherwise of where it is.
        self.next = (width == 1).then_some((x + 1, y));
        width
    }

    fn end(&mut self) {
        if let Some((.., last)) = self.done.last_mut() {
            last.set_symbol(&self.letters);
        }
        self.letters.clear();
        self.is_inked = false;
    }
}

fn in_one_style(one: &Cell, other: &Cell) -> bool {
    one.bg == other.bg && one.fg == other.fg && one.modifier == other.modifier
}

/// What looks alike where one of the two has no ink: its colour and weight are not seen.
fn on_one_ground(one: &Cell, other: &Cell) -> bool {
    let is_bare = !(one.modifier | other.modifier).intersects(SEEN_WITHOUT_INK);
    one.bg == other.bg && is_bare || in_one_style(one, other)
}
