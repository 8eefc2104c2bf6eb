//! Taps in Les klaarzetten.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::{Position, Size};

use crate::session::Mouse;
use crate::tui::screens::Change;
use crate::tui::screens::item_at;
use crate::tui::screens::setup::picture::Laid;
use crate::tui::screens::setup::{List, Outcome, Setup};
use crate::tui::theme::Theme;

impl Setup {
    #[must_use]
    pub fn with_mouse(self, mouse: Mouse) -> Self {
        Self { mouse, ..self }
    }

    /// A tap on a question goes there; on its right third it changes the answer too. The last row
    /// begins. A tap on a name is what a space is on it; beside the names it closes the list.
    pub fn tap(&mut self, at: Position, notice: Option<&str>, theme: &Theme, size: Size) -> Outcome {
        let laid = Laid::new(self, notice, theme, size);
        let line = laid.line_at(at);
        let item = item_at(at, laid.body, &laid.rows);
        let key = match (self.list, item) {
            (List::Closed, _) => match line {
                None => return Outcome::Stay,
                Some(line) if line >= self.lines().len() => return self.begin(),
                Some(line) => {
                    self.go(line);
                    let is_right = u32::from(at.x) * 3 >= u32::from(size.width) * 2;
                    return if is_right { self.change(Change::More) } else { Outcome::Stay };
                }
            },
            (List::Absent(_), Some(item)) => {
                self.list = List::Absent(item);
                KeyCode::Char(' ')
            }
            (List::Seats(mut list), Some(item)) => {
                list.at = item;
                self.list = List::Seats(list);
                KeyCode::Char(' ')
            }
            (_, None) => KeyCode::Esc,
        };
        self.press(KeyEvent::from(key))
    }
}
