//! What of a screen is written: what changed; what stands beside each other in one style goes as one.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;

const SEEN_WITHOUT_INK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// As many bytes as it takes to say where a run begins.
const PLACE: usize = 8;

/// Where a run begins, by column and row, and its letters in one cell.
type Run = (u16, u16, Cell);

/// What makes `next` of what is `shown`: everything, where the two differ in size.
pub fn runs(shown: &Buffer, next: &Buffer) -> Vec<Run> {
    let mut runs = Runs::default();
    if shown.area == next.area {
        for (x, y, cell) in shown.diff_iter(next) {
            runs.bridge(x, y, next);
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
        let goes_on = self.next == Some((x, y)) && self.is_alike(cell);
        match self.done.last_mut() {
            Some((.., last)) if goes_on => {
                if is_inked(cell) {
                    (last.fg, last.modifier) = (cell.fg, cell.modifier);
                }
            }
            _ => {
                self.end();
                self.done.push((x, y, cell.clone()));
            }
        }
        self.letters.push_str(symbol);
        self.is_inked |= is_inked(cell);
        let width = if symbol.len() == 1 { 1 } else { symbol.cell_width() };
        // Behind a letter that is not one cell wide a terminal may think otherwise of where it is.
        self.next = (width == 1).then_some((x + 1, y));
        width
    }

    /// Goes on to this cell over what did not change, where that is shorter than saying where it is.
    fn bridge(&mut self, x: u16, y: u16, next: &Buffer) {
        let Some((from, _)) = self.next.filter(|(from, row)| *row == y && *from < x) else { return };
        let cells = (from..x).filter_map(|x| next.cell((x, y)));
        let is_short = cells.clone().map(|cell| cell.symbol().len()).sum::<usize>() <= PLACE;
        if is_short && cells.clone().all(|cell| cell.symbol().cell_width() == 1 && self.is_alike(cell)) {
            for (x, cell) in (from..).zip(cells) {
                self.add(x, y, cell);
            }
        }
    }

    /// Whether this cell is written in the style of the last run.
    fn is_alike(&self, cell: &Cell) -> bool {
        let is_alike = if self.is_inked && is_inked(cell) { in_one_style } else { on_one_ground };
        self.done.last().is_some_and(|(.., last)| is_alike(last, cell))
    }

    fn end(&mut self) {
        if let Some((.., last)) = self.done.last_mut() {
            last.set_symbol(&self.letters);
        }
        self.letters.clear();
        self.is_inked = false;
    }
}

fn is_inked(cell: &Cell) -> bool {
    cell.symbol() != " "
}

fn in_one_style(one: &Cell, other: &Cell) -> bool {
    one.bg == other.bg && one.fg == other.fg && one.modifier == other.modifier
}

/// What looks alike where one of the two has no ink: its colour and weight are not seen.
fn on_one_ground(one: &Cell, other: &Cell) -> bool {
    let is_bare = !(one.modifier | other.modifier).intersects(SEEN_WITHOUT_INK);
    one.bg == other.bg && is_bare || in_one_style(one, other)
}
