//! The card: one activity in one JSON file, for people who are not programmers.
//!
//! A [`Card`] that exists is valid. [`Card::check`] finds every mistake in a file at once, with its
//! place and its remedy. How a card is written is said once, in [`step`] and [`content`]; the
//! reading, [`schema()`] and the key tables of the docs follow from it. No file is opened here.

pub mod active;
mod advice;
pub mod content;
pub mod format;
mod image;
mod links;
mod picture;
mod problem;
mod read;
mod schema;
mod slug;
pub mod step;
mod strict;
mod suggest;
mod summary;
mod syntax;
mod tidy;
mod tree;
mod values;
mod versions;
mod walk;
mod words;

pub use active::{Draw, Line, Pitch, RoleCards, Roleplay, Situation, Speaker, TwoSided};
pub use image::{Image, MAX_PICTURE};
pub use picture::{FileName, Picture, Unseen};
pub use problem::{Problem, Severity};
pub use read::{FORM, KIND, MINUTES, OUTSIDE, SIMPLE};
pub use schema::schema;
pub use slug::Slug;
pub use step::{
    Choice, Form, Kind, LookBack, Minutes, Phase, Question, Sort, Step, Story, StoryScene, StoryStep, Wording,
};
pub use strict::{Figures, Misfit, hard_words};
pub use summary::Summary;
pub use tidy::tidy;
pub use tree::{Trail, Tree};
pub use values::chosen;
pub use versions::Changes;

use std::ops::Deref;
use std::path::{Path, PathBuf};

use jsonc_parser::ast::Value;

use crate::card::content::{Content, FORMAT, NEWEST};
use crate::card::format::Format;
use crate::card::problem::{Noted, place};
use crate::card::values::object;
use crate::card::walk::{Node, Walk};

/// A valid card. Made by [`Card::check`] and [`Card::parse`] alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    content: Content,
    source: String,
    folder: Option<PathBuf>,
}

/// What is known of a file that may be a card.
#[derive(Debug)]
pub struct Checked {
    /// `None` when `problems` has a mistake.
    pub card: Option<Card>,
    /// Mistakes and warnings, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// As a card that ships is looked at: with what makes it less of a lesson; `misfits` is what its
    /// screens tell. A card with mistakes is not looked at.
    #[must_use]
    pub fn strictly(mut self, misfits: impl Fn(&Card) -> Vec<Misfit>) -> Self {
        let Some(card) = &self.card else { return self };
        let misfits = misfits(card);
        let found =
            card.on_tree(|tree| place(strict::examine(Node::own(tree), card, &misfits), &card.source));
        for new in found.unwrap_or_default() {
            // Some of it was said already, as advice.
            if !self.problems.iter().any(|old| (old.line, &old.what) == (new.line, &new.what)) {
                self.problems.push(new);
            }
        }
        self
    }
}

impl Card {
    /// The card in `source`, or every mistake in it.
    pub fn parse(source: &str) -> Result<Self, Vec<Problem>> {
        let Checked { card, mut problems } = Self::check(source.as_bytes());
        problems.retain(|problem| problem.severity == Severity::Mistake);
        card.ok_or(problems)
    }

    /// The card in a file's bytes, with everything that is wrong or unwise in it.
    pub fn check(bytes: &[u8]) -> Checked {
        Self::check_with(bytes, |_| None)
    }

    /// As [`Card::check`], also of the pictures that stand beside it: `unseen` says why one is not seen.
    pub fn check_with(bytes: &[u8], unseen: impl Fn(&FileName) -> Option<Unseen>) -> Checked {
        let source = match syntax::decode(bytes) {
            Ok(source) => source,
            Err(noted) => {
                return Checked { card: None, problems: place(vec![noted], &String::from_utf8_lossy(bytes)) };
            }
        };
        let (content, noted) = match syntax::parse(source) {
            Ok(tree) => read(&tree, unseen),
            Err(noted) => (None, vec![noted]),
        };
        let card = content.map(|content| Self { content, source: source.to_owned(), folder: None });
        Checked { card, problems: place(noted, source) }
    }

    /// How the class reads it, in figures.
    pub fn figures(&self) -> Figures {
        self.on_tree(|tree| strict::figures(Node::own(tree), self)).unwrap_or_default()
    }

    fn on_tree<T>(&self, look: impl FnOnce(&Value<'_>) -> T) -> Option<T> {
        syntax::parse(&self.source).ok().map(|tree| look(&tree))
    }

    /// The card as it lies in this folder, with its pictures beside it.
    #[must_use]
    pub fn lying_in(self, folder: &Path) -> Self {
        Self { folder: Some(folder.to_owned()), ..self }
    }

    /// Where its pictures are; none are for a card that is built in.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The JSON it was read from; a lesson keeps it in its own folder.
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl Deref for Card {
    type Target = Content;
    fn deref(&self) -> &Content {
        &self.content
    }
}

fn read(tree: &Value<'_>, unseen: impl Fn(&FileName) -> Option<Unseen>) -> (Option<Content>, Vec<Noted>) {
    let root = Node::own(tree);
    if let Some(format) = root.get(FORMAT)
        && let Value::NumberLit(number) = format.value
        && number.value.parse().is_ok_and(|number: u64| number > u64::from(NEWEST))
    {
        // What a later format means by its keys is not known here.
        let mut noted = Noted::mistake(
            format.start(),
            "deze kaart is voor een nieuwere Lesloper",
            "haal de nieuwste Lesloper",
        );
        FORMAT.clone_into(&mut noted.path);
        return (None, vec![noted]);
    }
    let mut walk = Walk::default();
    let content = object().read(root, &mut walk);
    walk.look_at_pictures(unseen);
    let content = if walk.has_mistakes() { None } else { content };
    (content, walk.finish())
}
