//! Moments of the steps for which the class gets up, one for each thing that it can see.

use std::time::Duration;

use lesloper::lesson::{
    Act, Body, Cast, ClockView, CoverView, Doing, Drawing, LineView, Pitching, Play, Runs, Scene, Sign, Stage,
};
use lesloper::text::Text;

use super::samples::{covered, duo, duos, scene, t, ts};

fn cast(round: usize) -> Vec<Cast> {
    let letter = |at: usize| ["A", "B", "C"][(at + round) % 3].chars().next().unwrap();
    let one = |at: usize, role: Option<&str>, card: &[&str]| Cast {
        letter: letter(at),
        role: role.map(t),
        card: ts(card),
    };
    vec![
        one(0, Some("Sanae"), &["Je wilt de remmen zelf doen.", "Je blijft rustig, en je zegt wat je wilt."]),
        one(1, Some("monteur Tygo"), &["Jij hoorde wat Ron zei.", "Je werkt graag met Sanae."]),
        one(2, None, &["Wat helpt Sanae?", "Wie zegt er nog meer iets?"]),
    ]
}

fn others(of: char) -> Vec<char> {
    ['A', 'B', 'C'].into_iter().filter(|letter| *letter != of).collect()
}

fn line() -> Text {
    t("\"Laat Finn dat maar doen,\" zegt Ron, de begeleider.")
}

fn act(round: usize, again: bool) -> Scene {
    let act = Act {
        cast: cast(round),
        line: Some(line()),
        starters: ts(&["Wat bedoel je met ...?", "Ik wil graag ..."]),
        round: round + 1,
        rounds: 3,
        again,
    };
    let clock = ClockView {
        left: Duration::from_secs(72),
        total: Duration::from_secs(90),
        runs: if again { Runs::Paused } else { Runs::Running },
        stage: Stage::Ample,
    };
    Scene { sign: Some(Sign::Together), clock: Some(clock), ..scene(Body::Play(Play::Act(act))) }
}

fn plays() -> Vec<(&'static str, Scene)> {
    let first = |at: usize| cast(0).into_iter().nth(at).unwrap();
    let still = |play: Play| Scene { clock: None, ..scene(Body::Play(play)) };
    vec![
        (
            "play-pick",
            still(Play::Pick {
                situations: ts(&["Bij de remmen", "Dat niveau", "Zorg is meidenwerk", "Aan de telefoon"]),
            }),
        ),
        ("play-groups", scene(Body::Play(Play::Groups { cast: cast(0) }))),
        ("play-look-away", scene(Body::Play(Play::LookAway { reader: first(0), others: others('A') }))),
        ("play-read", scene(Body::Play(Play::Read { reader: first(1), others: others('B') }))),
        ("play-read-on-paper", scene(Body::Play(Play::ReadOnPaper))),
        ("play-watch", scene(Body::Play(Play::Watch { watcher: first(2) }))),
        ("play-begin", scene(Body::Play(Play::Begin { line: line() }))),
        ("play-act", act(0, false)),
        ("play-act-again", act(1, true)),
        ("play-swap", still(Play::Swap { cast: cast(1) })),
        ("play-step-out", still(Play::StepOut)),
        ("cover-freeze", covered(CoverView::Freeze)),
    ]
}

fn on_a_line(doing: Doing, counts: &[[u16; 5]]) -> LineView {
    LineView {
        sentence: t("Zeg altijd iets terug."),
        ends: ts(&["helemaal oneens", "helemaal eens"]),
        personal: false,
        doing,
        counts: counts.iter().map(|round| round.to_vec()).collect(),
        counting: doing != Doing::TalkOfPlaces,
        help: Vec::new(),
        starters: ts(&["Ik sta hier, omdat ..."]),
    }
}

fn lines() -> Vec<(&'static str, Scene)> {
    let personal = LineView {
        sentence: t("Ik durf hulp te vragen als iets niet lukt."),
        ends: ts(&["nooit", "altijd"]),
        personal: true,
        ..on_a_line(Doing::TakeAPlace, &[])
    };
    vec![
        ("line", scene(Body::Line(on_a_line(Doing::TakeAPlace, &[])))),
        ("line-counted", scene(Body::Line(on_a_line(Doing::TakeAPlace, &[[2, 4, 9, 6, 3]])))),
        ("line-talk", scene(Body::Line(on_a_line(Doing::TalkOfPlaces, &[[2, 4, 9, 6, 3]])))),
        (
            "line-again",
            scene(Body::Line(on_a_line(Doing::TakeAPlaceAgain, &[[2, 4, 9, 6, 3], [1, 2, 6, 10, 5]]))),
        ),
        ("line-personal", scene(Body::Line(personal))),
    ]
}

const CARDS: [&str; 12] = [
    "Iemand lacht om jouw plan.",
    "Je krijgt niet de taak die je wilt.",
    "Een klant wil liever een ander.",
    "Niemand belt je terug over je stage.",
    "\"Dat is te moeilijk voor jou.\"",
    "Thuis snappen ze jouw keuze niet.",
    "Je moet steeds alleen opruimen.",
    "Iemand doet je stem na.",
    "De bus kost meer dan je dacht.",
    "\"Dat is geen werk voor een jongen.\"",
    "Je naam wordt steeds verkeerd gezegd.",
    "Iedereen weet al wat hij wil, jij niet.",
];

fn drawings() -> Vec<(&'static str, Scene)> {
    let sentence = t("Wat zou jij dan zeggen?");
    let deck = Drawing::Deck { sentence: sentence.clone(), cards: CARDS.len() };
    let drawn = Drawing::Drawn {
        duo: duo(4, &["Noor", "Daan"]),
        card: t(CARDS[3]),
        sentence: sentence.clone(),
        left: 8,
    };
    let turned = Drawing::Turned {
        duo: duo(4, &["Noor", "Daan"]),
        card: t("Wie helpt een dier dat niet kan lopen?"),
        back: t("De dierenarts en de assistent. De opleiding heet dierenartsassistent paraveterinair."),
        left: 8,
    };
    let all = Drawing::All {
        sentence,
        cards: duos().into_iter().zip(CARDS).take(11).map(|(duo, card)| (duo, t(card))).collect(),
        help: Vec::new(),
        starters: ts(&["Ik zou zeggen: ..."]),
    };
    vec![
        ("draw-deck", scene(Body::Draw(deck))),
        ("draw-card", scene(Body::Draw(drawn))),
        ("draw-turned", scene(Body::Draw(turned))),
        ("draw-all", scene(Body::Draw(all))),
    ]
}

fn pitches() -> Vec<(&'static str, Scene)> {
    let question = t("Welk antwoord onthoud jij?");
    let prepare = Pitching::Prepare {
        sentence: t("Vertel welk antwoord bij jullie werkte."),
        seconds: 45,
        help: ts(&["wat er gebeurde", "wat jullie zeiden", "waarom dat hielp"]),
        starters: ts(&["Bij ons werkte ...", "Dat hielp, omdat ..."]),
    };
    let speaks = Pitching::Speaks { duo: duo(4, &["Noor", "Daan"]), question: question.clone(), left: 5 };
    vec![
        ("pitch-prepare", scene(Body::Pitch(prepare))),
        ("pitch", scene(Body::Pitch(speaks))),
        ("pitch-heard", scene(Body::Pitch(Pitching::Heard { question }))),
    ]
}

pub fn all() -> Vec<(&'static str, Scene)> {
    [plays(), lines(), drawings(), pitches()].concat()
}
