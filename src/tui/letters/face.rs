//! The drawn face: outlines, brought to the grid at any size. A stem is always a whole number of
//! dots wide and the small letters a whole number high, so that every letter of a text is equally
//! heavy; the face is drawn a little wider or narrower for it, and two sizes of the same height
//! come of it, wide and condensed.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "between dots, which are few and whole, and outlines, which are floats"
)]

use std::rc::Rc;

use ab_glyph::{Font, FontRef, GlyphId, Outline, OutlinedGlyph, PxScaleFactor, Rect, point};

use super::ink::{FULL, Glyph, Ink};
use super::memo::Memo;
use super::set::Grid;
use super::setting::{Fount, Words};

const FILE: &[u8] = include_bytes!("faces/leesletter.ttf");

/// Below it e reads as c.
pub const SMALLEST_X_HEIGHT: usize = 6;
/// A letter is compared with itself at this size, in square dots.
const LARGE: usize = 40;
/// How much wider or narrower than drawn the face may become.
const WIDEST: f32 = 1.2;
const NARROWEST: f32 = 0.77;

/// Between words, in stems: a little more than drawn, for whoever reads with difficulty.
const SPACE: f32 = 2.5;

/// Letters that are kept: those of a language, in the sizes that are tried on one screen.
const MOST_LETTERS: usize = 1024;

/// After each letter, in dots: the next one does not touch it.
const CLEAR: f32 = 1.0;

/// Lower-case letters so many dots high, stems so many dots wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cut {
    pub x_height: usize,
    pub stem: usize,
}

/// Whether dots may be grey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Sharp,
    Smooth,
}

/// The face.
pub struct Face {
    font: FontRef<'static>,
    /// In units of the font.
    x_height: f32,
    stem: f32,
    /// Of each letter when it is large: how many parts it has, and how many holes.
    shapes: Memo<String, Option<(usize, usize)>>,
    advances: Memo<(String, Cut), Option<usize>>,
    glyphs: Memo<(String, Cut, Edge), Option<Rc<Glyph>>>,
}

impl Face {
    pub fn load() -> Self {
        let font = FontRef::try_from_slice(FILE).expect("the face that is built in can be read");
        let bounds = |c: char| font.outline(font.glyph_id(c)).map(|outline| outline.bounds);
        let x = bounds('x').expect("the face has an x");
        let stem = bounds('l').expect("the face has an l").width();
        Self {
            x_height: x.min.y.max(x.max.y),
            stem,
            font,
            shapes: Memo::of(MOST_LETTERS),
            advances: Memo::of(MOST_LETTERS),
            glyphs: Memo::of(MOST_LETTERS),
        }
    }

    /// The cuts at this height on this grid, from the widest.
    pub fn cuts(&self, x_height: usize, grid: Grid) -> impl Iterator<Item = Cut> {
        let drawn = self.stem * self.per_unit(x_height) * grid.columns_per_row();
        let fits = |stem: &usize| (NARROWEST..=WIDEST).contains(&(number(*stem) / drawn));
        let mut stems = (1..=whole(drawn * WIDEST)).filter(fits).collect::<Vec<_>>();
        let nearest = stems.iter().copied().min_by(|a, b| {
            let off = |stem: &usize| (number(*stem) - drawn).abs();
            off(a).total_cmp(&off(b))
        });
        stems.truncate(1);
        let narrower = stems.pop().filter(|stem| Some(*stem) < nearest);
        nearest.into_iter().chain(narrower).map(move |stem| Cut { x_height, stem })
    }

    fn outlined(&self, letter: &str, cut: Cut) -> Option<Outlined> {
        let mut chars = letter.chars();
        let id = self.font.glyph_id(chars.next()?);
        if chars.next().is_some() || id.0 == 0 {
            return None;
        }
        let across = number(cut.stem) / self.stem;
        let outline = self.font.outline(id);
        // A letter without an outline would be a gap.
        let advance = match (&outline, letter) {
            (Some(_), _) => self.font.h_advance_unscaled(id) * across,
            (None, " ") => SPACE * number(cut.stem),
            (None, _) => return None,
        };
        Some(Outlined {
            advance,
            factor: PxScaleFactor { horizontal: across, vertical: self.per_unit(cut.x_height) },
            outline,
        })
    }

    fn shape(&self, letter: &str) -> Option<(usize, usize)> {
        let large = Cut { x_height: LARGE, stem: whole(self.stem * self.per_unit(LARGE)) };
        self.shapes.get_or(letter.to_owned(), || {
            Some(self.outlined(letter, large)?.glyph(Edge::Sharp).ink.parts_and_holes())
        })
    }

    /// Dots of height for each unit of the font.
    fn per_unit(&self, x_height: usize) -> f32 {
        number(x_height) / self.x_height
    }
}

/// The face at one size.
pub struct Drawn<'a> {
    pub face: &'a Face,
    pub cut: Cut,
    pub edge: Edge,
}

impl Fount for Drawn<'_> {
    fn x_height(&self) -> usize {
        self.cut.x_height
    }

    fn words(&self) -> Words {
        Words::Whole
    }

    fn advance(&self, letter: &str) -> Option<usize> {
        let key = (letter.to_owned(), self.cut);
        self.face.advances.get_or(key, || Some(self.face.outlined(letter, self.cut)?.advance()))
    }

    /// A letter cannot be told apart when it has lost a part or a hole that it has when it is large.
    fn glyph(&self, letter: &str) -> Option<Rc<Glyph>> {
        self.face.glyphs.get_or((letter.to_owned(), self.cut, self.edge), || {
            let glyph = self.face.outlined(letter, self.cut)?.glyph(self.edge);
            (Some(glyph.ink.parts_and_holes()) == self.face.shape(letter)).then(|| Rc::new(glyph))
        })
    }
}

/// A letter at its size, not yet in dots.
struct Outlined {
    outline: Option<Outline>,
    factor: PxScaleFactor,
    /// As the face has it, in dots and parts of them.
    advance: f32,
}

impl Outlined {
    /// In whole dots: the space on either side is rounded, and the ink between. So the same space
    /// is always equally wide, and a stem on the left begins on a whole dot.
    fn advance(&self) -> usize {
        let Some(bounds) = self.bounds() else { return whole(self.advance) };
        let after = (self.advance - bounds.max.x).round().max(CLEAR);
        whole(bounds.min.x.round() + bounds.width().round() + after)
    }

    fn glyph(self, edge: Edge) -> Glyph {
        let advance = self.advance();
        let (Some(bounds), Some(outline)) = (self.bounds(), self.outline) else {
            return Glyph { advance, left: 0, rise: 0, ink: Ink::default() };
        };
        let shift = point(bounds.min.x.round() - bounds.min.x, 0.0);
        let glyph = GlyphId(0).with_scale_and_position(1.0, shift);
        let outlined = OutlinedGlyph::new(glyph, outline, self.factor);
        let place = outlined.px_bounds();
        let mut ink = Ink::new(whole(place.width()), whole(place.height()));
        outlined.draw(|x, y, coverage| {
            let shade = match edge {
                Edge::Smooth => (coverage * f32::from(FULL)).round(),
                Edge::Sharp if coverage >= 0.5 => f32::from(FULL),
                Edge::Sharp => 0.0,
            };
            ink.put(x as usize, y as usize, (shade as u8).min(FULL));
        });
        let (ink, right, down) = ink.trimmed();
        let left = (place.min.x as isize).saturating_add_unsigned(right);
        let rise = (-place.min.y as isize).saturating_sub_unsigned(down);
        Glyph { advance, left, rise, ink }
    }

    /// Of the ink, in dots and parts of them.
    fn bounds(&self) -> Option<Rect> {
        let Rect { min, max } = self.outline.as_ref()?.bounds;
        let across = self.factor.horizontal;
        Some(Rect { min: point(min.x * across, min.y), max: point(max.x * across, max.y) })
    }
}

/// So many dots.
fn number(dots: usize) -> f32 {
    dots as f32
}

/// The nearest number of dots.
fn whole(dots: f32) -> usize {
    dots.round() as usize
}
