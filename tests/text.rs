//! Cleaning, measuring and wrapping of text.

use lesloper::text::{self, Text, balance, truncate, width, wrap};
use proptest::prelude::*;
use ratatui::buffer::CellWidth;
use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

fn check_clean(raw: &str, expected: &str) {
    assert_eq!(&*Text::clean(raw), expected, "{raw:?}");
}

#[test]
fn names_of_pupils_survive() {
    for name in [
        "Zoë",
        "Şeyma",
        "Oğuzhan",
        "Łukasz",
        "Nguyễn",
        "'t Hart",
        "IJsbrand",
        "José",
        "محمد",
        "李",
        "Anne-Fleur",
        "D’Angelo",
        "Siân",
        "Žofie",
        "Øystein",
        "Þóra",
        "नेहा",
        "ሰላም",
        "Ωmega",
    ] {
        check_clean(name, name);
        assert!(!Text::would_change(name), "{name}");
    }
}

#[test]
fn both_forms_of_a_letter_become_one() {
    check_clean("Jose\u{301}", "José");
    check_clean("Nguye\u{302}\u{303}n", "Nguyễn");
    assert!(!Text::would_change("Jose\u{301}"));
}

#[test]
fn what_steers_a_terminal_is_gone() {
    check_clean("\u{1b}[31mRood\u{7}", "[31mRood");
    check_clean("a\u{9b}31mb\u{90}c\u{9c}\u{0}\u{8}\u{7f}", "a31mbc");
    check_clean("\u{1b}]0;titel\u{7}", "]0;titel");
    assert!(Text::would_change("\u{1b}[31mRood"));
}

#[test]
fn what_turns_or_hides_text_is_gone() {
    check_clean("a\u{202e}b\u{2066}c\u{2069}d\u{200e}e\u{61c}f", "abcdef");
    check_clean("a\u{200b}b\u{feff}c\u{2060}d\u{ad}e", "abcde");
    check_clean("a\u{e0041}\u{e007f}b\u{fe00}c\u{e0100}d\u{3164}e\u{115f}f\u{2800}g", "abcdefg");
    check_clean("a\u{e000}b\u{ffff}c\u{fdd0}d\u{10ffff}e", "abcde");
}

#[test]
fn a_letter_has_at_most_three_marks() {
    check_clean(&format!("Z{}o", "\u{327}\u{301}".repeat(50)), "Ź\u{327}\u{327}o");
    check_clean("\u{301}a \u{301}b", "a b");
    check_clean(&format!("é{}", "\u{301}".repeat(9)), "é\u{301}\u{301}");
}

#[test]
fn white_space_is_one_space() {
    check_clean("  Wat \t\r\n doe\u{a0}jij\u{2003}\u{3000}nu?\u{2028}\u{85} ", "Wat doe jij nu?");
    assert!(Text::would_change("Wat  nu?"));
    assert!(!Text::would_change("Wat nu?"));
}

#[test]
fn emoji_stand_apart_and_joiners_stay_in_words_that_need_them() {
    check_clean("👩\u{200d}👧", "👩👧");
    check_clean("❤\u{fe0f}", "❤");
    assert!(!Text::would_change("❤\u{fe0f}"));
    check_clean("می\u{200c}خواهم", "می\u{200c}خواهم");
    check_clean("a\u{200c}b", "ab");
    check_clean("\u{200d}می\u{200c} \u{200c}\u{200c}م", "می م");
}

#[test]
fn columns_are_counted_as_in_a_terminal() {
    for (text, columns) in [("", 0), ("Zoë", 3), ("李", 2), ("👍🏽", 2), ("…", 1), ("محمد", 4), ("a\nb", 2)]
    {
        assert_eq!(width(text), columns, "{text}");
    }
}

#[test]
fn text_that_does_not_fit_ends_in_an_ellipsis() {
    for (columns, expected) in
        [(20, "Praat in je duo."), (16, "Praat in je duo."), (15, "Praat in je du…"), (9, "Praat in…")]
    {
        assert_eq!(truncate("Praat in je duo.", columns), expected);
    }
    assert_eq!(truncate("李李李", 4), "李…");
    assert_eq!(truncate("abc", 1), "…");
    assert_eq!(truncate("abc", 0), "");
}

#[test]
fn lines_break_between_words() {
    assert_eq!(wrap("Wat heb jij vandaag gezien?", 12), ["Wat heb jij", "vandaag", "gezien?"]);
    assert_eq!(wrap("", 12), Vec::<String>::new());
    assert_eq!(wrap("Wat nu", 0), ["W", "a", "t", "n", "u"]);
}

#[test]
fn a_word_breaks_only_when_it_fits_on_no_line() {
    assert_eq!(wrap("de arbeidsmarktcommunicatie nu", 14), ["de", "arbeidsmarkt-", "communicatie", "nu"]);
    assert_eq!(wrap("loopbaanbegeleiding", 19), ["loopbaanbegeleiding"]);
    assert_eq!(wrap("vmbo-leerlingen/docenten", 17), ["vmbo-leerlingen/", "docenten"]);
    assert_eq!(wrap("xxxxxxxxxx", 4), ["xxxx", "xxxx", "xx"]);
    assert_eq!(wrap(&"lang".repeat(20), 60), ["lang".repeat(15), "lang".repeat(5)]);
}

#[test]
fn balanced_lines_are_about_as_long() {
    let text = "Vertel aan je duo wat je het leukst vond";
    assert_eq!(wrap(text, 34), ["Vertel aan je duo wat je het", "leukst vond"]);
    assert_eq!(balance(text, 34), ["Vertel aan je duo wat", "je het leukst vond"]);
    assert_eq!(balance("arbeidsmarktcommunicatie", 14), ["arbeidsmarkt-", "communicatie"]);
    assert_eq!(balance("", 14), Vec::<String>::new());
}

#[test]
fn a_joiner_before_a_mark_is_gone() {
    check_clean("!ा\u{200c}\u{301}क", "!ा\u{301}क");
}

/// Anything, with much that is nasty.
fn any_text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        '\u{1b}',
        '\u{9b}',
        '\n',
        '\u{a0}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{202e}',
        '\u{301}',
        '\u{323}',
        '\u{5b0}',
        '\u{344}',
        '\u{93e}',
        '\u{94d}',
        '\u{9c7}',
        '\u{9be}',
        '\u{fe0f}',
        '\u{1f3fd}',
        '\u{ac00}',
        '\u{11a8}',
        'क',
        'م',
        'e',
        '-',
        '/',
        ' ',
        '李',
        '👩',
        '🇳',
        '\u{ff9e}',
        '\u{20e3}',
        '1',
    ]);
    prop::collection::vec(prop_oneof![nasty, any::<char>(), prop::char::range('a', 'z')], 0..60)
        .prop_map(String::from_iter)
}

#[test]
fn what_big_letters_are_drawn_with_is_as_wide_as_ratatui_counts() {
    for set in [&QUADRANTS[..], &SEXTANTS, &OCTANTS] {
        for letter in set {
            assert_eq!(width(&letter.to_string()), usize::from(letter.to_string().cell_width()), "{letter}");
        }
    }
    let is_even = |letter: &char| text::is_even(&letter.to_string());
    for letter in ('\0'..=char::MAX).filter(is_even) {
        assert_eq!(letter.to_string().cell_width(), 1, "{letter}");
    }
}

proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once(raw in any_text()) {
        let once = Text::clean(&raw);
        prop_assert_eq!(&Text::clean(&once), &once);
        prop_assert!(!Text::would_change(&once));
    }

    #[test]
    fn clean_text_has_no_controls_no_piles_and_no_loose_spaces(raw in any_text()) {
        let text = Text::clean(&raw);
        prop_assert!(!text.contains(char::is_control));
        prop_assert!(!text.contains("  "));
        prop_assert_eq!(text.trim(), &*text);
        let mut marks = 0;
        for c in text.nfd() {
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            prop_assert!(marks <= 3);
        }
        prop_assert_eq!(text.nfc().collect::<String>(), &*text);
    }

    #[test]
    fn width_is_what_ratatui_counts(raw in any_text()) {
        let text = Text::clean(&raw);
        let cells: usize = text.graphemes(true).map(|grapheme| usize::from(grapheme.cell_width())).sum();
        prop_assert_eq!(width(&text), cells);
    }

    #[test]
    fn truncated_text_fits(raw in any_text(), columns in 0..40_usize) {
        prop_assert!(width(&truncate(&Text::clean(&raw), columns)) <= columns);
    }

    #[test]
    fn wrapping_loses_nothing_and_fits(raw in any_text(), columns in 0..40_usize) {
        let text = Text::clean(&raw);
        for lines in [wrap(&text, columns), balance(&text, columns)] {
            let letters = |text: &str| text.replace([' ', '-'], "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in &lines {
                let single = line.graphemes(true).count() == 1;
                prop_assert!(single || width(line) <= columns, "{:?}", line);
                prop_assert!(!line.is_empty());
            }
        }
    }

    #[test]
    fn balance_needs_no_more_lines(words in prop::collection::vec("[a-z]{1,9}", 0..20), columns in 9..40_usize) {
        let text = words.join(" ");
        prop_assert_eq!(balance(&text, columns).len(), wrap(&text, columns).len());
        prop_assert_eq!(balance(&text, columns).join(" "), text);
    }
}
