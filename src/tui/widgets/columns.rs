//! Things side by side: what was sorted, and answers.

use crate::lesson::{Column, Duo, Shown};
use crate::tui::pages::Room;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::{Mark, Row, beside};

/// An answer is read best in a column of about this width, and never wider than a line of text.
const ANSWER_WIDTH: usize = 34;

/// "Zoë en Mohamed", or for a class without names the size that is out of the ordinary.
pub fn names(duo: &Duo) -> String {
    match (duo.names.is_empty(), duo.size) {
        (false, _) => crate::dutch::list(&duo.names),
        (true, 3) => "met z'n drieën".to_owned(),
        (true, _) => String::new(),
    }
}

/// A column of things that were sorted.
struct Pile {
    head: Vec<Row>,
    items: Vec<Row>,
}

/// Titles with what lies under them: side by side where that fits, else one under another. Each
/// block is a screen at most; the titles come again above each.
pub fn sorted(columns: &[Column], pen: &Pen, room: Room) -> Vec<Vec<Row>> {
    let glyphs = pen.glyphs();
    let each = (room.width + 2) / columns.len().max(1);
    let aside = each >= pen.wide(16);
    let width = if aside { each - 2 } else { room.width };
    let pile = |(index, column): (usize, &Column)| {
        let mark = if pen.selected == Some(index) { glyphs.mark } else { " " };
        let number =
            Row::new(Role::Quiet, (index + 1).to_string()).and(Role::Mark, mark).and(Role::Text, " ");
        let head = pen.behind(number.marked(Mark::Item(index)), Role::Strong, &column.title, width);
        let bullet = || Row::new(Role::Quiet, format!("{} ", glyphs.bullet));
        let items = column.items.iter().flat_map(|item| pen.behind(bullet(), Role::Text, item, width));
        Pile { head, items: items.collect() }
    };
    let mut piles: Vec<Pile> = columns.iter().enumerate().map(pile).collect();
    if !aside {
        return piles.into_iter().map(|pile| [pile.head, pile.items].concat()).collect();
    }
    // Each title as high as the highest, so that what lies under them starts level.
    let head = piles.iter().map(|pile| pile.head.len()).max().unwrap_or(0);
    for pile in &mut piles {
        pile.head.resize(head, Row::blank());
    }
    let items = piles.iter().map(|pile| pile.items.len()).max().unwrap_or(0);
    let fits = room.height.saturating_sub(head).max(1);
    let block = |from: usize| {
        let part = |pile: &Pile| -> Vec<Row> {
            pile.head.iter().chain(pile.items.iter().skip(from).take(fits)).cloned().collect()
        };
        beside(piles.iter().map(part).collect(), each)
    };
    (0..items.max(1)).step_by(fits).map(block).collect()
}

/// Answers beside one another, each with a line at its side; the selected one with a mark.
pub fn answers(shown: &[Shown], pen: &Pen) -> Vec<Vec<Row>> {
    let width = pen.room.width;
    let across = (width / pen.wide(ANSWER_WIDTH)).clamp(1, 3).min(shown.len().max(1));
    let each = width / across;
    let cell = |(index, answer): (usize, &Shown)| {
        let (role, side) = match pen.selected {
            Some(selected) if selected == index => (Role::Mark, pen.glyphs().mark),
            _ => (Role::Bar, pen.glyphs().side),
        };
        let text = pen.text(Role::Text, &answer.text, each.saturating_sub(4));
        let beside_line = text.into_iter().map(|row| {
            let pieces = row.pieces;
            let mut row = Row::new(role, side).and(Role::Text, " ").marked(Mark::Item(index));
            row.pieces.extend(pieces);
            row
        });
        beside_line.collect::<Vec<_>>()
    };
    let cells: Vec<_> = shown.iter().enumerate().map(cell).collect();
    cells.chunks(across).map(|row| beside(row.to_vec(), each)).collect()
}
