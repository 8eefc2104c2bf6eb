//! What is written makes a terminal show what was drawn.

use lesloper::tui::changes::runs;
use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

const COLUMNS: u16 = 12;
const ROWS: u16 = 3;

const WEIGHTS: [Modifier; 4] =
    [Modifier::empty(), Modifier::BOLD, Modifier::UNDERLINED, Modifier::BOLD.union(Modifier::REVERSED)];

const COLOURS: [Color; 3] = [Color::Rgb(1, 2, 3), Color::Rgb(200, 100, 0), Color::Reset];

/// Words in places and colours, over one another; what is wide keeps to the left edge, since half of
/// a wide letter is no letter.
fn screen() -> impl Strategy<Value = Buffer> {
    let word = prop::sample::select(vec!["a", " ", "  b ", "▄█", "José", "e\u{301}", "         "]);
    let style =
        (prop::sample::select(&COLOURS), prop::sample::select(&COLOURS), prop::sample::select(&WEIGHTS));
    let places = (2..COLUMNS, 0..ROWS);
    let wide = (0..ROWS, prop::sample::select(vec!["李", "  "]));
    (prop::collection::vec((places, word, style), 0..12), wide).prop_map(|(words, (row, wide))| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        buffer.set_string(0, row, wide, Style::new());
        for ((x, y), word, (fg, bg, weight)) in words {
            buffer.set_string(x, y, word, Style::new().fg(fg).bg(bg).add_modifier(weight));
        }
        buffer
    })
}

fn bytes<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> Vec<u8> {
    let mut bytes = Vec::new();
    CrosstermBackend::new(&mut bytes).draw(cells).unwrap();
    bytes
}

/// Letters with their colours; a colour only where there is something in it.
fn seen(terminal: &vt100::Parser) -> Vec<String> {
    let cells = (0..ROWS).flat_map(|y| (0..COLUMNS).filter_map(move |x| terminal.screen().cell(y, x)));
    let cell = |cell: &vt100::Cell| {
        let letters = cell.contents().trim();
        let ground = (cell.bgcolor(), cell.underline(), cell.inverse());
        let has_ink = !letters.is_empty() || cell.underline() || cell.inverse();
        let ink = has_ink.then(|| cell.fgcolor());
        let weight = (!letters.is_empty()).then(|| cell.bold());
        format!("{letters:?} {ink:?} {weight:?} on {ground:?}")
    };
    cells.map(cell).collect()
}

proptest! {
    #[test]
    fn what_changed_is_written_and_nothing_else_is_needed(screens in prop::collection::vec(screen(), 1..4)) {
        let mut terminal = vt100::Parser::new(ROWS, COLUMNS, 0);
        let mut shown = Buffer::default();
        for next in screens {
            let runs = runs(&shown, &next);
            terminal.process(&bytes(runs.iter().map(|(x, y, run)| (*x, *y, run))));
            let mut cell_by_cell = vt100::Parser::new(ROWS, COLUMNS, 0);
            cell_by_cell.process(&bytes(Buffer::empty(next.area).diff_iter(&next)));
            prop_assert_eq!(seen(&terminal), seen(&cell_by_cell));
            shown = next;
        }
    }
}
