//! The texts of a step once more, in simple words: asked for beside what the step says itself.

use crate::card::format::{Key, Shape};
use crate::card::step::KindName;
use crate::card::{SIMPLE, Trail, Tree};
use crate::maker::answer::{joined, lines};
use crate::maker::conversation::{Asking, SIGN};
use crate::maker::question::{Answers, Deed, Need, Question};

/// Names are the same in any words.
const NAMES: [&str; 3] = ["titel", "held", "naam"];
const HELP: &str = "Voor wie nog Nederlands leert: korte zinnen, gewone woorden. Enter houdt het zo.";

impl Asking<'_> {
    pub fn simple(&mut self, kind: KindName, step: &Trail) {
        let chapter = self.chapter.clone();
        self.chapter = format!("{chapter}, makkelijk");
        self.twins(kind.own_keys(), step, &step.key(SIMPLE));
        self.chapter = chapter;
    }

    fn twins(&mut self, keys: &'static [Key], own: &Trail, twin: &Trail) {
        let worded = keys.iter().filter(|key| key.shape.is_wording() && !NAMES.contains(&key.name));
        for key in worded {
            self.twin(key, &own.key(key.name), twin.key(key.name));
        }
    }

    fn twin(&mut self, key: &'static Key, own_at: &Trail, at: Trail) {
        let Some(own) = self.card.at(own_at) else { return };
        let (beside, most, deed) = match &key.shape {
            Shape::Text(most) => (lines(own), *most, Deed::Text),
            Shape::List { of, .. } => match &**of {
                Shape::Text(most) => (lines(own), *most, Deed::Texts),
                Shape::Object([first, second]) if !matches!(second.shape, Shape::List { .. }) => {
                    let names = [first.name, second.name];
                    let worded = if second.shape.is_wording() { names } else { [first.name, ""] };
                    let beside = own.items().iter().map(|pair| joined(pair, worded)).collect();
                    (beside, 2 * 140 + SIGN.len(), Deed::Pairs(worded))
                }
                Shape::Object(keys) => {
                    let count = own.items().len();
                    return (0..count)
                        .for_each(|index| self.twins(keys, &own_at.item(index), &at.item(index)));
                }
                _ => return,
            },
            _ => return,
        };
        let count = beside.len();
        let line = matches!(deed, Deed::Text);
        self.push(Question {
            at,
            chapter: self.chapter.clone(),
            asked: "En in makkelijke woorden?".to_owned(),
            help: HELP.to_owned(),
            example: String::new(),
            answers: if line { Answers::Line(most) } else { Answers::Lines { length: count..=count, most } },
            need: Need::May,
            beside,
            deed,
        });
    }
}

/// The simple wording of a step after its own words changed: what was the same stays the same, lists
/// stay as long, and what is gone goes.
pub fn followed(before: &Tree, after: &Tree, simple: &Tree) -> Tree {
    match (after, simple) {
        (Tree::Text(_), Tree::Text(_)) => if before == simple { after } else { simple }.clone(),
        (Tree::List(items), Tree::List(_)) => {
            let nothing = Tree::default();
            let item = |(index, item): (usize, &Tree)| match (simple.items().get(index), item) {
                (Some(twin), _) => followed(before.items().get(index).unwrap_or(&nothing), item, twin),
                (None, Tree::Block(_)) => Tree::default(),
                (None, item) => item.clone(),
            };
            Tree::List(items.iter().enumerate().map(item).collect())
        }
        (Tree::Block(_), Tree::Block(pairs)) => {
            let nothing = Tree::default();
            let pair = |(key, twin): &(String, Tree)| {
                let before = before.get(key).unwrap_or(&nothing);
                Some((key.clone(), followed(before, after.get(key)?, twin)))
            };
            Tree::Block(pairs.iter().filter_map(pair).collect())
        }
        _ => after.clone(),
    }
}
