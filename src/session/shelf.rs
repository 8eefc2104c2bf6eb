//! What a teacher can choose from: activities, unfinished lessons and classes. Screens know the disk
//! through this alone.

use std::sync::Arc;

use jiff::Timestamp;

use super::watch::local_time;
use crate::card::{Card, Phase, Summary};
use crate::class::{ClassName, Past, Roster};
use crate::lesson::{History, Lesson};
use crate::report::{self, Wanted};
use crate::store::{self, Entry, Flaw, Head, LessonId, Notice, Origin, Progress, Settings, Store};
use crate::text::Text;

/// So many unfinished lessons are offered; older ones are kept, only not on top.
const MAX_OFFERED: usize = 12;

/// All that stands ready.
#[derive(Clone)]
pub struct Shelf {
    pub(super) store: Store,
}

/// A card in the list, or what should have been one.
#[derive(Debug, Clone)]
pub struct Activity {
    /// The name of its file; of an own card alone.
    pub own: Option<Text>,
    /// Or why it cannot be done.
    pub card: Result<Summary, Text>,
    /// Another card has the same id.
    pub is_double: bool,
    /// Where the whole card is.
    pub origin: Origin,
}

/// A lesson that can be gone on with.
#[derive(Debug, Clone)]
pub struct Unfinished {
    pub id: LessonId,
    pub title: Text,
    pub class: Option<ClassName>,
    pub last: Timestamp,
    /// Where it goes on.
    pub phase: Option<Phase>,
}

impl Shelf {
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// The activities that are built in; touches no disk.
    pub fn shipped() -> Vec<Activity> {
        store::shipped().into_iter().map(activity).collect()
    }

    /// Those, and the teacher's own. An error: the own ones cannot be read.
    pub fn activities(&self) -> Result<Vec<Activity>, Text> {
        Ok(self.store.library().map_err(said)?.into_iter().map(activity).collect())
    }

    /// The whole card of one of them, or why it cannot be done.
    pub fn card(&self, activity: &Activity) -> Result<Arc<Card>, Text> {
        self.store.card(&activity.origin).map(Arc::new).map_err(|flaw| why(&flaw))
    }

    /// Puts a card on paper, without names, and says where.
    pub fn print(&self, card: &Card) -> Text {
        let Some(paper) = report::print(card, Wanted::All, None) else { return Text::default() };
        match self.store.write_sheet(None, &paper.name, &paper.html) {
            Ok(path) => Text::clean(&format!("Klaar om te printen: {}", store::shown(&path))),
            Err(why) => said(why),
        }
    }

    /// The lessons that can be gone on with, the last used first; what cannot be read is left out.
    /// One that broke off before it began is offered only while it is the last of all: a teacher who
    /// tries some activities leaves no row behind for each.
    pub fn unfinished(&self) -> Result<Vec<Unfinished>, Text> {
        let listed = self.store.lessons().map_err(said)?;
        let now = local_time().timestamp();
        let newest = listed.first().map(|listed| listed.id.clone());
        let readable = listed.into_iter().filter_map(|listed| Some((listed.id, listed.head.ok()?)));
        let open = readable.filter(|(_, head)| head.progress == Progress::Open);
        let offered = open.filter_map(|(id, head)| {
            let history = self.history(&id)?;
            let lesson = history.lesson();
            let is_newest = newest.as_ref() == Some(&id);
            let offers = lesson.can_go_on(now) && (lesson.is_begun() || is_newest);
            offers.then(|| unfinished(id, head, lesson))
        });
        Ok(offered.take(MAX_OFFERED).collect())
    }

    fn history(&self, id: &LessonId) -> Option<History> {
        let found = self.store.look(id).ok()?;
        Some(History::replay(Arc::new(found.card.ok()?), found.records))
    }

    /// The classes with names; what cannot be read is left out.
    pub fn classes(&self) -> Result<Vec<Roster>, Text> {
        let names = self.store.classes().map_err(said)?;
        Ok(names.into_iter().flatten().filter_map(|name| self.store.class(&name).ok()?).collect())
    }

    /// What a class did in all its lessons, and who is kept apart; what cannot be read is left out.
    pub fn past(&self, class: &Roster) -> Past {
        let name = class.name().to_lowercase();
        let listed = self.store.lessons().unwrap_or_default().into_iter();
        let theirs = listed.filter(|listed| {
            let of = listed.head.as_ref().ok().and_then(|head| head.class.as_ref());
            of.is_some_and(|of| of.to_lowercase() == name)
        });
        let histories = theirs.filter_map(|listed| self.history(&listed.id));
        let days = histories.flat_map(|history| history.lesson().days().to_vec()).collect();
        let everyone = class.pupils().iter().map(|(pupil, _)| *pupil).collect();
        let past = Past { apart: class.apart().clone(), ..Past::of(days) };
        past.among(&everyone)
    }

    /// What was chosen last time, and what must be said about it. None: it cannot be read, and is not
    /// to be written over.
    pub fn settings(&self) -> (Option<Settings>, Option<Text>) {
        let (settings, notice) = self.store.settings();
        let is_read = !matches!(notice, Some(Notice::SettingsUnread { .. }));
        (is_read.then_some(settings), notice.map(said))
    }

    /// The school's times are entered elsewhere, perhaps while this program runs: those on disk stay.
    pub fn keep(&self, settings: &Settings) -> Result<(), Text> {
        let times = self.store.settings().0.times;
        self.store.write_settings(&Settings { times, ..settings.clone() }).map_err(said)
    }
}

fn unfinished(id: LessonId, head: Head, lesson: &Lesson) -> Unfinished {
    Unfinished { id, title: head.title, class: head.class, last: head.last, phase: lesson.phase() }
}

fn activity(entry: Entry) -> Activity {
    let own = match &entry.origin {
        Origin::Shipped(_) => None,
        Origin::Own(path) => path.file_name().map(|name| Text::clean(&name.to_string_lossy())),
    };
    let card = entry.card.map_err(|flaw| why(&flaw));
    Activity { own, card, is_double: entry.double_of.is_some(), origin: entry.origin }
}

fn why(flaw: &Flaw) -> Text {
    match flaw {
        Flaw::Problems(problems) => problems.first().map(said).unwrap_or_default(),
        Flaw::Unread(why) => said(why),
        Flaw::TooMany => {
            Text::clean("Er staan te veel kaarten in deze map; deze en de volgende zijn overgeslagen.")
        }
    }
}

/// A sentence of another room, ready to show.
pub(super) fn said(sentence: impl std::fmt::Display) -> Text {
    Text::clean(&sentence.to_string())
}
