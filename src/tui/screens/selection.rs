//! What the keys can be on: the options and the answers that stand on the screen.

use crate::card::Line;
use crate::lesson::{AnswerId, Body, Column, Play, Ways};

/// What the keys can be on in this body: how many there are.
pub fn options(body: &Body) -> usize {
    match body {
        Body::Choice(choice) => choice.options.len(),
        Body::Sort { columns, item: Some(_), .. } => columns.len(),
        Body::PickStory { stories } => stories.len(),
        Body::Play(Play::Pick { situations }) => situations.len(),
        Body::Line(line) if line.counting => Line::PLACES,
        Body::Fork { ways: Ways::Choices(choices), .. } => choices.len(),
        Body::Fork { ways: Ways::BackOrOn, .. } => 2,
        Body::Question(question) => question.answers.shown.as_ref().map_or(0, Vec::len),
        Body::LookBack { returned, .. } => returned.shown.as_ref().map_or(0, Vec::len),
        Body::End(end) => end.gathered.iter().flatten().map(|gathered| gathered.answers.len()).sum(),
        _ => 0,
    }
}

/// The answer that stands at this place among what can be selected.
pub fn answer(body: &Body, at: usize) -> Option<AnswerId> {
    match body {
        Body::Question(question) => question.answers.shown.as_ref()?.get(at).map(|shown| shown.id),
        Body::Choice(choice) => choice.options.get(at)?.answer,
        Body::LookBack { returned, .. } => returned.shown.as_ref()?.get(at).map(|(_, shown)| shown.id),
        Body::End(end) => {
            end.gathered.iter().flatten().flat_map(|gathered| &gathered.answers).nth(at).map(|shown| shown.id)
        }
        _ => None,
    }
}

/// Whether choosing an option of this body leads on at once.
pub fn picks(body: &Body) -> bool {
    matches!(
        body,
        Body::Sort { .. } | Body::PickStory { .. } | Body::Play(Play::Pick { .. }) | Body::Fork { .. }
    )
}

/// What is counted by hand now: the sign of each option, or of each place on a line.
pub fn counted(body: &Body) -> Option<Vec<char>> {
    match body {
        Body::Choice(choice) if choice.counting.is_some() => {
            Some(choice.options.iter().map(|option| option.letter).collect())
        }
        Body::Line(line) if line.counting => Some(('1'..).take(Line::PLACES).collect()),
        _ => None,
    }
}

/// Nothing was sorted yet.
pub fn is_untouched(columns: &[Column]) -> bool {
    columns.iter().all(|column| column.items.is_empty())
}

/// Whether answers of the class stand there.
pub fn answers_shown(body: &Body) -> bool {
    match body {
        Body::Question(question) => question.answers.shown.is_some(),
        Body::LookBack { returned, .. } => returned.shown.is_some(),
        _ => false,
    }
}
