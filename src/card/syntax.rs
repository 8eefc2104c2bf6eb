//! Whether a file is JSON at all, and where it stops being so.

use jsonc_parser::ast::Value;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde::de::IgnoredAny;

use crate::card::problem::Noted;

/// Bytes in a card: a hundred times the longest one. Keeps a hostile file cheap.
const MAX_SIZE: usize = 1 << 20;
/// A card needs 12; a parser that recurses must not be led deeper.
const MAX_DEPTH: usize = 32;

/// The text of a file, without the mark that some editors put before it.
pub fn decode(bytes: &[u8]) -> Result<&str, Noted> {
    if bytes.len() > MAX_SIZE {
        return Err(Noted::mistake(
            0,
            "dit bestand is groter dan 1 MB",
            "een kaart is klein: is dit het goede bestand?",
        ));
    }
    let save_as = "bewaar het opnieuw met de codering UTF-8";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.get(1) == Some(&0) {
        return Err(Noted::mistake(0, "dit bestand is bewaard als UTF-16", save_as));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|error| {
        Noted::mistake(error.valid_up_to(), "hier staat een teken dat niet in UTF-8 bewaard is", save_as)
    })
}

/// The tree of `source`.
pub fn parse(source: &str) -> Result<Value<'_>, Noted> {
    if source.trim().is_empty() {
        return Err(Noted::mistake(0, "dit bestand is leeg", "begin met een kaart die al werkt"));
    }
    serde_json::from_str::<IgnoredAny>(source).map_err(|error| explain(&error, source))?;
    if let Some(at) = too_deep(source) {
        return Err(Noted::mistake(at, "hier zitten te veel haken in elkaar", "haal haken weg"));
    }
    let options = ParseOptions { allow_comments: false, ..ParseOptions::default() };
    let unreadable = |at| Noted::mistake(at, "dit is niet te lezen", "typ dit stuk opnieuw");
    match parse_to_ast(source, &CollectOptions::default(), &options) {
        Ok(parsed) => parsed.value.ok_or_else(|| unreadable(0)),
        Err(error) => Err(unreadable(error.range().start)),
    }
}

/// Where the first bracket stands that is too deep. `source` is JSON.
fn too_deep(source: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    source.bytes().position(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MAX_DEPTH
    })
}

/// What serde_json stumbled over, for someone who never saw JSON.
fn explain(error: &serde_json::Error, source: &str) -> Noted {
    Noted::mistake(0, error.to_string(), "x")
}
