//! Who gets a turn, and who sits with whom.

use rand::Rng;

use crate::class::{MAX_PUPILS, People, Pupil, fewest, mixed, with, without};
use crate::lesson::event::Event;
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;
use crate::lesson::turn::Turn;

pub fn shuffle(lesson: &Lesson, rng: &mut impl Rng) -> Result<Event, Refusal> {
    match lesson.sitting().map(|sitting| &sitting.people) {
        Some(People::Present(present)) => {
            Ok(Event::Shuffled { groups: mixed(present, &lesson.so_far(), rng) })
        }
        _ => Err(Refusal::NothingToShuffle),
    }
}

pub fn join(lesson: &Lesson, pupil: Pupil) -> Result<Event, Refusal> {
    if lesson.is_here(pupil) {
        return Err(Refusal::AlreadyHere);
    }
    let groups = lesson.groups_present();
    if groups.iter().map(|group| group.members.len()).sum::<usize>() >= MAX_PUPILS {
        return Err(Refusal::ManyPupils(MAX_PUPILS));
    }
    Ok(Event::Joined { pupil, groups: with(&groups, pupil, &lesson.so_far()) })
}

pub fn leave(lesson: &Lesson, pupil: Pupil) -> Result<Event, Refusal> {
    if !lesson.is_here(pupil) {
        return Err(Refusal::NotHere);
    }
    let groups = without(&lesson.groups_present(), pupil, &lesson.so_far());
    if groups.is_empty() {
        return Err(Refusal::NoPupils);
    }
    Ok(Event::Left { pupil, groups })
}

pub fn give(lesson: &Lesson, rng: &mut impl Rng) -> Result<Event, Refusal> {
    let turn = draw(lesson, None, rng).ok_or(Refusal::NobodyForATurn)?;
    Ok(Event::TurnGiven { turn })
}

/// Another gets the turn.
pub fn pass(lesson: &Lesson, rng: &mut impl Rng) -> Result<Event, Refusal> {
    let by = lesson.turns.current().ok_or(Refusal::NoTurnToPass)?;
    let to = draw(lesson, Some(by), rng).ok_or(Refusal::NobodyForATurn)?;
    Ok(Event::TurnPassed { by, to })
}

/// One of those with the fewest turns; who passed comes after all others.
fn draw(lesson: &Lesson, not: Option<Turn>, rng: &mut impl Rng) -> Option<Turn> {
    let counted = |turn: Turn| (turn, lesson.turns.count(turn));
    let (passed, others): (Vec<Turn>, Vec<Turn>) = everyone(lesson)
        .into_iter()
        .filter(|turn| Some(*turn) != not)
        .partition(|turn| lesson.turns.has_passed(*turn));
    // Who passes does not send the turn back to who passed before.
    let asked = if others.is_empty() && not.is_none() { passed } else { others };
    fewest(&asked.into_iter().map(counted).collect::<Vec<_>>(), rng)
}

/// Each pupil who is there; without names each duo.
fn everyone(lesson: &Lesson) -> Vec<Turn> {
    let groups = lesson.groups().iter();
    if !lesson.has_names() {
        return groups.map(|group| Turn { group: group.number, pupil: None }).collect();
    }
    let pupils =
        groups.flat_map(|group| lesson.present(group).into_iter().map(|pupil| (group.number, pupil)));
    pupils.map(|(group, pupil)| Turn { group, pupil: Some(pupil) }).collect()
}
