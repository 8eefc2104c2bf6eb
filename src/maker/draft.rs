//! A card that is being made: what was answered so far, and where the conversation is.

use serde::{Deserialize, Serialize};

use crate::card::{Card, Checked, KIND, Misfit, Problem, Severity, Trail, Tree, tidy};
use crate::maker::conversation::questions;
use crate::maker::proposals::{new_card, own_version};
use crate::maker::question::{Need, Question, Reply};
use crate::maker::shown::shown;
use crate::maker::steps;
use crate::text::Text;

/// Where the id of a card stands.
const ID: &str = "id";

/// The answers, and the question that is asked now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    card: Tree,
    /// Those about the card as it is now.
    questions: Vec<Question>,
    // Invariant: at most `questions.len()`; there, all was asked.
    at: usize,
}

/// A draft as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(rename = "vraag")]
    at: usize,
    #[serde(rename = "kaart")]
    card: Tree,
}

/// A step, for a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    pub at: Trail,
    pub name: String,
    pub kind: String,
}

/// Something to be said about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub severity: Severity,
    pub text: String,
}

impl Draft {
    pub fn new() -> Self {
        Self::of(new_card(), 0)
    }

    /// Begins from a card that exists.
    pub fn from_card(card: &Card) -> Self {
        let tree = Tree::parse(card.source()).unwrap_or_default();
        let mut draft = Self::of(own_version(&tree), 0);
        if let Some(title) = draft.question().cloned() {
            let reply = title.stands(&draft.card);
            title.put(&reply, &mut draft.card);
        }
        draft
    }

    /// A draft that was kept; None when that is none.
    pub fn parse(kept: &str) -> Option<Self> {
        let Kept { at, card } = serde_json::from_str(kept).ok()?;
        Some(Self::of(card, at))
    }

    fn of(card: Tree, at: usize) -> Self {
        let questions = questions(&card);
        let at = at.min(questions.len());
        Self { card, questions, at }
    }

    /// To be kept: [`Draft::parse`] reads it.
    pub fn kept(&self) -> String {
        let kept = Kept { at: self.at, card: self.card.clone() };
        serde_json::to_string_pretty(&kept).expect("a tree can be written")
    }

    pub fn title(&self) -> Text {
        Text::clean(self.card.said("titel"))
    }

    pub fn id(&self) -> &str {
        self.card.said(ID)
    }

    /// The question that is asked now; None: all was asked.
    pub fn question(&self) -> Option<&Question> {
        self.questions.get(self.at)
    }

    /// Question `0` of `1` questions, as far as they are known now.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.questions.len())
    }

    /// What stands at the question now.
    pub fn reply(&self) -> Reply {
        self.question().map_or(Reply::Lines(Vec::new()), |question| question.stands(&self.card))
    }

    /// What is wrong or unwise about this answer.
    pub fn judge(&self, reply: &Reply) -> Vec<Said> {
        let Some(question) = self.question() else { return Vec::new() };
        if reply.is_empty() {
            let must = question.need == Need::Must;
            let missing = Said { severity: Severity::Mistake, text: "Dit kan niet leeg blijven.".to_owned() };
            return must.then_some(missing).into_iter().collect();
        }
        if !question.is_value() {
            return Vec::new();
        }
        let mut card = self.card.clone();
        question.put(reply, &mut card);
        let here = question.at.to_string();
        let said = |problem: Problem| {
            let below = problem.path.strip_prefix(&here)?;
            let place = match below.strip_prefix(" > ") {
                Some(item) => format!("{item}: "),
                None if below.is_empty() => String::new(),
                None => return None,
            };
            let text = typed(&format!("{place}{}; {}.", problem.what, problem.remedy));
            Some(Said { severity: problem.severity, text })
        };
        Card::check(tidy(&card).as_bytes()).problems.into_iter().filter_map(said).collect()
    }

    /// Keeps this answer, right or wrong, and stays where it is.
    pub fn put(&mut self, reply: &Reply) {
        let Some(question) = self.question().cloned() else { return };
        question.put(reply, &mut self.card);
        self.ask_anew();
        self.at = self.place_of(&question).unwrap_or(self.at).min(self.questions.len());
    }

    /// Keeps this answer and goes to the next question.
    pub fn answer(&mut self, reply: &Reply) {
        let Some(question) = self.question().cloned() else { return };
        question.put(reply, &mut self.card);
        let before: Vec<Question> = self.questions.iter().take(self.at).cloned().collect();
        self.ask_anew();
        let next = match self.place_of(&question) {
            // New questions stand before the one that they come from.
            Some(_) if question.grows(reply) => self.at,
            Some(here) => here + 1,
            // It is not asked any more: on from the last one that is.
            None => before.iter().rev().find_map(|other| self.place_of(other)).map_or(0, |last| last + 1),
        };
        self.at = next.min(self.questions.len());
    }

    fn ask_anew(&mut self) {
        self.questions = questions(&self.card);
    }

    /// Where this question is asked now; its words may be others by now.
    fn place_of(&self, question: &Question) -> Option<usize> {
        let same = |other: &Question| other.at == question.at && other.asked == question.asked;
        let near = |other: &Question| other.at == question.at && other.answers == question.answers;
        self.questions.iter().position(same).or_else(|| self.questions.iter().position(near))
    }

    /// Whether there was a question before this one.
    pub fn back(&mut self) -> bool {
        let can = self.at > 0;
        self.at = self.at.saturating_sub(1);
        can
    }

    /// To the question about what stands at `path`, as a problem names it, or nearest to it.
    pub fn go_to(&mut self, path: &str) {
        let shared = |question: &Question| {
            let here = question.at.to_string();
            let [here, path] = [&*here, path].map(|path| path.split(" > ").collect::<Vec<_>>());
            here.iter().zip(&path).take_while(|(a, b)| a == b).count()
        };
        let best = self.questions.iter().map(shared).max().unwrap_or(0);
        self.at = self.questions.iter().position(|question| shared(question) == best).unwrap_or(0);
    }

    /// All steps, in order.
    pub fn steps(&self) -> Vec<StepLine> {
        let line = |(at, step): (Trail, &Tree)| StepLine {
            at,
            name: step.said("naam").to_owned(),
            kind: step.said(KIND).to_owned(),
        };
        steps::all(&self.card).into_iter().map(line).collect()
    }

    pub fn remove_step(&mut self, step: &Trail) {
        self.card.remove(step);
        self.ask_anew();
        self.at = self.questions.len();
    }

    /// As `nakijken --streng` sees it; `misfits` tells what its screens say of it.
    pub fn checked(&self, misfits: impl Fn(&Card) -> Vec<Misfit>) -> Checked {
        Card::check(self.text().as_bytes()).strictly(misfits)
    }

    /// As it is written to its file.
    pub fn text(&self) -> String {
        tidy(&self.card)
    }

    /// The same card under another id, where another card has this one.
    pub fn renamed(&mut self, id: &str) {
        self.card.put(&Trail::default().key(ID), Tree::from(id));
    }

    /// A card with the step that is asked about, and those before it that are right, for who wants to
    /// see how it looks; and the number of that step, from 0. None: it is not far enough.
    pub fn shown(&self) -> Option<(Card, usize)> {
        let here = self.question().map(|question| &question.at);
        let all = steps::all(&self.card);
        let asked = here.and_then(|here| all.iter().position(|(at, _)| here.is_within(at)));
        shown(&self.card, asked.or(all.len().checked_sub(1))?)
    }
}

/// What is said of a file, to who types answers: there are no signs around a text or a list here.
fn typed(said: &str) -> String {
    let said = said.replace(", zonder aanhalingstekens", "");
    match said.split_once('[') {
        Some((before, list)) => format!("{before}{}", list.replace(", ", " ").replace(']', "")),
        None => said,
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::new()
    }
}
