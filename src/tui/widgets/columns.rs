//! Things side by side: what was sorted, and answers.

use crate::lesson::{Column, Duo, Shown};
use crate::text::Text;
use crate::tui::pages::Room;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::{Mark, Row, beside};

/// Between two columns.
const GUTTER: usize = 4;
/// On a lower page there is no line under a title.
const ROOM_FOR_LINES: usize = 14;
/// An answer is read best in a column of about so many letters; big ones are read well in a narrower one.
const ANSWER_WIDTH: usize = 34;
const ANSWER_WIDTH_IN_LETTERS: usize = 26;

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
    items: Vec<Vec<Row>>,
}

impl Pile {
    /// What still lies in it, as far as it goes in so many rows, under the title again.
    fn taken(&mut self, rows: usize) -> Vec<Row> {
        let mut used = 0;
        let fits = self.items.iter().take_while(|item| {
            used += item.len();
            used <= rows
        });
        let count = fits.count().max(1).min(self.items.len());
        self.head.iter().cloned().chain(self.items.drain(..count).flatten()).collect()
    }
}

/// Titles with what lies under them: side by side where that fits, else one under another. Each
/// block is a screen at most; the titles come again above each.
pub fn sorted(columns: &[Column], pen: &Pen, room: Room) -> Vec<Vec<Row>> {
    let each = (room.width + GUTTER) / columns.len().max(1);
    let aside = each >= pen.wide(16);
    let width = if aside { each - GUTTER } else { room.width };
    let pile = |(index, column): (usize, &Column)| Pile {
        head: sorted_head(index, &column.title, pen, width),
        items: column.items.iter().map(|item| sorted_item(item, pen, width)).collect(),
    };
    let mut piles: Vec<Pile> = columns.iter().enumerate().map(pile).collect();
    if !aside {
        let under = |row: Row| if pen.is_plain() { row } else { row.indented(pen.indent()) };
        let pile = |pile: Pile| pile.head.into_iter().chain(pile.items.into_iter().flatten().map(under));
        return piles.into_iter().map(|each| pile(each).collect()).collect();
    }
    // Each title as high as the highest, so that what lies under them starts level.
    let head = piles.iter().map(|pile| pile.head.len()).max().unwrap_or(0);
    for pile in &mut piles {
        pile.head.resize(head, Row::blank());
        if pen.room.height >= ROOM_FOR_LINES {
            pile.head.push(Row::new(Role::Rule, pen.glyphs().rule.repeat(width)));
        }
    }
    let head = piles.iter().map(|pile| pile.head.len()).max().unwrap_or(0);
    let rows = room.height.saturating_sub(head);
    let mut blocks = Vec::new();
    while blocks.is_empty() || piles.iter().any(|pile| !pile.items.is_empty()) {
        blocks.push(beside(piles.iter_mut().map(|pile| pile.taken(rows)).collect(), each));
    }
    blocks
}

fn sorted_head(index: usize, title: &Text, pen: &Pen, width: usize) -> Vec<Row> {
    let number = (index + 1).to_string();
    if !pen.is_plain() {
        return pen.option(index, &number, title, width);
    }
    let mark = if pen.selected == Some(index) { pen.glyphs().mark } else { " " };
    let number = Row::new(Role::Quiet, number).and(Role::Mark, mark).and(Role::Text, " ");
    pen.behind(number.marked(Mark::Item(index)), Role::Strong, title, width)
}

fn sorted_item(item: &Text, pen: &Pen, width: usize) -> Vec<Row> {
    if pen.is_plain() {
        let bullet = Row::new(Role::Quiet, format!("{} ", pen.glyphs().bullet));
        return pen.behind(bullet, Role::Text, item, width);
    }
    let mut rows = vec![Row::blank()];
    rows.extend(pen.text(Role::Text, item, width));
    rows
}

/// Answers beside one another, each with a line at its side; the selected one with a mark.
pub fn answers(shown: &[Shown], pen: &Pen) -> Vec<Vec<Row>> {
    let width = pen.room.width;
    let wide = if pen.is_plain() { ANSWER_WIDTH } else { ANSWER_WIDTH_IN_LETTERS };
    let across = (width / pen.wide(wide)).clamp(1, 3).min(shown.len().max(1));
    let each = width / across;
    let cell = |(index, answer): (usize, &Shown)| pen.said(index, &answer.text, each.saturating_sub(2));
    let cells: Vec<_> = shown.iter().enumerate().map(cell).collect();
    cells.chunks(across).map(|row| beside(row.to_vec(), each)).collect()
}
