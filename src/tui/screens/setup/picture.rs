//! How Les klaarzetten is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::class::{MAX_PUPILS, Pupil};
use crate::dutch;
use crate::lesson::Screen;
use crate::session::Mouse;
use crate::text::{Text, truncate};
use crate::tui::screens::setup::seats::Seats;
use crate::tui::screens::setup::{Class, Line, List, Setup};
use crate::tui::screens::{inner, last_rows, scrolled};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Mark, Row, hanging, paint, wrapped};

/// Where the answers stand.
const ANSWERS: usize = 28;
/// Where they stand on a screen with less room than this, behind shorter questions.
const NARROW: usize = 48;
const SHORT: usize = 13;

pub fn draw(setup: &Setup, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let laid = Laid::new(setup, notice, theme, buffer.area.as_size());
    let parts =
        [(&laid.head, laid.area), (&laid.rows, laid.body), (&laid.more, laid.below), (&laid.foot, laid.last)];
    for (rows, area) in parts {
        paint(rows, area, theme, buffer);
    }
}

/// Where all of it stands.
pub struct Laid {
    area: Rect,
    head: Vec<Row>,
    pub body: Rect,
    /// Those that are in sight.
    pub rows: Vec<Row>,
    below: Rect,
    /// That there is more than fits.
    more: Vec<Row>,
    last: Rect,
    foot: Vec<Row>,
}

impl Laid {
    pub fn new(setup: &Setup, notice: Option<&str>, theme: &Theme, size: Size) -> Self {
        let area = inner(Rect::from((Position::ORIGIN, size)));
        let width = usize::from(area.width);
        let head = head(setup, width);
        let head_height = u16::try_from(head.len()).unwrap_or(0);
        let top = area.y + head_height + u16::from(area.height > 14);
        let foot = last_rows(notice, setup.context(), width, theme.glyphs.arrows);
        let foot_height = u16::try_from(foot.len()).unwrap_or(u16::MAX).min(area.height);
        let bottom = area.bottom() - foot_height;
        let body = Rect { y: top, height: bottom.saturating_sub(top + 1), ..area };
        let (rows, at) = match (setup.list, &setup.seats, setup.roster()) {
            (List::Absent(at), ..) => (setup.name_rows(at, theme), at),
            (List::Seats(list), Some(seats), Some(roster)) => {
                (seats.rows(list, roster, &theme.glyphs), list.at)
            }
            _ => (setup.rows(width, theme), setup.offset * usize::from(body.height)),
        };
        let offset = scrolled(at, rows.len(), usize::from(body.height));
        let goes_on = rows.len() > offset + usize::from(body.height) && bottom > body.y;
        let hint = Row::default().and_at_right(Row::new(Role::Quiet, "PgDn: meer"), width);
        Self {
            area,
            head,
            body,
            rows: rows.into_iter().skip(offset).collect(),
            below: Rect { y: bottom.saturating_sub(1), height: 1, ..area },
            more: if goes_on { vec![hint] } else { Vec::new() },
            last: Rect { y: bottom, height: foot_height, ..area },
            foot,
        }
    }

    /// The question under a tap, anywhere on its row.
    pub fn line_at(&self, at: Position) -> Option<usize> {
        let down = at.y.checked_sub(self.body.y).filter(|down| *down < self.body.height)?;
        match self.rows.get(usize::from(down))?.mark {
            Mark::Item(line) => Some(line),
            _ => None,
        }
    }
}

fn head(setup: &Setup, width: usize) -> Vec<Row> {
    let title = Row::new(Role::Strong, truncate(&setup.brief.title, width));
    let freeze = Row::new(Role::Quiet, "Zet je beamer op bevriezen");
    let mut head = if title.width() + 2 + freeze.width() <= width {
        vec![title.and_at_right(freeze, width)]
    } else {
        vec![title, freeze]
    };
    match setup.list {
        List::Absent(_) => {
            head.extend(wrapped(Role::Text, "Wie is er niet? Kies een naam en druk op spatie.", width));
        }
        List::Seats(_) => {
            head.extend(wrapped(Role::Text, "Ruilen? Druk op spatie bij twee namen.", width));
        }
        List::Closed => {}
    }
    head
}

impl Line {
    fn question(self) -> &'static str {
        match self {
            Self::Class => "Welke klas?",
            Self::Count => "Hoeveel leerlingen?",
            Self::Absent => "Wie is er niet?",
            Self::Seats => "Wie zit bij wie?",
            Self::Screen => "Zien leerlingen jouw scherm?",
            Self::Times => "Welk rooster?",
            Self::Bell => "Tot hoe laat?",
            Self::Classroom => "In welk lokaal?",
            Self::Colours => "Welke kleuren?",
        }
    }

    fn short(self) -> &'static str {
        match self {
            Self::Class => "Klas",
            Self::Count => "Leerlingen",
            Self::Absent => "Er niet",
            Self::Seats => "Duo's",
            Self::Screen => "Kijkt mee?",
            Self::Times => "Rooster",
            Self::Bell => "Tot",
            Self::Classroom => "Lokaal",
            Self::Colours => "Kleuren",
        }
    }
}

impl Setup {
    fn rows(&self, width: usize, theme: &Theme) -> Vec<Row> {
        let mut rows = Vec::new();
        for (index, line) in self.lines().into_iter().enumerate() {
            let mut answer = self.said(line, theme);
            if line == Line::Seats && index == self.at {
                answer.push_str(" (spatie: ruilen)");
            }
            let (question, column) =
                if width < NARROW { (line.short(), SHORT) } else { (line.question(), ANSWERS) };
            let chosen = index == self.at;
            let (mark, role) = if chosen { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
            let head = Row::new(Role::Quiet, question).padded(column).and(Role::Mark, format!("{mark} "));
            rows.extend(hanging(head.marked(Mark::Item(index)), role, &answer, width));
        }
        if self.mouse == Mouse::On {
            let begin = Row::new(Role::Strong, "Tik hier: naar de klas");
            rows.extend([Row::blank(), begin.marked(Mark::Item(self.lines().len()))]);
        }
        let mut notes = [
            ("Vooraf", &self.brief.before),
            ("Leg klaar", &self.brief.needed),
            ("Let op", &self.brief.watch),
        ];
        // In a reeks that goes on, what came before it is done.
        if matches!(self.brief.class, Class::Known(_)) {
            notes.rotate_left(1);
        }
        for (title, lines) in notes {
            for (index, line) in lines.iter().enumerate() {
                if index == 0 {
                    rows.push(Row::blank());
                }
                let title = if index == 0 { title } else { "" };
                let head = Row::new(Role::Quiet, title).padded(if width < 60 { 11 } else { ANSWERS + 2 });
                let head = head.and(Role::Quiet, format!("{} ", theme.glyphs.bullet));
                rows.extend(hanging(head, Role::Text, line, width.min(ANSWERS + 62)));
            }
        }
        rows
    }

    fn said(&self, line: Line, theme: &Theme) -> String {
        match line {
            Line::Class => {
                self.roster().map_or("zonder namen".to_owned(), |roster| roster.name().to_string())
            }
            Line::Count if (1..=MAX_PUPILS).contains(&self.count) => self.count.to_string(),
            Line::Count => format!("{}; kies 1 tot en met {MAX_PUPILS}", self.count),
            Line::Absent => self.absent_names(),
            Line::Seats => self.seats.as_ref().map(Seats::said).unwrap_or_default(),
            Line::Screen => match self.screen {
                Screen::Mirrored => "ja".to_owned(),
                Screen::Apart => "nee, ik heb een tweede scherm".to_owned(),
            },
            Line::Times => self.bell.roster().to_owned(),
            Line::Bell => self.bell.said(),
            Line::Classroom => {
                self.classroom.as_ref().map_or("nog geen gekozen".to_owned(), ToString::to_string)
            }
            Line::Colours => theme.name.label().to_owned(),
        }
    }

    fn absent_names(&self) -> String {
        let Some(roster) = self.roster() else { return String::new() };
        let names: Vec<&Text> = self.absent.iter().filter_map(|pupil| roster.name_of(*pupil)).collect();
        if names.is_empty() { "iedereen is er".to_owned() } else { dutch::list(&names) }
    }

    fn name_rows(&self, at: usize, theme: &Theme) -> Vec<Row> {
        let Some(roster) = self.roster() else { return Vec::new() };
        let row = |(index, (pupil, name)): (usize, &(Pupil, Text))| {
            let (mark, role) =
                if index == at { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
            let away = if self.absent.contains(pupil) { "  is er niet" } else { "" };
            let row = Row::new(Role::Mark, format!("{mark} ")).and(role, name.to_string());
            row.and(Role::Quiet, away).marked(Mark::Item(index))
        };
        roster.pupils().iter().enumerate().map(row).collect()
    }
}
