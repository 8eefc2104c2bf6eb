//! The duos in Les klaarzetten: what chance brings, and names that the teacher swaps before anyone
//! sees them.

use std::collections::BTreeSet;

use crossterm::event::KeyEvent;
use jiff::Zoned;

use crate::class::{Group, Last, Past, Pupil, Roster};
use crate::dutch;
use crate::lesson::{Seating, seat};
use crate::session::{Shelf, chance};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::PAGE;
use crate::tui::screens::setup::Setup;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::row::{Mark, Row};

/// Who will sit with whom.
#[derive(Debug, Clone, Default)]
pub struct Seats {
    past: Past,
    seed: u64,
    /// Of a reeks that goes on; empty when the duos are new.
    kept: Vec<Group>,
    present: Vec<Pupil>,
    /// In the order in which they were made.
    swaps: Vec<(Pupil, Pupil)>,
    seating: Seating,
}

impl Setup {
    /// Reads what the class that is chosen did before, once; with it the duos are made.
    pub fn recall(&mut self, disk: &Shelf) {
        let Some(roster) = self.roster().filter(|_| self.seats.is_none()) else { return };
        let seats = Seats::new(disk.past(roster), self.brief.home.clone(), chance());
        self.absent = seats.absent_today(roster, self.bell.now());
        self.seats = Some(seats);
        self.arrange();
    }

    pub(super) fn present(&self, roster: &Roster) -> Vec<Pupil> {
        let everyone = roster.pupils().iter().map(|(pupil, _)| *pupil);
        everyone.filter(|pupil| !self.absent.contains(pupil)).collect()
    }

    pub(super) fn arrange(&mut self) {
        let present = self.roster().map(|roster| self.present(roster)).unwrap_or_default();
        if let Some(seats) = &mut self.seats {
            seats.come(present);
        }
    }
}

/// The list of duos is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SeatsList {
    /// Into the pupils in order of duo.
    pub at: usize,
    picked: Option<Pupil>,
}

/// What a key in the list led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Stay(SeatsList),
    Close,
}

impl Seats {
    pub fn new(past: Past, kept: Vec<Group>, seed: u64) -> Self {
        Self { past, seed, kept, ..Self::default() }
    }

    /// Who was not there earlier on this day; nobody when this is the first les of the day.
    pub fn absent_today(&self, roster: &Roster, now: &Zoned) -> BTreeSet<Pupil> {
        let day = |last: &Last| last.at.to_zoned(now.time_zone().clone()).date();
        let Some(last) = self.past.last.as_ref().filter(|last| day(last) == now.date()) else {
            return BTreeSet::new();
        };
        let everyone = roster.pupils().iter().map(|(pupil, _)| *pupil);
        everyone.filter(|pupil| !last.present.contains(pupil)).collect()
    }

    /// These come; what was swapped stays swapped.
    pub fn come(&mut self, present: Vec<Pupil>) {
        if self.present == present {
            return;
        }
        self.present = present;
        self.arrange();
    }

    fn arrange(&mut self) {
        let today = seat(&self.kept, &self.present, &self.past, self.seed);
        let home = if self.kept.is_empty() { today.clone() } else { self.kept.clone() };
        self.seating = Seating { today, home };
        for (one, other) in self.swaps.clone() {
            self.exchange(one, other);
        }
    }

    /// New duos, also in a reeks.
    fn shuffle(&mut self) {
        self.kept.clear();
        self.swaps.clear();
        self.seed = self.seed.wrapping_add(1);
        self.arrange();
    }

    /// Today, and on the days that follow.
    fn exchange(&mut self, one: Pupil, other: Pupil) {
        if self.present.contains(&one) && self.present.contains(&other) {
            exchange(&mut self.seating.today, one, other);
            exchange(&mut self.seating.home, one, other);
        }
    }

    pub fn past(&self) -> &Past {
        &self.past
    }

    pub fn seating(&self) -> &Seating {
        &self.seating
    }

    /// Each group with who comes.
    fn groups(&self) -> Vec<(u8, Vec<Pupil>)> {
        let here = |group: &Group| -> Vec<Pupil> {
            group.members.iter().filter(|pupil| self.present.contains(pupil)).copied().collect()
        };
        let groups = self.seating.today.iter().map(|group| (group.number.0, here(group)));
        groups.filter(|(_, members)| !members.is_empty()).collect()
    }

    /// In a few words.
    pub fn said(&self) -> String {
        let groups = self.groups();
        let of_size = |size: usize| groups.iter().filter(|(_, members)| members.len() == size).count();
        let sizes = [
            (1, "alleen", "alleen"),
            (2, "duo", "duo's"),
            (3, "trio", "trio's"),
            (4, "viertal", "viertallen"),
        ];
        let counted = sizes.into_iter().rev().map(|(size, one, more)| (of_size(size), one, more));
        let counted: Vec<String> = counted
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, more)| dutch::count(count, one, more))
            .collect();
        let kept = if self.kept.is_empty() { "" } else { ", zoals ze zaten" };
        let broken = self.past.is_broken_by(groups.iter().map(|(_, members)| &members[..]));
        // Who they are is not said: others may look on.
        let apart = if broken { ". Niet iedereen kan apart." } else { "" };
        format!("{}{kept}{apart}", dutch::list(&counted))
    }

    fn pupils(&self) -> Vec<Pupil> {
        self.groups().into_iter().flat_map(|(_, members)| members).collect()
    }

    pub fn press(&mut self, list: SeatsList, key: KeyEvent) -> Outcome {
        let pupils = self.pupils();
        let end = pupils.len().saturating_sub(1);
        let at = match keymap::action(Context::Seats, key) {
            Some(Action::Up) => list.at.saturating_sub(1),
            Some(Action::Down) => (list.at + 1).min(end),
            Some(Action::PageUp) => list.at.saturating_sub(PAGE),
            Some(Action::PageDown) => (list.at + PAGE).min(end),
            Some(Action::Home) => 0,
            Some(Action::End) => end,
            Some(Action::Toggle) => return Outcome::Stay(self.pick(list, pupils.get(list.at).copied())),
            Some(Action::Shuffle) => {
                self.shuffle();
                return Outcome::Stay(SeatsList::default());
            }
            Some(Action::Close) if list.picked.is_none() => return Outcome::Close,
            Some(Action::Close) => return Outcome::Stay(SeatsList { picked: None, ..list }),
            _ => list.at,
        };
        Outcome::Stay(SeatsList { at, ..list })
    }

    /// The first of two, or the swap.
    fn pick(&mut self, list: SeatsList, pupil: Option<Pupil>) -> SeatsList {
        match (list.picked, pupil) {
            (Some(one), Some(other)) => {
                if one != other {
                    self.swaps.push((one, other));
                    self.exchange(one, other);
                }
                SeatsList { picked: None, ..list }
            }
            (_, picked) => SeatsList { picked, ..list },
        }
    }

    /// A row for each who comes, with the number of the duo before the first of them.
    pub fn rows(&self, list: SeatsList, roster: &Roster, glyphs: &Glyphs) -> Vec<Row> {
        let seats = self.groups().into_iter().flat_map(|(number, members)| {
            let first = members.first().copied();
            members.into_iter().map(move |pupil| (pupil, (Some(pupil) == first).then_some(number)))
        });
        let row = |(index, (pupil, number)): (usize, (Pupil, Option<u8>))| {
            let (mark, role) = if index == list.at { (glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
            let number = number.map(|number| number.to_string()).unwrap_or_default();
            let name = roster.name_of(pupil).map(Text::to_string).unwrap_or_default();
            let picked = if list.picked == Some(pupil) { "  ruilt met..." } else { "" };
            Row::new(Role::Mark, format!("{mark} "))
                .and(Role::Quiet, format!("{number:>2}  "))
                .and(role, name)
                .and(Role::Quiet, picked)
                .marked(Mark::Item(index))
        };
        seats.enumerate().map(row).collect()
    }
}

fn exchange(groups: &mut [Group], one: Pupil, other: Pupil) {
    let seats = || groups.iter().flat_map(|group| &group.members);
    if !seats().any(|pupil| *pupil == one) || !seats().any(|pupil| *pupil == other) {
        return;
    }
    for pupil in groups.iter_mut().flat_map(|group| &mut group.members) {
        *pupil = match *pupil {
            here if here == one => other,
            here if here == other => one,
            here => here,
        };
    }
}
