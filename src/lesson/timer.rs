//! The clock of one timed part of a step: measured by the monotonic clock alone, so that a wall
//! clock that is set leaves it unharmed.

use std::time::Duration;

use crate::lesson::{ClockView, Runs, Stage};

/// `+` and `-` change a clock by this much.
pub const CLOCK_STEP: Duration = Duration::from_mins(1);
/// Longer than any lesson.
const MAX_CLOCK: Duration = Duration::from_hours(3);
/// A warning comes at the latest with this much left.
const SHORTEST_WARNING: Duration = Duration::from_secs(20);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    total: Duration,
    /// At `since` when it runs, else now.
    left: Duration,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Ready,
    Running { since: Duration },
    Paused,
    Removed,
}

impl Clock {
    pub fn ready(total: Duration) -> Self {
        Self { total, left: total, state: State::Ready }
    }

    pub fn is_running(&self) -> bool {
        matches!(self.state, State::Running { .. })
    }

    /// It ran, or was changed by hand.
    pub fn is_begun(&self) -> bool {
        self.state != State::Ready || self.left != self.total
    }

    pub fn total(&self) -> Duration {
        self.total
    }

    pub fn is_removed(&self) -> bool {
        self.state == State::Removed
    }

    /// What is left at `now`, a monotonic time.
    pub fn left(&self, now: Duration) -> Duration {
        match self.state {
            State::Running { since } => self.left.saturating_sub(now.saturating_sub(since)),
            _ => self.left,
        }
    }

    /// Total and left after `+`.
    pub fn lengthened(&self, now: Duration) -> (Duration, Duration) {
        if self.is_removed() {
            return (CLOCK_STEP, CLOCK_STEP);
        }
        let left = (self.left(now) + CLOCK_STEP).min(MAX_CLOCK);
        ((self.total + CLOCK_STEP).min(MAX_CLOCK), left)
    }

    /// Total and left after `-`.
    pub fn shortened(&self, now: Duration) -> (Duration, Duration) {
        let left = self.left(now).saturating_sub(CLOCK_STEP);
        (self.total.saturating_sub(CLOCK_STEP).max(left), left)
    }

    pub fn start(&mut self, left: Duration, now: Duration) {
        self.left = left;
        self.state = State::Running { since: now };
    }

    pub fn pause(&mut self, left: Duration) {
        self.left = left;
        self.state = State::Paused;
    }

    pub fn change(&mut self, total: Duration, left: Duration, now: Duration) {
        self.total = total;
        self.left = left;
        self.state = match self.state {
            State::Running { .. } => State::Running { since: now },
            State::Removed => State::Ready,
            other => other,
        };
    }

    /// What was begun keeps its time.
    pub fn plan(&mut self, total: Duration) {
        if !self.is_begun() {
            *self = Self::ready(total);
        }
    }

    pub fn remove(&mut self) {
        self.state = State::Removed;
    }

    /// As it is seen: in whole seconds, rounded up. None when it was removed.
    pub fn view(&self, now: Duration) -> Option<ClockView> {
        let runs = match self.state {
            State::Ready => Runs::Ready,
            State::Running { .. } => Runs::Running,
            State::Paused => Runs::Paused,
            State::Removed => return None,
        };
        let left = whole_seconds(self.left(now));
        Some(ClockView { left, total: self.total, runs, stage: stage(left, self.total) })
    }

    /// Until `view` shows another second; None when it stands still.
    pub fn next_change(&self, now: Duration) -> Option<Duration> {
        let left = self.left(now);
        if !self.is_running() || left.is_zero() {
            return None;
        }
        let over = Duration::from_nanos(u64::from(left.subsec_nanos()));
        Some(if over.is_zero() { Duration::from_secs(1) } else { over })
    }
}

fn whole_seconds(time: Duration) -> Duration {
    Duration::from_secs(time.as_secs() + u64::from(time.subsec_nanos() > 0))
}

fn stage(left: Duration, total: Duration) -> Stage {
    if left.is_zero() {
        Stage::Over
    } else if left * 20 <= total {
        Stage::Last
    } else if left <= SHORTEST_WARNING.max(total / 5) {
        Stage::Soon
    } else {
        Stage::Ample
    }
}
