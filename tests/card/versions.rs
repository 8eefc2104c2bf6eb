//! Two versions of a card: what is said to differ, and what does not count.

use std::collections::BTreeMap;

use expect_test::expect;
use lesloper::card::{Card, Changes};

use crate::store::pictures::PICTURED;

fn changes(old: &str, new: &str) -> Changes {
    let card = |source: &str| Card::parse(source).unwrap();
    card(old).changes(&card(new), |old, new| old == new)
}

/// The card with the last thing in place of the first, each time.
fn changed(what: &[(&str, &str)]) -> Changes {
    let new = what.iter().fold(PICTURED.to_owned(), |card, (old, new)| {
        assert!(card.contains(old), "{old}");
        card.replace(old, new)
    });
    changes(PICTURED, &new)
}

#[test]
fn layout_id_and_schema_are_no_change() {
    assert!(changed(&[]).is_empty());
    let other = [
        ("\n", "\r\n  "),
        ("met-foto", "anders"),
        ("{ \"formaat\"", "{ \"$schema\": \"x.json\", \"formaat\""),
    ];
    assert!(changed(&other).is_empty());
}

/// On one line.
fn said(changes: &Changes) -> String {
    let Changes { keys, changed, added, gone, moved } = changes;
    let lists = [("keys", keys), ("changed", changed), ("added", added), ("gone", gone)];
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    let lists: Vec<String> = lists.map(|(what, list)| format!("{what}: {}", list.join(", "))).collect();
    format!("{}{}\n", lists.join("; "), if *moved { "moved" } else { "" })
}

#[test]
fn what_differs_is_named() {
    let question = r#"{ "soort": "vraag", "minuten": 2, "vraag": "Wat zie je?" }"#;
    let told = r#"{ "soort": "uitleg", "minuten": 1, "tekst": "Kijk goed." }"#;
    let cases = [
        changed(&[("Met een foto", "Zonder foto"), ("Je kijkt.", "Je luistert."), ("[1]", "[1, 2]")]),
        changed(&[("\"minuten\": 2, \"vraag\"", "\"minuten\": 3, \"vraag\"")]),
        changed(&[("Wat zie je?", "Wat hoor je?")]),
        changed(&[("garage.png", "straat.png")]),
        changed(&[("Een monteur ligt", "Een monteur zit")]),
        changed(&[(question, &format!("{told}, {question}"))]),
        changed(&[(&format!(",\n    {question}"), "")]),
        changes(
            &PICTURED.replace(question, &format!("{told}, {question}")),
            &PICTURED.replace(question, &format!("{question}, {told}")),
        ),
        changed(&[("\"uitvoering\"", "\"voorbereiding\"")]),
    ];
    expect![[r#"
        keys: titel, doel, leerjaren
        changed: Wat zie je?
        changed: Wat hoor je?
        changed: Wie werkt hier?
        changed: Wie werkt hier?
        added: Kijk goed.
        gone: Wat zie je?
        moved
        changed: Wie werkt hier?, Wat zie je?
    "#]]
    .assert_eq(&cases.iter().map(said).collect::<String>());
}

#[test]
fn another_name_is_put_where_the_old_one_stood_and_nowhere_else() {
    let source = PICTURED.replace("Je kijkt.", "Je kijkt naar garage.png en met-foto.");
    let card = Card::parse(&source).unwrap();
    let old = card.pictures().into_iter().next().unwrap();
    let renamed =
        card.renamed(&"iets-anders".parse().unwrap(), &BTreeMap::from([(old.clone(), old.numbered(2))]));
    let expected = source
        .replace(r#""bestand": "garage.png""#, r#""bestand": "garage-2.png""#)
        .replace(r#""id": "met-foto""#, r#""id": "iets-anders""#);
    assert_eq!(renamed.source(), expected);
    assert_eq!(&*old.numbered(12), "garage-12.png");
}

#[test]
fn a_long_name_stays_within_its_bounds_when_it_gets_a_number() {
    let long = format!("{}.png", "é".repeat(76));
    let card = Card::parse(&PICTURED.replace("garage.png", &long)).unwrap();
    let old = card.pictures().into_iter().next().unwrap();
    let id: lesloper::card::Slug = "ab-".repeat(20)[..59].parse().unwrap();
    let id = id.numbered(1_000);
    assert!(id.len() <= 60);
    let renamed = card.renamed(&id, &BTreeMap::from([(old.clone(), old.numbered(1_000))]));
    assert_eq!(renamed.id, id);
    assert_eq!(renamed.pictures().first().unwrap().chars().count(), 80);
}
