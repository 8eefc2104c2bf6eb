//! Answers are given, taken off, shown and hidden.

use rand::Rng;

use crate::class::GroupNumber;
use crate::lesson::answers::{AnswerId, Board, MAX_ANSWER, MAX_ANSWERS};
use crate::lesson::event::Event;
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;
use crate::text::Text;

pub fn give(lesson: &Lesson, number: GroupNumber, text: Text, rng: &mut impl Rng) -> Result<Event, Refusal> {
    let topic = lesson.topic().ok_or(Refusal::NoAnswersHere)?;
    let last = lesson.groups().iter().map(|group| group.number.0).max().unwrap_or(0);
    let group = lesson.groups().iter().find(|group| group.number == number);
    let group = group.ok_or(Refusal::NoSuchGroup(number.0, last))?;
    if text.is_empty() {
        return Err(Refusal::EmptyAnswer);
    }
    if text.chars().count() > MAX_ANSWER {
        return Err(Refusal::LongAnswer);
    }
    if lesson.book.to(topic).count() >= MAX_ANSWERS {
        return Err(Refusal::ManyAnswers);
    }
    let authors = if lesson.has_names() { lesson.present(group) } else { Vec::new() };
    Ok(Event::AnswerGiven { topic, group: number, authors, text, rank: rng.next_u32() })
}

pub fn remove(lesson: &Lesson, id: AnswerId) -> Result<Event, Refusal> {
    known(lesson, id).map(|()| Event::AnswerRemoved { id })
}

/// Also one that was taken off before: its text still stands in the journal.
pub fn shred(lesson: &Lesson, id: AnswerId) -> Result<Event, Refusal> {
    if lesson.book.was_given(id) { Ok(Event::AnswerShredded { id }) } else { Err(Refusal::NoSuchAnswer) }
}

fn known(lesson: &Lesson, id: AnswerId) -> Result<(), Refusal> {
    if lesson.book.contains(id) { Ok(()) } else { Err(Refusal::NoSuchAnswer) }
}

pub fn toggle(lesson: &Lesson) -> Result<Event, Refusal> {
    let board = lesson.board().ok_or(Refusal::NothingToShow)?;
    if lesson.shown(board) {
        return Ok(Event::BoardHidden { board });
    }
    let is_empty = match board {
        Board::Answers(topic) => lesson.book.to(topic).next().is_none(),
        Board::Returned { step } => lesson.returned_to(step).is_empty(),
        Board::Counts { .. } | Board::Gathered => false,
    };
    if is_empty { Err(Refusal::NothingToShow) } else { Ok(Event::BoardShown { board }) }
}
