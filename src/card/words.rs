//! The texts of a card, with their bounds; whatever is read of them is clean.

use crate::card::advice;
use crate::card::format::{Format, Shape};
use crate::card::slug::{NotASlug, Slug};
use crate::card::walk::{Crumb, Node, Walk, clipped, quoted};
use crate::text::Text;

/// At most `max` characters.
pub fn text(max: usize) -> Words {
    Words { max, shown: Shown::Small }
}

/// A sentence that fills the projector.
pub fn sentence() -> Words {
    Words { max: 140, shown: Shown::Big }
}

pub struct Words {
    max: usize,
    shown: Shown,
}

#[derive(Clone, Copy)]
enum Shown {
    Small,
    Big,
}

impl Format for Words {
    type Value = Text;

    fn shape(&self) -> Shape {
        Shape::Text(self.max)
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Text> {
        let Some(raw) = node.text() else {
            return walk.wrong_type(node, "een tekst", "zet de tekst tussen aanhalingstekens");
        };
        let text = clean(raw, self.max, node, walk)?;
        if let Shown::Big = self.shown {
            advice::sentence(&text, node, walk);
        }
        Some(text)
    }
}

/// `raw` as clean text of at most `max` characters.
fn clean<'a>(raw: &str, max: usize, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Text> {
    // No clean text is so much shorter than its source; a whole file in one text is not worth cleaning.
    let text = if raw.len() <= max * 64 { Text::clean(raw) } else { Text::clean(&clipped(raw)) };
    let length = if raw.len() <= max * 64 { text.chars().count() } else { raw.chars().count() };
    if length > max {
        let what = format!("deze tekst heeft {length} tekens");
        return walk.mistake(node, what, format!("maak hem korter: hooguit {max}"));
    }
    if text.trim().is_empty() {
        return walk.mistake(node, "hier staat geen tekst", "vul hem in of haal hem weg");
    }
    advice::invisible(raw, &text, node, walk);
    Some(text)
}

/// A name for machines.
pub fn slug() -> Name {
    Name
}

pub struct Name;

impl Format for Name {
    type Value = Slug;

    fn shape(&self) -> Shape {
        Shape::Slug
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Slug> {
        let Some(raw) = node.text() else {
            return walk.wrong_type(node, "een korte naam", "bijvoorbeeld \"eigen-vragen\"");
        };
        let slug = raw.parse().ok();
        slug.or_else(|| {
            let remedy = match Slug::near(raw) {
                Some(near) => format!("kies bijvoorbeeld '{near}'"),
                None => format!("schrijf {NotASlug}"),
            };
            walk.mistake(node, format!("de naam {} kan niet", quoted(raw)), remedy)
        })
    }
}

/// An address on the web.
pub fn web_address() -> WebAddress {
    WebAddress
}

pub struct WebAddress;

impl WebAddress {
    const MAX: usize = 300;
}

impl Format for WebAddress {
    type Value = Text;

    fn shape(&self) -> Shape {
        Shape::WebAddress(Self::MAX)
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Text> {
        let address = text(Self::MAX).read(node, walk)?;
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        if host.is_some_and(|host| !host.is_empty() && !host.contains(' ')) {
            return Some(address);
        }
        let what = format!("{} is geen webadres", quoted(&address));
        walk.mistake(node, what, "begin met https:// en gebruik geen spaties")
    }
}

/// The card's own words with their explanation, in its own order.
pub fn glossary(most: usize) -> Glossary {
    Glossary { most }
}

pub struct Glossary {
    most: usize,
}

impl Glossary {
    const WORD: usize = 40;
    const MEANING: usize = 140;
}

impl Format for Glossary {
    type Value = Vec<(Text, Text)>;

    fn shape(&self) -> Shape {
        Shape::Glossary { most: self.most, word: Self::WORD, meaning: Self::MEANING }
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Self::Value> {
        let words = &walk.object(node)?.properties;
        if words.len() > self.most {
            let what = format!("{} woorden is te veel", words.len());
            walk.mistake::<()>(node, what, format!("houd er hooguit {} over", self.most));
        }
        let read = words.iter().take(self.most).map(|property| {
            let word = property.name.as_str();
            walk.within(Crumb::Key(word), |walk| {
                let meaning = Node::own(&property.value);
                let word = clean(word, Self::WORD, meaning, walk);
                let meaning = text(Self::MEANING).read(meaning, walk);
                word.zip(meaning)
            })
        });
        // Collected before it is judged, so that every mistake is noted.
        read.collect::<Vec<_>>().into_iter().collect()
    }

    fn absent(&self) -> Option<Self::Value> {
        Some(Vec::new())
    }
}
