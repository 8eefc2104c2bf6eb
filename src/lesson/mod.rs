//! A running lesson: one card, one class, from the first les to Afronden. Pure: the clock and
//! chance are arguments, and nothing here touches the world.
//!
//! [`decide`] says what a wish leads to, [`Lesson::apply`] makes it so, [`Lesson::scene`] says what is seen.

mod command;
mod event;
mod scene;

pub use command::{Command, Opening, Screen};
pub use event::{Event, Moment, Record};
pub use scene::*;

use serde::{Deserialize, Serialize};

/// The `seq` of the event that gave the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswerId(pub u64);

/// Where the class is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// The class comes in.
    Start,
    /// `beat` counts what comes one by one within the step: parts, rounds, fragments, scenes.
    Step { step: usize, beat: usize },
    /// The les ends; step `before` begins the next one, or is the number of steps at the very end.
    Closing { before: usize },
    /// Afronden.
    End,
}

/// What can lie over a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cover {
    Blank,
    Stop,
    Duos,
    Words,
    Agreements,
    Turn,
}
