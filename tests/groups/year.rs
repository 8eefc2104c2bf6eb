//! A school year in figures: 36 lessons of 26 pupils with absence by chance.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expect_test::expect_file;
use lesloper::class::{Pupil, pair, pairs};
use lesloper::lesson::Command;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::Class;

const LESSONS: u64 = 36;
const PUPILS: u8 = 26;
/// Of a hundred.
const ABSENT: u8 = 7;

#[test]
fn a_year_is_fair() {
    let mut rng = ChaCha8Rng::seed_from_u64(2026);
    let mut class = Class::of(PUPILS);
    let mut lessons = String::new();
    let mut turns = [0_u32; PUPILS as usize + 1];
    let mut present = turns;
    for seed in 1..=LESSONS {
        let is_absent = |pupil: &Pupil, rng: &mut ChaCha8Rng| {
            // One is ill for two months.
            pupil.0 == 26 && (10..18).contains(&seed) || rng.random_range(0..100) < ABSENT
        };
        let absent: BTreeSet<Pupil> =
            class.everyone.iter().filter(|pupil| is_absent(pupil, &mut rng)).copied().collect();
        let before = class.past();
        let mut les = class.begins(&absent, seed);
        for turn in 0..6 {
            les.act(Command::GiveTurn, seed * 100 + turn);
        }
        let met: Vec<u32> =
            les.members().iter().flat_map(|group| pairs(group)).map(|pair| before.met.of(&pair)).collect();
        let again = met.iter().filter(|times| **times > 0).count();
        let there = usize::from(PUPILS) - absent.len();
        let most = met.iter().max().unwrap();
        writeln!(
            lessons,
            "{seed:>2}  {there:>2} present  {again:>2} pairs again  at most {most} times before"
        )
        .unwrap();
        for pupil in class.everyone.difference(&absent) {
            present[usize::from(pupil.0)] += 1;
        }
        for (pupil, times) in les.lesson().days()[0].turns.iter() {
            turns[usize::from(pupil.0)] += times;
        }
        class.ends(&les);
    }
    let past = class.past();
    let mut said = format!("lessons\n{lessons}\npupil, present, turns, trios\n");
    for number in 1..=PUPILS {
        let at = usize::from(number);
        let trios = past.trios.of(&Pupil(number));
        writeln!(said, "{number:>2}  {:>2}  {:>2}  {trios}", present[at], turns[at]).unwrap();
    }
    said.push_str("\ntimes together\n");
    for one in 1..=PUPILS {
        let times = |other| past.met.of(&pair(Pupil(one), Pupil(other))).to_string();
        let row = (1..=PUPILS).map(|other| if other == one { ".".to_owned() } else { times(other) });
        writeln!(said, "{one:>2}  {}", row.collect::<Vec<_>>().join(" ")).unwrap();
    }
    expect_file!["year.txt"].assert_eq(&said);
}
