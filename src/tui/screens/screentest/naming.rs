//! The name of the classroom: one that is known, or a new one.

use crossterm::event::KeyEvent;

use crate::session::{MAX_CLASSROOM_NAME, Settings};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::{Change, neighbour};
use crate::tui::widgets::input::Input;

/// What a classroom is called by a teacher with one classroom.
const USUAL: &str = "lokaal";

/// What is typed; as long as nothing is, the one that is offered.
pub struct Naming {
    known: Vec<Text>,
    offered: Text,
    input: Input,
}

impl Naming {
    pub fn new(settings: &Settings) -> Self {
        let offered = settings.looks.classroom().cloned().unwrap_or_else(|| Text::clean(USUAL));
        let known = settings.looks.classrooms().cloned().collect();
        Self { known, offered, input: Input::at_most(MAX_CLASSROOM_NAME) }
    }

    /// Never empty.
    pub fn name(&self) -> Text {
        Some(self.input.text()).filter(|typed| !typed.is_empty()).unwrap_or_else(|| self.offered.clone())
    }

    pub fn field(&mut self) -> &mut Input {
        &mut self.input
    }

    pub fn input(&self) -> &Input {
        &self.input
    }

    pub fn known(&self) -> &[Text] {
        &self.known
    }

    pub fn press(&mut self, key: KeyEvent) {
        match (keymap::action(Context::Classroom, key), keymap::letter(key)) {
            (Some(Action::Up), _) => self.offer(Change::Less),
            (Some(Action::Down), _) => self.offer(Change::More),
            (Some(Action::Left), _) => self.input.left(),
            (Some(Action::Right), _) => self.input.right(),
            (Some(Action::Erase), _) => self.input.erase(),
            (Some(Action::Remove), _) => self.input.remove(),
            (None, Some(letter)) => self.input.insert(letter),
            _ => {}
        }
    }

    fn offer(&mut self, change: Change) {
        self.offered = neighbour(&self.known, &self.offered, change);
        self.input.clear();
    }
}
