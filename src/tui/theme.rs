//! How a screen looks: roles, not colours. A screen says what a piece of text is; the theme says
//! how that is drawn, with or without colour. Whatever a colour says, a shape or a word says too.

use ratatui::style::{Color, Modifier, Style};

use crate::card::Phase;
use crate::lesson::Stage;

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
    /// Where the next letter comes. Drawn, so that it does not blink.
    Cursor,
}

/// The themes a teacher can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    Dark,
    Light,
    Sixteen,
    Plain,
}

impl ThemeName {
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Sixteen, Self::Plain];

    /// As written after `--thema` and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "donker",
            Self::Light => "licht",
            Self::Sixteen => "zestien",
            Self::Plain => "geen",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// The characters that draw shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub phases: [&'static str; 3],
    pub full: &'static str,
    pub empty: &'static str,
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
    empty: "░",
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
    empty: "·",
    rule: "─",
    side: "│",
    mark: ">",
    person: "*",
    bullet: "-",
    todo: "-",
    arrows: Arrows::Named,
};

/// How roles are drawn on this terminal.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    colours: Option<Colours>,
    pub glyphs: Glyphs,
    /// Whether the terminal leaves the colour that is set where it erases.
    erases_in_colour: bool,
}

#[derive(Debug, Clone, Copy)]
struct Colours {
    ground: Color,
    text: Color,
    quiet: Color,
    rule: Color,
    phases: [Color; 3],
    ample: Color,
    soon: Color,
    last: Color,
    bar: Color,
    mark: Color,
}

impl Theme {
    pub fn new(name: ThemeName, glyphs: Glyphs) -> Self {
        let colours = match name {
            ThemeName::Dark => Some(DARK),
            ThemeName::Light => Some(LIGHT),
            ThemeName::Sixteen => Some(SIXTEEN),
            ThemeName::Plain => None,
        };
        Self { colours, glyphs, erases_in_colour: true }
    }

    /// The theme that was asked for, or else the best that this terminal shows for certain.
    /// `variable` looks up an environment variable.
    pub fn pick(wish: Option<ThemeName>, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let old_console = cfg!(windows) && !set("WT_SESSION") && !set("TERM_PROGRAM");
        let glyphs = if old_console || variable("TERM").as_deref() == Some("linux") {
            OLD_GLYPHS
        } else {
            FULL_GLYPHS
        };
        let name = wish.unwrap_or_else(|| {
            let deep = matches!(variable("COLORTERM").as_deref(), Some("truecolor" | "24bit"));
            if set("NO_COLOR") || variable("TERM").as_deref() == Some("dumb") {
                ThemeName::Plain
            } else if deep || set("WT_SESSION") {
                ThemeName::Dark
            } else {
                ThemeName::Sixteen
            }
        });
        // GNU screen, and what calls itself so, may not.
        let erases_in_colour = !variable("TERM").is_some_and(|term| term.starts_with("screen"));
        Self { erases_in_colour, ..Self::new(name, glyphs) }
    }

    pub fn has_colour(&self) -> bool {
        self.colours.is_some()
    }

    /// The ground of the whole screen.
    pub fn ground(&self) -> Style {
        self.colours.map_or_else(Style::new, |c| Style::new().fg(c.text).bg(c.ground))
    }

    /// The ground, where the terminal can fill the screen with it by erasing.
    pub fn fill(&self) -> Option<Style> {
        (self.has_colour() && self.erases_in_colour).then(|| self.ground())
    }

    pub fn style(&self, role: Role) -> Style {
        let weight = match role {
            Role::Strong | Role::Mark | Role::Warning => Modifier::BOLD,
            Role::Cursor => Modifier::REVERSED,
            _ => Modifier::empty(),
        };
        let style = self.ground().add_modifier(weight);
        self.colours.map_or(style, |c| style.fg(c.of(role)))
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

impl Colours {
    fn of(&self, role: Role) -> Color {
        let [prepare, active, look_back] = self.phases;
        match role {
            Role::Text | Role::Strong | Role::Cursor => self.text,
            Role::Quiet => self.quiet,
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
}

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::Rgb(red, green, blue)
}

// The accents are Okabe and Ito's, which the colour-blind tell apart too; on the light ground
// their darker neighbours, since a shape needs 3:1.
const DARK: Colours = Colours {
    ground: rgb(0x0e_14_1b),
    text: rgb(0xf4_f4_f0),
    quiet: rgb(0xb4_bc_c4),
    rule: rgb(0x6b_76_82),
    phases: [rgb(0x56_b4_e9), rgb(0xe6_9f_00), rgb(0xcc_79_a7)],
    ample: rgb(0x00_b0_80),
    soon: rgb(0xe6_9f_00),
    last: rgb(0xe8_6a_1a),
    bar: rgb(0x56_b4_e9),
    mark: rgb(0xf0_e4_42),
};

const LIGHT: Colours = Colours {
    ground: rgb(0xfb_fb_f8),
    text: rgb(0x16_1a_1f),
    quiet: rgb(0x48_50_58),
    rule: rgb(0x84_8a_90),
    phases: [rgb(0x00_72_b2), rgb(0xb3_62_00), rgb(0xa8_4f_83)],
    ample: rgb(0x00_85_60),
    soon: rgb(0xb3_72_00),
    last: rgb(0xc0_40_00),
    bar: rgb(0x00_72_b2),
    mark: rgb(0x8a_35_00),
};

const SIXTEEN: Colours = Colours {
    ground: Color::Black,
    text: Color::White,
    quiet: Color::Gray,
    rule: Color::DarkGray,
    phases: [Color::LightCyan, Color::LightYellow, Color::LightMagenta],
    ample: Color::LightGreen,
    soon: Color::LightYellow,
    last: Color::LightRed,
    bar: Color::LightCyan,
    mark: Color::LightYellow,
};
