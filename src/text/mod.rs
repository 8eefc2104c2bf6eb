//! Text from outside, made safe to show: [`Text`] holds no control character, no bidi or
//! zero-width trick and no pile of marks. Wrapping and measuring in columns live beside it.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};

mod clean;
mod halves;
mod hyphens;
mod width;
mod wrap;

pub use halves::halves;
pub use width::{is_even, truncate, width};
pub use wrap::{balance, balance_by, wrap, wrap_by};

/// A line of clean text.
///
/// Invariant: only printable characters and single spaces; composed (NFC); at most three marks a
/// letter; no direction or zero-width character, save the joiner inside words of scripts that join.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// Keeps what can be read of `raw` and drops the rest.
    pub fn clean(raw: &str) -> Self {
        Self(clean::clean(raw))
    }

    /// Whether [`Text::clean`] loses something that its writer may have meant: an odd character or a
    /// second space. Writing the same letters in another way (NFC) is no loss.
    pub fn would_change(raw: &str) -> bool {
        clean::loses(raw)
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Self::clean(&raw))
    }
}
