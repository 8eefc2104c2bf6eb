//! What happened in a lesson: past tense, with chance and clock already in it.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::card::{Slug, Wording};
use crate::class::{ClassName, Group, GroupNumber, Past, People, Pupil};
use crate::lesson::Cover;
use crate::lesson::active::Drawn;
use crate::lesson::answers::{AnswerId, Board, ItemId, Topic};
use crate::lesson::command::Screen;
use crate::lesson::place::{Part, Place};
use crate::lesson::turn::Turn;
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
    #[serde(rename = "ms", with = "millis")]
    pub monotonic: Duration,
    pub wall: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Event {
    LessonStarted {
        card: Slug,
        class: Option<ClassName>,
    },
    SittingOpened {
        people: People,
        groups: Vec<Group>,
        bell: Option<Timestamp>,
        screen: Screen,
        /// Who sits together when all are there, where the teacher changed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        home: Option<Vec<Group>>,
        /// What a class with names did before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        past: Option<Box<Past>>,
    },
    /// The same les goes on after the program was gone; `lost` comes off a running clock.
    SittingResumed {
        #[serde(with = "millis")]
        lost: Duration,
    },
    SittingClosed,
    LessonFinished,
    Moved {
        to: Place,
    },
    Covered {
        cover: Cover,
    },
    Uncovered,
    WordingChanged {
        wording: Wording,
    },
    ClockStarted {
        part: Part,
        #[serde(with = "millis")]
        left: Duration,
    },
    ClockPaused {
        part: Part,
        #[serde(with = "millis")]
        left: Duration,
    },
    ClockChanged {
        part: Part,
        #[serde(with = "millis")]
        total: Duration,
        #[serde(with = "millis")]
        left: Duration,
    },
    ClockRemoved {
        part: Part,
    },
    /// The bell leaves a part that was not begun so much, whatever the card gives it.
    ClockPlanned {
        part: Part,
        #[serde(with = "millis")]
        total: Duration,
    },
    /// The wall clock ran ahead of the monotonic one: a closed lid, or a clock that was set.
    ClockJumped {
        part: Part,
        #[serde(with = "millis")]
        left: Duration,
    },
    Shuffled {
        groups: Vec<Group>,
    },
    Joined {
        pupil: Pupil,
        groups: Vec<Group>,
    },
    Left {
        pupil: Pupil,
        groups: Vec<Group>,
    },
    TurnGiven {
        turn: Turn,
    },
    TurnPassed {
        by: Turn,
        to: Turn,
    },
    AnswerGiven {
        topic: Topic,
        group: GroupNumber,
        authors: Vec<Pupil>,
        text: Text,
        rank: u32,
    },
    AnswerRemoved {
        id: AnswerId,
    },
    /// Its text is gone from the journal too: see [`Record::shred`].
    AnswerShredded {
        id: AnswerId,
    },
    BoardShown {
        board: Board,
    },
    BoardHidden {
        board: Board,
    },
    Counted {
        topic: Topic,
        round: usize,
        option: ItemId,
        count: u16,
    },
    Sorted {
        step: usize,
        item: ItemId,
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
    SituationPicked {
        step: usize,
        situation: usize,
    },
    CardsDrawn {
        step: usize,
        cards: Vec<Drawn>,
    },
    PitchCalled {
        step: usize,
        group: GroupNumber,
    },
    PitchPassed {
        step: usize,
        by: GroupNumber,
        /// None: no duo is left.
        to: Option<GroupNumber>,
    },
    Undone {
        of: u64,
    },
}

impl Event {
    /// Whether `z` takes it back. Not the clock, what lies over the step, and the les itself.
    pub fn is_undoable(&self) -> bool {
        match self {
            Self::Moved { .. }
            | Self::WordingChanged { .. }
            | Self::Shuffled { .. }
            | Self::Joined { .. }
            | Self::Left { .. }
            | Self::TurnGiven { .. }
            | Self::TurnPassed { .. }
            | Self::AnswerGiven { .. }
            | Self::AnswerRemoved { .. }
            | Self::BoardShown { .. }
            | Self::BoardHidden { .. }
            | Self::Counted { .. }
            | Self::Sorted { .. }
            | Self::StoryPicked { .. }
            | Self::ForkTaken { .. }
            | Self::SituationPicked { .. }
            | Self::CardsDrawn { .. }
            | Self::PitchCalled { .. }
            | Self::PitchPassed { .. }
            | Self::LessonFinished => true,
            Self::LessonStarted { .. }
            | Self::SittingOpened { .. }
            | Self::SittingResumed { .. }
            | Self::SittingClosed
            | Self::Covered { .. }
            | Self::Uncovered
            | Self::ClockStarted { .. }
            | Self::ClockPaused { .. }
            | Self::ClockChanged { .. }
            | Self::ClockRemoved { .. }
            | Self::ClockPlanned { .. }
            | Self::ClockJumped { .. }
            | Self::AnswerShredded { .. }
            | Self::Undone { .. } => false,
        }
    }
}

impl Record {
    /// Takes the text out of the answer that this record gave, if it gave `id`.
    pub fn shred(&mut self, id: AnswerId) {
        if self.seq == id.0
            && let Event::AnswerGiven { text, .. } = &mut self.event
        {
            *text = Text::default();
        }
    }
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
