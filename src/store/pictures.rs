//! The pictures beside a card, or in the folder of a lesson: plain files in that folder alone.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::card::{Card, Checked, FileName, Image, MAX_PICTURE, Unseen};
use crate::store::Store;
use crate::store::storage::{Storage, write_whole};
use crate::text::Text;

impl Store {
    /// The picture of this name in this folder.
    pub fn picture(&self, folder: &Path, name: &FileName) -> Result<Image, Unseen> {
        Image::decode(&read(&*self.storage, &folder.join(&**name))?)
    }

    /// As [`Card::check`], with what is wrong with the pictures beside the card.
    pub fn check_card(&self, path: &Path, bytes: &[u8]) -> Checked {
        let folder = path.parent().unwrap_or(path);
        Card::check_with(bytes, |name| self.picture(folder, name).err())
    }
}

/// Copies these pictures into `folder`, and gives those for which there was no room. What cannot be
/// read is left out: its text stands there.
pub fn copy(storage: &dyn Storage, pictures: Vec<PathBuf>, folder: &Path) -> Vec<PathBuf> {
    let left = pictures.into_iter().filter(|picture| {
        let (Some(name), Ok(bytes)) = (picture.file_name(), read(storage, picture)) else { return false };
        write_whole(storage, &folder.join(name), &bytes).is_err()
    });
    left.collect()
}

/// The bytes of a plain file that may be a picture.
pub fn read(storage: &dyn Storage, path: &Path) -> Result<Vec<u8>, Unseen> {
    if !fs::symlink_metadata(path).map_err(|why| unseen(&why))?.is_file() {
        return Err(Unseen::NoFile);
    }
    storage.read(path, MAX_PICTURE).map_err(|why| unseen(&why))
}

/// Why a picture is not seen that could not be read.
pub fn unseen(why: &io::Error) -> Unseen {
    match why.kind() {
        ErrorKind::NotFound => Unseen::Missing,
        ErrorKind::FileTooLarge => Unseen::TooLarge,
        _ => Unseen::Unread(Text::clean(&why.to_string())),
    }
}
