//! The class list: numbers and names. A number is for ever, because journals hold numbers alone;
//! giving out new ones belongs to the class file, which remembers the last.

use std::collections::BTreeSet;

use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation;

use super::past::{Pair, pair};
use super::{ClassName, Pupil};
use crate::text::Text;

/// More than any class; a list longer than this is not a class list.
pub const MAX_PUPILS: usize = 60;

/// In graphemes: what fits beside another name on the screen of the duos.
pub const MAX_NAME: usize = 40;

/// A class with its names.
///
/// Invariant: 1 to `MAX_PUPILS` pupils in order of number, each with a number of its own from 1 and a
/// name of 1 to `MAX_NAME` graphemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    name: ClassName,
    pupils: Vec<(Pupil, Text)>,
    // Invariant: of two pupils of this class.
    apart: BTreeSet<Pair>,
}

/// Why a list of names is not a class.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RosterMistake {
    #[error("er staan geen namen in; zet op elke regel één voornaam")]
    Empty,
    #[error("er staan {0} namen in; een klas heeft er hoogstens {MAX_PUPILS}")]
    TooMany(usize),
    #[error("leerling {} heeft geen naam; vul een voornaam in", .0.0)]
    Nameless(Pupil),
    #[error("\"{0}\" is te lang; een naam heeft hoogstens {MAX_NAME} letters")]
    LongName(Text),
    #[error("nummer {} kan niet; elke leerling heeft een eigen nummer vanaf 1", .0.0)]
    Number(Pupil),
}

impl Roster {
    pub fn new(name: ClassName, mut pupils: Vec<(Pupil, Text)>) -> Result<Self, RosterMistake> {
        if pupils.is_empty() {
            return Err(RosterMistake::Empty);
        }
        if pupils.len() > MAX_PUPILS {
            return Err(RosterMistake::TooMany(pupils.len()));
        }
        pupils.sort_by_key(|(pupil, _)| *pupil);
        let mut last = Pupil(0);
        for (pupil, name) in &pupils {
            if *pupil == last {
                return Err(RosterMistake::Number(*pupil));
            }
            if name.is_empty() {
                return Err(RosterMistake::Nameless(*pupil));
            }
            if name.graphemes(true).count() > MAX_NAME {
                return Err(RosterMistake::LongName(name.clone()));
            }
            last = *pupil;
        }
        Ok(Self { name, pupils, apart: BTreeSet::new() })
    }

    pub fn name(&self) -> &ClassName {
        &self.name
    }

    /// In order of number.
    pub fn pupils(&self) -> &[(Pupil, Text)] {
        &self.pupils
    }

    /// Who are not put together.
    pub fn apart(&self) -> &BTreeSet<Pair> {
        &self.apart
    }

    /// With these kept apart; who is not in the class is left out.
    #[must_use]
    pub fn keeping_apart(self, apart: impl IntoIterator<Item = Pair>) -> Self {
        let knows = |pupil: Pupil| self.name_of(pupil).is_some();
        let apart = apart.into_iter().filter(|(one, other)| one != other && knows(*one) && knows(*other));
        let apart = apart.map(|(one, other)| pair(one, other)).collect();
        Self { apart, ..self }
    }

    /// Who is called this, in capitals or not.
    pub fn called(&self, name: &str) -> Option<Pupil> {
        let name = name.to_lowercase();
        self.pupils.iter().find(|(_, known)| known.to_lowercase() == name).map(|(pupil, _)| *pupil)
    }

    pub fn name_of(&self, pupil: Pupil) -> Option<&Text> {
        self.pupils.iter().find(|(known, _)| *known == pupil).map(|(_, name)| name)
    }
}
