//! `lesloper schermtest`, from the first question to the look that the next start has.

use std::fs;

use super::laptop::{Laptop, Start};
use super::seen::Ended;
use super::terminal::Terminal;

/// The ground of the light theme, as it is written to the terminal.
const LIGHT: &str = "48;2;251;251;248m";

fn start(laptop: &Laptop, arguments: &[&str]) -> Terminal {
    let arguments = arguments.iter().map(ToString::to_string).collect();
    laptop.start_with(&Start { arguments, ..Start::default() })
}

#[test]
fn a_classroom_is_tested_and_looks_so_the_next_time() {
    let laptop = Laptop::new();
    let mut terminal = start(&laptop, &["schermtest"]);
    terminal.wait_for_title("Schermtest");
    terminal.wait_for("Welke leest het mooist?");
    terminal.wait_for("► geen");
    terminal.wait_for("Wat past bij jou?");
    terminal.press_and_see("Left");
    terminal.wait_for("► ascii");
    terminal.press("Right");
    terminal.wait_for("► geen");
    terminal.press("Enter");
    terminal.wait_for("Kan de achterste rij het lezen?");
    terminal.wait_for("ongeveer 12 rijen staan; nu 24.");
    terminal.resize(40, 12);
    terminal.wait_for("Ja: elke zin is ook achterin te lezen.");
    terminal.resize(80, 24);
    terminal.wait_for("nu 24.");
    terminal.press("Enter");
    terminal.wait_for("► donker");
    terminal.press("Right");
    terminal.wait_for("► licht");
    terminal.press("Enter");
    terminal.wait_for("Druk op verder");
    for (key, next) in [("PageDown", "Druk op terug"), ("PageUp", "Druk op zwart"), (".", "Hij doet het!")] {
        terminal.press(key);
        terminal.wait_for(next);
    }
    terminal.press("Enter");
    terminal.wait_for("Hoe heet dit lokaal?");
    terminal.type_text("C12");
    terminal.wait_for("► C12");
    terminal.press("Enter");
    terminal.wait_for("Bewaard voor lokaal C12.");
    let kept = fs::read_to_string(laptop.data().join("instellingen.json")).unwrap();
    let words: String = kept.split_whitespace().collect();
    assert!(
        words.contains(r#""lokaal":"C12","lokalen":{"C12":{"thema":"licht","letters":"geen"}}"#),
        "{kept}"
    );
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    terminal.wait_restored();

    assert!(colours(&start(&laptop, &[])).contains(LIGHT));
    // What is asked for on the command line comes first.
    assert!(!colours(&start(&laptop, &["--thema", "donker"])).contains(LIGHT));
}

#[test]
fn the_test_can_be_left_at_any_time() {
    let laptop = Laptop::new();
    for keys in [0, 1, 2, 3] {
        let mut terminal = start(&laptop, &["schermtest"]);
        terminal.wait_for("Welke leest het mooist?");
        for _ in 0..keys {
            terminal.press_and_see("Enter");
        }
        terminal.press("Ctrl-Q");
        assert_eq!(terminal.wait_end(), Ended::Code(0));
        terminal.wait_restored();
    }
    assert!(!laptop.data().join("instellingen.json").exists());
}

/// All that was written until the list stood there.
fn colours(terminal: &Terminal) -> String {
    terminal.wait_for("Kies een activiteit");
    terminal.written()
}
