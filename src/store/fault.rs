//! A disk that fails on purpose, for the tests.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::store::storage::{Disk, Storage};

/// Passes everything on to the real disk, as far as the plan allows.
#[derive(Default)]
pub struct Faulty {
    plan: Mutex<Plan>,
    /// By the number of the file on its disk.
    durable: Mutex<HashMap<u64, Durable>>,
}

/// What goes wrong, and what was done so far.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The operation, from 1, at which the program is gone: half of it may be done, and nothing after.
    pub kill_at: Option<u64>,
    pub sync_fails: Times,
    /// Everything that would change the disk is refused in this way.
    pub refuses: Option<ErrorKind>,
    /// How many bytes can still be written.
    pub room: Option<u64>,
    /// After the first time that the disk was full there is room again.
    pub room_comes_back: bool,
    /// What was not synced is gone after the kill, as when the power is cut.
    pub power_fails: bool,
    /// Operations so far that change the disk.
    pub done: u64,
}

/// What of a file would outlive a power cut.
struct Durable {
    file: File,
    length: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Times {
    #[default]
    Never,
    Once,
    Always,
}

impl Faulty {
    pub fn new(plan: Plan) -> Self {
        Self { plan: Mutex::new(plan), durable: Mutex::default() }
    }

    /// To look at the plan, or to change it while the program runs.
    pub fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts an operation; an error when the program is gone by then.
    fn step(&self) -> io::Result<()> {
        let mut plan = self.plan();
        plan.done = plan.done.saturating_add(1);
        match (plan.kill_at, plan.refuses) {
            (Some(last), _) if plan.done >= last => {
                if plan.power_fails && plan.done == last {
                    self.forget_unsynced()?;
                }
                Err(io::Error::other("killed"))
            }
            (_, Some(kind)) => Err(kind.into()),
            _ => Ok(()),
        }
    }

    /// Whether this very operation is the one that was cut short.
    fn is_half_done(&self) -> bool {
        let plan = self.plan();
        plan.kill_at == Some(plan.done) && !plan.power_fails
    }

    fn forget_unsynced(&self) -> io::Result<()> {
        let mut durable = self.durable.lock().unwrap_or_else(PoisonError::into_inner);
        durable.drain().try_for_each(|(_, durable)| durable.file.set_len(durable.length))
    }

    /// Remembers that so many bytes of the file are safe from now on.
    fn remember(&self, file: &File, length: u64) -> io::Result<()> {
        let durable = Durable { file: file.try_clone()?, length };
        self.durable.lock().unwrap_or_else(PoisonError::into_inner).insert(number_of(file)?, durable);
        Ok(())
    }

    /// How much of a write fits.
    fn room_for(&self, wanted: usize) -> usize {
        let mut plan = self.plan();
        let Some(room) = plan.room else { return wanted };
        let fits = wanted.min(usize::try_from(room).unwrap_or(usize::MAX));
        plan.room = Some(room.saturating_sub(fits as u64));
        if fits < wanted && plan.room_comes_back {
            plan.room = None;
        }
        fits
    }

    fn give_back(&self, bytes: u64) {
        let mut plan = self.plan();
        plan.room = plan.room.map(|room| room.saturating_add(bytes));
    }
}

#[cfg(unix)]
fn number_of(file: &File) -> io::Result<u64> {
    Ok(std::os::unix::fs::MetadataExt::ino(&file.metadata()?))
}

/// Without a number all files are one; then power cuts cannot be played.
#[cfg(not(unix))]
fn number_of(_file: &File) -> io::Result<u64> {
    Ok(0)
}

impl Storage for Faulty {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Disk.create_folder(path)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        if self.plan().room == Some(0) {
            return Err(ErrorKind::StorageFull.into());
        }
        let file = Disk.create(path)?;
        self.remember(&file, 0)?;
        Ok(file)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        Disk.open(path)
    }

    fn append(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let allowed = self.step();
        if allowed.is_err() && !self.is_half_done() {
            return allowed;
        }
        let known =
            self.durable.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&number_of(file)?);
        if !known {
            self.remember(file, file.metadata()?.len())?;
        }
        let fits = if allowed.is_ok() { self.room_for(bytes.len()) } else { bytes.len() / 2 };
        Disk.append(file, bytes.get(..fits).unwrap_or(bytes))?;
        allowed?;
        if fits < bytes.len() { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        self.step()?;
        let before = file.metadata()?.len();
        Disk.cut(file, length)?;
        self.give_back(before.saturating_sub(length));
        Ok(())
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step()?;
        let mut plan = self.plan();
        match plan.sync_fails {
            Times::Never => {}
            Times::Once => {
                plan.sync_fails = Times::Never;
                return Err(io::Error::other("input/output error"));
            }
            Times::Always => return Err(io::Error::other("input/output error")),
        }
        drop(plan);
        Disk.sync(file)?;
        self.remember(file, file.metadata()?.len())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        Disk.sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        Disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        let size = path.symlink_metadata().map_or(0, |about| if about.is_file() { about.len() } else { 0 });
        Disk.remove(path)?;
        self.give_back(size);
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<File> {
        self.step()?;
        Disk.lock(path)
    }
}
