//! A lesson that nobody gives: what a class would see of a card. No clock runs, and nothing is kept.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::card::{Card, Kind};
use crate::class::People;
use crate::lesson::command::{Command, Opening, Screen};
use crate::lesson::decide::decide;
use crate::lesson::event::{Event, Moment};
use crate::lesson::history::History;
use crate::lesson::place::Place;
use crate::lesson::scene::{Body, Scene};
use crate::lesson::views::Play;

/// A usual class.
const PUPILS: u8 = 24;
/// More moments than any card has.
const MOST: usize = 2_000;
/// All the chance there is.
const SEED: u64 = 1;
/// No time goes by.
const NOW: Moment = Moment { monotonic: Duration::ZERO, wall: Timestamp::UNIX_EPOCH };

/// A card, and how far a class that is not there has come with it.
pub struct Rehearsal(History);

impl Rehearsal {
    /// At the start screen, with so many pupils.
    pub fn new(card: &Arc<Card>, pupils: u8) -> Self {
        let mut history = History::new(Arc::clone(card));
        history.append(NOW, vec![Event::LessonStarted { card: card.id.clone(), class: None }]);
        let mut rehearsal = Self(history);
        let opening = Opening::new(People::Count(pupils), None, Screen::Mirrored);
        rehearsal.act(Command::OpenSitting(opening), SEED);
        rehearsal
    }

    pub fn scene(&self) -> Scene {
        self.0.lesson().scene(NOW, None)
    }

    pub fn place(&self) -> Place {
        self.0.lesson().place()
    }

    /// Whether anything came of it.
    pub fn act(&mut self, command: Command, seed: u64) -> bool {
        let events = decide(self.0.lesson(), command, NOW, seed).unwrap_or_default();
        let is_any = !events.is_empty();
        self.0.append(NOW, events);
        is_any
    }
}

/// Every moment within a step `0..`, in order; then those of the second story or situation of a step
/// that has more of them, and so on.
pub fn rehearse(card: &Arc<Card>) -> Vec<(usize, Scene)> {
    let most = card.steps.iter().map(|step| picks(&step.kind)).max().unwrap_or(0).max(1);
    let has =
        |step: usize, pick: usize| card.steps.get(step).is_some_and(|step| pick < picks(&step.kind).max(1));
    let walks = (0..most).map(|pick| (pick, walk(card, pick)));
    walks.flat_map(|(pick, seen)| seen.into_iter().filter(move |(step, _)| has(*step, pick))).collect()
}

/// How many stories or situations the class picks from.
fn picks(kind: &Kind) -> usize {
    match kind {
        Kind::Story(step) => step.stories.len(),
        Kind::Roleplay(play) => play.situations.len(),
        _ => 0,
    }
}

/// The moments of → alone, in the lesson in which the class always picks the one at `pick`, or the first.
fn walk(card: &Arc<Card>, pick: usize) -> Vec<(usize, Scene)> {
    let mut rehearsal = Rehearsal::new(card, PUPILS);
    let mut seen: Vec<(usize, Scene)> = Vec::new();
    while seen.len() < MOST {
        let picks = seen.last().is_some_and(|(_, scene)| {
            matches!(scene.body, Body::PickStory { .. } | Body::Play(Play::Pick { .. }))
        });
        let picked = picks && rehearsal.act(Command::Choose(pick), SEED);
        if !picked && !rehearsal.act(Command::Next, SEED) {
            break;
        }
        rehearsal.act(Command::Uncover, SEED);
        if let Place::Step { step, .. } = rehearsal.place() {
            seen.push((step, rehearsal.scene()));
        }
    }
    seen
}
