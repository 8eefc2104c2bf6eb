//! Both ends of a lesson and what lies over a step, in big letters.

use std::fmt::Write;

use expect_test::expect_file;
use lesloper::lesson::{CoverView, Duo, Scene};
use lesloper::tui::letters::LetterSet;
use lesloper::tui::screens::class;
use lesloper::tui::theme::{Theme, ThemeName};
use ratatui::layout::Size;

use super::samples::{self, duos, t};
use super::{draw_pages, text, theme};

const SHOWN: [&str; 8] = [
    "start",
    "start-without-names",
    "closing",
    "end",
    "cover-stop",
    "cover-duos-without-names",
    "cover-agreements",
    "cover-turn",
];

fn large(set: LetterSet) -> Theme {
    theme(ThemeName::Plain).with_letters(Some(set), |_| None)
}

fn covered(cover: CoverView) -> Scene {
    let (_, scene) = samples::all().into_iter().find(|(name, _)| *name == "cover-stop").unwrap();
    Scene { cover: Some(cover), ..scene }
}

/// A class of thirty-one: fourteen duos and a trio.
fn class_of_31() -> Scene {
    let names: Vec<_> = duos().iter().flat_map(|duo| duo.names.clone()).cycle().take(30).collect();
    let mut seated: Vec<Duo> = (1..)
        .zip(names.chunks(2))
        .map(|(number, pair)| Duo { number, names: pair.to_vec(), size: 2 })
        .collect();
    let last = seated.last_mut().unwrap();
    last.names.push(t("Esmée"));
    last.size = 3;
    covered(CoverView::Duos(seated))
}

fn check(name: &str, scene: &Scene, set: LetterSet) {
    let (width, height) = (80, 24);
    let mut pictures = String::new();
    for (index, page) in draw_pages(scene, (width, height), &large(set)).iter().enumerate() {
        writeln!(pictures, "#### page {}", index + 1).unwrap();
        pictures.push_str(&text(page));
    }
    let file = format!("{}/tests/screens/large/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    expect_file![file].assert_eq(&pictures);
}

#[test]
fn both_ends_and_what_lies_over_a_step_look_as_they_did() {
    for (name, scene) in samples::all().into_iter().filter(|(name, _)| SHOWN.contains(name)) {
        check(name, &scene, LetterSet::Quadrant);
    }
    check("cover-duos-31", &class_of_31(), LetterSet::Sextant);
}

/// What is drawn is not found as text.
#[test]
fn names_are_large_on_every_page() {
    for (set, size) in
        [(LetterSet::Quadrant, (80, 24)), (LetterSet::Sextant, (120, 30)), (LetterSet::Octant, (200, 50))]
    {
        let pages = draw_pages(&class_of_31(), size, &large(set));
        let shown: String = pages.iter().map(text).collect();
        for name in ["Zoë", "Łukasz", "Nguyễn", "Christiaan", "Esmée"] {
            assert!(!shown.contains(name), "{name} is small in {set:?} at {size:?}:\n{shown}");
        }
        assert!(shown.contains("李"), "{set:?} at {size:?} lost a name:\n{shown}");
    }
}

#[test]
fn a_large_class_takes_few_pages() {
    let pages = |set, (width, height)| {
        class::pages(&class_of_31(), None, Size { width, height }, &large(set)).pages.len()
    };
    assert!(pages(LetterSet::Quadrant, (80, 24)) <= 7, "{}", pages(LetterSet::Quadrant, (80, 24)));
    assert!(pages(LetterSet::Sextant, (80, 24)) <= 5, "{}", pages(LetterSet::Sextant, (80, 24)));
    assert!(pages(LetterSet::Octant, (120, 30)) <= 2, "{}", pages(LetterSet::Octant, (120, 30)));
    assert!(pages(LetterSet::Quadrant, (200, 50)) <= 2, "{}", pages(LetterSet::Quadrant, (200, 50)));
}
