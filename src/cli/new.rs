//! `lesloper nieuw`: which card it begins from.

use std::path::Path;

use super::activities::{find, refused};
use super::arguments::New;
use super::error::Result;
use crate::card::Card;
use crate::store::{Origin, Store};
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
    let file = Path::new(name);
    let origin = if file.is_file() { Origin::Own(file.to_owned()) } else { find(store, name)? };
    store.card(&origin).map_err(|flaw| refused(&origin, flaw))
}
