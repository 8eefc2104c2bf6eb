//! The whole row of questions about a card as it is now, in the order of the conversation. Which ones
//! there are follows from the format and from what was answered.

use crate::card::content::Content;
use crate::card::format::{Key, Part as _, Shape};
use crate::card::{Trail, Tree};
use crate::maker::asked::{asked, one_more, one_of};
use crate::maker::question::{Answers, Deed, Need, Offer, Question};
use crate::maker::words::to_explain;

/// Keys of the card that the program fills in itself, or that come as steps.
const OWN: [&str; 4] = ["$schema", "formaat", "id", PHASES];
pub const PHASES: &str = "fasen";
pub const GLOSSARY: &str = "woorden";
/// From this key on the questions come after the steps.
const AFTER: &str = "docent";
/// Between the two texts of a pair.
pub const SIGN: &str = " = ";
const NUMBER: usize = 3;
/// In characters: four numbers with spaces, or six.
const MINUTES: usize = 30;

/// All questions about this card.
pub fn questions(card: &Tree) -> Vec<Question> {
    let mut asking = Asking { card, chapter: String::new(), row: Vec::new() };
    let keys = || Content::keys().iter().filter(|key| !OWN.contains(&key.name));
    let after = |key: &&Key| key.name != AFTER;
    let top = Trail::default();
    "Over de activiteit".clone_into(&mut asking.chapter);
    keys().take_while(after).for_each(|key| asking.key("kaart", &top, key));
    asking.steps();
    "Om de les heen".clone_into(&mut asking.chapter);
    for key in keys().skip_while(after) {
        if key.name == GLOSSARY {
            asking.meanings();
        }
        asking.key("kaart", &top, key);
    }
    asking.row
}

pub struct Asking<'c> {
    pub card: &'c Tree,
    pub chapter: String,
    pub row: Vec<Question>,
}

impl Asking<'_> {
    /// The questions about one key of the block at `block`.
    pub fn key(&mut self, owner: &'static str, block: &Trail, key: &'static Key) {
        let at = block.key(key.name);
        let (answers, deed) = match &key.shape {
            Shape::Text(most) => (Answers::Line(*most), Deed::Text),
            Shape::Number(_) => (Answers::Line(NUMBER), Deed::Number),
            Shape::Minutes(_) => (Answers::Line(MINUTES), Deed::Minutes),
            Shape::Choice(words) => one_of_words(words, Need::of(key)),
            Shape::Earlier(kinds) => {
                let Some(steps) = self.earlier(block, kinds, Need::of(key)) else { return };
                steps
            }
            Shape::Glossary { most, word, meaning } => {
                (Answers::Lines { length: 0..=*most, most: word + meaning + SIGN.len() }, Deed::Words)
            }
            Shape::Object(keys) => match pair(keys) {
                Some((names, most)) => (Answers::Lines { length: 0..=1, most }, Deed::Pair(names)),
                None => return keys.iter().for_each(|inner| self.key(key.name, &at, inner)),
            },
            Shape::List { of, length, .. } => match (&**of, length) {
                (Shape::Text(most), length) => {
                    // A key that is left out is no list at all.
                    let least = if key.required { *length.start() } else { 0 };
                    (Answers::Lines { length: least..=*length.end(), most: *most }, Deed::Texts)
                }
                (Shape::Choice(words), _) => any_of_words(words),
                (Shape::Number(range), _) => any_of_numbers(range.clone()),
                (Shape::Object(keys), length) => match pair(keys) {
                    Some((names, most)) => {
                        (Answers::Lines { length: length.clone(), most }, Deed::Pairs(names))
                    }
                    None => return self.blocks(&at, keys, key),
                },
                _ => return,
            },
            _ => return,
        };
        let Some(asked) = asked(owner, key.name) else { return };
        let help = match &deed {
            Deed::Minutes => "Alleen het getal.".to_owned(),
            deed => key.help.to_owned() + more_help(deed, key),
        };
        let example = if matches!(answers, Answers::Many(_)) { String::new() } else { example(key) };
        let need = Need::of(key);
        self.push(Question {
            at,
            chapter: self.chapter.clone(),
            asked: asked.to_owned(),
            help,
            example,
            answers,
            need,
            beside: Vec::new(),
            deed,
        });
    }

    pub fn push(&mut self, question: Question) {
        self.row.push(question);
    }

    /// A question with no key of its own.
    pub fn ask(
        &mut self,
        at: Trail,
        asked: impl Into<String>,
        help: impl Into<String>,
        answers: (Answers, Deed),
    ) {
        self.push(Question {
            at,
            chapter: self.chapter.clone(),
            asked: asked.into(),
            help: help.into(),
            example: String::new(),
            answers: answers.0,
            need: Need::May,
            beside: Vec::new(),
            deed: answers.1,
        });
    }

    /// Blocks of more than a pair: the keys of each, and then whether there is one more.
    fn blocks(&mut self, at: &Trail, keys: &'static [Key], list: &'static Key) {
        let Shape::List { length, .. } = &list.shape else { return };
        if list.name == "scenes" {
            return self.scenes(at, keys);
        }
        let count = self.card.at(at).map_or(0, |list| list.items().len());
        let chapter = self.chapter.clone();
        for index in 0..count.max(*length.start()) {
            self.chapter = format!("{chapter}, {} {}", one_of(list.name), index + 1);
            for key in keys {
                self.key(list.name, &at.item(index), key);
            }
        }
        self.chapter = chapter;
        if (*length.start()..*length.end()).contains(&count) {
            self.ask(at.clone(), one_more(list.name), list.help, yes_or_no(Deed::Another));
        }
    }

    /// The words on the board that are long, each with its own question.
    fn meanings(&mut self) {
        for word in to_explain(self.card) {
            let at = Trail::default().key(GLOSSARY).key(&word);
            let help = "Dit lange woord staat op het bord. Leg het uit in gewone woorden, of sla het over.";
            self.ask(at, format!("Wat betekent '{word}'?"), help, (Answers::Line(140), Deed::Text));
        }
    }
}

pub fn yes_or_no(deed: Deed) -> (Answers, Deed) {
    (Answers::One(vec![Offer::new("nee", ""), Offer::new("ja", "")]), deed)
}

fn one_of_words(words: &[(&'static str, &'static str)], need: Need) -> (Answers, Deed) {
    let skip = (need == Need::May).then(|| (Offer::new("overslaan", ""), None));
    let known = words.iter().map(|(word, meaning)| (Offer::new(*word, *meaning), Some(Tree::from(*word))));
    let (offers, values) = skip.into_iter().chain(known).unzip();
    (Answers::One(offers), Deed::Value(values))
}

fn any_of_words(words: &[(&'static str, &'static str)]) -> (Answers, Deed) {
    let offers = words.iter().map(|(word, meaning)| Offer::new(*word, *meaning));
    let values = words.iter().map(|(word, _)| Tree::from(*word));
    (Answers::Many(offers.collect()), Deed::Values(values.collect()))
}

fn any_of_numbers(range: std::ops::RangeInclusive<u8>) -> (Answers, Deed) {
    let offers = range.clone().map(|number| Offer::new(number.to_string(), ""));
    let values = range.map(|number| Tree::Number(u64::from(number)));
    (Answers::Many(offers.collect()), Deed::Values(values.collect()))
}

/// The two keys of a block that is a pair of texts, and how long a line with both may be.
fn pair(keys: &[Key]) -> Option<([&'static str; 2], usize)> {
    let long = |key: &Key| match key.shape {
        Shape::Text(most) | Shape::FileName(most) | Shape::WebAddress(most) => Some(most),
        _ => None,
    };
    let [first, second] = keys else { return None };
    Some(([first.name, second.name], long(first)? + SIGN.len() + long(second)?))
}

/// How lines of this kind are typed.
fn more_help(deed: &Deed, key: &Key) -> &'static str {
    match deed {
        Deed::Words => " Typ: woord = uitleg. Kies er minstens vier.",
        Deed::Pair(_) => " Typ: bestand = wat erop staat. Geen? Enter.",
        Deed::Pairs(["titel", _]) => " Hoort er een webadres bij? Typ: bron = adres.",
        Deed::Pairs(_) => " Iets op de achterkant? Typ: voorkant = achterkant.",
        Deed::Texts if key.name == "docent" => {
            " Begin met Doe:, Zeg:, Vraag: of Let op:, minstens twee regels."
        }
        _ => "",
    }
}

/// The example of a key as a teacher would type it.
fn example(key: &Key) -> String {
    if let Shape::List { of, .. } = &key.shape
        && let Shape::Object([first, second]) = &**of
    {
        return [first, second].map(example).join(SIGN);
    }
    if matches!(key.shape, Shape::Choice(_) | Shape::Earlier(_)) {
        return String::new();
    }
    match Tree::parse(key.example) {
        Some(Tree::Text(text)) => text,
        Some(Tree::Number(number)) => number.to_string(),
        Some(Tree::List(items)) => items.iter().filter_map(Tree::text).collect::<Vec<_>>().join("  /  "),
        Some(Tree::Block(pairs)) => {
            let texts: Vec<&str> = pairs.iter().filter_map(|(_, value)| value.text()).collect();
            match (texts.as_slice(), pairs.first()) {
                ([meaning], Some((word, _))) => [word, *meaning].join(SIGN),
                (texts, _) => texts.join(SIGN),
            }
        }
        _ => String::new(),
    }
}
