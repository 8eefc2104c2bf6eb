//! What second screens see of the lesson, and what they wish for.

use crate::lesson::Command;
use crate::session::Overview;
use crate::text::Text;
use crate::tui::screens::class::Keeping;
use crate::tui::screens::running::keys::sentence;
use crate::tui::screens::running::{Arrival, Outcome, Over, Running};

impl Running {
    /// `notice` is what the class view says to the teacher now.
    pub fn overview(&self, notice: Option<&str>) -> Overview {
        let teacher = &self.scene.teacher;
        let asks = match &self.over {
            Over::Ask(ask) => Some(ask.question(self.keeping)),
            _ => None,
        };
        let pages = self.pages().pages.len();
        let page = if self.scene.cover.is_some() { self.cover_page } else { self.page };
        Overview {
            place: self.scene.place.clone(),
            page: (page.min(pages.saturating_sub(1)), pages),
            cover: self.session.lesson().cover(),
            now: teacher.now.clone(),
            sentence: sentence(&self.scene.body),
            next: teacher.next.clone(),
            clock: self.scene.clock,
            bell: teacher.bell,
            close_now: teacher.close_now,
            notes: teacher.notes.clone(),
            unowned: teacher.unowned.clone(),
            plan: self.session.plan(),
            behind: self.session.behind(),
            screen: teacher.screen,
            duos: teacher.duos.clone(),
            no_answers: teacher.no_answers.map(|refusal| Text::clean(&refusal.to_string())),
            said: asks.or(notice).map(Text::clean),
            is_saved: self.keeping == Keeping::Kept,
        }
    }

    /// Does what a second screen wishes for, as if its key was pressed here. What is asked on the
    /// class view is answered there.
    pub fn wish(&mut self, command: Command) -> Outcome {
        let is_busy = !matches!(self.over, Over::Nothing | Over::Panel(_) | Over::Help(_));
        match command {
            Command::Next
            | Command::Back
            | Command::ToFurthest
            | Command::ToNextStep
            | Command::ToClosing
                if is_busy =>
            {
                Outcome::Say("Op het scherm van de klas staat nog iets open.".to_owned())
            }
            Command::Next if self.scene.cover.is_some() => self.next_under_cover(),
            Command::Back if self.scene.cover.is_some() => self.act(Command::Uncover, Arrival::Here),
            Command::Next => self.next(),
            Command::Back => self.back(),
            Command::ToFurthest | Command::ToNextStep | Command::ToClosing | Command::Choose(_) => {
                self.act(command, Arrival::Onward)
            }
            // These are asked about first, or come from the program itself.
            Command::OpenSitting(_)
            | Command::ResumeSitting
            | Command::CloseSitting
            | Command::Finish
            | Command::NoticeJump { .. }
            | Command::ShredAnswer(_)
            | Command::EmptyBin => Outcome::Stay,
            _ => self.act(command, Arrival::Here),
        }
    }
}
