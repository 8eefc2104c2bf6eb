//! The steps for which the class gets up: which situation it plays, who has which card, which duos
//! were called to the front.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::card::active::MOST_ROUNDS;
use crate::card::{Draw, Kind, RoleCards, Roleplay, Situation};
use crate::class::GroupNumber;
use crate::lesson::event::Event;
use crate::lesson::place::{Beat, Part, UNTIMED};
use crate::lesson::state::Lesson;

/// A card that a duo drew: line `0..` of the deck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    pub group: GroupNumber,
    pub card: usize,
}

/// By step.
#[derive(Debug, Clone, Default)]
pub struct Active {
    /// The situation that is played.
    situations: BTreeMap<usize, usize>,
    /// In the order in which they were drawn.
    drawn: BTreeMap<usize, Vec<Drawn>>,
    called: BTreeMap<usize, Called>,
    /// Rounds that were frozen and are played again from there.
    again: BTreeSet<Part>,
}

/// The duos of a pitch.
#[derive(Debug, Clone, Default)]
struct Called {
    /// In the order in which they told something.
    groups: Vec<GroupNumber>,
    passed: BTreeSet<GroupNumber>,
}

impl Active {
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::SituationPicked { step, situation } => {
                self.situations.insert(*step, *situation);
            }
            Event::CardsDrawn { step, cards } => self.drawn.entry(*step).or_default().extend(cards),
            Event::PitchCalled { step, group } => self.called.entry(*step).or_default().groups.push(*group),
            Event::PitchPassed { step, by, to } => {
                let called = self.called.entry(*step).or_default();
                called.groups.retain(|group| group != by);
                called.passed.insert(*by);
                called.groups.extend(to);
            }
            _ => {}
        }
    }

    pub fn freeze(&mut self, part: Part) {
        self.again.insert(part);
    }

    pub fn play_on(&mut self, part: Part) {
        self.again.remove(&part);
    }

    pub fn is_again(&self, part: Part) -> bool {
        self.again.contains(&part)
    }

    pub fn picked(&self, step: usize) -> Option<usize> {
        self.situations.get(&step).copied()
    }

    pub fn drawn(&self, step: usize) -> &[Drawn] {
        self.drawn.get(&step).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn called(&self, step: usize) -> &[GroupNumber] {
        self.called.get(&step).map(|called| called.groups.as_slice()).unwrap_or_default()
    }

    fn has_passed(&self, step: usize, group: GroupNumber) -> bool {
        self.called.get(&step).is_some_and(|called| called.passed.contains(&group))
    }
}

impl Lesson {
    /// The situation that is played in this step, in the wording that is set.
    pub(super) fn situation(&self, step: usize) -> Option<&Situation> {
        match self.kind(self.card.steps.get(step)?) {
            Kind::Roleplay(play) => play.situations.get(self.picked_situation(step)?),
            _ => None,
        }
    }

    /// One that is alone needs no picking.
    pub(super) fn picked_situation(&self, step: usize) -> Option<usize> {
        match self.card.steps.get(step).map(|step| &step.kind) {
            Some(Kind::Roleplay(Roleplay { situations, .. })) if situations.len() == 1 => Some(0),
            _ => self.active.picked(step),
        }
    }

    pub(super) fn roleplay_beats(&self, step: usize, play: &Roleplay) -> Vec<Beat> {
        let mut beats = Vec::new();
        if play.situations.len() > 1 {
            beats.push(Beat::PickSituation);
        }
        let picked = self.picked_situation(step);
        let Some((at, situation)) = picked.and_then(|at| Some((at, play.situations.get(at)?))) else {
            return beats;
        };
        beats.extend((1..=situation.told.len()).map(Beat::Fragment));
        beats.push(Beat::MakeGroups);
        match play.cards {
            RoleCards::Paper => beats.push(Beat::ReadOnPaper),
            RoleCards::Screen => {
                let each =
                    (0..situation.roles.len()).flat_map(|role| [Beat::LookAway(role), Beat::ReadRole(role)]);
                beats.extend(each);
            }
        }
        beats.extend((!situation.watch.is_empty()).then_some(Beat::Watch));
        beats.extend(situation.line.is_some().then_some(Beat::Begin));
        let acts = (0..usize::from(play.rounds)).map(|round| Beat::Act { situation: at, round });
        beats.extend(acts.flat_map(|act| [Beat::Swap(act.round()), act]).skip(1));
        beats.push(Beat::StepOut);
        beats.extend((0..situation.debrief.len()).map(Beat::TalkOver));
        beats
    }

    /// First the deck, then whoever drew, and all of it on one list; where all drew at once the list
    /// comes first. A card with a back is turned after it was seen.
    pub(super) fn draw_beats(&self, step: usize, draw: &Draw) -> Vec<Beat> {
        let drawn = self.active.drawn(step);
        let turned = |drawn: &Drawn| {
            let back = draw.cards.get(drawn.card)?.back.as_ref();
            back.map(|_| Beat::Turned(drawn.group))
        };
        let mut beats = vec![Beat::Deck];
        if draw.at_once {
            beats.extend((!drawn.is_empty()).then_some(Beat::Cards));
            beats.extend(drawn.iter().filter_map(turned));
        } else {
            beats.extend(
                drawn.iter().flat_map(|drawn| std::iter::once(Beat::Drawn(drawn.group)).chain(turned(drawn))),
            );
            let all = !drawn.is_empty() && self.waiting(step).is_empty();
            beats.extend(all.then_some(Beat::Cards));
        }
        beats
    }

    pub(super) fn pitch_beats(&self, step: usize) -> Vec<Beat> {
        let called = self.active.called(step);
        let heard = self.waiting(step).is_empty().then_some(Beat::Heard);
        let each = called.iter().map(|group| Beat::Pitch(*group));
        std::iter::once(Beat::Prepare).chain(each).chain(heard).collect()
    }

    /// The duos that are still to draw a card or to be called in this step.
    pub(super) fn waiting(&self, step: usize) -> Vec<GroupNumber> {
        let is_done = |group: GroupNumber| match self.card.steps.get(step).map(|step| &step.kind) {
            Some(Kind::Draw(_)) => self.active.drawn(step).iter().any(|drawn| drawn.group == group),
            Some(Kind::Pitch(_)) => {
                self.active.called(step).contains(&group) || self.active.has_passed(step, group)
            }
            _ => true,
        };
        let here = self.groups.iter().filter(|group| !self.present(group).is_empty());
        here.map(|group| group.number).filter(|group| !is_done(*group)).collect()
    }

    /// The place that such an event leads to.
    pub(super) fn beat_after(&self, event: &Event) -> Option<(usize, Beat)> {
        match event {
            Event::SituationPicked { step, .. } => Some((*step, Beat::Fragment(1))),
            Event::CardsDrawn { step, cards } => {
                let one = cards.last().map(|drawn| Beat::Drawn(drawn.group));
                let one = one.filter(|beat| self.place_of(*step, *beat).is_some());
                Some((*step, one.unwrap_or(Beat::Cards)))
            }
            Event::PitchCalled { step, group } | Event::PitchPassed { step, to: Some(group), .. } => {
                Some((*step, Beat::Pitch(*group)))
            }
            Event::PitchPassed { step, to: None, .. } => Some((*step, Beat::Heard)),
            _ => None,
        }
    }
}

impl Beat {
    /// Of an act of a role play, from 0.
    fn round(self) -> usize {
        if let Self::Act { round, .. } = self { round } else { 0 }
    }
}

/// The clock of a round, besides the parts that the card gives minutes: one for each situation, so
/// that another one begins with all of its time.
pub fn act_part(situation: usize, round: usize) -> usize {
    const BEFORE: usize = 4;
    (BEFORE + situation * usize::from(MOST_ROUNDS) + round).min(UNTIMED)
}

/// The clock of a duo that tells something.
pub fn pitch_part(group: GroupNumber) -> usize {
    const BEFORE: usize = 2;
    BEFORE + usize::from(group.0)
}
