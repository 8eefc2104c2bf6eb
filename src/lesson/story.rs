//! The way of a class through the stories of one step: which one it took, which scenes it went
//! through, and which choices it has seen the consequence of.

use std::collections::BTreeSet;

use crate::card::{Story, StoryScene};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryPath {
    picked: Option<usize>,
    /// Scenes of the picked story, in the order of the walk; begins with the first.
    walk: Vec<usize>,
    /// (story, scene, choice)
    seen: BTreeSet<(usize, usize, usize)>,
}

impl StoryPath {
    /// The way through a step that has one story alone.
    pub fn of_only_story(story: &Story) -> Self {
        let mut path = Self::default();
        path.pick(0, story);
        path
    }

    pub fn picked(&self) -> Option<usize> {
        self.picked
    }

    pub fn pick(&mut self, index: usize, story: &Story) {
        if self.picked != Some(index) {
            self.picked = Some(index);
            self.walk = if story.scenes.is_empty() { Vec::new() } else { vec![0] };
        }
    }

    /// How many scenes the walk has so far.
    pub fn scenes(&self) -> usize {
        self.walk.len()
    }

    pub fn scene<'story>(&self, story: &'story Story, at: usize) -> Option<&'story StoryScene> {
        self.walk.get(at).and_then(|scene| story.scenes.get(*scene))
    }

    pub fn has_seen(&self, at: usize, choice: usize) -> bool {
        match (self.picked, self.walk.get(at)) {
            (Some(story), Some(scene)) => self.seen.contains(&(story, *scene, choice)),
            _ => false,
        }
    }

    /// Takes a choice at place `at` of the walk; what came after it in the walk is left.
    pub fn take(&mut self, story: &Story, at: usize, choice: usize) {
        let (Some(picked), Some(scene)) = (self.picked, self.walk.get(at).copied()) else { return };
        let fork = story.scenes.get(scene).and_then(|scene| scene.choices.get(choice));
        let Some(fork) = fork else { return };
        self.seen.insert((picked, scene, choice));
        self.walk.truncate(at + 1);
        self.walk.push(fork.to);
    }

    /// The first choice at `at` whose consequence was not seen yet.
    pub fn untried_at(&self, story: &Story, at: usize) -> Option<usize> {
        let choices = self.scene(story, at)?.choices.len();
        (0..choices).find(|choice| !self.has_seen(at, *choice))
    }

    /// The last fork of the walk that still has an untried choice.
    pub fn untried_fork(&self, story: &Story) -> Option<usize> {
        (0..self.walk.len()).rev().find(|at| self.untried_at(story, *at).is_some())
    }
}
