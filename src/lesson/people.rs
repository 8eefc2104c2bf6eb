//! How events change who is there, who sits with whom, and what is remembered of it.

use jiff::Timestamp;

use crate::class::{Day, Group, Past, People, Pupil};
use crate::lesson::Cover;
use crate::lesson::state::{Lesson, Sitting};
use crate::lesson::turn::Turn;

impl Lesson {
    /// A new les: where everyone sits, today and when all are there.
    pub(super) fn seat(&mut self, people: &People, groups: &[Group], home: Option<&[Group]>) {
        if self.groups != groups {
            self.turns.forget_duos();
        }
        self.groups = groups.to_vec();
        match home {
            Some(home) => self.home = home.to_vec(),
            None if self.home.is_empty() || matches!(people, People::Count(_)) => {
                self.home = groups.to_vec();
            }
            None => {}
        }
    }

    /// A new les: what the class did before it. An old journal does not say, and a class without names
    /// does nothing that is remembered.
    pub(super) fn remember(&mut self, past: Option<&Past>, people: &People, at: Timestamp) {
        let People::Present(present) = people else { return };
        if let Some(past) = past {
            self.past = past.clone();
            self.turns.stand(&past.turns);
        }
        self.days.push(Day::new(at, present.iter().copied().collect()));
    }

    /// The class goes somewhere: those who sit together work together.
    pub(super) fn work(&mut self) {
        if !self.has_names() {
            return;
        }
        let groups = self.groups_present();
        if let Some(day) = self.days.last_mut() {
            for group in &groups {
                day.work(&group.members);
            }
        }
    }

    pub(super) fn settle(&mut self, groups: &[Group]) {
        self.groups = groups.to_vec();
        self.home = groups.to_vec();
    }

    pub(super) fn give_turn(&mut self, to: Turn) {
        self.turns.give(to);
        self.count_turn(to);
    }

    /// Passing is not held against anyone, on this day nor on those that follow.
    pub(super) fn pass_turn(&mut self, by: Turn, to: Turn) {
        self.turns.pass(by, to);
        if let (Some(day), Some(pupil)) = (self.days.last_mut(), by.pupil) {
            day.turns.take_back(&pupil);
        }
        self.count_turn(to);
    }

    fn count_turn(&mut self, turn: Turn) {
        if let (Some(day), Some(pupil)) = (self.days.last_mut(), turn.pupil) {
            day.turns.add(pupil, 1);
        }
        self.cover = Some(Cover::Turn);
    }

    pub(super) fn join(&mut self, pupil: Pupil, groups: &[Group]) {
        self.groups = groups.to_vec();
        match self.sitting.as_mut() {
            Some(Sitting { people: People::Present(present), .. }) => {
                self.turns.join(pupil, present);
                present.push(pupil);
                present.sort();
                if let Some(day) = self.days.last_mut() {
                    day.present.insert(pupil);
                }
                self.make_home(pupil);
            }
            Some(Sitting { people: People::Count(count), .. }) => {
                *count = count.saturating_add(1);
                self.home = groups.to_vec();
            }
            None => {}
        }
    }

    /// Who had no place yet keeps the one of today.
    fn make_home(&mut self, pupil: Pupil) {
        if self.home.iter().any(|group| group.members.contains(&pupil)) {
            return;
        }
        let today = self.groups.iter().find(|group| group.members.contains(&pupil));
        let number = today.map(|group| group.number);
        if let Some(home) = self.home.iter_mut().find(|home| Some(home.number) == number) {
            home.members.push(pupil);
        }
    }

    pub(super) fn part(&mut self, pupil: Pupil, groups: &[Group]) {
        self.groups = groups.to_vec();
        match self.sitting.as_mut() {
            Some(Sitting { people: People::Present(present), .. }) => {
                present.retain(|other| *other != pupil);
                if let Some(day) = self.days.last_mut() {
                    day.present.remove(&pupil);
                }
            }
            Some(Sitting { people: People::Count(count), .. }) => {
                *count = count.saturating_sub(1);
                self.home = groups.to_vec();
            }
            None => {}
        }
    }
}
