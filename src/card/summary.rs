//! What a list says of a card: little enough to keep a thousand of.

use serde::{Deserialize, Serialize};

use crate::card::{Card, Form, Slug};
use crate::text::Text;

/// A card in a few lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub id: Slug,
    pub title: Text,
    pub goal: Text,
    pub occasion: Text,
    /// Core minutes of the whole card.
    pub minutes: u16,
    /// The form in which the class works longest.
    pub form: Form,
    /// How many lessen it takes.
    pub sittings: usize,
    /// The words that it explains, for who searches.
    pub words: Text,
}

impl Card {
    pub fn summary(&self) -> Summary {
        Summary {
            id: self.id.clone(),
            title: self.title.clone(),
            goal: self.goal.clone(),
            occasion: self.occasion.clone(),
            minutes: self.minutes(),
            form: self.form(),
            sittings: self.sittings().len(),
            words: Text::clean(&self.words.iter().map(|(word, _)| &**word).collect::<Vec<_>>().join(" ")),
        }
    }
}
