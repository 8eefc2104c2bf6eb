//! How a screen looks: roles, not colours. A screen says what a piece of text is; the theme says
//! how that is drawn, with or without colour. Whatever a colour says, a shape or a word says too.

use std::rc::Rc;

use ratatui::style::{Color, Modifier, Style};

use crate::card::Phase;
use crate::lesson::Stage;
use crate::session::Look;
use crate::text::Text;
use crate::tui::letters::{LetterSet, Letters};
use crate::tui::palettes::{CREAM, Colours, DARK, HIGH_CONTRAST, LIGHT, SIXTEEN};
use crate::tui::screens::{Change, neighbour};

/// What a piece of text is to the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Text,
    /// What to do now, and what is new.
    Strong,
    /// Read before, or beside the point.
    Quiet,
    /// A thin line, or the empty part of a bar.
    Rule,
    /// The shape of a phase.
    Phase(Phase),
    /// The filled part of the clock's bar.
    Clock(Stage),
    /// A bar of a count, or the line beside an answer.
    Bar,
    /// The mark of what is chosen.
    Mark,
    /// The sign before a warning; its words are `Strong`.
    Warning,
    /// A cell of big letters with soft edges: the shade of what the character draws and of what is
    /// around it, from 0, the ground, to [`FULL_INK`], the tone. Without true colour the character
    /// alone draws it.
    Ink {
        tone: Tone,
        ink: u8,
        ground: u8,
    },
    /// Two dots of a picture, one over the other; under the last line of it is nothing.
    Dots {
        upper: [u8; 3],
        lower: Option<[u8; 3]>,
    },
    /// Where the next letter comes. Drawn, so that it does not blink.
    Cursor,
    /// What the big letters behind it say, on their first row. It takes no room and is not drawn.
    Said,
}

/// What soft edges are the edges of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Text,
    Quiet,
}

/// The darkest shade of a dot of big letters.
pub const FULL_INK: u8 = 5;

/// The themes a teacher can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    Dark,
    Light,
    HighContrast,
    /// Dark on a warm ground, for those to whom white pages glare.
    Cream,
    Sixteen,
    Plain,
}

impl ThemeName {
    pub const ALL: [Self; 6] =
        [Self::Dark, Self::Light, Self::HighContrast, Self::Cream, Self::Sixteen, Self::Plain];

    /// As written after `--thema` and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "donker",
            Self::Light => "licht",
            Self::HighContrast => "hoog-contrast",
            Self::Cream => "creme",
            Self::Sixteen => "zestien",
            Self::Plain => "geen",
        }
    }

    /// As it may be written too.
    pub fn other_name(self) -> Option<&'static str> {
        (self == Self::Cream).then_some("crème")
    }

    /// As people say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::HighContrast => "hoog contrast",
            Self::Cream => "crème",
            Self::Sixteen => "zestien kleuren",
            Self::Plain => "zonder kleur",
            named => named.name(),
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name || theme.other_name() == Some(name))
    }
}

/// The characters that draw shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub phases: [&'static str; 3],
    pub full: &'static str,
    /// A row of a bar of a count; two under one another do not touch.
    pub bar: &'static str,
    /// A bar that leaves half of its row free, and where it is empty.
    pub low: &'static str,
    pub low_empty: &'static str,
    pub rule: &'static str,
    /// Beside an answer.
    pub side: &'static str,
    pub mark: &'static str,
    pub person: &'static str,
    pub bullet: &'static str,
    pub todo: &'static str,
    pub arrows: Arrows,
}

/// Whether the arrow keys can be drawn as arrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrows {
    Drawn,
    Named,
}

/// Fonts of today.
pub const FULL_GLYPHS: Glyphs = Glyphs {
    phases: ["●", "▲", "■"],
    full: "█",
    bar: "▆",
    low: "▄",
    low_empty: "▁",
    rule: "─",
    side: "▌",
    mark: "►",
    person: "○",
    bullet: "•",
    todo: "□",
    arrows: Arrows::Drawn,
};

/// The old Windows console: half and full blocks and square boxes, nothing more.
pub const OLD_GLYPHS: Glyphs = Glyphs {
    phases: ["o", "^", "="],
    full: "█",
    bar: "▄",
    low: "▄",
    low_empty: "_",
    rule: "─",
    side: "│",
    mark: ">",
    person: "*",
    bullet: "-",
    todo: "-",
    arrows: Arrows::Named,
};

/// Terminals of today set one of these on Windows. Where none is set it may be the old console: it
/// sets nothing, and nor does Windows Terminal when it opens because the program was clicked.
const TERMINALS_ON_WINDOWS: [&str; 4] =
    ["WT_SESSION", "TERM_PROGRAM", "ALACRITTY_WINDOW_ID", "TERMINAL_EMULATOR"];

/// How roles are drawn on this terminal.
#[derive(Clone)]
pub struct Theme {
    pub name: ThemeName,
    /// What the environment lets expect.
    usual: ThemeName,
    colours: Option<&'static Colours>,
    pub glyphs: Glyphs,
    /// What the environment lets expect.
    expected: Glyphs,
    pub letters: Rc<Letters>,
}

impl Theme {
    pub fn new(name: ThemeName, glyphs: Glyphs) -> Self {
        let colours = match name {
            ThemeName::Dark => Some(&DARK),
            ThemeName::Light => Some(&LIGHT),
            ThemeName::HighContrast => Some(&HIGH_CONTRAST),
            ThemeName::Cream => Some(&CREAM),
            ThemeName::Sixteen => Some(&SIXTEEN),
            ThemeName::Plain => None,
        };
        let letters = Rc::new(Letters::new(LetterSet::None));
        Self { name, usual: name, colours, glyphs, expected: glyphs, letters }
    }

    /// The theme that was asked for, or else the best that this terminal shows for certain.
    /// `variable` looks up an environment variable.
    pub fn pick(wish: Option<ThemeName>, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let on_windows = variable("OS").as_deref() == Some("Windows_NT");
        let signed = TERMINALS_ON_WINDOWS.into_iter().any(set);
        let old_console = on_windows && !signed || variable("TERM").as_deref() == Some("linux");
        let glyphs = if old_console { OLD_GLYPHS } else { FULL_GLYPHS };
        let deep = matches!(variable("COLORTERM").as_deref(), Some("truecolor" | "24bit"));
        let usual = if set("NO_COLOR") || variable("TERM").as_deref() == Some("dumb") {
            ThemeName::Plain
        } else if deep || on_windows || set("WT_SESSION") {
            // Every console of Windows 10 and later shows all colours, the old one too.
            ThemeName::Dark
        } else {
            ThemeName::Sixteen
        };
        Self { usual, ..Self::new(wish.unwrap_or(usual), glyphs) }
    }

    /// With big letters of this set; of the best that this terminal shows for certain when none was
    /// asked for.
    #[must_use]
    pub fn with_letters(self, wish: Option<LetterSet>, variable: impl Fn(&str) -> Option<String>) -> Self {
        let glyphs = match wish {
            // Who wants these has seen them: the font is one of today, whatever the environment says.
            Some(LetterSet::Octant | LetterSet::Sextant | LetterSet::Quadrant) => FULL_GLYPHS,
            _ => self.expected,
        };
        let set = LetterSet::pick(wish, &glyphs, variable);
        Self { glyphs, letters: Rc::new(Letters::new(set)), ..self }
    }

    /// With letters that were chosen by eye.
    #[must_use]
    pub fn in_letters(self, set: LetterSet) -> Self {
        self.with_letters(Some(set), |_| None)
    }

    #[must_use]
    pub fn in_colours(self, name: ThemeName) -> Self {
        Self { name, colours: Self::new(name, self.expected).colours, ..self }
    }

    /// With the next colours of those that a teacher picks from.
    #[must_use]
    pub fn in_next_colours(self, change: Change) -> Self {
        let name = neighbour(&self.choices(), &self.name, change);
        self.in_colours(name)
    }

    /// What a teacher picks from by eye.
    pub fn choices(&self) -> Vec<ThemeName> {
        let mut choices = vec![ThemeName::Dark, ThemeName::Light, ThemeName::Cream, ThemeName::HighContrast];
        for name in [self.usual, self.name] {
            if !choices.contains(&name) {
                choices.push(name);
            }
        }
        choices
    }

    /// As it was chosen before; what is not said, or not known, stays as it is.
    #[must_use]
    pub fn wearing(self, look: &Look) -> Self {
        let letters = look.letters.as_deref().and_then(LetterSet::parse);
        let colours = look.theme.as_deref().and_then(ThemeName::parse);
        let theme = colours.into_iter().fold(self, Self::in_colours);
        letters.into_iter().fold(theme, Self::in_letters)
    }

    /// What is remembered of it.
    pub fn look(&self) -> Look {
        let letters = self.letters.letter_set().name();
        Look { theme: Some(Text::clean(self.name.name())), letters: Some(Text::clean(letters)) }
    }

    pub fn has_colour(&self) -> bool {
        self.colours.is_some()
    }

    /// Whether it may have any colour there is.
    pub fn has_true_colour(&self) -> bool {
        self.colours.is_some_and(|colours| matches!(colours.ground, Color::Rgb(..)))
    }

    /// The ground of the whole screen.
    pub fn ground(&self) -> Style {
        self.colours.map_or_else(Style::new, |c| Style::new().fg(c.text).bg(c.ground))
    }

    pub fn style(&self, role: Role) -> Style {
        let weight = match role {
            Role::Strong | Role::Mark | Role::Warning => Modifier::BOLD,
            Role::Cursor => Modifier::REVERSED,
            _ => Modifier::empty(),
        };
        let style = self.ground().add_modifier(weight);
        match (self.colours, role) {
            (None, _) => style,
            (Some(colours), Role::Ink { ink, ground, .. }) => {
                let full = colours.of(role);
                style
                    .fg(colours.shade(full, ink).unwrap_or(full))
                    .bg(colours.shade(full, ground).unwrap_or(colours.ground))
            }
            (Some(_), Role::Dots { upper, lower }) => {
                let style = style.fg(rgb(upper));
                lower.map_or(style, |lower| style.bg(rgb(lower)))
            }
            (Some(colours), role) => style.fg(colours.of(role)),
        }
    }

    pub fn phase_glyph(&self, phase: Phase) -> &'static str {
        let [prepare, active, look_back] = self.glyphs.phases;
        match phase {
            Phase::Prepare => prepare,
            Phase::Do => active,
            Phase::LookBack => look_back,
        }
    }
}

fn rgb([red, green, blue]: [u8; 3]) -> Color {
    Color::Rgb(red, green, blue)
}

impl Colours {
    fn of(&self, role: Role) -> Color {
        let [prepare, active, look_back] = self.phases;
        match role {
            // Dots say themselves which they are.
            Role::Text
            | Role::Strong
            | Role::Cursor
            | Role::Said
            | Role::Dots { .. }
            | Role::Ink { tone: Tone::Text, .. } => self.text,
            Role::Quiet | Role::Ink { tone: Tone::Quiet, .. } => self.quiet,
            Role::Rule => self.rule,
            Role::Phase(Phase::Prepare) => prepare,
            Role::Phase(Phase::Do) => active,
            Role::Phase(Phase::LookBack) => look_back,
            Role::Clock(Stage::Ample) => self.ample,
            Role::Clock(Stage::Soon) => self.soon,
            Role::Clock(Stage::Last | Stage::Over) => self.last,
            Role::Bar => self.bar,
            Role::Mark | Role::Warning => self.mark,
        }
    }

    /// Between the ground, 0, and `full`, [`FULL_INK`]; None when these are colours of the terminal.
    fn shade(&self, full: Color, ink: u8) -> Option<Color> {
        let (Color::Rgb(r, g, b), Color::Rgb(red, green, blue)) = (self.ground, full) else {
            return None;
        };
        let mix = |from: u8, to: u8| {
            let (from, to) = (u16::from(from), u16::from(to));
            let sum = from * u16::from(FULL_INK.saturating_sub(ink)) + to * u16::from(ink.min(FULL_INK));
            u8::try_from(sum / u16::from(FULL_INK)).unwrap_or(u8::MAX)
        };
        Some(Color::Rgb(mix(r, red), mix(g, green), mix(b, blue)))
    }
}
