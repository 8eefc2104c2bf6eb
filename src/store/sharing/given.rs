//! What another teacher gave: one card, a folder or a ZIP. It is read from here, and nothing is
//! written to it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::archive::{Archive, ArchiveFault, MAX_ARCHIVE, is_zip};
use crate::card::{Card, Checked, FileName, Image, MAX_PICTURE, Severity, Unseen};
use crate::store::Store;
use crate::store::error::{Deed, Error, Result};
use crate::store::library::{Flaw, MAX_CARD, MAX_NAMES, is_card};
use crate::store::paths::is_hidden;
use crate::store::pictures;

/// As many as a ZIP may hold.
const MAX_GIVEN: usize = 1_000;

/// Cards to look at.
pub struct Given {
    /// The folder, the ZIP, or the folder of the one card.
    path: PathBuf,
    /// When it is a ZIP.
    archive: Option<Archive>,
    /// Below `path`, in order.
    cards: Vec<PathBuf>,
}

/// A card with all its pictures.
pub struct Parcel {
    pub card: Card,
    pub(super) pictures: BTreeMap<FileName, Vec<u8>>,
}

impl Parcel {
    /// How many there are.
    pub fn pictures(&self) -> usize {
        self.pictures.len()
    }
}

impl Given {
    pub fn cards(&self) -> &[PathBuf] {
        &self.cards
    }

    /// Where this card is, when that is a file of its own.
    pub fn file(&self, card: &Path) -> Option<PathBuf> {
        self.archive.is_none().then(|| self.path.join(card))
    }
}

impl Store {
    /// What stands at `path`, if there are cards.
    pub fn given(&self, path: &Path) -> Result<Given> {
        let given = if path.is_dir() {
            let cards = self.cards_below(path)?;
            Given { path: path.to_owned(), archive: None, cards }
        } else if is_zip(&self.storage.read_ends(path, 4).map_err(Error::disk(Deed::Read, path))?.0) {
            self.archive(path)?
        } else if is_card(path) {
            let card = path.file_name().map(PathBuf::from);
            let folder = path.parent().unwrap_or(path).to_owned();
            Given { path: folder, archive: None, cards: card.into_iter().collect() }
        } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            return Err(Error::Archive { path: path.to_owned(), fault: ArchiveFault::NoZip });
        } else {
            Given { path: path.to_owned(), archive: None, cards: Vec::new() }
        };
        if given.cards.is_empty() {
            return Err(Error::NoCards { path: path.to_owned() });
        }
        Ok(given)
    }

    /// Every card in the folder and in the folders in it, in order. A link is listed, and refused
    /// when it is read.
    fn cards_below(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut cards = BTreeSet::new();
        for path in self.listed(folder)? {
            let is_link = path.is_symlink();
            if is_card(&path) || is_link && path.is_dir() && !is_hidden(&path) {
                cards.insert(path);
            } else if path.is_dir() && !is_link && !is_hidden(&path) {
                cards.extend(self.listed(&path)?.into_iter().filter(|path| is_card(path)));
            }
            if cards.len() > MAX_GIVEN {
                return Err(Error::TooManyCards { path: folder.to_owned(), most: MAX_GIVEN });
            }
        }
        Ok(cards.into_iter().filter_map(|path| Some(path.strip_prefix(folder).ok()?.to_owned())).collect())
    }

    fn listed(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        self.storage.list(folder, MAX_NAMES).map_err(Error::disk(Deed::Read, folder))
    }

    fn archive(&self, path: &Path) -> Result<Given> {
        let refused = |fault| Error::Archive { path: path.to_owned(), fault };
        let bytes = self.storage.read(path, MAX_ARCHIVE).map_err(|why| match why.kind() {
            std::io::ErrorKind::FileTooLarge => refused(ArchiveFault::TooLarge),
            _ => Error::disk(Deed::Read, path)(why),
        })?;
        let archive = Archive::open(bytes).map_err(refused)?;
        let cards = archive.files().filter(|file| is_card(file)).map(PathBuf::from).collect();
        Ok(Given { path: path.to_owned(), archive: Some(archive), cards })
    }

    /// One of its cards with all its pictures, or why it cannot be used.
    pub fn parcel(&self, given: &Given, card: &Path) -> Result<Parcel, Flaw> {
        let bytes = self.given_card(given, card).map_err(Flaw::Unread)?;
        let folder = card.parent().unwrap_or(Path::new(""));
        let pictures = RefCell::new(BTreeMap::new());
        let unseen = |name: &FileName| {
            let bytes = match self.given_picture(given, &folder.join(&**name)) {
                Ok(bytes) => bytes,
                Err(unseen) => return Some(unseen),
            };
            let unseen = Image::decode(&bytes).err();
            pictures.borrow_mut().insert(name.clone(), bytes);
            unseen
        };
        let Checked { card, mut problems } = Card::check_with(&bytes, unseen);
        problems.retain(|problem| problem.severity == Severity::Mistake);
        let card = card.ok_or(Flaw::Problems(problems))?;
        Ok(Parcel { card, pictures: pictures.into_inner() })
    }

    fn given_card(&self, given: &Given, card: &Path) -> Result<Vec<u8>> {
        let path = given.path.join(card);
        match &given.archive {
            Some(archive) => archive.read(card, MAX_CARD).map_err(Error::disk(Deed::Read, &path)),
            None if path.is_symlink() => Err(Error::Linked { path }),
            None => self.read_card(&path),
        }
    }

    fn given_picture(&self, given: &Given, picture: &Path) -> Result<Vec<u8>, Unseen> {
        match &given.archive {
            Some(archive) => archive.read(picture, MAX_PICTURE).map_err(|why| pictures::unseen(&why)),
            None => pictures::read(&*self.storage, &given.path.join(picture)),
        }
    }
}
