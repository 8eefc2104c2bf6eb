//! The screens, drawn on a terminal that is not there.

mod active;
mod big;
mod changes;
mod class_view;
mod foot;
mod gallery;
mod keys;
mod large_ends;
mod lettered;
mod maker;
mod pictured;
mod program;
mod samples;
mod screentest;
mod seats;
mod second;
mod setup;
mod teacher;
mod themes;
mod typed;

use lesloper::lesson::Scene;
use lesloper::tui::screens::class::{self, Keeping, View};
use lesloper::tui::theme::{FULL_GLYPHS, Theme, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// The sizes that a picture is kept of.
const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 30), (200, 50)];

fn theme(name: ThemeName) -> Theme {
    Theme::new(name, FULL_GLYPHS)
}

/// Every page of a scene as the class sees it.
fn draw_pages(scene: &Scene, (width, height): (u16, u16), theme: &Theme) -> Vec<Buffer> {
    let pages = class::pages(scene, None, Size { width, height }, theme).pages;
    let view = |page| View { scene, pages: &pages, page, keeping: Keeping::Kept, bottom: Vec::new() };
    (0..pages.len())
        .map(|page| draw((width, height), theme, |buffer| class::draw(&view(page), theme, buffer)))
        .collect()
}

pub fn draw((width, height): (u16, u16), theme: &Theme, draw: impl FnOnce(&mut Buffer)) -> Buffer {
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
    buffer.set_style(buffer.area, theme.ground());
    draw(&mut buffer);
    buffer
}

/// The letters of a buffer, without spaces at the end of a row.
fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if skip == 0 {
                row.push_str(symbol);
                skip = lesloper::text::width(symbol).saturating_sub(1);
            } else {
                skip -= 1;
            }
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}
