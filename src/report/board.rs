//! A step for the teacher without a screen: what to write on the board, how it goes, and a tally.

use std::collections::BTreeSet;

use maud::{Markup, Render, html};

use crate::card::{Card, Draw, Form, Kind, Line, Pitch, Roleplay, Situation, Sort, Step, Wording};
use crate::dutch;
use crate::report::terms::{asked, bullets, letter, starters};
use crate::text::Text;

/// Rows for what only the class will say.
const BLANK_ROWS: usize = 4;

/// What the step is called.
pub fn title(step: &Step) -> &str {
    step.name.as_deref().unwrap_or_else(|| asked(step, Wording::Own))
}

/// What the class would see.
pub fn written(step: &Step) -> Markup {
    html! {
        @match &step.kind {
            Kind::Story(_) | Kind::Roleplay(_) => {}
            _ => { p.ask { (step.kind.sentence()) } }
        }
        @match &step.kind {
            Kind::Explain(explain) => (bullets(&explain.parts)),
            Kind::Question(question) => { (bullets(&question.help)) (starters(&question.starters)) }
            Kind::Choice(choice) => { (bullets(&choice.help)) (starters(&choice.starters)) }
            Kind::Roleplay(play) => (titles(play.situations.iter().map(|situation| &situation.title))),
            Kind::Line(line) => { (bullets(&line.help)) (starters(&line.starters)) }
            Kind::Draw(draw) => { (bullets(&draw.help)) (starters(&draw.starters)) }
            Kind::Pitch(pitch) => {
                (bullets(&pitch.help))
                (starters(&pitch.starters))
                p { b { "De anderen: " } (pitch.question) }
            }
            Kind::Sort(_) => {}
            Kind::Story(step) => (titles(step.stories.iter().map(|story| &story.title))),
            Kind::Task(task) => (bullets(&task.checklist)),
            Kind::LookBack(look_back) => { (bullets(&look_back.help)) (starters(&look_back.starters)) }
            Kind::NextStep(next) => { (bullets(next.questions.get(1..).unwrap_or_default())) (starters(&next.starters)) }
        }
    }
}

/// To choose from.
fn titles<'a>(titles: impl Iterator<Item = &'a Text>) -> Markup {
    html! { ol { @for title in titles { li { (title) } } } }
}

/// How it goes, and where to count.
pub fn how(card: &Card, step: &Step) -> Markup {
    let plain = |text: &str| html! { p.hand { (text) } };
    match &step.kind {
        Kind::Explain(_) => plain("Lees voor, of schrijf de zin op het bord."),
        Kind::Question(_) if step.form == Form::Class => {
            plain("Vraag het aan de klas. Zet korte woorden op het bord.")
        }
        Kind::Question(_) => plain("Elk duo schrijft het op. Vraag er daarna een paar hardop."),
        Kind::Choice(choice) if choice.second_round => html! {
            p.hand { "Handen tellen. Dan overleg. Dan nog een keer tellen." }
            (tally(lettered(&choice.options), &["eerst", "na overleg"]))
        },
        Kind::Choice(choice) => html! {
            p.hand { "Noem elke keuze en tel de handen." }
            (tally(lettered(&choice.options), &["aantal"]))
        },
        Kind::Roleplay(play) => html! { p.hand { (play_by_hand(play)) } },
        Kind::Line(line) => stand(line),
        Kind::Draw(draw) => plain(drawn(draw)),
        Kind::Pitch(pitch) => html! { p.hand { (pitched(pitch)) } },
        Kind::Sort(sort) => sorted(card, step, sort),
        Kind::Story(_) => html! {
            p.hand {
                "Lees één verhaal voor, van het blad Voorlezen. Stop waar het stopt. Duo's bedenken meer dan één "
                "einde. Twee duo's kiezen samen het beste. Schrijf elk einde in een paar woorden op. Elk duo geeft "
                "twee stemmen. Speel het beste einde, of schrijf het op. Praat na."
            }
            (endings())
        },
        Kind::Task(_) if step.outside => plain("Dit gebeurt niet in de les. Geef het leerlingblad mee."),
        Kind::Task(_) => html! {},
        Kind::LookBack(look_back) => html! {
            p.hand { "Elk duo pakt zijn blad of strookje. Het gaat over stap " (look_back.from + 1) "." }
        },
        Kind::NextStep(_) => {
            plain("Deel de stroken Voor je loopbaandossier uit. Ieder vult een eigen strook in.")
        }
    }
}

fn play_by_hand(play: &Roleplay) -> String {
    let players: BTreeSet<usize> = play.situations.iter().map(Situation::players).collect();
    let which = if players.len() > 1 { ": het aantal staat bij de rolkaarten" } else { "" };
    let players = dutch::choice(&players.iter().map(usize::to_string).collect::<Vec<_>>());
    let rounds = dutch::count(usize::from(play.rounds), "ronde", "rondes");
    format!(
        "Maak groepen van {players}{which}. Deel van één situatie de rolkaarten uit. Lees de situatie voor, \
         van het blad Voorlezen. De zin die raakt, lees jij. Speel {rounds} van {}. Wissel na elke ronde van \
         rol. Loopt het vast? Roep stop: wie weet een andere reactie? Wie liever niet speelt, kijkt of bewaakt de tijd. Na afloop \
         staat iedereen op en zegt zijn eigen naam.",
        dutch::seconds(play.seconds)
    )
}

fn stand(line: &Line) -> Markup {
    let how = if line.personal {
        "Iedereen schrijft een cijfer op een papiertje en vouwt het dicht. Haal ze op en tel. Niemand gaat staan."
    } else {
        "Maak een lijn door het lokaal, van 1 tot en met 5. Leerlingen gaan staan. Tel ze."
    };
    let place = |place: usize| {
        let meaning = line.meaning(place).map(|meaning| format!(" {meaning}")).unwrap_or_default();
        Text::clean(&format!("{}{meaning}", place + 1))
    };
    let places: Vec<Text> = (0..Line::PLACES).map(place).collect();
    let rounds: &[&str] = if line.second_round { &["eerst", "na overleg"] } else { &["aantal"] };
    html! { p.hand { (how) } (across(&places, rounds)) }
}

fn drawn(draw: &Draw) -> &'static str {
    match (draw.at_once, draw.cards.iter().any(|card| card.back.is_some())) {
        (true, false) => "Knip de kaartjes uit. Elk duo trekt er een, allemaal tegelijk.",
        (false, false) => "Knip de kaartjes uit. Om de beurt trekt een duo er een en leest het voor.",
        (true, true) => "Knip en vouw de kaartjes. Elk duo trekt er een. Eerst denken, dan pas omdraaien.",
        (false, true) => {
            "Knip en vouw de kaartjes. Om de beurt trekt een duo er een. Eerst denken, dan pas omdraaien."
        }
    }
}

fn pitched(pitch: &Pitch) -> String {
    format!(
        "Elk duo krijgt {}. Begin bij wie nog geen beurt had. Passen mag. Stel daarna de luistervraag.",
        dutch::seconds(pitch.seconds)
    )
}

fn sorted(card: &Card, step: &Step, sort: &Sort) -> Markup {
    let columns: Vec<&str> = sort.columns.iter().map(AsRef::as_ref).collect();
    let from = sort.from.and_then(|from| Some((from + 1, card.steps.get(from)?)));
    let where_to = match step.form {
        Form::Alone => format!("Ieder schrijft het voor zichzelf op: {}.", dutch::choice(&columns)),
        _ => "De klas zegt waar het hoort. Tel de handen.".to_owned(),
    };
    html! {
        p.hand {
            @match from {
                Some((number, step)) => { "Lees antwoorden voor van stap " (number) ", " (title(step)) ". " },
                None => "Lees ze één voor één voor. ",
            }
            (where_to)
        }
        @match (step.form, from) {
            (Form::Alone, _) => (bullets(&sort.items)),
            (_, None) => (tally(sort.items.iter().map(Text::as_ref), &columns)),
            (_, Some(_)) => (tally([""; BLANK_ROWS], &columns)),
        }
    }
}

/// A row for each of these, with room to count in each column.
fn tally(rows: impl IntoIterator<Item = impl Render>, columns: &[&str]) -> Markup {
    html! {
        table.tally {
            thead { tr { td {} @for column in columns { th scope="col" { (column) } } } }
            tbody { @for row in rows { tr { th scope="row" { (row) } @for _ in columns { td {} } } } }
        }
    }
}

/// As they are called on the board: "A. buiten werken".
fn lettered(options: &[Text]) -> Vec<String> {
    options.iter().enumerate().map(|(at, option)| format!("{}. {option}", letter(at))).collect()
}

/// A column for each of these.
fn across(columns: &[Text], rows: &[&str]) -> Markup {
    html! {
        table.tally.across {
            thead { tr { td {} @for column in columns { th scope="col" { (column) } } } }
            tbody { @for row in rows { tr { th scope="row" { (row) } @for _ in columns { td {} } } } }
        }
    }
}

/// Room for endings, which are only thought of in class.
fn endings() -> Markup {
    let room = tally((0..BLANK_ROWS).map(letter), &["einde, in een paar woorden", "stemmen"]);
    html! { div.endings { (room) } }
}
