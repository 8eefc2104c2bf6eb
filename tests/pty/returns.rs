//! Coming back to a lesson: after a crash, while another program has it, after very much happened,
//! and on a disk that does not take it.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use lesloper::card::Card;
use lesloper::class::People;
use lesloper::lesson::{Command, Event, History, Moment, Opening, Screen, decide};
use lesloper::store::{Paths, Store};

use super::laptop::{Laptop, MONDAY};
use super::seen::Ended;

/// Two minutes after [`MONDAY`].
const SOON: &str = "2026-11-23T09:37:00Z";

#[test]
fn a_second_program_on_the_same_lesson_is_refused_until_the_first_is_gone() {
    let laptop = Laptop::new();
    let mut first = laptop.start();
    first.begin("verhaal");
    first.walk_to("Vandaag maken we een verhaal af.");
    let mut second = laptop.start_at(SOON);
    second.wait_for("Verder gaan");
    let asked = Instant::now();
    second.press("Enter");
    second.wait_for("Deze les is al open in een ander venster");
    assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    second.wait_for(&format!("proces {}", first.pid));
    first.kill();
    second.press("Enter");
    second.wait_for("Vandaag maken we een verhaal af.");
}

#[test]
fn after_a_crash_with_ten_thousand_events_one_key_goes_on() {
    let laptop = Laptop::new();
    write_long_lesson(&laptop, 10_000);
    let mut terminal = laptop.start_at(SOON);
    terminal.wait_for("Verder gaan");
    terminal.press("Enter");
    terminal.wait_for_title("stap 2 van");
    terminal.press("q");
    terminal.press("Enter");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    assert!(laptop.journal().lines().count() > 10_000);
}

/// A class that walked to and fro between the first steps until it was too late.
fn write_long_lesson(laptop: &Laptop, events: usize) {
    let source = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/activities/bedrijfsbezoek-voorbereiden.json"
    ))
    .unwrap();
    let card = Card::parse(&source).unwrap();
    let id = card.id.clone();
    let mut history = History::new(Arc::new(card));
    let wall: Timestamp = MONDAY.parse().unwrap();
    let now = Moment { monotonic: Duration::ZERO, wall };
    history.append(now, vec![Event::LessonStarted { card: id, class: None }]);
    let act = |history: &mut History, command| {
        let events = decide(history.lesson(), command, now, 7).unwrap();
        history.append(now, events);
    };
    let opening = Opening::new(People::Count(24), None, Screen::Mirrored);
    act(&mut history, Command::OpenSitting(opening));
    let in_second = |history: &History| history.lesson().scene(now, None).place.number == 2;
    while history.records().len() < events || !in_second(&history) {
        let back = in_second(&history);
        act(&mut history, if back { Command::Back } else { Command::Next });
    }
    let journal =
        Store::open(Paths::within(&laptop.data())).begin(&source, history.records(), Box::new(|_| {}));
    let status = journal.close(Duration::from_secs(10));
    assert_eq!(status.saved, history.records().len() as u64);
}

#[test]
fn a_lesson_that_cannot_be_saved_is_run_and_says_so() {
    let laptop = Laptop::new();
    fs::create_dir(laptop.data()).unwrap();
    // A file where the folder should be: not even root can write there.
    fs::write(laptop.data().join("lessen"), "").unwrap();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.wait_for("nog niet bewaard");
    terminal.walk_to("Dan stopt het verhaal.");
    terminal.wait_for("nog niet bewaard");
    // There is room again: everything is saved after all.
    fs::remove_file(laptop.data().join("lessen")).unwrap();
    terminal.wait_gone("nog niet bewaard");
    terminal.kill();
    let mut again = laptop.start_at(SOON);
    again.wait_for("Verder gaan");
    again.press("Enter");
    again.wait_for("Dan stopt het verhaal.");
}

#[test]
fn leaving_says_what_is_not_saved_and_why() {
    let laptop = Laptop::new();
    // A file where the stick should be.
    fs::write(laptop.data(), "").unwrap();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.wait_for("nog niet bewaard");
    terminal.press("q");
    terminal.wait_for("Toch stoppen? Nog niet alles is bewaard.");
    terminal.press("Enter");
    assert_eq!(terminal.wait_end(), Ended::Code(1));
    terminal.wait_restored();
    terminal.wait_for("is niet bewaard.");
    terminal.wait_for("bewaren lukt niet, want");
    terminal.wait_gone("Verder gaan kan altijd");
}

#[test]
fn a_signal_gives_the_terminal_back_before_the_disk_has_answered() {
    let laptop = Laptop::new();
    fs::write(laptop.data(), "").unwrap();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.wait_for("nog niet bewaard");
    terminal.signal("TERM");
    terminal.wait_restored();
    assert_eq!(terminal.wait_end(), Ended::Code(1));
}

#[test]
fn without_a_terminal_the_program_says_what_it_needs() {
    let laptop = Laptop::new();
    let program = env!("CARGO_BIN_EXE_lesloper");
    let output = std::process::Command::new(program).arg("--map").arg(laptop.data()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("Lesloper heeft een terminal nodig"), "{said}");
}
