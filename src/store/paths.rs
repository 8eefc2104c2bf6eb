//! Where everything stands, and names that are safe as names of files on every system.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::store::error::{Error, Result};

/// What the schema for editors is called, beside the cards.
pub const SCHEMA: &str = "kaart.schema.json";

/// With what is added to it this stays far below the 255 bytes that file systems allow.
const MAX_NAME: usize = 40;

/// The folders and files of one user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The lessons, each in a folder of its own.
    pub lessons: PathBuf,
    /// The class lists; names stand nowhere else.
    pub classes: PathBuf,
    pub settings: PathBuf,
    /// The teacher's own cards.
    pub cards: PathBuf,
    /// What was made to print.
    pub sheets: PathBuf,
    /// Cards that are still being made.
    pub drafts: PathBuf,
    /// The socket on which a lesson can be seen by second screens.
    pub line: PathBuf,
}

impl Paths {
    /// Everything in one folder: `--map`, `LESLOPER_MAP`.
    pub fn within(folder: &Path) -> Self {
        Self::from_two(folder, folder)
    }

    /// The usual places of the user who is logged in.
    pub fn of_user() -> Result<Self> {
        let data = ProjectDirs::from("", "", "lesloper").ok_or(Error::NoHome)?;
        let user = UserDirs::new().ok_or(Error::NoHome)?;
        let documents = user.document_dir().unwrap_or_else(|| user.home_dir());
        Ok(Self::from_two(data.data_local_dir(), &documents.join("Lesloper")))
    }

    fn from_two(data: &Path, own: &Path) -> Self {
        Self {
            lessons: data.join("lessen"),
            classes: data.join("klassen"),
            settings: data.join("instellingen.json"),
            cards: own.join("kaarten"),
            sheets: own.join("overzichten"),
            drafts: data.join("concepten"),
            line: data.join("docent.sock"),
        }
    }
}

/// Lower-case ASCII letters, digits and single hyphens; short; no name that Windows keeps for itself.
/// Not empty.
pub fn safe_name(raw: &str) -> String {
    let mut name = String::new();
    for letter in raw.chars() {
        if name.len() >= MAX_NAME {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    if name.is_empty() || is_reserved(&name) {
        name.push_str(if name.is_empty() { "x" } else { "-x" });
    }
    name
}

/// As [`safe_name`], but names that differ by more than capitals never share one.
pub fn own_name(raw: &str) -> String {
    let name = safe_name(raw);
    if name == raw.to_lowercase() {
        return name;
    }
    format!("{name}-{:08x}", crc32fast::hash(raw.to_lowercase().as_bytes()))
}

/// Whether this is a draft, or something else that is not for people to see.
pub fn is_hidden(path: &Path) -> bool {
    path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."))
}

pub fn is_reserved(name: &str) -> bool {
    let numbered = |stem| name.strip_prefix(stem).is_some_and(|rest| rest.len() == 1 && rest != "0");
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}
