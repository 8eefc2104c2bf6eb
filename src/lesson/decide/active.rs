//! Where duos come one by one: the next card, the next duo at the front, and who passes.

use rand::Rng;
use rand::seq::IteratorRandom;

use crate::card::Kind;
use crate::class::{Group, GroupNumber, fewest};
use crate::lesson::active::Drawn;
use crate::lesson::event::Event;
use crate::lesson::here::Here;
use crate::lesson::place::{Beat, Place};
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;
use crate::lesson::turn::Turn;

/// What → leads to at the last beat of a step in which duos still wait; None: it goes on as always.
pub fn next(lesson: &Lesson, rng: &mut impl Rng) -> Option<Event> {
    let Here { step, the_step, beat, .. } = lesson.here().filter(|_| lesson.cover.is_none())?;
    if lesson.beats(step).last() != Some(&beat) {
        return None;
    }
    let waiting = lesson.waiting(step);
    let first = *waiting.first()?;
    match &the_step.kind {
        Kind::Draw(draw) => {
            let groups = if draw.at_once { waiting } else { vec![first] };
            Some(Event::CardsDrawn { step, cards: deal(lesson, step, draw.cards.len(), &groups, rng) })
        }
        Kind::Pitch(_) => Some(Event::PitchCalled { step, group: called(lesson, &waiting, rng)? }),
        _ => None,
    }
}

/// A card for each of these duos: no card comes again before all were drawn.
fn deal(lesson: &Lesson, step: usize, deck: usize, groups: &[GroupNumber], rng: &mut impl Rng) -> Vec<Drawn> {
    let mut times = vec![0_u32; deck];
    for drawn in lesson.active.drawn(step) {
        if let Some(times) = times.get_mut(drawn.card) {
            *times += 1;
        }
    }
    let mut dealt = Vec::new();
    for group in groups {
        let least = times.iter().min().copied().unwrap_or(0);
        let left = times.iter_mut().enumerate().filter(|(_, times)| **times == least);
        if let Some((card, times)) = left.choose(rng) {
            *times += 1;
            dealt.push(Drawn { group: *group, card });
        }
    }
    dealt
}

/// One of the duos that had the fewest turns.
fn called(lesson: &Lesson, waiting: &[GroupNumber], rng: &mut impl Rng) -> Option<GroupNumber> {
    let groups = lesson.groups.iter().filter(|group| waiting.contains(&group.number));
    let counted = |group: &Group| (group.number, turns(lesson, group));
    fewest(&groups.map(counted).collect::<Vec<_>>(), rng)
}

/// Of those who are there the one with the fewest counts: a trio is not asked sooner or later.
fn turns(lesson: &Lesson, group: &Group) -> u32 {
    let turn = |pupil| lesson.turns.count(Turn { group: group.number, pupil });
    if lesson.has_names() {
        lesson.present(group).into_iter().map(|pupil| turn(Some(pupil))).min().unwrap_or(0)
    } else {
        turn(None)
    }
}

/// The duo that was called last lets another go; None: no duo was called here.
pub fn pass(lesson: &Lesson, rng: &mut impl Rng) -> Option<Event> {
    let Here { step, beat, .. } = lesson.here().filter(|_| lesson.cover.is_none())?;
    let Beat::Pitch(by) = beat else { return None };
    let is_last = lesson.active.called(step).last() == Some(&by);
    is_last.then(|| Event::PitchPassed { step, by, to: called(lesson, &lesson.waiting(step), rng) })
}

/// To the next step, whatever is left of this one. Whoever plays a role steps out of it first.
pub fn to_next_step(lesson: &Lesson) -> Result<Event, Refusal> {
    let Here { step, beat, .. } = lesson.here().ok_or(Refusal::NotAtAStep)?;
    let plays = matches!(beat, Beat::Begin | Beat::Act { .. } | Beat::Swap(_));
    if plays && let Some(to) = lesson.place_of(step, Beat::StepOut) {
        return Ok(Event::Moved { to });
    }
    let last = Place::Step { step, beat: lesson.beats(step).len().saturating_sub(1) };
    lesson.after(last).map(|to| Event::Moved { to }).ok_or(Refusal::LastPlace)
}
