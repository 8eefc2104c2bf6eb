//! Answers are given, taken off, shown and hidden.

use std::collections::BTreeSet;

use rand::Rng;

use crate::class::GroupNumber;
use crate::lesson::answers::{AnswerId, Board, MAX_ANSWER, MAX_ANSWERS};
use crate::lesson::event::Event;
use crate::lesson::here::Here;
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;
use crate::text::Text;

pub fn give(lesson: &Lesson, number: GroupNumber, text: Text, rng: &mut impl Rng) -> Result<Event, Refusal> {
    let topic = lesson.here().map_or(Err(Refusal::NoAnswersHere), Here::answerable)?;
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

pub fn shred(lesson: &Lesson, id: AnswerId) -> Result<Event, Refusal> {
    known(lesson, id).map(|()| Event::AnswerShredded { id })
}

/// What was taken off, or taken back by undo, still stands in the journal.
pub fn empty_bin(lesson: &Lesson) -> Result<Vec<Event>, Refusal> {
    let ids: BTreeSet<AnswerId> = lesson.book.removed().chain(lesson.discarded.iter().copied()).collect();
    if ids.is_empty() {
        return Err(Refusal::EmptyBin);
    }
    Ok(ids.into_iter().map(|id| Event::AnswerShredded { id }).collect())
}

fn known(lesson: &Lesson, id: AnswerId) -> Result<(), Refusal> {
    if lesson.book.contains(id) { Ok(()) } else { Err(Refusal::NoSuchAnswer) }
}

pub fn toggle(lesson: &Lesson) -> Result<Event, Refusal> {
    let board = lesson.board().ok_or(Refusal::NothingToShow)?;
    let on_it: Vec<AnswerId> = match board {
        Board::Answers(topic) => lesson.book.to(topic).map(|answer| answer.id).collect(),
        Board::Returned { step } => lesson.returned_to(step).iter().map(|answer| answer.id).collect(),
        Board::Gathered => lesson.book.all().map(|answer| answer.id).collect(),
        // Counts are a board of their own, with or without hands.
        Board::Counts { .. } => Vec::new(),
    };
    let has_new = on_it.iter().any(|id| !lesson.book.shows(board, *id));
    if lesson.shown(board) && !has_new {
        return Ok(Event::BoardHidden { board });
    }
    let has_none = on_it.is_empty() && matches!(board, Board::Answers(_) | Board::Returned { .. });
    if has_none { Err(Refusal::NothingToShow) } else { Ok(Event::BoardShown { board }) }
}
