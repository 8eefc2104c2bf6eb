//! What is allowed in a card and yet unwise. A warning never stops a card.

use crate::card::content::sitting_minutes;
use crate::card::format::Choice as _;
use crate::card::step::{Kind, Minutes, Phase, Step};
use crate::card::walk::{Crumb, Node, Walk};
use crate::text::Text;

/// A big sentence on the projector: a longer one shrinks the letters.
const MAX_COMFORTABLE: usize = 70;
/// In one sentence: more is hard to follow for the whole class.
pub const MAX_WORDS: usize = 12;
/// What is left of a lesson of 45 minutes, once the class sits and before it packs up.
const MAX_CORE_MINUTES: u16 = 35;

/// Warns of a sentence on the projector that is long to read.
pub fn sentence<'a>(text: &Text, node: Node<'a>, walk: &mut Walk<'a>) {
    let words = sentence_lengths(text).max().unwrap_or_default();
    let length = text.chars().count();
    if words > MAX_WORDS {
        let remedy = format!("maak er twee zinnen van: hooguit {MAX_WORDS} woorden leest prettig");
        walk.warning(node, format!("deze zin heeft {words} woorden"), remedy);
    } else if length > MAX_COMFORTABLE {
        let remedy = format!("hooguit {MAX_COMFORTABLE} blijft groot op het bord");
        walk.warning(node, format!("deze tekst heeft {length} tekens"), remedy);
    }
}

/// How many words each sentence has.
pub fn sentence_lengths(text: &str) -> impl Iterator<Item = usize> {
    text.split_inclusive(['.', '?', '!', ':']).map(|sentence| {
        sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    })
}

/// Warns when `raw` was cleaned of more than spaces to become `text`.
pub fn invisible<'a>(raw: &str, text: &Text, node: Node<'a>, walk: &mut Walk<'a>) {
    let is_clean = raw == &**text;
    if !is_clean && Text::would_change(&raw.split_whitespace().collect::<Vec<_>>().join(" ")) {
        walk.warning(node, "hier staan tekens die niemand ziet", "typ de tekst opnieuw, nu blijven ze weg");
    }
}

/// Warns of what the steps lack together.
pub fn steps<'a>(steps: &[Step], phases: Node<'a>, walk: &mut Walk<'a>) {
    for (begin, minutes) in sitting_minutes(steps) {
        if minutes > MAX_CORE_MINUTES {
            at_step(steps, begin, walk, |place, walk| {
                let what = format!("de les die hier begint, duurt {minutes} minuten");
                let remedy = format!(
                    "houd het bij {MAX_CORE_MINUTES}: zet verderop 'nieuwe-les' of 'extra' bij een stap"
                );
                walk.warning(place, what, remedy);
            });
        }
    }
    for (index, step) in steps.iter().enumerate() {
        if let Some((what, remedy)) = unwise(step) {
            at_step(steps, index, walk, |place, walk| walk.warning(place, what, remedy));
        }
    }
    if !steps.iter().any(|step| step.phase == Phase::LookBack) {
        walk.warning(phases, "er is niets om terug te kijken", "zet een stap in 'reflectie'");
    }
    if !steps.iter().any(|step| matches!(step.kind, Kind::NextStep(_))) {
        walk.warning(
            phases,
            "er is geen vervolgstap",
            "laat elke leerling afsluiten met een stap van de soort vervolgstap",
        );
    }
    if !steps.iter().any(|step| step.simple.is_some()) {
        walk.warning(
            phases,
            "geen enkele stap heeft makkelijke woorden",
            "zet 'eenvoudig' bij de moeilijkste stappen",
        );
    }
}

/// What is unwise in this step alone, and the remedy.
fn unwise(step: &Step) -> Option<(String, String)> {
    match &step.kind {
        Kind::Line(line) if !line.personal && asks_about_oneself(&line.sentence) => Some((
            "deze stelling gaat over wat iemand is, heeft of gelooft".to_owned(),
            "maak er een mening van, of zet 'persoonlijk' op true: dan gaat het op papier".to_owned(),
        )),
        Kind::Roleplay(play) => {
            let Minutes(minutes) = *step.minutes.get(1)?;
            let (rounds, seconds) = (u16::from(play.rounds), u16::from(play.seconds));
            (rounds * seconds > u16::from(minutes) * 60).then(|| {
                let needed = (rounds * seconds).div_ceil(60);
                (
                    format!("{rounds} rondes van {seconds} seconden passen niet in {minutes} minuten"),
                    format!("geef het spelen {needed} minuten of meer, of maak de rondes korter"),
                )
            })
        }
        _ => None,
    }
}

/// Whether a statement asks more than an opinion of whoever stands on the line.
fn asks_about_oneself(statement: &str) -> bool {
    const OPENINGS: [&str; 7] = [
        "ik ben ",
        "ik heb ",
        "ik geloof ",
        "ik kom uit ",
        "wij hebben thuis ",
        "bij ons thuis ",
        "mijn ouders ",
    ];
    let statement = statement.to_lowercase();
    OPENINGS.iter().any(|opening| statement.starts_with(opening))
}

/// Runs `warn` at step `index`, with its path.
fn at_step<'a>(
    steps: &[Step],
    index: usize,
    walk: &mut Walk<'a>,
    warn: impl FnOnce(Node<'a>, &mut Walk<'a>),
) {
    let (Some(step), Some(named)) = (steps.get(index), walk.links.steps.get(index).copied()) else { return };
    let before = steps.iter().take(index).filter(|earlier| earlier.phase == step.phase).count();
    walk.within(Crumb::Key(step.phase.word()), |walk| {
        walk.within(Crumb::Item(before), |walk| warn(named.node, walk));
    });
}
