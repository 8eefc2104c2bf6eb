//! Cards that are refused, or only just let through: every line that is said of each of them.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use lesloper::card::Card;

use super::problems;

#[test]
fn every_bad_card_is_refused_in_full() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cards");
    let mut cards: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    cards.sort();
    assert!(cards.len() > 50, "only {} cards found", cards.len());
    for path in cards {
        let source = fs::read(&path).expect("the card can be read");
        let said = problems(source);
        let tame = |letter: char| letter == '\n' || !letter.is_control();
        assert!(said.chars().all(tame), "{}: {said:?}", path.display());
        expect_file![path.with_extension("txt")].assert_eq(&said);
    }
}

#[test]
fn a_file_of_more_than_a_megabyte_is_not_read() {
    assert_eq!(
        problems(vec![b'['; (1 << 20) + 1]),
        "kaart.json:1:1: dit bestand is groter dan 1 MB; een kaart is klein: is dit het goede bestand?\n"
    );
}

#[test]
fn an_enormous_card_of_the_right_size_is_refused_quickly() {
    let sources = [
        "[".repeat(1 << 20),
        format!("[{}1]", "1,".repeat((1 << 19) - 2)),
        format!("{{{}\"a\":1}}", "\"a\":1,".repeat((1 << 20) / 6 - 2)),
        format!("{{\"titel\":\"{}\"}}", "x".repeat((1 << 20) - 20)),
        format!("{{\"leerjaren\":[{}1]}}", "1,".repeat((1 << 19) - 20)),
    ];
    for source in sources {
        let problems = Card::parse(&source).expect_err("no card is so large");
        assert!(!problems.is_empty() && problems.len() < 200, "{} problems", problems.len());
    }
}
