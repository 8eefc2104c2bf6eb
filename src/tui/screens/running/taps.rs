//! Taps on the class view: the right half goes on, the left half back, and what can be chosen is
//! chosen by a tap on it.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Position;

use crate::lesson::Command;
use crate::session::Mouse;
use crate::tui::screens::class::Layout;
use crate::tui::screens::running::helping::Hands;
use crate::tui::screens::running::{Arrival, Outcome, Over, Running};
use crate::tui::screens::{item_at, selection};

impl Running {
    #[must_use]
    pub fn with_mouse(self, mouse: Mouse) -> Self {
        Self { mouse, ..self }
    }

    pub fn tap(&mut self, at: Position) -> Outcome {
        let is_right = at.x >= self.size.width / 2;
        let turned = if is_right { KeyCode::PageDown } else { KeyCode::PageUp };
        if self.hands != Hands::Teacher {
            return self.press(KeyEvent::from(turned));
        }
        let key = match &self.over {
            Over::Nothing if self.scene.cover.is_some() && !is_right => KeyCode::Esc,
            Over::Nothing if self.scene.cover.is_some() => turned,
            Over::Nothing => return self.tap_step(at, turned),
            Over::Ask(_) | Over::Finished if self.answer_at(at) == Some(0) => KeyCode::Enter,
            Over::Finished if self.answer_at(at) == Some(1) => KeyCode::Char('z'),
            Over::Ask(_) | Over::Help(_) | Over::Panel(_) => KeyCode::Esc,
            // There one types.
            Over::Finished | Over::Entry(_) | Over::Count(_) | Over::Coming(_) | Over::Typing(_) => {
                return Outcome::Stay;
            }
        };
        self.press(KeyEvent::from(key))
    }

    fn tap_step(&mut self, at: Position, turned: KeyCode) -> Outcome {
        let body = Layout::of(&self.scene, self.size, &self.theme).body;
        let fitted = self.pages();
        let page = fitted.pages.get(self.page).or(fitted.pages.last());
        let item = page.and_then(|page| item_at(at, body, &page.rows));
        match item.filter(|item| *item < selection::options(&self.scene.body)) {
            Some(option) if selection::picks(&self.scene.body) => {
                self.act(Command::Choose(option), Arrival::Onward)
            }
            Some(option) if self.selected != Some(option) => self.select(option),
            _ => self.press(KeyEvent::from(turned)),
        }
    }

    /// Which of the answers at the foot is tapped: a key and its word each, in the row above the last.
    fn answer_at(&self, at: Position) -> Option<usize> {
        let bottom = Layout::new(self.size).bottom;
        let rows = self.over.rows(&self.scene, self.keeping, usize::from(bottom.width), &self.theme);
        let across = at.x.checked_sub(bottom.x).filter(|_| at.y + 1 == bottom.y)?;
        let mut end = 0;
        rows.last()?.pieces.chunks(2).position(|answer| {
            end += answer.iter().map(|(_, text)| crate::text::width(text)).sum::<usize>();
            usize::from(across) < end
        })
    }
}
