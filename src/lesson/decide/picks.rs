//! The class picks: a story, a column, a fork; and hands and votes are counted.

use crate::card::Kind;
use crate::lesson::event::Event;
use crate::lesson::here::Here;
use crate::lesson::place::Beat;
use crate::lesson::refusal::Refusal;
use crate::lesson::state::Lesson;

/// More hands than any class has.
const MAX_COUNT: u16 = 200;

pub fn choose(lesson: &Lesson, option: usize) -> Result<Event, Refusal> {
    let Here { step, the_step, beat, .. } = lesson.here().ok_or(Refusal::NothingToChoose)?;
    match (beat, &the_step.kind) {
        (Beat::PickStory, Kind::Story(stories)) => {
            within(option, stories.stories.len())?;
            Ok(Event::StoryPicked { step, story: option })
        }
        (Beat::PickSituation, Kind::Roleplay(play)) => {
            within(option, play.situations.len())?;
            Ok(Event::SituationPicked { step, situation: option })
        }
        (Beat::Item(index), Kind::Sort(sort)) => {
            within(option, sort.columns.len())?;
            let items = lesson.items(step);
            let (item, _) = *items.get(index).ok_or(Refusal::NothingToChoose)?;
            Ok(Event::Sorted { step, item, column: option })
        }
        (Beat::Scene(at), _) => choose_way(lesson, step, at, option),
        _ => Err(Refusal::NothingToChoose),
    }
}

/// At a fork one of its choices; at a consequence back to the fork, or on.
fn choose_way(lesson: &Lesson, step: usize, at: usize, option: usize) -> Result<Event, Refusal> {
    let path = lesson.path(step);
    let story = lesson.story(step).ok_or(Refusal::NothingToChoose)?;
    let scene = path.scene(story, at).ok_or(Refusal::NothingToChoose)?;
    if !scene.choices.is_empty() {
        within(option, scene.choices.len())?;
        return Ok(Event::ForkTaken { step, at, choice: option });
    }
    let fork = path.untried_fork(story).ok_or(Refusal::NothingToChoose)?;
    within(option, 2)?;
    let beat = if option == 0 { Beat::Scene(fork) } else { Beat::Debrief(0) };
    lesson.place_of(step, beat).map(|to| Event::Moved { to }).ok_or(Refusal::NothingToChoose)
}

pub fn count(lesson: &Lesson, option: usize, count: u16) -> Result<Event, Refusal> {
    let counting = lesson.here().and_then(Here::counting).ok_or(Refusal::NothingToCount)?;
    if counting.options.is_empty() {
        return Err(Refusal::NoEndings);
    }
    within(option, counting.options.len())?;
    if count > MAX_COUNT {
        return Err(Refusal::HighCount(MAX_COUNT));
    }
    let option = counting.options.get(option).copied().ok_or(Refusal::NothingToCount)?;
    Ok(Event::Counted { topic: counting.topic, round: counting.round, option, count })
}

fn within(option: usize, count: usize) -> Result<(), Refusal> {
    if option < count { Ok(()) } else { Err(Refusal::NoSuchOption(count)) }
}
