//! However the program ends or stops, the terminal is given back and the lesson is kept.

use std::time::{Duration, Instant};

use super::laptop::{Laptop, Start};
use super::seen::Ended;
use super::terminal::Terminal;

/// In the first step of a lesson.
fn in_a_lesson(laptop: &Laptop) -> Terminal {
    let mut terminal = laptop.start();
    to_a_lesson(&mut terminal);
    terminal
}

fn to_a_lesson(terminal: &mut Terminal) {
    terminal.begin("verhaal");
    terminal.walk_to("Dan stopt het verhaal.");
}

/// The lesson goes on where it was, with one key.
#[track_caller]
fn check_kept(laptop: &Laptop) {
    let mut terminal = laptop.start();
    terminal.wait_for("Verder gaan");
    terminal.press("Enter");
    terminal.wait_for("Dan stopt het verhaal.");
}

#[test]
fn what_is_pasted_on_a_step_does_nothing() {
    let laptop = Laptop::new();
    let mut terminal = in_a_lesson(&laptop);
    let before = terminal.picture();
    terminal.paste("q\rd");
    terminal.press("s");
    terminal.wait_for("Stop. Kijk naar voren.");
    terminal.press_and_see("s");
    assert_eq!(terminal.picture(), before);
}

#[test]
fn a_signal_to_end_gives_the_terminal_back_at_once() {
    for signal in ["TERM", "HUP", "INT"] {
        let laptop = Laptop::new();
        let terminal = in_a_lesson(&laptop);
        let asked = Instant::now();
        terminal.signal(signal);
        assert_eq!(terminal.wait_end(), Ended::Code(0), "{signal}");
        assert!(asked.elapsed() < Duration::from_millis(500), "{signal} took {:?}", asked.elapsed());
        terminal.wait_restored();
        terminal.wait_for("Bewaard. Verder gaan kan altijd.");
        check_kept(&laptop);
    }
}

#[test]
fn a_program_that_is_stopped_gives_the_terminal_back_and_draws_again_when_it_goes_on() {
    let laptop = Laptop::new();
    let mut terminal = in_a_lesson(&laptop);
    terminal.signal("TSTP");
    terminal.wait_for_system("the stop", |terminal| terminal.state() == "T");
    terminal.wait_restored();
    terminal.wait_gone("Dan stopt het verhaal.");
    terminal.signal("CONT");
    terminal.wait_for("Dan stopt het verhaal.");
    assert!(!terminal.is_restored());
    terminal.walk_to("Jullie bedenken wat helpt.");
}

#[test]
fn a_program_whose_window_is_closed_ends_by_itself() {
    for start in [Laptop::start, Laptop::start_aside] {
        let laptop = Laptop::new();
        let mut terminal = start(&laptop);
        to_a_lesson(&mut terminal);
        let asked = Instant::now();
        terminal.close_window();
        terminal.wait_end();
        assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    }
}

#[test]
fn ctrl_c_asks_once_and_the_second_time_leaves() {
    let laptop = Laptop::new();
    let mut terminal = in_a_lesson(&laptop);
    terminal.press("Ctrl-C");
    terminal.wait_for("Stoppen voor vandaag?");
    terminal.press("Ctrl-C");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    terminal.wait_restored();
    check_kept(&laptop);
}

#[test]
fn a_panic_in_any_draw_gives_the_terminal_back_and_keeps_the_lesson() {
    // The first two draws are the list, without and with what is on the disk.
    let keys = ["Enter", "Enter", "Right", "Right", "s", "s", "Right"];
    for draw in [1, 2, 3, 4, 5, 7] {
        let laptop = Laptop::new();
        let environment = vec![("LESLOPER_FOUT", format!("teken:{draw}"))];
        let arguments = vec!["--muis".to_owned(), "aan".to_owned()];
        let mut terminal = laptop.start_with(&Start { environment, arguments, ..Start::default() });
        for (index, key) in keys.into_iter().enumerate() {
            terminal.wait_for_frames_or_end(index + 2);
            terminal.press(key);
        }
        assert_eq!(terminal.wait_end(), Ended::Code(101), "draw {draw}");
        terminal.wait_restored();
        terminal.wait_for("this draw was asked to fail");
        let mut again = laptop.start();
        again.wait_for("Kies een activiteit");
        if !laptop.lessons().is_empty() {
            again.wait_for("Verder gaan");
            again.press("Enter");
            again.wait_for_title("Bedrijfsbezoek voorbereiden");
        }
    }
}
