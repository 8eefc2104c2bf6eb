//! A text, set: broken into lines, and its letters laid on the grid.

use std::collections::HashMap;
use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use super::cells;
use super::ink::{Glyph, Ink};
use super::set::{Grid, LetterSet};
use crate::text::{balance, balance_by, wrap_by};
use crate::tui::pages::Room;
use crate::tui::theme::{Role, Tone};
use crate::tui::widgets::row::{Lines, Row};

/// The x-height of the terminal's own letters, in rows: as measured in common fonts.
pub const PLAIN_X_HEIGHT: f32 = 0.47;

/// A text in letters of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    pub rows: Vec<Row>,
    /// So many rows stand above the baseline of the first line, which lies between two rows.
    pub above: usize,
    /// In rows of the terminal.
    pub x_height: f32,
    /// The words of each line.
    pub lines: Vec<String>,
}

impl Setting {
    /// With the letters in this role, and with what they say.
    pub fn rows_in(&self, role: Role) -> Vec<Row> {
        let mut rows = self.rows.clone();
        for (is, _) in rows.iter_mut().flat_map(|row| &mut row.pieces) {
            match is {
                Role::Strong => *is = role,
                Role::Ink { tone, .. } if role == Role::Quiet => *tone = Tone::Quiet,
                _ => {}
            }
        }
        if let Some(first) = rows.first_mut() {
            first.pieces.insert(0, (Role::Said, self.lines.join(" ")));
        }
        rows
    }

    pub fn lines_in(&self, role: Role) -> Lines {
        Lines { rows: self.rows_in(role), above: self.above }
    }
}

/// The letters of one size on one grid.
pub trait Fount {
    /// In dots.
    fn x_height(&self) -> usize;

    fn words(&self) -> Words;

    /// None for a letter that is missing.
    fn advance(&self, letter: &str) -> Option<usize>;

    /// None for a letter that is missing, or cannot be told apart.
    fn glyph(&self, letter: &str) -> Option<Rc<Glyph>>;
}

/// What happens to a word that is too wide for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// It calls for smaller letters.
    Whole,
    /// It is broken between syllables: there are no smaller letters.
    Broken,
}

/// What a text is drawn on.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub set: LetterSet,
    pub grid: Grid,
    /// In cells.
    pub room: Room,
}

/// In bold letters of the terminal.
pub fn plain(text: &str, width: usize) -> Setting {
    let lines = balance(text, width.max(1));
    let rows = lines.iter().map(|line| Row::new(Role::Strong, line)).collect();
    Setting { rows, above: 1, x_height: PLAIN_X_HEIGHT, lines }
}

/// None when it does not fit, or a letter is refused.
pub fn drawn(text: &str, fount: &dyn Fount, sheet: Sheet) -> Option<Setting> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (width, height) = (sheet.room.width * sheet.grid.columns, sheet.room.height * sheet.grid.rows);
    let lines = broken(&text, fount, (width, height))?;
    let letters = distinct(&text).chain(["-"]);
    let glyphs =
        letters.map(|letter| Some((letter, fount.glyph(letter)?))).collect::<Option<HashMap<_, _>>>()?;
    let apart = fount.glyph("n").map_or(0, |glyph| glyph.advance.saturating_sub(glyph.ink.width));
    let drawn: Vec<Line> = lines.iter().map(|line| Line::new(line, &glyphs, apart)).collect();
    // As high as a line with tall letters, so that texts beside one another stand on one line.
    let tall = fount.glyph("d").map_or(0, |glyph| glyph.rise);
    let rise = drawn.first().map_or(tall, |line| line.rise.max(tall)).max(0).unsigned_abs();
    let above = rise.div_ceil(sheet.grid.rows);
    let ink = stacked(&drawn, above * sheet.grid.rows, least_pitch(fount));
    if ink.width > width || ink.height > height {
        return None;
    }
    // As deep as a line with tails, so that texts under one another are equally far apart.
    let depth = drawn.last().map_or(0, Line::depth);
    let below = (fount.glyph("p").map_or(0, |glyph| glyph.depth()) - depth).max(0).unsigned_abs();
    let mut rows = cells::rows(&ink, sheet.set);
    let deep = (ink.height + below).div_ceil(sheet.grid.rows).clamp(rows.len(), sheet.room.height);
    rows.resize(deep, Row::blank());
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let x_height = fount.x_height() as f32 / sheet.grid.rows as f32;
    Some(Setting { rows, above, x_height, lines })
}

/// From baseline to baseline, in dots.
fn least_pitch(fount: &dyn Fount) -> usize {
    2 * fount.x_height() + 1
}

/// The words of each line in a box of so many dots; None when they certainly do not fit.
fn broken(text: &str, fount: &dyn Fount, (width, height): (usize, usize)) -> Option<Vec<String>> {
    let letters = distinct(text).chain(["-", " "]);
    let advances =
        letters.map(|letter| Some((letter, fount.advance(letter)?))).collect::<Option<HashMap<_, _>>>()?;
    let measure = |letter: &str| advances.get(letter).copied().unwrap_or(0);
    let word = |word: &str| word.graphemes(true).map(measure).sum::<usize>();
    let longest = text.split(' ').map(word).max().unwrap_or(0);
    if fount.words() == Words::Whole && longest > width {
        return None;
    }
    let count = wrap_by(text, width, &measure).len();
    let least = count.saturating_sub(1) * least_pitch(fount) + fount.x_height();
    if least > height {
        return None;
    }
    let lines = balance_by(text, width, &measure);
    breaks_well(text, &lines).then_some(lines)
}

/// Whether lines end only between words, at a hyphen, or between syllables.
fn breaks_well(text: &str, lines: &[String]) -> bool {
    let mut rest = text;
    lines.iter().all(|line| {
        let line_in_text = if rest.starts_with(line.as_str()) { line } else { line.trim_end_matches('-') };
        rest = rest.strip_prefix(line_in_text).unwrap_or_default();
        let ends = rest.is_empty() || rest.starts_with(' ') || line.ends_with(['-', '/', '–']);
        rest = rest.trim_start();
        ends
    })
}

fn distinct(text: &str) -> impl Iterator<Item = &str> {
    let mut letters: Vec<&str> = text.graphemes(true).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter()
}

/// A line of letters: its ink, the highest part of it above the baseline.
struct Line {
    ink: Ink,
    rise: isize,
}

impl Line {
    /// The first ink of the line is its left edge. Letters are nowhere further than `apart` dots from
    /// one another; a full stop does not creep under an arm.
    fn new(text: &str, glyphs: &HashMap<&str, Rc<Glyph>>, apart: usize) -> Self {
        let mut origin = 0_isize;
        let mut placed: Vec<(isize, &Rc<Glyph>)> = Vec::new();
        let mut before: Option<&Rc<Glyph>> = None;
        for letter in text.graphemes(true) {
            let Some(glyph) = glyphs.get(letter) else { continue };
            let is_letter = letter.chars().all(char::is_alphanumeric);
            let gap = before.filter(|_| is_letter).and_then(|before| before.gap(glyph)).unwrap_or(0);
            origin -= gap.saturating_sub_unsigned(apart).max(0);
            if !glyph.ink.is_blank() {
                placed.push((origin + glyph.left, glyph));
            }
            origin = origin.saturating_add_unsigned(glyph.advance);
            before = is_letter.then_some(glyph);
        }
        let right = |(x, glyph): &(isize, &Rc<Glyph>)| x.saturating_add_unsigned(glyph.ink.width);
        let depth = |(_, glyph): &(isize, &Rc<Glyph>)| glyph.depth();
        let left = placed.iter().map(|(x, _)| *x).min().unwrap_or(0);
        let width = placed.iter().map(right).max().unwrap_or(0) - left;
        let rise = placed.iter().map(|(_, glyph)| glyph.rise).max().unwrap_or(0);
        let height = placed.iter().map(depth).max().unwrap_or(0) + rise;
        let mut ink = Ink::new(width.unsigned_abs(), height.unsigned_abs());
        for (x, glyph) in placed {
            ink.lay(&glyph.ink, x - left, rise - glyph.rise);
        }
        Self { ink, rise }
    }

    fn depth(&self) -> isize {
        self.ink.height.cast_signed() - self.rise
    }
}

/// Lines under one another, the baseline of the first under so many dots, and all at the same
/// distance: at least `pitch`, and more where the ink of two lines would touch.
fn stacked(lines: &[Line], first: usize, pitch: usize) -> Ink {
    let apart = lines.windows(2).filter_map(|pair| match pair {
        [above, below] => Some(above.depth() + below.rise + 1),
        _ => None,
    });
    let pitch = apart.fold(pitch.cast_signed(), isize::max);
    let mut baseline = first.cast_signed();
    let places: Vec<(&Line, isize)> = lines
        .iter()
        .map(|line| {
            let top = baseline - line.rise;
            baseline += pitch;
            (line, top)
        })
        .collect();
    let bottom = |(line, top): &(&Line, isize)| top.saturating_add_unsigned(line.ink.height);
    let width = lines.iter().map(|line| line.ink.width).max().unwrap_or(0);
    let height = places.iter().map(bottom).max().unwrap_or(0);
    let mut ink = Ink::new(width, height.unsigned_abs());
    for (line, top) in places {
        ink.lay(&line.ink, 0, top);
    }
    ink
}
