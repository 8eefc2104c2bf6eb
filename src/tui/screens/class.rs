//! The class view: the edge, the page, the foot and the line at the bottom. What is on a page
//! stands in `bodies` and `covers`.

use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Style};

use crate::card::Phase;
use crate::dutch;
use crate::lesson::{Body, CoverView, PlaceLine, Scene};
use crate::tui::fitting::{fitted, fitted_alike};
use crate::tui::pages::{Flow, Page, Room};
use crate::tui::pen::Pen;
use crate::tui::screens::{bodies, covers};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Row, paint};
use crate::tui::widgets::sign;

/// All that the class view shows.
#[derive(Debug, Clone)]
pub struct View<'a> {
    pub scene: &'a Scene,
    /// The page that is up, from 0; the last one when there are fewer.
    pub page: usize,
    /// The option or answer that the keys are on.
    pub selected: Option<usize>,
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
    pub fn new(size: Size) -> Self {
        let margin = (size.width / 20).max(2);
        let width = size.width.saturating_sub(2 * margin);
        let low = size.height < 20;
        let (top, begin) = if low { (0, 2) } else { (1, (size.height / 8).max(4)) };
        let foot = size.height.saturating_sub(if low { 2 } else { 3 });
        let end = foot.saturating_sub(1);
        let row = |y: u16| Rect::new(margin, y, width, 1);
        Self {
            edge: row(top),
            body: Rect::new(margin, begin, width, end.saturating_sub(begin)),
            foot: row(foot),
            bottom: row(size.height.saturating_sub(1)),
        }
    }

    pub fn room(&self) -> Room {
        Room { width: usize::from(self.body.width), height: usize::from(self.body.height) }
    }
}

/// The pages of this moment on a screen of this size.
pub fn pages(scene: &Scene, selected: Option<usize>, size: Size, theme: &Theme) -> Vec<Page> {
    match &scene.cover {
        Some(cover) if covers::is_alike(cover) => {
            let room = Layout::new(size).room();
            fitted_alike(&theme.letters, room, usize::from(size.height), |sizes| {
                let pen = Pen::new(room, selected, theme, sizes);
                pen.written(covers::flow(cover, &pen))
            })
        }
        Some(cover) => written(selected, size, theme, |pen| covers::flow(cover, pen)),
        None => step_pages(scene, selected, size, theme),
    }
}

/// Those of the step, also while something lies over it.
pub fn step_pages(scene: &Scene, selected: Option<usize>, size: Size, theme: &Theme) -> Vec<Page> {
    written(selected, size, theme, |pen| bodies::flow(&scene.body, pen))
}

fn written(selected: Option<usize>, size: Size, theme: &Theme, flow: impl Fn(&Pen) -> Flow) -> Vec<Page> {
    let room = Layout::new(size).room();
    fitted(&theme.letters, room, usize::from(size.height), |sizes| {
        let pen = Pen::new(room, selected, theme, sizes);
        pen.written(flow(&pen))
    })
}

pub fn draw(view: &View, theme: &Theme, frame: &mut Frame) {
    let layout = Layout::new(frame.area().as_size());
    let pages = pages(view.scene, view.selected, frame.area().as_size(), theme);
    let page = view.page.min(pages.len().saturating_sub(1));
    let area = frame.area();
    let buffer = frame.buffer_mut();
    match &view.scene.cover {
        Some(CoverView::Blank) => buffer.set_style(area, dark(theme)),
        Some(CoverView::Stop) => {}
        _ => {
            let edge = edge(view, (page + 1, pages.len()), usize::from(layout.edge.width), theme);
            paint(&[edge], layout.edge, theme, buffer);
        }
    }
    if let Some(page) = pages.get(page) {
        paint(&page.rows, layout.body, theme, buffer);
    }
    if view.scene.cover.is_none() {
        let width = usize::from(layout.foot.width);
        let foot = sign::foot(view.scene.sign, view.scene.clock.as_ref(), width, &theme.glyphs);
        paint(foot.as_slice(), layout.foot, theme, buffer);
    }
    draw_bottom(&view.bottom, &layout, theme, frame);
}

/// The rows at the bottom, over whatever stood there.
fn draw_bottom(rows: &[Row], layout: &Layout, theme: &Theme, frame: &mut Frame) {
    let height = u16::try_from(rows.len()).unwrap_or(0);
    let Some(above) = height.checked_sub(1) else { return };
    let area = Rect { y: layout.bottom.y.saturating_sub(above), height, ..layout.bottom };
    let whole = Rect { x: 0, width: frame.area().width, ..area }.intersection(frame.area());
    frame.render_widget(ratatui::widgets::Clear, whole);
    frame.buffer_mut().set_style(whole, theme.ground());
    paint(rows, area, theme, frame.buffer_mut());
}

fn dark(theme: &Theme) -> Style {
    if theme.has_colour() { Style::new().bg(Color::Black) } else { Style::new() }
}

fn edge(view: &View, (page, of): (usize, usize), width: usize, theme: &Theme) -> Row {
    let mut notes = Vec::new();
    if let (true, Some(left)) = (view.scene.teacher.close_now, view.scene.teacher.left) {
        notes.push(format!("{} tot de bel", dutch::left(left)));
    }
    if let Some(count) = gathered(&view.scene.body) {
        notes.push(dutch::count(count, "antwoord", "antwoorden"));
    }
    if of > 1 {
        notes.push(format!("{page} van {of}"));
    }
    let mut right = Row::new(Role::Quiet, notes.join("   "));
    if view.keeping != Keeping::Kept {
        right = Row::new(Role::Warning, "! ").and(Role::Text, "nog niet bewaard   ").and_row(right);
    }
    let whole = phases(&view.scene.place, theme, Shown::All);
    let left = if whole.width() + 3 + right.width() <= width {
        whole
    } else {
        phases(&view.scene.place, theme, Shown::Current)
    };
    if left.width() + 2 + right.width() <= width { left.and_at_right(right, width) } else { right }
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

fn phases(place: &PlaceLine, theme: &Theme, shown: Shown) -> Row {
    let Some(current) = place.phase else { return Row::default() };
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
