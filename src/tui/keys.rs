//! One key: which it is, and how it is written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::theme::Arrows;

/// One key, with or without Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
}

impl Key {
    /// As it is written: "Enter", "Ctrl-Z".
    pub fn label(self, arrows: Arrows) -> String {
        let name = match (self.code, arrows) {
            (KeyCode::Right, Arrows::Drawn) => "→".into(),
            (KeyCode::Left, Arrows::Drawn) => "←".into(),
            (KeyCode::Up, Arrows::Drawn) => "↑".into(),
            (KeyCode::Down, Arrows::Drawn) => "↓".into(),
            (KeyCode::Right, Arrows::Named) => "rechts".into(),
            (KeyCode::Left, Arrows::Named) => "links".into(),
            (KeyCode::Up, Arrows::Named) => "omhoog".into(),
            (KeyCode::Down, Arrows::Named) => "omlaag".into(),
            (KeyCode::Char(' '), _) => "spatie".into(),
            (KeyCode::Char(letter), _) if self.ctrl => letter.to_ascii_uppercase().to_string(),
            (KeyCode::Char(letter), _) => letter.to_string(),
            (KeyCode::F(number), _) => format!("F{number}"),
            (KeyCode::PageUp, _) => "PgUp".into(),
            (KeyCode::PageDown, _) => "PgDn".into(),
            // Enter, Esc, Tab: as the library calls them.
            (other, _) => format!("{other:?}"),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }

    /// The key that was pressed.
    pub fn of(event: KeyEvent) -> Self {
        Self { code: plain(event.code), ctrl: with_ctrl(event) }
    }

    pub fn is_of(self, event: KeyEvent) -> bool {
        self.code == plain(event.code) && self.ctrl == with_ctrl(event)
    }
}

// AltGr comes as Ctrl and Alt together and types a letter.
pub fn with_ctrl(event: KeyEvent) -> bool {
    event.modifiers.contains(KeyModifiers::CONTROL) && !event.modifiers.contains(KeyModifiers::ALT)
}

// With caps lock on the keys still work.
fn plain(code: KeyCode) -> KeyCode {
    match code {
        KeyCode::Char(letter) => KeyCode::Char(letter.to_ascii_lowercase()),
        other => other,
    }
}

pub const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

pub const fn c(letter: char) -> Key {
    key(KeyCode::Char(letter))
}

pub const fn ctrl(letter: char) -> Key {
    Key { code: KeyCode::Char(letter), ctrl: true }
}

pub const ENTER: Key = key(KeyCode::Enter);
pub const ESC: Key = key(KeyCode::Esc);
pub const TAB: Key = key(KeyCode::Tab);
pub const UP: Key = key(KeyCode::Up);
pub const DOWN: Key = key(KeyCode::Down);
pub const LEFT: Key = key(KeyCode::Left);
pub const RIGHT: Key = key(KeyCode::Right);
pub const PAGE_UP: Key = key(KeyCode::PageUp);
pub const PAGE_DOWN: Key = key(KeyCode::PageDown);
pub const HOME: Key = key(KeyCode::Home);
pub const END: Key = key(KeyCode::End);
pub const DELETE: Key = key(KeyCode::Delete);
pub const BACKSPACE: Key = key(KeyCode::Backspace);
