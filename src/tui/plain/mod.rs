//! A whole lesson in lines of text, for screen readers and terminals that can do no more: nothing is
//! drawn, no cursor moves, and each deed is a line with Enter. It is the same lesson as on the class
//! view; only the screens are other ones.

mod body;
mod choosing;
mod deeds;
mod lesson;
mod lines;
mod readying;
mod words;

use std::io::{self, Write};
use std::sync::Arc;

use crate::lesson::{Command, Opening};
use crate::session::{Session, Settings, Shelf, Wake, local_time};
use crate::text::Text;
use crate::tui::ending::{Ending, unsaved};
use crate::tui::lists::Lists;
use crate::tui::screens::choose::Item;
use crate::tui::screens::setup::{Brief, Class};
use lesson::Left;
use lines::{Gone, Lines, Told};

pub use lines::Echo;

/// What the program is started with.
pub struct Options {
    pub shelf: Shelf,
    /// None: not to be read, and so not to be written.
    pub settings: Option<Settings>,
    /// What must be said about the settings.
    pub notice: Option<Text>,
    pub echo: Echo,
}

/// Runs until the teacher stops or the input ends.
pub fn start(options: Options, out: &mut dyn Write) -> io::Result<Ending> {
    let lines = Lines::new(out, options.echo)?;
    let mut plain = Plain { shelf: options.shelf, settings: options.settings, lines };
    match plain.day(options.notice.as_ref()) {
        Ok(ending) => Ok(ending),
        Err(Gone::Input) => Ok(Ending::Quiet),
        Err(Gone::Output(why)) => Err(why),
    }
}

/// The program between two lines.
struct Plain<'o> {
    shelf: Shelf,
    settings: Option<Settings>,
    lines: Lines<'o>,
}

impl Plain<'_> {
    /// One lesson after the other.
    fn day(&mut self, notice: Option<&Text>) -> Told<Ending> {
        self.lines.say("Lesloper, in gewone regels. Typ een antwoord en druk op Enter.")?;
        self.lines.say_all(notice.as_slice())?;
        loop {
            let (lists, notices) = Lists::read(&self.shelf, local_time());
            self.lines.say_all(&notices)?;
            let Some(item) = choosing::choose(&lists, &mut self.lines)? else { return Ok(Ending::Quiet) };
            let Some(session) = self.begin(item, &lists)? else { continue };
            let (session, left) = lesson::run(session, &mut self.lines);
            let goes_on = session.can_go_on();
            match (unsaved(session.close()), left) {
                (Some(why), _) => return Ok(Ending::Unsaved(why)),
                (None, Ok(Left::Finished)) => {}
                (None, Ok(Left::Stopped) | Err(Gone::Input)) if goes_on => return Ok(Ending::Kept),
                (None, Ok(Left::Stopped)) => return Ok(Ending::Quiet),
                (None, Err(gone)) => return Err(gone),
            }
        }
    }

    /// None: back to the list.
    fn begin(&mut self, item: Item, lists: &Lists) -> Told<Option<Session>> {
        match item {
            Item::Lesson(index) => {
                let Some(lesson) = lists.unfinished.get(index) else { return Ok(None) };
                match Session::reopen(&self.shelf, &lesson.id, no_wake()) {
                    Ok(session) if session.needs_opening() => self.open(session, lists),
                    Ok(session) => Ok(Some(session)),
                    Err(error) => self.lines.say(&error.to_string()).map(|()| None),
                }
            }
            Item::Activity(index) => {
                let Some(activity) = lists.activities.get(index) else { return Ok(None) };
                let card = match self.shelf.card(activity) {
                    Ok(card) => card,
                    Err(why) => {
                        return self.lines.say(&format!("Deze kaart heeft fouten: {why}")).map(|()| None);
                    }
                };
                let brief = Brief::new(&card, Class::Open);
                while let Some((roster, opening)) = self.ready(&brief, lists)? {
                    match Session::begin(&self.shelf, &card, roster, opening.clone(), no_wake()) {
                        Ok(session) => return self.keep_answers(&opening).map(|()| Some(session)),
                        Err(refusal) => self.lines.say(&refusal.to_string())?,
                    }
                }
                Ok(None)
            }
        }
    }

    /// The next les of a reeks.
    fn open(&mut self, mut session: Session, lists: &Lists) -> Told<Option<Session>> {
        let class = Class::Known(session.roster().cloned());
        let brief = Brief::new(session.lesson().card(), class).seated(session.lesson().home());
        while let Some((_, opening)) = self.ready(&brief, lists)? {
            match session.act(Command::OpenSitting(opening.clone())) {
                Ok(()) => return self.keep_answers(&opening).map(|()| Some(session)),
                Err(refusal) => self.lines.say(&refusal.to_string())?,
            }
        }
        Ok(None)
    }

    /// What was answered now is the answer that is offered next time.
    fn keep_answers(&mut self, opening: &Opening) -> Told<()> {
        let Some(settings) = &mut self.settings else { return Ok(()) };
        settings.take_answers(opening);
        match self.shelf.keep(settings) {
            Ok(()) => Ok(()),
            Err(why) => self.lines.say(&why),
        }
    }
}

/// Nobody waits: what was saved is looked at between two lines.
fn no_wake() -> Wake {
    Arc::new(|| {})
}
