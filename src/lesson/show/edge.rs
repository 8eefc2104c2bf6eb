//! Around the steps: the start of a les, its closing, the top edge, and what the teacher sees.

use crate::card::{Card, Phase};
use crate::class::Roster;
use crate::lesson::event::Moment;
use crate::lesson::here::Here;
use crate::lesson::place::Place;
use crate::lesson::refusal::Refusal;
use crate::lesson::scene::{Closing, PlaceLine, Start, TeacherView};
use crate::lesson::state::Lesson;
use crate::text::Text;

impl Lesson {
    pub(super) fn place_line(&self, here: Option<Here<'_>>) -> PlaceLine {
        let total = self.card.steps.len();
        let number = match self.place {
            Place::Start => 0,
            Place::Step { step, .. } => step + 1,
            Place::Closing { before } => before,
            Place::End => total,
        };
        let phase = here.map(|here| here.the_step.phase);
        PlaceLine { card: self.card.title.clone(), phase, number, total }
    }

    /// The phase where the class is, or goes on.
    pub fn phase(&self) -> Option<Phase> {
        let step = match (self.place, self.sitting().map(|sitting| sitting.resume)) {
            (Place::Step { step, .. }, _) | (Place::Start, Some(Place::Step { step, .. })) => step,
            (Place::Closing { before }, _) => before,
            _ => return None,
        };
        self.card.steps.get(step).or(self.card.steps.last()).map(|step| step.phase)
    }

    pub(super) fn start(&self, names: Option<&Roster>) -> Start {
        let resume = self.resumed_step();
        let earlier =
            resume.checked_sub(1).filter(|_| self.sitting().is_some_and(|sitting| sitting.number > 1));
        Start {
            title: self.card.title.clone(),
            goal: self.card.goal.clone(),
            duos: self.duos(names),
            last: earlier.and_then(|step| self.name_of(step)),
            now: self.name_of(resume),
            next: self.name_of(resume + 1).filter(|_| !starts_les(&self.card, resume + 1)),
        }
    }

    /// The step that this les began with; as many as there are steps when only Afronden was left.
    fn resumed_step(&self) -> usize {
        match self.sitting().map(|sitting| sitting.resume) {
            Some(Place::Step { step, .. }) => step,
            Some(Place::Closing { before }) => before,
            Some(Place::End) => self.card.steps.len(),
            Some(Place::Start) | None => 0,
        }
    }

    pub(super) fn closing(&self, before: usize) -> Closing {
        let is_last = before >= self.card.steps.len();
        let is_outside = |step: &usize| self.card.steps.get(*step).is_some_and(|step| step.outside);
        let inside = (self.resumed_step()..before).filter(|step| !is_outside(step));
        // What is done outside the lesson comes before the next les.
        let outside = before.checked_sub(1).filter(is_outside);
        Closing {
            did: inside.filter_map(|step| self.name_of(step)).collect(),
            next: outside.and_then(|step| self.name_of(step)).or_else(|| self.name_of(before)),
            home: self.card.home.clone().filter(|_| is_last),
        }
    }

    /// What a step is called in lists, in the wording that is set.
    fn name_of(&self, step: usize) -> Option<Text> {
        self.card.steps.get(step).map(|step| step.title(self.wording).clone())
    }

    pub(super) fn teacher_view(
        &self,
        here: Option<Here<'_>>,
        now: Moment,
        names: Option<&Roster>,
    ) -> TeacherView {
        let next = match self.place {
            Place::Start => self.name_of(self.resumed_step()),
            Place::Step { step, .. } => self.name_of(step + 1),
            Place::Closing { before } => self.name_of(before),
            Place::End => None,
        };
        let at_the_end = matches!(self.place, Place::Closing { .. } | Place::End);
        let near = self.until_closing(now.wall).is_some_and(|left| left.is_zero());
        TeacherView {
            notes: here.map(|here| here.the_step.notes.clone()).unwrap_or_default(),
            now: here.and_then(|here| self.name_of(here.step)).unwrap_or_else(|| self.card.title.clone()),
            next,
            bell: self.sitting().and_then(|sitting| sitting.bell),
            left: self.minutes_left(now.wall),
            close_now: near && !at_the_end,
            unowned: here.map(|here| self.unowned(here.step)).unwrap_or_default(),
            jumped: self.jumped,
            no_answers: here.map_or(Err(Refusal::NoAnswersHere), Here::answerable).err(),
            hands: here.map(Here::hands).unwrap_or_default(),
            duos: self.duos(names),
            screen: self.sitting().map(|sitting| sitting.screen).unwrap_or_default(),
        }
    }
}

fn starts_les(card: &Card, step: usize) -> bool {
    card.steps.get(step).is_some_and(|step| step.new_sitting)
}
