//! The folder of one lesson: `kaart.json` (the card it was started with), `journaal.jsonl`, `slot`
//! and `houder.json`.

use std::path::{Path, PathBuf};

use crate::store::error::{Deed, Error, Result};
use crate::store::paths::is_hidden;
use crate::store::storage::{Storage, draft_of, write_new};

/// Held while a lesson is being made or removed.
const TURN: &str = "slot";

/// More than a school will ever have, and still listed in a moment.
pub const MAX_LESSONS: usize = 20_000;

/// Where a lesson stands, or will stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn card(&self) -> PathBuf {
        self.0.join("kaart.json")
    }

    pub fn journal(&self) -> PathBuf {
        self.0.join("journaal.jsonl")
    }

    /// The journal that takes the place of the other once it is synced.
    pub fn draft(&self) -> PathBuf {
        draft_of(&self.journal())
    }

    /// What was cut off the journal.
    pub fn broken(&self) -> PathBuf {
        self.0.join("journaal.broken")
    }

    /// Makes the folder: either it is there with the card and the lines, or it is not there.
    pub fn make(&self, storage: &dyn Storage, card: &str, lines: &[u8]) -> Result<()> {
        let lessons = self.lessons();
        storage.create_folder(lessons).map_err(Error::disk(Deed::Write, lessons))?;
        self.in_turn(storage, || {
            let draft = draft_of(&self.0);
            storage.create_folder(&draft)?;
            write_new(storage, &Self(draft.clone()).card(), card.as_bytes())?;
            write_new(storage, &Self(draft.clone()).journal(), lines)?;
            storage.sync_folder(&draft)?;
            storage.rename(&draft, &self.0)?;
            storage.sync_folder(lessons).inspect_err(|_| {
                // It is made again; until then it must not be listed.
                let _ = storage.remove(&self.0);
            })
        })
        .map_err(Error::disk(Deed::Write, &self.0))
    }

    /// Removes the folder with all that is in it: it is gone from the list at once.
    pub fn remove(&self, storage: &dyn Storage) -> Result<()> {
        self.in_turn(storage, || {
            let gone = draft_of(&self.0);
            storage.rename(&self.0, &gone)?;
            storage.remove(&gone)?;
            storage.sync_folder(self.lessons())
        })
        .map_err(Error::disk(Deed::Remove, &self.0))
    }

    /// Clears away what a crash left half made or half removed, then does `deed`.
    fn in_turn(
        &self,
        storage: &dyn Storage,
        deed: impl FnOnce() -> std::io::Result<()>,
    ) -> std::io::Result<()> {
        let lessons = self.lessons();
        let _turn = storage.lock(&lessons.join(TURN))?;
        for path in storage.list(lessons, MAX_LESSONS)? {
            if is_hidden(&path) {
                storage.remove(&path)?;
            }
        }
        deed()
    }

    fn lessons(&self) -> &Path {
        self.0.parent().unwrap_or(&self.0)
    }
}
