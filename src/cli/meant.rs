//! Which activity is meant by a name on the command line.

use std::path::Path;

use super::error::{Error, Result};
use crate::card::Card;
use crate::store::{Flaw, Origin, Store, shown};
use crate::text::Text;

/// The activity with this id, title or file; the teacher's own one when there are two.
pub fn origin(store: &Store, name: &str) -> Result<Origin> {
    let path = Path::new(name);
    let wanted = name.to_lowercase();
    let entries = store.library()?;
    let mut found = entries.into_iter().filter(|entry| {
        let named =
            entry.card.as_ref().is_ok_and(|card| *card.id == *wanted || card.title.to_lowercase() == wanted);
        named || file_of(&entry.origin).is_some_and(|file| file.to_lowercase() == wanted)
    });
    let Some(first) = found.next() else {
        let is_file = path.extension().is_some() || path.components().count() > 1;
        let own = is_file.then(|| Origin::Own(path.to_owned()));
        return own.ok_or_else(|| Error::NoSuchActivity(Text::clean(name)));
    };
    let own = found.find(|entry| matches!(entry.origin, Origin::Own(_)));
    Ok(match (first.origin, own) {
        (Origin::Shipped(_), Some(own)) => own.origin,
        (first, _) => first,
    })
}

/// The whole card that is meant.
pub fn card(store: &Store, name: &str) -> Result<Card> {
    let origin = origin(store, name)?;
    store.card(&origin).map_err(|flaw| refused(&origin, flaw))
}

/// Why a card that was asked for cannot be used.
pub fn refused(origin: &Origin, flaw: Flaw) -> Error {
    match (origin, flaw) {
        (_, Flaw::Unread(error)) => error.into(),
        (Origin::Own(path), _) => Error::WrongCard(shown(path)),
        (Origin::Shipped(file), _) => Error::WrongCard(Text::clean(file)),
    }
}

fn file_of(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Own(path) => Some(path.file_name()?.to_string_lossy().into_owned()),
        Origin::Shipped(_) => None,
    }
}
