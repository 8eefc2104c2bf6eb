//! A running lesson: one card, one class, from the first les to Afronden. Pure: the clock and
//! chance are arguments, and nothing here touches the world.
//!
//! [`decide()`] says what a wish leads to, [`Lesson::apply`] makes it so, [`Lesson::scene`] says what
//! is seen of it; [`History`] is the row of events that a lesson is read from.

mod active;
mod answers;
mod apply;
mod bell;
mod command;
mod decide;
mod event;
mod gathered;
mod here;
mod history;
mod people;
mod place;
mod plan;
mod refusal;
mod rehearsal;
mod scene;
mod show;
mod state;
mod story;
mod timer;
mod turn;
mod views;

pub use active::Drawn;
pub use answers::{AnswerId, Board, MAX_ANSWER, Topic};
pub use bell::UntilBell;
pub use command::{Command, Opening, Screen, Seating};
pub use decide::{decide, seat};
pub use event::{Event, Moment, Record};
pub use history::History;
pub use place::Place;
pub use plan::{Advice, Coming, Plan};
pub use refusal::Refusal;
pub use rehearsal::{Rehearsal, rehearse};
pub use scene::{
    Answers, Body, ChoiceView, Choosable, ClockView, Closing, Column, CoverView, Doing, Duo, End, ForkChoice,
    Gathered, PictureView, PlaceLine, QuestionView, Returned, Revealed, Runs, Scene, Shown, Sign, Stage,
    Start, TeacherView, Ways,
};
pub use show::behind::{Behind, Given, Had};
pub use state::{Lesson, Sitting};
pub use turn::Turn;
pub use views::{Act, Cast, Drawing, LineView, Pitching, Play};

use serde::{Deserialize, Serialize};

/// What can lie over a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cover {
    Blank,
    Stop,
    /// A role play stands still: who knows another reaction?
    Freeze,
    Duos,
    Words,
    Agreements,
    Turn,
}
