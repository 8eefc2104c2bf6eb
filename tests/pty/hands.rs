//! A whole lesson with a clicker alone, with taps alone, and the keys in the hands of a pupil.

use std::time::Duration;

use super::laptop::{Laptop, Start};
use super::seen::Ended;
use super::terminal::Terminal;

const REST: Duration = Duration::from_millis(25);

fn on_the_board(laptop: &Laptop) -> Terminal {
    let arguments = vec!["--muis".to_owned(), "aan".to_owned()];
    laptop.start_with(&Start { arguments, ..Start::default() })
}

/// At a place of the screen, counted from 0.
fn tap(terminal: &mut Terminal, column: usize, row: usize) {
    let (x, y) = (column + 1, row + 1);
    terminal.type_text(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
}

/// Where this text begins.
#[track_caller]
fn place_of(terminal: &Terminal, text: &str) -> (usize, usize) {
    terminal.wait_for(text);
    let screen = terminal.screen();
    let found = screen
        .lines()
        .enumerate()
        .find_map(|(row, line)| line.find(text).map(|at| (line[..at].chars().count(), row)));
    found.unwrap_or_else(|| panic!("{text:?} is not in one row of\n{screen}"))
}

#[track_caller]
fn tap_on(terminal: &mut Terminal, text: &str) {
    let (column, row) = place_of(terminal, text);
    tap(terminal, column + 1, row);
}

/// Taps on the right half until this is seen.
#[track_caller]
fn tap_to(terminal: &mut Terminal, text: &str) {
    for _ in 0..120 {
        terminal.settle(REST);
        if terminal.shows(text) {
            return;
        }
        tap(terminal, 70, 1);
    }
    panic!("{text:?} did not come\n{}", terminal.screen());
}

#[test]
fn a_whole_lesson_goes_by_taps_alone() {
    let laptop = Laptop::new();
    let mut terminal = on_the_board(&laptop);
    for page in ["PgDn: nog", "PgDn: nog", "Verhaal afmaken", "Verhaal afmaken"] {
        terminal.settle(REST);
        if !terminal.shows("Verhaal afmaken") || page != "PgDn: nog" {
            tap_on(&mut terminal, page);
        }
    }
    terminal.wait_for("Zet je beamer op bevriezen");
    let (_, row) = place_of(&terminal, "Zien leerlingen jouw scherm?");
    tap(&mut terminal, 70, row);
    terminal.wait_for("nee, ik heb een tweede scherm");
    tap_on(&mut terminal, "Tik hier: naar de klas");
    tap_to(&mut terminal, "Wat zou jij doen?");
    let title = terminal.title();
    // A tap on the left half goes back, and at the edge it does nothing.
    tap(&mut terminal, 10, 1);
    terminal.wait_gone("Wat zou jij doen?");
    tap_to(&mut terminal, "Wat zou jij doen?");
    for (column, row) in [(0, 5), (1, 5), (78, 5), (79, 5), (40, 0), (40, 23)] {
        tap(&mut terminal, column, row);
    }
    terminal.settle(REST);
    assert_eq!(terminal.title(), title);
    tap_to(&mut terminal, "Welk verhaal kiezen we?");
    tap_on(&mut terminal, "Sanae en de remmen");
    terminal.wait_gone("Welk verhaal kiezen we?");
    tap_to(&mut terminal, "Klaar!");
    tap_to(&mut terminal, "Afronden?");
    // A tap beside the answers is no.
    tap(&mut terminal, 70, 5);
    terminal.wait_gone("Afronden?");
    tap_to(&mut terminal, "Afronden?");
    tap_on(&mut terminal, "Enter ja");
    terminal.wait_for("Afgerond. Mooi gedaan!");
    tap_on(&mut terminal, "z toch niet afronden");
    terminal.wait_gone("Afgerond.");
    tap_to(&mut terminal, "Afronden?");
    tap_on(&mut terminal, "Enter ja");
    tap_on(&mut terminal, "Enter naar de lijst");
    terminal.wait_for("Kies een activiteit");
    terminal.signal("TERM");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    terminal.wait_restored();
}

#[test]
fn taps_do_nothing_until_they_are_asked_for_and_are_remembered() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.wait_for("Kies een activiteit");
    assert!(!terminal.written().contains("\x1b[?1000h"));
    terminal.press("Ctrl-Q");
    terminal.wait_end();
    let mut terminal = on_the_board(&laptop);
    terminal.wait_for("Kies een activiteit");
    terminal.press("Ctrl-Q");
    terminal.wait_end();
    let mut terminal = laptop.start();
    terminal.wait_for("Kies een activiteit");
    assert!(terminal.written().contains("\x1b[?1000h"));
    terminal.signal("TSTP");
    terminal.wait_for_system("the stop", |terminal| terminal.state() == "T");
    terminal.wait_restored();
    terminal.signal("CONT");
    terminal.wait_for("Kies een activiteit");
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    terminal.wait_restored();
}

#[test]
fn a_whole_lesson_goes_by_a_clicker_alone() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.wait_for("Kies een activiteit");
    // Which activity it is, is chosen behind the laptop.
    terminal.type_text("verhaal");
    terminal.press("Enter");
    terminal.wait_for("Zet je beamer op bevriezen");
    terminal.press("Enter");
    terminal.wait_for("straks");
    let walk_to = |terminal: &mut Terminal, text: &str| {
        for _ in 0..120 {
            terminal.settle(REST);
            if terminal.shows(text) {
                return;
            }
            terminal.press("PageDown");
        }
        panic!("{text:?} did not come\n{}", terminal.screen());
    };
    walk_to(&mut terminal, "Wat zou jij doen?");
    let seen = terminal.picture();
    terminal.press("PageUp");
    terminal.wait_gone("Wat zou jij doen?");
    terminal.press("PageUp F5");
    terminal.wait_for("Wat zou jij doen?");
    for blank in [".", "b"] {
        terminal.press(blank);
        terminal.wait_for_system("an empty screen", |terminal| terminal.picture().trim().is_empty());
        terminal.press_and_see("PageDown");
    }
    assert_eq!(terminal.picture(), seen);
    walk_to(&mut terminal, "Klaar!");
    walk_to(&mut terminal, "Afronden?");
    terminal.press("Enter");
    terminal.wait_for("Afgerond. Mooi gedaan!");
    terminal.press("PageDown");
    terminal.wait_for("Kies een activiteit");
}

#[test]
fn a_pupil_at_the_keys_goes_on_and_nothing_else() {
    let laptop = Laptop::new();
    let mut terminal = on_the_board(&laptop);
    terminal.begin("verhaal");
    terminal.walk_to("Wat zou jij doen?");
    terminal.press("Ctrl-G");
    terminal.wait_for("De hulp bladert. Docent: twee keer Ctrl-G.");
    let title = terminal.title();
    for keys in ["Left PageUp", "s", "b", "q", "Esc", "F1", "Ctrl-Q", "Ctrl-C Ctrl-C", "z", "Ctrl-G a", "k"] {
        terminal.press(keys);
    }
    tap(&mut terminal, 10, 5);
    terminal.settle(REST);
    assert!(terminal.shows("Wat zou jij doen?"), "{}", terminal.screen());
    assert_eq!(terminal.title(), title);
    tap(&mut terminal, 70, 1);
    terminal.wait_for("De hulp bladert.");
    terminal.walk_to("Welk verhaal kiezen we?");
    // What is asked at the end is the teacher's.
    terminal.walk_to("Klaar!");
    for _ in 0..5 {
        terminal.press("Right");
    }
    terminal.wait_for("De hulp bladert. Docent: twee keer Ctrl-G.");
    assert!(!terminal.shows("Afronden?"));
    terminal.press("Ctrl-G");
    terminal.wait_for("Nog een keer Ctrl-G");
    terminal.press("Ctrl-G");
    terminal.wait_for("Alle toetsen doen het weer.");
    terminal.press("Right");
    terminal.wait_for("Afronden?");
}
