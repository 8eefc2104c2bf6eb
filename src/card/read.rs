//! How a step is read: the keys of every step and those of its kind stand in one object, and
//! `eenvoudig` is laid over it.

use std::sync::LazyLock;

use jsonc_parser::ast::Value;

use crate::card::active::{Draw, Line, Pitch, Roleplay};
use crate::card::advice;
use crate::card::format::{Choice as _, Format, Key, Part, Shape, check_keys, field, not_simple, part};
use crate::card::links::{Named, double, note_double};
use crate::card::picture::Picture;
use crate::card::slug::Slug;
use crate::card::step::{
    Choice, Explain, FROM, Form, ID, ITEMS, Kind, KindName, LookBack, Minutes, NextStep, Phase, Question,
    ROUNDS, Rounds, Sort, Step, StoryStep, Task, parts,
};
use crate::card::values::{List, choice, chosen, flag, lines, list, number, object, optional};
use crate::card::walk::{Crumb, Node, Walk};
use crate::card::words::{slug, text};
use crate::text::Text;

pub const KIND: &str = "soort";
pub const FORM: &str = "vorm";
pub const MINUTES: &str = "minuten";
pub const OUTSIDE: &str = "buiten-de-les";
const PICTURE: &str = "afbeelding";
pub const SIMPLE: &str = "eenvoudig";

part! {
    /// The keys of every step.
    struct Frame {
        @ KIND => choice::<KindName>(), "Wat voor stap het is.", r#""vraag""#;
        @ SIMPLE => Simple,
            "Dezelfde stap in makkelijke woorden: alleen de teksten die anders zijn, lijsten even lang.",
            r#"{ "vraag": "Wat wil je vragen?", ... }"#;
        ID => id: Option<Slug> = optional(slug()),
            "Een naam waarnaar een latere stap kan wijzen.", r#""wensen""#;
        "naam" => name: Option<Text> = optional(text(40)),
            "Een korte naam voor in lijstjes.", r#""jullie vragen""#;
        FORM => form: Option<Form> = optional(choice::<Form>()), "Hoe de klas werkt.", r#""duo""#;
        MINUTES => minutes: Option<Vec<Minutes>> = optional(Timing),
            "Hoe lang het duurt. Een stap met meer delen krijgt een lijst: een getal voor elk deel.", "6";
        "extra" => extra: bool = flag(), "Deze stap valt als eerste weg als de tijd krap is.", "true";
        "nieuwe-les" => new_sitting: bool = flag(), "Met deze stap begint een nieuwe les.", "true";
        OUTSIDE => outside: bool = flag(),
            "Dit gebeurt buiten de les, zoals een bezoek. De minuten tellen niet mee.", "true";
        PICTURE => picture: Option<Picture> = optional(object::<Picture>()),
            "Een foto of tekening onder de zin, uit de map van de kaart.",
            r#"{ "bestand": "garage.png", "tekst": "Een monteur ligt onder een auto." }"#;
        "docent" => notes: Vec<Text> = lines(0..=5, 120),
            "Voor jou: wat je doet, zegt of in de gaten houdt.", r#"["Elk duo kiest een eigen vraag."]"#;
    }
}

/// The simple wording: read once the step is known that it lies over.
struct Simple;

impl Format for Simple {
    type Value = ();

    fn shape(&self) -> Shape {
        Shape::Simple
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<()> {
        walk.object(node).map(|_| ())
    }

    fn absent(&self) -> Option<()> {
        Some(())
    }
}

/// One number, or a list with one for each part; how many there must be depends on the step.
struct Timing;

impl Timing {
    const MOST: u8 = 60;
}

impl Format for Timing {
    type Value = Vec<Minutes>;

    fn shape(&self) -> Shape {
        Shape::Minutes(1..=Self::MOST)
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Vec<Minutes>> {
        let minutes = number(1..=Self::MOST, "minuten");
        let Value::Array(_) = node.value else {
            return minutes.read(node, walk).map(|minutes| vec![Minutes(minutes)]);
        };
        // More parts than any step has are not looked at; their number is noted elsewhere.
        let parts: Vec<_> = node
            .items()
            .take(usize::from(Self::MOST))
            .enumerate()
            .map(|(i, part)| walk.within(Crumb::Item(i), |walk| minutes.read(part, walk)))
            .collect();
        parts.into_iter().map(|minutes| minutes.map(Minutes)).collect()
    }
}

impl KindName {
    /// The kind of the step at `node`, when that is a known one.
    pub fn at(node: Node<'_>) -> Option<Self> {
        node.get(KIND).and_then(Node::text).and_then(chosen)
    }

    /// The keys of this kind alone.
    pub fn own_keys(self) -> &'static [Key] {
        match self {
            Self::Explain => Explain::keys(),
            Self::Question => Question::keys(),
            Self::Choice => Choice::keys(),
            Self::Roleplay => Roleplay::keys(),
            Self::Line => Line::keys(),
            Self::Draw => Draw::keys(),
            Self::Pitch => Pitch::keys(),
            Self::Sort => Sort::keys(),
            Self::Story => StoryStep::keys(),
            Self::Task => Task::keys(),
            Self::LookBack => LookBack::keys(),
            Self::NextStep => NextStep::keys(),
        }
    }

    /// The keys that a step of this kind shares with the others.
    pub fn shared_keys(self) -> impl Iterator<Item = &'static Key> + Clone {
        Frame::keys().iter().filter(move |key| match key.name {
            FORM => self.has_form(),
            OUTSIDE => self == Self::Task,
            PICTURE => matches!(self, Self::Explain | Self::Question | Self::Choice | Self::Task),
            _ => true,
        })
    }

    /// Whether the card says how the class works: some kinds are always done in the same way.
    pub fn has_form(self) -> bool {
        !matches!(self, Self::Story | Self::Roleplay | Self::Line | Self::Draw | Self::Pitch)
    }

    fn read<'a>(self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Kind> {
        match self {
            Self::Explain => Explain::read(node, walk).map(Kind::Explain),
            Self::Question => Question::read(node, walk).map(Kind::Question),
            Self::Choice => Choice::read(node, walk).map(Kind::Choice),
            Self::Roleplay => Roleplay::read(node, walk).map(Kind::Roleplay),
            Self::Line => Line::read(node, walk).map(Kind::Line),
            Self::Draw => Draw::read(node, walk).map(Kind::Draw),
            Self::Pitch => Pitch::read(node, walk).map(Kind::Pitch),
            Self::Sort => Sort::read(node, walk).map(Kind::Sort),
            Self::Story => StoryStep::read(node, walk).map(Kind::Story),
            Self::Task => Task::read(node, walk).map(Kind::Task),
            Self::LookBack => LookBack::read(node, walk).map(Kind::LookBack),
            Self::NextStep => NextStep::read(node, walk).map(Kind::NextStep),
        }
    }

    /// The form of a step that names none.
    pub fn usual_form(self) -> Form {
        match self {
            Self::Explain | Self::Task | Self::Line | Self::Pitch => Form::Class,
            Self::Question | Self::Choice | Self::Sort | Self::Story | Self::Draw | Self::LookBack => {
                Form::Pair
            }
            Self::Roleplay => Form::Three,
            Self::NextStep => Form::Alone,
        }
    }
}

/// The step at `node`.
fn step<'a>(node: Node<'a>, phase: Phase, walk: &mut Walk<'a>) -> Option<Step> {
    walk.object(node)?;
    let Some(name) = KindName::at(node) else {
        let every = KindName::WORDS.iter().flat_map(|(kind, ..)| kind.own_keys());
        check_keys(node, &Frame::keys().iter().chain(every), walk, |_| None);
        return Frame::read(node, walk).and(None);
    };
    check_keys(node, &name.shared_keys().chain(name.own_keys()), walk, |key| other_kind(key, name));
    let frame = Frame::read(node, walk);
    check_timing(node, name, walk);
    if name == KindName::Sort {
        check_source(node, walk);
    }
    let kind = name.read(node, walk);
    let simple = node.get(SIMPLE).map(|simple| {
        walk.within(Crumb::Key(SIMPLE), |walk| {
            let simple = simple.over(node);
            check_keys(simple, &name.own_keys().iter(), walk, |key| {
                name.shared_keys().any(|shared| shared.name == key).then(|| not_simple(key))
            });
            name.read(simple, walk)
        })
    });
    let (frame, kind, simple) = (frame?, kind?, simple.map_or(Some(None), |simple| simple.map(Some))?);
    let minutes = if frame.outside { Vec::new() } else { frame.minutes.unwrap_or_default() };
    Some(Step {
        id: frame.id,
        name: frame.name,
        phase,
        kind,
        simple,
        form: frame.form.unwrap_or(name.usual_form()),
        minutes,
        extra: frame.extra,
        new_sitting: frame.new_sitting,
        outside: frame.outside,
        picture: frame.picture,
        notes: frame.notes,
    })
}

/// What is wrong with a key that belongs to another kind than `name`.
fn other_kind(key: &str, name: KindName) -> Option<(String, String)> {
    let has_key = |kind: &&KindName| kind.shared_keys().chain(kind.own_keys()).any(|other| other.name == key);
    let kinds: Vec<_> =
        KindName::WORDS.iter().map(|(kind, ..)| kind).filter(has_key).map(|kind| kind.word()).collect();
    let what = format!("'{key}' hoort niet bij de soort '{}'", name.word());
    let remedy = match kinds.as_slice() {
        [] => return None,
        // Nearly every kind.
        kinds if kinds.len() * 2 > KindName::WORDS.len() => "haal hem weg".into(),
        kinds => format!("haal hem weg: hij hoort bij {}", kinds.join(", ")),
    };
    Some((what, remedy))
}

/// Notes minutes that are missing, or are not as many as the step has parts.
fn check_timing<'a>(node: Node<'a>, name: KindName, walk: &mut Walk<'a>) {
    let is_true =
        |key| node.get(key).is_some_and(|flag| flag.value.as_boolean_lit().is_some_and(|flag| flag.value));
    let form = match node.get(FORM) {
        Some(form) if name.has_form() => form.text().and_then(chosen),
        _ => Some(name.usual_form()),
    };
    // An unknown form was noted; without it the parts cannot be counted.
    let Some(form) = form else { return };
    let rounds = if is_true(ROUNDS) { Rounds::Two } else { Rounds::One };
    let parts = parts(name, form, rounds);
    let example = if parts == 1 { "6".into() } else { format!("{:?}", vec![5; parts]) };
    let Some(minutes) = node.get(MINUTES) else {
        let is_outside = name == KindName::Task && is_true(OUTSIDE);
        if !is_outside {
            walk.missing(node, MINUTES, &example);
        }
        return;
    };
    let given = minutes.value.as_array().map(|list| list.elements.len());
    let what = match (given, parts) {
        (None, 1) => return,
        (Some(given), parts) if given == parts && parts > 1 => return,
        (None, parts) => format!("deze stap heeft {parts} delen"),
        (Some(_), 1) => "deze stap heeft maar één deel".into(),
        (Some(given), parts) => format!("deze stap heeft {parts} delen, en hier staan er {given}"),
    };
    walk.within(Crumb::Key(MINUTES), |walk| {
        walk.mistake::<()>(minutes, what, format!("schrijf bijvoorbeeld {example}"))
    });
}

/// Notes a `sorteer` that does not take its items from exactly one place.
fn check_source<'a>(node: Node<'a>, walk: &mut Walk<'a>) {
    let remedy = format!("kies één van de twee: '{ITEMS}' of '{FROM}'");
    match (node.get(ITEMS), node.get(FROM)) {
        (None, None) => {
            walk.mistake::<()>(node, "er is niets om te sorteren", remedy);
        }
        (Some(_), Some(from)) => {
            walk.mistake::<()>(from, format!("'{ITEMS}' en '{FROM}' kunnen niet samen"), remedy);
        }
        _ => {}
    }
}

/// The steps of a card, by phase.
pub fn phases() -> Phases {
    Phases
}

pub struct Phases;

impl Phases {
    /// More steps in a phase than fit in any lesson.
    const MOST: usize = 24;

    fn steps(phase: Phase) -> List<OneStep> {
        list(0..=Self::MOST, OneStep(phase))
    }

    fn keys() -> &'static [Key] {
        static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
            Phase::WORDS
                .iter()
                .map(|(phase, word, label)| Key::new(word, &Phases::steps(*phase), label, "[]"))
                .collect()
        });
        &KEYS
    }
}

impl Format for Phases {
    type Value = Vec<Step>;

    fn shape(&self) -> Shape {
        Shape::Object(Self::keys())
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Vec<Step>> {
        walk.object(node)?;
        check_keys(node, &Self::keys().iter(), walk, |_| None);
        let lists = Phase::WORDS.iter().filter_map(|(_, word, _)| node.get(word));
        walk.links.steps = lists.flat_map(|list| list.items().take(Self::MOST)).map(Named::new).collect();
        let phases: Vec<Option<Vec<Step>>> = Phase::WORDS
            .iter()
            .map(|(phase, word, _)| field(node, (word, "[]"), &Self::steps(*phase), walk))
            .collect();
        let steps: Vec<Step> =
            phases.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        if steps.is_empty() {
            return walk.mistake(node, "er is geen enkele stap", "zet in een van de fasen een stap");
        }
        advice::steps(&steps, node, walk);
        Some(steps)
    }
}

struct OneStep(Phase);

impl Format for OneStep {
    type Value = Step;

    fn shape(&self) -> Shape {
        Shape::Step
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Step> {
        let double = double(&walk.links.steps, walk.links.step);
        note_double(double, walk);
        let read = step(node, self.0, walk);
        walk.links.step += 1;
        read
    }
}
