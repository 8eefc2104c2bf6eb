//! Laws of a lesson, over rows of deeds by chance.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use lesloper::card::Card;
use lesloper::class::{GroupNumber, People, Pupil};
use lesloper::lesson::{
    AnswerId, Board, Command, Cover, CoverView, Event, History, Moment, Opening, Place, Record, Scene,
    Screen, Topic, decide,
};
use lesloper::text::Text;
use proptest::prelude::*;

fn deed() -> impl Strategy<Value = Command> {
    let covers = prop_oneof![
        Just(Cover::Blank),
        Just(Cover::Stop),
        Just(Cover::Freeze),
        Just(Cover::Duos),
        Just(Cover::Words),
        Just(Cover::Agreements)
    ];
    prop_oneof![
        20 => Just(Command::Next),
        5 => Just(Command::Back),
        1 => Just(Command::ToFurthest),
        3 => Just(Command::ToggleAnswers),
        1 => Just(Command::ToClosing),
        1 => Just(Command::ToNextStep),
        1 => Just(Command::EmptyBin),
        2 => covers.prop_map(Command::Toggle),
        1 => Just(Command::Uncover),
        1 => Just(Command::ToggleWording),
        2 => Just(Command::ToggleClock),
        1 => Just(Command::Lengthen),
        1 => Just(Command::Shorten),
        1 => Just(Command::RemoveClock),
        1 => Just(Command::NoticeJump { last: Duration::ZERO }),
        1 => Just(Command::Shuffle),
        2 => Just(Command::GiveTurn),
        1 => Just(Command::PassTurn),
        4 => (0u8..5).prop_map(|group| Command::Answer { group: GroupNumber(group), text: Text::clean("een antwoord") }),
        1 => (1u64..60).prop_map(|id| Command::RemoveAnswer(AnswerId(id))),
        1 => (1u64..60).prop_map(|id| Command::ShredAnswer(AnswerId(id))),
        3 => (0usize..4).prop_map(Command::Choose),
        2 => (0usize..4, 0u16..300).prop_map(|(option, count)| Command::Count { option, count }),
        4 => Just(Command::Undo),
        1 => Just(Command::CloseSitting),
        2 => opening().prop_map(Command::OpenSitting),
        1 => Just(Command::ResumeSitting),
        1 => Just(Command::Finish),
    ]
}

fn opening() -> impl Strategy<Value = Opening> {
    let people = prop_oneof![
        (0u8..70).prop_map(People::Count),
        proptest::collection::btree_set(1u8..9, 1..8)
            .prop_map(|pupils| People::Present(pupils.into_iter().map(Pupil).collect())),
    ];
    people.prop_map(|people| Opening::new(people, None, Screen::Mirrored))
}

fn card() -> Arc<Card> {
    card_named("kort")
}

fn card_named(name: &str) -> Arc<Card> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lessons/{name}.json"));
    Arc::new(Card::parse(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// One that has every kind of step for which the class stays seated, and one for which it gets up.
fn cards() -> impl Strategy<Value = Arc<Card>> {
    prop_oneof![Just("kort"), Just("spel")].prop_map(card_named)
}

pub fn moment(seconds: u64) -> Moment {
    let start: Timestamp = "2026-11-23T09:35:00Z".parse().unwrap();
    Moment { monotonic: Duration::from_secs(seconds), wall: start + Duration::from_secs(seconds) }
}

pub fn begun(card: &Arc<Card>, count: u8) -> History {
    let mut history = History::new(Arc::clone(card));
    history.append(moment(0), vec![Event::LessonStarted { card: card.id.clone(), class: None }]);
    let opening = Opening::new(People::Count(count), None, Screen::Mirrored);
    let opened = decide(history.lesson(), Command::OpenSitting(opening), moment(0), 1).unwrap();
    history.append(moment(0), opened);
    history
}

/// Everything that the class sees, as text.
fn seen(scene: &Scene) -> String {
    match &scene.cover {
        Some(CoverView::Blank | CoverView::Stop) => String::new(),
        _ => format!("{:?}", scene.body),
    }
}

/// As many events as a journal may hold: a class that answers, and what `then` says of each answer.
fn long_journal(then: fn(u64) -> Event) -> Vec<Record> {
    const PAIRS: u64 = 49_999;
    let topic = Topic { step: 1, story: 0 };
    let mut records = begun(&card(), 8).records().to_vec();
    let opened = records.len() as u64;
    let answers = (0..PAIRS).map(|rank| Event::AnswerGiven {
        topic,
        group: GroupNumber(1),
        authors: Vec::new(),
        text: Text::clean("een antwoord"),
        rank: u32::try_from(rank).unwrap(),
    });
    let deeds = answers.chain((1..=PAIRS).map(|answer| then(opened + answer)));
    records.extend((opened + 1..).zip(deeds).map(|(seq, event)| Record { seq, at: moment(seq), event }));
    records
}

#[test]
fn the_longest_journal_is_read_at_once_whatever_it_says() {
    let thens: [fn(u64) -> Event; 4] = [
        |of| Event::Undone { of },
        |seq| Event::AnswerRemoved { id: AnswerId(seq) },
        |seq| Event::AnswerShredded { id: AnswerId(seq) },
        |_| Event::SittingResumed { lost: Duration::ZERO },
    ];
    for then in thens {
        let records = long_journal(then);
        assert_eq!(records.len(), 100_000);
        let started = Instant::now();
        let history = History::replay(card(), records);
        let took = started.elapsed();
        assert!(took < Duration::from_secs(3), "{:?} took {took:?}", history.records().last());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_replay_gives_the_same_lesson(card in cards(), deeds in proptest::collection::vec(deed(), 0..120)) {
        let mut history = begun(&card, 8);
        for (seconds, deed) in (1..).zip(deeds) {
            let Ok(events) = decide(history.lesson(), deed, moment(seconds), seconds) else { continue };
            prop_assert!(events.iter().filter(|event| event.is_undoable()).count() <= 1, "{events:?}");
            history.append(moment(seconds), events);
        }
        let again = History::replay(Arc::clone(&card), history.records().to_vec());
        prop_assert_eq!(format!("{:?}", again.lesson()), format!("{:?}", history.lesson()));
        prop_assert!(history.records().iter().zip(1..).all(|(record, seq)| record.seq == seq));
    }

    #[test]
    fn records_survive_their_way_through_json(card in cards(), deeds in proptest::collection::vec(deed(), 0..60)) {
        let mut history = begun(&card, 8);
        for (seconds, deed) in (1..).zip(deeds) {
            let Ok(events) = decide(history.lesson(), deed, moment(seconds), seconds) else { continue };
            history.append(moment(seconds), events);
        }
        for record in history.records() {
            let json = serde_json::to_string(record).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Record>(&json).unwrap(), record);
        }
    }

    #[test]
    fn no_answer_is_seen_that_was_not_shown(deeds in proptest::collection::vec(deed(), 0..150)) {
        let mut history = begun(&card(), 8);
        let mut hidden: Vec<(Topic, String)> = Vec::new();
        for (seconds, deed) in (1..).zip(deeds) {
            // Each answer has words of its own, by which it is known on the screen.
            let words = format!("antwoord{seconds}x");
            let deed = match deed {
                Command::Answer { group, .. } => Command::Answer { group, text: Text::clean(&words) },
                other => other,
            };
            let Ok(events) = decide(history.lesson(), deed, moment(seconds), seconds) else { continue };
            for event in &events {
                match event {
                    Event::AnswerGiven { topic, .. } => hidden.push((*topic, words.clone())),
                    Event::BoardShown { board: Board::Answers(shown) } => hidden.retain(|(topic, _)| topic != shown),
                    // Both the sort and the look-back of this card bring back step 1.
                    Event::BoardShown { board: Board::Returned { .. } } => hidden.retain(|(topic, _)| topic.step != 1),
                    Event::BoardShown { board: Board::Gathered } => hidden.clear(),
                    _ => {}
                }
            }
            history.append(moment(seconds), events);
            let seen = seen(&history.lesson().scene(moment(seconds), None));
            for (_, words) in &hidden {
                prop_assert!(!seen.contains(words), "{words} in {seen}");
            }
        }
    }

    #[test]
    fn a_journal_that_says_the_impossible_stops_nothing(numbers in proptest::collection::vec(any::<u64>(), 4)) {
        let mut history = begun(&card_named(if numbers[0] % 2 == 0 { "kort" } else { "spel" }), 8);
        let [step, beat, before, of] = numbers[..] else { unreachable!() };
        let lines = [
            format!(r#"{{"what":"moved","to":{{"step":{{"step":{step},"beat":{beat}}}}}}}"#),
            format!(r#"{{"what":"moved","to":{{"step":{{"step":1,"beat":{beat}}}}}}}"#),
            format!(r#"{{"what":"moved","to":{{"closing":{{"before":{before}}}}}}}"#),
            format!(r#"{{"what":"story-picked","step":4,"story":{beat}}}"#),
            format!(r#"{{"what":"fork-taken","step":4,"at":{step},"choice":{beat}}}"#),
            format!(r#"{{"what":"situation-picked","step":4,"situation":{beat}}}"#),
            format!(r#"{{"what":"cards-drawn","step":2,"cards":[{{"group":{},"card":{step}}}]}}"#, of % 256),
            format!(r#"{{"what":"pitch-called","step":6,"group":{}}}"#, of % 256),
            format!(r#"{{"what":"pitch-passed","step":6,"by":{},"to":null}}"#, of % 256),
            format!(r#"{{"what":"clock-started","part":{{"step":4,"part":{beat}}},"left":{of}}}"#),
            format!(r#"{{"what":"undone","of":{of}}}"#),
        ];
        for line in lines {
            history.append(moment(1), vec![serde_json::from_str(&line).unwrap()]);
            history.lesson().scene(moment(1), None);
            for command in [Command::Next, Command::Back, Command::Undo, Command::ToFurthest] {
                let _ = decide(history.lesson(), command, moment(1), 0);
            }
        }
    }

    #[test]
    fn undo_takes_back_one_deed_and_nothing_else(card in cards(), deeds in proptest::collection::vec(deed(), 0..60)) {
        let mut history = begun(&card, 8);
        for (seconds, deed) in (1..).zip(deeds) {
            let before = history.lesson().scene(moment(seconds), None);
            let Ok(events) = decide(history.lesson(), deed, moment(seconds), seconds) else { continue };
            let undoable = events.iter().any(Event::is_undoable);
            history.append(moment(seconds), events);
            if undoable {
                let undo = decide(history.lesson(), Command::Undo, moment(seconds), 0).unwrap();
                history.append(moment(seconds), undo);
                let after = history.lesson().scene(moment(seconds), None);
                prop_assert_eq!(&after.body, &before.body);
                let left = |scene: &Scene| scene.clock.map(|clock| clock.left);
                prop_assert_eq!(left(&after), left(&before));
            }
        }
    }

    #[test]
    fn the_minutes_to_the_bell_change_when_the_lesson_says_so(millis in 0u64..5_400_000) {
        let at = |after: Duration| Moment { wall: moment(0).wall + after, ..moment(0) };
        let (mut history, bell) = (History::new(card()), moment(5_400).wall);
        let opening = Opening::new(People::Count(8), Some(bell), Screen::Mirrored);
        let opened = decide(history.lesson(), Command::OpenSitting(opening), moment(0), 1).unwrap();
        history.append(moment(0), opened);
        let left = |after| history.lesson().scene(at(after), None).teacher.left.unwrap();
        let now = Duration::from_millis(millis);
        let next = now + history.lesson().next_minute(at(now).wall).unwrap();
        prop_assert_eq!(left(next) + Duration::from_mins(1), left(now));
        prop_assert_eq!(left(next.saturating_sub(Duration::from_millis(1))), left(now));
    }

    #[test]
    fn next_alone_reaches_the_end_from_anywhere(card in cards(), deeds in proptest::collection::vec(deed(), 0..80)) {
        let mut history = begun(&card, 8);
        for (seconds, deed) in (1..).zip(deeds) {
            if matches!(deed, Command::CloseSitting | Command::Finish) {
                continue;
            }
            let Ok(events) = decide(history.lesson(), deed, moment(seconds), seconds) else { continue };
            history.append(moment(seconds), events);
        }
        for seconds in 200..400 {
            if history.lesson().place() == Place::End {
                return Ok(());
            }
            let events = decide(history.lesson(), Command::Next, moment(seconds), 0).unwrap();
            history.append(moment(seconds), events);
        }
        prop_assert!(false, "still at {:?}", history.lesson().place());
    }
}
