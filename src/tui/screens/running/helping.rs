//! Helper mode: a pupil stands at the keys and turns the pages. Only next works, as far as it leads
//! through the steps; Ctrl-G twice gives the teacher all keys back.

use crossterm::event::KeyEvent;

use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::running::{Outcome, Over, Running};

/// What stands at the foot of the screen meanwhile.
pub const MARK: &str = "De hulp bladert.";
const ONLY_NEXT: &str = "De hulp bladert. Docent: twee keer Ctrl-G.";

/// Who has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    Teacher,
    Helper,
    /// Ctrl-G came once.
    Leaving,
}

impl Running {
    pub(super) fn hand_over(&mut self) -> Outcome {
        self.hands = Hands::Helper;
        Outcome::Say(ONLY_NEXT.to_owned())
    }

    pub(super) fn press_as_helper(&mut self, key: KeyEvent) -> Outcome {
        let before = std::mem::replace(&mut self.hands, Hands::Helper);
        match keymap::action(Context::Helper, key) {
            Some(Action::LeaveTyping) if before == Hands::Leaving => {
                self.hands = Hands::Teacher;
                Outcome::Say("Alle toetsen doen het weer.".to_owned())
            }
            Some(Action::LeaveTyping) => {
                self.hands = Hands::Leaving;
                Outcome::Say("Nog een keer Ctrl-G: terug naar de docent.".to_owned())
            }
            Some(Action::Next) => self.help_on(),
            _ => Outcome::Say(ONLY_NEXT.to_owned()),
        }
    }

    /// What would ask something is the teacher's.
    fn help_on(&mut self) -> Outcome {
        let asks = self.asks_first().is_some();
        let is_last_page = self.page + 1 >= self.pages().pages.len();
        match (&self.over, &self.scene.cover) {
            (Over::Nothing, Some(_)) => self.next_under_cover(),
            (Over::Nothing, None) if !asks || !is_last_page => self.next(),
            _ => Outcome::Say(ONLY_NEXT.to_owned()),
        }
    }
}
