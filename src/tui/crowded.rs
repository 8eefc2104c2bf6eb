//! Which steps of a card have too much on them for the smallest screen that a class reads from.

use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::layout::Size;

use crate::card::{Card, Misfit};
use crate::lesson::{Body, Drawing, rehearse};
use crate::tui::letters::LetterSet;
use crate::tui::screens::class;
use crate::tui::theme::{Theme, ThemeName};

const SMALL: Size = Size { width: 60, height: 15 };
/// So many pages of one moment a class reads without losing the thread.
const MOST_PAGES: usize = 3;

/// Each step `0..` with a moment of too many pages, in the letters of most terminals.
pub fn crowded(card: &Card) -> Vec<Misfit> {
    let theme = Theme::pick(Some(ThemeName::Dark), |_| None).with_letters(Some(LetterSet::Sextant), |_| None);
    let mut told = BTreeSet::new();
    let mut misfits = Vec::new();
    let moments = rehearse(&Arc::new(card.clone()));
    // Of the cards of all duos each looks for its own.
    let read =
        moments.into_iter().filter(|(_, scene)| !matches!(scene.body, Body::Draw(Drawing::All { .. })));
    for (step, scene) in read {
        let pages = class::pages(&scene, None, SMALL, &theme).pages.len();
        if pages > MOST_PAGES && told.insert(step) {
            misfits.push(Misfit {
                step,
                what: format!("op een klein scherm is dit verdeeld over {pages} schermen"),
                remedy: format!("maak de teksten korter, of maak er twee stappen van: hooguit {MOST_PAGES}"),
            });
        }
    }
    misfits
}
