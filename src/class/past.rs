//! What a class did in earlier lessen, as numbers alone: who sat together, who was in a trio, who had
//! how many turns. Read from the journals of its lessons; the next les is arranged with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Pupil;

/// Two pupils, the lower number first.
pub type Pair = (Pupil, Pupil);

/// What is known when a les begins.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Past {
    /// In how many lessen two worked together.
    #[serde(skip_serializing_if = "Tally::is_empty")]
    pub met: Tally<Pair>,
    /// In how many lessen a pupil was one of three.
    #[serde(skip_serializing_if = "Tally::is_empty")]
    pub trios: Tally<Pupil>,
    /// How many turns a pupil stands at: who comes back stands where the others are.
    #[serde(skip_serializing_if = "Tally::is_empty")]
    pub turns: Tally<Pupil>,
    /// Who are not put together.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub apart: BTreeSet<Pair>,
    /// Who was there the last time, and when that was; for who arranges the next les.
    #[serde(skip)]
    pub last: Option<Last>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    pub at: Timestamp,
    pub present: BTreeSet<Pupil>,
}

/// One les of a class.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    pub at: Timestamp,
    pub present: BTreeSet<Pupil>,
    pub met: BTreeSet<Pair>,
    pub trios: BTreeSet<Pupil>,
    pub turns: Tally<Pupil>,
}

/// How often; what never was is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(K, u32)>", into = "Vec<(K, u32)>")]
#[serde(bound(serialize = "K: Ord + Clone + Serialize", deserialize = "K: Ord + Clone + Deserialize<'de>"))]
pub struct Tally<K: Ord + Clone>(BTreeMap<K, u32>);

/// In the order in which pairs are kept.
pub fn pair(one: Pupil, other: Pupil) -> Pair {
    (one.min(other), one.max(other))
}

/// All pairs in a group.
pub fn pairs(members: &[Pupil]) -> impl Iterator<Item = Pair> {
    let each = members.iter().enumerate();
    each.flat_map(|(at, one)| members.iter().skip(at + 1).map(|other| pair(*one, *other)))
}

impl Past {
    /// Of these lessen, in the order in which they were given.
    pub fn of(mut days: Vec<Day>) -> Self {
        days.sort_by_key(|day| day.at);
        let mut past = Self::default();
        for day in days {
            past.enter(&day.present);
            past.add(&day);
            past.last = Some(Last { at: day.at, present: day.present });
        }
        past
    }

    /// With what was done on this day.
    pub fn add(&mut self, day: &Day) {
        day.met.iter().for_each(|pair| self.met.add(*pair, 1));
        day.trios.iter().for_each(|pupil| self.trios.add(*pupil, 1));
        day.turns.iter().for_each(|(pupil, turns)| self.turns.add(*pupil, turns));
    }

    /// These pupils alone: who left the class is forgotten.
    #[must_use]
    pub fn among(mut self, class: &BTreeSet<Pupil>) -> Self {
        let both = |(one, other): &Pair| class.contains(one) && class.contains(other);
        self.met.0.retain(|pair, _| both(pair));
        self.apart.retain(both);
        self.trios.0.retain(|pupil, _| class.contains(pupil));
        self.turns.0.retain(|pupil, _| class.contains(pupil));
        self
    }

    /// Who was away, or is new, has as many turns as who of the others has the fewest: nobody is asked
    /// five times in a row to catch up.
    pub fn enter(&mut self, present: &BTreeSet<Pupil>) {
        let stayed = self.last.as_ref().map(|last| &last.present & present).unwrap_or_default();
        let Some(least) = stayed.iter().map(|pupil| self.turns.of(pupil)).min() else { return };
        present.difference(&stayed).for_each(|pupil| self.turns.raise(*pupil, least));
    }

    pub fn is_apart(&self, one: Pupil, other: Pupil) -> bool {
        self.apart.contains(&pair(one, other))
    }

    /// Whether two in one of these groups were to be kept apart.
    pub fn is_broken_by<'g>(&self, groups: impl IntoIterator<Item = &'g [Pupil]>) -> bool {
        groups.into_iter().flat_map(pairs).any(|pair| self.apart.contains(&pair))
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Day {
    pub fn new(at: Timestamp, present: BTreeSet<Pupil>) -> Self {
        Self { at, present, ..Self::default() }
    }

    /// These worked together.
    pub fn work(&mut self, members: &[Pupil]) {
        self.met.extend(pairs(members));
        if members.len() > 2 {
            self.trios.extend(members);
        }
    }
}

impl<K: Ord + Clone> Tally<K> {
    pub fn of(&self, key: &K) -> u32 {
        self.0.get(key).copied().unwrap_or(0)
    }

    pub fn add(&mut self, key: K, times: u32) {
        let count = self.0.entry(key).or_default();
        *count = count.saturating_add(times);
    }

    pub fn take_back(&mut self, key: &K) {
        if let Some(count) = self.0.get_mut(key) {
            *count = count.saturating_sub(1);
        }
        self.0.retain(|_, count| *count > 0);
    }

    pub fn raise(&mut self, key: K, least: u32) {
        if self.of(&key) < least {
            self.0.insert(key, least);
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&K, u32)> {
        self.0.iter().map(|(key, count)| (key, *count))
    }
}

impl<K: Ord + Clone> Default for Tally<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Clone> From<Vec<(K, u32)>> for Tally<K> {
    fn from(rows: Vec<(K, u32)>) -> Self {
        Self(rows.into_iter().collect())
    }
}

impl<K: Ord + Clone> From<Tally<K>> for Vec<(K, u32)> {
    fn from(tally: Tally<K>) -> Self {
        tally.0.into_iter().collect()
    }
}
