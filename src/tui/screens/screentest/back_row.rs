//! Whether the last row can read a sentence. DISCAS, who measure what can be read in rooms, ask for
//! small letters as high as a two-hundredth of the distance.

use crate::dutch;
use crate::tui::action::Action;
use crate::tui::fitting;
use crate::tui::letters::{Letters, Size};
use crate::tui::screens::SMALLEST;

/// The distance, in heights of a small letter.
const DISTANCE: f32 = 200.0;
/// Of a screen, its height by its width.
const SHAPE: f32 = 9.0 / 16.0;

/// Two measures, in centimetres.
pub struct BackRow {
    pub at: Line,
    distance: Measure,
    width: Measure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Distance,
    Width,
}

struct Measure {
    now: u16,
    least: u16,
    most: u16,
    step: u16,
}

/// What the last row sees of the smallest sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Readable,
    /// It can be read as soon as there are no more rows than this.
    ZoomIn {
        rows: u16,
    },
    /// Not even on the smallest screen; it would be from here, in centimetres.
    TooFar {
        readable: u16,
    },
}

impl Default for BackRow {
    /// An ordinary classroom with a board of 86 inches.
    fn default() -> Self {
        Self {
            at: Line::Distance,
            distance: Measure { now: 800, least: 200, most: 2000, step: 50 },
            width: Measure { now: 190, least: 80, most: 500, step: 10 },
        }
    }
}

impl BackRow {
    pub fn press(&mut self, action: Action) {
        match action {
            Action::Up => self.at = Line::Distance,
            Action::Down => self.at = Line::Width,
            Action::Left => self.measure().shrink(),
            Action::Right => self.measure().grow(),
            _ => {}
        }
    }

    fn measure(&mut self) -> &mut Measure {
        match self.at {
            Line::Distance => &mut self.distance,
            Line::Width => &mut self.width,
        }
    }

    pub fn said(&self, line: Line) -> String {
        match line {
            Line::Distance => dutch::metres(self.distance.now),
            Line::Width => {
                format!("{} ({} inch)", dutch::metres(self.width.now), inches(self.width.now))
            }
        }
    }

    pub fn verdict(&self, letters: &Letters, rows: u16) -> Verdict {
        let is_read = |rows: u16| self.reach(letters, smallest(letters, rows), rows) >= self.distance.now;
        if is_read(rows) {
            return Verdict::Readable;
        }
        let fewer = (SMALLEST.height..rows).rev().find(|rows| is_read(*rows));
        let least = SMALLEST.height;
        let readable = self.reach(letters, smallest(letters, least), least);
        fewer.map_or(Verdict::TooFar { readable }, |rows| Verdict::ZoomIn { rows })
    }

    /// From how far the letters of the terminal are read, in centimetres.
    pub fn plain_reach(&self, letters: &Letters, rows: u16) -> u16 {
        self.reach(letters, Size::Plain, rows)
    }

    /// From how far letters of this size are read, in centimetres, in steps of the distance.
    fn reach(&self, letters: &Letters, size: Size, rows: u16) -> u16 {
        let row = f32::from(self.width.now) * SHAPE / f32::from(rows.max(1));
        let reach = letters.x_height(size) * row * DISTANCE;
        let step = self.distance.step;
        let steps = (1..=self.distance.most / step).rev();
        steps.map(|steps| steps * step).find(|reached| f32::from(*reached) <= reach).unwrap_or(0)
    }
}

/// The smallest that a sentence gets in a lesson.
pub fn smallest(letters: &Letters, rows: u16) -> Size {
    fitting::smallest(letters, usize::from(rows))
}

impl Measure {
    fn shrink(&mut self) {
        self.now = self.now.saturating_sub(self.step).max(self.least);
    }

    fn grow(&mut self) {
        self.now = (self.now + self.step).min(self.most);
    }
}

/// From corner to corner, as boards are sold: of a width in centimetres.
fn inches(width: u16) -> u32 {
    // A screen of 16 by 9 is 18.36 from corner to corner, and an inch has 2.54 centimetres.
    (u32::from(width) * 1836 * 100 / (16 * 254) + 50) / 100
}
