//! A window that changes all the time while big letters stand in it.

use lesloper::tui::letters::LetterSet;
use lesloper::tui::screens::SMALLEST;
use lesloper::tui::screens::class::Layout;
use ratatui::layout::Size;

use crate::screens::teacher::Teacher;

/// At each beat of each card.
const RESIZES: u32 = 1_000;
/// So many come in a heap before the program gets the time to draw.
const HEAP: u32 = 100;

/// Of odd sizes: none at all, a single cell, a line, a column.
const ODD: [(u16, u16); 4] = [(0, 0), (1, 1), (500, 1), (1, 300)];

/// Sizes by chance, up to 240 by 70, with the odd ones among them.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let mut chance = 7_u32;
    let mut next = move |most: u32| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from((chance >> 8) % most).unwrap()
    };
    (0..RESIZES).map(move |number| match ODD.get(number as usize / HEAP as usize % 25) {
        Some(odd) => *odd,
        None => (next(240), next(70)),
    })
}

#[test]
fn a_thousand_resizes_leave_each_step_as_it_was() {
    std::thread::scope(|scope| {
        for (card, beats) in [
            ("Verhaal afmaken", 55),
            ("Bedrijfsbezoek voorbereiden", 45),
            ("Past dit beroep", 40),
            ("Tegenwind", 70),
        ] {
            scope.spawn(move || resizes_at_each_beat(card, beats));
        }
    });
}

/// `beats` is how often → is pressed: to the end of the card, or past it.
fn resizes_at_each_beat(card: &str, beats: u32) {
    let sizes: Vec<(u16, u16)> = sizes().collect();
    let mut teacher = Teacher::in_letters((80, 24), LetterSet::Quadrant);
    teacher.types(card);
    teacher.press("Enter Enter");
    for _ in 0..beats {
        teacher.press("Right");
        teacher.waits_until_saved();
        let before = teacher.sees();
        for heap in sizes.chunks(HEAP as usize) {
            for size in heap {
                teacher.resizes(*size);
            }
            teacher.picture();
        }
        teacher.resizes((80, 24));
        assert_eq!(teacher.sees(), before);
    }
}

#[test]
fn the_edge_the_body_and_the_foot_are_apart_at_every_size() {
    for width in SMALLEST.width..=240 {
        for height in SMALLEST.height..=70 {
            let layout = Layout::new(Size { width, height });
            assert!(layout.edge.bottom() <= layout.body.y, "{width}x{height}");
            assert!(layout.body.bottom() <= layout.foot.y, "{width}x{height}");
            assert!(layout.foot.bottom() <= height, "{width}x{height}");
        }
    }
}
