//! Les klaarzetten: each question already answered. Enter begins.

pub mod bell;
mod picture;
pub mod seats;
mod taps;

pub use picture::draw;

use std::collections::BTreeSet;

use crossterm::event::KeyEvent;
use jiff::Zoned;

use crate::card::Card;
use crate::class::{Group, MAX_PUPILS, People, Pupil, Roster};
use crate::lesson::{Opening, Screen};
use crate::session::{Mouse, Settings};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::lists::Lists;
use crate::tui::screens::{Change, PAGE, neighbour};
use bell::Bell;
use seats::{Seats, SeatsList};

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
    bell: Bell,
    /// Of the class that is chosen, once it is known what it did before.
    seats: Option<Seats>,
    classrooms: Vec<Text>,
    classroom: Option<Text>,
    /// Which question the keys are on.
    at: usize,
    list: List,
    offset: usize,
    mouse: Mouse,
}

/// What is open over the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Closed,
    /// The names, on this one.
    Absent(usize),
    Seats(SeatsList),
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
    /// Who sits with whom in a reeks that goes on.
    pub home: Vec<Group>,
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
    /// All of it on paper.
    Paper,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Class,
    Count,
    Absent,
    Seats,
    Screen,
    Times,
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
            home: Vec::new(),
        }
    }

    /// Of a reeks that goes on with these.
    #[must_use]
    pub fn seated(self, home: &[Group]) -> Self {
        Self { home: home.to_vec(), ..self }
    }
}

impl Setup {
    pub fn new(brief: Brief, lists: &Lists, settings: &Settings, now: Zoned) -> Self {
        let (classes, class) = match &brief.class {
            Class::Open => (lists.classes.clone(), None),
            Class::Known(None) => (Vec::new(), None),
            Class::Known(Some(roster)) => (vec![roster.clone()], Some(0)),
        };
        Self {
            brief,
            classes,
            class,
            count: usize::from(settings.pupils).clamp(1, MAX_PUPILS),
            digits: String::new(),
            absent: BTreeSet::new(),
            screen: settings.screen,
            bell: Bell::new(now, &settings.times),
            seats: None,
            classrooms: settings.looks.classrooms().cloned().collect(),
            classroom: settings.looks.classroom().cloned(),
            at: 0,
            list: List::Closed,
            offset: 0,
            mouse: Mouse::Off,
        }
    }

    pub fn title(&self) -> &str {
        &self.brief.title
    }

    /// Classes that were read later; what is chosen stays chosen, and the keys where they are.
    pub fn take_classes(&mut self, lists: &Lists) {
        if self.brief.class != Class::Open || self.list != List::Closed {
            return;
        }
        let chosen = self.roster().cloned();
        let line = self.line();
        self.classes.clone_from(&lists.classes);
        self.class = self.classes.iter().position(|class| Some(class) == chosen.as_ref());
        if self.class.is_none() {
            self.absent.clear();
            self.seats = None;
        }
        self.at = self.lines().iter().position(|here| *here == line).unwrap_or(0);
    }

    pub fn press(&mut self, key: KeyEvent) -> Outcome {
        match self.list {
            List::Closed => return self.press_line(key),
            List::Absent(at) => self.press_names(at, key),
            List::Seats(list) => self.press_seats(list, key),
        }
        Outcome::Stay
    }

    fn press_line(&mut self, key: KeyEvent) -> Outcome {
        let last = self.lines().len().saturating_sub(1);
        match (keymap::action(self.context(), key), keymap::letter(key)) {
            (Some(Action::Accept), _) => return self.begin(),
            (Some(Action::Close), _) => return Outcome::Back,
            (Some(Action::Paper), _) => return Outcome::Paper,
            (Some(Action::Up), _) => self.go(self.at.saturating_sub(1)),
            (Some(Action::Down), _) => self.go((self.at + 1).min(last)),
            (Some(Action::Left), _) => return self.change(Change::Less),
            (Some(Action::Right), _) => return self.change(Change::More),
            (Some(Action::Toggle), _) => self.open_list(),
            (Some(Action::PageDown), _) => self.offset = (self.offset + 1).min(MOST_PAGES),
            (Some(Action::PageUp), _) => self.offset = self.offset.saturating_sub(1),
            (Some(Action::Erase), _) if self.line() == Line::Bell => self.bell.erase(),
            (Some(Action::Erase), _) if self.line() == Line::Count => self.erase(),
            (None, Some(digit)) if digit.is_ascii_digit() && self.line() == Line::Bell => {
                self.bell.dial(digit);
            }
            (None, Some(digit)) if digit.is_ascii_digit() && self.line() == Line::Count => self.dial(digit),
            _ => {}
        }
        Outcome::Stay
    }

    /// Where the keys are.
    pub fn context(&self) -> Context {
        match (self.list, self.line()) {
            (List::Absent(_), _) => Context::Absent,
            (List::Seats(_), _) => Context::Seats,
            (List::Closed, Line::Absent) => Context::SetupNames,
            (List::Closed, _) => Context::Setup,
        }
    }

    fn press_seats(&mut self, list: SeatsList, key: KeyEvent) {
        let outcome = self.seats.as_mut().map(|seats| seats.press(list, key));
        self.list = match outcome {
            Some(seats::Outcome::Stay(list)) => List::Seats(list),
            Some(seats::Outcome::Close) | None => List::Closed,
        };
    }

    fn press_names(&mut self, at: usize, key: KeyEvent) {
        let Some(roster) = self.roster() else { return };
        let last = roster.pupils().len().saturating_sub(1);
        let pupil = roster.pupils().get(at).map(|(pupil, _)| *pupil);
        match keymap::action(Context::Absent, key) {
            Some(Action::Up) => self.list = List::Absent(at.saturating_sub(1)),
            Some(Action::Down) => self.list = List::Absent((at + 1).min(last)),
            Some(Action::PageUp) => self.list = List::Absent(at.saturating_sub(PAGE)),
            Some(Action::PageDown) => self.list = List::Absent((at + PAGE).min(last)),
            Some(Action::Home) => self.list = List::Absent(0),
            Some(Action::End) => self.list = List::Absent(last),
            Some(Action::Close) => {
                self.list = List::Closed;
                // Enter after Enter leads to the class.
                self.go(self.at + 1);
            }
            Some(Action::Toggle) => {
                if let Some(pupil) = pupil
                    && !self.absent.remove(&pupil)
                {
                    self.absent.insert(pupil);
                }
                self.arrange();
            }
            _ => {}
        }
    }

    fn begin(&self) -> Outcome {
        let people = match self.roster() {
            // More than any class has is refused, whatever it was.
            None => People::Count(u8::try_from(self.count).unwrap_or(u8::MAX)),
            Some(roster) => People::Present(self.present(roster)),
        };
        let opening = Opening::new(people, self.bell.at().map(Zoned::timestamp), self.screen);
        let opening = match &self.seats {
            Some(seats) => Opening {
                past: Box::new(seats.past().clone()),
                seating: Some(seats.seating().clone()),
                ..opening
            },
            None => opening,
        };
        Outcome::Begin(self.roster().cloned(), opening)
    }

    fn roster(&self) -> Option<&Roster> {
        self.classes.get(self.class?)
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = match self.roster() {
            Some(_) => vec![Line::Absent, Line::Seats],
            None => vec![Line::Count],
        };
        lines.push(Line::Screen);
        if self.bell.has_rosters() {
            lines.push(Line::Times);
        }
        lines.push(Line::Bell);
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
        self.bell.leave();
    }

    fn change(&mut self, change: Change) -> Outcome {
        match self.line() {
            Line::Class if self.brief.class == Class::Open => self.change_class(change),
            Line::Class => {}
            Line::Absent | Line::Seats => self.open_list(),
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
            Line::Times => self.bell.change_roster(),
            Line::Bell => self.bell.change(change),
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
        self.seats = None;
    }

    fn change_classroom(&mut self, change: Change) -> Outcome {
        let here = self.classroom.clone().unwrap_or_default();
        let classroom = neighbour(&self.classrooms, &here, change);
        self.classroom = Some(classroom.clone());
        Outcome::Classroom(classroom)
    }

    fn open_list(&mut self) {
        self.list = match self.line() {
            Line::Absent => List::Absent(0),
            Line::Seats => List::Seats(SeatsList::default()),
            _ => List::Closed,
        };
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
