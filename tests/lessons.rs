//! Golden lessons: each file in tests/lessons is a script of deeds, and what came of it.
//!
//! A line is a time since the start (minutes:seconds, or days with `2d`), a deed and its words; see
//! `command`. `see` writes what the class sees. `UPDATE_EXPECT=1 cargo test` writes the outcomes anew.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use expect_test::expect_file;
use jiff::Timestamp;
use lesloper::card::Card;
use lesloper::class::{GroupNumber, People, Pupil};
use lesloper::lesson::{
    AnswerId, Body, Cast, Choosable, Command, Cover, CoverView, Drawing, Duo, End, Event, History, Moment,
    Opening, Pitching, Place, Play, QuestionView, Revealed, Scene, Screen, Ways, decide,
};
use lesloper::text::Text;

/// Monday 23 November 2026, 10:35 in the Netherlands.
const START: &str = "2026-11-23T09:35:00Z";

#[test]
fn every_script_leads_to_what_stands_below_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lessons");
    let mut scripts: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    scripts.sort();
    assert!(scripts.len() >= 10, "the scripts are gone from {}", folder.display());
    for path in scripts {
        let text = std::fs::read_to_string(&path).unwrap();
        let script = text.split("---\n").next().unwrap();
        expect_file![&path].assert_eq(&format!("{script}---\n{}", run(script)));
    }
}

fn run(script: &str) -> String {
    let mut out = String::new();
    let mut class = Class::new(card_named("kort"));
    for line in script.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let (at, deed) = line.split_once(' ').unwrap_or_else(|| panic!("no deed in {line:?}"));
        class.now = moment(at, class.away);
        match deed.split_once(' ').unwrap_or((deed, "")) {
            ("card", id) => class = Class::new(card_named(id)),
            ("see", _) => writeln!(out, "{at} {}", seen(&class.scene())).unwrap(),
            ("plan", _) => write!(out, "{at} {}", class.plan()).unwrap(),
            ("crash", _) => class.crash(),
            _ => {
                let said = class.act(command(deed)).unwrap_or_else(|refusal| vec![format!("nee: {refusal}")]);
                for line in said {
                    writeln!(out, "{at} {line}").unwrap();
                }
            }
        }
        class.replays_to_the_same();
    }
    out
}

/// A lesson under test, with a clock of its own.
struct Class {
    card: Arc<Card>,
    history: History,
    now: Moment,
    /// How long the program was not there, in all: what the monotonic clock does not know of.
    away: Duration,
}

impl Class {
    fn new(card: Card) -> Self {
        let card = Arc::new(card);
        let now = moment("00:00", Duration::ZERO);
        let mut history = History::new(Arc::clone(&card));
        history.append(now, vec![Event::LessonStarted { card: card.id.clone(), class: None }]);
        Self { card, history, now, away: Duration::ZERO }
    }

    fn act(&mut self, command: Command) -> Result<Vec<String>, String> {
        let seed = self.history.records().len() as u64;
        let events =
            decide(self.history.lesson(), command, self.now, seed).map_err(|refusal| refusal.to_string())?;
        let records = self.history.append(self.now, events);
        Ok(records.iter().map(|record| told(record.seq, &record.event)).collect())
    }

    fn scene(&self) -> Scene {
        self.history.lesson().scene(self.now, None)
    }

    /// What is still to come, with the seconds that it has and those that the card gives it.
    fn plan(&self) -> String {
        let Some(plan) = self.history.lesson().plan(self.now) else { return "geen plan\n".to_owned() };
        let coming = plan.coming.iter().map(|coming| {
            let (planned, given) = (coming.planned.as_secs(), coming.given.as_secs());
            format!("      {} {} {planned} van {given}\n", coming.step + 1, coming.title)
        });
        let coming: String = coming.collect();
        let advice = plan.advice.map(|advice| (advice.skip + 1, advice.looking_back.as_secs()));
        format!("te veel: {} {advice:?}\n{coming}", plan.short.as_secs())
    }

    /// The program is gone; the monotonic clock begins anew.
    fn crash(&mut self) {
        self.away += self.now.monotonic;
        self.history = History::replay(Arc::clone(&self.card), self.history.records().to_vec());
    }

    fn replays_to_the_same(&self) {
        let again = History::replay(Arc::clone(&self.card), self.history.records().to_vec());
        assert_eq!(format!("{:?}", again.lesson()), format!("{:?}", self.history.lesson()));
    }
}

fn card_named(id: &str) -> Card {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = [format!("tests/lessons/{id}.json"), format!("activities/{id}.json")];
    let path = places.iter().map(|place| root.join(place)).find(|path| path.exists());
    let path = path.unwrap_or_else(|| panic!("no card {id}"));
    Card::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// "12:30" is twelve and a half minutes after the start, "2d12:30" two days later.
fn moment(at: &str, away: Duration) -> Moment {
    let (days, clock) = at.split_once('d').unwrap_or(("0", at));
    let (minutes, seconds) = clock.split_once(':').unwrap();
    let number = |digits: &str| digits.parse::<u64>().unwrap();
    let since = Duration::from_secs(number(days) * 86_400 + number(minutes) * 60 + number(seconds));
    let start: Timestamp = START.parse().unwrap();
    Moment { monotonic: since.saturating_sub(away), wall: start + since }
}

fn command(deed: &str) -> Command {
    let words: Vec<&str> = deed.split(' ').collect();
    let number = |index: usize| words[index].parse::<usize>().unwrap();
    let cover = |name: &str| match name {
        "blank" => Cover::Blank,
        "stop" => Cover::Stop,
        "freeze" => Cover::Freeze,
        "duos" => Cover::Duos,
        "words" => Cover::Words,
        "agreements" => Cover::Agreements,
        other => panic!("no cover {other}"),
    };
    match words[0] {
        "open" => Command::OpenSitting(opening(&words[1..])),
        "resume" => Command::ResumeSitting,
        "close" => Command::CloseSitting,
        "finish" => Command::Finish,
        "next" => Command::Next,
        "back" => Command::Back,
        "furthest" => Command::ToFurthest,
        "closing" => Command::ToClosing,
        "enough" => Command::ToNextStep,
        "bin" => Command::EmptyBin,
        "cover" => Command::Toggle(cover(words[1])),
        "uncover" => Command::Uncover,
        "simple" => Command::ToggleWording,
        "clock" => Command::ToggleClock,
        "longer" => Command::Lengthen,
        "shorter" => Command::Shorten,
        "off" => Command::RemoveClock,
        "jump" => Command::NoticeJump { last: moment(words[1], Duration::ZERO).monotonic },
        "shuffle" => Command::Shuffle,
        "late" => Command::Join(Pupil(number(1).try_into().unwrap())),
        "gone" => Command::Leave(Pupil(number(1).try_into().unwrap())),
        "turn" => Command::GiveTurn,
        "pass" => Command::PassTurn,
        "answer" => Command::Answer {
            group: GroupNumber(number(1).try_into().unwrap()),
            text: Text::clean(&words[2..].join(" ")),
        },
        "remove" => Command::RemoveAnswer(AnswerId(number(1) as u64)),
        "shred" => Command::ShredAnswer(AnswerId(number(1) as u64)),
        "show" => Command::ToggleAnswers,
        "choose" => Command::Choose(number(1)),
        "count" => Command::Count { option: number(1), count: number(2).try_into().unwrap() },
        "undo" => Command::Undo,
        other => panic!("no deed {other}"),
    }
}

/// `open 6`, `open 1,2,5`, with `bell 10:55` behind it.
fn opening(words: &[&str]) -> Opening {
    let people = match words[0].split(',').map(|digits| digits.parse::<u8>().unwrap()).collect::<Vec<_>>()[..]
    {
        [count] => People::Count(count),
        ref pupils => People::Present(pupils.iter().map(|number| Pupil(*number)).collect()),
    };
    let bell = words.get(2).map(|clock| format!("2026-11-23T{clock}:00+01:00").parse().unwrap());
    Opening::new(people, bell, Screen::Mirrored)
}

fn told(seq: u64, event: &Event) -> String {
    let json = serde_json::to_string(event).unwrap();
    format!("{seq:>2} {}", json.replace("{\"what\":", "{").replace('"', ""))
}

/// What the class sees, in a line.
fn seen(scene: &Scene) -> String {
    let mut line = format!("[{}/{}] ", scene.place.number, scene.place.total);
    match &scene.cover {
        Some(CoverView::Turn { duo, .. }) => write!(line, "beurt: duo {} | ", duo.number).unwrap(),
        Some(cover) => write!(line, "{cover:?} | ").unwrap(),
        None => {}
    }
    line.push_str(&body(&scene.body));
    if let Some(clock) = scene.clock {
        write!(line, " | {}s {:?} {:?}", clock.left.as_secs(), clock.runs, clock.stage).unwrap();
    }
    if scene.teacher.close_now {
        line.push_str(" | afsluiten");
    }
    line
}

fn body(body: &Body) -> String {
    match body {
        Body::Start(start) => format!(
            "Start: {:?} nu: {} straks: {} eerder: {}",
            start.duos.iter().map(|duo| duo.size).collect::<Vec<_>>(),
            start.now.as_deref().unwrap_or("-"),
            start.next.as_deref().unwrap_or("-"),
            start.last.as_deref().unwrap_or("-"),
        ),
        Body::Explain { sentence, parts } => format!("{sentence} {}", revealed(parts)),
        Body::Question(question) => {
            format!("{} ({:?}) {}", question.sentence, question.doing, answers(question))
        }
        Body::Choice(choice) => {
            format!("{} ({:?}) {}", choice.sentence, choice.doing, options(&choice.options))
        }
        Body::Sort { sentence, item, columns, hidden, .. } => {
            let columns: Vec<_> = columns
                .iter()
                .map(|column| format!("{}: {}", column.title, column.items.join(", ")))
                .collect();
            format!("{sentence} <{}> {} ({hidden})", item.as_deref().unwrap_or("-"), columns.join(" / "))
        }
        Body::PickStory { stories } => format!("Welk verhaal? {}", stories.join(", ")),
        Body::Tell { title, told } => format!("{title}: {}", revealed(told)),
        Body::Fork { text, ways: Ways::Choices(choices), .. } => {
            let seen = |seen| if seen { " (gezien)" } else { "" };
            let choices = choices.iter().map(|choice| format!("{}{}", choice.text, seen(choice.seen)));
            format!("{} -> {}", text.join(" "), choices.collect::<Vec<_>>().join(" / "))
        }
        Body::Fork { text, ways, .. } => format!("{} -> {ways:?}", text.join(" ")),
        Body::Task { sentence, checklist } => format!("{sentence} [{}]", checklist.join(", ")),
        Body::LookBack { sentence, returned } => {
            let shown = returned.shown.as_ref().map(|shown| {
                shown
                    .iter()
                    .map(|(duo, shown)| format!("duo {}: {}", duo.number, shown.text))
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            format!("{sentence} ({}) {}", returned.count, shown.unwrap_or_default())
        }
        Body::NextStep { questions, .. } => revealed(questions),
        Body::Play(_) | Body::Line(_) | Body::Draw(_) | Body::Pitch(_) => active(body),
        Body::Closing(closing) => {
            format!("Tot hier: {} straks: {}", closing.did.join(", "), closing.next.as_deref().unwrap_or("-"))
        }
        Body::End(end) => ended(end),
    }
}

/// Of the steps for which the class gets up.
fn active(body: &Body) -> String {
    let who = |cast: &[Cast]| {
        let one = |one: &Cast| format!("{}={}", one.letter, one.role.as_deref().unwrap_or("kijkt"));
        cast.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    match body {
        Body::Play(Play::Pick { situations }) => format!("Wat spelen we? {}", situations.join(", ")),
        Body::Play(Play::Groups { cast }) => format!("Groepen: {}", who(cast)),
        Body::Play(Play::LookAway { reader, others }) => {
            format!("{others:?} kijken weg, {} niet", reader.letter)
        }
        Body::Play(Play::Read { reader, .. }) => {
            format!("{} leest: {}", reader.letter, reader.card.join(" "))
        }
        Body::Play(Play::Watch { watcher }) => {
            format!("{} kijkt: {}", watcher.letter, watcher.card.join(" "))
        }
        Body::Play(Play::Begin { line }) => format!("Begin na: {line}"),
        Body::Play(Play::Act(act)) => {
            let again = if act.again { " (opnieuw)" } else { "" };
            format!("Ronde {}/{}: {}{again}", act.round, act.rounds, who(&act.cast))
        }
        Body::Play(Play::Swap { cast }) => format!("Wissel: {}", who(cast)),
        Body::Line(line) => {
            let on = if line.personal { "op papier" } else { "op de lijn" };
            format!("{} {on} ({:?}) {:?}", line.sentence, line.doing, line.counts)
        }
        Body::Draw(Drawing::Drawn { duo, card, left, .. }) => {
            format!("duo {}: {card} (nog {left})", duo.number)
        }
        Body::Draw(Drawing::Turned { duo, card, back, left }) => {
            format!("duo {}: {card}, achterop {back} (nog {left})", duo.number)
        }
        Body::Draw(Drawing::All { cards, .. }) => {
            let card = |(duo, card): &(Duo, Text)| format!("duo {}: {card}", duo.number);
            cards.iter().map(card).collect::<Vec<_>>().join(", ")
        }
        Body::Draw(Drawing::Deck { sentence, cards, .. }) => format!("{sentence} ({cards} kaartjes)"),
        Body::Pitch(Pitching::Speaks { duo, left, .. }) => format!("duo {} vertelt (nog {left})", duo.number),
        Body::Pitch(Pitching::Heard { question }) => format!("Gehoord: {question}"),
        Body::Pitch(Pitching::Prepare { sentence, seconds, .. }) => format!("{sentence} ({seconds}s elk)"),
        other => format!("{other:?}"),
    }
}

fn ended(end: &End) -> String {
    let gathered = end.gathered.iter().flatten().map(|gathered| {
        let answers: Vec<_> = gathered.answers.iter().map(|answer| answer.text.to_string()).collect();
        format!("{}: {} {}", gathered.question, answers.join(", "), options(&gathered.counts))
    });
    format!("Klaar ({}) {}", end.count, gathered.collect::<Vec<_>>().join(" / "))
}

fn revealed(revealed: &Revealed) -> String {
    revealed.lines.iter().take(revealed.shown).map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn answers(question: &QuestionView) -> String {
    match &question.answers.shown {
        Some(shown) => shown.iter().map(|answer| answer.text.to_string()).collect::<Vec<_>>().join(", "),
        None => format!("{} verborgen", question.answers.count),
    }
}

fn options(options: &[Choosable]) -> String {
    let options =
        options.iter().map(|option| format!("{} {} {:?}", option.letter, option.text, option.counts));
    options.collect::<Vec<_>>().join(", ")
}

#[test]
fn every_card_that_ships_is_walked_from_start_to_end_by_next_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("activities");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if id == "kaart.schema" {
            continue;
        }
        let mut class = Class::new(card_named(&id));
        class.act(command("open 24")).unwrap();
        let mut steps = 0;
        while class.history.lesson().place() != Place::End {
            class.act(Command::Next).unwrap();
            steps += 1;
            assert!(steps < 1_000, "{id} has no end");
        }
        let all = class.card.steps.len();
        assert_eq!(class.scene().place.number, all, "{id}");
        while class.history.lesson().place() != Place::Start {
            class.act(Command::Back).unwrap();
        }
    }
}

#[test]
fn an_old_journal_tells_the_same_lesson() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals/v1");
    let card = Arc::new(Card::parse(&std::fs::read_to_string(folder.join("kaart.json")).unwrap()).unwrap());
    let reading = lesloper::store::journal::read(&std::fs::read(folder.join("alles.jsonl")).unwrap());
    let mut told = String::new();
    for count in 1..=reading.records.len() {
        let history = History::replay(Arc::clone(&card), reading.records[..count].to_vec());
        let record = &reading.records[count - 1];
        let scene = history.lesson().scene(record.at, None);
        writeln!(told, "{}\n   {}", self::told(record.seq, &record.event), seen(&scene)).unwrap();
    }
    expect_file![folder.join("alles.txt")].assert_eq(&told);
}
