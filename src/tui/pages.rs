//! Pages: what the class reads at one step, cut by sense so that nothing is lost and nothing scrolls.

use crate::tui::widgets::row::{Mark, Row};

/// Rows that fill the body of the class view once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub rows: Vec<Row>,
}

/// What belongs together. A page ends between sections where it can, else between blocks.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Rows that are parted only when they are higher than a page.
    pub blocks: Vec<Vec<Row>>,
    /// Empty rows between blocks.
    pub apart: usize,
}

/// All that is to be read, in order.
#[must_use]
#[derive(Debug, Clone, Default)]
pub struct Flow {
    pub sections: Vec<Section>,
    /// Comes again, small, above each later page.
    pub reminder: Vec<Row>,
    /// Empty rows between sections, besides the one or two that are always there.
    pub apart: usize,
}

/// The body of the class view, in columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub width: usize,
    pub height: usize,
}

impl Room {
    /// Lines of text are at most this long, so that the eye finds the next one.
    pub fn measure(self) -> usize {
        self.width.min(60)
    }
}

impl Section {
    /// Rows that stay together.
    pub fn block(rows: Vec<Row>) -> Self {
        Self { blocks: vec![rows], apart: 0 }
    }

    pub fn blocks(blocks: Vec<Vec<Row>>, apart: usize) -> Self {
        Self { blocks, apart }
    }

    fn height(&self) -> usize {
        let rows: usize = self.blocks.iter().map(Vec::len).sum();
        rows + self.apart * self.blocks.len().saturating_sub(1)
    }
}

impl Flow {
    pub fn with(mut self, section: Section) -> Self {
        if section.height() > 0 {
            self.sections.push(section);
        }
        self
    }

    /// Whether no block is higher than a page.
    pub fn is_whole(&self, room: Room) -> bool {
        self.sections.iter().flat_map(|section| &section.blocks).all(|block| block.len() <= room.height)
    }

    /// The pages, at least one: on one page with air where that fits, else with less.
    pub fn pages(&self, room: Room) -> Vec<Page> {
        let roomy = Cut::new(self, room, 2 + self.apart).run();
        if roomy.len() == 1 { roomy } else { Cut::new(self, room, 1 + self.apart).run() }
    }
}

/// The page to open: the one with what is newest.
pub fn opening(pages: &[Page]) -> usize {
    page_of(pages, Mark::Newest).unwrap_or(0)
}

/// The page that holds this mark.
pub fn page_of(pages: &[Page], mark: Mark) -> Option<usize> {
    pages.iter().position(|page| page.rows.iter().any(|row| row.mark == mark))
}

struct Cut<'a> {
    flow: &'a Flow,
    height: usize,
    gap: usize,
    reminder: Vec<Row>,
    pages: Vec<Page>,
    page: Page,
    /// How many rows of `page` are the reminder.
    reminded: usize,
}

impl<'a> Cut<'a> {
    fn new(flow: &'a Flow, room: Room, gap: usize) -> Self {
        let height = room.height.max(1);
        let mut reminder = flow.reminder.clone();
        if !reminder.is_empty() {
            reminder.push(Row::blank());
        }
        // It may take a third of the page, no more.
        if reminder.len() * 3 > height {
            reminder.clear();
        }
        Self { flow, height, gap, reminder, pages: Vec::new(), page: Page::default(), reminded: 0 }
    }

    fn run(mut self) -> Vec<Page> {
        for section in &self.flow.sections {
            let fits_here = self.used() + self.gap_before(self.gap) + section.height() <= self.height;
            let fits_fresh = self.reminder.len() + section.height() <= self.height;
            if !fits_here && fits_fresh {
                self.turn();
            }
            for (index, block) in section.blocks.iter().enumerate() {
                self.put(block, if index == 0 { self.gap } else { section.apart });
            }
        }
        if !self.is_fresh() || self.pages.is_empty() {
            self.pages.push(self.page);
        }
        self.pages
    }

    fn put(&mut self, block: &[Row], gap: usize) {
        let fits_here = self.used() + self.gap_before(gap) + block.len() <= self.height;
        if !fits_here && !self.is_fresh() {
            self.turn();
        }
        for _ in 0..self.gap_before(gap) {
            self.page.rows.push(Row::blank());
        }
        for row in block {
            if self.used() == self.height {
                self.turn();
            }
            self.page.rows.push(row.clone());
        }
    }

    fn turn(&mut self) {
        if self.is_fresh() {
            return;
        }
        let fresh = Page { rows: self.reminder.clone() };
        self.reminded = fresh.rows.len();
        self.pages.push(std::mem::replace(&mut self.page, fresh));
    }

    fn used(&self) -> usize {
        self.page.rows.len()
    }

    fn is_fresh(&self) -> bool {
        self.used() == self.reminded
    }

    fn gap_before(&self, gap: usize) -> usize {
        if self.is_fresh() { 0 } else { gap }
    }
}
