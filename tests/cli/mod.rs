//! The program from outside: what it prints, how it ends, and what it leaves alone.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

mod activities;
pub mod check;
mod classes;
mod plain;
mod sharing;
mod sheets;
mod strict;
mod times;
mod usage;

pub use check::GOOD;

/// A folder of its own for each test: `map` for the data, `thuis` for a home that stays empty.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(TempDir::new().unwrap());
        fs::create_dir(desk.path("thuis")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn lay(&self, name: &str, contents: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// A line in `map` and all it gave: what was printed, then errors, then the exit code if not 0.
    fn run(&self, line: &str) -> String {
        self.run_with("", &format!("--map map {line}"))
    }

    fn run_with(&self, input: &str, line: &str) -> String {
        let mut child = self.command(line).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let mut said = String::from_utf8(output.stdout).unwrap();
        for line in String::from_utf8(output.stderr).unwrap().lines() {
            writeln!(said, "err: {line}").unwrap();
        }
        if !output.status.success() {
            writeln!(said, "exit {}", output.status.code().unwrap()).unwrap();
        }
        said
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lesloper"));
        let home = self.path("thuis");
        command.args(line.split(' ').filter(|word| !word.is_empty()));
        command.current_dir(self.0.path()).env_clear().env("HOME", &home).env("USERPROFILE", &home);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Every file below, by name.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        collect(self.0.path(), self.0.path(), &mut files);
        files.sort();
        files
    }
}

fn collect(top: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(top, &path, files);
        } else {
            files.push(path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
}

#[test]
fn without_a_terminal_it_says_so() {
    assert_eq!(
        Desk::new().run(""),
        "err: Lesloper heeft een terminal nodig. Open een terminalvenster en typ daar: lesloper\nexit 1\n"
    );
}

#[test]
fn the_screen_test_needs_a_terminal_too() {
    let desk = Desk::new();
    assert_eq!(desk.run("schermtest"), desk.run(""));
    assert!(desk.files().is_empty());
}

#[test]
fn all_data_stands_in_the_folder_that_was_named() {
    let desk = Desk::new();
    desk.lay("namen.txt", "Zoë\nSem\n");
    desk.run("klas 2B --namen namen.txt");
    assert_eq!(desk.files(), ["map/klassen/2b.json", "namen.txt"]);
}

#[test]
fn the_folder_may_stand_in_the_environment() {
    let desk = Desk::new();
    desk.lay("namen.txt", "Zoë\nSem\n");
    let status = desk.command("klas 2B --namen namen.txt").env("LESLOPER_MAP", "stick").status().unwrap();
    assert!(status.success());
    assert_eq!(desk.files(), ["namen.txt", "stick/klassen/2b.json"]);
}

#[test]
#[cfg(unix)]
fn who_stops_reading_is_not_told_off() {
    let desk = Desk::new();
    let mut child = desk.command("--help").spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
