//! A lesson as it stands, and what can be asked of it. How it changes is in `apply`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::card::{Card, Kind, Minutes, Step, Story, StoryStep, Wording};
use crate::class::{ClassName, Day, Group, Past, People, Pupil};
use crate::lesson::Cover;
use crate::lesson::active::Active;
use crate::lesson::answers::{AnswerBook, AnswerId, Board, ItemId, Topic};
use crate::lesson::command::Screen;
use crate::lesson::event::Moment;
use crate::lesson::place::{Beat, Part, Place, UNTIMED, doings};
use crate::lesson::story::StoryPath;
use crate::lesson::timer::Clock;
use crate::lesson::turn::Turns;

/// After this long without a sign of life the same les is not simply taken up again.
const SAME_LES: Duration = Duration::from_hours(2);

/// One card, one class, one start.
#[derive(Debug, Clone)]
pub struct Lesson {
    pub(super) card: Arc<Card>,
    pub(super) class: Option<ClassName>,
    pub(super) standing: Standing,
    pub(super) sitting: Option<Sitting>,
    /// Who sits with whom today.
    pub(super) groups: Vec<Group>,
    /// Who sits with whom when all are there.
    pub(super) home: Vec<Group>,
    /// What the class did before this les, in all its lessons.
    pub(super) past: Past,
    /// Each les of this reeks, of a class with names.
    pub(super) days: Vec<Day>,
    pub(super) place: Place,
    pub(super) furthest: Place,
    pub(super) cover: Option<Cover>,
    pub(super) wording: Wording,
    pub(super) turns: Turns,
    pub(super) book: AnswerBook,
    /// By topic and round: the hands or votes for each option.
    pub(super) counts: BTreeMap<(Topic, usize, ItemId), u16>,
    /// By step: the column of each item.
    pub(super) sorted: BTreeMap<(usize, ItemId), usize>,
    pub(super) jumped: bool,
    /// What `z` takes back, the last one first; with where the class was before it.
    pub(super) undoable: BTreeMap<u64, Place>,
    /// Answers whose giving was taken back; their texts still stand in the journal.
    pub(super) discarded: BTreeSet<AnswerId>,
    pub(super) stories: BTreeMap<usize, StoryPath>,
    pub(super) active: Active,
    pub(super) clocks: BTreeMap<Part, Clock>,
    pub(super) last: Option<Moment>,
}

/// Between its start and Afronden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Between two lessen.
    Away,
    /// The class is there.
    InClass,
    Finished,
}

/// One opening of the reeks.
#[derive(Debug, Clone)]
pub struct Sitting {
    pub people: People,
    pub bell: Option<Timestamp>,
    pub screen: Screen,
    /// Where the start screen leads to.
    pub resume: Place,
    /// From 1.
    pub number: usize,
}

impl Lesson {
    pub fn new(card: Arc<Card>) -> Self {
        Self {
            card,
            class: None,
            standing: Standing::Away,
            sitting: None,
            groups: Vec::new(),
            home: Vec::new(),
            past: Past::default(),
            days: Vec::new(),
            place: Place::Start,
            furthest: Place::Start,
            cover: None,
            wording: Wording::Own,
            turns: Turns::default(),
            book: AnswerBook::default(),
            counts: BTreeMap::new(),
            sorted: BTreeMap::new(),
            jumped: false,
            undoable: BTreeMap::new(),
            discarded: BTreeSet::new(),
            stories: BTreeMap::new(),
            active: Active::default(),
            clocks: BTreeMap::new(),
            last: None,
        }
    }

    pub fn card(&self) -> &Card {
        &self.card
    }

    pub fn class(&self) -> Option<&ClassName> {
        self.class.as_ref()
    }

    pub fn cover(&self) -> Option<Cover> {
        self.cover
    }

    pub fn place(&self) -> Place {
        self.place
    }

    pub fn sitting(&self) -> Option<&Sitting> {
        self.sitting.as_ref()
    }

    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Who sits with whom when all are there.
    pub fn home(&self) -> &[Group] {
        &self.home
    }

    /// What the class did in each les of this reeks; none without names.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Whether this is still the les that was going on, `now`; else a new one must be opened.
    pub fn goes_on(&self, now: Timestamp) -> bool {
        self.standing == Standing::InClass && self.since_last(now) < SAME_LES
    }

    /// Whether anything was done that could be taken back: more than coming in.
    pub fn is_begun(&self) -> bool {
        !self.undoable.is_empty()
    }

    /// Whether there is something to go on with, `now`: not when it is done, nor when the class left
    /// before it began.
    pub fn can_go_on(&self, now: Timestamp) -> bool {
        self.standing != Standing::Finished && (self.is_begun() || self.goes_on(now))
    }

    /// By the wall clock; zero when that was set back.
    pub(super) fn since_last(&self, now: Timestamp) -> Duration {
        let last = self.last.map_or(now, |last| last.wall);
        Duration::try_from(now.duration_since(last)).unwrap_or_default()
    }

    /// What a step shows, in the wording that is set.
    pub(super) fn kind<'lesson>(&self, step: &'lesson Step) -> &'lesson Kind {
        step.worded(self.wording)
    }

    /// What comes one by one in a step; never empty for a step that exists.
    pub(super) fn beats(&self, step: usize) -> Vec<Beat> {
        let Some(the_step) = self.card.steps.get(step) else { return Vec::new() };
        let rounds = (0..doings(the_step).len()).map(Beat::Round);
        match &the_step.kind {
            Kind::Explain(explain) => (0..=explain.parts.len()).map(Beat::Reveal).collect(),
            Kind::Question(_) | Kind::Choice(_) | Kind::Line(_) => rounds.collect(),
            Kind::Roleplay(play) => self.roleplay_beats(step, play),
            Kind::Draw(draw) => self.draw_beats(step, draw),
            Kind::Pitch(_) => self.pitch_beats(step),
            Kind::LookBack(_) => std::iter::once(Beat::Returned).chain(rounds).collect(),
            Kind::Sort(_) => {
                let items = self.items(step).len();
                (0..items).map(Beat::Item).chain([Beat::Heaps]).collect()
            }
            Kind::Task(_) => vec![Beat::Task],
            Kind::NextStep(next) => (1..=next.questions.len()).map(Beat::Reveal).collect(),
            Kind::Story(stories) => self.story_beats(step, stories),
        }
    }

    fn story_beats(&self, step: usize, stories: &StoryStep) -> Vec<Beat> {
        let mut beats = Vec::new();
        if stories.stories.len() > 1 {
            beats.push(Beat::PickStory);
        }
        let path = self.path(step);
        let Some(story) = path.picked().and_then(|story| stories.stories.get(story)) else { return beats };
        beats.extend((1..=story.fragments.len()).map(Beat::Fragment));
        beats.extend([Beat::InventEndings, Beat::ChooseOneEnding, Beat::TellEndings]);
        beats.extend([Beat::Vote, Beat::ActOut]);
        beats.extend((0..path.scenes()).map(Beat::Scene));
        beats.extend((0..story.debrief.len()).map(Beat::Debrief));
        beats
    }

    /// Beat `0..` of a step; the last one when there are fewer by now.
    pub(super) fn beat_at(&self, step: usize, beat: usize) -> Option<Beat> {
        let beats = self.beats(step);
        beats.get(beat).or(beats.last()).copied()
    }

    /// Where a beat of a step is.
    pub(super) fn place_of(&self, step: usize, beat: Beat) -> Option<Place> {
        let beat = self.beats(step).iter().position(|other| *other == beat)?;
        Some(Place::Step { step, beat })
    }

    /// The way through the stories of a step.
    pub(super) fn path(&self, step: usize) -> StoryPath {
        if let Some(path) = self.stories.get(&step) {
            return path.clone();
        }
        match self.card.steps.get(step).map(|step| &step.kind) {
            Some(Kind::Story(StoryStep { stories })) => match stories.as_slice() {
                [only] => StoryPath::of_only_story(only),
                _ => StoryPath::default(),
            },
            _ => StoryPath::default(),
        }
    }

    /// The story that the class took in this step, in the wording that is set.
    pub(super) fn story(&self, step: usize) -> Option<&Story> {
        match self.kind(self.card.steps.get(step)?) {
            Kind::Story(stories) => stories.stories.get(self.path(step).picked()?),
            _ => None,
        }
    }

    /// Whether the card has this place; a journal from outside may say anything.
    pub(super) fn exists(&self, place: Place) -> bool {
        let steps = self.card.steps.len();
        match place {
            Place::Step { step, .. } => step < steps,
            Place::Closing { before } => before <= steps,
            Place::Start | Place::End => true,
        }
    }

    /// A place as it can be now: what came one by one may have become less.
    pub(super) fn within(&self, place: Place) -> Place {
        match place {
            Place::Step { step, beat } => {
                let last = self.beats(step).len().saturating_sub(1);
                Place::Step { step, beat: beat.min(last) }
            }
            other => other,
        }
    }

    pub(super) fn after(&self, place: Place) -> Option<Place> {
        let steps = &self.card.steps;
        match place {
            Place::Start => Some(self.sitting.as_ref()?.resume),
            Place::Step { step, beat } if beat.saturating_add(1) < self.beats(step).len() => {
                Some(Place::Step { step, beat: beat + 1 })
            }
            Place::Step { step, .. } => match steps.get(step + 1) {
                Some(next) if !next.new_sitting => Some(Place::Step { step: step + 1, beat: 0 }),
                _ => Some(Place::Closing { before: step + 1 }),
            },
            Place::Closing { before } if before < steps.len() => Some(Place::Step { step: before, beat: 0 }),
            Place::Closing { .. } => Some(Place::End),
            Place::End => None,
        }
    }

    pub(super) fn before(&self, place: Place) -> Option<Place> {
        let last_of = |step: usize| Place::Step { step, beat: self.beats(step).len().saturating_sub(1) };
        match place {
            Place::Start => None,
            Place::Step { step, beat } if beat > 0 => Some(Place::Step { step, beat: beat - 1 }),
            Place::Step { step: 0, .. } => Some(Place::Start),
            Place::Step { step, .. } => match self.card.steps.get(step) {
                Some(here) if here.new_sitting => Some(Place::Closing { before: step }),
                _ => Some(last_of(step - 1)),
            },
            Place::Closing { before } => Some(last_of(before.saturating_sub(1))),
            Place::End => Some(Place::Closing { before: self.card.steps.len() }),
        }
    }

    /// The part of a step's time that a place belongs to.
    pub(super) fn part_at(&self, place: Place) -> Option<Part> {
        let Place::Step { step, beat } = place else { return None };
        Some(Part { step, part: self.beat_at(step, beat)?.part() })
    }

    /// None where the card gives no time.
    pub(super) fn clock(&self, part: Part) -> Option<Clock> {
        self.clocks.get(&part).copied().or_else(|| self.planned(part).map(Clock::ready))
    }

    /// What the card gives a part.
    pub(super) fn planned(&self, Part { step, part }: Part) -> Option<Duration> {
        let step = self.card.steps.get(step)?;
        match (&step.kind, part) {
            (_, UNTIMED) => None,
            // Behind the parts that have minutes come the rounds and the duos.
            (Kind::Roleplay(play), part) if part > step.minutes.len() => Some(seconds(play.seconds)),
            (Kind::Pitch(pitch), part) if part > step.minutes.len() => Some(seconds(pitch.seconds)),
            _ => step.minutes.get(part).map(|Minutes(minutes)| Duration::from_mins(u64::from(*minutes))),
        }
    }

    /// Members of a group who are there.
    pub(super) fn present(&self, group: &Group) -> Vec<Pupil> {
        match self.sitting.as_ref().map(|sitting| &sitting.people) {
            Some(People::Present(present)) => {
                group.members.iter().filter(|pupil| present.contains(pupil)).copied().collect()
            }
            _ => group.members.clone(),
        }
    }

    /// The groups of today, with who is there.
    pub(super) fn groups_present(&self) -> Vec<Group> {
        let present = |group: &Group| Group { number: group.number, members: self.present(group) };
        self.groups.iter().map(present).filter(|group| !group.members.is_empty()).collect()
    }

    pub fn is_here(&self, pupil: Pupil) -> bool {
        self.groups.iter().any(|group| self.present(group).contains(&pupil))
    }

    /// With today, and whoever sits together now.
    pub(super) fn so_far(&self) -> Past {
        let mut past = self.past.clone();
        let mut day = self.days.last().cloned().unwrap_or_default();
        self.groups_present().iter().for_each(|group| day.work(&group.members));
        past.add(&day);
        past
    }

    pub fn has_names(&self) -> bool {
        matches!(self.sitting.as_ref().map(|sitting| &sitting.people), Some(People::Present(_)))
    }

    /// Until the class sees something change by itself; None: never.
    pub fn next_change(&self, now: Moment) -> Option<Duration> {
        let clock = self.part_at(self.place).and_then(|part| self.clock(part));
        let clock = clock.and_then(|clock| clock.next_change(now.monotonic));
        clock.into_iter().chain(self.next_bell_change(now.wall)).min()
    }

    pub(super) fn shown(&self, board: Board) -> bool {
        self.book.is_shown(board)
    }
}

fn seconds(seconds: u8) -> Duration {
    Duration::from_secs(u64::from(seconds))
}
