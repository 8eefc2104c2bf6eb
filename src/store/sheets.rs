//! What is made to print. A sheet is made anew; what is not ours stays as it is.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::store::Store;
use crate::store::error::{Error, Result};
use crate::store::storage::write_whole;

/// More than any sheet.
const MAX_SHEET: u64 = 64 * 1024 * 1024;

impl Store {
    /// Writes it in this folder, else in the teacher's own. A file with another first line is not ours.
    pub fn write_sheet(&self, folder: Option<&Path>, name: &str, html: &str) -> Result<PathBuf> {
        let path = folder.unwrap_or(&self.paths.sheets).join(name);
        let taken = |path: &Path| Error::SheetTaken { path: path.to_owned() };
        let failed = |why: io::Error| Error::SheetUnwritten { path: path.clone(), why };
        match self.storage.read(&path, MAX_SHEET) {
            Ok(present) if first_line(&present) == first_line(html.as_bytes()) => {}
            Err(why) if why.kind() == ErrorKind::NotFound => {}
            Ok(_) => return Err(taken(&path)),
            Err(why) if matches!(why.kind(), ErrorKind::IsADirectory | ErrorKind::InvalidInput) => {
                return Err(taken(&path));
            }
            Err(why) => return Err(failed(why)),
        }
        let parent = path.parent().unwrap_or(&path);
        self.storage.create_folder(parent).map_err(failed)?;
        write_whole(&*self.storage, &path, html.as_bytes()).map_err(failed)?;
        Ok(path)
    }
}

fn first_line(bytes: &[u8]) -> Option<&[u8]> {
    bytes.split(|byte| *byte == b'\n').next()
}
