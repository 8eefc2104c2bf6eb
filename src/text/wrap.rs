//! Lines of a given width. Words stay whole as long as one fits in a line of its own.

use super::halves::ends_sentence;
use super::hyphens::pieces;
use super::width::{grapheme_width, width_by};

/// What it costs to end a line within a sentence: as much as a line that is a sixth longer or shorter
/// than the mean.
const WITHIN: usize = 300;
/// Just after a sentence began, or between a number and what it counts: as much as half of the mean.
const BEGUN: usize = 2_500;

/// `text` in lines of at most `columns`, filled from the first. No grapheme is lost; one that is
/// itself wider than a line stands alone on it.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    wrap_by(text, columns, &grapheme_width)
}

/// As [`wrap`] in as few lines, about as long as one another, and broken where a reader pauses.
pub fn balance(text: &str, columns: usize) -> Vec<String> {
    balance_by(text, columns, &grapheme_width)
}

/// As [`wrap`] for letters of another width: `measure` says how much of `room` a grapheme takes.
pub fn wrap_by(text: &str, room: usize, measure: &impl Fn(&str) -> usize) -> Vec<String> {
    let space = measure(" ");
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    // The dots stay with their word where that can be.
    let fits = |unit: &str| width_by(unit, measure) <= room;
    let words = units(text).flat_map(|unit| if fits(unit) { vec![unit] } else { unit.split(' ').collect() });
    for word in words {
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
    let units: Vec<&str> = units(text).collect();
    let widths: Vec<usize> = units.iter().map(|unit| width_by(unit, measure)).collect();
    if widths.iter().any(|width| *width > room) {
        return wrap_by(text, room, measure);
    }
    let space = measure(" ");
    let lines = count(&widths, space, room);
    let whole = widths.iter().sum::<usize>() + space * units.len().saturating_sub(1);
    let mean = whole / lines.max(1);
    Block { units: &units, widths: &widths, space, room, mean }.broken(lines)
}

/// Words to be set in lines, none wider than `room`.
struct Block<'a> {
    units: &'a [&'a str],
    widths: &'a [usize],
    space: usize,
    room: usize,
    /// How wide a line would be if all were as wide.
    mean: usize,
}

/// Where lines end so far, and what that costs.
type Way = (usize, Vec<usize>);

impl Block<'_> {
    /// In so many lines: of all ways to break them the one that costs least.
    fn broken(&self, lines: usize) -> Vec<String> {
        let none = vec![None; self.units.len()];
        let mut ways: Vec<Option<Way>> = [vec![Some((0, vec![0]))], none].concat();
        for _ in 0..lines {
            ways = (0..ways.len()).map(|end| self.cheapest(&ways, end)).collect();
        }
        let ends = ways.pop().flatten().map(|(_, ends)| ends).unwrap_or_default();
        let line = |pair: &[usize]| Some(self.units.get(*pair.first()?..*pair.last()?)?.join(" "));
        ends.windows(2).filter_map(line).collect()
    }

    /// Of the ways with a line more, that ends before this unit.
    fn cheapest(&self, ways: &[Option<Way>], end: usize) -> Option<Way> {
        let longer = ways.iter().take(end).enumerate().filter_map(|(begin, way)| {
            let (cost, ends) = way.as_ref()?;
            Some((cost + self.raggedness(begin, end)? + self.jolt(begin, end), ends))
        });
        let (cost, ends) = longer.min_by_key(|(cost, _)| *cost)?;
        Some((cost, [ends.as_slice(), &[end]].concat()))
    }

    /// Of a line of these units: how far it is from the mean. None when they do not fit.
    fn raggedness(&self, begin: usize, end: usize) -> Option<usize> {
        let widths = self.widths.get(begin..end)?;
        let width = widths.iter().sum::<usize>() + self.space * widths.len().saturating_sub(1);
        let off = width.abs_diff(self.mean) * 100 / self.mean.max(1);
        (width <= self.room).then_some(off * off)
    }

    /// What the break after these units costs a reader.
    fn jolt(&self, begin: usize, end: usize) -> usize {
        let Some(line) = self.units.get(begin..end).filter(|_| end < self.units.len()) else { return 0 };
        let from_end = line.iter().rev().position(|unit| ends_sentence(unit));
        let is_number = line.last().is_some_and(|unit| unit.bytes().all(|byte| byte.is_ascii_digit()));
        match from_end {
            Some(0) => 0,
            // The next sentence has just begun.
            Some(1 | 2) => BEGUN,
            _ if is_number => BEGUN,
            _ => WITHIN,
        }
    }
}

/// Words; with dots that follow they are one.
fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let first = rest.find(' ').unwrap_or(rest.len());
        let after = rest.get(first..)?;
        let dots = after.strip_prefix(" ...").filter(|after| !after.starts_with(char::is_alphanumeric));
        let end = match dots {
            Some(after) => rest.len() - after.find(' ').map_or(0, |at| after.len() - at),
            None => first,
        };
        let (unit, after) = rest.split_at_checked(end)?;
        rest = after.trim_start();
        (!unit.is_empty()).then_some(unit)
    })
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
