//! The program between two keys: which screen is up, what a key does to it, and how it is drawn.
//! Where keys come from and drawings go is not known here.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Size;

use crate::card::Card;
use crate::class::{People, Roster};
use crate::lesson::{Command, Opening};
use crate::session::{Session, Settings, local_time};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::ending::{Ending, unsaved};
use crate::tui::keymap::{self, Context};
use crate::tui::leaving::Leaving;
use crate::tui::lists::Lists;
use crate::tui::notice::Notice;
use crate::tui::outside::{Errand, Outside};
use crate::tui::screens::choose::{self, Choose, Item};
use crate::tui::screens::running::{self, Running};
use crate::tui::screens::setup::{self, Brief, Class, Setup};
use crate::tui::screens::{SMALLEST, draw_too_small, help, panel};
use crate::tui::theme::Theme;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    GoesOn,
    Over,
}

/// What is on the screen, and what it is made from.
pub struct Program {
    outside: Outside,
    lists: Lists,
    /// None: not to be read, and so not to be written.
    settings: Option<Settings>,
    theme: Theme,
    size: Size,
    screen: Screen,
    notice: Option<Notice>,
    /// The last key was Ctrl-C.
    broken: bool,
    /// The help of a teacher's screen is open, scrolled this far.
    help: Option<usize>,
    leaving: Leaving,
    course: Course,
}

enum Screen {
    Choose(Choose),
    Setup(Box<Setup>, Pending),
    Lesson(Box<Running>),
}

/// What Les klaarzetten is for.
enum Pending {
    New(Arc<Card>),
    Open(Box<Session>),
}

/// Whether what is on the screen can be different now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Same,
    Changed,
}

impl Seen {
    /// Changed when either is.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::Changed { self } else { other }
    }
}

impl Program {
    /// With what is built in alone: [`Program::take_lists`] adds what is on the disk.
    pub fn new(outside: Outside, settings: Option<Settings>, theme: Theme, size: Size) -> Self {
        Self {
            outside,
            settings,
            lists: Lists::shipped(local_time()),
            theme,
            size,
            screen: Screen::Choose(Choose::default()),
            notice: None,
            broken: false,
            help: None,
            leaving: Leaving::default(),
            course: Course::GoesOn,
        }
    }

    /// Asks for what is on the disk: what comes of it goes to [`Program::take_lists`].
    pub fn read_lists(&self) {
        self.outside.send(Errand::ReadLists);
    }

    /// What was read from the disk, and what could not be.
    pub fn take_lists(&mut self, lists: Lists, notices: &[Text]) {
        match &mut self.screen {
            Screen::Choose(choose) => choose.joined(&self.lists, &lists),
            Screen::Setup(setup, _) => setup.take_classes(&lists),
            Screen::Lesson(_) => {}
        }
        self.lists = lists;
        self.say_all(notices);
    }

    pub fn is_over(&self) -> bool {
        self.course == Course::Over
    }

    /// Until the screen changes by itself; None: never.
    pub fn next_change(&self) -> Option<Duration> {
        let notice = self.notice.as_ref().map(Notice::left);
        let lesson = match &self.screen {
            Screen::Lesson(running) => running.next_change(),
            Screen::Choose(_) | Screen::Setup(..) => None,
        };
        [notice, lesson].into_iter().flatten().min()
    }

    pub fn resize(&mut self, size: Size) {
        self.size = size;
        if let Screen::Lesson(running) = &mut self.screen {
            running.resize(size);
        }
    }

    /// Looks again at the clock and at what was saved.
    pub fn time_passed(&mut self) -> Seen {
        let mut seen = Seen::Same;
        if self.notice.as_ref().is_some_and(|notice| notice.left().is_zero()) {
            self.notice = None;
            seen = Seen::Changed;
        }
        if let Some(said) = self.leaving.look_again() {
            self.say(said);
            self.read_lists();
            seen = Seen::Changed;
        }
        if let Screen::Lesson(running) = &mut self.screen {
            let (changed, notices) = running.look_again();
            if changed || !notices.is_empty() {
                seen = Seen::Changed;
            }
            self.say_all(&notices);
        }
        seen
    }

    pub fn press(&mut self, key: KeyEvent) {
        self.notice = None;
        let typing = matches!(&self.screen, Screen::Lesson(running) if running.is_typing());
        let breaks = !typing && keymap::action(Context::Anywhere, key) == Some(Action::Break);
        if breaks && std::mem::replace(&mut self.broken, breaks) {
            self.end();
            return;
        }
        self.broken = breaks;
        if self.press_help(key) {
            return;
        }
        match &mut self.screen {
            Screen::Lesson(running) => {
                let outcome = running.press(key);
                self.lesson_outcome(outcome);
            }
            Screen::Choose(choose) => match keymap::action(Context::Anywhere, key) {
                Some(_) => self.press_anywhere(key),
                None => {
                    if let choose::Outcome::Chosen(item) = choose.press(key, &self.lists) {
                        self.chosen(item);
                    }
                }
            },
            Screen::Setup(setup, _) => match keymap::action(Context::Anywhere, key) {
                Some(_) => self.press_anywhere(key),
                None => match setup.press(key) {
                    setup::Outcome::Stay => {}
                    setup::Outcome::Back => self.choose_again(),
                    setup::Outcome::Begin(roster, opening) => self.begin(roster, opening),
                },
            },
        }
    }

    /// Pasted text stands where text is typed; anywhere else it does nothing.
    pub fn paste(&mut self, pasted: &str) {
        let field = match &mut self.screen {
            _ if self.help.is_some() => return,
            Screen::Choose(choose) => Some(choose.field()),
            Screen::Setup(..) => None,
            Screen::Lesson(running) => running.field(),
        };
        if let Some(field) = field {
            field.paste(pasted);
        }
    }

    fn press_anywhere(&mut self, key: KeyEvent) {
        match keymap::action(Context::Anywhere, key) {
            Some(Action::Help) => self.help = Some(0),
            Some(Action::Quit | Action::Break) => self.end(),
            _ => {}
        }
    }

    /// The help of a teacher's screen: arrows scroll, another key closes it.
    fn press_help(&mut self, key: KeyEvent) -> bool {
        let Some(offset) = self.help else { return false };
        let to = match keymap::action(Context::Reading, key) {
            Some(Action::Up) => Some(offset.saturating_sub(1)),
            Some(Action::Down) => Some(offset + 1),
            _ => None,
        };
        self.help =
            to.map(|to| to.min(help::last_offset(self.context(), self.size, self.theme.glyphs.arrows)));
        true
    }

    fn context(&self) -> Context {
        match self.screen {
            Screen::Choose(_) => Context::Choose,
            Screen::Setup(..) => Context::Setup,
            Screen::Lesson(_) => Context::Lesson,
        }
    }

    fn lesson_outcome(&mut self, outcome: running::Outcome) {
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
        if let Screen::Lesson(_) = self.screen {
            self.time_passed();
        }
    }

    fn chosen(&mut self, item: Item) {
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
                            Brief::new(session.lesson().card(), Class::Known(session.roster().cloned()));
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

    fn set_up(&mut self, brief: Brief, pending: Pending) {
        let settings = self.settings.clone().unwrap_or_default();
        let setup = Setup::new(brief, &self.lists, &settings, local_time());
        self.screen = Screen::Setup(Box::new(setup), pending);
    }

    fn begin(&mut self, roster: Option<Roster>, opening: Opening) {
        let screen = std::mem::replace(&mut self.screen, Screen::Choose(Choose::default()));
        let Screen::Setup(setup, pending) = screen else { return };
        let settings = self.chosen_settings(&opening);
        let (begun, pending) = match pending {
            Pending::New(card) => {
                let wake = Arc::clone(&self.outside.wake);
                let begun = Session::begin(&self.outside.shelf, &card, roster, opening, wake);
                (begun, Some(Pending::New(card)))
            }
            Pending::Open(mut session) => match session.act(Command::OpenSitting(opening)) {
                Ok(()) => (Ok(*session), None),
                Err(refusal) => (Err(refusal), Some(Pending::Open(session))),
            },
        };
        match (begun, pending) {
            (Ok(session), _) => {
                self.show_lesson(session);
                if let Some(settings) = settings {
                    self.settings = Some(settings.clone());
                    self.outside.send(Errand::Keep(settings));
                }
            }
            (Err(refusal), Some(pending)) => {
                self.screen = Screen::Setup(setup, pending);
                self.say(refusal.to_string());
            }
            (Err(refusal), None) => self.say(refusal.to_string()),
        }
    }

    /// What was answered now is the answer that stands there next time.
    fn chosen_settings(&self, opening: &Opening) -> Option<Settings> {
        let settings = self.settings.clone()?;
        let pupils = match opening.people {
            People::Count(count) => count,
            People::Present(_) => settings.pupils,
        };
        Some(Settings { pupils, screen: opening.screen, ..settings })
    }

    fn show_lesson(&mut self, session: Session) {
        self.screen = Screen::Lesson(Box::new(Running::new(session, self.size, self.theme.clone())));
        self.time_passed();
    }

    fn choose_again(&mut self) {
        self.screen = Screen::Choose(Choose::default());
        self.read_lists();
    }

    /// Ends as soon as can be; what runs is kept.
    pub fn end(&mut self) {
        self.course = Course::Over;
    }

    fn say(&mut self, text: String) {
        self.notice = Some(Notice::new(text));
    }

    pub fn say_all(&mut self, notices: &[Text]) {
        if !notices.is_empty() {
            let notices: Vec<&str> = notices.iter().map(|notice| &**notice).collect();
            self.say(notices.join(" "));
        }
    }

    /// Whether closing waits for the disk.
    pub fn is_saving(&self) -> bool {
        matches!(&self.screen, Screen::Lesson(running) if !running.is_saved()) || !self.leaving.is_empty()
    }

    /// Leaves the lesson as it is, and waits a while for the disk.
    pub fn close(self) -> Ending {
        let (quiet, lost) = match self.screen {
            Screen::Lesson(running) => {
                let session = running.into_session();
                let quiet = if session.can_go_on() { Ending::Kept } else { Ending::Quiet };
                (quiet, unsaved(session.close()))
            }
            Screen::Choose(_) | Screen::Setup(..) => (Ending::Quiet, None),
        };
        lost.or(self.leaving.close()).map_or(quiet, Ending::Unsaved)
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        match &self.screen {
            Screen::Choose(_) => "Lesloper".to_owned(),
            Screen::Setup(setup, _) => format!("Les klaarzetten - {}", setup.title()),
            Screen::Lesson(running) => panel::place(&running.scene().place),
        }
    }

    pub fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        frame.buffer_mut().set_style(area, self.theme.ground());
        let notice = self.notice.as_ref().map(Notice::text);
        if area.width < SMALLEST.width || area.height < SMALLEST.height {
            draw_too_small(&self.theme, frame);
            return;
        }
        if let Some(offset) = self.help {
            help::draw(self.context(), offset, &self.theme, frame);
            return;
        }
        match &self.screen {
            Screen::Choose(choose) => choose::draw(choose, &self.lists, notice, &self.theme, frame),
            Screen::Setup(setup, _) => setup::draw(setup, notice, &self.theme, frame),
            Screen::Lesson(running) => running::draw(running, notice, frame),
        }
    }
}
