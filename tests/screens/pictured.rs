//! Pictures of a card on the class view.

use std::fmt::Write as _;

use expect_test::{expect, expect_file};
use lesloper::card::{Card, Image};
use lesloper::lesson::{Body, PictureView, Revealed, Scene};
use lesloper::tui::LetterSet;
use lesloper::tui::theme::{Theme, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::gallery::sample;
use super::{draw_pages, text, theme};
use crate::card::pictures::png;
use crate::store::pictures::PICTURED;

/// A question with this picture under it.
fn question_with(image: Option<Image>) -> Scene {
    let file = Card::parse(PICTURED).unwrap().pictures().into_iter().next().unwrap();
    let text = lesloper::text::Text::clean("Een monteur ligt onder een auto.");
    let mut scene = sample("question");
    scene.picture = Some(PictureView { file, text, image });
    scene
}

/// The sun over the sea.
fn sunset() -> Image {
    let sun = |x: u32, y: u32| (x.abs_diff(60)).pow(2) + (y.abs_diff(40)).pow(2) < 400;
    Image::decode(&png(120, 80, |x, y| match y {
        _ if y < 50 && sun(x, y) => [250, 210, 60],
        0..50 => [90, 40, 80],
        _ => [10, 30, 90],
    }))
    .unwrap()
}

fn lettered(set: LetterSet) -> Theme {
    theme(ThemeName::Dark).in_letters(set)
}

/// The colours of each cell that is drawn as two dots, as RGB with a digit for each.
fn dots(page: &Buffer) -> String {
    let short = |colour: Color| match colour {
        Color::Rgb(red, green, blue) => format!("{:x}{:x}{:x}", red / 16, green / 16, blue / 16),
        _ => "---".to_owned(),
    };
    let ground = theme(ThemeName::Dark).ground().bg.unwrap();
    let mut seen = String::new();
    for y in 0..page.area.height {
        let cells: Vec<String> = (0..page.area.width)
            .map(|x| &page[(x, y)])
            .filter(|cell| cell.symbol() == "▀" && cell.bg != ground)
            .map(|cell| format!("{}/{}", short(cell.fg), short(cell.bg)))
            .collect();
        if !cells.is_empty() {
            writeln!(seen, "{}", cells.join(" ")).unwrap();
        }
    }
    seen
}

#[test]
fn a_picture_is_drawn_two_dots_in_a_cell() {
    let small = png(4, 4, |x, y| [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255; 3]][((x + y) % 4) as usize]);
    let scene = question_with(Some(Image::decode(&small).unwrap()));
    let pages = draw_pages(&scene, (80, 24), &lettered(LetterSet::Quadrant));
    expect![[r#"
        f00/0f0 0f0/00f 00f/fff fff/f00
        00f/fff fff/f00 f00/0f0 0f0/00f
    "#]]
    .assert_eq(&dots(&pages[0]));
}

#[test]
fn a_picture_stands_under_the_sentence_and_takes_half_of_the_page_or_all() {
    let scene = question_with(Some(sunset()));
    for (width, height) in super::SIZES {
        let mut seen = String::new();
        for page in draw_pages(&scene, (width, height), &lettered(LetterSet::Quadrant)) {
            writeln!(seen, "{}{}", text(&page), "=".repeat(usize::from(width))).unwrap();
        }
        expect_file![format!("pictures/pictured-{width}x{height}.txt")].assert_eq(&seen);
    }
}

#[test]
fn a_sentence_and_its_picture_stand_on_one_page() {
    for (width, height) in [(80, 24), (120, 30), (200, 50)] {
        let mut scene = question_with(Some(sunset()));
        let sentence = lesloper::text::Text::clean("Wie werkt hier?");
        scene.body = Body::Explain { sentence, parts: Revealed { lines: Vec::new(), shown: 0 } };
        let pages = draw_pages(&scene, (width, height), &lettered(LetterSet::Quadrant));
        assert_eq!(pages.len(), 1, "{width}x{height}");
        assert!(!dots(&pages[0]).is_empty(), "{width}x{height}");
    }
}

#[test]
fn where_a_picture_is_not_seen_its_text_is() {
    let said = "[Een monteur ligt onder een auto.]";
    let plain = |name: ThemeName| theme(name).in_letters(LetterSet::Half);
    for (why, image, theme) in [
        ("it is not read", None, lettered(LetterSet::None)),
        ("there are no colours", Some(sunset()), theme(ThemeName::Plain)),
        ("there are sixteen colours", Some(sunset()), theme(ThemeName::Sixteen)),
        ("there are no blocks", Some(sunset()), lettered(LetterSet::None)),
    ] {
        let pages = draw_pages(&question_with(image), (80, 24), &theme);
        assert!(pages.iter().any(|page| text(page).contains(said)), "{why}");
        assert!(pages.iter().all(|page| dots(page).is_empty()), "{why}");
    }
    for name in [ThemeName::Plain, ThemeName::Sixteen] {
        let pages = draw_pages(&question_with(Some(sunset())), (80, 24), &plain(name));
        assert!(pages.iter().all(|page| !page.content.iter().any(|cell| matches!(cell.fg, Color::Rgb(..)))));
    }
}
