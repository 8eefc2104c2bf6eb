//! One question of the conversation, and what can be answered to it.

use std::ops::RangeInclusive;

use crate::card::format::Key;
use crate::card::{Phase, Trail, Tree};

/// A question about one place of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Where the answer stands.
    pub at: Trail,
    /// What the question belongs to: "doen, stap 2: jullie vragen".
    pub chapter: String,
    pub asked: String,
    /// What it is for, in a line.
    pub help: String,
    /// Empty where the answers speak for themselves.
    pub example: String,
    pub answers: Answers,
    pub need: Need,
    /// What the step itself says, line for line, where its simple wording is asked for.
    pub beside: Vec<String>,
    pub(super) deed: Deed,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answers {
    /// One line of at most so many characters.
    Line(usize),
    /// So many lines, each of at most so many characters.
    Lines { length: RangeInclusive<usize>, most: usize },
    /// One of these.
    One(Vec<Offer>),
    /// Any of these.
    Many(Vec<Offer>),
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub word: String,
    /// Empty where the word says it.
    pub meaning: String,
}

impl Offer {
    pub(super) fn new(word: impl Into<String>, meaning: impl Into<String>) -> Self {
        Self { word: word.into(), meaning: meaning.into() }
    }
}

/// Whether a card can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Must,
    May,
}

impl Need {
    pub(super) fn of(key: &Key) -> Self {
        if key.required { Self::Must } else { Self::May }
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    Lines(Vec<String>),
    /// Of what was offered, by number from 0.
    Picked(Vec<usize>),
}

impl Reply {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Lines(lines) => lines.iter().all(String::is_empty),
            Self::Picked(picked) => picked.is_empty(),
        }
    }

    pub(super) fn first(&self) -> Option<usize> {
        if let Self::Picked(picked) = self { picked.first().copied() } else { None }
    }
}

/// What an answer does to the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    Text,
    Texts,
    Number,
    /// One number, or a list with one for each part.
    Minutes,
    /// Lines of two texts, with a sign between them, for a list of blocks.
    Pairs([&'static str; 2]),
    /// As [`Deed::Pairs`], for one block.
    Pair([&'static str; 2]),
    /// As [`Deed::Pairs`], for words with their explanation.
    Words,
    /// One of these; None leaves it out.
    Value(Vec<Option<Tree>>),
    Values(Vec<Tree>),
    /// Those of these keys of the step that are true.
    Flags(Vec<&'static str>),
    /// A new step in this phase, of one of the kinds.
    Step(Phase),
    /// One more in the list.
    Another,
    /// Whether a story goes on in scenes of its own.
    Scenes,
    /// What can be chosen in a scene; each choice leads somewhere.
    Ways,
    /// Which scene a choice leads to: these, or a new one.
    Leads(Vec<String>),
}
