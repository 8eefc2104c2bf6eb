//! `lesloper activiteiten`: all cards in a list, one of them whole, and cards that go from one teacher
//! to another.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Activities;
use super::error::Result;
use super::{meant, table};
use crate::store::Store;

mod add;
mod list;
mod share;
mod show;

use add::OnChange;

pub fn run(store: &Store, wanted: Activities, out: &mut impl Write) -> Result<ExitCode> {
    if let Some(path) = wanted.add {
        let on_change = match (wanted.replace, wanted.beside) {
            (true, _) => OnChange::Replace,
            (_, true) => OnChange::SetBeside,
            _ => OnChange::Ask,
        };
        add::run(store, &path, on_change, out)
    } else if let Some(name) = wanted.share {
        share::run(store, &meant::origin(store, &name)?, wanted.into.as_deref(), out)
    } else if let Some(name) = wanted.activity {
        show::run(store, &meant::origin(store, &name)?, out)
    } else {
        list::run(store, out)
    }
}

/// The activity with this id, title or file; the teacher's own one when there are two.
pub fn find(store: &Store, name: &str) -> Result<Origin> {
    let wanted = name.to_lowercase();
    let entries = store.library()?;
    let mut found = entries.into_iter().filter(|entry| {
        let named =
            entry.card.as_ref().is_ok_and(|card| *card.id == *wanted || card.title.to_lowercase() == wanted);
        named || file_of(&entry.origin).is_some_and(|file| file.to_lowercase() == wanted)
    });
    let first = found.next().ok_or_else(|| Error::NoSuchActivity(Text::clean(name)))?;
    let own = found.find(|entry| matches!(entry.origin, Origin::Own(_)));
    Ok(match (first.origin, own) {
        (Origin::Shipped(_), Some(own)) => own.origin,
        (first, _) => first,
    })
}

fn file_of(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Own(path) => Some(path.file_name()?.to_string_lossy().into_owned()),
        Origin::Shipped(_) => None,
    }
}

/// Why a card that was asked for cannot be used.
pub fn refused(origin: &Origin, flaw: Flaw) -> Error {
    match (origin, flaw) {
        (_, Flaw::Unread(error)) => error.into(),
        (Origin::Own(path), _) => Error::WrongCard(shown(path)),
        (Origin::Shipped(file), _) => Error::WrongCard(Text::clean(file)),
    }
}
