//! "Bedoelde je ...?"

use crate::card::walk::quoted;

/// Longer words are no slip of the pen; comparing them would only cost time.
const MAX_COMPARED: usize = 40;

/// The one of `known` that `word` most likely was meant to be.
pub fn meant<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if word.chars().count() > MAX_COMPARED {
        return None;
    }
    let word = word.to_lowercase().replace(['_', ' '], "-");
    known
        .map(|known| (strsim::damerau_levenshtein(&word, known), known))
        .filter(|(slips, known)| slips * 3 <= known.chars().count().max(word.chars().count()))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, known)| known)
}

/// What is wrong with an unknown key, and the remedy.
pub fn unknown_key(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> (String, String) {
    let what = format!("{} is hier geen sleutel", quoted(name));
    let remedy = match meant(name, known.clone()) {
        Some(meant) => format!("bedoelde je '{meant}'?"),
        None => format!("haal hem weg, of kies uit: {}", known.collect::<Vec<_>>().join(", ")),
    };
    (what, remedy)
}

/// What is wrong with an unknown word in a choice, and the remedy.
pub fn unknown_word(word: &str, known: impl Iterator<Item = &'static str> + Clone) -> (String, String) {
    let what = format!("{} kan hier niet", quoted(word));
    let remedy = match meant(word, known.clone()) {
        Some(meant) => format!("bedoelde je '{meant}'?"),
        None => format!("kies uit: {}", known.collect::<Vec<_>>().join(", ")),
    };
    (what, remedy)
}
