//! Lines of a given width. Words stay whole as long as one fits in a line of its own.

use super::hyphens::pieces;
use super::width::width;

/// `text` in lines of at most `columns`, filled from the first. No grapheme is lost; one that is
/// itself wider than a line stands alone on it.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        for (index, piece) in pieces(word, columns).into_iter().enumerate() {
            let wide = width(&piece);
            if index > 0 || used + 1 + wide > columns {
                lines.extend(full(&mut line));
                used = 0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += 1;
            }
            line.push_str(&piece);
            used += wide;
        }
    }
    lines.extend(full(&mut line));
    lines
}

/// As [`wrap`], in the narrowest block that has as few lines: no single short word at the end.
pub fn balance(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns).len();
    let longest = text.split_whitespace().map(width).max().unwrap_or_default();
    let mut narrow = longest.min(columns);
    let mut wide = columns;
    while narrow < wide {
        let middle = narrow.midpoint(wide);
        if wrap(text, middle).len() <= lines {
            wide = middle;
        } else {
            narrow = middle + 1;
        }
    }
    wrap(text, wide)
}

fn full(line: &mut String) -> Option<String> {
    (!line.is_empty()).then(|| std::mem::take(line))
}
