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
    let groups = seat(&lesson.home, &people, rng);
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

/// Newcomers, and those whose partner is away, make duos; one alone joins the smallest group.
fn join(groups: &[Group], present: &[Pupil], rng: &mut impl Rng) -> Vec<Group> {
    let mut groups = groups.to_vec();
    let here = |group: &Group| group.members.iter().filter(|pupil| present.contains(pupil)).count();
    let seated = |pupil: &Pupil| groups.iter().any(|group| here(group) > 1 && group.members.contains(pupil));
    let alone: Vec<Pupil> = present.iter().filter(|pupil| !seated(pupil)).copied().collect();
    for duo in shuffled(&alone, rng) {
        let is_home = |group: &Group| duo.members.iter().any(|pupil| group.members.contains(pupil));
        let home = groups.iter().position(is_home);
        let at = if duo.members.len() == 1 { smallest(&groups, here).or(home) } else { home };
        for group in &mut groups {
            group.members.retain(|pupil| !duo.members.contains(pupil));
        }
        let last = groups.iter().map(|group| group.number.0).max().unwrap_or(0);
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.members.extend(duo.members),
            None => groups.push(Group { number: GroupNumber(last.saturating_add(1)), members: duo.members }),
        }
    }
    groups
}

/// The group with the fewest who are there, of those with company.
fn smallest(groups: &[Group], here: impl Fn(&Group) -> usize) -> Option<usize> {
    let with_company = groups.iter().enumerate().filter(|(_, group)| here(group) > 1);
    with_company.min_by_key(|(_, group)| here(group)).map(|(at, _)| at)
}
