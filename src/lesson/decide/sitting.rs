//! A les begins, goes on, or is over.

use std::time::Duration;

use rand::Rng;

use crate::class::{Group, GroupNumber, MAX_PUPILS, People, Pupil, neighbours, shuffled};
use crate::lesson::command::Opening;
use crate::lesson::event::{Event, Moment};
use crate::lesson::place::Place;
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;

/// A gap shorter than this comes off a clock that ran: the class was going on.
const SHORT_GAP: Duration = Duration::from_mins(2);

pub fn open(lesson: &Lesson, opening: Opening, now: Moment, rng: &mut impl Rng) -> Result<Event, Refusal> {
    if lesson.goes_on(now.wall) {
        return Err(Refusal::AlreadyOpen);
    }
    let Opening { people, bell, screen } = opening;
    match people.count() {
        0 => return Err(Refusal::NoPupils),
        count if count > MAX_PUPILS => return Err(Refusal::ManyPupils(MAX_PUPILS)),
        _ => {}
    }
    if bell.is_some_and(|bell| bell <= now.wall) {
        return Err(Refusal::BellIsPast);
    }
    let groups = seat(lesson.groups(), &people, rng);
    Ok(Event::SittingOpened { people, groups, bell, screen })
}

pub fn resume(lesson: &Lesson, now: Moment) -> Event {
    let gap = lesson.since_last(now.wall);
    let lost = if gap < SHORT_GAP { gap } else { Duration::ZERO };
    Event::SittingResumed { lost }
}

pub fn finish(lesson: &Lesson) -> Result<Event, Refusal> {
    match lesson.place() {
        Place::End => Ok(Event::LessonFinished),
        _ => Err(Refusal::NotAtTheEnd),
    }
}

/// Who sits with whom: a reeks keeps its duos, whoever is new joins.
fn seat(groups: &[Group], people: &People, rng: &mut impl Rng) -> Vec<Group> {
    match people {
        People::Count(count) => {
            let seated: usize = groups.iter().map(|group| group.members.len()).sum();
            if seated == usize::from(*count) {
                return groups.to_vec();
            }
            neighbours(&(1..=*count).map(Pupil).collect::<Vec<_>>())
        }
        People::Present(present) if groups.is_empty() => shuffled(present, rng),
        People::Present(present) => join(groups, present, rng),
    }
}

/// Newcomers make duos of their own; one alone joins whoever sits alone, or else makes a trio.
fn join(groups: &[Group], present: &[Pupil], rng: &mut impl Rng) -> Vec<Group> {
    let mut groups = groups.to_vec();
    let seated = |pupil: &Pupil| groups.iter().any(|group| group.members.contains(pupil));
    let newcomers: Vec<Pupil> = present.iter().filter(|pupil| !seated(pupil)).copied().collect();
    if let [newcomer] = newcomers.as_slice() {
        let here = |group: &Group| group.members.iter().filter(|pupil| present.contains(pupil)).count();
        let smallest = groups.iter_mut().filter(|group| here(group) > 0).min_by_key(|group| here(group));
        if let Some(group) = smallest {
            group.members.push(*newcomer);
            return groups;
        }
    }
    let last = groups.iter().map(|group| group.number.0).max().unwrap_or(0);
    groups.extend(shuffled(&newcomers, rng).into_iter().map(|group| Group {
        number: GroupNumber(last.saturating_add(group.number.0)),
        members: group.members,
    }));
    groups
}
