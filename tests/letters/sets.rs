//! Which set a terminal gets, and how shades become colours.

use lesloper::tui::letters::LetterSet;
use lesloper::tui::theme::{FULL_GLYPHS, FULL_INK, Glyphs, OLD_GLYPHS, Role, Theme, ThemeName, Tone};
use ratatui::style::Color;

fn check(glyphs: &Glyphs, environment: &[(&str, &str)], expected: LetterSet) {
    let variable = |name: &str| {
        environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    assert_eq!(LetterSet::pick(None, glyphs, variable), expected, "{environment:?}");
    let wish = Some(LetterSet::Ascii);
    assert_eq!(LetterSet::pick(wish, glyphs, variable), LetterSet::Ascii, "a wish comes first");
}

#[test]
fn a_terminal_gets_what_it_shows_for_certain() {
    let check_today = |environment: &[(&str, &str)], expected| check(&FULL_GLYPHS, environment, expected);
    check_today(&[], LetterSet::Quadrant);
    check_today(&[("TERM", "xterm-256color")], LetterSet::Quadrant);
    check_today(&[("WT_SESSION", "1")], LetterSet::Quadrant);
    check_today(&[("TERM", "xterm-kitty")], LetterSet::Octant);
    check_today(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7802")], LetterSet::Octant);
    check_today(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")], LetterSet::Sextant);
    check_today(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")], LetterSet::Sextant);
    check_today(&[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "230804")], LetterSet::Sextant);
    check_today(&[("TERM", "tmux-256color"), ("TMUX", "1"), ("VTE_VERSION", "7802")], LetterSet::Quadrant);
    check_today(&[("TERM", "dumb")], LetterSet::None);
    check(&OLD_GLYPHS, &[], LetterSet::Half);
    check(&OLD_GLYPHS, &[("TERM", "linux")], LetterSet::Half);
}

#[test]
fn every_set_is_known_by_its_name() {
    let names = LetterSet::ALL.map(LetterSet::name);
    assert_eq!(names, ["octant", "sextant", "kwadrant", "half", "ascii", "geen"]);
    assert_eq!(names.map(LetterSet::parse), LetterSet::ALL.map(Some));
    assert_eq!(LetterSet::parse("groot"), None);
}

#[test]
fn shades_lie_between_ground_and_text() {
    for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Sixteen] {
        let theme = Theme::new(name, FULL_GLYPHS);
        for (tone, role) in [(Tone::Text, Role::Text), (Tone::Quiet, Role::Quiet)] {
            let style = theme.style(Role::Ink { tone, ink: FULL_INK, ground: 0 });
            assert_eq!((style.fg, style.bg), (theme.style(role).fg, theme.ground().bg), "{name:?} {tone:?}");
        }
    }
    let style =
        Theme::new(ThemeName::Dark, FULL_GLYPHS).style(Role::Ink { tone: Tone::Text, ink: 4, ground: 1 });
    assert_eq!(style.fg, Some(Color::Rgb(0xc6, 0xc7, 0xc5)));
    assert_eq!(style.bg, Some(Color::Rgb(0x3c, 0x40, 0x45)));
}

#[test]
fn without_true_colour_there_are_no_shades() {
    let role = Role::Ink { tone: Tone::Text, ink: 3, ground: 2 };
    let sixteen = Theme::new(ThemeName::Sixteen, FULL_GLYPHS);
    assert_eq!(sixteen.style(role), sixteen.style(Role::Text));
    let plain = Theme::new(ThemeName::Plain, FULL_GLYPHS);
    assert_eq!(plain.style(role), plain.style(Role::Text));
}
