//! A card as far as it can be shown: with the step that is being made, while the rest is not there yet.

use crate::card::{Card, Checked, Problem, Trail, Tree, tidy};
use crate::maker::proposals::new_card;
use crate::maker::steps;

/// What a card must say, where nothing was said yet.
const SAMPLE: [(&str, &str); 4] =
    [("id", "proef"), ("titel", "Proef"), ("doel", "Proef"), ("wanneer", "proef")];

/// The card up to its step `0..` with number `wanted`, and the number that this step has in it.
pub fn shown(card: &Tree, wanted: usize) -> Option<(Card, usize)> {
    let mut card = complete(card);
    let all: Vec<Trail> = steps::all(&card).into_iter().map(|(at, _)| at).collect();
    // What comes later is not seen, and may be half made.
    all.iter().skip(wanted + 1).rev().for_each(|later| card.remove(later));
    let mut left = wanted + 1;
    while left > 0 {
        let Checked { card: read, problems } = Card::check(tidy(&card).as_bytes());
        if let Some(read) = read {
            return Some((read, left - 1));
        }
        let earlier = steps::all(&card).into_iter().map(|(at, _)| at).take(left - 1);
        let wrong = earlier.rev().find(|at| problems.iter().any(|problem| is_about(problem, at)))?;
        card.remove(&wrong);
        left -= 1;
    }
    None
}

fn is_about(problem: &Problem, step: &Trail) -> bool {
    let step = step.to_string();
    problem.path.strip_prefix(&step).is_some_and(|rest| rest.is_empty() || rest.starts_with(" > "))
}

/// The card with all that it must say about itself.
fn complete(card: &Tree) -> Tree {
    let mut whole = card.clone();
    let labels = new_card();
    let proposed = labels.pairs().iter().map(|(key, value)| (key.as_str(), value.clone()));
    let sample = SAMPLE.into_iter().map(|(key, value)| (key, Tree::from(value)));
    for (key, value) in sample.chain(proposed) {
        if whole.get(key).is_none() {
            whole.put(&Trail::default().key(key), value);
        }
    }
    whole
}
