//! A story: which one, what was told so far, and the ways on from a fork.

use crate::lesson::{ForkChoice, Revealed, Ways};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::row::{Row, beside, marked};

impl Pen<'_> {
    pub(super) fn pick(&self, stories: &[Text]) -> Flow {
        let question = Text::clean("Welk verhaal kiezen we?");
        let mut flow = Flow::default().with(self.sentence(&question));
        flow.reminder = self.reminder(&question);
        flow.with(self.numbered(stories.iter().map(|story| (story, ""))).picked())
    }

    pub(super) fn tell(&self, title: &Text, told: &Revealed) -> Flow {
        let lines: Vec<&Text> = told.lines.iter().take(told.shown).collect();
        if lines.is_empty() {
            return Flow::default().with(self.sentence(title));
        }
        let mut flow = self.told(self.text(Role::Quiet, title, self.room.width), &lines);
        flow.reminder = self.reminder(title);
        flow.is_known = true;
        flow
    }

    /// The last line is new and largest. The one before it stays with it; the older ones come first.
    fn told(&self, title: Vec<Row>, lines: &[&Text]) -> Flow {
        let Some((newest, before)) = lines.split_last() else { return Flow::default() };
        let mut before: Vec<Vec<Row>> = before.iter().map(|line| self.indented(line)).collect();
        let mut new = self.newest(newest);
        if let Some(mut just_read) = before.pop() {
            just_read.extend(vec![Row::blank(); 1 + self.gap()]);
            new.blocks.insert(0, just_read);
            new.apart = 0;
        }
        before.insert(0, title);
        before.retain(|rows| !rows.is_empty());
        Flow::default().with(Section::blocks(before, self.gap())).with(new)
    }

    pub(super) fn fork(&self, text: &[Text], question: Option<&Text>, ways: &Ways) -> Flow {
        let told: Vec<&Text> = text.iter().collect();
        // What is largest: the question, or else the last line of what happens.
        let mut flow = match question {
            Some(_) => {
                let told = told.iter().map(|line| self.indented(line)).collect();
                Flow::default().with(Section::blocks(told, self.gap()).airy())
            }
            None => self.told(Vec::new(), &told),
        };
        flow.reminder = question.or(told.last().copied()).map(|text| self.reminder(text)).unwrap_or_default();
        let question = question.map(|question| self.sentence(question)).unwrap_or_default();
        match ways {
            Ways::Choices(choices) => flow.with(self.branched(question, self.forks(choices))),
            Ways::BackOrOn => {
                let [back, on] = ["Terug: wat als we anders kiezen?", "Verder"].map(Text::clean);
                flow = flow.with(question);
                flow.with(self.numbered([(&back, ""), (&on, "")].into_iter()))
            }
            Ways::On => flow.with(question),
        }
    }

    fn forks(&self, choices: &[ForkChoice]) -> Vec<Vec<Row>> {
        let width = self.room.width.saturating_sub(self.branch());
        let fork = |(index, choice): (usize, &ForkChoice)| {
            let seen = if choice.seen { " (gezien)" } else { "" };
            self.option(index, &(index + 1).to_string(), &format!("{}{seen}", choice.text), width)
        };
        choices.iter().enumerate().map(fork).collect()
    }

    /// Columns that a branch takes before its text.
    pub(super) fn branch(&self) -> usize {
        if self.is_plain() { 4 } else { 8 }
    }

    /// The ways on from a question, each at the end of a branch of one line that comes down from it.
    pub(super) fn branched(&self, from: Section, ways: Vec<Vec<Row>>) -> Section {
        let mut blocks = from.blocks;
        if let Some(above) = blocks.last_mut() {
            // The line is clear of the letters above it.
            above.push(Row::blank());
        }
        let last = ways.len().saturating_sub(1);
        blocks.extend(ways.into_iter().enumerate().map(|(index, way)| {
            let mark = way.first().map(|row| row.mark).unwrap_or_default();
            marked(beside(vec![self.joint(way.len(), index == last), way], self.branch()), mark)
        }));
        Section { between: self.trunk(), ..Section::blocks(blocks, self.gap()).airy().compared() }
    }

    fn trunk(&self) -> Row {
        Row::new(Role::Bar, if self.is_plain() { "│" } else { self.glyphs().full })
    }

    /// The line beside a way of so many rows, which it reaches where its small letters are.
    fn joint(&self, rows: usize, is_last: bool) -> Vec<Row> {
        let at = if self.is_plain() { 0 } else { self.middle().max(1) };
        let row = |row: usize| match (row.cmp(&at), is_last) {
            (std::cmp::Ordering::Less, _) | (std::cmp::Ordering::Greater, false) => self.trunk(),
            (std::cmp::Ordering::Greater, true) => Row::blank(),
            // Half a row is as thick as a column is wide.
            (std::cmp::Ordering::Equal, _) if !self.is_plain() => self.trunk().and(Role::Bar, "▄▄▄▄"),
            (std::cmp::Ordering::Equal, true) => Row::new(Role::Bar, "└──"),
            (std::cmp::Ordering::Equal, false) => Row::new(Role::Bar, "├──"),
        };
        (0..rows.max(at + 1)).map(row).collect()
    }
}
