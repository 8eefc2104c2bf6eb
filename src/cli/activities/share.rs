//! `lesloper activiteiten --deel`: one file to send.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::error::Result;
use crate::cli::meant::refused;
use crate::dutch;
use crate::store::{Origin, Store, shown};

/// Where the teacher is now.
const HERE: &str = ".";

pub fn run(store: &Store, origin: &Origin, into: Option<&Path>, out: &mut impl Write) -> Result<ExitCode> {
    let folder = into.unwrap_or(Path::new(HERE));
    let file = store.share(origin, folder).map_err(|flaw| refused(origin, flaw))?;
    let path = shown(file.path.strip_prefix(HERE).unwrap_or(&file.path));
    let with = match file.pictures {
        0 => String::new(),
        pictures => format!(", met {}", dutch::count(pictures, "afbeelding", "afbeeldingen")),
    };
    writeln!(out, "{path} staat klaar{with}. Stuur dit bestand naar een collega.")?;
    let name = shown(Path::new(file.path.file_name().unwrap_or_default()));
    writeln!(out, "Die voegt het toe met: lesloper activiteiten --haal {name}")?;
    Ok(ExitCode::SUCCESS)
}
