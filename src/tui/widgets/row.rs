//! A row of a screen: pieces of text, each in a role. Pages are made of rows before any colour is known.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text;
use crate::tui::theme::{Role, Theme};

/// One row, drawn from the left.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    pub indent: u16,
    pub pieces: Vec<(Role, String)>,
    pub mark: Mark,
}

/// A text in rows. `above` of them stand above the baseline of its first line, so that texts beside
/// one another can stand level.
#[must_use]
#[derive(Debug, Clone, Default)]
pub struct Lines {
    pub rows: Vec<Row>,
    pub above: usize,
}

impl Lines {
    /// In columns, with the indents.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| usize::from(row.indent) + row.width()).max().unwrap_or(0)
    }

    /// How many rows stand below the baseline of the first line.
    pub fn below(&self) -> usize {
        self.rows.len().saturating_sub(self.above)
    }

    /// With empty rows over it, so that `above` rows stand above the baseline.
    pub fn sunk(mut self, above: usize) -> Self {
        let mut over = vec![Row::blank(); above.saturating_sub(self.above)];
        // What they say is read with the first row.
        if let (Some(top), Some(first)) = (over.first_mut(), self.rows.first_mut()) {
            top.pieces.extend(first.pieces.extract_if(.., |(role, _)| *role == Role::Said));
        }
        Self { rows: [over, self.rows].concat(), above: above.max(self.above) }
    }

    pub fn indented(self, by: usize) -> Self {
        let by = u16::try_from(by).unwrap_or(0);
        Self { rows: self.rows.into_iter().map(|row| row.indented(by)).collect(), ..self }
    }
}

/// What a row is a part of, for the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    #[default]
    None,
    /// Came with the last step: the screen opens on the page that has it.
    Newest,
    /// Option or answer `0..`.
    Item(usize),
    /// Stood on an earlier page, and comes again.
    Again,
}

impl Row {
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { indent: 0, pieces: vec![(role, text.into())], mark: Mark::None }
    }

    pub fn blank() -> Self {
        Self::default()
    }

    pub fn and(mut self, role: Role, text: impl Into<String>) -> Self {
        self.pieces.push((role, text.into()));
        self
    }

    pub fn and_row(mut self, row: Self) -> Self {
        self.pieces.extend(row.pieces);
        self
    }

    pub fn indented(self, indent: u16) -> Self {
        Self { indent: self.indent + indent, ..self }
    }

    pub fn marked(self, mark: Mark) -> Self {
        Self { mark, ..self }
    }

    /// In columns, the indent not counted.
    pub fn width(&self) -> usize {
        self.drawn().map(|(_, text)| text::width(text)).sum()
    }

    /// Filled up with spaces to `width` columns.
    pub fn padded(self, width: usize) -> Self {
        let missing = width.saturating_sub(self.width());
        if missing == 0 { self } else { self.and(Role::Text, " ".repeat(missing)) }
    }

    /// With `right` against the right edge of `width` columns, at least one column away.
    pub fn and_at_right(self, right: Row, width: usize) -> Self {
        let mut row = self.padded(width.saturating_sub(right.width()));
        if row.width() + right.width() > width {
            row = row.and(Role::Text, "  ");
        }
        row.pieces.extend(right.pieces);
        row
    }

    fn drawn(&self) -> impl Iterator<Item = (Role, &str)> {
        let pieces = self.pieces.iter().map(|(role, text)| (*role, text.as_str()));
        pieces.filter(|(role, _)| *role != Role::Said)
    }
}

/// `text` in rows of at most `width` columns.
pub fn wrapped(role: Role, text: &str, width: usize) -> Vec<Row> {
    text::wrap(text, width.max(1)).into_iter().map(|line| Row::new(role, line)).collect()
}

/// `text` wrapped behind `head`, in `width` columns with the indent of `head`; the rows after the
/// first stand under it.
pub fn hanging(head: Row, role: Role, text: &str, width: usize) -> Vec<Row> {
    let under = usize::from(head.indent) + head.width();
    let mark = head.mark;
    let mut rows = wrapped(role, text, width.saturating_sub(under)).into_iter();
    let first = rows.next().unwrap_or_default();
    let under = u16::try_from(under).unwrap_or(0);
    std::iter::once(head.and_row(first)).chain(rows.map(|row| row.indented(under).marked(mark))).collect()
}

/// All of these are part of the same thing.
pub fn marked(rows: Vec<Row>, mark: Mark) -> Vec<Row> {
    rows.into_iter().map(|row| row.marked(mark)).collect()
}

/// Rows beside one another, each column `width` wide.
pub fn beside(columns: Vec<Vec<Row>>, width: usize) -> Vec<Row> {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = vec![Row::blank(); height];
    for (index, column) in columns.into_iter().enumerate() {
        for (row, cell) in rows.iter_mut().zip(column) {
            let left = index * width + usize::from(cell.indent);
            if row.mark == Mark::None {
                row.mark = cell.mark;
            }
            *row = std::mem::take(row).padded(left);
            row.pieces.extend(cell.pieces);
        }
    }
    rows
}

/// Beside one another, each column `width` wide, with their first lines level.
pub fn level(columns: Vec<Lines>, width: usize) -> Lines {
    let above = columns.iter().map(|lines| lines.above).max().unwrap_or(0);
    let sunk = columns.into_iter().map(|lines| lines.sunk(above).rows).collect();
    Lines { rows: beside(sunk, width), above }
}

/// Draws rows from the top of `area`; what does not fit is left out.
pub fn paint(rows: &[Row], area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
        let mut x = area.x + row.indent.min(area.width);
        for (role, text) in row.drawn() {
            x = put(text, theme.style(role), (x, y), area.right(), buffer);
        }
    }
}

/// Draws `text` before column `end`, and returns where the next one begins.
fn put(text: &str, style: Style, (x, y): (u16, u16), end: u16, buffer: &mut Buffer) -> u16 {
    let room = usize::from(end.saturating_sub(x));
    if room == 0 || !text::is_even(text) {
        return buffer.set_stringn(x, y, text, room, style).0;
    }
    let start = buffer.index_of(x, y);
    let mut column = x;
    for (cell, letter) in buffer.content.iter_mut().skip(start).take(room).zip(text.chars()) {
        cell.set_char(letter).set_style(style);
        column += 1;
    }
    column
}
