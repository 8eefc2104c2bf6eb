//! `lesloper werkblad`: an activity on paper.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use super::arguments::Sheets;
use super::error::{Error, Result};
use crate::card::{Card, Slug};
use crate::dutch;
use crate::report::{self, Sheet};
use crate::store::{Flaw, Origin, Store, shown};

pub fn run(store: &Store, asked: Sheets, out: &mut impl Write) -> Result<ExitCode> {
    let card = card(store, &asked.activity)?;
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

/// A file, or an activity by its id or its title.
fn card(store: &Store, asked: &Path) -> Result<Card> {
    let is_file = asked.extension().is_some() || asked.components().count() > 1;
    let origin = if is_file { Origin::Own(asked.to_owned()) } else { origin(store, asked)? };
    store.card(&origin).map_err(|flaw| match flaw {
        Flaw::Unread(error) => error.into(),
        Flaw::Problems(problems) => Error::WrongCard { path: shown(asked), mistakes: problems.len() },
        Flaw::TooMany => Error::NoSuchActivity(shown(asked)),
    })
}

/// The first of this name in the list.
fn origin(store: &Store, asked: &Path) -> Result<Origin> {
    let wanted = Slug::near(&asked.to_string_lossy());
    let known = store.library()?.into_iter().find(|entry| {
        entry
            .card
            .as_ref()
            .is_ok_and(|card| wanted.as_ref() == Some(&card.id) || wanted == Slug::near(&card.title))
    });
    known.map(|entry| entry.origin).ok_or_else(|| Error::NoSuchActivity(shown(asked)))
}
