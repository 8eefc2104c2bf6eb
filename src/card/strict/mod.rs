//! What makes a card a good lesson, beyond what makes it a right one: `lesloper nakijken --streng`.
//! It looks once more at the tree of a card that is known to be valid.

mod labels;
mod names;
mod presence;
mod vocabulary;
mod wording;

use crate::card::content::{Content, PHASES};
use crate::card::format::Choice as _;
use crate::card::problem::Noted;
use crate::card::step::{Phase, Step};
use crate::card::walk::{Crumb, Node, Walk};

pub use wording::{Figures, figures, hard_words};

/// What only a screen can tell of a step `0..`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    pub step: usize,
    pub what: String,
    pub remedy: String,
}

/// What is unwise in the card at `root`, in the order of the file.
pub fn examine(root: Node<'_>, content: &Content, misfits: &[Misfit]) -> Vec<Noted> {
    let mut walk = Walk::default();
    presence::of_card(root, content, &mut walk);
    labels::check(root, content, &mut walk);
    names::check(root, content, &mut walk);
    wording::of_card(root, content, &mut walk);
    each_step(root, content, &mut walk, |index, node, step, walk| {
        presence::of_step(node, step, walk);
        wording::of_step(node, content, walk);
        for misfit in misfits.iter().filter(|misfit| misfit.step == index) {
            walk.warning(node, misfit.what.as_str(), misfit.remedy.as_str());
        }
    });
    walk.finish()
}

/// Runs `look` at every step, with its path.
fn each_step<'a>(
    root: Node<'a>,
    content: &Content,
    walk: &mut Walk<'a>,
    mut look: impl FnMut(usize, Node<'a>, &Step, &mut Walk<'a>),
) {
    let Some(phases) = root.get(PHASES) else { return };
    let mut steps = content.steps.iter().enumerate();
    walk.within(Crumb::Key(PHASES), |walk| {
        for (_, word, _) in Phase::WORDS {
            let Some(list) = phases.get(word) else { continue };
            walk.within(Crumb::Key(word), |walk| {
                for (at, (node, (index, step))) in list.items().zip(steps.by_ref()).enumerate() {
                    walk.within(Crumb::Item(at), |walk| look(index, node, step, walk));
                }
            });
        }
    });
}
