//! A laptop as a test needs it: a home, a stick with all data, and the program that is started there.

use std::fs;
use std::path::PathBuf;

use portable_pty::{CommandBuilder, PtySize};
use tempfile::TempDir;

use super::terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_lesloper");

/// A laptop with a home folder and a stick that holds all data; both are gone with it.
pub struct Laptop {
    folder: TempDir,
}

/// How the program is started.
#[derive(Clone)]
pub struct Start {
    pub columns: u16,
    pub rows: u16,
    /// Where the wall clock stands at the start; None: the real one.
    pub now: Option<&'static str>,
    pub environment: Vec<(&'static str, String)>,
    pub arguments: Vec<String>,
}

impl Default for Start {
    fn default() -> Self {
        Self { columns: 80, rows: 24, now: Some(MONDAY), environment: Vec::new(), arguments: Vec::new() }
    }
}

impl Start {
    fn size(&self) -> PtySize {
        PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 }
    }
}

/// Monday 23 November 2026, 10:35 in the Netherlands.
pub const MONDAY: &str = "2026-11-23T09:35:00Z";
pub const A_WEEK_LATER: &str = "2026-11-30T09:35:00Z";

impl Laptop {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder }
    }

    /// The folder that is given as `--map`.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("stick")
    }

    pub fn start(&self) -> Terminal {
        self.start_with(&Start::default())
    }

    pub fn start_at(&self, now: &'static str) -> Terminal {
        self.start_with(&Start { now: Some(now), ..Start::default() })
    }

    pub fn start_with(&self, start: &Start) -> Terminal {
        Terminal::open(self.command(start), start.size())
    }

    /// In a terminal that is not the one of its session: nothing tells it that the window is closed.
    pub fn start_aside(&self) -> Terminal {
        let start = Start::default();
        let mut command = self.command(&start);
        command.set_controlling_tty(false);
        Terminal::open(command, start.size())
    }

    fn command(&self, start: &Start) -> CommandBuilder {
        let mut command = CommandBuilder::new(PROGRAM);
        command.arg("--map");
        command.arg(self.data());
        // A terminal that is not there reads words, not shapes.
        if !start.arguments.iter().any(|argument| argument == "--letters") {
            command.args(["--letters", "geen"]);
        }
        command.args(&start.arguments);
        command.env_clear();
        command.cwd(self.folder.path());
        command.env("HOME", self.folder.path().join("home"));
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("TZ", "Europe/Amsterdam");
        command.env("LESLOPER_KANS", "7");
        if let Some(now) = start.now {
            command.env("LESLOPER_NU", now);
        }
        for (name, value) in &start.environment {
            command.env(name, value);
        }
        command
    }

    /// The folders of the lessons on the stick.
    pub fn lessons(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.data().join("lessen")) else { return Vec::new() };
        let entries = entries.map(Result::unwrap).filter(|entry| entry.file_type().unwrap().is_dir());
        let whole = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
        let mut folders: Vec<_> = whole.map(|entry| entry.path()).collect();
        folders.sort();
        folders
    }

    /// The journal of the one lesson there is.
    pub fn journal(&self) -> String {
        let lessons = self.lessons();
        assert_eq!(lessons.len(), 1, "{lessons:?}");
        fs::read_to_string(lessons[0].join("journaal.jsonl")).unwrap()
    }
}
