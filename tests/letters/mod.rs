//! The big letters: every name can be drawn, each letter is itself, and nothing leaves its box.

mod laws;
mod sets;

use std::collections::HashMap;
use std::fmt::Write;
use std::rc::Rc;

use expect_test::expect_file;
use lesloper::tui::letters::{LetterSet, Letters, Setting, Size};
use lesloper::tui::pages::Room;
use lesloper::tui::widgets::row::Row;

/// `text` in the largest size that fits on a screen of `height` rows; where none does, in plain text,
/// which may then be higher than the room.
fn fit(letters: &Letters, text: &str, height: usize, room: Room) -> Rc<Setting> {
    let mut fitting = letters.sizes(height).filter_map(|size| letters.set(text, size, room));
    let unbounded = Room { height: usize::MAX, ..room };
    fitting.next().unwrap_or_else(|| letters.set(text, Size::Plain, unbounded).unwrap())
}

/// The letters of the languages that pupils have names in.
const ALPHABETS: [(&str, &str); 9] = [
    ("Dutch", "abcdefghijklmnopqrstuvwxyzáéíóúàèëïöüêîôûç"),
    ("Turkish", "çğıöşüâîûİiIı"),
    ("Polish", "ąćęłńóśźż"),
    ("German", "äöüßẞ"),
    ("French", "àâæçéèêëîïôœùûüÿ"),
    ("Portuguese", "ãõáâàçéêíóôúü"),
    ("Spanish and the North", "ñåæøðþýšžčřěůđ"),
    ("Arabic and Berber in Latin letters", "āīūḥṣḍṭẓʿʾēōǧġḫṯḏž"),
    ("Vietnamese", "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"),
];

/// Drawn well apart, so that a lost mark or dot shows.
const CLOSE: [&str; 12] = [
    "iıíïîìjl1I",
    "ecoöóø",
    "EÉÈÊË",
    "aáàâäãåąă",
    "sşśšș",
    "uúùûüưū",
    "gğġ",
    "zżźž",
    "OÖÓÔƠØ",
    "nñńm",
    "lłŁL",
    "dđĐD",
];

const SCREENS: [usize; 4] = [15, 24, 30, 50];

const SENTENCE: &str = "\"Jij? Naar de techniek?\"";

fn room(width: usize, height: usize) -> Room {
    Room { width, height }
}

fn letters_of(alphabet: &str) -> Vec<String> {
    let upper = alphabet.chars().flat_map(char::to_uppercase);
    let mut letters: Vec<String> = alphabet.chars().chain(upper).map(String::from).collect();
    letters.sort();
    letters.dedup();
    letters
}

fn picture(rows: &[Row]) -> String {
    let mut picture = String::new();
    for row in rows {
        let line: String = row.pieces.iter().map(|(_, text)| text.as_str()).collect();
        writeln!(picture, "{line}").unwrap();
    }
    picture
}

/// Between two letters that show where the line stands, on a screen so large that all fits.
fn set_alone(letters: &Letters, letter: &str, size: Size) -> Option<Setting> {
    let setting = letters.set(&format!("d{letter}p"), size, room(400, 100))?;
    Some((*setting).clone())
}

fn sets() -> impl Iterator<Item = LetterSet> {
    LetterSet::ALL.into_iter().filter(|set| *set != LetterSet::None)
}

#[test]
fn every_letter_of_a_name_is_drawn_small_and_large() {
    for set in sets() {
        let letters = Letters::new(set);
        let is_drawn = |size: &Size| matches!(size, Size::Drawn(_));
        let drawn: Vec<Size> = letters.sizes(120).filter(is_drawn).collect();
        for (language, alphabet) in ALPHABETS {
            for letter in letters_of(alphabet) {
                let small = set_alone(&letters, &letter, Size::Small);
                assert!(small.is_some(), "{language}: {letter} in small {}", set.name());
                let mut sizes = drawn.iter().rev();
                let is_large = sizes.any(|size| set_alone(&letters, &letter, *size).is_some());
                assert!(is_large, "{language}: {letter} in large {}", set.name());
            }
        }
    }
}

#[test]
fn letters_that_look_alike_differ_at_every_size() {
    for set in sets() {
        let letters = Letters::new(set);
        for size in letters.sizes(30) {
            for close in CLOSE {
                let mut seen = HashMap::new();
                for letter in letters_of(close) {
                    if let Some(setting) = set_alone(&letters, &letter, size) {
                        let other = seen.insert(picture(&setting.rows), letter.clone());
                        assert_eq!(other, None, "{letter} at {size:?} in {}", set.name());
                    }
                }
            }
        }
    }
}

#[test]
fn small_letters_are_all_different() {
    for set in sets() {
        let letters = Letters::new(set);
        let all: String = ALPHABETS.iter().map(|(_, alphabet)| *alphabet).collect();
        let mut seen = HashMap::new();
        // Ð and Đ are two letters of one shape.
        for letter in letters_of(&all).into_iter().filter(|letter| letter != "Ð") {
            let setting = set_alone(&letters, &letter, Size::Small).unwrap();
            let other = seen.insert(picture(&setting.rows), letter.clone());
            assert_eq!(other, None, "{letter} in {}", set.name());
        }
    }
}

#[test]
fn sizes_go_down_and_end_in_plain_text() {
    for set in LetterSet::ALL {
        let letters = Letters::new(set);
        for screen in SCREENS {
            let sizes: Vec<Size> = letters.sizes(screen).collect();
            let heights: Vec<f32> = sizes
                .iter()
                .filter_map(|size| Some(letters.set("nu", *size, room(400, 100))?.x_height))
                .collect();
            assert!(heights.is_sorted_by(|a, b| a >= b), "{heights:?}");
            assert_eq!(sizes.last(), Some(&Size::Plain));
        }
    }
}

#[test]
fn an_x_is_as_high_as_is_said() {
    let letters = Letters::new(LetterSet::Ascii);
    for size in letters.sizes(200).filter(|size| *size != Size::Plain) {
        let setting = letters.set("x", size, room(400, 100)).unwrap();
        #[expect(clippy::cast_precision_loss, reason = "few rows")]
        let rows = setting.rows.iter().filter(|row| !row.pieces.is_empty()).count() as f32;
        assert!((rows - setting.x_height).abs() < f32::EPSILON, "{size:?}: {rows} rows");
    }
}

#[test]
fn a_letter_that_is_nowhere_makes_the_whole_text_plain() {
    for set in sets() {
        let letters = Letters::new(set);
        for text in ["李 en Sem", "محمد", "Sem 👍", "q̃"] {
            let setting = fit(&letters, text, 50, room(180, 40));
            let expected: Vec<Row> = vec![Row::new(lesloper::tui::theme::Role::Strong, text)];
            let is_small = letters.set(text, Size::Small, room(180, 40)).is_some();
            assert_eq!(is_small, text == "q̃", "the small face puts letters and marks together");
            assert!(is_small || setting.rows == expected, "{text}");
        }
    }
}

#[test]
fn a_long_word_is_broken_in_the_smallest_letters_alone() {
    let letters = Letters::new(LetterSet::Quadrant);
    let setting = fit(&letters, "arbeidsongeschiktheidsverzekering", 24, room(72, 16));
    assert_eq!(setting.lines, ["arbeidsongeschikt-", "heidsverzekering"]);
    assert_eq!(letters.set("niets", Size::Small, room(6, 16)), None, "not between any two letters");
    let broken =
        letters.sizes(50).filter(|size| match (size, letters.set("bedrijfsbezoek", *size, room(36, 30))) {
            (Size::Drawn(_), Some(setting)) => setting.lines.len() > 1,
            _ => false,
        });
    assert_eq!(broken.count(), 0);
}

#[test]
fn what_fits_nowhere_is_plain_and_whole() {
    let letters = Letters::new(LetterSet::Sextant);
    let setting = fit(&letters, "een twee drie vier", 15, room(6, 2));
    assert_eq!(setting.lines, ["een", "twee", "drie", "vier"]);
}

/// One picture of each size that is worth a look.
#[test]
fn the_letters_are_as_drawn() {
    for set in LetterSet::ALL {
        let letters = Letters::new(set);
        let mut pictures = String::new();
        for width in [54, 108, 180] {
            let mut last = None;
            for size in letters.sizes(50) {
                let Some(setting) = letters.set(SENTENCE, size, room(width, 40)) else { continue };
                let kind = std::mem::discriminant(&size);
                if last.replace(kind) != Some(kind) {
                    let title = format!("{size:?} in {width} columns, x-height {:.2}", setting.x_height);
                    writeln!(pictures, "{title}\n{}", picture(&setting.rows)).unwrap();
                }
            }
        }
        expect_file![format!("{}/tests/letters/{}.txt", env!("CARGO_MANIFEST_DIR"), set.name())]
            .assert_eq(&pictures);
    }
}
