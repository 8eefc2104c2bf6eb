//! The program is killed, or the disk is full, while cards are added: each card that is there is whole,
//! and what was there before is there still.

use lesloper::store::fault::Times;

use super::*;

/// Two pictures, and a newer version of each.
const WORDS: [&str; 2] = ["zie", "hoor"];

fn version(number: usize) -> (String, Vec<u8>) {
    let card = PICTURED.replace("Wat zie je?", &format!("Wat {} je?", WORDS[number]));
    (card, photo(u8::try_from(number).unwrap()))
}

fn offer(home: &Home, number: usize) {
    let (card, picture) = version(number);
    home.put("van/kaart.json", card);
    home.put("van/garage.png", picture);
}

/// Adds the first version and then replaces it by the second, until the disk will not.
fn add_and_replace(home: &Home, store: &Store) -> Option<()> {
    for number in 0..2 {
        offer(home, number);
        let given = store.given(&home.path("van")).ok()?;
        let mut collection = store.collection().ok()?;
        match collection.judge(&given, &given.cards()[0]) {
            Verdict::New { parcel, .. } => drop(collection.add(&parcel).ok()?),
            Verdict::Changed { parcel, older, .. } => drop(collection.replace(&parcel, &older).ok()?),
            Verdict::Present(_) | Verdict::Wrong(_) => panic!("each version is new"),
        }
    }
    Some(())
}

/// The questions of the card that is there; it has its picture, and that is the one that belongs to it.
fn found(home: &Home, when: &str) -> Option<usize> {
    let path = home.path("kaarten/met-foto.json");
    let bytes = fs::read(&path).ok()?;
    let checked = home.store().check_card(&path, &bytes);
    assert!(checked.problems.iter().all(|problem| problem.severity != Severity::Mistake), "{when}");
    let card = checked.card.unwrap();
    let number = WORDS.iter().position(|word| card.source().contains(&format!("Wat {word} je?"))).unwrap();
    let picture = card.pictures().into_iter().next().unwrap();
    assert_eq!(
        fs::read(home.path("kaarten").join(&*picture)).unwrap(),
        photo(u8::try_from(number).unwrap()),
        "{when}"
    );
    Some(number)
}

#[test]
fn killed_at_any_moment_each_card_is_whole() {
    let mut seen = Vec::new();
    for kill_at in 1.. {
        let home = Home::new();
        let (store, disk) = home.faulty(Plan { kill_at: Some(kill_at), ..Plan::default() });
        let done = add_and_replace(&home, &store);
        let when = format!("killed at {kill_at}");
        let number = found(&home, &when);
        seen.push(number);
        if number == Some(1) {
            let (old, _) = version(0);
            assert_eq!(fs::read_to_string(home.path("kaarten/met-foto.json.oud")).unwrap(), old, "{when}");
        }
        // It can be done again.
        assert!(home.store().collection().is_ok());
        disk.plan().kill_at = None;
        if done.is_some() {
            break;
        }
    }
    seen.dedup();
    assert_eq!(seen, [None, Some(0), Some(1)]);
}

#[test]
fn on_a_full_disk_nothing_is_half_added() {
    for room in (0..12_000).step_by(97) {
        let home = Home::new();
        fs::create_dir_all(home.path("kaarten")).unwrap();
        let _ = home.store().library();
        let (store, _) = home.faulty(Plan { room: Some(room), ..Plan::default() });
        let done = add_and_replace(&home, &store);
        let mut files = files_in(&home.path("kaarten"));
        files.retain(|file| file != "kaart.schema.json");
        let expected: &[&str] = match found(&home, &format!("room for {room}")) {
            None => &[],
            Some(0) => &["garage.png", "met-foto.json"],
            Some(_) => &["garage-2.png", "garage.png", "met-foto.json", "met-foto.json.oud"],
        };
        assert_eq!(files, expected, "room for {room}");
        if done.is_some() {
            return;
        }
    }
    panic!("there was never room enough");
}

#[test]
fn when_nothing_can_be_synced_it_says_so_and_adds_nothing() {
    let home = Home::new();
    let (store, _) = home.faulty(Plan { sync_fails: Times::Always, ..Plan::default() });
    assert!(add_and_replace(&home, &store).is_none());
    assert_eq!(found(&home, "without sync"), None);
}
