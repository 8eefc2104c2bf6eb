//! A lesson that runs: what is read, what is typed, and what is said once.

use std::time::Duration;

use crate::dutch;
use crate::lesson::{Body, ClockView, Command, Refusal, Runs, Scene};
use crate::session::{Saved, Session};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::plain::lines::{Lines, Told};
use crate::tui::plain::words::Deed;
use crate::tui::plain::{body, words};
use crate::tui::screens::panel;
use crate::tui::screens::running::keys::command;
use crate::tui::screens::selection;
use crate::tui::widgets::row::Row;

/// While a clock runs it is looked at this often, so that a laptop that sleeps is noticed.
const LIFE: Duration = Duration::from_secs(10);

/// How a lesson is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    Stopped,
    Finished,
}

/// Runs it until it is left, and gives it back to be closed.
pub fn run(session: Session, lines: &mut Lines) -> (Session, Told<Left>) {
    let mut running = Running::new(session, lines);
    let left = running.go();
    (running.session, left)
}

/// A lesson in lines.
pub(super) struct Running<'r, 'o> {
    pub(super) session: Session,
    pub(super) scene: Scene,
    pub(super) lines: &'r mut Lines<'o>,
    /// What was read last, and where.
    read: Vec<String>,
    heading: String,
    /// What is said once, until it is over.
    said: Vec<String>,
    /// Into the duos: whose answer is next.
    pub(super) next_duo: usize,
}

impl<'r, 'o> Running<'r, 'o> {
    fn new(mut session: Session, lines: &'r mut Lines<'o>) -> Self {
        let scene = session.scene();
        Self {
            session,
            scene,
            lines,
            read: Vec::new(),
            heading: String::new(),
            said: Vec::new(),
            next_duo: 0,
        }
    }

    fn go(&mut self) -> Told<Left> {
        self.lines.say("")?;
        self.lines.say("Enter gaat verder, < gaat terug, ? zegt wat nog meer kan.")?;
        self.show()?;
        loop {
            let line = self.listen()?;
            if let Some(left) = self.obey(&line)? {
                return Ok(left);
            }
            self.show()?;
        }
    }

    /// What is new on the screen of the class; all of it at another place, or when nothing is new.
    fn show(&mut self) -> Told<()> {
        let heading = body::heading(&self.scene);
        let lines = body::lines(&self.scene);
        if lines == self.read && (heading == self.heading || self.scene.cover.is_some()) {
            return Ok(());
        }
        let fresh: Vec<String> = lines.iter().filter(|line| !self.read.contains(line)).cloned().collect();
        if heading != self.heading && self.scene.cover.is_none() {
            self.lines.say("")?;
            self.lines.say(&heading)?;
            self.lines.say_all(&lines)?;
            self.heading = heading;
        } else {
            self.lines.say_all(if fresh.is_empty() { &lines } else { &fresh })?;
        }
        self.read = lines;
        Ok(())
    }

    /// The next line of the teacher. What must be said meanwhile comes before it.
    fn listen(&mut self) -> Told<Text> {
        loop {
            for news in self.news() {
                self.lines.say(&news)?;
            }
            self.lines.prompt(&prompt(self.scene.clock.as_ref()))?;
            loop {
                if let Some(line) = self.lines.hear(self.limit())? {
                    self.look();
                    return Ok(line);
                }
                self.look();
                if self.warnings().iter().any(|warning| !self.said.contains(warning)) {
                    self.lines.say("")?;
                    break;
                }
            }
        }
    }

    /// The answer to a question; a clock that runs goes on meanwhile.
    pub(super) fn ask(&mut self, question: &str) -> Told<Text> {
        self.lines.prompt(&format!("{question} >"))?;
        loop {
            let line = self.lines.hear(self.limit())?;
            self.look();
            if let Some(line) = line {
                return Ok(line);
            }
        }
    }

    pub(super) fn is_sure(&mut self, question: &str) -> Told<bool> {
        let answer = self.ask(&format!("{question} Typ ja of nee."))?;
        Ok(matches!(answer.to_lowercase().as_str(), "ja" | "j"))
    }

    /// Until the clock is to be looked at; None: it stands still.
    fn limit(&self) -> Option<Duration> {
        let clock = self.scene.clock.filter(|clock| clock.runs == Runs::Running && !clock.left.is_zero())?;
        Some(clock.left.min(LIFE))
    }

    fn look(&mut self) {
        self.scene = self.session.scene();
    }

    /// What is to be said now and was not said yet.
    fn news(&mut self) -> Vec<String> {
        let mut news: Vec<String> = self.session.notices().iter().map(Text::to_string).collect();
        let warnings = self.warnings();
        news.extend(warnings.iter().filter(|warning| !self.said.contains(warning)).cloned());
        self.said = warnings;
        news
    }

    /// What holds now; the same words as long as it does.
    fn warnings(&self) -> Vec<String> {
        let teacher = &self.scene.teacher;
        let is_over = |clock: &ClockView| clock.runs == Runs::Running && clock.left.is_zero();
        let mut warnings = Vec::new();
        if self.scene.clock.as_ref().is_some_and(is_over) {
            warnings.push("De tijd is om.".to_owned());
        }
        if teacher.close_now {
            warnings.push("De bel komt eraan: met k begin je de afsluiting.".to_owned());
        }
        if teacher.jumped {
            warnings.push("De laptop sliep. De tijd staat stil; met t loopt hij door.".to_owned());
        }
        if let Saved::Failing(why) = self.session.saved() {
            warnings.push(format!("Nog niet bewaard. {why}"));
        }
        warnings
    }

    /// Whether the lesson granted it; if not, it is said why.
    pub(super) fn act(&mut self, command: Command) -> Told<bool> {
        let acted = self.session.act(command);
        self.look();
        match acted {
            Ok(()) => Ok(true),
            Err(refusal) => self.refuse(refusal).map(|()| false),
        }
    }

    pub(super) fn refuse(&mut self, refusal: Refusal) -> Told<()> {
        self.lines.say(&refusal.to_string())
    }

    fn obey(&mut self, line: &str) -> Told<Option<Left>> {
        let Some(deed) = words::parse(line) else {
            self.lines.say("Dat ken ik niet. Typ ? en je ziet wat kan.")?;
            return Ok(None);
        };
        if self.scene.cover.is_some() && !stays_covered(deed.action) {
            self.act(Command::Uncover)?;
            if deed.action == Action::Next {
                return Ok(None);
            }
        }
        match deed.action {
            Action::Next => return self.next(),
            Action::Quit if self.is_sure("Stoppen voor vandaag? Verder gaan kan altijd.")? => {
                return Ok(Some(self.stop()));
            }
            action => match command(action) {
                Some(command) => drop(self.act(command)?),
                None => self.deed(&deed)?,
            },
        }
        Ok(None)
    }

    fn deed(&mut self, deed: &Deed) -> Told<()> {
        match deed.action {
            Action::Back => drop(self.act(Command::Back)?),
            Action::Furthest => drop(self.act(Command::ToFurthest)?),
            Action::ToClosing => drop(self.act(Command::ToClosing)?),
            Action::ToNextStep => drop(self.act(Command::ToNextStep)?),
            Action::Option if selection::picks(&self.scene.body) => {
                self.act(Command::Choose(deed.number.saturating_sub(1)))?;
            }
            Action::Option => self.refuse(Refusal::NothingToChoose)?,
            Action::Answer => self.take_answer(deed.rest)?,
            Action::LetType => self.let_type()?,
            Action::Count => self.count(deed.rest)?,
            Action::Late => self.come_or_go()?,
            Action::Remove => self.remove(deed.rest)?,
            Action::Shred => self.shred(deed.rest)?,
            Action::Reveal => self.read.clear(),
            Action::Help => self.lines.say_all(&words::help())?,
            Action::Panel => self.tell_teacher()?,
            _ => {}
        }
        Ok(())
    }

    fn next(&mut self) -> Told<Option<Left>> {
        let is_rest = matches!(&self.scene.body, Body::Closing(closing) if closing.next.is_some());
        if matches!(self.scene.body, Body::End(_)) {
            let is_sure = self.is_sure("Afronden? Dan is deze activiteit klaar.")?;
            return if is_sure { self.finish() } else { Ok(None) };
        }
        if !is_rest {
            return self.act(Command::Next).map(|_| None);
        }
        let question = "Stoppen voor vandaag? Typ ja of nee. Met > begint de volgende les meteen.";
        match self.ask(question)?.to_lowercase().as_str() {
            "ja" | "j" => return Ok(Some(self.stop())),
            ">" => drop(self.act(Command::Next)?),
            _ => {}
        }
        Ok(None)
    }

    /// Closing a les that is not open is refused; stopping is always possible.
    fn stop(&mut self) -> Left {
        let _ = self.session.act(Command::CloseSitting);
        Left::Stopped
    }

    /// It may have been a slip of the finger.
    fn finish(&mut self) -> Told<Option<Left>> {
        if !self.act(Command::Finish)? {
            return Ok(None);
        }
        self.lines.say("Afgerond. Mooi gedaan!")?;
        match &*self.ask("Enter: naar de lijst. z: toch niet afronden. q: stoppen.")? {
            "z" => self.act(Command::Undo).map(|_| None),
            "q" => Ok(Some(Left::Stopped)),
            _ => Ok(Some(Left::Finished)),
        }
    }

    /// The teacher's panel. As there: no answers and no names.
    fn tell_teacher(&mut self) -> Told<()> {
        let teacher = self.scene.teacher.clone();
        if let Some(left) = teacher.left {
            self.lines.say(&format!("{} tot de bel", dutch::left(left)))?;
        }
        self.lines.say(&format!("Nu: {}", teacher.now))?;
        if let Some(next) = &teacher.next {
            self.lines.say(&format!("Straks: {next}"))?;
        }
        self.lines.say_all(&teacher.notes)?;
        let plan = self.session.plan().map(|plan| panel::plan_rows(&plan, usize::MAX)).unwrap_or_default();
        plan.iter().try_for_each(|row| self.lines.say(written(row).trim()))
    }
}

/// Whether it belongs to what lies over the step, or lays something else there.
fn stays_covered(action: Action) -> bool {
    let is_of_cover = |command| {
        matches!(command, Command::Toggle(_) | Command::Shuffle | Command::GiveTurn | Command::PassTurn)
    };
    command(action).is_some_and(is_of_cover)
        || matches!(action, Action::Help | Action::Panel | Action::Quit | Action::Reveal)
}

/// With the time, as it is now.
fn prompt(clock: Option<&ClockView>) -> String {
    let Some(clock) = clock else { return ">".to_owned() };
    let left = dutch::countdown(clock.left);
    match clock.runs {
        Runs::Running if clock.left.is_zero() => "[de tijd is om] >".to_owned(),
        Runs::Running => format!("[nog {left}] >"),
        Runs::Paused => format!("[pauze, nog {left}] >"),
        Runs::Ready => format!("[{left}, t start] >"),
    }
}

fn written(row: &Row) -> String {
    row.pieces.iter().map(|(_, text)| text.as_str()).collect()
}
