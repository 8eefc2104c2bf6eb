//! What the teacher can choose from, read at once, so that typing and drawing touch no disk.

use std::cell::OnceCell;

use jiff::Zoned;

use crate::class::Roster;
use crate::dutch;
use crate::session::{Activity, Shelf, Unfinished};
use crate::text::Text;

/// All that stands ready.
#[derive(Debug, Clone)]
pub struct Lists {
    /// The last used first.
    pub unfinished: Vec<Unfinished>,
    pub activities: Vec<Activity>,
    pub classes: Vec<Roster>,
    /// When it was read from the disk.
    pub now: Option<Zoned>,
    /// Made at the first search.
    index: OnceCell<Index>,
}

/// What a search looks in.
#[derive(Debug, Clone)]
pub struct Index {
    /// One for each of `unfinished`.
    pub lessons: Vec<String>,
    /// One for each of `activities`.
    pub activities: Vec<String>,
}

impl Lists {
    /// What is built in; the rest takes longer to read.
    pub fn shipped() -> Self {
        Self {
            unfinished: Vec::new(),
            activities: Shelf::shipped(),
            classes: Vec::new(),
            now: None,
            index: OnceCell::new(),
        }
    }

    /// Everything, and what could not be read.
    pub fn read(shelf: &Shelf, now: Zoned) -> (Self, Vec<Text>) {
        let mut notices = Vec::new();
        let mut kept = |notice: Text| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        };
        let lists = Self {
            unfinished: shelf.unfinished().map_err(&mut kept).unwrap_or_default(),
            activities: shelf.activities().map_err(&mut kept).unwrap_or_else(|()| Shelf::shipped()),
            classes: shelf.classes().map_err(&mut kept).unwrap_or_default(),
            now: Some(now),
            index: OnceCell::new(),
        };
        (lists, notices)
    }

    /// As plain text, so that a search touches nothing else.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index {
            lessons: self.unfinished.iter().map(lesson_text).collect(),
            activities: self.activities.iter().map(activity_text).collect(),
        })
    }

    /// When a lesson was last open, as people say it.
    pub fn when(&self, lesson: &Unfinished) -> String {
        let day = |now: &Zoned| {
            let last = lesson.last.to_zoned(now.time_zone().clone());
            dutch::day(last.date(), now.date())
        };
        self.now.as_ref().map(day).unwrap_or_default()
    }
}

fn lesson_text(lesson: &Unfinished) -> String {
    let class = lesson.class.as_deref().unwrap_or_default();
    plain(&format!("{} {class}", lesson.title))
}

fn activity_text(activity: &Activity) -> String {
    match &activity.card {
        Ok(card) => plain(&format!("{} {} {} {}", card.title, card.goal, card.occasion, card.words)),
        Err(_) => plain(activity.own.as_deref().unwrap_or_default()),
    }
}

/// As it is compared: small letters without marks, so that "zoe" finds "Zoë".
pub fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
