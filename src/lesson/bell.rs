//! The time until the bell: what is seen of it, and when the closing should begin.

use std::time::Duration;

use jiff::Timestamp;

use crate::lesson::state::Lesson;

/// What every les keeps for its closing.
const CLOSING: Duration = Duration::from_mins(3);
const MINUTE: Duration = Duration::from_mins(1);

impl Lesson {
    /// As it is seen: in whole minutes, rounded up; zero when it rang. None without a bell.
    pub(super) fn minutes_left(&self, now: Timestamp) -> Option<Duration> {
        let left = self.until_bell(now)?;
        Some(self.next_minute(now).map_or(left, |next| left.saturating_sub(next) + MINUTE))
    }

    /// Until the closing should begin; None without a bell.
    pub(super) fn until_closing(&self, now: Timestamp) -> Option<Duration> {
        self.until_bell(now).map(|left| left.saturating_sub(CLOSING))
    }

    /// Until the minutes to the bell change; None without a bell, or after it.
    pub fn next_minute(&self, now: Timestamp) -> Option<Duration> {
        let left = self.until_bell(now).filter(|left| !left.is_zero())?;
        let over = Duration::new(left.as_secs() % MINUTE.as_secs(), left.subsec_nanos());
        Some(if over.is_zero() { MINUTE } else { over })
    }

    /// Until the class sees something of the bell change: its minutes are shown once the closing
    /// should begin.
    pub(super) fn next_bell_change(&self, now: Timestamp) -> Option<Duration> {
        let until_closing = self.until_closing(now)?;
        if until_closing.is_zero() { self.next_minute(now) } else { Some(until_closing) }
    }

    /// Zero when it rang; None without a bell.
    fn until_bell(&self, now: Timestamp) -> Option<Duration> {
        let bell = self.sitting()?.bell?;
        Some(Duration::try_from(bell.duration_since(now)).unwrap_or_default())
    }
}
