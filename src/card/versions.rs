//! Two versions of one card: what differs between them, and the same card under other names.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

use jsonc_parser::ast::Value as Tree;
use jsonc_parser::common::Ranged;
use serde_json::Value;

use crate::card::Card;
use crate::card::content::FORMAT;
use crate::card::format::Choice;
use crate::card::picture::FileName;
use crate::card::slug::Slug;
use crate::card::step::{ID, Phase, Step, Wording};
use crate::card::syntax;
use crate::card::walk::Node;
use crate::text::Text;

const PHASES: &str = "fasen";
const PICTURE: &str = "afbeelding";
const FILE: &str = "bestand";

/// What is different in a newer version of a card. Its id, the layout of the file and the names of
/// its pictures do not count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The keys of the card that say something else, `titel` first; its steps are apart.
    pub keys: Vec<Text>,
    /// By what they are called in the newer version.
    pub changed: Vec<Text>,
    pub added: Vec<Text>,
    /// By what they are called in the older one.
    pub gone: Vec<Text>,
    /// The same steps, in another order.
    pub moved: bool,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Card {
    /// What is different in `newer`; two pictures, one of each, may be the same under other names.
    pub fn changes(&self, newer: &Self, same: impl Fn(&FileName, &FileName) -> bool) -> Changes {
        let (old, new) = (self.whole(), newer.whole());
        let (mut left, mut others) = (drawn(self, &old), drawn(newer, &new));
        let count = left.len();
        let (mut kept, mut changed) = (Vec::new(), Vec::new());
        // First what is the same, then what is named the same, then what is of the same kind.
        others.retain(|step| {
            take(&mut left, |old| old.is_same(step, &same)).map(|old| kept.push(old.at)).is_none()
        });
        for is_meant in [Drawn::is_named_as, Drawn::is_of_kind_of] {
            others.retain(|step| {
                let found = take(&mut left, |old| is_meant(old, step));
                found.map(|_| changed.push((step.at, step.title()))).is_none()
            });
        }
        changed.sort_by_key(|(at, _)| *at);
        Changes {
            keys: changed_keys(&old, &new),
            moved: kept.len() == count && others.is_empty() && !kept.is_sorted(),
            changed: changed.into_iter().map(|(_, title)| title).collect(),
            added: others.iter().map(Drawn::title).collect(),
            gone: left.iter().map(Drawn::title).collect(),
        }
    }

    /// The same card with another id, and with other names for some of its pictures.
    #[must_use]
    pub fn renamed(&self, id: &Slug, pictures: &BTreeMap<FileName, FileName>) -> Self {
        let tree = syntax::parse(&self.source).expect("a card is JSON");
        let mut names: Vec<(&Tree<'_>, &str)> = Vec::new();
        names.extend(Node::own(&tree).get(ID).map(|node| (node.value, &**id)));
        for node in picture_names(&tree) {
            let renamed = pictures.iter().find(|(old, _)| node.text() == Some(old));
            names.extend(renamed.map(|(_, new)| (node.value, &**new)));
        }
        names.sort_by_key(|(value, _)| value.range().start);
        let mut source = self.source.clone();
        for (value, name) in names.into_iter().rev() {
            let range = value.range();
            source.replace_range(range.start..range.end, &Value::from(name).to_string());
        }
        Self::parse(&source).expect("a slug and names of pictures stand where others stood")
    }

    fn whole(&self) -> Value {
        serde_json::from_str(&self.source).expect("a card is JSON")
    }
}

/// A step as it is compared: without the name of its picture.
struct Drawn<'a> {
    /// Its place in the card.
    at: usize,
    step: &'a Step,
    tree: Value,
}

impl Drawn<'_> {
    fn is_same(&self, newer: &Self, same: impl Fn(&FileName, &FileName) -> bool) -> bool {
        let pictures = match (&self.step.picture, &newer.step.picture) {
            (Some(old), Some(new)) => same(&old.file, &new.file),
            (old, new) => old.is_none() && new.is_none(),
        };
        pictures && self.step.phase == newer.step.phase && self.tree == newer.tree
    }

    fn is_named_as(&self, newer: &Self) -> bool {
        let has_same_id = self.step.id.is_some() && self.step.id == newer.step.id;
        has_same_id || self.title() == newer.title()
    }

    fn is_of_kind_of(&self, newer: &Self) -> bool {
        self.step.phase == newer.step.phase && discriminant(&self.step.kind) == discriminant(&newer.step.kind)
    }

    fn title(&self) -> Text {
        self.step.title(Wording::Own).clone()
    }
}

fn drawn<'a>(card: &'a Card, whole: &Value) -> Vec<Drawn<'a>> {
    let phases = Phase::WORDS.iter().filter_map(|(_, word, _)| whole.get(PHASES)?.get(word)?.as_array());
    let trees = phases.flatten().map(|tree| {
        let mut tree = tree.clone();
        if let Some(picture) = tree.get_mut(PICTURE).and_then(Value::as_object_mut) {
            picture.remove(FILE);
        }
        tree
    });
    card.steps.iter().enumerate().zip(trees).map(|((at, step), tree)| Drawn { at, step, tree }).collect()
}

/// The first of which this is true, taken out.
fn take<'a>(steps: &mut Vec<Drawn<'a>>, is_it: impl Fn(&Drawn<'a>) -> bool) -> Option<Drawn<'a>> {
    let at = steps.iter().position(is_it)?;
    Some(steps.remove(at))
}

/// The keys of the card as a whole under which something else stands.
fn changed_keys(old: &Value, new: &Value) -> Vec<Text> {
    let keys = |card: &Value| -> Vec<String> {
        card.as_object().into_iter().flat_map(|card| card.keys().cloned()).collect()
    };
    let both: BTreeSet<String> = keys(old).into_iter().chain(keys(new)).collect();
    let counts = |key: &&String| !matches!(key.as_str(), "$schema" | FORMAT | ID | PHASES);
    let mut changed: Vec<&String> =
        both.iter().filter(counts).filter(|key| old.get(key) != new.get(key)).collect();
    changed.sort_by_key(|key| *key != "titel");
    changed.into_iter().map(|key| Text::clean(key)).collect()
}

/// Where the names of pictures stand.
fn picture_names<'a>(tree: &'a Tree<'a>) -> Vec<Node<'a>> {
    let phases = Node::own(tree).get(PHASES);
    let lists = Phase::WORDS.iter().filter_map(|(_, word, _)| phases?.get(word));
    let steps: Vec<Node<'a>> = lists.flat_map(|list| list.items().collect::<Vec<_>>()).collect();
    steps.into_iter().filter_map(|step| step.get(PICTURE)?.get(FILE)).collect()
}
