//! Dots: how a letter, and then a whole text, lies on the grid before it becomes characters.

use crate::tui::theme::FULL_INK;

/// The darkest a dot can be; only half blocks draw what lies between.
pub const FULL: u8 = FULL_INK;
/// From here on a dot is drawn by terminals that know only on and off.
pub const DRAWN: u8 = 3;

/// A field of dots, each from 0 to [`FULL`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ink {
    pub width: usize,
    pub height: usize,
    dots: Vec<u8>,
}

/// A letter on the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// From the origin of this letter to that of the next, in dots.
    pub advance: usize,
    /// Where the ink begins, right of the origin.
    pub left: isize,
    /// Where the ink begins, above the baseline.
    pub rise: isize,
    pub ink: Ink,
}

impl Glyph {
    /// How far the ink goes below the baseline.
    pub fn depth(&self) -> isize {
        self.ink.height.cast_signed() - self.rise
    }

    /// Where they are nearest, between this letter and the next: on a row, or on the row above or
    /// below. None for a space, and for letters that do not face one another.
    pub fn gap(&self, next: &Self) -> Option<isize> {
        let here = |down: usize| (down.cast_signed() - self.rise, self.ink.edge(down, Side::Right));
        let rows = (0..self.ink.height).map(here);
        let nearest = |(at, edge): (isize, Option<usize>)| {
            let edge = self.left + edge?.cast_signed() + 1;
            let facing = (-1..=1).filter_map(|by| usize::try_from(at + by + next.rise).ok());
            let facing = facing.filter_map(|down| next.ink.edge(down, Side::Left));
            let first = next.left + facing.min()?.cast_signed();
            Some(self.advance.cast_signed() - edge + first)
        };
        rows.filter_map(nearest).min()
    }
}

/// Of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Ink {
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, dots: vec![0; width * height] }
    }

    /// Nothing is drawn outside.
    pub fn at(&self, x: usize, y: usize) -> u8 {
        if x < self.width { self.dots.get(y * self.width + x).copied().unwrap_or(0) } else { 0 }
    }

    /// The outermost dot that is drawn on a row.
    fn edge(&self, y: usize, side: Side) -> Option<usize> {
        let mut drawn = (0..self.width).filter(|x| y < self.height && self.is_drawn(*x, y));
        if side == Side::Left { drawn.next() } else { drawn.next_back() }
    }

    pub fn is_drawn(&self, x: usize, y: usize) -> bool {
        self.at(x, y) >= DRAWN
    }

    /// What is there already stays, when it is darker.
    pub fn put(&mut self, x: usize, y: usize, shade: u8) {
        if x < self.width
            && let Some(dot) = self.dots.get_mut(y * self.width + x)
        {
            *dot = shade.max(*dot);
        }
    }

    /// Lays `other` over this, its corner at `x`, `y`.
    pub fn lay(&mut self, other: &Self, x: isize, y: isize) {
        // Where the one has a dot first, and the other.
        let (left, above) = (before_zero(x), before_zero(y));
        let (right, below) = (x.max(0).unsigned_abs(), y.max(0).unsigned_abs());
        let from = other.dots.chunks(other.width.max(1)).skip(above);
        let onto = self.dots.chunks_mut(self.width.max(1)).skip(below);
        for (line, onto) in from.zip(onto) {
            for (shade, dot) in line.iter().skip(left).zip(onto.iter_mut().skip(right)) {
                *dot = (*shade).max(*dot);
            }
        }
    }

    pub fn is_blank(&self) -> bool {
        self.dots.iter().all(|dot| *dot == 0)
    }

    /// Every dot drawn so many times, side by side.
    pub fn widened(&self, pen: usize) -> Self {
        let mut ink = Self::new(self.width + pen.saturating_sub(1), self.height);
        for right in 0..pen {
            ink.lay(self, right.cast_signed(), 0);
        }
        ink
    }

    /// The part with ink in it, and where that began.
    pub fn trimmed(&self) -> (Self, usize, usize) {
        let has_ink = |(x, y): &(usize, usize)| self.at(*x, *y) > 0;
        let dots = || (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y))).filter(has_ink);
        let bounds = dots().fold(None, |bounds, (x, y)| {
            let (left, right, top, bottom) = bounds.unwrap_or((x, x, y, y));
            Some((x.min(left), x.max(right), y.min(top), y.max(bottom)))
        });
        let Some((left, right, top, bottom)) = bounds else { return (Self::default(), 0, 0) };
        let mut ink = Self::new(right - left + 1, bottom - top + 1);
        for (x, y) in dots() {
            ink.put(x - left, y - top, self.at(x, y));
        }
        (ink, left, top)
    }

    /// How many parts the drawn dots fall into, and how many holes they enclose. A letter that is
    /// too small loses one: the dot of an i, the eye of an e.
    pub fn parts_and_holes(&self) -> (usize, usize) {
        let across = [(0, 1), (2, 1), (1, 0), (1, 2)];
        let around = [(0, 1), (2, 1), (1, 0), (1, 2), (0, 0), (2, 0), (0, 2), (2, 2)];
        // With an empty rim, so that all that is outside hangs together.
        let drawn = |x: usize, y: usize| x > 0 && y > 0 && self.is_drawn(x - 1, y - 1);
        let rim = (self.width + 2, self.height + 2);
        let parts = regions(rim, drawn, &around);
        let fields = regions(rim, |x, y| !drawn(x, y), &across);
        (parts, fields.saturating_sub(1))
    }
}

fn before_zero(place: isize) -> usize {
    place.min(0).unsigned_abs()
}

/// How many connected regions of cells there are that are `inside`. A neighbour is one cell back or
/// on: 0, 1 or 2, less 1.
fn regions(
    (width, height): (usize, usize),
    inside: impl Fn(usize, usize) -> bool,
    neighbours: &[(usize, usize)],
) -> usize {
    let mut left: Vec<bool> = (0..width * height).map(|cell| inside(cell % width, cell / width)).collect();
    let mut count = 0;
    let mut trail = Vec::new();
    for start in 0..left.len() {
        if !take(&mut left, start) {
            continue;
        }
        count += 1;
        trail.push((start % width, start / width));
        while let Some((x, y)) = trail.pop() {
            for (dx, dy) in neighbours {
                let (x, y) = (x + dx, y + dy);
                let is_there = x > 0 && y > 0 && x <= width && y <= height;
                if is_there && take(&mut left, (y - 1) * width + x - 1) {
                    trail.push((x - 1, y - 1));
                }
            }
        }
    }
    count
}

fn take(cells: &mut [bool], cell: usize) -> bool {
    cells.get_mut(cell).is_some_and(std::mem::take)
}
