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
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..]) {
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
    for (at, byte) in source.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' if depth == MAX_DEPTH => return Some(at),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// What `serde_json` stumbled over, for someone who never saw JSON.
fn explain(error: &serde_json::Error, source: &str) -> Noted {
    let spot = Spot::of(error, source);
    let message = error.to_string();
    let (at, what, remedy) = if message.starts_with("EOF") {
        cut_off(source)
    } else if message.starts_with("control character") {
        control(source, spot.at)
    } else if message.starts_with("expected `,`") {
        spot.no_comma()
    } else if message.starts_with("expected `:`") {
        spot.here("hier ontbreekt een dubbele punt", "schrijf \"sleutel\": en dan wat erbij hoort")
    } else if message.starts_with("trailing characters") {
        spot.here("de kaart is hier al afgelopen", "haal weg wat na de laatste } staat")
    } else if message.starts_with("invalid number") {
        spot.here("dit getal kan niet", "schrijf alleen cijfers, zoals 6")
    } else if message.contains("escape") {
        spot.here("na een \\ kan dit niet", "schrijf / of haal de \\ weg")
    } else {
        spot.no_value()
    };
    Noted::mistake(at, what, remedy)
}

/// Where the reading stopped, and what stands around it.
struct Spot<'a> {
    at: usize,
    before: &'a str,
    /// The last thing before it that is no space.
    previous: Option<char>,
    here: Option<char>,
}

type Explained = (usize, String, String);

impl<'a> Spot<'a> {
    fn of(error: &serde_json::Error, source: &'a str) -> Self {
        let line_start: usize =
            source.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = source.floor_char_boundary((line_start + error.column()).saturating_sub(1));
        let (before, after) = source.split_at_checked(at).unwrap_or((source, ""));
        Self { at, before, previous: before.trim_end().chars().next_back(), here: after.chars().next() }
    }

    fn here(&self, what: &str, remedy: &str) -> Explained {
        (self.at, what.into(), remedy.into())
    }

    /// Just behind the last thing before it.
    fn behind_previous(&self, what: &str, remedy: &str) -> Explained {
        (self.before.trim_end().len(), what.into(), remedy.into())
    }

    /// Something stands where a comma or a closing bracket should.
    fn no_comma(&self) -> Explained {
        let on_new_line = self.before.len() > self.before.trim_end_matches([' ', '\t']).len()
            && self.before.trim_end_matches([' ', '\t', '\r']).ends_with('\n');
        match self.here {
            Some('"' | '{' | '[') => {
                self.behind_previous("hier ontbreekt een komma", "zet er een komma achter")
            }
            Some(':') => {
                self.here("in een lijst kan geen dubbele punt", "zet er { en } omheen, of haal hem weg")
            }
            Some(']') => self.here("hier staat een ], maar er is nog een { open", "sluit eerst af met }"),
            Some('}') => self.here("hier staat een }, maar er is nog een [ open", "sluit eerst af met ]"),
            Some('/') => comment(self.at),
            _ if self.previous == Some('"') && !on_new_line => self.behind_previous(
                "deze tekst houdt hier op, maar er staat nog iets achter",
                "gebruik in een tekst enkele aanhalingstekens, of schrijf \\\"",
            ),
            _ => self.behind_previous("hier ontbreekt een komma", "zet er een komma achter"),
        }
    }

    /// Something stands where a key or a value should.
    fn no_value(&self) -> Explained {
        match (self.previous, self.here) {
            (Some(','), Some('}' | ']')) => (
                self.before.trim_end().len() - 1,
                "na het laatste stuk hoort geen komma".into(),
                "haal deze komma weg".into(),
            ),
            (_, Some(',')) => self.here("hier staat een komma te veel", "haal de komma weg"),
            (_, Some('/')) => comment(self.at),
            (_, Some('\'' | '‘' | '’' | '“' | '”' | '„' | '`')) => self
                .here("dit aanhalingsteken kan hier niet", "gebruik het rechte dubbele aanhalingsteken: \""),
            (Some(':'), Some('}' | ']')) => {
                self.here("achter de dubbele punt staat niets", "vul hier iets in")
            }
            (_, Some('t' | 'f' | 'n' | 'T' | 'F' | 'N')) if self.previous == Some(':') => self.here(
                "dit woord kan hier niet",
                "schrijf true of false, of zet de tekst tussen aanhalingstekens",
            ),
            (Some(','), Some('0'..='9')) => {
                self.here("een getal met een komma kan hier niet", "schrijf een heel getal, zoals 6")
            }
            (_, Some(c)) if c.is_alphanumeric() || c == '_' => {
                self.here("hier ontbreken aanhalingstekens", "zet dit tussen aanhalingstekens: \"...\"")
            }
            _ => self
                .here("dit is hier niet te begrijpen", "kijk of er een aanhalingsteken, komma of haak mist"),
        }
    }
}

/// The file ends too early.
fn cut_off(source: &str) -> Explained {
    match open_brackets(source) {
        Open::Text { at } => not_closed(at),
        Open::Brackets(closers) => {
            let remedy = if closers.len() > MAX_DEPTH {
                "sluit de haken die nog open zijn".to_owned()
            } else {
                format!("zet er nog achter: {}", closers.join(" "))
            };
            (source.trim_end().len(), "het bestand houdt te vroeg op".into(), remedy)
        }
    }
}

/// A line end or other control character in a text, at byte `at` or just after it.
fn control(source: &str, at: usize) -> Explained {
    let after = source.get(at..).unwrap_or_default();
    let Some((skipped, found)) = after.char_indices().find(|(_, c)| c.is_control()) else {
        return not_closed(at);
    };
    let at = at + skipped;
    match found {
        '\n' | '\r' => not_closed(source.get(..at).and_then(|before| before.rfind('"')).unwrap_or(at)),
        '\t' => (at, "in deze tekst staat een tab".into(), "vervang de tab door een spatie".into()),
        _ => (at, "in deze tekst staat een onzichtbaar teken".into(), "typ dit stuk opnieuw".into()),
    }
}

fn comment(at: usize) -> Explained {
    (at, "een opmerking met / kan niet in een kaart".into(), "haal hem weg".into())
}

fn not_closed(at: usize) -> Explained {
    (at, "deze tekst is niet afgesloten".into(), "zet er een \" achter, op dezelfde regel".into())
}

/// What is still open at the end of a file that ends too early.
enum Open {
    /// A text that begins here.
    Text { at: usize },
    /// The brackets that would close it.
    Brackets(Vec<&'static str>),
}

fn open_brackets(source: &str) -> Open {
    let (mut closers, mut text, mut escaped) = (Vec::new(), None, false);
    for (at, c) in source.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if text.is_some() => escaped = true,
            '"' => text = if text.is_some() { None } else { Some(at) },
            _ if text.is_some() => {}
            '{' => closers.push("}"),
            '[' => closers.push("]"),
            '}' | ']' => _ = closers.pop(),
            _ => {}
        }
    }
    if let Some(at) = text {
        return Open::Text { at };
    }
    closers.reverse();
    Open::Brackets(closers)
}
