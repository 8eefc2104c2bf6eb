//! A card as tidy JSON: keys in the order of the format, two spaces, and on one line what fits there.

use crate::card::content::Content;
use crate::card::format::{Format as _, Key, Shape};
use crate::card::read::{KIND, SIMPLE};
use crate::card::step::{ID, KindName};
use crate::card::tree::Tree;
use crate::card::values::{chosen, object};

/// In columns.
const WIDTH: usize = 100;
const INDENT: usize = 2;

/// The whole card, ready to be written to a file.
pub fn tidy(card: &Tree) -> String {
    let mut text = String::new();
    write(&ordered(card, &object::<Content>().shape(), None), 0, 0, &mut text);
    text.push('\n');
    text
}

impl KindName {
    /// Every key of a step of this kind, in the order in which it is written.
    pub fn keys(self) -> Vec<&'static Key> {
        let is_last = |key: &&Key| matches!(key.shape, Shape::Object(_) | Shape::Simple | Shape::List { .. });
        let (last, first): (Vec<_>, Vec<_>) = self.shared_keys().partition(is_last);
        let (id, first): (Vec<_>, Vec<_>) = first.into_iter().partition(|key| key.name == ID);
        let (simple, last): (Vec<_>, Vec<_>) = last.into_iter().partition(|key| key.name == SIMPLE);
        let (pictures, notes): (Vec<_>, Vec<_>) =
            last.into_iter().partition(|key| matches!(key.shape, Shape::Object(_)));
        let own = self.own_keys().iter().collect();
        [id, first, own, pictures, simple, notes].concat()
    }
}

fn ordered(value: &Tree, shape: &Shape, kind: Option<KindName>) -> Tree {
    match (value, shape) {
        (Tree::List(items), Shape::List { of, .. }) => {
            Tree::List(items.iter().map(|item| ordered(item, of, kind)).collect())
        }
        (Tree::Block(_), Shape::Object(keys)) => by_keys(value, &keys.iter().collect::<Vec<_>>(), kind),
        (Tree::Block(_), Shape::Step) => {
            let kind = value.get(KIND).and_then(Tree::text).and_then(chosen);
            kind.map_or_else(|| value.clone(), |kind| by_keys(value, &KindName::keys(kind), Some(kind)))
        }
        (Tree::Block(_), Shape::Simple) => {
            let keys = kind.map(KindName::own_keys).unwrap_or_default();
            by_keys(value, &keys.iter().collect::<Vec<_>>(), kind)
        }
        _ => value.clone(),
    }
}

/// The block in the order of these keys; what is none of them comes last.
fn by_keys(block: &Tree, keys: &[&Key], kind: Option<KindName>) -> Tree {
    let known = keys
        .iter()
        .filter_map(|key| Some((key.name.to_owned(), ordered(block.get(key.name)?, &key.shape, kind))));
    let other = block.pairs().iter().filter(|(name, _)| !keys.iter().any(|key| key.name == name));
    Tree::Block(known.chain(other.cloned()).collect())
}

/// Writes `value` behind `before` columns, on a line that is indented so far.
fn write(value: &Tree, before: usize, indent: usize, text: &mut String) {
    // Room for a comma.
    if let Some(line) = on_one_line(value).filter(|line| before + line.chars().count() < WIDTH) {
        text.push_str(&line);
        return;
    }
    let within = indent + INDENT;
    match value {
        Tree::List(items) => enclosed(['[', ']'], indent, text, items.iter(), |item, text| {
            write(item, within, within, text);
        }),
        Tree::Block(pairs) => enclosed(['{', '}'], indent, text, pairs.iter(), |(key, value), text| {
            let key = format!("{}: ", quoted(key));
            text.push_str(&key);
            write(value, within + key.chars().count(), within, text);
        }),
        Tree::Text(said) => text.push_str(&quoted(said)),
        Tree::Number(_) | Tree::Flag(_) => {}
    }
}

fn enclosed<T>(
    [open, close]: [char; 2],
    indent: usize,
    text: &mut String,
    items: impl Iterator<Item = T>,
    write: impl Fn(T, &mut String),
) {
    text.push(open);
    for (place, item) in items.enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str(&" ".repeat(indent + INDENT));
        write(item, text);
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(close);
}

/// None for what is better read on more lines: blocks, but the smallest.
fn on_one_line(value: &Tree) -> Option<String> {
    match value {
        Tree::Text(text) => Some(quoted(text)),
        Tree::Number(number) => Some(number.to_string()),
        Tree::Flag(flag) => Some(flag.to_string()),
        Tree::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(on_one_line).collect();
            items.map(|items| format!("[{}]", items.join(", ")))
        }
        Tree::Block(pairs) if pairs.is_empty() => Some("{}".to_owned()),
        Tree::Block(pairs) if is_small(pairs) => {
            let pairs: Option<Vec<String>> = pairs
                .iter()
                .map(|(key, value)| Some(format!("{}: {}", quoted(key), on_one_line(value)?)))
                .collect();
            pairs.map(|pairs| format!("{{ {} }}", pairs.join(", ")))
        }
        Tree::Block(_) => None,
    }
}

/// Whether a block is one or two texts: a source, a choice of a story, a card of a deck.
fn is_small(pairs: &[(String, Tree)]) -> bool {
    pairs.len() <= 2 && pairs.iter().all(|(_, value)| matches!(value, Tree::Text(_)))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be written")
}
