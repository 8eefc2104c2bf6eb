//! The answer that is being given: lines that are typed, or what is picked from what is offered.

use std::ops::RangeInclusive;

use crossterm::event::KeyEvent;

use crate::maker::{Answers, Question, Reply};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::widgets::input::Input;

/// So much more than may be kept can be typed: what is too long is told, not refused.
const SPARE: usize = 80;

pub enum Editor {
    Typed(Lines),
    Picked(Picks),
}

/// Lines of text, the last of them empty as long as there may be more.
pub struct Lines {
    pub inputs: Vec<Input>,
    pub at: usize,
    length: RangeInclusive<usize>,
    most: usize,
}

pub struct Picks {
    pub at: usize,
    pub picked: Vec<bool>,
    pub count: Count,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    One,
    Any,
}

/// What a key meant for the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Something of the answer may be other now.
    Here,
    Accept,
    Back,
    Rehearse,
    Overview,
    Help,
}

impl Editor {
    pub fn new(question: &Question, reply: &Reply) -> Self {
        match (&question.answers, reply) {
            (Answers::One(offers), Reply::Picked(now)) => {
                let at = now.first().copied().unwrap_or(0);
                Self::Picked(Picks { at, picked: vec![false; offers.len()], count: Count::One })
            }
            (Answers::Many(offers), Reply::Picked(now)) => {
                let picked = (0..offers.len()).map(|at| now.contains(&at)).collect();
                Self::Picked(Picks { at: 0, picked, count: Count::Any })
            }
            (Answers::Lines { length, most }, Reply::Lines(lines)) => {
                Self::Typed(Lines::new(lines, length.clone(), *most))
            }
            (Answers::Line(most), Reply::Lines(lines)) => Self::Typed(Lines::new(lines, 1..=1, *most)),
            // The two come from one question.
            _ => Self::Typed(Lines::new(&[], 1..=1, 0)),
        }
    }

    pub fn reply(&self) -> Reply {
        match self {
            Self::Typed(lines) => {
                Reply::Lines(lines.inputs.iter().map(|input| input.text().to_string()).collect())
            }
            Self::Picked(Picks { at, count: Count::One, .. }) => Reply::Picked(vec![*at]),
            Self::Picked(Picks { picked, .. }) => {
                Reply::Picked((0..picked.len()).filter(|at| picked.get(*at) == Some(&true)).collect())
            }
        }
    }

    /// Whether the answer holds before Enter is pressed.
    pub fn keeps(&self) -> bool {
        !matches!(self, Self::Picked(Picks { count: Count::One, .. }))
    }

    pub fn context(&self) -> Context {
        match self {
            Self::Typed(lines) if *lines.length.end() == 1 => Context::TypeLine,
            Self::Typed(_) => Context::TypeLines,
            Self::Picked(_) => Context::Pick,
        }
    }

    pub fn field(&mut self) -> Option<&mut Input> {
        match self {
            Self::Typed(lines) => lines.inputs.get_mut(lines.at),
            Self::Picked(_) => None,
        }
    }

    pub fn press(&mut self, key: KeyEvent) -> Heard {
        let action = keymap::action(self.context(), key);
        match (action, &mut *self) {
            (Some(Action::Rehearse), _) => Heard::Rehearse,
            (Some(Action::Overview), _) => Heard::Overview,
            (Some(Action::Help), _) => Heard::Help,
            (Some(Action::Back), _) => Heard::Back,
            (Some(Action::Next), _) => Heard::Accept,
            (action, Self::Typed(lines)) => lines.press(action, key),
            (action, Self::Picked(picks)) => picks.press(action, key),
        }
    }
}

impl Lines {
    fn new(lines: &[String], length: RangeInclusive<usize>, most: usize) -> Self {
        let mut inputs: Vec<Input> = lines.iter().map(|line| Input::filled(most + SPARE, line)).collect();
        let is_fixed = length.start() == length.end();
        if inputs.len() < *length.end() || inputs.is_empty() {
            inputs.push(Input::at_most(most + SPARE));
        }
        let at = if is_fixed { 0 } else { inputs.len() - 1 };
        Self { inputs, at, length, most }
    }

    fn press(&mut self, action: Option<Action>, key: KeyEvent) -> Heard {
        let last = self.inputs.len().saturating_sub(1);
        let Some(input) = self.inputs.get_mut(self.at) else { return Heard::Here };
        match (action, keymap::letter(key)) {
            (Some(Action::Accept), _) => return self.enter(),
            (Some(Action::Up), _) if self.at == 0 => return Heard::Back,
            (Some(Action::Left), _) if self.at == 0 && input.is_at_start() => return Heard::Back,
            (Some(Action::Up), _) => self.at -= 1,
            (Some(Action::Down), _) => self.at = (self.at + 1).min(last),
            (Some(Action::Left), _) => input.left(),
            (Some(Action::Right), _) => input.right(),
            (Some(Action::Home), _) => input.home(),
            (Some(Action::End), _) => input.end(),
            (Some(Action::Erase), _) => input.erase(),
            (Some(Action::Remove), _) => input.remove(),
            (Some(Action::Close), _) => input.clear(),
            (None, Some(letter)) => input.insert(letter),
            _ => {}
        }
        Heard::Here
    }

    /// To the next line; from the last one, or an empty one at the end, to the next question.
    fn enter(&mut self) -> Heard {
        let is_empty = self.inputs.get(self.at).is_none_or(Input::is_empty);
        if self.at + 1 < self.inputs.len() {
            self.at += 1;
            return Heard::Here;
        }
        if is_empty || self.inputs.len() >= *self.length.end() {
            return Heard::Accept;
        }
        self.inputs.push(Input::at_most(self.most + SPARE));
        self.at += 1;
        Heard::Here
    }
}

impl Picks {
    fn press(&mut self, action: Option<Action>, key: KeyEvent) -> Heard {
        let last = self.picked.len().saturating_sub(1);
        match action {
            Some(Action::Accept) => return Heard::Accept,
            Some(Action::Up) => self.at = self.at.saturating_sub(1),
            Some(Action::Down) => self.at = (self.at + 1).min(last),
            Some(Action::Toggle) => self.toggle(),
            Some(Action::Option) if keymap::digit(key) <= self.picked.len() => {
                self.at = keymap::digit(key) - 1;
                self.toggle();
            }
            _ => {}
        }
        Heard::Here
    }

    fn toggle(&mut self) {
        if let Some(picked) = self.picked.get_mut(self.at) {
            *picked = !*picked;
        }
    }
}
