//! What a teacher who makes cards needs of the disk: drafts, the folder of own cards, and a file that
//! is being written in an editor.

use std::path::{Path, PathBuf};

use super::shelf::{Shelf, said};
use crate::card::Checked;
use crate::store::{KeptDraft, shown};
use crate::text::Text;

/// A file as it was read.
pub struct Looked {
    /// Its lines, as far as they are text.
    pub source: String,
    pub checked: Checked,
}

impl Shelf {
    /// The drafts, the one that was worked on last first.
    pub fn drafts(&self) -> Result<Vec<KeptDraft>, Text> {
        self.store.drafts().map_err(said)
    }

    pub fn new_draft(&self) -> String {
        self.store.new_draft()
    }

    pub fn keep_draft(&self, draft: &KeptDraft) -> Result<(), Text> {
        self.store.keep_draft(draft).map_err(said)
    }

    pub fn remove_draft(&self, name: &str) -> Result<(), Text> {
        self.store.remove_draft(name).map_err(said)
    }

    /// An id like this one that no card has.
    pub fn free_id(&self, wanted: &str) -> Result<String, Text> {
        self.store.free_id(wanted).map_err(said)
    }

    /// Writes a new card among the teacher's own, and says where it is.
    pub fn add_card(&self, id: &str, text: &str) -> Result<Text, Text> {
        self.store.add_card(id, text).map(|path| shown(&path)).map_err(said)
    }

    /// The card in this file, with the pictures beside it, and all that is wrong with it.
    pub fn look_at(&self, path: &Path) -> Result<Looked, Text> {
        let bytes = self.store.read_card(path).map_err(said)?;
        let mut checked = self.store.check_card(path, &bytes);
        let folder: PathBuf = path.parent().unwrap_or(path).to_owned();
        checked.card = checked.card.map(|card| card.lying_in(&folder));
        Ok(Looked { source: String::from_utf8_lossy(&bytes).into_owned(), checked })
    }
}
