//! The one writer of a running lesson: grants a wish, has it saved, and tells what is seen now.

mod bench;
mod pictures;
mod rehearsal;
mod second;
mod shelf;
mod watch;

pub use crate::store::{
    Bells, KeptDraft, LessonId, Look, MAX_CLASSROOM_NAME, Mouse, SchoolTimes, Settings, Stamp,
};
pub use bench::Looked;
pub use rehearsal::Rehearsal;
pub use second::{Line, Looking, Offered, Overview, Seen, Wished};
pub use shelf::{Activity, Shelf, Unfinished};
pub use watch::{chance, local_time};

use std::sync::Arc;
use std::time::Duration;

use crate::card::Card;
use crate::class::Roster;
use crate::lesson::{
    Behind, Command, Event, History, Lesson, Moment, Opening, Plan, Record, Refusal, Scene, decide,
};
use crate::store::{Error, Journal, Notify, Status};
use crate::text::Text;
use pictures::Pictures;
use shelf::said;
use watch::Watch;

/// A deed is shown once it is saved, or after this long.
const SHOWN_AFTER: Duration = Duration::from_millis(100);
/// Leaving waits this long for the disk.
const LEAVING: Duration = Duration::from_secs(2);

/// Is called, on another thread, when something was saved or could not be.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A lesson that is open in this program.
pub struct Session {
    history: History,
    roster: Option<Roster>,
    journal: Journal,
    watch: Watch,
    pictures: Pictures,
    notices: Vec<Text>,
    /// What was wished is on its way to the disk, and nobody has waited for it yet.
    is_unsettled: bool,
}

/// Whether everything that happened is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    All,
    Pending,
    /// Why not; saving is tried again.
    Failing(Text),
}

impl Session {
    /// Begins a lesson with its first les. Runs unsaved, and says so, where it cannot be saved.
    pub fn begin(
        shelf: &Shelf,
        card: &Arc<Card>,
        roster: Option<Roster>,
        opening: Opening,
        wake: Wake,
    ) -> Result<Self, Refusal> {
        let watch = Watch::start();
        let now = watch.now();
        let class = roster.as_ref().map(|roster| roster.name().clone());
        let mut history = History::new(Arc::clone(card));
        history.append(now, vec![Event::LessonStarted { card: card.id.clone(), class }]);
        let opened = decide(history.lesson(), Command::OpenSitting(opening), now, chance())?;
        history.append(now, opened);
        let pictures = Pictures::read(&shelf.store, card, Arc::clone(&wake));
        let journal = shelf.store.begin(card.source(), history.records(), waking(wake));
        journal.keep(pictures::files(card));
        let notices = Vec::new();
        let mut session = Self { history, roster, journal, watch, pictures, notices, is_unsettled: true };
        // Who offers a line to second screens finds the folder there.
        session.settle();
        Ok(session)
    }

    /// Opens a lesson again. One that was broken off goes on at once; else a new les is needed first:
    /// see [`Session::needs_opening`].
    pub fn reopen(shelf: &Shelf, id: &LessonId, wake: Wake) -> Result<Self, Error> {
        let watch = Watch::start();
        let now = watch.now();
        let opened = shelf.store.reopen(id, now.wall, waking(Arc::clone(&wake)))?;
        let mut notices: Vec<Text> = opened.found.notices.iter().map(said).collect();
        let card = opened.found.card.map_err(|problems| Error::SpoiledCard {
            id: id.clone(),
            first: problems.first().map(said).unwrap_or_default(),
        })?;
        let pictures = Pictures::read(&shelf.store, &card, Arc::clone(&wake));
        let history = History::replay(Arc::new(card), opened.found.records);
        let roster = match history.lesson().class().map(|class| shelf.store.class(class)) {
            Some(Ok(None)) => {
                notices.push(Text::clean(
                    "De klas van deze les is er niet meer. De les gaat verder zonder namen.",
                ));
                None
            }
            Some(Ok(roster)) => roster,
            Some(Err(why)) => {
                notices.push(said(why));
                None
            }
            None => None,
        };
        let journal = opened.journal.unwrap_or_else(|why| Journal::unsaved(id.clone(), why, waking(wake)));
        let mut session = Self { history, roster, journal, watch, pictures, notices, is_unsettled: false };
        if !session.needs_opening() {
            // Cannot be refused: the class is there.
            let _ = session.wish(Command::ResumeSitting);
        }
        Ok(session)
    }

    /// The class is not there: Les klaarzetten comes first.
    pub fn needs_opening(&self) -> bool {
        !self.lesson().goes_on(self.watch.now().wall)
    }

    pub fn id(&self) -> &LessonId {
        self.journal.id()
    }

    /// Whether the lesson is offered again: see [`Lesson::can_go_on`].
    pub fn can_go_on(&self) -> bool {
        self.lesson().can_go_on(self.watch.now().wall)
    }

    pub fn lesson(&self) -> &Lesson {
        self.history.lesson()
    }

    pub fn roster(&self) -> Option<&Roster> {
        self.roster.as_ref()
    }

    /// Grants a wish, or says why not. What came of it is saved, or being saved.
    pub fn act(&mut self, command: Command) -> Result<(), Refusal> {
        self.wish(command)?;
        self.settle();
        Ok(())
    }

    /// Grants a wish, or says why not. Before what came of it is shown, [`Session::settle`] it.
    pub fn wish(&mut self, command: Command) -> Result<(), Refusal> {
        let now = self.look();
        self.grant(command, now)
    }

    /// What is saved; waits for the disk once after a wish, as long as a class may wait.
    pub fn settle(&mut self) -> Saved {
        let patience = if std::mem::take(&mut self.is_unsettled) { SHOWN_AFTER } else { Duration::ZERO };
        judged(&self.history, self.journal.wait(last(&self.history), patience))
    }

    /// What is seen now.
    pub fn scene(&mut self) -> Scene {
        let now = self.look();
        self.pictures.hung(self.lesson().scene(now, self.roster.as_ref()))
    }

    /// What stands behind the class view now.
    pub fn behind(&self) -> Behind {
        self.lesson().behind(self.roster.as_ref())
    }

    /// What fits before the bell.
    pub fn plan(&self) -> Option<Plan> {
        self.lesson().plan(self.watch.now())
    }

    /// What would be seen after this deed; None when it is refused. Nothing happens.
    pub fn scene_after(&self, command: Command) -> Option<Scene> {
        let at = self.watch.now();
        let next = self.history.records().last().map_or(1, |last| last.seq + 1);
        let events = decide(self.lesson(), command, at, chance()).ok()?;
        let mut lesson = self.lesson().clone();
        for (seq, event) in (next..).zip(events) {
            lesson.apply(&Record { seq, at, event });
        }
        Some(self.pictures.hung(lesson.scene(at, self.roster.as_ref())))
    }

    /// Until the class sees something change by itself; None: never.
    pub fn next_change(&self) -> Option<Duration> {
        self.lesson().next_change(self.watch.now())
    }

    /// Until the teacher sees the minutes to the bell change; None: never.
    pub fn next_minute(&self) -> Option<Duration> {
        self.lesson().next_minute(self.watch.now().wall)
    }

    pub fn saved(&self) -> Saved {
        judged(&self.history, self.journal.status())
    }

    pub fn has_notices(&self) -> bool {
        !self.notices.is_empty()
    }

    /// What must be said once: something that was put right, or could not be done.
    pub fn notices(&mut self) -> Vec<Text> {
        std::mem::take(&mut self.notices)
    }

    /// Leaves the lesson as it is, and waits a while for the disk: whether it has everything now.
    pub fn close(self) -> Saved {
        judged(&self.history, self.journal.close(LEAVING))
    }

    /// A sign of life; stops a running clock when the machine slept since the last one.
    fn look(&mut self) -> Moment {
        let now = self.watch.now();
        if let Some(last) = self.watch.look(now)
            && !self.needs_opening()
        {
            // Refused when no clock runs: then nothing was lost.
            let _ = self.grant(Command::NoticeJump { last }, now);
        }
        now
    }

    fn grant(&mut self, command: Command, now: Moment) -> Result<(), Refusal> {
        let shreds = matches!(command, Command::ShredAnswer(_) | Command::EmptyBin);
        let events = decide(self.lesson(), command, now, chance())?;
        let records = self.history.append(now, events).to_vec();
        if shreds {
            if let Err(why) = self.journal.rewrite(self.history.records().to_vec()) {
                self.notices.push(said(why));
            }
        } else if !records.is_empty() {
            self.journal.append(records);
            self.is_unsettled = true;
        }
        Ok(())
    }
}

fn judged(history: &History, status: Status) -> Saved {
    match status.trouble {
        _ if status.saved >= last(history) => Saved::All,
        Some(why) => Saved::Failing(said(why)),
        None => Saved::Pending,
    }
}

/// The number of the last record.
fn last(history: &History) -> u64 {
    history.records().last().map_or(0, |last| last.seq)
}

fn waking(wake: Wake) -> Notify {
    Box::new(move |_| wake())
}
