//! Whether the labels of a card say what its steps do.

use crate::card::content::{Audience, Competence, Content, Element, Involved, Lookup, Success};
use crate::card::format::Choice;
use crate::card::step::{Form, Kind, Phase, Step};
use crate::card::walk::{Crumb, Node, Walk};

/// A label, whether the steps bear it out, and what is missing when they do not.
type Claim = (&'static str, &'static str, bool, &'static str);

pub fn check<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    for (key, label, is_borne_out, missing) in claims(content) {
        let Some(node) = root.get(key).filter(|_| !is_borne_out) else { continue };
        let is_label = |node: &Node<'a>| node.text() == Some(label);
        if let Some(node) = node.items().find(is_label).or(Some(node).filter(is_label)) {
            walk.within(Crumb::Key(key), |walk| {
                walk.warning(node, format!("'{label}' zie je niet terug in de stappen"), missing);
            });
        }
    }
    unlabelled(root, content, walk);
}

fn claims(content: &Content) -> Vec<Claim> {
    let any = |is: fn(&Step) -> bool| content.steps.iter().any(is);
    let parents = content.home.is_some()
        || content.group == Audience::ParentsEvening
        || content.involved.contains(&Involved::Parents);
    let outside = any(|step| step.outside);
    let others = outside || !content.involved.is_empty();
    let back = content.steps.iter().filter(|step| step.phase == Phase::LookBack && step.is_core()).count();
    let continues = any(|step| step.new_sitting || matches!(step.kind, Kind::LookBack(_)));
    let looked_up = !content.sources.iter().all(|source| source.address.is_none());
    let expectations = content.competences.contains(&Competence::Expectations);
    let together = any(|step| step.form != Form::Alone);
    let (element, competence, success) = ("elementen", "competenties", "succes");
    vec![
        (element, Element::Practice.word(), others, "laat de klas echt werk of echte mensen zien"),
        (
            element,
            Element::Active.word(),
            outside || any(is_active),
            "laat leerlingen zelf iets doen of maken",
        ),
        (element, Element::Coherent.word(), continues || content.follows.is_some(), "kijk terug of vooruit"),
        (element, Element::Reflection.word(), back >= 2, "geef het terugkijken minstens twee stappen"),
        (element, Element::Parents.word(), parents, "geef iets mee voor thuis"),
        (element, Element::Expectations.word(), expectations, "zet erbij: omgaan-met-verwachtingen"),
        (
            competence,
            Competence::Networking.word(),
            others || any(asks_who),
            "laat de klas bedenken wie kan helpen",
        ),
        (success, Success::TogetherInside.word(), together, "laat leerlingen samenwerken"),
        (success, Success::TogetherOutside.word(), others, "betrek mensen van buiten de school"),
        ("betrokken", Involved::Parents.word(), parents, "geef iets mee voor thuis"),
        ("opzoeken", Lookup::EachPair.word(), looked_up, "noem bij 'bron' waar het staat"),
    ]
}

/// What is done and not said.
fn unlabelled<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    let sixth = content.competences.contains(&Competence::Expectations);
    if sixth && !content.elements.contains(&Element::Expectations) {
        let what = "omgaan met verwachtingen staat niet bij 'elementen'";
        walk.warning(root.get("elementen").unwrap_or(root), what, "zet daar 'verwachtingen' bij");
    }
}

fn is_active(step: &Step) -> bool {
    matches!(
        step.kind,
        Kind::Task(_) | Kind::Roleplay(_) | Kind::Pitch(_) | Kind::Line(_) | Kind::Draw(_) | Kind::Sort(_)
    )
}

/// Whether a step asks for people: its last question, or one of them, begins with "wie" or asks "met wie".
fn asks_who(step: &Step) -> bool {
    let asks = |text: &str| {
        let text = text.to_lowercase();
        text.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "wie")
    };
    match &step.kind {
        Kind::NextStep(next) => next.questions.iter().any(|question| asks(question)),
        kind => asks(kind.sentence()),
    }
}
