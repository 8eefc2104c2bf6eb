//! One program at a time in a lesson. The lock is the system's own, so that of a dead program is
//! free; `houder.json` only says who has it.

use std::fmt;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::store::error::{Deed, Error, Result};
use crate::store::local;
use crate::store::storage::{Storage, write_whole};
use crate::text::Text;

/// The file that is locked; it stays empty, for on Windows a locked file cannot be read.
pub const LOCK: &str = "slot";
const HOLDER: &str = "houder.json";

/// A few numbers and a name.
const MAX_HOLDER: u64 = 4096;

/// The lock of a lesson's folder, for as long as this is kept.
#[derive(Debug)]
pub struct Lock(File);

impl Drop for Lock {
    /// Closing the file would not do while a child of this program still has it.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// The program that has a lesson open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    #[serde(rename = "proces")]
    pub process: u32,
    #[serde(rename = "computer")]
    pub computer: Option<Text>,
    #[serde(rename = "sinds")]
    pub since: Option<Timestamp>,
}

impl Holder {
    /// This program.
    pub fn this(since: Option<Timestamp>) -> Self {
        Self { process: std::process::id(), computer: computer(), since }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.computer {
            Some(name) if self.computer != computer() => write!(f, "op computer {name}")?,
            _ => f.write_str("in een ander venster")?,
        }
        if let Some(since) = self.since {
            write!(f, ", sinds {}", local(since).strftime("%H:%M"))?;
        }
        if self.process == 0 { Ok(()) } else { write!(f, " (proces {})", self.process) }
    }
}

/// Takes the lock of a lesson's folder for this program, or says who has it.
pub fn take(storage: &dyn Storage, folder: &Path, since: Option<Timestamp>) -> Result<Lock> {
    let path = folder.join(LOCK);
    match storage.lock(&path) {
        Ok(lock) => {
            // The lock is what counts; that its holder cannot be named is no reason to stop.
            if let Ok(holder) = serde_json::to_vec(&Holder::this(since)) {
                let _ = write_whole(storage, &folder.join(HOLDER), &holder);
            }
            Ok(Lock(lock))
        }
        Err(why) if why.kind() == ErrorKind::WouldBlock => {
            Err(Error::Held { holder: holder(storage, folder) })
        }
        Err(why) => Err(Error::disk(Deed::Write, &path)(why)),
    }
}

fn holder(storage: &dyn Storage, folder: &Path) -> Holder {
    let bytes = storage.read(&folder.join(HOLDER), MAX_HOLDER).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or(Holder { process: 0, computer: computer(), since: None })
}

/// What this computer calls itself, where a file says so.
fn computer() -> Option<Text> {
    let name = Text::clean(&fs::read_to_string("/etc/hostname").ok()?);
    (!name.is_empty()).then_some(name)
}
