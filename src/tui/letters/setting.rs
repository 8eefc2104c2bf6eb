//! A text, set: broken into lines, and its letters laid on the grid.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use super::cells;
use super::ink::{Glyph, Ink};
use super::set::{Grid, LetterSet};
use crate::text::{balance, balance_by, wrap_by};
use crate::tui::theme::Role;
use crate::tui::widgets::row::Row;

/// The x-height of the terminal's own letters, in rows: as measured in common fonts.
const PLAIN_X_HEIGHT: f32 = 0.47;

/// A text in letters of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    pub rows: Vec<Row>,
    /// In rows of the terminal.
    pub x_height: f32,
    /// The words of each line.
    pub lines: Vec<String>,
}

/// The letters of one size on one grid.
pub struct Fount<'a> {
    pub set: LetterSet,
    pub grid: Grid,
    /// In dots.
    pub x_height: usize,
    pub words: Words,
    pub advance: &'a dyn Fn(&str) -> Option<usize>,
    /// None for a letter that is missing, or cannot be told apart.
    pub glyph: &'a dyn Fn(&str) -> Option<Glyph>,
}

/// What happens to a word that is too wide for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// It calls for smaller letters.
    Whole,
    /// It is broken between syllables.
    Broken,
}

/// In bold letters of the terminal.
pub fn plain(text: &str, width: usize) -> Setting {
    let lines = balance(text, width.max(1));
    let rows = lines.iter().map(|line| Row::new(Role::Strong, line)).collect();
    Setting { rows, x_height: PLAIN_X_HEIGHT, lines }
}

/// In a box of so many columns and rows; None when it does not fit.
pub fn set(text: &str, fount: &Fount, (width, height): (usize, usize)) -> Option<Setting> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (width, height) = (width * fount.grid.columns, height * fount.grid.rows);
    let lines = fount.lines(&text, (width, height))?;
    let glyphs = distinct(&text).map(|letter| Some((letter, (fount.glyph)(letter)?)));
    let mut glyphs = glyphs.collect::<Option<HashMap<_, _>>>()?;
    glyphs.insert("-", (fount.glyph)("-")?);
    let set: Vec<Line> = lines.iter().map(|line| Line::new(line, &glyphs)).collect();
    let ink = stacked(&set, fount.least_pitch());
    if ink.width > width || ink.height > height {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let x_height = fount.x_height as f32 / fount.grid.rows as f32;
    Some(Setting { rows: cells::rows(&ink, fount.set), x_height, lines })
}

impl Fount<'_> {
    /// From baseline to baseline, in dots.
    fn least_pitch(&self) -> usize {
        2 * self.x_height + 1
    }

    /// The words of each line in a box of so many dots; None when they certainly do not fit.
    fn lines(&self, text: &str, (width, height): (usize, usize)) -> Option<Vec<String>> {
        let advances = distinct(text).map(|letter| Some((letter, (self.advance)(letter)?)));
        let mut advances = advances.collect::<Option<HashMap<_, _>>>()?;
        for letter in ["-", " "] {
            advances.insert(letter, (self.advance)(letter)?);
        }
        let measure = |letter: &str| advances.get(letter).copied().unwrap_or(0);
        let lines = wrap_by(text, width, &measure).len();
        let least = lines.saturating_sub(1) * self.least_pitch() + self.x_height;
        let word = |word: &str| word.graphemes(true).map(measure).sum::<usize>();
        let longest = text.split(' ').map(word).max().unwrap_or(0);
        if least > height || (self.words == Words::Whole && longest > width) {
            return None;
        }
        let lines = balance_by(text, width, &measure);
        breaks_well(text, &lines).then_some(lines)
    }
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
    /// The first ink of the line is its left edge.
    fn new(text: &str, glyphs: &HashMap<&str, Glyph>) -> Self {
        let letters: Vec<&Glyph> = text.graphemes(true).filter_map(|letter| glyphs.get(letter)).collect();
        let mut origin = 0_isize;
        let mut placed = Vec::new();
        for glyph in letters {
            if !glyph.ink.is_blank() {
                placed.push((origin + glyph.left, glyph));
            }
            origin = origin.saturating_add_unsigned(glyph.advance);
        }
        let right = |(x, glyph): &(isize, &Glyph)| x.saturating_add_unsigned(glyph.ink.width);
        let depth = |(_, glyph): &(isize, &Glyph)| glyph.ink.height.cast_signed() - glyph.rise;
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

/// Lines under one another, all at the same distance: at least `pitch`, and more where the ink of
/// two lines would touch.
fn stacked(lines: &[Line], pitch: usize) -> Ink {
    let apart = lines.windows(2).filter_map(|pair| match pair {
        [above, below] => Some(above.depth() + below.rise + 1),
        _ => None,
    });
    let pitch = apart.fold(pitch.cast_signed(), isize::max);
    let first = lines.first().map_or(0, |line| line.rise);
    let mut baseline = first;
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
