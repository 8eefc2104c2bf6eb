//! Duos, trios and fours.

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use super::Pupil;

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

/// Pairs of neighbours in the given order, numbered from 1; the last is a trio when odd. One pupil
/// is a group alone.
pub fn neighbours(pupils: &[Pupil]) -> Vec<Group> {
    let (pairs, left_over) = pupils.as_chunks::<2>();
    let mut groups: Vec<Group> = (1_usize..)
        .zip(pairs)
        .map(|(number, pair)| Group {
            number: GroupNumber(u8::try_from(number).unwrap_or(u8::MAX)),
            members: pair.to_vec(),
        })
        .collect();
    match groups.last_mut() {
        Some(last) => last.members.extend(left_over),
        None if left_over.is_empty() => {}
        None => groups.push(Group { number: GroupNumber(1), members: left_over.to_vec() }),
    }
    groups
}

/// As [`neighbours`], in an order of chance.
pub fn shuffled(pupils: &[Pupil], rng: &mut impl rand::Rng) -> Vec<Group> {
    let mut order = pupils.to_vec();
    order.shuffle(rng);
    neighbours(&order)
}
