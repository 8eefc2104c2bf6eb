//! Lines of a given width. Words stay whole as long as one fits in a line of its own.

use super::hyphens::pieces;
use super::width::{grapheme_width, width_by};

/// `text` in lines of at most `columns`, filled from the first. No grapheme is lost; one that is
/// itself wider than a line stands alone on it.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    wrap_by(text, columns, &grapheme_width)
}

/// As [`wrap`], in the narrowest block that has as few lines: no single short word at
/// the end.
pub fn balance(text: &str, columns: usize) -> Vec<String> {
    balance_by(text, columns, &grapheme_width)
}

/// As [`wrap`] for letters of another width: `measure` says how much of `room` a grapheme takes.
pub fn wrap_by(text: &str, room: usize, measure: &impl Fn(&str) -> usize) -> Vec<String> {
    let space = measure(" ");
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        for (index, piece) in pieces(word, room, measure).into_iter().enumerate() {
            let wide = width_by(&piece, measure);
            if index > 0 || used + space + wide > room {
                lines.extend(full(&mut line));
                used = 0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += space;
            }
            line.push_str(&piece);
            used += wide;
        }
    }
    lines.extend(full(&mut line));
    lines
}

/// As [`balance`] for letters of another width.
pub fn balance_by(text: &str, room: usize, measure: &impl Fn(&str) -> usize) -> Vec<String> {
    let words: Vec<usize> = text.split_whitespace().map(|word| width_by(word, measure)).collect();
    let longest = words.iter().copied().max().unwrap_or_default();
    let space = measure(" ");
    let lines = count(&words, space, room);
    let mut narrow = longest.min(room);
    let mut wide = room;
    while narrow < wide {
        let middle = narrow.midpoint(wide);
        if count(&words, space, middle) <= lines {
            wide = middle;
        } else {
            narrow = middle + 1;
        }
    }
    wrap_by(text, wide, measure)
}

/// How many lines of at most `room` words of these widths fill when none of them is wider.
fn count(words: &[usize], space: usize, room: usize) -> usize {
    let mut lines = 0;
    let mut used = room;
    for word in words {
        let on_this_line = used + space + word <= room;
        used = if on_this_line { used + space + word } else { *word };
        lines += usize::from(!on_this_line);
    }
    lines
}

fn full(line: &mut String) -> Option<String> {
    (!line.is_empty()).then(|| std::mem::take(line))
}
