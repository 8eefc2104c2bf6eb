//! The duos in columns, in reading order: down and then to the right.

use crate::lesson::Duo;
use crate::tui::letters::Size;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::columns;
use crate::tui::widgets::row::{Lines, Row, level};

/// Between two columns, in plain and in big letters.
const GUTTERS: [usize; 2] = [4, 8];
/// Between a number and the names.
const AFTER_NUMBER: [usize; 2] = [2, 4];
/// When long names take two lines there may be so many columns more.
const NARROWER: usize = 2;
/// In a column with less room than this for a name, names are torn apart.
const SHORTEST: usize = 10;

/// Pages of at most `height` rows, as few as it takes.
pub fn pages(duos: &[Duo], pen: &Pen, size: Size, height: usize) -> Vec<Vec<Row>> {
    if !pen.fits() {
        return Vec::new();
    }
    let of_size = |[plain, big]: [usize; 2]| if size == Size::Plain { plain } else { big };
    let (width, gutter) = (pen.room.width, of_size(GUTTERS));
    let numbers: Vec<Lines> =
        duos.iter().map(|duo| pen.lines(Role::Quiet, &duo.number.to_string(), size, width)).collect();
    let numbered = widest(&numbers);
    let left = numbered + of_size(AFTER_NUMBER);
    let cell = |(duo, number): (&Duo, &Lines), width: usize| {
        let names = pen.fitting(Role::Strong, &columns::names(duo), size, width.saturating_sub(left))?;
        Some(level(vec![number.clone().indented(numbered - number.width()), names], left))
    };
    let cells = |width: usize| -> Option<Vec<Lines>> {
        duos.iter().zip(&numbers).map(|duo| cell(duo, width)).collect()
    };
    let Some(whole) = cells(width) else {
        pen.misfit();
        return Vec::new();
    };
    let across = ((width + gutter) / (widest(&whole) + gutter)).clamp(1, duos.len().max(1));
    let pages = |across: usize, cells: Vec<Lines>| {
        Grid { each: widest(&cells) + gutter, cells, across, air: 0, size, height }.most_even()
    };
    let whole = pages(across, whole);
    let more = if whole.len() > 1 { NARROWER } else { 0 };
    let roomy = (width + gutter) / (left + SHORTEST + gutter);
    let narrower = (across + 1..=(across + more).min(duos.len()).min(roomy))
        .filter_map(|across| Some(pages(across, cells(((width + gutter) / across).saturating_sub(gutter))?)));
    std::iter::once(whole).chain(narrower).min_by_key(Vec::len).unwrap_or_default()
}

fn widest(lines: &[Lines]) -> usize {
    lines.iter().map(Lines::width).max().unwrap_or(0)
}

/// Duos in so many columns of `each`.
struct Grid {
    cells: Vec<Lines>,
    across: usize,
    each: usize,
    /// Empty rows between two duos.
    air: usize,
    size: Size,
    /// Of a page.
    height: usize,
}

impl Grid {
    /// With air, and with lines that are equally far apart, where that takes no page more.
    fn most_even(self) -> Vec<Vec<Row>> {
        let above = self.cells.iter().map(|cell| cell.above).max().unwrap_or(0);
        let air = usize::from(self.size != Size::Plain);
        let level = self.cells.iter().map(|cell| cell.clone().sunk(above)).collect();
        let even = Self { cells: level, ..self };
        let airy = Self { cells: even.cells.clone(), air, ..even };
        [airy.pages(), even.pages(), self.pages()].into_iter().min_by_key(Vec::len).unwrap_or_default()
    }

    /// As few as it takes, about as full as one another.
    fn pages(&self) -> Vec<Vec<Row>> {
        let fewest = self.cut(self.cells.len());
        let evenly = self.cut(self.cells.len().div_ceil(fewest.len().max(1)));
        let cut = if evenly.len() == fewest.len() { evenly } else { fewest };
        cut.into_iter().map(|page| self.page(page)).collect()
    }

    /// Each page with as many as fit, but not over `most`.
    fn cut(&self, most: usize) -> Vec<&[Lines]> {
        let mut rest = self.cells.as_slice();
        let mut pages = Vec::new();
        while !rest.is_empty() {
            let counts = (2..=most.min(rest.len())).rev();
            let fits = |count: &usize| rest.get(..*count).is_some_and(|page| self.tall(page) <= self.height);
            let (page, after) = rest.split_at(counts.clone().find(fits).unwrap_or(1));
            pages.push(page);
            rest = after;
        }
        pages
    }

    fn tall(&self, page: &[Lines]) -> usize {
        let most = |at: usize, of: fn(&Lines) -> usize| self.beside(page, at).map(of).max().unwrap_or(0);
        let down = self.down(page);
        let rows: usize =
            (0..down).map(|at| most(at, |cell| cell.above) + self.below(most(at, Lines::below))).sum();
        let last = most(down.saturating_sub(1), Lines::below);
        rows + self.air * down.saturating_sub(1) + last - self.below(last)
    }

    fn page(&self, page: &[Lines]) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for at in 0..self.down(page) {
            let cells = level(self.beside(page, at).cloned().collect(), self.each);
            let below = self.below(cells.below()) + self.air;
            let tall = rows.len() + cells.above + below;
            rows.extend(cells.rows);
            rows.resize(tall, Row::blank());
        }
        while rows.pop_if(|row| row.pieces.is_empty()).is_some() {}
        rows
    }

    /// The duos that stand beside one another.
    fn beside<'p>(&self, page: &'p [Lines], at: usize) -> impl Iterator<Item = &'p Lines> {
        page.iter().skip(at).step_by(self.down(page).max(1))
    }

    fn down(&self, page: &[Lines]) -> usize {
        page.len().div_ceil(self.across)
    }

    /// Big letters always leave room for a tail, so that the lines are equally far apart.
    fn below(&self, tails: usize) -> usize {
        tails.max(usize::from(self.size != Size::Plain))
    }
}
