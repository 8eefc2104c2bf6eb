//! The lesson on one terminal, and the second screen on another.

use super::laptop::{Laptop, Start};
use super::seen::Ended;
use super::terminal::Terminal;

/// A second screen on this laptop.
fn second(laptop: &Laptop) -> Terminal {
    laptop.start_with(&Start { columns: 100, rows: 30, arguments: vec!["docent".into()], ..Start::default() })
}

/// Goes on by the second screen until the class sees this.
#[track_caller]
fn drive_to(second: &mut Terminal, class: &Terminal, text: &str) {
    for _ in 0..120 {
        if class.shows(text) {
            return;
        }
        let (frames, before) = (second.frames(), class.frames());
        second.press("Right");
        second.wait_for_frames_or_end(frames + 1);
        class.wait_for_frames_or_end(before + 1);
    }
    panic!("{text:?} never came; the class sees:\n{}", class.screen());
}

#[test]
fn a_whole_activity_is_driven_from_a_second_screen_and_each_may_die() {
    let laptop = Laptop::new();
    let mut notes = second(&laptop);
    notes.wait_for("Er loopt nu geen les.");
    let mut class = laptop.start();
    class.begin("bedrijfsbezoek voor");
    notes.wait_for("Straks");

    drive_to(&mut notes, &class, "Vertel het aan de klas.");
    notes.note(&["Veel machines", "Mensen met helmen"]);
    notes.wait_for("Zien leerlingen dit scherm niet?");
    notes.press("n");
    notes.wait_for("2 antwoorden, 2 verborgen");
    assert!(!class.shows("Veel machines"));

    // The second screen dies and comes back: it sees the lesson as it is.
    notes.kill();
    let mut notes = second(&laptop);
    notes.wait_for("Zien leerlingen dit scherm niet?");
    notes.press("n");
    notes.wait_for("Mensen met helmen");
    notes.press("o");
    class.wait_for("Mensen met helmen");
    notes.wait_for("2 antwoorden, in beeld");

    // The lesson dies and comes back: the second screen finds it again.
    class.kill();
    notes.wait_for("Er loopt nu geen les.");
    let mut class = laptop.start_at("2026-11-23T09:36:00Z");
    class.wait_for("Verder gaan");
    class.press("Enter");
    class.wait_for("Vertel het aan de klas.");
    notes.wait_for("Veel machines");
    drive_to(&mut notes, &class, "Tot hier vandaag.");
    notes.press("Right");
    class.wait_for("Stoppen voor vandaag?");
    notes.wait_for("Stoppen voor vandaag?");
    class.press("Right");
    class.wait_gone("Stoppen voor vandaag?");
    drive_to(&mut notes, &class, "Dit wilden jullie weten. Weten jullie het nu?");
    drive_to(&mut notes, &class, "Welk moment vergeet je niet?");
    class.walk_to("Afronden");
    class.press("Right");
    class.wait_for("Afronden?");
    class.press("Enter");
    class.wait_for("Afgerond.");
    class.press("Enter");
    class.wait_for("Kies een activiteit");
    notes.wait_for("Er loopt nu geen les.");
    notes.press("q");
    assert_eq!(notes.wait_end(), Ended::Code(0));
}

#[test]
fn two_second_screens_show_the_same() {
    let laptop = Laptop::new();
    let mut class = laptop.start();
    class.begin("verhaal");
    let (first, mut other) = (second(&laptop), second(&laptop));
    for screen in [&first, &other] {
        screen.wait_for("Straks");
    }
    other.press("s");
    for screen in [&first, &other] {
        screen.wait_for("Eroverheen ligt: stop, kijk naar voren.");
    }
    class.wait_for("Kijk naar voren");
    class.press("Right");
    for screen in [&first, &other] {
        screen.wait_gone("Eroverheen ligt");
    }
}
