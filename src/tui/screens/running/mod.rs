//! A lesson that runs: the class view, and whatever the teacher opens over it.

pub mod coming;
pub mod counting;
mod helping;
mod kept;
pub mod keys;
mod overview;
mod saving;
mod taps;

use std::rc::Rc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::lesson::{AnswerId, Body, Command, Drawing, Pitching, Play, Runs, Scene};
use crate::session::{Mouse, Session};
use crate::tui::fitting::Fitted;
use crate::tui::keymap::{self, Context};
use crate::tui::pages;
use crate::tui::screens::class::{Keeping, Layout, View};
use crate::tui::screens::entry::{Count, Draft, Entry};
use crate::tui::screens::typing::{self, Typing};
use crate::tui::screens::{class, help, panel, selection};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::input::Input;
use crate::tui::widgets::row::{Mark, Row, wrapped};
use coming::Coming;
use helping::Hands;
use kept::Kept;

/// A lesson on the screen.
pub struct Running {
    session: Session,
    scene: Scene,
    keeping: Keeping,
    size: Size,
    theme: Theme,
    kept: Kept,
    /// Deeds that may come next, the likeliest last: what the class sees then is yet to be fitted.
    ahead: Vec<Command>,
    /// Of the step; a cover has its own, so that the class comes back to what it read.
    page: usize,
    cover_page: usize,
    selected: Option<usize>,
    over: Over,
    /// Into the duos: whose answer is next.
    next_duo: usize,
    /// With the number of its step.
    draft: Option<(usize, Draft)>,
    mouse: Mouse,
    hands: Hands,
}

/// What is open over the class view.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Over {
    Nothing,
    Entry(Entry),
    Count(Count),
    Coming(Coming),
    Typing(Typing),
    Ask(Ask),
    /// How many rows are scrolled away.
    Help(usize),
    Panel(usize),
    /// Afronden was confirmed; until this is left it can be taken back.
    Finished,
}

/// What is asked before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    Stop,
    /// At the closing of a les that is not the last.
    Rest,
    Finish,
    Shred(AnswerId),
    /// All that was taken off.
    EmptyBin,
}

/// What a key led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Stay,
    /// One line, for a moment.
    Say(String),
    /// Stopped for today.
    Stopped,
    /// The reeks is done, and left.
    Finished,
}

/// From which side the class comes to what is now on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Onward,
    Backward,
    Here,
}

impl Running {
    pub fn new(mut session: Session, size: Size, theme: Theme) -> Self {
        let scene = session.scene();
        let mut running = Self {
            session,
            scene,
            keeping: Keeping::Kept,
            size,
            kept: Kept::new(theme.clone()),
            theme,
            ahead: Vec::new(),
            page: 0,
            cover_page: 0,
            selected: None,
            over: Over::Nothing,
            next_duo: 0,
            draft: None,
            mouse: Mouse::Off,
            hands: Hands::Teacher,
        };
        running.page = pages::opening(&running.step_pages().pages);
        running.plan_ahead();
        running
    }

    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// Until what is on the screen changes by itself; None: never.
    pub fn next_change(&self) -> Option<Duration> {
        let minute = matches!(self.over, Over::Panel(_)).then(|| self.session.next_minute()).flatten();
        self.session.next_change().into_iter().chain(minute).min()
    }

    pub fn into_session(self) -> Session {
        self.session
    }

    /// Pupils are at the keys.
    pub fn is_typing(&self) -> bool {
        matches!(self.over, Over::Typing(_)) || self.hands != Hands::Teacher
    }

    /// Where text is typed, if it is now.
    pub fn field(&mut self) -> Option<&mut Input> {
        match &mut self.over {
            Over::Entry(entry) => entry.field(),
            Over::Typing(typing) => Some(typing.field()),
            _ => None,
        }
    }

    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.plan_ahead();
    }

    pub fn looks_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Fits what one more deed may bring, for when no key waits.
    pub fn look_ahead(&mut self) {
        if let Some(scene) = self.ahead.pop().and_then(|deed| self.session.scene_after(deed)) {
            self.kept.pages(&scene, None, self.size);
        }
    }

    fn plan_ahead(&mut self) {
        self.ahead = match self.scene.cover {
            Some(_) => vec![Command::Uncover],
            None => vec![Command::Back, Command::Next],
        };
    }

    fn act(&mut self, command: Command, arrival: Arrival) -> Outcome {
        match self.session.wish(command) {
            Ok(()) => {
                if arrival != Arrival::Here {
                    self.selected = None;
                }
                self.arrive(arrival);
                Outcome::Stay
            }
            Err(refusal) => Outcome::Say(refusal.to_string()),
        }
    }

    /// Shows the lesson as it is now, on the page that the class should see.
    fn arrive(&mut self, arrival: Arrival) {
        let before = std::mem::replace(&mut self.scene, self.session.scene());
        if before.cover != self.scene.cover {
            self.cover_page = 0;
            self.plan_ahead();
        }
        if before.place != self.scene.place {
            self.selected = None;
        }
        if before.body == self.scene.body {
            return;
        }
        self.plan_ahead();
        if self.selected.is_some_and(|at| at >= selection::options(&self.scene.body)) {
            self.selected = None;
        }
        let fitted = self.step_pages();
        let pages = &fitted.pages;
        let appeared = selection::answers_shown(&self.scene.body) && !selection::answers_shown(&before.body);
        self.page = match (arrival, self.selected) {
            (Arrival::Backward, _) => pages.len().saturating_sub(1),
            (_, Some(at)) => pages::page_of(pages, Mark::Item(at)).unwrap_or(self.page),
            _ if appeared => pages::page_of(pages, Mark::Item(0)).unwrap_or(0),
            (Arrival::Here, None) if before.place == self.scene.place => {
                self.page.min(pages.len().saturating_sub(1))
            }
            _ => pages::opening(pages),
        };
    }

    fn panel(&self) -> panel::View<'_> {
        panel::View { scene: &self.scene, plan: self.session.plan() }
    }

    fn pages(&self) -> Rc<Fitted> {
        self.kept.pages(&self.scene, self.selected, self.size)
    }

    /// Those of the step, also while something lies over it.
    fn step_pages(&self) -> Rc<Fitted> {
        let step = Scene { cover: None, ..self.scene.clone() };
        self.kept.pages(&step, self.selected, self.size)
    }
}

impl Over {
    /// The rows that it lays at the bottom of the class view.
    fn rows(&self, scene: &Scene, keeping: Keeping, width: usize, theme: &Theme) -> Vec<Row> {
        match self {
            Self::Entry(entry) => entry.rows(width, &theme.glyphs),
            Self::Coming(coming) => coming.rows(width, &theme.glyphs),
            Self::Count(count) => {
                let options = selection::counted(&scene.body).unwrap_or_default();
                let option = options.get(count.option).copied().unwrap_or('?');
                count.rows(counting::counts(&scene.body), option, width, &theme.glyphs)
            }
            Self::Ask(ask) => {
                let rule = Row::new(Role::Rule, theme.glyphs.rule.repeat(width));
                let hints = keymap::own_hints(Context::Confirm, theme.glyphs.arrows);
                let answers = hints.into_iter().fold(Row::default(), |row, (key, word)| {
                    row.and(Role::Strong, format!("{key} ")).and(Role::Quiet, format!("{word}   "))
                });
                let question = wrapped(Role::Strong, ask.question(keeping), width);
                [vec![rule], question, vec![answers]].concat()
            }
            Self::Finished => {
                let rule = Row::new(Role::Rule, theme.glyphs.rule.repeat(width));
                let keys = Row::new(Role::Strong, "Enter").and(Role::Quiet, " naar de lijst   ");
                let keys = keys.and(Role::Strong, "z").and(Role::Quiet, " toch niet afronden");
                vec![rule, Row::new(Role::Strong, "Afgerond. Mooi gedaan!"), keys]
            }
            Self::Nothing | Self::Typing(_) | Self::Help(_) | Self::Panel(_) => Vec::new(),
        }
    }
}

impl Ask {
    fn question(self, keeping: Keeping) -> &'static str {
        match (self, keeping) {
            (Self::Stop, Keeping::Kept) => "Stoppen voor vandaag? Verder gaan kan altijd.",
            (Self::Stop, _) => "Toch stoppen? Nog niet alles is bewaard.",
            (Self::Rest, Keeping::Kept) => "Stoppen voor vandaag? Met → begint de volgende les meteen.",
            (Self::Rest, _) => "Toch stoppen? Nog niet alles is bewaard. Met → gaat de les verder.",
            (Self::Finish, Keeping::Kept) => "Afronden? Dan is deze activiteit klaar.",
            (Self::Finish, _) => "Toch afronden? Nog niet alles is bewaard.",
            (Self::Shred(_), _) => "Dit antwoord voorgoed weg? Dat kan niet terug.",
            (Self::EmptyBin, _) => "Alles wat weggehaald is voorgoed weg? Dat kan niet terug.",
        }
    }
}

pub fn draw(running: &Running, notice: Option<&str>, buffer: &mut Buffer) {
    let theme = &running.theme;
    match &running.over {
        Over::Help(offset) => help::draw(Context::Lesson, *offset, theme, buffer),
        Over::Panel(offset) => panel::draw(&running.panel(), *offset, theme, buffer),
        Over::Typing(typing) => typing::draw(typing, notice, theme, buffer),
        _ => {
            let width = usize::from(Layout::new(buffer.area.as_size()).bottom.width);
            let mut bottom = running.over.rows(&running.scene, running.keeping, width, theme);
            if running.mouse == Mouse::On && matches!(running.over, Over::Ask(_) | Over::Finished) {
                // Nothing that can be tapped stands in the last row.
                bottom.push(Row::blank());
            }
            let notice = notice.map(|notice| wrapped(Role::Strong, notice, width));
            match (&running.over, notice) {
                (Over::Nothing, notice) => bottom = notice.unwrap_or_else(|| running.hints(width)),
                // The answer to a question stays in view.
                (Over::Ask(_) | Over::Finished, Some(notice)) => drop(bottom.splice(1..1, notice)),
                // What is being typed stays; the hints under it make place.
                (_, Some(notice)) => {
                    bottom.pop();
                    bottom.extend(notice);
                }
                (_, None) => {}
            }
            let covered = running.scene.cover.is_some();
            let fitted = running.kept.pages(&running.scene, running.selected, buffer.area.as_size());
            let view = View {
                scene: &running.scene,
                pages: &fitted.pages,
                page: if covered { running.cover_page } else { running.page },
                keeping: running.keeping,
                bottom,
            };
            class::draw(&view, theme, buffer);
        }
    }
}

impl Running {
    /// What the lesson itself has to say, or else the keys for what is new on this screen.
    fn hints(&self, width: usize) -> Vec<Row> {
        if self.scene.teacher.jumped {
            return wrapped(
                Role::Strong,
                "De laptop sliep. De tijd staat stil; met t loopt hij door.",
                width,
            );
        }
        if self.hands != Hands::Teacher {
            return vec![Row::new(Role::Quiet, helping::MARK)];
        }
        self.first_keys().into_iter().collect()
    }

    /// How hands are counted and things are sorted, until the teacher has done it here.
    fn first_keys(&self) -> Option<Row> {
        let hint =
            |key: &str, word: &str| Row::new(Role::Strong, key).and(Role::Quiet, format!(" {word}   "));
        let hands = self.scene.teacher.hands;
        match &self.scene.body {
            _ if self.scene.cover.is_some() => None,
            Body::Choice(choice) if choice.counting.is_some() && choice.rounds == 0 && hands == 0 => {
                Some(match choice.options.as_slice() {
                    [] => hint("a", "een einde typen"),
                    _ => hint("Tab", "handen tellen").and_row(hint("o", "tonen")),
                })
            }
            Body::Line(line) if line.counting && line.counts.is_empty() && hands == 0 => {
                let what = if line.personal { "papiertjes tellen" } else { "tellen" };
                Some(hint("Tab", what).and_row(hint("o", "tonen")))
            }
            Body::Play(Play::Act(act)) if act.round == 1 && self.is_ready() => {
                Some(hint("t", "tijd").and_row(hint("x", "stop en speel opnieuw")))
            }
            Body::Draw(Drawing::Deck { .. }) => Some(hint("Enter", "trekken")),
            Body::Pitch(Pitching::Speaks { .. }) if self.is_ready() => {
                Some(hint("t", "tijd").and_row(hint("p", "pas")).and_row(hint("g", "genoeg")))
            }
            Body::Sort { item: Some(_), columns, .. } if selection::is_untouched(columns) => {
                Some(hint(&format!("1 t/m {}", columns.len()), "in dat vak"))
            }
            _ => None,
        }
    }
}

impl Running {
    /// Whether the clock stands ready and was not started yet.
    fn is_ready(&self) -> bool {
        self.scene.clock.is_some_and(|clock| clock.runs == Runs::Ready)
    }
}
