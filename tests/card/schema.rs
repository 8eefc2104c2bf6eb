//! The schema follows from the format: it is written beside the cards, and says of every card what
//! the walker says.

use expect_test::expect_file;
use lesloper::card::{Card, schema};
use serde_json::{Value, json};

use super::RICH;

#[test]
fn the_schema_beside_the_cards_is_up_to_date() {
    expect_file!["../../activities/kaart.schema.json"].assert_eq(&schema());
}

#[test]
fn the_schema_and_the_walker_agree_about_every_changed_card() {
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    let card: Value = serde_json::from_str(RICH).expect("the rich card is JSON");
    let mut places = Vec::new();
    collect(&card, &mut String::new(), &mut places);
    let mut refused = 0;
    for place in &places {
        for (change, changed) in changes(&card, place) {
            let mistakes = mistakes(&changed.to_string());
            let valid = valid(&schema, &schema, &changed);
            refused += usize::from(!valid);
            // The walker knows more than a schema can say, and misses nothing that it does say.
            let knowable = mistakes.iter().any(|mistake| !is_beyond_a_schema(mistake));
            assert!(if valid { !knowable } else { !mistakes.is_empty() }, "{place} {change}: {mistakes:#?}");
        }
    }
    assert!(refused > 1000, "only {refused} changes did harm");
}

#[test]
fn every_example_in_the_schema_is_right() {
    fn check(root: &Value, part: &Value) {
        if let Some(example) = part.pointer("/examples/0").filter(|_| part.get("description").is_some()) {
            assert!(valid(part, root, example), "{example}");
        }
        match part {
            Value::Object(keys) => keys.values().for_each(|part| check(root, part)),
            Value::Array(items) => items.iter().for_each(|part| check(root, part)),
            _ => {}
        }
    }
    let schema: Value = serde_json::from_str(&schema()).expect("the schema is JSON");
    check(&schema, &schema);
}

fn mistakes(source: &str) -> Vec<String> {
    Card::parse(source).err().into_iter().flatten().map(|problem| problem.to_string()).collect()
}

/// Whether a mistake is about a name that points to another place, or lists that must be equally long.
fn is_beyond_a_schema(mistake: &str) -> bool {
    [
        "is al gebruikt",
        "er is geen stap met de naam",
        "er is geen scène met de naam",
        "komt pas later",
        "naar zichzelf wijzen",
        "verzamelt geen antwoorden",
        "weer bij zichzelf uit",
        "maar die van de stap zelf",
        "er is geen enkele stap",
    ]
    .iter()
    .any(|beyond| mistake.contains(beyond))
}

/// The JSON pointer of everything in `value`.
fn collect(value: &Value, path: &mut String, places: &mut Vec<String>) {
    let keys: Vec<(String, &Value)> = match value {
        Value::Object(keys) => keys.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(i, value)| (i.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in keys {
        let length = path.len();
        path.push('/');
        path.push_str(&key);
        places.push(path.clone());
        collect(value, path, places);
        path.truncate(length);
    }
}

/// The card with something else at `place`.
fn changes(card: &Value, place: &str) -> Vec<(String, Value)> {
    let others = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(5),
        json!(61),
        json!(-1),
        json!(1.5),
        json!(""),
        json!(" "),
        json!("x"),
        json!("klas"),
        json!("geen slug"),
        json!("x".repeat(70)),
        json!("x".repeat(400)),
        json!([]),
        json!([1]),
        json!(["a", "b"]),
        json!([5, 5, 5]),
        json!({}),
        json!({ "soort": "vraag" }),
    ];
    let mut changes: Vec<(String, Value)> =
        others.into_iter().map(|other| (format!("becomes {other}"), replaced(card, place, &other))).collect();
    let (parent, key) = place.rsplit_once('/').expect("a place is below the card");
    let mut without = card.clone();
    match without.pointer_mut(parent).expect("the place is there") {
        Value::Object(keys) => {
            let value = keys.remove(key).expect("the key is there");
            changes.push(("is dropped".into(), without.clone()));
            let renamed = without.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
            renamed.insert(format!("{key}x"), value);
            changes.push(("is renamed".into(), without));
        }
        Value::Array(items) => {
            let item = items.remove(key.parse().expect("an index"));
            changes.push(("is dropped".into(), without.clone()));
            let longer = without.pointer_mut(parent).and_then(Value::as_array_mut).expect("a list");
            longer.extend(vec![item; 30]);
            changes.push(("comes thirty times".into(), without));
        }
        _ => unreachable!("something stands below it"),
    }
    changes
}

fn replaced(card: &Value, place: &str, other: &Value) -> Value {
    let mut changed = card.clone();
    *changed.pointer_mut(place).expect("the place is there") = other.clone();
    changed
}

/// Whether `value` is what `schema` allows: as much of JSON Schema as the card's schema uses.
fn valid(schema: &Value, root: &Value, value: &Value) -> bool {
    let keywords = schema.as_object().expect("a schema is an object");
    let holds = |schema: &Value| valid(schema, root, value);
    keywords.iter().all(|(keyword, rule)| match keyword.as_str() {
        "$schema" | "$defs" | "title" | "description" | "examples" | "then" | "else" => true,
        "$ref" => holds(root.pointer(&rule.as_str().expect("a text")[1..]).expect("the definition is there")),
        "allOf" => schemas(rule).all(holds),
        "anyOf" => schemas(rule).any(holds),
        "oneOf" => schemas(rule).filter(|schema| holds(schema)).count() == 1,
        "if" => keywords.get(if holds(rule) { "then" } else { "else" }).is_none_or(holds),
        "const" => value == rule,
        "enum" => schemas(rule).any(|word| word == value),
        "type" => has_type(value, rule.as_str().expect("a text")),
        "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().expect("a number")),
        "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().expect("a number")),
        "maxLength" => value.as_str().is_none_or(|text| text.chars().count() <= size(rule)),
        "pattern" => value.as_str().is_none_or(|text| matches(text, rule.as_str().expect("a text"))),
        "minItems" => value.as_array().is_none_or(|items| items.len() >= size(rule)),
        "maxItems" => value.as_array().is_none_or(|items| items.len() <= size(rule)),
        "uniqueItems" => {
            value.as_array().is_none_or(|items| (1..items.len()).all(|i| !items[..i].contains(&items[i])))
        }
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| valid(rule, root, item))),
        "required" => value
            .as_object()
            .is_none_or(|keys| schemas(rule).all(|key| keys.contains_key(key.as_str().expect("a text")))),
        "properties" => value.as_object().is_none_or(|keys| {
            keys.iter().all(|(key, value)| rule.get(key).is_none_or(|schema| valid(schema, root, value)))
        }),
        "propertyNames" => {
            value.as_object().is_none_or(|keys| keys.keys().all(|key| valid(rule, root, &json!(key))))
        }
        "maxProperties" => value.as_object().is_none_or(|keys| keys.len() <= size(rule)),
        "additionalProperties" => value.as_object().is_none_or(|keys| {
            let known =
                |key: &String| keywords.get("properties").is_some_and(|known| known.get(key).is_some());
            keys.iter().filter(|(key, _)| !known(key)).all(|(_, value)| match rule {
                Value::Bool(allowed) => *allowed,
                schema => valid(schema, root, value),
            })
        }),
        other => unreachable!("the test does not know {other}"),
    })
}

fn schemas(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().expect("a list").iter()
}

fn size(rule: &Value) -> usize {
    rule.as_u64().and_then(|size| size.try_into().ok()).expect("a size")
}

fn has_type(value: &Value, wanted: &str) -> bool {
    match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        other => unreachable!("the test does not know {other}"),
    }
}

fn matches(text: &str, pattern: &str) -> bool {
    match pattern {
        r"\S" => text.chars().any(|c| !c.is_whitespace()),
        "^[a-z0-9]+(-[a-z0-9]+)*$" => text.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        }),
        r"^[^/\\:]+\.([pP][nN][gG]|[jJ][pP][eE]?[gG])$" => {
            let (stem, ending) = text.rsplit_once('.').unwrap_or_default();
            let ending = ending.to_ascii_lowercase();
            let is_picture = matches!(&*ending, "png" | "jpg" | "jpeg");
            is_picture && !stem.is_empty() && !stem.contains(['/', '\\', ':'])
        }
        "^https?://[^ ]+$" => {
            let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            host.is_some_and(|host| !host.is_empty() && !host.contains(' '))
        }
        other => unreachable!("the test does not know {other}"),
    }
}
