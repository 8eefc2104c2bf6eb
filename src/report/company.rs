//! A letter to the company: who comes, what they prepare, and what they would like to do there.

use maud::{Markup, html};

use crate::card::content::Involved;
use crate::card::{Card, Kind, Phase, Step, Wording};
use crate::class::Roster;
use crate::report::terms::{asked, bullets, fields, lines};

/// More than these is no letter any more.
const MOST_QUESTIONS: usize = 4;

/// Whether people from work take part. A task outside the lesson may also be one for at home.
pub fn is_for(card: &Card) -> bool {
    let takes_part = |who| card.involved.contains(&who);
    let goes_out = card.steps.iter().any(|step| step.outside);
    takes_part(Involved::Employers) || goes_out && !takes_part(Involved::Parents)
}

pub fn pages(card: &Card, class: Option<&Roster>) -> Markup {
    let tasks: Vec<&Step> = card.steps.iter().filter(|step| step.outside).collect();
    html! {
        article.letter {
            (fields(&["Aan", "Datum"]))
            h2 { "Leerlingen komen kennismaken met uw werk" }
            p {
                "Binnenkort maken leerlingen van klas "
                @match class {
                    Some(class) => (class.name()),
                    None => span.gap {},
                }
                " kennis met uw werk. Dat hoort bij de lessen over hun loopbaan. Veel van hen zien dit werk dan "
                "voor het eerst van dichtbij. Fijn dat u meedoet."
            }
            (prepared(card))
            (to_do(&tasks))
            (wishes())
            p { "Hartelijk dank. Heeft u een vraag? Bel of mail gerust." }
            (fields(&["Docent", "School"]))
            (fields(&["Telefoon", "E-mail"]))
            (fields(&["Waar", "Dag en tijd"]))
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

fn to_do(tasks: &[&Step]) -> Markup {
    html! {
        h3 { "Een opdracht om te doen" }
        p {
            "Wat leerlingen zelf doen, onthouden zij het best. Wilt u met ons een kleine, veilige opdracht "
            "bedenken? Iets meten, maken, klaarzetten of uitzoeken is al genoeg."
        }
        @for task in tasks {
            p { "Leerlingen krijgen dit mee: " b { (asked(task, Wording::Own)) } }
            @if let Kind::Task(task) = &task.kind { (bullets(&task.checklist)) }
        }
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
