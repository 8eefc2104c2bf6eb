//! Duos, trios and fours.
use super::Pupil;
use serde::{Deserialize, Serialize};

/// A group's number on the screen, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupNumber(pub u8);

/// Who sit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub number: GroupNumber,
    pub members: Vec<Pupil>,
}

/// Pairs of neighbours in the given order, numbered from 1; the last is a trio when odd.
pub fn neighbours(pupils: &[Pupil]) -> Vec<Group> {
    let _ = pupils;
    Vec::new()
}

/// As `neighbours`, in an order of chance.
pub fn shuffled(pupils: &[Pupil], rng: &mut impl rand::Rng) -> Vec<Group> {
    let _ = rng;
    neighbours(pupils)
}
