//! The lessons on disk: what there is, beginning one, opening one again, removing one.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use rand::{TryRng, rngs::SysRng};
use serde::Deserialize;

use crate::card::{Card, Problem};
use crate::class::ClassName;
use crate::lesson::{Event, Record};
use crate::store::error::{Deed, Error, Notice, Result};
use crate::store::folder::{Folder, MAX_LESSONS};
use crate::store::journal::{End, Journal, MAX_JOURNAL, Notify, Reading, State, Writer, glean, read};
use crate::store::library::MAX_CARD;
use crate::store::lock;
use crate::store::paths::{is_hidden, safe_name};
use crate::store::storage::read_text;
use crate::store::{Store, local};
use crate::text::Text;

/// The first line and the last ones of a journal are in this much, unless an answer is very long.
const END: u64 = 8 * 1024;

/// The name of a lesson's folder.
///
/// Invariant: a plain name that stays within the folder of the lessons.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LessonId(String);

impl LessonId {
    pub fn parse(raw: &str) -> Option<Self> {
        let plain =
            raw.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        (plain && (1..=120).contains(&raw.len())).then(|| Self(raw.to_owned()))
    }

    fn of(path: &Path) -> Option<Self> {
        Self::parse(path.file_name()?.to_str()?)
    }
}

impl fmt::Display for LessonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A lesson in the list.
#[derive(Debug)]
pub struct Listed {
    pub id: LessonId,
    /// An error marks a lesson that cannot be read; it stops nothing else.
    pub head: Result<Head>,
}

/// What can be said of a lesson without replaying it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Of its card.
    pub title: Text,
    pub class: Option<ClassName>,
    pub last: Timestamp,
    pub progress: Progress,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Open,
    /// Afronden was confirmed.
    Finished,
}

/// A lesson as it stands on disk.
pub struct Found {
    /// The card it was started with.
    pub card: Result<Card, Vec<Problem>>,
    /// As far as the journal is good.
    pub records: Vec<Record>,
    pub notices: Vec<Notice>,
}

/// A lesson that is opened again.
pub struct Opened {
    pub found: Found,
    /// An error: it can be looked at and not gone on with, for this reason.
    pub journal: Result<Journal>,
}

impl Store {
    /// Every lesson, the last used first; those that cannot be read at the end.
    pub fn lessons(&self) -> Result<Vec<Listed>> {
        let lessons = &self.paths.lessons;
        let found = self.storage.list(lessons, MAX_LESSONS).map_err(Error::disk(Deed::Read, lessons))?;
        let mut listed: Vec<Listed> = found
            .into_iter()
            .filter(|path| !is_hidden(path) && path.symlink_metadata().is_ok_and(|about| about.is_dir()))
            .filter_map(|path| Some(Listed { id: LessonId::of(&path)?, head: self.head(&Folder::new(path)) }))
            .collect();
        listed.sort_by_key(|listed| std::cmp::Reverse(listed.head.as_ref().ok().map(|head| head.last)));
        Ok(listed)
    }

    /// Begins a lesson with this card and its first records, of which the very first says which card
    /// and class it is. Returns at once; the journal tells when the lesson is on disk, and keeps
    /// trying while it cannot be.
    pub fn begin(&self, card: &str, first: &[Record], notify: Notify) -> Journal {
        let id = self.new_id(first.first());
        let since = first.first().map(|record| record.at.wall);
        let mut writer = Writer::planned(Arc::clone(&self.storage), self.folder(&id), card.to_owned(), since);
        writer.append(first);
        Journal::start(id, writer, notify)
    }

    /// Opens a lesson to go on with it; `now` is told to who wants the same lesson meanwhile.
    pub fn reopen(&self, id: &LessonId, now: Timestamp, notify: Notify) -> Result<Opened> {
        let folder = self.existing(id)?;
        let lock = match lock::take(&*self.storage, folder.path(), Some(now)) {
            Err(held @ Error::Held { .. }) => return Err(held),
            result => result,
        };
        let (reading, source) = self.read_best(&folder)?;
        let (state, notices) = self.state_of(&folder, &reading, source);
        let found = Found { card: self.card_of(&folder)?, records: reading.records, notices };
        let journal = lock.and_then(|lock| {
            let storage = Arc::clone(&self.storage);
            if matches!((source, &state), (Source::Journal, Ok(_))) {
                // It holds nothing that the journal does not; the next one takes its place anyway.
                let _ = storage.remove(&folder.draft());
            }
            let writer = Writer::resumed(storage, folder, lock, reading.lines, state?);
            Ok(Journal::start(id.clone(), writer, notify))
        });
        Ok(Opened { found, journal })
    }

    /// Reads a lesson without opening it, also while another program has it open.
    pub fn look(&self, id: &LessonId) -> Result<Found> {
        let folder = self.existing(id)?;
        let (reading, _) = self.read_best(&folder)?;
        Ok(Found { card: self.card_of(&folder)?, records: reading.records, notices: Vec::new() })
    }

    /// Removes a lesson with all that was gathered in it, unless it is open somewhere.
    pub fn remove(&self, id: &LessonId) -> Result<()> {
        let folder = self.existing(id)?;
        // Freed before the folder is renamed: Windows moves no folder with an open file in it.
        drop(lock::take(&*self.storage, folder.path(), None)?);
        folder.remove(&*self.storage)
    }

    fn folder(&self, id: &LessonId) -> Folder {
        Folder::new(self.paths.lessons.join(&id.0))
    }

    fn existing(&self, id: &LessonId) -> Result<Folder> {
        let folder = self.folder(id);
        match folder.path().symlink_metadata() {
            Ok(about) if about.is_dir() => Ok(folder),
            _ => Err(Error::NoSuchLesson { wanted: Text::clean(&id.0) }),
        }
    }

    /// `DATE-card-class-4hex`, not in use.
    fn new_id(&self, first: Option<&Record>) -> LessonId {
        let wall = first.map_or(Timestamp::UNIX_EPOCH, |first| first.at.wall);
        let date = local(wall).date();
        let (card, class) = match first.map(|first| &first.event) {
            Some(Event::LessonStarted { card, class }) => {
                (card.to_string(), class.as_deref().unwrap_or("zonder"))
            }
            _ => ("les".to_owned(), "zonder"),
        };
        let stem = format!("{date}-{card}-{}", safe_name(class));
        // Should chance fail, the last one is still free: numbers are tried one after another.
        let start = SysRng.try_next_u32().unwrap_or_default();
        let mut ids = (0..=u32::from(u16::MAX))
            .map(|step| LessonId(format!("{stem}-{:04x}", start.wrapping_add(step) & u32::from(u16::MAX))));
        let free = ids.find(|id| self.folder(id).path().symlink_metadata().is_err());
        free.unwrap_or(LessonId(stem))
    }

    /// The journal, or the one that was to take its place when that holds more.
    fn read_best(&self, folder: &Folder) -> Result<(Reading, Source)> {
        let journal = folder.journal();
        let bytes = self.storage.read(&journal, MAX_JOURNAL).map_err(Error::disk(Deed::Read, &journal))?;
        let reading = read(&bytes);
        if matches!(reading.end, End::Nothing | End::Torn(_))
            && let Ok(bytes) = self.storage.read(&folder.draft(), MAX_JOURNAL)
        {
            let draft = read(&bytes);
            if draft.lines.count() > reading.lines.count() {
                return Ok((draft, Source::Draft));
            }
        }
        Ok((reading, Source::Journal))
    }

    /// How to go on with what was read, and what to say about it. Changes nothing.
    fn state_of(&self, folder: &Folder, reading: &Reading, source: Source) -> (Result<State>, Vec<Notice>) {
        let path = folder.journal();
        match (&reading.end, source) {
            (_, Source::Draft) => (Ok(State::Lost), vec![Notice::Recovered]),
            (End::Damaged { line }, _) => (Err(Error::Damaged { path, line: *line }), Vec::new()),
            (End::Unknown { line }, _) => (Err(Error::Newer { path, line: *line }), Vec::new()),
            (End::Torn(tail), _) => {
                let notice = Notice::TornTail { copy: folder.broken() };
                (Ok(State::Torn { tail: tail.clone() }), vec![notice])
            }
            (End::Nothing, _) => (
                self.storage.open(&path).map(State::Good).map_err(Error::disk(Deed::Write, &path)),
                Vec::new(),
            ),
        }
    }

    fn card_of(&self, folder: &Folder) -> Result<Result<Card, Vec<Problem>>> {
        let card = Card::parse(&self.card_source(folder)?);
        Ok(card.map(|card| card.lying_in(folder.path())))
    }

    fn card_source(&self, folder: &Folder) -> Result<String> {
        let path = folder.card();
        read_text(&*self.storage, &path, MAX_CARD).map_err(Error::disk(Deed::Read, &path))
    }

    fn head(&self, folder: &Folder) -> Result<Head> {
        let card = folder.card();
        let Title { titel } =
            serde_json::from_str(&self.card_source(folder)?).map_err(|why| Error::json(&card, &why))?;
        let path = folder.journal();
        let (first, last) = self.storage.read_ends(&path, END).map_err(Error::disk(Deed::Read, &path))?;
        let last: Vec<Record> = glean(&last).collect();
        if let Some(head) = head_of(&titel, glean(&first).next().as_ref(), &last) {
            return Ok(head);
        }
        // An answer longer than the ends, or damage: only the whole journal can tell.
        let (reading, _) = self.read_best(folder)?;
        let records = reading.records;
        head_of(&titel, records.first(), &records).ok_or(Error::Damaged { path, line: 1 })
    }
}

/// Which of the two files was read.
#[derive(Debug, Clone, Copy)]
enum Source {
    Journal,
    Draft,
}

/// All that the list needs of a card.
#[derive(Deserialize)]
struct Title {
    titel: Text,
}

/// The head of a lesson that begins with `first` and ends with `last`.
fn head_of(title: &Text, first: Option<&Record>, last: &[Record]) -> Option<Head> {
    let first = first.filter(|first| first.seq == 1)?;
    let Event::LessonStarted { class, .. } = &first.event else { return None };
    let newest = last.last()?;
    let finished = last.iter().rfind(|record| matches!(record.event, Event::LessonFinished));
    let undone = |seq| last.iter().any(|record| matches!(record.event, Event::Undone { of } if of == seq));
    let progress = match finished {
        Some(finished) if !undone(finished.seq) => Progress::Finished,
        _ => Progress::Open,
    };
    Some(Head { title: title.clone(), class: class.clone(), last: newest.at.wall, progress })
}
