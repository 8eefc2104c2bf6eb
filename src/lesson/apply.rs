//! How each event changes a lesson.

use std::time::Duration;

use jiff::Timestamp;

use crate::card::Kind;
use crate::class::People;
use crate::lesson::Cover;
use crate::lesson::answers::{Answer, AnswerId};
use crate::lesson::command::Screen;
use crate::lesson::event::{Event, Record};
use crate::lesson::place::{Beat, MAX_PARTS, Part, Place};
use crate::lesson::state::{Lesson, Sitting, Standing};
use crate::lesson::timer::Clock;

impl Lesson {
    /// Makes it so. Cannot fail: what makes no sense here changes nothing.
    pub fn apply(&mut self, record: &Record) {
        let now = record.at.monotonic;
        let from = self.place;
        match &record.event {
            Event::LessonStarted { class, .. } => self.class.clone_from(class),
            Event::SittingOpened { people, groups, bell, screen, home, past } => {
                self.seat(people, groups, home.as_deref());
                self.remember(past.as_deref(), people, record.at.wall);
                self.enter(people.clone(), *bell, *screen);
            }
            Event::SittingResumed { lost } => {
                self.pause_all(self.last_monotonic() + *lost);
                self.leave();
            }
            Event::SittingClosed => {
                self.leave();
                self.standing = Standing::Away;
            }
            Event::LessonFinished => self.standing = Standing::Finished,
            Event::Moved { to } => {
                self.work();
                self.go(*to);
            }
            Event::Covered { cover } => self.lay(*cover),
            Event::Uncovered => self.uncover(),
            Event::WordingChanged { wording } => self.wording = *wording,
            Event::Shuffled { groups } => self.settle(groups),
            Event::Joined { pupil, groups } => self.join(*pupil, groups),
            Event::Left { pupil, groups } => self.part(*pupil, groups),
            Event::TurnGiven { turn } => self.give_turn(*turn),
            Event::TurnPassed { by, to } => self.pass_turn(*by, *to),
            Event::Counted { topic, round, option, count } => {
                self.counts.insert((*topic, *round, *option), *count);
            }
            Event::Sorted { step, item, column } => {
                self.sorted.insert((*step, *item), *column);
            }
            Event::StoryPicked { step, story } => self.pick_story(*step, *story),
            Event::ForkTaken { step, at, choice } => self.take_fork(*step, *at, *choice),
            active @ (Event::SituationPicked { .. }
            | Event::CardsDrawn { .. }
            | Event::PitchCalled { .. }
            | Event::PitchPassed { .. }) => self.get_up(active),
            Event::Undone { .. } => {}
            clock @ (Event::ClockStarted { .. }
            | Event::ClockPaused { .. }
            | Event::ClockChanged { .. }
            | Event::ClockRemoved { .. }
            | Event::ClockPlanned { .. }
            | Event::ClockJumped { .. }) => self.apply_to_clock(clock, now),
            Event::AnswerGiven { .. }
            | Event::AnswerRemoved { .. }
            | Event::AnswerShredded { .. }
            | Event::BoardShown { .. }
            | Event::BoardHidden { .. } => self.apply_to_book(record),
        }
        if record.event.is_undoable() {
            self.undoable.insert(record.seq, from);
        }
        self.last = Some(record.at);
    }

    fn apply_to_clock(&mut self, event: &Event, now: Duration) {
        self.jumped = matches!(event, Event::ClockJumped { .. });
        match event {
            Event::ClockStarted { part, left } => {
                self.active.play_on(*part);
                self.set_clock(*part, |clock| clock.start(*left, now));
            }
            Event::ClockPaused { part, left } | Event::ClockJumped { part, left } => {
                self.set_clock(*part, |clock| clock.pause(*left));
            }
            Event::ClockChanged { part, total, left } => {
                self.set_clock(*part, |clock| clock.change(*total, *left, now));
            }
            Event::ClockPlanned { part, total } => self.set_clock(*part, |clock| clock.plan(*total)),
            Event::ClockRemoved { part } => self.set_clock(*part, Clock::remove),
            _ => {}
        }
    }

    fn set_clock(&mut self, part: Part, set: impl FnOnce(&mut Clock)) {
        if self.exists(Place::Step { step: part.step, beat: 0 }) && part.part < MAX_PARTS {
            let planned = self.planned(part).unwrap_or_default();
            set(self.clocks.entry(part).or_insert_with(|| Clock::ready(planned)));
        }
    }

    fn apply_to_book(&mut self, record: &Record) {
        match &record.event {
            Event::AnswerGiven { topic, group, authors, text, rank } => self.book.add(Answer {
                id: AnswerId(record.seq),
                topic: *topic,
                group: *group,
                authors: authors.clone(),
                text: text.clone(),
                rank: *rank,
                removed_by: None,
            }),
            Event::AnswerRemoved { id } => {
                self.book.remove(*id, record.seq);
            }
            Event::AnswerShredded { id } => self.shred(*id, record.seq),
            Event::BoardShown { board } => self.book.show(*board, AnswerId(record.seq)),
            Event::BoardHidden { board } => self.book.hide(*board),
            _ => {}
        }
    }

    /// A record that was undone: the text of an answer still stands in it.
    pub(super) fn discard(&mut self, record: &Record) {
        if matches!(&record.event, Event::AnswerGiven { text, .. } if !text.is_empty()) {
            self.discarded.insert(AnswerId(record.seq));
        }
    }

    /// Neither the giving nor the taking off of what is gone for good can be undone.
    fn shred(&mut self, id: AnswerId, by: u64) {
        self.discarded.remove(&id);
        self.undoable.remove(&id.0);
        if let Some(removed_by) = self.book.remove(id, by) {
            self.undoable.remove(&removed_by);
        }
    }

    fn go(&mut self, to: Place) {
        if !self.exists(to) {
            return;
        }
        self.jumped = false;
        self.uncover();
        self.place = to;
        if to.rank() > self.furthest.rank() {
            self.furthest = to;
        }
    }

    fn pick_story(&mut self, step: usize, story: usize) {
        let mut path = self.path(step);
        if let Some(Kind::Story(stories)) = self.card.steps.get(step).map(|step| &step.kind)
            && let Some(the_story) = stories.stories.get(story)
        {
            path.pick(story, the_story);
        }
        self.stories.insert(step, path);
        if let Some(place) = self.place_of(step, Beat::Fragment(1)) {
            self.go(place);
        }
    }

    fn take_fork(&mut self, step: usize, at: usize, choice: usize) {
        let mut path = self.path(step);
        if let Some(story) = self.story(step) {
            path.take(story, at, choice);
        }
        self.stories.insert(step, path);
        if let Some(place) = self.place_of(step, Beat::Scene(at.saturating_add(1))) {
            self.go(place);
        }
    }

    fn get_up(&mut self, event: &Event) {
        self.active.apply(event);
        if let Some(place) = self.beat_after(event).and_then(|(step, beat)| self.place_of(step, beat)) {
            self.go(place);
        }
    }

    fn lay(&mut self, cover: Cover) {
        self.cover = Some(cover);
        if let (Cover::Freeze, Some(part)) = (cover, self.part_at(self.place)) {
            self.active.freeze(part);
        }
    }

    fn uncover(&mut self) {
        self.cover = None;
        self.turns.end();
    }

    /// A new les: the class comes in.
    fn enter(&mut self, people: People, bell: Option<Timestamp>, screen: Screen) {
        self.leave();
        let number = self.sitting.as_ref().map_or(1, |sitting| sitting.number + 1);
        let resume = self.resume();
        self.sitting = Some(Sitting { people, bell, screen, resume, number });
        self.standing = Standing::InClass;
        self.place = Place::Start;
        if let Place::Closing { before } = self.furthest
            && before < self.card.steps.len()
        {
            self.furthest = Place::Step { step: before, beat: 0 };
        }
    }

    /// Where the class goes on in a new les.
    fn resume(&self) -> Place {
        match (self.place, self.sitting.as_ref()) {
            (Place::Start, Some(sitting)) => sitting.resume,
            (Place::Start, None) => Place::Step { step: 0, beat: 0 },
            (Place::Closing { before }, _) if before < self.card.steps.len() => {
                Place::Step { step: before, beat: 0 }
            }
            (place, _) => place,
        }
    }

    /// Nobody looks any more: what lay open is closed.
    fn leave(&mut self) {
        self.pause_all(self.last_monotonic());
        self.jumped = false;
        self.uncover();
        self.book.hide_all();
    }

    fn pause_all(&mut self, at: Duration) {
        for clock in self.clocks.values_mut().filter(|clock| clock.is_running()) {
            clock.pause(clock.left(at));
        }
    }

    fn last_monotonic(&self) -> Duration {
        self.last.map(|last| last.monotonic).unwrap_or_default()
    }
}
