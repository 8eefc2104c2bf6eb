//! The keys of a clicker, tried one by one: which key comes in, and what it does in a lesson.

use crossterm::event::KeyEvent;

use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::theme::Arrows;

/// What a clicker can do, what it is called, and how it is asked for.
pub const ASKED: [(Action, &str, &str); 3] = [
    (Action::Next, "verder", "Druk op verder"),
    (Action::Back, "terug", "Druk op terug"),
    (Action::Blank, "zwart scherm", "Druk op zwart"),
];

const ALL_WORK: &str = "Hij doet het!";
const SOME_WORK: &str = "Dat is alles.";
const NONE_TRIED: &str = "Zonder kan ook.";

/// What came for each of what was asked, and the last key that came.
#[derive(Default)]
pub struct Clicker {
    answers: Vec<Answer>,
    last: Option<KeyEvent>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Key(KeyEvent),
    Skipped,
}

/// Whose key it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Here,
    /// Everything was asked: Enter and Esc leave.
    Elsewhere,
}

impl Clicker {
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    pub fn is_tried(&self) -> bool {
        self.answers.len() >= ASKED.len()
    }

    /// What is asked now, or what is said when everything was.
    pub fn sentence(&self) -> &'static str {
        let skipped = self.answers.iter().filter(|answer| **answer == Answer::Skipped).count();
        match (ASKED.get(self.answers.len()), skipped) {
            (Some((.., ask)), _) => ask,
            (None, 0) => ALL_WORK,
            (None, skipped) if skipped < ASKED.len() => SOME_WORK,
            (None, _) => NONE_TRIED,
        }
    }

    /// Every [`Clicker::sentence`]: they are all as large.
    pub fn sentences() -> impl Iterator<Item = &'static str> {
        ASKED.iter().map(|(.., ask)| *ask).chain([ALL_WORK, SOME_WORK, NONE_TRIED])
    }

    pub fn press(&mut self, key: KeyEvent) -> Heard {
        let asked = ASKED.get(self.answers.len()).map(|(asked, ..)| *asked);
        let answer = match asked {
            None if keymap::action(Context::Tested, key).is_some() => return Heard::Elsewhere,
            Some(asked) if does(key, asked) => Some(Answer::Key(key)),
            Some(_) if keymap::action(Context::Clicker, key).is_some() => Some(Answer::Skipped),
            _ => None,
        };
        self.last = Some(key).filter(|_| answer != Some(Answer::Skipped));
        self.answers.extend(answer);
        Heard::Here
    }

    /// What the last key was, and what it does.
    pub fn said(&self, arrows: Arrows) -> Option<String> {
        let key = self.last?;
        let label = label(key, arrows);
        Some(match keymap::deed(Context::Lesson, key) {
            Some(deed) => format!("Toets {label} is in de les: {deed}."),
            None => format!("Toets {label} doet niets in de les."),
        })
    }
}

pub fn label(key: KeyEvent, arrows: Arrows) -> Text {
    Text::clean(&keymap::label(key, arrows))
}

/// Whether this key does what is asked; Enter goes on too.
fn does(key: KeyEvent, asked: Action) -> bool {
    match keymap::action(Context::Lesson, key) {
        Some(Action::Accept) => asked == Action::Next,
        action => action == Some(asked),
    }
}
