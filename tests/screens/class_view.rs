//! What the class sees, at every size.

use std::fmt::Write;

use expect_test::expect_file;
use lesloper::tui::theme::ThemeName;

use super::{SIZES, draw_pages, samples, text, theme};

#[test]
fn each_moment_looks_as_it_did() {
    for (name, scene) in samples::all() {
        let mut pictures = String::new();
        for size in SIZES {
            let pages = draw_pages(&scene, size, &theme(ThemeName::Plain));
            for (index, page) in pages.iter().enumerate() {
                let (width, height) = size;
                writeln!(pictures, "#### {width}x{height}, page {} of {}", index + 1, pages.len()).unwrap();
                pictures.push_str(&text(page));
            }
        }
        expect_file![format!("{}/tests/screens/pictures/{name}.txt", env!("CARGO_MANIFEST_DIR"))]
            .assert_eq(&pictures);
    }
}
