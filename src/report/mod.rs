//! A card on paper: the whole lesson when everything fails, and what a class writes on, cuts out and keeps.
//!
//! [`print()`] makes one page of HTML that needs nothing else: no script, and nothing from outside. The
//! store writes it.

mod board;
mod company;
mod cut;
mod frame;
mod guide;
mod slip;
mod story;
mod terms;
mod worksheet;

use maud::Markup;

use crate::card::{Card, Form, Kind, Step, Wording};
use crate::class::Roster;
use frame::Part;

/// How the printer is set.
const SIDES: &str = "Docent en leerlingblad: dubbelzijdig. Kaartjes, strookjes en stroken: enkelzijdig.";

/// On what has simpler words: a pupil need not mind it.
const SIMPLE_MARK: &str = "○";

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The whole lesson, for the teacher.
    Guide,
    /// What a duo writes on.
    Worksheet,
    /// A letter to the company.
    Company,
    /// Role cards and decks, to cut out.
    Cards,
    /// A numbered strip for the answers of each duo.
    Strips,
    /// What the teacher reads aloud.
    Story,
    /// What a pupil keeps.
    Slips,
}

/// How much of a card is wanted on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Every sheet that the card has.
    All,
    One(Sheet),
}

/// A file to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub name: String,
    /// Its first line is the same for the same sheet of the same card, and for no other.
    pub html: String,
}

impl Sheet {
    pub const ALL: [Self; 7] =
        [Self::Guide, Self::Worksheet, Self::Company, Self::Cards, Self::Strips, Self::Story, Self::Slips];

    /// What it is called on the command line, and in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guide => "docent",
            Self::Worksheet => "leerling",
            Self::Company => "bedrijf",
            Self::Cards => "kaartjes",
            Self::Strips => "strookjes",
            Self::Story => "verhaal",
            Self::Slips => "dossier",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Guide => "Voor de docent",
            Self::Worksheet => "Leerlingblad",
            Self::Company => "Brief aan het bedrijf",
            Self::Cards => "Kaartjes",
            Self::Strips => "Strookjes",
            Self::Story => "Voorlezen",
            Self::Slips => "Voor je loopbaandossier",
        }
    }

    /// How many are needed of it.
    fn copies(self, card: &Card) -> &'static str {
        match self {
            Self::Worksheet if has_own_work(card) => "1 keer voor elke leerling",
            Self::Strips => "1 keer, alleen als je geen leerlingblad print",
            Self::Guide | Self::Company | Self::Story => "1 keer",
            Self::Worksheet => "1 keer voor elk duo",
            Self::Cards => "1 keer, of 1 keer voor elke groep die speelt",
            Self::Slips => "1 strook voor elke leerling",
        }
    }

    /// Whether this step stands on it.
    fn shows(self, step: &Step) -> bool {
        match self {
            Self::Guide | Self::Worksheet => true,
            Self::Company | Self::Strips => false,
            Self::Cards => matches!(step.kind, Kind::Roleplay(_) | Kind::Draw(_)),
            Self::Story => matches!(step.kind, Kind::Roleplay(_) | Kind::Story(_)),
            Self::Slips => matches!(step.kind, Kind::NextStep(_)),
        }
    }

    /// Whether this card has it, in these words.
    fn is_of(self, card: &Card, wording: Wording) -> bool {
        let mut shown = card.steps.iter().filter(|step| self.shows(step));
        match (self, wording) {
            (Self::Slips, Wording::Own) => true,
            (Self::Company, Wording::Own) => company::is_for(card),
            (Self::Strips, Wording::Own) => !slip::looked_back(card).is_empty(),
            (_, Wording::Own) => shown.next().is_some(),
            // The teacher reads what everyone reads.
            (Self::Guide, Wording::Simple) => false,
            (_, Wording::Simple) => shown.any(|step| step.simple.is_some()),
        }
    }

    /// What a pupil fills in at the foot of each page.
    fn room_at_foot(self, card: &Card) -> String {
        match self {
            Self::Worksheet => format!("{}: {}", worksheet::whose(card), ".".repeat(40)),
            _ => String::new(),
        }
    }

    /// What is printed by itself, with its name: each story, and of another sheet the whole.
    fn pieces<'a>(self, card: &'a Card, wording: Wording, class: Option<&Roster>) -> Vec<(&'a str, Markup)> {
        let pages = match self {
            Self::Guide => guide::pages(card, class),
            Self::Worksheet => worksheet::pages(card, wording),
            Self::Company => company::pages(card, class),
            Self::Cards => cut::pages(card, wording),
            Self::Strips => slip::strips(card, class),
            Self::Story => return story::each(card, wording),
            Self::Slips => slip::pages(card, wording, class),
        };
        vec![("", pages)]
    }
}

impl Wanted {
    /// In the order of the file.
    pub fn every() -> impl Iterator<Item = Self> {
        Sheet::ALL.into_iter().map(Self::One).chain([Self::All])
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::All => "alles",
            Self::One(sheet) => sheet.name(),
        }
    }

    fn includes(self, sheet: Sheet) -> bool {
        self == Self::All || self == Self::One(sheet)
    }
}

/// Whether a pupil writes something that a neighbour need not see.
fn has_own_work(card: &Card) -> bool {
    card.steps.iter().any(|step| {
        let writes = matches!(step.kind, Kind::Question(_) | Kind::Choice(_) | Kind::Sort(_) | Kind::Task(_));
        writes && step.form == Form::Alone
    })
}

/// The sheets that this card has.
pub fn sheets(card: &Card) -> Vec<Sheet> {
    Sheet::ALL.into_iter().filter(|sheet| sheet.is_of(card, Wording::Own)).collect()
}

/// A card on paper; for a class, with the names of its pupils. None: the card has no such sheet.
pub fn print(card: &Card, wanted: Wanted, class: Option<&Roster>) -> Option<Paper> {
    let sheets = sheets(card).into_iter().filter(|sheet| wanted.includes(*sheet));
    let parts: Vec<Part> = sheets.flat_map(|sheet| parts(sheet, card, class)).collect();
    if parts.is_empty() {
        return None;
    }
    let name = class.map(Roster::name);
    Some(Paper {
        name: frame::file_name(card, wanted.name(), name),
        html: frame::document(card, wanted.name(), name, &parts),
    })
}

/// A sheet in the card's own words, and once more in simpler ones where it has them.
fn parts(sheet: Sheet, card: &Card, class: Option<&Roster>) -> Vec<Part> {
    let wordings = [Wording::Own, Wording::Simple].into_iter().filter(|wording| sheet.is_of(card, *wording));
    wordings.flat_map(|wording| parts_in(wording, sheet, card, class)).collect()
}

fn parts_in(wording: Wording, sheet: Sheet, card: &Card, class: Option<&Roster>) -> Vec<Part> {
    let pieces = sheet.pieces(card, wording, class);
    let is_one = pieces.len() == 1;
    let part = |(number, (name, pages)): (usize, (&str, Markup))| {
        let (id, title) = if is_one {
            (sheet.name().to_owned(), sheet.title().to_owned())
        } else {
            (format!("{}-{number}", sheet.name()), format!("{}: {name}", sheet.title()))
        };
        let left = format!("{} · {title}", card.title);
        let right = sheet.room_at_foot(card);
        match wording {
            Wording::Own => Part { id, title, copies: sheet.copies(card), foot: [left, right], pages },
            Wording::Simple => Part {
                id: format!("{id}-makkelijk"),
                title: format!("{title}, in makkelijke woorden"),
                copies: "voor wie dat fijn vindt",
                foot: [format!("{left} {SIMPLE_MARK}"), right],
                pages,
            },
        }
    };
    (1..).zip(pieces).map(part).collect()
}
