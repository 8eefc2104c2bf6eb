//! The figures of `nakijken --streng`: of each card how it reads and how long it takes, and of all
//! together what they cover.

use std::io::{self, Write};

use crate::card::content::{Competence, Element, core_minutes, sitting_minutes};
use crate::card::format::Choice;
use crate::card::{Card, Phase};
use crate::dutch;

/// What the cards cover so far.
#[derive(Default)]
pub struct Coverage {
    cards: usize,
    elements: Vec<Element>,
    competences: Vec<Competence>,
}

impl Coverage {
    pub fn add(&mut self, card: &Card) {
        self.cards += 1;
        self.elements.extend(&card.elements);
        self.competences.extend(&card.competences);
    }

    /// How often each label occurs; of a single card it is in the card itself.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        if self.cards < 2 {
            return Ok(());
        }
        writeln!(out, "elementen: {}", counted(&self.elements))?;
        writeln!(out, "competenties: {}", counted(&self.competences))
    }
}

fn counted<T: Choice>(labels: &[T]) -> String {
    let count = |value: &T| labels.iter().filter(|label| *label == value).count();
    let each = T::WORDS.iter().map(|(value, word, _)| format!("{word} {}", count(value)));
    each.collect::<Vec<_>>().join(", ")
}

/// "zinnen van 5,2 woorden, hooguit 11; voorbereiden 12, doen 14, terugkijken 9 minuten; 1 les van 35 minuten"
pub fn line(card: &Card) -> String {
    let figures = card.figures();
    let tenths = (figures.words * 10).checked_div(figures.sentences).unwrap_or(0);
    let minutes = |(phase, _, label): &(Phase, _, _)| {
        format!("{label} {}", core_minutes(card.steps.iter().filter(|step| step.phase == *phase)))
    };
    let phases = Phase::WORDS.iter().map(minutes).collect::<Vec<_>>().join(", ");
    let each: Vec<String> = sitting_minutes(&card.steps).map(|(_, minutes)| minutes.to_string()).collect();
    format!(
        "zinnen van {},{} woorden, hooguit {}; {phases} minuten; {} van {} minuten",
        tenths / 10,
        tenths % 10,
        figures.longest,
        dutch::count(each.len(), "les", "lessen"),
        dutch::list(&each),
    )
}
