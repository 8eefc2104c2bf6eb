//! What a page of the class view is written with: a room, two sizes of letters, and the few shapes
//! that all kinds of steps are made of.

use std::cell::Cell;

use crate::text::{self, Text};
use crate::tui::fitting::Sizes;
use crate::tui::letters::Size;
use crate::tui::pages::{Flow, Room, Section};
use crate::tui::theme::{Glyphs, Role, Theme};
use crate::tui::widgets::row::{Lines, Mark, Row, beside, hanging, level, marked, wrapped};

/// In a room of fewer rows, letters of the terminal are read from the middle of the classroom.
const LEGIBLE: usize = 30;
/// Any text fits.
const ENDLESS: Room = Room { width: usize::MAX / 8, height: usize::MAX / 8 };

/// What a body is drawn with.
pub struct Pen<'a> {
    pub room: Room,
    /// The option or answer that the keys are on.
    pub selected: Option<usize>,
    pub theme: &'a Theme,
    pub sizes: Sizes,
    /// A text did not go in its size.
    misfit: Cell<bool>,
}

impl<'a> Pen<'a> {
    pub fn new(room: Room, selected: Option<usize>, theme: &'a Theme, sizes: Sizes) -> Self {
        Self { room, selected, theme, sizes, misfit: Cell::new(false) }
    }

    /// What was written; None when a text did not go in its size.
    pub fn written(&self, flow: Flow) -> Option<Flow> {
        self.fits().then(|| Flow { apart: self.gap().saturating_sub(1), ..flow })
    }

    /// `text` in letters of this size, in lines of at most `width` columns.
    pub fn set(&self, role: Role, text: &str, size: Size, width: usize) -> Vec<Row> {
        self.lines(role, text, size, width).rows
    }

    /// As [`Self::set`], to stand level beside another.
    pub fn lines(&self, role: Role, text: &str, size: Size, width: usize) -> Lines {
        let lines = self.fitting(role, text, size, width);
        lines.unwrap_or_else(|| {
            self.misfit();
            Lines::default()
        })
    }

    /// Whether all that was written went in its size.
    pub fn fits(&self) -> bool {
        !self.misfit.get()
    }

    /// Something did not go in these sizes.
    pub fn misfit(&self) {
        self.misfit.set(true);
    }

    /// None where it does not go in this size. A text with a letter that no face has is plain.
    pub fn fitting(&self, role: Role, text: &str, size: Size, width: usize) -> Option<Lines> {
        let set = |size: Size, room: Room| self.theme.letters.set(text, size, room);
        match set(size, Room { width, ..self.room }) {
            Some(setting) if size != Size::Plain => Some(setting.lines_in(role)),
            None if size != Size::Plain && set(Size::Small, ENDLESS).is_some() => None,
            _ => Some(Lines { rows: wrapped(role, text, width.min(self.measure())), above: 1 }),
        }
    }

    /// In the size of what stands under the sentence.
    pub fn text(&self, role: Role, text: &str, width: usize) -> Vec<Row> {
        self.set(role, text, self.sizes.body, width)
    }

    /// What leaves the room to what it is about: where there is little, in the letters of the terminal.
    pub fn aside(&self, role: Role, text: &str) -> Vec<Row> {
        if self.room.height < LEGIBLE {
            wrapped(role, text, self.measure())
        } else {
            self.text(role, text, self.room.width)
        }
    }

    /// The sentence of a step: what is largest.
    pub fn sentence(&self, text: &str) -> Section {
        self.largest(self.sentence_blocks(text))
    }

    fn largest(&self, blocks: Vec<Vec<Row>>) -> Section {
        Section { is_alone: self.sizes.alike, sentence: blocks.len(), ..Section::blocks(blocks, 1) }
    }

    fn sentence_blocks(&self, text: &str) -> Vec<Vec<Row>> {
        let size = self.sizes.sentence;
        if size == Size::Plain {
            let lines = text::balance(text, self.measure());
            return vec![lines.into_iter().map(|line| Row::new(Role::Strong, line)).collect()];
        }
        let whole = self.theme.letters.set(text, size, self.room);
        match (whole, text::halves(text)) {
            (Some(setting), _) => vec![setting.rows_in(Role::Strong)],
            (None, Some((first, second))) if self.sizes.parting => {
                [self.sentence_blocks(first), self.sentence_blocks(second)].concat()
            }
            (None, _) => {
                self.misfit();
                Vec::new()
            }
        }
    }

    /// The sentence that came last.
    pub fn newest(&self, text: &str) -> Section {
        let blocks = self.sentence_blocks(text).into_iter();
        self.largest(blocks.map(|rows| marked(rows, Mark::Newest)).collect())
    }

    /// The sentence, and under it what to do with it now.
    pub fn asked(&self, text: &str, doing: &str) -> Section {
        let mut blocks = self.sentence_blocks(text);
        let doing = if doing.is_empty() { Vec::new() } else { self.text(Role::Text, doing, self.room.width) };
        let apart = 1 + self.gap().max(usize::from(self.sizes.sentence != Size::Plain));
        match blocks.last_mut() {
            _ if doing.is_empty() => {}
            Some(rows) if rows.len() + apart + doing.len() <= self.room.height => {
                rows.extend(vec![Row::blank(); apart]);
                rows.extend(doing);
            }
            // Rather on the next page than in smaller letters.
            _ => {
                let mut asked = self.largest(blocks);
                asked.blocks.push(doing);
                return asked;
            }
        }
        self.largest(blocks)
    }

    /// A paragraph of the body.
    pub fn line(&self, role: Role, text: &str) -> Section {
        Section::block(self.text(role, text, self.room.width))
    }

    /// Comes again above each later page: in the letters of the body where it takes little of it. Where
    /// letters of the terminal are too small to be read beside those, it is left out.
    pub fn reminder(&self, text: &Text) -> Vec<Row> {
        let room = Room { height: self.room.height / 4, ..self.room };
        let set = self.theme.letters.set(text, self.sizes.body, room).filter(|_| !self.is_plain());
        match set {
            Some(setting) => [setting.rows_in(Role::Quiet), vec![Row::blank()]].concat(),
            None if self.is_plain() || self.room.height < LEGIBLE => {
                wrapped(Role::Quiet, text, self.measure())
            }
            None => Vec::new(),
        }
    }

    /// The first block stays with the title.
    pub fn titled(&self, role: Role, title: &str, mut blocks: Vec<Vec<Row>>) -> Section {
        if let Some(first) = blocks.first_mut() {
            let mut title = self.text(role, title, self.room.width);
            title.resize(title.len() + self.gap(), Row::blank());
            first.splice(..0, title);
        }
        Section::blocks(blocks, self.gap())
    }

    pub fn help(&self, help: &[Text]) -> Section {
        Section::blocks(help.iter().map(|line| self.indented(line)).collect(), self.gap())
    }

    pub fn starters(&self, starters: &[Text]) -> Section {
        let quoted = |starter: &Text| {
            if self.is_plain() {
                self.hanging("\"", Role::Text, &format!("{starter}\""))
            } else {
                self.indented(&format!("\"{starter}\""))
            }
        };
        Section::blocks(starters.iter().map(quoted).collect(), self.gap())
    }

    pub fn numbered<'t>(&self, options: impl Iterator<Item = (&'t Text, &'t str)>) -> Section {
        let option = |(index, (text, after)): (usize, (&Text, &str))| {
            let sign = (index + 1).to_string();
            self.option(index, &sign, &format!("{text}{after}"), self.room.width)
        };
        Section::blocks(options.enumerate().map(option).collect(), self.gap()).airy()
    }

    /// The mark of what is selected, the sign of the option and its text.
    pub fn option(&self, index: usize, sign: &str, text: &str, width: usize) -> Vec<Row> {
        let chosen = self.selected == Some(index);
        let glyphs = self.glyphs();
        let (mark, role) = if chosen { (glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
        if self.is_plain() {
            let mark = Row::new(Role::Mark, mark).and(Role::Text, " ");
            let head = mark.and(Role::Strong, sign).and(Role::Text, "  ");
            return marked(hanging(head, role, text, width.min(62)), Mark::Item(index));
        }
        let Lines { rows, above } = self.lines(Role::Strong, sign, self.sizes.body, width);
        let left = self.behind_sign();
        let mark = Row::new(Role::Mark, if chosen { glyphs.full } else { " " }).and(Role::Text, "  ");
        let sign = Lines { rows: rows.into_iter().map(|row| mark.clone().and_row(row)).collect(), above };
        let text = self.lines(role, text, self.sizes.body, width.saturating_sub(left));
        marked(level(vec![sign, text], left).rows, Mark::Item(index))
    }

    /// The column in which the text of an option begins.
    pub fn behind_sign(&self) -> usize {
        if self.is_plain() { 5 } else { 3 + self.wide(3) }
    }

    /// An answer, in `width` columns, with a line beside it; the selected one with a mark.
    pub fn said(&self, index: usize, answer: &str, width: usize) -> Vec<Row> {
        let glyphs = self.glyphs();
        let side = match (self.selected == Some(index), self.is_plain()) {
            (false, _) => Row::new(Role::Bar, glyphs.side),
            (true, true) => Row::new(Role::Mark, glyphs.mark),
            (true, false) => Row::new(Role::Mark, glyphs.full),
        };
        let side = side.and(Role::Text, " ".repeat(self.wide(1)));
        let rows = self.text(Role::Text, answer, width.saturating_sub(side.width())).into_iter();
        rows.map(|row| side.clone().and_row(row).marked(Mark::Item(index))).collect()
    }

    /// A line of a list. What is higher than a page is parted by sense.
    pub fn bullets(&self, bullet: &str, role: Role, text: &str) -> Vec<Vec<Row>> {
        let width = self.room.width.saturating_sub(usize::from(self.indent()));
        let room = Room { width, ..self.room };
        self.parted(text, room).into_iter().map(|part| self.bullet(bullet, role, part)).collect()
    }

    /// Pieces of it that each go in this room.
    fn parted<'t>(&self, text: &'t str, room: Room) -> Vec<&'t str> {
        match (self.theme.letters.set(text, self.sizes.body, room), text::halves(text)) {
            (None, Some((first, second))) => [self.parted(first, room), self.parted(second, room)].concat(),
            _ => vec![text],
        }
    }

    /// A line of a list.
    pub fn bullet(&self, bullet: &str, role: Role, text: &str) -> Vec<Row> {
        // Big letters are parted by space enough.
        if self.is_plain() {
            self.hanging(&format!("{bullet} "), role, text)
        } else {
            self.indented_in(role, text)
        }
    }

    fn hanging(&self, head: &str, role: Role, text: &str) -> Vec<Row> {
        let head = Row::new(Role::Quiet, head).indented(self.indent());
        self.behind(head, role, text, if self.is_plain() { self.measure() } else { self.room.width })
    }

    /// `text` behind `head`, which has the letters of the terminal; the lines after the first stand
    /// under the text.
    pub fn behind(&self, head: Row, role: Role, text: &str, width: usize) -> Vec<Row> {
        if self.is_plain() {
            return hanging(head, role, text, width);
        }
        let (mark, left) = (head.mark, usize::from(head.indent) + head.width());
        let text = self.text(role, text, width.saturating_sub(left));
        let mut heads = vec![Row::blank(); self.middle()];
        heads.push(head);
        marked(beside(vec![heads, text], left), mark)
    }

    /// A line under the sentence.
    pub fn indented(&self, line: &str) -> Vec<Row> {
        self.indented_in(Role::Text, line)
    }

    fn indented_in(&self, role: Role, line: &str) -> Vec<Row> {
        let indent = self.indent();
        let measure = if self.is_plain() { self.measure() } else { self.room.width };
        let rows = self.text(role, line, measure.saturating_sub(usize::from(indent)));
        rows.into_iter().map(|row| row.indented(indent)).collect()
    }

    /// What is said of each label, all beside the labels, in `columns`.
    pub fn labelled(&self, lines: &[(&str, Role, &str)], label: Role, columns: usize) -> Vec<Vec<Row>> {
        let labels: Vec<Lines> =
            lines.iter().map(|(name, ..)| self.lines(label, name, self.sizes.body, columns)).collect();
        let longest = labels.iter().map(Lines::width).max().unwrap_or(0);
        let left = longest + if self.is_plain() { 3 } else { 6 };
        let width = columns.saturating_sub(left).min(if self.is_plain() { 60 } else { usize::MAX });
        let goes = |(_, role, text): &(&str, Role, &str)| {
            self.fitting(*role, text, self.sizes.body, width).is_some()
        };
        let aside = left * 2 <= columns && lines.iter().all(goes);
        let blocks = |(label, (_, role, text)): (Lines, &(&str, Role, &str))| {
            if !aside {
                return self.under(label.rows, *role, text, columns);
            }
            vec![level(vec![label, self.lines(*role, text, self.sizes.body, width)], left).rows]
        };
        labels.into_iter().zip(lines).flat_map(blocks).collect()
    }

    /// What is said of a label, under it; what is higher than a page is parted by sense.
    fn under(&self, label: Vec<Row>, role: Role, text: &str, columns: usize) -> Vec<Vec<Row>> {
        let indent = if self.is_plain() { 2 } else { self.indent() };
        let width = columns.saturating_sub(usize::from(indent));
        let set = |text: &str| -> Vec<Row> {
            self.text(role, text, width).into_iter().map(|row| row.indented(indent)).collect()
        };
        // Tails may take a row.
        let height = self.room.height.saturating_sub(label.len() + 1);
        let mut blocks: Vec<Vec<Row>> =
            self.parted(text, Room { width, height }).into_iter().map(set).collect();
        if let Some(first) = blocks.first_mut() {
            first.splice(..0, label);
        }
        blocks
    }

    /// How many columns so many letters of the body take, about.
    pub fn wide(&self, letters: usize) -> usize {
        const SAMPLE: &str = "mensen werken";
        let sample = self.set(Role::Text, SAMPLE, self.sizes.body, ENDLESS.width);
        let width = sample.iter().map(Row::width).max().unwrap_or(0);
        if self.is_plain() { letters } else { (letters * width).div_ceil(SAMPLE.len()).max(1) }
    }

    pub fn glyphs(&self) -> &'a Glyphs {
        &self.theme.glyphs
    }

    /// Whether the body is written in the letters of the terminal.
    pub fn is_plain(&self) -> bool {
        self.sizes.body == Size::Plain
    }

    /// The row of a line of the body in which its small letters have their middle.
    pub fn middle(&self) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows")]
        let rows = self.theme.letters.x_height(self.sizes.body) as usize;
        rows
    }

    /// Lines of plain text are at most this long.
    pub fn measure(&self) -> usize {
        self.room.measure()
    }

    pub fn indent(&self) -> u16 {
        if self.room.width < 60 { 2 } else { 4 }
    }

    /// Empty rows between things of which one is picked.
    pub fn air(&self) -> usize {
        if self.is_plain() { usize::from(self.room.height >= 20) } else { self.gap() }
    }

    /// Empty rows between lines that belong together.
    pub fn gap(&self) -> usize {
        // The tails of a line have a row already.
        if self.is_plain() { 0 } else { self.middle().saturating_sub(1).max(1) }
    }
}
