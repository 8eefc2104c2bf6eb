//! A card on the screen as a class sees it, without a class: nothing is kept, and no clock runs.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::pictures::Pictures;
use super::shelf::Shelf;
use super::{Wake, chance};
use crate::card::Card;
use crate::class::People;
use crate::lesson::{Command, Event, History, Moment, Opening, Place, Scene, Screen, decide};

/// Four duos, for whoever is called to do something.
const PUPILS: u8 = 8;
/// More beats than any card has.
const MANY: usize = 2_000;
/// No time goes by.
const NOW: Moment = Moment { monotonic: Duration::ZERO, wall: Timestamp::UNIX_EPOCH };

/// Where a rehearsal is, and how it came there.
pub struct Rehearsal {
    history: History,
    pictures: Pictures,
}

impl Rehearsal {
    /// At the start screen. `wake` is called when a picture is there.
    pub fn new(card: Card, shelf: &Shelf, wake: Wake) -> Self {
        let card = Arc::new(card);
        let pictures = Pictures::read(&shelf.store, &card, wake);
        let mut history = History::new(Arc::clone(&card));
        history.append(NOW, vec![Event::LessonStarted { card: card.id.clone(), class: None }]);
        let mut rehearsal = Self { history, pictures };
        rehearsal.act(Command::OpenSitting(Opening::new(People::Count(PUPILS), None, Screen::Mirrored)));
        rehearsal
    }

    pub fn scene(&self) -> Scene {
        self.pictures.hung(self.history.lesson().scene(NOW, None))
    }

    pub fn place(&self) -> Place {
        self.history.lesson().place()
    }

    /// Whether it was done.
    pub fn act(&mut self, command: Command) -> bool {
        let decided = decide(self.history.lesson(), command, NOW, chance());
        let done = decided.is_ok();
        self.history.append(NOW, decided.unwrap_or_default());
        done
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
