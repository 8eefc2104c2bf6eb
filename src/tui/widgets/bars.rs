//! The options of a choice, each with its letter and, once they may be seen, a bar and a number for
//! every round, as high as the letters are.

use crate::lesson::{ChoiceView, Choosable};
use crate::text;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::{Row, beside, marked};

/// The longest bar, in letters, and the shortest that still says something.
const LONGEST: usize = 24;
const SHORTEST: usize = 8;
/// The column of an option, in letters: the sign before its text, and the least that it is with it.
const SIGN: usize = 5;
const NARROWEST: usize = 24;

/// What the rounds of a choice are called, once there are two.
const ROUNDS: [&str; 2] = ["eerst", "nu"];

/// A block of rows for each option.
pub fn options(choice: &ChoiceView, pen: &Pen) -> Vec<Vec<Row>> {
    blocks(&choice.options, choice.rounds, pen)
}

/// Options with all their counts, when it is over.
pub fn counted(options: &[Choosable], pen: &Pen) -> Vec<Vec<Row>> {
    let rounds = options.iter().map(|option| option.counts.len()).max().unwrap_or(0);
    blocks(options, rounds, pen)
}

fn blocks(options: &[Choosable], rounds: usize, pen: &Pen) -> Vec<Vec<Row>> {
    let width = pen.room.width;
    let texts = |width: usize| -> Vec<Vec<Row>> {
        let text = |(index, option): (usize, &Choosable)| {
            pen.option(index, &option.letter.to_string(), &option.text, width)
        };
        options.iter().enumerate().map(text).collect()
    };
    if rounds == 0 {
        return texts(width);
    }
    let letters = options.iter().map(|option| text::width(&option.text)).max().unwrap_or(0);
    let (longest, narrowest) = (pen.wide(SIGN + letters), pen.wide(NARROWEST));
    let bars = Bars::new(options, rounds, pen);
    // Beside the texts, if need be without shares or with texts on more lines; else under them.
    let ways = [(longest, true), (longest, false), (narrowest, true), (narrowest, false)];
    let aside = ways.into_iter().find_map(|(left, shares)| bars.clone().aside(left.min(longest), shares));
    let Some(bars) = aside else {
        let under =
            |(text, option)| with_mark(text, |text| text.into_iter().chain(bars.under(option)).collect());
        return texts(width).into_iter().zip(options).map(under).collect();
    };
    let left = (width - bars.width()).min(longest + bars.gutter);
    let rows = |(text, option)| with_mark(text, |text| beside(vec![text, bars.rows(option)], left));
    let mut rows: Vec<_> = texts(left - bars.gutter).into_iter().zip(options).map(rows).collect();
    if let Some(first) = rows.first_mut() {
        first.splice(..0, bars.heads(left));
    }
    rows
}

/// What becomes of the rows of an option is part of it too.
fn with_mark(text: Vec<Row>, more: impl FnOnce(Vec<Row>) -> Vec<Row>) -> Vec<Row> {
    let mark = text.first().map(|row| row.mark).unwrap_or_default();
    marked(more(text), mark)
}

/// How wide what stands beside the options is, in columns.
#[derive(Clone)]
struct Bars<'a> {
    pen: &'a Pen<'a>,
    /// Of each round.
    totals: Vec<u32>,
    /// What the longest bar stands for.
    most: u16,
    bar: usize,
    count: usize,
    /// None when there is no room for shares.
    share: Option<usize>,
    gutter: usize,
}

impl<'a> Bars<'a> {
    /// With shares, and bars as short as they may be.
    fn new(options: &[Choosable], rounds: usize, pen: &'a Pen<'a>) -> Self {
        let totals: Vec<u32> = (0..rounds).map(|round| total(options, round)).collect();
        let most = options.iter().flat_map(|option| &option.counts).copied().max().unwrap_or(0);
        Self {
            pen,
            totals,
            most,
            bar: pen.wide(SHORTEST),
            count: widest(&pen.text(Role::Strong, &most.to_string(), usize::MAX / 8)),
            share: Some(widest(&pen.text(Role::Quiet, "100%", usize::MAX / 8))),
            gutter: pen.wide(2),
        }
    }

    /// As long as they go beside texts of `left` columns; None when they do not.
    fn aside(mut self, left: usize, shares: bool) -> Option<Self> {
        let rounds = self.totals.len();
        self.share = self.share.filter(|_| shares);
        let room = self.pen.room.width.checked_sub(left + self.gutter + self.width())?;
        self.bar = (self.bar + room / rounds / 2).min(self.pen.wide(LONGEST));
        (shares || rounds > 1).then_some(self)
    }

    /// Of all rounds, with a gutter before each but the first.
    fn width(&self) -> usize {
        self.totals.len() * (self.round() + self.gutter) - self.gutter
    }

    fn round(&self) -> usize {
        self.bar + self.gutter + self.count + self.share.map_or(0, |share| self.gutter + share)
    }

    /// Every round beside the other.
    fn rows(&self, option: &Choosable) -> Vec<Row> {
        let rounds = option.counts.iter().zip(&self.totals);
        let rounds = rounds.map(|(count, total)| self.counted(*count, *total)).collect();
        beside(rounds, self.round() + self.gutter)
    }

    /// What the rounds are called, above their bars.
    fn heads(&self, left: usize) -> Vec<Row> {
        if self.totals.len() == 1 {
            return Vec::new();
        }
        let heads = ROUNDS.iter().map(|name| self.pen.text(Role::Quiet, name, self.round())).collect();
        let mut rows = beside(vec![Vec::new(), beside(heads, self.round() + self.gutter)], left);
        rows.extend(vec![Row::blank(); self.pen.gap()]);
        rows
    }

    /// Every round under the other, with its name.
    fn under(&self, option: &Choosable) -> Vec<Row> {
        let rounds = option.counts.iter().zip(&self.totals).zip(ROUNDS);
        let row = |((count, total), name): ((&u16, &u32), &str)| {
            let rows = self.counted(*count, *total);
            let name = if self.totals.len() == 1 { "" } else { name };
            let name = self.pen.text(Role::Quiet, name, self.round());
            let name_width = if self.totals.len() == 1 { 0 } else { self.pen.wide(7) };
            beside(vec![name, rows], name_width)
        };
        rounds.flat_map(row).map(|row| row.indented(u16::try_from(SIGN).unwrap_or(0))).collect()
    }

    /// A bar, as high as the number behind it.
    fn counted(&self, count: u16, total: u32) -> Vec<Row> {
        let filled = (usize::from(count) * self.bar).checked_div(usize::from(self.most)).unwrap_or(0);
        // Whoever was counted has at least a little bar.
        let filled = filled.max(usize::from(count > 0));
        let number = self.pen.text(Role::Strong, &count.to_string(), self.count);
        let glyphs = self.pen.glyphs();
        let glyph = if self.pen.is_plain() { glyphs.bar } else { glyphs.full };
        let bar = vec![Row::new(Role::Bar, glyph.repeat(filled)); number.len()];
        let mut rows = beside(vec![bar, at_right(number, self.count)], self.bar + self.gutter);
        if let Some(width) = self.share {
            let share = self.pen.text(Role::Quiet, &format!("{}%", percentage(count, total)), width);
            rows = beside(vec![rows, at_right(share, width)], self.round() - width);
        }
        rows
    }
}

fn at_right(rows: Vec<Row>, width: usize) -> Vec<Row> {
    let indent = u16::try_from(width.saturating_sub(widest(&rows))).unwrap_or(0);
    rows.into_iter().map(|row| row.indented(indent)).collect()
}

fn widest(rows: &[Row]) -> usize {
    rows.iter().map(Row::width).max().unwrap_or(0)
}

/// Rounded to the nearest.
fn percentage(count: u16, total: u32) -> u32 {
    (u32::from(count) * 200 + total).checked_div(total * 2).unwrap_or(0)
}

fn total(options: &[Choosable], round: usize) -> u32 {
    options.iter().filter_map(|option| option.counts.get(round)).copied().map(u32::from).sum()
}
