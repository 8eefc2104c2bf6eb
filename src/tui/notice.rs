//! A sentence that stands at the bottom for a while.

use std::time::{Duration, Instant};

/// How long it stands at least.
const SHORTEST: Duration = Duration::from_secs(4);
/// What each letter takes to read, for long ones: as fast as people read aloud.
const LETTER: Duration = Duration::from_millis(70);

/// A sentence, and when it goes away by itself.
pub struct Notice {
    text: String,
    until: Instant,
}

impl Notice {
    pub fn new(text: String) -> Self {
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Self { text, until: now() + SHORTEST.max(LETTER.saturating_mul(letters)) }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// How long it still stands; zero when it is over.
    pub fn left(&self) -> Duration {
        self.until.saturating_duration_since(now())
    }
}

#[expect(clippy::disallowed_methods, reason = "the clock of the notices")]
fn now() -> Instant {
    Instant::now()
}
