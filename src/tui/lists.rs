//! What the teacher can choose from, read at once, so that typing and drawing touch no disk.

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
    /// When it was read.
    pub now: Zoned,
    /// What a search looks in, one for each of `unfinished`.
    pub lesson_texts: Vec<String>,
    /// One for each of `activities`.
    pub activity_texts: Vec<String>,
}

impl Lists {
    /// What is built in; the rest takes longer to read.
    pub fn shipped(now: Zoned) -> Self {
        Self {
            unfinished: Vec::new(),
            activities: Shelf::shipped(),
            classes: Vec::new(),
            now,
            lesson_texts: Vec::new(),
            activity_texts: Vec::new(),
        }
        .indexed()
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
            now,
            lesson_texts: Vec::new(),
            activity_texts: Vec::new(),
        };
        (lists.indexed(), notices)
    }

    /// Once, so that a search touches plain text alone.
    fn indexed(mut self) -> Self {
        self.lesson_texts = self.unfinished.iter().map(lesson_text).collect();
        self.activity_texts = self.activities.iter().map(activity_text).collect();
        self
    }

    /// When a lesson was last open, as people say it.
    pub fn when(&self, lesson: &Unfinished) -> String {
        let last = lesson.last.to_zoned(self.now.time_zone().clone());
        dutch::day(last.date(), self.now.date())
    }
}

fn lesson_text(lesson: &Unfinished) -> String {
    let class = lesson.class.as_deref().unwrap_or_default();
    plain(&format!("{} {class}", lesson.title))
}

fn activity_text(activity: &Activity) -> String {
    match &activity.card {
        Ok(card) => {
            let words: Vec<&str> = card.words.iter().map(|word| &**word).collect();
            plain(&format!("{} {} {} {}", card.title, card.goal, card.occasion, words.join(" ")))
        }
        Err(_) => plain(activity.own.as_deref().unwrap_or_default()),
    }
}

/// As it is compared: small letters without marks, so that "zoe" finds "Zoë".
pub fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
