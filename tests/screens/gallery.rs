//! Every screen of the program once: what the class sees, and what the teacher sees.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Zoned;
use lesloper::card::{Card, Phase};
use lesloper::class::{ClassName, Pupil, Roster};
use lesloper::lesson::{Runs, Scene, Screen, Stage};
use lesloper::session::{Activity, LessonId, Settings, Unfinished};
use lesloper::tui::keymap::Context;
use lesloper::tui::lists::Lists;
use lesloper::tui::screens::choose::{self, Choose};
use lesloper::tui::screens::class::{self, Keeping, Layout, View};
use lesloper::tui::screens::entry::{Count, Entry, Purpose};
use lesloper::tui::screens::setup::{self, Brief, Class, Setup};
use lesloper::tui::screens::typing::{self, Typing};
use lesloper::tui::screens::{draw_too_small, help, panel};
use lesloper::tui::theme::ThemeName;
use lesloper::tui::widgets::row::Row;
use ratatui::buffer::Buffer;

use super::samples::{self, duos, t};
use super::teacher::Teacher;
use super::{draw, draw_pages, theme};

const SIZE: (u16, u16) = (80, 24);

/// A screen as it was drawn.
pub struct Shown {
    pub name: String,
    pub reader: Reader,
    pub picture: Buffer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// From the last row.
    Class,
    /// From the laptop.
    Teacher,
}

pub fn all(colours: ThemeName) -> Vec<Shown> {
    let mut gallery = Gallery { colours, shown: Vec::new() };
    gallery.moments();
    gallery.typed();
    gallery.lists();
    gallery.set_up();
    gallery.screen_test();
    gallery.panels();
    gallery.shown
}

/// Every stage of the clock, each with as much left.
pub fn clocks() -> Vec<(Stage, Scene)> {
    let at = |stage| {
        let mut scene = sample("question");
        let clock = scene.clock.as_mut().unwrap();
        clock.stage = stage;
        (stage, scene)
    };
    [Stage::Ample, Stage::Soon, Stage::Last, Stage::Over].map(at).into()
}

/// The same step in each phase.
pub fn phases() -> Vec<(Phase, Scene)> {
    let at = |phase| {
        let mut scene = sample("question");
        scene.place.phase = Some(phase);
        (phase, scene)
    };
    [Phase::Prepare, Phase::Do, Phase::LookBack].map(at).into()
}

pub fn sample(name: &str) -> Scene {
    samples::all().into_iter().find(|(sample, _)| *sample == name).unwrap().1
}

struct Gallery {
    colours: ThemeName,
    shown: Vec<Shown>,
}

impl Gallery {
    fn hang(&mut self, name: &str, reader: Reader, picture: Buffer) {
        self.shown.push(Shown { name: name.to_owned(), reader, picture });
    }

    fn hang_drawn(&mut self, name: &str, reader: Reader, paint: impl FnOnce(&mut Buffer)) {
        let picture = draw(SIZE, &theme(self.colours), paint);
        self.hang(name, reader, picture);
    }

    fn moments(&mut self) {
        let clocks = clocks().into_iter().map(|(stage, scene)| (format!("clock {stage:?}"), scene));
        let phases = phases().into_iter().map(|(phase, scene)| (format!("phase {phase:?}"), scene));
        let mut paused = sample("question");
        paused.clock.as_mut().unwrap().runs = Runs::Paused;
        let samples = samples::all().into_iter().map(|(name, scene)| (name.to_owned(), scene));
        for (name, scene) in clocks.chain(phases).chain([("clock paused".to_owned(), paused)]).chain(samples)
        {
            for page in draw_pages(&scene, SIZE, &theme(self.colours)) {
                self.hang(&name, Reader::Class, page);
            }
        }
    }

    /// What lies at the foot of the class view, or over it, while someone types.
    fn typed(&mut self) {
        let width = usize::from(Layout::new(SIZE.into()).bottom.width);
        let glyphs = theme(self.colours).glyphs;
        let mut answer = Entry::new(Purpose::Answer, duos(), 0).unwrap();
        self.bottom("answer to come", &sample("question"), answer.rows(width, &glyphs));
        answer.press(letter('d'));
        self.bottom("answer begun", &sample("question-answers"), answer.rows(width, &glyphs));
        let duo = Entry::new(Purpose::LetType, duos(), 2).unwrap();
        self.bottom("which duo types", &sample("question"), duo.rows(width, &glyphs));
        let count = Count { option: 1, digits: "12".to_owned() };
        self.bottom("count", &sample("choice-one-round"), count.rows("handen", 'B', width, &glyphs));
        for screen in [Screen::Mirrored, Screen::Apart] {
            let mut typing = Typing::new(t("Wat paste wel bij jou?"), duos(), 1, screen);
            for typed in "met mensen werken".chars() {
                typing.press(letter(typed));
            }
            let theme = theme(self.colours);
            self.hang_drawn("a duo types", Reader::Class, |buffer| {
                typing::draw(&typing, None, &theme, buffer);
            });
        }
        let mut teacher = Teacher::in_colours(SIZE, self.colours);
        teacher.press("Enter Enter");
        teacher.waits_until_saved();
        teacher.press("q");
        self.hang("asked to stop", Reader::Class, teacher.picture());
    }

    fn bottom(&mut self, name: &str, scene: &Scene, bottom: Vec<Row>) {
        let theme = theme(self.colours);
        let pages = class::pages(scene, Some(1), SIZE.into(), &theme).pages;
        let view = View { scene, pages: &pages, page: 0, keeping: Keeping::Failing, bottom };
        self.hang_drawn(name, Reader::Class, |buffer| class::draw(&view, &theme, buffer));
    }

    fn lists(&mut self) {
        let (theme, lists) = (theme(self.colours), lists());
        let mut choose = Choose::default();
        for (name, typed, notice) in [
            ("list", "", None),
            ("list with a notice", "", Some("De instellingen waren beschadigd.")),
            ("list with an own card", "eigen", None),
            ("nothing found", "xyz", None),
        ] {
            for typed in typed.chars() {
                choose.press(letter(typed), &lists);
            }
            self.hang_drawn(name, Reader::Teacher, |buffer| {
                choose::draw(&choose, &lists, notice, &theme, buffer);
            });
        }
    }

    fn set_up(&mut self) {
        let theme = theme(self.colours);
        let card = Card::parse(include_str!("../../activities/verhaal-afmaken.json")).unwrap();
        let class = |class| Setup::new(Brief::new(&card, class), &lists(), &Settings::default(), now());
        let without_names = class(Class::Open);
        let mut away = class(Class::Known(Some(roster())));
        for key in [KeyCode::Down, KeyCode::Right, KeyCode::Char(' ')] {
            away.press(KeyEvent::new(key, KeyModifiers::NONE));
        }
        for (name, setup) in [("set up", without_names), ("who is away", away)] {
            self.hang_drawn(name, Reader::Teacher, |buffer| setup::draw(&setup, None, &theme, buffer));
        }
    }

    fn screen_test(&mut self) {
        for (name, keys) in super::screentest::MOMENTS {
            let mut teacher = Teacher::in_colours(SIZE, self.colours);
            teacher.program.test_screen();
            teacher.press(keys);
            self.hang(name, Reader::Teacher, teacher.picture());
        }
    }

    fn panels(&mut self) {
        let theme = theme(self.colours);
        let mut scene = sample("question");
        scene.teacher.screen = Screen::Apart;
        scene.teacher.close_now = true;
        scene.teacher.unowned = vec![t("buiten werken")];
        self.hang_drawn("panel", Reader::Teacher, |buffer| {
            panel::draw(&panel::View { scene: &scene, plan: None }, 0, &theme, buffer);
        });
        for context in [Context::Choose, Context::Setup, Context::Lesson] {
            self.hang_drawn("help", Reader::Teacher, |buffer| help::draw(context, 0, &theme, buffer));
        }
        self.hang_drawn("too small", Reader::Teacher, |buffer| draw_too_small(&theme, buffer));
    }
}

fn lists() -> Lists {
    let mut lists = Lists::shipped();
    lists.now = Some(now());
    let shipped = lists.activities[0].clone();
    let own = Activity { own: Some(t("eigen.json")), card: Err(t("formaat ontbreekt")), ..shipped.clone() };
    let double = Activity { is_double: true, ..shipped };
    for activity in [own, double] {
        lists.activities.push(activity);
    }
    for phase in [Phase::Prepare, Phase::Do, Phase::LookBack] {
        lists.unfinished.push(Unfinished {
            id: LessonId::parse("les").unwrap(),
            title: t("Verhaal afmaken"),
            class: Some(ClassName::clean("2B")),
            last: now().timestamp(),
            phase: Some(phase),
        });
    }
    lists.classes.push(roster());
    lists
}

fn roster() -> Roster {
    let names = (1..).map(Pupil).zip(["Amira", "Bas", "Chen", "Daan"].map(t)).collect();
    Roster::new(ClassName::clean("2B"), names).unwrap()
}

/// A Monday morning in winter.
fn now() -> Zoned {
    "2026-11-23T10:35+01:00[+01:00]".parse().unwrap()
}

fn letter(typed: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE)
}
