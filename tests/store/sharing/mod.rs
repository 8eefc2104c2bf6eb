//! Cards that go from one teacher to another: whole or not at all, and never over what is there.

use std::fmt::Write as _;
use std::fs;

use lesloper::card::Severity;
use lesloper::store::{Flaw, Origin, Verdict};

use super::pictures::PICTURED;
use super::*;
use crate::card::pictures::png;

mod hostile;
mod whole;
pub mod zip;

/// The file, folder or ZIP of this name in the home, judged card by card and added where it is new.
fn added(home: &Home, given: &str) -> String {
    let said = lay(&home.inner(), &home.path(given)).unwrap_or_else(|error| format!("{error}\n"));
    said.replace(&format!("{}/", home.folder.path().display()), "")
}

fn lay(store: &Store, path: &Path) -> Result<String, Error> {
    let given = store.given(path)?;
    let mut collection = store.collection()?;
    let mut said = String::new();
    for card in given.cards() {
        let what = match collection.judge(&given, card) {
            Verdict::New { parcel, beside } => {
                let file = collection.add(&parcel)?;
                format!("new as {} beside {beside:?}", name_of(&file))
            }
            Verdict::Present(origin) => format!("present: {origin:?}"),
            Verdict::Changed { changes, .. } => format!("{changes:?}"),
            Verdict::Wrong(Flaw::Problems(problems)) => problems[0].to_string(),
            Verdict::Wrong(Flaw::Unread(error)) => error.to_string(),
            Verdict::Wrong(Flaw::TooMany) => "too many".to_owned(),
        };
        writeln!(said, "{}: {what}", card.display()).unwrap();
    }
    Ok(said)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn photo(shade: u8) -> Vec<u8> {
    png(3, 2, |_, _| [shade; 3])
}

impl Home {
    /// A store in a folder of its own, so that what lands beside it shows.
    fn inner(&self) -> Store {
        Store::open(Paths::within(&self.path("data")))
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The teacher's own files, each with its length.
    fn own(&self) -> Vec<String> {
        let mut files = files_in(&self.path("data/kaarten"));
        files.retain(|file| file != "kaart.schema.json");
        files
    }
}

#[test]
fn a_card_comes_with_its_pictures_and_is_known_afterwards() {
    let home = Home::new();
    home.put("van/kaart.json", PICTURED);
    home.put("van/garage.png", photo(9));
    home.put("van/ander.png", photo(8));
    let known = "kaart.json: present: Own(\"data/kaarten/met-foto.json\")\n";
    assert_eq!(added(&home, "van/kaart.json"), "kaart.json: new as met-foto.json beside Nothing\n");
    assert_eq!(home.own(), ["garage.png", "met-foto.json"]);
    assert_eq!(fs::read(home.path("data/kaarten/met-foto.json")).unwrap(), PICTURED.as_bytes());
    assert_eq!(added(&home, "van"), known);
    // The layout of the file is no content.
    home.put("van/kaart.json", PICTURED.replace('\n', "\r\n\t"));
    assert_eq!(added(&home, "van"), known);
}

#[test]
fn a_picture_that_is_here_for_another_card_stays_as_it_is() {
    let home = Home::new();
    home.put("data/kaarten/Garage.png", photo(1));
    home.put("van/kaart.json", PICTURED);
    home.put("van/garage.png", photo(9));
    added(&home, "van");
    assert_eq!(home.own(), ["Garage.png", "garage-2.png", "met-foto.json"]);
    assert_eq!(fs::read(home.path("data/kaarten/Garage.png")).unwrap(), photo(1));
    let card = fs::read_to_string(home.path("data/kaarten/met-foto.json")).unwrap();
    assert_eq!(card, PICTURED.replace("garage.png", "garage-2.png"));
    assert!(added(&home, "van").contains("present"));
}

#[test]
fn a_replaced_card_is_kept_with_its_pictures() {
    let home = Home::new();
    home.put("van/kaart.json", PICTURED);
    home.put("van/garage.png", photo(1));
    added(&home, "van");
    home.put("van/kaart.json", PICTURED.replace("Wat zie je?", "Wat hoor je?"));
    home.put("van/garage.png", photo(2));
    let store = home.inner();
    replace(&store, &home.path("van"));
    assert_eq!(home.own(), ["garage-2.png", "garage.png", "met-foto.json", "met-foto.json.oud"]);
    assert_eq!(fs::read(home.path("data/kaarten/met-foto.json.oud")).unwrap(), PICTURED.as_bytes());
    assert_eq!(fs::read(home.path("data/kaarten/garage.png")).unwrap(), photo(1));
    home.put("van/kaart.json", PICTURED.replace("Wat zie je?", "Wat ruik je?"));
    replace(&store, &home.path("van"));
    assert_eq!(home.own().len(), 5);
    assert_eq!(fs::read(home.path("data/kaarten/met-foto.json.oud")).unwrap(), PICTURED.as_bytes());
}

/// Puts the one card of `from` in the place of the older one.
fn replace(store: &Store, from: &Path) {
    let given = store.given(from).unwrap();
    let mut collection = store.collection().unwrap();
    let Verdict::Changed { parcel, older, .. } = collection.judge(&given, &given.cards()[0]) else {
        panic!("it is changed")
    };
    collection.replace(&parcel, &older).unwrap();
}

#[test]
fn a_second_version_has_an_id_of_its_own() {
    let home = Home::new();
    home.put("van/kaart.json", PICTURED);
    home.put("van/garage.png", photo(1));
    added(&home, "van");
    let store = home.inner();
    for (word, id) in [("hoor", "met-foto-2"), ("ruik", "met-foto-3")] {
        home.put("van/kaart.json", PICTURED.replace("Wat zie je?", &format!("Wat {word} je?")));
        let given = store.given(&home.path("van")).unwrap();
        let mut collection = store.collection().unwrap();
        let Verdict::Changed { parcel, .. } = collection.judge(&given, &given.cards()[0]) else {
            panic!("it is changed")
        };
        assert_eq!(&*collection.add_beside(&parcel).unwrap(), id);
        assert!(added(&home, "van").starts_with("kaart.json: present: Own(\"data/"));
    }
    assert_eq!(home.own(), ["garage.png", "met-foto-2.json", "met-foto-3.json", "met-foto.json"]);
}

#[test]
fn a_card_with_the_id_of_one_that_ships_is_said_to_be_so() {
    let home = Home::new();
    let shipped = include_str!("../../../activities/verhaal-afmaken.json");
    home.put("van/a.json", shipped);
    assert_eq!(added(&home, "van"), "a.json: present: Shipped(\"verhaal-afmaken.json\")\n");
    home.put("van/a.json", shipped.replacen("\"titel\": \"Verhaal", "\"titel\": \"Ons verhaal", 1));
    assert_eq!(added(&home, "van"), "a.json: new as verhaal-afmaken.json beside Shipped\n");
}

#[test]
fn what_is_shared_comes_back_as_the_same_card() {
    let home = Home::new();
    let (theirs, ours) = (home.inner(), Store::open(Paths::within(&home.path("ours"))));
    home.put("van/kaart.json", PICTURED);
    home.put("van/garage.png", photo(9));
    home.put("van/zonder.json", crate::cli::check::GOOD);
    lay(&theirs, &home.path("van")).unwrap();
    for (id, file) in [("met-foto", "met-foto.zip"), ("hoe-ging-het", "hoe-ging-het.json")] {
        let origin = Origin::Own(home.path(&format!("data/kaarten/{id}.json")));
        let sent = theirs.share(&origin, &home.path("post")).ok().unwrap();
        assert_eq!(sent.path, home.path("post").join(file));
        let again = theirs.share(&origin, &home.path("post")).ok().unwrap();
        assert_eq!(name_of(&again.path), file.replace('.', "-2."));
        assert_eq!(fs::read(&again.path).unwrap(), fs::read(&sent.path).unwrap());
        lay(&ours, &sent.path).unwrap();
    }
    assert_eq!(files_in(&home.path("ours/kaarten")), {
        let mut files = home.own();
        files.push("kaart.schema.json".to_owned());
        files.retain(|file| home.path("ours/kaarten").join(file).exists());
        files.sort();
        files
    });
    for file in home.own() {
        let read = |folder: &str| fs::read(home.path(folder).join(&file)).unwrap();
        assert_eq!(read("ours/kaarten"), read("data/kaarten"), "{file}");
    }
}

#[test]
fn a_folder_is_looked_at_one_folder_deep_and_in_order() {
    let home = Home::new();
    let card = |id: &str| crate::cli::check::GOOD.replace("hoe-ging-het", id);
    for (file, id) in [("b", "twee"), ("a/c", "een"), ("a/d/e", "te-diep"), (".f", "verborgen")] {
        home.put(&format!("van/{file}.json"), card(id));
    }
    home.put("van/kaart.schema.json", "{}");
    home.put("van/lees-mij.txt", "hoi");
    assert_eq!(
        added(&home, "van"),
        "a/c.json: new as een.json beside Nothing\nb.json: new as twee.json beside Nothing\n"
    );
}
