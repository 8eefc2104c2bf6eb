//! What a class would see of a card, without giving the lesson.

use std::collections::BTreeSet;
use std::sync::Arc;

use lesloper::card::Kind;
use lesloper::lesson::{Body, Ways, rehearse};
use lesloper::text::Text;

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

#[test]
fn each_story_is_walked_along_every_fork() {
    for card in shipped::cards() {
        let card = Arc::new(card);
        let moments = rehearse(&card);
        let scenes = moments.windows(2).filter_map(|pair| match (&pair[0].1.body, &pair[1].1.body) {
            (Body::Fork { text, ways: Ways::Choices(_), .. }, Body::Fork { text: led_to, .. }) => {
                Some((text.clone(), led_to.clone()))
            }
            _ => None,
        });
        let walked: BTreeSet<(Vec<Text>, Vec<Text>)> = scenes.collect();
        for story in card.steps.iter().flat_map(|step| stories(&step.kind)) {
            for scene in &story.scenes {
                for choice in &scene.choices {
                    let way = (scene.text.clone(), story.scenes[choice.to].text.clone());
                    assert!(walked.contains(&way), "{}: {}", story.title, choice.text);
                }
            }
        }
    }
}

fn stories(kind: &Kind) -> &[lesloper::card::Story] {
    match kind {
        Kind::Story(step) => &step.stories,
        _ => &[],
    }
}

fn titles(kind: &Kind) -> Vec<Text> {
    match kind {
        Kind::Story(step) => step.stories.iter().map(|story| story.title.clone()).collect(),
        Kind::Roleplay(play) => play.situations.iter().map(|situation| situation.title.clone()).collect(),
        _ => Vec::new(),
    }
}
