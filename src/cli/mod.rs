//! The command line: what is asked, what is printed, and how it ends. Nothing else prints.
//!
//! Exit codes: 0 done, 1 failed, 2 wrong usage.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::desk::Desk;
use crate::store::{Paths, Store};
use crate::tui::First;

mod activities;
mod arguments;
mod check;
mod classes;
mod confirm;
mod coverage;
mod erase;
mod error;
mod meant;
mod new;
mod sheets;
mod start;
mod table;
mod times;
mod usage;

use arguments::{Arguments, Command};
use check::Strictness;
use error::{Error, Result};

const WRONG_USAGE: u8 = 2;

/// Holds all data when `--map` is not given.
const FOLDER_VARIABLE: &str = "LESLOPER_MAP";

/// Runs the program with these arguments, the program's own name first.
pub fn run(args: impl ExactSizeIterator<Item = OsString>) -> ExitCode {
    let ended = match Arguments::read(args) {
        Ok(arguments) => obey(arguments, &mut io::stdout().lock()),
        Err(asked) if !asked.use_stderr() => show(&asked.to_string()),
        Err(wrong) => {
            complain(&usage::explain(&wrong));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    match ended {
        Ok(code) => code,
        // Who read along has seen enough.
        Err(Error::Print(why)) if why.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: Arguments, out: &mut impl Write) -> Result<ExitCode> {
    let paths = paths(arguments.shared.folder)?;
    let desk = Desk::at(&paths.line);
    let store = Store::open(paths);
    let wishes = start::Wishes { theme: arguments.theme, letters: arguments.letters, mouse: arguments.mouse };
    let code = match arguments.command {
        None if arguments.plain => start::run_plain(store, out)?,
        Some(Command::ScreenTest | Command::SecondScreen | Command::New(_)) if arguments.plain => {
            return Err(Error::NotInPlainText);
        }
        None => start::run(store, desk, wishes, First::Activities, out)?,
        Some(Command::ScreenTest) => start::run(store, desk, wishes, First::ScreenTest, out)?,
        Some(Command::SecondScreen) => start::run(store, desk, wishes, First::SecondScreen, out)?,
        Some(Command::Activities(wanted)) => activities::run(&store, wanted, out)?,
        Some(Command::Check(check)) => {
            let strictness = if check.strict { Strictness::Strict } else { Strictness::Usual };
            check::run(&store, &check.files, strictness, out)?
        }
        Some(Command::Sheets(sheets)) => sheets::run(&store, sheets, out)?,
        Some(Command::New(new)) => {
            let first = new::first(&store, new)?;
            start::run(store, desk, wishes, first, out)?
        }
        Some(Command::Class(class)) => classes::run(&store, class, out)?,
        Some(Command::Times(times)) => times::run(&store, &times, out)?,
        Some(Command::Erase(erase)) => erase::run(&store, erase.lesson.as_deref(), out)?,
    };
    out.flush()?;
    Ok(code)
}

fn show(text: &str) -> Result<ExitCode> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Nobody is left to tell when even this fails.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

fn paths(asked: Option<PathBuf>) -> Result<Paths> {
    #[expect(clippy::disallowed_methods, reason = "the command line reads the environment for all")]
    let folder =
        asked.or_else(|| std::env::var_os(FOLDER_VARIABLE).filter(|set| !set.is_empty()).map(PathBuf::from));
    Ok(match folder {
        Some(folder) => Paths::within(Path::new(&folder)),
        None => Paths::of_user()?,
    })
}
