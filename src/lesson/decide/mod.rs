//! What a wish leads to: facts, or a reason why not. Pure: `now` and chance are arguments.

mod active;
mod answers;
mod clock;
mod moves;
mod picks;
mod sitting;
mod turns;

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use crate::card::Wording;
use crate::class::{Group, Past, Pupil};
use crate::lesson::Cover;
use crate::lesson::command::Command;
use crate::lesson::event::{Event, Moment};
use crate::lesson::here::Here;
use crate::lesson::place::Beat;
use crate::lesson::refusal::Refusal;
use crate::lesson::state::{Lesson, Standing};

/// The events that `command` leads to at `now`; `seed` is all the chance there is.
///
/// Invariant: at most one of them can be undone, so that `z` takes back one deed.
pub fn decide(lesson: &Lesson, command: Command, now: Moment, seed: u64) -> Result<Vec<Event>, Refusal> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    match (lesson.standing, &command) {
        // The first takes Afronden back.
        (Standing::Finished, Command::Undo)
        | (Standing::Away, Command::OpenSitting(_))
        | (Standing::InClass, _) => {}
        (Standing::Finished, _) => return Err(Refusal::Finished),
        (Standing::Away, _) => return Err(Refusal::NotOpen),
    }
    let event = match command {
        Command::OpenSitting(opening) => sitting::open(lesson, opening, now, &mut rng)?,
        Command::ResumeSitting => sitting::resume(lesson, now),
        Command::CloseSitting => Event::SittingClosed,
        Command::Finish => sitting::finish(lesson)?,
        Command::Next => match active::next(lesson, &mut rng) {
            Some(event) => event,
            None => moves::next(lesson, now)?,
        },
        Command::Back => moves::back(lesson)?,
        Command::ToFurthest => moves::to_furthest(lesson)?,
        Command::ToNextStep => active::to_next_step(lesson)?,
        Command::ToClosing => moves::to_closing(lesson)?,
        Command::Toggle(cover) => toggle(lesson, cover)?,
        Command::Uncover => Event::Uncovered,
        Command::ToggleWording => toggle_wording(lesson)?,
        Command::ToggleClock => clock::toggle(lesson, now)?,
        Command::Lengthen => clock::lengthen(lesson, now)?,
        Command::Shorten => clock::shorten(lesson, now)?,
        Command::RemoveClock => clock::remove(lesson)?,
        Command::NoticeJump { last } => clock::notice_jump(lesson, last)?,
        Command::Shuffle => turns::shuffle(lesson, &mut rng)?,
        Command::Join(pupil) => turns::join(lesson, pupil)?,
        Command::Leave(pupil) => turns::leave(lesson, pupil)?,
        Command::GiveTurn => turns::give(lesson, &mut rng)?,
        Command::PassTurn => match active::pass(lesson, &mut rng) {
            Some(event) => event,
            None => turns::pass(lesson, &mut rng)?,
        },
        Command::Answer { group, text } => answers::give(lesson, group, text, &mut rng)?,
        Command::RemoveAnswer(id) => answers::remove(lesson, id)?,
        Command::ShredAnswer(id) => answers::shred(lesson, id)?,
        Command::ToggleAnswers => answers::toggle(lesson)?,
        Command::Choose(option) => picks::choose(lesson, option)?,
        Command::Count { option, count } => picks::count(lesson, option, count)?,
        Command::Undo => {
            let (of, _) = lesson.undoable.last_key_value().ok_or(Refusal::NothingToUndo)?;
            Event::Undone { of: *of }
        }
        Command::EmptyBin => return answers::empty_bin(lesson),
    };
    let paused = clock::paused_by(lesson, &event, now);
    let planned = lesson.planned_by(&event, now);
    let cover = moves::cover_after(lesson, &event);
    Ok(paused.into_iter().chain(planned).chain([event]).chain(cover).collect())
}

/// Who sits with whom when these come in: a reeks keeps its duos, whoever is new joins.
pub fn seat(home: &[Group], present: &[Pupil], past: &Past, seed: u64) -> Vec<Group> {
    sitting::seat(home, present, past, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn toggle(lesson: &Lesson, cover: Cover) -> Result<Event, Refusal> {
    if lesson.cover == Some(cover) {
        return Ok(Event::Uncovered);
    }
    if cover == Cover::Words && lesson.card.words.is_empty() {
        return Err(Refusal::NoWords);
    }
    if cover == Cover::Agreements && lesson.card.agreements.is_empty() {
        return Err(Refusal::NoAgreements);
    }
    let plays = |here: Here<'_>| matches!(here.beat, Beat::Act { .. });
    if cover == Cover::Freeze && !lesson.here().is_some_and(plays) {
        return Err(Refusal::NothingToFreeze);
    }
    Ok(Event::Covered { cover })
}

fn toggle_wording(lesson: &Lesson) -> Result<Event, Refusal> {
    match (lesson.wording, lesson.here()) {
        (Wording::Own, Some(here)) if here.the_step.simple.is_none() => Err(Refusal::NoSimpleText),
        (Wording::Own, _) => Ok(Event::WordingChanged { wording: Wording::Simple }),
        (Wording::Simple, _) => Ok(Event::WordingChanged { wording: Wording::Own }),
    }
}
