//! Which characters draw the letters: how many dots fit in a cell of the terminal, and which set a
//! terminal can be trusted with.

use crate::tui::theme::{Glyphs, OLD_GLYPHS};

/// From the finest to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterSet {
    Octant,
    Sextant,
    Quadrant,
    /// Half blocks, smooth where the theme has true colour.
    Half,
    Ascii,
    /// Plain text only.
    None,
}

/// How many dots a cell has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    pub columns: usize,
    pub rows: usize,
}

impl LetterSet {
    pub const ALL: [Self; 6] =
        [Self::Octant, Self::Sextant, Self::Quadrant, Self::Half, Self::Ascii, Self::None];

    /// As written after `--letters` and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Octant => "octant",
            Self::Sextant => "sextant",
            Self::Quadrant => "kwadrant",
            Self::Half => "half",
            Self::Ascii => "ascii",
            Self::None => "geen",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.name() == name)
    }

    /// The set that was asked for, or else the finest that this terminal shows for certain: none can
    /// be asked which characters it has. `glyphs` are those of the theme; `variable` looks up an
    /// environment variable.
    pub fn pick(wish: Option<Self>, glyphs: &Glyphs, variable: impl Fn(&str) -> Option<String>) -> Self {
        wish.unwrap_or_else(|| {
            let value = |name: &str| variable(name).unwrap_or_default();
            if value("TERM") == "dumb" {
                Self::None
            } else if *glyphs == OLD_GLYPHS {
                Self::Half
            } else {
                Self::of_terminal(value)
            }
        })
    }

    fn of_terminal(value: impl Fn(&str) -> String) -> Self {
        let is_set = |name: &str| !value(name).is_empty();
        // A multiplexer passes characters on, and says nothing of the terminal around it.
        if is_set("TMUX") || is_set("STY") {
            return Self::Quadrant;
        }
        // GNOME Terminal and its kin.
        let vte = value("VTE_VERSION").parse::<u32>().unwrap_or(0);
        match value("TERM").as_str() {
            "xterm-kitty" | "xterm-ghostty" | "foot" | "foot-extra" => return Self::Octant,
            _ if vte >= 7800 => return Self::Octant,
            "alacritty" => return Self::Sextant,
            _ if vte >= 6200 || is_set("KONSOLE_VERSION") => return Self::Sextant,
            _ => {}
        }
        match value("TERM_PROGRAM").as_str() {
            "WezTerm" | "vscode" => Self::Sextant,
            _ => Self::Quadrant,
        }
    }

    /// None when there is nothing to draw with.
    pub(super) fn grid(self) -> Option<Grid> {
        let (columns, rows) = match self {
            Self::Octant => (2, 4),
            Self::Sextant => (2, 3),
            Self::Quadrant => (2, 2),
            Self::Half => (1, 2),
            Self::Ascii => (1, 1),
            Self::None => return None,
        };
        Some(Grid { columns, rows })
    }
}

impl Grid {
    /// How much narrower than high a dot is: a cell is twice as high as wide.
    pub fn columns_per_row(self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 4")]
        let ratio = |a: usize, b: usize| a as f32 / b as f32;
        ratio(2 * self.columns, self.rows)
    }
}
