//! What the program does when nobody touches it, and what it never does: talk to a network.

use std::fs;
use std::time::Duration;

use super::laptop::{Laptop, Start};

/// Long enough to see something that happens every second.
const A_WHILE: Duration = Duration::from_millis(2200);
const QUIET: Duration = Duration::from_millis(150);

#[test]
fn a_lesson_that_waits_writes_nothing_and_never_wakes() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.settle(QUIET);
    let before = terminal.wake_ups();
    assert_eq!(String::from_utf8_lossy(&terminal.written_in(A_WHILE)), "");
    assert_eq!(terminal.wake_ups() - before, 0);
}

/// In big letters, which the clock draws again where a digit changes.
#[test]
fn a_running_timer_wakes_once_a_second_and_writes_little() {
    for ((columns, rows), most) in [((80, 24), 440), ((200, 50), 1320)] {
        let laptop = Laptop::new();
        let arguments = vec!["--letters".to_owned(), "kwadrant".to_owned()];
        let mut terminal = laptop.start_with(&Start { columns, rows, arguments, ..Start::default() });
        terminal.begin_unread("verhaal");
        terminal.walk_to("voorbereiden");
        terminal.press_and_see("t");
        terminal.settle(QUIET);
        let before = terminal.wake_ups();
        let written = terminal.written_in(A_WHILE);
        let woken = terminal.wake_ups() - before;
        assert!((1..=5).contains(&woken), "{woken} wake-ups in {A_WHILE:?}");
        assert!((1..=most).contains(&written.len()), "{} bytes in {A_WHILE:?}", written.len());
    }
}

#[test]
fn a_program_that_was_frozen_for_a_moment_goes_on_with_its_timer() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.walk_to("Vandaag maken we een verhaal af.");
    terminal.wait_for("2:00");
    terminal.press("t");
    terminal.wait_for("1:59");
    terminal.signal("STOP");
    terminal.wait_for_system("the stop", |terminal| terminal.state() == "T");
    terminal.signal("CONT");
    terminal.wait_for("1:58");
}

#[test]
fn nothing_of_the_program_is_on_a_network() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    let folder = format!("/proc/{}/fd", terminal.pid);
    // A file may be closed while the folder is read.
    let open = fs::read_dir(folder).unwrap().filter_map(|entry| fs::read_link(entry.unwrap().path()).ok());
    let sockets: Vec<String> = open
        .filter_map(|target| Some(target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    for protocol in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6", "packet"] {
        let table = terminal.proc(&format!("net/{protocol}"));
        for socket in &sockets {
            let found = table.lines().find(|line| line.split_whitespace().any(|word| word == socket));
            assert_eq!(found, None, "{protocol}");
        }
    }
}
