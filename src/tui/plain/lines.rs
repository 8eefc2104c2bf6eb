//! Lines in and out. Who reads them waits in a thread of its own, so that a clock that runs is looked
//! at meanwhile.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::text::Text;
use crate::tui::signals;

/// In bytes; what is longer comes as more than one line.
const LONGEST: u64 = 16 * 1024;

pub type Told<T> = Result<T, Gone>;

/// Why nothing more can be asked.
#[derive(Debug)]
pub enum Gone {
    /// There are no more lines, or the system wants the program to end.
    Input,
    Output(io::Error),
}

/// Whether what is typed stands there by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Echo {
    Terminal,
    /// It comes through a pipe: whoever reads the answers would miss it.
    Ours,
}

enum Heard {
    Line(Text),
    End,
}

/// What is said, and what is answered.
pub struct Lines<'o> {
    heard: Receiver<Heard>,
    out: &'o mut dyn Write,
    echo: Echo,
}

impl From<io::Error> for Gone {
    fn from(why: io::Error) -> Self {
        Self::Output(why)
    }
}

impl<'o> Lines<'o> {
    pub fn new(out: &'o mut dyn Write, echo: Echo) -> io::Result<Self> {
        let (sender, heard) = mpsc::channel();
        let ending = sender.clone();
        // Who hears it is gone only when the program ends.
        signals::listen_for_end(move || drop(ending.send(Heard::End)))?;
        thread::Builder::new().name("lines".to_owned()).spawn(move || read(&sender))?;
        Ok(Self { heard, out, echo })
    }

    pub fn say(&mut self, line: &str) -> Told<()> {
        Ok(writeln!(self.out, "{line}")?)
    }

    pub fn say_all<S: AsRef<str>>(&mut self, lines: &[S]) -> Told<()> {
        lines.iter().try_for_each(|line| self.say(line.as_ref()))
    }

    /// What stands before the answer, on its line.
    pub fn prompt(&mut self, question: &str) -> Told<()> {
        write!(self.out, "{question} ")?;
        Ok(self.out.flush()?)
    }

    /// The next line; None when it did not come within `limit`.
    pub fn hear(&mut self, limit: Option<Duration>) -> Told<Option<Text>> {
        let heard = match limit {
            None => self.heard.recv().unwrap_or(Heard::End),
            Some(limit) => match self.heard.recv_timeout(limit) {
                Ok(heard) => heard,
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => Heard::End,
            },
        };
        let Heard::Line(line) = heard else {
            self.say("")?;
            return Err(Gone::Input);
        };
        if self.echo == Echo::Ours {
            self.say(&line)?;
        }
        Ok(Some(line))
    }

    pub fn ask(&mut self, question: &str) -> Told<Text> {
        self.prompt(question)?;
        loop {
            if let Some(line) = self.hear(None)? {
                return Ok(line);
            }
        }
    }
}

fn read(heard: &Sender<Heard>) {
    let mut input = io::stdin().lock();
    loop {
        let mut line = Vec::new();
        let said = match input.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(1..) => Heard::Line(Text::clean(String::from_utf8_lossy(&line).trim())),
            Ok(0) | Err(_) => Heard::End,
        };
        let is_last = matches!(said, Heard::End);
        if heard.send(said).is_err() || is_last {
            return;
        }
    }
}
