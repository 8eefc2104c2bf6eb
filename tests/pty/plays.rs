//! The activity in which the class gets up, from Kies een activiteit to Afronden, by keys alone.

use super::journeys::finish;
use super::laptop::{A_WEEK_LATER, Laptop};
use super::terminal::Terminal;

/// Into the lesson of a week later.
const SOON: &str = "2026-11-30T09:36:30Z";

#[test]
fn a_role_play_is_read_played_frozen_and_talked_over() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("tegenwind");
    on_the_line(&mut terminal);
    terminal.walk_to("Wat kan tegenzitten als je iets wilt worden?");
    terminal.walk_to("Elk duo trekt een kaartje. Er liggen er 15.");
    terminal.press("Enter");
    terminal.wait_for("Zoek het nummer van jullie duo.");
    let drawn = terminal.text();
    // What was drawn is taken back, and drawn again.
    terminal.press("z");
    terminal.wait_for("Elk duo trekt een kaartje.");
    terminal.press("Enter");
    terminal.wait_for("Zoek het nummer van jullie duo.");
    assert_eq!(terminal.text(), drawn);
    terminal.walk_to("Welke manier helpt het meest?");
    terminal.note(&["Vragen wat hij bedoelt", "Iemand erbij halen"]);
    terminal.walk_to("Tot hier vandaag.");
    terminal.stop_for_today();

    let mut terminal = laptop.start_at(A_WEEK_LATER);
    terminal.go_on_another_day();
    play(&mut terminal);
    terminal.kill();

    let mut terminal = laptop.start_at(SOON);
    terminal.wait_for("Verder gaan");
    terminal.press("Enter");
    // The clock of the round stands still, and the moment is there.
    terminal.wait_for("B is Yunus. C is Imane. A kijkt.");
    terminal.press("Left");
    terminal.wait_for("Wissel van rol.");
    terminal.press("g");
    terminal.wait_for("Je bent weer jezelf.");
    terminal.walk_to("Moet je altijd iets terugzeggen?");
    look_back(&mut terminal);
    finish(&mut terminal, &["Vragen wat hij bedoelt", "Iemand erbij halen", "7"]);
}

#[track_caller]
fn on_the_line(terminal: &mut Terminal) {
    terminal.walk_to("Ga op de lijn staan.");
    terminal.press("Tab");
    for (place, count) in ["1", "2", "3", "4", "5"].iter().zip(["3", "5", "9", "0", "7"]) {
        terminal.wait_for(&format!("Hoeveel leerlingen voor {place}?"));
        terminal.type_text(count);
        terminal.press("Enter");
    }
    terminal.wait_gone("Hoeveel leerlingen");
    assert!(!terminal.shows("37%"));
    terminal.press("o");
    terminal.wait_for("37%");
    terminal.walk_to("Kies nu opnieuw je plek.");
    terminal.wait_gone("37%");
}

/// Up to the second round, with a freeze in the first.
#[track_caller]
fn play(terminal: &mut Terminal) {
    terminal.walk_to("Wat gaan we spelen?");
    terminal.press("2");
    terminal.wait_for("Yunus zoekt stage bij de peuters.");
    terminal.walk_to("Maak drietallen.");
    terminal.wait_for("Je hoeft niet te zeggen waarom.");
    terminal.walk_to("B en C: kijk naar de achterwand.");
    assert!(!terminal.shows("Jij weet waarom je dit wilt."), "a role is read once the others look away");
    terminal.walk_to("A, jij bent Yunus.");
    terminal.walk_to("B, jij bent Imane.");
    terminal.walk_to("C kijkt. Let hierop:");
    terminal.press("x");
    terminal.wait_for("Stilzetten kan terwijl jullie een rollenspel spelen.");
    terminal.walk_to("Niemand zegt deze zin na.");
    terminal.walk_to("A is Yunus. B is Imane. C kijkt.");
    terminal.wait_for("1:30");
    terminal.press("t");
    terminal.wait_for("1:29");
    terminal.press("x");
    terminal.wait_for("Stop! Wie weet een andere reactie?");
    terminal.press("Right");
    terminal.wait_for("Speel het moment nog een keer.");
    terminal.wait_for("pauze");
    terminal.press("t");
    terminal.wait_gone("Speel het moment nog een keer.");
    terminal.walk_to("Wissel van rol.");
    terminal.walk_to("ronde 2 van 3");
    terminal.wait_for("B is Yunus. C is Imane. A kijkt.");
    terminal.press("t");
    terminal.wait_for("1:29");
}

#[track_caller]
fn look_back(terminal: &mut Terminal) {
    terminal.walk_to("Welke manier werkte toen jullie speelden?");
    terminal.press("o");
    terminal.wait_for("Vragen wat hij bedoelt");
    terminal.walk_to("Elk duo krijgt 20 seconden. Passen mag.");
    terminal.press("Right");
    terminal.wait_for("De anderen luisteren");
    let first = terminal.text();
    terminal.press("p");
    terminal.wait_for_system("another duo", |terminal| terminal.text() != first);
    terminal.press("g");
    terminal.wait_for("Schrijf jouw cijfer op een papiertje.");
}
