//! What a lesson that ships has, and a card may leave out.

use crate::card::content::{Audience, Content, sitting_minutes};
use crate::card::read::{KIND, SIMPLE};
use crate::card::step::{Kind, KindName, Phase, Step};
use crate::card::strict::each_step;
use crate::card::walk::{Crumb, Node, Walk};

/// Beside each what it is worth.
const OF_CARD: [(&str, &str); 7] = [
    ("moment", "dan vindt een collega deze les op tijd"),
    ("succes", "dan ziet een collega wat deze les versterkt"),
    ("opzoeken", "dan weet de docent of er een computer nodig is"),
    ("groep", "dan weet de docent voor wie het is"),
    ("woorden", "leg de moeilijke woorden van het bord uit"),
    ("volgende-keer", "zeg wat erop volgt"),
    ("docent", "zeg wat de docent vooraf doet, klaarlegt en in de gaten houdt"),
];
const OF_TEACHER: [&str; 3] = ["vooraf", "nodig", "let-op"];
/// A les shorter than this does not get to looking back.
const LEAST_MINUTES: u16 = 15;
/// Of the notes at a step: one to do or say, and one to watch for.
const LEAST_NOTES: usize = 2;
const STARTERS: &str = "startzinnen";

pub fn of_card<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    for (key, remedy) in OF_CARD {
        if root.get(key).is_none() {
            walk.warning(root, format!("'{key}' ontbreekt"), remedy);
        }
    }
    if let Some(teacher) = root.get("docent") {
        walk.within(Crumb::Key("docent"), |walk| {
            for key in OF_TEACHER.iter().filter(|key| teacher.get(key).is_none()) {
                walk.warning(teacher, format!("'{key}' ontbreekt"), "een regel is al genoeg");
            }
        });
    }
    // There they sit beside each other already; and a small group talks of the school.
    if content.home.is_none() && content.group == Audience::Class {
        walk.warning(root, "'thuis' ontbreekt", "geef iets kleins mee om thuis over te praten");
    }
    phases(root, content, walk);
    minutes(root, content, walk);
}

fn phases<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    for phase in [Phase::Prepare, Phase::Do, Phase::LookBack] {
        if !content.steps.iter().any(|step| step.phase == phase) {
            let what = format!("er is niets bij {}", phase.label());
            walk.warning(root, what, "elke les heeft alle drie de fasen");
        }
    }
    if !content.steps.last().is_some_and(|step| matches!(step.kind, Kind::NextStep(_))) {
        walk.warning(root, "de laatste stap is geen vervolgstap", "laat elke leerling zo afsluiten");
    }
}

fn minutes<'a>(root: Node<'a>, content: &Content, walk: &mut Walk<'a>) {
    let short: Vec<_> =
        sitting_minutes(&content.steps).filter(|(_, minutes)| *minutes < LEAST_MINUTES).collect();
    each_step(root, content, walk, |index, node, _, walk| {
        if let Some((_, minutes)) = short.iter().find(|(begin, _)| *begin == index) {
            let what = format!("de les die hier begint, duurt maar {minutes} minuten");
            walk.warning(node, what, format!("maak er minstens {LEAST_MINUTES} van, of voeg lessen samen"));
        }
    });
}

pub fn of_step<'a>(node: Node<'a>, step: &Step, walk: &mut Walk<'a>) {
    if step.name.is_none() {
        walk.warning(node, "'naam' ontbreekt", "geef de stap een naam van twee of drie woorden");
    }
    if step.notes.len() < LEAST_NOTES {
        let what = "de docent heeft hier te weinig aan";
        walk.warning(node, what, "zet bij 'docent' wat je doet, zegt en in de gaten houdt");
    }
    let Some(kind) = KindName::at(node) else { return };
    let has = |key: &str| node.get(key).is_some();
    // On paper nothing is said.
    let is_on_paper = matches!(&step.kind, Kind::Line(line) if line.personal);
    if kind.own_keys().iter().any(|key| key.name == STARTERS) && !has(STARTERS) && !is_on_paper {
        walk.warning(node, format!("'{STARTERS}' ontbreken"), "geef zinnen om mee te beginnen");
    }
    let simple = node.get(SIMPLE);
    let wordings = kind.own_keys().iter().filter(|key| key.shape.is_wording() && has(key.name));
    for key in wordings.filter(|key| simple.is_none_or(|simple| simple.get(key.name).is_none())) {
        let what = format!("'{}' staat niet in '{SIMPLE}'", key.name);
        walk.warning(node.get(KIND).unwrap_or(node), what, "schrijf het daar in makkelijke woorden");
    }
}
