//! Cards that are still being made, each in a file of its own; and where a finished one goes.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::store::Store;
use crate::store::error::{Deed, Error, Result};
use crate::store::library::MAX_CARD;
use crate::store::paths::is_hidden;

/// More cards than anyone makes at a time.
const MAX_DRAFTS: usize = 100;
/// So many cards of one name; then the folder is not looked through any further.
const MAX_NAMESAKES: usize = 1_000;

/// A draft, by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft {
    pub name: String,
    pub text: String,
}

/// By which a file is seen to have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    changed: SystemTime,
    length: u64,
}

impl Store {
    /// The drafts, the one that was worked on last first; what cannot be read is left out.
    pub fn drafts(&self) -> Result<Vec<KeptDraft>> {
        let folder = &self.paths.drafts;
        let found = self.storage.list(folder, MAX_DRAFTS).map_err(Error::disk(Deed::Read, folder))?;
        let read = |path: &PathBuf| {
            let bytes = self.storage.read(path, MAX_CARD).ok()?;
            let name = path.file_stem()?.to_str()?.to_owned();
            Some((Stamp::of(path)?.changed, KeptDraft { name, text: String::from_utf8(bytes).ok()? }))
        };
        let mut drafts: Vec<_> = found.iter().filter(|path| !is_hidden(path)).filter_map(read).collect();
        drafts.sort_by_key(|(changed, _)| std::cmp::Reverse(*changed));
        Ok(drafts.into_iter().map(|(_, draft)| draft).collect())
    }

    /// A name that no draft has.
    pub fn new_draft(&self) -> String {
        let free = |name: &String| !self.draft(name).exists();
        (1..=MAX_NAMESAKES).map(|number| format!("kaart-{number}")).find(free).unwrap_or("kaart".to_owned())
    }

    pub fn keep_draft(&self, draft: &KeptDraft) -> Result<()> {
        self.write(&self.draft(&draft.name), draft.text.as_bytes())
    }

    pub fn remove_draft(&self, name: &str) -> Result<()> {
        let path = self.draft(name);
        self.storage.remove(&path).map_err(Error::disk(Deed::Remove, &path))
    }

    fn draft(&self, name: &str) -> PathBuf {
        self.paths.drafts.join(format!("{name}.json"))
    }

    /// An id like this one that no card has, and no file of the teacher's own cards.
    pub fn free_id(&self, wanted: &str) -> Result<String> {
        let library = self.library()?;
        let taken = |id: &String| {
            let is_known = library.iter().any(|entry| entry.card.as_ref().is_ok_and(|card| *card.id == **id));
            is_known || self.own_card(id).exists()
        };
        let numbered = (2..=MAX_NAMESAKES).map(|number| format!("{wanted}-{number}"));
        let free = std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id));
        Ok(free.unwrap_or_else(|| wanted.to_owned()))
    }

    /// Writes a new card among the teacher's own. There is no other file of this name.
    pub fn add_card(&self, id: &str, text: &str) -> Result<PathBuf> {
        let path = self.own_card(id);
        if path.exists() {
            return Err(Error::disk(Deed::Write, &path)(std::io::ErrorKind::AlreadyExists.into()));
        }
        self.write(&path, text.as_bytes())?;
        self.lay_out_schema();
        Ok(path)
    }

    fn own_card(&self, id: &str) -> PathBuf {
        self.paths.cards.join(format!("{id}.json"))
    }
}

impl Stamp {
    /// Of this file now; None: it is not there.
    pub fn of(path: &Path) -> Option<Self> {
        let about = std::fs::metadata(path).ok()?;
        Some(Self { changed: about.modified().ok()?, length: about.len() })
    }
}
