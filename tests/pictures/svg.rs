//! A screen as SVG. Letters stay text, each run as wide as its cells in whatever font there is; blocks,
//! lines and shapes are drawn, so that they look the same everywhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use ratatui::symbols::pixel::{OCTANTS, SEXTANTS};

/// A cell, in units that can be halved, and parted in three and four.
const WIDTH: usize = 12;
const HEIGHT: usize = 24;
/// Around the screen.
const EDGE: usize = 12;
const BASELINE: usize = 18;
/// The letters of nearly every fixed font are 0.6 of this wide: a cell.
const SIZE: usize = 20;

/// Shapes, as a path from a place in the cell.
const SHAPES: [(&str, usize, usize, &str); 8] = [
    ("●", 1, 12, "a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"),
    ("○", 1, 12, "a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zm2 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"),
    ("•", 4, 12, "a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z"),
    ("▲", 6, 7, "l6 11h-12z"),
    ("■", 1, 7, "h10v10h-10z"),
    ("□", 1, 7, "h10v10h-10zm2 2h6v6h-6z"),
    ("►", 1, 7, "l11 5l-11 5z"),
    ("─", 0, 11, "h12v2h-12z"),
];

/// `picture` as the text of a file; `title` is for who cannot see it.
pub fn svg(title: &str, picture: &Buffer) -> String {
    let mut drawing = Drawing::default();
    let ground = picture.content()[0].bg;
    for y in 0..picture.area.height {
        drawing.row(y, picture, ground);
    }
    let width = usize::from(picture.area.width) * WIDTH + 2 * EDGE;
    let height = usize::from(picture.area.height) * HEIGHT + 2 * EDGE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{EDGE} -{EDGE} {width} {height}\" role=\"img\">\n\
         <title>{}</title>\n\
         <style>text{{font:{SIZE}px ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace}}\
         .b{{font-weight:700}}.r{{shape-rendering:crispEdges}}path{{fill-rule:evenodd}}</style>\n\
         <rect x=\"-{EDGE}\" y=\"-{EDGE}\" width=\"{width}\" height=\"{height}\" rx=\"{EDGE}\" fill=\"{}\"/>\n\
         {}{}{}</svg>\n",
        escaped(title),
        hex(ground),
        paths(" class=\"r\"", drawing.blocks.into_iter().map(|(fill, blocks)| (fill, outlined(blocks)))),
        paths("", drawing.shapes),
        drawing.text,
    )
}

/// A rectangle: its row, its height, where it begins and how wide it is.
type Block = (usize, usize, usize, usize);

/// What is drawn, by the colour it has.
#[derive(Default)]
struct Drawing {
    blocks: BTreeMap<String, Vec<Block>>,
    shapes: BTreeMap<String, String>,
    text: String,
}

/// Letters of one look, beside one another.
struct Run {
    column: usize,
    columns: usize,
    look: (String, bool),
    letters: String,
}

impl Drawing {
    fn row(&mut self, y: u16, picture: &Buffer, ground: Color) {
        let top = usize::from(y) * HEIGHT;
        let mut run: Option<Run> = None;
        let mut spaces = 0;
        let mut x = 0;
        while x < picture.area.width {
            let cell = &picture[(x, y)];
            let column = usize::from(x);
            let columns = lesloper::text::width(cell.symbol()).max(1);
            x += u16::try_from(columns).unwrap();
            let (ink, paper) = colours(cell);
            if paper != ground {
                self.block(paper, (top, HEIGHT, column * WIDTH, columns * WIDTH));
            }
            if cell.symbol() == " " {
                spaces += 1;
                continue;
            }
            let drawn = self.parts(cell.symbol(), (column * WIDTH, top), (ink, paper));
            let look = (hex(ink), cell.modifier.contains(Modifier::BOLD));
            match &mut run {
                // One space parts two words of a run; more set them apart.
                Some(run) if !drawn && run.look == look && spaces <= 1 => {
                    run.letters.push_str(&" ".repeat(spaces));
                    run.letters.push_str(cell.symbol());
                    run.columns += spaces + columns;
                }
                _ => {
                    self.write(run.take(), top);
                    let letters = cell.symbol().to_owned();
                    run = (!drawn).then_some(Run { column, columns, look, letters });
                }
            }
            spaces = 0;
        }
        self.write(run, top);
    }

    /// Draws a symbol that is no letter; false when it is one.
    fn parts(&mut self, symbol: &str, (x, y): (usize, usize), (ink, paper): (Color, Color)) -> bool {
        if let Some((_, dx, dy, path)) = SHAPES.iter().find(|(shape, ..)| *shape == symbol) {
            write!(self.shapes.entry(hex(ink)).or_default(), "M{} {}{path}", x + dx, y + dy).unwrap();
            return true;
        }
        if let Some(quarters) = ["░", "▒", "▓"].iter().position(|shade| *shade == symbol) {
            self.block(mixed(ink, paper, quarters + 1), (y, HEIGHT, x, WIDTH));
            return true;
        }
        let pattern = |table: &[char]| table.iter().position(|block| symbol.chars().eq([*block]));
        let grid = pattern(&OCTANTS).map(|bits| (bits, 4)).or(pattern(&SEXTANTS).map(|bits| (bits, 3)));
        let Some((bits, rows)) = grid else { return false };
        let height = HEIGHT / rows;
        for part in (0..rows * 2).filter(|part| bits >> part & 1 == 1) {
            let left = x + part % 2 * (WIDTH / 2);
            self.block(ink, (y + part / 2 * height, height, left, WIDTH / 2));
        }
        true
    }

    fn block(&mut self, fill: Color, block: Block) {
        self.blocks.entry(hex(fill)).or_default().push(block);
    }

    fn write(&mut self, run: Option<Run>, top: usize) {
        let Some(Run { column, columns, look: (fill, bold), letters }) = run else { return };
        let (x, y, length) = (column * WIDTH, top + BASELINE, columns * WIDTH);
        let class = if bold { " class=\"b\"" } else { "" };
        let letters = escaped(&letters);
        writeln!(
            self.text,
            "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\"{class} fill=\"{fill}\">{letters}</text>"
        )
        .unwrap();
    }
}

fn paths(class: &str, paths: impl IntoIterator<Item = (String, String)>) -> String {
    let path = |(fill, path): (String, String)| format!("<path{class} fill=\"{fill}\" d=\"{path}\"/>\n");
    paths.into_iter().map(path).collect()
}

/// As a path; what lies side by side becomes one.
fn outlined(mut blocks: Vec<Block>) -> String {
    blocks.sort_unstable();
    let mut joined: Vec<Block> = Vec::new();
    for (y, height, x, width) in blocks {
        match joined.last_mut() {
            Some(last) if (last.0, last.1, last.2 + last.3) == (y, height, x) => last.3 += width,
            _ => joined.push((y, height, x, width)),
        }
    }
    let outline = |(y, height, x, width)| format!("M{x} {y}h{width}v{height}h-{width}z");
    joined.into_iter().map(outline).collect()
}

fn colours(cell: &Cell) -> (Color, Color) {
    if cell.modifier.contains(Modifier::REVERSED) { (cell.bg, cell.fg) } else { (cell.fg, cell.bg) }
}

/// So many quarters of `ink` on `paper`.
fn mixed(ink: Color, paper: Color, quarters: usize) -> Color {
    let mix = |(ink, paper): (u8, u8)| {
        let sum = usize::from(ink) * quarters + usize::from(paper) * (4 - quarters);
        u8::try_from(sum / 4).unwrap()
    };
    let [red, green, blue] = parts(ink);
    let [r, g, b] = parts(paper);
    Color::Rgb(mix((red, r)), mix((green, g)), mix((blue, b)))
}

fn hex(colour: Color) -> String {
    parts(colour).iter().fold("#".to_owned(), |hex, part| format!("{hex}{part:02x}"))
}

fn parts(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        other => panic!("{other:?} looks different on each terminal"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
