//! Pages: what the class reads at one step, cut by sense so that nothing is lost and nothing scrolls.

use crate::tui::widgets::row::{Mark, Row, marked};

/// Rows that fill the body of the class view once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    /// Of a later page: the section, and the block of it, that it begins with. None within a block.
    pub begins: Option<(usize, usize)>,
}

impl Page {
    fn holds(&self, mark: Mark) -> bool {
        self.rows.iter().any(|row| row.mark == mark)
    }
}

/// What belongs together. A page ends between sections where it can, else between blocks.
#[must_use]
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Rows that are parted only when they are higher than a page.
    pub blocks: Vec<Vec<Row>>,
    /// Empty rows between blocks.
    pub apart: usize,
    /// So many more where there is room.
    pub air: usize,
    /// What these rows are made of: blank, or a line that goes on.
    pub between: Row,
    /// Nothing else stands on its page.
    pub is_alone: bool,
    /// Its blocks are compared: they are rather small than on more pages.
    pub is_compared: bool,
    /// So many blocks are the sentence: later pages remind of it.
    pub sentence: usize,
}

/// All that is to be read, in order.
#[must_use]
#[derive(Debug, Clone, Default)]
pub struct Flow {
    pub sections: Vec<Section>,
    /// The sentence again, small: above each page after it.
    pub reminder: Vec<Row>,
    /// Empty rows between sections, besides the one or two that are always there.
    pub apart: usize,
    /// So many sections are of no use apart: they stand on the first page, if it can be, before the
    /// others are thought of. 0: all.
    pub heart: usize,
    /// What stands with the sentence was read before, or is of no use apart from it: it may be small.
    pub is_known: bool,
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
        Self::blocks(vec![rows], 0)
    }

    pub fn blocks(blocks: Vec<Vec<Row>>, apart: usize) -> Self {
        Self { blocks, apart, ..Self::default() }
    }

    /// With a row of air between blocks where there is room.
    pub fn airy(self) -> Self {
        Self { air: 1, ..self }
    }

    /// Of blocks that are compared: where there is no room, nothing is between them.
    pub fn compared(self) -> Self {
        Self { is_compared: true, apart: 0, air: self.apart + self.air, ..self }
    }

    /// Of blocks of which one is picked: where there is no room, nothing is between them.
    pub fn picked(self) -> Self {
        Self { apart: 0, air: self.apart.max(self.air), ..self }
    }

    pub fn height(&self, gaps: Gaps) -> usize {
        let rows: usize = self.blocks.iter().map(Vec::len).sum();
        rows + self.apart(gaps) * self.blocks.len().saturating_sub(1)
    }

    fn apart(&self, gaps: Gaps) -> usize {
        let air = match gaps {
            Gaps::Roomy => self.air,
            Gaps::Even => self.air.min(1),
            Gaps::Tight => 0,
        };
        self.apart + air
    }
}

impl Flow {
    pub fn with(mut self, section: Section) -> Self {
        if section.height(Gaps::Tight) > 0 {
            self.sections.push(section);
        }
        self
    }

    /// Whether no block is higher than a page.
    pub fn is_whole(&self, room: Room) -> bool {
        self.sections.iter().flat_map(|section| &section.blocks).all(|block| block.len() <= room.height)
    }

    /// Whether all that is compared stands on one page.
    pub fn compares(&self, room: Room) -> bool {
        let mut compared = self.sections.iter().filter(|section| section.is_compared);
        compared.all(|section| section.height(Gaps::Tight) <= room.height)
    }

    /// Whether all of the sentence was before this block, and no list goes on with it.
    pub fn is_after_sentence(&self, (section, block): (usize, usize)) -> bool {
        let rest = self.sections.get(section..).unwrap_or_default();
        rest.split_first().is_some_and(|(first, later)| {
            block == first.sentence && later.iter().all(|section| section.sentence == 0)
        })
    }

    /// The pages of what comes from this block on, under the reminder.
    pub fn later_pages(&self, (section, block): (usize, usize), room: Room) -> Vec<Page> {
        let mut sections = self.sections.get(section..).unwrap_or_default().to_vec();
        if let Some(first) = sections.first_mut() {
            first.blocks.drain(..block.min(first.blocks.len()));
            first.sentence = 0;
        }
        let rest = Self { sections, heart: 0, reminder: self.reminder.clone(), ..*self };
        rest.weighed(room, |gaps| Cut::new(&rest, room, gaps).reminding().run())
    }

    /// How many sections go on over a page.
    pub fn parted(&self, room: Room, gaps: Gaps) -> usize {
        self.sections.iter().filter(|section| section.height(gaps) > room.height).count()
    }

    /// The pages, at least one: with air where that takes no more of them.
    pub fn pages(&self, room: Room) -> Vec<Page> {
        self.weighed(room, |gaps| Cut::new(self, room, gaps).run())
    }

    fn weighed(&self, room: Room, cut: impl Fn(Gaps) -> Vec<Page>) -> Vec<Page> {
        let parted = self.parted(room, Gaps::Tight);
        let airy = Gaps::AIRY.into_iter().filter(|gaps| self.parted(room, *gaps) <= parted);
        airiest(airy.map(&cut), cut(Gaps::Tight))
    }

    /// All on one page; None when that does not fit.
    pub fn on_one(&self, room: Room, gaps: Gaps) -> Option<Vec<Page>> {
        let together = self.sections.len() < 2 || !self.sections.iter().any(|section| section.is_alone);
        (together && height(&self.sections, self.gap(gaps), gaps) <= room.height)
            .then(|| Cut::new(self, room, gaps).run())
    }

    /// Between sections.
    fn gap(&self, gaps: Gaps) -> usize {
        self.apart + if gaps == Gaps::Roomy { 2 } else { 1 }
    }

    /// Whether it has a list that is better read with air.
    pub fn wants_air(&self) -> bool {
        self.sections.iter().any(|section| section.air > 0)
    }

    /// The heart of it on the first page; None when that does not fit, or a block has to be cut.
    pub fn heart_first(&self, room: Room, gaps: Gaps) -> Option<Vec<Page>> {
        let heart = self.sections.get(..self.heart).unwrap_or(&self.sections);
        let is_on_one = height(heart, self.gap(gaps), gaps) <= room.height;
        (self.heart > 0 && is_on_one && self.is_whole(room)).then(|| Cut::new(self, room, gaps).run())
    }
}

/// With air, unless that takes more pages, or the place of the sentence above them.
pub fn airiest(mut airy: impl Iterator<Item = Vec<Page>>, tight: Vec<Page>) -> Vec<Page> {
    airy.find(|pages| costs_nothing(pages, &tight)).unwrap_or(tight)
}

/// Whether these pages are no more than the others, and the sentence stands above as many of them.
pub fn costs_nothing(pages: &[Page], others: &[Page]) -> bool {
    let reminded = |pages: &[Page]| pages.iter().filter(|page| page.holds(Mark::Again)).count();
    pages.len() <= others.len() && reminded(pages) >= reminded(others)
}

/// Of sections on one page.
fn height(sections: &[Section], gap: usize, gaps: Gaps) -> usize {
    let rows: usize = sections.iter().map(|section| section.height(gaps)).sum();
    rows + gap * sections.len().saturating_sub(1)
}

/// How much stays empty between what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    Roomy,
    /// Between blocks a row at most.
    Even,
    Tight,
}

impl Gaps {
    pub const AIRY: [Self; 2] = [Self::Roomy, Self::Even];
}

/// The page to open: the one with what is newest.
pub fn opening(pages: &[Page]) -> usize {
    page_of(pages, Mark::Newest).unwrap_or(0)
}

/// The page that holds this mark.
pub fn page_of(pages: &[Page], mark: Mark) -> Option<usize> {
    pages.iter().position(|page| page.holds(mark))
}

struct Cut<'a> {
    flow: &'a Flow,
    height: usize,
    gaps: Gaps,
    /// Between sections.
    gap: usize,
    reminder: Vec<Row>,
    /// Whether the sentence was read.
    reminds: bool,
    pages: Vec<Page>,
    page: Page,
    /// How many rows of `page` are the reminder.
    reminded: usize,
    /// The section and the block that come next; None within a block.
    at: Option<(usize, usize)>,
}

impl<'a> Cut<'a> {
    fn new(flow: &'a Flow, room: Room, gaps: Gaps) -> Self {
        let gap = flow.gap(gaps);
        let height = room.height.max(1);
        let mut reminder = marked(flow.reminder.clone(), Mark::Again);
        if !reminder.is_empty() {
            reminder.push(Row::blank());
        }
        // It may take a third of the page, no more.
        if reminder.len() * 3 > height {
            reminder.clear();
        }
        let reminds = flow.sections.iter().all(|section| section.sentence == 0);
        let (pages, page) = (Vec::new(), Page::default());
        Self { flow, height, gaps, gap, reminder, reminds, pages, page, reminded: 0, at: None }
    }

    /// From the page after the sentence on.
    fn reminding(mut self) -> Self {
        self.page.rows.clone_from(&self.reminder);
        self.reminded = self.reminder.len();
        self
    }

    fn run(mut self) -> Vec<Page> {
        let mut after_alone = false;
        for (number, section) in self.flow.sections.iter().enumerate() {
            self.at = Some((number, 0));
            if section.is_alone || after_alone {
                self.turn();
            }
            after_alone = section.is_alone;
            let height = section.height(self.gaps);
            let (gap, most) = (self.gap_before(self.gap), self.height);
            let goes_after = |used: usize, gap: usize| used + gap + height <= most;
            if !goes_after(self.used(), gap) {
                // A list is rather whole, or with what was left of the sentence, than under the reminder.
                let is_whole_alone = goes_after(self.used() - self.reminded, gap);
                if is_whole_alone && (self.is_fresh() || self.begins_with_left_over()) {
                    self.forget();
                } else if goes_after(0, 0) {
                    self.turn();
                    if !goes_after(self.used(), 0) {
                        self.forget();
                    }
                }
            }
            for (index, block) in section.blocks.iter().enumerate() {
                self.at = Some((number, index));
                if index == 0 {
                    self.put(block, self.gap, &Row::blank());
                } else {
                    self.put(block, section.apart(self.gaps), &section.between);
                }
                self.reminds |= index + 1 == section.sentence;
            }
        }
        if !self.is_fresh() || self.pages.is_empty() {
            self.pages.push(self.page);
        }
        self.pages
    }

    fn put(&mut self, block: &[Row], gap: usize, between: &Row) {
        let fits_here = self.used() + self.gap_before(gap) + block.len() <= self.height;
        if !fits_here && !self.is_fresh() {
            self.turn();
        }
        // Rather without the reminder than cut.
        if self.is_fresh() && self.used() + block.len() > self.height && block.len() <= self.height {
            self.forget();
        }
        for _ in 0..self.gap_before(gap) {
            self.page.rows.push(between.clone());
        }
        for row in block {
            if self.used() == self.height {
                self.at = None;
                self.turn();
            }
            self.page.rows.push(row.clone());
        }
    }

    fn turn(&mut self) {
        if self.is_fresh() {
            return;
        }
        let rows = if self.reminds { self.reminder.clone() } else { Vec::new() };
        let fresh = Page { rows, begins: self.at };
        self.reminded = fresh.rows.len();
        self.pages.push(std::mem::replace(&mut self.page, fresh));
    }

    /// Leaves the reminder out.
    fn forget(&mut self) {
        self.page.rows.drain(..self.reminded);
        self.reminded = 0;
    }

    fn used(&self) -> usize {
        self.page.rows.len()
    }

    fn is_fresh(&self) -> bool {
        self.used() == self.reminded
    }

    /// Whether the page begins with what stands under the sentence and did not go there.
    fn begins_with_left_over(&self) -> bool {
        let Some((section, block)) = self.page.begins else { return false };
        block > 0 && self.flow.sections.get(section).is_some_and(|section| section.sentence == block)
    }

    fn gap_before(&self, gap: usize) -> usize {
        if self.is_fresh() { 0 } else { gap }
    }
}
