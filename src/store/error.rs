//! What can go wrong with the disk and with what stands on it, in sentences for the teacher: where,
//! what, why, and what to do.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::class::{ClassName, RosterMistake};
use crate::store::lessons::LessonId;
use crate::store::lock::Holder;
use crate::store::sharing::ArchiveFault;
use crate::text::Text;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The world failed.
#[derive(Debug, Error)]
pub enum Error {
    #[error("{}: {deed} lukt niet, want {}. {}", shown(path), reason(why), advice(why))]
    Disk { deed: Deed, path: PathBuf, why: io::Error },
    #[error("Deze les is al open {holder}. Sluit de les daar, of kies hier een andere les.")]
    Held { holder: Holder },
    #[error(
        "{}:{line}: het journaal is hier beschadigd. Alles wat ervoor staat is nog te bekijken; er wordt niets overschreven.",
        shown(path)
    )]
    Damaged { path: PathBuf, line: u64 },
    #[error(
        "{}:{line}: deze les komt uit een nieuwere Lesloper. Werk Lesloper bij om ermee verder te gaan.",
        shown(path)
    )]
    Newer { path: PathBuf, line: u64 },
    #[error(
        "Gebeurtenis {seq} past niet in het journaal. Begin de les opnieuw; wat bewaard is blijft staan."
    )]
    Unfit { seq: u64 },
    #[error(
        "{}:{line}:{column}: hier klopt de JSON niet. Herstel het bestand, of haal het weg.",
        shown(path)
    )]
    Json { path: PathBuf, line: usize, column: usize },
    #[error("{}:{line}: {fault}.", shown(path))]
    Roster { path: PathBuf, line: usize, fault: RosterFault },
    #[error("{}: hier staat klas {other} al. Kies voor klas {wanted} een andere naam.", shown(path))]
    NameTaken { path: PathBuf, wanted: ClassName, other: ClassName },
    #[error(
        "{}: dit is nog een lijst van klas {name}. Haal dit bestand weg, of geef de klas erin een andere naam.",
        shown(path)
    )]
    StrayClass { path: PathBuf, name: ClassName },
    #[error(
        "{}: hier staat al iets anders, en dat blijft staan. Kies een andere map met --uit MAP.",
        shown(path)
    )]
    SheetTaken { path: PathBuf },
    #[error("{}: bewaren lukt niet, want {}. Kies een andere map met --uit MAP.", shown(path), reason(why))]
    SheetUnwritten { path: PathBuf, why: io::Error },
    #[error("De kaart van les {id} is beschadigd: {first} De antwoorden staan nog in het journaal.")]
    SpoiledCard { id: LessonId, first: Text },
    #[error("Er is geen les met de naam {wanted}. Kies er een uit de lijst.")]
    NoSuchLesson { wanted: Text },
    #[error("{}: {fault}", shown(path))]
    Archive { path: PathBuf, fault: ArchiveFault },
    #[error("{}: dit is een koppeling naar iets anders. Zet daar het bestand zelf neer.", shown(path))]
    Linked { path: PathBuf },
    #[error(
        "{}: hier staat geen kaart. Een kaart eindigt op .json, en staat los, in een map of in een ZIP.",
        shown(path)
    )]
    NoCards { path: PathBuf },
    #[error("{}: hier staan meer dan {most} kaarten. Kies een kleinere map.", shown(path))]
    TooManyCards { path: PathBuf, most: usize },
    #[error("Lesloper weet niet waar jouw bestanden staan. Kies zelf een map met --map MAP.")]
    NoHome,
    #[error(
        "De schijf antwoordt niet. Lesloper blijft het proberen; kijk of de stick of het netwerk er nog is."
    )]
    Slow,
    #[error("Het bewaren is gestopt. Sluit de les en open haar opnieuw.")]
    WriterGone,
}

/// What was being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Deed {
    #[error("lezen")]
    Read,
    #[error("bewaren")]
    Write,
    #[error("weghalen")]
    Remove,
}

/// What is wrong with a class or a list of names.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RosterFault {
    #[error("dit is geen tekst; bewaar de lijst als CSV, of zet op elke regel een naam")]
    NotText,
    #[error("dit hoort niet in een klas van Lesloper; herstel het bestand")]
    NotAClass,
    #[error("alle nummers van deze klas zijn op; maak een klas met een nieuwe naam")]
    NumbersUsedUp,
    #[error(transparent)]
    Mistake(#[from] RosterMistake),
}

/// Something that was put right, and that the teacher should know.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Notice {
    #[error(
        "De laatste regel van het journaal was niet af en is weggehaald. Een kopie staat in {}.",
        shown(copy)
    )]
    TornTail { copy: PathBuf },
    #[error("De nieuwste gebeurtenissen stonden nog apart en zijn teruggezet.")]
    Recovered,
    #[error(
        "De instellingen waren beschadigd. Lesloper begint met de gewone; het oude bestand staat in {}.",
        shown(copy)
    )]
    SettingsReset { copy: PathBuf },
    #[error("De instellingen zijn niet te lezen. Lesloper gebruikt de gewone. {why}")]
    SettingsUnread { why: String },
    #[error("Regel {line}: {name} staat er al. Deze leerling heet nu {told_apart}.")]
    SameName { line: usize, name: Text, told_apart: Text },
    #[error("Regel {line}: deze naam is te lang en is korter gemaakt: {name}.")]
    NameCut { line: usize, name: Text },
}

/// The path as it may be shown: a file's name may hold anything.
pub fn shown(path: &Path) -> Text {
    Text::clean(&path.to_string_lossy())
}

fn reason(why: &io::Error) -> String {
    match why.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "de schijf is vol".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "dat mag hier niet".to_owned(),
        ErrorKind::NotFound => "het staat er niet".to_owned(),
        ErrorKind::FileTooLarge => "het bestand is te groot".to_owned(),
        ErrorKind::InvalidInput => "het is geen gewoon bestand".to_owned(),
        ErrorKind::IsADirectory => "het is een map".to_owned(),
        ErrorKind::NotADirectory => "dit is een bestand, en geen map".to_owned(),
        ErrorKind::AlreadyExists => "daar staat al een bestand".to_owned(),
        ErrorKind::InvalidData => "het is geen tekst in UTF-8".to_owned(),
        ErrorKind::WouldBlock => "een ander venster is er net mee bezig".to_owned(),
        _ => format!("de computer meldt: {}", Text::clean(&why.to_string())),
    }
}

fn advice(why: &io::Error) -> &'static str {
    match why.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "Maak ruimte vrij; Lesloper bewaart dan alles alsnog."
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "Kies een andere map met --map MAP, of vraag wie deze computer beheert."
        }
        ErrorKind::NotFound => "Kijk of de map of stick er nog is.",
        ErrorKind::FileTooLarge
        | ErrorKind::InvalidInput
        | ErrorKind::InvalidData
        | ErrorKind::IsADirectory => "Kies een ander bestand, of zet er een gewoon tekstbestand neer.",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "Kies een andere map met --map MAP.",
        _ => "Probeer het nog eens, of kies een andere map met --map MAP.",
    }
}

impl Error {
    pub(crate) fn disk(deed: Deed, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |why| {
            let is_in_a_file = why.kind() == ErrorKind::NotADirectory;
            let file = if is_in_a_file { path.ancestors().find(|above| above.is_file()) } else { None };
            Self::Disk { deed, path: file.unwrap_or(&path).to_owned(), why }
        }
    }

    pub(crate) fn json(path: &Path, why: &serde_json::Error) -> Self {
        Self::Json { path: path.to_owned(), line: why.line(), column: why.column() }
    }
}
