//! What happened in a lesson: past tense, with chance and clock already in it.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::card::Slug;
use crate::class::{ClassName, Group, GroupNumber, People, Pupil};
use crate::lesson::command::Screen;
use crate::lesson::{AnswerId, Cover, Place};
use crate::text::Text;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// From 1, without gaps.
    pub seq: u64,
    pub at: Moment,
    pub event: Event,
}

/// When something happened, on both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Since the program opened the lesson; milliseconds in the journal.
    #[serde(with = "millis")]
    pub monotonic: Duration,
    pub wall: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    LessonStarted {
        card: Slug,
        class: Option<ClassName>,
    },
    SittingOpened {
        people: People,
        bell: Option<Timestamp>,
        screen: Screen,
    },
    SittingResumed {
        #[serde(with = "millis")]
        lost: Duration,
    },
    SittingClosed,
    LessonFinished,
    GroupsFormed {
        groups: Vec<Group>,
    },
    Moved {
        to: Place,
    },
    Covered {
        cover: Cover,
    },
    Uncovered,
    WordingChanged {
        simple: bool,
    },
    ClockStarted {
        #[serde(with = "millis")]
        left: Duration,
    },
    ClockPaused {
        #[serde(with = "millis")]
        left: Duration,
    },
    ClockChanged {
        #[serde(with = "millis")]
        left: Duration,
        #[serde(with = "millis")]
        total: Duration,
    },
    ClockRemoved,
    TurnGiven {
        group: GroupNumber,
        pupil: Option<Pupil>,
    },
    TurnPassed {
        group: GroupNumber,
        pupil: Option<Pupil>,
    },
    AnswerGiven {
        step: usize,
        group: GroupNumber,
        authors: Vec<Pupil>,
        text: Text,
        rank: u32,
    },
    AnswerRemoved {
        id: AnswerId,
    },
    /// Its text is gone from the journal: the `AnswerGiven` was rewritten without it.
    AnswerShredded {
        id: AnswerId,
    },
    AnswersShown {
        step: usize,
    },
    AnswersHidden {
        step: usize,
    },
    Counted {
        step: usize,
        round: usize,
        option: usize,
        count: u16,
    },
    Sorted {
        step: usize,
        item: usize,
        column: usize,
    },
    StoryPicked {
        step: usize,
        story: usize,
    },
    ForkTaken {
        step: usize,
        at: usize,
        choice: usize,
    },
    Undone {
        of: u64,
    },
}

mod millis {
    use super::Duration;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(u64::try_from(duration.as_millis()).unwrap_or(u64::MAX))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_millis)
    }
}
