//! A name for machines.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Lower-case letters, digits and single hyphens, at most [`Slug::MAX`] of them: safe in a file
/// name on every system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("alleen kleine letters, cijfers en losse streepjes, hooguit {} tekens", Slug::MAX)]
pub struct NotASlug;

impl Slug {
    /// Leaves room for a date and a class in the name of a lesson's folder.
    pub const MAX: usize = 60;

    /// This name with a number: `op-bezoek-2`.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let mark = format!("-{number}");
        let stem: String = self.0.chars().take(Self::MAX.saturating_sub(mark.len())).collect();
        Self(format!("{}{mark}", stem.trim_end_matches('-')))
    }

    /// The slug that `raw` comes closest to: "Op bezoek!" becomes "op-bezoek".
    pub fn near(raw: &str) -> Option<Self> {
        let mut near = String::new();
        for c in raw.chars().take(Self::MAX).flat_map(char::to_lowercase) {
            match c {
                'a'..='z' | '0'..='9' => near.push(c),
                'à' | 'á' | 'â' | 'ä' => near.push('a'),
                'è' | 'é' | 'ê' | 'ë' => near.push('e'),
                'ì' | 'í' | 'î' | 'ï' => near.push('i'),
                'ò' | 'ó' | 'ô' | 'ö' => near.push('o'),
                'ù' | 'ú' | 'û' | 'ü' => near.push('u'),
                _ if near.ends_with('-') => {}
                _ => near.push('-'),
            }
        }
        near.trim_matches('-').parse().ok()
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(raw: &str) -> Result<Self, NotASlug> {
        Self::try_from(raw.to_owned())
    }
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;

    fn try_from(raw: String) -> Result<Self, NotASlug> {
        let words = raw.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        if words && raw.len() <= Self::MAX { Ok(Self(raw)) } else { Err(NotASlug) }
    }
}

impl Deref for Slug {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
