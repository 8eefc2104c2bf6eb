//! What the teacher can choose from, read at once, so that typing and drawing touch no disk.

use jiff::Zoned;

use crate::class::Roster;
use crate::dutch;
use crate::session::{Activity, Settings, Shelf, Unfinished};
use crate::text::Text;

/// All that stands ready.
#[derive(Debug, Clone)]
pub struct Lists {
    /// The last used first.
    pub unfinished: Vec<Unfinished>,
    pub activities: Vec<Activity>,
    pub classes: Vec<Roster>,
    pub settings: Settings,
    /// When it was read.
    pub now: Zoned,
}

impl Lists {
    /// What is built in; the rest takes longer to read.
    pub fn shipped(now: Zoned) -> Self {
        Self {
            unfinished: Vec::new(),
            activities: Shelf::shipped(),
            classes: Vec::new(),
            settings: Settings::default(),
            now,
        }
    }

    /// Everything, and what could not be read.
    pub fn read(shelf: &Shelf, now: Zoned) -> (Self, Vec<Text>) {
        let mut notices = Vec::new();
        let (settings, notice) = shelf.settings();
        notices.extend(notice);
        let mut kept = |notice: Text| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        };
        let lists = Self {
            unfinished: shelf.unfinished().map_err(&mut kept).unwrap_or_default(),
            activities: shelf.activities().map_err(&mut kept).unwrap_or_else(|()| Shelf::shipped()),
            classes: shelf.classes().map_err(&mut kept).unwrap_or_default(),
            settings,
            now,
        };
        (lists, notices)
    }

    /// When a lesson was last open, as people say it.
    pub fn when(&self, lesson: &Unfinished) -> String {
        let last = lesson.last.to_zoned(self.now.time_zone().clone());
        dutch::day(last.date(), self.now.date())
    }
}
