//! A card as a class sees it, without a class: → ← through every beat of every step.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::lesson::{Command, Cover, Scene};
use crate::session::Rehearsal;
use crate::tui::action::Action;
use crate::tui::fitting::Fitted;
use crate::tui::keymap::{self, Context};
use crate::tui::pages;
use crate::tui::screens::class::{self, Keeping, View};
use crate::tui::screens::{key_row, selection};
use crate::tui::theme::Theme;
use crate::tui::widgets::row::Row;

/// A rehearsal on the screen.
pub struct Rehearsed {
    rehearsal: Rehearsal,
    scene: Scene,
    page: usize,
}

/// What it is drawn with.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub theme: &'a Theme,
    pub size: Size,
}

/// What a key led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Here,
    Close,
    Help,
}

impl Rehearsed {
    pub fn new(rehearsal: Rehearsal) -> Self {
        let scene = rehearsal.scene();
        Self { rehearsal, scene, page: 0 }
    }

    /// The same place in another card, or in this one after it was written anew.
    pub fn go_to_place_of(&mut self, other: &Self) {
        self.rehearsal.go_to(other.rehearsal.place());
        self.scene = self.rehearsal.scene();
        self.page = other.page;
    }

    /// Whether something is seen that was not there yet: a picture that was read.
    pub fn look_again(&mut self) -> bool {
        let before = std::mem::replace(&mut self.scene, self.rehearsal.scene());
        before != self.scene
    }

    pub fn press(&mut self, key: KeyEvent, sight: Sight) -> Heard {
        match keymap::action(Context::Rehearsal, key) {
            Some(Action::Close) => return Heard::Close,
            Some(Action::Help) => return Heard::Help,
            Some(Action::Next) if self.page + 1 < self.pages(sight).pages.len() => self.page += 1,
            Some(Action::Next) => {
                let command = if self.scene.cover.is_some() { Command::Uncover } else { Command::Next };
                self.act(command, sight);
            }
            Some(Action::Back) if self.page > 0 => self.page -= 1,
            Some(Action::Back) => {
                let command = if self.scene.cover.is_some() { Command::Uncover } else { Command::Back };
                self.act(command, sight);
                self.page = self.pages(sight).pages.len().saturating_sub(1);
            }
            Some(Action::Simple) => self.act(Command::ToggleWording, sight),
            Some(Action::Words) => self.act(Command::Toggle(Cover::Words), sight),
            Some(Action::Option) if selection::picks(&self.scene.body) => {
                self.act(Command::Choose(keymap::digit(key) - 1), sight);
            }
            _ => {}
        }
        Heard::Here
    }

    fn act(&mut self, command: Command, sight: Sight) {
        if self.rehearsal.act(command) {
            self.scene = self.rehearsal.scene();
            self.page = pages::opening(&self.pages(sight).pages);
        }
    }

    fn pages(&self, sight: Sight) -> Fitted {
        class::pages(&self.scene, None, sight.size, sight.theme)
    }
}

/// As the class sees it; over it, at the bottom, these rows.
pub fn draw(shown: &Rehearsed, bottom: Vec<Row>, theme: &Theme, buffer: &mut Buffer) {
    let fitted = shown.pages(Sight { theme, size: buffer.area.as_size() });
    let view =
        View { scene: &shown.scene, pages: &fitted.pages, page: shown.page, keeping: Keeping::Kept, bottom };
    class::draw(&view, theme, buffer);
}

/// The keys that turn the pages.
pub fn keys(width: usize, theme: &Theme) -> Row {
    key_row(Row::default(), keymap::own_hints(Context::Rehearsal, theme.glyphs.arrows), width)
}
