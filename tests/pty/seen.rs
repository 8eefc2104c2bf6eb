//! What a program wrote so far, and what is seen of it.

use std::fmt::Write as _;

/// A synchronized update: a picture is begun, and is whole.
const BEGIN_OF_FRAME: &[u8] = b"\x1b[?2026h";
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

/// What came from the program so far.
pub struct Seen {
    pub screen: vt100::Parser<Title>,
    pub raw: Vec<u8>,
    pub frames: usize,
    /// A picture is begun and not whole yet.
    pub drawing: bool,
    pub ended: Option<Ended>,
    pub eyes: Eyes,
    pub window: Window,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Eyes {
    Open,
    Closed,
}

#[derive(PartialEq)]
pub enum Window {
    Open,
    /// The reader lets go at the next bytes.
    Closing,
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    Code(u32),
    Signal(String),
}

#[derive(Default)]
pub struct Title(String);

impl vt100::Callbacks for Title {
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.0 = String::from_utf8_lossy(title).into_owned();
    }
}

impl Seen {
    pub fn new(columns: u16, rows: u16) -> Self {
        Self {
            screen: screen(columns, rows),
            raw: Vec::new(),
            frames: 0,
            drawing: false,
            ended: None,
            eyes: Eyes::Open,
            window: Window::Open,
        }
    }

    /// More bytes came.
    pub fn take(&mut self, bytes: &[u8]) {
        if self.eyes == Eyes::Open {
            self.screen.process(bytes);
        }
        let from = self.raw.len().saturating_sub(END_OF_FRAME.len() - 1);
        self.raw.extend_from_slice(bytes);
        let fresh = &self.raw[from..];
        let (begun, whole) = (last_of(fresh, BEGIN_OF_FRAME), last_of(fresh, END_OF_FRAME));
        if begun != whole {
            self.drawing = begun > whole;
        }
        self.frames += fresh.windows(END_OF_FRAME.len()).filter(|window| *window == END_OF_FRAME).count();
    }

    /// All there is to see, for whoever waited in vain.
    pub fn told(&self) -> String {
        let mut told = format!("title {:?}, ended {:?}, the screen:\n", self.title(), self.ended);
        let screen = self.screen.screen();
        for row in screen.rows(0, screen.size().1) {
            writeln!(told, "|{row}").unwrap();
        }
        told
    }

    /// The screen as one line, so that a sentence is found however it was wrapped.
    pub fn text(&self) -> String {
        unwrapped(&self.screen.screen().contents())
    }

    /// Without the mark of what is not saved yet: that comes and goes by itself.
    pub fn picture(&self) -> String {
        self.text().replace("! nog niet bewaard", "")
    }

    pub fn title(&self) -> &str {
        &self.screen.callbacks().0
    }

    /// No second screen, the cursor seen, no mouse.
    pub fn is_restored(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

pub fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn screen(columns: u16, rows: u16) -> vt100::Parser<Title> {
    vt100::Parser::new_with_callbacks(rows, columns, 0, Title::default())
}

fn last_of(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).rposition(|window| window == mark)
}
