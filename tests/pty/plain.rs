//! A whole activity in lines of text, from the list to Afronden.

use super::laptop::{A_WEEK_LATER, Laptop, MONDAY, Start};
use super::seen::Ended;
use super::terminal::Terminal;

fn start(laptop: &Laptop, now: &'static str) -> Terminal {
    let arguments = vec!["--platte-tekst".to_owned()];
    laptop.start_with(&Start { columns: 160, rows: 50, now: Some(now), arguments, ..Start::default() })
}

/// Types a line, and waits for what comes of it and for the next prompt.
#[track_caller]
fn type_line(terminal: &mut Terminal, line: &str, expected: &str) {
    let before = prompts(terminal);
    terminal.type_text(line);
    terminal.press("Enter");
    terminal.wait_for_system("a prompt", |terminal| prompts(terminal) > before);
    terminal.wait_for(expected);
}

fn prompts(terminal: &Terminal) -> usize {
    terminal.written().matches("> ").count()
}

/// The last line.
#[track_caller]
fn end_with(terminal: &mut Terminal, line: &str) {
    terminal.type_text(line);
    terminal.press("Enter");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    assert!(!terminal.written().contains('\u{1b}'));
}

/// Enter, until this is said.
#[track_caller]
fn walk_to(terminal: &mut Terminal, text: &str) {
    for _ in 0..60 {
        if terminal.shows(text) {
            return;
        }
        type_line(terminal, "", "");
    }
    panic!("{text:?} did not come\n{}", terminal.written());
}

#[test]
fn a_whole_activity_is_led_in_lines() {
    let laptop = Laptop::new();
    let mut terminal = start(&laptop, MONDAY);
    terminal.wait_for("Kies een activiteit");
    type_line(&mut terminal, "18", "Hoeveel leerlingen?");
    type_line(&mut terminal, "", "Zien leerlingen");
    type_line(&mut terminal, "", "Tot hoe laat?");
    type_line(&mut terminal, "", "Het begin van de les.");
    walk_to(&mut terminal, "Welke taken en momenten weet je nog?");
    walk_to(&mut terminal, "Vertel het aan de klas.");
    type_line(&mut terminal, "a 4 Koffie zetten", "Bewaard bij duo 4.");
    type_line(&mut terminal, "a Een muur meten", "Bewaard bij duo 5.");
    type_line(&mut terminal, "a Verkeerd", "Bewaard bij duo 6.");
    type_line(&mut terminal, "z", "2 antwoorden.");
    type_line(&mut terminal, "o", "2. ");
    walk_to(&mut terminal, "veel in beweging zijn");
    type_line(&mut terminal, "1", "1. past wel: veel in beweging zijn");
    type_line(&mut terminal, "", "iets maken met je handen");
    assert!(!terminal.written().contains('\u{1b}'));
    terminal.kill();

    let mut terminal = start(&laptop, "2026-11-23T09:36:00Z");
    terminal.wait_for("Verder gaan");
    type_line(&mut terminal, "1", "iets maken met je handen");
    walk_to(&mut terminal, "Wat vind jij belangrijk bij werk?");
    type_line(&mut terminal, "tel 9 0 0 0 15", "Geteld.");
    walk_to(&mut terminal, "Wat zegt jouw blad over jou?");
    type_line(&mut terminal, "q", "Stoppen voor vandaag?");
    end_with(&mut terminal, "ja");
    terminal.wait_for("Bewaard. Verder gaan kan altijd.");

    let mut terminal = start(&laptop, A_WEEK_LATER);
    terminal.wait_for("Verder gaan");
    type_line(&mut terminal, "1", "Hoeveel leerlingen?");
    type_line(&mut terminal, "", "Zien leerlingen");
    type_line(&mut terminal, "", "Tot hoe laat?");
    type_line(&mut terminal, "", "Vorige keer:");
    walk_to(&mut terminal, "Klaar!");
    walk_to(&mut terminal, "Het eind van de activiteit.");
    type_line(&mut terminal, "o", "Dit hebben we verzameld.");
    for answer in ["Koffie zetten", "Een muur meten", "15"] {
        terminal.wait_for(answer);
    }
    type_line(&mut terminal, "", "Afronden?");
    type_line(&mut terminal, "ja", "Afgerond. Mooi gedaan!");
    type_line(&mut terminal, "z", "Dit hebben we verzameld.");
    type_line(&mut terminal, "", "Afronden?");
    type_line(&mut terminal, "ja", "naar de lijst");
    type_line(&mut terminal, "", "Kies een activiteit");
    end_with(&mut terminal, "q");
}

#[test]
fn a_signal_keeps_a_lesson_in_lines() {
    let laptop = Laptop::new();
    let mut terminal = start(&laptop, MONDAY);
    terminal.wait_for("Kies een activiteit");
    type_line(&mut terminal, "3", "Hoeveel leerlingen?");
    type_line(&mut terminal, "", "Zien leerlingen");
    type_line(&mut terminal, "", "Tot hoe laat?");
    type_line(&mut terminal, "", "Het begin van de les.");
    terminal.signal("TERM");
    terminal.wait_for("Bewaard. Verder gaan kan altijd.");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
}
