//! The program is killed at every operation that changes the disk, and the real reading code opens
//! what is left.

use lesloper::class::{Pupil, Roster};
use lesloper::lesson::Event;
use lesloper::store::Settings;
use lesloper::store::fault::Times;
use lesloper::text::Text;

use super::*;

/// What the program knew to be safe when it was killed.
#[derive(Default)]
struct Known {
    id: Option<LessonId>,
    saved: u64,
    /// The third record was rewritten and the rewrite was called done.
    shredded: bool,
}

/// The lesson as it is after record 3 was taken out.
fn rewritten(last: u64) -> Vec<Record> {
    [records(1..=2), vec![record(3, Event::Uncovered)], records(4..=last)].concat()
}

/// A short lesson: begun, added to, rewritten, finished.
fn whole_lesson(store: &Store) -> Known {
    let journal = store.begin(CARD, &records(1..=3), quiet());
    let mut known = Known { id: Some(journal.id().clone()), ..Known::default() };
    journal.wait(3, LONG);
    for seq in 4..=6 {
        journal.append(records(seq..=seq));
        journal.wait(seq, LONG);
    }
    journal.append(records(7..=9));
    journal.wait(9, LONG);
    known.shredded = journal.rewrite(rewritten(10)).is_ok();
    journal.append(records(11..=12));
    known.saved = journal.close(LONG).saved;
    known
}

/// Opens what was left, and checks that it holds all that was known to be safe and can go on.
fn check(home: &Home, known: &Known, killed_at: u64) {
    let store = home.store();
    let listed = store.lessons().unwrap();
    for listed in &listed {
        assert!(listed.head.is_ok(), "killed at {killed_at}: {:?}", listed.head);
    }
    let Some(id) = known.id.as_ref().filter(|_| known.saved > 0 || !listed.is_empty()) else { return };
    let found = read_back(&store, id);
    let last = found.len() as u64;
    assert!(last >= known.saved, "killed at {killed_at}: {last} of {} events left", known.saved);
    assert!(found == records(1..=last) || found == rewritten(last), "killed at {killed_at}: {found:?}");
    if known.shredded {
        assert_eq!(found, rewritten(last), "killed at {killed_at}");
        let folder = home.lesson(id);
        for file in files_in(&folder) {
            let text = std::fs::read_to_string(folder.join(&file)).unwrap();
            assert!(!text.contains("\"step\":3,"), "killed at {killed_at}: {file}");
        }
    }
    let opened = reopen(&store, id);
    assert_eq!(opened.notices, Vec::<String>::new(), "killed at {killed_at}");
    let journal = opened.journal.unwrap();
    journal.append(records(last + 1..=last + 1));
    assert_eq!(saved(&journal.close(LONG)), last + 1, "killed at {killed_at}");
}

/// Runs the script once for each operation at which the program can be killed, and once more for each
/// at which the power can be cut.
fn at_every_operation(prepare: impl Fn(&Home), script: impl Fn(&Home, Store, &Faulty) -> Known) {
    for power_fails in [false, true] {
        for kill_at in 1.. {
            let home = Home::new();
            prepare(&home);
            let plan = Plan { kill_at: Some(kill_at), power_fails, ..Plan::default() };
            let (store, disk) = home.faulty(plan);
            let known = script(&home, store, &disk);
            check(&home, &known, kill_at);
            if disk.plan().done < kill_at {
                assert!(kill_at > 5, "the script hardly touches the disk");
                break;
            }
        }
    }
}

#[test]
fn a_kill_at_any_moment_of_a_lesson_loses_nothing_that_was_saved() {
    at_every_operation(|_| {}, |_, store, _| whole_lesson(&store));
}

#[test]
fn a_kill_after_a_failed_sync_loses_nothing_that_was_saved() {
    at_every_operation(
        |_| {},
        |_, store, disk| {
            let journal = store.begin(CARD, &records(1..=2), quiet());
            let id = journal.id().clone();
            journal.wait(2, LONG);
            for seq in 3..=6 {
                disk.plan().sync_fails = Times::Once;
                journal.append(records(seq..=seq));
                journal.wait(seq, LONG);
            }
            Known { id: Some(id), saved: journal.close(LONG).saved, shredded: false }
        },
    );
}

#[test]
fn a_kill_while_a_torn_journal_is_mended_loses_nothing() {
    let torn = |home: &Home| {
        let id = home.saved_lesson(4);
        let path = home.lesson(&id).join("journaal.jsonl");
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() - 5]).unwrap();
    };
    at_every_operation(torn, |home, store, _| {
        let id = home.store().lessons().unwrap()[0].id.clone();
        let saved = store.reopen(&id, now(), quiet()).unwrap().journal.map(|journal| {
            journal.append(records(4..=5));
            journal.close(LONG).saved
        });
        // The three whole lines were saved long before.
        let saved = saved.unwrap_or(0).max(3);
        let opened = reopen(&home.store(), &id);
        leave(opened.journal.unwrap());
        Known { id: Some(id), saved, shredded: false }
    });
}

#[test]
fn a_kill_while_a_lesson_is_removed_leaves_all_of_it_or_nothing() {
    for kill_at in 1.. {
        let home = Home::new();
        let id = home.saved_lesson(3);
        let (store, disk) = home.faulty(Plan { kill_at: Some(kill_at), ..Plan::default() });
        let _ = store.remove(&id);
        if home.lesson(&id).exists() {
            assert_eq!(read_back(&home.store(), &id), records(1..=3));
        }
        // What is still there in hiding goes with the next lesson that is begun or removed.
        let next = home.saved_lesson(1);
        let left: Vec<String> =
            files_in(&home.path("lessen")).into_iter().filter(|file| file.starts_with('.')).collect();
        assert_eq!(left, Vec::<String>::new(), "killed at {kill_at}, then began {next}");
        if disk.plan().done < kill_at {
            return;
        }
    }
}

#[test]
fn class_lists_and_settings_are_never_half_written() {
    let name = Text::clean("2B");
    let roster = |names: &[&str]| {
        let names = names.iter().map(|name| Text::clean(name));
        Roster::new(name.clone(), (1..).map(Pupil).zip(names).collect()).unwrap()
    };
    let settings = |pupils| Settings { pupils, ..Settings::default() };
    let (before, after) = (settings(20), settings(28));
    let (old, new) = (roster(&["Noor", "Sem"]), roster(&["Noor", "Sem", "Zoë"]));
    for kill_at in 1.. {
        let home = Home::new();
        home.store().write_class(&old).unwrap();
        home.store().write_settings(&before).unwrap();
        let (store, disk) = home.faulty(Plan { kill_at: Some(kill_at), ..Plan::default() });
        let written = store.write_class(&new).is_ok();
        let kept = store.write_settings(&after).is_ok();
        let found = home.store().class(&name).unwrap().unwrap();
        assert!(found == new || !written && found == old, "killed at {kill_at}: {found:?}");
        let (settings, notice) = home.store().settings();
        assert!(settings == after || !kept && settings == before, "killed at {kill_at}: {settings:?}");
        assert_eq!(notice, None, "killed at {kill_at}");
        if disk.plan().done < kill_at {
            return;
        }
    }
}
