//! The kinds of steps for which the class gets up: role play, a line to stand on, cards to draw, and
//! telling something to the others.

use crate::card::format::{choice, part};
use crate::card::step::ROUNDS;
use crate::card::values::{choice, flag, lines, list, number, object, optional, or, set};
use crate::card::words::{sentence, text};
use crate::text::Text;

part! {
    /// `rollenspel`
    pub struct Roleplay {
        "situaties" => situations: Vec<Situation> = list(1..=12, object::<Situation>()),
            "De situaties waaruit de klas er één kiest.", "[{ ... }]";
        "rolkaarten" => cards: RoleCards = or(choice::<RoleCards>(), || RoleCards::Screen),
            "Waar leerlingen hun rol lezen. Anders: scherm.", r#""papier""#;
        "rondes" => rounds: u8 = or(number(1..=MOST_ROUNDS, "rondes"), || 3),
            "Hoe vaak er gespeeld wordt. Na elke ronde wisselen de rollen. Anders: 3.", "3";
        "seconden" => seconds: u8 = or(number(20..=90, "seconden"), || 90),
            "Hoe lang een ronde duurt. Anders: 90.", "60";
    }
}

/// How often one situation is played.
pub const MOST_ROUNDS: u8 = 4;

choice! {
    /// Where the players read their roles.
    pub enum RoleCards {
        Screen = "scherm", "om de beurt op het bord; de anderen kijken naar de achterwand";
        Paper = "papier", "op een kaartje";
    }
}

part! {
    pub struct Situation {
        "titel" => title: Text = text(40),
            "Waaraan de klas de situatie herkent.", r#""Aan de balie""#;
        "situatie" => told: Vec<Text> = list(1..=6, sentence()),
            "Wat er gebeurt, zin voor zin.", r#"["Sanae loopt stage.", "Er komt een klant binnen."]"#;
        // Nobody in the class says it.
        "zin" => line: Option<Text> = optional(sentence()),
            "De zin die raakt. Hij staat op het bord of jij leest hem voor; een leerling zegt hem nooit. Het spelen begint erna.",
            r#""'Is er ook een jongen?' vraagt de klant.""#;
        "spreker" => speaker: Option<Speaker> = optional(choice::<Speaker>()),
            "Wie de zin zegt. 'nakijken --streng' let erop dat het niet steeds familie is.", r#""klant""#;
        "rollen" => roles: Vec<Role> = list(2..=3, object::<Role>()),
            "Wie er spelen.", "[{ ... }, { ... }]";
        "kijker" => watch: Vec<Text> = lines(0..=4, 60),
            "Waar de kijker op let. Zonder deze lijst is er geen kijker.", r#"["Wat helpt?", "Wat doet haar stem?"]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een zin, voor wie niet weet wat te zeggen.", r#"["Wat bedoelt u met ...?"]"#;
        "nabespreken" => debrief: Vec<Text> = list(1..=4, sentence()),
            "De vragen na afloop, één voor één.", r#"["Wat hielp?", "Bij wie kun jij terecht?"]"#;
    }
}

choice! {
    /// Who says the line that hurts.
    pub enum Speaker {
        Family = "familie", "iemand thuis of uit de familie";
        Teacher = "docent", "iemand van school";
        Classmate = "klasgenoot", "een andere leerling of een vriend";
        Work = "werk", "een baas, collega of begeleider op stage";
        Customer = "klant", "een klant, patiënt of bezoeker";
        Other = "ander", "iemand anders";
    }
}

part! {
    pub struct Role {
        "naam" => name: Text = text(24), "Wie het is.", r#""Sanae""#;
        "kaart" => card: Vec<Text> = lines(1..=3, 90),
            "Wat alleen deze speler leest.", r#"["Je wilt zelf helpen.", "Je blijft rustig."]"#;
    }
}

impl Situation {
    /// How many play it together: one for each role, and who watches.
    pub fn players(&self) -> usize {
        self.roles.len() + usize::from(!self.watch.is_empty())
    }
}

part! {
    /// `op-de-lijn`
    pub struct Line {
        "stelling" => sentence: Text = sentence(),
            "De mening, groot op het bord.", r#""Een stage kies je zelf.""#;
        // At 1 and at 5.
        "uiteinden" => ends: Vec<Text> = lines(2..=2, 24),
            "Wat er bij 1 en bij 5 staat.", r#"["oneens", "eens"]"#;
        "persoonlijk" => personal: bool = flag(),
            "De stelling gaat over de leerling zelf. Dan schrijft ieder een cijfer op papier en vouwt het dicht: niemand gaat staan.",
            "true";
        ROUNDS => second_round: bool = flag(),
            "Na het overleg kiest de klas nog een keer.", "true";
        "hulp" => help: Vec<Text> = lines(0..=6, 90),
            "Korte aanwijzingen onder de stelling.", r#"["Denk aan je laatste stage."]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een zin voor het overleg.", r#"["Ik sta hier, omdat ..."]"#;
    }
}

/// Of the ends of a line, the one at place `0..`.
pub fn meaning(ends: &[Text], place: usize) -> Option<&Text> {
    match place {
        0 => ends.first(),
        place if place + 1 == Line::PLACES => ends.last(),
        _ => None,
    }
}

impl Line {
    /// The places on it, from 1.
    pub const PLACES: usize = 5;

    /// What stands at place `0..`; only the ends mean something.
    pub fn meaning(&self, place: usize) -> Option<&Text> {
        meaning(&self.ends, place)
    }
}

part! {
    /// `kaartje-trekken`
    pub struct Draw {
        "opdracht" => sentence: Text = sentence(),
            "Wat een duo met zijn kaartje doet, groot op het bord.", r#""Wat zou jij dan zeggen?""#;
        "kaartjes" => cards: Vec<TwoSided> = set(2..=40, object::<TwoSided>()),
            "De kaartjes. Geen kaartje komt twee keer voordat ze alle zijn geweest.", "[{ ... }, { ... }]";
        "tegelijk" => at_once: bool = flag(),
            "Alle duo's trekken in één keer; anders één voor één.", "true";
        "hulp" => help: Vec<Text> = lines(0..=6, 90),
            "Korte aanwijzingen onder de opdracht.", r#"["Lees het kaartje hardop."]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een antwoord, dat leerlingen afmaken.", r#"["Ik zou zeggen: ..."]"#;
    }
}

part! {
    /// A card of the deck.
    pub struct TwoSided {
        "tekst" => front: Text = text(90),
            "Wat erop staat.", r#""Iemand lacht om je plan.""#;
        // The class thinks first.
        "achterkant" => back: Option<Text> = optional(sentence()),
            "Wat er achterop staat. Het duo draait het kaartje pas om na het denken: het antwoord, of wat erachter zit.",
            r#""Vraag wat hij bedoelt.""#;
    }
}

part! {
    /// `pitch`
    pub struct Pitch {
        "opdracht" => sentence: Text = sentence(),
            "Wat elk duo vertelt, groot op het bord.", r#""Vertel wat jullie ontdekten.""#;
        "seconden" => seconds: u8 = or(number(15..=180, "seconden"), || 60),
            "Hoe lang een duo aan het woord is. Anders: 60.", "45";
        "luistervraag" => question: Text = self::sentence(),
            "Waar de anderen naar luisteren.", r#""Wat wil je van dit duo weten?""#;
        "hulp" => help: Vec<Text> = lines(0..=6, 90),
            "Wat er in het verhaal van een duo zit.", r#"["wat je zag", "wat je wilt weten"]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een zin, die leerlingen afmaken.", r#"["Wij ontdekten dat ..."]"#;
    }
}
