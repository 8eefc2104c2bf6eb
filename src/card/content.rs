//! What a card says: about itself, and step by step.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::card::format::{choice, part};
use crate::card::picture::FileName;
use crate::card::read::phases;
use crate::card::slug::Slug;
use crate::card::step::{Form, Step};
use crate::card::values::{choice, lines, list, number, object, optional, or, set, then};
use crate::card::words::{glossary, slug, text, web_address};
use crate::text::Text;

/// The newest format that this program knows.
pub const NEWEST: u8 = 1;
/// The key that names the format.
pub const FORMAT: &str = "formaat";
/// The key under which the steps stand.
pub const PHASES: &str = "fasen";

part! {
    /// The whole card.
    pub struct Content {
        @ "$schema" => optional(text(300)),
            "Waar de uitleg staat die je tekstverwerker bij het typen geeft.", r#""kaart.schema.json""#;
        @ FORMAT => number(NEWEST..=NEWEST, ""), "De versie van deze afspraken: 1.", "1";
        "id" => id: Slug = slug(),
            "Een naam voor de computer: kleine letters, cijfers en streepjes.", r#""bedrijfsbezoek-voorbereiden""#;
        "titel" => title: Text = text(60), "Hoe de activiteit heet.", r#""Bedrijfsbezoek voorbereiden""#;
        "doel" => goal: Text = text(140),
            "Wat een leerling eraan heeft, in woorden van de leerling.", r#""Je gaat met eigen vragen op bezoek.""#;
        "wanneer" => occasion: Text = text(30), "De gelegenheid.", r#""voor een bezoek""#;
        "leerjaren" => years: Vec<u8> = set(1..=4, number(1..=4, "")), "Voor welke leerjaren.", "[2, 3]";
        "leerwegen" => routes: Vec<Route> = set(1..=5, choice::<Route>()), "Voor welke leerwegen.", r#"["bb", "kb"]"#;
        "elementen" => elements: Vec<Element> = set(1..=7, choice::<Element>()),
            "Welke elementen van goede LOB erin zitten.", r#"["praktijkervaring", "reflectie"]"#;
        "competenties" => competences: Vec<Competence> = set(1..=6, choice::<Competence>()),
            "Aan welke loopbaancompetenties leerlingen werken.", r#"["werkexploratie", "netwerken"]"#;
        "moment" => moments: Vec<Moment> = set(0..=6, choice::<Moment>()),
            "Bij welk moment in de schoolloopbaan het past.", r#"["profielkeuze"]"#;
        "betrokken" => involved: Vec<Involved> = set(0..=4, choice::<Involved>()), "Wie er meedoet van buiten de klas.", r#"["werkveld"]"#;
        "groep" => group: Audience = or(choice::<Audience>(), || Audience::Class), "Voor wie het is. Anders: klas.", r#""klas""#;
        "opzoeken" => lookup: Lookup = or(choice::<Lookup>(), || Lookup::Nobody),
            "Wie er iets opzoekt op internet. Anders: geen.", r#""docent""#;
        "succes" => success: Vec<Success> = set(0..=7, choice::<Success>()),
            "Welke succesfactoren het versterkt.", r#"["autonomie"]"#;
        "docent" => before, needed, watch: Vec<Text> =
            or(then(object(), |teacher: Teacher| [teacher.before, teacher.needed, teacher.watch]), Default::default),
            "Wat jij vooraf doet, klaarlegt en in de gaten houdt.", r#"{ "nodig": ["per duo een strook papier"] }"#;
        "afspraken" => agreements: Vec<Text> = or(lines(1..=6, 140), Vec::new),
            "Wat de klas met elkaar afspreekt.", r#"["Wat je vertelt, blijft hier."]"#;
        "woorden" => words: Vec<(Text, Text)> = glossary(20),
            "Moeilijke woorden met hun uitleg.", r#"{ "vacature": "een baan waar iemand voor gezocht wordt" }"#;
        "thuis" => home: Option<Text> = optional(text(140)),
            "Iets kleins om thuis over te praten.", r#""Vraag thuis: wat vond jij vroeger leuk?""#;
        "volgende-keer" => follows: Option<Text> = optional(text(140)),
            "Wat er op deze activiteit volgt.", r#""Dan gaan we echt op bezoek.""#;
        "bron" => sources: Vec<Source> = list(1..=12, object::<Source>()),
            "Waar de activiteit vandaan komt.", r#"[{ "titel": "Eigen werk" }]"#;
        PHASES => steps: Vec<Step> = phases(),
            "De stappen, verdeeld over voorbereiden, doen en terugkijken.",
            r#"{ "voorbereiding": [], "uitvoering": [{ ... }], "reflectie": [] }"#;
    }
}

part! {
    /// The three fields of [`Content`] that share the key `docent`.
    struct Teacher {
        "vooraf" => before: Vec<Text> = lines(0..=8, 120),
            "Wat je voor de les doet.", r#"["Spreek met het bedrijf een opdracht af."]"#;
        "nodig" => needed: Vec<Text> = lines(0..=8, 120), "Wat er klaarligt.", r#"["per duo een strook papier"]"#;
        "let-op" => watch: Vec<Text> = lines(0..=8, 120),
            "Waar je in de les op let.", r#"["Vraag door, geef zelf geen antwoord."]"#;
    }
}

part! {
    pub struct Source {
        "titel" => title: Text = text(300), "Hoe de bron heet.", r#""Eigen werk""#;
        "url" => address: Option<Text> = optional(web_address()),
            "Waar de bron op internet staat.", r#""https://www.expertisepuntlob.nl""#;
    }
}

choice! {
    /// A learning route.
    pub enum Route {
        Bb = "bb", "basisberoepsgerichte leerweg";
        Kb = "kb", "kaderberoepsgerichte leerweg";
        Gl = "gl", "gemengde leerweg";
        Tl = "tl", "theoretische leerweg";
        Isk = "isk", "internationale schakelklas";
    }
}

choice! {
    /// What makes career guidance work.
    pub enum Element {
        Practice = "praktijkervaring", "ervaren hoe werk is";
        Active = "actief", "zelf doen en kiezen";
        Coherent = "samenhang", "past bij wat ervoor kwam en erna komt";
        Reflection = "reflectie", "terugkijken met anderen";
        Parents = "ouders", "thuis doet mee";
        Expectations = "verwachtingen", "stil staan bij wat anderen verwachten";
        Confidence = "zelfvertrouwen", "merken wat je kunt";
    }
}

choice! {
    /// A career competence.
    pub enum Competence {
        Qualities = "kwaliteitenreflectie", "wat kan ik goed?";
        Motives = "motievenreflectie", "wat vind ik belangrijk?";
        Work = "werkexploratie", "welk werk past bij mij?";
        Steering = "loopbaansturing", "wat wordt mijn volgende stap?";
        Networking = "netwerken", "wie kan mij helpen?";
        Expectations = "omgaan-met-verwachtingen", "wat verwachten anderen, en wat wil ik zelf?";
    }
}

choice! {
    /// A moment in a school career.
    pub enum Moment {
        Any = "algemeen", "kan altijd";
        FirstDays = "eerste-100-dagen", "in de eerste honderd dagen op school";
        Profile = "profielkeuze", "bij het kiezen van een profiel";
        Placement = "stagekeuze", "bij het kiezen van een stage";
        FurtherStudy = "doorstroom-opleiding", "op weg naar een vervolgopleiding";
        IntoWork = "doorstroom-werk", "op weg naar werk";
    }
}

choice! {
    /// Who from outside the class takes part.
    pub enum Involved {
        Parents = "ouders", "ouders of verzorgers";
        Employers = "werkveld", "mensen uit bedrijven en instellingen";
        FormerPupils = "oud-leerlingen", "leerlingen van vroeger";
        NextSchool = "vervolgopleiding", "mensen van een vervolgopleiding";
    }
}

choice! {
    pub enum Audience {
        Class = "klas", "een hele klas";
        Small = "klein", "een kleine groep";
        ParentsEvening = "ouderavond", "een avond met ouders";
    }
}

choice! {
    /// Who looks something up.
    pub enum Lookup {
        Nobody = "geen", "niemand zoekt iets op";
        Teacher = "docent", "de docent zoekt iets op";
        EachPair = "per-duo", "elk duo zoekt iets op";
        AtHome = "thuis", "leerlingen zoeken thuis iets op";
    }
}

choice! {
    /// What makes career guidance succeed.
    pub enum Success {
        Language = "taal", "spreekt de taal van jongeren";
        Belonging = "verbondenheid", "erbij horen";
        Autonomy = "autonomie", "zelf kiezen";
        Competence = "competentie", "merken dat je iets kunt";
        TogetherInside = "samen-in-school", "samenwerken binnen de school";
        TogetherOutside = "samen-buiten-school", "samenwerken met mensen buiten de school";
        Conditions = "voorwaarden", "wat de school moet regelen";
    }
}

impl Content {
    /// The steps of each les.
    pub fn sittings(&self) -> Vec<Range<usize>> {
        sittings(&self.steps)
    }

    /// The pictures of its steps, each once.
    pub fn pictures(&self) -> BTreeSet<FileName> {
        self.steps.iter().filter_map(|step| Some(step.picture.as_ref()?.file.clone())).collect()
    }

    /// The core minutes of the whole card.
    pub fn minutes(&self) -> u16 {
        core_minutes(&self.steps)
    }

    /// The form in which the class works longest: what the list of activities shows.
    pub fn form(&self) -> Form {
        let minutes = |form: Form| -> u16 {
            self.steps.iter().filter(|step| step.is_core() && step.form == form).map(Step::total).sum()
        };
        let forms = self.steps.iter().map(|step| step.form);
        // Of equals the last one wins, so the first of the card must come last.
        forms.rev().max_by_key(|form| minutes(*form)).unwrap_or(Form::Pair)
    }
}

/// The steps of each les: one begins at every step that says so.
pub fn sittings(steps: &[Step]) -> Vec<Range<usize>> {
    let begins = steps.iter().enumerate().skip(1).filter(|(_, step)| step.new_sitting).map(|(at, _)| at);
    let ends = begins.clone().chain([steps.len()]);
    std::iter::once(0).chain(begins).zip(ends).map(|(begin, end)| begin..end).collect()
}

/// The step with which each les begins, and its core minutes.
pub fn sitting_minutes(steps: &[Step]) -> impl Iterator<Item = (usize, u16)> {
    let minutes =
        |sitting: Range<usize>| (sitting.start, core_minutes(steps.get(sitting).unwrap_or_default()));
    sittings(steps).into_iter().map(minutes)
}

pub fn core_minutes<'a>(steps: impl IntoIterator<Item = &'a Step>) -> u16 {
    steps.into_iter().filter(|step| step.is_core()).map(Step::total).sum()
}
