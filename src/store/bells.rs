//! When the bells of the school ring: entered once, and kept with the settings.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// More than any school day has.
const MAX_BELLS: usize = 20;
/// Nobody teaches before this hour: 1:10 is after lunch.
const FIRST_HOUR: i8 = 7;

/// The bells of a usual day, and of a day on which the lessons are shorter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SchoolTimes {
    #[serde(rename = "gewoon", skip_serializing_if = "Bells::is_empty")]
    pub usual: Bells,
    #[serde(rename = "verkort", skip_serializing_if = "Bells::is_empty")]
    pub shortened: Bells,
}

/// The bell at the end of each lesson hour, the first hour first; empty when never entered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Bells(Vec<Time>);

/// Why these times are no bells.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BellMistake {
    #[error("\"{0}\" is geen tijd. Typ de bellen zo: 9:15 10:00 10:45")]
    NoTime(Text),
    #[error("{0} staat er twee keer. Noem elke bel één keer.")]
    Double(String),
    #[error("{earlier} staat na {later}. Zet de bellen op volgorde.{}", afternoon(earlier))]
    Order { earlier: String, later: String },
    #[error("Dat zijn te veel bellen. Lesloper onthoudt er {MAX_BELLS}: het einde van elk lesuur is genoeg.")]
    TooMany,
}

impl SchoolTimes {
    pub fn is_empty(&self) -> bool {
        self.usual.is_empty() && self.shortened.is_empty()
    }
}

impl Bells {
    /// The times as people write them: 9:15, 9.15, 0915 or 915; also more of them in one, with commas.
    pub fn parse<S: AsRef<str>>(words: &[S]) -> Result<Self, BellMistake> {
        let separate = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
        let words = words.iter().flat_map(|words| words.as_ref().split(separate));
        let words = words.filter(|word| !word.is_empty());
        let times = words.map(|word| time(word).ok_or_else(|| BellMistake::NoTime(Text::clean(word))));
        let times = times.take(MAX_BELLS + 1).collect::<Result<Vec<Time>, _>>()?;
        if times.len() > MAX_BELLS {
            return Err(BellMistake::TooMany);
        }
        for (earlier, later) in times.iter().zip(times.iter().skip(1)) {
            if earlier == later {
                return Err(BellMistake::Double(written(*later)));
            }
            if earlier > later {
                let [earlier, later] = [*later, *earlier].map(written);
                return Err(BellMistake::Order { earlier, later });
            }
        }
        Ok(Self(times))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With the lesson hour that ends then, from 1.
    pub fn hours(&self) -> impl DoubleEndedIterator<Item = (usize, Time)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(index, bell)| (index + 1, *bell))
    }
}

impl TryFrom<Vec<String>> for Bells {
    type Error = BellMistake;

    fn try_from(words: Vec<String>) -> Result<Self, BellMistake> {
        Self::parse(&words)
    }
}

impl From<Bells> for Vec<String> {
    fn from(bells: Bells) -> Self {
        bells.0.into_iter().map(written).collect()
    }
}

/// As people write it, and as the file has it.
fn written(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

fn time(word: &str) -> Option<Time> {
    let (hour, minute) = match word.split_once([':', '.', 'u']) {
        Some((hour, minute)) => (hour, minute),
        None if word.is_ascii() => word.split_at(word.len().checked_sub(2)?),
        None => return None,
    };
    let is_number = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    let is_written = (1..=2).contains(&hour.len()) && minute.len() == 2;
    if !(is_written && is_number(hour) && is_number(minute)) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// What was meant perhaps: 1:10 after 12:20 is 13:10.
fn afternoon(earlier: &str) -> String {
    let early = time(earlier).filter(|time| time.hour() < FIRST_HOUR);
    let meant = early.and_then(|time| time.with().hour(time.hour() + 12).build().ok());
    meant.map(|meant| format!(" Bedoelde je {}?", written(meant))).unwrap_or_default()
}
