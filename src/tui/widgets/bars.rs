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
const SHORTEST_IN_LETTERS: usize = 4;
/// The column of an option, in letters: the sign before its text, and the least that it is with it.
const SIGN: usize = 5;
const NARROWEST: usize = 24;

/// What the rounds of a choice are called, once there are two.
pub const ROUNDS: [&str; 2] = ["eerst", "nu"];
const ROUNDS_WIDTH: usize = 7;

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
            pen.option(index, &option.letter.to_string(), said(option), width)
        };
        options.iter().enumerate().map(text).collect()
    };
    if rounds == 0 {
        return texts(width);
    }
    let letters = options.iter().map(|option| text::width(said(option))).max().unwrap_or(0);
    let (longest, narrowest) = (pen.wide(SIGN + letters), pen.wide(NARROWEST));
    let bars = Bars::new(options, rounds, pen);
    // Beside the texts, if need be without shares or with texts on more lines; else under them.
    let ways = [(longest, true), (longest, false), (narrowest, true), (narrowest, false)];
    let aside = ways.into_iter().find_map(|(left, shares)| bars.clone().aside(left.min(longest), shares));
    let Some(bars) = aside else {
        let bars = bars.narrowed();
        let under =
            |(text, index)| with_mark(text, |text| text.into_iter().chain(bars.under(index)).collect());
        return texts(width).into_iter().zip(0..).map(under).collect();
    };
    let left = (width - bars.width()).min(longest + bars.gutter);
    let rows = |(text, index)| with_mark(text, |text| beside(vec![text, bars.rows(index)], left));
    let mut rows: Vec<_> = texts(left - bars.gutter).into_iter().zip(0..).map(rows).collect();
    if let Some(first) = rows.first_mut() {
        first.splice(..0, bars.heads(left));
    }
    rows
}

/// An ending that was not shown is known by its letter alone; a place on a line by its number.
pub fn said(option: &Choosable) -> &str {
    if option.text.is_empty() && option.letter.is_alphabetic() { "een einde" } else { &option.text }
}

/// What becomes of the rows of an option is part of it too.
fn with_mark(text: Vec<Row>, more: impl FnOnce(Vec<Row>) -> Vec<Row>) -> Vec<Row> {
    let mark = text.first().map(|row| row.mark).unwrap_or_default();
    marked(more(text), mark)
}

/// How often an option was picked, and the share of all that it is, in percents.
#[derive(Debug, Clone, Copy)]
struct Counted {
    count: u16,
    share: u32,
}

/// How wide what stands beside the options is, in columns.
#[derive(Clone)]
struct Bars<'a> {
    pen: &'a Pen<'a>,
    /// Of each round, for each option.
    rounds: Vec<Vec<Counted>>,
    /// What the longest bar stands for.
    most: u16,
    bar: usize,
    count: usize,
    /// None when there is no room for shares, or no sign for them in these letters.
    share: Option<usize>,
    gutter: usize,
}

impl<'a> Bars<'a> {
    /// With shares, and bars as short as they may be.
    fn new(options: &[Choosable], rounds: usize, pen: &'a Pen<'a>) -> Self {
        let counts = |round| options.iter().map(move |option| option.counts.get(round).copied().unwrap_or(0));
        let most = options.iter().flat_map(|option| &option.counts).copied().max().unwrap_or(0);
        Self {
            pen,
            rounds: (0..rounds).map(|round| shared(&counts(round).collect::<Vec<_>>())).collect(),
            most,
            bar: pen.wide(if pen.is_plain() { SHORTEST } else { SHORTEST_IN_LETTERS }),
            count: column(&most.to_string(), pen).unwrap_or(0),
            share: column("100%", pen),
            gutter: pen.wide(2),
        }
    }

    /// As long as they go beside texts of `left` columns; None when they do not.
    fn aside(mut self, left: usize, shares: bool) -> Option<Self> {
        let rounds = self.rounds.len();
        self.share = self.share.filter(|_| shares);
        let room = self.pen.room.width.checked_sub(left + self.gutter + self.width())?;
        self.bar = (self.bar + room / rounds / 2).min(self.pen.wide(LONGEST));
        // In plain letters there is always room for a share under the texts.
        (shares || rounds > 1 || !self.pen.is_plain()).then_some(self)
    }

    /// Of all rounds, with a gutter before each but the first.
    fn width(&self) -> usize {
        self.rounds.len() * (self.round() + self.gutter) - self.gutter
    }

    fn round(&self) -> usize {
        self.bar + self.gutter + self.count + self.share.map_or(0, |share| self.gutter + share)
    }

    /// Every round beside the other.
    fn rows(&self, option: usize) -> Vec<Row> {
        let rounds = self.of(option).map(|counted| self.counted(counted)).collect();
        beside(rounds, self.round() + self.gutter)
    }

    /// What the rounds are called, above their bars.
    fn heads(&self, left: usize) -> Vec<Row> {
        if self.rounds.len() == 1 {
            return Vec::new();
        }
        let heads = ROUNDS.iter().map(|name| self.pen.text(Role::Quiet, name, self.round())).collect();
        let mut rows = beside(vec![Vec::new(), beside(heads, self.round() + self.gutter)], left);
        rows.extend(vec![Row::blank(); self.pen.gap()]);
        rows
    }

    /// Every round under the other, with its name.
    fn under(&self, option: usize) -> Vec<Row> {
        let row = |(counted, name): (Counted, &str)| {
            let rows = self.counted(counted);
            let name = if self.rounds.len() == 1 { "" } else { name };
            let name = self.pen.text(Role::Quiet, name, self.round());
            beside(vec![name, rows], self.named())
        };
        let indent = u16::try_from(self.pen.behind_sign()).unwrap_or(0);
        let rows = self.of(option).zip(ROUNDS).flat_map(row).map(|row| row.indented(indent));
        // Big letters reach down, and the next option is not read as the name of this bar.
        let air = || (!self.pen.is_plain()).then(Row::blank);
        air().into_iter().chain(rows).chain(air()).collect()
    }

    /// Under a text: without shares, or with shorter bars, where they do not go.
    fn narrowed(mut self) -> Self {
        let room = self.pen.room.width.saturating_sub(self.pen.behind_sign() + self.named());
        if self.round() > room {
            self.share = None;
        }
        self.bar = self.bar.saturating_sub(self.round().saturating_sub(room)).max(1);
        self
    }

    /// The column of the name of a round, where they stand under one another.
    fn named(&self) -> usize {
        if self.rounds.len() == 1 { 0 } else { self.pen.wide(ROUNDS_WIDTH) }
    }

    /// In each round.
    fn of(&self, option: usize) -> impl Iterator<Item = Counted> {
        self.rounds.iter().filter_map(move |round| round.get(option)).copied()
    }

    /// A bar, as high as the number behind it.
    fn counted(&self, Counted { count, share }: Counted) -> Vec<Row> {
        let filled = (usize::from(count) * self.bar).checked_div(usize::from(self.most)).unwrap_or(0);
        // Whoever was counted has at least a little bar.
        let filled = filled.max(usize::from(count > 0));
        let number = self.pen.text(Role::Strong, &count.to_string(), self.count);
        let glyphs = self.pen.glyphs();
        let glyph = if self.pen.is_plain() { glyphs.bar } else { glyphs.full };
        let mut bar = vec![Row::new(Role::Bar, glyph.repeat(filled)); number.len()];
        // Bars under one another stay apart.
        if let [first, _, ..] = bar.as_mut_slice() {
            *first = Row::new(Role::Bar, glyphs.low.repeat(filled));
        }
        let mut rows = beside(vec![bar, at_right(number, self.count)], self.bar + self.gutter);
        if let Some(width) = self.share {
            let share = self.pen.text(Role::Quiet, &format!("{share}%"), width);
            rows = beside(vec![rows, at_right(share, width)], self.round() - width);
        }
        rows
    }
}

/// Columns in which a number goes; None where it has a sign that is not there.
fn column(number: &str, pen: &Pen) -> Option<usize> {
    let lines = pen.fitting(Role::Text, number, pen.sizes.body, usize::MAX / 8)?;
    Some(lines.width() + usize::from(!pen.is_plain()))
}

fn at_right(rows: Vec<Row>, width: usize) -> Vec<Row> {
    let indent = u16::try_from(width.saturating_sub(widest(&rows))).unwrap_or(0);
    rows.into_iter().map(|row| row.indented(indent)).collect()
}

fn widest(rows: &[Row]) -> usize {
    rows.iter().map(Row::width).max().unwrap_or(0)
}

/// With shares that never make more than a hundred: what is lost by rounding down goes to those that
/// lose most, and equals stay equal.
fn shared(counts: &[u16]) -> Vec<Counted> {
    let total: u32 = counts.iter().copied().map(u32::from).sum();
    let of_total = |count: u16| (u32::from(count) * 100).checked_div(total).unwrap_or(0);
    let lost = |count: u16| (u32::from(count) * 100).checked_rem(total).unwrap_or(0);
    let mut all: Vec<_> =
        counts.iter().map(|count| Counted { count: *count, share: of_total(*count) }).collect();
    let mut left = 100_u32.saturating_sub(all.iter().map(|counted| counted.share).sum());
    let mut by_loss: Vec<u16> = counts.iter().copied().filter(|count| lost(*count) > 0).collect();
    by_loss.sort_unstable();
    by_loss.dedup();
    by_loss.sort_by_key(|count| std::cmp::Reverse(lost(*count)));
    for count in by_loss {
        let equals: Vec<_> = all.iter_mut().filter(|counted| counted.count == count).collect();
        let needed = u32::try_from(equals.len()).unwrap_or(u32::MAX);
        if needed <= left {
            left -= needed;
            for counted in equals {
                counted.share += 1;
            }
        }
    }
    all
}
