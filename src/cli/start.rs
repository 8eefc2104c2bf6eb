//! `lesloper` and `lesloper schermtest`: the program in the terminal.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use super::error::{Error, Result};
use crate::desk::Desk;
use crate::session::Shelf;
use crate::store::{Mouse, Store};
use crate::tui::plain::{self, Echo};
use crate::tui::{self, Ending, First, LetterSet, Options, Theme, ThemeName};

/// How it is to look; what is not said is as it was chosen before, or as the terminal lets it.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    pub theme: Option<ThemeName>,
    pub letters: Option<LetterSet>,
    /// Kept for the next time.
    pub mouse: Option<Mouse>,
}

pub fn run(store: Store, desk: Desk, wishes: Wishes, first: First, out: &mut impl Write) -> Result<ExitCode> {
    if first == First::SecondScreen && desk.is_closed_to_us() {
        return Err(Error::NotYourLesson);
    }
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Error::NoTerminal);
    }
    let shelf = Shelf::new(store);
    let (mut settings, mut notice) = shelf.settings();
    if let (Some(settings), Some(mouse)) =
        (&mut settings, wishes.mouse.filter(|_| first == First::Activities))
    {
        settings.mouse = mouse;
        notice = shelf.keep(settings).err().or(notice);
    }
    let mouse = wishes.mouse.or(settings.as_ref().map(|settings| settings.mouse)).unwrap_or_default();
    let look = settings.as_ref().map(|settings| settings.looks.here().clone()).unwrap_or_default();
    let theme = wishes.theme.or_else(|| ThemeName::parse(look.theme.as_deref()?));
    let letters = wishes.letters.or_else(|| LetterSet::parse(look.letters.as_deref()?));
    let options = Options {
        theme: Theme::pick(theme, variable).with_letters(letters, variable),
        shelf,
        settings,
        notice,
        mouse,
        first,
        line: Box::new(desk),
        #[cfg(feature = "inside")]
        failing_draw: variable("LESLOPER_FOUT").and_then(|fault| fault.strip_prefix("teken:")?.parse().ok()),
    };
    let program = tui::start(options).map_err(Error::Terminal)?;
    if program.is_saving() {
        // The lesson is kept also when nobody can read this.
        let _ = writeln!(out, "De les wordt nog bewaard ...");
    }
    last_words(program.close(), out)
}

/// In lines of text; these may come through a pipe.
pub fn run_plain(store: Store, out: &mut impl Write) -> Result<ExitCode> {
    let shelf = Shelf::new(store);
    let (settings, notice) = shelf.settings();
    let echo = if io::stdin().is_terminal() { Echo::Terminal } else { Echo::Ours };
    let ending = plain::start(plain::Options { shelf, settings, notice, echo }, out)?;
    last_words(ending, out)
}

fn last_words(ending: Ending, out: &mut impl Write) -> Result<ExitCode> {
    match ending {
        Ending::Kept => writeln!(out, "Bewaard. Verder gaan kan altijd.")?,
        Ending::Quiet => {}
        Ending::Unsaved(why) => return Err(Error::Unsaved(why)),
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::disallowed_methods, reason = "the command line reads the environment for all")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
