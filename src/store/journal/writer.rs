//! How a journal's file is kept safe. At any moment `journaal.jsonl` holds whole lines and at most
//! one torn tail:
//!
//! - new lines are added at the end and synced;
//! - when adding fails they are cut off again; when that fails too, or when a sync failed, the file
//!   is never trusted again: everything so far goes into a new file, which takes its place once synced;
//! - a new file that could not be synced stays beside it, and is used at the next opening if it
//!   holds more.

use std::fs::File;
use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use jiff::Timestamp;

use crate::lesson::Record;
use crate::store::error::{Deed, Error, Result};
use crate::store::folder::Folder;
use crate::store::journal::{Lines, Message, Status};
use crate::store::lock::{self, Lock};
use crate::store::pictures;
use crate::store::storage::Storage;

/// The wait before the first new try after a failure; it doubles up to [`MAX_WAIT`].
const MIN_WAIT: Duration = Duration::from_millis(100);
/// Seldom enough for a machine that idles, often enough for who just made room.
const MAX_WAIT: Duration = Duration::from_secs(4);

/// Where the lines go.
pub enum State {
    /// The lesson's folder is still to be made, with this card in it.
    Planned { card: String },
    /// The file ends in a line that was never finished.
    Torn { tail: Vec<u8> },
    /// Ends after the lines that were written.
    Good(File),
    /// Not to be trusted, or behind on what is remembered here.
    Lost,
}

/// The one who writes to a lesson's folder.
pub struct Writer {
    storage: Arc<dyn Storage>,
    folder: Folder,
    since: Option<Timestamp>,
    /// Held for as long as the lesson is open.
    lock: Option<Lock>,
    state: State,
    /// All there is to save.
    lines: Lines,
    /// How many bytes of `lines` stand in the file.
    written: usize,
    /// Up to and with this event everything is synced.
    saved: u64,
    /// What was torn or replaced must not stay anywhere.
    leave_no_copy: bool,
    /// A record that does not fit will never be saved, nor what follows on it.
    unfit: Option<Arc<Error>>,
    /// To be copied once there is a folder.
    pictures: Vec<PathBuf>,
    /// Until the next try; set while there is trouble.
    wait: Option<Duration>,
}

impl Writer {
    /// A writer of a lesson that is not on disk yet.
    pub fn planned(
        storage: Arc<dyn Storage>,
        folder: Folder,
        card: String,
        since: Option<Timestamp>,
    ) -> Self {
        Self {
            storage,
            folder,
            since,
            lock: None,
            state: State::Planned { card },
            lines: Lines::default(),
            written: 0,
            saved: 0,
            leave_no_copy: false,
            unfit: None,
            pictures: Vec::new(),
            wait: None,
        }
    }

    /// Goes on after `lines` that were read from the folder whose lock this is.
    pub fn resumed(
        storage: Arc<dyn Storage>,
        folder: Folder,
        lock: Lock,
        lines: Lines,
        state: State,
    ) -> Self {
        let written = lines.length();
        let planned = Self::planned(storage, folder, String::new(), None);
        Self { lock: Some(lock), lines, written, state, ..planned }
    }

    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The next message; a timeout when it is time to try again.
    pub(super) fn receive(&self, inbox: &Receiver<Message>) -> Result<Message, RecvTimeoutError> {
        match self.wait {
            None => inbox.recv().map_err(RecvTimeoutError::from),
            Some(wait) => inbox.recv_timeout(wait),
        }
    }

    pub fn append(&mut self, records: &[Record]) {
        for record in records {
            if let Err(why) = self.lines.push(record) {
                self.unfit.get_or_insert_with(|| Arc::new(why));
            }
        }
    }

    pub(super) fn keep(&mut self, pictures: Vec<PathBuf>) {
        self.pictures = pictures;
    }

    /// What there is no room for is tried again after the next record.
    pub(super) fn copy_pictures(&mut self) {
        if matches!(self.state, State::Good(_)) {
            let pictures = mem::take(&mut self.pictures);
            self.pictures = pictures::copy(&*self.storage, pictures, self.folder.path());
        }
    }

    /// Puts `records` in the place of all lines, and leaves no copy of what was.
    pub fn rewrite(&mut self, records: &[Record], report: &dyn Fn(Status)) -> Result<(), Arc<Error>> {
        self.lines = Lines::of(records).map_err(Arc::new)?;
        self.written = 0;
        self.leave_no_copy = true;
        if !matches!(self.state, State::Planned { .. }) {
            self.state = State::Lost;
        }
        self.save(report)
    }

    /// Tries to get everything onto the disk and reports how that went.
    pub fn save(&mut self, report: &dyn Fn(Status)) -> Result<(), Arc<Error>> {
        let was_lost = matches!(self.state, State::Lost);
        let mut result = self.attempt().map_err(Arc::new);
        if let Err(why) = &result
            && !was_lost
            && matches!(self.state, State::Lost)
        {
            report(Status { saved: self.saved, trouble: Some(Arc::clone(why)) });
            result = self.attempt().map_err(Arc::new);
        }
        self.wait = match &result {
            Ok(()) => None,
            Err(_) => Some(self.wait.map_or(MIN_WAIT, |wait| MAX_WAIT.min(wait.saturating_mul(2)))),
        };
        let trouble = result.clone().err().or_else(|| self.unfit.clone());
        report(Status { saved: self.saved, trouble });
        result
    }

    /// On an error the state tells how to go on; what `saved` says stays true.
    fn attempt(&mut self) -> Result<()> {
        match mem::replace(&mut self.state, State::Lost) {
            State::Planned { card } => {
                let made = self.folder.make(&*self.storage, &card, self.lines.bytes());
                if let Err(why) = made {
                    self.state = State::Planned { card };
                    return Err(why);
                }
                self.lock()?;
                let journal = self.folder.journal();
                let file = self.storage.open(&journal).map_err(Error::disk(Deed::Write, &journal))?;
                self.settle(file);
            }
            State::Torn { tail } => match self.mend(&tail) {
                Ok(file) => self.add(file)?,
                Err(why) => {
                    self.state = State::Torn { tail };
                    return Err(Error::disk(Deed::Write, &self.folder.broken())(why));
                }
            },
            State::Good(file) => self.add(file)?,
            State::Lost => self.replace()?,
        }
        Ok(())
    }

    /// Adds what is new to the file.
    fn add(&mut self, mut file: File) -> Result<()> {
        let fresh = self.lines.bytes().get(self.written..).unwrap_or_default();
        if fresh.is_empty() && self.saved == self.lines.count() {
            self.state = State::Good(file);
            return Ok(());
        }
        if let Err(why) = self.storage.append(&mut file, fresh) {
            if self.storage.cut(&file, self.written as u64).is_ok() {
                self.state = State::Good(file);
            }
            return Err(Error::disk(Deed::Write, &self.folder.journal())(why));
        }
        // After a failed sync the system may drop what was written and call the next sync a success.
        self.storage.sync(&file).map_err(Error::disk(Deed::Write, &self.folder.journal()))?;
        self.settle(file);
        Ok(())
    }

    /// Puts a new file with everything in the place of the old one.
    fn replace(&mut self) -> Result<()> {
        self.lock()?;
        let file = self.try_replace().map_err(Error::disk(Deed::Write, &self.folder.journal()))?;
        self.leave_no_copy = false;
        self.settle(file);
        Ok(())
    }

    fn try_replace(&self) -> io::Result<File> {
        if self.leave_no_copy {
            self.storage.remove(&self.folder.broken())?;
        }
        let draft = self.folder.draft();
        let mut file = self.storage.create(&draft)?;
        if let Err(why) = self.storage.append(&mut file, self.lines.bytes()) {
            // Half a file is of no use, and its room may be just what is needed.
            let _ = self.storage.remove(&draft);
            return Err(why);
        }
        self.storage.sync(&file)?;
        self.storage.rename(&draft, &self.folder.journal())?;
        self.storage.sync_folder(self.folder.path())?;
        Ok(file)
    }

    /// Keeps a copy of the torn tail and cuts it off.
    fn mend(&self, tail: &[u8]) -> io::Result<File> {
        let broken = self.folder.broken();
        let mut copy = match self.storage.open(&broken) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => self.storage.create(&broken)?,
            result => result?,
        };
        self.storage.append(&mut copy, tail)?;
        self.storage.sync(&copy)?;
        self.storage.sync_folder(self.folder.path())?;
        let file = self.storage.open(&self.folder.journal())?;
        self.storage.cut(&file, self.written as u64)?;
        Ok(file)
    }

    /// Everything is in this file and synced.
    fn settle(&mut self, file: File) {
        self.written = self.lines.length();
        self.saved = self.lines.count();
        self.state = State::Good(file);
    }

    fn lock(&mut self) -> Result<()> {
        if self.lock.is_none() {
            self.lock = Some(lock::take(&*self.storage, self.folder.path(), self.since)?);
        }
        Ok(())
    }
}
