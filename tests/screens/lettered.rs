//! What the class picks from, answers and reads, in big letters.

use std::fmt::Write;

use expect_test::expect_file;
use lesloper::tui::letters::LetterSet;
use lesloper::tui::theme::ThemeName;

use super::{draw_pages, samples, text, theme};

const NAMES: [&str; 21] = [
    "choice-hidden",
    "choice-one-round",
    "choice-two-rounds",
    "consequence",
    "cover-freeze",
    "draw-all",
    "draw-card",
    "fork",
    "line",
    "line-again",
    "look-back",
    "pick-story",
    "pitch",
    "play-act",
    "play-look-away",
    "play-pick",
    "question-answers",
    "question-long",
    "sort",
    "task",
    "tell",
];

#[test]
fn in_big_letters_it_looks_as_it_did() {
    let shown = [(LetterSet::Quadrant, (80, 24)), (LetterSet::Sextant, (120, 30))];
    for (name, scene) in samples::all().into_iter().filter(|(name, _)| NAMES.contains(name)) {
        let mut pictures = String::new();
        for (set, size) in shown {
            let theme = theme(ThemeName::Plain).with_letters(Some(set), |_| None);
            let pages = draw_pages(&scene, size, &theme);
            for (index, page) in pages.iter().enumerate() {
                let ((width, height), set) = (size, set.name());
                writeln!(pictures, "#### {set} {width}x{height}, page {} of {}", index + 1, pages.len())
                    .unwrap();
                pictures.push_str(&text(page));
            }
        }
        let file = format!("{}/tests/screens/pictures/lettered/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&pictures);
    }
}
