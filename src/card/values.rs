//! The values that a card is made of beside its texts, with their bounds: numbers, choices, lists,
//! objects; and what it means to leave one out.

use std::marker::PhantomData;
use std::ops::RangeInclusive;

use jsonc_parser::ast::Value;

use crate::card::format::{Choice, Distinct, Format, Part, Shape, check_keys};
use crate::card::suggest::{listed, unknown_word};
use crate::card::walk::{Crumb, Node, Walk, clipped, same};
use crate::card::words::{Words, text};

/// A whole number; `unit` is what it counts: "minuten".
pub fn number(range: RangeInclusive<u8>, unit: &'static str) -> Number {
    Number { range, unit }
}

pub struct Number {
    range: RangeInclusive<u8>,
    unit: &'static str,
}

impl Format for Number {
    type Value = u8;

    fn shape(&self) -> Shape {
        Shape::Number(self.range.clone())
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<u8> {
        let (low, high) = (self.range.start(), self.range.end());
        let remedy =
            if low == high { format!("kies {low}") } else { format!("kies {low} tot en met {high}") };
        let Value::NumberLit(number) = node.value else {
            return walk.wrong_type(node, "een getal", &format!("{remedy}, zonder aanhalingstekens"));
        };
        let value = number.value.parse().ok().filter(|value| self.range.contains(value));
        value.or_else(|| {
            let what = [clipped(number.value).as_str(), self.unit, "kan niet"]
                .into_iter()
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            walk.mistake(node, what, remedy)
        })
    }
}

/// `true` or `false`; left out means `false`.
pub fn flag() -> Flag {
    Flag
}

pub struct Flag;

impl Format for Flag {
    type Value = bool;

    fn shape(&self) -> Shape {
        Shape::Flag
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<bool> {
        match node.value {
            Value::BooleanLit(flag) => Some(flag.value),
            _ => walk.wrong_type(node, "true of false", "schrijf true voor ja, zonder aanhalingstekens"),
        }
    }

    fn absent(&self) -> Option<bool> {
        Some(false)
    }
}

/// One of the words of `C`.
pub fn choice<C: Choice>() -> OneOf<C> {
    OneOf(PhantomData)
}

pub struct OneOf<C>(PhantomData<C>);

/// The value that `word` stands for.
pub fn chosen<C: Choice>(word: &str) -> Option<C> {
    C::WORDS.iter().find(|(_, known, _)| *known == word).map(|(value, ..)| *value)
}

impl<C: Choice> Format for OneOf<C> {
    type Value = C;

    fn shape(&self) -> Shape {
        Shape::Choice(C::WORDS.iter().map(|(_, word, meaning)| (*word, *meaning)).collect())
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<C> {
        let words = C::WORDS.iter().map(|(_, word, _)| *word);
        let Some(word) = node.text() else {
            let remedy = format!("kies uit: {}", listed(words));
            return walk.wrong_type(node, "één van de vaste woorden", &remedy);
        };
        chosen(word).or_else(|| {
            let (what, remedy) = unknown_word(word, words);
            walk.mistake(node, what, remedy)
        })
    }
}

/// `length` items; a list that may be empty may be left out.
pub fn list<F: Format>(length: RangeInclusive<usize>, of: F) -> List<F> {
    List { length, of, distinct: Distinct::No }
}

/// As [`list`], in which nothing may stand twice.
pub fn set<F: Format>(length: RangeInclusive<usize>, of: F) -> List<F> {
    List { length, of, distinct: Distinct::Yes }
}

/// `length` texts of at most `max` characters.
pub fn lines(length: RangeInclusive<usize>, max: usize) -> List<Words> {
    list(length, text(max))
}

pub struct List<F> {
    length: RangeInclusive<usize>,
    of: F,
    distinct: Distinct,
}

impl<F: Format> List<F> {
    /// Notes a wrong number of items. The simple wording is only measured by the step it is laid over.
    fn check_length<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) {
        let (length, least, most) = (node.items().len(), *self.length.start(), *self.length.end());
        if let Some(own) = node.length_under() {
            if length != own {
                let what = format!("deze lijst is {length} lang, maar die van de stap zelf {own}");
                walk.mistake::<()>(node, what, "maak ze even lang");
            }
        } else if length < least {
            let what =
                if length == 0 { "deze lijst is leeg".into() } else { format!("{length} is te weinig") };
            let remedy = if least == most {
                format!("zet er {least} in")
            } else {
                format!("zet er {least} tot en met {most} in")
            };
            walk.mistake::<()>(node, what, remedy);
        } else if length > most {
            walk.mistake::<()>(node, format!("{length} is te veel"), format!("houd er hooguit {most} over"));
        }
    }

    fn check_doubles<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) {
        for (i, item) in node.items().take(*self.length.end()).enumerate() {
            let again = node.items().take(i).any(|earlier| same(earlier.value, item.value));
            if again {
                walk.within(Crumb::Item(i), |walk| {
                    walk.mistake::<()>(item, "dit staat al in de lijst", "laat er één staan")
                });
            }
        }
    }
}

impl<F: Format> Format for List<F> {
    type Value = Vec<F::Value>;

    fn shape(&self) -> Shape {
        let (length, distinct) = (self.length.clone(), self.distinct);
        Shape::List { of: Box::new(self.of.shape()), length, distinct }
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Vec<F::Value>> {
        let Value::Array(_) = node.value else {
            return walk.wrong_type(node, "een lijst", "zet [ ervoor en ] erachter");
        };
        self.check_length(node, walk);
        if self.distinct == Distinct::Yes {
            self.check_doubles(node, walk);
        }
        // Of a list that is much too long, only so many are looked at.
        let items = node.items().take(*self.length.end()).enumerate();
        let mut read = Vec::with_capacity(items.len());
        let mut complete = true;
        for (i, item) in items {
            match walk.within(Crumb::Item(i), |walk| self.of.read(item, walk)) {
                Some(value) => read.push(value),
                None => complete = false,
            }
        }
        complete.then_some(read)
    }

    fn absent(&self) -> Option<Self::Value> {
        (*self.length.start() == 0).then(Vec::new)
    }
}

/// The keys of `T`, and no others.
pub fn object<T: Part>() -> Keys<T> {
    Keys(PhantomData)
}

pub struct Keys<T>(PhantomData<T>);

impl<T: Part> Format for Keys<T> {
    type Value = T;

    fn shape(&self) -> Shape {
        Shape::Object(T::keys())
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<T> {
        walk.object(node)?;
        check_keys(node, &T::keys().iter(), walk, |_| None);
        T::read(node, walk)
    }
}

/// May be left out.
pub fn optional<F: Format>(format: F) -> Optional<F> {
    Optional(format)
}

pub struct Optional<F>(F);

impl<F: Format> Format for Optional<F> {
    type Value = Option<F::Value>;

    fn shape(&self) -> Shape {
        self.0.shape()
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Self::Value> {
        self.0.read(node, walk).map(Some)
    }

    fn absent(&self) -> Option<Self::Value> {
        Some(None)
    }
}

/// May be left out, and then is `default`.
pub fn or<F: Format>(format: F, default: fn() -> F::Value) -> Or<F> {
    Or { format, default }
}

pub struct Or<F: Format> {
    format: F,
    default: fn() -> F::Value,
}

impl<F: Format> Format for Or<F> {
    type Value = F::Value;

    fn shape(&self) -> Shape {
        self.format.shape()
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<F::Value> {
        self.format.read(node, walk)
    }

    fn absent(&self) -> Option<F::Value> {
        Some((self.default)())
    }
}

/// What `format` gives, made into something else.
pub fn then<F: Format, T>(format: F, make: fn(F::Value) -> T) -> Then<F, T> {
    Then { format, make }
}

pub struct Then<F: Format, T> {
    format: F,
    make: fn(F::Value) -> T,
}

impl<F: Format, T> Format for Then<F, T> {
    type Value = T;

    fn shape(&self) -> Shape {
        self.format.shape()
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<T> {
        self.format.read(node, walk).map(self.make)
    }

    fn absent(&self) -> Option<T> {
        self.format.absent().map(self.make)
    }
}
