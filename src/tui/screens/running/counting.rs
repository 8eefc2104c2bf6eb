//! Hands and votes are counted, option by option.

use crossterm::event::KeyEvent;

use crate::lesson::{Body, ChoiceView, Command, Doing, Refusal, Scene};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::entry::Count;
use crate::tui::screens::running::{Arrival, Outcome, Over, Running};
use crate::tui::screens::selection;

impl Running {
    pub(super) fn open_count(&mut self) -> Outcome {
        match selection::counted(&self.scene.body) {
            Some(options) if options.is_empty() => Outcome::Say(Refusal::NoEndings.to_string()),
            Some(_) => {
                self.select(self.selected.unwrap_or(0));
                self.over = Over::Count(Count::new(self.selected.unwrap_or(0)));
                Outcome::Stay
            }
            None => Outcome::Say(Refusal::NothingToCount.to_string()),
        }
    }

    pub(super) fn press_count(&mut self, key: KeyEvent) -> Outcome {
        let Over::Count(count) = &mut self.over else { return Outcome::Stay };
        let last = selection::options(&self.scene.body).saturating_sub(1);
        let option = count.option;
        let action = keymap::action(Context::Count, key);
        let leaves = matches!(action, Some(Action::Close | Action::Quit | Action::Break));
        let next = match action {
            Some(Action::Accept) => (option < last).then_some(option + 1),
            Some(Action::Up) => Some(option.saturating_sub(1)),
            _ if leaves => None,
            Some(Action::Erase) => {
                count.digits.pop();
                return Outcome::Stay;
            }
            _ => {
                count.dial(key);
                return Outcome::Stay;
            }
        };
        let typed = count.number();
        let said = match typed {
            Some(count) => self.act(Command::Count { option, count }, Arrival::Here),
            None => Outcome::Stay,
        };
        if said != Outcome::Stay && !leaves {
            // What was typed stays, to be put right.
            return said;
        }
        self.over = next.map_or(Over::Nothing, |option| Over::Count(Count::new(option)));
        match next {
            Some(option) => drop(self.select(option)),
            None => self.selected = None,
        }
        self.stop_key(key);
        let asks = matches!(self.over, Over::Ask(_));
        match doubt(&self.scene).filter(|_| typed.is_some() && !asks) {
            Some(doubt) if said == Outcome::Stay => Outcome::Say(format!("{doubt} Tab telt opnieuw.")),
            _ => said,
        }
    }
}

/// More hands than there are pupils, or more votes than they have: kept, for a count may be right
/// all the same, and said.
pub fn doubt(scene: &Scene) -> Option<String> {
    let duos = &scene.teacher.duos;
    let hands = usize::try_from(scene.teacher.hands).ok()?;
    let (what, most, who) = match &scene.body {
        Body::Choice(ChoiceView { doing: Doing::Vote, .. }) => {
            ("stemmen", 2 * duos.len(), "en jullie hebben er")
        }
        body => (counts(body), duos.iter().map(|duo| duo.size).sum(), "en jullie zijn met"),
    };
    (hands > most).then(|| format!("Samen {hands} {what}, {who} {most}. Klopt dat?"))
}

/// What is counted one by one.
pub fn counts(body: &Body) -> &'static str {
    match body {
        Body::Line(line) if line.personal => "papiertjes",
        Body::Line(_) => "leerlingen",
        _ => "handen",
    }
}
