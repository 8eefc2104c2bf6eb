//! A teacher at the keys of the program, without a terminal.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use lesloper::class::{Pupil, Roster};
use lesloper::lesson::Command;
use lesloper::session::{Line, Looking, Offered, Overview, Seen, Shelf, Wished, local_time};
use lesloper::store::fault::Faulty;
use lesloper::store::{Paths, Store};
use lesloper::text::Text;
use lesloper::tui::LetterSet;
use lesloper::tui::lists::Lists;
use lesloper::tui::outside::{Errand, Outside};
use lesloper::tui::program::Program;
use lesloper::tui::theme::{Theme, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use tempfile::TempDir;

use super::{draw, text, theme};

/// A teacher with an empty disk.
pub struct Teacher {
    pub program: Program,
    size: (u16, u16),
    theme: Theme,
    pub shelf: Shelf,
    asked: Receiver<Errand>,
    woken: Receiver<()>,
    /// What second screens see, and what this one, when it is one, wishes for.
    pub shown: Receiver<Option<Overview>>,
    pub wishes: Receiver<Command>,
    folder: TempDir,
}

/// A line to second screens that are not there.
struct Wire {
    shown: Sender<Option<Overview>>,
    wishes: Sender<Command>,
}

impl Line for Wire {
    fn offer(&self, _: Wished) -> io::Result<Box<dyn Offered>> {
        Ok(Box::new(Screens(self.shown.clone())))
    }

    fn look(&self, _: Seen) -> io::Result<Box<dyn Looking>> {
        Ok(Box::new(Wishes(self.wishes.clone())))
    }
}

struct Screens(Sender<Option<Overview>>);

impl Offered for Screens {
    fn show(&self, overview: Option<&Overview>) {
        self.0.send(overview.cloned()).unwrap();
    }
}

struct Wishes(Sender<Command>);

impl Looking for Wishes {
    fn wish(&self, command: &Command) {
        self.0.send(command.clone()).unwrap();
    }
}

impl Teacher {
    pub fn at(size: (u16, u16)) -> Self {
        Self::in_colours(size, ThemeName::Plain)
    }

    pub fn in_colours(size: (u16, u16), colours: ThemeName) -> Self {
        Self::on(tempfile::tempdir().unwrap(), size, colours)
    }

    pub fn on(folder: TempDir, size: (u16, u16), colours: ThemeName) -> Self {
        let store = Store::open(Paths::within(folder.path()));
        Self::with_store(store, folder, size, theme(colours))
    }

    /// With a disk that fails as the test wants.
    pub fn on_faulty(disk: Arc<Faulty>, size: (u16, u16)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::with_store(Store::on(Paths::within(folder.path()), disk), folder, size, theme(ThemeName::Plain))
    }

    /// In big letters of this set.
    pub fn in_letters(size: (u16, u16), set: LetterSet) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Paths::within(folder.path()));
        Self::with_store(store, folder, size, theme(ThemeName::Dark).in_letters(set))
    }

    fn with_store(store: Store, folder: TempDir, (width, height): (u16, u16), theme: Theme) -> Self {
        let shelf = Shelf::new(store);
        let (settings, notice) = shelf.settings();
        let (errands, asked) = mpsc::channel();
        let (wake, woken) = mpsc::channel();
        let wake = Arc::new(move || wake.send(()).unwrap_or_default());
        let (to_screens, shown) = mpsc::channel();
        let (to_lesson, wishes) = mpsc::channel();
        let line = Box::new(Wire { shown: to_screens, wishes: to_lesson });
        let outside = Outside { shelf: shelf.clone(), wake, errands, line, wished: Arc::new(|_| {}) };
        let mut program = Program::new(outside, settings, theme.clone(), Size { width, height });
        program.say_all(notice.as_slice());
        program.read_lists();
        let size = (width, height);
        let mut teacher = Self { program, size, theme, shelf, asked, woken, shown, wishes, folder };
        teacher.waits_for_the_disk();
        teacher
    }

    /// After these keys the program is closed and started again on the same disk.
    pub fn starts_again(mut self, keys: &str) -> Self {
        self.press(keys);
        let Self { program, size, theme, folder, .. } = self;
        program.close();
        let store = Store::open(Paths::within(folder.path()));
        Self::with_store(store, folder, size, theme)
    }

    /// Until all errands are done.
    pub fn waits_for_the_disk(&mut self) {
        while let Ok(errand) = self.asked.try_recv() {
            match errand {
                Errand::ReadLists => {
                    let (lists, notices) = Lists::read(&self.shelf, local_time());
                    self.program.take_lists(lists, &notices);
                }
                Errand::Keep(settings) => self.shelf.keep(&settings).unwrap(),
            }
        }
    }

    /// Until word from the journal brings this on the screen.
    #[track_caller]
    pub fn waits_for(&mut self, expected: &str) {
        while !self.sees().contains(expected) {
            let woken = self.woken.recv_timeout(Duration::from_secs(20));
            assert!(woken.is_ok(), "no {expected:?} in\n{}", self.sees());
            self.program.time_passed();
        }
    }

    /// The window becomes as large as this.
    pub fn resizes(&mut self, (width, height): (u16, u16)) {
        self.size = (width, height);
        self.program.resize(Size { width, height });
    }

    /// Until all that happened is on the disk.
    pub fn waits_until_saved(&mut self) {
        while self.sees().contains("nog niet bewaard") {
            self.woken.recv_timeout(Duration::from_secs(20)).unwrap();
            self.program.time_passed();
        }
    }

    /// In a lesson with this card, on its start screen.
    pub fn in_class(size: (u16, u16), search: &str) -> Self {
        let mut teacher = Self::at(size);
        teacher.types(search);
        teacher.press("Enter Enter");
        teacher
    }

    /// In a lesson with a class that has names.
    pub fn with_names(size: (u16, u16), search: &str) -> Self {
        let mut teacher = Self::setting_up_with_names(size, search);
        teacher.press("Enter");
        teacher
    }

    /// In Les klaarzetten, with ten names from Amira to Jan.
    pub fn setting_up_with_names(size: (u16, u16), search: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Paths::within(folder.path()));
        let names = ["Amira", "Bas", "Chen", "Daan", "Esra", "Finn", "Gwen", "Hugo", "Ilse", "Jan"];
        let pupils = (1..).map(Pupil).zip(names.map(Text::clean)).collect();
        store.write_class(&Roster::new(Text::clean("2B"), pupils).unwrap()).unwrap();
        let mut teacher = Self::on(folder, size, ThemeName::Plain);
        teacher.types(search);
        teacher.press("Enter Up Right");
        teacher
    }

    /// A second screen of this size.
    pub fn looking_along(size: (u16, u16)) -> Self {
        let mut teacher = Self::at(size);
        teacher.program.look_along(Box::new(|_| {})).unwrap();
        teacher
    }

    /// What second screens see now.
    pub fn overview(&self) -> Option<Overview> {
        self.program.show_second_screens();
        self.shown.try_iter().last().unwrap()
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.program.press(named(key));
        }
    }

    pub fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.program.press(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
        }
    }

    /// Goes on until this stands there.
    pub fn walks_to(&mut self, expected: &str) {
        for _ in 0..100 {
            if self.sees().contains(expected) {
                return;
            }
            self.press("Right");
        }
        panic!("no {expected:?} on the way");
    }

    pub fn sees(&self) -> String {
        text(&self.picture())
    }

    pub fn picture(&self) -> Buffer {
        draw(self.size, &self.theme, |frame| self.program.draw(frame))
    }

    #[track_caller]
    pub fn check(&self, expected: &str) {
        let seen = self.sees();
        assert!(seen.contains(expected), "no {expected:?} in\n{seen}");
    }
}

fn named(key: &str) -> KeyEvent {
    let (modifiers, name) = match key.strip_prefix("Ctrl-") {
        Some(name) => (KeyModifiers::CONTROL, name),
        None => (KeyModifiers::NONE, key),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Backspace" => KeyCode::Backspace,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Right" => KeyCode::Right,
        "Left" => KeyCode::Left,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Space" => KeyCode::Char(' '),
        "Delete" => KeyCode::Delete,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "F1" => KeyCode::F(1),
        "F3" => KeyCode::F(3),
        "F5" => KeyCode::F(5),
        name => KeyCode::Char(name.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
