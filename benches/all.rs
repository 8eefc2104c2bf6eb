//! What must be fast, measured: the start, a screen, a deed, a resumed lesson, a pile of cards.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench may fail by a panic")]

use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use lesloper::card::Card;
use lesloper::class::{GroupNumber, People};
use lesloper::lesson::{Command, Event, History, Moment, Opening, Screen, decide};
use lesloper::store::{self, Paths, Store};
use lesloper::text::Text;
use lesloper::tui::changes;
use lesloper::tui::letters::{LetterSet, Letters, Setting};
use lesloper::tui::pages::Room;
use lesloper::tui::screens::class::{self, Keeping, View};
use lesloper::tui::theme::{FULL_GLYPHS, Theme, ThemeName};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// A lesson in which far more happened than in any real one.
const EVENTS: usize = 10_000;
const CARDS: usize = 1_000;
/// So many steps forth, and then back.
const WALK: usize = 40;

criterion_group! {
    name = all;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(1));
    targets = start, picture, letters, deed, resume, cards
}
criterion_main!(all);

/// The whole program, from its start until the list of activities is on the screen.
fn start(criterion: &mut Criterion) {
    let home = tempfile::tempdir().unwrap();
    let mut lesloper = CommandBuilder::new(env!("CARGO_BIN_EXE_lesloper"));
    lesloper.args(["--map".as_ref(), home.path()]);
    lesloper.env("TERM", "xterm-256color");
    for (cols, rows) in [(80, 24), (200, 50)] {
        let size = PtySize { rows, cols, ..PtySize::default() };
        criterion.bench_function(&format!("start at {cols}x{rows}"), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| first_screen(&lesloper, size)).sum());
        });
    }
}

fn first_screen(program: &CommandBuilder, size: PtySize) -> Duration {
    let pty = native_pty_system().openpty(size).unwrap();
    let mut screen = pty.master.try_clone_reader().unwrap();
    let began = Instant::now();
    let mut child = pty.slave.spawn_command(program.clone()).unwrap();
    let (mut seen, mut chunk) = (Vec::new(), [0; 8192]);
    while !String::from_utf8_lossy(&seen).contains("Kies een activiteit") {
        let read = screen.read(&mut chunk).unwrap();
        seen.extend_from_slice(chunk.get(..read).unwrap());
    }
    let took = began.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    took
}

/// A whole screen: its letters set and its pages chosen, as a step that comes up unforeseen; and the
/// cells drawn, as after every key.
fn picture(criterion: &mut Criterion) {
    let history = played("bedrijfsbezoek-voorbereiden", 60);
    let scene = history.lesson().scene(now(), None);
    let big = Some(LetterSet::Quadrant);
    let theme = || Theme::new(ThemeName::Dark, FULL_GLYPHS).with_letters(big, |_| None);
    for (width, height) in [(80, 24), (200, 50), (200, 60), (400, 120)] {
        let size = Size { width, height };
        criterion.bench_function(&format!("fit a question at {width}x{height}"), |bencher| {
            let fit = |theme: &mut Theme| class::pages(black_box(&scene), None, size, theme);
            bencher.iter_batched_ref(theme, fit, BatchSize::SmallInput);
        });
        let theme = theme();
        let pages = class::pages(&scene, None, size, &theme).pages;
        let view = View { scene: &scene, pages: &pages, page: 0, keeping: Keeping::Kept, bottom: Vec::new() };
        let area = Rect { x: 0, y: 0, width, height };
        let (mut shown, mut next) = (Buffer::empty(area), Buffer::empty(area));
        criterion.bench_function(&format!("draw a question at {width}x{height}"), |bencher| {
            bencher.iter(|| {
                next.reset();
                class::draw(black_box(&view), &theme, &mut next);
                black_box(changes::runs(&shown, &next));
                std::mem::swap(&mut shown, &mut next);
            });
        });
    }
}

/// The sentence of a step when it comes up for the first time in a lesson, on a large screen: every
/// size is tried from the largest, with the faces loaded and nothing kept.
fn letters(criterion: &mut Criterion) {
    let text = "Wat wil je te weten komen van de mensen die daar werken?";
    let room = Room { width: 180, height: 40 };
    for set in LetterSet::ALL {
        let loaded = || {
            let letters = Letters::new(set);
            fit(&letters, "", room);
            letters
        };
        criterion.bench_function(&format!("letters: a sentence at 200x50 in {}", set.name()), |bencher| {
            bencher.iter_batched_ref(
                loaded,
                |letters| fit(letters, black_box(text), room),
                BatchSize::SmallInput,
            );
        });
    }
    let letters = Letters::new(LetterSet::Octant);
    criterion.bench_function("letters: the same sentence again", |bencher| {
        bencher.iter(|| fit(&letters, black_box(text), room));
    });
}

fn fit(letters: &Letters, text: &str, room: Room) -> Option<Rc<Setting>> {
    letters.sizes(50).find_map(|size| letters.set(text, size, room))
}

/// From the wish to the changed lesson.
fn deed(criterion: &mut Criterion) {
    let mut lesson = played("bedrijfsbezoek-voorbereiden", 500);
    criterion.bench_function("decide and apply: next and back", |bencher| {
        bencher.iter(|| {
            act(&mut lesson, Command::Next);
            act(&mut lesson, Command::Back);
        });
    });
    let lesson = played("bedrijfsbezoek-voorbereiden", 500);
    criterion.bench_function("decide and apply: undo after 500 deeds", |bencher| {
        bencher.iter_batched_ref(
            || lesson.clone(),
            |lesson| act(lesson, Command::Undo),
            BatchSize::SmallInput,
        );
    });
}

/// The lesson that a journal tells of.
fn resume(criterion: &mut Criterion) {
    let played = played("verhaal-afmaken", EVENTS);
    let card = Arc::new(played.lesson().card().clone());
    criterion.bench_function("replay 10,000 events", |bencher| {
        bencher.iter_batched(
            || played.records().to_vec(),
            |records| History::replay(Arc::clone(&card), records),
            BatchSize::LargeInput,
        );
    });
}

/// `lesloper nakijken` on a thousand cards.
fn cards(criterion: &mut Criterion) {
    let shipped = shipped();
    criterion.bench_function("check 1,000 cards", |bencher| {
        bencher.iter(|| {
            for card in shipped.iter().cycle().take(CARDS) {
                black_box(Card::parse(card.source()).unwrap());
            }
        });
    });
}

/// A lesson in which so much happened: walked to and fro, timed, and answered as far as there is room.
fn played(card: &str, events: usize) -> History {
    let card = shipped().into_iter().find(|shipped| *shipped.id == *card).unwrap();
    let start = Event::LessonStarted { card: card.id.clone(), class: None };
    let mut history = History::new(Arc::new(card));
    history.append(now(), vec![start]);
    act(&mut history, Command::OpenSitting(opening()));
    for walk in [Command::Next, Command::Back].iter().cycle() {
        for _ in 0..WALK {
            if history.records().len() >= events {
                return history;
            }
            let text = Text::clean("Ik wil weten hoe het is om dit elke dag te doen.");
            act(&mut history, walk.clone());
            act(&mut history, Command::Answer { group: GroupNumber(1), text });
            act(&mut history, Command::ToggleClock);
        }
    }
    history
}

fn opening() -> Opening {
    Opening::new(People::Count(24), None, Screen::Apart)
}

/// A wish that is refused changes nothing.
fn act(history: &mut History, command: Command) {
    if let Ok(events) = decide(history.lesson(), command, now(), 7) {
        history.append(now(), events);
    }
}

fn now() -> Moment {
    Moment { monotonic: Duration::from_mins(1), wall: Timestamp::UNIX_EPOCH }
}

fn shipped() -> Vec<Card> {
    let store = Store::open(Paths::within(Path::new("nergens")));
    store::shipped().iter().filter_map(|entry| store.card(&entry.origin).ok()).collect()
}
