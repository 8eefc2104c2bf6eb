//! `lesloper nakijken`: every mistake of every card, in one run.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::coverage::{self, Coverage};
use super::error::Result;
use crate::card::format::Choice as _;
use crate::card::{Card, Severity};
use crate::dutch;
use crate::store::{SCHEMA, Store, shown};
use crate::tui;

/// How closely it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Whether a card can be used.
    Usual,
    /// Whether it may ship.
    Strict,
}

/// What was found so far.
struct Tally {
    strictness: Strictness,
    cards: usize,
    mistakes: usize,
    warnings: usize,
    coverage: Coverage,
    /// The file in which each order of steps was seen first.
    orders: BTreeMap<Vec<&'static str>, String>,
}

pub fn run(
    store: &Store,
    files: &[PathBuf],
    strictness: Strictness,
    out: &mut impl Write,
) -> Result<ExitCode> {
    let mut tally = Tally {
        strictness,
        cards: 0,
        mistakes: 0,
        warnings: 0,
        coverage: Coverage::default(),
        orders: BTreeMap::new(),
    };
    for file in files {
        check(store, file, &mut tally, out)?;
    }
    tally.coverage.write(out)?;
    let cards = dutch::count(tally.cards, "kaart", "kaarten");
    let mistakes = dutch::count(tally.mistakes, "fout", "fouten");
    let warnings = match tally.warnings {
        0 => String::new(),
        warnings => format!(" en {}", dutch::count(warnings, "tip", "tips")),
    };
    writeln!(out, "{cards} nagekeken: {mistakes}{warnings}.")?;
    let counted = match strictness {
        Strictness::Usual => tally.mistakes,
        Strictness::Strict => tally.mistakes + tally.warnings,
    };
    Ok(if counted > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
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
    let checked = store.check_card(file, &bytes);
    let checked = match tally.strictness {
        Strictness::Usual => checked,
        Strictness::Strict => checked.strictly(tui::crowded),
    };
    for problem in &checked.problems {
        match problem.severity {
            Severity::Mistake => tally.mistakes += 1,
            Severity::Warning => tally.warnings += 1,
        }
        writeln!(out, "{}", problem.in_file(shown(file)))?;
    }
    match checked.card {
        Some(card) if tally.strictness == Strictness::Strict => compare(&card, file, tally, out),
        _ => Ok(()),
    }
}

/// Puts the card beside the others.
fn compare(card: &Card, file: &Path, tally: &mut Tally, out: &mut impl Write) -> Result<()> {
    let order = card.steps.iter().map(|step| step.kind.name().word()).collect();
    let name = shown(file).to_string();
    let first = tally.orders.entry(order).or_insert_with(|| name.clone());
    if *first != name {
        tally.warnings += 1;
        writeln!(out, "{name}: tip: de stappen staan in dezelfde volgorde als in {first}; verander er een")?;
    }
    tally.coverage.add(card);
    writeln!(out, "{name}: {}", coverage::line(card))?;
    Ok(())
}
