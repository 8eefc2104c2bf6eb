//! The time until the bell: what is seen of it, and when the closing should begin.

use std::time::Duration;

use jiff::Timestamp;

use crate::lesson::state::Lesson;

/// What every les keeps for its closing.
const CLOSING: Duration = Duration::from_mins(3);
const MINUTE: Duration = Duration::from_mins(1);

/// The time until a bell; nothing when it rang.
#[derive(Debug, Clone, Copy)]
pub struct UntilBell(Duration);

impl UntilBell {
    pub fn at(bell: Timestamp, now: Timestamp) -> Self {
        Self(Duration::try_from(bell.duration_since(now)).unwrap_or_default())
    }

    /// As it is seen: in whole minutes, rounded up.
    pub fn minutes(self) -> Duration {
        self.next_minute().map_or(self.0, |next| self.0.saturating_sub(next) + MINUTE)
    }

    /// Until those minutes change; None when it rang.
    pub fn next_minute(self) -> Option<Duration> {
        let over = Duration::new(self.0.as_secs() % MINUTE.as_secs(), self.0.subsec_nanos());
        (!self.0.is_zero()).then_some(if over.is_zero() { MINUTE } else { over })
    }
}

impl Lesson {
    /// As it is seen. None without a bell.
    pub(super) fn minutes_left(&self, now: Timestamp) -> Option<Duration> {
        self.until_bell(now).map(UntilBell::minutes)
    }

    /// Until the closing should begin; None without a bell.
    pub(super) fn until_closing(&self, now: Timestamp) -> Option<Duration> {
        self.until_bell(now).map(|UntilBell(left)| left.saturating_sub(CLOSING))
    }

    /// Until the minutes to the bell change; None without a bell, or after it.
    pub fn next_minute(&self, now: Timestamp) -> Option<Duration> {
        self.until_bell(now)?.next_minute()
    }

    /// Until the class sees something of the bell change: its minutes are shown once the closing
    /// should begin.
    pub(super) fn next_bell_change(&self, now: Timestamp) -> Option<Duration> {
        let until_closing = self.until_closing(now)?;
        if until_closing.is_zero() { self.next_minute(now) } else { Some(until_closing) }
    }

    /// None without a bell.
    fn until_bell(&self, now: Timestamp) -> Option<UntilBell> {
        Some(UntilBell::at(self.sitting()?.bell?, now))
    }
}
