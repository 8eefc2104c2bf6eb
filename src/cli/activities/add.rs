//! `lesloper activiteiten --haal`: the cards of another join the teacher's own, and what happens to
//! each is said.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::card::{Changes, Problem};
use crate::cli::error::Result;
use crate::dutch;
use crate::store::{Beside, Collection, Flaw, Given, Origin, Parcel, Store, Verdict, shown};
use crate::text::Text;

/// Mistakes that are shown of one card; `nakijken` shows them all.
const MAX_SHOWN: usize = 3;

/// What becomes of a card that is here already, and says something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnChange {
    Ask,
    Replace,
    SetBeside,
    Leave,
}

/// How many cards there were of each kind.
#[derive(Default)]
struct Tally {
    added: usize,
    present: usize,
    replaced: usize,
    left: usize,
    wrong: usize,
}

pub fn run(store: &Store, path: &Path, on_change: OnChange, out: &mut impl Write) -> Result<ExitCode> {
    let given = store.given(path)?;
    let mut collection = store.collection()?;
    let mut tally = Tally::default();
    for card in given.cards() {
        let name = shown(card);
        match collection.judge(&given, card) {
            Verdict::New { parcel, beside } => {
                collection.add(&parcel)?;
                tally.added += 1;
                writeln!(out, "{name}: nieuw ({}).{}", said_card(&parcel), said_beside(beside, &parcel))?;
            }
            Verdict::Present(origin) => {
                tally.present += 1;
                writeln!(out, "{name}: al aanwezig{}.", said_present(&origin))?;
            }
            Verdict::Changed { parcel, older, changes } => {
                write!(out, "{name}: veranderd: {}. ", said_changes(&changes))?;
                let on_change = if on_change == OnChange::Ask { ask(out)? } else { on_change };
                settle(&mut collection, &parcel, &older, on_change, (&mut tally, out))?;
            }
            Verdict::Wrong(flaw) => {
                tally.wrong += 1;
                explain(&given, card, &flaw, out)?;
            }
        }
    }
    writeln!(out, "{}", tally.said(given.cards().len()))?;
    Ok(if tally.wrong > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Does with a changed card what was chosen.
fn settle(
    collection: &mut Collection<'_>,
    parcel: &Parcel,
    older: &Path,
    on_change: OnChange,
    (tally, out): (&mut Tally, &mut impl Write),
) -> Result<()> {
    match on_change {
        OnChange::Replace => {
            let copy = collection.replace(parcel, older)?;
            tally.replaced += 1;
            writeln!(out, "Vervangen; de oude staat in {}.", shown(&copy))?;
        }
        OnChange::SetBeside => {
            let id = collection.add_beside(parcel)?;
            tally.added += 1;
            writeln!(out, "Ernaast gezet, met de id {id}.")?;
        }
        OnChange::Leave => {
            tally.left += 1;
            writeln!(out, "De oude blijft staan.")?;
        }
        OnChange::Ask => {
            tally.left += 1;
            let options = "--vervang neemt de nieuwe, --ernaast bewaart ze allebei";
            writeln!(out, "De oude blijft staan; {options}.")?;
        }
    }
    Ok(())
}

/// The choice of whoever sits at the terminal; nobody to ask leaves it open.
fn ask(out: &mut impl Write) -> io::Result<OnChange> {
    let stdin = io::stdin();
    if !stdin.is_terminal() || !io::stdout().is_terminal() {
        return Ok(OnChange::Ask);
    }
    writeln!(out)?;
    write!(out, "Typ v om te vervangen, e om ze allebei te bewaren, of Enter om de oude te laten staan: ")?;
    out.flush()?;
    let answer = stdin.lines().next().transpose()?.unwrap_or_default();
    Ok(match answer.trim().to_lowercase().as_str() {
        "v" | "vervang" | "vervangen" => OnChange::Replace,
        "e" | "ernaast" => OnChange::SetBeside,
        _ => OnChange::Leave,
    })
}

/// "Op bezoek, 2 afbeeldingen"
fn said_card(parcel: &Parcel) -> String {
    match parcel.pictures() {
        0 => parcel.card.title.to_string(),
        pictures => {
            let pictures = dutch::count(pictures, "afbeelding", "afbeeldingen");
            format!("{}, {pictures}", parcel.card.title)
        }
    }
}

fn said_beside(beside: Beside, parcel: &Parcel) -> String {
    match beside {
        Beside::Nothing => String::new(),
        Beside::Shipped => format!(
            " Let op: Lesloper heeft zelf een andere activiteit met de id {}. Ze staan allebei in de lijst.",
            parcel.card.id
        ),
    }
}

fn said_present(origin: &Origin) -> String {
    match origin {
        Origin::Shipped(_) => "; deze activiteit zit in Lesloper".to_owned(),
        Origin::Own(path) => {
            let file = shown(Path::new(path.file_name().unwrap_or_default()));
            format!(", als {file}")
        }
    }
}

/// "titel, 2 stappen (Wensen en Pitch) en 1 stap erbij (Ronde)"
fn said_changes(changes: &Changes) -> String {
    let mut parts: Vec<String> = changes.keys.iter().map(ToString::to_string).collect();
    let steps = [(&changes.changed, ""), (&changes.added, " erbij"), (&changes.gone, " minder")];
    for (steps, how) in steps.into_iter().filter(|(steps, _)| !steps.is_empty()) {
        let count = dutch::count(steps.len(), "stap", "stappen");
        parts.push(format!("{count}{how} ({})", dutch::list(steps)));
    }
    if changes.moved {
        parts.push("de volgorde van de stappen".to_owned());
    }
    dutch::list(&parts)
}

/// The first mistakes, and how to see them all.
fn explain(given: &Given, card: &Path, flaw: &Flaw, out: &mut impl Write) -> Result<()> {
    let problems: &[Problem] = match flaw {
        Flaw::Problems(problems) => problems,
        Flaw::Unread(error) => {
            writeln!(out, "{}: fout. {error}", shown(card))?;
            return Ok(());
        }
        Flaw::TooMany => &[],
    };
    writeln!(out, "{}: {}.", shown(card), dutch::count(problems.len(), "fout", "fouten"))?;
    for problem in problems.iter().take(MAX_SHOWN) {
        writeln!(out, "  {}", problem.in_file(shown(card)))?;
    }
    let (first, file): (&str, Text) = match given.file(card) {
        Some(file) => ("", shown(&file)),
        None => ("pak de ZIP uit, en typ ", shown(card)),
    };
    writeln!(out, "  Alle fouten: {first}lesloper nakijken {file}")?;
    Ok(())
}

impl Tally {
    fn said(&self, cards: usize) -> String {
        let kinds = [
            (self.added, "toegevoegd"),
            (self.replaced, "vervangen"),
            (self.present, "al aanwezig"),
            (self.left, "niet overgenomen"),
            (self.wrong, "fout"),
        ];
        let parts: Vec<String> = kinds
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, kind)| format!("{count} {kind}"))
            .collect();
        format!("{}: {}.", dutch::count(cards, "kaart", "kaarten"), dutch::list(&parts))
    }
}
