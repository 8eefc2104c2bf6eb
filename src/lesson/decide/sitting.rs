//! A les begins, goes on, or is over.

use std::time::Duration;

use rand::Rng;

use crate::class::{Group, GroupNumber, MAX_PUPILS, Past, People, Pupil, joining, mixed, neighbours};
use crate::lesson::command::{Opening, Seating};
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
    let Opening { people, bell, screen, past, seating } = opening;
    match people.count() {
        0 => return Err(Refusal::NoPupils),
        count if count > MAX_PUPILS => return Err(Refusal::ManyPupils(MAX_PUPILS)),
        _ => {}
    }
    if bell.is_some_and(|bell| bell <= now.wall) {
        return Err(Refusal::BellIsPast);
    }
    let People::Present(present) = &people else {
        let groups = count_off(&lesson.home, people.count());
        return Ok(Event::SittingOpened { people, groups, bell, screen, home: None, past: None });
    };
    let mut past = if past.is_empty() { Box::new(Past::of(lesson.days.clone())) } else { past };
    past.enter(&present.iter().copied().collect());
    past.last = None;
    let Seating { today, home } =
        seating.filter(|seating| seats_all(&seating.today, present)).unwrap_or_else(|| Seating {
            today: seat(&lesson.home, present, &past, rng),
            home: lesson.home.clone(),
        });
    let home = Some(home).filter(|home| !lesson.home.is_empty() && *home != lesson.home);
    let past = Some(past).filter(|past| !past.is_empty());
    Ok(Event::SittingOpened { people, groups: today, bell, screen, home, past })
}

/// Whether each who is there has one place.
fn seats_all(groups: &[Group], present: &[Pupil]) -> bool {
    let seats: Vec<&Pupil> = groups.iter().flat_map(|group| &group.members).collect();
    present.iter().all(|pupil| seats.iter().filter(|seated| **seated == pupil).count() == 1)
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

/// Neighbours without names: the same duos when as many come.
fn count_off(groups: &[Group], count: usize) -> Vec<Group> {
    if groups.iter().map(|group| group.members.len()).sum::<usize>() == count {
        return groups.to_vec();
    }
    neighbours(&(1..).map(Pupil).take(count).collect::<Vec<_>>())
}

/// Who sits with whom: a reeks keeps the duos that it has, and whoever is new joins.
pub fn seat(home: &[Group], present: &[Pupil], past: &Past, rng: &mut impl Rng) -> Vec<Group> {
    if home.is_empty() { mixed(present, past, rng) } else { join(home, present, past, rng) }
}

/// Newcomers, and those whose partner is away or must be apart from them now, make duos; one alone
/// joins the smallest group.
fn join(groups: &[Group], present: &[Pupil], past: &Past, rng: &mut impl Rng) -> Vec<Group> {
    let mut groups = groups.to_vec();
    let here = |group: &Group| -> Vec<Pupil> {
        group.members.iter().filter(|pupil| present.contains(pupil)).copied().collect()
    };
    let keeps = |members: &[Pupil]| members.len() > 1 && !past.is_broken_by([members]);
    let seated = |pupil: &Pupil| groups.iter().map(here).any(|group| keeps(&group) && group.contains(pupil));
    let alone: Vec<Pupil> = present.iter().filter(|pupil| !seated(pupil)).copied().collect();
    for members in mixed(&alone, past, rng).into_iter().map(|group| group.members) {
        let each = if keeps(&members) { members.len() } else { 1 };
        for new in members.chunks(each.max(1)) {
            let is_home = |group: &Group| new.iter().any(|pupil| group.members.contains(pupil));
            let home = groups.iter().position(is_home);
            for group in &mut groups {
                group.members.retain(|pupil| !new.contains(pupil));
            }
            let company = groups.iter().enumerate().filter(|(_, group)| here(group).len() > 1);
            let smallest = new.first().filter(|_| new.len() == 1).and_then(|alone| {
                let least = company.min_by_key(|(_, group)| {
                    let (broken, more) = joining(&here(group), *alone, past);
                    (broken, here(group).len(), more)
                });
                least.map(|(at, _)| at)
            });
            let last = groups.iter().map(|group| group.number.0).max().unwrap_or(0);
            match smallest.or(home).and_then(|at| groups.get_mut(at)) {
                Some(group) => group.members.extend(new),
                None => {
                    groups.push(Group { number: GroupNumber(last.saturating_add(1)), members: new.to_vec() });
                }
            }
        }
    }
    groups
}
