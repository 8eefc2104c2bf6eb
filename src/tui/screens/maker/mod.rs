//! `lesloper nieuw`: a conversation that makes a card. One question on the screen; after each answer
//! the draft is on the disk.

mod editor;
mod overview;
mod picture;

pub use picture::draw;

use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::card::{Card, Severity};
use crate::maker::{Draft, Said};
use crate::session::{KeptDraft, Rehearsal, Shelf, Wake};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::rehearsed::{self, Rehearsed, Sight};
use crate::tui::widgets::input::Input;
use editor::{Editor, Heard};
use overview::Overview;

/// The conversation on the screen.
pub struct Maker {
    shelf: Shelf,
    wake: Wake,
    /// The name of the file in which the draft is kept.
    name: String,
    draft: Draft,
    stage: Stage,
    /// What lies over it.
    shown: Option<Rehearsed>,
}

enum Stage {
    /// Drafts that can be gone on with, and a new one.
    Choose(Choosing),
    Ask(Asking),
    Overview(Overview),
    /// It is written, and stands here.
    Written(Text),
}

struct Choosing {
    drafts: Vec<(String, Draft)>,
    at: usize,
    /// The next key may throw this one away.
    throwing: bool,
}

struct Asking {
    editor: Editor,
    /// What is said of the answer as it is now.
    said: Vec<Said>,
    /// Enter was pressed on an answer that cannot be.
    refused: bool,
    /// After this answer back to the overview.
    once: bool,
}

/// What a key led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Stay,
    Say(String),
    Help,
    Quit,
}

impl Maker {
    /// Asks which draft to go on with, when there is one; else the first question.
    pub fn new(shelf: Shelf, wake: Wake) -> Self {
        let kept = shelf.drafts().unwrap_or_default();
        let drafts: Vec<_> =
            kept.into_iter().filter_map(|kept| Some((kept.name, Draft::parse(&kept.text)?))).collect();
        let mut maker = Self::of(shelf, wake, Draft::new());
        if !drafts.is_empty() {
            maker.stage = Stage::Choose(Choosing { drafts, at: 0, throwing: false });
        }
        maker
    }

    /// Begins from a card that exists.
    pub fn own_version(shelf: Shelf, wake: Wake, card: &Card) -> Self {
        Self::of(shelf, wake, Draft::from_card(card))
    }

    fn of(shelf: Shelf, wake: Wake, draft: Draft) -> Self {
        let name = shelf.new_draft();
        let stage = Stage::Written(Text::default());
        let mut maker = Self { shelf, wake, name, draft, stage, shown: None };
        maker.ask();
        maker
    }

    pub fn context(&self) -> Context {
        match &self.stage {
            _ if self.shown.is_some() => Context::Rehearsal,
            Stage::Choose(_) => Context::Drafts,
            Stage::Ask(asking) => asking.editor.context(),
            Stage::Overview(_) | Stage::Written(_) => Context::Overview,
        }
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        let title = self.draft.title();
        if title.is_empty() { "Een nieuwe kaart".to_owned() } else { format!("Een kaart: {title}") }
    }

    /// Where text is typed.
    pub fn field(&mut self) -> Option<&mut Input> {
        match &mut self.stage {
            Stage::Ask(asking) if self.shown.is_none() => asking.editor.field(),
            _ => None,
        }
    }

    /// Looks at what was typed, after it came from elsewhere.
    pub fn typed(&mut self) {
        self.judge();
    }

    /// Whether a picture came meanwhile.
    pub fn look_again(&mut self) -> bool {
        self.shown.as_mut().is_some_and(Rehearsed::look_again)
    }

    /// Keeps what was typed, also when it is not an answer yet: the program ends.
    pub fn keep_typed(&mut self) {
        if let Stage::Ask(asking) = &self.stage {
            let typed = !asking.editor.reply().is_empty();
            self.put_typed();
            // Who only looked leaves nothing behind.
            if typed || self.draft.progress().0 > 0 {
                let _ = self.keep();
            }
        }
    }

    pub fn press(&mut self, key: KeyEvent, sight: Sight) -> Outcome {
        if let Some(shown) = &mut self.shown {
            match shown.press(key, sight) {
                rehearsed::Heard::Here => {}
                rehearsed::Heard::Close => self.shown = None,
                rehearsed::Heard::Help => return Outcome::Help,
            }
            return Outcome::Stay;
        }
        match &mut self.stage {
            Stage::Choose(_) => self.press_choosing(key),
            Stage::Ask(asking) => {
                let heard = asking.editor.press(key);
                self.heard(heard)
            }
            Stage::Overview(_) => self.press_overview(key),
            Stage::Written(_) if keymap::action(Context::Overview, key) == Some(Action::Accept) => {
                Outcome::Quit
            }
            Stage::Written(_) => Outcome::Stay,
        }
    }

    fn press_choosing(&mut self, key: KeyEvent) -> Outcome {
        let Stage::Choose(choosing) = &mut self.stage else { return Outcome::Stay };
        let throwing = std::mem::replace(&mut choosing.throwing, false);
        match keymap::action(Context::Drafts, key) {
            Some(Action::Up) => choosing.at = choosing.at.saturating_sub(1),
            Some(Action::Down) => choosing.at = (choosing.at + 1).min(choosing.drafts.len()),
            Some(Action::Accept) => {
                if choosing.at < choosing.drafts.len() {
                    (self.name, self.draft) = choosing.drafts.remove(choosing.at);
                }
                self.ask();
            }
            Some(Action::Remove) if choosing.at < choosing.drafts.len() && throwing => {
                let (name, _) = choosing.drafts.remove(choosing.at);
                if let Err(why) = self.shelf.remove_draft(&name) {
                    return Outcome::Say(why.to_string());
                }
            }
            Some(Action::Remove) if choosing.at < choosing.drafts.len() => {
                choosing.throwing = true;
                return Outcome::Say("Nog een keer Delete: dit concept weg. Dat kan niet terug.".to_owned());
            }
            _ => {}
        }
        Outcome::Stay
    }

    fn heard(&mut self, heard: Heard) -> Outcome {
        match heard {
            Heard::Here => self.judge(),
            Heard::Help => return Outcome::Help,
            Heard::Accept => return self.accept(),
            Heard::Back => {
                self.put_typed();
                if self.draft.back() {
                    self.ask();
                }
            }
            Heard::Rehearse => {
                self.put_typed();
                return self.rehearse();
            }
            Heard::Overview => {
                self.put_typed();
                self.stage = Stage::Overview(Overview::new(&self.draft));
            }
        }
        Outcome::Stay
    }

    /// What was typed or ticked stays, right or wrong; what Enter alone chooses does not.
    fn put_typed(&mut self) {
        if let Stage::Ask(Asking { editor, .. }) = &self.stage
            && editor.keeps()
        {
            self.draft.put(&editor.reply());
        }
    }

    fn accept(&mut self) -> Outcome {
        let Stage::Ask(asking) = &mut self.stage else { return Outcome::Stay };
        let reply = asking.editor.reply();
        asking.said = self.draft.judge(&reply);
        if asking.said.iter().any(|said| said.severity == Severity::Mistake) {
            asking.refused = true;
            return Outcome::Stay;
        }
        let once = asking.once;
        self.draft.answer(&reply);
        if once {
            self.stage = Stage::Overview(Overview::new(&self.draft));
        } else {
            self.ask();
        }
        self.keep()
    }

    fn keep(&self) -> Outcome {
        let draft = KeptDraft { name: self.name.clone(), text: self.draft.kept() };
        match self.shelf.keep_draft(&draft) {
            Ok(()) => Outcome::Stay,
            Err(why) => Outcome::Say(why.to_string()),
        }
    }

    /// Shows the question where the conversation is; at its end all of it.
    fn ask(&mut self) {
        self.stage = match self.draft.question() {
            Some(question) => {
                let editor = Editor::new(question, &self.draft.reply());
                Stage::Ask(Asking { editor, said: Vec::new(), refused: false, once: false })
            }
            None => Stage::Overview(Overview::new(&self.draft)),
        };
        self.judge();
    }

    fn judge(&mut self) {
        if let Stage::Ask(asking) = &mut self.stage {
            asking.refused = false;
            let reply = asking.editor.reply();
            // Nothing typed yet is no mistake.
            asking.said = if reply.is_empty() { Vec::new() } else { self.draft.judge(&reply) };
        }
    }

    fn rehearse(&mut self) -> Outcome {
        let Some((card, step)) = self.draft.shown() else {
            return Outcome::Say("Er is nog niets te zien: maak eerst een stap af.".to_owned());
        };
        let mut rehearsal = Rehearsal::new(card, &self.shelf, Arc::clone(&self.wake));
        rehearsal.go_to_step(step);
        self.shown = Some(Rehearsed::new(rehearsal));
        Outcome::Stay
    }
}
