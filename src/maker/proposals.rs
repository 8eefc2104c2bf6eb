//! What stands ready before the teacher says anything: the labels of a new card, and for each kind of
//! step what nearly every teacher would write. Everything can be changed.

use crate::card::format::Choice as _;
use crate::card::step::{KindName, NextStep, Rounds, parts};
use crate::card::{FORM, Form, KIND, MINUTES, Phase, SIMPLE, Trail, Tree, chosen};
use crate::maker::steps::is_timed;

const NOTES: &str = "docent";
const STARTERS: &str = "startzinnen";

/// A card about which nothing was said yet.
pub fn new_card() -> Tree {
    let mut card = Tree::default();
    let mut put = |key: &str, value: Tree| card.put(&Trail::default().key(key), value);
    put("$schema", Tree::from("kaart.schema.json"));
    put("formaat", Tree::Number(1));
    put("leerjaren", Tree::List(vec![Tree::Number(1), Tree::Number(2)]));
    put("leerwegen", Tree::texts(["bb", "kb", "gl", "tl"]));
    put("elementen", Tree::texts(["samenhang", "reflectie"]));
    put("competenties", Tree::texts(["loopbaansturing"]));
    put("moment", Tree::texts(["algemeen"]));
    put("groep", Tree::from("klas"));
    put("opzoeken", Tree::from("geen"));
    put("succes", Tree::texts(["taal", "verbondenheid"]));
    put(
        "afspraken",
        Tree::texts([
            "Wat je vertelt, mag op het bord. Schrijf geen namen op.",
            "Niemand lacht iemand uit.",
            "Je mag altijd passen.",
        ]),
    );
    let mut source = Tree::default();
    source.put(&Trail::default().key("titel"), Tree::from("Eigen werk"));
    put("bron", Tree::List(vec![source]));
    for (_, phase, _) in Phase::WORDS {
        card.put(&Trail::default().key("fasen").key(phase), Tree::List(Vec::new()));
    }
    card
}

/// A version of one's own: everything as it is, under another name.
pub fn own_version(card: &Tree) -> Tree {
    let mut own = card.clone();
    let title: String = card.said("titel").chars().take(45).collect();
    own.put(&Trail::default().key("titel"), Tree::Text(format!("{title} (eigen versie)")));
    own
}

/// A new step of this kind; `before` is the nearest earlier step whose answers can come back.
pub fn new_step(kind: KindName, before: Option<&str>) -> Tree {
    let mut step = Tree::default();
    let top = Trail::default();
    let mut put = |key: &str, value: Tree| step.put(&top.key(key), value);
    put(KIND, Tree::from(kind.word()));
    if kind.has_form() {
        let form = if kind == KindName::Question { Form::ThinkPairShare } else { kind.usual_form() };
        put(FORM, Tree::from(form.word()));
    }
    put(NOTES, Tree::texts(notes(kind)));
    let starters = starters(kind);
    if !starters.is_empty() {
        put(STARTERS, Tree::texts(starters));
    }
    match kind {
        KindName::Sort => put("kolommen", Tree::texts(["past wel", "past niet", "weet ik niet"])),
        KindName::Line => put("uiteinden", Tree::texts(["oneens", "eens"])),
        KindName::Roleplay => {
            put("rondes", Tree::Number(3));
            put("seconden", Tree::Number(60));
        }
        KindName::Pitch => put("seconden", Tree::Number(60)),
        KindName::LookBack => {
            put("naam", Tree::from("terugkijken"));
            put("vraag", Tree::from("Wat weet je nu?"));
            if let Some(before) = before {
                put("van", Tree::from(before));
            }
        }
        KindName::NextStep => {
            let usual = NextStep::usual();
            let questions = usual.iter().map(|text| &**text);
            put("naam", Tree::from("jouw volgende stap"));
            put("vragen", Tree::texts(questions));
        }
        _ => {}
    }
    if let KindName::LookBack | KindName::NextStep = kind {
        let said: Vec<_> = ["vraag", "vragen", STARTERS]
            .into_iter()
            .filter_map(|key| Some((key.to_owned(), step.get(key)?.clone())))
            .collect();
        step.put(&top.key(SIMPLE), Tree::Block(said));
    }
    set_minutes(&mut step);
    step
}

/// Gives a step as many minutes as it has parts, where it has not.
pub fn set_minutes(step: &mut Tree) {
    let at = Trail::default().key(MINUTES);
    let Some((kind, form, rounds)) = timed(step) else { return };
    let wanted = parts(kind, form, rounds);
    let has = match step.get(MINUTES) {
        Some(Tree::List(minutes)) => minutes.len(),
        Some(_) => 1,
        None => 0,
    };
    if !is_timed(step) || has == wanted {
        return;
    }
    let minutes: &[u64] = match (kind, wanted) {
        (KindName::Story, _) => &[3, 4, 3, 2, 4, 4],
        (KindName::Roleplay, _) => &[4, 6, 4],
        (KindName::Pitch, _) => &[3, 8],
        (KindName::Choice | KindName::Line, 3) => &[1, 3, 1],
        (_, 3) => &[1, 3, 3],
        (_, 4) => &[1, 2, 3, 3],
        (KindName::Explain, _) => &[2],
        _ => &[5],
    };
    let value = match minutes {
        [one] => Tree::Number(*one),
        many => Tree::List(many.iter().copied().map(Tree::Number).collect()),
    };
    step.put(&at, value);
}

/// What decides how many parts of a step are timed.
pub fn timed(step: &Tree) -> Option<(KindName, Form, Rounds)> {
    let kind: KindName = chosen(step.said(KIND))?;
    let form = chosen(step.said(FORM)).filter(|_| kind.has_form()).unwrap_or(kind.usual_form());
    let rounds = if step.is_set(crate::card::step::ROUNDS) { Rounds::Two } else { Rounds::One };
    Some((kind, form, rounds))
}

fn starters(kind: KindName) -> &'static [&'static str] {
    match kind {
        KindName::Question => &["Ik denk dat ...", "Bij mij ..."],
        KindName::Choice => &["Ik kies dit, omdat ..."],
        KindName::Line => &["Ik sta hier, omdat ..."],
        KindName::Draw => &["Ik zou zeggen: ..."],
        KindName::Pitch => &["Wij ontdekten dat ..."],
        KindName::LookBack => &["Ik weet nu dat ...", "Eerst dacht ik ..."],
        KindName::NextStep => &["Ik ga ...", "Ik vraag ..."],
        _ => &[],
    }
}

fn notes(kind: KindName) -> [&'static str; 2] {
    match kind {
        KindName::Explain => ["Doe: lees rustig voor.", "Vraag: wie vertelt het in eigen woorden?"],
        KindName::Question => ["Zeg: denk eerst stil na.", "Let op: vul geen antwoord in voor een duo."],
        KindName::Choice => {
            ["Doe: tel de handen, en laat het dan pas zien.", "Vraag: wie wil zeggen waarom?"]
        }
        KindName::Roleplay => [
            "Doe: maak groepjes. Wie niet wil spelen, kijkt of bewaakt de tijd.",
            "Let op: raakt het iemand? Stop vriendelijk en praat na de les.",
        ],
        KindName::Line => ["Zeg: er is geen goede plek.", "Vraag: wat zou je een plek laten opschuiven?"],
        KindName::Draw => ["Doe: laat elk duo zijn kaartje hardop lezen.", "Let op: passen mag."],
        KindName::Pitch => ["Zeg: passen mag.", "Doe: bedank elk duo met iets wat je hoorde."],
        KindName::Sort => ["Vraag: wie ziet het anders?", "Let op: weet ik niet is ook een antwoord."],
        KindName::Story => {
            ["Doe: lees elk stukje rustig voor.", "Let op: raakt het iemand? Vraag niet door in de klas."]
        }
        KindName::Task => ["Doe: loop rond en kijk wie hulp nodig heeft.", "Zeg: hoeveel tijd er nog is."],
        KindName::LookBack => ["Doe: laat eerst de oude antwoorden lezen.", "Vraag: wat is er veranderd?"],
        KindName::NextStep => {
            ["Zeg: kies iets kleins wat je deze week kunt doen.", "Doe: ieder schrijft voor zichzelf."]
        }
    }
}
