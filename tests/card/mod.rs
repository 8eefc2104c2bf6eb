//! Cards: what is read, what is refused, and in which words.

mod content;
mod docs;
mod laws;
mod refusals;
mod schema;

use std::fmt::Write as _;

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
