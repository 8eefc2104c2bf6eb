//! One line in a frame that every text of a size has: lines stand on one baseline beside one
//! another, and digits are equally wide, so that a clock stands still. And the people of a work
//! sign, as high as the digits.

use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use super::cells;
use super::ink::{FULL, Glyph, Ink};
use super::set::{Grid, LetterSet};
use super::setting::{Fount, Setting};

/// What is as high as the frame, and as deep.
const HIGHEST: &str = "0123456789dl";
const DEEPEST: &str = "gj";
/// Of a person, in parts of its height: the width, half of the head, the body and where that begins.
const SHOULDERS: f32 = 0.8;
const HEAD: f32 = 0.245;
const BODY: f32 = 0.46;
const NECK: f32 = 0.58;

/// In dots.
#[derive(Clone, Copy)]
struct Frame {
    rise: isize,
    height: usize,
    /// From one digit to the next.
    digit: usize,
}

impl Frame {
    /// In whole rows; a bar in the lower half of the last one stays clear of the digits.
    fn new(fount: &dyn Fount, grid: Grid) -> Option<Self> {
        let glyphs = |letters: &str| {
            letters.graphemes(true).map(|letter| fount.glyph(letter)).collect::<Option<Vec<Rc<Glyph>>>>()
        };
        let high = glyphs(HIGHEST)?;
        let rise = high.iter().map(|glyph| glyph.rise).max()?;
        let depth = glyphs(DEEPEST)?.iter().map(|glyph| glyph.depth()).max()?;
        let digit = high.iter().take(10).map(|glyph| glyph.advance).max()?.next_multiple_of(grid.columns);
        let height = rise.unsigned_abs() + depth.unsigned_abs().max(grid.rows);
        Some(Self { rise, height: height.next_multiple_of(grid.rows), digit })
    }
}

/// None when a letter is refused.
pub fn strip(text: &str, fount: &dyn Fount, set: LetterSet, grid: Grid) -> Option<Setting> {
    let frame = Frame::new(fount, grid)?;
    let mut placed = Vec::new();
    let mut origin = 0;
    for letter in text.graphemes(true) {
        let glyph = fount.glyph(letter)?;
        let advance = match letter {
            ":" => glyph.advance.next_multiple_of(grid.columns),
            _ if letter.bytes().all(|byte| byte.is_ascii_digit()) => frame.digit,
            _ => glyph.advance,
        };
        let left = if advance == glyph.advance {
            glyph.left.max(0)
        } else {
            advance.saturating_sub(glyph.ink.width).cast_signed() / 2
        };
        placed.push((left.saturating_add_unsigned(origin), glyph));
        origin += advance;
    }
    let mut ink = Ink::new(origin, frame.height);
    for (x, glyph) in placed {
        ink.lay(&glyph.ink, x, frame.rise - glyph.rise);
    }
    Some(setting(&ink, text, fount, (set, grid)))
}

/// So many people beside one another.
pub fn people(count: usize, fount: &dyn Fount, set: LetterSet, grid: Grid) -> Option<Setting> {
    let frame = Frame::new(fount, grid)?;
    let person = person(frame.rise.unsigned_abs(), grid);
    // Each begins at the edge of a cell, so that they are all the same.
    let step = (person.width + grid.columns).next_multiple_of(grid.columns);
    let mut ink = Ink::new((step * count).saturating_sub(grid.columns), frame.height);
    for at in 0..count {
        ink.lay(&person, (at * step).cast_signed(), 0);
    }
    Some(setting(&ink, "", fount, (set, grid)))
}

fn setting(ink: &Ink, text: &str, fount: &dyn Fount, (set, grid): (LetterSet, Grid)) -> Setting {
    let columns = ink.width.div_ceil(grid.columns);
    let rows = cells::rows(ink, set).into_iter().map(|row| row.padded(columns)).collect();
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let x_height = fount.x_height() as f32 / grid.rows as f32;
    Setting { rows, x_height, above: 0, lines: vec![text.to_owned()] }
}

/// A round head over round shoulders.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "between dots, which are few and whole, and a drawing in parts of its height"
)]
fn person(height: usize, grid: Grid) -> Ink {
    let across = height as f32 * grid.columns_per_row();
    let width = ((across * SHOULDERS / 2.0).round() as usize).max(1) * 2;
    let mut ink = Ink::new(width, height);
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        // From the middle, and from the top, in heights.
        let (side, down) = ((x as f32 + 0.5 - width as f32 / 2.0) / across, (y as f32 + 0.5) / height as f32);
        let head = (side / HEAD).powi(2) + ((down - HEAD) / HEAD).powi(2);
        let body = (side / SHOULDERS * 2.0).powi(4) + ((1.0 - down) / BODY).powi(4);
        if head <= 1.0 || body <= 1.0 && down > NECK {
            ink.put(x, y, FULL);
        }
    }
    ink
}
