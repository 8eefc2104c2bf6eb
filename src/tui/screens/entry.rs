//! What a teacher types at the bottom of the class view: an answer of a duo, or a count of hands.

use crossterm::event::KeyEvent;

use crate::class::GroupNumber;
use crate::lesson::Duo;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::key_row;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::columns;
use crate::tui::widgets::input::Input;
use crate::tui::widgets::row::Row;

/// An answer on its way: whose it is, and what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    purpose: Purpose,
    duos: Vec<Duo>,
    /// Into `duos`.
    at: usize,
    input: Input,
    /// The duo number as far as it was typed; empty: the arrows chose.
    digits: String,
}

/// An answer that was begun and left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its number; who is in it may change meanwhile.
    duo: u8,
    input: Input,
}

/// What the duo is picked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The teacher types what they say.
    Answer,
    /// They type themselves, on the whole screen.
    LetType,
}

/// What a key led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Stay,
    /// To be kept.
    Answer(GroupNumber, Text),
    /// This duo comes to the keys.
    LetType,
    Close,
}

impl Entry {
    /// None when there is no duo to answer.
    pub fn new(purpose: Purpose, duos: Vec<Duo>, at: usize) -> Option<Self> {
        let at = at.min(duos.len().checked_sub(1)?);
        Some(Self { purpose, duos, at, input: Input::default(), digits: String::new() })
    }

    /// Goes on with what was begun, among the duos as they are now.
    pub fn resume(draft: Draft, duos: Vec<Duo>) -> Option<Self> {
        let at = duos.iter().position(|duo| duo.number == draft.duo).unwrap_or(0);
        Some(Self { input: draft.input, ..Self::new(Purpose::Answer, duos, at)? })
    }

    /// What was typed and not kept; None when nothing was.
    pub fn into_draft(self) -> Option<Draft> {
        let duo = self.duo()?.number;
        (!self.input.is_empty()).then_some(Draft { duo, input: self.input })
    }

    pub fn at(&self) -> usize {
        self.at
    }

    /// None while the number that was typed is nobody's.
    fn duo(&self) -> Option<&Duo> {
        let duo = self.duos.get(self.at)?;
        let is_typed = self.digits.parse().is_ok_and(|number: u8| number == duo.number);
        (self.digits.is_empty() || is_typed).then_some(duo)
    }

    pub fn press(&mut self, key: KeyEvent) -> Typed {
        match (keymap::action(Context::Entry, key), keymap::letter(key)) {
            (Some(Action::Accept), _) => return self.accept(),
            (Some(Action::Close), _) => return Typed::Close,
            (Some(action), _) => self.edit(action),
            (None, Some(digit)) if digit.is_ascii_digit() && self.purpose == Purpose::LetType => {
                self.dial(digit);
            }
            (None, Some(letter)) if self.purpose == Purpose::Answer => self.input.insert(letter),
            (None, _) => {}
        }
        Typed::Stay
    }

    /// Where text is typed.
    pub fn field(&mut self) -> Option<&mut Input> {
        (self.purpose == Purpose::Answer).then_some(&mut self.input)
    }

    /// The next duo; after the last the first.
    pub fn next_duo(&mut self) {
        self.at = (self.at + 1) % self.duos.len().max(1);
        self.digits.clear();
        self.input.clear();
    }

    pub fn rows(&self, width: usize, glyphs: &Glyphs) -> Vec<Row> {
        let rule = Row::new(Role::Rule, glyphs.rule.repeat(width));
        if self.purpose == Purpose::LetType {
            let ask = Row::new(Role::Text, "Welk duo typt?  ").and_row(self.head());
            return vec![rule, ask, key_row(Row::default(), self.hints(glyphs), width)];
        }
        let head = self.head();
        let input = self.input.row(width.saturating_sub(head.width()));
        let ask = Row::new(Role::Quiet, "Schrijf geen namen.");
        vec![rule, head.and_row(input), key_row(ask, self.hints(glyphs), width)]
    }

    fn hints(&self, glyphs: &Glyphs) -> Vec<(String, &'static str)> {
        let mut hints = keymap::own_hints(Context::Entry, glyphs.arrows);
        for (_, word) in hints.iter_mut().filter(|_| self.purpose == Purpose::LetType) {
            *word = if *word == "bewaren" { "verder" } else { word };
        }
        hints
    }

    fn head(&self) -> Row {
        let Some(duo) = self.duo() else {
            let last = self.duos.iter().map(|duo| duo.number).max().unwrap_or(0);
            let missing = format!("Duo {} is er niet; kies 1 tot en met {last}.", self.digits);
            return Row::new(Role::Strong, missing);
        };
        let names = columns::names(duo);
        let head = Row::new(Role::Strong, format!("Duo {}  ", duo.number));
        if names.is_empty() || !self.input.is_empty() {
            head
        } else {
            head.and(Role::Quiet, format!("{names}  "))
        }
    }

    fn accept(&mut self) -> Typed {
        let text = self.input.text();
        match self.duo() {
            None => Typed::Stay,
            Some(_) if self.purpose == Purpose::LetType => Typed::LetType,
            Some(duo) if !text.is_empty() => Typed::Answer(GroupNumber(duo.number), text),
            Some(_) => {
                self.next_duo();
                Typed::Stay
            }
        }
    }

    fn edit(&mut self, action: Action) {
        match action {
            Action::Up => self.step(self.duos.len().saturating_sub(1)),
            Action::Down => self.step(1),
            Action::Left => self.input.left(),
            Action::Right => self.input.right(),
            Action::Home => self.input.home(),
            Action::End => self.input.end(),
            Action::Erase if self.purpose == Purpose::LetType => {
                self.digits.pop();
                self.dialed();
            }
            Action::Erase => self.input.erase(),
            Action::Remove => self.input.remove(),
            _ => {}
        }
    }

    fn step(&mut self, by: usize) {
        self.at = (self.at + by) % self.duos.len().max(1);
        self.digits.clear();
    }

    /// 1 and then 2 is duo 12.
    fn dial(&mut self, digit: char) {
        if self.digits.len() < MAX_DIGITS {
            self.digits.push(digit);
        }
        self.dialed();
    }

    fn dialed(&mut self) {
        let number = self.digits.parse::<u8>().ok();
        if let Some(at) = self.duos.iter().position(|duo| Some(duo.number) == number) {
            self.at = at;
        }
    }
}

/// Hands counted for one option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub option: usize,
    pub digits: String,
}

/// No class has more hands than three digits.
const MAX_DIGITS: usize = 3;

impl Count {
    pub fn new(option: usize) -> Self {
        Self { option, digits: String::new() }
    }

    pub fn dial(&mut self, key: KeyEvent) {
        if let Some(digit) = keymap::letter(key).filter(char::is_ascii_digit)
            && self.digits.len() < MAX_DIGITS
        {
            self.digits.push(digit);
        }
    }

    /// What was typed; None when nothing was.
    pub fn number(&self) -> Option<u16> {
        self.digits.parse().ok()
    }

    /// `what` is counted: "handen".
    pub fn rows(&self, what: &str, option: char, width: usize, glyphs: &Glyphs) -> Vec<Row> {
        let ask = Row::new(Role::Strong, format!("Hoeveel {what} voor {option}?  "))
            .and(Role::Text, self.digits.as_str())
            .and(Role::Cursor, " ");
        let typed = Row::new(Role::Quiet, "Typ het aantal.");
        let hints = key_row(typed, keymap::own_hints(Context::Count, glyphs.arrows), width);
        vec![Row::new(Role::Rule, glyphs.rule.repeat(width)), ask, hints]
    }
}
