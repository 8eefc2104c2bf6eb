//! `lesloper activiteiten`: the cards in a list, for people and for other programs.

use std::io::Write;
use std::process::ExitCode;

use super::table;
use crate::card::Summary;
use crate::cli::error::Result;
use crate::dutch;
use crate::store::{Flaw, Origin, Store, shown};

pub fn run(store: &Store, out: &mut impl Write) -> Result<ExitCode> {
    let mut rows = Vec::new();
    let mut marks = Vec::new();
    for entry in store.library()? {
        let origin = name(&entry.origin);
        match entry.card {
            Ok(card) => {
                rows.push(row(&card));
                if let Some(other) = entry.double_of {
                    marks.push(format!("! {origin}: dezelfde id als {}; kies een andere id", name(&other)));
                }
            }
            Err(flaw) => marks.push(mark(&origin, &flaw)),
        }
    }
    if rows.is_empty() {
        writeln!(out, "Er zijn nog geen activiteiten.")?;
    }
    table::print(&rows, out)?;
    for mark in marks {
        writeln!(out, "{mark}")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn row(card: &Summary) -> [String; 5] {
    [
        card.title.to_string(),
        format!("{} min", card.minutes),
        card.form.label().to_owned(),
        card.occasion.to_string(),
        card.id.to_string(),
    ]
}

/// What a wrong card looks like in the list; it stops nothing.
fn mark(origin: &str, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Problems(problems) => {
            let mistakes = dutch::count(problems.len(), "fout", "fouten");
            format!("! {origin}: {mistakes}; typ \"lesloper nakijken\" met dit bestand")
        }
        Flaw::Unread(error) => format!("! {error}"),
        Flaw::TooMany => format!("! {origin} en verder: te veel kaarten; haal er een paar weg"),
    }
}

fn name(origin: &Origin) -> String {
    match origin {
        Origin::Shipped(file) => file.clone(),
        Origin::Own(path) => shown(path).to_string(),
    }
}
