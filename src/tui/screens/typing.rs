//! Laat een duo typen: the whole screen for one answer. Pupils sit at the keys, so they do nothing
//! but type: text, Enter, and Tab to read it over. Ctrl-G twice gives the lesson back.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::class::GroupNumber;
use crate::lesson::{Duo, Screen};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::pages::Room;
use crate::tui::screens::class::Layout;
use crate::tui::screens::entry::Typed;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::input::Input;
use crate::tui::widgets::row::{Row, hanging, paint, wrapped};

/// A duo at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    question: Text,
    duos: Vec<Duo>,
    /// Into `duos`.
    at: usize,
    screen: Screen,
    input: Input,
    reading: Reading,
    leaving: Leaving,
    kept: Option<u8>,
}

/// Whether what was typed stands there in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Dotted,
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    No,
    Once,
}

impl Typing {
    pub fn new(question: Text, duos: Vec<Duo>, at: usize, screen: Screen) -> Self {
        Self {
            question,
            duos,
            at,
            screen,
            input: Input::default(),
            reading: Reading::Dotted,
            leaving: Leaving::No,
            kept: None,
        }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn press(&mut self, key: KeyEvent) -> Typed {
        let action = keymap::action(Context::Typing, key);
        let before = std::mem::replace(&mut self.leaving, Leaving::No);
        match (action, keymap::letter(key)) {
            (Some(Action::LeaveTyping), _) if before == Leaving::Once => return Typed::Close,
            (Some(Action::LeaveTyping), _) => self.leaving = Leaving::Once,
            (Some(Action::Accept), _) => {
                let text = self.input.text();
                if let (false, Some(duo)) = (text.is_empty(), self.duos.get(self.at)) {
                    return Typed::Answer(GroupNumber(duo.number), text);
                }
            }
            (Some(Action::Erase), _) => self.input.erase(),
            (Some(Action::Reveal), _) => {
                self.reading = match self.reading {
                    Reading::Dotted => Reading::Open,
                    Reading::Open => Reading::Dotted,
                }
            }
            (_, Some(letter)) => {
                self.field().insert(letter);
            }
            _ => {}
        }
        Typed::Stay
    }

    /// Where text is typed, out of sight.
    pub fn field(&mut self) -> &mut Input {
        self.reading = Reading::Dotted;
        self.kept = None;
        &mut self.input
    }

    /// What was typed is in the lesson: the next duo may come.
    pub fn kept(&mut self) {
        self.kept = self.duos.get(self.at).map(|duo| duo.number);
        self.at = (self.at + 1) % self.duos.len().max(1);
        self.input.clear();
        self.reading = Reading::Dotted;
    }

    /// What was typed beside a line, with the cursor behind it: one row of dots where all can see
    /// the screen, whole where only the duo can or when they read it over.
    fn rows(&self, measure: usize, side: &str) -> Vec<Row> {
        let open = self.screen == Screen::Apart || self.reading == Reading::Open;
        let width = measure.saturating_sub(4);
        let rows = if open {
            hanging(Row::default(), Role::Text, &self.input.text(), width)
        } else {
            vec![Row::new(Role::Text, self.input.dotted(width))]
        };
        let last = rows.len().saturating_sub(1);
        let beside = |(index, row): (usize, Row)| {
            let row = Row::new(Role::Bar, side).and(Role::Text, " ").and_row(row);
            if index == last { row.and(Role::Cursor, " ") } else { row }
        };
        rows.into_iter().enumerate().map(beside).collect()
    }
}

pub fn draw(typing: &Typing, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let layout = Layout::new(buffer.area.as_size());
    let kept = typing.kept.map(|number| format!("Bewaard, duo {number}. Dank je wel!"));
    let said = match (notice, typing.leaving, kept) {
        (Some(notice), ..) => wrapped(Role::Strong, notice, usize::from(layout.foot.width)),
        (None, Leaving::Once, _) => {
            vec![Row::new(Role::Quiet, "Nog een keer Ctrl-G: terug naar de les.")]
        }
        (None, Leaving::No, Some(kept)) => vec![Row::new(Role::Strong, kept)],
        (None, Leaving::No, None) => vec![Row::new(Role::Quiet, "Enter klaar   Tab lezen wat er staat")],
    };
    let whole = buffer.area;
    let said_height = u16::try_from(said.len()).unwrap_or(u16::MAX).min(whole.height);
    let foot = layout.foot.y.min(whole.bottom() - said_height);
    // Nothing stands in the edge here.
    let top = layout.edge.y + 1;
    let body = Rect { y: top, height: foot.saturating_sub(top + 1), ..layout.body };
    let rows = called(typing, body, theme, usize::from(whole.height));
    // What is typed stays in sight, whatever stands above it.
    let over = rows.len().saturating_sub(usize::from(body.height));
    let rows: Vec<Row> = rows.into_iter().skip(over).collect();
    paint(&rows, body, theme, buffer);
    paint(&said, Rect { y: foot, height: said_height, ..layout.foot }, theme, buffer);
}

/// The question, which duo types, as large as it goes on a screen of `height` rows, and what they typed.
fn called(typing: &Typing, body: Rect, theme: &Theme, height: usize) -> Vec<Row> {
    let room = Room { width: usize::from(body.width), height: usize::from(body.height) };
    let air = vec![Row::blank(); (room.height / 10).max(1)];
    let question = wrapped(Role::Quiet, &typing.question, room.measure());
    let mut typed = typing.rows(room.measure(), theme.glyphs.side);
    typed.push(Row::blank());
    typed.extend(wrapped(Role::Text, "Schrijf geen namen.", room.measure()));
    let number = typing.duos.get(typing.at).map_or(0, |duo| duo.number);
    let call = format!("Duo {number}, typ jullie antwoord.");
    let left = room.height.saturating_sub(question.len() + typed.len() + 2 * air.len());
    let mut sizes = theme.letters.sizes(height);
    let call = match sizes.find_map(|size| theme.letters.set(&call, size, Room { height: left, ..room })) {
        Some(large) => large.rows_in(Role::Strong),
        None => wrapped(Role::Strong, &call, room.measure()),
    };
    [question, air.clone(), call, air, typed].concat()
}
