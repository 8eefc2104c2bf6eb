//! How many columns text takes: ratatui's own count for each of its cells, so that the two agree.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

const ELLIPSIS: &str = "…";

pub fn width(text: &str) -> usize {
    if is_even(text) { text.chars().count() } else { width_by(text, &grapheme_width) }
}

/// Whether each character takes a column of its own, as in nearly all that is drawn: Latin letters, the
/// usual signs, and what lines and big letters are made of.
pub fn is_even(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter,
            ' '..='~'
            | '\u{c0}'..='\u{24f}'
            | '\u{2500}'..='\u{259f}'
            | '\u{1cd00}'..='\u{1ceaf}'
            | '\u{1fb00}'..='\u{1fbef}')
    })
}

/// As [`width`], where `measure` says how wide a grapheme is.
pub(super) fn width_by(text: &str, measure: &impl Fn(&str) -> usize) -> usize {
    text.graphemes(true).map(measure).sum()
}

/// `text`, or as much of it as fits before an ellipsis.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let mut used = width(ELLIPSIS);
    let fitting = text.graphemes(true).take_while(|grapheme| {
        used += grapheme_width(grapheme);
        used <= columns
    });
    let mut short = fitting.collect::<String>();
    short.truncate(short.trim_end().len());
    short.push_str(ELLIPSIS);
    Cow::Owned(short)
}

/// Ratatui leaves out graphemes with a control character.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { usize::from(grapheme.cell_width()) }
}
