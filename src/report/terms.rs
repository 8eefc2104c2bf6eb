//! What the sheets share: the words for phases and forms, and places to write and tick.

use maud::{Markup, html};

use crate::card::{Card, Form, Kind, Phase, Step, Wording};
use crate::class::Roster;
use crate::text::Text;

/// For a class of thirty, when no names are known.
const USUAL_PAIRS: usize = 15;

/// A step with its number on every sheet.
pub type Numbered<'a> = (usize, &'a Step);

/// The steps in rows that stand under one heading: a phase, within one les.
pub fn rows(card: &Card) -> Vec<Vec<Numbered<'_>>> {
    let steps: Vec<Numbered<'_>> = (1..).zip(&card.steps).collect();
    let goes_on =
        |(_, step): &Numbered<'_>, (_, next): &Numbered<'_>| step.phase == next.phase && !next.new_sitting;
    steps.chunk_by(goes_on).map(<[_]>::to_vec).collect()
}

/// "● voorbereiden", as on the board; and which les it is, when there are more.
pub fn phase_heading(card: &Card, row: &[Numbered<'_>]) -> Markup {
    let Some((number, step)) = row.first() else { return html! {} };
    let sittings = card.sittings();
    let sitting = sittings.iter().position(|steps| steps.contains(&(number - 1))).unwrap_or(0) + 1;
    html! {
        h3.phase {
            span aria-hidden="true" { (shape(step.phase)) " " }
            (step.phase.label())
            @if sittings.len() > 1 { span.les { "les " (sitting) } }
        }
    }
}

fn shape(phase: Phase) -> &'static str {
    match phase {
        Phase::Prepare => "●",
        Phase::Do => "▲",
        Phase::LookBack => "■",
    }
}

/// With whom it is done, as a pupil says it. How large a group is that plays, says the situation.
pub fn together(step: &Step) -> &'static str {
    match step.form {
        _ if matches!(step.kind, Kind::Roleplay(_)) => "in een groepje",
        Form::Alone => "alleen en stil",
        Form::Pair => "met je duo",
        Form::Three => "met z'n drieën",
        Form::Four => "met z'n vieren",
        Form::Class => "met de klas",
        Form::ThinkPairShare => "eerst alleen, dan met je duo, dan met de klas",
        Form::AlonePairFourClass => "alleen, met je duo, met z'n vieren, met de klas",
    }
}

/// What a step asks; of one that asks more, what it is called.
pub fn asked(step: &Step, wording: Wording) -> &str {
    let kind = step.worded(wording);
    let usual = match kind {
        Kind::Story(_) => "Maak het verhaal af",
        Kind::Roleplay(_) => "Speel een situatie",
        Kind::NextStep(_) => "Mijn volgende stap",
        kind => return kind.sentence(),
    };
    step.name.as_deref().unwrap_or(usual)
}

/// How many duos there are.
pub fn pairs(class: Option<&Roster>) -> usize {
    class.map_or(USUAL_PAIRS, |class| (class.pupils().len() / 2).max(1))
}

/// So many lines to write on.
pub fn lines(count: usize) -> Markup {
    html! { div.lines aria-hidden="true" { @for _ in 0..count { i.line {} } } }
}

/// Words with room behind them to write.
pub fn fields(labels: &[&str]) -> Markup {
    html! { div.fields { @for label in labels { span { (label) ":" } } } }
}

/// A line for each, to tick.
pub fn ticks<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Markup {
    html! { ul.ticks { @for text in texts { li { (text) } } } }
}

/// Under a heading; nothing when there are none.
pub fn listed(heading: &str, texts: &[Text]) -> Markup {
    html! {
        @if !texts.is_empty() {
            div.block {
                h4 { (heading) }
                (bullets(texts))
            }
        }
    }
}

pub fn bullets(texts: &[Text]) -> Markup {
    html! { @if !texts.is_empty() { ul { @for text in texts { li { (text) } } } } }
}

/// "A", "B", "C": as options are called on the board.
pub fn letter(at: usize) -> char {
    ('A'..='Z').nth(at).unwrap_or('Z')
}

/// The beginnings of sentences.
pub fn starters(texts: &[Text]) -> Markup {
    html! {
        @if !texts.is_empty() {
            div.starters {
                p { "Zo kun je beginnen:" }
                ul { @for text in texts { li { (text) } } }
            }
        }
    }
}

/// What the words of the card mean.
pub fn words(card: &Card) -> Markup {
    html! {
        @if !card.words.is_empty() {
            div.block.glossary {
                h4 { "Wat betekent het?" }
                dl { @for (word, meaning) in &card.words { div { dt { (word) } dd { (meaning) } } } }
            }
        }
    }
}
