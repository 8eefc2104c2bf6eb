//! The page around what is printed. On a screen it begins with a list: who clicks there sees, and
//! prints, that part alone.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::card::{Card, Slug};
use crate::class::ClassName;
use crate::report::SIDES;

static STYLE: &str = include_str!("sheet.css");

const FOOT: &str = "font: 9pt Arial, sans-serif";

/// Something to print by itself; it begins on a new page.
pub struct Part {
    pub id: String,
    pub title: String,
    /// How many are needed.
    pub copies: &'static str,
    /// At the foot of each page, left and right: a loose page is put back by it.
    pub foot: [String; 2],
    pub pages: Markup,
}

/// Never a name that Windows keeps for itself: it has a hyphen.
pub fn file_name(card: &Card, what: &str, class: Option<&ClassName>) -> String {
    let class = class.map(|name| Slug::near(name).map_or_else(|| "klas".to_owned(), |slug| slug.to_string()));
    let words = [Some(card.id.to_string()), Some(what.to_owned()), class];
    format!("{}.html", words.into_iter().flatten().collect::<Vec<_>>().join("-"))
}

pub fn document(card: &Card, what: &str, class: Option<&ClassName>, parts: &[Part]) -> String {
    let class = class.map(|name| format!(", klas {name}")).unwrap_or_default();
    let mark = format!("Lesloper, werkblad {}, {what}{class}", card.id);
    let page = html! {
        (DOCTYPE)
        html lang="nl" {
            head {
                meta charset="utf-8";
                meta name="generator" content=(mark);
                (PreEscaped("\n"))
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Op papier: " (card.title) " (" (what) ")" }
                style { (PreEscaped(STYLE)) }
                style { (PreEscaped(parts.iter().map(feet).collect::<String>())) }
            }
            body {
                nav { (contents(card, parts)) }
                main {
                    @for part in parts {
                        section.part id=(part.id) aria-label=(part.title) { (part.pages) }
                    }
                }
            }
        }
    };
    page.into_string()
}

/// The foot of its pages. Chromium knows no other way to repeat something on each page.
fn feet(part: &Part) -> String {
    let Part { id, foot: [left, right], .. } = part;
    format!(
        "#{id} {{ page: {id} }}\n@page {id} {{ @bottom-left {{ content: {}; {FOOT} }} @bottom-right {{ content: {}; {FOOT} }} }}\n",
        quoted(left),
        quoted(right)
    )
}

/// As CSS writes text, with nothing in it that could end the string or the style.
fn quoted(text: &str) -> String {
    let written = |letter: char| {
        if letter.is_alphanumeric() || " .,:".contains(letter) {
            letter.to_string()
        } else {
            format!("\\{:x} ", u32::from(letter))
        }
    };
    format!("\"{}\"", text.chars().map(written).collect::<String>())
}

fn contents(card: &Card, parts: &[Part]) -> Markup {
    html! {
        h1 { "Op papier: " (card.title) }
        p { "Print op A4, op ware grootte. Klik eerst op wat je wilt printen: dan komt alleen dat uit de printer." }
        p { (SIDES) }
        ul {
            @for part in parts {
                li { a href={ "#" (part.id) } { (part.title) } " " span { (part.copies) } }
            }
            li { a href="#" { "Alles" } }
        }
    }
}
