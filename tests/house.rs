//! The rules of the house, checked on the source as text: which room may use which, what a room may
//! touch, and how a file looks. Lengths of functions are in `clippy.toml`.

use std::fs;
use std::path::Path;

/// Each room, with the rooms that it may use.
const ROOMS: [(&str, &[&str]); 12] = [
    ("dutch", &[]),
    ("text", &[]),
    ("card", &["dutch", "text"]),
    ("class", &["text"]),
    ("lesson", &["card", "class", "text"]),
    ("report", &["card", "class", "lesson", "dutch", "text"]),
    ("store", &["card", "class", "lesson", "text"]),
    ("session", &["card", "class", "lesson", "report", "store", "text"]),
    ("tui", &["card", "class", "lesson", "session", "dutch", "text"]),
    ("desk", &["lesson", "session", "text"]),
    ("room", &["lesson", "session", "dutch", "text"]),
    (
        "cli",
        &["card", "class", "desk", "dutch", "lesson", "report", "room", "session", "store", "text", "tui"],
    ),
];

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
    check_sample(room_use, "src/tui/mod.rs", "use crate::desk;", &["src/tui/mod.rs: tui may not use desk"]);
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
    let Some((_, may_use)) = ROOMS.iter().find(|(name, _)| name == room) else {
        return vec![format!("{}: {room} is not a room of the house", file.path)];
    };
    let code = code(&file.text);
    let mut complaints = Vec::new();
    for after in code.split("crate::").skip(1) {
        let used: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if used.is_empty() {
            complaints.push(format!("{}: one `use` for each room", file.path));
        }
        if used != *room && ROOMS.iter().any(|(name, _)| *name == used) && !may_use.contains(&used.as_str()) {
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
    assert_eq!(circle(&ROOMS), None);
    assert_eq!(circle(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"]), ("d", &[])]), Some("a"));
}

fn circle(rooms: &[(&'static str, &[&'static str])]) -> Option<&'static str> {
    let reaches_itself = |start: &&'static str| {
        let mut seen = Vec::new();
        let mut todo = vec![*start];
        while let Some(room) = todo.pop() {
            let used = rooms.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, used)| used);
            for next in used {
                if next == start {
                    return true;
                }
                if !seen.contains(next) {
                    seen.push(next);
                    todo.push(next);
                }
            }
        }
        false
    };
    rooms.iter().map(|(room, _)| *room).find(reaches_itself)
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
