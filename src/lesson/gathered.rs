//! What the class gave, and what of it comes back: counts, endings, earlier answers, items to sort.

use crate::card::{Kind, LookBack, Sort};
use crate::lesson::answers::{Answer, Board, ItemId, Topic};
use crate::lesson::state::Lesson;
use crate::text::Text;

impl Lesson {
    /// What the endings of the story that was picked answer.
    pub(super) fn endings(&self, step: usize) -> Option<Topic> {
        self.path(step).picked().map(|story| Topic { step, story })
    }

    /// The hands or votes for an option.
    pub(super) fn counted(&self, topic: Topic, round: usize, option: ItemId) -> u16 {
        self.counts.get(&(topic, round, option)).copied().unwrap_or(0)
    }

    /// What a sort puts in columns. Answers of the class are sorted once they were shown; until then
    /// there is nothing to walk through.
    pub(super) fn items(&self, step: usize) -> Vec<(ItemId, &Text)> {
        match self.card.steps.get(step).map(|step| self.kind(step)) {
            Some(Kind::Sort(Sort { from: None, items, .. })) => {
                items.iter().enumerate().map(|(at, text)| (ItemId::listed(at), text)).collect()
            }
            Some(Kind::Sort(Sort { from: Some(_), .. })) => {
                let (shown, _) = self.returned_in_sight(step);
                shown.into_iter().map(|answer| (answer.id.into(), &answer.text)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The earlier answers that come back in `step`: those that may be seen, and those that wait to be shown.
    pub(super) fn returned_in_sight(&self, step: usize) -> (Vec<&Answer>, Vec<&Answer>) {
        let board = Board::Returned { step };
        self.returned_to(step).into_iter().partition(|answer| self.book.shows(board, answer.id))
    }

    /// The earlier answers that come back in `step`, to look back at or to sort.
    pub(super) fn returned_to(&self, step: usize) -> Vec<&Answer> {
        match self.card.steps.get(step).map(|step| &step.kind) {
            Some(Kind::LookBack(LookBack { from, .. }) | Kind::Sort(Sort { from: Some(from), .. })) => {
                self.book.to_step(*from).collect()
            }
            _ => Vec::new(),
        }
    }
}
