//! Cards: what is read, what is refused, and in which words.

mod content;
mod docs;
mod laws;
pub mod pictures;
mod refusals;
mod schema;
mod tidy;
mod versions;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use lesloper::card::{Card, Problem};

/// A card with every key and every kind of step.
const RICH: &str = include_str!("../data/cards/rijk.json");

/// Everything that is wrong or unwise in `source`.
fn checked(source: impl AsRef<[u8]>) -> impl Iterator<Item = Problem> {
    Card::check(source.as_ref()).problems.into_iter()
}

/// The same, one line each.
fn problems(source: impl AsRef<[u8]>) -> String {
    checked(source).fold(String::new(), |mut lines, problem| {
        writeln!(lines, "{}", problem.in_file("kaart.json")).unwrap();
        lines
    })
}

#[test]
fn a_card_with_every_key_is_read_without_a_word() {
    assert_eq!(problems(RICH), "");
    let card = Card::parse(RICH).expect("the rich card is right");
    assert_eq!(card.source(), RICH);
}

#[test]
fn nothing_is_wrong_or_unwise_in_the_cards_that_ship() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("activities");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !path.ends_with("kaart.schema.json") {
            assert_eq!(problems(fs::read(&path).unwrap()), "", "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 3, "only {count} cards found");
}
