//! What the class reads at one moment, as lines: one function for each `Body` and each cover.

use crate::card::Line;
use crate::card::active::meaning;
use crate::dutch;
use crate::lesson::{
    Answers, Body, Cast, Choosable, Closing, Column, CoverView, Drawing, Duo, End, ForkChoice, LineView,
    Pitching, Play, Returned, Revealed, Scene, Start, Ways,
};
use crate::text::Text;
use crate::tui::screens::{bodies, covers};
use crate::tui::widgets::{bars, columns, sign};

/// Never empty lines; what stands in the same place again reads the same.
pub fn lines(scene: &Scene) -> Vec<String> {
    let mut lines = match &scene.cover {
        Some(cover) => under(cover),
        None => [body(&scene.body), pictured(scene), doing(scene)].concat(),
    };
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// Where the class is.
pub fn heading(scene: &Scene) -> String {
    let place = &scene.place;
    match (&scene.body, place.phase) {
        (Body::Start(_), _) => "Het begin van de les.".to_owned(),
        (Body::Closing(_), _) => "De afsluiting.".to_owned(),
        (Body::End(_), _) => "Het eind van de activiteit.".to_owned(),
        (_, Some(phase)) => format!("Stap {} van {}, {}.", place.number, place.total, phase.label()),
        (_, None) => format!("Stap {} van {}.", place.number, place.total),
    }
}

/// What the class would see, for who does not see it.
fn pictured(scene: &Scene) -> Vec<String> {
    scene.picture.iter().map(|picture| format!("Op het plaatje: {}", picture.text)).collect()
}

fn doing(scene: &Scene) -> Vec<String> {
    scene.sign.map(|sign| format!("Zo werken we: {}.", sign::working(sign).1)).into_iter().collect()
}

fn body(body: &Body) -> Vec<String> {
    match body {
        Body::Start(start) => begin(start),
        Body::Explain { sentence, parts } => [vec![sentence.to_string()], revealed(parts)].concat(),
        Body::Question(question) => {
            let asked = vec![question.sentence.to_string(), bodies::together(question)];
            let help = if question.answers.shown.is_some() {
                Vec::new()
            } else {
                [listed(&question.help), quoted(&question.starters)].concat()
            };
            [asked, help, answers(&question.answers)].concat()
        }
        Body::Choice(choice) => {
            let asked = vec![choice.sentence.to_string(), bodies::how_to_choose(choice)];
            let options = choice.options.iter().map(|option| counted(option, choice.rounds)).collect();
            [asked, options, listed(&choice.help), quoted(&choice.starters)].concat()
        }
        Body::Sort { hidden: 1.., sentence, .. } => {
            vec![sentence.to_string(), "Straks komen jullie eigen antwoorden. Met o toon je ze.".to_owned()]
        }
        Body::Sort { sentence, doing, item, columns, .. } => {
            let how = item.as_ref().map(|_| bodies::how_to_sort(*doing, columns)).unwrap_or_default();
            let asked = vec![sentence.to_string(), said(item.as_ref()), how.to_owned()];
            [asked, piles(columns)].concat()
        }
        Body::PickStory { stories } => {
            [vec!["Welk verhaal kiezen we?".to_owned()], numbered(stories.iter())].concat()
        }
        Body::Tell { title, told } => {
            let told = told.lines.iter().take(told.shown).map(Text::to_string);
            std::iter::once(title.to_string()).chain(told).collect()
        }
        Body::Fork { text, question, ways } => {
            let told = text.iter().chain(question).map(Text::to_string).collect();
            [told, onward(ways)].concat()
        }
        Body::Task { sentence, checklist } => [vec![sentence.to_string()], listed(checklist)].concat(),
        Body::LookBack { sentence, returned } => [vec![sentence.to_string()], back(returned)].concat(),
        Body::NextStep { questions, starters } => {
            let asked = questions.lines.iter().take(questions.shown).map(Text::to_string).collect();
            [asked, vec!["Schrijf het voor jezelf op.".to_owned()], quoted(starters)].concat()
        }
        Body::Play(play) => played(play),
        Body::Line(line) => on_a_line(line),
        Body::Draw(drawing) => drawn(drawing),
        Body::Pitch(pitching) => told(pitching),
        Body::Closing(closing) => close(closing),
        Body::End(end) => ending(end),
    }
}

fn under(cover: &CoverView) -> Vec<String> {
    match cover {
        CoverView::Blank => vec!["Leeg scherm. Enter gaat verder.".to_owned()],
        CoverView::Stop => vec!["Stop. Kijk naar voren.".to_owned()],
        CoverView::Freeze => vec!["Stop! Wie weet een andere reactie?".to_owned()],
        CoverView::Duos(duos) => seats(duos),
        CoverView::Words(words) => words.iter().map(|(word, means)| format!("{word}: {means}")).collect(),
        CoverView::Agreements(agreements) => [vec!["Onze afspraken".to_owned()], listed(agreements)].concat(),
        CoverView::Turn { duo, begins: Some(name) } => vec![format!("Duo {}. {name} begint.", duo.number)],
        CoverView::Turn { duo, begins: None } => vec![format!("Duo {} begint.", duo.number)],
    }
}

fn begin(start: &Start) -> Vec<String> {
    let road = [("Vorige keer", &start.last), ("Nu", &start.now), ("Straks", &start.next)];
    let road = road.into_iter().filter_map(|(when, what)| Some(format!("{when}: {}", what.as_ref()?)));
    [vec![start.title.to_string(), start.goal.to_string()], road.collect(), seats(&start.duos)].concat()
}

/// Who sits with whom; without names how the class counts off.
fn seats(duos: &[Duo]) -> Vec<String> {
    if duos.iter().all(|duo| duo.names.is_empty()) {
        return covers::counting_off(duos);
    }
    duos.iter().map(|duo| format!("Duo {}: {}", duo.number, columns::names(duo))).collect()
}

fn answers(answers: &Answers) -> Vec<String> {
    match &answers.shown {
        Some(shown) => numbered(shown.iter().map(|answer| &answer.text)),
        None => hidden(answers.count),
    }
}

fn hidden(count: usize) -> Vec<String> {
    let said = format!("{}. Met o toon je ze.", dutch::count(count, "antwoord", "antwoorden"));
    if count == 0 { Vec::new() } else { vec![said] }
}

/// "A. Ja (eerst 3, nu 5)".
fn counted(option: &Choosable, rounds: usize) -> String {
    let counts = option.counts.iter().take(rounds);
    let counts: Vec<String> = match rounds {
        0 | 1 => counts.map(u16::to_string).collect(),
        _ => counts.zip(bars::ROUNDS).map(|(count, round)| format!("{round} {count}")).collect(),
    };
    let text = format!("{}. {}", option.letter, bars::said(option));
    if counts.is_empty() { text } else { format!("{text} ({})", counts.join(", ")) }
}

fn piles(piles: &[Column]) -> Vec<String> {
    let pile = |(number, column): (usize, &Column)| {
        let items: Vec<String> = column.items.iter().map(Text::to_string).collect();
        format!("{number}. {}: {}", column.title, items.join(", ")).trim_end_matches([' ', ':']).to_owned()
    };
    (1..).zip(piles).map(pile).collect()
}

fn onward(ways: &Ways) -> Vec<String> {
    match ways {
        Ways::Choices(choices) => {
            let seen = |seen| if seen { " (gezien)" } else { "" };
            let way = |(number, choice): (usize, &ForkChoice)| {
                format!("{number}. {}{}", choice.text, seen(choice.seen))
            };
            (1..).zip(choices).map(way).collect()
        }
        Ways::BackOrOn => ["1. Terug: wat als we anders kiezen?", "2. Verder"].map(str::to_owned).to_vec(),
        Ways::On => Vec::new(),
    }
}

fn back(returned: &Returned) -> Vec<String> {
    match (&returned.shown, returned.count) {
        (None, 0) => vec!["Pak jullie blad of strookje. Lees wat jullie toen opschreven.".to_owned()],
        (None, count) => [vec!["Weet je nog wat jullie toen zeiden?".to_owned()], hidden(count)].concat(),
        (Some(shown), _) => (1..)
            .zip(shown)
            .map(|(number, (duo, answer))| format!("{number}. Duo {}: {}", duo.number, answer.text))
            .collect(),
    }
}

fn played(play: &Play) -> Vec<String> {
    match play {
        Play::Pick { situations } => {
            [vec!["Wat gaan we spelen?".to_owned()], numbered(situations.iter())].concat()
        }
        Play::Groups { cast } => {
            let not_playing =
                "Liever niet spelen? Kijk mee of bewaak de tijd. Je hoeft niet te zeggen waarom.";
            let groups = match cast.len() {
                2 => "Speel met je duo.",
                3 => "Maak drietallen.",
                _ => "Maak viertallen.",
            };
            vec![groups.to_owned(), bodies::who(cast), not_playing.to_owned()]
        }
        Play::LookAway { reader, others } => {
            vec![away(others), format!("Alleen {} leest zo mee.", reader.letter)]
        }
        Play::Read { reader, others } => {
            let you = format!("{}, jij bent {}.", reader.letter, bodies::name(reader));
            [vec![you, away(others)], listed(&reader.card)].concat()
        }
        Play::ReadOnPaper => vec!["Lees stil je rolkaart. Leg hem daarna weg.".to_owned()],
        Play::Watch { watcher } => {
            let asked = format!("{} kijkt. Let hierop:", watcher.letter);
            [vec![asked], listed(&watcher.card)].concat()
        }
        Play::Begin { line } => {
            vec!["Niemand zegt deze zin na. Het spelen begint erna.".to_owned(), line.to_string()]
        }
        Play::Act(act) => {
            let again = if act.again { "Speel het moment nog een keer." } else { "" };
            let round = format!("Ronde {} van {}.", act.round, act.rounds);
            let line = act.line.as_ref().map(|line| format!("Begin na: {line}")).unwrap_or_default();
            [vec![again.to_owned(), round, bodies::who(&act.cast), line], quoted(&act.starters)].concat()
        }
        Play::Swap { cast } => {
            let card = |one: &Cast| {
                let card: Vec<&str> = one.card.iter().map(|line| &**line).collect();
                format!("{}: {}", one.letter, card.join(" "))
            };
            let cards = cast.iter().map(card).collect();
            [vec!["Wissel van rol.".to_owned(), bodies::who(cast)], cards].concat()
        }
        Play::StepOut => {
            vec!["Je bent weer jezelf.".to_owned(), "Schud je rol van je af. Zeg je eigen naam.".to_owned()]
        }
    }
}

fn away(others: &[char]) -> String {
    let others: Vec<String> = others.iter().map(char::to_string).collect();
    format!("{}: kijk naar de achterwand.", dutch::list(&others))
}

fn on_a_line(line: &LineView) -> Vec<String> {
    let place = |place: usize| {
        let means = meaning(&line.ends, place).map(|means| format!(", {means}")).unwrap_or_default();
        let counts: Vec<String> =
            line.counts.iter().filter_map(|round| round.get(place)).map(u16::to_string).collect();
        let counts = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", nu ")) };
        format!("{}{means}{counts}", place + 1)
    };
    let places = (0..Line::PLACES).map(place).collect();
    let asked = vec![line.sentence.to_string(), bodies::how(line).to_owned()];
    [asked, places, listed(&line.help), quoted(&line.starters)].concat()
}

fn drawn(drawing: &Drawing) -> Vec<String> {
    match drawing {
        Drawing::Deck { sentence, cards } => {
            vec![sentence.to_string(), format!("Elk duo trekt een kaartje. Er liggen er {cards}.")]
        }
        Drawing::Drawn { duo, card, sentence, .. } => {
            vec![format!("{}: {card}", bodies::called(duo)), sentence.to_string()]
        }
        Drawing::Turned { duo, card, back, .. } => {
            vec![format!("{}: {card}", bodies::called(duo)), format!("Achterop: {back}")]
        }
        Drawing::All { sentence, cards, help, starters } => {
            let cards = cards.iter().map(|(duo, card)| format!("{}: {card}", bodies::called(duo))).collect();
            [vec![sentence.to_string()], cards, listed(help), quoted(starters)].concat()
        }
    }
}

fn told(pitching: &Pitching) -> Vec<String> {
    match pitching {
        Pitching::Prepare { sentence, seconds, help, starters } => {
            let time = format!("Elk duo krijgt {}. Passen mag.", dutch::seconds(*seconds));
            [vec![sentence.to_string(), time], listed(help), quoted(starters)].concat()
        }
        Pitching::Speaks { duo, question, .. } => {
            vec![format!("{} vertelt.", bodies::called(duo)), format!("De anderen luisteren: {question}")]
        }
        Pitching::Heard { question } => vec!["Dank jullie wel.".to_owned(), question.to_string()],
    }
}

fn close(closing: &Closing) -> Vec<String> {
    let title = if closing.next.is_some() { "Tot hier vandaag." } else { "Klaar!" };
    let ahead = [("Volgende keer", &closing.next), ("Praat er thuis over", &closing.home)];
    let ahead = ahead.into_iter().filter_map(|(title, line)| Some(format!("{title}: {}", line.as_ref()?)));
    let did = if closing.did.is_empty() { "" } else { "Dit deden we vandaag:" };
    [vec![title.to_owned(), did.to_owned()], listed(&closing.did), ahead.collect()].concat()
}

fn ending(end: &End) -> Vec<String> {
    let gathered = match &end.gathered {
        None if end.count == 0 => vec!["Klaar!".to_owned()],
        None => [vec!["Klaar!".to_owned()], hidden(end.count)].concat(),
        Some(all) => {
            let mut number = 0;
            let mut lines = vec!["Dit hebben we verzameld.".to_owned()];
            for gathered in all {
                lines.push(gathered.question.to_string());
                for answer in &gathered.answers {
                    number += 1;
                    lines.push(format!("{number}. {}", answer.text));
                }
                lines.extend(gathered.counts.iter().map(|option| counted(option, option.counts.len())));
            }
            lines
        }
    };
    let follows = end.follows.iter().map(|follows| format!("Hierna: {follows}")).collect();
    [gathered, follows].concat()
}

fn revealed(parts: &Revealed) -> Vec<String> {
    parts.lines.iter().take(parts.shown).map(|part| format!("- {part}")).collect()
}

fn listed(lines: &[Text]) -> Vec<String> {
    lines.iter().map(|line| format!("- {line}")).collect()
}

fn quoted(starters: &[Text]) -> Vec<String> {
    starters.iter().map(|starter| format!("\"{starter}\"")).collect()
}

fn numbered<'t>(lines: impl Iterator<Item = &'t Text>) -> Vec<String> {
    (1..).zip(lines).map(|(number, line)| format!("{number}. {line}")).collect()
}

fn said(text: Option<&Text>) -> String {
    text.map(Text::to_string).unwrap_or_default()
}
