//! "Bedoelde je ...?"

use crate::card::walk::quoted;

/// Longer words are no slip of the pen; comparing them would only cost time.
const MAX_COMPARED: usize = 40;
/// Likeness after Jaro and Winkler, from 0 to 1: "minuut" is meant to be "minuten", "auteur" nothing.
const MIN_LIKENESS: f64 = 0.85;
/// A longer list of what may stand there is not read.
const MAX_LISTED: usize = 12;

/// The one of `known` that `word` most likely was meant to be.
pub fn meant<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if word.chars().count() > MAX_COMPARED {
        return None;
    }
    let word = word.to_lowercase().replace(['_', ' '], "-");
    known
        .map(|known| (strsim::jaro_winkler(&word, known), known))
        .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, known)| known)
}

/// What is wrong with an unknown key, and the remedy.
pub fn unknown_key(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> (String, String) {
    let remedy = match meant(name, known.clone()) {
        Some(meant) => format!("bedoelde je '{meant}'?"),
        None if known.clone().count() > MAX_LISTED => "haal hem weg".into(),
        None => format!("haal hem weg, of kies uit: {}", listed(known)),
    };
    (format!("{} is hier geen sleutel", quoted(name)), remedy)
}

/// What is wrong with an unknown word in a choice, and the remedy.
pub fn unknown_word(word: &str, known: impl Iterator<Item = &'static str> + Clone) -> (String, String) {
    let remedy = match meant(word, known.clone()) {
        Some(meant) => format!("bedoelde je '{meant}'?"),
        None => format!("kies uit: {}", listed(known)),
    };
    (format!("{} kan hier niet", quoted(word)), remedy)
}

/// "bb, kb, gl"
pub fn listed<'k>(words: impl Iterator<Item = &'k str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
