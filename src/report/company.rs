//! A letter to the company: who comes, what they prepare, and what they would like to do there.

use maud::{Markup, html};

use crate::card::content::Involved;
use crate::card::{Card, Kind, Phase, Step, Wording};
use crate::class::Roster;
use crate::report::terms::{asked, bullets, fields, lines};

/// More than these is no letter any more.
const MOST_QUESTIONS: usize = 4;

/// Whether people from work take part.
pub fn is_for(card: &Card) -> bool {
    card.involved.contains(&Involved::Employers)
}

pub fn pages(card: &Card, class: Option<&Roster>) -> Markup {
    // What comes before it, pupils do at home.
    let visit = card.steps.iter().rfind(|step| step.outside && step.phase == Phase::Do);
    html! {
        article.letter {
            (fields(&["Aan", "Datum"]))
            h2 { "Leerlingen maken kennis met uw werk" }
            p {
                "Binnenkort maken leerlingen van klas "
                @match class {
                    Some(class) => (class.name()),
                    None => span.gap {},
                }
                " kennis met uw werk. Dat hoort bij de lessen over hun loopbaan. Veel van hen zien dit werk dan "
                "voor het eerst van dichtbij. Fijn dat u meedoet."
            }
            (fields(&["Waar", "Dag en tijd"]))
            (prepared(card))
            @if let Some(visit) = visit { (to_do(visit)) }
            (wishes())
            p { "Hartelijk dank. Heeft u een vraag? Bel of mail gerust." }
            (fields(&["Docent", "School"]))
            (fields(&["Telefoon", "E-mail"]))
        }
    }
}

fn prepared(card: &Card) -> Markup {
    let prepared = card.steps.iter().filter(|step| step.phase == Phase::Prepare);
    let questions = prepared.filter(|step| matches!(step.kind, Kind::Question(_) | Kind::Choice(_)));
    let questions: Vec<&str> = questions.take(MOST_QUESTIONS).map(|step| asked(step, Wording::Own)).collect();
    html! {
        h3 { "Wat leerlingen voorbereiden" }
        p { "De activiteit heet " b { (card.title) } ". Het doel voor leerlingen: " (card.goal) }
        @if !questions.is_empty() {
            p { "Zij praten in de klas over deze vragen:" }
            ul { @for question in questions { li { (question) } } }
        }
    }
}

fn to_do(visit: &Step) -> Markup {
    html! {
        h3 { "Een opdracht om te doen" }
        p {
            "Wat leerlingen zelf doen, onthouden zij het best. Wilt u met ons een kleine, veilige opdracht "
            "bedenken? Iets meten, maken, klaarzetten of uitzoeken is al genoeg."
        }
        p { "Leerlingen krijgen dit mee: " b { (asked(visit, Wording::Own)) } }
        @if let Kind::Task(task) = &visit.kind { (bullets(&task.checklist)) }
        p { "Onze afspraak:" }
        (lines(1))
    }
}

fn wishes() -> Markup {
    html! {
        div.two {
            div.block {
                h3 { "Wat helpt" }
                ul {
                    li { "Laat leerlingen ook met jonge collega's praten." }
                    li { "Vertel hoe u zelf in dit werk kwam, ook als dat een omweg was." }
                    li { "Vertel wat lastig is, en wat u dan doet." }
                    li { "Geef een eerlijk compliment over iets wat u zag." }
                }
            }
            div.block {
                h3 { "Liever niet" }
                ul {
                    li { "Een lang praatje of een lange film." }
                    li { "Zeggen dat iets meer voor jongens of voor meisjes is." }
                    li { "Vragen naar cijfers, geloof, afkomst of thuis." }
                    li { "Foto's maken zonder dat school en leerling ja zeggen." }
                }
            }
        }
    }
}
