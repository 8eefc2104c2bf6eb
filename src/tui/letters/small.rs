//! The small face: letters of five dots high, drawn by hand in `faces/small.txt`. Letters with marks
//! are put together from a letter and its marks, so that every name is there.

use std::collections::HashMap;
use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::ink::{FULL, Glyph, Ink};
use super::memo::Memo;
use super::set::Grid;
use super::setting::{Fount, Words};

const FILE: &str = include_str!("faces/small.txt");

pub const X_HEIGHT: usize = 5;
/// Rows of a picture that stand above the baseline.
const ABOVE: usize = 7;
const SPACE: usize = 3;
/// Letters that are kept: more than a language has.
const MOST_LETTERS: usize = 512;
/// Before each mark in the file.
const CIRCLE: char = '◌';

pub struct Small {
    letters: HashMap<char, Drawing>,
    /// With a pen so many dots wide.
    glyphs: Memo<(String, usize), Option<Rc<Glyph>>>,
}

#[derive(Clone)]
struct Drawing {
    ink: Ink,
    /// Rows from the baseline to the top of the ink.
    rise: isize,
}

/// Where a mark goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Above,
    Below,
    /// Against the letter, from below: in the middle, or on the right.
    Hanging,
    Tail,
}

impl Small {
    pub fn load() -> Self {
        let groups = FILE.split("\n\n").skip(1);
        Self { letters: groups.flat_map(pictures).collect(), glyphs: Memo::of(MOST_LETTERS) }
    }

    /// None for a letter that cannot be put together.
    fn drawing(&self, letter: &str) -> Option<Drawing> {
        let parts: Vec<char> = letter.nfd().collect();
        // ơ is drawn as a whole, and so ờ is ơ with a mark.
        let (base, marks) = (1..=parts.len()).rev().find_map(|count| {
            let (base, marks) = parts.split_at_checked(count)?;
            let mut whole = base.iter().copied().nfc();
            let base = whole.next().filter(|c| self.letters.contains_key(c) && whole.next().is_none())?;
            (!is_combining_mark(base)).then_some((base, marks))
        })?;
        let base = match base {
            'i' if marks.iter().any(|mark| place(*mark) == Place::Above) => 'ı',
            'j' if marks.iter().any(|mark| place(*mark) == Place::Above) => 'ȷ',
            base => base,
        };
        let base = self.letters.get(&base)?.clone();
        marks.iter().try_fold(base, |base, mark| Some(base.with(self.letters.get(mark)?, place(*mark))))
    }
}

/// The small face on one grid.
pub struct Dotted<'a> {
    small: &'a Small,
    /// How many dots wide each dot of the pictures is drawn.
    pen: usize,
}

impl<'a> Dotted<'a> {
    /// Where dots are at most half as wide as high, strokes become as thick upright as lying.
    pub fn new(small: &'a Small, grid: Grid) -> Self {
        Self { small, pen: if grid.columns_per_row() >= 2.0 { 2 } else { 1 } }
    }
}

impl Fount for Dotted<'_> {
    fn x_height(&self) -> usize {
        X_HEIGHT
    }

    fn words(&self) -> Words {
        Words::Broken
    }

    fn advance(&self, letter: &str) -> Option<usize> {
        self.glyph(letter).map(|glyph| glyph.advance)
    }

    fn glyph(&self, letter: &str) -> Option<Rc<Glyph>> {
        if letter == " " {
            let space = Glyph { advance: SPACE + self.pen, left: 0, rise: 0, ink: Ink::default() };
            return Some(Rc::new(space));
        }
        self.small.glyphs.get_or((letter.to_owned(), self.pen), || {
            let drawing = self.small.drawing(letter)?;
            let ink = drawing.ink.widened(self.pen);
            Some(Rc::new(Glyph { advance: ink.width + self.pen, left: 0, rise: drawing.rise, ink }))
        })
    }
}

impl Drawing {
    fn with(self, mark: &Self, place: Place) -> Self {
        let (base, mark) = (&self.ink, &mark.ink);
        let width = base.width.max(mark.width);
        let middle = |ink: &Ink| (width - ink.width) / 2;
        let (x, gap) = match place {
            Place::Above | Place::Below => (middle(mark), 1),
            Place::Hanging => (middle(mark), 0),
            Place::Tail => (width - mark.width, 0),
        };
        let mut ink = Ink::new(width, base.height + gap + mark.height);
        let (base_y, mark_y) = match place {
            Place::Above => (mark.height + gap, 0),
            Place::Below | Place::Hanging | Place::Tail => (0, base.height + gap),
        };
        ink.lay(base, middle(base).cast_signed(), base_y.cast_signed());
        ink.lay(mark, x.cast_signed(), mark_y.cast_signed());
        Self { ink, rise: self.rise.saturating_add_unsigned(base_y) }
    }
}

fn place(mark: char) -> Place {
    match mark {
        '\u{323}' | '\u{326}' | '\u{32E}' | '\u{331}' => Place::Below,
        '\u{327}' => Place::Hanging,
        '\u{328}' => Place::Tail,
        _ => Place::Above,
    }
}

/// The pictures of one group of lines.
fn pictures(group: &str) -> Vec<(char, Drawing)> {
    let mut lines = group.lines();
    let letters = lines.next().unwrap_or_default().split_whitespace();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split_whitespace().collect()).collect();
    let picture = |(column, letter): (usize, &str)| {
        let letter = letter.trim_start_matches(CIRCLE).chars().next()?;
        let rows: Vec<&str> = rows.iter().filter_map(|row| row.get(column).copied()).collect();
        let (ink, _, down) = dots(&rows).trimmed();
        Some((letter, Drawing { ink, rise: ABOVE.cast_signed().saturating_sub_unsigned(down) }))
    };
    letters.enumerate().filter_map(picture).collect()
}

fn dots(rows: &[&str]) -> Ink {
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut ink = Ink::new(width, rows.len());
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.bytes().enumerate().filter(|(_, dot)| *dot == b'#') {
            ink.put(x, y, FULL);
        }
    }
    ink
}
