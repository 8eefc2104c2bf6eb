//! How high the letters of the sentence are, as a share of the screen's height: what decides from
//! how far it can be read.

use std::fmt::Write;

use expect_test::expect_file;
use lesloper::tui::letters::LetterSet;
use lesloper::tui::screens::class;
use ratatui::layout::Size;

use super::{SIZES, theme_with, with_each};
use crate::places;

/// Legible at all, and legible at nine metres from a board of 86 inches: an x-height in percents.
const FLOOR: f32 = 3.0;
const AIM: f32 = 4.2;

/// Those that are high enough everywhere; of the others it is only told.
const HELD: [LetterSet; 3] = [LetterSet::Quadrant, LetterSet::Sextant, LetterSet::Octant];
const TOLD: [LetterSet; 5] =
    [LetterSet::Quadrant, LetterSet::Sextant, LetterSet::Octant, LetterSet::Half, LetterSet::Ascii];

#[test]
fn the_sentence_of_each_step_is_read_from_the_last_row() {
    let scenes = places::scenes();
    let told = with_each(&TOLD, |set| {
        let theme = theme_with(set);
        let mut told = String::new();
        for (width, height) in SIZES {
            let share = |(name, scene): &(String, _)| {
                let fitted = class::pages(scene, None, Size { width, height }, &theme);
                let share = 100.0 * theme.letters.x_height(fitted.sizes.sentence) / f32::from(height);
                let is_held = HELD.contains(&set);
                assert!(
                    !is_held || share >= FLOOR,
                    "{name} at {width}x{height} in {}: {share:.1}",
                    set.name()
                );
                share
            };
            let shares: Vec<f32> = scenes.iter().map(share).collect();
            let lowest = shares.iter().copied().fold(f32::MAX, f32::min);
            let aimed = shares.iter().filter(|share| **share >= AIM).count();
            let size = format!("{width}x{height}");
            let part = aimed * 100 / shares.len();
            writeln!(
                told,
                "{:9} {size:7}  lowest {lowest:4.1} %, at least {AIM} % in {part:3} of 100",
                set.name()
            )
            .unwrap();
        }
        told
    });
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/big/heights.txt")]
        .assert_eq(&told.concat());
}
