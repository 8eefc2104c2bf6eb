//! One step of a card: what the class does, in which form, for how long. The structs are the
//! format: their keys, bounds and explanations stand beside their fields.

use serde::{Deserialize, Serialize};

use crate::card::active::{Draw, Line, Pitch, Roleplay, Speaker};
use crate::card::format::{Choice as _, choice, part};
use crate::card::links::{earlier, scene, scenes};
use crate::card::picture::Picture;
use crate::card::slug::Slug;
use crate::card::values::{choice, flag, lines, list, object, optional, or, then};
use crate::card::words::{sentence, slug, text};
use crate::text::Text;

/// The key by which steps and scenes are pointed to.
pub const ID: &str = "id";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: Option<Slug>,
    /// A short name for lists.
    pub name: Option<Text>,
    pub phase: Phase,
    /// What the step shows, in the card's own wording.
    pub kind: Kind,
    /// The same step in simpler words; same variant, same lengths of lists.
    pub simple: Option<Kind>,
    /// Of a story: [`Form::Pair`], in which most of it is done.
    pub form: Form,
    /// As many as [`parts`]; empty for work outside the lesson.
    pub minutes: Vec<Minutes>,
    pub extra: bool,
    pub new_sitting: bool,
    pub outside: bool,
    pub picture: Option<Picture>,
    /// Notes for the teacher, at most five short lines.
    pub notes: Vec<Text>,
}

/// Whose words a step is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    #[default]
    Own,
    Simple,
}

impl Step {
    /// The step in this wording; in its own words when it has no simpler ones.
    pub fn worded(&self, wording: Wording) -> &Kind {
        match (wording, &self.simple) {
            (Wording::Simple, Some(simple)) => simple,
            _ => &self.kind,
        }
    }

    /// What it is called in lists.
    pub fn title(&self, wording: Wording) -> &Text {
        self.name.as_ref().unwrap_or_else(|| self.worded(wording).sentence())
    }

    /// The minutes of all parts together.
    pub fn total(&self) -> u16 {
        self.minutes.iter().map(|minutes| u16::from(minutes.0)).sum()
    }

    /// Whether it takes time of the lesson whatever happens: not extra, not outside.
    pub fn is_core(&self) -> bool {
        !self.extra && !self.outside
    }
}

/// How many parts of such a step are timed one by one.
pub fn parts(kind: KindName, form: Form, rounds: Rounds) -> usize {
    match (kind, form, rounds) {
        // lezen, bedenken, kiezen, stemmen, spelen, nabespreken
        (KindName::Story, ..) => 6,
        // voorbereiden, vertellen
        (KindName::Pitch, ..) => 2,
        // lezen, spelen, nabespreken; kiezen, overleggen, opnieuw kiezen; or what the form is called after
        (KindName::Roleplay, ..)
        | (KindName::Choice | KindName::Line, _, Rounds::Two)
        | (_, Form::ThinkPairShare, _) => 3,
        (_, Form::AlonePairFourClass, _) => 4,
        _ => 1,
    }
}

/// How often the class chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounds {
    One,
    Two,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes(pub u8);

choice! {
    pub enum Phase {
        Prepare = "voorbereiding", "voorbereiden";
        Do = "uitvoering", "doen";
        LookBack = "reflectie", "terugkijken";
    }
}

impl Phase {
    /// As the class reads it.
    pub fn label(self) -> &'static str {
        self.meaning()
    }
}

choice! {
    pub enum Form {
        Alone = "alleen", "ieder voor zich";
        Pair = "duo", "met zijn tweeën";
        Three = "trio", "met zijn drieën";
        Four = "viertal", "met zijn vieren";
        Class = "klas", "met de hele klas";
        ThinkPairShare = "denken-delen-uitwisselen", "eerst alleen, dan in duo's, dan met de klas";
        AlonePairFourClass = "alleen-duo-viertal-klas", "alleen, in duo's, in viertallen, met de klas";
    }
}

impl Form {
    /// In which groups most of it is done; short, for the list of activities.
    pub fn label(self) -> &'static str {
        match self {
            Self::ThinkPairShare => Self::Pair.word(),
            Self::AlonePairFourClass => Self::Four.word(),
            form => form.word(),
        }
    }
}

part! {
    /// `uitleg`
    pub struct Explain {
        "tekst" => sentence: Text = sentence(),
            "De zin die groot op het bord staat.", r#""Vandaag bereiden we het bezoek voor.""#;
        "onderdelen" => parts: Vec<Text> = lines(0..=8, 140),
            "Wat er één voor één bij komt.", r#"["Wie is wie?", "Wat gaan we vragen?"]"#;
    }
}

part! {
    /// `vraag`
    pub struct Question {
        "vraag" => sentence: Text = sentence(),
            "De vraag, groot op het bord.", r#""Wat wil je te weten komen?""#;
        "hulp" => help: Vec<Text> = lines(0..=6, 90),
            "Korte aanwijzingen onder de vraag.", r#"["over het werk", "over de mensen"]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een antwoord, dat leerlingen afmaken.", r#"["Ik wil weten hoe ..."]"#;
    }
}

part! {
    /// `keuze`
    pub struct Choice {
        "vraag" => sentence: Text = sentence(),
            "De vraag, groot op het bord.", r#""Waar krijg jij energie van?""#;
        "opties" => options: Vec<Text> = lines(2..=6, 140),
            "Waaruit de klas kiest.", r#"["buiten werken", "met mensen werken"]"#;
        ROUNDS => second_round: bool = flag(),
            "Na het overleg kiest de klas nog een keer.", "true";
        "hulp" => help: Vec<Text> = lines(0..=6, 90),
            "Korte aanwijzingen onder de vraag.", r#"["Denk aan vorige week."]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een zin voor het overleg.", r#"["Ik kies dit, omdat ..."]"#;
    }
}

pub const ROUNDS: &str = "tweede-ronde";

part! {
    /// `sorteer`; `items` is empty when they come from the answers to step `from`.
    pub struct Sort {
        "vraag" => sentence: Text = sentence(),
            "De vraag, groot op het bord.", r#""Past dit bij jou?""#;
        "kolommen" => columns: Vec<Text> = lines(2..=4, 24),
            "De vakken waarin de klas sorteert.", r#"["past wel", "past niet", "weet ik niet"]"#;
        ITEMS => items: Vec<Text> = or(lines(1..=16, 60), Vec::new),
            "Wat er te sorteren valt. Dit of 'van', één van de twee.",
            r#"["iemand helpen", "iets maken"]"#;
        FROM => from: Option<usize> = optional(earlier(&[KindName::Question, KindName::LookBack])),
            "De 'id' van een eerdere vraag of terugblik: de antwoorden daarop worden gesorteerd.",
            r#""wensen""#;
    }
}

pub const ITEMS: &str = "items";
pub const FROM: &str = "van";

part! {
    /// `verhaal`
    pub struct StoryStep {
        "verhalen" => stories: Vec<Story> = list(1..=12, then(object::<Story>(), Story::with_vote_question)),
            "De verhalen waaruit de klas er één kiest.", "[{ ... }]";
    }
}

part! {
    /// `doe`
    pub struct Task {
        "opdracht" => sentence: Text = sentence(),
            "De opdracht, groot op het bord.", r#""Maak een foto van jullie werkplek.""#;
        "onderdelen" => checklist: Vec<Text> = lines(0..=8, 140),
            "Lijstje om af te vinken.", r#"["kies een plek", "maak de foto"]"#;
    }
}

part! {
    /// `terugblik`; `from` is an earlier step of the same card.
    pub struct LookBack {
        "vraag" => sentence: Text = sentence(),
            "De vraag, groot op het bord.", r#""Wat ben je te weten gekomen?""#;
        FROM => from: usize = earlier(&[
            KindName::Question, KindName::Choice, KindName::Task, KindName::LookBack, KindName::Story,
        ]),
            "De 'id' van de eerdere stap waarvan de antwoorden terugkomen.", r#""wensen""#;
        "hulp" => help: Vec<Text> = lines(0..=6, 90),
            "Korte aanwijzingen onder de vraag.", r#"["Pak jullie strookje."]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een antwoord, dat leerlingen afmaken.", r#"["Ik weet nu dat ..."]"#;
    }
}

part! {
    /// `vervolgstap`
    pub struct NextStep {
        "vragen" => questions: Vec<Text> = or(list(2..=6, sentence()), NextStep::usual),
            "De vragen die elke leerling voor zichzelf beantwoordt. Zonder deze sleutel zijn het de vijf gewone vragen.",
            r#"["Wat heb ik ontdekt?", "Wat wordt mijn volgende stap?"]"#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een antwoord, dat leerlingen afmaken.", r#"["Ik ga ..."]"#;
    }
}

impl NextStep {
    /// What is asked where a card has no questions of its own.
    pub fn usual() -> Vec<Text> {
        [
            "Wat heb ik ontdekt?",
            "Wat zegt dat over mij?",
            "Wat wordt mijn volgende stap?",
            "Wanneer doe ik dat?",
            "Met wie?",
        ]
        .map(Text::clean)
        .into()
    }
}

part! {
    pub struct Story {
        "titel" => title: Text = text(40),
            "Waaraan de klas het verhaal herkent.", r#""De stage van Sanae""#;
        // Whom the story is about: "Sanae".
        "held" => hero: Text = text(20),
            "De voornaam van wie het meemaakt.", r#""Sanae""#;
        "fragmenten" => fragments: Vec<Text> = list(2..=8, sentence()),
            "Het verhaal in stukjes. Bij het laatste stukje stopt het.",
            r#"["Sanae wil stage lopen in een garage.", "De baas kijkt haar aan."]"#;
        "spreker" => speaker: Option<Speaker> = optional(choice::<Speaker>()),
            "Wie zegt wat raakt. 'nakijken --streng' let erop dat het niet steeds familie is.", r#""werk""#;
        "breuk" => break_question: Text = or(sentence(), || Text::clean("Hoe gaat het verder?")),
            "De vraag als het verhaal stopt. Anders staat er: Hoe gaat het verder?",
            r#""Wat zou Sanae kunnen doen?""#;
        "startzinnen" => starters: Vec<Text> = lines(0..=5, 90),
            "Het begin van een zin, om het verhaal verder te vertellen.", r#"["Sanae zegt: ..."]"#;
        "stemvraag" => vote_question: Text = or(sentence(), Text::default),
            "De vraag bij het stemmen. Anders staat er: Wat helpt (de held) het meest?",
            r#""Wat helpt Sanae het meest?""#;
        // The first one begins. Empty where the card has none.
        "scenes" => scenes: Vec<StoryScene> = scenes(),
            "Uitgeschreven scènes met keuzes. De eerste begint; een scène zonder keuzes is een einde.",
            "[{ ... }, { ... }]";
        "nabespreken" => debrief: Vec<Text> = list(1..=4, sentence()),
            "De vragen na afloop, één voor één.", r#"["Wat hielp?", "Bij wie kun jij terecht?"]"#;
    }
}

impl Story {
    /// The usual question, where the card has none of its own.
    fn with_vote_question(mut self) -> Self {
        if self.vote_question.is_empty() {
            self.vote_question = Text::clean(&format!("Wat helpt {} het meest?", self.hero));
        }
        self
    }
}

part! {
    pub struct StoryScene {
        @ ID => slug(), "De naam waarnaar een keuze wijst.", r#""vraag-door""#;
        "tekst" => text: Vec<Text> = list(1..=4, sentence()),
            "Wat er gebeurt.", r#"["Sanae vraagt waarom."]"#;
        "vraag" => question: Option<Text> = optional(sentence()),
            "De vraag bij de keuzes.", r#""Wat doet Sanae nu?""#;
        "keuzes" => choices: Vec<Fork> = or(list(2..=4, object::<Fork>()), Vec::new),
            "Waaruit de klas kiest. Zonder keuzes is dit een einde.",
            r#"[{ "tekst": "weglopen", "naar": "buiten" }, { "tekst": "blijven", "naar": "binnen" }]"#;
    }
}

part! {
    /// `to` is an index into [`Story::scenes`].
    pub struct Fork {
        "tekst" => text: Text = text(80), "De keuze.", r#""Sanae vraagt waarom.""#;
        "naar" => to: usize = scene(), "De 'id' van de scène die dan komt.", r#""vraag-door""#;
    }
}

choice! {
    /// Which kind of step it is.
    pub enum KindName {
        Explain = "uitleg", "de klas leest of luistert";
        Question = "vraag", "denken, praten, antwoorden";
        Choice = "keuze", "kiezen uit twee tot zes opties";
        Roleplay = "rollenspel", "een situatie spelen, wisselen en nabespreken";
        Line = "op-de-lijn", "op een lijn gaan staan bij een mening";
        Draw = "kaartje-trekken", "elk duo trekt een kaartje";
        Pitch = "pitch", "duo's vertellen om de beurt iets aan de klas";
        Sort = "sorteer", "dingen in vakken zetten";
        Story = "verhaal", "een verhaal afmaken";
        Task = "doe", "iets doen, weg van het scherm";
        LookBack = "terugblik", "eerdere antwoorden komen terug";
        NextStep = "vervolgstap", "ieder kiest een volgende stap";
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Explain(Explain),
    Question(Question),
    Choice(Choice),
    Roleplay(Roleplay),
    Line(Line),
    Draw(Draw),
    Pitch(Pitch),
    Sort(Sort),
    Story(StoryStep),
    Task(Task),
    LookBack(LookBack),
    NextStep(NextStep),
}

impl Kind {
    pub fn name(&self) -> KindName {
        match self {
            Self::Explain(_) => KindName::Explain,
            Self::Question(_) => KindName::Question,
            Self::Choice(_) => KindName::Choice,
            Self::Roleplay(_) => KindName::Roleplay,
            Self::Line(_) => KindName::Line,
            Self::Draw(_) => KindName::Draw,
            Self::Pitch(_) => KindName::Pitch,
            Self::Sort(_) => KindName::Sort,
            Self::Story(_) => KindName::Story,
            Self::Task(_) => KindName::Task,
            Self::LookBack(_) => KindName::LookBack,
            Self::NextStep(_) => KindName::NextStep,
        }
    }

    /// What it says first and biggest; of a story or a role play its title.
    pub fn sentence(&self) -> &Text {
        match self {
            Self::Explain(explain) => &explain.sentence,
            Self::Question(question) => &question.sentence,
            Self::Choice(choice) => &choice.sentence,
            Self::Roleplay(play) => &play.situations.first().expect("a role play has a situation").title,
            Self::Line(line) => &line.sentence,
            Self::Draw(draw) => &draw.sentence,
            Self::Pitch(pitch) => &pitch.sentence,
            Self::Sort(sort) => &sort.sentence,
            Self::Story(step) => &step.stories.first().expect("a story step has a story").title,
            Self::Task(task) => &task.sentence,
            Self::LookBack(look_back) => &look_back.sentence,
            Self::NextStep(step) => step.questions.first().expect("a next step has questions"),
        }
    }
}
