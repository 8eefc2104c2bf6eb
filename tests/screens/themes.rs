//! The themes, measured from what is drawn: letters are read from the last row, and whatever a colour
//! says is said without it too.

use std::collections::HashMap;
use std::sync::LazyLock;

use lesloper::lesson::Scene;
use lesloper::session::Look;
use lesloper::text::Text;
use lesloper::tui::LetterSet;
use lesloper::tui::screens::Change;
use lesloper::tui::theme::{FULL_GLYPHS, OLD_GLYPHS, Role, Theme, ThemeName};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::gallery::{self, Reader, Shown};
use super::{draw_pages, text, theme};

/// The themes whose colours are their own; the others are the terminal's.
const OWN: [ThemeName; 4] = [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast, ThemeName::Cream];

/// Characters that are drawn, not read.
const SHAPES: &str = "█░▆▄▁_├└│▌●▲■○►□•─·";

/// Every screen in every theme.
static SCREENS: LazyLock<Vec<(ThemeName, Vec<Shown>)>> =
    LazyLock::new(|| ThemeName::ALL.map(|name| (name, gallery::all(name))).into());

#[test]
fn every_screen_can_be_read_in_every_theme() {
    for (name, shown) in screens_of(&OWN) {
        let letters = if shown.reader == Reader::Class { 7.0 } else { 4.5 };
        for cell in drawn(&shown.picture) {
            let wanted = if is_shape(cell) { 3.0 } else { letters };
            let found = contrast(cell);
            assert!(found >= wanted, "{} in {name:?}: {:?} has {found:.2}", shown.name, cell.symbol());
        }
    }
}

#[test]
fn in_high_contrast_thin_lines_and_shapes_are_as_clear_as_letters() {
    for (_, shown) in screens_of(&[ThemeName::HighContrast]) {
        for cell in drawn(&shown.picture) {
            let found = contrast(cell);
            assert!(found >= 7.0, "{}: {:?} has {found:.2}", shown.name, cell.symbol());
        }
    }
}

#[test]
fn a_letter_never_has_an_accent_colour() {
    for (name, shown) in screens_of(&OWN) {
        let colours = [Role::Text, Role::Quiet].map(|role| theme(name).style(role).fg.unwrap());
        for cell in drawn(&shown.picture).filter(|cell| cell.symbol().chars().all(char::is_alphanumeric)) {
            assert!(colours.contains(&cell.fg), "{} in {name:?}: {:?}", shown.name, cell.symbol());
        }
    }
}

#[test]
fn every_screen_says_the_same_in_every_theme_and_without_colour() {
    let [(_, dark), others @ ..] = &SCREENS[..] else { panic!("no themes") };
    for (name, screens) in others {
        assert_eq!(screens.len(), dark.len(), "{name:?}");
        for (shown, dark) in screens.iter().zip(dark) {
            assert_eq!(said(&shown.picture), said(&dark.picture), "{} in {name:?}", shown.name);
        }
    }
}

/// All but the name of the colours.
fn said(picture: &Buffer) -> String {
    let names = |row: &&str| row.contains("kleuren?") || row.contains("donker");
    text(picture).lines().filter(|row| !names(row)).collect::<Vec<_>>().join("\n")
}

fn screens_of(themes: &[ThemeName]) -> impl Iterator<Item = (ThemeName, &'static Shown)> {
    let wanted = SCREENS.iter().filter(|(name, _)| themes.contains(name));
    wanted.flat_map(|(name, screens)| screens.iter().map(|shown| (*name, shown)))
}

/// The stages have as much left here, so that the length of the bar does not tell them apart.
#[test]
fn phases_and_stages_of_the_clock_differ_in_shape_or_word_too() {
    for (glyphs, size) in [(FULL_GLYPHS, (60, 15)), (FULL_GLYPHS, (80, 24)), (OLD_GLYPHS, (80, 24))] {
        let theme = Theme::new(ThemeName::Plain, glyphs);
        let drawn = |scene: Scene| text(&draw_pages(&scene, size, &theme)[0]);
        let clocks = gallery::clocks().into_iter().map(|(stage, scene)| (format!("{stage:?}"), drawn(scene)));
        let phases = gallery::phases().into_iter().map(|(phase, scene)| (format!("{phase:?}"), drawn(scene)));
        for kind in [clocks.collect::<Vec<_>>(), phases.collect()] {
            for (index, (name, page)) in kind.iter().enumerate() {
                for (other, other_page) in &kind[..index] {
                    assert_ne!(page, other_page, "{name} looks as {other} does");
                }
            }
        }
    }
}

#[test]
fn a_theme_is_called_by_its_name() {
    let names = ThemeName::ALL.map(ThemeName::name).join(" ");
    assert_eq!(names, "donker licht hoog-contrast creme zestien geen");
    for theme in ThemeName::ALL {
        assert_eq!(ThemeName::parse(theme.name()), Some(theme));
    }
    assert_eq!(ThemeName::parse("crème"), Some(ThemeName::Cream));
    assert_eq!(ThemeName::parse("roze"), None);
}

#[test]
fn a_terminal_gets_the_colours_and_shapes_that_it_surely_has() {
    let terminals = [
        ("", "Sixteen, today's shapes"),
        ("COLORTERM=truecolor", "Dark, today's shapes"),
        ("COLORTERM=truecolor NO_COLOR=1", "Plain, today's shapes"),
        ("COLORTERM=truecolor NO_COLOR=", "Dark, today's shapes"),
        ("TERM=dumb", "Plain, today's shapes"),
        ("TERM=linux", "Sixteen, old shapes"),
        ("OS=Windows_NT", "Dark, old shapes"),
        ("OS=Windows_NT NO_COLOR=1", "Plain, old shapes"),
        ("OS=Windows_NT WT_SESSION=1", "Dark, today's shapes"),
        ("OS=Windows_NT TERM_PROGRAM=vscode", "Dark, today's shapes"),
        ("OS=Windows_NT ALACRITTY_WINDOW_ID=1", "Dark, today's shapes"),
        // Linux on a Windows laptop.
        ("TERM=xterm-256color WT_SESSION=1", "Dark, today's shapes"),
    ];
    for (environment, expected) in terminals {
        let variables: HashMap<&str, &str> =
            environment.split_whitespace().map(|pair| pair.split_once('=').unwrap()).collect();
        let picked = Theme::pick(None, |name| variables.get(name).map(ToString::to_string));
        let same = |name: &ThemeName| Theme::new(*name, picked.glyphs).ground() == picked.ground();
        let name = ThemeName::ALL.into_iter().find(same).unwrap();
        let shapes = if picked.glyphs == OLD_GLYPHS { "old" } else { "today's" };
        assert_eq!(format!("{name:?}, {shapes} shapes"), expected, "{environment}");
    }
    let wished = Theme::pick(Some(ThemeName::Cream), |name| (name == "NO_COLOR").then(|| "1".to_owned()));
    assert_eq!(wished.ground(), theme(ThemeName::Cream).ground());
}

#[test]
fn letters_of_today_bring_the_shapes_of_today() {
    let old_console = || Theme::pick(None, |name| (name == "OS").then(|| "Windows_NT".to_owned()));
    for set in LetterSet::ALL {
        let shapes = old_console().in_letters(set).glyphs;
        let today = matches!(set, LetterSet::Octant | LetterSet::Sextant | LetterSet::Quadrant);
        assert_eq!(shapes, if today { FULL_GLYPHS } else { OLD_GLYPHS }, "{set:?}");
        // Going through the sets changes nothing for the next one.
        let through = old_console().in_letters(LetterSet::Octant).in_letters(set);
        assert_eq!((through.glyphs, through.look()), (shapes, old_console().in_letters(set).look()));
    }
}

#[test]
fn what_is_not_known_in_a_look_stays_as_it_is() {
    let look = |theme: &str, letters: &str| Look {
        theme: Some(Text::clean(theme)),
        letters: Some(Text::clean(letters)),
    };
    let worn = theme(ThemeName::Light).wearing(&look("creme", "half"));
    assert_eq!(worn.look(), look("creme", "half"));
    assert_eq!(worn.clone().wearing(&look("roze", "gotisch")).look(), look("creme", "half"));
    assert_eq!(worn.wearing(&Look::default()).look(), look("creme", "half"));
}

#[test]
fn what_a_terminal_surely_shows_stays_among_the_colours_to_pick() {
    let mut walked = vec!["zestien"];
    let mut theme = Theme::pick(None, |_| None);
    for _ in 0..5 {
        theme = theme.in_next_colours(Change::More);
        walked.push(theme.name.name());
    }
    assert_eq!(walked, ["zestien", "donker", "licht", "creme", "hoog-contrast", "zestien"]);
}

/// What is seen: not the blanks, but a cursor is.
fn drawn(picture: &Buffer) -> impl Iterator<Item = &Cell> {
    picture.content().iter().filter(|cell| cell.symbol().trim() != "" || is_reversed(cell))
}

fn is_shape(cell: &Cell) -> bool {
    SHAPES.contains(cell.symbol()) || is_reversed(cell)
}

fn is_reversed(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::REVERSED)
}

/// As WCAG 2.2 defines it; the same when the colours are reversed.
fn contrast(cell: &Cell) -> f64 {
    let (a, b) = (luminance(cell.fg), luminance(cell.bg));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Color) -> f64 {
    let Color::Rgb(red, green, blue) = colour else { panic!("{colour:?} is not a colour of the theme") };
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
