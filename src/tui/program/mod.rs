//! The program between two keys: which screen is up, what a key does to it, and how it is drawn.
//! Where keys come from and drawings go is not known here.

mod lessons;
mod making;
mod taps;

use std::io;
use std::time::Duration;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::Style;

use crate::lesson::Command;
use crate::session::{self, Mouse, Offered, Overview, Settings, local_time};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::beginning::Pending;
use crate::tui::ending::{Ending, unsaved};
use crate::tui::keymap::{self, Context};
use crate::tui::leaving::Leaving;
use crate::tui::lists::Lists;
use crate::tui::memory::Memory;
use crate::tui::notice::Notice;
use crate::tui::outside::{Errand, Outside};
use crate::tui::screens::choose::{self, Choose};
use crate::tui::screens::maker::{self, Maker};
use crate::tui::screens::running::{self, Running};
use crate::tui::screens::screentest::{self, ScreenTest};
use crate::tui::screens::second::{self, Second};
use crate::tui::screens::setup::{self, Setup};
use crate::tui::screens::watching::{self, Watching};
use crate::tui::screens::{SMALLEST, draw_too_small, help, panel};
use crate::tui::seen::Seen;
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
    memory: Memory,
    theme: Theme,
    size: Size,
    screen: Screen,
    notice: Option<Notice>,
    /// The last key was Ctrl-C.
    broken: bool,
    /// The help of a teacher's screen is open, scrolled this far.
    help: Option<usize>,
    leaving: Leaving,
    /// Where second screens see the lesson; None: no lesson ran yet, or there can be none.
    offered: Option<Box<dyn Offered>>,
    course: Course,
    mouse: Mouse,
}

enum Screen {
    Choose(Choose),
    Setup(Box<Setup>, Pending),
    Lesson(Box<Running>),
    Test(Box<ScreenTest>),
    Second(Box<Second>),
    Maker(Box<Maker>),
    Watch(Box<Watching>),
}

impl Program {
    /// With what is built in alone: [`Program::take_lists`] adds what is on the disk.
    pub fn new(outside: Outside, settings: Option<Settings>, theme: Theme, size: Size) -> Self {
        Self {
            outside,
            memory: Memory(settings),
            lists: Lists::shipped(),
            theme,
            size,
            screen: Screen::Choose(Choose::default()),
            notice: None,
            broken: false,
            help: None,
            leaving: Leaving::default(),
            offered: None,
            course: Course::GoesOn,
            mouse: Mouse::Off,
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
            Screen::Setup(setup, _) => {
                setup.take_classes(&lists);
                setup.recall(&self.outside.shelf);
            }
            Screen::Lesson(_) | Screen::Test(_) | Screen::Second(_) | Screen::Maker(_) | Screen::Watch(_) => {
            }
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
            Screen::Second(second) => second.next_change(),
            Screen::Watch(_) => Some(Watching::next_look()),
            Screen::Choose(_) | Screen::Setup(..) | Screen::Test(_) | Screen::Maker(_) => None,
        };
        [notice, lesson].into_iter().flatten().min()
    }

    pub fn resize(&mut self, size: Size) {
        self.size = size;
        if let Screen::Lesson(running) = &mut self.screen {
            running.resize(size);
        }
    }

    /// Whether there is something to work ahead, for when no key waits.
    pub fn looks_ahead(&self) -> bool {
        matches!(&self.screen, Screen::Lesson(running) if running.looks_ahead())
    }

    pub fn look_ahead(&mut self) {
        if let Screen::Lesson(running) = &mut self.screen {
            running.look_ahead();
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
        if self.look_at_card() {
            seen = Seen::Changed;
        }
        if let Screen::Second(second) = &mut self.screen
            && second.time_passed(local_time().timestamp())
        {
            seen = Seen::Changed;
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
        if !matches!(self.screen, Screen::Lesson(_)) && self.press_anywhere(key) {
            return;
        }
        match &mut self.screen {
            Screen::Maker(_) | Screen::Watch(_) => self.press_making(key),
            Screen::Lesson(running) => {
                let outcome = running.press(key);
                self.lesson_outcome(outcome);
            }
            Screen::Choose(choose) => {
                if let choose::Outcome::Chosen(item) = choose.press(key, &self.lists) {
                    self.chosen(item);
                }
            }
            Screen::Setup(setup, _) => {
                let outcome = setup.press(key);
                setup.recall(&self.outside.shelf);
                self.setup_outcome(outcome);
            }
            Screen::Test(test) => match test.press(key, &mut self.theme) {
                screentest::Outcome::Stay => {}
                screentest::Outcome::Back => self.choose_again(),
                screentest::Outcome::Named(classroom) => self.furnish(&classroom),
            },
            Screen::Second(second) => match second.press(key) {
                second::Outcome::Stay => {}
                second::Outcome::Say(said) => self.say(said),
                second::Outcome::Help => self.help = Some(0),
                second::Outcome::Quit => self.end(),
            },
        }
    }

    /// Pasted text stands where text is typed; anywhere else it does nothing.
    pub fn paste(&mut self, pasted: &str) {
        let field = match &mut self.screen {
            _ if self.help.is_some() => return,
            Screen::Choose(choose) => Some(choose.field()),
            Screen::Setup(..) | Screen::Watch(_) => None,
            Screen::Lesson(running) => running.field(),
            Screen::Test(test) => test.field(),
            Screen::Second(second) => second.field(),
            Screen::Maker(maker) => maker.field(),
        };
        if let Some(field) = field {
            field.paste(pasted);
        }
        if let Screen::Maker(maker) = &mut self.screen {
            maker.typed();
        }
    }

    /// Whether the key was one of a teacher's screens in general.
    fn press_anywhere(&mut self, key: KeyEvent) -> bool {
        match keymap::action(Context::Anywhere, key) {
            Some(Action::Help) => self.help = Some(0),
            Some(Action::Quit | Action::Break) => self.end(),
            _ => return false,
        }
        true
    }

    /// The help of a teacher's screen: arrows and pages scroll, another key closes it.
    fn press_help(&mut self, key: KeyEvent) -> bool {
        let Some(offset) = self.help else { return false };
        let last = help::last_offset(self.context(), self.size, self.theme.glyphs.arrows);
        self.help = help::scrolled(key, offset, last, self.size);
        true
    }

    fn context(&self) -> Context {
        match &self.screen {
            Screen::Choose(_) => Context::Choose,
            Screen::Setup(setup, _) => setup.context(),
            Screen::Lesson(_) | Screen::Second(_) => Context::Lesson,
            Screen::Test(test) => test.context(),
            Screen::Maker(maker) => maker.context(),
            Screen::Watch(_) => Context::Rehearsal,
        }
    }

    /// What a second screen wishes for.
    pub fn wish(&mut self, command: Command) {
        if let Screen::Lesson(running) = &mut self.screen {
            self.notice = None;
            let outcome = running.wish(command);
            self.lesson_outcome(outcome);
        }
    }

    /// Shows second screens the lesson as it is now.
    pub fn show_second_screens(&self) {
        if let Some(offered) = &self.offered {
            let notice = self.notice.as_ref().map(Notice::text);
            let overview = match &self.screen {
                Screen::Lesson(running) => Some(running.overview(notice)),
                _ => None,
            };
            offered.show(overview.as_ref());
        }
    }

    /// Is a second screen: what the lesson shows comes to [`Program::see`] through `seen`.
    pub fn look_along(&mut self, seen: session::Seen) -> io::Result<()> {
        let looking = self.outside.line.look(seen)?;
        self.screen = Screen::Second(Box::new(Second::new(looking)));
        Ok(())
    }

    /// On a second screen: the lesson as it is now, or that there is none.
    pub fn see(&mut self, overview: Option<Overview>) {
        if let Screen::Second(second) = &mut self.screen {
            second.see(overview, local_time().timestamp());
        }
    }

    /// Asks how the screen is seen best here.
    pub fn test_screen(&mut self) {
        self.screen = Screen::Test(Box::new(ScreenTest::new(&self.theme, &self.memory.settings())));
    }

    fn choose_again(&mut self) {
        self.screen = Screen::Choose(Choose::default());
        self.read_lists();
    }

    /// Ends as soon as can be; what runs is kept.
    pub fn end(&mut self) {
        if let Screen::Maker(maker) = &mut self.screen {
            maker.keep_typed();
        }
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
            _ => (Ending::Quiet, None),
        };
        lost.or(self.leaving.close()).map_or(quiet, Ending::Unsaved)
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        match &self.screen {
            Screen::Choose(_) => "Lesloper".to_owned(),
            Screen::Setup(setup, _) => format!("Les klaarzetten - {}", setup.title()),
            Screen::Lesson(running) => panel::place(&running.scene().place),
            Screen::Test(_) => "Schermtest".to_owned(),
            Screen::Second(_) => "Lesloper - docent".to_owned(),
            Screen::Maker(maker) => maker.title(),
            Screen::Watch(watching) => format!("Kijk: {}", watching.name()),
        }
    }

    pub fn size(&self) -> Size {
        self.size
    }

    /// What the screen is drawn on.
    pub fn ground(&self) -> Style {
        self.theme.ground()
    }

    pub fn draw(&self, buffer: &mut Buffer) {
        let area = buffer.area;
        let notice = self.notice.as_ref().map(Notice::text);
        if area.width < SMALLEST.width || area.height < SMALLEST.height {
            draw_too_small(&self.theme, buffer);
            return;
        }
        if let Some(offset) = self.help {
            help::draw(self.context(), offset, &self.theme, buffer);
            return;
        }
        match &self.screen {
            Screen::Choose(choose) => choose::draw(choose, &self.lists, notice, &self.theme, buffer),
            Screen::Setup(setup, _) => setup::draw(setup, notice, &self.theme, buffer),
            Screen::Lesson(running) => running::draw(running, notice, buffer),
            Screen::Test(test) => screentest::draw(test, notice, &self.theme, buffer),
            Screen::Second(second) => second::draw(second, notice, &self.theme, buffer),
            Screen::Maker(maker) => maker::draw(maker, notice, &self.theme, buffer),
            Screen::Watch(watching) => watching::draw(watching, notice, &self.theme, buffer),
        }
    }
}
