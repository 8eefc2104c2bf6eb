//! Where a card points to itself: a step to an earlier step, a choice in a story to a scene.

use crate::card::format::{Choice as _, Distinct, Format, Part, Shape};
use crate::card::step::{ID, KindName, StoryScene};
use crate::card::suggest::meant;
use crate::card::values::{list, object};
use crate::card::walk::{Crumb, Node, Walk, quoted};

/// The names that can be pointed to from where the walk is.
#[derive(Default)]
pub struct Links<'a> {
    /// Every step of the card, in order.
    pub steps: Vec<Named<'a>>,
    /// The step that is read now.
    pub step: usize,
    /// Every scene of the story that is read now.
    pub scenes: Vec<Named<'a>>,
}

/// Something that may have a name.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    pub node: Node<'a>,
    pub id: Option<&'a str>,
}

impl<'a> Named<'a> {
    pub fn new(node: Node<'a>) -> Self {
        Self { node, id: node.get(ID).and_then(Node::text) }
    }
}

fn position(named: &[Named<'_>], id: &str) -> Option<usize> {
    named.iter().position(|named| named.id == Some(id))
}

/// The name of item `index`, when an earlier one has it too.
pub fn double<'a>(named: &[Named<'a>], index: usize) -> Option<Node<'a>> {
    let named_now = named.get(index)?;
    let first = position(named, named_now.id?)?;
    if first < index { named_now.node.get(ID) } else { None }
}

/// Notes a name that was used before.
pub fn note_double<'a>(double: Option<Node<'a>>, walk: &mut Walk<'a>) {
    if let Some(place) = double {
        walk.within(Crumb::Key(ID), |walk| {
            let what = format!("de naam {} is al gebruikt", quoted(place.text().unwrap_or_default()));
            walk.mistake::<()>(place, what, "kies een andere naam")
        });
    }
}

fn nowhere<'a>(
    node: Node<'a>,
    id: &str,
    names: &[Named<'a>],
    thing: &str,
    walk: &mut Walk<'a>,
) -> Option<usize> {
    let names: Vec<&str> = names.iter().filter_map(|named| named.id).collect();
    let remedy = match meant(id, names.iter().copied()) {
        Some(meant) => format!("bedoelde je {}?", quoted(meant)),
        None if names.is_empty() => format!("geef de {thing} die je bedoelt een 'id'"),
        None => format!("kies uit: {}", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")),
    };
    walk.mistake(node, format!("er is geen {thing} met de naam {}", quoted(id)), remedy)
}

/// An earlier step of one of these kinds.
pub fn earlier(kinds: &'static [KindName]) -> Earlier {
    Earlier { kinds }
}

pub struct Earlier {
    kinds: &'static [KindName],
}

impl Format for Earlier {
    type Value = usize;

    fn shape(&self) -> Shape {
        Shape::Earlier(self.kinds)
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<usize> {
        let Some(id) = node.text() else {
            return walk.wrong_type(node, "de naam van een stap", "schrijf de 'id' van een eerdere stap");
        };
        let now = walk.links.step;
        let Some(found) = position(&walk.links.steps, id) else {
            let earlier: Vec<Named<'a>> = walk.links.steps.iter().take(now).copied().collect();
            return nowhere(node, id, &earlier, "stap", walk);
        };
        if found >= now {
            let what = if found == now {
                "een stap kan niet naar zichzelf wijzen".into()
            } else {
                format!("stap {} komt pas later", quoted(id))
            };
            return walk.mistake(node, what, "wijs naar een eerdere stap");
        }
        let kind = walk.links.steps.get(found).and_then(|step| KindName::at(step.node));
        // A step of an unknown kind was noted there.
        if kind.is_some_and(|kind| !self.kinds.contains(&kind)) {
            let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.word()).collect();
            let what = format!("stap {} verzamelt geen antwoorden", quoted(id));
            return walk.mistake(node, what, format!("wijs naar een stap van de soort {}", kinds.join(", ")));
        }
        Some(found)
    }
}

/// A scene of the same story.
pub fn scene() -> SceneLink {
    SceneLink
}

pub struct SceneLink;

impl Format for SceneLink {
    type Value = usize;

    fn shape(&self) -> Shape {
        Shape::Scene
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<usize> {
        let Some(id) = node.text() else {
            return walk.wrong_type(node, "de naam van een scène", "schrijf de 'id' van een scène");
        };
        let found = position(&walk.links.scenes, id);
        found.or_else(|| {
            let scenes = walk.links.scenes.clone();
            nowhere(node, id, &scenes, "scène", walk)
        })
    }
}

/// The written-out scenes of a story.
pub fn scenes() -> Scenes {
    Scenes
}

pub struct Scenes;

impl Scenes {
    const MOST: usize = 16;
}

impl Format for Scenes {
    type Value = Vec<StoryScene>;

    fn shape(&self) -> Shape {
        let of = Box::new(Shape::Object(StoryScene::keys()));
        Shape::List { of, length: 2..=Self::MOST, distinct: Distinct::No }
    }

    fn read<'a>(&self, node: Node<'a>, walk: &mut Walk<'a>) -> Option<Self::Value> {
        walk.links.scenes = node.items().take(Self::MOST).map(Named::new).collect();
        let named = walk.links.scenes.clone();
        if node.is_own() {
            for index in 0..named.len() {
                walk.within(Crumb::Item(index), |walk| note_double(double(&named, index), walk));
            }
        }
        let scenes = list(2..=Self::MOST, object::<StoryScene>()).read(node, walk)?;
        if node.is_own() {
            check_routes(&scenes, &named, walk)?;
        }
        Some(scenes)
    }

    fn absent(&self) -> Option<Self::Value> {
        Some(Vec::new())
    }
}

/// Notes a circle, and warns of scenes that no route comes to.
fn check_routes<'a>(scenes: &[StoryScene], named: &[Named<'a>], walk: &mut Walk<'a>) -> Option<()> {
    let next =
        |scene: usize| scenes.get(scene).into_iter().flat_map(|scene| &scene.choices).map(|fork| fork.to);
    let reach = |from: usize| {
        let mut reached = vec![false; scenes.len()];
        let mut open: Vec<usize> = next(from).collect();
        while let Some(scene) = open.pop() {
            if let Some(seen) = reached.get_mut(scene)
                && !std::mem::replace(seen, true)
            {
                open.extend(next(scene));
            }
        }
        reached
    };
    let from_start = reach(0);
    for (index, place) in named.iter().enumerate() {
        let is_in = |reached: &[bool]| reached.get(index).copied().unwrap_or_default();
        if is_in(&reach(index)) {
            return walk.within(Crumb::Item(index), |walk| {
                let what = "deze scène komt na een paar keuzes weer bij zichzelf uit";
                walk.mistake(place.node, what, "laat elk pad ergens eindigen, in een scène zonder keuzes")
            });
        }
        if index > 0 && !is_in(&from_start) {
            walk.within(Crumb::Item(index), |walk| {
                walk.warning(
                    place.node,
                    "geen enkele keuze leidt naar deze scène",
                    "laat een keuze ernaar wijzen of haal hem weg",
                );
            });
        }
    }
    Some(())
}
