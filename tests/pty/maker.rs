//! `lesloper nieuw` by keys: cards made from nothing, left halfway, and kept.

use std::fs;
use std::process::Command;

use lesloper::maker::{Answers, Draft, Question, Reply};

use super::super::maker::script::{Script, walk};
use super::laptop::{Laptop, Start};
use super::seen::Ended;
use super::terminal::Terminal;

/// The question before which the teacher goes home.
const HALFWAY: usize = 25;

fn open(laptop: &Laptop, arguments: &[&str]) -> Terminal {
    let arguments = ["nieuw"].iter().chain(arguments).map(ToString::to_string).collect();
    laptop.start_with(&Start { arguments, ..Start::default() })
}

/// Answers every question of a script by keys, and keeps the card.
fn make(name: &str) {
    let laptop = Laptop::new();
    let mut terminal = open(&laptop, &[]);
    let mut asked = 0;
    walk(&mut Draft::new(), &Script::read(name), |draft, reply| {
        let (at, of) = draft.progress();
        let question = draft.question().unwrap();
        asked += 1;
        if asked == HALFWAY {
            terminal.press("Ctrl-Q");
            assert_eq!(terminal.wait_end(), Ended::Code(0));
            terminal = open(&laptop, &[]);
            terminal.wait_for("Verder met een kaart?");
            terminal.press("Enter");
        }
        terminal.wait_for(&format!("vraag {} van {of}", at + 1));
        terminal.wait_for(&question.asked);
        match reply {
            Some(reply) => answer(&mut terminal, question, &draft.reply(), reply),
            None => terminal.press("PageDown"),
        }
    });
    terminal.wait_for("Je kaart klopt.");
    terminal.press("Enter");
    terminal.wait_for("Je kaart is bewaard.");
    terminal.press("Enter");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    terminal.wait_restored();

    let golden = format!("{}/tests/maker/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let golden = fs::read_to_string(golden).unwrap();
    let cards = laptop.data().join("kaarten");
    let id = golden.split("\"id\": \"").nth(1).unwrap().split('"').next().unwrap();
    let file = cards.join(format!("{id}.json"));
    assert_eq!(fs::read_to_string(&file).unwrap(), golden);
    let program = Command::new(env!("CARGO_BIN_EXE_lesloper"));
    let checked = { program }.args(["nakijken", "--streng"]).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(said.contains("1 kaart nagekeken: geen fouten.") && checked.status.success(), "{said}");
    assert_eq!(fs::read_dir(laptop.data().join("concepten")).unwrap().count(), 0);
}

/// Gives an answer where another one stands.
fn answer(terminal: &mut Terminal, question: &Question, stands: &Reply, wanted: &Reply) {
    match (stands, wanted) {
        (Reply::Lines(stands), Reply::Lines(wanted)) => lines(terminal, question, stands, wanted),
        (Reply::Picked(stands), Reply::Picked(wanted)) => picks(terminal, question, stands, wanted),
        _ => panic!("{wanted:?} is no answer to {}", question.asked),
    }
}

fn lines(terminal: &mut Terminal, question: &Question, stands: &[String], wanted: &[String]) {
    let erase = |terminal: &mut Terminal, line: &String| {
        (0..line.chars().count()).for_each(|_| terminal.press("Backspace"));
    };
    if !question.beside.is_empty() || matches!(question.answers, Answers::Line(_)) {
        for (index, line) in wanted.iter().enumerate() {
            stands.get(index).into_iter().for_each(|stands| erase(terminal, stands));
            terminal.type_text(line);
            terminal.press("Enter");
        }
        return;
    }
    // From the last line up, so that Up leads to no other question.
    for (index, line) in stands.iter().enumerate().rev() {
        let Answers::Lines { length, .. } = &question.answers else { continue };
        if index + 1 < stands.len() || stands.len() < *length.end() {
            terminal.press("Up");
        }
        erase(terminal, line);
    }
    for line in wanted {
        terminal.type_text(line);
        terminal.press("Enter");
    }
    terminal.press(if stands.is_empty() { "Enter" } else { "PageDown" });
}

fn picks(terminal: &mut Terminal, question: &Question, stands: &[usize], wanted: &[usize]) {
    if let Answers::One(_) = question.answers {
        let (from, to) = (stands.first().copied().unwrap_or(0), wanted[0]);
        (from..to).for_each(|_| terminal.press("Down"));
        (to..from).for_each(|_| terminal.press("Up"));
    } else {
        let changed = |at: &usize| stands.contains(at) != wanted.contains(at);
        (0..9).filter(changed).for_each(|at| terminal.press(&(at + 1).to_string()));
    }
    terminal.press("Enter");
}

#[test]
fn a_card_with_one_question_is_made_by_keys() {
    make("vraag");
}

#[test]
fn a_card_for_which_the_class_gets_up_is_made_by_keys() {
    make("opstaan");
}

#[test]
fn a_card_with_a_story_is_made_by_keys() {
    make("verhaal");
}

#[test]
fn a_card_that_exists_becomes_one_of_ones_own() {
    let laptop = Laptop::new();
    let mut terminal = open(&laptop, &["--van", "verhaal-afmaken"]);
    terminal.wait_for("Verhaal afmaken (eigen versie)");
    terminal.press("F3");
    terminal.wait_for("Je kaart klopt.");
    terminal.press("Down Enter");
    terminal.wait_for("Je kaart is bewaard.");
    terminal.press("Enter");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    // Once more: the first is not written over.
    let mut terminal = open(&laptop, &["--van", "Verhaal afmaken"]);
    terminal.wait_for("eigen versie");
    terminal.press("F3");
    terminal.wait_for("Je kaart klopt.");
    terminal.press("Down Enter");
    terminal.wait_for("verhaal-afmaken-eigen-versie-2.json");
    let mut files: Vec<_> =
        fs::read_dir(laptop.data().join("kaarten")).unwrap().map(|file| file.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(
        files,
        ["kaart.schema.json", "verhaal-afmaken-eigen-versie-2.json", "verhaal-afmaken-eigen-versie.json"]
    );
}

#[test]
fn what_was_typed_halfway_is_there_again() {
    let laptop = Laptop::new();
    let mut terminal = open(&laptop, &[]);
    terminal.wait_for("Hoe heet je activiteit?");
    terminal.type_text("Waar word jij");
    terminal.wait_for("► Waar word jij");
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    let mut terminal = open(&laptop, &[]);
    terminal.wait_for("Waar word jij   vraag 1");
    terminal.press("Enter");
    terminal.wait_for("► Waar word jij");
    terminal.type_text(" blij van?");
    terminal.press("Enter");
    terminal.wait_for("Wat heeft een leerling eraan?");
    terminal.press("PageUp");
    terminal.wait_for("► Waar word jij blij van?");
}

#[test]
fn a_card_in_an_editor_is_seen_each_time_it_is_saved() {
    let laptop = Laptop::new();
    let good = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/maker/vraag.json")).unwrap();
    let file = laptop.data().with_file_name("kaart.json");
    fs::write(&file, &good).unwrap();
    let mut terminal = open(&laptop, &["--kijk", "kaart.json"]);
    terminal.wait_for_title("Kijk: kaart.json");
    terminal.wait_for("Waar word jij blij van?");
    for _ in 0..3 {
        terminal.press_and_see("Right");
    }
    terminal.wait_for("Van welk werk word jij blij?");
    let broken = good.replace("[1, 3, 4]", "[1, 3, 90]");
    fs::write(&file, &broken).unwrap();
    terminal.wait_for("1 fout in kaart.json");
    terminal.wait_for("90 minuten kan niet; kies 1 tot en met 60");
    terminal.wait_for("Van welk werk word jij blij?");
    // As editors save: the file is gone for a moment, and another comes in its place.
    let draft = file.with_extension("nieuw");
    fs::write(&draft, good.replace("Van welk werk word", "Van welke taak word")).unwrap();
    fs::remove_file(&file).unwrap();
    fs::rename(&draft, &file).unwrap();
    terminal.wait_for("Van welke taak word jij blij?");
    terminal.wait_gone("1 fout");
    fs::write(&file, "{ \"formaat\": 1,").unwrap();
    terminal.wait_for("1 fout in kaart.json");
    terminal.wait_for("Van welke taak word jij blij?");
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
}
