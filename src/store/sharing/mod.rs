//! Cards from one teacher to another: what was given is looked at, added to the teacher's own cards,
//! or written as one file to send.

mod archive;
mod collection;
mod given;

pub use archive::ArchiveFault;
pub use collection::{Beside, Collection, Verdict};
pub use given::{Given, Parcel};

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::Store;
use crate::store::error::{Deed, Error};
use crate::store::library::{Flaw, Origin};
use crate::store::paths::own_name;

/// More files of one name than anyone makes.
const MAX_NUMBER: usize = 1_000;

/// A file that can be sent.
pub struct Sendable {
    pub path: PathBuf,
    pub pictures: usize,
}

impl Store {
    /// Writes the card with its pictures as one new file in `folder`.
    pub fn share(&self, origin: &Origin, folder: &Path) -> Result<Sendable, Flaw> {
        let parcel = self.whole(origin)?;
        let stem = own_name(&parcel.card.id);
        let pictures = parcel.pictures.len();
        let (ending, bytes) = if pictures == 0 {
            ("json", parcel.card.source().as_bytes().to_vec())
        } else {
            let card = format!("{stem}.json");
            let card = std::iter::once((card.as_str(), parcel.card.source().as_bytes()));
            let pictures = parcel.pictures.iter().map(|(name, bytes)| (&**name, bytes.as_slice()));
            let packed = archive::packed(card.chain(pictures));
            ("zip", packed.map_err(|why| Flaw::Unread(Error::disk(Deed::Write, folder)(why)))?)
        };
        let path = free(folder, |_| true, |number| numbered(&stem, number, ending)).map_err(Flaw::Unread)?;
        self.write(&path, &bytes).map_err(Flaw::Unread)?;
        Ok(Sendable { path, pictures })
    }

    fn whole(&self, origin: &Origin) -> Result<Parcel, Flaw> {
        match origin {
            Origin::Shipped(_) => Ok(Parcel { card: self.card(origin)?, pictures: BTreeMap::new() }),
            Origin::Own(path) => {
                let given = self.given(path).map_err(Flaw::Unread)?;
                let card = given.cards().first().ok_or(Flaw::Problems(Vec::new()))?;
                self.parcel(&given, card)
            }
        }
    }
}

/// The first of these names, by number, that nothing in `folder` has and that is `allowed`.
fn free(
    folder: &Path,
    allowed: impl Fn(&str) -> bool,
    name: impl Fn(usize) -> String,
) -> Result<PathBuf, Error> {
    let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
    let mut names = (1..=MAX_NUMBER).map(name).filter(|name| allowed(name)).map(|name| folder.join(name));
    let taken = || Error::disk(Deed::Write, folder)(ErrorKind::AlreadyExists.into());
    names.find(is_free).ok_or_else(taken)
}

/// The first is `op-bezoek.json`, the second `op-bezoek-2.json`.
fn numbered(stem: &str, number: usize, ending: &str) -> String {
    match number {
        1 => format!("{stem}.{ending}"),
        _ => format!("{stem}-{number}.{ending}"),
    }
}
