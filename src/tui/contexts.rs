//! Where a key is pressed, and the headings that keys stand under. What each does is in the keymap.

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Everywhere but where pupils type.
    Anywhere,
    Choose,
    Setup,
    /// In Les klaarzetten, on who is absent.
    SetupNames,
    /// Who is absent today.
    Absent,
    /// Who sits with whom.
    Seats,
    Lesson,
    /// One comes late or leaves.
    Coming,
    /// Something lies over the step: every other key lifts it.
    Cover,
    Entry,
    Count,
    /// A duo types.
    Typing,
    /// A pupil turns the pages.
    Helper,
    Confirm,
    Reading,
    /// The screen test: letters and colours.
    Look,
    BackRow,
    Clicker,
    /// Every key of the clicker was tried, or skipped.
    Tested,
    /// The name of a classroom.
    Classroom,
    /// Cards that are being made: which one.
    Drafts,
    /// A question about a card, answered with one line.
    TypeLine,
    /// With more lines.
    TypeLines,
    /// With what is offered.
    Pick,
    /// All of a card that is being made.
    Overview,
    /// A card as a class sees it, without a class.
    Rehearsal,
}

impl Context {
    #[cfg(feature = "inside")]
    pub const ALL: [Self; 26] = [
        Self::Anywhere,
        Self::Choose,
        Self::Setup,
        Self::SetupNames,
        Self::Absent,
        Self::Seats,
        Self::Lesson,
        Self::Coming,
        Self::Cover,
        Self::Entry,
        Self::Count,
        Self::Typing,
        Self::Helper,
        Self::Confirm,
        Self::Reading,
        Self::Look,
        Self::BackRow,
        Self::Clicker,
        Self::Tested,
        Self::Classroom,
        Self::Drafts,
        Self::TypeLine,
        Self::TypeLines,
        Self::Pick,
        Self::Overview,
        Self::Rehearsal,
    ];

    /// Pupils are at the keys: what works everywhere else does not work there.
    pub fn is_of_pupils(self) -> bool {
        matches!(self, Self::Typing | Self::Helper)
    }

    /// The heading in help and manual.
    pub fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "Overal",
            Self::Choose => "Kies een activiteit",
            Self::Setup | Self::SetupNames => "Les klaarzetten",
            Self::Absent => "Wie is er niet?",
            Self::Seats => "Wie zit bij wie?",
            Self::Lesson => "In de les",
            Self::Coming => "Te laat of weg",
            Self::Cover => "Als er iets over de stap ligt",
            Self::Entry => "Een antwoord typen",
            Self::Count => "Handen tellen",
            Self::Typing => "Een duo typt",
            Self::Helper => "Een leerling bladert",
            Self::Confirm => "Bij een vraag",
            Self::Reading => "Hulp en docentpaneel",
            Self::Look => "Schermtest: letters en kleuren",
            Self::BackRow => "Schermtest: de achterste rij",
            Self::Clicker | Self::Tested => "Schermtest: je clicker",
            Self::Classroom => "Schermtest: het lokaal",
            Self::Drafts => "Een kaart maken",
            Self::TypeLine | Self::TypeLines | Self::Pick => "Een kaart maken: een vraag",
            Self::Overview => "Een kaart maken: overzicht",
            Self::Rehearsal => "Zoals de klas het ziet",
        }
    }
}

/// The heading that a deed stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Walk,
    Attention,
    Time,
    People,
    Answers,
    Reading,
    Program,
}

impl Group {
    pub const ALL: [Self; 7] =
        [Self::Walk, Self::Attention, Self::Time, Self::People, Self::Answers, Self::Reading, Self::Program];

    pub fn title(self) -> &'static str {
        match self {
            Self::Walk => "Door de les",
            Self::Attention => "Aandacht",
            Self::Time => "Tijd",
            Self::People => "Duo's en beurten",
            Self::Answers => "Antwoorden en keuzes",
            Self::Reading => "Lezen",
            Self::Program => "Hulp en stoppen",
        }
    }
}
