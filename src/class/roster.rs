//! The class list: numbers and names. A number is for ever, because journals hold numbers alone.

use super::{ClassName, Pupil};
use crate::text::{Text, width};

/// More than any class; a list longer than this is not a class list.
pub const MAX_PUPILS: usize = 60;

/// In columns. A first name, or two, with an initial: what fits beside a partner on a projector.
pub const MAX_NAME: usize = 30;

/// A class with its names.
///
/// Invariant: 1 to `MAX_PUPILS` pupils, each with its own number and a name of 1 to `MAX_NAME` columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    name: ClassName,
    pupils: Vec<(Pupil, Text)>,
}

/// Why a list of names is not a class.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RosterMistake {
    #[error("er staan geen namen in; zet op elke regel één voornaam")]
    Empty,
    #[error("er staan {0} namen in; een klas heeft er hoogstens {MAX_PUPILS}")]
    TooMany(usize),
    #[error("leerling {} heeft geen naam; vul een voornaam in", .0.0)]
    Nameless(Pupil),
    #[error("\"{0}\" is te lang; een naam heeft hoogstens {MAX_NAME} letters")]
    LongName(Text),
    #[error("nummer {} staat er twee keer in; elke leerling heeft een eigen nummer", .0.0)]
    DoubleNumber(Pupil),
    #[error("alle nummers van deze klas zijn op; maak een klas met een nieuwe naam")]
    NoNumberLeft,
}

impl Roster {
    /// A class of pupils who have a number already.
    pub fn new(name: ClassName, mut pupils: Vec<(Pupil, Text)>) -> Result<Self, RosterMistake> {
        if pupils.is_empty() {
            return Err(RosterMistake::Empty);
        }
        if pupils.len() > MAX_PUPILS {
            return Err(RosterMistake::TooMany(pupils.len()));
        }
        pupils.sort_by_key(|(pupil, _)| *pupil);
        for (pupil, name) in &pupils {
            if name.is_empty() {
                return Err(RosterMistake::Nameless(*pupil));
            }
            if width(name) > MAX_NAME {
                return Err(RosterMistake::LongName(name.clone()));
            }
        }
        match pupils.array_windows().find(|[(one, _), (other, _)]| one == other) {
            Some([(double, _), _]) => Err(RosterMistake::DoubleNumber(*double)),
            None => Ok(Self { name, pupils }),
        }
    }

    /// A new class: `names` are numbered in this order, from 1.
    pub fn numbered(name: ClassName, names: Vec<Text>) -> Result<Self, RosterMistake> {
        let count = names.len();
        let numbers = (1..=u8::MAX).map(Pupil);
        let pupils: Vec<_> = numbers.zip(names).collect();
        if pupils.len() < count { Err(RosterMistake::TooMany(count)) } else { Self::new(name, pupils) }
    }

    /// The class with `names` instead: who stays keeps the number, who is new gets a number above all
    /// others.
    pub fn renewed(&self, names: Vec<Text>) -> Result<Self, RosterMistake> {
        if names.len() > MAX_PUPILS {
            return Err(RosterMistake::TooMany(names.len()));
        }
        let mut known = self.pupils.clone();
        let mut last = self.pupils.last().map_or(0, |(pupil, _)| pupil.0);
        let mut pupils = Vec::new();
        for name in names {
            let pupil = if let Some(index) = known.iter().position(|(_, known)| *known == name) {
                known.remove(index).0
            } else {
                last = last.checked_add(1).ok_or(RosterMistake::NoNumberLeft)?;
                Pupil(last)
            };
            pupils.push((pupil, name));
        }
        Self::new(self.name.clone(), pupils)
    }

    pub fn name(&self) -> &ClassName {
        &self.name
    }

    /// In order of number.
    pub fn pupils(&self) -> &[(Pupil, Text)] {
        &self.pupils
    }

    pub fn name_of(&self, pupil: Pupil) -> Option<&Text> {
        self.pupils.iter().find(|(known, _)| *known == pupil).map(|(_, name)| name)
    }
}
