//! What stands at a question now, and what an answer makes of the card.

use crate::card::format::Choice as _;
use crate::card::step::{ID, KindName};
use crate::card::{FORM, KIND, Phase, SIMPLE, Slug, Trail, Tree, chosen};
use crate::maker::conversation::SIGN;
use crate::maker::proposals::{new_step, set_minutes};
use crate::maker::question::{Deed, Question, Reply};
use crate::maker::simple::followed;
use crate::maker::steps;
use crate::maker::ways;

const NAME: &str = "naam";
const TITLE: &str = "titel";

/// A text, or a list of them, in lines.
pub fn lines(tree: &Tree) -> Vec<String> {
    match tree {
        Tree::Text(text) => vec![text.clone()],
        Tree::Number(number) => vec![number.to_string()],
        Tree::List(items) => items.iter().flat_map(lines).collect(),
        Tree::Flag(_) | Tree::Block(_) => Vec::new(),
    }
}

/// The two texts of a pair on one line.
pub fn joined(pair: &Tree, [first, second]: [&str; 2]) -> String {
    let texts = [pair.said(first), pair.said(second)];
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(SIGN)
}

fn parted(line: &str, [first, second]: [&str; 2]) -> Tree {
    let (before, after) = line.split_once(SIGN).filter(|_| !second.is_empty()).unwrap_or((line, ""));
    let texts = [(first, before), (second, after)].into_iter().filter(|(_, text)| !text.trim().is_empty());
    Tree::Block(texts.map(|(key, text)| (key.to_owned(), Tree::from(text.trim()))).collect())
}

impl Question {
    /// What stands there now, or is proposed.
    pub fn stands(&self, card: &Tree) -> Reply {
        let here = card.at(&self.at);
        let lines_here = || here.map(lines).unwrap_or_default();
        match &self.deed {
            _ if here.is_none() && !self.beside.is_empty() => Reply::Lines(self.beside.clone()),
            Deed::Text | Deed::Number | Deed::Texts => Reply::Lines(lines_here()),
            Deed::Minutes => Reply::Lines(vec![lines_here().join(" ")]),
            Deed::Pairs(names) => {
                let items = here.map(Tree::items).unwrap_or_default();
                Reply::Lines(items.iter().map(|pair| joined(pair, *names)).collect())
            }
            Deed::Pair(names) => Reply::Lines(here.map(|pair| joined(pair, *names)).into_iter().collect()),
            Deed::Words => {
                let pairs = here.map(Tree::pairs).unwrap_or_default();
                let line = |(word, meaning): &(String, Tree)| {
                    format!("{word}{SIGN}{}", meaning.text().unwrap_or_default())
                };
                Reply::Lines(pairs.iter().map(line).collect())
            }
            Deed::Value(values) => {
                let now = values.iter().position(|value| value.as_ref() == here);
                Reply::Picked(now.into_iter().collect())
            }
            Deed::Values(values) => {
                let items = here.map(Tree::items).unwrap_or_default();
                Reply::Picked(
                    (0..values.len())
                        .filter(|at| values.get(*at).is_some_and(|value| items.contains(value)))
                        .collect(),
                )
            }
            Deed::Flags(keys) => {
                let is_set = |key: &&str| here.is_some_and(|step| step.is_set(key));
                Reply::Picked((0..).zip(keys).filter(|(_, key)| is_set(key)).map(|(at, _)| at).collect())
            }
            Deed::Step(phase) => Reply::Picked(vec![proposed(card, *phase)]),
            Deed::Another => Reply::Picked(vec![0]),
            Deed::Scenes => Reply::Picked(vec![usize::from(here.is_some())]),
            Deed::Ways => {
                let ways = here.map(Tree::items).unwrap_or_default();
                Reply::Lines(ways.iter().map(|way| way.said("tekst").to_owned()).collect())
            }
            Deed::Leads(ids) => {
                let to = here.and_then(Tree::text).unwrap_or_default();
                Reply::Picked(vec![ids.iter().position(|id| id == to).map_or(0, |at| at + 1)])
            }
        }
    }

    /// Whether this answer makes more questions, that come before the others.
    pub(super) fn grows(&self, reply: &Reply) -> bool {
        matches!(self.deed, Deed::Step(_) | Deed::Another) && reply.first().is_some_and(|first| first > 0)
    }

    /// Whether the walker can say something of the answer.
    pub(super) fn is_value(&self) -> bool {
        !matches!(self.deed, Deed::Flags(_) | Deed::Step(_) | Deed::Another | Deed::Scenes)
    }

    /// Puts the answer in the card, with all that follows from it.
    pub(super) fn put(&self, reply: &Reply, card: &mut Tree) {
        let step_at = steps::all(card).into_iter().map(|(at, _)| at).find(|at| self.at.is_within(at));
        let before = step_at.as_ref().and_then(|at| card.at(at)).cloned();
        self.put_here(reply, card);
        match (step_at, before) {
            (Some(at), Some(before)) => settle(&at, &before, card),
            _ if self.at == Trail::default().key(TITLE) => name(card),
            _ => {}
        }
    }

    fn put_here(&self, reply: &Reply, card: &mut Tree) {
        match reply {
            Reply::Lines(typed) => self.put_lines(typed, card),
            Reply::Picked(picked) => self.put_picked(picked, card),
        }
    }

    fn put_lines(&self, typed: &[String], card: &mut Tree) {
        // An emptied line in simple words says what the step says.
        let said = |(at, line): (usize, &String)| match self.beside.get(at) {
            Some(own) if line.is_empty() => own.clone(),
            _ => line.clone(),
        };
        let typed: Vec<String> = typed.iter().enumerate().map(said).filter(|line| !line.is_empty()).collect();
        let first = typed.first().map(String::as_str);
        let value = match &self.deed {
            Deed::Ways => return ways::put(&self.at, &typed, card),
            Deed::Text => first.map(Tree::from),
            Deed::Number | Deed::Minutes => first.map(numbers),
            Deed::Pair(names) => first.map(|line| parted(line, *names)),
            _ if typed.is_empty() => None,
            Deed::Pairs(names) => Some(Tree::List(typed.iter().map(|line| parted(line, *names)).collect())),
            Deed::Words => Some(glossary(&typed)),
            _ => Some(Tree::texts(&typed)),
        };
        match value {
            Some(value) => card.put(&self.at, value),
            None => card.remove(&self.at),
        }
    }

    fn put_picked(&self, picked: &[usize], card: &mut Tree) {
        let first = picked.first().copied();
        match &self.deed {
            Deed::Value(values) => match first.and_then(|at| values.get(at)) {
                Some(Some(value)) => card.put(&self.at, value.clone()),
                _ => card.remove(&self.at),
            },
            Deed::Values(values) => {
                let chosen: Vec<&Tree> = picked.iter().filter_map(|at| values.get(*at)).collect();
                let stood = card.at(&self.at).map(Tree::items).unwrap_or_default();
                // In the order in which they stood, and what is new behind them.
                let kept = stood.iter().filter(|value| chosen.contains(value));
                let new = chosen.iter().copied().filter(|value| !stood.contains(value));
                match kept.chain(new).cloned().collect::<Vec<_>>() {
                    none if none.is_empty() => card.remove(&self.at),
                    some => card.put(&self.at, Tree::List(some)),
                }
            }
            Deed::Flags(keys) => {
                for (at, key) in keys.iter().enumerate() {
                    if picked.contains(&at) {
                        card.put(&self.at.key(key), Tree::Flag(true));
                    } else {
                        card.remove(&self.at.key(key));
                    }
                }
            }
            Deed::Step(_) => {
                let kind = first.and_then(|at| KindName::WORDS.get(at.checked_sub(1)?));
                if let Some((kind, ..)) = kind {
                    let step = new_step(*kind, answered(card, &self.at).as_deref());
                    push(card, &self.at, step);
                }
            }
            Deed::Another if first == Some(1) => push(card, &self.at, Tree::default()),
            Deed::Scenes => ways::written_out(&self.at, first == Some(1), card),
            Deed::Leads(ids) => {
                let to = first.and_then(|at| ids.get(at.checked_sub(1)?)).map(String::as_str);
                ways::lead(&self.at, to, card);
            }
            _ => {}
        }
    }
}

fn push(card: &mut Tree, list: &Trail, value: Tree) {
    let count = card.at(list).map_or(0, |list| list.items().len());
    card.put(&list.item(count), value);
}

/// Digits as a number, or as a list of them; anything else stays text, for the walker to judge.
fn numbers(line: &str) -> Tree {
    let words: Vec<&str> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let read: Result<Vec<u64>, _> = words.iter().map(|word| word.parse()).collect();
    match read.as_deref() {
        Ok([one]) => Tree::Number(*one),
        Ok(many) if !many.is_empty() => Tree::List(many.iter().copied().map(Tree::Number).collect()),
        _ => Tree::from(line),
    }
}

/// A word that stands there twice is explained once, by the last.
fn glossary(typed: &[String]) -> Tree {
    let mut words = Tree::default();
    for line in typed {
        let (word, meaning) = line.split_once(SIGN.trim()).unwrap_or((line, ""));
        words.put(&Trail::default().key(word.trim()), Tree::from(meaning.trim()));
    }
    words
}

/// After an answer about a step: minutes for each part, a name to point to, and simple words for all.
fn settle(at: &Trail, before: &Tree, card: &mut Tree) {
    let ids: Vec<String> = steps::all(card)
        .into_iter()
        .filter(|(other, _)| other != at)
        .map(|(_, step)| step.said(ID).to_owned())
        .collect();
    let Some(mut step) = card.at(at).cloned() else { return };
    if step.get(FORM) != before.get(FORM) || step.is_set("tweede-ronde") != before.is_set("tweede-ronde") {
        set_minutes(&mut step);
    }
    if step.get(ID).is_none() && !step.said(NAME).is_empty() {
        let id = free_id(step.said(NAME), step.said(KIND), &ids);
        step.put(&Trail::default().key(ID), Tree::Text(id));
    }
    if let (Some(now), true) = (step.get(SIMPLE), step.get(SIMPLE) == before.get(SIMPLE)) {
        let simple = followed(before, &step, now);
        step.put(&Trail::default().key(SIMPLE), simple);
    } else if let Some(now) = step.get(SIMPLE) {
        // Lists within lists are as long as those of the step, also before all of them were asked for.
        let simple = followed(&step, &step, now);
        step.put(&Trail::default().key(SIMPLE), simple);
    }
    card.put(at, step);
}

/// A name for machines that is near `name` and not taken.
pub fn free_id(name: &str, otherwise: &str, taken: &[String]) -> String {
    let near = Slug::near(name).map_or_else(|| otherwise.to_owned(), |slug| slug.to_string());
    let free = |id: &String| !taken.contains(id);
    let numbered = (2..).map(|number| format!("{near}-{number}"));
    std::iter::once(near.clone()).chain(numbered).find(free).unwrap_or(near)
}

/// The id follows from the title.
fn name(card: &mut Tree) {
    let id = free_id(card.said(TITLE), "kaart", &[]);
    card.put(&Trail::default().key(ID), Tree::Text(id));
}

/// Of the kinds that are offered, the one that most cards have here; 0: no more.
fn proposed(card: &Tree, phase: Phase) -> usize {
    let steps = card.at(&steps::phase(phase)).map(Tree::items).unwrap_or_default();
    let has = |kind: KindName| steps.iter().any(|step| chosen(step.said(KIND)) == Some(kind));
    let kind = match phase {
        Phase::LookBack if has(KindName::NextStep) => None,
        Phase::LookBack if !has(KindName::LookBack) && answered(card, &steps::phase(phase)).is_some() => {
            Some(KindName::LookBack)
        }
        Phase::LookBack => Some(KindName::NextStep),
        Phase::Prepare if steps.is_empty() => Some(KindName::Explain),
        Phase::Do if steps.is_empty() => Some(KindName::Question),
        _ => None,
    };
    kind.map_or(0, |kind| KindName::WORDS.iter().take_while(|(other, ..)| *other != kind).count() + 1)
}

/// The name of the step whose answers a look back at the end of `list` brings back: the last question.
fn answered(card: &Tree, list: &Trail) -> Option<String> {
    let earlier: Vec<(Trail, &Tree)> = steps::all(card)
        .into_iter()
        .take_while(|(at, _)| !is_after(at, list))
        .filter(|(_, step)| !step.said(ID).is_empty())
        .collect();
    let nearest = |kinds: &[KindName]| {
        let of_kind = |step: &Tree| chosen(step.said(KIND)).is_some_and(|kind| kinds.contains(&kind));
        earlier.iter().rev().find(|(_, step)| of_kind(step)).map(|(_, step)| step.said(ID).to_owned())
    };
    nearest(&[KindName::Question]).or_else(|| nearest(&[KindName::Choice, KindName::Task, KindName::Story]))
}

/// Whether the step at `at` stands in a phase behind the one at `list`.
fn is_after(at: &Trail, list: &Trail) -> bool {
    let phase =
        |trail: &Trail| Phase::WORDS.iter().position(|(phase, ..)| trail.is_within(&steps::phase(*phase)));
    phase(at) > phase(list)
}
