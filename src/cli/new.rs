//! `lesloper nieuw`: which card it begins from.

use std::path::Path;

use super::error::{Error, Result};
use crate::card::Card;
use crate::cli::arguments::New;
use crate::store::{Origin, Store};
use crate::text::Text;
use crate::tui::First;

/// The screen that this asks for.
pub fn first(store: &Store, new: New) -> Result<First> {
    Ok(match (new.watch, new.from) {
        (Some(file), _) => First::Watch(file),
        (None, Some(from)) => First::Maker(Some(Box::new(named(store, &from)?))),
        (None, None) => First::Maker(None),
    })
}

/// The card with this id or title, or in this file.
fn named(store: &Store, name: &str) -> Result<Card> {
    let faulty = |_| Error::FaultyCard(Text::clean(name));
    let wanted = name.trim().to_lowercase();
    for entry in store.library()? {
        if let Ok(card) = &entry.card
            && (*card.id == *wanted || card.title.to_lowercase() == wanted)
        {
            return store.card(&entry.origin).map_err(faulty);
        }
    }
    let file = Path::new(name);
    if file.is_file() {
        return store.card(&Origin::Own(file.to_owned())).map_err(faulty);
    }
    Err(Error::NoSuchActivity(Text::clean(name)))
}
