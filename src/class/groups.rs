//! Duos, trios and fours: who sit together, and what changes when one comes late or leaves.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::Pupil;
use super::matching::{best, cost, matched};
use super::past::Past;

/// More than any distance between two duos: apart is apart.
const APART: i32 = 10_000;

/// A group's number on the screen, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupNumber(pub u8);

/// Who sit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub number: GroupNumber,
    pub members: Vec<Pupil>,
}

/// Pairs of neighbours in the given order, numbered from 1; the last is a trio when odd. One pupil
/// is a group alone.
pub fn neighbours(pupils: &[Pupil]) -> Vec<Group> {
    let (pairs, left_over) = pupils.as_chunks::<2>();
    let mut groups: Vec<Vec<Pupil>> = pairs.iter().map(|pair| pair.to_vec()).collect();
    match groups.last_mut() {
        Some(last) => last.extend(left_over),
        None if left_over.is_empty() => {}
        None => groups.push(left_over.to_vec()),
    }
    numbered(groups)
}

/// New groups with the fewest repeats that there can be, and apart who must be; ties are chance.
pub fn mixed(pupils: &[Pupil], past: &Past, rng: &mut impl rand::Rng) -> Vec<Group> {
    numbered(best(pupils, past, rng))
}

fn numbered(groups: Vec<Vec<Pupil>>) -> Vec<Group> {
    let number = |at: usize| GroupNumber(u8::try_from(at).unwrap_or(u8::MAX));
    (1..).zip(groups).map(|(at, members)| Group { number: number(at), members }).collect()
}

/// One comes in late and joins a group; nobody else moves. Each group holds who is there.
pub fn with(groups: &[Group], pupil: Pupil, past: &Past) -> Vec<Group> {
    let mut groups = groups.to_vec();
    let joined = groups.iter_mut().min_by_key(|group| {
        let (broken, more) = joining(&group.members, pupil, past);
        (group.members.is_empty(), broken, group.members.len(), more, group.number)
    });
    match joined {
        Some(group) => group.members.push(pupil),
        None => groups = numbered(vec![vec![pupil]]),
    }
    groups
}

/// Whether one more must be apart from one of these, and what it costs that it joins them.
pub fn joining(members: &[Pupil], pupil: Pupil, past: &Past) -> (bool, i32) {
    let broken = members.iter().any(|member| past.is_apart(*member, pupil));
    let after = [members, &[pupil]].concat();
    (broken, cost(&after, past) - cost(members, past))
}

/// One leaves; whoever is left alone joins the nearest duo, and nobody else moves. Each group holds
/// who is there.
pub fn without(groups: &[Group], pupil: Pupil, past: &Past) -> Vec<Group> {
    let mut groups = groups.to_vec();
    let Some(left) = groups.iter_mut().find(|group| group.members.contains(&pupil)) else { return groups };
    left.members.retain(|member| *member != pupil);
    let from = left.number;
    let &[alone] = &left.members[..] else {
        groups.retain(|group| !group.members.is_empty());
        return groups;
    };
    let others = groups.iter_mut().filter(|group| group.number != from && !group.members.is_empty());
    let near = others.min_by_key(|group| {
        let (broken, _) = joining(&group.members, alone, past);
        (broken, group.members.len(), group.number.0.abs_diff(from.0), group.number)
    });
    if let Some(near) = near {
        near.members.push(alone);
        groups.retain(|group| group.number != from);
    }
    groups
}

/// Fours of two duos that sit near to one another and need not be kept apart; with an odd number of
/// duos one of them has three. Each group holds who is there; a class of one duo has no fours.
pub fn fours(groups: &[Group], past: &Past) -> Vec<Vec<GroupNumber>> {
    let between = |one: &Group, other: &Group| {
        let broken = one.members.iter().any(|a| other.members.iter().any(|b| past.is_apart(*a, *b)));
        i32::from(one.number.0.abs_diff(other.number.0)) + if broken { APART } else { 0 }
    };
    let even = groups.len() + groups.len() % 2;
    let mates = matched(even, |one, other| match (groups.get(one), groups.get(other)) {
        (Some(one), Some(other)) => Some(between(one, other)),
        // Rather the last is left over.
        (Some(one), None) => Some(i32::from(u8::MAX.saturating_sub(one.number.0))),
        _ => None,
    });
    let two = |(one, other): (usize, &usize)| {
        (one < *other).then(|| Some(vec![groups.get(one)?, groups.get(*other)?]))?
    };
    let mut fours: Vec<Vec<&Group>> = mates.iter().enumerate().filter_map(two).collect();
    let alone = mates.iter().position(|mate| *mate >= groups.len()).and_then(|at| groups.get(at));
    if let Some(alone) = alone
        && let Some(near) = fours.iter_mut().min_by_key(|four| {
            let costs: i32 = four.iter().map(|group| between(group, alone)).sum();
            (costs, Reverse(four.iter().map(|group| group.number).max()))
        })
    {
        near.push(alone);
        near.sort_by_key(|group| group.number);
    }
    fours.iter().map(|four| four.iter().map(|group| group.number).collect()).collect()
}
