//! The journal of a lesson: what happened, safely on disk, without the lesson ever waiting for it.
//!
//! [`Journal::append`] hands records to a thread of its own, which writes, syncs and only then calls
//! them saved. What a file holds is in [`mod@line`], how it is kept safe in [`writer`].

mod line;
mod writer;

pub use line::{End, Lines, MAX_JOURNAL, Reading, glean, read};
pub use writer::{State, Writer};

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::lesson::Record;
use crate::store::error::{Deed, Error};
use crate::store::lessons::LessonId;

/// How long leaving waits for the disk when nobody says otherwise.
const PATIENCE: Duration = Duration::from_millis(300);

/// How long a rewrite may take before it is called a failure.
const REWRITE: Duration = Duration::from_secs(5);

/// Is told each time that the status changes, on the writer's thread.
pub type Notify = Box<dyn Fn(Status) + Send>;

/// What is on disk.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// Up to and with this event everything outlives a power cut. Never goes down.
    pub saved: u64,
    /// Why what came after is not saved; the writer keeps trying.
    pub trouble: Option<Arc<Error>>,
}

/// The one way to write to an open lesson.
pub struct Journal {
    id: LessonId,
    /// None when nothing can be written at all.
    messages: Option<Sender<Message>>,
    shared: Arc<Shared>,
}

enum Message {
    Append(Vec<Record>),
    /// Pictures to copy into the folder of the lesson.
    Keep(Vec<PathBuf>),
    /// Answered once everything is in the new file, or could not be put there.
    Rewrite(Vec<Record>, Sender<Result<(), Arc<Error>>>),
}

/// What the journal and its writer both see.
struct Shared {
    progress: Mutex<Progress>,
    changed: Condvar,
    notify: Mutex<Notify>,
}

#[derive(Default)]
struct Progress {
    status: Status,
    ended: bool,
}

impl Journal {
    /// Starts the thread that writes.
    pub fn start(id: LessonId, writer: Writer, notify: Notify) -> Self {
        let (messages, inbox) = channel();
        let shared = Shared::new(Status::default(), notify);
        let thread = {
            let shared = Arc::clone(&shared);
            let path = writer.folder().path().to_owned();
            std::thread::Builder::new()
                .name("journaal".to_owned())
                .spawn(move || run(writer, &inbox, &shared))
                .map_err(Error::disk(Deed::Write, &path))
        };
        if let Err(why) = thread {
            shared.report(Status { saved: 0, trouble: Some(Arc::new(why)) });
            return Self { id, messages: None, shared };
        }
        Self { id, messages: Some(messages), shared }
    }

    /// A journal that writes nothing and says so, for a lesson that cannot be saved for this reason.
    pub fn unsaved(id: LessonId, why: Error, notify: Notify) -> Self {
        let shared = Shared::new(Status { saved: 0, trouble: Some(Arc::new(why)) }, notify);
        Self { id, messages: None, shared }
    }

    pub fn id(&self) -> &LessonId {
        &self.id
    }

    /// Returns at once; the status tells when the records are saved.
    pub fn append(&self, records: Vec<Record>) {
        if let Some(messages) = &self.messages {
            // A writer that is gone shows in the status.
            let _ = messages.send(Message::Append(records));
        }
    }

    /// Has these pictures copied into the folder of the lesson. That is not waited for, and nothing is
    /// said when it cannot be: the lesson goes on without them.
    pub fn keep(&self, pictures: Vec<PathBuf>) {
        if let Some(messages) = self.messages.as_ref().filter(|_| !pictures.is_empty()) {
            let _ = messages.send(Message::Keep(pictures));
        }
    }

    pub fn status(&self) -> Status {
        self.shared.progress().status.clone()
    }

    /// Waits until `seq` is saved, there is trouble, or the patience is over.
    pub fn wait(&self, seq: u64, patience: Duration) -> Status {
        let waiting = |progress: &mut Progress| {
            !progress.ended && progress.status.saved < seq && progress.status.trouble.is_none()
        };
        let progress = self.shared.progress();
        let waited = self.shared.changed.wait_timeout_while(progress, patience, waiting);
        waited.unwrap_or_else(PoisonError::into_inner).0.status.clone()
    }

    /// Puts these records in the place of all that was written, and returns when nothing of the old
    /// is left on disk. On an error the writer keeps trying.
    pub fn rewrite(&self, records: Vec<Record>) -> Result<(), Arc<Error>> {
        let messages = self.messages.as_ref().ok_or_else(|| self.why_not())?;
        let (answer, answered) = channel();
        messages.send(Message::Rewrite(records, answer)).map_err(|_| self.why_not())?;
        match answered.recv_timeout(REWRITE) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(Arc::new(Error::Slow)),
            Err(RecvTimeoutError::Disconnected) => Err(self.why_not()),
        }
    }

    /// Tries a last time to save everything, and frees the lesson for another program.
    pub fn close(mut self, patience: Duration) -> Status {
        self.end(patience)
    }

    fn end(&mut self, patience: Duration) -> Status {
        if self.messages.take().is_none() {
            return self.status();
        }
        let waited = self
            .shared
            .changed
            .wait_timeout_while(self.shared.progress(), patience, |progress| !progress.ended);
        waited.unwrap_or_else(PoisonError::into_inner).0.status.clone()
    }

    fn why_not(&self) -> Arc<Error> {
        self.status().trouble.unwrap_or_else(|| Arc::new(Error::WriterGone))
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.end(PATIENCE);
    }
}

impl Shared {
    fn new(status: Status, notify: Notify) -> Arc<Self> {
        let progress = Mutex::new(Progress { status, ended: false });
        Arc::new(Self { progress, changed: Condvar::new(), notify: Mutex::new(notify) })
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells of what changed; that the same trouble goes on is no news.
    fn report(&self, status: Status) {
        let old = std::mem::replace(&mut self.progress().status, status.clone());
        let said = |status: &Status| status.trouble.as_ref().map(ToString::to_string);
        if old.saved == status.saved && said(&old) == said(&status) {
            return;
        }
        self.changed.notify_all();
        self.notify.lock().unwrap_or_else(PoisonError::into_inner)(status);
    }
}

/// Marks the end of the writer's thread, however it ends.
struct Ending<'a>(&'a Shared);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.progress().ended = true;
        self.0.changed.notify_all();
    }
}

/// The writer's thread: saves what comes in, as much at once as there is, until the journal is closed.
fn run(writer: Writer, inbox: &Receiver<Message>, shared: &Shared) {
    let _ending = Ending(shared);
    // Dropped before the ending, so that who waited for it finds the lesson free.
    let mut writer = writer;
    let report = |status| shared.report(status);
    loop {
        // What comes of it is in the report.
        let _ = writer.save(&report);
        writer.copy_pictures();
        let first = match writer.receive(inbox) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        for message in first.into_iter().chain(inbox.try_iter()) {
            match message {
                Message::Append(records) => writer.append(&records),
                Message::Keep(pictures) => writer.keep(pictures),
                Message::Rewrite(records, answer) => {
                    // Who asked may have given up waiting; the writer goes on all the same.
                    let _ = answer.send(writer.rewrite(&records, &report));
                }
            }
        }
    }
    let _ = writer.save(&report);
    writer.copy_pictures();
}
