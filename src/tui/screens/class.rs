//! The class view: the edge, the page, the foot and the line at the bottom. What is on a page
//! stands in `bodies` and `covers`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Style};
use ratatui::widgets::{Clear, Widget};

use crate::card::Phase;
use crate::dutch;
use crate::lesson::{Body, CoverView, Scene};
use crate::tui::fitting::{Fitted, fitted, fitted_alike};
use crate::tui::pages::{Page, Room};
use crate::tui::pen::Pen;
use crate::tui::screens::{bodies, covers};
use crate::tui::theme::{Glyphs, Role, Theme};
use crate::tui::widgets::row::{Row, paint};
use crate::tui::widgets::sign::Foot;

/// Of a row, for each of the pages at the edge.
const SHEET: usize = 18;

/// On fewer rows there is no air above the edge: a sentence of three lines stands whole then.
const LOW: u16 = 28;

/// All that the class view shows.
#[derive(Debug, Clone)]
pub struct View<'a> {
    pub scene: &'a Scene,
    /// Those of this scene, from [`pages`].
    pub pages: &'a [Page],
    /// The page that is up, from 0; the last one when there are fewer.
    pub page: usize,
    pub keeping: Keeping,
    /// A notice, a question or an answer being typed; at most two rows.
    pub bottom: Vec<Row>,
}

/// Whether what happened is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    Kept,
    NotYet,
    /// The disk says no; the lesson goes on.
    Failing,
}

/// Where things stand on a screen of this size.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    pub edge: Rect,
    pub body: Rect,
    pub foot: Rect,
    pub bottom: Rect,
}

impl Layout {
    /// With a foot of one row.
    pub fn new(size: Size) -> Self {
        Self::with_foot(size, 1)
    }

    /// With a foot of so many rows, 0 for none. What is free goes to the body.
    pub fn with_foot(size: Size, rows: u16) -> Self {
        let margin = (size.width / 20).max(2);
        let width = size.width.saturating_sub(2 * margin);
        let low = size.height < LOW;
        let (top, begin) = if low { (0, 2) } else { (1, (size.height / 10).max(3)) };
        // A foot of big letters ends in half a row of air. On a low screen what is typed stands over it.
        let below = match (rows, low) {
            (2.., true) => 0,
            (2.., false) | (_, true) => 1,
            _ => 2,
        };
        let foot = size.height.saturating_sub(below + rows);
        let air = match rows {
            0 => 0,
            1 => 1,
            _ => (size.height.saturating_sub(10) / 10).max(1),
        };
        let end = foot.saturating_sub(air);
        let area = |y: u16, height: u16| Rect::new(margin, y, width, height);
        Self {
            edge: area(top, 1),
            body: area(begin, end.saturating_sub(begin)),
            foot: area(foot, rows),
            bottom: area(size.height.saturating_sub(1), 1),
        }
    }

    /// What lies over a step has no foot.
    pub fn of(scene: &Scene, size: Size, theme: &Theme) -> Self {
        let bare = scene.cover.is_some() || scene.sign.is_none() && scene.clock.is_none();
        let rows = if bare { 0 } else { Foot::new(theme, usize::from(size.height)).height() };
        Self::with_foot(size, u16::try_from(rows).unwrap_or(0))
    }

    pub fn room(&self) -> Room {
        Room { width: usize::from(self.body.width), height: usize::from(self.body.height) }
    }
}

/// The pages of this moment on a screen of this size.
pub fn pages(scene: &Scene, selected: Option<usize>, size: Size, theme: &Theme) -> Fitted {
    let room = Layout::of(scene, size, theme).room();
    let written = |sizes| {
        let pen = Pen::new(room, selected, theme, sizes);
        pen.written(match (&scene.cover, &scene.picture) {
            (Some(cover), _) => covers::flow(cover, &pen),
            (None, Some(picture)) => pen.pictured(bodies::flow(&scene.body, &pen), picture),
            (None, None) => bodies::flow(&scene.body, &pen),
        })
    };
    let height = usize::from(size.height);
    if scene.cover.as_ref().is_some_and(covers::is_alike) {
        fitted_alike(&theme.letters, room, height, written)
    } else {
        fitted(&theme.letters, room, height, written)
    }
}

pub fn draw(view: &View, theme: &Theme, buffer: &mut Buffer) {
    let layout = Layout::of(view.scene, buffer.area.as_size(), theme);
    let page = view.page.min(view.pages.len().saturating_sub(1));
    let area = buffer.area;

    match &view.scene.cover {
        Some(CoverView::Blank) => buffer.set_style(area, dark(theme)),
        Some(CoverView::Stop | CoverView::Freeze) => {}
        _ => {
            let edge = edge(view, (page + 1, view.pages.len()), usize::from(layout.edge.width), theme);
            paint(&[edge], layout.edge, theme, buffer);
        }
    }
    if let Some(page) = view.pages.get(page) {
        paint(&page.rows, layout.body, theme, buffer);
    }
    if layout.foot.height > 0 {
        let foot = Foot::new(theme, usize::from(area.height));
        let width = usize::from(layout.foot.width);
        paint(&foot.rows(view.scene.sign, view.scene.clock.as_ref(), width), layout.foot, theme, buffer);
    }
    draw_bottom(&view.bottom, &layout, theme, buffer);
}

/// The rows at the bottom, over whatever stood there; a single one leaves what stands beside it.
fn draw_bottom(rows: &[Row], layout: &Layout, theme: &Theme, buffer: &mut Buffer) {
    let height = u16::try_from(rows.len()).unwrap_or(0);
    let Some(above) = height.checked_sub(1) else { return };
    let area = Rect { y: layout.bottom.y.saturating_sub(above), height, ..layout.bottom };
    let width = match rows {
        [row] => area.x + row.indent + u16::try_from(row.width()).unwrap_or(u16::MAX / 2) + 1,
        _ => buffer.area.width,
    };
    let whole = Rect { x: 0, width, ..area }.intersection(buffer.area);
    Clear.render(whole, buffer);
    buffer.set_style(whole, theme.ground());
    paint(rows, area, theme, buffer);
}

fn dark(theme: &Theme) -> Style {
    if theme.has_colour() { Style::new().bg(Color::Black) } else { Style::new() }
}

fn edge(view: &View, (page, of): (usize, usize), width: usize, theme: &Theme) -> Row {
    let mut notes = Vec::new();
    if let (true, Some(left)) = (view.scene.teacher.close_now, view.scene.teacher.left) {
        notes.push(format!("{} tot de bel", dutch::left(left)));
    }
    // Of a step, not of what lies over it.
    let step = view.scene.cover.is_none().then_some(view.scene);
    if let Some(count) = step.and_then(|scene| gathered(&scene.body)) {
        notes.push(dutch::count(count, "antwoord", "antwoorden"));
    }
    let right = |sheet: usize| {
        let mut right = Row::new(Role::Quiet, notes.join("   "));
        if of > 1 {
            let gap = if notes.is_empty() { "" } else { "   " };
            right = right.and(Role::Text, gap).and_row(turned((page, of), sheet, &theme.glyphs));
        }
        if view.keeping != Keeping::Kept {
            right = Row::new(Role::Warning, "! ").and(Role::Text, "nog niet bewaard   ").and_row(right);
        }
        right
    };
    let phase = step.and_then(|scene| scene.place.phase);
    // The other phases go first, then the shapes of the pages.
    let ways = [(Shown::All, width / SHEET), (Shown::Current, width / SHEET), (Shown::Current, 0)];
    let ways = ways.map(|(shown, sheet)| (phases(phase, theme, shown), right(sheet)));
    let fits = |(left, right): &(Row, Row)| left.width() + 2 + right.width() <= width;
    let fitting = ways.into_iter().find(fits);
    fitting.map_or_else(|| right(0), |(left, right)| left.and_at_right(right, width))
}

/// The page that is up, and as a shape among all pages.
fn turned((page, of): (usize, usize), width: usize, glyphs: &Glyphs) -> Row {
    let row = Row::new(Role::Strong, format!("{page} van {of}"));
    let shapes = if width == 0 { 0 } else { of };
    (1..=shapes).fold(row, |row, at| {
        let (role, glyph) =
            if at == page { (Role::Strong, glyphs.low) } else { (Role::Rule, glyphs.low_empty) };
        row.and(Role::Text, " ").and(role, glyph.repeat(width))
    })
}

fn gathered(body: &Body) -> Option<usize> {
    let count = match body {
        Body::Question(question) => question.answers.count,
        Body::LookBack { returned, .. } => returned.count,
        Body::End(end) => end.count,
        Body::Sort { hidden, .. } => *hidden,
        _ => 0,
    };
    (count > 0).then_some(count)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    Current,
}

fn phases(current: Option<Phase>, theme: &Theme, shown: Shown) -> Row {
    let Some(current) = current else { return Row::default() };
    let mut row = Row::default();
    for phase in [Phase::Prepare, Phase::Do, Phase::LookBack] {
        if phase == current {
            row = row
                .and(Role::Phase(phase), theme.phase_glyph(phase))
                .and(Role::Text, " ")
                .and(Role::Strong, format!("{}   ", phase.label()));
        } else if shown == Shown::All {
            row = row.and(Role::Quiet, format!("{}   ", phase.label()));
        }
    }
    row
}
