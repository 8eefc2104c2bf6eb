//! The foot of the class view: the timer and the work sign, read from the last row.

use std::fmt::Write;
use std::time::Duration;

use expect_test::expect_file;
use lesloper::lesson::{ClockView, Runs, Sign, Stage};
use lesloper::tui::letters::{LetterSet, Letters, Setting};
use lesloper::tui::theme::{Theme, ThemeName};
use lesloper::tui::widgets::row::Row;
use lesloper::tui::widgets::sign::Foot;

use super::theme;

const SIGNS: [Sign; 3] = [Sign::Alone, Sign::Quietly, Sign::Together];

/// The narrowest screens that are so high.
const SCREENS: [(usize, usize); 6] = [(60, 15), (72, 20), (80, 24), (120, 30), (160, 45), (200, 50)];

fn theme_in(set: LetterSet) -> Theme {
    theme(ThemeName::Plain).with_letters(Some(set), |_| None)
}

fn clock(left: u64, stage: Stage, runs: Runs) -> ClockView {
    ClockView { left: Duration::from_secs(left), total: Duration::from_mins(10), runs, stage }
}

fn running(left: u64) -> ClockView {
    clock(left, Stage::Ample, Runs::Running)
}

fn clocks() -> [ClockView; 6] {
    [
        clock(600, Stage::Ample, Runs::Ready),
        running(599),
        clock(120, Stage::Soon, Runs::Running),
        clock(29, Stage::Last, Runs::Running),
        clock(29, Stage::Last, Runs::Paused),
        clock(0, Stage::Over, Runs::Running),
    ]
}

fn width((columns, _): (usize, usize)) -> usize {
    columns - 2 * (columns / 20)
}

fn lines(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.pieces.iter().map(|(_, text)| text.as_str()).collect()).collect()
}

#[test]
fn the_foot_looks_as_it_did() {
    let mut pictures = String::new();
    for (set, screen) in [
        (LetterSet::Quadrant, (80, 24)),
        (LetterSet::Octant, (80, 24)),
        (LetterSet::Quadrant, (120, 30)),
        (LetterSet::Sextant, (200, 50)),
    ] {
        let theme = theme_in(set);
        let foot = Foot::new(&theme, screen.1);
        let looks = SIGNS.into_iter().cycle().zip(clocks());
        for (sign, clock) in looks {
            writeln!(pictures, "#### {} at {screen:?}, {sign:?}, {:?}", set.name(), clock.stage).unwrap();
            for line in lines(&foot.rows(Some(sign), Some(&clock), width(screen))) {
                writeln!(pictures, "{}", line.trim_end()).unwrap();
            }
        }
    }
    let file = format!("{}/tests/screens/pictures/foot.txt", env!("CARGO_MANIFEST_DIR"));
    expect_file![file].assert_eq(&pictures);
}

#[test]
fn it_takes_the_same_rows_at_every_time_and_never_more_than_its_width() {
    for set in LetterSet::ALL {
        let theme = theme_in(set);
        for screen in SCREENS {
            let foot = Foot::new(&theme, screen.1);
            for sign in SIGNS.map(Some).into_iter().chain([None]) {
                for clock in clocks() {
                    let rows = foot.rows(sign, Some(&clock), width(screen));
                    let what = format!("{} at {screen:?}, {sign:?}, {clock:?}", set.name());
                    assert_eq!(rows.len(), foot.height(), "{what}");
                    assert!(rows.iter().all(|row| row.width() <= width(screen)), "{what}");
                }
            }
        }
    }
}

/// Digits of the terminal are as high as that up to 23 rows; those of ascii are very large.
#[test]
fn the_digits_are_3_in_a_hundred_of_the_screen_and_at_most_a_sixth() {
    for set in [LetterSet::Octant, LetterSet::Sextant, LetterSet::Quadrant, LetterSet::Half, LetterSet::Ascii]
    {
        let theme = theme_in(set);
        for height in 16..=60 {
            let foot = Foot::new(&theme, height);
            let digits = lines(&foot.rows(None, Some(&clocks()[0]), 3 * height));
            let rows = digits.iter().filter(|line| !line.trim().is_empty()).count();
            let is_read = rows > 1 || height <= 23 || set == LetterSet::Ascii;
            assert!(is_read && rows * 6 <= height, "{} at {height}: {rows} rows", set.name());
        }
    }
}

/// A clock stands still, and only the digits that change are drawn again.
#[test]
fn digits_are_equally_wide_and_words_equally_high() {
    for set in LetterSet::ALL {
        let letters = Letters::new(set);
        for size in letters.sizes(50) {
            let Some(zero) = letters.strip("0", size) else { continue };
            for strip in (1..=9).filter_map(|digit| letters.strip(&digit.to_string(), size)) {
                let widths = |setting: &Setting| setting.rows.iter().map(Row::width).collect::<Vec<_>>();
                assert_eq!(widths(&strip), widths(&zero), "{size:?} in {}", set.name());
            }
            let high = ["samen", "zachtjes", ":"].map(|word| letters.strip(word, size).unwrap().rows.len());
            assert_eq!(high, [zero.rows.len(); 3], "{size:?} in {}", set.name());
            assert_eq!(letters.people(3, size).unwrap().rows.len(), zero.rows.len());
        }
    }
}
