//! Things side by side: the duos in as many columns as fit, what was sorted, and answers.

use crate::lesson::{Column, Duo, Shown};
use crate::text;
use crate::tui::pages::Room;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::row::{Mark, Row, beside, hanging, wrapped};

/// Between two columns.
const GUTTER: usize = 4;
/// An answer is read best in a column of about this width, and never wider than a line of text.
const ANSWER_WIDTH: usize = 34;

/// The duos in reading order, down and then to the right: blocks of at most `height` rows.
pub fn duos(duos: &[Duo], width: usize, height: usize) -> Vec<Vec<Row>> {
    let digits = if duos.len() > 9 { 2 } else { 1 };
    let cells: Vec<Vec<Row>> = duos.iter().map(|duo| duo_cell(duo, digits, width)).collect();
    let widest = cells.iter().flatten().map(|row| row.width() + usize::from(row.indent)).max();
    let column = widest.unwrap_or(0) + GUTTER;
    let most = ((width + GUTTER) / column).max(1);
    let tall = cells.iter().map(Vec::len).max().unwrap_or(1);
    // As many screens as it takes, all about as full.
    let screens = cells.len().div_ceil(most * (height / tall).max(1)).max(1);
    let per_column = cells.len().div_ceil(screens * most).max(1);
    cells
        .chunks(per_column * most)
        .map(|screen| {
            let columns = screen.chunks(per_column).map(<[Vec<Row>]>::concat).collect();
            beside(columns, column)
        })
        .collect()
}

/// "Zoë en Mohamed", or for a class without names the size that is out of the ordinary.
pub fn names(duo: &Duo) -> String {
    match (duo.names.is_empty(), duo.size) {
        (false, _) => crate::dutch::list(&duo.names),
        (true, 3) => "met z'n drieën".to_owned(),
        (true, _) => String::new(),
    }
}

fn duo_cell(duo: &Duo, digits: usize, width: usize) -> Vec<Row> {
    let head = Row::new(Role::Quiet, format!("{:>digits$}  ", duo.number));
    hanging(head, Role::Strong, &names(duo), width)
}

/// A column of things that were sorted.
struct Pile {
    head: Vec<Row>,
    items: Vec<Row>,
}

/// Titles with what lies under them: side by side where that fits, else one under another. Each
/// block is a screen at most; the titles come again above each.
pub fn sorted(columns: &[Column], selected: Option<usize>, room: Room, glyphs: &Glyphs) -> Vec<Vec<Row>> {
    let each = (room.width + 2) / columns.len().max(1);
    let aside = each >= 16;
    let width = if aside { each - 2 } else { room.width };
    let pile = |(index, column): (usize, &Column)| {
        let mark = if selected == Some(index) { glyphs.mark } else { " " };
        let number =
            Row::new(Role::Quiet, (index + 1).to_string()).and(Role::Mark, mark).and(Role::Text, " ");
        let head = hanging(number.marked(Mark::Item(index)), Role::Strong, &column.title, width);
        let bullet = || Row::new(Role::Quiet, format!("{} ", glyphs.bullet));
        let items = column.items.iter().flat_map(|item| hanging(bullet(), Role::Text, item, width));
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
pub fn answers(shown: &[Shown], selected: Option<usize>, width: usize, glyphs: &Glyphs) -> Vec<Vec<Row>> {
    let across = (width / ANSWER_WIDTH).clamp(1, 3).min(shown.len().max(1));
    let each = width / across;
    let cell = |(index, answer): (usize, &Shown)| {
        let (role, side) = match selected {
            Some(selected) if selected == index => (Role::Mark, glyphs.mark),
            _ => (Role::Bar, glyphs.side),
        };
        let text = wrapped(Role::Text, &answer.text, each.saturating_sub(4).min(60));
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

/// A short list of "word   explanation": the words in a column of their own where that fits.
pub fn pairs(pairs: &[(String, String)], width: usize) -> Vec<Vec<Row>> {
    let longest = pairs.iter().map(|(word, _)| text::width(word)).max().unwrap_or(0);
    let left = longest + 3;
    let aside = left * 2 <= width && width - left >= 20;
    let rows = |(word, meaning): &(String, String)| {
        if aside {
            let head = Row::new(Role::Strong, word.as_str()).padded(left);
            hanging(head, Role::Text, meaning, width.min(left + 60))
        } else {
            let under = wrapped(Role::Text, meaning, width.saturating_sub(2));
            let under = under.into_iter().map(|row| row.indented(2));
            wrapped(Role::Strong, word, width).into_iter().chain(under).collect()
        }
    };
    pairs.iter().map(rows).collect()
}
