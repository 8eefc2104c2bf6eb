//! Disks that are full, that cannot sync, or that cannot be written at all.

use std::fs;
use std::io::ErrorKind;

use lesloper::store::fault::Times;
use lesloper::store::journal::{End, read};

use super::*;

#[test]
fn after_one_failed_sync_everything_is_in_a_new_file() {
    let home = Home::new();
    let (store, disk) = home.faulty(Plan::default());
    let (notify, statuses) = listener();
    let journal = store.begin(CARD, &records(1..=2), notify);
    let path = home.lesson(journal.id()).join("journaal.jsonl");
    wait_for(&statuses, |status| status.saved == 2);
    // A second name for the old file: it must not be written to again.
    let old = home.path("oud");
    fs::hard_link(&path, &old).unwrap();

    disk.plan().sync_fails = Times::Once;
    journal.append(records(3..=3));
    let seen = wait_for(&statuses, |status| status.saved == 3);
    assert_eq!(
        trouble(&seen[0]),
        format!(
            "{}: bewaren lukt niet, want de computer meldt: input/output error. Probeer het nog eens, of kies een andere map met --map MAP.",
            path.display()
        )
    );
    assert_eq!(seen[0].saved, 2);
    assert_eq!(saved(seen.last().unwrap()), 3);
    let before = fs::read(&old).unwrap();
    journal.append(records(4..=4));
    let id = journal.id().clone();
    assert_eq!(saved(&journal.close(LONG)), 4);
    assert_eq!(fs::read(&old).unwrap(), before);
    assert_eq!(read_back(&home.store(), &id), records(1..=4));
}

#[test]
fn while_no_sync_works_nothing_is_called_saved_and_the_lesson_goes_on() {
    let home = Home::new();
    let (store, disk) = home.faulty(Plan::default());
    let (notify, statuses) = listener();
    let journal = store.begin(CARD, &records(1..=2), notify);
    wait_for(&statuses, |status| status.saved == 2);
    disk.plan().sync_fails = Times::Always;
    journal.append(records(3..=3));
    let seen = wait_for(&statuses, |status| status.trouble.is_some());
    assert!(seen.iter().all(|status| status.saved == 2));
    for seq in 4..=20 {
        journal.append(records(seq..=seq));
    }
    disk.plan().sync_fails = Times::Never;
    let seen = wait_for(&statuses, |status| status.saved == 20);
    assert!(seen.iter().all(|status| status.saved == 2 || status.trouble.is_none()));
    let id = journal.id().clone();
    leave(journal);
    assert_eq!(read_back(&home.store(), &id), records(1..=20));
}

#[test]
fn what_could_never_be_synced_is_found_again_when_it_got_there_after_all() {
    let home = Home::new();
    let (store, disk) = home.faulty(Plan::default());
    let (notify, statuses) = listener();
    let journal = store.begin(CARD, &records(1..=2), notify);
    wait_for(&statuses, |status| status.saved == 2);
    disk.plan().sync_fails = Times::Always;
    journal.append(records(3..=3));
    wait_for(&statuses, |status| status.trouble.is_some());
    journal.append(records(4..=5));
    let id = journal.id().clone();
    assert_eq!(journal.close(LONG).saved, 2);

    assert_eq!(home.store().look(&id).unwrap().records, records(1..=5));
    let opened = reopen(&home.store(), &id);
    assert_eq!(opened.notices, ["De nieuwste gebeurtenissen stonden nog apart en zijn teruggezet."]);
    assert_eq!(opened.records, records(1..=5));
    assert_eq!(saved(&opened.journal.unwrap().close(LONG)), 5);
    assert_eq!(files_in(&home.lesson(&id)), ["houder.json", "journaal.jsonl", "kaart.json", "slot"]);
}

/// Room for so many bytes, from none at all to more than enough.
fn rooms() -> impl Iterator<Item = u64> {
    (0..2_000).step_by(83)
}

#[test]
fn a_full_disk_leaves_no_half_line() {
    for room in rooms() {
        let home = Home::new();
        let (store, _disk) = home.faulty(Plan { room: Some(room), ..Plan::default() });
        let journal = store.begin(CARD, &records(1..=2), quiet());
        let path = home.lesson(journal.id()).join("journaal.jsonl");
        for seq in 3..=8 {
            journal.append(records(seq..=seq));
            journal.wait(seq, LONG);
        }
        let id = journal.id().clone();
        let status = journal.close(LONG);
        assert!(status.saved == 8 || trouble(&status).contains("de schijf is vol"), "room for {room}");
        let Ok(bytes) = fs::read(&path) else {
            assert_eq!(status.saved, 0, "room for {room}");
            continue;
        };
        let reading = read(&bytes);
        assert_eq!(reading.end, End::Nothing, "room for {room}");
        assert_eq!(reading.records, records(1..=status.saved), "room for {room}");
        assert!(read_back(&home.store(), &id).len() as u64 >= status.saved);
    }
}

#[test]
fn once_there_is_room_everything_is_saved() {
    for room in rooms() {
        for comes_back_by_itself in [true, false] {
            let home = Home::new();
            let plan = Plan { room: Some(room), room_comes_back: comes_back_by_itself, ..Plan::default() };
            let (store, disk) = home.faulty(plan);
            let (notify, statuses) = listener();
            let journal = store.begin(CARD, &records(1..=2), notify);
            for seq in 3..=8 {
                journal.append(records(seq..=seq));
            }
            if !comes_back_by_itself && room < 1_000 {
                wait_for(&statuses, |status| trouble(status).contains("de schijf is vol"));
            }
            disk.plan().room = None;
            wait_for(&statuses, |status| status.saved == 8 && status.trouble.is_none());
            let id = journal.id().clone();
            leave(journal);
            assert_eq!(read_back(&home.store(), &id), records(1..=8), "room for {room}");
        }
    }
}

#[test]
fn a_lesson_can_be_run_where_nothing_can_be_written() {
    let home = Home::new();
    let (store, disk) = home.faulty(Plan { refuses: Some(ErrorKind::ReadOnlyFilesystem), ..Plan::default() });
    let (notify, statuses) = listener();
    let journal = store.begin(CARD, &records(1..=2), notify);
    let seen = wait_for(&statuses, |status| status.trouble.is_some());
    assert_eq!(
        trouble(&seen[0]),
        format!(
            "{}: bewaren lukt niet, want dat mag hier niet. Kies een andere map met --map MAP, of vraag wie deze computer beheert.",
            home.path("lessen").display()
        )
    );
    journal.append(records(3..=4));
    assert_eq!(journal.status().saved, 0);
    // The write protection of the stick is taken off.
    disk.plan().refuses = None;
    wait_for(&statuses, |status| status.saved == 4);
    leave(journal);
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() {
    let home = Home::new();
    fs::write(home.path("bestand"), "").unwrap();
    let store = Store::open(Paths::within(&home.path("bestand/map")));
    let journal = store.begin(CARD, &records(1..=1), quiet());
    let said = trouble(&journal.wait(1, LONG));
    let folder = home.path("bestand/map/lessen");
    assert!(said.starts_with(&format!("{}: bewaren lukt niet, want ", folder.display())), "{said}");
    assert!(journal.rewrite(records(1..=1)).is_err());
    leave(journal);
}

#[test]
fn a_lesson_that_cannot_be_written_can_be_looked_at() {
    let home = Home::new();
    let id = home.saved_lesson(3);
    let (store, _) = home.faulty(Plan { refuses: Some(ErrorKind::PermissionDenied), ..Plan::default() });
    let opened = reopen(&store, &id);
    assert_eq!(opened.records, records(1..=3));
    let why = opened.journal.err().expect("nothing can be written");

    let journal = lesloper::store::Journal::unsaved(id, why, quiet());
    journal.append(records(4..=4));
    let status = journal.wait(4, LONG);
    assert_eq!(status.saved, 0);
    assert!(trouble(&status).contains("dat mag hier niet"), "{}", trouble(&status));
    assert!(journal.rewrite(records(1..=3)).is_err());
}
