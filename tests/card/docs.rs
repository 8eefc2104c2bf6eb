//! docs/kaarten.md teaches how to write a card: its tables follow from the format, and its examples
//! are right.

use std::fmt::Write as _;

use expect_test::expect_file;
use lesloper::card::Severity;
use lesloper::card::content::Content;
use lesloper::card::format::{Choice as _, Key, Part as _, Shape};
use lesloper::card::step::KindName;

use super::checked;

const DOCS: &str = include_str!("../../docs/kaarten.md");

#[test]
fn the_tables_in_the_docs_are_up_to_date() {
    expect_file!["../../docs/kaarten.md"].assert_eq(&with_tables(DOCS));
}

#[test]
fn every_example_in_the_docs_is_a_card_without_mistakes() {
    let examples = DOCS.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut count = 0;
    for example in examples {
        let whole = example.contains("\"formaat\"");
        let source = if whole { example.to_owned() } else { in_a_card(example) };
        let problems: Vec<_> =
            checked(&source).filter(|problem| whole || problem.severity == Severity::Mistake).collect();
        assert!(problems.is_empty(), "{example}\n{problems:#?}");
        count += 1;
    }
    assert!(count >= 10, "only {count} examples found");
}

/// A card with one step that others may point to, and then `step`.
fn in_a_card(step: &str) -> String {
    format!(
        r#"{{ "formaat": 1, "id": "proef", "titel": "Proef", "doel": "Proef.", "wanneer": "altijd",
        "leerjaren": [1], "leerwegen": ["bb"], "elementen": ["actief"], "competenties": ["netwerken"],
        "bron": [{{ "titel": "Eigen werk" }}],
        "fasen": {{ "uitvoering": [
            {{ "id": "wensen", "soort": "vraag", "minuten": 6, "vraag": "Wat wil je weten?" }}, {step}
        ] }} }}"#
    )
}

/// The docs with what stands between the marks made anew.
fn with_tables(docs: &str) -> String {
    let mut made = String::new();
    let mut rest = docs;
    while let Some((before, after)) = rest.split_once("<!-- ") {
        let (mark, after) = after.split_once(" -->\n").expect("a mark is closed");
        let (_, after) = after.split_once("<!-- einde -->").expect("a table ends");
        let table = match mark.split_once(": ") {
            Some(("sleutels", name)) => table(keys(name)),
            _ => words(),
        };
        write!(made, "{before}<!-- {mark} -->\n{table}<!-- einde -->").unwrap();
        rest = after;
    }
    made + rest
}

/// The keys of one kind of object, by the key under which it stands or the kind of its step.
fn keys(name: &str) -> Vec<&'static Key> {
    let content = || Content::keys().iter();
    let story = || KindName::Story.own_keys().iter().flat_map(below);
    let scene = || story().filter(|key| key.name == "scenes").flat_map(below);
    let situation = || KindName::Roleplay.own_keys().iter().flat_map(below);
    match name {
        "kaart" => content().collect(),
        "docent" | "bron" | "fasen" => content().filter(|key| key.name == name).flat_map(below).collect(),
        "verhalen" => story().collect(),
        "kaartjes" => KindName::Draw.own_keys().iter().flat_map(below).collect(),
        "situaties" => situation().collect(),
        "rollen" => situation().filter(|key| key.name == name).flat_map(below).collect(),
        "scenes" => scene().collect(),
        "keuzes" => scene().filter(|key| key.name == name).flat_map(below).collect(),
        "stap" => {
            let mut keys: Vec<&Key> = Vec::new();
            for key in KindName::WORDS.iter().flat_map(|(kind, ..)| kind.shared_keys()) {
                if !keys.iter().any(|known| known.name == key.name) {
                    keys.push(key);
                }
            }
            // As in every kind, whichever is the first to have it.
            keys.sort_by_key(|key| KindName::Task.shared_keys().position(|own| own.name == key.name));
            keys
        }
        "afbeelding" => KindName::Task.shared_keys().filter(|key| key.name == name).flat_map(below).collect(),
        kind => {
            let kind = KindName::WORDS.iter().find(|(_, word, _)| *word == kind);
            kind.expect("it is a kind of step").0.own_keys().iter().collect()
        }
    }
}

/// The keys of the object at `key`, or of each object in its list.
fn below(key: &'static Key) -> &'static [Key] {
    match &key.shape {
        Shape::Object(keys) => keys,
        Shape::List { of, .. } => match **of {
            Shape::Object(keys) => keys,
            _ => &[],
        },
        _ => &[],
    }
}

fn table(keys: Vec<&Key>) -> String {
    let mut table =
        String::from("\n| sleutel | moet | wat | waarvoor | voorbeeld |\n|---|---|---|---|---|\n");
    for key in keys {
        let required = if key.required { "ja" } else { "" };
        let (name, shape, help, example) = (key.name, shown(&key.shape), key.help, key.example);
        writeln!(table, "| `{name}` | {required} | {shape} | {help} | `{example}` |").unwrap();
    }
    table + "\n"
}

/// What may stand there, in Dutch.
fn shown(shape: &Shape) -> String {
    match shape {
        Shape::Text(max) => format!("tekst, hooguit {max} tekens"),
        Shape::Slug => "naam: kleine letters, cijfers en streepjes".into(),
        Shape::Earlier(_) | Shape::Scene => "de `id` waarnaar het wijst".into(),
        Shape::FileName(_) => "naam van een PNG of JPEG naast de kaart".into(),
        Shape::WebAddress(_) => "webadres".into(),
        Shape::Number(range) if range.start() == range.end() => format!("het getal {}", range.start()),
        Shape::Number(range) => format!("getal van {} tot en met {}", range.start(), range.end()),
        Shape::Flag => "`true` of `false`".into(),
        Shape::Choice(words) => {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            format!("één van {}", words.join(", "))
        }
        Shape::List { of, length, .. } => {
            let (least, most) = (length.start(), length.end());
            let count =
                if *least == 0 { format!("hooguit {most}") } else { format!("{least} tot en met {most}") };
            format!("lijst van {count}: {}", shown(of))
        }
        Shape::Glossary { most, .. } => format!("blok van hooguit {most} woorden met hun uitleg"),
        Shape::Minutes(range) => {
            let range = format!("{} tot en met {}", range.start(), range.end());
            format!("getal van {range}, of een lijst daarvan")
        }
        Shape::Object(_) => "blok, zie hieronder".into(),
        Shape::Step => "stap".into(),
        Shape::Simple => "blok met teksten van deze stap".into(),
    }
}

/// Every fixed word with its meaning.
fn words() -> String {
    let mut lists = String::new();
    let keys = Content::keys().iter().chain(keys("stap"));
    for key in keys {
        let shape = match &key.shape {
            Shape::List { of, .. } => of,
            shape => shape,
        };
        if let Shape::Choice(words) = shape {
            write!(lists, "\n**{}**\n\n", key.name).unwrap();
            for (word, meaning) in words {
                writeln!(lists, "- `{word}`: {meaning}").unwrap();
            }
        }
    }
    lists + "\n"
}
