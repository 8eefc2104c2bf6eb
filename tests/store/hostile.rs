//! Names and links that want to write somewhere else.

use std::fs;

use lesloper::class::{Pupil, Roster};
use lesloper::lesson::Event;
use lesloper::store::Settings;
use lesloper::text::Text;

use super::*;

const NAMES: [&str; 14] = [
    "../x",
    "..",
    "/etc/x",
    "a/b",
    "a\\b",
    "C:\\x",
    "x:y",
    "x\0y",
    "con",
    "nul.txt",
    " ",
    ".",
    "-rf",
    "\u{202e}nosj",
];

/// All the names, one of 300 bytes among them.
fn names() -> Vec<String> {
    let long = ["x".repeat(300), "é/".repeat(150)];
    NAMES.iter().map(ToString::to_string).chain(long).collect()
}

/// A data folder within a home, so that what lands beside it shows.
fn data(home: &Home) -> Store {
    Store::open(Paths::within(&home.path("data")))
}

fn is_plain(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap();
    let known =
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._".contains(&byte));
    known && name.len() < 100 && !name.starts_with("con.") && !name.starts_with("nul.")
}

#[test]
fn a_hostile_name_writes_nothing_outside_the_data_folder() {
    let home = Home::new();
    let store = data(&home);
    for name in names() {
        let class = Text::clean(&name);
        let roster = Roster::new(class.clone(), vec![(Pupil(1), Text::clean("Noor"))]).unwrap();
        store.write_class(&roster).unwrap();
        assert_eq!(store.class(&class).unwrap(), Some(roster), "{name:?}");
        let started = Event::LessonStarted { card: "kaart".parse().unwrap(), class: Some(class.clone()) };
        let journal = store.begin(CARD, &[record(1, started)], quiet());
        assert_eq!(saved(&journal.close(LONG)), 1, "{name:?}");
        store.remove_class(&class).unwrap();
    }
    assert_eq!(store.lessons().unwrap().len(), names().len());
    for file in files_in(home.folder.path()) {
        assert!(file.starts_with("data/") && is_plain(&file), "{file}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_never_written_through() {
    use std::os::unix::fs::symlink;

    let home = Home::new();
    let store = data(&home);
    let journal = store.begin(CARD, &records(1..=2), quiet());
    let lesson = home.path("data/lessen").join(journal.id().to_string());
    let id = journal.id().clone();
    leave(journal);
    let outside = home.path("buiten");
    let check = |what: &str| assert_eq!(fs::read_to_string(&outside).unwrap(), "van een ander", "{what}");
    fs::write(&outside, "van een ander").unwrap();

    for file in ["klassen/2b.json", "klassen/.2b.json.nieuw", "instellingen.json"] {
        let path = home.path("data").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(&outside, path).unwrap();
    }
    let class = Text::clean("2B");
    let _ = store.write_class(&Roster::new(class.clone(), vec![(Pupil(1), Text::clean("Noor"))]).unwrap());
    check("a class");
    store.remove_class(&class).unwrap();
    store.write_settings(&Settings::default()).unwrap();
    check("settings");

    for file in ["houder.json", "journaal.broken", ".journaal.jsonl.nieuw", "slot"] {
        let path = lesson.join(file);
        let _ = fs::remove_file(&path);
        symlink(&outside, &path).unwrap();
        if let Ok(journal) = store.reopen(&id, now(), quiet()).unwrap().journal {
            journal.append(records(3..=3));
            let _ = journal.rewrite(records(1..=3));
            leave(journal);
        }
        check(file);
        fs::remove_file(&path).unwrap_or_default();
    }
    let journal = lesson.join("journaal.jsonl");
    fs::rename(&journal, home.path("elders")).unwrap();
    symlink(home.path("elders"), &journal).unwrap();
    let before = fs::read(home.path("elders")).unwrap();
    assert!(store.reopen(&id, now(), quiet()).unwrap().journal.is_err());
    assert_eq!(fs::read(home.path("elders")).unwrap(), before);

    // A whole lesson that is a link is no lesson.
    fs::rename(&lesson, home.path("les")).unwrap();
    symlink(home.path("les"), &lesson).unwrap();
    assert!(store.lessons().unwrap().is_empty());
    assert!(store.remove(&id).is_err());
    assert!(home.path("les/kaart.json").exists());
}
