//! `lesloper activiteiten ACTIVITEIT`: one activity whole, in plain lines.

use std::io::{self, Write};
use std::ops::Range;
use std::process::ExitCode;

use super::table;
use crate::card::content::{Success, core_minutes};
use crate::card::format::Choice;
use crate::card::{Card, Phase, Step, Wording};
use crate::cli::error::Result;
use crate::cli::meant::refused;
use crate::dutch;
use crate::store::{Origin, Store, shown};
use crate::text::Text;

/// What makes LOB succeed, in five, with the labels of each.
const SUCCESS: [(&str, &[Success]); 5] = [
    ("spreekt de taal van jongeren", &[Success::Language]),
    (
        "verbondenheid, autonomie en competentie",
        &[Success::Belonging, Success::Autonomy, Success::Competence],
    ),
    ("samen in de school", &[Success::TogetherInside]),
    ("samen buiten de school", &[Success::TogetherOutside]),
    ("voorwaarden", &[Success::Conditions]),
];

pub fn run(store: &Store, origin: &Origin, out: &mut impl Write) -> Result<ExitCode> {
    let card = store.card(origin).map_err(|flaw| refused(origin, flaw))?;
    writeln!(out, "{}\n{}\n", card.title, card.goal)?;
    table::print(&about(&card, origin), out)?;
    for (number, sitting) in (1..).zip(card.sittings()) {
        lesson(&card, number, sitting, out)?;
    }
    list("Elementen van goede LOB", &meanings(&card.elements), out)?;
    list("Loopbaancompetenties", &meanings(&card.competences), out)?;
    writeln!(out, "\nSuccesfactoren")?;
    table::print(&success(&card.success), out)?;
    list("Vooraf doen", &card.before, out)?;
    list("Klaarleggen", &card.needed, out)?;
    list("Let op", &card.watch, out)?;
    let later: Vec<&Text> = card.home.iter().chain(&card.follows).collect();
    list("Thuis en daarna", &later, out)?;
    Ok(ExitCode::SUCCESS)
}

/// What it is and for whom.
fn about(card: &Card, origin: &Origin) -> Vec<[String; 2]> {
    let years: Vec<String> = card.years.iter().map(ToString::to_string).collect();
    let routes: Vec<&str> = card.routes.iter().map(|route| route.word()).collect();
    let lessons = match card.sittings().len() {
        1 => String::new(),
        lessons => format!(" in {lessons} lessen"),
    };
    let file = match origin {
        Origin::Shipped(_) => "zit in Lesloper".to_owned(),
        Origin::Own(path) => shown(path).to_string(),
    };
    let rows = [
        ("Voor", card.group.meaning().to_owned()),
        ("Leerjaar", dutch::list(&years)),
        ("Leerweg", dutch::list(&routes)),
        ("Tijd", format!("{} minuten{lessons}", card.minutes())),
        ("Wanneer", card.occasion.to_string()),
        ("Moment", meanings(&card.moments).join("; ")),
        ("Wie doet mee", meanings(&card.involved).join("; ")),
        ("Opzoeken", card.lookup.meaning().to_owned()),
        ("Id", card.id.to_string()),
        ("Kaart", file),
    ];
    rows.into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(name, said)| [name.to_owned(), said])
        .collect()
}

/// One les, phase by phase.
fn lesson(card: &Card, number: usize, sitting: Range<usize>, out: &mut impl Write) -> io::Result<()> {
    let steps: Vec<(usize, &Step)> =
        card.steps.iter().enumerate().take(sitting.end).skip(sitting.start).collect();
    let minutes = |steps: &[(usize, &Step)]| -> u16 { core_minutes(steps.iter().map(|(_, step)| *step)) };
    writeln!(out, "\nLes {number}, {} minuten", minutes(&steps))?;
    for phase in [Phase::Prepare, Phase::Do, Phase::LookBack] {
        let steps: Vec<(usize, &Step)> =
            steps.iter().filter(|(_, step)| step.phase == phase).copied().collect();
        if !steps.is_empty() {
            match minutes(&steps) {
                0 => writeln!(out, "  {}", phase.label())?,
                minutes => writeln!(out, "  {}, {minutes} minuten", phase.label())?,
            }
            let rows: Vec<[String; 4]> = steps.iter().map(|(at, step)| row(*at, step)).collect();
            table::print(&rows, out)?;
        }
    }
    Ok(())
}

fn row(at: usize, step: &Step) -> [String; 4] {
    let time = if step.outside {
        "buiten de les".to_owned()
    } else {
        let extra = if step.extra { ", extra" } else { "" };
        format!("{} min{extra}", step.total())
    };
    let title = step.title(Wording::Own).to_string();
    [format!("  {:>3}", at + 1), title, step.form.label().to_owned(), time]
}

/// Each of the five, and what of it this activity has.
fn success(marked: &[Success]) -> Vec<[String; 2]> {
    let said = |labels: &[Success]| {
        let found: Vec<&str> =
            labels.iter().filter(|label| marked.contains(label)).map(|label| label.word()).collect();
        match (found.is_empty(), labels.len()) {
            (true, _) => "-".to_owned(),
            (false, 1) => "ja".to_owned(),
            (false, _) => dutch::list(&found),
        }
    };
    SUCCESS.iter().map(|(name, labels)| [format!("  {name}"), said(labels)]).collect()
}

fn meanings<C: Choice>(choices: &[C]) -> Vec<&'static str> {
    choices.iter().map(|choice| choice.meaning()).collect()
}

/// Lines under a name; nothing when there are none.
fn list(name: &str, lines: &[impl std::fmt::Display], out: &mut impl Write) -> io::Result<()> {
    if !lines.is_empty() {
        writeln!(out, "\n{name}")?;
    }
    for line in lines {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}
