//! Les klaarzetten: each question already answered. Enter begins.

use std::collections::BTreeSet;

use crossterm::event::KeyEvent;
use jiff::{ToSpan, Zoned};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::card::Card;
use crate::class::{MAX_PUPILS, People, Pupil, Roster};
use crate::dutch;
use crate::lesson::{Opening, Screen};
use crate::text::{Text, truncate};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::lists::Lists;
use crate::tui::screens::{hint_row, inner, scrolled};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Mark, Row, hanging, paint};

/// A lesson, from the start screen to the bell.
const LESSON_MINUTES: i64 = 45;
/// Bells ring at whole steps of this.
const BELL_STEP: i64 = 5;
/// The latest bell that can be chosen, in minutes from now.
const LATEST: i64 = 8 * 60;
/// Where the answers stand.
const ANSWERS: usize = 28;

/// The answers so far.
#[derive(Debug, Clone)]
pub struct Setup {
    brief: Brief,
    classes: Vec<Roster>,
    /// Into `classes`; None: without names.
    class: Option<usize>,
    count: u8,
    /// The count as far as it is typed.
    digits: String,
    absent: BTreeSet<Pupil>,
    screen: Screen,
    now: Zoned,
    bell: Option<Zoned>,
    /// Which question the keys are on.
    at: usize,
    /// The list of names is open, and on this one.
    names: Option<usize>,
    offset: usize,
}

/// What the card says to the teacher beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    pub title: Text,
    pub before: Vec<Text>,
    pub needed: Vec<Text>,
    pub watch: Vec<Text>,
    /// The class of a reeks that goes on; it stays.
    pub class: Class,
}

/// Whether the class can still be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Class {
    Open,
    Known(Option<Roster>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Stay,
    Begin(Option<Roster>, Opening),
    Back,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Class,
    Count,
    Absent,
    Screen,
    Bell,
}

impl Brief {
    pub fn new(card: &Card, class: Class) -> Self {
        Self {
            title: card.title.clone(),
            before: card.before.clone(),
            needed: card.needed.clone(),
            watch: card.watch.clone(),
            class,
        }
    }
}

impl Setup {
    pub fn new(brief: Brief, lists: &Lists, now: Zoned) -> Self {
        let (classes, class) = match &brief.class {
            Class::Open => (lists.classes.clone(), None),
            Class::Known(None) => (Vec::new(), None),
            Class::Known(Some(roster)) => (vec![roster.clone()], Some(0)),
        };
        let bell = rounded(&now, LESSON_MINUTES);
        Self {
            brief,
            classes,
            class,
            count: lists.settings.pupils.clamp(1, most()),
            digits: String::new(),
            absent: BTreeSet::new(),
            screen: lists.settings.screen,
            now,
            bell,
            at: 0,
            names: None,
            offset: 0,
        }
    }

    pub fn title(&self) -> &str {
        &self.brief.title
    }

    pub fn press(&mut self, key: KeyEvent) -> Outcome {
        if self.names.is_some() {
            self.press_names(key);
            return Outcome::Stay;
        }
        let last = self.lines().len().saturating_sub(1);
        match (keymap::action(Context::Setup, key), keymap::letter(key)) {
            (Some(Action::Accept), _) => return self.begin(),
            (Some(Action::Close), _) => return Outcome::Back,
            (Some(Action::Up), _) => self.go(self.at.saturating_sub(1)),
            (Some(Action::Down), _) => self.go((self.at + 1).min(last)),
            (Some(Action::Left), _) => self.change(Change::Less),
            (Some(Action::Right), _) => self.change(Change::More),
            (Some(Action::Toggle), _) => self.open_names(),
            (Some(Action::PageDown), _) => self.offset += 1,
            (Some(Action::PageUp), _) => self.offset = self.offset.saturating_sub(1),
            (Some(Action::Erase), _) if self.line() == Line::Count => self.erase(),
            (None, Some(digit)) if digit.is_ascii_digit() && self.line() == Line::Count => self.dial(digit),
            _ => {}
        }
        Outcome::Stay
    }

    fn press_names(&mut self, key: KeyEvent) {
        let (Some(at), Some(roster)) = (self.names, self.roster()) else { return };
        let last = roster.pupils().len().saturating_sub(1);
        let pupil = roster.pupils().get(at).map(|(pupil, _)| *pupil);
        match keymap::action(Context::Absent, key) {
            Some(Action::Up) => self.names = Some(at.saturating_sub(1)),
            Some(Action::Down) => self.names = Some((at + 1).min(last)),
            Some(Action::Close) => self.names = None,
            Some(Action::Toggle) => {
                if let Some(pupil) = pupil
                    && !self.absent.remove(&pupil)
                {
                    self.absent.insert(pupil);
                }
            }
            _ => {}
        }
    }

    fn begin(&self) -> Outcome {
        let people = match self.roster() {
            None => People::Count(self.count),
            Some(roster) => {
                let here = roster.pupils().iter().map(|(pupil, _)| *pupil);
                People::Present(here.filter(|pupil| !self.absent.contains(pupil)).collect())
            }
        };
        let bell = self.bell.as_ref().map(Zoned::timestamp);
        Outcome::Begin(self.roster().cloned(), Opening { people, bell, screen: self.screen })
    }

    fn roster(&self) -> Option<&Roster> {
        self.classes.get(self.class?)
    }

    fn lines(&self) -> Vec<Line> {
        let people = if self.roster().is_some() { Line::Absent } else { Line::Count };
        let mut lines = vec![people, Line::Screen, Line::Bell];
        if !self.classes.is_empty() {
            lines.insert(0, Line::Class);
        }
        lines
    }

    fn line(&self) -> Line {
        self.lines().get(self.at).copied().unwrap_or(Line::Screen)
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.offset = 0;
        self.digits.clear();
    }

    fn change(&mut self, change: Change) {
        match self.line() {
            Line::Class if self.brief.class == Class::Open => self.change_class(change),
            Line::Class => {}
            Line::Absent => self.open_names(),
            Line::Count => {
                self.digits.clear();
                let next = match change {
                    Change::Less => self.count - 1,
                    Change::More => self.count + 1,
                };
                self.count = next.clamp(1, most());
            }
            Line::Screen => {
                self.screen = match self.screen {
                    Screen::Mirrored => Screen::Apart,
                    Screen::Apart => Screen::Mirrored,
                }
            }
            Line::Bell => self.change_bell(change),
        }
    }

    /// Without names comes before the first class.
    fn change_class(&mut self, change: Change) {
        let places = self.classes.len() + 1;
        let at = self.class.map_or(0, |class| class + 1);
        let next = match change {
            Change::Less => (at + places - 1) % places,
            Change::More => (at + 1) % places,
        };
        self.class = next.checked_sub(1);
        self.absent.clear();
    }

    /// No bell comes before the first one.
    fn change_bell(&mut self, change: Change) {
        let first = rounded(&self.now, BELL_STEP);
        self.bell = match (&self.bell, change) {
            (None, Change::Less) => None,
            (None, Change::More) => first,
            (Some(bell), Change::Less) => {
                let earlier = bell.checked_sub(BELL_STEP.minutes()).ok();
                earlier.filter(|earlier| first.as_ref().is_some_and(|first| earlier >= first))
            }
            (Some(bell), Change::More) => {
                let later = bell.checked_add(BELL_STEP.minutes()).ok();
                let latest = self.now.checked_add(LATEST.minutes()).ok();
                later.filter(|later| latest.is_some_and(|latest| *later <= latest)).or(Some(bell.clone()))
            }
        };
    }

    fn open_names(&mut self) {
        if self.line() == Line::Absent {
            self.names = Some(0);
        }
    }

    fn dial(&mut self, digit: char) {
        let longer = format!("{}{digit}", self.digits);
        let typed = [longer, digit.to_string()].into_iter().find_map(|digits| {
            let count: u8 = digits.parse().ok().filter(|count| (1..=most()).contains(count))?;
            Some((count, digits))
        });
        if let Some((count, digits)) = typed {
            (self.count, self.digits) = (count, digits);
        }
    }

    fn erase(&mut self) {
        let mut digits = self.count.to_string();
        digits.pop();
        self.count = digits.parse().unwrap_or(1);
        self.digits = digits;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Less,
    More,
}

fn most() -> u8 {
    u8::try_from(MAX_PUPILS).unwrap_or(u8::MAX)
}

/// `minutes` after `now`, at the next whole step of the bell.
fn rounded(now: &Zoned, minutes: i64) -> Option<Zoned> {
    let later = now.checked_add(minutes.minutes()).ok()?;
    let over = i64::from(later.minute()) % BELL_STEP;
    let up = if over == 0 { 0 } else { BELL_STEP - over };
    later.checked_add(up.minutes()).ok()?.with().second(0).subsec_nanosecond(0).build().ok()
}

pub fn draw(setup: &Setup, notice: Option<&str>, theme: &Theme, frame: &mut Frame) {
    let area = inner(frame.area());
    let width = usize::from(area.width);
    let title = Row::new(Role::Strong, truncate(&setup.brief.title, width));
    let freeze = Row::new(Role::Quiet, "Zet je beamer op bevriezen");
    let head = if title.width() + 2 + freeze.width() <= width {
        vec![title.and_at_right(freeze, width)]
    } else {
        vec![title, freeze]
    };
    let head_height = u16::try_from(head.len()).unwrap_or(0);
    paint(&head, area, theme, frame.buffer_mut());
    let top = area.y + head_height + u16::from(area.height > 14);
    let bottom = area.bottom().saturating_sub(1);
    let body = Rect { y: top, height: bottom.saturating_sub(top + 1), ..area };
    let (rows, at) = match setup.names {
        Some(at) => (setup.name_rows(at, theme), at),
        None => (setup.rows(width, theme), setup.offset * usize::from(body.height)),
    };
    let offset = scrolled(at, rows.len(), usize::from(body.height));
    let shown: Vec<Row> = rows.into_iter().skip(offset).collect();
    paint(&shown, body, theme, frame.buffer_mut());
    let context = if setup.names.is_some() { Context::Absent } else { Context::Setup };
    let foot = match notice {
        Some(notice) => Row::new(Role::Strong, truncate(notice, width)),
        None => hint_row(context, width, theme.glyphs.arrows),
    };
    let last = Rect { y: bottom, height: area.height.min(1), ..area };
    paint(&[foot], last, theme, frame.buffer_mut());
}

impl Setup {
    fn rows(&self, width: usize, theme: &Theme) -> Vec<Row> {
        let mut rows = Vec::new();
        for (index, line) in self.lines().into_iter().enumerate() {
            let (question, answer) = self.said(line);
            let chosen = index == self.at;
            let (mark, role) = if chosen { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
            let head = Row::new(Role::Quiet, question).padded(ANSWERS).and(Role::Mark, format!("{mark} "));
            rows.extend(hanging(head, role, &answer, width));
        }
        let notes = [
            ("Vooraf", &self.brief.before),
            ("Leg klaar", &self.brief.needed),
            ("Let op", &self.brief.watch),
        ];
        for (title, lines) in notes {
            for (index, line) in lines.iter().enumerate() {
                if index == 0 {
                    rows.push(Row::blank());
                }
                let title = if index == 0 { title } else { "" };
                let head = Row::new(Role::Quiet, title).padded(if width < 60 { 11 } else { ANSWERS + 2 });
                rows.extend(hanging(head, Role::Text, line, width.min(ANSWERS + 62)));
            }
        }
        rows
    }

    fn said(&self, line: Line) -> (&'static str, String) {
        match line {
            Line::Class => {
                let name =
                    self.roster().map_or("zonder namen".to_owned(), |roster| roster.name().to_string());
                ("Welke klas?", name)
            }
            Line::Count => ("Hoeveel leerlingen?", self.count.to_string()),
            Line::Absent => ("Wie is er niet?", self.absent_names()),
            Line::Screen => {
                let answer = match self.screen {
                    Screen::Mirrored => "ja",
                    Screen::Apart => "nee, ik heb een tweede scherm",
                };
                ("Zien leerlingen jouw scherm?", answer.to_owned())
            }
            Line::Bell => ("Tot hoe laat?", self.bell_said()),
        }
    }

    fn bell_said(&self) -> String {
        let Some(bell) = &self.bell else { return "geen bel".to_owned() };
        let minutes = (bell.timestamp().as_second() - self.now.timestamp().as_second()).div_euclid(60);
        format!("{}, over {minutes} minuten", dutch::clock(bell.time()))
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
            let there = if self.absent.contains(pupil) { "  is er niet" } else { "" };
            let row = Row::new(Role::Mark, format!("{mark} ")).and(role, name.to_string());
            row.and(Role::Quiet, there).marked(Mark::Item(index))
        };
        roster.pupils().iter().enumerate().map(row).collect()
    }
}
