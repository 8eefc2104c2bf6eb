//! Big letters: the sentence of a step, the timer and the names of duos, drawn over several rows so
//! that they are read from the back of the room.
//!
//! A text is set in the largest size that fits: the drawn face, wide or condensed; below it letters
//! drawn dot by dot; below that plain bold text. A letter that a face does not have leads to the
//! next one for the whole text, never to a gap.

mod cells;
mod face;
mod ink;
mod set;
mod setting;
mod small;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

pub use face::Cut;
pub use set::{Console, LetterSet};
pub use setting::Setting;

use face::{Edge, Face, SMALLEST_X_HEIGHT};
use setting::{Fount, Words};
use small::Small;

/// Settings that are kept: more than the pages of a step need, with all sizes that were tried.
const MOST_KEPT: usize = 512;

/// The largest small letters take at most this part of the screen: larger ones are a poster, and
/// fewer words fit.
const LARGEST_PART: usize = 8;

/// How large a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    Drawn(Cut),
    /// Letters of five dots high, drawn by hand.
    Small,
    /// The terminal's own letters, bold.
    Plain,
}

/// The letters of this terminal: one for the whole program.
pub struct Letters {
    set: LetterSet,
    // Loaded at the first big letter: the first picture of the program has none.
    faces: OnceCell<Faces>,
    kept: RefCell<HashMap<Key, Option<Rc<Setting>>>>,
}

struct Faces {
    face: Face,
    small: Small,
}

#[derive(PartialEq, Eq, Hash)]
struct Key {
    text: String,
    size: Size,
    width: usize,
    height: usize,
}

impl Letters {
    pub fn new(set: LetterSet) -> Self {
        Self { set, faces: OnceCell::new(), kept: RefCell::default() }
    }

    /// The sizes that make sense on a screen of `height` rows, from the largest down. The last is
    /// plain text.
    pub fn sizes(&self, height: usize) -> impl Iterator<Item = Size> {
        let drawn = self.set.grid().into_iter().flat_map(move |grid| {
            let largest = (height * grid.rows / LARGEST_PART).max(SMALLEST_X_HEIGHT);
            let heights = (SMALLEST_X_HEIGHT..=largest).rev();
            heights.flat_map(move |x_height| self.faces().face.cuts(x_height, grid)).map(Size::Drawn)
        });
        let small = self.set.grid().map(|_| Size::Small);
        drawn.chain(small).chain([Size::Plain])
    }

    /// `text` in this size, in at most `width` columns and `height` rows; None when it does not fit,
    /// or when it has a letter that is not there or would not be told apart.
    pub fn set(&self, text: &str, size: Size, width: usize, height: usize) -> Option<Rc<Setting>> {
        let key = Key { text: text.to_owned(), size, width, height };
        if let Some(kept) = self.kept.borrow().get(&key) {
            return kept.clone();
        }
        let setting = self.set_anew(text, size, width, height).map(Rc::new);
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(key, setting.clone());
        setting
    }

    fn set_anew(&self, text: &str, size: Size, width: usize, height: usize) -> Option<Setting> {
        let (Some(grid), true) = (self.set.grid(), size != Size::Plain) else {
            let plain = setting::plain(text, width);
            return (size == Size::Plain && plain.rows.len() <= height).then_some(plain);
        };
        let Faces { face, small } = self.faces();
        let edge = if self.set == LetterSet::Half { Edge::Smooth } else { Edge::Sharp };
        let advance = |letter: &str| match size {
            Size::Drawn(cut) => face.advance(letter, cut),
            Size::Small | Size::Plain => small.advance(letter, grid),
        };
        let glyph = |letter: &str| match size {
            Size::Drawn(cut) => face.glyph(letter, cut, edge),
            Size::Small | Size::Plain => small.glyph(letter, grid),
        };
        let (x_height, words) = match size {
            Size::Drawn(cut) => (cut.x_height, Words::Whole),
            Size::Small | Size::Plain => (small::X_HEIGHT, Words::Broken),
        };
        let fount = Fount { set: self.set, grid, x_height, words, advance: &advance, glyph: &glyph };
        setting::set(text, &fount, (width, height))
    }

    fn faces(&self) -> &Faces {
        self.faces.get_or_init(|| Faces { face: Face::load(), small: Small::load() })
    }
}
