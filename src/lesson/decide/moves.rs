//! Next, back, and to the furthest place. What lies over the step is lifted first.

use crate::lesson::Cover;
use crate::lesson::answers::Board;
use crate::lesson::event::{Event, Moment};
use crate::lesson::here::Here;
use crate::lesson::place::{Beat, Place};
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;

pub fn next(lesson: &Lesson, now: Moment) -> Result<Event, Refusal> {
    if lesson.cover.is_some() {
        return Ok(Event::Uncovered);
    }
    if let Some(Here { step, beat, .. }) = lesson.here() {
        match beat {
            Beat::Returned | Beat::Heaps if is_waiting(lesson, step) => {
                return Ok(Event::BoardShown { board: Board::Returned { step } });
            }
            Beat::PickStory if lesson.path(step).picked().is_none() => {
                return Ok(Event::StoryPicked { step, story: 0 });
            }
            Beat::PickSituation if lesson.picked_situation(step).is_none() => {
                return Ok(Event::SituationPicked { step, situation: 0 });
            }
            Beat::Scene(at) => {
                if let Some(event) = next_scene(lesson, step, at) {
                    return Ok(event);
                }
            }
            _ => {}
        }
    }
    let to = lesson.after(lesson.place()).ok_or(Refusal::LastPlace)?;
    Ok(Event::Moved { to: lesson.skipped(to, now) })
}

/// What the class agrees on is read when it goes to its very first step. What lies over the screen
/// goes when a deed is taken back: the class sees what it is about.
pub fn cover_after(lesson: &Lesson, event: &Event) -> Option<Event> {
    match event {
        Event::Moved { to: Place::Step { .. } }
            if lesson.furthest == Place::Start && !lesson.card.agreements.is_empty() =>
        {
            Some(Event::Covered { cover: Cover::Agreements })
        }
        Event::Undone { .. } if lesson.cover.is_some() => Some(Event::Uncovered),
        _ => None,
    }
}

/// Earlier answers that come back here are looked at before the class goes on, unless the teacher
/// hid them.
fn is_waiting(lesson: &Lesson, step: usize) -> bool {
    !lesson.returned_to(step).is_empty() && lesson.book.is_unopened(Board::Returned { step })
}

/// At a fork the first choice that was not tried; at a consequence back to the last fork that has
/// one. None when the story was seen from all sides. So → alone shows every consequence.
fn next_scene(lesson: &Lesson, step: usize, at: usize) -> Option<Event> {
    let path = lesson.path(step);
    let story = lesson.story(step)?;
    if let Some(choice) = path.untried_at(story, at) {
        return Some(Event::ForkTaken { step, at, choice });
    }
    let is_consequence = path.scene(story, at)?.choices.is_empty();
    let fork = is_consequence.then(|| path.untried_fork(story)).flatten()?;
    lesson.place_of(step, Beat::Scene(fork)).map(|to| Event::Moved { to })
}

pub fn back(lesson: &Lesson) -> Result<Event, Refusal> {
    if lesson.cover.is_some() {
        return Ok(Event::Uncovered);
    }
    lesson.before(lesson.within(lesson.place())).map(|to| Event::Moved { to }).ok_or(Refusal::FirstPlace)
}

pub fn to_furthest(lesson: &Lesson) -> Result<Event, Refusal> {
    let to = match lesson.within(lesson.furthest) {
        // Nothing was seen yet: the furthest is where the start screen leads to.
        Place::Start => lesson.after(Place::Start).ok_or(Refusal::FurthestPlace)?,
        furthest => furthest,
    };
    if to == lesson.place() { Err(Refusal::FurthestPlace) } else { Ok(Event::Moved { to }) }
}

pub fn to_closing(lesson: &Lesson) -> Result<Event, Refusal> {
    match lesson.place() {
        Place::Closing { .. } | Place::End => Err(Refusal::AtClosing),
        Place::Step { step, .. } => Ok(Event::Moved { to: Place::Closing { before: step } }),
        Place::Start => match lesson.after(Place::Start) {
            Some(Place::Step { step, .. }) => Ok(Event::Moved { to: Place::Closing { before: step } }),
            _ => Err(Refusal::AtClosing),
        },
    }
}
