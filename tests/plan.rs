//! The time until the bell, on every card, with every bell, from every place.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use lesloper::card::Card;
use lesloper::class::People;
use lesloper::lesson::{Command, Event, History, Lesson, Moment, Opening, Place, Plan, Screen, decide};
use lesloper::store::{self, Paths, Store};

/// What every les keeps for its closing.
const CLOSING: Duration = Duration::from_mins(3);

struct Les {
    history: History,
    now: Moment,
    bell: Timestamp,
}

impl Les {
    fn begin(card: Arc<Card>, minutes: u64) -> Self {
        let now = Moment { monotonic: Duration::ZERO, wall: Timestamp::UNIX_EPOCH };
        let bell = now.wall + Duration::from_mins(minutes);
        let start = Event::LessonStarted { card: card.id.clone(), class: None };
        let mut history = History::new(card);
        history.append(now, vec![start]);
        let mut les = Self { history, now, bell };
        let opening = Opening::new(People::Count(6), Some(bell), Screen::Apart);
        les.act(Command::OpenSitting(opening));
        les
    }

    fn lesson(&self) -> &Lesson {
        self.history.lesson()
    }

    fn act(&mut self, command: Command) {
        if let Ok(events) = decide(self.lesson(), command, self.now, 7) {
            self.history.append(self.now, events);
        }
    }

    fn later(&mut self, by: Duration) {
        self.now = Moment { monotonic: self.now.monotonic + by, wall: self.now.wall + by };
    }

    fn until_closing(&self) -> Duration {
        Duration::try_from(self.bell.duration_since(self.now.wall))
            .unwrap_or_default()
            .saturating_sub(CLOSING)
    }
}

fn cards() -> Vec<Arc<Card>> {
    let store = Store::open(Paths::within(std::path::Path::new("nergens")));
    store::shipped().iter().map(|entry| Arc::new(store.card(&entry.origin).ok().unwrap())).collect()
}

/// From the start of the les to its closing, a while at each place.
fn walk(card: &Arc<Card>, minutes: u64, pace: Duration, mut look: impl FnMut(&Les, Option<&Plan>)) {
    let mut les = Les::begin(Arc::clone(card), minutes);
    for _ in 0..200 {
        look(&les, les.lesson().plan(les.now).as_ref());
        if matches!(les.lesson().place(), Place::Closing { .. }) {
            return;
        }
        les.later(pace);
        les.act(Command::Next);
    }
    panic!("the closing of {} never came", card.id);
}

fn everywhere(look: impl Fn(&Les, &Plan)) {
    for card in cards() {
        for minutes in [5, 12, 20, 30, 40, 45, 50, 90] {
            for pace in [2, 20, 60] {
                walk(&card, minutes, Duration::from_secs(pace), |les, plan| {
                    if let Some(plan) = plan {
                        look(les, plan);
                    }
                });
            }
        }
    }
}

#[test]
fn the_closing_is_never_cut_into_without_a_warning() {
    everywhere(|les, plan| {
        let planned: Duration = plan.coming.iter().map(|coming| coming.planned).sum();
        assert!(planned <= les.until_closing() + plan.short, "{plan:?}");
        assert!(plan.advice.is_none() || !plan.short.is_zero(), "{plan:?}");
    });
}

#[test]
fn nothing_becomes_shorter_than_half_or_longer_than_the_card_says() {
    everywhere(|_, plan| {
        for coming in plan.coming.iter().filter(|coming| !coming.is_dropped()) {
            assert!(coming.planned <= coming.given && coming.planned * 2 >= coming.given, "{coming:?}");
        }
    });
}

#[test]
fn what_is_extra_goes_before_anything_becomes_shorter() {
    everywhere(|les, plan| {
        let is_extra = |step: usize| les.lesson().card().steps[step].extra;
        let is_shorter =
            plan.coming.iter().any(|coming| coming.planned < coming.given && !coming.is_dropped());
        let keeps_extra = plan.coming.iter().any(|coming| is_extra(coming.step) && !coming.is_dropped());
        assert!(!(is_shorter && keeps_extra), "{plan:?}");
        assert!(plan.coming.iter().all(|coming| !coming.is_dropped() || is_extra(coming.step)));
    });
}

#[test]
fn the_class_is_not_led_into_what_is_dropped() {
    let mut dropped = 0;
    for card in cards() {
        let mut expected: Option<Plan> = None;
        walk(&card, 25, Duration::from_secs(20), |les, plan| {
            if let (Place::Step { step, beat: 0 }, Some(before)) = (les.lesson().place(), &expected) {
                let here = before.coming.iter().find(|coming| coming.step == step);
                assert!(here.is_none_or(|here| !here.is_dropped()), "{before:?}");
            }
            dropped += plan.map_or(0, |plan| plan.coming.iter().filter(|coming| coming.is_dropped()).count());
            expected = plan.cloned();
        });
    }
    assert!(dropped > 0, "no step was ever dropped");
}

#[test]
fn with_time_enough_the_card_is_followed() {
    for card in cards() {
        walk(&card, 300, Duration::from_secs(1), |_, plan| {
            let coming = plan.map(|plan| plan.coming.clone()).unwrap_or_default();
            assert!(coming.iter().all(|coming| coming.planned == coming.given));
        });
    }
}
