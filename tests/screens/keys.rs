//! The keys: one table.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use expect_test::expect_file;
use lesloper::tui::action::Action;
use lesloper::tui::keymap::{self, BINDINGS, Binding, Context};
use lesloper::tui::screens::help;
use lesloper::tui::theme::{Arrows, ThemeName};

use super::teacher::Teacher;
use super::{draw, text, theme};

#[test]
fn no_key_stands_twice_in_one_place() {
    for context in Context::ALL {
        let mut seen = HashSet::new();
        let here = |of: Context| of == context || (of == Context::Anywhere && context != Context::Typing);
        for binding in BINDINGS.iter().filter(|binding| here(binding.context)) {
            for key in binding.keys {
                let label = key.label(Arrows::Named);
                assert!(seen.insert(label.clone()), "{label} stands twice in {context:?}");
            }
        }
    }
}

#[test]
fn every_place_has_keys_and_every_key_has_help() {
    for context in Context::ALL {
        assert!(BINDINGS.iter().any(|binding| binding.context == context), "{context:?}");
    }
    assert!(BINDINGS.iter().all(|binding| !binding.help.is_empty() && !binding.keys.is_empty()));
}

#[test]
fn caps_lock_changes_nothing() {
    let key = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
    assert_eq!(keymap::action(Context::Lesson, key('s')), Some(Action::Stop));
    assert_eq!(keymap::action(Context::Lesson, key('S')), Some(Action::Stop));
}

#[test]
fn a_letter_with_altgr_is_typed() {
    let euro = KeyEvent::new(KeyCode::Char('€'), KeyModifiers::CONTROL | KeyModifiers::ALT);
    assert_eq!(keymap::letter(euro), Some('€'));
    let ctrl = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL);
    assert_eq!(keymap::letter(ctrl), None);
}

#[test]
fn the_help_names_each_key() {
    for context in [Context::Choose, Context::Setup, Context::Lesson, Context::Classroom] {
        for size in [(40, 12), (60, 15), (80, 24), (120, 30)] {
            let theme = theme(ThemeName::Plain);
            let last = help::last_offset(context, size.into(), Arrows::Drawn);
            let shown: String = (0..=last)
                .map(|offset| text(&draw(size, &theme, |frame| help::draw(context, offset, &theme, frame))))
                .collect();
            for row in keymap::rows(&[context, Context::Anywhere], Arrows::Drawn) {
                assert!(shown.contains(&row.keys), "{row:?} in {context:?} at {size:?}\n{shown}");
                let first = row.help.split_whitespace().next().unwrap();
                assert!(shown.contains(first), "{row:?} in {context:?} at {size:?}");
            }
        }
    }
}

#[test]
fn the_manual_names_each_key_of_a_lesson_and_no_other() {
    let manual = include_str!("../../docs/handleiding.md");
    let named = manual.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let named = named.skip(1).flat_map(|keys| keys.split([' ', ',']));
    let named: HashSet<&str> = named.filter(|key| !matches!(*key, "" | "en" | "of" | "t/m")).collect();
    let bindings = BINDINGS.iter().filter(|binding| binding.context == Context::Lesson);
    let labels = |binding: &Binding| -> Vec<String> {
        binding.keys.iter().map(|key| key.label(Arrows::Drawn)).collect()
    };
    let known: HashSet<String> = bindings.clone().flat_map(labels).collect();
    let unknown: Vec<_> = named.iter().filter(|key| !known.contains(**key)).collect();
    assert!(unknown.is_empty(), "the manual names keys that do nothing: {unknown:?}");
    for binding in bindings {
        let labels = labels(binding);
        assert!(labels.iter().any(|key| named.contains(&**key)), "not in the manual: {labels:?}");
    }
}

#[test]
fn the_help_of_a_lesson_fits_on_a_usual_screen() {
    let theme = theme(ThemeName::Plain);
    let mut pictures = String::new();
    for size in [(80, 24), (120, 30)] {
        pictures.push_str(&text(&draw(size, &theme, |frame| help::draw(Context::Lesson, 0, &theme, frame))));
        pictures.push_str("####\n");
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/pictures/help.txt")]
        .assert_eq(&pictures);
}

#[test]
fn a_clicker_opens_the_question_at_a_closing_and_closes_it() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.walks_to("Tot hier vandaag.");
    let closing = teacher.sees();
    for back in ["PageUp", "Left"] {
        teacher.press("PageDown");
        teacher.check("Stoppen voor vandaag? Met → begint de volgende les meteen.");
        teacher.press(back);
        assert_eq!(teacher.sees(), closing);
    }
    teacher.press("PageDown PageDown");
    teacher.check("terugkijken");
}
