//! The options of a choice, each with its letter and, once they may be seen, a bar, a number and a
//! share for every round.

use crate::lesson::{ChoiceView, Choosable};
use crate::text;
use crate::tui::pen::Pen;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::row::{Mark, Row};

/// The longest bar.
const BAR: usize = 24;
/// " 12  100%" behind a bar.
const NUMBERS: usize = 9;
/// The shortest bar that still says something.
const SHORTEST: usize = 8;

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
    let (width, glyphs) = (pen.room.width, pen.glyphs());
    let totals: Vec<u32> = (0..rounds).map(|round| total(options, round)).collect();
    let named = if rounds > 1 { 7 } else { 0 };
    let longest = options.iter().map(|option| pen.wide(text::width(&option.text))).max().unwrap_or(0);
    // Beside the text when both fit, else under it.
    let left = 5 + longest + 2;
    let aside = left + named + SHORTEST + NUMBERS <= width;
    let room = if aside { width - left } else { width.saturating_sub(5) };
    let bar = room.saturating_sub(named + NUMBERS).clamp(SHORTEST, BAR);
    let block = |(index, option): (usize, &Choosable)| {
        let width = if aside { left } else { width };
        let text = pen.option(index, &option.letter.to_string(), &option.text, width);
        let bar = |((count, total), name): ((&u16, &u32), &str)| {
            let name = if named == 0 { String::new() } else { format!("{name:<named$}") };
            Row::new(Role::Quiet, name).and_bar(*count, *total, bar, glyphs)
        };
        let bars: Vec<Row> = option.counts.iter().zip(&totals).zip(ROUNDS).map(bar).collect();
        if aside {
            side_by_side(text, bars, left)
        } else {
            let under = bars.into_iter().map(|row| row.indented(5).marked(Mark::Item(index)));
            text.into_iter().chain(under).collect()
        }
    };
    options.iter().enumerate().map(block).collect()
}

fn side_by_side(text: Vec<Row>, bars: Vec<Row>, left: usize) -> Vec<Row> {
    let height = text.len().max(bars.len());
    let mark = text.first().map(|row| row.mark).unwrap_or_default();
    let mut text = text.into_iter();
    let mut bars = bars.into_iter();
    let row = |_| {
        let row = text.next().unwrap_or_default();
        let left = left.saturating_sub(usize::from(row.indent));
        let mut row = row.padded(left).marked(mark);
        row.pieces.extend(bars.next().unwrap_or_default().pieces);
        row
    };
    (0..height).map(row).collect()
}

/// Rounded to the nearest.
fn percentage(count: u16, total: u32) -> u32 {
    (u32::from(count) * 200 + total).checked_div(total * 2).unwrap_or(0)
}

impl Row {
    fn and_bar(self, count: u16, total: u32, width: usize, glyphs: &Glyphs) -> Self {
        let share = |of: usize| (usize::from(count) * of).checked_div(total as usize).unwrap_or(0);
        // Whoever was counted has at least a little bar.
        let filled = share(width).max(usize::from(count > 0)).min(width);
        self.and(Role::Bar, glyphs.full.repeat(filled))
            .and(Role::Text, " ".repeat(width - filled))
            .and(Role::Strong, format!("{count:>3}"))
            .and(Role::Quiet, format!("{:>6}", format!("{}%", percentage(count, total))))
    }
}

fn total(options: &[Choosable], round: usize) -> u32 {
    options.iter().filter_map(|option| option.counts.get(round)).copied().map(u32::from).sum()
}
