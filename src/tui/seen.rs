//! Whether there is anything to draw.

/// Whether what is on the screen can be different now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Same,
    Changed,
}

impl Seen {
    /// Changed when either is.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::Changed { self } else { other }
    }
}
