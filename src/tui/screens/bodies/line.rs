//! A line from 1 to 5: where to stand, and once it may be seen how many stand where.

use crate::card::Line;
use crate::card::active::meaning;
use crate::lesson::{ChoiceView, Choosable, Doing, LineView};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::bars;
use crate::tui::widgets::row::{Row, beside, level};

use super::what_to_do;

impl Pen<'_> {
    pub(super) fn line_of_places(&self, line: &LineView) -> Flow {
        let mut flow = Flow::default().with(self.asked(&line.sentence, how(line)));
        flow.reminder = self.reminder(&line.sentence);
        flow.heart = 2;
        // Counts are compared, and a place means nothing without the sentence: rather small than apart.
        flow.is_known = true;
        let places = if line.counts.is_empty() { self.places(line) } else { self.stood(line) };
        flow.with(places).with(self.help(&line.help)).with(self.starters(&line.starters))
    }

    /// How many stand at each place, as bars.
    fn stood(&self, line: &LineView) -> Section {
        let place = |(place, letter): (usize, char)| Choosable {
            letter,
            text: meaning(&line.ends, place).cloned().unwrap_or_default(),
            answer: None,
            counts: line.counts.iter().filter_map(|round| round.get(place)).copied().collect(),
        };
        let choice = ChoiceView {
            sentence: Text::default(),
            doing: Doing::AsAsked,
            options: ('1'..).take(Line::PLACES).enumerate().map(place).collect(),
            help: Vec::new(),
            starters: Vec::new(),
            rounds: line.counts.len(),
            counting: None,
        };
        Section::blocks(bars::options(&choice, self), self.gap()).compared()
    }

    /// The line with its numbers, drawn as long as the screen is wide, and what its ends mean.
    fn places(&self, line: &LineView) -> Section {
        let each = self.room.width / Line::PLACES;
        let numbers = (1..=Line::PLACES).map(|place| self.text(Role::Strong, &place.to_string(), each));
        let numbers: Vec<Vec<Row>> = numbers.collect();
        let last = numbers.last().into_iter().flatten().map(Row::width).max().unwrap_or(1);
        // The last number stands at the right edge of the line.
        let apart = self.room.width.saturating_sub(last) / (Line::PLACES - 1);
        let long = apart * (Line::PLACES - 1) + last;
        let glyphs = self.glyphs();
        let rule = Row::new(Role::Bar, if self.is_plain() { glyphs.rule } else { glyphs.low }.repeat(long));
        let mut drawn = beside(numbers, apart);
        drawn.push(rule);
        drawn.extend(vec![Row::blank(); self.gap()]);
        drawn.extend(self.ends(line, long));
        Section::block(drawn)
    }

    /// At both ends where that goes on one line, else one under the other.
    fn ends(&self, line: &LineView, long: usize) -> Vec<Row> {
        let [Some(first), Some(last)] = [line.ends.first(), line.ends.last()] else { return Vec::new() };
        let whole = |text: &Text| self.lines(Role::Text, text, self.sizes.body, usize::MAX / 8);
        let (left, right) = (whole(first), whole(last));
        if left.width() + right.width() + self.wide(3) <= long {
            let apart = long.saturating_sub(right.width());
            return level(vec![left, right], apart).rows;
        }
        let lines = [("1", Role::Text, &**first), ("5", Role::Text, &**last)];
        self.labelled(&lines, Role::Strong, long).concat()
    }
}

/// What the class does now. What is personal is written down and folded; nobody stands anywhere.
pub fn how(line: &LineView) -> &'static str {
    match (line.personal, line.doing) {
        (false, doing) => what_to_do(doing),
        (true, Doing::TakeAPlace) => "Schrijf jouw cijfer op een papiertje. Vouw het dicht.",
        (true, Doing::TalkOfPlaces) => "Praat over de stelling. Je eigen cijfer hoef je niet te zeggen.",
        (true, _) => "Schrijf nu nog een keer een cijfer. Vouw het dicht.",
    }
}
