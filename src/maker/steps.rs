//! The questions about the steps of a card, phase by phase.

use crate::card::format::{Choice as _, Key, Shape};
use crate::card::step::{ID, KindName, parts};
use crate::card::{FORM, KIND, MINUTES, OUTSIDE, Phase, Trail, Tree, chosen};
use crate::dutch;
use crate::maker::asked::when;
use crate::maker::conversation::{Asking, PHASES, yes_or_no};
use crate::maker::proposals::timed;
use crate::maker::question::{Answers, Deed, Need, Offer};

const NAME: &str = "naam";
const PICTURE: &str = "afbeelding";
const NOTES: &str = "docent";
const ITEMS: &str = "items";
const FROM: &str = "van";
pub const CHOICES: &str = "keuzes";
pub const TO: &str = "naar";

/// The steps of a phase.
pub fn phase(phase: Phase) -> Trail {
    Trail::default().key(PHASES).key(phase.word())
}

/// Every step of the card with where it stands, in order.
pub fn all(card: &Tree) -> Vec<(Trail, &Tree)> {
    let in_phase = |(here, ..): &(Phase, &str, &str)| {
        let at = phase(*here);
        let steps = card.at(&at).map(Tree::items).unwrap_or_default();
        steps.iter().enumerate().map(move |(index, step)| (at.item(index), step))
    };
    Phase::WORDS.iter().flat_map(in_phase).collect()
}

/// Whether a step takes time of the lesson.
pub fn is_timed(step: &Tree) -> bool {
    !step.is_set(OUTSIDE)
}

/// The core minutes of the les that goes on at the end of the card.
fn minutes_so_far(card: &Tree, until: Phase) -> u64 {
    let mut minutes = 0;
    for (at, step) in all(card) {
        if Phase::WORDS.iter().any(|(other, ..)| *other > until && at.is_within(&phase(*other))) {
            break;
        }
        if step.is_set("nieuwe-les") {
            minutes = 0;
        }
        if is_timed(step) && !step.is_set("extra") {
            minutes += match step.get(MINUTES) {
                Some(Tree::Number(number)) => *number,
                Some(Tree::List(parts)) => parts.iter().map(number).sum(),
                _ => 0,
            };
        }
    }
    minutes
}

fn number(tree: &Tree) -> u64 {
    if let Tree::Number(number) = tree { *number } else { 0 }
}

impl Asking<'_> {
    pub fn steps(&mut self) {
        for (here, _, label) in Phase::WORDS {
            let at = phase(*here);
            let count = self.card.at(&at).map_or(0, |steps| steps.items().len());
            for index in 0..count {
                self.step(label, &at.item(index), index);
            }
            self.one_more_step(*here, at, count);
        }
    }

    fn one_more_step(&mut self, here: Phase, at: Trail, count: usize) {
        let next = Phase::WORDS.iter().find(|(other, ..)| *other > here).map(|(.., label)| *label);
        let done = match next {
            Some(label) => format!("verder met {label}"),
            None => "dit zijn alle stappen".to_owned(),
        };
        let asked = match count {
            0 => format!("Welke stap komt er bij {}?", here.label()),
            _ => format!("Nog een stap bij {}?", here.label()),
        };
        let minutes =
            dutch::count(usize::try_from(minutes_so_far(self.card, here)).unwrap_or(0), "minuut", "minuten");
        let help = match count {
            0 => "Een les duurt 15 tot en met 35 minuten.".to_owned(),
            _ => format!("Deze les duurt nu {minutes}. Goed is 15 tot en met 35."),
        };
        let kinds = KindName::WORDS
            .iter()
            .map(|(_, word, meaning)| Offer::new(*word, format!("{}. {}", sentence(meaning), when(word))));
        let offers = std::iter::once(Offer::new("klaar", done)).chain(kinds).collect();
        here.label().clone_into(&mut self.chapter);
        self.ask(at, asked, help, (Answers::One(offers), Deed::Step(here)));
    }

    fn step(&mut self, label: &str, at: &Trail, index: usize) {
        let Some(step) = self.card.at(at) else { return };
        let Some(kind) = chosen::<KindName>(step.said(KIND)) else { return };
        let name = step.said(NAME);
        let named = if name.is_empty() { kind.word() } else { name };
        self.chapter = format!("{label}, stap {}: {named}", index + 1);
        self.shared(kind, at, NAME);
        if let Some(question) = self.row.last_mut() {
            // Later steps point to it by this name.
            question.need = Need::Must;
        }
        for key in kind.own_keys().iter().filter(|key| !is_other_source(key, step)) {
            self.key(kind.word(), at, key);
        }
        self.shared(kind, at, FORM);
        self.flags(kind, at);
        if is_timed(step) {
            self.shared(kind, at, MINUTES);
            if let (Some(question), Some(names)) = (self.row.last_mut(), timed(step).and_then(part_names)) {
                question.asked = format!("Hoeveel minuten: {names}?");
                "Een getal voor elk deel, met spaties ertussen.".clone_into(&mut question.help);
                let (kind, form, rounds) = timed(step).expect("its parts have names");
                question.example = vec!["3"; parts(kind, form, rounds)].join(" ");
            }
        }
        self.shared(kind, at, PICTURE);
        self.shared(kind, at, NOTES);
        self.simple(kind, at);
    }

    /// The question about one key that all kinds share.
    fn shared(&mut self, kind: KindName, at: &Trail, name: &str) {
        if let Some(key) = kind.shared_keys().find(|key| key.name == name) {
            self.key("stap", at, key);
        }
    }

    /// All that is just yes or no of a step, in one question.
    fn flags(&mut self, kind: KindName, at: &Trail) {
        let is_flag = |key: &&Key| matches!(key.shape, Shape::Flag);
        let keys: Vec<&Key> = kind.own_keys().iter().chain(kind.shared_keys()).filter(is_flag).collect();
        let offers = keys.iter().map(|key| Offer::new(key.help.trim_end_matches('.'), "")).collect();
        let flags = Deed::Flags(keys.iter().map(|key| key.name).collect());
        let help = "Kruis aan met spatie wat klopt. Meestal is dat niets.";
        self.ask(at.clone(), "Is er iets bijzonders?", help, (Answers::Many(offers), flags));
    }

    /// The earlier steps whose answers can come back in the step at `block`.
    pub fn earlier(&self, block: &Trail, kinds: &[KindName], need: Need) -> Option<(Answers, Deed)> {
        let before = all(self.card).into_iter().take_while(|(at, _)| at != block);
        let of_kind = |step: &Tree| chosen(step.said(KIND)).is_some_and(|kind| kinds.contains(&kind));
        let named = before.filter(|(_, step)| of_kind(step) && !step.said(ID).is_empty());
        let steps: Vec<_> = named
            .map(|(_, step)| (Offer::new(step.said(NAME), step.said(KIND)), Some(Tree::from(step.said(ID)))))
            .collect();
        if steps.is_empty() && need == Need::May {
            return None;
        }
        let skip = (need == Need::May).then(|| (Offer::new("nee", ""), None));
        let (offers, values) = skip.into_iter().chain(steps).unzip();
        Some((Answers::One(offers), Deed::Value(values)))
    }

    /// Scenes that are written out: what happens, and where each choice leads.
    pub fn scenes(&mut self, at: &Trail, keys: &'static [Key]) {
        let help = "Met keuzes voor de klas. Zo zien ze waar elke keuze toe leidt.";
        self.ask(at.clone(), "Schrijf je zelf uit hoe het verdergaat?", help, yes_or_no(Deed::Scenes));
        let scenes = self.card.at(at).map(Tree::items).unwrap_or_default();
        let chapter = self.chapter.clone();
        let key = |name: &str| keys.iter().find(|key| key.name == name);
        for (index, scene) in scenes.iter().enumerate() {
            let here = at.item(index);
            let from = leading_to(scenes, scene.said(ID)).next();
            self.chapter = match from {
                Some(way) => format!("{chapter}, na '{}'", way.said("tekst")),
                None => format!("{chapter}, het begin"),
            };
            self.leads(at, scenes, index);
            if let Some(key) = key("tekst") {
                self.key("scenes", &here, key);
            }
            let help = "Eén keuze per regel. Geen keuzes? Dan eindigt het verhaal hier.";
            let ways = (Answers::Lines { length: 0..=4, most: 80 }, Deed::Ways);
            self.ask(here.key(CHOICES), "Waaruit kan de klas hier kiezen?", help, ways);
            if let Some(key) = key("vraag").filter(|_| !ways_of(scene).is_empty()) {
                self.key("scenes", &here, key);
            }
        }
        self.chapter = chapter;
    }

    /// Whether the one choice that leads to scene `index` leads to an earlier scene instead.
    fn leads(&mut self, list: &Trail, scenes: &[Tree], index: usize) {
        let Some(id) = scenes.get(index).map(|scene| scene.said(ID)) else { return };
        let mut ways = scenes.iter().enumerate().flat_map(|(from, scene)| {
            ways_of(scene).iter().enumerate().map(move |(number, way)| (from, number, way))
        });
        let mut leading = ways.by_ref().filter(|(.., way)| way.said(TO) == id);
        let (Some((from, number, way)), None) = (leading.next(), leading.next()) else { return };
        let began = scenes.get(from).map(|scene| scene.said(ID)).unwrap_or_default();
        let others: Vec<&Tree> = scenes
            .iter()
            .take(index)
            .filter(|other| other.get("tekst").is_some() && !reaches(scenes, other.said(ID), began))
            .collect();
        if others.is_empty() {
            return;
        }
        let told = |scene: &&Tree| {
            let first = scene.get("tekst").and_then(|texts| texts.items().first()).and_then(Tree::text);
            Offer::new(first.unwrap_or_default(), "")
        };
        let offers = std::iter::once(Offer::new("iets nieuws", "")).chain(others.iter().map(told));
        let ids = others.iter().map(|scene| scene.said(ID).to_owned()).collect();
        let asked = format!("Waar leidt '{}' toe?", way.said("tekst"));
        let help = "Twee keuzes mogen in dezelfde scène uitkomen.";
        let at = list.item(from).key(CHOICES).item(number).key(TO);
        self.ask(at, asked, help, (Answers::One(offers.collect()), Deed::Leads(ids)));
    }
}

/// With a capital.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The choices that lead to this scene.
pub fn leading_to<'t>(scenes: &'t [Tree], id: &str) -> impl Iterator<Item = &'t Tree> {
    scenes.iter().flat_map(ways_of).filter(move |way| way.said(TO) == id)
}

/// The choices of a scene.
pub fn ways_of(scene: &Tree) -> &[Tree] {
    scene.get(CHOICES).map(Tree::items).unwrap_or_default()
}

/// Whether a way leads from the one scene to the other; every scene reaches itself.
fn reaches(scenes: &[Tree], from: &str, to: &str) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        let Some(scene) = scenes.iter().find(|scene| scene.said(ID) == id) else { continue };
        let id = scene.said(ID);
        if id == to {
            return true;
        }
        if !seen.contains(&id) {
            seen.push(id);
            open.extend(ways_of(scene).iter().map(|way| way.said(TO)));
        }
    }
    false
}

/// Things are sorted from a list, or from earlier answers: when one is there, the other is not asked for.
fn is_other_source(key: &Key, step: &Tree) -> bool {
    matches!(key.name, ITEMS if step.get(FROM).is_some() && step.said(KIND) == KindName::Sort.word())
        || matches!(key.name, FROM if step.get(ITEMS).is_some())
}

/// What the parts of a step are called, when it has more than one.
fn part_names(
    (kind, form, rounds): (KindName, crate::card::Form, crate::card::step::Rounds),
) -> Option<&'static str> {
    Some(match (kind, parts(kind, form, rounds)) {
        (KindName::Story, _) => "lezen, bedenken, kiezen, stemmen, spelen, nabespreken",
        (KindName::Pitch, _) => "voorbereiden, vertellen",
        (KindName::Roleplay, _) => "lezen, spelen, nabespreken",
        (KindName::Choice | KindName::Line, 3) if rounds == crate::card::step::Rounds::Two => {
            "kiezen, praten, opnieuw kiezen"
        }
        (_, 3) => "alleen, in duo's, met de klas",
        (_, 4) => "alleen, duo, viertal, klas",
        _ => return None,
    })
}
