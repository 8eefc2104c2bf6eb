//! Until when: the bell, chosen with the arrows or typed.

use std::time::Duration;

use jiff::{ToSpan, Zoned};

use crate::dutch;
use crate::session::{Bells, SchoolTimes};
use crate::tui::screens::Change;

/// A lesson, from the start screen to the bell.
const LESSON_MINUTES: i64 = 45;
/// Bells ring at whole steps of this, where the school's own are not known.
const BELL_STEP: i64 = 5;
/// A bell that leaves less than this is not proposed: it is that of the lesson before.
const SHORTEST_LESSON: i64 = 15;
/// The latest bell that can be chosen, in minutes from now.
const LATEST: i64 = 8 * 60;

/// When the les ends; None: without a bell.
#[derive(Debug, Clone)]
pub struct Bell {
    now: Zoned,
    at: Option<Zoned>,
    /// As far as a time is typed; empty: the next digit begins anew.
    digits: String,
    times: SchoolTimes,
    roster: Roster,
}

/// Which of the school's times hold today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Roster {
    Usual,
    Shortened,
}

impl Bell {
    pub fn new(now: Zoned, times: &SchoolTimes) -> Self {
        let mut bell =
            Self { now, at: None, digits: String::new(), times: times.clone(), roster: Roster::Usual };
        bell.propose();
        bell
    }

    pub fn at(&self) -> Option<&Zoned> {
        self.at.as_ref()
    }

    pub fn now(&self) -> &Zoned {
        &self.now
    }

    /// Whether there is a shortened roster to choose.
    pub fn has_rosters(&self) -> bool {
        !self.times.shortened.is_empty()
    }

    pub fn roster(&self) -> &'static str {
        match self.roster {
            Roster::Usual => "gewoon",
            Roster::Shortened => "verkort",
        }
    }

    /// The other roster has other bells.
    pub fn change_roster(&mut self) {
        self.roster = match self.roster {
            Roster::Usual => Roster::Shortened,
            Roster::Shortened => Roster::Usual,
        };
        self.propose();
    }

    pub fn said(&self) -> String {
        if (1..3).contains(&self.digits.len()) {
            return format!("{}... typ de tijd, zoals 1120", self.digits);
        }
        let Some(bell) = &self.at else { return "geen bel".to_owned() };
        let left = bell.timestamp().duration_since(self.now.timestamp());
        let clock = dutch::clock(bell.time());
        let hour = self.bells().hours().find(|(_, rings)| *rings == bell.time());
        let hour = hour.map(|(hour, _)| format!("de bel van het {hour}e uur, ")).unwrap_or_default();
        match Duration::try_from(left) {
            Ok(left) if !left.is_zero() => format!("{clock}, {hour}over {}", dutch::span(left)),
            _ => format!("{clock}; die bel is al gegaan"),
        }
    }

    /// From bell to bell; no bell comes before the first one.
    pub fn change(&mut self, change: Change) {
        self.digits.clear();
        let rings = self.rings();
        if rings.is_empty() {
            self.step(change);
            return;
        }
        self.at = match (self.at.take(), change) {
            (None, Change::Less) => None,
            (None, Change::More) => rings.into_iter().next(),
            (Some(at), Change::Less) => rings.into_iter().rev().find(|bell| *bell < at),
            (Some(at), Change::More) => rings.into_iter().find(|bell| *bell > at).or(Some(at)),
        };
    }

    fn step(&mut self, change: Change) {
        let first = rounded(&self.now, BELL_STEP);
        self.at = match (&self.at, change) {
            (None, Change::Less) => None,
            (None, Change::More) => first,
            (Some(bell), Change::Less) => {
                let earlier = bell.checked_sub(BELL_STEP.minutes()).ok();
                earlier.filter(|earlier| first.as_ref().is_some_and(|first| earlier >= first))
            }
            (Some(bell), Change::More) => {
                let later = bell.checked_add(BELL_STEP.minutes()).ok();
                let latest = self.now.checked_add(LATEST.minutes()).ok();
                later.filter(|later| latest.is_some_and(|latest| *later <= latest)).or(Some(bell.clone()))
            }
        };
    }

    /// 1120 is 11:20, and 920 is 9:20; a digit that leads to no time is not taken.
    pub fn dial(&mut self, digit: char) {
        let longer = format!("{}{digit}", self.digits);
        // After a whole time another begins.
        let is_whole = self.digits.len() > 2 && !could_be_time(&longer);
        let digits = if is_whole { digit.to_string() } else { longer };
        if could_be_time(&digits) {
            self.digits = digits;
            self.read();
        }
    }

    /// A whole time at once: "1120". Whether it is one.
    pub fn set(&mut self, digits: &str) -> bool {
        digits.clone_into(&mut self.digits);
        self.read();
        self.leave();
        time(digits).is_some()
    }

    /// The les ends without a bell.
    pub fn silence(&mut self) {
        self.leave();
        self.at = None;
    }

    pub fn erase(&mut self) {
        self.digits.pop();
        self.read();
    }

    /// The keys go elsewhere.
    pub fn leave(&mut self) {
        self.digits.clear();
    }

    /// The next bell of the school; without one, that of a lesson that begins now.
    fn propose(&mut self) {
        self.digits.clear();
        let soonest = self.now.checked_add(SHORTEST_LESSON.minutes()).ok();
        let next =
            self.rings().into_iter().find(|bell| soonest.as_ref().is_some_and(|soonest| bell >= soonest));
        self.at = next.or_else(|| rounded(&self.now, LESSON_MINUTES));
    }

    fn bells(&self) -> &Bells {
        match self.roster {
            Roster::Usual => &self.times.usual,
            Roster::Shortened => &self.times.shortened,
        }
    }

    /// The school's bells that still ring today, in order.
    fn rings(&self) -> Vec<Zoned> {
        let today = self.bells().hours().filter_map(|(_, bell)| self.now.with().time(bell).build().ok());
        today.filter(|bell| *bell > self.now).collect()
    }

    fn read(&mut self) {
        if let Some((hour, minute)) = time(&self.digits) {
            let at = self.now.with().hour(hour).minute(minute).second(0).subsec_nanosecond(0);
            self.at = at.build().ok().or_else(|| self.at.clone());
        }
    }
}

/// The time that these digits are: an hour alone, or with minutes.
fn time(digits: &str) -> Option<(i8, i8)> {
    let number: i16 = digits.parse().ok()?;
    let (hour, minute) = if digits.len() < 3 { (number, 0) } else { (number / 100, number % 100) };
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute);
    is_time.then_some((i8::try_from(hour).ok()?, i8::try_from(minute).ok()?))
}

fn could_be_time(digits: &str) -> bool {
    let longer = |by: &str| time(&format!("{digits}{by}")).is_some();
    digits.len() <= 4 && (time(digits).is_some() || digits.len() < 3 && (longer("0") || longer("00")))
}

/// `minutes` after `now`, at the next whole step of the bell.
fn rounded(now: &Zoned, minutes: i64) -> Option<Zoned> {
    let later = now.checked_add(minutes.minutes()).ok()?;
    let over = i64::from(later.minute()) % BELL_STEP;
    let up = if over == 0 { 0 } else { BELL_STEP - over };
    later.checked_add(up.minutes()).ok()?.with().second(0).subsec_nanosecond(0).build().ok()
}
