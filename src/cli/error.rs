//! Why a command could not be done.

use std::io;

use crate::class::ClassName;
use crate::store::{self, BellMistake, LessonId};
use crate::text::Text;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("Lesloper heeft een terminal nodig. Open een terminalvenster en typ daar: lesloper")]
    NoTerminal,
    #[error("Dit kan niet in gewone regels. Een les wel, met: lesloper --platte-tekst")]
    NotInPlainText,
    #[error("Er is geen activiteit {0}. Alle activiteiten staan in: lesloper activiteiten")]
    NoSuchActivity(Text),
    #[error("In deze kaart zitten fouten. Je ziet ze met: lesloper nakijken {0}")]
    WrongCard(Text),
    #[error("Er is geen klas {0}. Maak de klas met: lesloper klas {0} --namen BESTAND")]
    NoSuchClass(ClassName),
    #[error("{title} heeft dat niet op papier. Kies {there}.")]
    NoSuchSheet { title: Text, there: String },
    #[error("In klas {class} zit geen {name}. De namen staan in: lesloper klas {class}")]
    NoSuchPupil { class: ClassName, name: Text },
    #[error("Noem minstens twee leerlingen, met een komma ertussen: \"Noor, Sem\"")]
    OnePupil,
    #[error("Klas {0} blijft staan.")]
    Kept(ClassName),
    #[error("Er is geen les {0}. Alle lessen staan in: lesloper wis")]
    NoSuchLesson(Text),
    #[error("Les {0} blijft staan.")]
    LessonKept(LessonId),
    #[error("{0}")]
    Bells(BellMistake),
    #[error("De instellingen zijn niet te lezen, dus de lestijden blijven zoals ze waren. {0}")]
    Unread(Text),
    #[error("Alles sinds er \"nog niet bewaard\" in beeld stond, is niet bewaard. {0}")]
    Unsaved(Text),
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error("De les in deze map is van een andere gebruiker. Start lesloper docent als wie de les leidt.")]
    NotYourLesson,
    #[error("De terminal doet het niet: {0}. Open een nieuw terminalvenster en probeer het daar.")]
    Terminal(io::Error),
    #[error("Schrijven lukt niet: {0}")]
    Print(#[from] io::Error),
}
