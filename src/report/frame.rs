//! The page around what is printed. On a screen it begins with a list: who clicks there sees, and
//! prints, that part alone.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::card::{Card, Slug};
use crate::class::ClassName;

static STYLE: &str = include_str!("sheet.css");

/// Something to print by itself; it begins on a new page.
pub struct Part {
    pub id: String,
    pub title: String,
    /// How many are needed.
    pub copies: &'static str,
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

fn contents(card: &Card, parts: &[Part]) -> Markup {
    html! {
        h1 { "Op papier: " (card.title) }
        p { "Print op A4, op ware grootte. Klik eerst op wat je wilt printen: dan komt alleen dat uit de printer." }
        ul {
            @for part in parts {
                li { a href={ "#" (part.id) } { (part.title) } " " span { (part.copies) } }
            }
            li { a href="#" { "Alles" } }
        }
    }
}
