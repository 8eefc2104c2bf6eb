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

use crate::tui::pages::Room;
use face::{Drawn, Edge, Face, SMALLEST_X_HEIGHT};
use set::Grid;
use setting::Sheet;
use small::{Dotted, Small};

pub use face::Cut;
pub use set::LetterSet;
pub use setting::Setting;

/// Settings that are kept: more than the pages of a step need, with all sizes that were tried.
const MOST_KEPT: usize = 512;

/// The x-height is at most an eighth of the screen: what is larger is a poster, not a sentence.
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

    /// How high the small letters of this size are, in rows.
    pub fn x_height(&self, size: Size) -> f32 {
        let dots = match size {
            Size::Drawn(cut) => cut.x_height,
            Size::Small => small::X_HEIGHT,
            Size::Plain => return setting::PLAIN_X_HEIGHT,
        };
        #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
        self.set.grid().map_or(setting::PLAIN_X_HEIGHT, |grid| dots as f32 / grid.rows as f32)
    }

    /// `text` in this size; None when it does not fit, or has a letter that is not there or would
    /// not be told apart from another.
    pub fn set(&self, text: &str, size: Size, room: Room) -> Option<Rc<Setting>> {
        let key = Key { text: text.to_owned(), size, width: room.width, height: room.height };
        if let Some(kept) = self.kept.borrow().get(&key) {
            return kept.clone();
        }
        let setting = self.set_anew(text, size, room).map(Rc::new);
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(key, setting.clone());
        setting
    }

    fn set_anew(&self, text: &str, size: Size, room: Room) -> Option<Setting> {
        let sheet = |grid: Grid| Sheet { set: self.set, grid, room };
        match size {
            Size::Drawn(cut) => {
                let edge = if self.set == LetterSet::Half { Edge::Smooth } else { Edge::Sharp };
                let fount = Drawn { face: &self.faces().face, cut, edge };
                setting::drawn(text, &fount, sheet(self.set.grid()?))
            }
            Size::Small => {
                let sheet = sheet(self.set.grid()?);
                setting::drawn(text, &Dotted::new(&self.faces().small, sheet.grid), sheet)
            }
            Size::Plain => {
                let plain = setting::plain(text, room.width);
                (plain.rows.len() <= room.height).then_some(plain)
            }
        }
    }

    fn faces(&self) -> &Faces {
        self.faces.get_or_init(|| Faces { face: Face::load(), small: Small::load() })
    }
}
