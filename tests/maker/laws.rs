//! What holds for each conversation.

use lesloper::card::content::Content;
use lesloper::card::format::{Choice as _, Key, Part as _, Shape};
use lesloper::card::step::KindName;
use lesloper::card::{Card, Severity};
use lesloper::maker::{Draft, Question, asked};

use super::super::shipped;

/// Filled in by the program, or asked for in a question of their own.
const OWN: [&str; 8] = ["$schema", "formaat", "id", "fasen", "soort", "eenvoudig", "naar", "tekst"];

#[test]
fn every_key_of_the_format_has_its_question() {
    let mut missing = Vec::new();
    let mut open: Vec<(&str, &'static Key)> = Content::keys().iter().map(|key| ("kaart", key)).collect();
    for (kind, word, _) in KindName::WORDS {
        open.extend(kind.own_keys().iter().map(|key| (*word, key)));
        open.extend(kind.shared_keys().map(|key| ("stap", key)));
    }
    while let Some((owner, key)) = open.pop() {
        let blocks = blocks(key);
        open.extend(blocks.iter().map(|inner| (key.name, inner)));
        let is_open = blocks.is_empty() && !OWN.contains(&key.name) && !matches!(key.shape, Shape::Flag);
        if is_open && asked(owner, key.name).is_none() {
            missing.push(format!("{owner} {}", key.name));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// The keys below this one, where they are asked for one by one; two texts are asked for together.
fn blocks(key: &Key) -> &'static [Key] {
    let keys: &'static [Key] = match &key.shape {
        Shape::Object(keys) => keys,
        Shape::List { of, .. } => match **of {
            Shape::Object(keys) => keys,
            _ => &[],
        },
        _ => &[],
    };
    let is_list = |key: &Key| matches!(key.shape, Shape::List { .. });
    if key.name == "fasen" || keys.len() == 2 && !keys.iter().any(is_list) { &[] } else { keys }
}

/// Cards with every kind of step between them.
fn cards() -> Vec<Card> {
    let wanted = ["bedrijfsbezoek-voorbereiden", "past-dit-beroep-bij-me", "rollenspel-tegenwind"];
    let wanted = |card: &Card| wanted.contains(&&*card.id) || &*card.id == "verhaal-afmaken";
    shipped::cards().into_iter().filter(wanted).collect()
}

/// Through the whole conversation with nothing but Enter.
fn accepted(mut draft: Draft) -> (Draft, Vec<Question>) {
    let mut asked = Vec::new();
    while let Some(question) = draft.question().cloned() {
        let reply = draft.reply();
        let wrong: Vec<_> =
            draft.judge(&reply).into_iter().filter(|said| said.severity == Severity::Mistake).collect();
        assert!(wrong.is_empty(), "{} {}: {wrong:?}", question.chapter, question.asked);
        draft.answer(&reply);
        asked.push(question);
        assert!(asked.len() < 2_000, "no end");
    }
    (draft, asked)
}

#[test]
fn who_only_agrees_keeps_a_card_as_it_was() {
    for card in cards() {
        let (draft, _) = accepted(Draft::from_card(&card));
        let own = Card::parse(&draft.text()).unwrap();
        assert_eq!(&*own.title, format!("{} (eigen versie)", card.title));
        let strip = |card: &Card| {
            let mut content = (**card).clone();
            content.id = "x".parse().unwrap();
            content.title = lesloper::text::Text::default();
            // What had no name to point to, or no simple words, has them now.
            content.steps.iter_mut().for_each(|step| {
                step.simple = None;
                step.id = None;
            });
            content
        };
        assert!(strip(&own) == strip(&card), "{}", card.title);
        for (own, was) in own.steps.iter().zip(&card.steps) {
            assert!(own.simple.is_some());
            if was.simple.is_some() {
                assert_eq!(own.simple, was.simple);
            }
        }
    }
}

#[test]
fn a_draft_that_was_left_goes_on_where_it_was() {
    let card = &cards()[0];
    let mut draft = Draft::from_card(card);
    while draft.question().is_some() {
        draft = Draft::parse(&draft.kept()).unwrap();
        let reply = draft.reply();
        draft.answer(&reply);
    }
    assert_eq!(Draft::parse(&draft.kept()), Some(draft));
    assert_eq!(Draft::parse("{}"), None);
}

#[test]
fn going_back_loses_nothing() {
    for card in cards() {
        let (mut draft, asked) = accepted(Draft::from_card(&card));
        let text = draft.text();
        for question in asked.iter().rev() {
            assert!(draft.back());
            let reply = draft.reply();
            draft.put(&reply);
            assert_eq!(draft.question().map(|question| &question.asked), Some(&question.asked));
        }
        assert_eq!(draft.text(), text);
        assert!(!draft.back());
    }
}

#[test]
fn every_step_of_a_card_can_be_seen_while_it_is_made() {
    for card in cards() {
        let mut draft = Draft::from_card(&card);
        while draft.question().is_some() {
            assert!(draft.shown().is_some());
            let reply = draft.reply();
            draft.answer(&reply);
        }
    }
}
