//! All that happened in a lesson, and the lesson that follows from it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::card::Card;
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
        for event in events {
            let seq = self.records.last().map_or(1, |last| last.seq + 1);
            let record = Record { seq, at, event };
            let rereads = match &record.event {
                Event::Undone { .. } => true,
                Event::AnswerShredded { id } => {
                    self.records.iter_mut().for_each(|earlier| earlier.shred(*id));
                    true
                }
                _ => false,
            };
            if !rereads {
                self.lesson.apply(&record);
            }
            self.records.push(record);
            if rereads {
                self.lesson = read(Arc::clone(&self.lesson.card), &self.records);
            }
        }
        self.records.get(known..).unwrap_or_default()
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
