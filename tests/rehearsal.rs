//! What a class would see of a card, without giving the lesson.

use std::collections::BTreeSet;
use std::sync::Arc;

use lesloper::lesson::{Body, rehearse};

use super::shipped;

#[test]
fn every_step_every_story_and_every_situation_comes_by() {
    for card in shipped::cards() {
        let card = Arc::new(card);
        let moments = rehearse(&card);
        let steps: BTreeSet<usize> = moments.iter().map(|(step, _)| *step).collect();
        assert_eq!(steps, (0..card.steps.len()).collect(), "{}", card.id);
        let told = moments.iter().filter_map(|(_, scene)| match &scene.body {
            Body::Tell { title, .. } => Some(title.clone()),
            _ => None,
        });
        let told: BTreeSet<_> = told.collect();
        let titled: BTreeSet<_> = card.steps.iter().flat_map(|step| titles(&step.kind)).collect();
        assert_eq!(told, titled, "{}", card.id);
    }
}

fn titles(kind: &lesloper::card::Kind) -> Vec<lesloper::text::Text> {
    match kind {
        lesloper::card::Kind::Story(step) => step.stories.iter().map(|story| story.title.clone()).collect(),
        lesloper::card::Kind::Roleplay(play) => {
            play.situations.iter().map(|situation| situation.title.clone()).collect()
        }
        _ => Vec::new(),
    }
}
