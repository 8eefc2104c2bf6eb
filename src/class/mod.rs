//! The class: who is in it, in which groups, and who had a turn.

use serde::{Deserialize, Serialize};

use crate::text::Text;

mod groups;
mod matching;
mod names;
mod past;
mod roster;
mod turns;

pub use groups::{Group, GroupNumber, fours, joining, mixed, neighbours, with, without};
#[cfg(feature = "inside")]
pub use matching::cost;
pub use names::names_in;
pub use past::{Day, Last, Pair, Past, Tally, pair, pairs};
pub use roster::{MAX_NAME, MAX_PUPILS, Roster, RosterMistake};
pub use turns::fewest;

/// A pupil's number in the class, from 1. Names stand in the class file alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pupil(pub u8);

/// Who is there in a sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum People {
    /// So many pupils, without names.
    Count(u8),
    /// The pupils of a class file who are present.
    Present(Vec<Pupil>),
}

/// What a class is called by its teacher: "2B".
pub type ClassName = Text;

impl People {
    pub fn count(&self) -> usize {
        match self {
            Self::Count(count) => usize::from(*count),
            Self::Present(pupils) => pupils.len(),
        }
    }
}
