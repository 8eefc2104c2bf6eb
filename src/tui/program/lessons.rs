//! From the list to the class, and out of it again.

use std::sync::Arc;

use crate::class::Roster;
use crate::lesson::Opening;
use crate::session::{Session, local_time};
use crate::text::Text;
use crate::tui::beginning::Pending;
use crate::tui::program::{Program, Screen};
use crate::tui::screens::choose::{Choose, Item};
use crate::tui::screens::running::{self, Running};
use crate::tui::screens::setup::{self, Brief, Class, Setup};
use crate::tui::seen::Seen;

impl Program {
    pub(super) fn setup_outcome(&mut self, outcome: setup::Outcome) {
        match outcome {
            setup::Outcome::Stay => {}
            setup::Outcome::Back => self.choose_again(),
            setup::Outcome::Begin(roster, opening) => self.begin(roster, &opening),
            setup::Outcome::Colours(change) => {
                self.memory.change_colours(change, &mut self.theme, &self.outside);
            }
            setup::Outcome::Classroom(classroom) => {
                self.memory.enter(classroom, &mut self.theme, &self.outside);
            }
            setup::Outcome::Paper => {
                if let Screen::Setup(_, pending) = &self.screen {
                    self.say(self.outside.shelf.print(pending.card()).to_string());
                }
            }
        }
    }

    /// What was done is shown once it is saved, or the class has waited long enough; that it is not saved
    /// shows too.
    pub fn settle(&mut self) -> Seen {
        let Screen::Lesson(running) = &mut self.screen else { return Seen::Same };
        if running.settle() { self.time_passed() } else { Seen::Same }
    }

    pub(super) fn lesson_outcome(&mut self, outcome: running::Outcome) {
        match outcome {
            running::Outcome::Stay => {}
            running::Outcome::Say(said) => self.say(said),
            running::Outcome::Stopped => self.end(),
            running::Outcome::Finished => {
                let screen = std::mem::replace(&mut self.screen, Screen::Choose(Choose::default()));
                if let Screen::Lesson(running) = screen {
                    let said = self.leaving.take(running.into_session());
                    self.choose_again();
                    self.say_all(said.as_slice());
                }
            }
        }
    }

    pub(super) fn chosen(&mut self, item: Item) {
        match item {
            Item::Lesson(index) => {
                let Some(lesson) = self.lists.unfinished.get(index) else { return };
                if self.leaving.holds(&lesson.id) {
                    self.say("Deze les is afgerond en wordt nog bewaard.".to_owned());
                    return;
                }
                match Session::reopen(&self.outside.shelf, &lesson.id, Arc::clone(&self.outside.wake)) {
                    Ok(session) if session.needs_opening() => {
                        let brief =
                            Brief::new(session.lesson().card(), Class::Known(session.roster().cloned()))
                                .seated(session.lesson().home());
                        self.set_up(brief, Pending::Open(Box::new(session)));
                    }
                    Ok(session) => self.show_lesson(session),
                    Err(error) => self.say(error.to_string()),
                }
            }
            Item::Activity(index) => {
                let Some(activity) = self.lists.activities.get(index) else { return };
                match self.outside.shelf.card(activity) {
                    Ok(card) => self.set_up(Brief::new(&card, Class::Open), Pending::New(card)),
                    Err(_) => self.say("Deze kaart heeft fouten. Laat hem eerst nakijken.".to_owned()),
                }
            }
        }
    }

    pub(super) fn set_up(&mut self, brief: Brief, pending: Pending) {
        let setup = Setup::new(brief, &self.lists, &self.memory.settings(), local_time());
        let mut setup = setup.with_mouse(self.mouse);
        setup.recall(&self.outside.shelf);
        self.screen = Screen::Setup(Box::new(setup), pending);
    }

    pub(super) fn begin(&mut self, roster: Option<Roster>, opening: &Opening) {
        let screen = std::mem::replace(&mut self.screen, Screen::Choose(Choose::default()));
        let Screen::Setup(setup, pending) = screen else { return };
        match pending.begin(&self.outside, roster, opening.clone()) {
            Ok(session) => {
                self.show_lesson(session);
                self.memory.keep_answers(opening, &self.outside);
            }
            Err((refusal, pending)) => {
                self.screen = Screen::Setup(setup, pending);
                self.say(refusal.to_string());
            }
        }
    }

    pub(super) fn show_lesson(&mut self, session: Session) {
        self.screen = Screen::Lesson(Box::new(
            Running::new(session, self.size, self.theme.clone()).with_mouse(self.mouse),
        ));
        if self.offered.is_none() {
            self.offered = self.outside.offer();
        }
        self.time_passed();
    }

    pub(super) fn furnish(&mut self, classroom: &Text) {
        let kept = self.memory.furnish(classroom, &self.theme, &self.outside);
        if kept.is_ok() {
            self.choose_again();
        }
        self.say(kept.unwrap_or_else(|why| why));
    }
}
