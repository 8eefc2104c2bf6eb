//! Turns: who had how many, who has one now, and who passed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::class::{GroupNumber, Pupil, Tally};

/// A turn belongs to a pupil; in a class without names to a duo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Turn {
    pub group: GroupNumber,
    pub pupil: Option<Pupil>,
}

/// Who is counted: a pupil, or a duo of a class without names.
type Owner = (Option<Pupil>, Option<GroupNumber>);

impl Turn {
    /// A pupil keeps its turns in another duo.
    fn owner(self) -> Owner {
        (self.pupil, self.pupil.is_none().then_some(self.group))
    }
}

/// The turns of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turns {
    given: BTreeMap<Owner, u32>,
    current: Option<Turn>,
    /// Who passed, and had no turn since.
    passed: BTreeSet<Owner>,
}

impl Turns {
    pub fn current(&self) -> Option<Turn> {
        self.current
    }

    pub fn count(&self, turn: Turn) -> u32 {
        self.given.get(&turn.owner()).copied().unwrap_or(0)
    }

    /// Whether it comes last in this round.
    pub fn has_passed(&self, turn: Turn) -> bool {
        self.passed.contains(&turn.owner())
    }

    /// Where the pupils stand after the lessen before this one.
    pub fn stand(&mut self, turns: &Tally<Pupil>) {
        self.given.retain(|(pupil, _), _| pupil.is_none());
        self.given.extend(turns.iter().map(|(pupil, turns)| ((Some(*pupil), None), turns)));
    }

    /// Who comes late does not catch up.
    pub fn join(&mut self, pupil: Pupil, others: &[Pupil]) {
        let of = |pupil: &Pupil| self.given.get(&(Some(*pupil), None)).copied().unwrap_or(0);
        let least = others.iter().map(of).min().unwrap_or(0);
        let turns = self.given.entry((Some(pupil), None)).or_default();
        *turns = (*turns).max(least);
    }

    /// Other duos have the numbers now.
    pub fn forget_duos(&mut self) {
        self.given.retain(|(pupil, _), _| pupil.is_some());
        self.passed.retain(|(pupil, _)| pupil.is_some());
    }

    pub fn give(&mut self, turn: Turn) {
        self.passed.remove(&turn.owner());
        self.take(turn);
    }

    /// Passing is not held against anyone: the turn does not count.
    pub fn pass(&mut self, by: Turn, to: Turn) {
        if let Some(count) = self.given.get_mut(&by.owner()) {
            *count = count.saturating_sub(1);
        }
        self.passed.insert(by.owner());
        self.take(to);
    }

    fn take(&mut self, turn: Turn) {
        *self.given.entry(turn.owner()).or_default() += 1;
        self.current = Some(turn);
    }

    pub fn end(&mut self) {
        self.current = None;
    }
}
