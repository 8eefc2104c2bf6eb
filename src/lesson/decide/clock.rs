//! The timer of the part where the class is.

use std::time::Duration;

use crate::lesson::event::{Event, Moment};
use crate::lesson::place::Part;
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
    let part = lesson.part().ok_or(Refusal::NoClockHere)?;
    let (total, left) = match lesson.clock() {
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
    if clock.is_running() {
        Ok(Event::ClockJumped { part, left: clock.left(last) })
    } else {
        Err(Refusal::NoClock)
    }
}

fn visible(lesson: &Lesson) -> Result<(Part, Clock), Refusal> {
    let part = lesson.part().ok_or(Refusal::NoClockHere)?;
    let clock = lesson.clock().filter(|clock| !clock.is_removed()).ok_or(Refusal::NoClock)?;
    Ok((part, clock))
}
