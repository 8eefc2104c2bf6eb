//! What the teacher chose last time, in `instellingen.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::class::{MAX_PUPILS, People};
use crate::lesson::{Opening, Screen};
use crate::store::Store;
use crate::store::bells::SchoolTimes;
use crate::store::error::{Deed, Error, Notice, Result};
use crate::text::Text;

/// A few lines; anything larger is not ours.
const MAX_SETTINGS: u64 = 64 * 1024;

/// A teacher has a handful; so many names can still be looked through.
pub const MAX_CLASSROOMS: usize = 20;
/// In characters: what stands beside a question.
pub const MAX_CLASSROOM_NAME: usize = 30;

/// Every setting has a value that serves when nothing was ever chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    #[serde(flatten)]
    pub looks: Looks,
    /// In the last class without names.
    #[serde(rename = "leerlingen")]
    pub pupils: u8,
    #[serde(rename = "scherm", with = "ScreenWord")]
    pub screen: Screen,
    #[serde(rename = "lestijden", skip_serializing_if = "SchoolTimes::is_empty")]
    pub times: SchoolTimes,
    #[serde(rename = "muis", skip_serializing_if = "is_usual")]
    pub mouse: Mouse,
}

/// Whether a tap on the board, or a click, does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Mouse {
    #[default]
    #[serde(rename = "uit")]
    Off,
    #[serde(rename = "aan")]
    On,
}

/// How the program looks, in each classroom.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Looks {
    /// Where no classroom is known.
    #[serde(flatten)]
    anywhere: Look,
    /// The one that was chosen last.
    #[serde(rename = "lokaal", skip_serializing_if = "Option::is_none")]
    classroom: Option<Text>,
    #[serde(rename = "lokalen", skip_serializing_if = "BTreeMap::is_empty")]
    classrooms: BTreeMap<Text, Look>,
}

/// How the program looks, by the names of what was chosen; none: the program's own choice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    #[serde(rename = "thema", skip_serializing_if = "Option::is_none")]
    pub theme: Option<Text>,
    #[serde(rename = "letters", skip_serializing_if = "Option::is_none")]
    pub letters: Option<Text>,
}

/// No more classrooms can be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Lesloper onthoudt {MAX_CLASSROOMS} lokalen, en zoveel zijn het er al. Kies er een met de pijltjes.")]
pub struct TooManyClassrooms;

impl Default for Settings {
    fn default() -> Self {
        Self {
            looks: Looks::default(),
            pupils: 24,
            screen: Screen::default(),
            times: SchoolTimes::default(),
            mouse: Mouse::Off,
        }
    }
}

impl Settings {
    /// What was answered now is the answer that stands there next time.
    pub fn take_answers(&mut self, opening: &Opening) {
        if let People::Count(count) = opening.people {
            self.pupils = count;
        }
        self.screen = opening.screen;
    }
}

impl Looks {
    /// As chosen in the classroom, or else anywhere.
    pub fn here(&self) -> &Look {
        self.classroom().and_then(|name| self.classrooms.get(name)).unwrap_or(&self.anywhere)
    }

    /// Remembers the look where the teacher is.
    pub fn set_here(&mut self, look: Look) {
        let here = self.classroom.as_ref().and_then(|name| self.classrooms.get_mut(name));
        *here.unwrap_or(&mut self.anywhere) = look;
    }

    /// Where the teacher is, if that was said.
    pub fn classroom(&self) -> Option<&Text> {
        self.classroom.as_ref().filter(|name| self.classrooms.contains_key(*name))
    }

    /// In the order of their names.
    pub fn classrooms(&self) -> impl Iterator<Item = &Text> {
        self.classrooms.keys()
    }

    /// Goes to a classroom that is known.
    pub fn enter(&mut self, classroom: Text) {
        self.classroom = Some(classroom);
    }

    /// Goes to a classroom, new or known, and remembers how the program looks there.
    pub fn furnish(&mut self, classroom: Text, look: Look) -> std::result::Result<(), TooManyClassrooms> {
        if self.classrooms.len() >= MAX_CLASSROOMS && !self.classrooms.contains_key(&classroom) {
            return Err(TooManyClassrooms);
        }
        self.classrooms.insert(classroom.clone(), look);
        self.enter(classroom);
        Ok(())
    }

    fn is_within_bounds(&self) -> bool {
        self.classrooms.len() <= MAX_CLASSROOMS
            && self.classrooms().all(|name| (1..=MAX_CLASSROOM_NAME).contains(&name.chars().count()))
    }
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// [`Screen`] in the words of the file.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Screen", rename_all = "kebab-case")]
enum ScreenWord {
    #[serde(rename = "gespiegeld")]
    Mirrored,
    #[serde(rename = "apart")]
    Apart,
}

impl Store {
    /// The settings; the usual ones where there are none or where they cannot be read. A damaged file
    /// is kept aside.
    pub fn settings(&self) -> (Settings, Option<Notice>) {
        let path = &self.paths.settings;
        let bytes = match self.storage.read(path, MAX_SETTINGS) {
            Ok(bytes) => bytes,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return (Settings::default(), None),
            Err(why) => {
                let why = Error::disk(Deed::Read, path)(why).to_string();
                return (Settings::default(), Some(Notice::SettingsUnread { why }));
            }
        };
        match serde_json::from_slice::<Settings>(&bytes) {
            Ok(settings)
                if settings.looks.is_within_bounds()
                    && (1..=MAX_PUPILS).contains(&usize::from(settings.pupils)) =>
            {
                (settings, None)
            }
            _ => (Settings::default(), Some(self.keep_settings_aside())),
        }
    }

    pub fn write_settings(&self, settings: &Settings) -> Result<()> {
        let path = &self.paths.settings;
        let mut json = serde_json::to_string_pretty(settings).map_err(|why| Error::json(path, &why))?;
        json.push('\n');
        self.write(path, json.as_bytes())
    }

    fn keep_settings_aside(&self) -> Notice {
        let copy = self.paths.settings.with_extension("kapot.json");
        match self.storage.rename(&self.paths.settings, &copy) {
            Ok(()) => Notice::SettingsReset { copy },
            Err(why) => {
                let why = Error::disk(Deed::Write, &copy)(why).to_string();
                Notice::SettingsUnread { why }
            }
        }
    }
}
