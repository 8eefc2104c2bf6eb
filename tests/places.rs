//! Laws that hold at every place of every card that ships, with and without answers.

use std::sync::Arc;

use lesloper::card::Card;
use lesloper::class::{GroupNumber, People};
use lesloper::lesson::{
    Body, Command, Cover, Event, History, Opening, Place, Refusal, Runs, Scene, Screen, decide,
};
use lesloper::text::Text;

use super::laws::{begun, moment};
use super::shipped;

/// More deeds than a walk through any card takes.
const MANY: usize = 1_000;

/// How a class goes through a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Walk {
    /// By → alone.
    Bare,
    /// It answers, counts and shows what it can.
    Busy,
}

/// The lesson at every place that a walk comes by, in order.
fn walked(card: Card, walk: Walk) -> Vec<History> {
    let mut history = begun(&Arc::new(card), 8);
    let mut stops = Vec::new();
    while history.lesson().place() != Place::End {
        assert!(stops.len() < MANY, "{} has no end", history.lesson().card().id);
        if walk == Walk::Busy {
            for deed in [answer(1), answer(2), count(0), Command::ToggleAnswers] {
                let _ = act(&mut history, deed);
            }
        }
        stops.push(history.clone());
        act(&mut history, Command::Next).unwrap();
        act(&mut history, Command::Uncover).unwrap();
    }
    stops.push(history);
    stops
}

/// Runs `law` at every place of every card.
fn everywhere(law: impl Fn(&History)) {
    for walk in [Walk::Bare, Walk::Busy] {
        shipped::cards().into_iter().flat_map(|card| walked(card, walk)).for_each(|history| law(&history));
    }
}

/// What the class sees at every place of every card, each picture of it once.
pub fn scenes() -> Vec<(String, Scene)> {
    let mut scenes: Vec<(String, Scene)> = Vec::new();
    for walk in [Walk::Bare, Walk::Busy] {
        for history in shipped::cards().into_iter().flat_map(|card| walked(card, walk)) {
            let lesson = history.lesson();
            let seen = scene(&history);
            if !scenes.iter().any(|(_, known)| (&known.body, &known.cover) == (&seen.body, &seen.cover)) {
                scenes.push((format!("{} {:?} {walk:?}", lesson.card().id, lesson.place()), seen));
            }
        }
    }
    scenes
}

fn act(history: &mut History, command: Command) -> Result<bool, Refusal> {
    let now = moment(history.records().len() as u64);
    let events = decide(history.lesson(), command, now, 7)?;
    let can_be_undone = events.iter().any(Event::is_undoable);
    history.append(now, events);
    Ok(can_be_undone)
}

fn scene(history: &History) -> Scene {
    history.lesson().scene(moment(0), None)
}

fn answer(group: u8) -> Command {
    Command::Answer { group: GroupNumber(group), text: Text::clean("een antwoord") }
}

fn count(option: usize) -> Command {
    Command::Count { option, count: 3 }
}

#[test]
fn each_deed_can_be_undone() {
    let deeds = [
        Command::Next,
        Command::Back,
        Command::ToFurthest,
        Command::ToClosing,
        Command::ToNextStep,
        Command::PassTurn,
        Command::ToggleWording,
        Command::GiveTurn,
        answer(3),
        Command::ToggleAnswers,
        Command::Choose(0),
        Command::Choose(1),
        count(1),
    ];
    everywhere(|before| {
        for deed in &deeds {
            let mut history = before.clone();
            if act(&mut history, deed.clone()) == Ok(true) {
                act(&mut history, Command::Undo).unwrap();
                assert_eq!(scene(&history), scene(before), "{deed:?} at {:?}", before.lesson().place());
            }
        }
    });
}

#[test]
fn undo_walks_all_the_way_back() {
    for card in shipped::cards() {
        let stops = walked(card, Walk::Bare);
        let mut history = stops.last().unwrap().clone();
        for stop in stops.iter().rev().skip(1) {
            act(&mut history, Command::Undo).unwrap();
            assert_eq!(scene(&history), scene(stop), "at {:?}", stop.lesson().place());
        }
        assert_eq!(act(&mut history, Command::Undo), Err(Refusal::NothingToUndo));
    }
}

#[test]
fn going_back_keeps_the_furthest_place() {
    everywhere(|before| {
        let mut furthest = before.clone();
        let _ = act(&mut furthest, Command::ToFurthest);
        let mut history = before.clone();
        for _ in 0..3 {
            let _ = act(&mut history, Command::Back);
            let mut again = history.clone();
            let _ = act(&mut again, Command::ToFurthest);
            assert_eq!(scene(&again), scene(&furthest), "at {:?}", before.lesson().place());
        }
    });
}

#[test]
fn next_alone_reaches_the_end() {
    everywhere(|before| {
        let mut history = before.clone();
        let mut deeds = 0;
        while history.lesson().place() != Place::End {
            act(&mut history, Command::Next).unwrap();
            deeds += 1;
            assert!(deeds < MANY, "no end from {:?}", before.lesson().place());
        }
    });
}

#[test]
fn a_lesson_that_was_broken_off_goes_on_there_with_everything_closed() {
    everywhere(|before| {
        let mut running = before.clone();
        let _ = act(&mut running, Command::ToggleClock);
        let _ = act(&mut running, Command::Toggle(Cover::Stop));
        let card = Arc::new(running.lesson().card().clone());
        let mut history = History::replay(card, running.records().to_vec());
        assert_eq!(scene(&history), scene(&running));
        act(&mut history, Command::ResumeSitting).unwrap();

        let (was, is) = (scene(before), scene(&history));
        assert_eq!(history.lesson().place(), before.lesson().place());
        assert_eq!(history.lesson().groups(), before.lesson().groups());
        assert_eq!((is.place, is.cover), (was.place, None));
        assert!(is.clock.is_none_or(|clock| clock.runs != Runs::Running), "{:?}", is.clock);
        assert!(shows_nothing(&is.body), "{:?}", is.body);
    });
}

/// Whether no answer of the class is seen, nor a hand that was counted.
fn shows_nothing(body: &Body) -> bool {
    match body {
        Body::Question(question) => question.answers.shown.is_none(),
        Body::Choice(choice) => choice.rounds == 0,
        Body::LookBack { returned, .. } => returned.shown.is_none(),
        Body::Line(line) => line.counts.is_empty(),
        Body::End(end) => end.gathered.is_none(),
        _ => true,
    }
}

#[test]
fn the_next_les_begins_where_this_one_stopped() {
    everywhere(|before| {
        let mut history = before.clone();
        let _ = act(&mut history, Command::CloseSitting);
        let opening = Opening::new(People::Count(8), None, Screen::Mirrored);
        act(&mut history, Command::OpenSitting(opening)).unwrap();
        assert_eq!(history.lesson().place(), Place::Start);
        act(&mut history, Command::Next).unwrap();
        let steps = history.lesson().card().steps.len();
        let expected = match before.lesson().place() {
            Place::Start => Place::Step { step: 0, beat: 0 },
            Place::Closing { before } if before < steps => Place::Step { step: before, beat: 0 },
            place => place,
        };
        assert_eq!(history.lesson().place(), expected);
    });
}
