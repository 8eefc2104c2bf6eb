//! Where a word may be broken that is too long for a whole line.

use std::ops::Range;

use hypher::{Lang, MAX_INLINE_SIZE, hyphenate};
use unicode_segmentation::UnicodeSegmentation;

use super::width::width_by;

/// What the end of a line may be behind a grapheme.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    Bad,
    /// The word has a hyphen or slash there.
    Plain,
    /// Between two syllables: a hyphen is added.
    Hyphen,
}

/// A grapheme, its width, and whether the word breaks well behind it.
struct Unit<'a> {
    grapheme: &'a str,
    width: usize,
    after: Break,
}

/// `word` in pieces of at most `room`, as few breaks as possible: at a hyphen or between
/// syllables, and only where there is neither, anywhere. `measure` says how wide a grapheme is.
pub fn pieces(word: &str, room: usize, measure: &impl Fn(&str) -> usize) -> Vec<String> {
    if width_by(word, measure) <= room {
        return vec![word.to_owned()];
    }
    let units = units(word, measure);
    let hyphen = measure("-");
    let mut rest = units.as_slice();
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let (head, tail) = rest.split_at(end_of_line(rest, room, hyphen));
        let mut piece: String = head.iter().map(|unit| unit.grapheme).collect();
        let adds_hyphen = head.last().is_some_and(|unit| unit.after == Break::Hyphen);
        if adds_hyphen && !tail.is_empty() && width_by(&piece, measure) + hyphen <= room {
            piece.push('-');
        }
        pieces.push(piece);
        rest = tail;
    }
    pieces
}

/// How many units go on a line: all, or up to the last good break, or what fits; at least one.
fn end_of_line(units: &[Unit], room: usize, hyphen: usize) -> usize {
    let mut used = 0;
    let mut fits = 1;
    let mut good = None;
    for (count, unit) in (1..).zip(units) {
        used += unit.width;
        if used > room {
            return good.unwrap_or(fits);
        }
        fits = count;
        match unit.after {
            Break::Plain => good = Some(count),
            Break::Hyphen if used + hyphen <= room => good = Some(count),
            Break::Hyphen | Break::Bad => {}
        }
    }
    units.len()
}

fn units<'a>(word: &'a str, measure: &impl Fn(&str) -> usize) -> Vec<Unit<'a>> {
    let syllables = syllable_ends(word);
    let mut end = 0;
    let mut units = Vec::new();
    for grapheme in word.graphemes(true) {
        end += grapheme.len();
        let after = match grapheme {
            "-" | "/" | "–" => Break::Plain,
            _ if syllables.contains(&end) => Break::Hyphen,
            _ => Break::Bad,
        };
        units.push(Unit { grapheme, width: measure(grapheme), after });
    }
    units
}

/// The byte offsets in `word` at which a syllable ends and another begins.
fn syllable_ends(word: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for letters in runs_of_letters(word) {
        let mut end = letters.start;
        let run = word.get(letters.clone()).unwrap_or_default();
        // Without an allocator, hypher refuses words that are longer still.
        if run.len() <= MAX_INLINE_SIZE {
            for syllable in hyphenate(run, Lang::Dutch) {
                end += syllable.len();
                ends.push(end);
            }
            ends.pop_if(|last| *last == letters.end);
        }
    }
    ends
}

fn runs_of_letters(word: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (start, c) in word.char_indices().filter(|(_, c)| c.is_alphabetic()) {
        let end = start + c.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == start => run.end = end,
            _ => runs.push(start..end),
        }
    }
    runs
}
