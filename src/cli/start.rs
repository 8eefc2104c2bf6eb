//! `lesloper`: the lesson itself.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use super::error::{Error, Result};
use crate::session::Shelf;
use crate::store::Store;
use crate::tui::{self, Ending, Options, Theme, ThemeName};

pub fn run(store: Store, theme: Option<ThemeName>, out: &mut impl Write) -> Result<ExitCode> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Error::NoTerminal);
    }
    let shelf = Shelf::new(store);
    let (settings, notice) = shelf.settings();
    let chosen = || ThemeName::parse(settings.as_ref()?.theme.as_deref()?);
    let theme = theme.or_else(chosen);
    let options = Options {
        theme: Theme::pick(theme, variable),
        shelf,
        settings,
        notice,
        #[cfg(feature = "inside")]
        failing_draw: variable("LESLOPER_FOUT").and_then(|fault| fault.strip_prefix("teken:")?.parse().ok()),
    };
    let program = tui::start(options).map_err(Error::Terminal)?;
    if program.is_saving() {
        // The lesson is kept also when nobody can read this.
        let _ = writeln!(out, "De les wordt nog bewaard ...");
    }
    match program.close() {
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
