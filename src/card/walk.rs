//! The walk through a card's tree: where it is, what it found, and how `eenvoudig` lies over a step.

use std::borrow::Cow;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use crate::card::links::Links;
use crate::card::picture::{FileName, Unseen};
use crate::card::problem::{Noted, Severity};
use crate::text::Text;

/// More than anyone mends in one go; the rest is counted. Keeps a hostile file cheap.
const MAX_NOTED: usize = 100;
/// Enough to recognise what stands there.
const MAX_QUOTED: usize = 40;

/// One place in the file.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    pub value: &'a Value<'a>,
    layer: Layer<'a>,
}

/// How a place is looked at: as itself, or with the simple wording laid over it.
#[derive(Clone, Copy)]
enum Layer<'a> {
    Own,
    /// The simple wording speaks here, over this.
    Over(Option<&'a Value<'a>>),
    /// The simple wording is silent here. What stands here was judged before.
    Under,
}

impl<'a> Node<'a> {
    pub fn own(value: &'a Value<'a>) -> Self {
        Self { value, layer: Layer::Own }
    }

    /// `self` laid over `under`: keys and items of `self` win, the rest shows through.
    pub fn over(self, under: Self) -> Self {
        Self { value: self.value, layer: Layer::Over(Some(under.value)) }
    }

    pub fn is_own(self) -> bool {
        matches!(self.layer, Layer::Own)
    }

    pub fn is_over(self) -> bool {
        matches!(self.layer, Layer::Over(_))
    }

    pub fn start(self) -> usize {
        self.value.range().start
    }

    pub fn get(self, key: &str) -> Option<Self> {
        let value = property(self.value, key);
        match self.layer {
            Layer::Own => value.map(Self::own),
            Layer::Under => value.map(|value| Self { value, layer: Layer::Under }),
            Layer::Over(under) => {
                let under = under.and_then(|under| property(under, key));
                match value {
                    Some(value) => Some(Self { value, layer: Layer::Over(under) }),
                    None => under.map(|value| Self { value, layer: Layer::Under }),
                }
            }
        }
    }

    /// The items of a list; of anything else none.
    pub fn items(self) -> impl ExactSizeIterator<Item = Self> {
        let under = match self.layer {
            Layer::Over(Some(under)) => elements(under),
            _ => &[],
        };
        elements(self.value).iter().enumerate().map(move |(i, value)| {
            let layer = match self.layer {
                Layer::Over(_) => Layer::Over(under.get(i)),
                layer => layer,
            };
            Self { value, layer }
        })
    }

    /// In the simple wording: how many items the step itself has here. `None` where that does not
    /// matter, or where the step itself is wrong.
    pub fn length_under(self) -> Option<usize> {
        match self.layer {
            Layer::Over(None) => Some(0),
            Layer::Over(Some(Value::Array(list))) => Some(list.elements.len()),
            _ => None,
        }
    }

    pub fn text(self) -> Option<&'a str> {
        self.value.as_string_lit().map(|text| &*text.value)
    }
}

/// Whether the same text, number or truth value stands at both, or a block of the same ones.
pub fn same(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::StringLit(a), Value::StringLit(b)) => a.value == b.value,
        (Value::NumberLit(a), Value::NumberLit(b)) => a.value == b.value,
        (Value::BooleanLit(a), Value::BooleanLit(b)) => a.value == b.value,
        (Value::Object(a), Value::Object(b)) => {
            a.properties.len() == b.properties.len()
                && a.properties.iter().all(|property| {
                    b.get(property.name.as_str()).is_some_and(|other| same(&property.value, &other.value))
                })
        }
        _ => false,
    }
}

fn property<'a>(value: &'a Value<'a>, key: &str) -> Option<&'a Value<'a>> {
    value.as_object().and_then(|object| object.get(key)).map(|property| &property.value)
}

fn elements<'a>(value: &'a Value<'a>) -> &'a [Value<'a>] {
    value.as_array().map_or(&[], |list| &list.elements)
}

#[derive(Clone, Copy)]
pub enum Crumb<'a> {
    Key(&'a str),
    /// Shown from 1.
    Item(usize),
}

/// What is known while walking through one card.
#[derive(Default)]
pub struct Walk<'a> {
    path: Vec<Crumb<'a>>,
    mistakes: Vec<Noted>,
    warnings: Vec<Noted>,
    /// Mistakes beyond [`MAX_NOTED`].
    uncounted: usize,
    pub links: Links<'a>,
    /// With the byte and the path where each stands.
    pictures: Vec<(FileName, usize, String)>,
}

impl<'a> Walk<'a> {
    pub fn within<T>(&mut self, crumb: Crumb<'a>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(crumb);
        let read = read(self);
        self.path.pop();
        read
    }

    /// Notes a mistake at `node`; gives `None`, for what cannot be read.
    pub fn mistake<T>(
        &mut self,
        node: Node<'a>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Option<T> {
        if !matches!(node.layer, Layer::Under) {
            self.note(Severity::Mistake, node.start(), what.into(), remedy.into());
        }
        None
    }

    pub fn warning(&mut self, node: Node<'a>, what: impl Into<String>, remedy: impl Into<String>) {
        if !matches!(node.layer, Layer::Under) {
            self.note(Severity::Warning, node.start(), what.into(), remedy.into());
        }
    }

    /// Notes that something else stands at `node` than `wanted`: "een tekst".
    pub fn wrong_type<T>(&mut self, node: Node<'a>, wanted: &str, remedy: &str) -> Option<T> {
        let what = format!("hier staat {}, maar hier hoort {wanted}", describe(node.value));
        let is_nothing = matches!(node.value, Value::NullKeyword(_));
        let remedy = if is_nothing { "vul hem in of haal hem weg" } else { remedy };
        self.mistake(node, what, remedy)
    }

    /// Notes that `key` is not in the object at `node`.
    pub fn missing(&mut self, node: Node<'a>, key: &str, example: &str) {
        // What the simple wording leaves out is missing in the step itself, and was noted there.
        if node.is_own() {
            let what = format!("'{key}' ontbreekt");
            self.mistake::<()>(node, what, format!("zet erbij: \"{key}\": {example}"));
        }
    }

    /// The object at `node`; its doubled keys are noted.
    pub fn object(&mut self, node: Node<'a>) -> Option<&'a Object<'a>> {
        let Value::Object(object) = node.value else {
            return self.wrong_type(node, "een blok tussen { en }", "zet er { voor en } achter");
        };
        let mut keys: Vec<_> =
            object.properties.iter().map(|key| (key.name.as_str(), key.range.start)).collect();
        keys.sort_unstable();
        for pair in keys.windows(2) {
            if let [(first, _), (again, at)] = pair
                && first == again
            {
                let what = format!("{} staat er twee keer", quoted(again));
                self.mistake_in(node, *at, what, "laat er één staan".into());
            }
        }
        Some(object)
    }

    /// Notes a mistake at byte `at` inside `node`.
    pub fn mistake_in(&mut self, node: Node<'a>, at: usize, what: String, remedy: String) {
        if !matches!(node.layer, Layer::Under) {
            self.note(Severity::Mistake, at, what, remedy);
        }
    }

    /// A picture that stands beside the card is named at `node`.
    pub fn found(&mut self, node: Node<'a>, picture: FileName) {
        if !matches!(node.layer, Layer::Under) {
            self.pictures.push((picture, node.start(), path(&self.path)));
        }
    }

    /// Notes the pictures that are not seen.
    pub fn look_at_pictures(&mut self, unseen: impl Fn(&FileName) -> Option<Unseen>) {
        for (picture, at, path) in std::mem::take(&mut self.pictures) {
            if let Some(why) = unseen(&picture) {
                let what = format!("{}: {why}", quoted(&picture));
                self.mistakes.push(Noted { path, ..Noted::mistake(at, what, why.remedy()) });
            }
        }
    }

    fn note(&mut self, severity: Severity, at: usize, what: String, remedy: String) {
        let noted = match severity {
            Severity::Mistake => &mut self.mistakes,
            Severity::Warning => &mut self.warnings,
        };
        if noted.len() < MAX_NOTED {
            noted.push(Noted { severity, at, path: path(&self.path), what, remedy });
        } else if severity == Severity::Mistake {
            self.uncounted += 1;
        }
    }

    /// Whether no more mistakes are noted, only counted; a costly hint is not worked out then.
    pub fn is_full(&self) -> bool {
        self.mistakes.len() >= MAX_NOTED
    }

    pub fn has_mistakes(&self) -> bool {
        !self.mistakes.is_empty()
    }

    /// Everything that was found.
    pub fn finish(mut self) -> Vec<Noted> {
        let mut noted = self.mistakes;
        noted.append(&mut self.warnings);
        if self.uncounted > 0 {
            let what = format!("en nog {} fouten", self.uncounted);
            noted.push(Noted::mistake(usize::MAX, what, "verbeter eerst de fouten hierboven"));
        }
        noted
    }
}

fn path(crumbs: &[Crumb<'_>]) -> String {
    let crumbs: Vec<Cow<'_, str>> = crumbs
        .iter()
        .map(|crumb| match crumb {
            Crumb::Key("") => Cow::from("''"),
            Crumb::Key(key) => Cow::from(clipped(key)),
            Crumb::Item(index) => Cow::from((index + 1).to_string()),
        })
        .collect();
    crumbs.join(" > ")
}

/// "het getal 5"
fn describe(value: &Value<'_>) -> String {
    match value {
        Value::StringLit(text) => format!("de tekst {}", quoted(&text.value)),
        Value::NumberLit(number) => format!("het getal {}", clipped(number.value)),
        Value::BooleanLit(flag) => flag.value.to_string(),
        Value::Object(_) => "een blok { }".into(),
        Value::Array(_) => "een lijst [ ]".into(),
        Value::NullKeyword(_) => "niets (null)".into(),
    }
}

/// What a file says, safe to show: clean, short, between quotes.
pub fn quoted(raw: &str) -> String {
    format!("'{}'", clipped(raw))
}

/// As [`quoted`], without the quotes.
pub fn clipped(raw: &str) -> String {
    let mut chars = raw.chars();
    let head: String = chars.by_ref().take(MAX_QUOTED).collect();
    let dots = if chars.next().is_some() { "..." } else { "" };
    format!("{}{dots}", Text::clean(&head))
}
