//! What a step says of the picture that stands beside the card, and why it may not be seen.

use std::fmt;
use std::ops::Deref;

use crate::card::format::{Format, Shape, part};
use crate::card::image::{MAX_PICTURE, MAX_PIXELS};
use crate::card::walk::{Node, Walk, quoted};
use crate::card::words::text;
use crate::text::Text;

/// In characters.
const MAX_NAME: usize = 80;

part! {
    /// What a step says of its picture.
    pub struct Picture {
        "bestand" => file: FileName = file_name(),
            "De naam van een PNG of JPEG, in dezelfde map als de kaart.", r#""garage.png""#;
        "tekst" => text: Text = text(140),
            "Wat erop staat, voor wie het niet ziet.", r#""Een monteur ligt onder een auto.""#;
    }
}

/// The name of a picture's file.
///
/// Invariant: a plain name on every system, that leads to no other folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileName(Text);

impl Deref for FileName {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl FileName {
    /// This name with a number: `garage-2.png`.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let (stem, ending) = self.0.rsplit_once('.').unwrap_or((&self.0, ""));
        let mark = format!("-{number}.{ending}");
        let room = MAX_NAME.saturating_sub(mark.chars().count());
        let stem: String = stem.chars().take(room).collect();
        Self(Text::clean(&format!("{stem}{mark}")))
    }
}

fn file_name() -> NameFormat {
    NameFormat
}

struct NameFormat;

impl Format for NameFormat {
    type Value = FileName;

    fn shape(&self) -> Shape {
        Shape::FileName(MAX_NAME)
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<FileName> {
        let name = text(MAX_NAME).read(node, walk)?;
        if name.contains(['/', '\\', ':']) {
            let what = format!("{} wijst naar een andere map", quoted(&name));
            return walk.mistake(node, what, "zet de afbeelding naast de kaart en noem alleen haar naam");
        }
        let (stem, ending) = name.rsplit_once('.').unwrap_or_default();
        let remedy = if !matches!(&*ending.to_ascii_lowercase(), "png" | "jpg" | "jpeg") {
            "kies een bestand dat eindigt op .png of .jpg"
        } else if !is_plain(stem) || node.text() != Some(&*name) {
            "geef het bestand een naam van gewone letters en cijfers"
        } else {
            let name = FileName(name);
            walk.found(node, name.clone());
            return Some(name);
        };
        walk.mistake(node, format!("{} kan niet als afbeelding", quoted(&name)), remedy)
    }
}

/// Not hidden, no sign that a system keeps for itself, and not the name of a device on Windows.
fn is_plain(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let numbered = |device| first.strip_prefix(device).is_some_and(|rest: &str| rest.chars().count() == 1);
    let is_device = matches!(first.as_str(), "con" | "prn" | "aux" | "nul");
    let is_kept = stem.contains(['<', '>', '"', '|', '?', '*']);
    !(first.is_empty() || is_device || is_kept || numbered("com") || numbered("lpt"))
}

/// Why there is no picture to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unseen {
    Missing,
    /// A link, a folder, or something else that is no plain file.
    NoFile,
    /// In the words of the system.
    Unread(Text),
    TooLarge,
    /// Neither a PNG nor a JPEG, whatever its name says.
    OtherKind,
    TooManyPixels {
        megapixels: usize,
    },
    Damaged,
}

impl Unseen {
    /// What to do about it.
    pub fn remedy(&self) -> String {
        match self {
            Self::Missing => "zet het naast de kaart, of verbeter de naam".to_owned(),
            Self::NoFile => "zet het bestand zelf naast de kaart".to_owned(),
            Self::Unread(_) => "kijk of je het zelf kunt openen".to_owned(),
            Self::TooLarge | Self::TooManyPixels { .. } => {
                format!(
                    "maak haar kleiner: hooguit {} MB en {MAX_PIXELS} megapixel",
                    MAX_PICTURE / 1024 / 1024
                )
            }
            Self::OtherKind => "bewaar haar als PNG of JPEG".to_owned(),
            Self::Damaged => "bewaar haar opnieuw als PNG of JPEG".to_owned(),
        }
    }
}

impl fmt::Display for Unseen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("dit bestand is er niet"),
            Self::NoFile => f.write_str("dit is een verwijzing of een map, geen bestand"),
            Self::Unread(why) => write!(f, "dit bestand is niet te lezen ({why})"),
            Self::TooLarge => f.write_str("deze afbeelding is te groot"),
            Self::OtherKind => f.write_str("dit is geen PNG of JPEG, ook al heet het zo"),
            Self::TooManyPixels { megapixels } => write!(f, "deze afbeelding heeft {megapixels} megapixel"),
            Self::Damaged => f.write_str("deze afbeelding is beschadigd"),
        }
    }
}
