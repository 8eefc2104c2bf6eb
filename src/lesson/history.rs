//! All that happened in a lesson, and the lesson that follows from it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::card::Card;
use crate::lesson::answers::AnswerId;
use crate::lesson::event::{Event, Moment, Record};
use crate::lesson::state::Lesson;

/// Records and their reading; the one way in which a lesson comes about.
#[derive(Debug, Clone)]
pub struct History {
    records: Vec<Record>,
    lesson: Lesson,
}

impl History {
    pub fn new(card: Arc<Card>) -> Self {
        Self { records: Vec::new(), lesson: Lesson::new(card) }
    }

    /// The lesson that these records tell of.
    pub fn replay(card: Arc<Card>, records: Vec<Record>) -> Self {
        let lesson = read(card, &records);
        Self { records, lesson }
    }

    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// What happened at `at`, in order; returns the new records.
    pub fn append(&mut self, at: Moment, events: Vec<Event>) -> &[Record] {
        let known = self.records.len();
        let mut changes_the_past = false;
        for event in events {
            let seq = self.records.last().map_or(1, |last| last.seq + 1);
            changes_the_past |= matches!(event, Event::Undone { .. } | Event::AnswerShredded { .. });
            if let Event::AnswerShredded { id } = event {
                self.shred(id);
            }
            self.records.push(Record { seq, at, event });
        }
        let new = self.records.get(known..).unwrap_or_default();
        if changes_the_past {
            self.lesson = read(Arc::clone(&self.lesson.card), &self.records);
        } else {
            for record in new {
                self.lesson.apply(record);
            }
        }
        new
    }

    /// The text of the answer goes out of the record that gave it.
    fn shred(&mut self, id: AnswerId) {
        let given = self.records.binary_search_by_key(&id.0, |record| record.seq);
        if let Some(record) = given.ok().and_then(|at| self.records.get_mut(at)) {
            record.shred(id);
        }
    }
}

/// Reads the records; those that were undone count for nothing but what they left in the journal.
fn read(card: Arc<Card>, records: &[Record]) -> Lesson {
    let undone: BTreeSet<u64> = records
        .iter()
        .filter_map(|record| match record.event {
            Event::Undone { of } => Some(of),
            _ => None,
        })
        .collect();
    let mut lesson = Lesson::new(card);
    for record in records {
        if undone.contains(&record.seq) {
            lesson.discard(record);
        } else {
            lesson.apply(record);
        }
    }
    lesson
}
