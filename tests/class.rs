//! The class list, the groups and the turns.

use std::collections::BTreeMap;

use lesloper::class::{Group, GroupNumber, MAX_PUPILS, Pupil, Roster, RosterMistake, fewest, neighbours};
use lesloper::text::Text;
use proptest::prelude::*;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

fn class(pupils: &[(u8, &str)]) -> Result<Roster, RosterMistake> {
    let pupils = pupils.iter().map(|(number, name)| (Pupil(*number), Text::clean(name)));
    Roster::new(Text::clean("2B"), pupils.collect())
}

fn pupils(count: u8) -> Vec<Pupil> {
    (1..=count).map(Pupil).collect()
}

#[test]
fn a_class_knows_its_pupils_by_number() {
    let roster = class(&[(7, "Sem"), (1, "Zoë"), (3, "Ilham")]).unwrap();
    let shown: Vec<_> = roster.pupils().iter().map(|(pupil, name)| format!("{} {name}", pupil.0)).collect();
    assert_eq!(roster.name().as_ref(), "2B");
    assert_eq!(shown, ["1 Zoë", "3 Ilham", "7 Sem"]);
    assert_eq!(roster.name_of(Pupil(7)).map(AsRef::as_ref), Some("Sem"));
    assert_eq!(roster.name_of(Pupil(2)), None);
}

#[test]
fn what_is_not_a_class_says_why() {
    let crowd: Vec<(u8, &str)> = (1..=61).map(|number| (number, "Bo")).collect();
    let said = [
        class(&[]),
        class(&crowd),
        class(&[(1, "Bo"), (2, " ")]),
        class(&[(1, "Karel-Alexander-Maximiliaan-Ferdinand de Derde")]),
        class(&[(7, "Bo"), (7, "Sem")]),
        class(&[(0, "Bo")]),
    ]
    .map(|mistake| mistake.unwrap_err().to_string());
    assert_eq!(
        said,
        [
            "er staan geen namen in; zet op elke regel één voornaam",
            "er staan 61 namen in; een klas heeft er hoogstens 60",
            "leerling 2 heeft geen naam; vul een voornaam in",
            "\"Karel-Alexander-Maximiliaan-Ferdinand de Derde\" is te lang; een naam heeft hoogstens 40 letters",
            "nummer 7 kan niet; elke leerling heeft een eigen nummer vanaf 1",
            "nummer 0 kan niet; elke leerling heeft een eigen nummer vanaf 1",
        ]
    );
    assert!(class(&crowd[..MAX_PUPILS]).is_ok());
}

#[test]
fn neighbours_sit_together_and_the_odd_one_makes_a_trio() {
    let members = |count| -> Vec<Vec<u8>> {
        let groups = neighbours(&pupils(count));
        groups.into_iter().map(|group| group.members.into_iter().map(|pupil| pupil.0).collect()).collect()
    };
    assert_eq!(members(0), Vec::<Vec<u8>>::new());
    assert_eq!(members(1), [[1]]);
    assert_eq!(members(2), [[1, 2]]);
    assert_eq!(members(3), [[1, 2, 3]]);
    assert_eq!(members(7), [vec![1, 2], vec![3, 4], vec![5, 6, 7]]);
}

fn check_groups(groups: &[Group], count: u8) -> Result<(), TestCaseError> {
    let numbers: Vec<GroupNumber> = groups.iter().map(|group| group.number).collect();
    prop_assert_eq!(numbers, (1..).map(GroupNumber).take(groups.len()).collect::<Vec<_>>());
    let mut all: Vec<Pupil> = groups.iter().flat_map(|group| group.members.clone()).collect();
    all.sort();
    prop_assert_eq!(all, pupils(count));
    let trios = groups.iter().filter(|group| group.members.len() == 3).count();
    let pairs = groups.iter().filter(|group| group.members.len() == 2).count();
    match count {
        0 | 1 => prop_assert_eq!(groups.len(), usize::from(count)),
        _ => prop_assert_eq!((trios, pairs), (usize::from(count % 2), groups.len() - trios)),
    }
    Ok(())
}

proptest! {
    #[test]
    fn neighbours_cover_everyone_once(count in 0..=u8::MAX) {
        check_groups(&neighbours(&pupils(count)), count)?;
    }

    #[test]
    fn nobody_is_asked_again_before_all_had_a_turn(count in 1..40_u8, seed: u64) {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut turns: BTreeMap<Pupil, u32> = pupils(count).into_iter().map(|pupil| (pupil, 0)).collect();
        for round in 1..=3 {
            for _ in 0..count {
                let candidates: Vec<_> = turns.iter().map(|(pupil, turns)| (*pupil, *turns)).collect();
                *turns.get_mut(&fewest(&candidates, &mut rng).unwrap()).unwrap() += 1;
            }
            prop_assert!(turns.values().all(|turns| *turns == round));
        }
    }
}

#[test]
fn chance_gives_everyone_as_good_a_turn() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut first = [0_u32; 4];
    for _ in 0..4_000 {
        first[fewest(&[(0, 1), (1, 1), (2, 1), (3, 1), (0, 2)], &mut rng).unwrap()] += 1;
    }
    assert!(first.iter().all(|times| (900..1_100).contains(times)), "{first:?}");
}

#[test]
fn nobody_to_ask_is_no_turn() {
    assert_eq!(fewest::<u8>(&[], &mut ChaCha8Rng::seed_from_u64(1)), None);
}
