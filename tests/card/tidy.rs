//! Cards written tidily: the same values, in the order of the format, on lines that are not too long.

use std::fs;
use std::path::Path;

use lesloper::card::{Card, Tree, tidy};
use serde_json::Value;

use super::RICH;

#[test]
fn every_card_that_ships_says_the_same_when_it_is_written_tidily() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("activities");
    let mut sources = vec![RICH.to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !path.ends_with("kaart.schema.json") {
            sources.push(fs::read_to_string(path).unwrap());
        }
    }
    for source in sources {
        let written = tidy(&Tree::parse(&source).unwrap());
        let [was, is] = [&source, &written].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(is, was);
        assert_eq!(written, tidy(&Tree::parse(&written).unwrap()));
        let [was, is] = [&source, &written].map(|text| Card::parse(text).unwrap());
        assert_eq!(is.words, was.words, "the words keep their order");
        let long = written.lines().filter(|line| line.chars().count() > 100 && line.contains("[\""));
        assert_eq!(long.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

#[test]
fn keys_stand_in_the_order_of_the_format_and_short_lists_on_one_line() {
    let source = r#"{ "fasen": { "reflectie": [], "uitvoering": [
        { "docent": ["Doe: niets."], "vraag": "Wat nu?", "minuten": [1, 2, 3], "soort": "vraag", "id": "nu",
          "eenvoudig": { "hulp": ["Kijk goed naar de foto's op de kaart die voor je ligt.", "Vraag het aan de ander als je het niet weet."], "vraag": "Wat \"nu\"?" } }
    ] }, "titel": "Nu", "woorden": { "later": "niet nu", "eerst": "nu" }, "bron": [{ "titel": "Eigen werk" }] }"#;
    expect_test::expect![[r#"
        {
          "titel": "Nu",
          "woorden": { "later": "niet nu", "eerst": "nu" },
          "bron": [{ "titel": "Eigen werk" }],
          "fasen": {
            "uitvoering": [
              {
                "id": "nu",
                "soort": "vraag",
                "minuten": [1, 2, 3],
                "vraag": "Wat nu?",
                "eenvoudig": {
                  "vraag": "Wat \"nu\"?",
                  "hulp": [
                    "Kijk goed naar de foto's op de kaart die voor je ligt.",
                    "Vraag het aan de ander als je het niet weet."
                  ]
                },
                "docent": ["Doe: niets."]
              }
            ],
            "reflectie": []
          }
        }
    "#]]
    .assert_eq(&tidy(&Tree::parse(source).unwrap()));
}
