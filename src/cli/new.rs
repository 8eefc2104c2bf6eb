//! `lesloper nieuw`: which card it begins from.

use super::arguments::New;
use super::error::Result;
use super::meant;
use crate::store::Store;
use crate::tui::First;

/// The screen that this asks for.
pub fn first(store: &Store, new: New) -> Result<First> {
    Ok(match (new.watch, new.from) {
        (Some(file), _) => First::Watch(file),
        (None, Some(name)) => First::Maker(Some(Box::new(meant::card(store, &name)?))),
        (None, None) => First::Maker(None),
    })
}
