//! A card as a tree of values, for who is still making it: nothing in it needs to be right, and its
//! keys keep their order.

use std::fmt;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What can stand in a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    Text(String),
    Number(u64),
    Flag(bool),
    List(Vec<Self>),
    Block(Vec<(String, Self)>),
}

/// Where something stands: `fasen > uitvoering > 2 > vraag`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail(Vec<Turn>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Turn {
    Key(String),
    /// Shown from 1.
    Item(usize),
}

impl Trail {
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Turn::Key(key.to_owned()))
    }

    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.with(Turn::Item(index))
    }

    fn with(&self, turn: Turn) -> Self {
        Self(self.0.iter().cloned().chain([turn]).collect())
    }

    /// Where the list or block stands that this is a part of.
    #[must_use]
    pub fn above(&self) -> Self {
        Self(self.0.iter().take(self.0.len().saturating_sub(1)).cloned().collect())
    }

    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }
}

impl fmt::Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, turn) in self.0.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { " > " })?;
            match turn {
                Turn::Key(key) => f.write_str(key)?,
                Turn::Item(index) => write!(f, "{}", index + 1)?,
            }
        }
        Ok(())
    }
}

impl Default for Tree {
    fn default() -> Self {
        Self::Block(Vec::new())
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Tree {
    /// The tree in `source`; None when that is no JSON, or says what no card says.
    pub fn parse(source: &str) -> Option<Self> {
        serde_json::from_str(source).ok()
    }

    /// A list of these texts.
    pub fn texts(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self::List(texts.into_iter().map(|text| Self::from(text.as_ref())).collect())
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Of a list; of anything else none.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// Of a block; of anything else none.
    pub fn pairs(&self) -> &[(String, Self)] {
        if let Self::Block(pairs) = self { pairs } else { &[] }
    }

    pub fn get(&self, key: &str) -> Option<&Self> {
        self.pairs().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The text at this key; empty when there is none.
    pub fn said(&self, key: &str) -> &str {
        self.get(key).and_then(Self::text).unwrap_or_default()
    }

    pub fn is_set(&self, key: &str) -> bool {
        self.get(key) == Some(&Self::Flag(true))
    }

    pub fn at(&self, trail: &Trail) -> Option<&Self> {
        trail.0.iter().try_fold(self, |here, turn| match turn {
            Turn::Key(key) => here.get(key),
            Turn::Item(index) => here.items().get(*index),
        })
    }

    /// Puts `value` there; blocks and lists are made on the way.
    pub fn put(&mut self, trail: &Trail, value: Self) {
        let mut here = self;
        for turn in &trail.0 {
            here = here.made(turn);
        }
        *here = value;
    }

    /// Takes away what stands there; from a list the items after it move up.
    pub fn remove(&mut self, trail: &Trail) {
        let Some((last, above)) = trail.0.split_last() else { return };
        let above = Trail(above.to_vec());
        if self.at(&above).is_none() {
            return;
        }
        let mut here = self;
        for turn in &above.0 {
            here = here.made(turn);
        }
        match (here, last) {
            (Self::Block(pairs), Turn::Key(key)) => pairs.retain(|(name, _)| name != key),
            (Self::List(items), Turn::Item(index)) if *index < items.len() => drop(items.remove(*index)),
            _ => {}
        }
    }

    /// What stands at `turn`, made when it was not there.
    fn made(&mut self, turn: &Turn) -> &mut Self {
        match turn {
            Turn::Key(key) => {
                if !matches!(self, Self::Block(_)) {
                    *self = Self::default();
                }
                let Self::Block(pairs) = self else { return self };
                let at = pairs.iter().position(|(name, _)| name == key).unwrap_or(pairs.len());
                if at == pairs.len() {
                    pairs.push((key.clone(), Self::default()));
                }
                pairs.get_mut(at).map(|(_, value)| value).expect("it was found or pushed")
            }
            Turn::Item(index) => {
                if !matches!(self, Self::List(_)) {
                    *self = Self::List(Vec::new());
                }
                let Self::List(items) = self else { return self };
                if items.len() <= *index {
                    items.resize(index + 1, Self::default());
                }
                items.get_mut(*index).expect("the list was made long enough")
            }
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(items) => serializer.collect_seq(items),
            Self::Block(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what can stand in a card")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::from(text))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut block: A) -> Result<Tree, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = block.next_entry()? {
            pairs.push(pair);
        }
        Ok(Tree::Block(pairs))
    }
}
