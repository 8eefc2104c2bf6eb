//! Scenes that follow from choices: whoever names a choice gets a scene for it.

use crate::card::step::ID;
use crate::card::{Trail, Tree};
use crate::maker::answer::free_id;
use crate::maker::steps::{TO, leading_to, ways_of};

/// As many as a story may have.
const MOST: usize = 16;

/// Whether a story goes on in scenes of its own; the first one begins.
pub fn written_out(scenes: &Trail, wanted: bool, card: &mut Tree) {
    match (wanted, card.at(scenes).is_some()) {
        (true, false) => card.put(&scenes.item(0).key(ID), Tree::from("begin")),
        (false, true) => card.remove(scenes),
        _ => {}
    }
}

/// What can be chosen in the scene whose choices stand at `at`. A choice that was there leads where it
/// led; a new one to a new scene.
pub fn put(at: &Trail, texts: &[String], card: &mut Tree) {
    let scene = at.above();
    let list = scene.above();
    let old = card.at(&scene).map(ways_of).unwrap_or_default().to_vec();
    let mut ways: Vec<Tree> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let same = old.iter().find(|way| way.said("tekst") == text);
        // A choice that was only written anew leads where it led.
        let renamed = || old.get(index).filter(|way| !texts.iter().any(|text| text == way.said("tekst")));
        let to = same.or_else(renamed).map(|way| way.said(TO).to_owned());
        let to = to.or_else(|| new_scene(&list, text, card));
        ways.extend(to.map(|to| way(text, &to)));
    }
    if ways.is_empty() {
        card.remove(at);
    } else {
        card.put(at, Tree::List(ways));
    }
    prune(&list, card);
}

/// The choice whose end stands at `at` leads to the scene `to`; None: to its own, as it did.
pub fn lead(at: &Trail, to: Option<&str>, card: &mut Tree) {
    // The choice, the choices, the scene, the scenes.
    let list = at.above().above().above().above();
    if let Some(to) = to {
        card.put(at, Tree::from(to));
        prune(&list, card);
    }
}

fn way(text: &str, to: &str) -> Tree {
    Tree::Block(vec![("tekst".to_owned(), Tree::from(text)), (TO.to_owned(), Tree::from(to))])
}

/// A new scene at the end of the list; None when there are enough.
fn new_scene(list: &Trail, text: &str, card: &mut Tree) -> Option<String> {
    let scenes = card.at(list).map(Tree::items).unwrap_or_default();
    let count = scenes.len();
    let taken: Vec<String> = scenes.iter().map(|scene| scene.said(ID).to_owned()).collect();
    let id = free_id(text, "verder", &taken);
    (count < MOST).then(|| card.put(&list.item(count).key(ID), Tree::Text(id.clone())))?;
    Some(id)
}

/// Takes away scenes that nothing was written in, and that no choice leads to any more.
fn prune(list: &Trail, card: &mut Tree) {
    let scenes = card.at(list).map(Tree::items).unwrap_or_default();
    let is_lost = |(index, scene): &(usize, &Tree)| {
        *index > 0 && scene.get("tekst").is_none() && leading_to(scenes, scene.said(ID)).next().is_none()
    };
    let orphans: Vec<usize> = scenes.iter().enumerate().filter(is_lost).map(|(index, _)| index).collect();
    for index in orphans.into_iter().rev() {
        card.remove(&list.item(index));
    }
}
