//! What the keys do in a lesson that runs.

use crossterm::event::KeyEvent;

use crate::lesson::{AnswerId, Body, Command, Cover, CoverView, Drawing, Pitching, Play, Refusal, Revealed};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::pages;
use crate::tui::screens::entry::{Draft, Entry, Purpose, Typed};
use crate::tui::screens::running::helping::Hands;
use crate::tui::screens::running::{Arrival, Ask, Outcome, Over, Running};
use crate::tui::screens::typing::Typing;
use crate::tui::screens::{help, panel, selection};
use crate::tui::widgets::row::Mark;

impl Running {
    pub fn press(&mut self, key: KeyEvent) -> Outcome {
        if self.hands != Hands::Teacher {
            return self.press_as_helper(key);
        }
        match &self.over {
            Over::Nothing if self.scene.cover.is_some() => self.press_cover(key),
            Over::Nothing => self.press_step(key),
            Over::Entry(_) => self.press_entry(key),
            Over::Typing(_) => self.press_typing(key),
            Over::Count(_) => self.press_count(key),
            Over::Coming(_) => self.press_coming(key),
            Over::Ask(ask) => self.press_ask(*ask, key),
            Over::Help(offset) => self.press_help(*offset, key),
            Over::Finished => self.press_finished(key),
            Over::Panel(offset) => self.press_panel(*offset, key),
        }
    }

    fn press_step(&mut self, key: KeyEvent) -> Outcome {
        match keymap::action(Context::Lesson, key) {
            Some(action) => match command(action) {
                Some(command) => self.act(command, Arrival::Here),
                None => self.deed(action, keymap::digit(key)),
            },
            None => Outcome::Stay,
        }
    }

    fn deed(&mut self, action: Action, number: usize) -> Outcome {
        match action {
            Action::Next => return self.next(),
            Action::Accept => {
                return match self.selected.filter(|_| selection::picks(&self.scene.body)) {
                    Some(option) => self.act(Command::Choose(option), Arrival::Onward),
                    None => self.next(),
                };
            }
            Action::Back => return self.back(),
            Action::Furthest => return self.act(Command::ToFurthest, Arrival::Onward),
            Action::Option if selection::picks(&self.scene.body) => {
                return self.act(Command::Choose(number.saturating_sub(1)), Arrival::Onward);
            }
            Action::Option => return self.select(number.saturating_sub(1)),
            Action::Up => return self.select(self.selected.map_or(0, |at| at.saturating_sub(1))),
            Action::Down => return self.select(self.selected.map_or(0, |at| at + 1)),
            Action::Count => return self.open_count(),
            Action::Late => self.open_coming(),
            Action::Answer => return self.open_entry(Purpose::Answer),
            Action::LetType => return self.open_entry(Purpose::LetType),
            Action::Remove => return self.with_answer(|id| Deed::Now(Command::RemoveAnswer(id))),
            Action::Shred if self.selected.is_none() => self.over = Over::Ask(Ask::EmptyBin),
            Action::Shred => return self.with_answer(|id| Deed::Ask(Ask::Shred(id))),
            Action::ToNextStep => return self.act(Command::ToNextStep, Arrival::Onward),
            Action::ToClosing => return self.act(Command::ToClosing, Arrival::Onward),
            Action::Help => self.over = Over::Help(0),
            Action::Panel => self.over = Over::Panel(0),
            Action::Helper => return self.hand_over(),
            Action::Quit | Action::Break => self.over = Over::Ask(Ask::Stop),
            Action::Close => self.selected = None,
            _ => {}
        }
        Outcome::Stay
    }

    /// Any key lifts what lies over the step, save the few that belong to it. What has more pages
    /// is read first.
    fn press_cover(&mut self, key: KeyEvent) -> Outcome {
        let action = keymap::action(Context::Cover, key);
        match (&self.scene.cover, action) {
            (_, Some(Action::Quit | Action::Break)) => {
                self.over = Over::Ask(Ask::Stop);
                Outcome::Stay
            }
            (Some(CoverView::Turn { .. }), Some(Action::Pass)) => self.act(Command::PassTurn, Arrival::Here),
            (Some(CoverView::Duos(_)), Some(Action::Shuffle)) => self.act(Command::Shuffle, Arrival::Here),
            _ => match keymap::action(Context::Lesson, key) {
                Some(Action::Next | Action::Accept) => self.next_under_cover(),
                _ => self.act(Command::Uncover, Arrival::Here),
            },
        }
    }

    pub(super) fn next_under_cover(&mut self) -> Outcome {
        if self.cover_page + 1 < self.pages().pages.len() {
            self.cover_page += 1;
            return Outcome::Stay;
        }
        self.act(Command::Uncover, Arrival::Here)
    }

    pub(super) fn next(&mut self) -> Outcome {
        if self.page + 1 < self.pages().pages.len() {
            self.page += 1;
            return Outcome::Stay;
        }
        if let Some(ask) = self.asks_first() {
            self.over = Over::Ask(ask);
            return Outcome::Stay;
        }
        self.act(Command::Next, Arrival::Onward)
    }

    /// What is asked before the class goes on from here.
    pub(super) fn asks_first(&self) -> Option<Ask> {
        match &self.scene.body {
            Body::End(_) => Some(Ask::Finish),
            Body::Closing(closing) => closing.next.as_ref().map(|_| Ask::Rest),
            _ => None,
        }
    }

    pub(super) fn back(&mut self) -> Outcome {
        if let Some(page) = self.page.min(self.pages().pages.len().saturating_sub(1)).checked_sub(1) {
            self.page = page;
            return Outcome::Stay;
        }
        self.act(Command::Back, Arrival::Backward)
    }

    pub(super) fn select(&mut self, option: usize) -> Outcome {
        let Some(last) = selection::options(&self.scene.body).checked_sub(1) else { return Outcome::Stay };
        let option = option.min(last);
        self.selected = Some(option);
        self.page = pages::page_of(&self.pages().pages, Mark::Item(option)).unwrap_or(self.page);
        Outcome::Stay
    }

    fn open_entry(&mut self, purpose: Purpose) -> Outcome {
        if let Some(refusal) = self.scene.teacher.no_answers {
            return Outcome::Say(refusal.to_string());
        }
        let duos = self.scene.teacher.duos.clone();
        let here = |(step, _): &mut (usize, Draft)| *step == self.scene.place.number;
        let draft = if purpose == Purpose::Answer { self.draft.take_if(here) } else { None };
        let entry = match draft {
            Some((_, draft)) => Entry::resume(draft, duos),
            None => Entry::new(purpose, duos, self.next_duo),
        };
        match entry {
            Some(entry) => {
                self.over = Over::Entry(entry);
                Outcome::Stay
            }
            None => Outcome::Say(Refusal::NoAnswersHere.to_string()),
        }
    }

    fn with_answer(&mut self, deed: impl FnOnce(AnswerId) -> Deed) -> Outcome {
        let Some(id) = self.selected.and_then(|at| selection::answer(&self.scene.body, at)) else {
            return Outcome::Say("Kies eerst een antwoord, met de pijltjes.".to_owned());
        };
        match deed(id) {
            Deed::Now(command) => self.act(command, Arrival::Here),
            Deed::Ask(ask) => {
                self.over = Over::Ask(ask);
                Outcome::Stay
            }
        }
    }

    fn press_entry(&mut self, key: KeyEvent) -> Outcome {
        let Over::Entry(entry) = &mut self.over else { return Outcome::Stay };
        if let Some(Action::Quit | Action::Break) = keymap::action(Context::Entry, key) {
            self.stop_key(key);
            return Outcome::Stay;
        }
        match entry.press(key) {
            Typed::Stay => Outcome::Stay,
            Typed::Close => {
                self.close_entry();
                Outcome::Stay
            }
            Typed::LetType => {
                let question = sentence(&self.scene.body);
                let teacher = &self.scene.teacher;
                self.over =
                    Over::Typing(Typing::new(question, teacher.duos.clone(), entry.at(), teacher.screen));
                Outcome::Stay
            }
            Typed::Answer(group, text) => {
                let said = self.act(Command::Answer { group, text }, Arrival::Here);
                if let (Outcome::Stay, Over::Entry(entry)) = (&said, &mut self.over) {
                    entry.next_duo();
                    self.next_duo = entry.at();
                }
                said
            }
        }
    }

    /// Whichever way the line is left: what was begun waits for its step.
    fn close_entry(&mut self) {
        if let Over::Entry(entry) = std::mem::replace(&mut self.over, Over::Nothing)
            && let Some(draft) = entry.into_draft()
        {
            self.draft = Some((self.scene.place.number, draft));
        }
    }

    fn press_typing(&mut self, key: KeyEvent) -> Outcome {
        let Over::Typing(typing) = &mut self.over else { return Outcome::Stay };
        match typing.press(key) {
            Typed::Close => self.over = Over::Nothing,
            Typed::Answer(group, text) => {
                let said = self.act(Command::Answer { group, text }, Arrival::Here);
                if let (Outcome::Stay, Over::Typing(typing)) = (&said, &mut self.over) {
                    typing.kept();
                    self.next_duo = typing.at();
                }
                return said;
            }
            Typed::Stay | Typed::LetType => {}
        }
        Outcome::Stay
    }

    fn press_ask(&mut self, ask: Ask, key: KeyEvent) -> Outcome {
        // A clicker has no other keys than these.
        match keymap::action(Context::Lesson, key).filter(|_| ask == Ask::Rest) {
            Some(Action::Next) => {
                self.over = Over::Nothing;
                return self.act(Command::Next, Arrival::Onward);
            }
            Some(Action::Back) => {
                self.over = Over::Nothing;
                return Outcome::Stay;
            }
            _ => {}
        }
        match keymap::action(Context::Confirm, key) {
            Some(Action::Yes) => self.over = Over::Nothing,
            Some(Action::Close) => {
                self.over = Over::Nothing;
                return Outcome::Stay;
            }
            _ => return Outcome::Stay,
        }
        match ask {
            Ask::Shred(id) => self.act(Command::ShredAnswer(id), Arrival::Here),
            Ask::EmptyBin => self.act(Command::EmptyBin, Arrival::Here),
            // Closing a les that is not open is refused; stopping is always possible.
            Ask::Stop | Ask::Rest => {
                let _ = self.session.act(Command::CloseSitting);
                Outcome::Stopped
            }
            Ask::Finish => match self.act(Command::Finish, Arrival::Here) {
                Outcome::Stay => {
                    self.over = Over::Finished;
                    Outcome::Stay
                }
                refused => refused,
            },
        }
    }

    /// Afronden may have been a slip of the finger: it is left by a key that says so.
    fn press_finished(&mut self, key: KeyEvent) -> Outcome {
        match keymap::action(Context::Lesson, key) {
            Some(Action::Undo) => {
                self.over = Over::Nothing;
                self.act(Command::Undo, Arrival::Here)
            }
            Some(Action::Next | Action::Accept | Action::Close) => Outcome::Finished,
            Some(Action::Quit | Action::Break) => Outcome::Stopped,
            _ => Outcome::Stay,
        }
    }

    fn press_help(&mut self, offset: usize, key: KeyEvent) -> Outcome {
        let last = help::last_offset(Context::Lesson, self.size, self.theme.glyphs.arrows);
        self.over = help::scrolled(key, offset, last, self.size).map_or(Over::Nothing, Over::Help);
        self.stop_key(key);
        Outcome::Stay
    }

    fn press_panel(&mut self, offset: usize, key: KeyEvent) -> Outcome {
        let last = panel::last_offset(&self.panel(), self.size, &self.theme);
        self.over = help::scrolled(key, offset, last, self.size).map_or(Over::Nothing, Over::Panel);
        self.stop_key(key);
        Outcome::Stay
    }

    /// Stopping is possible wherever the teacher is.
    pub(super) fn stop_key(&mut self, key: KeyEvent) {
        if let Some(Action::Quit | Action::Break) = keymap::action(Context::Anywhere, key) {
            self.close_entry();
            self.over = Over::Ask(Ask::Stop);
        }
    }
}

/// Done at once, or asked first.
enum Deed {
    Now(Command),
    Ask(Ask),
}

/// The deeds that are the lesson's own.
pub fn command(action: Action) -> Option<Command> {
    Some(match action {
        Action::Blank => Command::Toggle(Cover::Blank),
        Action::Stop => Command::Toggle(Cover::Stop),
        Action::Freeze => Command::Toggle(Cover::Freeze),
        Action::Duos => Command::Toggle(Cover::Duos),
        Action::Words => Command::Toggle(Cover::Words),
        Action::Agreements => Command::Toggle(Cover::Agreements),
        Action::Simple => Command::ToggleWording,
        Action::Clock => Command::ToggleClock,
        Action::Longer => Command::Lengthen,
        Action::Shorter => Command::Shorten,
        Action::NoClock => Command::RemoveClock,
        Action::Shuffle => Command::Shuffle,
        Action::Turn => Command::GiveTurn,
        Action::Pass => Command::PassTurn,
        Action::Answers => Command::ToggleAnswers,
        Action::Undo => Command::Undo,
        _ => return None,
    })
}

/// What the class is asked: what is largest on the class view.
pub(super) fn sentence(body: &Body) -> Text {
    match body {
        Body::Tell { title, told } => newest(told).unwrap_or(title).clone(),
        Body::Fork { text, question, .. } => question.as_ref().or(text.last()).cloned().unwrap_or_default(),
        Body::NextStep { questions, .. } => newest(questions).cloned().unwrap_or_default(),
        Body::Explain { sentence, .. }
        | Body::Sort { sentence, .. }
        | Body::Task { sentence, .. }
        | Body::Draw(Drawing::Deck { sentence, .. } | Drawing::All { sentence, .. })
        | Body::Pitch(Pitching::Prepare { sentence, .. })
        | Body::LookBack { sentence, .. } => sentence.clone(),
        Body::Question(question) => question.sentence.clone(),
        Body::Choice(choice) => choice.sentence.clone(),
        Body::Line(line) => line.sentence.clone(),
        Body::Play(Play::Begin { line }) => line.clone(),
        Body::Draw(Drawing::Drawn { card: text, .. } | Drawing::Turned { back: text, .. }) => text.clone(),
        Body::Pitch(Pitching::Speaks { question, .. } | Pitching::Heard { question }) => question.clone(),
        _ => Text::default(),
    }
}

fn newest(revealed: &Revealed) -> Option<&Text> {
    revealed.lines.get(revealed.shown.checked_sub(1)?)
}
