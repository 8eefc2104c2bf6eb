//! The best of all ways to part a class into duos, found exactly: an odd class has one trio.
//!
//! A duo costs the square of how often the two worked together, so that a third time weighs more than
//! two second times; a trio costs its three pairs, and the square of how often each was in one. Two
//! who are kept apart cost more than everything else together.

use std::collections::BTreeSet;

use mwmatching::{Matching, SENTINEL};
use rand::seq::SliceRandom;

use super::Pupil;
use super::past::{Past, pairs};

/// Counts above this weigh the same: a whole class of them stays below `APART`.
const MOST: i32 = 99;

/// More than all repeats of the largest class.
const APART: i32 = 1_000_000;

/// All trios of a class of 27; in a larger class only so many of the best are tried.
const MAX_TRIOS: usize = 3_000;

/// Who sit together, and what it costs.
#[derive(Debug, Clone)]
struct Parting {
    groups: Vec<Vec<Pupil>>,
    cost: i32,
}

/// What a group costs.
pub fn cost(members: &[Pupil], past: &Past) -> i32 {
    let together = pairs(members)
        .map(|pair| if past.apart.contains(&pair) { APART } else { squared(past.met.of(&pair)) });
    let in_trio = members.iter().filter(|_| members.len() > 2).map(|pupil| squared(past.trios.of(pupil)));
    together.chain(in_trio).sum()
}

fn squared(times: u32) -> i32 {
    let times = i32::try_from(times).unwrap_or(MOST).min(MOST);
    times * times
}

/// Groups of two, and one of three when odd, that cost least; which of the best is chance.
pub fn best(pupils: &[Pupil], past: &Past, rng: &mut impl rand::Rng) -> Vec<Vec<Pupil>> {
    let mut order: Vec<Pupil> = pupils.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let rounds = rounds(&order);
    order.shuffle(rng);
    if order.len() < 4 {
        return if order.is_empty() { Vec::new() } else { vec![order] };
    }
    if order.len() % 2 == 1 {
        return with_trio(&order, past).groups;
    }
    let Parting { groups, cost: least } = duos(&order, past);
    // As long as a whole class comes, a round of these is among the best; and only a row of whole
    // rounds lets everyone meet everyone before two meet again.
    let as_good = |round: &Vec<Vec<Pupil>>| round.iter().map(|duo| cost(duo, past)).sum::<i32>() == least;
    let mut rounds: Vec<_> = rounds.into_iter().filter(as_good).collect();
    rounds.shuffle(rng);
    let mut groups = rounds.pop().unwrap_or(groups);
    groups.shuffle(rng);
    groups
}

/// Rounds in which everyone meets everyone once; none for an odd class.
fn rounds(pupils: &[Pupil]) -> Vec<Vec<Vec<Pupil>>> {
    let Some((fixed, circle)) = pupils.split_last().filter(|_| pupils.len().is_multiple_of(2)) else {
        return Vec::new();
    };
    let seat = |at: usize| circle.get(at % circle.len()).copied();
    let round = |turn: usize| {
        let across = (1..=circle.len() / 2)
            .filter_map(move |step| Some(vec![seat(turn + step)?, seat(turn + circle.len() - step)?]));
        across.chain(seat(turn).map(|first| vec![first, *fixed])).collect()
    };
    (0..circle.len()).map(round).collect()
}

/// An even number of pupils in duos.
fn duos(pupils: &[Pupil], past: &Past) -> Parting {
    let mates = matched(pupils.len(), |one, other| match (pupils.get(one), pupils.get(other)) {
        (Some(one), Some(other)) => Some(cost(&[*one, *other], past)),
        _ => None,
    });
    let duo = |(one, other): (usize, usize)| {
        (one < other).then(|| Some(vec![*pupils.get(one)?, *pupils.get(other)?]))?
    };
    let groups: Vec<Vec<Pupil>> = mates.into_iter().enumerate().filter_map(duo).collect();
    let cost = groups.iter().map(|duo| cost(duo, past)).sum();
    Parting { groups, cost }
}

/// An odd number of pupils: each trio is tried, the cheapest first, until no other can do better.
fn with_trio(pupils: &[Pupil], past: &Past) -> Parting {
    let least = without_three(pupils, past);
    let mut trios = trios(pupils, past);
    // Stable: among equals the order is that of chance.
    trios.sort_by_key(|trio| trio.cost);
    let mut best: Option<Parting> = None;
    for mut trio in trios.into_iter().take(MAX_TRIOS) {
        if best.as_ref().is_some_and(|best| best.cost <= trio.cost + least) {
            break;
        }
        let in_trio = |pupil: &Pupil| trio.groups.iter().flatten().any(|member| member == pupil);
        let others: Vec<Pupil> = pupils.iter().filter(|pupil| !in_trio(pupil)).copied().collect();
        let rest = duos(&others, past);
        trio.cost += rest.cost;
        if best.as_ref().is_none_or(|best| trio.cost < best.cost) {
            trio.groups.splice(0..0, rest.groups);
            best = Some(trio);
        }
    }
    best.unwrap_or(Parting { groups: vec![pupils.to_vec()], cost: 0 })
}

fn trios(pupils: &[Pupil], past: &Past) -> Vec<Parting> {
    let each = |members: &[Pupil]| -> Vec<(Pupil, Vec<Pupil>)> {
        let rest = |at: usize| members.iter().skip(at + 1).copied().collect();
        members.iter().enumerate().map(|(at, member)| (*member, rest(at))).collect()
    };
    let mut trios = Vec::new();
    for (one, rest) in each(pupils) {
        for (two, rest) in each(&rest) {
            let trio = |three: Pupil| vec![one, two, three];
            trios.extend(
                rest.into_iter()
                    .map(trio)
                    .map(|trio| Parting { cost: cost(&trio, past), groups: vec![trio] }),
            );
        }
    }
    trios
}

/// What the duos cost at least, whichever three are left over.
fn without_three(pupils: &[Pupil], past: &Past) -> i32 {
    let between = |one: usize, other: usize| match (pupils.get(one), pupils.get(other)) {
        (Some(one), Some(other)) => Some(cost(&[*one, *other], past)),
        (None, None) => None,
        _ => Some(0),
    };
    let mates = matched(pupils.len() + 3, between);
    let duos = mates.iter().enumerate().filter(|(one, other)| one < *other);
    duos.filter_map(|(one, other)| between(one, *other)).sum()
}

/// The mate of each of so many, so that all have one and the sum of what they cost is least.
pub fn matched(count: usize, cost: impl Fn(usize, usize) -> Option<i32>) -> Vec<usize> {
    if count < 2 {
        return vec![count; count];
    }
    let mut edges = Vec::new();
    for one in 0..count {
        edges.extend((one + 1..count).filter_map(|other| Some((one, other, -cost(one, other)?))));
    }
    let mates = Matching::new(edges).max_cardinality().solve();
    mates.into_iter().map(|mate| if mate == SENTINEL { count } else { mate }).collect()
}
