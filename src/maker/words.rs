//! Words on the board that are hard: who still learns Dutch trips over them.

use crate::card::{MINUTES, Tree, hard_words};
use crate::maker::conversation::GLOSSARY;
use crate::maker::steps;

/// Of a step: what is no text for pupils.
const NOT_READ: [&str; 8] = ["id", "soort", "naar", "van", "docent", MINUTES, "afbeelding", "vorm"];

/// Each hard word that pupils read, in the order of the card; not those within another that is explained.
pub fn to_explain(card: &Tree) -> Vec<String> {
    let glossary = card.get(GLOSSARY).map(Tree::pairs).unwrap_or_default();
    let mut words: Vec<String> = Vec::new();
    for (_, step) in steps::all(card) {
        for word in texts(step).into_iter().flat_map(hard_words).map(str::to_lowercase) {
            let covered = |(known, _): &(String, Tree)| {
                let known = known.to_lowercase();
                known != word && known.contains(&word)
            };
            if !words.contains(&word) && !glossary.iter().any(covered) {
                words.push(word);
            }
        }
    }
    words
}

fn texts(tree: &Tree) -> Vec<&str> {
    match tree {
        Tree::Text(text) => vec![text],
        Tree::List(items) => items.iter().flat_map(texts).collect(),
        Tree::Block(pairs) => {
            let read = pairs.iter().filter(|(key, _)| !NOT_READ.contains(&&**key));
            read.flat_map(|(_, value)| texts(value)).collect()
        }
        Tree::Number(_) | Tree::Flag(_) => Vec::new(),
    }
}
