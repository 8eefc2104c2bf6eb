//! A lesson that nobody gives: what a class would see of a card when → alone is pressed, to the end.

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

/// The lesson in which the class always picks the one at `pick`, or the first.
fn walk(card: &Arc<Card>, pick: usize) -> Vec<(usize, Scene)> {
    let mut history = History::new(Arc::clone(card));
    let started = Event::LessonStarted { card: card.id.clone(), class: None };
    history.append(now(), vec![started]);
    act(&mut history, Command::OpenSitting(Opening::new(People::Count(PUPILS), None, Screen::Mirrored)));
    let mut seen: Vec<(usize, Scene)> = Vec::new();
    while seen.len() < MOST {
        let picks = seen.last().is_some_and(|(_, scene)| {
            matches!(scene.body, Body::PickStory { .. } | Body::Play(Play::Pick { .. }))
        });
        let picked = picks && act(&mut history, Command::Choose(pick));
        if !picked && !act(&mut history, Command::Next) {
            break;
        }
        act(&mut history, Command::Uncover);
        if let Place::Step { step, .. } = history.lesson().place() {
            seen.push((step, history.lesson().scene(now(), None)));
        }
    }
    seen
}

/// Whether anything came of it.
fn act(history: &mut History, command: Command) -> bool {
    let events = decide(history.lesson(), command, now(), SEED).unwrap_or_default();
    let is_any = !events.is_empty();
    history.append(now(), events);
    is_any
}

fn now() -> Moment {
    Moment { monotonic: Duration::ZERO, wall: Timestamp::UNIX_EPOCH }
}
