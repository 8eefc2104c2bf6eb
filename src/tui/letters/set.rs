//! Which characters draw the letters: how many dots fit in a cell of the terminal, and which set a
//! terminal can be trusted with.

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
    /// be asked which glyphs it has. `variable` looks up an environment variable.
    pub fn pick(wish: Option<Self>, variable: impl Fn(&str) -> Option<String>, console: Console) -> Self {
        wish.unwrap_or_else(|| match console {
            Console::Old => Self::Half,
            Console::Today => Self::of_terminal(variable),
        })
    }

    fn of_terminal(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name: &str| variable(name).unwrap_or_default();
        let term = value("TERM");
        if matches!(term.as_str(), "dumb" | "linux") {
            return if term == "linux" { Self::Half } else { Self::None };
        }
        // A multiplexer passes glyphs on, but says nothing of the terminal around it.
        if ["TMUX", "STY"].iter().any(|name| !value(name).is_empty()) {
            return Self::Quadrant;
        }
        // GNOME Terminal and its kin; 0.78 has octants.
        let vte = value("VTE_VERSION").parse::<u32>().unwrap_or(0);
        let draws_octants = ["xterm-kitty", "xterm-ghostty", "foot", "foot-extra"];
        let draws_sextants = ["WezTerm", "vscode"];
        if draws_octants.contains(&term.as_str()) || vte >= 7800 {
            Self::Octant
        } else if vte >= 5800
            || term == "alacritty"
            || draws_sextants.contains(&value("TERM_PROGRAM").as_str())
            || !value("KONSOLE_VERSION").is_empty()
        {
            Self::Sextant
        } else {
            Self::Quadrant
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

/// What the program runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Console {
    /// The old Windows console or Linux's own: half and full blocks, no other parts.
    Old,
    Today,
}

impl Grid {
    /// How much narrower than high a dot is: a cell is twice as high as wide.
    pub fn columns_per_row(self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 4")]
        let ratio = |a: usize, b: usize| a as f32 / b as f32;
        ratio(2 * self.columns, self.rows)
    }
}
