//! Who sits with whom, and who gets a turn: laws, and a whole year of it.

mod laws;
mod year;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use lesloper::card::Card;
use lesloper::class::{Day, Group, Past, People, Pupil};
use lesloper::lesson::{Command, Event, History, Lesson, Moment, Opening, Screen, decide};
use lesloper::text::Text;

/// A class that has lesson after lesson, each with a reeks of its own.
struct Class {
    card: Arc<Card>,
    everyone: BTreeSet<Pupil>,
    days: Vec<Day>,
}

/// One lesson of the class that goes on.
struct Les {
    history: History,
    now: Moment,
}

impl Class {
    fn of(count: u8) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lessons/kort.json");
        let card = Arc::new(Card::parse(&std::fs::read_to_string(path).unwrap()).unwrap());
        Self { card, everyone: (1..=count).map(Pupil).collect(), days: Vec::new() }
    }

    fn past(&self) -> Past {
        Past::of(self.days.clone()).among(&self.everyone)
    }

    /// A lesson with those who are not absent, up to its first step.
    fn begins(&self, absent: &BTreeSet<Pupil>, seed: u64) -> Les {
        let start: Timestamp = "2026-09-01T08:35:00Z".parse().unwrap();
        let wall = start + i64::try_from(self.days.len()).unwrap().checked_mul(24).unwrap().hours();
        let now = Moment { monotonic: Duration::ZERO, wall };
        let mut history = History::new(Arc::clone(&self.card));
        let class = Some(Text::clean("2B"));
        history.append(now, vec![Event::LessonStarted { card: self.card.id.clone(), class }]);
        let mut les = Les { history, now };
        let present = self.everyone.difference(absent).copied().collect();
        let opening = Opening::new(People::Present(present), None, Screen::Mirrored);
        les.act(Command::OpenSitting(Opening { past: Box::new(self.past()), ..opening }), seed);
        les.act(Command::Next, seed);
        les.act(Command::Uncover, seed);
        les
    }

    fn ends(&mut self, les: &Les) {
        self.days.extend_from_slice(les.lesson().days());
    }
}

impl Les {
    fn lesson(&self) -> &Lesson {
        self.history.lesson()
    }

    fn act(&mut self, command: Command, seed: u64) {
        let events = decide(self.lesson(), command, self.now, seed).unwrap();
        self.history.append(self.now, events);
    }

    fn members(&self) -> Vec<Vec<Pupil>> {
        members(self.lesson().groups())
    }
}

fn members(groups: &[Group]) -> Vec<Vec<Pupil>> {
    groups.iter().map(|group| group.members.clone()).collect()
}
