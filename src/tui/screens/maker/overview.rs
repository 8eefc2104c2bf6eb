//! All of a card on one screen: what is wrong with it, its steps, and keeping it.

use crossterm::event::KeyEvent;

use super::{Maker, Outcome, Stage};
use crate::card::{Problem, Severity, Trail};
use crate::maker::{Draft, StepLine};
use crate::tui::action::Action;
use crate::tui::crowded::crowded;
use crate::tui::keymap::{self, Context};

pub struct Overview {
    pub lines: Vec<Line>,
    pub at: usize,
    /// The next key may take this step away.
    removing: bool,
}

/// Something to go to, or to do.
pub enum Line {
    /// To the question that comes now.
    GoOn(String),
    /// Into the folder of own cards.
    Save,
    Problem(Problem),
    Step(StepLine),
    /// To the first question.
    Again,
}

impl Overview {
    pub fn new(draft: &Draft) -> Self {
        let checked = draft.checked(crowded);
        let go_on = draft.question().map(|question| Line::GoOn(question.asked.clone()));
        let save = checked.card.is_some().then_some(Line::Save);
        let mut problems = checked.problems;
        problems.sort_by_key(|problem| problem.severity);
        let problems = problems.into_iter().map(Line::Problem);
        let steps = draft.steps().into_iter().map(Line::Step);
        let lines = go_on.into_iter().chain(save).chain(problems).chain([Line::Again]).chain(steps).collect();
        Self { lines, at: 0, removing: false }
    }

    pub fn mistakes(&self) -> usize {
        let is_mistake =
            |line: &&Line| matches!(line, Line::Problem(problem) if problem.severity == Severity::Mistake);
        self.lines.iter().filter(is_mistake).count()
    }
}

impl Maker {
    pub(super) fn press_overview(&mut self, key: KeyEvent) -> Outcome {
        let Stage::Overview(overview) = &mut self.stage else { return Outcome::Stay };
        let removing = std::mem::replace(&mut overview.removing, false);
        let last = overview.lines.len().saturating_sub(1);
        match keymap::action(Context::Overview, key) {
            Some(Action::Up) => overview.at = overview.at.saturating_sub(1),
            Some(Action::Down) => overview.at = (overview.at + 1).min(last),
            Some(Action::Accept) => return self.accept_line(),
            Some(Action::Rehearse) => return self.rehearse(),
            Some(Action::Help) => return Outcome::Help,
            Some(Action::Back) => {
                if self.draft.question().is_none() {
                    self.draft.back();
                }
                self.ask();
            }
            Some(Action::Remove) => {
                let Some(Line::Step(step)) = overview.lines.get(overview.at) else { return Outcome::Stay };
                if !removing {
                    overview.removing = true;
                    return Outcome::Say("Nog een keer Delete: deze stap weg.".to_owned());
                }
                let at = step.at.clone();
                return self.remove(&at);
            }
            _ => {}
        }
        Outcome::Stay
    }

    fn accept_line(&mut self) -> Outcome {
        let Stage::Overview(overview) = &self.stage else { return Outcome::Stay };
        let path = match overview.lines.get(overview.at) {
            Some(Line::Save) => return self.save(),
            Some(Line::GoOn(_)) | None => None,
            Some(Line::Again) => Some((String::new(), false)),
            Some(Line::Problem(problem)) => Some((problem.path.clone(), true)),
            Some(Line::Step(step)) => Some((step.at.to_string(), false)),
        };
        let once = match path {
            Some((path, once)) => {
                self.draft.go_to(&path);
                once
            }
            None => false,
        };
        self.ask();
        if let Stage::Ask(asking) = &mut self.stage {
            asking.once = once;
        }
        Outcome::Stay
    }

    fn remove(&mut self, step: &Trail) -> Outcome {
        self.draft.remove_step(step);
        self.stage = Stage::Overview(Overview::new(&self.draft));
        self.keep()
    }

    /// Writes the card under a name that no other has; then the draft has done its work.
    fn save(&mut self) -> Outcome {
        let written = self.shelf.free_id(self.draft.id()).and_then(|id| {
            self.draft.renamed(&id);
            self.shelf.add_card(&id, &self.draft.text())
        });
        match written.and_then(|path| self.shelf.remove_draft(&self.name).map(|()| path)) {
            Ok(path) => {
                self.stage = Stage::Written(path);
                Outcome::Stay
            }
            Err(why) => Outcome::Say(why.to_string()),
        }
    }
}
