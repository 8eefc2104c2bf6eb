//! A card on the screen as a class sees it, without a class, with its pictures.

use std::sync::Arc;

use super::pictures::Pictures;
use super::shelf::Shelf;
use super::{Wake, chance};
use crate::card::Card;
use crate::lesson::{self, Command, Place, Scene};

/// Four duos, for whoever is called to do something.
const PUPILS: u8 = 8;
/// More beats than any card has.
const MANY: usize = 2_000;

/// Where a rehearsal is, and how it came there.
pub struct Rehearsal {
    lesson: lesson::Rehearsal,
    pictures: Pictures,
}

impl Rehearsal {
    /// At the start screen. `wake` is called when a picture is there.
    pub fn new(card: Card, shelf: &Shelf, wake: Wake) -> Self {
        let card = Arc::new(card);
        let pictures = Pictures::read(&shelf.store, &card, wake);
        Self { lesson: lesson::Rehearsal::new(&card, PUPILS), pictures }
    }

    pub fn scene(&self) -> Scene {
        self.pictures.hung(self.lesson.scene())
    }

    pub fn place(&self) -> Place {
        self.lesson.place()
    }

    /// Whether anything came of it.
    pub fn act(&mut self, command: Command) -> bool {
        self.lesson.act(command, chance())
    }

    /// On to this place, or to the last one before it that there is.
    pub fn go_to(&mut self, place: Place) {
        for _ in 0..MANY {
            let here = self.place();
            if here.rank() >= place.rank() && here != Place::Start || place == Place::Start {
                return;
            }
            if here == Place::End || !self.act(Command::Next) {
                return;
            }
        }
    }

    /// To the first beat of step `0..`, with nothing over it.
    pub fn go_to_step(&mut self, step: usize) {
        self.go_to(Place::Step { step, beat: 0 });
        self.act(Command::Uncover);
    }
}
