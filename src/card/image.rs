//! A picture, read from the bytes of a PNG or JPEG file. Whatever a file claims, no more is decoded than
//! the bounds allow, and what is kept is small. No file is opened here.

use std::fmt;
use std::io::Cursor;
use std::sync::{Arc, LazyLock};

use png::{ColorType, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::card::picture::Unseen;

/// A photo of a telephone, made smaller; more only makes a card slow to hand on.
pub const MAX_PICTURE: u64 = 4 * 1024 * 1024;
/// In megapixels: a decoded one takes four bytes.
pub const MAX_PIXELS: usize = 16;
const MEGA: usize = 1_000_000;
/// More dots than half of the largest terminal draws.
const MAX_KEPT: (u16, u16) = (480, 240);
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

/// A colour as light: linear, from 0 to 1.
pub type Light = [f32; 3];

/// A picture as it is seen, small.
#[derive(Clone)]
pub struct Image {
    pub width: u16,
    pub height: u16,
    /// Row by row.
    dots: Arc<[Light]>,
}

/// One that is read again is another one: what is compared is whether it was already seen.
impl PartialEq for Image {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.dots, &other.dots)
    }
}

impl Eq for Image {}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Image({}x{})", self.width, self.height)
    }
}

impl Image {
    /// The picture in a file's bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self, Unseen> {
        if bytes.len() as u64 > MAX_PICTURE {
            Err(Unseen::TooLarge)
        } else if bytes.starts_with(PNG) {
            decode_png(bytes)
        } else if bytes.starts_with(JPEG) {
            decode_jpeg(bytes)
        } else {
            Err(Unseen::OtherKind)
        }
    }

    /// Of dots from 0 to 255, row by row.
    fn new(size: Size, dots: impl Iterator<Item = [u8; 3]>) -> Self {
        let (width, height) = size.within(MAX_KEPT);
        let dots: Arc<[Light]> = shrunk(size, Size { width, height }, dots.map(light)).into();
        Self { width, height, dots }
    }

    /// Upright, as the camera was held.
    fn turned(self, Held { swapped, across, down }: Held) -> Self {
        let (w, h) = (usize::from(self.width), usize::from(self.height));
        let (width, height) = if swapped { (self.height, self.width) } else { (self.width, self.height) };
        let places = (0..usize::from(height)).flat_map(|y| (0..usize::from(width)).map(move |x| (x, y)));
        let dots = places.filter_map(|(x, y)| {
            let (x, y) = if swapped { (y, x) } else { (x, y) };
            let (x, y) = (if across { w - 1 - x } else { x }, if down { h - 1 - y } else { y });
            self.dots.get(y * w + x).copied()
        });
        Self { width, height, dots: dots.collect() }
    }

    /// As large as it goes in so many dots, never larger than it is; each dot the mean of the light
    /// that falls on it. As 0 to 255, row by row.
    pub fn fitted(&self, most: (u16, u16)) -> (u16, Vec<[u8; 3]>) {
        let size = Size { width: self.width, height: self.height };
        let (width, height) = size.within(most);
        let dots = shrunk(size, Size { width, height }, self.dots.iter().copied());
        (width, dots.into_iter().map(|dot| dot.map(shade)).collect())
    }
}

/// In dots; never empty.
#[derive(Debug, Clone, Copy)]
struct Size {
    width: u16,
    height: u16,
}

impl Size {
    /// As a header says it; refused before anything is decoded.
    fn claimed(width: usize, height: usize) -> Result<Self, Unseen> {
        let pixels = width.saturating_mul(height);
        if pixels > MAX_PIXELS * MEGA {
            return Err(Unseen::TooManyPixels { megapixels: pixels.div_ceil(MEGA) });
        }
        match (u16::try_from(width), u16::try_from(height)) {
            (Ok(width @ 1..), Ok(height @ 1..)) => Ok(Self { width, height }),
            _ => Err(Unseen::Damaged),
        }
    }

    /// The same shape, within these bounds.
    fn within(self, (width, height): (u16, u16)) -> (u16, u16) {
        let [w, h, most_w, most_h] = [self.width, self.height, width, height].map(u32::from);
        let fits = |size: u32| u16::try_from(size.max(1)).unwrap_or(u16::MAX);
        if w <= most_w && h <= most_h {
            (self.width, self.height)
        } else if w * most_h >= h * most_w {
            (width.max(1), fits((h * most_w + w / 2) / w))
        } else {
            (fits((w * most_h + h / 2) / h), height.max(1))
        }
    }
}

fn decode_png(bytes: &[u8]) -> Result<Image, Unseen> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| Unseen::Damaged)?;
    let size = Size::claimed(reader.info().width as usize, reader.info().height as usize)?;
    let mut buffer = vec![0; reader.output_buffer_size().ok_or(Unseen::Damaged)?];
    let frame = reader.next_frame(&mut buffer).map_err(|_| Unseen::Damaged)?;
    let (samples, alpha) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (2, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (4, true),
        ColorType::Indexed => return Err(Unseen::Damaged),
    };
    let dots = buffer.chunks_exact(samples).map(|sample| match (sample, alpha) {
        ([red, green, blue, opacity], true) => on_paper([*red, *green, *blue], *opacity),
        ([grey, opacity], true) => on_paper([*grey; 3], *opacity),
        ([red, green, blue], _) => [*red, *green, *blue],
        ([grey, ..], _) => [*grey; 3],
        ([], _) => [0; 3],
    });
    Ok(Image::new(size, dots))
}

/// What can be seen through is seen on white paper.
fn on_paper(colour: [u8; 3], opacity: u8) -> [u8; 3] {
    let opacity = u16::from(opacity);
    colour.map(|shade| {
        let mixed = (u16::from(shade) * opacity + 255 * (255 - opacity)) / 255;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    })
}

fn decode_jpeg(bytes: &[u8]) -> Result<Image, Unseen> {
    if !is_whole_jpeg(bytes) {
        return Err(Unseen::Damaged);
    }
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::RGB)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Unseen::Damaged)?;
    let (width, height) = decoder.dimensions().ok_or(Unseen::Damaged)?;
    let size = Size::claimed(width, height)?;
    let buffer = decoder.decode().map_err(|_| Unseen::Damaged)?;
    if buffer.len() != width * height * 3 {
        return Err(Unseen::Damaged);
    }
    let held = decoder.exif().map_or(Held::UPRIGHT, |exif| Held::read(exif));
    Ok(Image::new(size, buffer.as_chunks::<3>().0.iter().copied()).turned(held))
}

/// How a camera was held, by which its picture has to be turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    /// Rows are columns.
    swapped: bool,
    /// Then, as it was taken: from right to left, and upside down.
    across: bool,
    down: bool,
}

impl Held {
    const UPRIGHT: Self = Self { swapped: false, across: false, down: false };

    /// From the notes that the camera made (Exif, tag 0x0112); upright where they say nothing.
    fn read(exif: &[u8]) -> Self {
        let is_little = exif.starts_with(b"II");
        let number = |at: usize, length: usize| -> Option<usize> {
            let bytes = exif.get(at..at.checked_add(length)?)?.iter();
            let join = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
            Some(if is_little { bytes.rev().fold(0, join) } else { bytes.fold(0, join) })
        };
        let orientation = || {
            let first = number(4, 4)?;
            let entries = (0..number(first, 2)?).map(|entry| first + 2 + 12 * entry);
            let found = entries.into_iter().find(|at| number(*at, 2) == Some(0x0112))?;
            number(found + 8, 2)
        };
        match orientation() {
            Some(held @ 2..=8) => Self {
                swapped: held >= 5,
                across: matches!(held, 2 | 3 | 7 | 8),
                down: matches!(held, 3 | 4 | 6 | 7),
            },
            _ => Self::UPRIGHT,
        }
    }
}

/// Whether the last scan of it ends: a decoder fills up what is missing in grey.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let last = |marker: [u8; 2]| bytes.windows(2).rposition(|pair| pair == marker);
    last([0xff, 0xda]).is_some_and(|scan| last([0xff, 0xd9]).is_some_and(|end| end > scan))
}

/// Each new dot is the mean of what falls on it. `to` is not larger than `from`.
fn shrunk(from: Size, to: Size, mut dots: impl Iterator<Item = Light>) -> Vec<Light> {
    let (width, height) = (usize::from(to.width), usize::from(to.height));
    let mut shrunk = vec![[0.0; 3]; width * height];
    let mut line = vec![[0.0; 3]; width];
    for y in 0..from.height {
        line.fill([0.0; 3]);
        for (x, dot) in (0..from.width).zip(dots.by_ref()) {
            for (at, share) in shares(x, from.width, to.width) {
                add(line.get_mut(at), dot, share);
            }
        }
        for (at, share) in shares(y, from.height, to.height) {
            for (x, dot) in line.iter().enumerate() {
                add(shrunk.get_mut(at * width + x), *dot, share);
            }
        }
    }
    shrunk
}

/// Onto which of `to` dots in a row dot `at` of `from` falls, and what share of them it is.
fn shares(at: u16, from: u16, to: u16) -> [(usize, f32); 2] {
    let [at, from, to] = [at, from, to].map(u32::from);
    let (begin, end) = (at * to, (at + 1) * to);
    let first = begin / from;
    let border = (first + 1) * from;
    #[expect(clippy::cast_precision_loss, reason = "at most as large as the side of a picture")]
    let share = |part: u32| part as f32 / from as f32;
    let first_share = share(end.min(border) - begin);
    [(first as usize, first_share), (first as usize + 1, share(end.saturating_sub(border)))]
}

fn add(onto: Option<&mut Light>, dot: Light, share: f32) {
    if let Some(onto) = onto {
        for (sum, light) in onto.iter_mut().zip(dot) {
            *sum += light * share;
        }
    }
}

/// How much light each shade from 0 to 255 gives: about its power of 2.25, as on a screen (sRGB). By
/// roots alone no library of mathematics has to be loaded at the start.
static LIGHT: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|shade| {
        let shade = u8::try_from(shade).map_or(1.0, |shade| f32::from(shade) / 255.0);
        shade * shade * shade.sqrt().sqrt()
    })
});

fn light(dot: [u8; 3]) -> Light {
    dot.map(|shade| LIGHT.get(usize::from(shade)).copied().unwrap_or(1.0))
}

/// The nearest shade.
fn shade(light: f32) -> u8 {
    let above = LIGHT.partition_point(|known| *known < light);
    let below = above.saturating_sub(1);
    let off = |shade: usize| LIGHT.get(shade).map_or(f32::MAX, |known| (known - light).abs());
    u8::try_from(if off(below) <= off(above) { below } else { above }).unwrap_or(u8::MAX)
}
