//! The store: nothing that was called saved is ever lost, and nothing bad on disk stops a lesson.

mod classes;
mod crashes;
mod damage;
mod full;
mod hostile;
mod lessons;
mod library;
pub mod pictures;
mod settings;
pub mod sharing;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jiff::Timestamp;
use lesloper::lesson::{Event, Moment, Place, Record};
use lesloper::store::fault::{Faulty, Plan};
use lesloper::store::journal::Status;
use lesloper::store::{Error, Journal, LessonId, Notify, Paths, Store};
use tempfile::TempDir;

/// Longer than any disk takes; reached only when a test fails.
const LONG: Duration = Duration::from_secs(30);

const CARD: &str = r#"{ "formaat": 1, "id": "op-bezoek", "titel": "Op bezoek" }"#;

/// A data folder of its own, gone after the test.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn paths(&self) -> Paths {
        Paths::within(self.folder.path())
    }

    fn store(&self) -> Store {
        Store::open(self.paths())
    }

    fn faulty(&self, plan: Plan) -> (Store, Arc<Faulty>) {
        let disk = Arc::new(Faulty::new(plan));
        (Store::on(self.paths(), disk.clone()), disk)
    }

    fn lesson(&self, id: &LessonId) -> PathBuf {
        self.path("lessen").join(id.to_string())
    }

    /// A lesson of so many events that was saved and closed.
    fn saved_lesson(&self, events: u64) -> LessonId {
        let journal = self.store().begin(CARD, &records(1..=events), quiet());
        let id = journal.id().clone();
        assert_eq!(saved(&journal.close(LONG)), events);
        id
    }
}

fn quiet() -> Notify {
    Box::new(|_| {})
}

/// A notify that can be waited for.
fn listener() -> (Notify, Receiver<Status>) {
    let (sender, receiver) = channel();
    (Box::new(move |status| drop(sender.send(status))), receiver)
}

/// The first status for which this holds; each one before it goes into the list.
fn wait_for(statuses: &Receiver<Status>, wanted: impl Fn(&Status) -> bool) -> Vec<Status> {
    let mut seen = Vec::new();
    loop {
        let status = statuses.recv_timeout(LONG).expect("the status that was waited for never came");
        let found = wanted(&status);
        seen.push(status);
        if found {
            return seen;
        }
    }
}

fn saved(status: &Status) -> u64 {
    assert_eq!(status.trouble.as_ref().map(ToString::to_string), None);
    status.saved
}

fn trouble(status: &Status) -> String {
    status.trouble.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

/// The start of a lesson and then one step after another.
fn records(seqs: std::ops::RangeInclusive<u64>) -> Vec<Record> {
    seqs.map(|seq| record(seq, event(seq))).collect()
}

fn event(seq: u64) -> Event {
    if seq == 1 {
        Event::LessonStarted {
            card: serde_json::from_str("\"op-bezoek\"").unwrap(),
            class: Some(lesloper::text::Text::clean("2B")),
        }
    } else {
        Event::Moved { to: Place::Step { step: usize::try_from(seq).unwrap(), beat: 0 } }
    }
}

fn record(seq: u64, event: Event) -> Record {
    let monotonic = Duration::from_secs(seq);
    Record { seq, at: Moment { monotonic, wall: now() + monotonic }, event }
}

/// A lesson that was opened again, as the program does after a crash.
struct Reopened {
    records: Vec<Record>,
    journal: Result<Journal, Error>,
    notices: Vec<String>,
}

fn reopen(store: &Store, id: &LessonId) -> Reopened {
    let opened = store.reopen(id, now(), quiet()).unwrap();
    let notices = opened.found.notices.iter().map(ToString::to_string).collect();
    Reopened { records: opened.found.records, journal: opened.journal, notices }
}

/// Opens the lesson, closes it again and returns what was in it.
fn read_back(store: &Store, id: &LessonId) -> Vec<Record> {
    let opened = reopen(store, id);
    leave(opened.journal.unwrap());
    opened.records
}

/// Every file below the folder, in order, without the folder's own name.
fn files_in(folder: &Path) -> Vec<String> {
    fn walk(folder: &Path, below: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found);
    found.sort();
    found
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o777
}

/// Closes a journal of which the outcome does not matter.
fn leave(journal: Journal) {
    drop(journal.close(LONG));
}
