//! Fair turns: nobody is asked again before everyone had a turn.

use rand::seq::IteratorRandom;

/// Of `candidates` with their number of turns: one of those with the fewest, by chance.
pub fn fewest<T: Copy>(candidates: &[(T, u32)], rng: &mut impl rand::Rng) -> Option<T> {
    let least = candidates.iter().map(|(_, turns)| *turns).min()?;
    candidates.iter().filter(|(_, turns)| *turns == least).map(|(candidate, _)| *candidate).choose(rng)
}
