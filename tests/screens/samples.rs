//! Moments of lessons, one for each thing that a class can see.
use std::time::Duration;

use lesloper::card::Phase;
use lesloper::lesson::{
    AnswerId, Answers, Body, ChoiceView, Choosable, ClockView, Closing, Column, CoverView, Doing, Duo, End,
    ForkChoice, Gathered, PlaceLine, QuestionView, Returned, Revealed, Runs, Scene, Screen, Shown, Sign,
    Stage, Start, TeacherView, Ways,
};
use lesloper::text::Text;

pub fn t(text: &str) -> Text {
    Text::clean(text)
}

fn given(texts: &[&str]) -> Vec<Shown> {
    (1..).zip(texts).map(|(id, text)| Shown { id: AnswerId(id), text: t(text) }).collect()
}

pub fn ts(texts: &[&str]) -> Vec<Text> {
    texts.iter().map(|text| t(text)).collect()
}

fn revealed(lines: &[&str], shown: usize) -> Revealed {
    Revealed { lines: ts(lines), shown }
}

pub fn duo(number: u8, names: &[&str]) -> Duo {
    Duo { number, names: ts(names), size: names.len().max(2) }
}

pub fn duos() -> Vec<Duo> {
    let names = "Zoë,Mohamed|Noor,Daan|Łukasz,Şeyma|Oğuzhan,José|Ayşe,Bram|Lisa,Sem,Ilham|'t Hart,IJsbrand|\
                 Nguyễn,Fatima|李,محمد|Anne-Sophie,Christiaan|Jayden,Femke|Sanae,Tim";
    let names = names.split('|').map(|names| names.split(',').collect::<Vec<_>>());
    (1..).zip(names).map(|(number, names)| duo(number, &names)).collect()
}

pub fn scene(body: Body) -> Scene {
    Scene {
        place: PlaceLine { card: t("Past dit beroep bij me?"), phase: Some(Phase::Do), number: 4, total: 9 },
        cover: None,
        body,
        picture: None,
        sign: Some(Sign::Quietly),
        clock: Some(ClockView {
            left: Duration::from_secs(272),
            total: Duration::from_mins(6),
            runs: Runs::Running,
            stage: Stage::Ample,
        }),
        teacher: TeacherView {
            notes: ts(&["Begin bij iets wat je zag.", "Stil duo? Geef de tweede startzin."]),
            now: t("Wat paste wel?"),
            next: Some(t("Wat paste niet?")),
            bell: None,
            left: Some(Duration::from_mins(21)),
            close_now: false,
            unowned: Vec::new(),
            jumped: false,
            no_answers: None,
            hands: 0,
            duos: duos(),
            screen: Screen::Mirrored,
        },
    }
}

fn still(body: Body, phase: Option<Phase>) -> Scene {
    let scene = scene(body);
    Scene { sign: None, clock: None, place: PlaceLine { phase, ..scene.place.clone() }, ..scene }
}

pub fn covered(cover: CoverView) -> Scene {
    Scene { cover: Some(cover), ..scene(question(Answers::default())) }
}

fn question(answers: Answers) -> Body {
    Body::Question(QuestionView {
        sentence: t("Wat paste wel bij jou?"),
        doing: Doing::TalkInPair,
        help: ts(&["over het werk zelf", "over de mensen", "over de plek"]),
        starters: ts(&["Ik vond het fijn om ...", "Dat past bij mij, want ..."]),
        answers,
        fours: Vec::new(),
    })
}

const ANSWERS: [&str; 8] = [
    "Hoe vroeg moet je op?",
    "Mag je zelf kiezen wat je doet, of zegt iemand anders dat altijd tegen je?",
    "Wat verdien je als je begint?",
    "Is het zwaar werk?",
    "Werk je alleen of met anderen samen?",
    "Wat is het leukste van je werk, en wat is het minst leuke dat je elke dag moet doen?",
    "Moet je goed zijn in wiskunde?",
    "Welke opleiding heb je gedaan?",
];

fn answers() -> Answers {
    Answers { count: ANSWERS.len(), shown: Some(given(&ANSWERS)) }
}

fn options(counts: &[&[u16]]) -> Vec<Choosable> {
    let texts = ["Niets, weglopen", "Een grap maken", "Vragen wat hij bedoelt"];
    ('A'..)
        .zip(texts)
        .enumerate()
        .map(|(index, (letter, text))| Choosable {
            letter,
            text: t(text),
            answer: None,
            counts: counts.iter().map(|round| round[index]).collect(),
        })
        .collect()
}

fn choice(rounds: usize, counts: &[&[u16]]) -> Body {
    Body::Choice(ChoiceView {
        sentence: t("Wat zou jij zeggen?"),
        doing: if rounds == 2 { Doing::ChooseAgain } else { Doing::AsAsked },
        options: options(counts),
        help: Vec::new(),
        starters: ts(&["Ik kies dit, omdat ..."]),
        rounds,
        counting: Some(rounds.saturating_sub(1)),
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column {
            title: t("past wel"),
            items: ts(&["buiten werken", "met je handen iets maken", "samen een klus afmaken"]),
        },
        Column { title: t("past niet"), items: ts(&["vroeg opstaan"]) },
        Column { title: t("weet ik niet"), items: ts(&["met klanten praten", "de hele dag staan"]) },
    ]
}

#[expect(clippy::too_many_lines, reason = "a list")]
fn bodies() -> Vec<(&'static str, Scene)> {
    vec![
        (
            "start",
            still(
                Body::Start(Start {
                    title: t("Past dit beroep bij me?"),
                    goal: t("Je ontdekt welke taken en momenten bij je passen."),
                    duos: duos(),
                    last: Some(t("op bezoek bij het bedrijf")),
                    now: Some(t("wat past wel, wat past niet?")),
                    next: Some(t("jouw volgende stap")),
                }),
                None,
            ),
        ),
        (
            "start-without-names",
            still(
                Body::Start(Start {
                    title: t("Verhaal afmaken"),
                    goal: t("Je bedenkt wat je kunt doen als iemand iets vindt van jouw keuze."),
                    duos: (1..=12).map(|number| duo(number, &[])).collect(),
                    last: None,
                    now: Some(t("een verhaal dat stopt")),
                    next: Some(t("hoe gaat het verder?")),
                }),
                None,
            ),
        ),
        (
            "explain",
            scene(Body::Explain {
                sentence: t("Een beroep bestaat uit kleine dingen."),
                parts: revealed(
                    &[
                        "Je kiest vandaag geen beroep.",
                        "Je denkt aan taken en aan momenten.",
                        "Wat past bij jou? Wat past niet?",
                    ],
                    2,
                ),
            }),
        ),
        ("question", scene(question(Answers::default()))),
        ("question-hidden-answers", scene(question(Answers { count: 9, shown: None }))),
        ("question-answers", scene(question(answers()))),
        (
            "question-long",
            scene(Body::Question(QuestionView {
                sentence: t(
                    "Wat wil je weten over het werk, de mensen en de plek, en wie kan je dat het beste vertellen \
                     als je straks bij het bedrijf op bezoek bent?",
                ),
                doing: Doing::ThinkAlone,
                help: ts(&[
                    "Denk aan het werk zelf: wat doen ze de hele dag, en wat doen ze nooit meer dan een keer?",
                    "Denk aan de mensen met wie ze samenwerken, en aan de klanten die ze elke dag zien.",
                    "Denk aan de plek: binnen of buiten, stil of druk, warm of koud, dichtbij of ver weg?",
                    "Denk aan later: wat moet je kunnen, welke opleiding hoort erbij, en wat verdien je?",
                ]),
                starters: ts(&["Ik wil weten hoe ...", "Klopt het dat ...?", "Wat doe je als ...?"]),
                answers: Answers::default(),
                fours: Vec::new(),
            })),
        ),
        ("choice-hidden", scene(choice(0, &[]))),
        ("choice-one-round", scene(choice(1, &[&[4, 2, 6]]))),
        ("choice-two-rounds", scene(choice(2, &[&[4, 2, 6], &[1, 1, 10]]))),
        (
            "sort",
            scene(Body::Sort {
                sentence: t("Past dit wel of niet bij jou?"),
                doing: Doing::TalkInPair,
                item: Some(t("in je eentje werken")),
                columns: columns(),
                hidden: 0,
            }),
        ),
        (
            "sort-done",
            scene(Body::Sort {
                sentence: t("Past dit wel of niet bij jou?"),
                doing: Doing::TalkInPair,
                item: None,
                columns: columns(),
                hidden: 0,
            }),
        ),
        (
            "pick-story",
            scene(Body::PickStory {
                stories: ts(&[
                    "De stageplek",
                    "Niet voor ons soort mensen",
                    "Aan de telefoon",
                    "Een jongen in de zorg",
                    "Te duur",
                    "Dat niveau",
                ]),
            }),
        ),
        (
            "tell",
            scene(Body::Tell {
                title: t("De stageplek"),
                told: revealed(
                    &[
                        "Sanae wil naar de techniek. Ze heeft een gesprek bij een garage.",
                        "Ze is te vroeg. Ze wacht bij de balie en oefent wat ze gaat zeggen.",
                        "\"Jij? Naar de techniek?\" zegt de man van de stage.",
                        "Iedereen kijkt naar haar.",
                    ],
                    3,
                ),
            }),
        ),
        (
            "fork",
            scene(Body::Fork {
                text: ts(&["Sanae haalt diep adem.", "De man kijkt haar aan. Hij wacht."]),
                question: Some(t("Wat doet Sanae?")),
                ways: Ways::Choices(vec![
                    ForkChoice { text: t("Ze loopt weg zonder iets te zeggen."), seen: true },
                    ForkChoice { text: t("Ze vraagt wat hij bedoelt."), seen: false },
                ]),
            }),
        ),
        (
            "consequence",
            scene(Body::Fork {
                text: ts(&["Buiten belt ze haar broer.", "\"Volgende keer ga ik mee\", zegt hij."]),
                question: None,
                ways: Ways::BackOrOn,
            }),
        ),
        (
            "task",
            scene(Body::Task {
                sentence: t("Maak een poster over jullie bezoek."),
                checklist: ts(&[
                    "een foto of tekening van de plek",
                    "drie dingen die jullie zagen",
                    "een vraag die nog open is",
                ]),
            }),
        ),
        (
            "look-back",
            scene(Body::LookBack {
                sentence: t("Dit wilden jullie weten."),
                returned: Returned {
                    count: 3,
                    shown: Some(duos().into_iter().zip(given(&ANSWERS[..3])).collect()),
                },
            }),
        ),
        (
            "look-back-on-paper",
            scene(Body::LookBack {
                sentence: t("Dit wilden jullie weten."),
                returned: Returned { count: 0, shown: None },
            }),
        ),
        (
            "next-step",
            scene(Body::NextStep {
                questions: revealed(
                    &[
                        "Wat heb ik ontdekt?",
                        "Wat zegt dat over mij?",
                        "Wat wordt mijn volgende stap?",
                        "Met wie?",
                    ],
                    3,
                ),
                starters: ts(&["Ik ga ...", "Ik vraag aan ..."]),
            }),
        ),
        (
            "closing",
            still(
                Body::Closing(Closing {
                    did: ts(&["vragen bedacht", "vragen verdeeld", "afgesproken wie wat vraagt"]),
                    next: Some(t("op bezoek bij het bedrijf")),
                    home: Some(t("Vertel thuis welke vraag jij gaat stellen.")),
                }),
                None,
            ),
        ),
        (
            "end",
            still(
                Body::End(End {
                    count: 4,
                    gathered: Some(vec![
                        Gathered {
                            question: t("Wat wil je te weten komen?"),
                            answers: given(&["Hoe vroeg moet je op?", "Is het zwaar werk?"]),
                            counts: Vec::new(),
                        },
                        Gathered {
                            question: t("Wat zou jij zeggen?"),
                            answers: Vec::new(),
                            counts: options(&[&[4, 2, 6], &[1, 1, 10]]),
                        },
                    ]),
                    follows: Some(t("Kies met je mentor een plek voor een dag meelopen.")),
                }),
                None,
            ),
        ),
    ]
}

fn covers() -> Vec<(&'static str, Scene)> {
    vec![
        ("cover-blank", covered(CoverView::Blank)),
        ("cover-stop", covered(CoverView::Stop)),
        ("cover-duos", covered(CoverView::Duos(duos()))),
        (
            "cover-duos-without-names",
            covered(CoverView::Duos((1..=11).map(|number| duo(number, &[])).collect())),
        ),
        (
            "cover-words",
            covered(CoverView::Words(vec![
                (t("vacature"), t("een baan waar iemand voor gezocht wordt")),
                (
                    t("leidinggevende"),
                    t("iemand die zegt wat er moet gebeuren, en die helpt als het niet lukt"),
                ),
                (t("loon"), t("geld dat je krijgt voor je werk")),
            ])),
        ),
        (
            "cover-agreements",
            covered(CoverView::Agreements(ts(&[
                "Wat je vertelt, mag op het bord komen.",
                "We maken geen foto's.",
                "Voelt iets niet goed? Zeg het tegen mij. Dan zoeken we samen hulp.",
            ]))),
        ),
        ("cover-turn", covered(CoverView::Turn { duo: duo(4, &["Noor", "Daan"]), begins: Some(t("Noor")) })),
    ]
}

/// Every sample with the name of its picture.
pub fn all() -> Vec<(&'static str, Scene)> {
    [bodies(), covers(), super::active::all()].concat()
}
