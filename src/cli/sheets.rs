//! `lesloper werkblad`: an activity on paper.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Sheets;
use super::error::{Error, Result};
use super::meant;
use crate::dutch;
use crate::report::{self, Sheet};
use crate::store::{Store, shown};

pub fn run(store: &Store, asked: Sheets, out: &mut impl Write) -> Result<ExitCode> {
    let card = meant::card(store, &asked.activity)?;
    let class = asked.class.map(|name| store.class(&name)?.ok_or(Error::NoSuchClass(name))).transpose()?;
    let paper = report::print(&card, asked.what, class.as_ref()).ok_or_else(|| {
        let there: Vec<&str> = report::sheets(&card).into_iter().map(Sheet::name).collect();
        Error::NoSuchSheet { title: card.title.clone(), there: dutch::choice(&there) }
    })?;
    let path = store.write_sheet(asked.into.as_deref(), &paper.name, &paper.html)?;
    writeln!(out, "{}", shown(&path))?;
    writeln!(out, "Open dit bestand in je browser en print het op A4.")?;
    Ok(ExitCode::SUCCESS)
}
