//! The whole lesson for the teacher, when there is no screen: what to lay ready, and step by step what
//! stands on the board, how it goes and how much time is left.

use maud::{Markup, html};

use crate::card::content::{Audience, core_minutes};
use crate::card::format::Choice as _;
use crate::card::{Card, Kind, Step};
use crate::class::Roster;
use crate::dutch;
use crate::report::terms::{Numbered, bullets, listed, pairs, phase_heading, rows, together, words};
use crate::report::{SIDES, SIMPLE_MARK, Sheet, board, sheets};

pub fn pages(card: &Card, class: Option<&Roster>) -> Markup {
    html! {
        h2 { (card.title) }
        p.goal { (card.goal) }
        p.kicker { (for_whom(card)) }
        div.two {
            (listed("Vooraf", &card.before))
            (listed("Klaarleggen", &card.needed))
            (listed("Let op", &card.watch))
            (listed("Onze afspraken: lees ze voor", &card.agreements))
            (printing(card))
            (by_hand())
            (words(card))
        }
        @for row in rows(card) {
            (phase_heading(card, &row))
            @for step in &row { (walked(card, *step)) }
        }
        div.after {
            @if let Some(home) = &card.home { div.block { h4 { "Voor thuis" } p { (home) } } }
            @if let Some(follows) = &card.follows { div.block { h4 { "Volgende keer" } p { (follows) } } }
            (turns(card, class))
            (sources(card))
        }
    }
}

fn for_whom(card: &Card) -> String {
    let years: Vec<String> = card.years.iter().map(ToString::to_string).collect();
    let routes: Vec<&str> = card.routes.iter().map(|route| route.word()).collect();
    let minutes = dutch::count(usize::from(card.minutes()), "minuut", "minuten");
    let sittings = match card.sittings().len() {
        1 => String::new(),
        sittings => format!(" in {sittings} lessen"),
    };
    let group = match card.group {
        Audience::Class => String::new(),
        group => format!(", voor {}", group.meaning()),
    };
    format!(
        "{}. Leerjaar {}, {}{group}. {minutes}{sittings}.",
        capitalised(&card.occasion),
        dutch::list(&years),
        dutch::list(&routes)
    )
}

/// As a sentence begins.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn printing(card: &Card) -> Markup {
    let has_simple = card.steps.iter().any(|step| step.simple.is_some());
    html! {
        div.block {
            h4 { "Printen" }
            ul {
                @for sheet in sheets(card) {
                    @if sheet != Sheet::Guide { li { (sheet.title()) ": " (sheet.copies(card)) } }
                }
                @if has_simple { li { "Blad met " (SIMPLE_MARK) ": dezelfde stappen in makkelijke woorden" } }
                li { (SIDES) }
            }
        }
    }
}

/// What the screen would have done.
fn by_hand() -> Markup {
    html! {
        div.block {
            h4 { "Zonder scherm" }
            ul {
                li { "Duo's: wie naast elkaar zitten. Is er één over? Dan is één duo met z'n drieën." }
                li { "Laat de duo's tellen: 1, 2, 3. Elk duo onthoudt zijn nummer." }
                li { "Viertallen: duo 1 en 2, duo 3 en 4, en zo verder." }
                li { "Beurten: zet een streepje achter het duo, in de lijst achterin." }
                li { "Staat er typ of een toets, zoals o, u of x? Schrijf op het bord of op papier." }
                li { "Tijd: links staat hoelang de les bij die stap nog duurt. Kom je tekort? Sla over wat extra is." }
            }
        }
    }
}

fn walked(card: &Card, (number, step): Numbered<'_>) -> Markup {
    html! {
        article.walked {
            div.time {
                @if step.outside {
                    b { "buiten de les" }
                } @else {
                    b { @if step.extra { "extra" } @else { "nog " (left(card, number)) " min" } }
                    span { (step.total()) " min" }
                }
            }
            div {
                h4 { span.number { (number) } (board::title(step)) }
                p.how { (together(step)) (parts(step)) }
                div.board {
                    (board::written(step))
                    @if let Some(picture) = &step.picture { p { "Op de afbeelding: " (picture.text) } }
                }
                (bullets(&step.notes))
                (board::how(card, step))
            }
        }
    }
}

/// What the les still takes when this step begins.
fn left(card: &Card, number: usize) -> u16 {
    let at = number - 1;
    let sitting = card.sittings().into_iter().find(|steps| steps.contains(&at)).unwrap_or_default();
    core_minutes(card.steps.iter().take(sitting.end).skip(at))
}

/// ": alleen 1, duo 2, klas 2 minuten"; nothing of a step with one part.
fn parts(step: &Step) -> String {
    let names: &[&str] = match (&step.kind, step.minutes.len()) {
        (Kind::Story(_), _) => &["lezen", "bedenken", "kiezen", "stemmen", "spelen", "nabespreken"],
        (Kind::Roleplay(_), _) => &["lezen", "spelen", "nabespreken"],
        (Kind::Pitch(_), _) => &["voorbereiden", "vertellen"],
        (Kind::Choice(choice), _) if choice.second_round => &["kiezen", "overleggen", "opnieuw kiezen"],
        (Kind::Line(line), _) if line.second_round => &["kiezen", "overleggen", "opnieuw kiezen"],
        (_, 3) => &["alleen", "duo", "klas"],
        (_, 4) => &["alleen", "duo", "viertal", "klas"],
        _ => return String::new(),
    };
    let parts: Vec<String> =
        names.iter().zip(&step.minutes).map(|(name, minutes)| format!("{name} {}", minutes.0)).collect();
    format!(": {} minuten", parts.join(", "))
}

/// Two halves beside each other: it is long, and narrow.
fn turns(card: &Card, class: Option<&Roster>) -> Markup {
    let votes = card.steps.iter().any(|step| matches!(step.kind, Kind::Story(_)));
    let columns = ["Wie", "Beurten"].into_iter().chain(votes.then_some("Stemmen"));
    let columns: Vec<&str> = columns.collect();
    let pairs = pairs(class);
    let half = pairs.div_ceil(2);
    let heads =
        html! { th.duo scope="col" { "Duo" } @for column in &columns { th scope="col" { (column) } } };
    let row = |number| {
        html! { @if number <= pairs { th scope="row" { (number) } @for _ in &columns { td {} } } }
    };
    html! {
        section.turns {
            h3 { "Duo's en beurten" }
            table {
                thead { tr { (heads) @if half < pairs { (heads) } } }
                tbody { @for number in 1..=half { tr { (row(number)) (row(number + half)) } } }
            }
        }
    }
}

fn sources(card: &Card) -> Markup {
    html! {
        section.sources {
            h3 { "Bronnen" }
            ul { @for source in &card.sources {
                li { (source.title) @if let Some(address) = &source.address { ", " (address) } }
            } }
        }
    }
}
