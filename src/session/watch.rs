//! The clocks and the chance of the real world, for the lesson that may know neither.

use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use rand::TryRng;
use rand::rngs::SysRng;

use crate::lesson::Moment;

/// A wake-up that is this much late, or a wall clock this much ahead: the machine slept.
const SLEPT: Duration = Duration::from_secs(30);

/// Gives the moments of one opening of a lesson.
#[derive(Debug)]
pub struct Watch {
    began: Instant,
    /// The last sign of life.
    seen: Moment,
}

impl Watch {
    pub fn start() -> Self {
        Self { began: monotonic(), seen: Moment { monotonic: Duration::ZERO, wall: wall(Duration::ZERO) } }
    }

    /// Now, on both clocks.
    pub fn now(&self) -> Moment {
        let monotonic = monotonic().saturating_duration_since(self.began);
        Moment { monotonic, wall: wall(monotonic) }
    }

    /// A sign of life at `now`. The last one before, if the machine slept in between.
    pub fn look(&mut self, now: Moment) -> Option<Duration> {
        let before = std::mem::replace(&mut self.seen, now);
        let by_monotonic = now.monotonic.saturating_sub(before.monotonic);
        let by_wall = Duration::try_from(now.wall.duration_since(before.wall)).unwrap_or_default();
        let slept = by_monotonic > SLEPT || by_wall.saturating_sub(by_monotonic) > SLEPT;
        slept.then_some(before.monotonic)
    }
}

#[allow(clippy::disallowed_methods, reason = "the one place where a lesson's time comes from")]
fn monotonic() -> Instant {
    Instant::now()
}

#[allow(clippy::disallowed_methods, reason = "the one place where a lesson's time comes from")]
fn wall(since: Duration) -> Timestamp {
    #[cfg(feature = "inside")]
    if let Some(start) = switch("LESLOPER_NU").and_then(|start| start.parse::<Timestamp>().ok()) {
        return start + since;
    }
    let _ = since;
    Timestamp::now()
}

/// The time on the wall, as people here read it.
#[allow(clippy::disallowed_methods, reason = "the one place where the time comes from")]
pub fn local_time() -> Zoned {
    wall(Duration::ZERO).to_zoned(TimeZone::system())
}

/// A seed for one decision.
pub fn chance() -> u64 {
    #[cfg(feature = "inside")]
    if let Some(seed) = switch("LESLOPER_KANS").and_then(|seed| seed.parse().ok()) {
        return seed;
    }
    // Without chance from the system every seed is as good as another.
    SysRng.try_next_u64().unwrap_or_default()
}

/// What a test sets from outside; not in the program that teachers have.
#[cfg(feature = "inside")]
#[allow(clippy::disallowed_methods, reason = "a switch for tests alone")]
fn switch(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
