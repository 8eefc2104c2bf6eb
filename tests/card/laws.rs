//! What holds for any file at all.

use lesloper::card::{Card, Severity};
use proptest::prelude::*;
use serde_json::Value;

use super::{RICH, checked};

/// A card, or a mistake that has a place in the file; never both.
fn check(source: &[u8]) {
    let result = Card::check(source);
    let mistakes = result.problems.iter().filter(|problem| problem.severity == Severity::Mistake).count();
    assert_eq!(result.card.is_none(), mistakes > 0);
    let lines = source.split(|byte| *byte == b'\n').count();
    for problem in result.problems {
        assert!((1..=lines).contains(&problem.line), "{problem:?}");
        assert!((1..=source.len() + 1).contains(&problem.column), "{problem:?}");
        assert!(!problem.what.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
        assert!(!problem.in_file("x").to_string().chars().any(char::is_control), "{problem:?}");
    }
}

/// The JSON pointers of all objects below `value` that have fixed keys.
fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) if !path.ends_with("/woorden") => {
            found.push(path.to_owned());
            keys.iter().for_each(|(key, value)| objects(value, &format!("{path}/{key}"), found));
        }
        Value::Array(items) => {
            (0..).zip(items).for_each(|(i, value): (usize, _)| objects(value, &format!("{path}/{i}"), found));
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_bytes_give_a_card_or_a_place(source in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&source);
    }

    #[test]
    fn anything_like_json_gives_a_card_or_a_place(source in r#"([\[\]{}:,"0-9.\-\\/ \n\tétrue]|"[a-z]{0,5}"|null){0,40}"#) {
        check(source.as_bytes());
    }

    #[test]
    fn a_damaged_card_gives_a_card_or_a_place(
        at in 0..RICH.len(),
        length in 0..40_usize,
        new in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let mut source = RICH.as_bytes().to_vec();
        source.splice(at..(at + length).min(RICH.len()), new);
        check(&source);
    }

    #[test]
    fn an_unknown_key_is_always_reported(place in any::<prop::sample::Index>(), key in "[a-z-]{1,12}q[a-z]{0,3}") {
        let mut card: Value = serde_json::from_str(RICH).unwrap();
        let mut places = Vec::new();
        objects(&card, "", &mut places);
        let place = place.get(&places);
        card.pointer_mut(place).and_then(Value::as_object_mut).unwrap().insert(key.clone(), Value::Null);
        let reported = checked(card.to_string()).any(|problem| {
            problem.severity == Severity::Mistake && problem.what == format!("'{key}' is hier geen sleutel")
        });
        prop_assert!(reported, "{key} at {place}");
    }
}
