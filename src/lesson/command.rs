//! The deeds that can be wished for in a lesson, in the lesson's own words.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::class::{Group, GroupNumber, Past, People, Pupil};
use crate::lesson::Cover;
use crate::lesson::answers::AnswerId;
use crate::text::Text;

/// A wish; `decide` grants it or says why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// A les begins: the class comes in.
    OpenSitting(Opening),
    /// The same les goes on after the program was gone.
    ResumeSitting,
    Next,
    Back,
    /// To the furthest place that the class has seen.
    ToFurthest,
    /// Enough of this step: to the next one.
    ToNextStep,
    /// The les is closed here; the next one begins with this step again.
    ToClosing,
    /// Lays a cover over the step, or lifts it when it lies there.
    Toggle(Cover),
    Uncover,
    ToggleWording,
    ToggleClock,
    /// By a minute.
    Lengthen,
    /// By a minute.
    Shorten,
    RemoveClock,
    /// Nothing was seen since `last`, by the monotonic clock: a closed lid, or a wall clock that was
    /// set. A running clock stops at what it had left then.
    NoticeJump {
        last: Duration,
    },
    Shuffle,
    /// One comes in late; in a class without names one more.
    Join(Pupil),
    /// One leaves before the end.
    Leave(Pupil),
    GiveTurn,
    /// Whoever has the turn, or the duo that was called to tell something, lets another go.
    PassTurn,
    Answer {
        group: GroupNumber,
        text: Text,
    },
    RemoveAnswer(AnswerId),
    /// Out of the journal itself; cannot be undone.
    ShredAnswer(AnswerId),
    /// All that was taken off or taken back, out of the journal; cannot be undone.
    EmptyBin,
    ToggleAnswers,
    /// Picks option `0..` of what the screen offers: a column, a story, a fork.
    Choose(usize),
    /// Sets the hands or votes for option `0..`.
    Count {
        option: usize,
        count: u16,
    },
    Undo,
    CloseSitting,
    /// Afronden is confirmed; the reeks is done.
    Finish,
}

/// What is settled in Les klaarzetten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub people: People,
    pub bell: Option<Timestamp>,
    pub screen: Screen,
    /// What the class did before; empty without names.
    pub past: Box<Past>,
    /// As the teacher saw it beforehand; None: as chance has it.
    pub seating: Option<Seating>,
}

/// Who sits with whom.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Seating {
    /// Each who is there once; who is away may be in it.
    pub today: Vec<Group>,
    /// When all are there.
    pub home: Vec<Group>,
}

impl Opening {
    /// Of a class of which nothing is known.
    pub fn new(people: People, bell: Option<Timestamp>, screen: Screen) -> Self {
        Self { people, bell, screen, past: Box::default(), seating: None }
    }
}

/// Whether pupils see the teacher's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Screen {
    #[default]
    Mirrored,
    Apart,
}
