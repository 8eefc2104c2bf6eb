//! The pictures in README.md and the manual: screens of a real lesson, drawn by the program itself.
//! `UPDATE_EXPECT=1 cargo test pictures` makes them again.

mod svg;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use expect_test::expect_file;
use jiff::Zoned;
use lesloper::card::{Card, Phase};
use lesloper::class::{ClassName, GroupNumber, People};
use lesloper::lesson::{Body, Command, Event, History, Moment, Opening, Runs, Scene, Screen, decide};
use lesloper::session::{LessonId, Unfinished};
use lesloper::text::Text;
use lesloper::tui::LetterSet;
use lesloper::tui::lists::Lists;
use lesloper::tui::screens::choose::{self, Choose};
use lesloper::tui::screens::class::{self, Keeping, View};
use lesloper::tui::theme::{FULL_GLYPHS, Role, Theme, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::screens::draw;

const SIZE: (u16, u16) = (100, 28);

/// Where the pictures are, and who shows them.
const FOLDER: &str = "docs/beelden";
const SHOWN_BY: [(&str, &str); 2] = [("README.md", "docs/beelden/"), ("docs/handleiding.md", "beelden/")];

/// A picture has a name, and a title for who cannot see it.
struct Picture {
    name: &'static str,
    title: &'static str,
    screen: Buffer,
}

#[test]
fn pictures_show_the_program_as_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let mut old = Vec::new();
    for picture in pictures() {
        let path = folder.join(format!("{}.svg", picture.name));
        let made = svg::svg(picture.title, &picture.screen);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(path, made).unwrap();
        } else if fs::read_to_string(path).ok().as_ref() != Some(&made) {
            old.push(picture.name);
        }
    }
    assert!(old.is_empty(), "{old:?} in {FOLDER} are old: run UPDATE_EXPECT=1 cargo test pictures");
}

/// Letters in runs, a wide one in two cells; blocks, shapes and grounds drawn.
#[test]
fn pictures_have_text_as_text_and_blocks_as_blocks() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
    buffer.set_style(buffer.area, theme().ground());
    buffer.set_string(0, 0, "A<b  \u{674e}é ●", theme().style(Role::Strong));
    buffer.set_string(0, 1, "█▌▄\u{1fb00}\u{1cd00}░─", theme().style(Role::Bar));
    buffer.set_string(8, 1, " ", theme().style(Role::Cursor));
    expect_file!["kort.svg"].assert_eq(&svg::svg("Kort & goed", &buffer));
}

#[test]
fn pictures_are_shown_with_words_for_who_cannot_see_them() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shown = Vec::new();
    for (page, folder) in SHOWN_BY {
        let text = fs::read_to_string(top.join(page)).unwrap();
        for image in text.split("![").skip(1) {
            let (words, rest) = image.split_once("](").unwrap();
            let file = rest.split(')').next().unwrap();
            let name = file.strip_prefix(folder).and_then(|file| file.strip_suffix(".svg"));
            shown.push(name.unwrap_or_else(|| panic!("{page} shows {file}")).to_owned());
            assert!(words.split_whitespace().count() > 5, "{page}: say more than {words:?}");
        }
    }
    let mut made: Vec<_> = pictures().iter().map(|picture| picture.name.to_owned()).collect();
    made.sort();
    shown.sort();
    shown.dedup();
    assert_eq!(shown, made);
}

fn pictures() -> Vec<Picture> {
    vec![
        Picture {
            name: "kiezen",
            title: "Het eerste scherm van Lesloper: verder gaan, of een activiteit kiezen.",
            screen: list(),
        },
        Picture {
            name: "vraag",
            title: "Een vraag op het bord, met hulp, startzinnen en de tijd.",
            screen: seen(&question()),
        },
        Picture { name: "verhaal", title: "Een verhaal op het bord, zin voor zin.", screen: seen(&story()) },
        Picture {
            name: "antwoorden",
            title: "De antwoorden van de duo's op het bord, zonder namen.",
            screen: seen(&answers()),
        },
    ]
}

fn list() -> Buffer {
    let mut lists = Lists::shipped();
    lists.now = Some(now());
    lists.unfinished.push(Unfinished {
        id: LessonId::parse("les").unwrap(),
        title: Text::clean("Bedrijfsbezoek voorbereiden"),
        class: Some(ClassName::clean("2B")),
        last: "2026-11-17T10:20:00+01:00".parse().unwrap(),
        phase: Some(Phase::LookBack),
    });
    draw(SIZE, &theme(), |buffer| choose::draw(&Choose::default(), &lists, None, &theme(), buffer))
}

fn seen(scene: &Scene) -> Buffer {
    let pages = class::pages(scene, None, SIZE.into(), &theme()).pages;
    let view = View { scene, pages: &pages, page: 0, keeping: Keeping::Kept, bottom: Vec::new() };
    draw(SIZE, &theme(), |buffer: &mut Buffer| class::draw(&view, &theme(), buffer))
}

fn question() -> Scene {
    let mut class = Class::asked();
    class.works(Duration::from_secs(88));
    class.scene()
}

fn answers() -> Scene {
    let mut class = Class::asked();
    let said = [
        "Hoe vroeg moet u opstaan?",
        "Mag u zelf bedenken hoe u iets maakt?",
        "Wat doet u als het misgaat?",
        "Werkt u alleen of met anderen?",
        "Wat vond u eerst moeilijk?",
        "Waar bent u trots op?",
    ];
    for (group, text) in (1..).map(GroupNumber).zip(said) {
        class.act(Command::Answer { group, text: Text::clean(text) });
    }
    class.works(Duration::from_secs(301));
    class.act(Command::ToggleAnswers);
    class.scene()
}

fn story() -> Scene {
    let mut class = Class::with(include_str!("../../activities/verhaal-afmaken.json"));
    class.walks_to(|scene| matches!(scene.body, Body::PickStory { .. }));
    class.act(Command::Choose(0));
    class.walks_to(|scene| matches!(&scene.body, Body::Tell { told, .. } if told.shown == 5));
    class.scene()
}

/// A class of 24 in a lesson with a clock of its own.
struct Class {
    history: History,
    now: Moment,
}

impl Class {
    fn with(card: &str) -> Self {
        let card = Arc::new(Card::parse(card).unwrap());
        let now = Moment { monotonic: Duration::ZERO, wall: now().timestamp() };
        let mut history = History::new(Arc::clone(&card));
        history.append(now, vec![Event::LessonStarted { card: card.id.clone(), class: None }]);
        let mut class = Self { history, now };
        let opening = Opening::new(People::Count(24), None, Screen::Mirrored);
        class.act(Command::OpenSitting(opening));
        class
    }

    /// At the question that they go to the company with.
    fn asked() -> Self {
        let mut class = Self::with(include_str!("../../activities/bedrijfsbezoek-voorbereiden.json"));
        class.walks_to(|scene| match &scene.body {
            Body::Question(question) => question.sentence.contains("vragen willen jullie stellen"),
            _ => false,
        });
        class
    }

    fn act(&mut self, command: Command) {
        let events = decide(self.history.lesson(), command, self.now, 0).unwrap();
        self.history.append(self.now, events);
    }

    fn scene(&self) -> Scene {
        self.history.lesson().scene(self.now, None)
    }

    fn walks_to(&mut self, wanted: impl Fn(&Scene) -> bool) {
        while !wanted(&self.scene()) {
            self.act(Command::Next);
        }
    }

    /// Time goes by, with the clock on.
    fn works(&mut self, time: Duration) {
        if self.scene().clock.is_some_and(|clock| clock.runs != Runs::Running) {
            self.act(Command::ToggleClock);
        }
        self.now.monotonic += time;
    }
}

fn theme() -> Theme {
    Theme::new(ThemeName::Dark, FULL_GLYPHS).in_letters(LetterSet::Sextant)
}

/// A Monday morning in winter.
fn now() -> Zoned {
    "2026-11-23T10:35+01:00[+01:00]".parse().unwrap()
}
