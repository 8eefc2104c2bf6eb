//! The timer of the part where the class is.

use std::time::Duration;

use crate::lesson::Cover;
use crate::lesson::event::{Event, Moment};
use crate::lesson::place::{Beat, Part};
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;
use crate::lesson::timer::{CLOCK_STEP, Clock};

pub fn toggle(lesson: &Lesson, now: Moment) -> Result<Event, Refusal> {
    let (part, clock) = visible(lesson)?;
    let left = clock.left(now.monotonic);
    if left.is_zero() {
        Err(Refusal::TimeIsUp)
    } else if clock.is_running() {
        Ok(Event::ClockPaused { part, left })
    } else {
        Ok(Event::ClockStarted { part, left })
    }
}

/// Also where there is no time yet: then it gets a minute.
pub fn lengthen(lesson: &Lesson, now: Moment) -> Result<Event, Refusal> {
    let part = part(lesson)?;
    let (total, left) = match lesson.clock(part) {
        Some(clock) => clock.lengthened(now.monotonic),
        None => (CLOCK_STEP, CLOCK_STEP),
    };
    Ok(Event::ClockChanged { part, total, left })
}

pub fn shorten(lesson: &Lesson, now: Moment) -> Result<Event, Refusal> {
    let (part, clock) = visible(lesson)?;
    let (total, left) = clock.shortened(now.monotonic);
    Ok(Event::ClockChanged { part, total, left })
}

pub fn remove(lesson: &Lesson) -> Result<Event, Refusal> {
    visible(lesson).map(|(part, _)| Event::ClockRemoved { part })
}

/// A clock that stands still is unharmed.
pub fn notice_jump(lesson: &Lesson, last: Duration) -> Result<Event, Refusal> {
    let (part, clock) = visible(lesson)?;
    let left = clock.left(last);
    // A clock that ran out has nothing left to lose.
    if clock.is_running() && !left.is_zero() {
        Ok(Event::ClockJumped { part, left })
    } else {
        Err(Refusal::NoClock)
    }
}

/// Leaving a part of a step, forward or by undo, pauses its clock; so does a freeze.
pub fn paused_by(lesson: &Lesson, event: &Event, now: Moment) -> Option<Event> {
    let part = part(lesson).ok()?;
    let clock = lesson.clock(part).filter(Clock::is_running)?;
    let stays = match event {
        Event::Moved { to } => lesson.part_at(*to) == Some(part),
        // Another duo tells something at the same place.
        Event::Undone { .. } if is_pitch(lesson) => false,
        Event::Undone { of } => {
            lesson.undoable.get(of).is_none_or(|from| lesson.part_at(*from) == Some(part))
        }
        Event::SittingClosed
        | Event::PitchCalled { .. }
        | Event::PitchPassed { .. }
        | Event::Covered { cover: Cover::Freeze } => false,
        _ => true,
    };
    (!stays).then(|| Event::ClockPaused { part, left: clock.left(now.monotonic) })
}

fn is_pitch(lesson: &Lesson) -> bool {
    lesson.here().is_some_and(|here| matches!(here.beat, Beat::Pitch(_)))
}

fn visible(lesson: &Lesson) -> Result<(Part, Clock), Refusal> {
    let part = part(lesson)?;
    let clock = lesson.clock(part).filter(|clock| !clock.is_removed()).ok_or(Refusal::NoClock)?;
    Ok((part, clock))
}

fn part(lesson: &Lesson) -> Result<Part, Refusal> {
    lesson.part_at(lesson.place()).ok_or(Refusal::NoClockHere)
}
