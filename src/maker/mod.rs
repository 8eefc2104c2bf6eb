//! The conversation in which a teacher makes a card. A [`Draft`] holds the card as a tree of values;
//! which questions there are follows from the format of the card and from what was answered. Nothing
//! here knows a screen or a disk.

mod answer;
mod asked;
mod conversation;
mod draft;
mod proposals;
mod question;
mod shown;
mod simple;
mod steps;
mod ways;
mod words;

pub use asked::asked;
pub use draft::{Draft, Said, StepLine};
pub use question::{Answers, Need, Offer, Question, Reply};
