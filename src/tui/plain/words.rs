//! What is typed in a lesson: the letters of the keymap, and words for the keys that have no letter.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::action::Action;
use crate::tui::keymap::{self, BINDINGS, Binding, Context, Group};
use crate::tui::theme::Arrows;

/// A deed that was typed, and what stands behind it.
#[derive(Debug, PartialEq, Eq)]
pub struct Deed<'l> {
    pub action: Action,
    /// Of an option.
    pub number: usize,
    pub rest: &'l str,
}

/// What has no letter on the keyboard.
const WORDS: [(&str, Action, &str); 6] = [
    ("", Action::Next, "verder"),
    ("<", Action::Back, "terug"),
    (">", Action::Furthest, "naar het verste punt"),
    ("lees", Action::Reveal, "nog eens lezen wat er staat"),
    ("tel", Action::Count, "handen tellen; in één keer kan ook: tel 4 6 2"),
    ("weg", Action::Remove, "antwoord weghalen: weg 2"),
];

/// None: nothing is called this.
pub fn parse(line: &str) -> Option<Deed<'_>> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let lower = word.to_lowercase();
    if let Some((_, action, _)) = WORDS.iter().find(|(known, ..)| *known == lower) {
        return Some(Deed { action: *action, number: 0, rest });
    }
    let mut letters = lower.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
    let action = keymap::action(Context::Lesson, key).or_else(|| keymap::action(Context::Cover, key))?;
    Some(Deed { action, number: keymap::digit(key), rest })
}

/// Everything that can be typed.
pub fn help() -> Vec<String> {
    let words = WORDS.iter().map(|(word, _, help)| {
        let word = if word.is_empty() { "Enter" } else { word };
        (word.to_owned(), *help)
    });
    let mut rows: Vec<(String, &str)> = words.collect();
    for group in Group::ALL {
        for context in [Context::Lesson, Context::Cover] {
            for (letter, help) in letters(context, group) {
                match rows
                    .iter_mut()
                    .find(|(keys, known)| *known == help || keys.split(' ').any(|key| key == letter))
                {
                    Some((keys, known)) if *known == help => *keys = format!("{keys} {letter}"),
                    Some(_) => {}
                    None => rows.push((letter, help)),
                }
            }
        }
    }
    let rows = rows.into_iter().map(|(keys, help)| format!("{keys}: {help}"));
    let answers =
        ["Met a 3 en dan de tekst typ je het antwoord van duo 3.", "Met v 2 gaat antwoord 2 voorgoed weg."];
    rows.chain(answers.map(str::to_owned)).collect()
}

fn letters(context: Context, group: Group) -> impl Iterator<Item = (String, &'static str)> {
    let here = move |binding: &&Binding| binding.context == context && binding.group == group;
    BINDINGS.iter().filter(here).filter_map(row)
}

/// A letter and what it does; None for a key without a letter.
fn row(binding: &Binding) -> Option<(String, &'static str)> {
    if binding.action == Action::Option {
        return Some(("1 tot en met 9".to_owned(), "kiezen"));
    }
    let mut labels = binding.keys.iter().map(|key| key.label(Arrows::Named));
    labels.find(|label| label.chars().count() == 1).map(|letter| (letter, binding.help))
}
