//! What the teacher chose last time, in `instellingen.json`.

use serde::{Deserialize, Serialize};

use crate::class::MAX_PUPILS;
use crate::lesson::Screen;
use crate::store::Store;
use crate::store::error::{Deed, Error, Notice, Result};
use crate::text::Text;

/// A few lines; anything larger is not ours.
const MAX_SETTINGS: u64 = 64 * 1024;

/// Every setting has a value that serves when nothing was ever chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The name of the theme; none: the program's own choice.
    #[serde(rename = "thema", skip_serializing_if = "Option::is_none")]
    pub theme: Option<Text>,
    /// The name of the set of big letters; none: the program's own choice.
    #[serde(rename = "letters", skip_serializing_if = "Option::is_none")]
    pub letters: Option<Text>,
    /// In the last class without names.
    #[serde(rename = "leerlingen")]
    pub pupils: u8,
    #[serde(rename = "scherm", with = "ScreenWord")]
    pub screen: Screen,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: None, letters: None, pupils: 24, screen: Screen::default() }
    }
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
            Ok(settings) if (1..=MAX_PUPILS).contains(&usize::from(settings.pupils)) => (settings, None),
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
