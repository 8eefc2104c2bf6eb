//! What the keys can be on: the options and the answers that stand on the screen.

use crate::lesson::{AnswerId, Body, Column, Ways};

/// What the keys can be on in this body: how many there are.
pub fn options(body: &Body) -> usize {
    match body {
        Body::Choice(choice) => choice.options.len(),
        Body::Sort { columns, item: Some(_), .. } => columns.len(),
        Body::PickStory { stories } => stories.len(),
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
    matches!(body, Body::Sort { .. } | Body::PickStory { .. } | Body::Fork { .. })
}

/// Nothing was sorted yet.
pub fn is_untouched(columns: &[Column]) -> bool {
    columns.iter().all(|column| column.items.is_empty())
}
