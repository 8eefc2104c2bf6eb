//! Cards to cut out: roles to play, and decks to draw from.

use maud::{Markup, html};

use crate::card::{Card, Draw, Kind, Roleplay, Situation, TwoSided, Wording};
use crate::report::terms::{asked, bullets};

pub fn pages(card: &Card, wording: Wording) -> Markup {
    html! {
        @for (number, step) in (1..).zip(&card.steps) {
            @match step.worded(wording) {
                Kind::Roleplay(play) => article.page { (roles(asked(step, wording), play)) }
                Kind::Draw(draw) => article.page { (deck(card, number, draw)) }
                _ => {}
            }
        }
    }
}

fn roles(name: &str, play: &Roleplay) -> Markup {
    html! {
        h2 { "Rolkaarten: " (name) }
        p.kicker {
            "Knip op de streepjes. Geef elke groep de kaarten van één situatie. Lees alleen je eigen kaart."
        }
        @for situation in &play.situations {
            section.set {
                h3 { (situation.title) " (groep van " (situation.players()) ")" }
                div.cards { (cast(situation)) }
            }
        }
    }
}

fn cast(situation: &Situation) -> Markup {
    let card = |heading: &str, inside: Markup| {
        html! {
            div.card { p.of { (situation.title) } h4 { (heading) } (inside) }
        }
    };
    html! {
        @for role in &situation.roles { (card(&format!("Jij bent {}.", role.name), bullets(&role.card))) }
        @if !situation.watch.is_empty() {
            (card("Jij kijkt. Let hierop:", bullets(&situation.watch)))
        }
        @if !situation.starters.is_empty() {
            (card("Voor wie even vastzit", bullets(&situation.starters)))
        }
    }
}

fn deck(card: &Card, number: usize, draw: &Draw) -> Markup {
    let folded = draw.cards.iter().any(|card| card.back.is_some());
    let how = if folded {
        "Knip op de streepjes. Vouw op de stippen: dan staat het antwoord achterop."
    } else {
        "Knip op de streepjes. Elk duo trekt een kaartje."
    };
    html! {
        h2 { (draw.sentence) }
        p.kicker { (card.title) " · stap " (number) " · " (how) }
        div.cards.folded[folded] { @for (number, card) in (1..).zip(&draw.cards) { (drawn(number, card, folded)) } }
    }
}

fn drawn(number: usize, card: &TwoSided, folded: bool) -> Markup {
    html! {
        div.card.drawn {
            div.side { p { (card.front) } span.of { (number) } }
            @if folded {
                div.side { @if let Some(back) = &card.back { p { (back) } span.of { (number) ", achterkant" } } }
            }
        }
    }
}
