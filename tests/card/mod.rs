//! Cards: what is read, what is refused, and in which words.

mod refusals;
mod schema;

use std::fmt::Write as _;

use lesloper::card::Card;

/// A card with every key and every kind of step.
const RICH: &str = include_str!("../data/cards/rijk.json");

/// Everything that is wrong or unwise in `source`, one line each.
fn problems(source: &[u8]) -> String {
    Card::check(source).problems.iter().fold(String::new(), |mut lines, problem| {
        writeln!(lines, "{}", problem.in_file("kaart.json")).expect("a text takes every line");
        lines
    })
}

#[test]
fn a_card_with_every_key_is_read_without_a_word() {
    assert_eq!(problems(RICH.as_bytes()), "");
    let card = Card::parse(RICH).expect("the rich card is right");
    assert_eq!(card.source(), RICH);
}
