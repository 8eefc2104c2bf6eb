//! How a card reads: long sentences, and words that a class may not know.

use std::collections::BTreeSet;

use crate::card::advice::{MAX_WORDS, sentence_lengths};
use crate::card::content::Content;
use crate::card::format::{Key, Part as _, Shape};
use crate::card::read::SIMPLE;
use crate::card::step::KindName;
use crate::card::strict::{each_step, vocabulary};
use crate::card::walk::{Crumb, Node, Walk, quoted};
use crate::text::Text;

/// In a sentence for the teacher, or to take home.
const BESIDE: usize = 15;
/// In letters: a word like this is read in parts.
const LONG: usize = 12;
const WORDS: &str = "woorden";
/// Of the whole card: what is not a sentence, or not of ours.
const NOT_READ: [&str; 4] = ["titel", WORDS, "bron", "wanneer"];

/// What was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    pub sentences: usize,
    pub words: usize,
    /// In words.
    pub longest: usize,
}

pub fn of_card<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    for key in Content::keys().iter().filter(|key| !NOT_READ.contains(&key.name)) {
        each_text(root, key, walk, &mut |node, text, walk| too_long(node, text, BESIDE, walk));
    }
    let Some(glossary) = root.get(WORDS) else { return };
    let read = everything(root, content);
    walk.within(Crumb::Key(WORDS), |walk| {
        for (word, _) in &content.words {
            if !read.contains(&word.to_lowercase()) {
                let what = format!("{} wordt uitgelegd, maar staat nergens", quoted(word));
                walk.warning(glossary, what, "haal het weg, of schrijf het zoals het op het bord staat");
            }
        }
    });
}

pub fn of_step<'a>(node: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    let mut seen = BTreeSet::new();
    each_wording(node, walk, &mut |node, text, walk| {
        too_long(node, text, MAX_WORDS, walk);
        for word in unexplained(text, content) {
            if seen.insert(word.to_lowercase()) {
                let what = format!("{} is misschien te moeilijk", quoted(word));
                walk.warning(node, what, format!("leg het uit bij '{WORDS}', of kies een korter woord"));
            }
        }
    });
    if let Some(notes) =
        KindName::at(node).and_then(|kind| kind.shared_keys().find(|key| key.name == "docent"))
    {
        each_text(node, notes, walk, &mut |node, text, walk| too_long(node, text, BESIDE, walk));
    }
}

/// What the class reads, in figures.
pub fn figures(root: Node<'_>, content: &Content) -> Figures {
    let mut figures = Figures::default();
    each_step(root, content, &mut Walk::default(), |_, node, _, walk| {
        each_wording(node, walk, &mut |_, text, _| {
            for length in sentence_lengths(text).filter(|length| *length > 0) {
                figures.sentences += 1;
                figures.words += length;
                figures.longest = figures.longest.max(length);
            }
        });
    });
    figures
}

fn too_long<'a>(node: Node<'a>, text: &str, most: usize, walk: &mut Walk<'a>) {
    let longest = sentence_lengths(text).max().unwrap_or(0);
    if longest > most {
        let remedy = format!("maak er twee zinnen van: hooguit {most} woorden");
        walk.warning(node, format!("deze zin heeft {longest} woorden"), remedy);
    }
}

/// The words that a class may not know, and that the card does not explain.
fn unexplained<'t>(text: &'t str, content: &Content) -> impl Iterator<Item = &'t str> {
    hard_words(text).filter(|word| !explains(content, &word.to_lowercase()))
}

/// The words that a class may not know: long ones, and those of school and forms.
pub fn hard_words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'');
    parts.map(|word| word.trim_matches('\'')).filter(|word| {
        let lower = word.to_lowercase();
        let is_hard = lower.chars().count() >= LONG || vocabulary::is_rare(&lower);
        is_hard && !vocabulary::is_everyday(&lower)
    })
}

/// Whether one of the explained words is this one, or this one with an ending.
fn explains(content: &Content, word: &str) -> bool {
    let terms = content.words.iter().map(|(term, _)| term.to_lowercase());
    terms.into_iter().any(|term| {
        let mut parts = term.split(|sign: char| !sign.is_alphanumeric());
        parts.any(|part| !part.is_empty() && word.strip_prefix(part).is_some_and(|ending| ending.len() <= 2))
    })
}

/// All that the class reads, in small letters.
fn everything(root: Node<'_>, content: &Content) -> String {
    let mut read = content.title.to_lowercase();
    let mut add = |text: &str| {
        read.push('\n');
        read.push_str(&text.to_lowercase());
    };
    content.agreements.iter().for_each(|text| add(text));
    each_step(root, content, &mut Walk::default(), |_, node, _, walk| {
        each_wording(node, walk, &mut |_, text, _| add(text));
    });
    read
}

/// The words that the class reads, as they are written, each once.
pub fn own_words(root: Node<'_>, content: &Content) -> BTreeSet<String> {
    let mut read = BTreeSet::new();
    each_step(root, content, &mut Walk::default(), |_, node, _, walk| {
        each_wording(node, walk, &mut |_, text, _| {
            read.extend(text.split(|sign: char| !sign.is_alphanumeric()).map(str::to_owned));
        });
    });
    read
}

/// Each text of a step for the class, also in simple words.
fn each_wording<'a>(
    node: Node<'a>,
    walk: &mut Walk<'a>,
    look: &mut impl FnMut(Node<'a>, &str, &mut Walk<'a>),
) {
    let Some(kind) = KindName::at(node) else { return };
    let wordings = || kind.own_keys().iter().filter(|key| key.shape.is_wording());
    wordings().for_each(|key| each_text(node, key, walk, look));
    if let Some(simple) = node.get(SIMPLE) {
        walk.within(Crumb::Key(SIMPLE), |walk| {
            wordings().for_each(|key| each_text(simple, key, walk, look));
        });
    }
}

/// Each text under a key of the object at `node`.
fn each_text<'a>(
    node: Node<'a>,
    key: &'static Key,
    walk: &mut Walk<'a>,
    look: &mut impl FnMut(Node<'a>, &str, &mut Walk<'a>),
) {
    if let Some(node) = node.get(key.name) {
        walk.within(Crumb::Key(key.name), |walk| texts(node, &key.shape, walk, look));
    }
}

fn texts<'a>(
    node: Node<'a>,
    shape: &'static Shape,
    walk: &mut Walk<'a>,
    look: &mut impl FnMut(Node<'a>, &str, &mut Walk<'a>),
) {
    match shape {
        Shape::Text(_) => {
            if let Some(raw) = node.text() {
                look(node, &Text::clean(raw), walk);
            }
        }
        Shape::List { of, .. } => {
            for (at, item) in node.items().enumerate() {
                walk.within(Crumb::Item(at), |walk| texts(item, of, walk, look));
            }
        }
        Shape::Object(keys) => keys.iter().for_each(|key| each_text(node, key, walk, look)),
        _ => {}
    }
}
