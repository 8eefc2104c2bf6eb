//! The card: one activity in one JSON file, for people who are not programmers.
//!
//! CONTRACT (to be worked out): a [`Card`] that exists is valid.

pub mod step;
pub use step::*;

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A valid card. Made by [`Card::parse`] alone.
pub struct Card {
    content: Content,
    /// The JSON it was read from; a lesson keeps it in its own folder.
    source: String,
}

impl Card {
    /// The card in `source`, or every mistake in it.
    pub fn parse(source: &str) -> Result<Self, Vec<Problem>> {
        let _ = source;
        Err(Vec::new())
    }

    pub fn source(&self) -> &str {
        &self.source
    }
}

impl Deref for Card {
    type Target = Content;
    fn deref(&self) -> &Content {
        &self.content
    }
}

pub struct Problem;

pub struct Content {
    pub id: Slug,
    pub title: Text,
    pub goal: Text,
    pub occasion: Text,
    pub agreements: Vec<Text>,
    /// In the order of the card.
    pub words: Vec<(Text, Text)>,
    pub before: Vec<Text>,
    pub needed: Vec<Text>,
    pub watch: Vec<Text>,
    pub home: Option<Text>,
    pub follows: Option<Text>,
    pub steps: Vec<Step>,
}

/// A name for machines: lower-case letters, digits and single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes(pub u8);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    Prepare,
    Do,
    LookBack,
}
