//! One step of a card: what the class does, in which form, for how long.

use crate::card::{Minutes, Phase, Slug};
use crate::text::Text;

pub struct Step {
    pub id: Option<Slug>,
    pub phase: Phase,
    /// What the step shows, in the card's own wording.
    pub kind: Kind,
    /// The same step in simpler words; same variant, same lengths of lists.
    pub simple: Option<Kind>,
    pub form: Form,
    /// As many as `kind` and `form` have parts (`Step::parts`); empty for work outside the lesson.
    pub minutes: Vec<Minutes>,
    pub extra: bool,
    pub new_sitting: bool,
    pub outside: bool,
    /// Notes for the teacher, at most five short lines.
    pub notes: Vec<Text>,
}

pub enum Kind {
    Explain(Explain),
    Question(Question),
    Choice(Choice),
    Sort(Sort),
    Story(StoryStep),
    Task(Task),
    LookBack(LookBack),
    NextStep(NextStep),
}

/// `uitleg`
pub struct Explain {
    pub sentence: Text,
    pub parts: Vec<Text>,
}
/// `vraag`
pub struct Question {
    pub sentence: Text,
    pub help: Vec<Text>,
    pub starters: Vec<Text>,
}
/// `keuze`
pub struct Choice {
    pub sentence: Text,
    pub options: Vec<Text>,
    pub second_round: bool,
    pub help: Vec<Text>,
    pub starters: Vec<Text>,
}
/// `sorteer`; `items` is empty when they come from the answers to step `from`.
pub struct Sort {
    pub sentence: Text,
    pub columns: Vec<Text>,
    pub items: Vec<Text>,
    pub from: Option<usize>,
}
/// `verhaal`
pub struct StoryStep {
    pub stories: Vec<Story>,
}
/// `doe`
pub struct Task {
    pub sentence: Text,
    pub checklist: Vec<Text>,
}
/// `terugblik`; `from` is an earlier step of the same card.
pub struct LookBack {
    pub sentence: Text,
    pub from: usize,
    pub help: Vec<Text>,
    pub starters: Vec<Text>,
}
/// `vervolgstap`
pub struct NextStep {
    pub questions: Vec<Text>,
    pub starters: Vec<Text>,
}

pub struct Story {
    pub title: Text,
    /// Whom the story is about: "Sanae".
    pub hero: Text,
    pub fragments: Vec<Text>,
    /// The question at the break.
    pub break_question: Text,
    pub starters: Vec<Text>,
    pub vote_question: Text,
    /// Written-out scenes; the first one begins. Empty where the card has none.
    pub scenes: Vec<StoryScene>,
    pub debrief: Vec<Text>,
}

pub struct StoryScene {
    pub text: Vec<Text>,
    pub question: Option<Text>,
    pub choices: Vec<Fork>,
}
/// `to` is an index into `Story::scenes`.
pub struct Fork {
    pub text: Text,
    pub to: usize,
}

pub enum Form {
    Alone,
    Pair,
    Three,
    Four,
    Class,
    ThinkPairShare,
    AlonePairFourClass,
}
