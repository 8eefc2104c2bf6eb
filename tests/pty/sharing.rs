//! Who sits at the terminal chooses what becomes of a card that changed.

use std::fs;

use super::laptop::{Laptop, Start};
use super::seen::Ended;
use crate::cli::check::GOOD;

/// Adds the card, changes it, adds it again and answers so; what the folder of cards then holds.
fn answered(answer: &str) -> Vec<String> {
    let laptop = Laptop::new();
    let card = laptop.data().with_file_name("kaart.json");
    let arguments = vec!["activiteiten".to_owned(), "--haal".to_owned(), card.display().to_string()];
    let add = || laptop.start_with(&Start { arguments: arguments.clone(), columns: 200, ..Start::default() });
    fs::write(&card, GOOD).unwrap();
    assert_eq!(add().wait_end(), Ended::Code(0));
    fs::write(&card, GOOD.replace("Wat heb je gezien?", "Wat heb je gehoord?")).unwrap();
    let mut terminal = add();
    terminal.wait_for("kaart.json: veranderd: 1 stap (Wat heb je gehoord?).");
    terminal.wait_for("of Enter om de oude te laten staan:");
    terminal.type_text(&format!("{answer}\r"));
    assert_eq!(terminal.wait_end(), Ended::Code(0));
    let folder = fs::read_dir(laptop.data().join("kaarten")).unwrap();
    let mut files: Vec<String> =
        folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.retain(|file| file != "kaart.schema.json");
    files.sort();
    files
}

#[test]
fn a_changed_card_becomes_what_was_answered() {
    assert_eq!(answered("v"), ["hoe-ging-het.json", "hoe-ging-het.json.oud"]);
    assert_eq!(answered("e"), ["hoe-ging-het-2.json", "hoe-ging-het.json"]);
    assert_eq!(answered(""), ["hoe-ging-het.json"]);
    assert_eq!(answered("wat?"), ["hoe-ging-het.json"]);
}
