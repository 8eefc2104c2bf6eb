//! Making a card, and looking at one that is written in an editor.

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::card::Card;
use crate::tui::program::{Program, Screen};
use crate::tui::screens::maker::{self, Maker};
use crate::tui::screens::rehearsed::{Heard, Sight};
use crate::tui::screens::watching::Watching;

impl Program {
    /// Makes a card: a new one, or a version of this card of one's own.
    pub fn make_card(&mut self, of: Option<&Card>) {
        let (cards, wake) = (self.outside.shelf.clone(), Arc::clone(&self.outside.wake));
        let maker = match of {
            Some(card) => Maker::own_version(cards, wake, card),
            None => Maker::new(cards, wake),
        };
        self.screen = Screen::Maker(Box::new(maker));
    }

    /// Shows the card in this file, each time it is saved.
    pub fn watch(&mut self, file: PathBuf) {
        let watching = Watching::new(self.outside.shelf.clone(), Arc::clone(&self.outside.wake), file);
        self.screen = Screen::Watch(Box::new(watching));
    }

    pub(super) fn press_making(&mut self, key: KeyEvent) {
        let sight = Sight { theme: &self.theme, size: self.size };
        let outcome = match &mut self.screen {
            Screen::Maker(maker) => maker.press(key, sight),
            Screen::Watch(watching) => match watching.press(key, sight) {
                Heard::Help => maker::Outcome::Help,
                Heard::Here | Heard::Close => maker::Outcome::Stay,
            },
            _ => return,
        };
        match outcome {
            maker::Outcome::Stay => {}
            maker::Outcome::Say(said) => self.say(said),
            maker::Outcome::Help => self.help = Some(0),
            maker::Outcome::Quit => self.end(),
        }
    }

    /// Whether a card that is being made, or looked at, is seen otherwise now.
    pub(super) fn look_at_card(&mut self) -> bool {
        match &mut self.screen {
            Screen::Maker(maker) => maker.look_again(),
            Screen::Watch(watching) => watching.look_again(),
            _ => false,
        }
    }
}
