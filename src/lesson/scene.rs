//! What the class sees, and what the teacher sees, as plain data. A screen draws it; so does a
//! second screen or a device. Dutch that is not the card's is added where it is drawn.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::card::{FileName, Image, Phase};
use crate::lesson::{AnswerId, Drawing, LineView, Pitching, Play, Refusal, Screen};
use crate::text::Text;

/// One moment of the lesson, ready to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    pub place: PlaceLine,
    /// Lies over `body` until it is lifted.
    pub cover: Option<CoverView>,
    pub body: Body,
    pub picture: Option<PictureView>,
    pub sign: Option<Sign>,
    pub clock: Option<ClockView>,
    pub teacher: TeacherView,
}

/// Stands under the sentence of the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureView {
    pub file: FileName,
    /// For who does not see it.
    pub text: Text,
    /// None until it is read.
    pub image: Option<Image>,
}

/// The top edge, and the terminal's title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceLine {
    pub card: Text,
    /// None on the start, closing and end screens.
    pub phase: Option<Phase>,
    /// Step `number` of `total`, from 1; 0 before the first step.
    pub number: usize,
    pub total: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Start(Start),
    Explain {
        sentence: Text,
        parts: Revealed,
    },
    Question(QuestionView),
    Choice(ChoiceView),
    Sort {
        sentence: Text,
        doing: Doing,
        item: Option<Text>,
        columns: Vec<Column>,
        /// So many answers of the class wait to be shown before they are sorted.
        hidden: usize,
    },
    /// Which story shall we take? `Command::Choose` picks.
    PickStory {
        stories: Vec<Text>,
    },
    /// The story up to here; the last line of `told` is new.
    Tell {
        title: Text,
        told: Revealed,
    },
    /// A written-out scene with what the class can pick; at a consequence the way back or on.
    Fork {
        text: Vec<Text>,
        question: Option<Text>,
        ways: Ways,
    },
    Task {
        sentence: Text,
        checklist: Vec<Text>,
    },
    /// Before the question of a look-back: the earlier answers go back to their duos.
    LookBack {
        sentence: Text,
        returned: Returned,
    },
    NextStep {
        questions: Revealed,
        starters: Vec<Text>,
    },
    Play(Play),
    Line(LineView),
    Draw(Drawing),
    Pitch(Pitching),
    Closing(Closing),
    End(End),
}

/// Lines that come one by one: the first `shown` are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revealed {
    pub lines: Vec<Text>,
    pub shown: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    pub title: Text,
    pub goal: Text,
    pub duos: Vec<Duo>,
    pub last: Option<Text>,
    /// None when only Afronden is left.
    pub now: Option<Text>,
    pub next: Option<Text>,
}

/// A group as the class sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duo {
    pub number: u8,
    /// Empty in a class without names.
    pub names: Vec<Text>,
    /// How many pupils are in it.
    pub size: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    pub sentence: Text,
    pub doing: Doing,
    pub help: Vec<Text>,
    pub starters: Vec<Text>,
    pub answers: Answers,
    /// Which duos talk with one another, where the class works in fours.
    pub fours: Vec<Vec<u8>>,
}

/// The answers to this step, in an order of chance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    pub count: usize,
    /// None while hidden.
    pub shown: Option<Vec<Shown>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub id: AnswerId,
    pub text: Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceView {
    pub sentence: Text,
    pub doing: Doing,
    pub options: Vec<Choosable>,
    pub help: Vec<Text>,
    pub starters: Vec<Text>,
    /// How many rounds of counts may be seen: 0 while hidden, 2 after a second round ("eerst" and "nu").
    pub rounds: usize,
    /// The round that `Command::Count` fills now.
    pub counting: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choosable {
    /// 'A', 'B' ...
    pub letter: char,
    pub text: Text,
    /// Of an ending whose words are seen; an option of the card has none.
    pub answer: Option<AnswerId>,
    /// One for each of `ChoiceView::rounds`.
    pub counts: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub title: Text,
    pub items: Vec<Text>,
}

/// Where a scene of a story leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ways {
    Choices(Vec<ForkChoice>),
    /// A consequence, and another choice is still untried: `Choose(0)` goes back to it, `Choose(1)` goes on.
    BackOrOn,
    /// A consequence, and everything was tried.
    On,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForkChoice {
    pub text: Text,
    /// The class has seen where it leads.
    pub seen: bool,
}

/// Earlier answers that come back to those who gave them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// 0 when nothing was typed: the duos have it on their strip of paper.
    pub count: usize,
    /// By duo; in a class with names with the names of who is there. None while hidden.
    pub shown: Option<Vec<(Duo, Shown)>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// What we did today.
    pub did: Vec<Text>,
    /// What the next les begins with; none at the end of the reeks.
    pub next: Option<Text>,
    /// To talk about at home.
    pub home: Option<Text>,
}

/// Afronden: what was gathered in the whole reeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// How many answers were gathered.
    pub count: usize,
    /// None while hidden.
    pub gathered: Option<Vec<Gathered>>,
    pub follows: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    pub question: Text,
    pub answers: Vec<Shown>,
    /// Of a choice or a vote.
    pub counts: Vec<Choosable>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CoverView {
    Blank,
    Stop,
    Freeze,
    Duos(Vec<Duo>),
    Words(Vec<(Text, Text)>),
    Agreements(Vec<Text>),
    Turn { duo: Duo, begins: Option<Text> },
}

/// What the class does now, beside the sentence of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Nothing that the sentence does not say.
    AsAsked,
    ThinkAlone,
    TalkInPair,
    TalkInThree,
    TalkInFour,
    ShareInClass,
    ChooseAgain,
    /// The story stopped: each duo thinks up several ways on.
    InventEndings,
    /// Two duos choose one of their endings.
    ChooseOneEnding,
    TellEndings,
    /// Two votes a duo.
    Vote,
    ActOut,
    /// Everyone stands somewhere on the line.
    TakeAPlace,
    TalkOfPlaces,
    TakeAPlaceAgain,
    /// Afterwards, about the story.
    TalkItOver,
}

/// How the class works now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// alleen en stil
    Alone,
    /// overleg zachtjes
    Quietly,
    /// samen
    Together,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockView {
    pub left: Duration,
    pub total: Duration,
    pub runs: Runs,
    pub stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Runs {
    Running,
    Paused,
    /// Not begun yet: `t` starts it.
    Ready,
}

/// Green; orange at the larger of 20 % and 20 s; red at 5 %; over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Ample,
    Soon,
    Last,
    Over,
}

/// For the teacher's panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeacherView {
    pub notes: Vec<Text>,
    pub now: Text,
    pub next: Option<Text>,
    pub bell: Option<Timestamp>,
    /// Until the bell; zero when it rang.
    pub left: Option<Duration>,
    /// Time to close: the bell is near and the class is not at the closing.
    pub close_now: bool,
    /// Earlier answers that come back in this step, whose givers are not there.
    pub unowned: Vec<Text>,
    /// The clock was stopped because the machine slept, or its clock was set.
    pub jumped: bool,
    /// Why no answer can be given here; None: it can.
    pub no_answers: Option<Refusal>,
    /// All hands or votes of the round that is counted here.
    pub hands: u32,
    /// Who can answer and type.
    pub duos: Vec<Duo>,
    /// Whether pupils see what the teacher sees.
    pub screen: Screen,
}
