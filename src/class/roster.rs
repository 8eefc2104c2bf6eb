//! The class list: numbers and names.
use super::{ClassName, Pupil};
use crate::text::Text;

/// More than any class; a list longer than this is not a class list.
pub const MAX_PUPILS: usize = 60;

/// A class with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    pub name: ClassName,
    pub pupils: Vec<(Pupil, Text)>,
}

impl Roster {
    pub fn name_of(&self, pupil: Pupil) -> Option<&Text> {
        self.pupils.iter().find(|(p, _)| *p == pupil).map(|(_, name)| name)
    }
}
