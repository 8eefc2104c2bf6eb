//! Big letters: the sentence of a step, the timer and the names of duos, drawn over several rows so
//! that they are read from the back of the room.
//!
//! A text is set in the largest size that fits: the drawn face, wide or condensed; below it letters
//! drawn dot by dot; below that plain bold text. A letter that a face does not have leads to the
//! next one for the whole text, never to a gap.

mod cells;
mod face;
mod ink;
mod memo;
mod set;
mod setting;
mod small;
mod strip;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::tui::pages::Room;
use face::{Drawn, Edge, Face, SMALLEST_X_HEIGHT};
use memo::Memo;
use set::Grid;
use setting::{Fount, Sheet};
use small::{Dotted, Small};

pub use face::Cut;
pub use set::LetterSet;
pub use setting::Setting;

/// Settings that are kept: more than the pages of a step need, with all sizes that were tried.
const MOST_KEPT: usize = 96;

/// The x-height is at most an eighth of the screen: what is larger is a poster, not a sentence.
const LARGEST_PART: usize = 8;

/// From one height to the next, in parts of five: what the eye tells apart, so that texts of about the
/// same length are written equally large.
const STEP: usize = 6;

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
    kept: Memo<Key, Option<Rc<Setting>>>,
}

struct Faces {
    face: Face,
    small: Small,
}

#[derive(PartialEq, Eq, Hash)]
struct Key {
    size: Size,
    shape: Shape,
}

#[derive(PartialEq, Eq, Hash)]
enum Shape {
    /// In a box of this width and height.
    Boxed(String, usize, usize),
    Strip(String),
    People(usize),
}

impl Letters {
    pub fn new(set: LetterSet) -> Self {
        Self { set, faces: OnceCell::new(), kept: Memo::of(MOST_KEPT) }
    }

    pub fn letter_set(&self) -> LetterSet {
        self.set
    }

    /// The sizes that make sense on a screen of `height` rows, from the largest down. The last is
    /// plain text.
    pub fn sizes(&self, height: usize) -> impl Iterator<Item = Size> {
        let drawn = self.set.grid().into_iter().flat_map(move |grid| {
            let heights = ladder(height * grid.rows / LARGEST_PART).into_iter().rev();
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
        self.kept(Key { size, shape: Shape::Boxed(text.to_owned(), room.width, room.height) }, || {
            if size == Size::Plain {
                let plain = setting::plain(text, room.width);
                return (plain.rows.len() <= room.height).then_some(plain);
            }
            let edge = if self.set == LetterSet::Half { Edge::Smooth } else { Edge::Sharp };
            self.drawn(size, edge, |fount, set, grid| setting::drawn(text, fount, Sheet { set, grid, room }))
        })
    }

    /// `text` in one line, as high as every strip of this size, with the baseline at the same height.
    /// Under the baseline is room for the depth of a letter, or for a bar in the last row. Its edges are
    /// sharp: each shade costs bytes, and a clock is drawn every second. None for plain text, or when
    /// a letter is refused.
    pub fn strip(&self, text: &str, size: Size) -> Option<Rc<Setting>> {
        self.kept(Key { size, shape: Shape::Strip(text.to_owned()) }, || {
            self.drawn(size, Edge::Sharp, |fount, set, grid| strip::strip(text, fount, set, grid))
        })
    }

    /// So many people beside one another, as a strip.
    pub fn people(&self, count: usize, size: Size) -> Option<Rc<Setting>> {
        self.kept(Key { size, shape: Shape::People(count) }, || {
            self.drawn(size, Edge::Sharp, |fount, set, grid| strip::people(count, fount, set, grid))
        })
    }

    fn kept(&self, key: Key, set_anew: impl FnOnce() -> Option<Setting>) -> Option<Rc<Setting>> {
        self.kept.get_or(key, || set_anew().map(Rc::new))
    }

    /// None for plain text.
    fn drawn<T>(
        &self,
        size: Size,
        edge: Edge,
        draw: impl FnOnce(&dyn Fount, LetterSet, Grid) -> Option<T>,
    ) -> Option<T> {
        let grid = self.set.grid()?;
        match size {
            Size::Drawn(cut) => draw(&Drawn { face: &self.faces().face, cut, edge }, self.set, grid),
            Size::Small => draw(&Dotted::new(&self.faces().small, grid), self.set, grid),
            Size::Plain => None,
        }
    }

    fn faces(&self) -> &Faces {
        self.faces.get_or_init(|| Faces { face: Face::load(), small: Small::load() })
    }
}

/// Heights of small letters up to `largest`, in dots.
fn ladder(largest: usize) -> Vec<usize> {
    let next = |height: &usize| Some((height * STEP / 5).max(height + 1));
    let heights = std::iter::successors(Some(SMALLEST_X_HEIGHT), next);
    heights.take_while(|height| *height <= largest.max(SMALLEST_X_HEIGHT)).collect()
}
