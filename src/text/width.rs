//! How many columns text takes: ratatui's own count for each of its cells, so that the two agree.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

const ELLIPSIS: &str = "…";

pub fn width(text: &str) -> usize {
    // Most of what is measured is this plain, and every screen measures all its words.
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return text.len();
    }
    // Rows of big letters are long, and measured more often than they are read.
    if text.chars().all(is_block) {
        return text.chars().count();
    }
    width_by(text, &grapheme_width)
}

/// What lines and big letters are drawn with: a column each.
fn is_block(letter: char) -> bool {
    matches!(letter, ' ' | '\u{2500}'..='\u{259f}' | '\u{1cd00}'..='\u{1cdff}' | '\u{1fb00}'..='\u{1fb9f}')
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
