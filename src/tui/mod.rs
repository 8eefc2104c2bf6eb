//! The terminal: the keys come in here, and the screens go out. What a lesson is stands elsewhere;
//! here a scene is drawn, and a key becomes a command.

pub mod action;
mod app;
mod beginning;
pub mod changes;
mod contexts;
mod crowded;
mod ending;
pub mod fitting;
pub mod keymap;
pub mod keys;
mod leaving;
pub mod letters;
pub mod lists;
mod memory;
mod notice;
pub mod outside;
pub mod pages;
mod palettes;
pub mod pen;
pub mod plain;
pub mod program;
pub mod screens;
pub mod seen;
mod signals;
mod terminal;
pub mod theme;
pub mod widgets;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use crate::card::Card;
use crate::session::{Line, Mouse, Overview, Settings, Shelf};
use crate::text::Text;
use app::Message;
use outside::Outside;
use program::Program;
use terminal::Terminal;

pub use crowded::crowded;
pub use ending::Ending;
pub use letters::LetterSet;
pub use theme::{Theme, ThemeName};

/// What the program is started with.
pub struct Options {
    pub shelf: Shelf,
    pub theme: Theme,
    /// None: not to be read, and so not to be written.
    pub settings: Option<Settings>,
    /// What must be said about the settings.
    pub notice: Option<Text>,
    pub mouse: Mouse,
    pub first: First,
    /// To second screens; on a second screen to the lesson.
    pub line: Box<dyn Line>,
    /// The draw that panics, for the test that the terminal comes back.
    #[cfg(feature = "inside")]
    pub failing_draw: Option<usize>,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum First {
    Activities,
    ScreenTest,
    SecondScreen,
    /// A card is made: a new one, or a version of this one.
    Maker(Option<Box<Card>>),
    /// The card in this file, each time it is saved.
    Watch(PathBuf),
}

/// Runs the program in the terminal until the teacher stops, and returns it to be closed. An error
/// says that the terminal could not be used, or is gone; the lesson is kept then too.
pub fn start(options: Options) -> io::Result<Program> {
    let (sender, messages) = mpsc::channel();
    let tell_signals = signals::catch(sender.clone())?;
    let mut terminal = Terminal::take(options.mouse)?;
    #[cfg(feature = "inside")]
    terminal.fail_at_draw(options.failing_draw);
    let (errands, asked) = mpsc::channel();
    let (shelf, keys, lists) = (options.shelf.clone(), sender.clone(), sender.clone());
    let begin = move || {
        tell_signals()?;
        app::read_keys(keys)?;
        app::run_errands(shelf, asked, lists)
    };
    // The loop is gone when the program ends; there is nothing left to wake then.
    let waking = sender.clone();
    let wake = Arc::new(move || drop(waking.send(Message::Journal)));
    let wishing = sender.clone();
    let wished = Arc::new(move |command| drop(wishing.send(Message::Wish(command))));
    let outside = Outside { shelf: options.shelf, wake, errands, line: options.line, wished };
    let mut program =
        Program::new(outside, options.settings, options.theme, Terminal::size()?).with_mouse(options.mouse);
    program.say_all(options.notice.as_slice());
    match options.first {
        First::Activities => {}
        First::ScreenTest => program.test_screen(),
        First::Maker(from) => program.make_card(from.as_deref()),
        First::Watch(file) => program.watch(file),
        First::SecondScreen => {
            let seen = move |overview: Option<Overview>| {
                drop(sender.send(Message::Overview(overview.map(Box::new))));
            };
            program.look_along(Box::new(seen))?;
        }
    }
    match app::run(&mut program, &mut terminal, &messages, begin) {
        Ok(()) => Ok(program),
        Err(why) => {
            program.close();
            Err(why)
        }
    }
}
