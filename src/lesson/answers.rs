//! What duos answered, with its number and who was in it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::class::{GroupNumber, Pupil};
use crate::text::Text;

/// More answers to one question than any class gives.
pub const MAX_ANSWERS: usize = 60;
/// In characters; one or two sentences.
pub const MAX_ANSWER: usize = 300;

/// The `seq` of the event that gave the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswerId(pub u64);

/// What is put in a column, or has hands or votes counted for it: a line of the card, or an answer of
/// the class. Which of the two, the step says: in the journal it is a bare number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(u64);

impl ItemId {
    /// Line `0..` of a list in the card.
    pub fn listed(at: usize) -> Self {
        Self(at as u64)
    }
}

/// An answer is known by its id, so that one that is taken off takes nothing of another along.
impl From<AnswerId> for ItemId {
    fn from(AnswerId(seq): AnswerId) -> Self {
        Self(seq)
    }
}

/// What an answer answers: a step, and within a step with stories the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Topic {
    pub step: usize,
    pub story: usize,
}

/// Something that is hidden from the class until it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Board {
    Answers(Topic),
    /// The hands or votes of a round.
    Counts {
        topic: Topic,
        round: usize,
    },
    /// Earlier answers that come back in this step, to look back at or to sort.
    Returned {
        step: usize,
    },
    /// All that was gathered, at Afronden.
    Gathered,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub id: AnswerId,
    pub topic: Topic,
    pub group: GroupNumber,
    /// Who was in the duo then; empty in a class without names.
    pub authors: Vec<Pupil>,
    pub text: Text,
    /// Its place among the others, by chance.
    pub rank: u32,
    /// The event that took it off.
    pub removed_by: Option<u64>,
}

/// All answers of a lesson, in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerBook {
    answers: BTreeMap<AnswerId, Answer>,
    /// Up to which answer each board was shown: what comes later is hidden until it is shown again.
    shown: BTreeMap<Board, AnswerId>,
    /// What the teacher hid again.
    hidden: BTreeSet<Board>,
}

impl AnswerBook {
    pub fn add(&mut self, answer: Answer) {
        self.answers.insert(answer.id, answer);
    }

    /// Those that were not taken off, as given.
    pub fn to(&self, topic: Topic) -> impl Iterator<Item = &Answer> {
        self.all().filter(move |answer| answer.topic == topic)
    }

    /// Those that were not taken off, over all stories of a step.
    pub fn to_step(&self, step: usize) -> impl Iterator<Item = &Answer> {
        self.all().filter(move |answer| answer.topic.step == step)
    }

    /// In their order of chance.
    pub fn by_chance(&self, topic: Topic) -> Vec<&Answer> {
        let mut answers: Vec<_> = self.to(topic).collect();
        answers.sort_by_key(|answer| (answer.rank, answer.id));
        answers
    }

    pub fn contains(&self, id: AnswerId) -> bool {
        self.answers.get(&id).is_some_and(|answer| answer.removed_by.is_none())
    }

    /// Those that were taken off, and not for good.
    pub fn removed(&self) -> impl Iterator<Item = AnswerId> {
        let removed = |answer: &&Answer| answer.removed_by.is_some() && !answer.text.is_empty();
        self.answers.values().filter(removed).map(|answer| answer.id)
    }

    /// All that were not taken off.
    pub fn all(&self) -> impl Iterator<Item = &Answer> {
        self.answers.values().filter(|answer| answer.removed_by.is_none())
    }

    /// Takes an answer off, by this event. Returns the event that had done so before.
    pub fn remove(&mut self, id: AnswerId, by: u64) -> Option<u64> {
        self.answers.get_mut(&id)?.removed_by.replace(by)
    }

    pub fn is_shown(&self, board: Board) -> bool {
        self.shown.contains_key(&board)
    }

    /// Whether an answer may be seen on a board.
    pub fn shows(&self, board: Board, id: AnswerId) -> bool {
        self.shown.get(&board).is_some_and(|last| id <= *last)
    }

    /// Shows all that was answered up to now.
    pub fn show(&mut self, board: Board, now: AnswerId) {
        self.shown.insert(board, now);
        self.hidden.remove(&board);
    }

    /// Whether a board is closed because nobody has opened it yet.
    pub fn is_unopened(&self, board: Board) -> bool {
        !self.is_shown(board) && !self.hidden.contains(&board)
    }

    pub fn hide(&mut self, board: Board) {
        self.shown.remove(&board);
        self.hidden.insert(board);
    }

    pub fn hide_all(&mut self) {
        self.shown.clear();
        self.hidden.clear();
    }
}
