//! How the class works now, and how long still: the foot of the class view. Where big letters fit,
//! both are drawn in them; else they stand in one row.

use crate::dutch;
use crate::lesson::{ClockView, Runs, Sign, Stage};
use crate::tui::letters::Size;
use crate::tui::theme::{Glyphs, Role, Theme};
use crate::tui::widgets::row::Row;

/// The small letters of the foot are so high, of the height of the screen; its digits are higher.
const X_HEIGHT: f32 = 0.042;
/// Without its last row, the foot is at most this part of the screen.
const LARGEST_PART: usize = 6;
/// Up to so many rows plain letters are large enough.
const LOW: usize = 15;
/// Columns between the sign and the clock.
const APART: usize = 4;
/// Columns between words and what they stand beside.
const GAP: usize = 3;

/// Writes the foot on a screen of one height.
pub struct Foot<'a> {
    theme: &'a Theme,
    /// None: one row of plain letters.
    big: Option<Size>,
}

impl<'a> Foot<'a> {
    pub fn new(theme: &'a Theme, screen: usize) -> Self {
        let fits = |size: &Size| {
            let strip = theme.letters.strip("0", *size);
            strip.is_some_and(|strip| (strip.rows.len() - 1) * LARGEST_PART <= screen)
        };
        Self { theme, big: large_enough(theme, screen).filter(fits) }
    }

    /// In rows: the same for all signs and times.
    pub fn height(&self) -> usize {
        self.strip("0").map_or(1, |strip| strip.len())
    }

    /// The sign at the left, the clock at the right.
    pub fn rows(&self, sign: Option<Sign>, clock: Option<&ClockView>, width: usize) -> Vec<Row> {
        let plain = || vec![plain(sign, clock, width, &self.theme.glyphs)];
        self.big_rows(sign, clock, width).unwrap_or_else(plain)
    }

    /// The sign is written in the same way whatever the clock says, and however the class works.
    fn big_rows(&self, sign: Option<Sign>, clock: Option<&ClockView>, width: usize) -> Option<Vec<Row>> {
        let longest = joined(self.strip("nog even")?, self.strip("00:00")?);
        let fits = |left: &Block, right: &Block| breadth(left) + APART + breadth(right) <= width;
        let fitting =
            |words: &Words| self.sign(Sign::Quietly, *words).is_some_and(|sign| fits(&sign, &longest));
        let words = [Words::All, Words::One].into_iter().find(fitting).unwrap_or(Words::Plain);
        let nothing = vec![Row::blank(); self.height()];
        let sign = sign.map_or_else(|| Some(nothing.clone()), |sign| self.sign(sign, words))?;
        let clocks = clock.map_or_else(|| Some(vec![nothing]), |clock| self.clocks(clock))?;
        let clock = clocks.into_iter().find(|clock| fits(&sign, clock))?;
        Some(sign.into_iter().zip(clock).map(|(sign, clock)| sign.and_at_right(clock, width)).collect())
    }

    fn sign(&self, sign: Sign, words: Words) -> Option<Block> {
        let (_, all, one) = working(sign);
        let mut people = self.people(sign)?;
        let beside = match words {
            Words::All => all,
            Words::One => one,
            Words::Plain => {
                let width = breadth(&people) + GAP;
                // On the row on which they stand; the last one is for the bar of the clock.
                let at = people.len().checked_sub(2)?;
                let row = people.get_mut(at)?;
                *row = std::mem::take(row).padded(width).and(Role::Text, all);
                return Some(people);
            }
        };
        let beside = self.theme.letters.strip(beside, self.big?)?;
        Some(joined(people, beside.rows_in(Role::Quiet)))
    }

    fn people(&self, sign: Sign) -> Option<Block> {
        Some(self.theme.letters.people(working(sign).0, self.big?)?.rows_in(Role::Quiet))
    }

    /// From the widest.
    fn clocks(&self, clock: &ClockView) -> Option<Vec<Block>> {
        let time = self.time(clock)?;
        let Some(word) = said(clock) else { return Some(vec![time]) };
        let words = self.strip(word)?;
        // Nothing is left to be counted.
        let large = if clock.stage == Stage::Over { words } else { joined(words, time.clone()) };
        let mut small = vec![Row::blank(); self.height()];
        *small.last_mut()? = Row::new(Role::Strong, word);
        Some(vec![large, joined(small, time)])
    }

    /// The digits, each in a place of its own, over a bar that empties.
    fn time(&self, clock: &ClockView) -> Option<Block> {
        let mut rows = vec![Row::blank(); self.height()];
        for letter in dutch::countdown(clock.left).chars() {
            let strip = self.strip(letter.encode_utf8(&mut [0; 4]))?;
            rows = rows.into_iter().zip(strip).map(|(row, letter)| row.and_row(letter)).collect();
        }
        let width = breadth(&rows);
        if let (Some(last), true) = (rows.last_mut(), is_begun(clock)) {
            let glyphs = &self.theme.glyphs;
            *last = bar(clock, width, glyphs.low, glyphs.low_empty);
        }
        Some(rows)
    }

    fn strip(&self, text: &str) -> Option<Block> {
        Some(self.theme.letters.strip(text, self.big?)?.rows.clone())
    }
}

/// How much of a sign is said in big letters, beside the people.
#[derive(Debug, Clone, Copy)]
enum Words {
    All,
    One,
    /// Nothing: it stands beside the people in letters of the terminal.
    Plain,
}

/// Rows of the height of the foot.
type Block = Vec<Row>;

fn breadth(block: &Block) -> usize {
    block.iter().map(Row::width).max().unwrap_or(0)
}

fn joined(left: Block, right: Block) -> Block {
    let width = breadth(&left) + GAP;
    left.into_iter().zip(right).map(|(left, right)| left.padded(width).and_row(right)).collect()
}

/// The smallest size of big letters that is large enough, and the narrowest.
#[expect(clippy::cast_precision_loss, reason = "a screen has few rows")]
fn large_enough(theme: &Theme, screen: usize) -> Option<Size> {
    let letters = &theme.letters;
    let least = X_HEIGHT * screen as f32;
    let sizes = letters.sizes(screen).filter(|size| *size != Size::Plain && letters.x_height(*size) >= least);
    sizes.last().filter(|_| screen > LOW)
}

/// How many people, what they do, and the word that says most of it.
pub fn working(sign: Sign) -> (usize, &'static str, &'static str) {
    match sign {
        Sign::Alone => (1, "alleen en stil", "stil"),
        Sign::Quietly => (2, "overleg zachtjes", "zachtjes"),
        Sign::Together => (3, "samen", "samen"),
    }
}

/// What the colour of the bar says too.
fn said(clock: &ClockView) -> Option<&'static str> {
    match (clock.stage, clock.runs) {
        (Stage::Over, _) => Some("de tijd is om"),
        (_, Runs::Paused) => Some("pauze"),
        (_, Runs::Ready) | (Stage::Ample, Runs::Running) => None,
        (Stage::Soon, Runs::Running) => Some("nog even"),
        (Stage::Last, Runs::Running) => Some("rond af"),
    }
}

fn is_begun(clock: &ClockView) -> bool {
    clock.runs != Runs::Ready
}

/// All in one row.
fn plain(sign: Option<Sign>, clock: Option<&ClockView>, width: usize, glyphs: &Glyphs) -> Row {
    let sign = sign.map(|sign| {
        let (people, words, _) = working(sign);
        Row::new(Role::Quiet, glyphs.person.repeat(people)).and(Role::Text, format!(" {words}"))
    });
    let left = sign.unwrap_or_default();
    let room = width.saturating_sub(left.width() + 2);
    let right = clock.map(|clock| plain_time(clock, room, glyphs)).unwrap_or_default();
    left.and_at_right(right, width)
}

/// Digits in the colour of text beside a bar that empties.
fn plain_time(clock: &ClockView, room: usize, glyphs: &Glyphs) -> Row {
    let digits = dutch::countdown(clock.left);
    let word = said(clock).map(|word| format!("{word}  ")).unwrap_or_default();
    let mut row = Row::default();
    if word.len() + digits.len() <= room && !word.is_empty() {
        row = row.and(Role::Text, word);
    }
    row = row.and(Role::Strong, digits);
    let left = room.saturating_sub(row.width() + 2);
    let width = [20, 10, 6].into_iter().find(|bar| *bar <= left);
    match width {
        Some(width) if is_begun(clock) => {
            row.and(Role::Text, "  ").and_row(bar(clock, width, glyphs.low, glyphs.low_empty))
        }
        _ => row,
    }
}

fn bar(clock: &ClockView, width: usize, full: &str, empty: &str) -> Row {
    let filled = filled(clock, width);
    Row::new(Role::Clock(clock.stage), full.repeat(filled)).and(Role::Rule, empty.repeat(width - filled))
}

fn filled(clock: &ClockView, bar: usize) -> usize {
    let total = clock.total.as_millis().max(1);
    let width = u128::try_from(bar).unwrap_or(0);
    let filled = (clock.left.as_millis() * width).div_ceil(total);
    usize::try_from(filled).unwrap_or(bar).min(bar)
}
