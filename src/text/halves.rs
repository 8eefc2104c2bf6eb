//! A text in two, where the sense lets it: for a page that cannot hold the whole.

/// Words before which a reader takes a breath.
const JOINTS: [&str; 22] = [
    "en", "of", "maar", "want", "dus", "dat", "die", "als", "om", "wie", "wat", "waar", "hoe", "met", "voor",
    "van", "bij", "in", "op", "over", "naar", "aan",
];

/// The two halves of `text`: parted at the end of a sentence if there is one, else at another sign,
/// else before a small word, else between any two words; of equals nearest the middle. None for a
/// single word.
pub fn halves(text: &str) -> Option<(&str, &str)> {
    let breaks = text.match_indices(' ').map(|(at, _)| at);
    let at = breaks.min_by_key(|at| (rank(text, *at), off_middle(text, *at)))?;
    let (first, second) = text.split_at_checked(at)?;
    Some((first, second.trim_start()))
}

/// The lower the better.
fn rank(text: &str, at: usize) -> u8 {
    let Some((before, after)) = text.split_at_checked(at) else { return u8::MAX };
    let bare = unquoted(before);
    // A half of a few letters is no half.
    let lopsided = if before.len().min(after.len()) * 5 < text.len() { 4 } else { 0 };
    let next = after.split_whitespace().next().unwrap_or_default();
    lopsided
        + if ends_sentence(before) {
            0
        } else if bare.ends_with([',', ';', ':']) {
            1
        } else if JOINTS.contains(&next) {
            2
        } else {
            3
        }
}

fn off_middle(text: &str, at: usize) -> usize {
    at.abs_diff(text.len() / 2)
}

/// Whether a sentence ends here, also one in quotes.
pub(super) fn ends_sentence(text: &str) -> bool {
    unquoted(text).ends_with(['.', '!', '?', '…'])
}

fn unquoted(text: &str) -> &str {
    text.trim_end_matches(['"', '\'', '”', '’'])
}
