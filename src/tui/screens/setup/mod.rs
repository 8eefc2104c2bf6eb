//! Les klaarzetten: each question already answered. Enter begins.

mod picture;

pub use picture::draw;

use std::collections::BTreeSet;

use crossterm::event::KeyEvent;
use jiff::{ToSpan, Zoned};

use crate::card::Card;
use crate::class::{MAX_PUPILS, People, Pupil, Roster};
use crate::lesson::{Opening, Screen};
use crate::session::Settings;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::lists::Lists;
use crate::tui::screens::{Change, PAGE, neighbour};

/// A lesson, from the start screen to the bell.
const LESSON_MINUTES: i64 = 45;
/// Bells ring at whole steps of this.
const BELL_STEP: i64 = 5;
/// The latest bell that can be chosen, in minutes from now.
const LATEST: i64 = 8 * 60;

/// A slip of the finger is a digit more than a class has.
const MAX_DIGITS: usize = 3;

/// More pages than what a card says beforehand takes on the smallest screen.
const MOST_PAGES: usize = 9;

/// The answers so far.
#[derive(Debug, Clone)]
pub struct Setup {
    brief: Brief,
    classes: Vec<Roster>,
    /// Into `classes`; None: without names.
    class: Option<usize>,
    /// Of the pupils; as it was typed, so perhaps more than a class can have.
    count: usize,
    /// The count as far as it is typed; empty: the next digit begins anew.
    digits: String,
    absent: BTreeSet<Pupil>,
    screen: Screen,
    now: Zoned,
    bell: Option<Zoned>,
    classrooms: Vec<Text>,
    classroom: Option<Text>,
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
    /// Other colours, for the whole program.
    Colours(Change),
    /// The teacher is in another classroom.
    Classroom(Text),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Class,
    Count,
    Absent,
    Screen,
    Bell,
    Classroom,
    Colours,
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
    pub fn new(brief: Brief, lists: &Lists, settings: &Settings, now: Zoned) -> Self {
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
            count: usize::from(settings.pupils).clamp(1, MAX_PUPILS),
            digits: String::new(),
            absent: BTreeSet::new(),
            screen: settings.screen,
            now,
            bell,
            classrooms: settings.looks.classrooms().cloned().collect(),
            classroom: settings.looks.classroom().cloned(),
            at: 0,
            names: None,
            offset: 0,
        }
    }

    pub fn title(&self) -> &str {
        &self.brief.title
    }

    /// Classes that were read later; what is chosen stays chosen, and the keys where they are.
    pub fn take_classes(&mut self, lists: &Lists) {
        if self.brief.class != Class::Open || self.names.is_some() {
            return;
        }
        let chosen = self.roster().cloned();
        let line = self.line();
        self.classes.clone_from(&lists.classes);
        self.class = self.classes.iter().position(|class| Some(class) == chosen.as_ref());
        if self.class.is_none() {
            self.absent.clear();
        }
        self.at = self.lines().iter().position(|here| *here == line).unwrap_or(0);
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
            (Some(Action::Left), _) => return self.change(Change::Less),
            (Some(Action::Right), _) => return self.change(Change::More),
            (Some(Action::Toggle), _) => self.open_names(),
            (Some(Action::PageDown), _) => self.offset = (self.offset + 1).min(MOST_PAGES),
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
            Some(Action::PageUp) => self.names = Some(at.saturating_sub(PAGE)),
            Some(Action::PageDown) => self.names = Some((at + PAGE).min(last)),
            Some(Action::Home) => self.names = Some(0),
            Some(Action::End) => self.names = Some(last),
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
            // More than any class has is refused, whatever it was.
            None => People::Count(u8::try_from(self.count).unwrap_or(u8::MAX)),
            Some(roster) => {
                let here = roster.pupils().iter().map(|(pupil, _)| *pupil);
                People::Present(here.filter(|pupil| !self.absent.contains(pupil)).collect())
            }
        };
        let bell = self.bell.as_ref().map(Zoned::timestamp);
        Outcome::Begin(self.roster().cloned(), Opening::new(people, bell, self.screen))
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
        if self.classrooms.len() > 1 {
            lines.push(Line::Classroom);
        }
        lines.push(Line::Colours);
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

    fn change(&mut self, change: Change) -> Outcome {
        match self.line() {
            Line::Class if self.brief.class == Class::Open => self.change_class(change),
            Line::Class => {}
            Line::Absent => self.open_names(),
            Line::Count => {
                self.digits.clear();
                let next = match change {
                    Change::Less => self.count.saturating_sub(1),
                    Change::More => self.count + 1,
                };
                self.count = next.clamp(1, MAX_PUPILS);
            }
            Line::Screen => {
                self.screen = match self.screen {
                    Screen::Mirrored => Screen::Apart,
                    Screen::Apart => Screen::Mirrored,
                }
            }
            Line::Bell => self.change_bell(change),
            Line::Classroom => return self.change_classroom(change),
            Line::Colours => return Outcome::Colours(change),
        }
        Outcome::Stay
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

    fn change_classroom(&mut self, change: Change) -> Outcome {
        let here = self.classroom.clone().unwrap_or_default();
        let classroom = neighbour(&self.classrooms, &here, change);
        self.classroom = Some(classroom.clone());
        Outcome::Classroom(classroom)
    }

    fn open_names(&mut self) {
        if self.line() == Line::Absent {
            self.names = Some(0);
        }
    }

    fn dial(&mut self, digit: char) {
        let longer = format!("{}{digit}", self.digits);
        if longer.len() <= MAX_DIGITS
            && let Ok(count) = longer.parse()
        {
            (self.count, self.digits) = (count, longer);
        }
    }

    fn erase(&mut self) {
        let mut digits = self.count.to_string();
        digits.pop();
        self.count = digits.parse().unwrap_or(0);
        self.digits = digits;
    }
}

/// `minutes` after `now`, at the next whole step of the bell.
fn rounded(now: &Zoned, minutes: i64) -> Option<Zoned> {
    let later = now.checked_add(minutes.minutes()).ok()?;
    let over = i64::from(later.minute()) % BELL_STEP;
    let up = if over == 0 { 0 } else { BELL_STEP - over };
    later.checked_add(up.minutes()).ok()?.with().second(0).subsec_nanosecond(0).build().ok()
}
