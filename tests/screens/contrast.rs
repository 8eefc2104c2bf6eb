//! What is written is seen from the last row: 7:1 for text, 3:1 for shapes.

use lesloper::tui::theme::ThemeName;
use ratatui::buffer::Cell;
use ratatui::style::Color;

use super::{draw_pages, samples, theme};

/// Characters that are drawn, not read.
pub const SHAPES: &str = "█░▌●▲■○►□•─·";

#[test]
fn text_has_seven_to_one_and_shapes_three_to_one() {
    for name in [ThemeName::Dark, ThemeName::Light] {
        for (sample, scene) in samples::all() {
            for page in draw_pages(&scene, (80, 24), &theme(name)) {
                for cell in page.content().iter().filter(|cell| cell.symbol().trim() != "") {
                    // The empty part of a bar and a rule say nothing by themselves.
                    if "░─".contains(cell.symbol()) {
                        continue;
                    }
                    let wanted = if SHAPES.contains(cell.symbol()) { 3.0 } else { 7.0 };
                    let found = contrast(cell);
                    assert!(found >= wanted, "{sample} in {name:?}: {:?} has {found:.1}", cell.symbol());
                }
            }
        }
    }
}

pub fn contrast(cell: &Cell) -> f64 {
    let (a, b) = (luminance(cell.fg), luminance(cell.bg));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Color) -> f64 {
    let Color::Rgb(red, green, blue) = colour else { panic!("{colour:?} is not a colour of the theme") };
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
