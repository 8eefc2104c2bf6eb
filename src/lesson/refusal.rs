//! Why a wish is not granted: one line on the screen, nothing logged.

use thiserror::Error;

/// The lesson says no. Its `Display` is the one Dutch in this room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("Dit is het begin van de les.")]
    FirstPlace,
    #[error("De activiteit is klaar. Met q sluit je af.")]
    LastPlace,
    #[error("Verder zijn jullie nog niet geweest.")]
    FurthestPlace,
    #[error("Tijd hoort bij een stap, niet bij dit scherm.")]
    NoClockHere,
    #[error("Hier loopt geen tijd. Met + zet je een minuut klaar.")]
    NoClock,
    #[error("De tijd is om. Met + komt er een minuut bij.")]
    TimeIsUp,
    #[error("Dat kan bij een stap, niet bij dit scherm.")]
    NotAtAStep,
    #[error("Stilzetten kan terwijl jullie een rollenspel spelen.")]
    NothingToFreeze,
    #[error("Zonder namen blijven de duo's zoals ze zitten.")]
    NothingToShuffle,
    #[error("Deze leerling is er al.")]
    AlreadyHere,
    #[error("Deze leerling is er niet.")]
    NotHere,
    #[error("Er is niemand die een beurt kan krijgen.")]
    NobodyForATurn,
    #[error("Geef eerst een beurt, met w.")]
    NoTurnToPass,
    #[error("Bij deze stap hoort geen antwoord.")]
    NoAnswersHere,
    #[error("Antwoorden typen kan zo meteen, verderop in deze stap.")]
    AnswersLater,
    #[error("Duo {0} is er niet. Kies een duo van 1 tot en met {1}.")]
    NoSuchGroup(u8, u8),
    #[error("Er staat nog niets.")]
    EmptyAnswer,
    #[error("Dit is te lang. Maak er één of twee zinnen van.")]
    LongAnswer,
    #[error("Dit zijn genoeg antwoorden. Haal er eerst een weg.")]
    ManyAnswers,
    #[error("Dat antwoord is er niet meer.")]
    NoSuchAnswer,
    #[error("Er is hier niets om te tonen.")]
    NothingToShow,
    #[error("Er is hier niets te kiezen.")]
    NothingToChoose,
    #[error("Kies een nummer van 1 tot en met {0}.")]
    NoSuchOption(usize),
    #[error("Er valt hier niets te tellen.")]
    NothingToCount,
    #[error("Er is nog geen einde om op te stemmen. Met a typ je er een.")]
    NoEndings,
    #[error("Dat is te veel. Kies een getal tot en met {0}.")]
    HighCount(u16),
    #[error("Er zijn geen moeilijke woorden bij deze activiteit.")]
    NoWords,
    #[error("Bij deze activiteit horen geen eigen afspraken.")]
    NoAgreements,
    #[error("Er ligt niets om voorgoed weg te doen.")]
    EmptyBin,
    #[error("Jullie zijn al bij de afsluiting.")]
    AtClosing,
    #[error("Deze stap heeft geen eenvoudige tekst.")]
    NoSimpleText,
    #[error("Er is niets om terug te draaien.")]
    NothingToUndo,
    #[error("Er moet minstens één leerling zijn.")]
    NoPupils,
    #[error("Dat zijn te veel leerlingen. Kies er hooguit {0}.")]
    ManyPupils(usize),
    #[error("Die bel is al gegaan. Kies een latere tijd.")]
    BellIsPast,
    #[error("Deze les is al begonnen.")]
    AlreadyOpen,
    #[error("Zet eerst de les klaar.")]
    NotOpen,
    #[error("Deze activiteit is afgerond.")]
    Finished,
    #[error("Afronden kan aan het eind van de activiteit.")]
    NotAtTheEnd,
}
