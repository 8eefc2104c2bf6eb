//! The time until the bell, given out over the steps that are still to come in this les. Steps that
//! are extra go first; then what is not begun becomes shorter, down to half of what the card gives
//! it. The clock that runs and the closing keep their time.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::card::{Phase, Step};
use crate::lesson::event::{Event, Moment};
use crate::lesson::place::{Part, Place};
use crate::lesson::state::Lesson;
use crate::text::Text;

/// Planned times are whole pieces of this.
const PIECE: Duration = Duration::from_secs(30);

/// What fits before the bell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The steps that are still to come in this les, in order.
    pub coming: Vec<Coming>,
    /// How much more there is than fits; zero when all of it does.
    pub short: Duration,
    /// What could be skipped then.
    pub advice: Option<Advice>,
}

/// A step that is still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    /// From 0.
    pub step: usize,
    pub title: Text,
    pub phase: Phase,
    /// What the card gives it; of a step that was begun what its clocks have left.
    pub given: Duration,
    /// Zero for what is dropped.
    pub planned: Duration,
    is_extra: bool,
    /// It keeps what it has: it was begun.
    is_begun: bool,
}

/// Skip this step, and so much is left for looking back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// From 0.
    pub skip: usize,
    pub looking_back: Duration,
}

impl Coming {
    /// There is no time for it.
    pub fn is_dropped(&self) -> bool {
        self.planned.is_zero() && !self.given.is_zero()
    }
}

impl Lesson {
    /// None without a bell, and when the steps of this les are done.
    pub fn plan(&self, now: Moment) -> Option<Plan> {
        let room = self.until_closing(now.wall)?;
        let (from, busy) = match self.place() {
            Place::Start => match self.sitting()?.resume {
                Place::Step { step, .. } => (step, Duration::ZERO),
                _ => return None,
            },
            Place::Step { step, .. } => (step + 1, self.left_here(now)),
            Place::Closing { .. } | Place::End => return None,
        };
        let steps = self.card().steps.iter().enumerate().skip(from);
        // The next les is not planned; this one may begin with such a step.
        let is_first = |step: usize| self.place() == Place::Start && step == from;
        let today = steps.take_while(|(step, the_step)| !the_step.new_sitting || is_first(*step));
        let coming = today.filter(|(_, the_step)| !the_step.outside);
        let coming = coming.map(|(step, the_step)| self.coming(step, the_step, now)).collect();
        Some(Plan::fitted(coming, room.saturating_sub(busy)))
    }

    fn coming(&self, step: usize, the_step: &Step, now: Moment) -> Coming {
        let parts = || (0..the_step.minutes.len()).map(|part| Part { step, part });
        let is_begun = parts().any(|part| self.clock(part).is_some_and(|clock| clock.is_begun()));
        let given = if is_begun {
            parts().filter_map(|part| self.clock(part)).map(|clock| clock.left(now.monotonic)).sum()
        } else {
            parts().filter_map(|part| self.planned(part)).sum()
        };
        let title = the_step.title(self.wording).clone();
        let phase = the_step.phase;
        Coming { step, title, phase, given, planned: given, is_extra: the_step.extra, is_begun }
    }

    /// What the clocks of this step have left, from where the class is.
    fn left_here(&self, now: Moment) -> Duration {
        let Some(here) = self.part_at(self.place()) else { return Duration::ZERO };
        let count = self.card().steps.get(here.step).map_or(0, |step| step.minutes.len());
        // Rounds and turns have clocks of their own behind those of the card.
        let parts = (here.part..count.max(here.part + 1)).map(|part| Part { part, ..here });
        parts.filter_map(|part| self.clock(part)).map(|clock| clock.left(now.monotonic)).sum()
    }

    /// Where → leads to: not into a step that is extra and for which there is no time.
    pub(super) fn skipped(&self, to: Place, now: Moment) -> Place {
        let (Place::Step { step, beat: 0 }, Some(plan)) = (to, self.plan(now)) else { return to };
        let goes_there = |coming: &&Coming| coming.step >= step && !coming.is_dropped();
        let is_dropped = plan.coming.iter().any(|coming| coming.step == step && coming.is_dropped());
        match plan.coming.iter().find(goes_there) {
            Some(next) if is_dropped => Place::Step { step: next.step, beat: 0 },
            _ => to,
        }
    }

    /// What the clocks of a step become when the class comes to it, where that is not what they are.
    pub(super) fn planned_by(&self, event: &Event, now: Moment) -> Vec<Event> {
        let Event::Moved { to: Place::Step { step, beat: 0 } } = event else { return Vec::new() };
        let Some(plan) = self.plan(now) else { return Vec::new() };
        let Some(coming) = plan.coming.into_iter().find(|coming| coming.step == *step) else {
            return Vec::new();
        };
        if coming.is_begun || coming.is_dropped() {
            return Vec::new();
        }
        let count = self.card().steps.get(*step).map_or(0, |step| step.minutes.len());
        let parts = (0..count).map(|part| Part { step: *step, part });
        let planned = parts.filter_map(|part| {
            let total = share(self.planned(part)?, &coming);
            let is_other = self.clock(part)?.total() != total;
            is_other.then_some(Event::ClockPlanned { part, total })
        });
        planned.collect()
    }
}

/// A part's share of what its step has.
fn share(given: Duration, coming: &Coming) -> Duration {
    if coming.planned == coming.given {
        return given;
    }
    in_pieces(given.mul_f64(coming.planned.as_secs_f64() / coming.given.as_secs_f64())).max(PIECE)
}

fn in_pieces(time: Duration) -> Duration {
    PIECE * u32::try_from(time.as_secs() / PIECE.as_secs()).unwrap_or(u32::MAX)
}

impl Plan {
    fn fitted(mut coming: Vec<Coming>, room: Duration) -> Self {
        drop_extra(&mut coming, room);
        let short = shrink(&mut coming, room);
        let advice = if short.is_zero() { None } else { advice(&coming, room) };
        Self { coming, short, advice }
    }
}

/// The last one first, as long as it does not fit as the card gives it.
fn drop_extra(coming: &mut [Coming], room: Duration) {
    while total(coming) > room {
        let extra = |coming: &&mut Coming| coming.is_extra && !coming.is_begun && !coming.planned.is_zero();
        let Some(last) = coming.iter_mut().rev().find(extra) else { return };
        last.planned = Duration::ZERO;
    }
}

/// All alike. Returns what still does not fit.
fn shrink(coming: &mut [Coming], room: Duration) -> Duration {
    let wanted = total(coming);
    if wanted <= room {
        return Duration::ZERO;
    }
    let is_kept = |coming: &&mut Coming| !coming.planned.is_zero();
    let fixed: Duration = coming.iter().filter(|coming| coming.is_begun).map(|coming| coming.given).sum();
    let elastic = wanted.saturating_sub(fixed).as_secs_f64().max(1.0);
    let scale = (room.saturating_sub(fixed).as_secs_f64() / elastic).clamp(0.5, 1.0);
    for coming in coming.iter_mut().filter(is_kept).filter(|coming| !coming.is_begun) {
        coming.planned = in_pieces(coming.given.mul_f64(scale)).max(coming.given / 2);
    }
    total(coming).saturating_sub(room)
}

fn total(coming: &[Coming]) -> Duration {
    coming.iter().map(|coming| coming.planned).sum()
}

/// The shortest step before looking back without which the rest fits; else the longest one.
fn advice(coming: &[Coming], room: Duration) -> Option<Advice> {
    let looks_back = |coming: &Coming| coming.phase == Phase::LookBack;
    let could_go = coming.iter().filter(|coming| !looks_back(coming) && !coming.planned.is_zero());
    let without = |skip: &Coming| -> Vec<Coming> {
        let rest = coming.iter().filter(|coming| coming.step != skip.step);
        rest.cloned()
            .map(|coming| Coming {
                planned: if coming.is_dropped() { Duration::ZERO } else { coming.given },
                ..coming
            })
            .collect()
    };
    let tried = could_go.map(|skip| {
        let mut rest = without(skip);
        let short = shrink(&mut rest, room);
        let looking_back = rest.iter().filter(|coming| looks_back(coming)).map(|coming| coming.planned).sum();
        (short, skip.planned, Advice { skip: skip.step, looking_back })
    });
    tried.min_by_key(|(short, planned, _)| (*short, *planned)).map(|(.., advice)| advice)
}
