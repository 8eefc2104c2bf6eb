//! What can be asked on the command line: the one definition of commands, options and their help.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::class::ClassName;
use crate::report::Wanted;
use crate::store::Mouse;
use crate::text::width;
use crate::tui::{LetterSet, ThemeName};

/// In columns: what fits on the edge of a screen beside the activity.
const MAX_CLASS_NAME: usize = 20;

const TEMPLATE: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Default, Parser)]
#[command(
    name = "lesloper",
    version,
    about = "Lesloper leidt een LOB-les: van het eerste scherm tot terugkijken.",
    after_help = "Zonder opdracht begint Lesloper met kiezen van een activiteit.",
    override_usage = "lesloper [OPTIES] [OPDRACHT]",
    help_template = TEMPLATE,
    subcommand_help_heading = "Opdrachten",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub shared: Shared,

    #[arg(help = "Kleuren op het scherm: donker, licht, hoog-contrast,\ncreme, zestien of geen")]
    #[arg(long = "thema", value_name = "THEMA", value_parser = theme_names(), help_heading = "Opties")]
    #[arg(hide_possible_values = true)]
    pub theme: Option<ThemeName>,

    #[arg(help = "Grote letters: octant, sextant, kwadrant, half,\nascii of geen")]
    #[arg(long, value_name = "LETTERS", value_parser = letter_sets(), help_heading = "Opties")]
    #[arg(hide_possible_values = true)]
    pub letters: Option<LetterSet>,

    #[arg(help = "Tikken op het bord, of klikken: aan of uit; Lesloper\nonthoudt het")]
    #[arg(long = "muis", alias = "mouse", value_name = "AAN|UIT", value_parser = mouse())]
    #[arg(help_heading = "Opties", hide_possible_values = true)]
    pub mouse: Option<Mouse>,

    /// De hele les in gewone regels, voor een schermlezer
    #[arg(long = "platte-tekst", alias = "plain", help_heading = "Opties")]
    pub plain: bool,

    /// Laat de versie zien
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "Opties")]
    version: Option<bool>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Arguments {
    /// Mostly nothing is asked, and then nothing has to be taken apart.
    pub fn read(args: impl ExactSizeIterator<Item = OsString>) -> Result<Self, clap::Error> {
        if args.len() <= 1 { Ok(Self::default()) } else { Self::try_parse_from(args) }
    }
}

/// What every command takes.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Opties")]
pub struct Shared {
    #[arg(long = "map", value_name = "MAP", global = true)]
    #[arg(help = "Bewaar alles in deze map (of zet LESLOPER_MAP)")]
    pub folder: Option<PathBuf>,

    /// Laat deze hulp zien
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Laat activiteiten zien, of deel ze met een collega
    #[command(name = "activiteiten", alias = "activities")]
    #[command(override_usage = "lesloper activiteiten [OPTIES] [ACTIVITEIT]", help_template = TEMPLATE)]
    Activities(Activities),

    /// Kijk kaarten na en noem elke fout
    #[command(name = "nakijken", alias = "check")]
    #[command(override_usage = "lesloper nakijken [OPTIES] BESTAND...", help_template = TEMPLATE)]
    Check(Check),

    /// Zet een activiteit op papier, om te printen
    #[command(name = "werkblad", alias = "worksheet")]
    #[command(override_usage = "lesloper werkblad [OPTIES] ACTIVITEIT", help_template = TEMPLATE)]
    Sheets(Sheets),
    /// Maak een kaart, of zie een kaart terwijl je schrijft
    #[command(name = "nieuw", alias = "new")]
    #[command(override_usage = "lesloper nieuw [OPTIES]", help_template = TEMPLATE)]
    New(New),

    /// Laat klassen zien, of maak, vernieuw of verwijder een klas
    #[command(name = "klas", alias = "class")]
    #[command(override_usage = "lesloper klas [OPTIES] [KLAS]", help_template = TEMPLATE)]
    Class(Class),

    /// Zie in een tweede venster wat de klas niet ziet
    #[command(name = "docent", alias = "teacher")]
    #[command(override_usage = "lesloper docent [OPTIES]", help_template = TEMPLATE)]
    SecondScreen,

    /// Kies letters en kleuren voor dit lokaal
    #[command(name = "schermtest", alias = "screentest")]
    #[command(override_usage = "lesloper schermtest [OPTIES]", help_template = TEMPLATE)]
    ScreenTest,

    /// Laat de bellen van de school zien, of onthoud ze
    #[command(name = "lestijden", alias = "times")]
    #[command(override_usage = "lesloper lestijden [OPTIES] [TIJD]...", help_template = TEMPLATE)]
    Times(Times),

    /// Laat bewaarde lessen zien, of wis er een voorgoed
    #[command(name = "wis", alias = "erase")]
    #[command(override_usage = "lesloper wis [OPTIES] [LES]", help_template = TEMPLATE)]
    Erase(Erase),
}

#[derive(Debug, Args)]
pub struct Activities {
    /// Laat deze activiteit helemaal zien
    #[arg(value_name = "ACTIVITEIT", help_heading = "Wat")]
    #[arg(conflicts_with_all = ["add", "share"])]
    pub activity: Option<String>,

    /// Voeg kaarten toe: een kaart, een map of een ZIP
    #[arg(long = "haal", value_name = "BESTAND", help_heading = "Opties")]
    pub add: Option<PathBuf>,

    /// Neem een veranderde kaart in de plaats van de oude
    #[arg(long = "vervang", requires = "add", conflicts_with = "beside", help_heading = "Opties")]
    pub replace: bool,

    /// Zet een veranderde kaart naast de oude
    #[arg(long = "ernaast", requires = "add", help_heading = "Opties")]
    pub beside: bool,

    /// Maak een bestand van deze activiteit, voor een collega
    #[arg(long = "deel", value_name = "ACTIVITEIT", conflicts_with = "add", help_heading = "Opties")]
    pub share: Option<String>,

    /// In deze map, en niet in de map waar je nu bent
    #[arg(long = "uit", value_name = "MAP", requires = "share", help_heading = "Opties")]
    pub into: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Check {
    /// De kaarten
    #[arg(value_name = "BESTAND", required = true, help_heading = "Wat")]
    pub files: Vec<PathBuf>,

    #[arg(help = "Let ook op taal, tijd, labels en namen, zoals bij de\nkaarten die meekomen")]
    #[arg(long = "streng", alias = "strict", help_heading = "Opties")]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub struct Sheets {
    /// De naam uit de lijst van activiteiten, of een kaart
    #[arg(value_name = "ACTIVITEIT", help_heading = "Wat")]
    pub activity: String,

    #[arg(help = "Wat je print: docent, leerling, bedrijf, kaartjes,\nstrookjes, verhaal, dossier of alles")]
    #[arg(long = "wat", value_name = "WAT", value_parser = sheets(), default_value = "alles")]
    #[arg(help_heading = "Opties", hide_possible_values = true, hide_default_value = true)]
    pub what: Wanted,

    /// Bewaar het in deze map
    #[arg(long = "uit", value_name = "MAP", help_heading = "Opties")]
    pub into: Option<PathBuf>,

    /// Met de namen van deze klas: 2B
    #[arg(long = "klas", value_name = "KLAS", value_parser = class_name, help_heading = "Opties")]
    pub class: Option<ClassName>,
}

#[derive(Debug, Args)]
pub struct New {
    #[arg(help = "Begin met een activiteit die er al is: haar naam,\nhaar titel of een bestand")]
    #[arg(long = "van", value_name = "ACTIVITEIT", help_heading = "Opties")]
    pub from: Option<String>,

    #[arg(help = "Laat de kaart in dit bestand zien zoals de klas hem\nziet, steeds als je bewaart")]
    #[arg(long = "kijk", value_name = "BESTAND", conflicts_with = "from", help_heading = "Opties")]
    pub watch: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Erase {
    /// De les, zoals hij in de lijst staat
    #[arg(value_name = "LES", help_heading = "Wat")]
    pub lesson: Option<String>,
}

#[derive(Debug, Args)]
pub struct Times {
    /// Wanneer elk lesuur eindigt: 9:15 10:00 11:05
    #[arg(value_name = "TIJD", help_heading = "Wat")]
    pub bells: Vec<String>,

    /// Van het rooster met korte lessen
    #[arg(long = "verkort", help_heading = "Opties")]
    pub shortened: bool,

    /// Vergeet de lestijden
    #[arg(long = "weg", conflicts_with = "bells", help_heading = "Opties")]
    pub remove: bool,
}

#[derive(Debug, Args)]
pub struct Class {
    /// De naam van de klas: 2B
    #[arg(value_name = "KLAS", value_parser = class_name, help_heading = "Wat")]
    pub name: Option<ClassName>,

    #[arg(help = "Maak of vernieuw de klas met deze lijst: tekst of CSV;\nmet - plak je de namen zelf")]
    #[arg(long = "namen", value_name = "BESTAND", requires = "name", help_heading = "Opties")]
    #[arg(conflicts_with_all = ["apart", "together", "remove"])]
    pub names: Option<PathBuf>,

    #[arg(help = "Zet deze leerlingen nooit samen: \"Noor, Sem\"")]
    #[arg(long, value_name = "NAMEN", requires = "name", help_heading = "Opties")]
    #[arg(conflicts_with_all = ["together", "remove"])]
    pub apart: Option<String>,

    /// Zij mogen weer samen
    #[arg(long = "samen", value_name = "NAMEN", requires = "name", help_heading = "Opties")]
    #[arg(conflicts_with = "remove")]
    pub together: Option<String>,

    /// Verwijder de klas met alle namen
    #[arg(long = "weg", requires = "name", help_heading = "Opties")]
    pub remove: bool,
}

fn class_name(raw: &str) -> Result<ClassName, String> {
    let name = ClassName::clean(raw);
    if (1..=MAX_CLASS_NAME).contains(&width(&name)) {
        Ok(name)
    } else {
        Err(format!("1 tot en met {MAX_CLASS_NAME} tekens"))
    }
}

fn sheets() -> impl TypedValueParser<Value = Wanted> {
    let called =
        |name: String| Wanted::every().find(|wanted| wanted.name() == name).ok_or("zo heet geen blad");
    PossibleValuesParser::new(Wanted::every().map(Wanted::name)).try_map(called)
}

fn theme_names() -> impl TypedValueParser<Value = ThemeName> {
    let value = |theme: ThemeName| PossibleValue::new(theme.name()).aliases(theme.other_name());
    PossibleValuesParser::new(ThemeName::ALL.map(value))
        .try_map(|name| ThemeName::parse(&name).ok_or("zo heet geen thema"))
}

fn letter_sets() -> impl TypedValueParser<Value = LetterSet> {
    PossibleValuesParser::new(LetterSet::ALL.map(LetterSet::name))
        .try_map(|name| LetterSet::parse(&name).ok_or("zo heten geen letters"))
}

fn mouse() -> impl TypedValueParser<Value = Mouse> {
    let on = |word: String| if word == "aan" { Mouse::On } else { Mouse::Off };
    PossibleValuesParser::new(["aan", "uit"]).map(on)
}
