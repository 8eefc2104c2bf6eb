//! The loop: waits for a key, a signal or word from the journal, and draws when something that is
//! seen has changed. Between those it sleeps.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEvent, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use crate::lesson::Command;
use crate::session::{Overview, Shelf, local_time};
use crate::text::Text;
use crate::tui::lists::Lists;
use crate::tui::outside::Errand;
use crate::tui::program::Program;
use crate::tui::seen::Seen;
use crate::tui::signals;
use crate::tui::terminal::Terminal;

/// How long the terminal has the machine to itself to show a screen, before something is worked ahead:
/// on two cores it would wait for that.
const BREATH: Duration = Duration::from_millis(10);

/// What wakes the loop.
#[derive(Debug)]
pub enum Message {
    Key(KeyEvent),
    /// On the board, or a click.
    Tapped(Position),
    /// Not on every terminal: on Windows it comes as keys.
    Pasted(String),
    /// What is on the disk, and what could not be read of it.
    Lists(Box<Lists>, Vec<Text>),
    /// Of an errand that failed.
    Say(Text),
    Resized,
    /// Something was saved, or could not be.
    Journal,
    /// Of a second screen, to the lesson.
    Wish(Command),
    /// Of the lesson, to a second screen.
    Overview(Option<Box<Overview>>),
    /// The system, or the end of the input, wants the program to end.
    End,
    #[cfg_attr(not(unix), expect(dead_code, reason = "only a signal of Unix asks for it"))]
    Suspend,
    #[cfg_attr(not(unix), expect(dead_code, reason = "only a signal of Unix asks for it"))]
    Continued,
}

/// Runs until the teacher stops, the system asks for it, or the terminal is gone.
///
/// `begin` starts what works beside it, once the first picture is there: that one does not share the
/// machine with anything.
pub fn run(
    program: &mut Program,
    terminal: &mut Terminal,
    messages: &Receiver<Message>,
    begin: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let ended = first_picture(program, terminal, begin).and_then(|()| turn(program, terminal, messages));
    // The disk may be slow: the terminal does not wait for it.
    Terminal::give_back();
    ended
}

fn first_picture(
    program: &mut Program,
    terminal: &mut Terminal,
    begin: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    draw(program, terminal)?;
    begin()?;
    // With what is read comes another draw; who changed the window before anybody listened has it then.
    program.read_lists();
    Ok(())
}

fn turn(program: &mut Program, terminal: &mut Terminal, messages: &Receiver<Message>) -> io::Result<()> {
    loop {
        let mut seen = match wait(program, messages) {
            Some(message) => take(program, message, terminal)?,
            None => program.time_passed(),
        };
        // What came meanwhile is drawn together: a key held down, a window being dragged.
        while let Ok(message) = messages.try_recv() {
            seen = seen.or(take(program, message, terminal)?);
        }
        if program.is_over() {
            return Ok(());
        }
        if seen == Seen::Changed {
            draw(program, terminal)?;
        }
    }
}

/// The next message, after working ahead until there is one; or None when the screen changes by itself.
fn wait(program: &mut Program, messages: &Receiver<Message>) -> Option<Message> {
    while program.looks_ahead() {
        match messages.recv_timeout(BREATH) {
            Err(RecvTimeoutError::Timeout) => program.look_ahead(),
            message => return Some(message.unwrap_or(Message::End)),
        }
    }
    let Some(change) = program.next_change() else {
        return Some(messages.recv().unwrap_or(Message::End));
    };
    match messages.recv_timeout(change) {
        Ok(message) => Some(message),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => Some(Message::End),
    }
}

fn take(program: &mut Program, message: Message, terminal: &mut Terminal) -> io::Result<Seen> {
    Ok(match message {
        Message::Key(key) => {
            program.press(key);
            Seen::Changed
        }
        Message::Tapped(at) => {
            program.tap(at);
            Seen::Changed
        }
        Message::Pasted(text) => {
            program.paste(&text);
            Seen::Changed
        }
        Message::Resized => Seen::Changed,
        Message::Lists(lists, notices) => {
            program.take_lists(*lists, &notices);
            Seen::Changed
        }
        Message::Say(text) => {
            program.say_all(&[text]);
            Seen::Changed
        }
        Message::Journal => program.time_passed(),
        Message::Wish(command) => {
            program.wish(command);
            Seen::Changed
        }
        Message::Overview(overview) => {
            program.see(overview.map(|overview| *overview));
            Seen::Changed
        }
        Message::End => {
            program.end();
            Seen::Same
        }
        Message::Suspend => {
            Terminal::give_back();
            signals::stop();
            // At once: what waits in the queue may draw before the word that the program goes on.
            go_on(terminal)?
        }
        Message::Continued => go_on(terminal)?,
    })
}

fn go_on(terminal: &mut Terminal) -> io::Result<Seen> {
    terminal.take_again()?;
    Ok(Seen::Changed)
}

fn draw(program: &mut Program, terminal: &mut Terminal) -> io::Result<()> {
    let size = Terminal::size()?;
    if size != program.size() {
        program.resize(size);
    }
    let ground = program.ground();
    terminal.draw(size, ground, |buffer| program.draw(buffer))?;
    // The disk was busy meanwhile.
    if program.settle() == Seen::Changed {
        terminal.draw(size, ground, |buffer| program.draw(buffer))?;
    }
    terminal.show(&program.title())?;
    program.show_second_screens();
    Ok(())
}

/// Runs errands to the disk in a thread of its own, one after the other: a class does not wait.
pub fn run_errands(shelf: Shelf, errands: Receiver<Errand>, messages: Sender<Message>) -> io::Result<()> {
    let run = move || {
        for errand in errands {
            let message = match errand {
                Errand::ReadLists => {
                    let (lists, notices) = Lists::read(&shelf, local_time());
                    Message::Lists(Box::new(lists), notices)
                }
                Errand::Keep(settings) => match shelf.keep(&settings) {
                    Ok(()) => continue,
                    Err(why) => Message::Say(why),
                },
            };
            // The loop is gone when the program ended meanwhile.
            if messages.send(message).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("errands".to_owned()).spawn(run).map(drop)
}

/// Reads the keys in a thread of its own, until the input ends.
pub fn read_keys(messages: Sender<Message>) -> io::Result<()> {
    let read = move || {
        loop {
            let message = match event::read() {
                // Windows tells of keys that go up as well.
                Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => Message::Key(key),
                Ok(Event::Mouse(mouse)) if mouse.kind == MouseEventKind::Down(MouseButton::Left) => {
                    Message::Tapped(Position { x: mouse.column, y: mouse.row })
                }
                Ok(Event::Paste(text)) => Message::Pasted(text),
                Ok(Event::Resize(..)) => Message::Resized,
                Ok(_) => continue,
                Err(_) => Message::End,
            };
            let last = matches!(message, Message::End);
            if messages.send(message).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read).map(drop)
}
