//! The teacher's panel: what to say and watch for, what is next, and the time. It stays until the
//! next key; arrows scroll what does not fit. On a mirrored screen pupils read it too, so it never
//! holds answers, names or turns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::dutch;
use crate::lesson::{Body, Coming, Drawing, Pitching, PlaceLine, Plan, Play, Scene, Screen};
use crate::tui::screens::{MORE, inner};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Row, hanging, paint, wrapped};

/// What the panel tells of.
pub struct View<'a> {
    pub scene: &'a Scene,
    pub plan: Option<Plan>,
}

pub fn draw(view: &View, offset: usize, theme: &Theme, buffer: &mut Buffer) {
    let area = inner(buffer.area);
    let rows = rows(view, usize::from(area.width), theme);
    let last = most(rows.len(), area);
    let shown: Vec<Row> = rows.into_iter().skip(offset.min(last)).collect();
    paint(&shown, body(area), theme, buffer);
    let foot = if last > 0 { MORE } else { "een toets: terug naar de klas" };
    let bottom = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
    paint(&[Row::new(Role::Quiet, foot)], bottom, theme, buffer);
}

/// The last offset that still fills the screen; 0 where everything fits.
pub fn last_offset(view: &View, size: Size, theme: &Theme) -> usize {
    let area = inner(Rect::from((Position::ORIGIN, size)));
    most(rows(view, usize::from(area.width), theme).len(), area)
}

/// All but the foot.
fn body(area: Rect) -> Rect {
    Rect { height: area.height.saturating_sub(1), ..area }
}

fn most(rows: usize, area: Rect) -> usize {
    rows.saturating_sub(usize::from(body(area).height))
}

fn rows(View { scene, plan }: &View, width: usize, theme: &Theme) -> Vec<Row> {
    let teacher = &scene.teacher;
    let rule = || Row::new(Role::Rule, theme.glyphs.rule.repeat(width));
    let mut rows = wrapped(Role::Strong, &place(&scene.place), width);
    if let Some(left) = teacher.left {
        let bell = format!("{} tot de bel", dutch::left(left));
        let close = if teacher.close_now { ": begin nu met de afsluiting" } else { "" };
        rows.extend(wrapped(Role::Text, &format!("{bell}{close}"), width));
    }
    rows.push(rule());
    rows.extend(line("Nu", &teacher.now, width));
    if let Some(next) = &teacher.next {
        rows.extend(line("Straks", next, width));
    }
    if !teacher.notes.is_empty() || !always(scene).is_empty() {
        rows.push(rule());
    }
    rows.extend(teacher.notes.iter().flat_map(|note| note_rows(note, width)));
    rows.extend(always(scene).iter().flat_map(|note| note_rows(note, width)));
    let plan = plan.as_ref().map(|plan| plan_rows(plan, width)).unwrap_or_default();
    if !plan.is_empty() {
        rows.push(rule());
        rows.extend(plan);
    }
    if !teacher.unowned.is_empty() && teacher.screen == Screen::Apart {
        rows.push(rule());
        let title = "Deze antwoorden zijn van wie er niet is";
        rows.extend(wrapped(Role::Quiet, title, width));
        rows.extend(teacher.unowned.iter().flat_map(|answer| line("", answer, width)));
    }
    rows
}

/// What does not fit before the bell, and what is done about it; nothing when all of it fits.
pub fn plan_rows(plan: &Plan, width: usize) -> Vec<Row> {
    let is_other = |coming: &&Coming| coming.planned != coming.given;
    if !plan.coming.iter().any(|coming| is_other(&coming)) {
        return Vec::new();
    }
    let title = if plan.short.is_zero() {
        "Zo past het tot de bel".to_owned()
    } else {
        format!("Dit past niet: {} te veel", dutch::span(plan.short))
    };
    let advice = plan.advice.iter().flat_map(|advice| {
        let skip = format!("Sla stap {} over", advice.skip + 1);
        let said = if advice.looking_back.is_zero() {
            format!("{skip}.")
        } else {
            format!("{skip}: terugkijken houdt {}.", dutch::span(advice.looking_back))
        };
        line("", &said, width)
    });
    let coming = plan.coming.iter().filter(is_other).flat_map(|coming| {
        let step = format!("stap {}", coming.step + 1);
        let time = if coming.is_dropped() {
            "vervalt".to_owned()
        } else {
            format!("{} van {}", dutch::countdown(coming.planned), dutch::countdown(coming.given))
        };
        line(&step, &format!("{}: {time}", coming.title), width)
    });
    wrapped(Role::Quiet, &title, width).into_iter().chain(advice).chain(coming).collect()
}

/// What holds for such a moment on every card.
fn always(scene: &Scene) -> Vec<String> {
    let next = |left: &usize| match left {
        0 => "Nog: dit is het laatste duo.".to_owned(),
        left => format!("Nog: {} na dit duo.", dutch::count(*left, "duo", "duo's")),
    };
    match &scene.body {
        Body::Play(Play::Begin { .. }) => {
            vec!["Zeg: lees de zin zelf voor, of laat hem staan. Geen leerling zegt hem.".to_owned()]
        }
        Body::Play(Play::Act(_)) => vec![
            "Toets: x zet het stil en laat het moment opnieuw spelen; g stopt met spelen.".to_owned(),
            "Let op: raakt het iemand? Stop vriendelijk, praat na de les.".to_owned(),
        ],
        Body::Draw(Drawing::Drawn { left, .. } | Drawing::Turned { left, .. }) => {
            vec![next(left), "Toets: g gaat verder zonder de rest.".to_owned()]
        }
        Body::Pitch(Pitching::Speaks { left, .. }) => vec![
            next(left),
            "Toets: p laat een ander duo vertellen; g gaat verder zonder de rest.".to_owned(),
        ],
        _ => Vec::new(),
    }
}

/// "Zeg: begin bij wat je zag" has "Zeg" in front, as a title.
pub fn note_rows(note: &str, width: usize) -> Vec<Row> {
    match note.split_once(": ") {
        Some((title, text)) if title.chars().count() < TITLE => {
            let mut letters = text.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            line(title, &first.chain(letters).collect::<String>(), width)
        }
        _ => line("", note, width),
    }
}

/// In columns: what stands in front of a line.
const TITLE: usize = 11;

pub fn line(title: &str, text: &str, width: usize) -> Vec<Row> {
    hanging(Row::new(Role::Quiet, title).padded(TITLE), Role::Text, text, width.min(TITLE + 60))
}

/// "stap 4 van 9 - Past dit beroep bij me?"
pub fn place(place: &PlaceLine) -> String {
    if place.number == 0 {
        return place.card.to_string();
    }
    format!("stap {} van {} - {}", place.number, place.total, place.card)
}
