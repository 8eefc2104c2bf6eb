//! What can be answered, counted, shown and hidden where the class is.

use crate::card::{Kind, LookBack, Sort};
use crate::lesson::answers::{Answer, Board, ItemId, Topic};
use crate::lesson::place::{Beat, Place};
use crate::lesson::state::Lesson;
use crate::text::Text;

/// What `Command::Count` fills now.
pub struct Counting {
    pub topic: Topic,
    /// 0, and 1 in a second round.
    pub round: usize,
    /// The options on the screen, in order.
    pub options: Vec<ItemId>,
}

impl Lesson {
    /// What an answer that is given here answers.
    pub(super) fn topic(&self) -> Option<Topic> {
        let (step, the_step, beat) = self.here()?;
        match (&the_step.kind, beat) {
            (Kind::Question(_) | Kind::NextStep(_), _) | (Kind::LookBack(_), Beat::Round(_)) => {
                Some(Topic { step, story: 0 })
            }
            (
                Kind::Story(_),
                Beat::InventEndings | Beat::ChooseOneEnding | Beat::TellEndings | Beat::Vote | Beat::ActOut,
            ) => self.endings(step),
            _ => None,
        }
    }

    /// What the endings of the story that was picked answer.
    pub(super) fn endings(&self, step: usize) -> Option<Topic> {
        self.path(step).picked().map(|story| Topic { step, story })
    }

    /// What `o` shows or hides here.
    pub(super) fn board(&self) -> Option<Board> {
        if self.place == Place::End {
            return Some(Board::Gathered);
        }
        let (step, the_step, beat) = self.here()?;
        let asked = Topic { step, story: 0 };
        match (beat, &the_step.kind) {
            (Beat::Returned, _) | (Beat::Item(_) | Beat::Heaps, Kind::Sort(Sort { from: Some(_), .. })) => {
                Some(Board::Returned { step })
            }
            (Beat::Round(beat), Kind::Choice(_)) => {
                Some(Board::Counts { topic: asked, round: round_of(beat) })
            }
            (Beat::Round(_), _) => Some(Board::Answers(asked)),
            (Beat::InventEndings | Beat::ChooseOneEnding | Beat::TellEndings, _) => {
                self.topic().map(Board::Answers)
            }
            (Beat::Vote | Beat::ActOut, _) => {
                let topic = self.topic()?;
                // The endings come before the votes for them.
                let endings = Board::Answers(topic);
                let votes = Board::Counts { topic, round: 0 };
                Some(if self.shown(endings) { votes } else { endings })
            }
            _ => None,
        }
    }

    /// What is counted by hand here.
    pub(super) fn counting(&self) -> Option<Counting> {
        let (step, the_step, beat) = self.here()?;
        match (beat, &the_step.kind) {
            (Beat::Round(beat), Kind::Choice(choice)) if beat != TALK => Some(Counting {
                topic: Topic { step, story: 0 },
                round: round_of(beat),
                options: (0..choice.options.len()).map(ItemId::listed).collect(),
            }),
            (Beat::Vote, _) => {
                let topic = self.topic()?;
                let options = self.book.by_chance(topic).into_iter().map(|answer| answer.id.into()).collect();
                Some(Counting { topic, round: 0, options })
            }
            _ => None,
        }
    }

    /// All hands or votes of the round that is counted here.
    pub(super) fn hands(&self) -> u32 {
        let Some(Counting { topic, round, options }) = self.counting() else { return 0 };
        options.iter().map(|option| u32::from(self.counted(topic, round, *option))).sum()
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

/// Between the two rounds of a choice the class talks.
const TALK: usize = 1;

/// The round of counts that a beat of a choice belongs to.
pub fn round_of(beat: usize) -> usize {
    usize::from(beat > TALK)
}
