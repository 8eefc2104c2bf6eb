//! Activities, from Kies een activiteit to Afronden, by keys alone.

use super::laptop::{A_WEEK_LATER, Laptop};
use super::seen::Ended;
use super::terminal::Terminal;

#[test]
fn a_visit_is_prepared_made_and_looked_back_on() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("bedrijfsbezoek voor");

    terminal.walk_to("Wat verwacht je daar te zien?");
    terminal.walk_to("Vertel het aan de klas.");
    terminal.note(&["Veel machines", "Mensen met helmen", "Stof"]);
    terminal.press("o");
    terminal.wait_for("Veel machines");
    terminal.wait_for("Mensen met helmen");
    // One answer is taken off, and comes back.
    terminal.press("z");
    terminal.wait_gone("Veel machines");
    terminal.press("z");
    terminal.press("o");
    terminal.wait_for("Mensen met helmen");
    terminal.wait_gone("Stof");
    stop_and_blank(&mut terminal);
    let mut terminal = crash(&laptop, terminal);

    terminal.walk_to("Van welke vraag leer je het meest?");
    count(&mut terminal, &["1", "3", "4", "2"]);
    terminal.walk_to("Kies nu opnieuw.");
    count(&mut terminal, &["0", "1", "8", "1"]);
    terminal.press("o");
    terminal.wait_for("eerst");

    terminal.walk_to("Welke drie vragen willen jullie stellen?");
    go_back_and_on(&mut terminal);
    let_a_duo_type(&mut terminal, "Hoe vroeg moet je op?");
    terminal.note(&["Wat doet u als het misgaat?"]);
    terminal.walk_to("Tot hier vandaag.");
    terminal.stop_for_today();

    let mut terminal = laptop.start_at(A_WEEK_LATER);
    terminal.go_on_another_day();
    terminal.walk_to("Dit wilden jullie weten. Weten jullie het nu?");
    terminal.press("o");
    terminal.wait_for("Hoe vroeg moet je op?");
    terminal.wait_for("Wat doet u als het misgaat?");
    terminal.walk_to("Welk moment vergeet je niet?");
    terminal.walk_to("Vertel het aan de klas.");
    terminal.note(&["Toen de machine stopte"]);
    finish(
        &mut terminal,
        &["Veel machines", "Mensen met helmen", "Hoe vroeg moet je op?", "Toen de machine stopte"],
    );
    assert!(laptop.journal().contains("Stof"), "what was undone stays in the journal");
}

#[test]
fn tasks_are_sorted_and_a_crash_loses_nothing() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("past dit beroep");
    terminal.walk_to("Welke taken en momenten weet je nog?");
    terminal.walk_to("Vertel het aan de klas.");
    terminal.note(&["Koffie zetten", "Een muur meten"]);
    terminal.press("o");
    terminal.wait_for("Koffie zetten");
    terminal.walk_to("veel in beweging zijn");
    for (task, column) in [("veel in beweging zijn", "1"), ("heel precies werken", "2")] {
        terminal.walk_to(task);
        terminal.press(column);
        terminal.wait_for(&format!("• {task}"));
    }
    // The last one goes to another column.
    terminal.press("z");
    terminal.wait_gone("• heel precies werken");
    terminal.walk_to("heel precies werken");
    terminal.press("3");
    terminal.wait_for("• heel precies werken");
    terminal.walk_to("buiten werken, ook in de regen");
    stop_and_blank(&mut terminal);
    let mut terminal = crash(&laptop, terminal);

    terminal.wait_for("buiten werken, ook in de regen");
    terminal.walk_to("Dit noemden jullie zelf.");
    terminal.walk_to("Wat vind jij belangrijk bij werk?");
    count(&mut terminal, &["9", "0", "0", "0", "15"]);
    terminal.walk_to("Wat zegt jouw blad over jou?");
    go_back_and_on(&mut terminal);
    terminal.stop_for_today();

    let mut terminal = laptop.start_at(A_WEEK_LATER);
    terminal.go_on_another_day();
    terminal.walk_to("Wat zegt jouw blad over jou?");
    finish(&mut terminal, &["Koffie zetten", "Een muur meten", "15"]);
}

#[test]
fn a_story_is_told_voted_on_and_finished() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.walk_to("Wat zou jij doen?");
    terminal.walk_to("Welk verhaal kiezen we?");
    terminal.press("1");
    terminal.wait_for("Sanae en Finn lopen stage in een garage.");
    terminal.walk_to("Hoe gaat het verder?");
    terminal.walk_to("Vertel jullie einde aan de klas.");
    terminal.note(&["Sanae doet het gewoon", "Tygo zegt iets"]);
    let mut terminal = crash(&laptop, terminal);

    terminal.wait_for("Vertel jullie einde aan de klas.");
    terminal.walk_to("Elk duo geeft twee stemmen.");
    terminal.press("o");
    terminal.wait_for("Tygo zegt iets");
    count(&mut terminal, &["7", "13"]);
    // A count is taken back, and given again.
    terminal.press("z");
    terminal.wait_gone("13");
    count(&mut terminal, &["7", "13"]);
    stop_and_blank(&mut terminal);
    terminal.walk_to("Speel het einde, of schrijf het op.");
    terminal.stop_for_today();

    let mut terminal = laptop.start_at(A_WEEK_LATER);
    terminal.go_on_another_day();
    terminal.walk_to("Wat gebeurt er nu?");
    terminal.press("3");
    terminal.wait_for("Tygo draait zijn rolstoel naar de auto.");
    terminal.press("1");
    terminal.wait_for("(gezien)");
    terminal.walk_to("Wat hielp Sanae? Waarom hielp dat?");
    terminal.press("Left");
    terminal.wait_gone("Wat hielp Sanae? Waarom hielp dat?");
    terminal.walk_to("Wat helpt als iemand iets oneerlijks zegt?");
    terminal.note(&["Erbij blijven staan"]);
    finish(&mut terminal, &["Sanae doet het gewoon", "Tygo zegt iets", "13", "Erbij blijven staan"]);
}

/// The program is killed, and goes on where it was with one key.
fn crash(laptop: &Laptop, terminal: Terminal) -> Terminal {
    let title = terminal.title();
    terminal.kill();
    let mut terminal = laptop.start_at("2026-11-23T09:36:00Z");
    terminal.wait_for("Verder gaan");
    terminal.press("Enter");
    terminal.wait_for_title(&title);
    terminal
}

fn go_back_and_on(terminal: &mut Terminal) {
    let here = terminal.picture();
    terminal.press_and_see("Left");
    assert_ne!(terminal.picture(), here);
    terminal.press_and_see("Right");
    assert_eq!(terminal.picture(), here);
}

/// "Stop" and an empty screen come and go, and the key that lifts them does nothing else.
#[track_caller]
fn stop_and_blank(terminal: &mut Terminal) {
    let before = terminal.picture();
    terminal.press("s");
    terminal.wait_for("Stop. Kijk naar voren.");
    terminal.press("s");
    terminal.wait_gone("Stop. Kijk naar voren.");
    terminal.press(".");
    terminal.wait_for_system("an empty screen", |terminal| terminal.picture().trim().is_empty());
    terminal.press_and_see("Right");
    assert_eq!(terminal.picture(), before);
}

/// Counts hands for the options, the first one first.
#[track_caller]
fn count(terminal: &mut Terminal, hands: &[&str]) {
    terminal.press("Tab");
    for (letter, count) in ["A", "B", "C", "D", "E"].iter().zip(hands) {
        terminal.wait_for(&format!("Hoeveel handen voor {letter}?"));
        terminal.type_text(count);
        terminal.press("Enter");
    }
    terminal.wait_gone("Hoeveel handen voor");
}

/// Pupils at the keys: what they type is dotted until they ask to see it.
#[track_caller]
fn let_a_duo_type(terminal: &mut Terminal, answer: &str) {
    terminal.press("y");
    terminal.wait_for("Welk duo typt?");
    terminal.press("Enter");
    terminal.wait_for("typ jullie antwoord.");
    terminal.type_text(answer);
    terminal.wait_for("···");
    assert!(!terminal.shows(answer));
    terminal.press("Tab");
    terminal.wait_for(answer);
    // The lesson is not theirs: none of these keys does a thing.
    terminal.press("Right PageDown Esc Ctrl-Q Ctrl-C Ctrl-C F1");
    terminal.press("Enter");
    terminal.wait_for("Bewaard, duo");
    terminal.press("Ctrl-G");
    terminal.wait_for("Nog een keer Ctrl-G");
    terminal.press("Ctrl-G");
    terminal.wait_gone("typ jullie antwoord.");
}

/// To the end of the activity, where all that was gathered is shown, and Afronden.
#[track_caller]
pub fn finish(terminal: &mut Terminal, gathered: &[&str]) {
    terminal.walk_to("Klaar! Jullie gaven ");
    terminal.press("o");
    terminal.wait_for("Dit hebben we verzameld.");
    let mut pages = terminal.text();
    while !terminal.shows("Afronden?") {
        terminal.press_and_see("Right");
        pages += &terminal.text();
    }
    for answer in gathered {
        assert!(pages.contains(answer), "{answer:?} is not in\n{pages}");
    }
    terminal.press("Enter");
    terminal.wait_for("Afgerond. Mooi gedaan!");
    // It was a slip of the finger, and then it was not.
    terminal.press("z");
    terminal.wait_gone("Afgerond. Mooi gedaan!");
    terminal.press("Right");
    terminal.wait_for("Afronden?");
    terminal.press("Enter");
    terminal.wait_for("Afgerond. Mooi gedaan!");
    terminal.press("Enter");
    terminal.wait_for("Kies een activiteit");
    terminal.wait_gone("Verder gaan");
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
}
