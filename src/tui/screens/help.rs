//! The help screen: the keys of where you are, made from the keymap.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::tui::action::Action;
use crate::tui::keymap::{self, Context, Group, HelpRow};
use crate::tui::screens::{MORE, inner};
use crate::tui::theme::{Arrows, Role, Theme};
use crate::tui::widgets::row::{Row, beside, hanging, paint};

/// Wide enough for two columns of keys beside one another.
const COLUMN: usize = 36;

pub fn draw(context: Context, offset: usize, theme: &Theme, buffer: &mut Buffer) {
    let area = inner(buffer.area);
    let width = usize::from(area.width);
    let title = Row::new(Role::Strong, "Hulp").and(Role::Quiet, format!("   {}", context.title()));
    paint(&[title], area, theme, buffer);
    let body = body(area);
    let rows = rows(context, width, theme.glyphs.arrows);
    let offset = offset.min(most(rows.len(), body));
    let shown: Vec<Row> = rows.iter().skip(offset).cloned().collect();
    paint(&shown, body, theme, buffer);
    let more = rows.len() > usize::from(body.height);
    let foot = if more { MORE } else { "een toets sluit de hulp" };
    let last = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
    paint(&[Row::new(Role::Quiet, foot)], last, theme, buffer);
}

/// The last offset that still fills the screen.
pub fn last_offset(context: Context, size: Size, arrows: Arrows) -> usize {
    let area = inner(Rect::from((Position::ORIGIN, size)));
    most(rows(context, usize::from(area.width), arrows).len(), body(area))
}

/// Where this key scrolls to; None: it closes, as every key does where all of it fits.
pub fn scrolled(key: KeyEvent, offset: usize, last: usize, size: Size) -> Option<usize> {
    let page = usize::from(size.height / 2);
    let to = match keymap::action(Context::Reading, key)? {
        Action::Up => offset.saturating_sub(1),
        Action::Down => offset + 1,
        Action::PageUp => offset.saturating_sub(page),
        Action::PageDown => offset + page,
        _ => return None,
    };
    (last > 0).then_some(to.min(last))
}

fn body(area: Rect) -> Rect {
    Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area }
}

fn most(rows: usize, body: Rect) -> usize {
    rows.saturating_sub(usize::from(body.height))
}

/// A block for each group, in as many columns as fit, as level as can be.
fn rows(context: Context, width: usize, arrows: Arrows) -> Vec<Row> {
    let across = (width / COLUMN).clamp(1, 3);
    let each = width / across;
    let all = keymap::rows(&[context, Context::Anywhere], arrows);
    let block = |group: Group| {
        let mine = all.iter().filter(|row| row.group == group);
        let keys: Vec<Row> = mine.flat_map(|row| key_rows(row, each)).collect();
        if keys.is_empty() {
            return Vec::new();
        }
        let title = Row::new(Role::Quiet, group.title());
        [vec![title], keys, vec![Row::blank()]].concat()
    };
    let blocks: Vec<Vec<Row>> = Group::ALL.into_iter().map(block).collect();
    let level = blocks.iter().map(Vec::len).sum::<usize>().div_ceil(across);
    let mut columns: Vec<Vec<Row>> = Vec::new();
    for block in blocks {
        let is_last = columns.len() == across;
        match columns.last_mut() {
            Some(column) if is_last || column.len() + block.len() / 2 <= level => column.extend(block),
            _ => columns.push(block),
        }
    }
    beside(columns, each)
}

fn key_rows(row: &HelpRow, width: usize) -> Vec<Row> {
    const KEYS: usize = 10;
    let head = Row::new(Role::Strong, row.keys.as_str());
    let width = width.saturating_sub(2);
    if head.width() < KEYS {
        return hanging(head.padded(KEYS), Role::Text, row.help, width);
    }
    let under = hanging(Row::default().padded(KEYS), Role::Text, row.help, width);
    std::iter::once(head).chain(under).collect()
}
