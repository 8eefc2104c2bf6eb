//! The loop: waits for a key, a signal or word from the journal, and draws when something that is
//! seen has changed. Between those it sleeps.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use jiff::Zoned;
use ratatui::Frame;
use ratatui::layout::Size;

use crate::card::Card;
use crate::class::{People, Roster};
use crate::lesson::{Command, Opening};
use crate::session::{Activity, Session, Settings, Shelf, Wake};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::lists::Lists;
use crate::tui::screens::choose::{self, Choose, Item};
use crate::tui::screens::running::{self, Running};
use crate::tui::screens::setup::{self, Brief, Class, Setup};
use crate::tui::screens::{SMALLEST, draw_too_small, help, panel};
use crate::tui::signals;
use crate::tui::terminal::Terminal;
use crate::tui::theme::Theme;

/// How long a notice stands, if no key takes it away.
const NOTICE: Duration = Duration::from_secs(4);

/// What wakes the loop.
#[derive(Debug)]
pub enum Message {
    Key(KeyEvent),
    Resized(Size),
    /// Something was saved, or could not be.
    Journal,
    /// The system, or the end of the input, wants the program to end.
    End,
    Suspend,
    Continued,
}

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing was running.
    Quiet,
    /// A lesson was running and is kept: it can go on another time.
    Kept,
}

pub struct App {
    shelf: Shelf,
    lists: Lists,
    theme: Theme,
    size: Size,
    screen: Screen,
    notice: Option<Notice>,
    messages: Sender<Message>,
    /// The last key was Ctrl-C.
    broken: bool,
    help: Option<usize>,
    ending: Option<Ending>,
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

struct Notice {
    text: String,
    until: Instant,
}

/// Whether what is on the screen can be different now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Same,
    Changed,
}

impl App {
    pub fn new(shelf: Shelf, theme: Theme, size: Size, messages: Sender<Message>) -> Self {
        Self {
            shelf,
            lists: Lists::shipped(local_time()),
            theme,
            size,
            screen: Screen::Choose(Choose::default()),
            notice: None,
            messages,
            broken: false,
            help: None,
            ending: None,
        }
    }

    /// Runs until the teacher stops, the system asks for it, or the terminal is gone.
    pub fn run(mut self, terminal: &mut Terminal, messages: &Receiver<Message>) -> io::Result<Ending> {
        let ended = self.turn(terminal, messages);
        if let Screen::Lesson(running) = self.screen {
            running.into_session().close();
        }
        ended
    }

    fn turn(&mut self, terminal: &mut Terminal, messages: &Receiver<Message>) -> io::Result<Ending> {
        // What is built in stands there at once; what is on the disk joins.
        self.draw(terminal)?;
        self.read_lists();
        self.draw(terminal)?;
        loop {
            let mut seen = match self.wait(messages) {
                Some(message) => self.take(message, terminal)?,
                None => self.time_passed(),
            };
            // What came meanwhile is drawn together: pasted text, a window being dragged.
            while let Ok(message) = messages.try_recv() {
                if self.take(message, terminal)? == Seen::Changed {
                    seen = Seen::Changed;
                }
            }
            if let Some(ending) = self.ending {
                return Ok(ending);
            }
            if seen == Seen::Changed {
                self.draw(terminal)?;
            }
        }
    }

    /// The next message, or None when the screen changes by itself.
    fn wait(&self, messages: &Receiver<Message>) -> Option<Message> {
        let notice = self.notice.as_ref().map(|notice| notice.until.saturating_duration_since(now()));
        let lesson = match &self.screen {
            Screen::Lesson(running) => running.session().next_change(),
            Screen::Choose(_) | Screen::Setup(..) => None,
        };
        let Some(change) = [notice, lesson].into_iter().flatten().min() else {
            return Some(messages.recv().unwrap_or(Message::End));
        };
        match messages.recv_timeout(change) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Message::End),
        }
    }

    fn take(&mut self, message: Message, terminal: &mut Terminal) -> io::Result<Seen> {
        Ok(match message {
            Message::Key(key) => {
                self.press(key);
                Seen::Changed
            }
            Message::Resized(size) => {
                self.resize(size);
                Seen::Changed
            }
            Message::Journal => self.time_passed(),
            Message::End => {
                self.end();
                Seen::Same
            }
            Message::Suspend => {
                terminal.lend();
                signals::stop();
                Seen::Same
            }
            Message::Continued => {
                terminal.take_again()?;
                self.resize(terminal.size()?);
                Seen::Changed
            }
        })
    }

    fn resize(&mut self, size: Size) {
        self.size = size;
        if let Screen::Lesson(running) = &mut self.screen {
            running.resize(size);
        }
    }

    fn time_passed(&mut self) -> Seen {
        let mut seen = Seen::Same;
        if self.notice.as_ref().is_some_and(|notice| notice.until <= now()) {
            self.notice = None;
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

    fn press(&mut self, key: KeyEvent) {
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
                    setup::Outcome::Back => self.to_choose(),
                    setup::Outcome::Begin(roster, opening) => self.begin(roster, opening),
                },
            },
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
                    running.into_session().close();
                }
                self.to_choose();
                self.say("Afgerond. Mooi gedaan!".to_owned());
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
                match Session::reopen(&self.shelf, &lesson.id, self.wake()) {
                    Ok(session) if session.needs_opening() => {
                        let brief =
                            Brief::new(session.lesson().card(), Class::Known(session.roster().cloned()));
                        self.set_up(brief, Pending::Open(Box::new(session)));
                    }
                    Ok(session) => self.show_lesson(session),
                    Err(error) => self.say(error.to_string()),
                }
            }
            Item::Activity(index) => match self.lists.activities.get(index) {
                Some(Activity { card: Ok(card), .. }) => {
                    let card = Arc::clone(card);
                    self.set_up(Brief::new(&card, Class::Open), Pending::New(card));
                }
                Some(Activity { card: Err(_), .. }) => {
                    self.say("Deze kaart heeft fouten. Laat hem eerst nakijken.".to_owned());
                }
                None => {}
            },
        }
    }

    fn set_up(&mut self, brief: Brief, pending: Pending) {
        let setup = Setup::new(brief, &self.lists, local_time());
        self.screen = Screen::Setup(Box::new(setup), pending);
    }

    fn begin(&mut self, roster: Option<Roster>, opening: Opening) {
        let screen = std::mem::replace(&mut self.screen, Screen::Choose(Choose::default()));
        let Screen::Setup(setup, pending) = screen else { return };
        let settings = self.chosen_settings(&opening);
        let (begun, pending) = match pending {
            Pending::New(card) => {
                let begun = Session::begin(&self.shelf, &card, roster, opening, self.wake());
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
                if let Err(notice) = self.shelf.keep(&settings) {
                    self.say(notice.to_string());
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
    fn chosen_settings(&self, opening: &Opening) -> Settings {
        let pupils = match opening.people {
            People::Count(count) => count,
            People::Present(_) => self.lists.settings.pupils,
        };
        Settings { pupils, screen: opening.screen, ..self.lists.settings.clone() }
    }

    fn read_lists(&mut self) {
        let (lists, notices) = Lists::read(&self.shelf, local_time());
        self.lists = lists;
        self.say_all(&notices);
    }

    fn show_lesson(&mut self, session: Session) {
        self.screen = Screen::Lesson(Box::new(Running::new(session, self.size, self.theme)));
        self.time_passed();
    }

    fn to_choose(&mut self) {
        self.read_lists();
        self.screen = Screen::Choose(Choose::default());
    }

    fn end(&mut self) {
        self.ending = Some(match self.screen {
            Screen::Lesson(_) => Ending::Kept,
            Screen::Choose(_) | Screen::Setup(..) => Ending::Quiet,
        });
    }

    fn wake(&self) -> Wake {
        let messages = self.messages.clone();
        Arc::new(move || {
            // The loop is gone when the program ends; there is nothing left to wake then.
            let _ = messages.send(Message::Journal);
        })
    }

    fn say(&mut self, text: String) {
        self.notice = Some(Notice { text, until: now() + NOTICE });
    }

    fn say_all(&mut self, notices: &[Text]) {
        if !notices.is_empty() {
            let notices: Vec<&str> = notices.iter().map(|notice| &**notice).collect();
            self.say(notices.join(" "));
        }
    }

    fn draw(&self, terminal: &mut Terminal) -> io::Result<()> {
        terminal.draw(&self.title(), |frame| self.draw_frame(frame))
    }

    fn title(&self) -> String {
        match &self.screen {
            Screen::Choose(_) => "Lesloper".to_owned(),
            Screen::Setup(setup, _) => format!("Les klaarzetten - {}", setup.title()),
            Screen::Lesson(running) => panel::place(&running.scene().place),
        }
    }

    fn draw_frame(&self, frame: &mut Frame) {
        let area = frame.area();
        frame.buffer_mut().set_style(area, self.theme.ground());
        let notice = self.notice.as_ref().map(|notice| notice.text.as_str());
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

/// Reads the keys in a thread of its own, until the input ends.
pub fn read_keys(messages: Sender<Message>) -> io::Result<()> {
    let read = move || {
        loop {
            let message = match event::read() {
                // Windows tells of keys that go up as well.
                Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => Message::Key(key),
                Ok(Event::Resize(width, height)) => Message::Resized(Size { width, height }),
                Ok(_) => continue,
                Err(_) => Message::End,
            };
            let last = matches!(message, Message::End);
            if messages.send(message).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read).map(|_| ())
}

#[expect(clippy::disallowed_methods, reason = "the clock of the notices")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "the time on the wall, for the first bell to offer")]
fn local_time() -> Zoned {
    Zoned::now()
}
