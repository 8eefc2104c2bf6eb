//! Wrong usage, said in Dutch. Clap knows what is wrong; its own English is never shown.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::dutch;
use crate::text::Text;

/// What is wrong, what was meant perhaps, and where to look.
pub fn explain(error: &Error) -> String {
    let mut sentences = vec![what(error)];
    if let Some(meant) = suggestion(error) {
        sentences.push(format!("Bedoelde je {meant}?"));
    }
    sentences.push("Typ \"lesloper --help\" om te zien wat kan.".to_owned());
    sentences.join(" ")
}

fn what(error: &Error) -> String {
    let argument = first(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => format!("Lesloper kent {argument} niet."),
        ErrorKind::InvalidSubcommand => {
            format!("Lesloper kent de opdracht {} niet.", first(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue => invalid_value(error, &argument),
        ErrorKind::ValueValidation => {
            let advice = error.source().map(|why| format!(" Kies {why}.")).unwrap_or_default();
            format!("\"{}\" kan niet als {argument}.{advice}", first(error, ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => {
            format!("Hier ontbreekt {}.", dutch::list(&words(error, ContextKind::InvalidArg)))
        }
        ErrorKind::ArgumentConflict => match words(error, ContextKind::PriorArg).as_slice() {
            [prior] if *prior != argument => format!("{argument} kan niet samen met {prior}."),
            _ => format!("{argument} kan maar één keer."),
        },
        ErrorKind::TooManyValues => format!("{argument} neemt niets mee."),
        _ => "Zo kan Lesloper het niet doen.".to_owned(),
    }
}

fn invalid_value(error: &Error, argument: &Text) -> String {
    let value = first(error, ContextKind::InvalidValue);
    let wrong = if value.is_empty() {
        format!("Achter {argument} ontbreekt iets.")
    } else {
        format!("\"{value}\" kan niet achter {argument}.")
    };
    match words(error, ContextKind::ValidValue).as_slice() {
        [] => wrong,
        possible => format!("{wrong} Kies {}.", dutch::choice(possible)),
    }
}

fn suggestion(error: &Error) -> Option<Text> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| words(error, kind).into_iter().next())
}

fn first(error: &Error, kind: ContextKind) -> Text {
    words(error, kind).into_iter().next().unwrap_or_default()
}

/// What clap knows about the mistake, made safe to show. Empty when it knows nothing.
fn words(error: &Error, kind: ContextKind) -> Vec<Text> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![bare(word)],
        Some(ContextValue::Strings(words)) => words.iter().map(|word| bare(word)).collect(),
        _ => Vec::new(),
    }
}

/// `--map <MAP>` without what follows; `<BESTAND>...` and `[KLAS]` without their signs.
fn bare(word: &str) -> Text {
    let name = word.split_once(" <").map_or(word, |(name, _)| name);
    let inner = name.strip_prefix(['<', '[']).and_then(|inner| inner.split_once(['>', ']']));
    Text::clean(inner.map_or(name, |(inner, _)| inner))
}
