//! The one description of the card's format. [`part!`](part) declares a Rust struct together with
//! its Dutch keys, their explanation and an example; [`choice!`](choice) declares an enum with its
//! Dutch words. The walker, the JSON Schema and the key tables of the docs all follow from these.

use std::ops::RangeInclusive;

use crate::card::step::KindName;
use crate::card::suggest::unknown_key;
use crate::card::walk::{Crumb, Node, Walk};

/// How one value of a card is written.
pub trait Format {
    type Value;

    /// What may stand here, as data.
    fn shape(&self) -> Shape;

    /// What stands at `node`; `None` once its mistakes are noted.
    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Self::Value>;

    /// What it means that the key is left out; `None` when it must be there.
    fn absent(&self) -> Option<Self::Value> {
        None
    }
}

/// What may stand in one place of a card.
pub enum Shape {
    /// At most so many characters.
    Text(usize),
    /// A name for machines.
    Slug,
    /// The name of an earlier step of one of these kinds.
    Earlier(&'static [KindName]),
    /// The name of a scene of the same story.
    Scene,
    /// The name of a picture, of at most so many characters.
    FileName(usize),
    /// A web address of at most so many characters.
    WebAddress(usize),
    Number(RangeInclusive<u8>),
    Flag,
    /// Words with their meaning.
    Choice(Vec<(&'static str, &'static str)>),
    List {
        of: Box<Shape>,
        length: RangeInclusive<usize>,
        distinct: Distinct,
    },
    /// Words of the card's own with their explanation, at most so many.
    Glossary {
        most: usize,
        word: usize,
        meaning: usize,
    },
    /// The minutes of a step: one number, or a list with one for each part.
    Minutes(RangeInclusive<u8>),
    Object(&'static [Key]),
    Step,
    /// The text keys of the step once more.
    Simple,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Distinct {
    /// Nothing may stand in the list twice.
    Yes,
    No,
}

impl Shape {
    /// Whether this is wording for pupils, which `eenvoudig` may say in simpler words.
    pub fn is_wording(&self) -> bool {
        match self {
            Self::Text(_) | Self::Object(_) => true,
            Self::List { of, .. } => of.is_wording(),
            _ => false,
        }
    }
}

/// One key of an object.
pub struct Key {
    pub name: &'static str,
    pub required: bool,
    /// For a teacher: what it is for.
    pub help: &'static str,
    /// JSON that may stand here.
    pub example: &'static str,
    pub shape: Shape,
}

impl Key {
    pub fn new<F: Format>(name: &'static str, format: &F, help: &'static str, example: &'static str) -> Self {
        Self { name, required: format.absent().is_none(), help, example, shape: format.shape() }
    }
}

/// A struct that is written as the keys of an object.
pub trait Part: Sized {
    fn keys() -> &'static [Key];

    /// Reads its own keys of the object at `node`; other keys are left to the caller.
    fn read<'a>(node: Node<'a>, walk: &mut Walk<'a>) -> Option<Self>;
}

/// An enum that is written as one of its words.
pub trait Choice: Copy + PartialEq + 'static {
    /// Value, word and meaning, in the order of the docs.
    const WORDS: &'static [(Self, &'static str, &'static str)];

    /// The word that stands for it in a card.
    fn word(self) -> &'static str {
        self.words().0
    }

    /// What it means, in a few words.
    fn meaning(self) -> &'static str {
        self.words().1
    }

    /// Its word and its meaning.
    fn words(self) -> (&'static str, &'static str) {
        let found = Self::WORDS.iter().find(|(value, ..)| *value == self);
        let (_, word, meaning) = found.expect("every variant has a word");
        (word, meaning)
    }
}

/// The value of `key` in the object at `node`.
pub fn field<'a, F: Format>(
    node: Node<'a>,
    (key, example): (&'static str, &'static str),
    format: &F,
    walk: &mut Walk<'a>,
) -> Option<F::Value> {
    match node.get(key) {
        Some(value) => walk.within(Crumb::Key(key), |walk| format.read(value, walk)),
        None => format.absent().or_else(|| {
            walk.missing(node, key, example);
            None
        }),
    }
}

/// Notes every key of the object at `node` that is not in `known`; `hint` may know more about one.
pub fn check_keys<'a>(
    node: Node<'a>,
    known: &(impl Iterator<Item = &'static Key> + Clone),
    walk: &mut Walk<'a>,
    hint: impl Fn(&str) -> Option<(String, String)>,
) {
    let Some(object) = node.value.as_object() else { return };
    for property in &object.properties {
        let name = property.name.as_str();
        let (what, remedy) = match known.clone().find(|key| key.name == name) {
            Some(key) if node.is_over() && !key.shape.is_wording() => not_simple(name),
            Some(_) => continue,
            None if walk.is_full() => Default::default(),
            None => hint(name).unwrap_or_else(|| unknown_key(name, known.clone().map(|key| key.name))),
        };
        walk.mistake_in(node, property.range.start, what, remedy);
    }
}

/// What is wrong with a key of the step that stands in `eenvoudig`, and the remedy.
pub fn not_simple(name: &str) -> (String, String) {
    (
        format!("'{name}' hoort niet in 'eenvoudig'"),
        "zet hier alleen de teksten voor leerlingen, in makkelijke woorden".into(),
    )
}

/// Declares a struct and how it is written: `key => field: Type = format, "explanation", "example";`.
/// Several fields of one type share a key whose format gives an array. A line that begins with `@`
/// has no field: its key is judged and not kept.
macro_rules! part {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(@ $judged_key:expr => $judged:expr, $judged_help:literal, $judged_example:expr;)*
            $($key:expr => $($field:ident),+: $type:ty = $format:expr, $help:literal, $example:expr;)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis struct $name { $($(pub $field: $type,)+)* }

        impl $crate::card::format::Part for $name {
            fn keys() -> &'static [$crate::card::format::Key] {
                use $crate::card::format::Key;
                static KEYS: std::sync::LazyLock<Vec<Key>> = std::sync::LazyLock::new(|| vec![
                    $(Key::new($judged_key, &$judged, $judged_help, $judged_example),)*
                    $(Key::new($key, &$format, $help, $example),)*
                ]);
                &KEYS
            }

            fn read<'a>(
                node: $crate::card::walk::Node<'a>,
                walk: &mut $crate::card::walk::Walk<'a>,
            ) -> Option<Self> {
                use $crate::card::format::field;
                // Every key is read before the first mistake ends it: all mistakes are noted.
                let judged = true $(& field(node, ($judged_key, $judged_example), &$judged, walk).is_some())*;
                $(part!(let $($field),+ = field(node, ($key, $example), &$format, walk));)*
                judged.then_some(Self { $($($field: $field?,)+)* })
            }
        }
    };
    (let $field:ident = $read:expr) => {
        let $field = $read;
    };
    (let $($field:ident),+ = $read:expr) => {
        let [$($field),+] = $read.map(|values| values.map(Some)).unwrap_or_default();
    };
}

/// Declares an enum and its words: `Variant = "word", "meaning";`.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal, $meaning:literal;)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)* }

        impl $crate::card::format::Choice for $name {
            const WORDS: &'static [(Self, &'static str, &'static str)] =
                &[$((Self::$variant, $word, $meaning)),*];
        }
    };
}

pub(crate) use {choice, part};
