//! The cards: those that are built into the program, and the teacher's own. One that is wrong is
//! listed with a mark and stops nothing.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::card::{self, Card, Checked, Problem, Severity};
use crate::store::Store;
use crate::store::error::{Deed, Error, Result};
use crate::store::paths::{SCHEMA, is_hidden};

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/activities");

/// The largest card; the text of a whole textbook is no bigger.
pub const MAX_CARD: u64 = 1024 * 1024;

/// More own cards than anyone will scroll through.
const MAX_CARDS: usize = 2_000;

/// All own cards together, for they stay in memory.
const MAX_ALL_CARDS: u64 = 32 * 1024 * 1024;

/// The folder may hold other things too; names above this are not even looked at.
const MAX_NAMES: usize = 20_000;

/// A card in the list, or what should have been one.
pub struct Entry {
    pub origin: Origin,
    pub card: Result<Card, Flaw>,
    /// Another card, earlier in the list, has the same id.
    pub double_of: Option<Origin>,
}

/// Where a card comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Built in, from the file of this name.
    Shipped(String),
    Own(PathBuf),
}

/// Why there is no card.
pub enum Flaw {
    /// All that is wrong with it.
    Problems(Vec<Problem>),
    /// It cannot be read.
    Unread(Error),
    /// There are so many cards that this one and those after it were not looked at.
    TooMany,
}

/// The cards that are built in.
pub fn shipped() -> Vec<Entry> {
    let files = SHIPPED.files().filter(|file| is_card(file.path()));
    let mut entries: Vec<Entry> = files
        .map(|file| {
            let name = file.path().to_string_lossy().into_owned();
            let card = Card::parse(file.contents_utf8().unwrap_or_default()).map_err(Flaw::Problems);
            Entry { origin: Origin::Shipped(name), card, double_of: None }
        })
        .collect();
    mark_doubles(&mut entries);
    entries
}

impl Store {
    /// All cards, the built-in ones first. Puts the schema beside the own cards.
    pub fn library(&self) -> Result<Vec<Entry>> {
        let mut entries = shipped();
        entries.extend(self.own_cards()?);
        mark_doubles(&mut entries);
        Ok(entries)
    }

    /// The cards in the teacher's folder, in order of file name.
    fn own_cards(&self) -> Result<Vec<Entry>> {
        let folder = &self.paths.cards;
        let found = self.storage.list(folder, MAX_NAMES).map_err(Error::disk(Deed::Read, folder))?;
        if folder.is_dir() {
            self.lay_out_schema();
        }
        let mut room = MAX_ALL_CARDS;
        let mut entries = Vec::new();
        for path in found.into_iter().filter(|path| is_card(path)) {
            let enough = entries.len() >= MAX_CARDS || room == 0;
            let card = if enough { Err(Flaw::TooMany) } else { self.own_card(&path, &mut room) };
            entries.push(Entry { origin: Origin::Own(path), card, double_of: None });
            if enough {
                break;
            }
        }
        Ok(entries)
    }

    /// The bytes of any file that may be a card.
    pub fn read_card(&self, path: &Path) -> Result<Vec<u8>> {
        self.storage.read(path, MAX_CARD).map_err(Error::disk(Deed::Read, path))
    }

    fn own_card(&self, path: &Path, room: &mut u64) -> Result<Card, Flaw> {
        let bytes = self.read_card(path).map_err(Flaw::Unread)?;
        *room = room.saturating_sub(bytes.len() as u64);
        let Checked { card, mut problems } = Card::check(&bytes);
        problems.retain(|problem| problem.severity == Severity::Mistake);
        card.ok_or(Flaw::Problems(problems))
    }

    /// Lets an editor explain the format. A help, and no more: a card is read without it too.
    fn lay_out_schema(&self) {
        let path = self.paths.cards.join(SCHEMA);
        let schema = card::schema();
        if self.storage.read(&path, MAX_CARD).is_ok_and(|present| present == schema.as_bytes()) {
            return;
        }
        let _ = self.write(&path, schema.as_bytes());
    }
}

fn is_card(path: &Path) -> bool {
    let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    json && !is_hidden(path) && path.file_name().is_some_and(|name| name != SCHEMA)
}

fn mark_doubles(entries: &mut [Entry]) {
    let mut first = HashMap::new();
    for entry in entries {
        let Ok(card) = &entry.card else { continue };
        match first.get(&card.id) {
            Some(origin) => entry.double_of = Some(Origin::clone(origin)),
            None => drop(first.insert(card.id.clone(), entry.origin.clone())),
        }
    }
}
