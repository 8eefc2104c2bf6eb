//! Laws of the groups and the turns, over classes by chance.

use std::collections::{BTreeMap, BTreeSet};

use lesloper::class::{
    Group, GroupNumber, Past, Pupil, Tally, cost, fours, mixed, pair, pairs, with, without,
};
use lesloper::lesson::Command;
use proptest::prelude::*;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use super::{Class, members};

fn pupils(count: u8) -> Vec<Pupil> {
    (1..=count).map(Pupil).collect()
}

/// Of a class of 12 at most: who met, was in a trio, and is kept apart.
fn past() -> impl Strategy<Value = Past> {
    let some_pair = || (1..=12_u8, 1..=12_u8).prop_filter("one is no pair", |(one, other)| one != other);
    let met = proptest::collection::vec((some_pair(), 1..4_u32), 0..70);
    let trios = proptest::collection::vec((1..=12_u8, 1..4_u32), 0..12);
    let apart = proptest::collection::vec(some_pair(), 0..4);
    (met, trios, apart).prop_map(|(met, trios, apart)| {
        let pair = |(one, other)| pair(Pupil(one), Pupil(other));
        Past {
            met: Tally::from(met.into_iter().map(|(two, times)| (pair(two), times)).collect::<Vec<_>>()),
            trios: Tally::from(trios.into_iter().map(|(one, times)| (Pupil(one), times)).collect::<Vec<_>>()),
            apart: apart.into_iter().map(pair).collect(),
            ..Past::default()
        }
    })
}

fn mix(count: u8, past: &Past, seed: u64) -> Vec<Group> {
    mixed(&pupils(count), past, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn total(groups: &[Vec<Pupil>], past: &Past) -> i32 {
    groups.iter().map(|group| cost(group, past)).sum()
}

/// The least that duos, and a trio when odd, can cost: every way is tried.
fn least(pupils: &[Pupil], past: &Past) -> i32 {
    let [first, rest @ ..] = pupils else { return 0 };
    if pupils.len() < 4 {
        return cost(pupils, past);
    }
    let without = |taken: &[Pupil]| -> Vec<Pupil> {
        rest.iter().filter(|pupil| !taken.contains(pupil)).copied().collect()
    };
    let duos = rest.iter().map(|two| cost(&[*first, *two], past) + least(&without(&[*two]), past));
    // The one trio is with the first of an odd class, or with others later on.
    let trios = pairs(rest)
        .filter(|_| pupils.len() % 2 == 1)
        .map(|(two, three)| cost(&[*first, two, three], past) + least(&without(&[two, three]), past));
    duos.chain(trios).min().unwrap()
}

fn check_covers(groups: &[Group], count: u8) -> Result<(), TestCaseError> {
    let numbers: Vec<GroupNumber> = groups.iter().map(|group| group.number).collect();
    prop_assert_eq!(numbers, (1..).map(GroupNumber).take(groups.len()).collect::<Vec<_>>());
    let mut all: Vec<Pupil> = members(groups).concat();
    all.sort();
    prop_assert_eq!(all, pupils(count));
    let of_size = |size: usize| groups.iter().filter(|group| group.members.len() == size).count();
    match count {
        0 | 1 => prop_assert_eq!(groups.len(), usize::from(count)),
        _ => prop_assert_eq!((of_size(3), of_size(2)), (usize::from(count % 2), groups.len() - of_size(3))),
    }
    Ok(())
}

/// Nobody but those in `movers` sits with others than before.
fn check_nobody_else_moved(before: &[Group], after: &[Group], movers: &[Pupil]) -> Result<(), TestCaseError> {
    let place = |groups: &[Group], pupil: Pupil| {
        groups.iter().find(|group| group.members.contains(&pupil)).map(|group| group.number)
    };
    for pupil in members(before).concat().into_iter().filter(|pupil| !movers.contains(pupil)) {
        prop_assert_eq!(place(before, pupil), place(after, pupil), "{:?} moved", pupil);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everyone_is_in_exactly_one_group(count in 0..=60_u8, past in past(), seed: u64) {
        check_covers(&mix(count, &past, seed), count)?;
    }

    #[test]
    fn there_are_as_few_repeats_as_can_be(count in 2..=10_u8, past in past(), seed: u64) {
        let found = members(&mix(count, &past, seed));
        prop_assert_eq!(total(&found, &past), least(&pupils(count), &past), "{:?}", found);
    }

    #[test]
    fn who_must_be_apart_is_apart_while_that_can_be(count in 4..=10_u8, past in past(), seed: u64) {
        let alone = Past { apart: past.apart.clone(), ..Past::default() };
        let groups = members(&mix(count, &past, seed));
        let can_be = least(&pupils(count), &alone) == 0;
        prop_assert_eq!(can_be, !past.is_broken_by(groups.iter().map(Vec::as_slice)));
    }

    #[test]
    fn who_comes_late_joins_one_group_and_nobody_else_moves(count in 1..=30_u8, past in past(), seed: u64) {
        let before = mix(count, &past, seed);
        let late = Pupil(count + 1);
        let after = with(&before, late, &past);
        check_nobody_else_moved(&before, &after, &[late])?;
        let joined: Vec<_> = after.iter().filter(|group| group.members.contains(&late)).collect();
        prop_assert_eq!(joined.len(), 1);
        let smallest = before.iter().map(|group| group.members.len()).min().unwrap();
        let could: Vec<_> = before
            .iter()
            .filter(|group| group.members.iter().all(|pupil| !past.is_apart(*pupil, late)))
            .collect();
        if !could.is_empty() {
            prop_assert!(joined[0].members.iter().all(|pupil| !past.is_apart(*pupil, late)));
        }
        if could.iter().any(|group| group.members.len() == smallest) {
            prop_assert_eq!(joined[0].members.len(), smallest + 1);
        }
    }

    #[test]
    fn who_leaves_moves_nobody_but_who_is_left_alone(
        count in 2..=30_u8, gone in 1..=30_u8, past in past(), seed: u64,
    ) {
        let before = mix(count, &past, seed);
        let gone = Pupil(gone.min(count));
        let after = without(&before, gone, &past);
        let duo = before.iter().find(|group| group.members.contains(&gone)).unwrap();
        let other: Vec<Pupil> = duo.members.iter().filter(|_| duo.members.len() == 2).copied().collect();
        check_nobody_else_moved(&before, &after, &[other, vec![gone]].concat())?;
        let mut all = members(&after).concat();
        all.push(gone);
        all.sort();
        prop_assert_eq!(all, pupils(count));
        prop_assert!(count == 2 || after.iter().all(|group| group.members.len() > 1), "{:?}", after);
    }

    #[test]
    fn fours_are_whole_duos_apart_from_who_must_be(count in 0..=60_u8, past in past(), seed: u64) {
        let duos = mix(count, &past, seed);
        let fours = fours(&duos, &past);
        let mut numbers: Vec<GroupNumber> = fours.concat();
        numbers.sort();
        let all: Vec<GroupNumber> = duos.iter().map(|duo| duo.number).collect();
        prop_assert_eq!(numbers, if duos.len() < 2 { Vec::new() } else { all });
        let threes = fours.iter().filter(|four| four.len() == 3).count();
        prop_assert_eq!(threes, usize::from(duos.len() > 2 && duos.len() % 2 == 1));
        prop_assert!(fours.iter().all(|four| (2..=3).contains(&four.len())));
    }

    #[test]
    fn over_as_many_lessons_as_there_are_others_no_pair_meets_twice(half in 1..=13_u8, seed: u64) {
        let mut class = Class::of(half * 2);
        for les in 1..half * 2 {
            let begun = class.begins(&BTreeSet::new(), seed.wrapping_add(u64::from(les)));
            class.ends(&begun);
        }
        let past = class.past();
        let times: BTreeSet<u32> = pairs(&pupils(half * 2)).map(|pair| past.met.of(&pair)).collect();
        prop_assert_eq!(times, BTreeSet::from([1]));
    }

    #[test]
    fn turns_differ_by_one_at_most_among_who_is_always_there(
        count in 2..=12_u8,
        lessen in proptest::collection::vec((proptest::collection::btree_set(1..=12_u8, 0..6), 0..9_u8), 1..12),
        seed: u64,
    ) {
        let mut class = Class::of(count);
        let mut seed = seed;
        let mut always: BTreeSet<Pupil> = class.everyone.clone();
        let mut turns: BTreeMap<Pupil, u32> = BTreeMap::new();
        for (absent, asked) in lessen {
            // The first two are always there.
            let absent: BTreeSet<Pupil> = absent.into_iter().filter(|one| *one > 2).map(Pupil).collect();
            always.retain(|pupil| !absent.contains(pupil));
            let mut les = class.begins(&absent, seed);
            for _ in 0..asked {
                seed = seed.wrapping_add(1);
                les.act(Command::GiveTurn, seed);
                let Some(lesloper::lesson::CoverView::Turn { duo, .. }) =
                    les.lesson().scene(les.now, None).cover else { panic!("no turn") };
                prop_assert!(duo.size > 0);
            }
            for (pupil, times) in les.lesson().days().iter().flat_map(|day| day.turns.iter()) {
                prop_assert!(!absent.contains(pupil));
                *turns.entry(*pupil).or_default() += times;
            }
            class.ends(&les);
            let counts: Vec<u32> =
                always.iter().map(|pupil| turns.get(pupil).copied().unwrap_or(0)).collect();
            prop_assert!(counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1, "{counts:?}");
        }
    }
}

#[test]
fn who_was_away_for_long_does_not_catch_up() {
    let mut class = Class::of(4);
    for seed in 0..8 {
        let mut les = class.begins(&BTreeSet::from([Pupil(4)]), seed);
        for turn in 0..3 {
            les.act(Command::GiveTurn, seed * 10 + turn);
        }
        class.ends(&les);
    }
    let mut les = class.begins(&BTreeSet::new(), 1);
    for turn in 0..4 {
        les.act(Command::GiveTurn, turn);
    }
    let turns: Vec<_> = les.lesson().days()[0].turns.iter().map(|(pupil, turns)| (pupil.0, turns)).collect();
    assert_eq!(turns, [(1, 1), (2, 1), (3, 1), (4, 1)]);
}

#[test]
fn who_passes_is_asked_later_and_nothing_is_counted() {
    let mut class = Class::of(6);
    let mut les = class.begins(&BTreeSet::new(), 1);
    les.act(Command::GiveTurn, 1);
    les.act(Command::PassTurn, 2);
    class.ends(&les);
    let turns = |class: &Class| (1..=6).map(|number| class.past().turns.of(&Pupil(number))).sum::<u32>();
    assert_eq!(turns(&class), 1);
    let mut les = class.begins(&BTreeSet::new(), 3);
    for seed in 0..5 {
        les.act(Command::GiveTurn, seed);
    }
    class.ends(&les);
    assert!((1..=6).all(|number| class.past().turns.of(&Pupil(number)) == 1));
}

#[test]
fn a_trio_goes_round() {
    let mut class = Class::of(9);
    for seed in 0..6 {
        let les = class.begins(&BTreeSet::new(), seed);
        class.ends(&les);
    }
    assert!((1..=9).all(|number| class.past().trios.of(&Pupil(number)) == 2), "{:?}", class.past().trios);
}

#[test]
fn shuffling_avoids_who_sits_together_now() {
    for seed in 0..20 {
        let class = Class::of(8);
        let mut les = class.begins(&BTreeSet::new(), seed);
        let mut seen: BTreeSet<_> = les.members().iter().flat_map(|duo| pairs(duo)).collect();
        for _ in 0..2 {
            les.act(Command::Shuffle, seed + 100);
            assert!(les.members().iter().flat_map(|duo| pairs(duo)).all(|pair| seen.insert(pair)));
            les.act(Command::Next, seed);
        }
    }
}
