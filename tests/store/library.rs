//! The cards: what ships, and what a teacher may have put in the folder.

use std::collections::BTreeSet;
use std::fs;

use lesloper::card::Summary;
use lesloper::store::{Entry, Flaw, Origin, shipped};

use super::*;

/// A card that ships, with another id.
fn own_card(id: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("activities/past-dit-beroep-bij-me.json");
    let card = fs::read_to_string(path).unwrap();
    card.replacen("\"past-dit-beroep-bij-me\"", &format!("\"{id}\""), 1)
}

fn home_with_cards() -> Home {
    let home = Home::new();
    fs::create_dir(home.path("kaarten")).unwrap();
    home
}

fn put(home: &Home, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(home.path("kaarten").join(name), bytes).unwrap();
}

/// The own cards, each on a line: its file, and its title or its flaw.
fn own(home: &Home) -> String {
    let entries = home.store().library().unwrap();
    let line = |entry: Entry| {
        let Origin::Own(path) = &entry.origin else { return None };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let said = match &entry.card {
            Ok(card) => format!("{} ({})", card.title, &*card.id),
            Err(Flaw::Problems(problems)) => format!("{} fouten", problems.len()),
            Err(Flaw::Unread(why)) => why.to_string().replace(&format!("{}: ", path.display()), ""),
            Err(Flaw::TooMany) => "te veel".to_owned(),
        };
        let double = entry.double_of.map(|first| match first {
            Origin::Shipped(name) => format!(", dubbel met {name} die erbij zit"),
            Origin::Own(path) => format!(", dubbel met {}", path.file_name().unwrap().to_string_lossy()),
        });
        Some(format!("{name}: {said}{}\n", double.unwrap_or_default()))
    };
    entries.into_iter().filter_map(line).collect()
}

/// `shipped.json` says what the cards of the program are; it is written anew from them.
#[test]
fn every_card_that_ships_is_right_and_in_the_list() {
    let store = Home::new().store();
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("activities")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let cards = names.filter(|name| name != "kaart.schema.json");
    let summary = |name: String| {
        let card = store.card(&Origin::Shipped(name.clone())).unwrap_or_else(|_| panic!("{name} is wrong"));
        (name, card.summary())
    };
    let mut list: Vec<(String, Summary)> = cards.map(summary).collect();
    list.sort_by_key(|(_, summary)| summary.title.to_lowercase());
    let ids: BTreeSet<_> = list.iter().map(|(_, summary)| &summary.id).collect();
    assert_eq!(ids.len(), list.len(), "each has an id of its own");
    // A line for each, and nothing else: it is read at each start.
    let lines: Vec<_> = list.iter().map(|entry| serde_json::to_string(entry).unwrap()).collect();
    let list = format!("[{}]\n", lines.join(",\n"));
    expect_test::expect_file!["../../src/store/shipped.json"].assert_eq(&list);
}

#[test]
fn without_a_folder_of_cards_there_is_what_ships() {
    let home = Home::new();
    assert_eq!(home.store().library().unwrap().len(), shipped().len());
    assert_eq!(files_in(home.folder.path()), Vec::<String>::new());
}

#[test]
fn own_cards_join_and_a_double_is_marked() {
    let home = home_with_cards();
    put(&home, "een.json", own_card("een"));
    put(&home, "kopie.json", own_card("een"));
    put(&home, "van-ons.JSON", own_card("past-dit-beroep-bij-me"));
    put(&home, "notities.txt", "geen kaart");
    put(&home, ".verborgen.json", "geen kaart");
    expect_test::expect![[r#"
        een.json: Past dit beroep bij me? (een)
        kopie.json: Past dit beroep bij me? (een), dubbel met een.json
        van-ons.JSON: Past dit beroep bij me? (past-dit-beroep-bij-me), dubbel met past-dit-beroep-bij-me.json die erbij zit
    "#]]
    .assert_eq(&own(&home));
}

#[test]
fn what_is_no_card_is_marked_and_stops_nothing() {
    let home = home_with_cards();
    put(&home, "a.json", "{");
    put(&home, "b.json", b"\xff\xfe");
    put(&home, "c.json", vec![b' '; 1024 * 1024 + 1]);
    fs::create_dir(home.path("kaarten/d.json")).unwrap();
    put(&home, "e.json", "[".repeat(100_000));
    put(&home, "f.json", own_card("goed"));
    expect_test::expect![[r"
        a.json: 1 fouten
        b.json: 1 fouten
        c.json: lezen lukt niet, want het bestand is te groot. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        d.json: lezen lukt niet, want het is een map. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        e.json: 1 fouten
        f.json: Past dit beroep bij me? (goed)
    "]]
    .assert_eq(&own(&home));
}

#[cfg(unix)]
#[test]
fn pipes_and_links_to_devices_are_not_read() {
    let home = home_with_cards();
    let made = std::process::Command::new("mkfifo").arg(home.path("kaarten/a.json")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("/dev/zero", home.path("kaarten/b.json")).unwrap();
    std::os::unix::fs::symlink("nergens", home.path("kaarten/c.json")).unwrap();
    put(&home, "echt", own_card("gelinkt"));
    std::os::unix::fs::symlink("echt", home.path("kaarten/d.json")).unwrap();
    expect_test::expect![[r"
        a.json: lezen lukt niet, want het is geen gewoon bestand. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        b.json: lezen lukt niet, want het is geen gewoon bestand. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        c.json: lezen lukt niet, want het staat er niet. Kijk of de map of stick er nog is.
        d.json: Past dit beroep bij me? (gelinkt)
    "]]
    .assert_eq(&own(&home));
}

#[test]
fn the_schema_lies_beside_the_cards_and_is_kept_new() {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("activities/kaart.schema.json");
    let Ok(schema) = fs::read(ours) else { return };
    let home = home_with_cards();
    put(&home, "kaart.schema.json", "oud");
    assert_eq!(own(&home), "");
    assert_eq!(fs::read(home.path("kaarten/kaart.schema.json")).unwrap(), schema);
}

#[test]
fn a_folder_of_ten_thousand_files_is_read_as_far_as_makes_sense() {
    let home = home_with_cards();
    for number in 0..10_000 {
        put(&home, &format!("{number:05}.json"), "{");
    }
    let entries = home.store().library().unwrap();
    assert_eq!(entries.len(), shipped().len() + 2_001);
    assert!(matches!(entries.last().map(|entry| &entry.card), Some(Err(Flaw::TooMany))));
}

#[test]
fn a_thousand_own_cards_are_listed() {
    let home = home_with_cards();
    for number in 0..1_000 {
        put(&home, &format!("{number}.json"), own_card(&format!("kaart-{number}")));
    }
    let entries = home.store().library().unwrap();
    assert!(entries.iter().all(|entry| entry.card.is_ok() && entry.double_of.is_none()));
    assert_eq!(entries.len(), shipped().len() + 1_000);
}
