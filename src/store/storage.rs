//! The few things that are done to the disk. [`Disk`] does them; the tests have another
//! implementation that fails on purpose.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// All that the store ever does to a disk.
pub trait Storage: Send + Sync {
    /// Makes the folder and those above it, for the owner alone.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// A new, empty file for the owner alone; what stood there is gone, and a link is not followed.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Opens an existing plain file for [`Storage::append`].
    fn open(&self, path: &Path) -> io::Result<File>;
    fn append(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Cuts the file to so many bytes.
    fn cut(&self, file: &File, length: u64) -> io::Result<()>;
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Makes what was created, renamed or removed in the folder outlive a power cut.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Puts `from` in the place of `to`.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file, or a folder with all in it; it is no error when there is nothing.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Takes the lock that this file stands for, until the file is dropped. `WouldBlock`: another has it.
    fn lock(&self, path: &Path) -> io::Result<File>;

    /// The content of a plain file; `FileTooLarge` above `limit` bytes.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let file = open_plain(path)?;
        let mut bytes = Vec::new();
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    /// The first and the last `length` bytes of a plain file; they overlap when it is short.
    fn read_ends(&self, path: &Path, length: u64) -> io::Result<(Vec<u8>, Vec<u8>)> {
        let mut file = open_plain(path)?;
        let size = file.metadata()?.len();
        let mut first = Vec::new();
        (&file).take(length).read_to_end(&mut first)?;
        if size <= length {
            return Ok((first.clone(), first));
        }
        let mut last = Vec::new();
        file.seek(SeekFrom::Start(size.saturating_sub(length)))?;
        file.take(length).read_to_end(&mut last)?;
        Ok((first, last))
    }

    /// What is in the folder, at most `limit` of it, in order of name; nothing when there is no folder.
    fn list(&self, path: &Path, limit: usize) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(why) => return Err(why),
        };
        let mut found: Vec<PathBuf> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).take(limit).collect();
        found.sort_unstable();
        Ok(found)
    }
}

/// The real disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Storage for Disk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        let above = path.parent().filter(|above| !above.as_os_str().is_empty());
        if let Some(above) = above {
            self.create_folder(above)?;
        }
        match owner_only_folder().create(path) {
            Err(why) if why.kind() != ErrorKind::AlreadyExists || !path.is_dir() => return Err(why),
            _ => {}
        }
        above.map_or(Ok(()), |above| self.sync_folder(above))
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.remove(path)?;
        owner_only_file().create_new(true).open(path)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        if !fs::symlink_metadata(path)?.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        // Not `append`: on Windows such a handle cannot be cut.
        OpenOptions::new().read(true).write(true).open(path)
    }

    fn append(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data()
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Some shares and sticks cannot do this for a folder; there is nothing more to be done.
            Err(why) if matches!(why.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            result => result,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(windows)]
        for patience in [10, 40, 160] {
            match fs::rename(from, to) {
                Err(why) if why.kind() == ErrorKind::PermissionDenied => let_go(patience),
                result => return result,
            }
        }
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let removed = match fs::symlink_metadata(path) {
            Ok(about) if about.is_dir() => fs::remove_dir_all(path),
            Ok(_) => fs::remove_file(path),
            Err(why) => Err(why),
        };
        match removed {
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
            result => result,
        }
    }

    fn lock(&self, path: &Path) -> io::Result<File> {
        let file = match owner_only_file().create_new(true).open(path) {
            Err(why) if why.kind() == ErrorKind::AlreadyExists => self.open(path)?,
            result => result?,
        };
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(ErrorKind::WouldBlock.into()),
            // A share that knows no locks: better a lesson without one than no lesson.
            Err(TryLockError::Error(why)) if why.kind() == ErrorKind::Unsupported => Ok(file),
            Err(TryLockError::Error(why)) => Err(why),
        }
    }
}

/// Writes a whole file so that at any moment the old or the new one stands there, never half of one.
pub fn write_whole(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = draft_of(path);
    let written = write_new(storage, &draft, bytes).and_then(|()| storage.rename(&draft, path));
    if let Err(why) = written {
        // It is the first error that counts; a draft that stays is overwritten next time.
        let _ = storage.remove(&draft);
        return Err(why);
    }
    path.parent().map_or(Ok(()), |folder| storage.sync_folder(folder))
}

/// The text in a plain file; `InvalidData` when it is not UTF-8.
pub fn read_text(storage: &dyn Storage, path: &Path, limit: u64) -> io::Result<String> {
    String::from_utf8(storage.read(path, limit)?).map_err(|_| ErrorKind::InvalidData.into())
}

/// Writes a new file and syncs it.
pub fn write_new(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = storage.create(path)?;
    storage.append(&mut file, bytes)?;
    storage.sync(&file)
}

/// Where [`write_whole`] writes before the rename.
pub fn draft_of(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".nieuw");
    path.with_file_name(name)
}

/// Virus scanners and OneDrive hold a new file for a moment, and tell nobody when they let go.
#[cfg(windows)]
#[expect(clippy::disallowed_methods, reason = "three short waits, and only after a failure")]
fn let_go(milliseconds: u64) {
    std::thread::sleep(std::time::Duration::from_millis(milliseconds));
}

/// Opens for reading what is a plain file, or a link to one; a pipe would wait for ever.
fn open_plain(path: &Path) -> io::Result<File> {
    let what = fs::metadata(path)?;
    if what.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !what.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

fn owner_only_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn owner_only_folder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has a mode to set"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}
