//! Strips of paper: one for each duo, for answers that come back, and one for each pupil to keep.

use maud::{Markup, html};

use crate::card::step::NextStep;
use crate::card::{Card, Kind, Wording};
use crate::class::Roster;
use crate::report::terms::{Numbered, asked, fields, lines, pairs, starters};
use crate::text::Text;

/// On one page, when there are no names: to be copied.
const BLANK: usize = 2;

/// A numbered strip for each duo, with the questions that are looked back on.
pub fn strips(card: &Card, class: Option<&Roster>) -> Markup {
    let asked_again = looked_back(card);
    html! {
        h2 { "Strookjes" }
        p.goal { (card.title) }
        p.kicker { "Knip op de streepjes. Elk duo schrijft zijn antwoord op en bewaart het strookje." }
        @for number in 1..=pairs(class) {
            div.strip {
                p.duo { "duo" b { (number) } }
                div {
                    @for (number, step) in &asked_again {
                        p { "Stap " (number) ": " (asked(step, Wording::Own)) }
                        (lines(if asked_again.len() > 1 { 2 } else { 3 }))
                    }
                }
            }
        }
    }
}

/// The steps whose answers come back later.
pub fn looked_back(card: &Card) -> Vec<Numbered<'_>> {
    let from = |kind: &Kind| match kind {
        Kind::LookBack(look_back) => Some(look_back.from),
        Kind::Sort(sort) => sort.from,
        _ => None,
    };
    let comes_back = |at: usize| card.steps.iter().any(|step| from(&step.kind) == Some(at));
    (1..).zip(&card.steps).filter(|(number, _)| comes_back(number - 1)).collect()
}

/// *Voor je loopbaandossier*, for each pupil.
pub fn pages(card: &Card, wording: Wording, class: Option<&Roster>) -> Markup {
    let own = card.steps.iter().filter_map(|step| match step.worded(wording) {
        Kind::NextStep(next) => Some(next),
        _ => None,
    });
    let mut steps: Vec<NextStep> = own.cloned().collect();
    if steps.is_empty() {
        steps.push(NextStep { questions: NextStep::usual(), starters: Vec::new() });
    }
    // Who reads simple words is not named on paper.
    let class = class.filter(|_| wording == Wording::Own);
    let blank = vec![None; BLANK];
    let names: Vec<Option<&Text>> =
        class.map_or(blank, |class| class.pupils().iter().map(|(_, name)| Some(name)).collect());
    html! {
        @for step in &steps { @for name in &names { (kept(card, step, *name, class)) } }
    }
}

fn kept(card: &Card, step: &NextStep, name: Option<&Text>, class: Option<&Roster>) -> Markup {
    let (found, rest) = step.questions.split_at(1);
    html! {
        article.slip {
            h2 { "Voor je loopbaandossier" }
            @match (name, class) {
                (Some(name), Some(class)) => {
                    p.named { b { (name) } " uit klas " (class.name()) }
                    (fields(&["Datum"]))
                }
                _ => (fields(&["Naam", "Klas", "Datum"])),
            }
            p { "Activiteit: " b { (card.title) } }
            (starters(&step.starters))
            (question("Mijn doel"))
            @for text in found { (question(text)) }
            (question("Wat vond ik ervan?"))
            @for text in rest { (question(text)) }
        }
    }
}

fn question(text: &str) -> Markup {
    html! { div.kept { p { (text) } (lines(1)) } }
}
