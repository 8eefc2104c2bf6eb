//! Schermtest: how the screen is seen best in this classroom, in five questions. What is chosen is
//! seen at once; the name of the classroom, at the end, keeps it.

mod back_row;
mod clicker;
mod naming;
mod picture;

pub use picture::draw;

use crossterm::event::KeyEvent;

use crate::session::Settings;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::letters::LetterSet;
use crate::tui::screens::{Change, neighbour};
use crate::tui::theme::Theme;
use crate::tui::widgets::input::Input;
use back_row::BackRow;
use clicker::{Clicker, Heard};
use naming::Naming;

/// The question that is asked, and the answers so far. Letters and colours are in the theme.
pub struct ScreenTest {
    stage: Stage,
    back_row: BackRow,
    clicker: Clicker,
    naming: Naming,
    /// For who leaves without an answer.
    before: Theme,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Letters,
    BackRow,
    Colours,
    Clicker,
    Classroom,
}

/// What a key led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Stay,
    /// To where the program begins; nothing was kept.
    Back,
    /// The look is the one of this classroom.
    Named(Text),
}

impl Stage {
    const ALL: [Self; 5] = [Self::Letters, Self::BackRow, Self::Colours, Self::Clicker, Self::Classroom];

    /// From 1.
    fn number(self) -> usize {
        Self::ALL.into_iter().take_while(|stage| *stage != self).count() + 1
    }

    fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    fn previous(self) -> Option<Self> {
        Self::ALL.get(self.number().checked_sub(2)?).copied()
    }
}

impl ScreenTest {
    pub fn new(theme: &Theme, settings: &Settings) -> Self {
        Self {
            stage: Stage::Letters,
            back_row: BackRow::default(),
            clicker: Clicker::default(),
            naming: Naming::new(settings),
            before: theme.clone(),
        }
    }

    pub fn context(&self) -> Context {
        match self.stage {
            Stage::Letters | Stage::Colours => Context::Look,
            Stage::BackRow => Context::BackRow,
            Stage::Clicker if self.clicker.is_tried() => Context::Tested,
            Stage::Clicker => Context::Clicker,
            Stage::Classroom => Context::Classroom,
        }
    }

    /// Where text is typed.
    pub fn field(&mut self) -> Option<&mut Input> {
        (self.stage == Stage::Classroom).then(|| self.naming.field())
    }

    pub fn press(&mut self, key: KeyEvent, theme: &mut Theme) -> Outcome {
        if self.stage == Stage::Clicker && self.clicker.press(key) == Heard::Here {
            return Outcome::Stay;
        }
        match keymap::action(self.context(), key) {
            Some(Action::Accept) => return self.accept(),
            Some(Action::Close) => return self.back(theme),
            Some(Action::Left) if self.context() == Context::Look => self.choose(Change::Less, theme),
            Some(Action::Right) if self.context() == Context::Look => self.choose(Change::More, theme),
            Some(action) if self.stage == Stage::BackRow => self.back_row.press(action),
            _ if self.stage == Stage::Classroom => self.naming.press(key),
            _ => {}
        }
        Outcome::Stay
    }

    fn choose(&mut self, change: Change, theme: &mut Theme) {
        let now = theme.clone();
        *theme = if self.stage == Stage::Letters {
            now.in_letters(neighbour(&LetterSet::ALL, &theme.letters.letter_set(), change))
        } else {
            now.in_next_colours(change)
        };
    }

    fn accept(&mut self) -> Outcome {
        match self.stage.next() {
            Some(next) => self.turn_to(next),
            None => Outcome::Named(self.naming.name()),
        }
    }

    fn back(&mut self, theme: &mut Theme) -> Outcome {
        if let Some(previous) = self.stage.previous() {
            return self.turn_to(previous);
        }
        theme.clone_from(&self.before);
        Outcome::Back
    }

    /// The clicker is tried anew each time.
    fn turn_to(&mut self, stage: Stage) -> Outcome {
        self.stage = stage;
        self.clicker = Clicker::default();
        Outcome::Stay
    }
}
