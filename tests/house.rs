//! The rules of the house, checked on the source as text: which room may use which, what a room may
//! touch, and how a file looks. Lengths of functions are in `clippy.toml`.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The rooms, as ARCHITECTURE.md promises them.
static ROOMS: LazyLock<Vec<Room>> = LazyLock::new(|| rooms(include_str!("../ARCHITECTURE.md")));

struct Room {
    name: String,
    may_use: String,
}

impl Room {
    fn may_use(&self, other: &str) -> bool {
        self.may_use == "all" || self.may_use.split(", ").any(|name| name == other)
    }
}

/// The rows of the table of rooms: name, what it holds, what it may use, what it touches.
fn rooms(architecture: &str) -> Vec<Room> {
    let rows = architecture.lines().skip_while(|line| !line.starts_with("| room |"));
    let rows = rows.skip(2).take_while(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.split('|').map(|cell| cell.trim_matches([' ', '`'])).collect::<Vec<_>>());
    cells.map(|cells| Room { name: cells[1].to_owned(), may_use: cells[3].to_owned() }).collect()
}

/// Names that reach out of the program, with the rooms that may say them.
const TOUCHES: [(&str, &[&str]); 17] = [
    ("std::fs", &["store"]),
    ("std::net", &["room"]),
    ("tokio::", &["room"]),
    ("std::os::unix::net", &["desk"]),
    ("interprocess::", &["desk"]),
    ("crossterm::", &["tui"]),
    ("std::env", &["cli", "session"]),
    ("stdout()", &["cli", "tui"]),
    ("stderr()", &["cli"]),
    ("std::thread", &["store", "session", "tui", "desk", "room"]),
    ("Instant::now", &["store", "session", "tui", "desk", "room"]),
    ("SystemTime", &["store", "session", "tui"]),
    ("Timestamp::now", &["store", "session", "tui", "cli"]),
    ("Zoned::now", &["session", "tui", "cli"]),
    ("TimeZone::system", &["store", "session", "tui", "cli"]),
    ("rand::rng(", &["session", "tui", "cli"]),
    ("SysRng", &["session", "store", "tui", "cli", "room"]),
];

const MAX_LINES: usize = 400;

/// Folders of one machine; nothing that ships may know them.
const MACHINE_FOLDERS: [&str; 6] = ["home", "Users", "root", "work", "tmp", "mnt"];

/// A file, with its path from the top of the project.
struct File {
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The names of the modules above what stands in the file: `store`, `journal`.
    fn modules(&self) -> Vec<&str> {
        let inner = self.path.strip_prefix("src/").unwrap_or_default();
        let inner = inner.trim_end_matches(".rs").trim_end_matches("/mod");
        inner.split('/').filter(|name| !matches!(*name, "" | "lib" | "main")).collect()
    }
}

/// Every file that ships.
fn files() -> Vec<File> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![top.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let shown = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                if !matches!(shown.as_str(), ".git" | "target") {
                    folders.push(path);
                }
            } else if let Ok(text) = fs::read_to_string(&path) {
                files.push(File::new(&shown, &text));
            }
        }
    }
    files
}

/// Runs `rule` on every file whose path ends so, and wants no complaint.
fn check(ending: &str, rule: fn(&File) -> Vec<String>) {
    let files: Vec<File> = files().into_iter().filter(|file| file.path.ends_with(ending)).collect();
    assert!(files.len() > 5, "the files are found");
    let complaints: Vec<String> = files.iter().flat_map(rule).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

fn check_sample(rule: fn(&File) -> Vec<String>, path: &str, text: &str, expected: &[&str]) {
    assert_eq!(rule(&File::new(path, text)), expected);
}

#[test]
fn rooms_use_only_the_rooms_they_may() {
    check(".rs", room_use);
    check_sample(
        room_use,
        "src/lesson/state.rs",
        "//! It uses crate::tui.\n/* crate::tui */ use crate::{card, store};\nuse crate::card::Card;\n\
         use super::super::tui;\nuse crate::session::open; const C: &str = \"crate::tui\";",
        &[
            "src/lesson/state.rs: one `use` for each room",
            "src/lesson/state.rs: lesson may not use session",
            "src/lesson/state.rs: super leaves the room",
        ],
    );
    check_sample(room_use, "src/tui/mod.rs", "use crate::store;", &["src/tui/mod.rs: tui may not use store"]);
    check_sample(
        room_use,
        "src/text/mod.rs",
        "use super::dutch;",
        &["src/text/mod.rs: super leaves the room"],
    );
    check_sample(room_use, "src/attic.rs", "", &["src/attic.rs: attic is not a room of the house"]);
}

fn room_use(file: &File) -> Vec<String> {
    let modules = file.modules();
    let Some(room) = modules.first() else { return Vec::new() };
    let Some(here) = ROOMS.iter().find(|known| known.name == **room) else {
        return vec![format!("{}: {room} is not a room of the house", file.path)];
    };
    let code = code(&file.text);
    let mut complaints = Vec::new();
    for after in code.split("crate::").skip(1) {
        let used: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if used.is_empty() {
            complaints.push(format!("{}: one `use` for each room", file.path));
        } else if used != *room && ROOMS.iter().any(|known| known.name == used) && !here.may_use(&used) {
            complaints.push(format!("{}: {room} may not use {used}", file.path));
        }
    }
    if code.contains(&"super::".repeat(modules.len())) {
        complaints.push(format!("{}: super leaves the room", file.path));
    }
    complaints
}

#[test]
fn no_room_can_come_back_to_itself() {
    assert!(ROOMS.len() > 8, "the table is found");
    assert_eq!(circle(&ROOMS), None);
    let table =
        "| room | holds | may use |\n|---|---|---|\n| `a` | x | b, d |\n| `b` | x | a |\n| `d` | x | |";
    assert_eq!(circle(&rooms(table)), Some("a, b".to_owned()));
}

/// The rooms that are left when those that use none of the others are taken away, again and again.
fn circle(rooms: &[Room]) -> Option<String> {
    let mut left: Vec<&Room> = rooms.iter().collect();
    loop {
        let uses_others =
            |room: &&Room| left.iter().any(|other| room.name != other.name && room.may_use(&other.name));
        let still: Vec<&Room> = left.iter().copied().filter(uses_others).collect();
        if still.len() == left.len() {
            let names: Vec<&str> = left.iter().map(|room| room.name.as_str()).collect();
            return (!names.is_empty()).then(|| names.join(", "));
        }
        left = still;
    }
}

#[test]
fn only_some_rooms_touch_the_world() {
    check(".rs", touch);
    check_sample(
        touch,
        "src/lesson/timer.rs",
        "use std::fs; // std::net\nlet now = Instant::now();\nlet said = \"std::env\"; let c = '\"'; std::env::var(x);",
        &[
            "src/lesson/timer.rs: lesson may not touch std::fs",
            "src/lesson/timer.rs: lesson may not touch std::env",
            "src/lesson/timer.rs: lesson may not touch Instant::now",
        ],
    );
    check_sample(touch, "src/store/mod.rs", "use std::fs;", &[]);
}

fn touch(file: &File) -> Vec<String> {
    let modules = file.modules();
    let Some(room) = modules.first() else { return Vec::new() };
    let code = code(&file.text);
    let touched = TOUCHES.iter().filter(|(name, rooms)| code.contains(name) && !rooms.contains(room));
    touched.map(|(name, _)| format!("{}: {room} may not touch {name}", file.path)).collect()
}

#[test]
fn a_file_fits_in_the_head_and_says_what_it_is() {
    check(".rs", shape);
    let long = format!("//! Long.\n{}", "\n".repeat(MAX_LINES));
    check_sample(shape, "src/a.rs", &long, &["src/a.rs: 401 lines; at most 400"]);
    check_sample(shape, "src/a.rs", "use std::io;", &["src/a.rs: begins without //!"]);
}

fn shape(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    let lines = file.text.lines().count();
    if lines > MAX_LINES {
        complaints.push(format!("{}: {lines} lines; at most {MAX_LINES}", file.path));
    }
    if !file.text.starts_with("//! ") {
        complaints.push(format!("{}: begins without //!", file.path));
    }
    complaints
}

#[test]
fn nothing_that_ships_knows_the_machine_it_was_made_on() {
    check("", machine_paths);
    let path = format!("see {}", ["", "home", "kim", "x"].join("/"));
    check_sample(machine_paths, "README.md", &path, &["README.md:1: a path of one machine"]);
    check_sample(machine_paths, "README.md", "see https://school.nl/home/x and a/tmp/b", &[]);
}

fn machine_paths(file: &File) -> Vec<String> {
    let is_known = |line: &str| {
        MACHINE_FOLDERS.iter().any(|folder| {
            let whole =
                |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || "-_.~}$".contains(c));
            let unix = format!("/{folder}/");
            let windows = format!(":\\{folder}\\");
            line.contains(&windows) || line.match_indices(&unix).any(|(at, _)| whole(&line[..at]))
        })
    };
    let lines = (1..).zip(file.text.lines()).filter(|(_, line)| is_known(line));
    lines.map(|(number, _)| format!("{}:{number}: a path of one machine", file.path)).collect()
}

#[test]
fn code_is_what_is_left_without_comments_and_texts() {
    let source = "a // b \"\n/* c */ d(\"e \\\" f\", 'g', '\\'', r#\"h \" i\"#, &'j k)";
    assert_eq!(code(source), "a \n d(\"\", '', '', r#\"\"#, &'j k)");
}

/// `source` without what stands in comments, texts and characters.
fn code(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '/' if rest.starts_with("//") => (0, rest.find('\n').unwrap_or(rest.len()), 0),
            '/' if rest.starts_with("/*") => (0, rest.find("*/").map_or(rest.len(), |at| at + 2), 0),
            '"' if code.ends_with(['r', '#']) => {
                let hashes = code.len() - code.trim_end_matches('#').len();
                let end = format!("\"{}", "#".repeat(hashes));
                (1, rest[1..].find(&end).map_or(rest.len(), |at| at + 2), 1)
            }
            '"' => (1, end_of_text(rest), 1),
            '\'' => (1, end_of_char(rest), 1),
            _ => (c.len_utf8(), c.len_utf8(), 0),
        };
        let (kept, length, closing) = skipped;
        code.push_str(&rest[..kept]);
        if length > kept {
            code.push_str(&rest[length - closing..length]);
        }
        rest = &rest[length..];
    }
    code
}

fn end_of_text(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Of `'a'` or `'\n'`; 1 for a lifetime.
fn end_of_char(text: &str) -> usize {
    let inner = &text[1..];
    match inner.chars().next() {
        Some('\\') => inner[2..].find('\'').map_or(text.len(), |at| at + 4),
        Some(c) if inner[c.len_utf8()..].starts_with('\'') => c.len_utf8() + 2,
        _ => 1,
    }
}
