//! The cards: those that are built into the program, and the teacher's own. One that is wrong is
//! listed with a mark and stops nothing.

use std::collections::HashMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use include_dir::{Dir, include_dir};

use crate::card::{self, Card, Checked, Problem, Severity, Summary};
use crate::store::Store;
use crate::store::error::{Deed, Error, Result};
use crate::store::paths::{SCHEMA, is_hidden};

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/activities");

/// What the cards of `SHIPPED` are in a few lines, by file and in order of title: the first picture
/// does not wait until all of them are read. The tests write it.
static SHIPPED_LIST: &str = include_str!("shipped.json");

/// The largest card; the text of a whole textbook is no bigger.
pub const MAX_CARD: u64 = 1024 * 1024;

/// More own cards than anyone will scroll through.
const MAX_CARDS: usize = 2_000;

/// The folder may hold other things too; names above this are not even looked at.
pub(super) const MAX_NAMES: usize = 20_000;

/// Cards that are read at the same time: the class does not wait for the rest of the machine.
const MAX_READERS: usize = 4;

/// A card in the list, or what should have been one.
pub struct Entry {
    pub origin: Origin,
    pub card: Result<Summary, Flaw>,
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

/// The cards that are built in, by title.
pub fn shipped() -> Vec<Entry> {
    let list: Vec<(String, Summary)> =
        serde_json::from_str(SHIPPED_LIST).expect("a test has written what this reads");
    let entry = |(name, summary)| Entry { origin: Origin::Shipped(name), card: Ok(summary), double_of: None };
    list.into_iter().map(entry).collect()
}

impl Store {
    /// All cards, the built-in ones first. Puts the schema beside the own cards.
    pub fn library(&self) -> Result<Vec<Entry>> {
        let mut entries = shipped();
        entries.extend(self.own_cards()?);
        mark_doubles(&mut entries);
        Ok(entries)
    }

    /// The whole card, as it is now.
    pub fn card(&self, origin: &Origin) -> Result<Card, Flaw> {
        match origin {
            Origin::Shipped(name) => {
                parsed(SHIPPED.get_file(name).map(include_dir::File::contents).unwrap_or_default())
            }
            Origin::Own(path) => {
                let card = parsed(&self.read_card(path).map_err(Flaw::Unread)?)?;
                Ok(card.lying_in(path.parent().unwrap_or(path)))
            }
        }
    }

    /// The cards in the teacher's folder, in order of file name.
    fn own_cards(&self) -> Result<Vec<Entry>> {
        let folder = &self.paths.cards;
        let found = self.storage.list(folder, MAX_NAMES).map_err(Error::disk(Deed::Read, folder))?;
        if folder.is_dir() {
            self.lay_out_schema();
        }
        let mut paths: Vec<PathBuf> = found.into_iter().filter(|path| is_card(path)).collect();
        let too_many = paths.get(MAX_CARDS).cloned();
        paths.truncate(MAX_CARDS);
        let mut entries = self.read_own(&paths);
        let flaw = |path| Entry { origin: Origin::Own(path), card: Err(Flaw::TooMany), double_of: None };
        entries.extend(too_many.map(flaw));
        Ok(entries)
    }

    /// Each reader takes an equal part.
    fn read_own(&self, paths: &[PathBuf]) -> Vec<Entry> {
        let readers = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_READERS);
        let part = paths.len().div_ceil(readers).max(1);
        let read = |path: &PathBuf| {
            let origin = Origin::Own(path.clone());
            let card = self.card(&origin).map(|card| card.summary());
            Entry { origin, card, double_of: None }
        };
        thread::scope(|scope| {
            let parts =
                paths.chunks(part).map(|part| scope.spawn(move || part.iter().map(read).collect::<Vec<_>>()));
            let parts: Vec<_> = parts.collect();
            parts.into_iter().flat_map(|part| part.join().expect("reading a card does not panic")).collect()
        })
    }

    /// The bytes of any file that may be a card.
    pub fn read_card(&self, path: &Path) -> Result<Vec<u8>> {
        self.storage.read(path, MAX_CARD).map_err(Error::disk(Deed::Read, path))
    }

    /// Lets an editor explain the format. A help, and no more: a card is read without it too.
    pub(super) fn lay_out_schema(&self) {
        let path = self.paths.cards.join(SCHEMA);
        let schema = card::schema();
        if self.storage.read(&path, MAX_CARD).is_ok_and(|present| present == schema.as_bytes()) {
            return;
        }
        let _ = self.write(&path, schema.as_bytes());
    }
}

fn parsed(bytes: &[u8]) -> Result<Card, Flaw> {
    let Checked { card, mut problems } = Card::check(bytes);
    problems.retain(|problem| problem.severity == Severity::Mistake);
    card.ok_or(Flaw::Problems(problems))
}

pub(super) fn is_card(path: &Path) -> bool {
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
