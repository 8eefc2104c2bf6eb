//! How high the letters of the sentence are, as a share of the screen's height: what decides from
//! how far it can be read.

use std::fmt::Write;

use expect_test::expect_file;
use lesloper::tui::letters::LetterSet;

use super::{SIZES, VIEWS};

/// Legible at all, and legible at nine metres from a board of 86 inches.
const FLOOR: f32 = 3.0;
const AIM: f32 = 4.2;

/// Of the others it is only told.
const HELD: [LetterSet; 3] = [LetterSet::Quadrant, LetterSet::Sextant, LetterSet::Octant];

#[test]
fn the_sentence_of_each_step_is_read_from_the_last_row() {
    let sentences = VIEWS.iter().filter(|view| HELD.contains(&view.set));
    let low = sentences.filter(|view| view.x_height < FLOOR);
    let low: Vec<String> = low.map(|view| format!("{}: {:.1} %", view.name(), view.x_height)).collect();
    assert!(low.is_empty(), "{low:#?}");
}

#[test]
fn most_sentences_are_read_from_far_behind_it() {
    let mut told = String::new();
    for set in LetterSet::ALL {
        for (width, height) in SIZES {
            let shares = VIEWS
                .iter()
                .filter(|view| (view.set, view.size) == (set, (width, height)))
                .map(|view| view.x_height);
            let lowest = shares.clone().fold(f32::MAX, f32::min);
            let aimed = shares.clone().filter(|share| *share >= AIM).count() * 100 / shares.count();
            let size = format!("{width}x{height}");
            writeln!(told, "{:9}{size:7}  lowest {lowest:4.1} %, {AIM} % in {aimed:3} of 100", set.name())
                .unwrap();
        }
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/big/heights.txt")].assert_eq(&told);
}
