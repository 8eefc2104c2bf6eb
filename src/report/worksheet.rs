//! What a duo writes on: every step, with room for what is thought, chosen and found out.

use maud::{Markup, html};

use crate::card::{Card, Choice, Kind, Line, Pitch, Roleplay, Sort, Step, StoryStep, Wording};
use crate::report::has_own_work;
use crate::report::terms::{
    Numbered, asked, bullets, fields, letter, lines, phase_heading, rows, starters, ticks, together, words,
};
use crate::text::Text;

/// Rows for own answers, when those are sorted.
const OWN_ROWS: usize = 4;

pub fn pages(card: &Card, wording: Wording) -> Markup {
    html! {
        h2 { (card.title) }
        p.goal { (card.goal) }
        (fields(&[whose(card), "Klas", "Datum"]))
        @if !card.agreements.is_empty() {
            div.agreed { h3 { "Onze afspraken" } (bullets(&card.agreements)) }
        }
        @for row in rows(card) {
            (phase_heading(card, &row))
            @for step in &row { (written(card, *step, wording)) }
        }
        div.after {
            @if let Some(home) = &card.home { div.block { h4 { "Voor thuis" } p { (home) } } }
            (words(card))
        }
    }
}

/// Who writes on it.
pub fn whose(card: &Card) -> &'static str {
    if has_own_work(card) { "Naam" } else { "Namen" }
}

fn written(card: &Card, (number, step): Numbered<'_>, wording: Wording) -> Markup {
    html! {
        article.step {
            h4 { span.number { (number) } (asked(step, wording)) " " span.how { (how(step)) } }
            @if let Some(picture) = &step.picture { p { "Op de afbeelding: " (picture.text) } }
            (body(card, step, wording))
        }
    }
}

fn how(step: &Step) -> &'static str {
    if step.outside { "buiten de les" } else { together(step) }
}

fn body(card: &Card, step: &Step, wording: Wording) -> Markup {
    match step.worded(wording) {
        // On the board stands what everyone reads; who reads simpler words has them here alone.
        Kind::Explain(explain) if wording == Wording::Simple => bullets(&explain.parts),
        Kind::Explain(_) => html! {},
        Kind::Question(question) => answer(&question.help, &question.starters, 3),
        Kind::Choice(choice) => chosen(choice),
        Kind::Roleplay(play) => played(play),
        Kind::Line(line) => stood(line),
        Kind::Draw(draw) => html! {
            p { "Schrijf op wat er op jullie kaartje staat." }
            (lines(1))
            (answer(&draw.help, &draw.starters, 2))
        },
        Kind::Pitch(pitch) => told(pitch),
        Kind::Sort(sort) => sorted(sort),
        Kind::Story(step) => finished(step),
        Kind::Task(task) => html! {
            (ticks(&task.checklist))
            @if step.outside { p { "Dit onthoud ik:" } (lines(2)) }
        },
        Kind::LookBack(look_back) => html! {
            p { "Pak jullie antwoord bij stap " (look_back.from + 1) (about(card, look_back.from, wording)) }
            (answer(&look_back.help, &look_back.starters, 3))
        },
        Kind::NextStep(_) => html! { p { "Vul nu ieder je eigen strook in: Voor je loopbaandossier." } },
    }
}

/// ": what that step asked"
fn about(card: &Card, at: usize, wording: Wording) -> Markup {
    html! { @if let Some(step) = card.steps.get(at) { ": " (asked(step, wording)) } }
}

fn answer(help: &[Text], begins: &[Text], room: usize) -> Markup {
    html! { (bullets(help)) (starters(begins)) @if room > 0 { (lines(room)) } }
}

fn chosen(choice: &Choice) -> Markup {
    let rounds: &[&str] = if choice.second_round { &["eerst", "na overleg"] } else { &["keuze"] };
    html! {
        (bullets(&choice.help))
        table.boxes {
            thead { tr { th scope="col" { "Kies" } @for round in rounds { th scope="col" { (round) } } } }
            tbody {
                @for (at, option) in choice.options.iter().enumerate() {
                    tr { th scope="row" { (letter(at)) ". " (option) } @for _ in rounds { td { i.box {} } } }
                }
            }
        }
        (answer(&[], &choice.starters, 2))
    }
}

fn played(play: &Roleplay) -> Markup {
    html! {
        p { "Welke situatie spelen jullie?" }
        (ticks(play.situations.iter().map(|situation| &situation.title)))
        p { "Dit hielp:" }
        (lines(2))
    }
}

fn stood(line: &Line) -> Markup {
    let end = |place| line.meaning(place).map(Text::as_ref).unwrap_or_default();
    let (least, most) = (end(0), end(Line::PLACES - 1));
    if line.personal {
        return folded(line, least, most);
    }
    let rounds: &[&str] = if line.second_round { &["eerst", "na overleg"] } else { &[""] };
    html! {
        p { "Zet een kruis." }
        @for round in rounds {
            div.scale {
                @if !round.is_empty() { b { (round) } }
                span { (least) }
                @for place in 1..=Line::PLACES { i { (place) } }
                span { (most) }
            }
        }
        (answer(&line.help, &line.starters, 2))
    }
}

/// What is personal is written on a paper of its own: here is no room for it.
fn folded(line: &Line, least: &str, most: &str) -> Markup {
    html! {
        p { b { "Dit gaat over jou. Schrijf je cijfer op een los papiertje en vouw het dicht. Zet hier niets." } }
        @if !least.is_empty() && !most.is_empty() {
            p { "1 is " (least) ", " (Line::PLACES) " is " (most) "." }
        }
        (answer(&line.help, &line.starters, 0))
    }
}

fn told(pitch: &Pitch) -> Markup {
    html! {
        (answer(&pitch.help, &pitch.starters, 3))
        p { b { "Luister naar de anderen: " } (pitch.question) }
        (lines(1))
    }
}

fn sorted(sort: &Sort) -> Markup {
    html! {
        @if let Some(from) = sort.from { p { "Schrijf op wat jullie bij stap " (from + 1) " bedachten. Zet er een kruis achter." } }
        table.boxes {
            thead { tr { th scope="col" { "Zet een kruis" } @for column in &sort.columns { th scope="col" { (column) } } } }
            tbody {
                @for item in &sort.items {
                    tr { th scope="row" { (item) } @for _ in &sort.columns { td { i.box {} } } }
                }
                @if sort.from.is_some() {
                    @for _ in 0..OWN_ROWS { tr.own { td {} @for _ in &sort.columns { td { i.box {} } } } }
                }
            }
        }
    }
}

fn finished(step: &StoryStep) -> Markup {
    let mut questions: Vec<&Text> = Vec::new();
    for question in step.stories.iter().map(|story| &story.break_question) {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    html! {
        @if step.stories.len() > 1 {
            p { "Welk verhaal?" }
            (ticks(step.stories.iter().map(|story| &story.title)))
        }
        @for question in questions { p.ask { (question) } }
        (lines(5))
        p { "Ons beste einde, in één zin:" }
        (lines(2))
    }
}
