//! A tap on the board, or a click: what the screen under it makes of it.

use ratatui::layout::{Position, Size};

use crate::session::Mouse;
use crate::tui::notice::Notice;
use crate::tui::program::{Program, Screen};
use crate::tui::screens::choose;

/// At the edges boards see taps that nobody made: so many columns at each side do nothing, and a row
/// above and below.
const EDGE: u16 = 2;

impl Program {
    #[must_use]
    pub fn with_mouse(self, mouse: Mouse) -> Self {
        Self { mouse, ..self }
    }

    /// Nothing is lost by a tap: what is asked is answered with no, unless the yes itself is tapped.
    pub fn tap(&mut self, at: Position) {
        if self.mouse == Mouse::Off || is_at_edge(at, self.size) {
            return;
        }
        let notice = self.notice.take();
        let notice = notice.as_ref().map(Notice::text);
        self.broken = false;
        if self.help.take().is_some() {
            return;
        }
        match &mut self.screen {
            Screen::Choose(choose) => {
                let sight = choose::Sight { lists: &self.lists, notice, theme: &self.theme, size: self.size };
                if let choose::Outcome::Chosen(item) = choose.tap(at, &sight) {
                    self.chosen(item);
                }
            }
            Screen::Setup(setup, _) => {
                let outcome = setup.tap(at, notice, &self.theme, self.size);
                setup.recall(&self.outside.shelf);
                self.setup_outcome(outcome);
            }
            Screen::Lesson(running) => {
                let outcome = running.tap(at);
                self.lesson_outcome(outcome);
            }
            Screen::Test(_) | Screen::Second(_) | Screen::Maker(_) | Screen::Watch(_) => {}
        }
    }
}

fn is_at_edge(at: Position, size: Size) -> bool {
    let columns = EDGE..size.width.saturating_sub(EDGE);
    let rows = 1..size.height.saturating_sub(1);
    !columns.contains(&at.x) || !rows.contains(&at.y)
}
