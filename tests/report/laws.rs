//! What is true of every card that ships, on paper.

use lesloper::card::Card;
use lesloper::report::{self, Wanted};
use serde_json::Value;

/// Keys whose words are for the program.
const NOT_FOR_PEOPLE: [&str; 18] = [
    "$schema",
    "afbeelding",
    "betrokken",
    "competenties",
    "elementen",
    "groep",
    "id",
    "leerwegen",
    "moment",
    "naar",
    "opzoeken",
    "rolkaarten",
    "soort",
    "spreker",
    "succes",
    "van",
    "vorm",
    "formaat",
];

fn all(card: &Card) -> String {
    report::print(card, Wanted::All, None).unwrap().html
}

/// Changes every text that people read.
fn each_text(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(keys) => {
            let read = keys.iter_mut().filter(|(key, _)| !NOT_FOR_PEOPLE.contains(&key.as_str()));
            read.for_each(|(_, value)| each_text(value, change));
        }
        _ => {}
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_text_of_a_card_is_on_paper() {
    for card in crate::shipped::cards() {
        // A sentence begins with a capital.
        let html = all(&card).to_lowercase();
        let mut value: Value = serde_json::from_str(card.source()).unwrap();
        each_text(&mut value, &mut |text| {
            assert!(html.contains(&escaped(text).to_lowercase()), "{}: {text}", card.id);
        });
        for (word, _) in &card.words {
            assert!(html.contains(&escaped(word).to_lowercase()), "{}: {word}", card.id);
        }
    }
}

#[test]
fn whatever_stands_in_a_card_is_only_text_on_paper() {
    for card in crate::shipped::cards() {
        let mut value: Value = serde_json::from_str(card.source()).unwrap();
        let mut count = 0;
        let mut texts = Vec::new();
        each_text(&mut value, &mut |text| {
            if !text.starts_with("http") {
                count += 1;
                *text = format!("\"><u>&'{count}");
                texts.push(text.clone());
            }
        });
        let hostile = Card::parse(&value.to_string()).unwrap();
        let html = all(&hostile).to_lowercase();
        assert!(!html.contains("<u>"), "{}", card.id);
        for text in texts {
            assert!(html.contains(&escaped(&text)), "{}: {text}", card.id);
        }
    }
}

#[test]
fn paper_needs_nothing_from_outside() {
    for card in crate::shipped::cards() {
        let html = all(&card);
        let (before, sources) = html.split_once("<section class=\"sources\">").unwrap();
        let (_, after) = sources.split_once("</section>").unwrap();
        for outside in ["<script", "<link", "<img", "<iframe", "http", " src=", "url(", "@import", " onload="]
        {
            assert!(!before.contains(outside) && !after.contains(outside), "{}: {outside}", card.id);
        }
        for link in html.split("href=\"").skip(1) {
            assert!(link.starts_with('#'), "{}: {:.40}", card.id, link);
        }
    }
}
