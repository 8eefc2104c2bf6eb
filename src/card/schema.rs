//! The format as JSON Schema (2020-12), so that an editor explains each key and marks mistakes while
//! a teacher types. What a schema cannot say (a `van` to a later step, lists of unequal length) only
//! the walker knows.

use std::ops::RangeInclusive;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::card::content::Content;
use crate::card::format::{Choice as _, Distinct, Format, Key, Part, Shape};
use crate::card::read::{FORM, KIND, MINUTES, OUTSIDE};
use crate::card::slug::Slug;
use crate::card::step::{FROM, Form, ITEMS, KindName, ROUNDS, Rounds, parts};
use crate::card::values::choice;

/// The schema of a card's file.
pub fn schema() -> String {
    let mut root = object(Content::keys().iter(), Side::Whole);
    let head = [
        ("$schema", Json::from("https://json-schema.org/draft/2020-12/schema")),
        ("title", "Kaart van Lesloper".into()),
        ("description", "Een activiteit voor LOB in de klas. Uitleg staat in docs/kaarten.md.".into()),
    ];
    root.0.splice(0..0, head);
    let mut definitions = vec![("stap", any_step())];
    definitions.extend(KindName::WORDS.iter().map(|(kind, word, _)| (*word, step(*kind))));
    root.0.push(("$defs", Json::Object(Pairs(definitions))));
    let mut text = serde_json::to_string_pretty(&root).expect("a tree of texts and numbers can be written");
    text.push('\n');
    text
}

/// JSON whose keys keep the order in which they are written here.
enum Json {
    Text(String),
    Number(usize),
    Flag(bool),
    List(Vec<Json>),
    Object(Pairs),
    Example(serde_json::Value),
}

struct Pairs(Vec<(&'static str, Json)>);

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Number(number) => number.serialize(serializer),
            Self::Flag(flag) => flag.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
            Self::Object(pairs) => pairs.serialize(serializer),
            Self::Example(example) => example.serialize(serializer),
        }
    }
}

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

fn pairs<const N: usize>(pairs: [(&'static str, Json); N]) -> Json {
    Json::Object(Pairs(pairs.into()))
}

/// Which side of an object is described.
#[derive(Clone, Copy)]
enum Side {
    /// The thing itself, with all that it needs.
    Whole,
    /// As `Whole`, within a step of this kind.
    Step(KindName),
    /// Its simple wording: any of its texts.
    Wording,
}

fn object<'k>(keys: impl Iterator<Item = &'k Key> + Clone, side: Side) -> Pairs {
    let whole = !matches!(side, Side::Wording);
    let keys = keys.filter(|key| whole || key.shape.is_wording());
    let required = keys.clone().filter(|key| whole && key.required).map(|key| key.name.into()).collect();
    let mut object = Pairs(vec![
        ("type", "object".into()),
        ("properties", Json::Object(Pairs(keys.map(|key| (key.name, property(key, side))).collect()))),
        ("required", Json::List(required)),
        ("additionalProperties", Json::Flag(false)),
    ]);
    object.0.retain(|(_, json)| !matches!(json, Json::List(list) if list.is_empty()));
    object
}

fn property(key: &Key, side: Side) -> Json {
    let mut help = key.help.to_owned();
    if let Shape::Choice(words) = &key.shape {
        help.extend(words.iter().map(|(word, meaning)| format!("\n- {word}: {meaning}")));
    }
    let mut property = value(&key.shape, side);
    property.0.insert(0, ("description", Json::Text(help)));
    // An example with dots is for people alone, and none is in simple words.
    if !matches!(side, Side::Wording)
        && let Ok(example) = serde_json::from_str(key.example)
    {
        property.0.push(("examples", Json::List(vec![Json::Example(example)])));
    }
    Json::Object(property)
}

fn value(shape: &Shape, side: Side) -> Pairs {
    let pairs = match shape {
        Shape::Text(max) => return text(*max, r"\S"),
        Shape::Slug => return text(Slug::MAX, "^[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::FileName(max) => return text(*max, r"^[^/\\:]+\.([pP][nN][gG]|[jJ][pP][eE]?[gG])$"),
        Shape::WebAddress(max) => return text(*max, "^https?://[^ ]+$"),
        Shape::Number(range) => return number(range),
        Shape::Object(keys) => return object(keys.iter(), side),
        Shape::Earlier(_) | Shape::Scene => vec![("type", "string".into())],
        Shape::Flag => vec![("type", "boolean".into())],
        Shape::Choice(words) => {
            vec![("enum", Json::List(words.iter().map(|(word, _)| (*word).into()).collect()))]
        }
        Shape::List { of, length, distinct } => {
            let mut list = vec![
                ("type", "array".into()),
                ("items", Json::Object(value(of, side))),
                ("minItems", Json::Number(*length.start())),
                ("maxItems", Json::Number(*length.end())),
            ];
            if *distinct == Distinct::Yes {
                list.push(("uniqueItems", Json::Flag(true)));
            }
            list
        }
        Shape::Glossary { most, word, meaning } => vec![
            ("type", "object".into()),
            ("maxProperties", Json::Number(*most)),
            ("propertyNames", Json::Object(text(*word, r"\S"))),
            ("additionalProperties", Json::Object(text(*meaning, r"\S"))),
        ],
        Shape::Minutes(range) => {
            let list = pairs([("type", "array".into()), ("items", Json::Object(number(range)))]);
            vec![("anyOf", Json::List(vec![Json::Object(number(range)), list]))]
        }
        Shape::Step => vec![("$ref", "#/$defs/stap".into())],
        Shape::Simple => match side {
            Side::Step(kind) => return object(kind.own_keys().iter(), Side::Wording),
            Side::Whole | Side::Wording => vec![("type", "object".into())],
        },
    };
    Pairs(pairs)
}

fn text(max: usize, pattern: &str) -> Pairs {
    Pairs(vec![("type", "string".into()), ("maxLength", Json::Number(max)), ("pattern", pattern.into())])
}

fn number(range: &RangeInclusive<u8>) -> Pairs {
    let (low, high) = (usize::from(*range.start()), usize::from(*range.end()));
    Pairs(vec![("type", "integer".into()), ("minimum", Json::Number(low)), ("maximum", Json::Number(high))])
}

/// A step of any kind: its `soort` says which definition holds for it.
fn any_step() -> Json {
    let kinds = KindName::WORDS.iter().map(|(_, word, _)| {
        let definition = pairs([("$ref", Json::Text(format!("#/$defs/{word}")))]);
        pairs([("if", has(KIND, (*word).into())), ("then", definition)])
    });
    pairs([
        ("type", "object".into()),
        ("properties", pairs([(KIND, Json::Object(value(&choice::<KindName>().shape(), Side::Whole)))])),
        ("required", Json::List(vec![KIND.into()])),
        ("allOf", Json::List(kinds.collect())),
    ])
}

fn step(kind: KindName) -> Json {
    let keys = kind.shared_keys().chain(kind.own_keys());
    let has_key = |name: &str| keys.clone().any(|key| key.name == name);
    let mut rules = vec![timing(kind, &has_key)];
    let timed = pairs([("required", Json::List(vec![MINUTES.into()]))]);
    rules.push(if has_key(OUTSIDE) {
        pairs([("if", has(OUTSIDE, Json::Flag(true))), ("else", timed)])
    } else {
        timed
    });
    if kind == KindName::Sort {
        let sources = [ITEMS, FROM].map(|key| pairs([("required", Json::List(vec![key.into()]))]));
        rules.push(pairs([("oneOf", Json::List(sources.into()))]));
    }
    let mut step = object(keys, Side::Step(kind));
    step.0.push(("allOf", Json::List(rules)));
    Json::Object(step)
}

/// How many minutes a step of this kind takes, by its form and its rounds.
fn timing(kind: KindName, has_key: &impl Fn(&str) -> bool) -> Json {
    let usual = parts(kind, kind.usual_form(), Rounds::One);
    let mut rule = minutes(usual);
    for (form, word, _) in Form::WORDS {
        let parts = parts(kind, *form, Rounds::One);
        if has_key(FORM) && parts != usual {
            rule = pairs([("if", has(FORM, (*word).into())), ("then", minutes(parts)), ("else", rule)]);
        }
    }
    if has_key(ROUNDS) {
        let two = minutes(parts(kind, kind.usual_form(), Rounds::Two));
        rule = pairs([("if", has(ROUNDS, Json::Flag(true))), ("then", two), ("else", rule)]);
    }
    rule
}

fn minutes(parts: usize) -> Json {
    let minutes = match parts {
        1 => pairs([("type", "integer".into())]),
        parts => pairs([
            ("type", "array".into()),
            ("minItems", Json::Number(parts)),
            ("maxItems", Json::Number(parts)),
        ]),
    };
    pairs([("properties", pairs([(MINUTES, minutes)]))])
}

/// Holds for an object in which `value` stands at `key`.
fn has(key: &'static str, value: Json) -> Json {
    pairs([
        ("properties", pairs([(key, pairs([("const", value)]))])),
        ("required", Json::List(vec![key.into()])),
    ])
}
