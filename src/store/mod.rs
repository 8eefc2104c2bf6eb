//! What stands on disk: lessons with their journals, cards, classes and settings. The only
//! room that touches the disk; nothing here knows what a lesson means.

mod bells;
mod classes;
mod drafts;
mod error;
#[cfg(feature = "inside")]
pub mod fault;
mod folder;
pub mod journal;
mod lessons;
mod library;
mod lock;
mod paths;
mod pictures;
mod settings;
mod sharing;
mod sheets;
mod storage;

pub use bells::{BellMistake, Bells, SchoolTimes};
pub use classes::Imported;
pub use drafts::{KeptDraft, Stamp};
pub use error::{Error, Notice, shown};
pub use journal::{Journal, Notify, Status};
pub use lessons::{Head, LessonId, Progress};
pub use library::{Entry, Flaw, Origin, shipped};
pub use paths::{Paths, SCHEMA};
pub use settings::{Look, Looks, MAX_CLASSROOM_NAME, MAX_CLASSROOMS, Mouse, Settings, TooManyClassrooms};
pub use sharing::{ArchiveFault, Beside, Collection, Given, Parcel, Sendable, Verdict};

use std::sync::Arc;

use error::{Deed, Result};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use storage::{Disk, Storage};

/// The disk, as the rest of the program sees it. Opening one touches nothing.
#[derive(Clone)]
pub struct Store {
    paths: Paths,
    storage: Arc<dyn Storage>,
}

impl Store {
    pub fn open(paths: Paths) -> Self {
        Self::on(paths, Arc::new(Disk))
    }

    /// A store on a disk of one's own choice.
    pub fn on(paths: Paths, storage: Arc<dyn Storage>) -> Self {
        Self { paths, storage }
    }

    /// Writes a whole file, and its folder when there is none yet.
    fn write(&self, path: &std::path::Path, contents: &[u8]) -> Result<()> {
        let folder = path.parent().unwrap_or(path);
        self.storage.create_folder(folder).map_err(Error::disk(Deed::Write, folder))?;
        storage::write_whole(&*self.storage, path, contents).map_err(Error::disk(Deed::Write, path))
    }
}

/// As the clock on the wall shows it.
fn local(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::system())
}
