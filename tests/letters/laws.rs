//! Laws of a set text, whatever is in it and however little room there is.

use lesloper::text::width;
use lesloper::tui::letters::{LetterSet, Letters, Size};
use proptest::prelude::*;

use super::{fit, room};

/// What the lines say, with broken words whole again.
fn said(lines: &[String], text: &str) -> String {
    let mut rest = text;
    let mut said = String::new();
    for line in lines {
        let part = if rest.starts_with(line.as_str()) { line } else { line.strip_suffix('-').unwrap() };
        rest = rest.strip_prefix(part).unwrap();
        said.push_str(part);
        if let Some(after) = rest.strip_prefix(' ') {
            rest = after;
            said.push(' ');
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_is_lost_and_nothing_leaves_its_box(
        text in "[A-Za-zëïéÉşğłŁ0-9.,?!'\"-]{1,14}( [a-zéăệjf€]{1,9}){0,9}",
        columns in 1_usize..=200,
        rows in 1_usize..=50,
        set in prop::sample::select(&LetterSet::ALL),
        screen in 1_usize..=60,
    ) {
        let letters = Letters::new(set);
        for size in letters.sizes(screen).step_by(5).chain([Size::Small, Size::Plain]) {
            let Some(setting) = letters.set(&text, size, room(columns, rows)) else { continue };
            prop_assert!(setting.rows.len() <= rows);
            for row in &setting.rows {
                prop_assert!(row.width() <= columns, "{size:?}");
            }
            prop_assert_eq!(said(&setting.lines, &text), text.as_str());
        }
        let fitting = fit(&letters, &text, screen, room(columns, rows));
        prop_assert!(fitting.rows.iter().all(|row| row.width() <= columns));
        prop_assert_eq!(said(&fitting.lines, &text), text.as_str());
    }

    #[test]
    fn any_text_at_all_is_set_somehow(text in "\\PC{0,40}", columns in 1_usize..=200) {
        let text = lesloper::text::Text::clean(&text);
        let letters = Letters::new(LetterSet::Half);
        let setting = fit(&letters, &text, 30, room(columns, 30));
        let widest = text.split(' ').map(width).max().unwrap_or(0);
        prop_assert!(setting.rows.iter().all(|row| row.width() <= columns.max(widest)));
    }
}
