//! Turns: who had how many, who has one now, and who passed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::class::{GroupNumber, Pupil};

/// A turn belongs to a pupil; in a class without names to a duo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Turn {
    pub group: GroupNumber,
    pub pupil: Option<Pupil>,
}

impl Turn {
    /// What is counted: a pupil keeps its turns in another duo.
    fn owner(self) -> (Option<Pupil>, Option<GroupNumber>) {
        (self.pupil, self.pupil.is_none().then_some(self.group))
    }
}

/// The turns of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turns {
    given: BTreeMap<(Option<Pupil>, Option<GroupNumber>), u32>,
    current: Option<Turn>,
    passed: Vec<Turn>,
}

impl Turns {
    pub fn current(&self) -> Option<Turn> {
        self.current
    }

    pub fn count(&self, turn: Turn) -> u32 {
        self.given.get(&turn.owner()).copied().unwrap_or(0)
    }

    /// Whether it passed, and had no turn since: it comes last in this round.
    pub fn has_passed(&self, turn: Turn) -> bool {
        self.passed.iter().any(|other| other.owner() == turn.owner())
    }

    pub fn give(&mut self, turn: Turn) {
        self.passed.retain(|passed| passed.owner() != turn.owner());
        self.take(turn);
    }

    /// Passing is not held against anyone: the turn does not count.
    pub fn pass(&mut self, by: Turn, to: Turn) {
        if let Some(count) = self.given.get_mut(&by.owner()) {
            *count = count.saturating_sub(1);
        }
        self.passed.push(by);
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
