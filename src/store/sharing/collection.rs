//! The teacher's own cards, while those of another join them. Nothing is overwritten that is not kept
//! as a copy; a picture never is. Pictures are written before their card: whenever it stops, each card
//! has all of them.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::iter;
use std::path::{Path, PathBuf};

use super::given::{Given, Parcel};
use super::{MAX_NUMBER, free, numbered};
use crate::card::{Changes, FileName, Slug};
use crate::store::Store;
use crate::store::error::{Deed, Error, Result};
use crate::store::library::{Flaw, MAX_NAMES, Origin};
use crate::store::paths::own_name;
use crate::store::pictures;

/// All cards that are there, by id.
pub struct Collection<'a> {
    store: &'a Store,
    known: Vec<(Slug, Origin)>,
}

/// What a card would be among those that are there.
pub enum Verdict {
    New {
        parcel: Parcel,
        beside: Beside,
    },
    /// The same card is here.
    Present(Origin),
    Changed {
        parcel: Parcel,
        older: PathBuf,
        changes: Changes,
    },
    Wrong(Flaw),
}

/// Whether a card that is built in has the same id, and says something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Nothing,
    Shipped,
}

impl Store {
    /// The cards as they are now; those that are wrong have no part in it.
    pub fn collection(&self) -> Result<Collection<'_>> {
        let known = |entry: crate::store::Entry| Some((entry.card.ok()?.id, entry.origin));
        Ok(Collection { store: self, known: self.library()?.into_iter().filter_map(known).collect() })
    }
}

impl Collection<'_> {
    pub fn judge(&self, given: &Given, card: &Path) -> Verdict {
        let parcel = match self.store.parcel(given, card) {
            Ok(parcel) => parcel,
            Err(flaw) => return Verdict::Wrong(flaw),
        };
        let id = &parcel.card.id;
        let mut beside = Beside::Nothing;
        let mut other = None;
        for (known, origin) in self.known.iter().filter(|(known, _)| is_version(known, id)) {
            let Some(changes) = self.changes(origin, &parcel) else { continue };
            match origin {
                _ if changes.is_empty() => return Verdict::Present(origin.clone()),
                _ if known != id => {}
                Origin::Shipped(_) => beside = Beside::Shipped,
                Origin::Own(path) => {
                    other.get_or_insert((path.clone(), changes));
                }
            }
        }
        match other {
            Some((older, changes)) => Verdict::Changed { parcel, older, changes },
            None => Verdict::New { parcel, beside },
        }
    }

    /// Adds the card, with the name of its id; gives where.
    pub fn add(&mut self, parcel: &Parcel) -> Result<PathBuf> {
        self.add_as(parcel, &parcel.card.id.clone())
    }

    /// Adds the card with an id that nobody has; gives the id.
    pub fn add_beside(&mut self, parcel: &Parcel) -> Result<Slug> {
        let is_free = |id: &Slug| self.known.iter().all(|(known, _)| known != id);
        let mut ids = (2..=MAX_NUMBER).map(|number| parcel.card.id.numbered(number));
        let id = ids.find(is_free).ok_or_else(|| self.no_name_left())?;
        self.add_as(parcel, &id)?;
        Ok(id)
    }

    /// Puts the card in the place of the older one; gives where that is kept.
    pub fn replace(&mut self, parcel: &Parcel, older: &Path) -> Result<PathBuf> {
        let bytes = self.store.read_card(older)?;
        let name = older.file_name().unwrap_or_default().to_string_lossy();
        let copy = self.free(|number| numbered(&name, number, "oud"))?;
        self.store.write(&copy, &bytes)?;
        let laid = self.lay(parcel, &parcel.card.id, older);
        if laid.is_err() && self.holds(older, &bytes) {
            let _ = self.store.storage.remove(&copy);
        }
        laid.map(|()| copy)
    }

    fn add_as(&mut self, parcel: &Parcel, id: &Slug) -> Result<PathBuf> {
        let name = own_name(id);
        let path = self.free(|number| numbered(&name, number, "json"))?;
        self.lay(parcel, id, &path)?;
        self.known.push((id.clone(), Origin::Own(path.clone())));
        Ok(path)
    }

    /// Writes the pictures and then the card; a card that did not come leaves no pictures.
    fn lay(&self, parcel: &Parcel, id: &Slug, path: &Path) -> Result<()> {
        let mut laid = Vec::new();
        let done = self.lay_pictures(parcel, &mut laid).and_then(|names| {
            let same = *id == parcel.card.id && names.iter().all(|(old, new)| old == new);
            let renamed = (!same).then(|| parcel.card.renamed(id, &names));
            let source = renamed.as_ref().unwrap_or(&parcel.card).source().as_bytes();
            let written = self.store.write(path, source);
            if written.is_err() && self.holds(path, source) {
                // It stands there, and only the last sync failed: it keeps its pictures.
                laid.clear();
            }
            written
        });
        if done.is_err() {
            for picture in laid {
                let _ = self.store.storage.remove(&picture);
            }
        }
        done
    }

    fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        self.store.read_card(path).is_ok_and(|here| here == bytes)
    }

    /// Each under its own name where that is free or stands for the same picture; else with a number.
    fn lay_pictures(&self, parcel: &Parcel, laid: &mut Vec<PathBuf>) -> Result<BTreeMap<FileName, FileName>> {
        let mut taken = self.taken()?;
        let mut names = BTreeMap::new();
        for (name, bytes) in &parcel.pictures {
            let numbered = (2..=MAX_NUMBER).map(|number| name.numbered(number));
            let is_here = |name: &FileName| self.own_picture(name).is_some_and(|here| here == *bytes);
            let is_free = |name: &FileName| {
                !taken.contains(&name.to_lowercase())
                    && self.folder().join(&**name).symlink_metadata().is_err()
            };
            let fits = |name: &FileName| is_free(name) || is_here(name);
            let new = iter::once(name.clone()).chain(numbered).find(fits);
            let new = new.ok_or_else(|| self.no_name_left())?;
            if is_free(&new) {
                let path = self.folder().join(&*new);
                laid.push(path.clone());
                self.store.write(&path, bytes)?;
                taken.insert(new.to_lowercase());
            }
            names.insert(name.clone(), new);
        }
        Ok(names)
    }

    fn changes(&self, origin: &Origin, parcel: &Parcel) -> Option<Changes> {
        let older = self.store.card(origin).ok()?;
        let same = |old: &FileName, new: &FileName| {
            let old = older.folder().and_then(|folder| self.picture(&folder.join(&**old)));
            old.as_ref() == parcel.pictures.get(new)
        };
        Some(older.changes(&parcel.card, same))
    }

    fn own_picture(&self, name: &FileName) -> Option<Vec<u8>> {
        self.picture(&self.folder().join(&**name))
    }

    fn picture(&self, path: &Path) -> Option<Vec<u8>> {
        pictures::read(&*self.store.storage, path).ok()
    }

    fn folder(&self) -> &Path {
        &self.store.paths.cards
    }

    /// The first of these names, by number, that nothing in the folder has.
    fn free(&self, name: impl Fn(usize) -> String) -> Result<PathBuf> {
        let taken = self.taken()?;
        free(self.folder(), |name| !taken.contains(&name.to_lowercase()), name)
    }

    fn no_name_left(&self) -> Error {
        Error::disk(Deed::Write, self.folder())(ErrorKind::AlreadyExists.into())
    }

    /// The names in the folder; on some systems capitals make no difference.
    fn taken(&self) -> Result<HashSet<String>> {
        let folder = self.folder();
        let files = self.store.storage.list(folder, MAX_NAMES).map_err(Error::disk(Deed::Read, folder))?;
        let name =
            |path: &PathBuf| path.file_name().map(OsStr::to_string_lossy).map(|name| name.to_lowercase());
        Ok(files.iter().filter_map(name).collect())
    }
}

/// Whether `known` is this id, or this id with a number.
fn is_version(known: &Slug, id: &Slug) -> bool {
    let number = known.rsplit_once('-').and_then(|(_, number)| number.parse().ok());
    known == id || number.is_some_and(|number: usize| id.numbered(number) == *known)
}
