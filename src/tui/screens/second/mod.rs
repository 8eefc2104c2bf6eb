//! The second screen: what the teacher alone sees of a lesson that runs elsewhere. Its keys do here
//! what they do in the lesson.

mod picture;

pub use picture::draw;

use std::time::Duration;

use crossterm::event::KeyEvent;
use jiff::Timestamp;

use crate::lesson::{Command, Refusal, Screen, UntilBell};
use crate::session::{Looking, Overview};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::entry::{Entry, Purpose, Typed};
use crate::tui::screens::running::keys::command;
use crate::tui::widgets::input::Input;

/// What is seen of the lesson, and what is being typed for it.
pub struct Second {
    looking: Box<dyn Looking>,
    /// None: no lesson runs.
    overview: Option<Overview>,
    now: Timestamp,
    entry: Option<Entry>,
    /// The teacher wants to see what is behind, though pupils may see this screen too.
    opened: bool,
    /// Into the answers; where there are none the rows are scrolled by it.
    at: usize,
}

/// What a key led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Stay,
    Say(String),
    Help,
    /// The lesson goes on.
    Quit,
}

impl Second {
    pub fn new(looking: Box<dyn Looking>) -> Self {
        Self { looking, overview: None, now: Timestamp::UNIX_EPOCH, entry: None, opened: false, at: 0 }
    }

    /// The lesson as it is now, or that there is none.
    pub fn see(&mut self, overview: Option<Overview>, now: Timestamp) {
        let step = |overview: &Option<Overview>| overview.as_ref().map(|overview| overview.place.clone());
        if step(&self.overview) != step(&overview) {
            self.at = 0;
        }
        self.now = now;
        self.overview = overview;
    }

    /// Whether the time shows.
    pub fn time_passed(&mut self, now: Timestamp) -> bool {
        let before = self.minutes_left();
        self.now = now;
        before != self.minutes_left()
    }

    /// Until the minutes to the bell change; None: never.
    pub fn next_change(&self) -> Option<Duration> {
        self.until_bell()?.next_minute()
    }

    /// Where text is typed, if it is now.
    pub fn field(&mut self) -> Option<&mut Input> {
        self.entry.as_mut()?.field()
    }

    pub fn press(&mut self, key: KeyEvent) -> Outcome {
        if self.entry.is_some() {
            return self.press_entry(key);
        }
        let Some(action) = keymap::action(Context::Lesson, key) else { return Outcome::Stay };
        match (action, &self.overview) {
            (Action::Quit | Action::Break, _) => return Outcome::Quit,
            (Action::Help, _) => return Outcome::Help,
            (_, None) => {}
            (Action::Up, _) => self.at = self.at.saturating_sub(1),
            (Action::Down, Some(overview)) => self.at = (self.at + 1).min(picture::last(overview)),
            (Action::Answer, Some(overview)) => return self.open_entry(overview.clone()),
            (Action::Remove, Some(overview)) if !self.is_closed() => {
                match overview.behind.answers.get(self.at) {
                    Some(given) => self.looking.wish(&Command::RemoveAnswer(given.id)),
                    None => return Outcome::Say(Refusal::NoSuchAnswer.to_string()),
                }
            }
            (Action::Panel, _) => self.opened = !self.opened,
            (Action::LetType | Action::Count | Action::Shred, _) => {
                return Outcome::Say("Dat kan alleen op het scherm van de klas.".to_owned());
            }
            _ => {
                if let Some(command) = wished(action, keymap::digit(key)) {
                    self.looking.wish(&command);
                }
            }
        }
        Outcome::Stay
    }

    fn open_entry(&mut self, overview: Overview) -> Outcome {
        if let Some(why) = overview.no_answers {
            return Outcome::Say(why.to_string());
        }
        self.entry = Entry::new(Purpose::Answer, overview.duos, 0);
        Outcome::Stay
    }

    fn press_entry(&mut self, key: KeyEvent) -> Outcome {
        let Some(entry) = &mut self.entry else { return Outcome::Stay };
        if let Some(Action::Quit | Action::Break) = keymap::action(Context::Entry, key) {
            return Outcome::Quit;
        }
        match entry.press(key) {
            Typed::Stay | Typed::LetType => {}
            Typed::Close => self.entry = None,
            Typed::Answer(group, text) => {
                self.looking.wish(&Command::Answer { group, text });
                entry.next_duo();
            }
        }
        Outcome::Stay
    }

    /// Pupils may see this screen: answers and turns wait until the teacher asks for them.
    fn is_closed(&self) -> bool {
        let screen = self.overview.as_ref().map(|overview| overview.screen);
        screen == Some(Screen::Mirrored) && !self.opened
    }

    /// None without a bell.
    fn minutes_left(&self) -> Option<Duration> {
        self.until_bell().map(UntilBell::minutes)
    }

    fn until_bell(&self) -> Option<UntilBell> {
        Some(UntilBell::at(self.overview.as_ref()?.bell?, self.now))
    }
}

/// What a key of the lesson wishes for.
fn wished(action: Action, number: usize) -> Option<Command> {
    Some(match action {
        Action::Next | Action::Accept => Command::Next,
        Action::Back => Command::Back,
        Action::Furthest => Command::ToFurthest,
        Action::ToNextStep => Command::ToNextStep,
        Action::ToClosing => Command::ToClosing,
        Action::Option => Command::Choose(number.checked_sub(1)?),
        _ => return command(action),
    })
}
