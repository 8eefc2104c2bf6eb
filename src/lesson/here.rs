//! The step where the class is, and what can be answered, counted, shown and hidden there.

use crate::card::{Kind, Line, Sort, Step};
use crate::lesson::answers::{Board, ItemId, Topic};
use crate::lesson::place::{Beat, Part, Place};
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;

/// The step where the class is. Worked out once for each scene and each wish.
#[derive(Clone, Copy)]
pub struct Here<'lesson> {
    lesson: &'lesson Lesson,
    /// Its number, from 0.
    pub step: usize,
    pub the_step: &'lesson Step,
    /// How far the class is in it.
    pub beat: Beat,
}

/// What `Command::Count` fills now.
pub struct Counting {
    pub topic: Topic,
    /// 0, and 1 in a second round.
    pub round: usize,
    /// The options on the screen, in order.
    pub options: Vec<ItemId>,
}

impl Lesson {
    /// None on the start, closing and end screens.
    pub(super) fn here(&self) -> Option<Here<'_>> {
        let Place::Step { step, beat } = self.place else { return None };
        Some(Here {
            lesson: self,
            step,
            the_step: self.card.steps.get(step)?,
            beat: self.beat_at(step, beat)?,
        })
    }

    /// What `o` shows or hides now.
    pub(super) fn board(&self) -> Option<Board> {
        if self.place == Place::End { Some(Board::Gathered) } else { self.here()?.board() }
    }
}

impl<'lesson> Here<'lesson> {
    /// What the step shows, in the wording that is set.
    pub fn kind(self) -> &'lesson Kind {
        self.the_step.worded(self.lesson.wording)
    }

    pub fn part(self) -> Part {
        Part { step: self.step, part: self.beat.part() }
    }

    /// What an answer that is given here answers.
    pub fn topic(self) -> Option<Topic> {
        match (&self.the_step.kind, self.beat) {
            (Kind::Question(_) | Kind::NextStep(_), _) | (Kind::LookBack(_), Beat::Round(_)) => {
                Some(self.asked())
            }
            (
                Kind::Story(_),
                Beat::InventEndings | Beat::ChooseOneEnding | Beat::TellEndings | Beat::Vote | Beat::ActOut,
            ) => self.lesson.endings(self.step),
            _ => None,
        }
    }

    /// As `topic`, or why nothing can be answered now.
    pub fn answerable(self) -> Result<Topic, Refusal> {
        let is_before =
            matches!((&self.the_step.kind, self.beat), (Kind::Story(_), Beat::PickStory | Beat::Fragment(_)))
                || matches!((&self.the_step.kind, self.beat), (Kind::LookBack(_), Beat::Returned));
        let why = if is_before { Refusal::AnswersLater } else { Refusal::NoAnswersHere };
        self.topic().ok_or(why)
    }

    fn board(self) -> Option<Board> {
        match (self.beat, &self.the_step.kind) {
            (Beat::Returned, _) | (Beat::Item(_) | Beat::Heaps, Kind::Sort(Sort { from: Some(_), .. })) => {
                Some(Board::Returned { step: self.step })
            }
            (Beat::Round(beat), Kind::Choice(_) | Kind::Line(_)) => {
                Some(Board::Counts { topic: self.asked(), round: round_of(beat) })
            }
            (Beat::Round(_), _) => Some(Board::Answers(self.asked())),
            (Beat::InventEndings | Beat::ChooseOneEnding | Beat::TellEndings, _) => {
                self.topic().map(Board::Answers)
            }
            (Beat::Vote | Beat::ActOut, _) => {
                let topic = self.topic()?;
                // The endings come before the votes for them.
                let endings = Board::Answers(topic);
                let votes = Board::Counts { topic, round: 0 };
                Some(if self.lesson.shown(endings) { votes } else { endings })
            }
            _ => None,
        }
    }

    /// What is counted by hand here.
    pub fn counting(self) -> Option<Counting> {
        match (self.beat, &self.the_step.kind) {
            (Beat::Round(beat), Kind::Choice(choice)) if beat != TALK => Some(Counting {
                topic: self.asked(),
                round: round_of(beat),
                options: (0..choice.options.len()).map(ItemId::listed).collect(),
            }),
            (Beat::Round(beat), Kind::Line(_)) if beat != TALK => Some(Counting {
                topic: self.asked(),
                round: round_of(beat),
                options: (0..Line::PLACES).map(ItemId::listed).collect(),
            }),
            (Beat::Vote, _) => {
                let topic = self.topic()?;
                let endings = self.lesson.book.by_chance(topic);
                Some(Counting {
                    topic,
                    round: 0,
                    options: endings.into_iter().map(|ending| ending.id.into()).collect(),
                })
            }
            _ => None,
        }
    }

    /// All hands or votes of the round that is counted here.
    pub fn hands(self) -> u32 {
        let Some(Counting { topic, round, options }) = self.counting() else { return 0 };
        options.iter().map(|option| u32::from(self.lesson.counted(topic, round, *option))).sum()
    }

    /// The one question of a step without stories.
    fn asked(self) -> Topic {
        Topic { step: self.step, story: 0 }
    }
}

/// Between the two rounds of a choice the class talks.
const TALK: usize = 1;

/// The round of counts that a beat of a choice belongs to.
pub fn round_of(beat: usize) -> usize {
    usize::from(beat > TALK)
}
