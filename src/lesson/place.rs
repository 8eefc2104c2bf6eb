//! Where the class can be, and what comes before and after.

use serde::{Deserialize, Serialize};

use crate::card::{Form, Kind, Step};
use crate::class::GroupNumber;
use crate::lesson::Doing;
use crate::lesson::active::{act_part, pitch_part};

/// Where the class is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

impl Place {
    /// For "which is further": a start screen is behind everything, a closing just before its step.
    pub fn rank(self) -> (usize, usize) {
        match self {
            Self::Start => (0, 0),
            Self::Step { step, beat } => (step, beat.saturating_add(1)),
            Self::Closing { before } => (before, 0),
            Self::End => (usize::MAX, 0),
        }
    }
}

/// A clock for every duo of a pitch, and those before it; no step has more.
pub const MAX_PARTS: usize = 260;
/// The part of beats that have no time of their own.
pub const UNTIMED: usize = MAX_PARTS - 1;

/// What has a clock of its own: part `0..` of a step's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    pub step: usize,
    pub part: usize,
}

/// What comes one by one within a step: → goes to the next beat before it goes to the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beat {
    /// So many of the lines that come one by one are there.
    Reveal(usize),
    /// Part `0..` of the form: alone, then in the duo, then with the class.
    Round(usize),
    /// Earlier answers go back to their duos.
    Returned,
    /// Item `0..` of a sort is put in a column.
    Item(usize),
    /// All columns of a sort.
    Heaps,
    Task,
    PickStory,
    /// So many fragments of the story were told.
    Fragment(usize),
    InventEndings,
    ChooseOneEnding,
    TellEndings,
    Vote,
    ActOut,
    /// The scene at this place in the walk through the story.
    Scene(usize),
    Debrief(usize),
    PickSituation,
    /// Who is who in a role play.
    MakeGroups,
    /// All but the player of role `0..` turn their backs.
    LookAway(usize),
    ReadRole(usize),
    ReadOnPaper,
    Watch,
    /// The line after which playing starts.
    Begin,
    Act {
        situation: usize,
        round: usize,
    },
    /// Before round `1..`.
    Swap(usize),
    StepOut,
    /// Question `0..` about what was played.
    TalkOver(usize),
    Deck,
    /// This duo drew a card.
    Drawn(GroupNumber),
    /// This duo turns its card.
    Turned(GroupNumber),
    /// The cards of all duos.
    Cards,
    /// Duos get ready to tell something.
    Prepare,
    Pitch(GroupNumber),
    Heard,
}

impl Beat {
    /// Which of the step's timed parts the beat belongs to.
    pub fn part(self) -> usize {
        match self {
            Self::Round(round) => round,
            Self::InventEndings => 1,
            Self::ChooseOneEnding | Self::TalkOver(_) => 2,
            Self::TellEndings | Self::Vote => 3,
            Self::ActOut | Self::Scene(_) => 4,
            Self::Debrief(_) => 5,
            Self::Act { situation, round } => act_part(situation, round),
            Self::Pitch(group) => pitch_part(group),
            Self::Swap(_) | Self::StepOut | Self::Heard => UNTIMED,
            Self::Reveal(_)
            | Self::Returned
            | Self::Item(_)
            | Self::Heaps
            | Self::Task
            | Self::PickStory
            | Self::Fragment(_)
            | Self::PickSituation
            | Self::MakeGroups
            | Self::LookAway(_)
            | Self::ReadRole(_)
            | Self::ReadOnPaper
            | Self::Watch
            | Self::Begin
            | Self::Deck
            | Self::Drawn(_)
            | Self::Turned(_)
            | Self::Cards
            | Self::Prepare => 0,
        }
    }
}

/// What the class does in each part of a step's form.
pub fn doings(step: &Step) -> &'static [Doing] {
    if matches!(&step.kind, Kind::Choice(choice) if choice.second_round) {
        return &[Doing::ThinkAlone, Doing::TalkInPair, Doing::ChooseAgain];
    }
    if let Kind::Line(line) = &step.kind {
        return if line.second_round {
            &[Doing::TakeAPlace, Doing::TalkOfPlaces, Doing::TakeAPlaceAgain]
        } else {
            &[Doing::TakeAPlace]
        };
    }
    match step.form {
        Form::Alone => &[Doing::ThinkAlone],
        Form::Pair => &[Doing::TalkInPair],
        Form::Three => &[Doing::TalkInThree],
        Form::Four => &[Doing::TalkInFour],
        Form::Class => &[Doing::ShareInClass],
        Form::ThinkPairShare => &[Doing::ThinkAlone, Doing::TalkInPair, Doing::ShareInClass],
        Form::AlonePairFourClass => {
            &[Doing::ThinkAlone, Doing::TalkInPair, Doing::TalkInFour, Doing::ShareInClass]
        }
    }
}
