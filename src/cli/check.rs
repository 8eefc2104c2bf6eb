//! `lesloper nakijken`: every mistake of every card, in one run.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::error::Result;
use crate::card::Severity;
use crate::dutch;
use crate::store::{SCHEMA, Store, shown};

/// What was found so far.
#[derive(Default)]
struct Tally {
    cards: usize,
    mistakes: usize,
    warnings: usize,
}

pub fn run(store: &Store, files: &[PathBuf], out: &mut impl Write) -> Result<ExitCode> {
    let mut tally = Tally::default();
    for file in files {
        check(store, file, &mut tally, out)?;
    }
    let cards = dutch::count(tally.cards, "kaart", "kaarten");
    let mistakes = dutch::count(tally.mistakes, "fout", "fouten");
    let warnings = match tally.warnings {
        0 => String::new(),
        warnings => format!(" en {}", dutch::count(warnings, "tip", "tips")),
    };
    writeln!(out, "{cards} nagekeken: {mistakes}{warnings}.")?;
    Ok(if tally.mistakes > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn check(store: &Store, file: &Path, tally: &mut Tally, out: &mut impl Write) -> Result<()> {
    if file.file_name().is_some_and(|name| name == SCHEMA) {
        writeln!(out, "{}: overgeslagen; dit is geen kaart, maar het schema voor je editor.", shown(file))?;
        return Ok(());
    }
    tally.cards += 1;
    let bytes = match store.read_card(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            tally.mistakes += 1;
            writeln!(out, "{error}")?;
            return Ok(());
        }
    };
    for problem in store.check_card(file, &bytes).problems {
        match problem.severity {
            Severity::Mistake => tally.mistakes += 1,
            Severity::Warning => tally.warnings += 1,
        }
        writeln!(out, "{}", problem.in_file(shown(file)))?;
    }
    Ok(())
}
