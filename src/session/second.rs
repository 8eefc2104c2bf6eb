//! What goes between a lesson and its second screens, whatever line carries it.

use std::io;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::lesson::{Behind, ClockView, Command, Cover, Duo, PlaceLine, Plan, Screen};
use crate::text::Text;

/// The lesson, for a teacher with a screen that the class does not see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    pub place: PlaceLine,
    /// Page `0` of `1` pages of what the class sees.
    pub page: (usize, usize),
    /// What lies over the step.
    pub cover: Option<Cover>,
    /// What the step is called in lists.
    pub now: Text,
    /// What the class reads in large letters; empty where that is not one sentence.
    pub sentence: Text,
    pub next: Option<Text>,
    pub clock: Option<ClockView>,
    pub bell: Option<Timestamp>,
    pub close_now: bool,
    pub notes: Vec<Text>,
    /// Earlier answers that come back in this step, whose givers are not there.
    pub unowned: Vec<Text>,
    /// What fits before the bell.
    pub plan: Option<Plan>,
    pub behind: Behind,
    /// Whether pupils see the teacher's screen.
    pub screen: Screen,
    /// Who can answer.
    pub duos: Vec<Duo>,
    /// Why no answer can be given here; None: it can.
    pub no_answers: Option<Text>,
    /// What the class view says to the teacher now, and why a wish was not granted.
    pub said: Option<Text>,
    pub is_saved: bool,
}

/// Is called, on another thread, with what a second screen wishes for.
pub type Wished = Arc<dyn Fn(Command) + Send + Sync>;

/// Is called, on another thread, with what the lesson shows now; None: no lesson runs.
pub type Seen = Box<dyn Fn(Option<Overview>) + Send>;

/// Joins a lesson and its second screens; each may come and go.
pub trait Line {
    /// The lesson's end. An error: there can be no second screen.
    fn offer(&self, wished: Wished) -> io::Result<Box<dyn Offered>>;

    /// A second screen's end, for as long as it is kept. It waits for a lesson, also for the next.
    fn look(&self, seen: Seen) -> io::Result<Box<dyn Looking>>;
}

/// The lesson's end of the line.
pub trait Offered {
    /// Sends what is seen now to who looks; nobody waits for it.
    fn show(&self, overview: Option<&Overview>);
}

/// A second screen's end of the line.
pub trait Looking {
    /// Sends a wish to the lesson; goes nowhere when none runs.
    fn wish(&self, command: &Command);
}
