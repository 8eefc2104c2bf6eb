//! Class lists: the one place where names stand.

use std::fs;

use lesloper::class::{Pupil, Roster};
use lesloper::text::Text;
use proptest::prelude::*;

use super::*;

/// Reads a list of names for class 2B; what it says, or the pupils and the notices.
fn import(home: &Home, list: impl AsRef<[u8]>) -> Result<(Roster, String), String> {
    let path = home.path("namen.txt");
    fs::write(&path, list).unwrap();
    let imported = home.store().import_class(&class(), &path);
    let imported = imported.map_err(|why| why.to_string().replace(&shown(&path), "namen.txt"))?;
    let pupils = imported.roster.pupils().iter().map(|(Pupil(number), name)| format!("{number} {name}\n"));
    let notices = imported.notices.iter().map(|notice| format!("{notice}\n"));
    let said = pupils.chain(notices).collect();
    Ok((imported.roster, said))
}

fn said(home: &Home, list: impl AsRef<[u8]>) -> String {
    import(home, list).map_or_else(|why| why, |(_, said)| said)
}

fn class() -> Text {
    Text::clean("2B")
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_list_of_names_becomes_a_class() {
    let home = Home::new();
    let list = "\u{feff}Zoë\r\n\r\n  Mohamed \n李\nŞeyma\n\x1b[31mSem\n";
    expect_test::expect![[r"
        1 Zoë
        2 Mohamed
        3 李
        4 Şeyma
        5 [31mSem
    "]]
    .assert_eq(&said(&home, list));
}

#[test]
fn who_has_the_same_name_is_told_apart() {
    let home = Home::new();
    expect_test::expect![[r"
        1 Noor
        2 Sem
        3 Noor 2
        4 Noor 3
        Regel 3: Noor staat er al. Deze leerling heet nu Noor 2.
        Regel 5: Noor staat er al. Deze leerling heet nu Noor 3.
    "]]
    .assert_eq(&said(&home, "Noor\nSem\nNoor\n\nNoor\n"));
}

#[test]
fn a_long_name_is_cut_between_letters() {
    let home = Home::new();
    expect_test::expect![[r"
        1 éééééééééééééééééééééééééééééééééééééééé
        Regel 1: deze naam is te lang en is korter gemaakt: éééééééééééééééééééééééééééééééééééééééé.
    "]]
    .assert_eq(&said(&home, "é".repeat(50)));
}

#[test]
fn a_list_that_is_none_is_refused_with_its_line() {
    let home = Home::new();
    assert_eq!(
        said(&home, b"Noor\nSem\nZo\xeb\n"),
        "namen.txt:3: dit is geen UTF-8; bewaar de lijst als tekst in UTF-8."
    );
    assert_eq!(said(&home, " \n\n"), "namen.txt:1: er staan geen namen in; zet op elke regel één voornaam.");
    let crowd = (1..=61).map(|number| format!("Leerling {number}")).collect::<Vec<_>>().join("\n");
    assert_eq!(said(&home, crowd), "namen.txt:61: er staan 61 namen in; een klas heeft er hoogstens 60.");
    assert_eq!(
        said(&home, "x".repeat(1024 * 1024 + 1)),
        "namen.txt: lezen lukt niet, want het bestand is te groot. Kies een ander bestand, of zet er een gewoon tekstbestand neer."
    );
}

#[test]
fn a_pupil_keeps_the_number_and_nobody_gets_that_of_who_left() {
    let home = Home::new();
    let store = home.store();
    let (roster, _) = import(&home, "Noor\nSem\nZoë\n").unwrap();
    store.write_class(&roster).unwrap();
    let (roster, _) = import(&home, "Noor\nSem\n").unwrap();
    store.write_class(&roster).unwrap();
    assert_eq!(said(&home, "Bram\nSem\nNoor\n"), "1 Noor\n2 Sem\n4 Bram\n");
}

#[test]
fn a_class_is_one_file_that_people_can_read() {
    let home = Home::new();
    let (roster, _) = import(&home, "Noor\n't Hart\n").unwrap();
    home.store().write_class(&roster).unwrap();
    expect_test::expect![[r#"
        {
          "klas": "2B",
          "leerlingen": [
            {
              "nummer": 1,
              "naam": "Noor"
            },
            {
              "nummer": 2,
              "naam": "'t Hart"
            }
          ],
          "laatste-nummer": 2
        }
    "#]]
    .assert_eq(&fs::read_to_string(home.path("klassen/2b.json")).unwrap());
    assert_eq!(home.store().class(&class()).unwrap(), Some(roster));
    let names: Vec<_> = home.store().classes().unwrap().into_iter().map(Result::unwrap).collect();
    assert_eq!(names, [class()]);
    #[cfg(unix)]
    assert_eq!((mode(&home.path("klassen")), mode(&home.path("klassen/2b.json"))), (0o700, 0o600));
}

#[test]
fn a_name_stands_in_the_class_file_alone_and_goes_with_it() {
    let home = Home::new();
    let (roster, _) = import(&home, "Roodkapje\n").unwrap();
    fs::remove_file(home.path("namen.txt")).unwrap();
    let store = home.store();
    store.write_class(&roster).unwrap();
    home.saved_lesson(3);
    // What a crash while writing leaves.
    fs::write(home.path("klassen/.2b.json.nieuw"), "Roodkapje").unwrap();
    let holding = || -> Vec<String> {
        let files = files_in(home.folder.path()).into_iter();
        files.filter(|file| fs::read_to_string(home.path(file)).unwrap().contains("Roodkapje")).collect()
    };
    assert_eq!(holding(), ["klassen/.2b.json.nieuw", "klassen/2b.json"]);
    store.remove_class(&class()).unwrap();
    assert_eq!(holding(), Vec::<String>::new());
    assert_eq!(store.class(&class()).unwrap(), None);
    store.remove_class(&class()).unwrap();
}

#[test]
fn a_damaged_class_file_is_marked_with_its_line_and_never_written_over() {
    let home = Home::new();
    let (roster, _) = import(&home, "Noor\n").unwrap();
    home.store().write_class(&roster).unwrap();
    let path = home.path("klassen/2b.json");
    let twice = r#"{ "klas": "2B",
      "leerlingen": [
        { "nummer": 1, "naam": "Noor" },
        { "nummer": 1, "naam": "Sem" }
      ], "laatste-nummer": 1 }"#;
    let unknown = "{ \"klas\": \"2B\",\n\"mentor\": 1 }";
    for (text, said) in [
        (unknown, "2b.json:2: dit hoort niet in een klas van Lesloper; herstel het bestand."),
        ("{ \"klas\":\n", "2b.json:2:0: hier klopt de JSON niet. Herstel het bestand, of haal het weg."),
        (twice, "2b.json:4: nummer 1 kan niet; elke leerling heeft een eigen nummer vanaf 1."),
    ] {
        fs::write(&path, text).unwrap();
        let why = home.store().class(&class()).unwrap_err().to_string();
        assert_eq!(why, shown(&home.path("klassen/")) + said);
        assert!(home.store().write_class(&roster).is_err());
        assert!(home.store().classes().unwrap()[0].is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn classes_whose_names_look_alike_have_files_of_their_own() {
    let home = Home::new();
    let store = home.store();
    let names = ["2B", "2-b", "2 b!", "b", "", "con", "CON.txt", "Klas van Şeyma", "Klas van Seyma"];
    for name in names {
        let name = Text::clean(name);
        let pupils = vec![(Pupil(1), Text::clean(&format!("leerling van {name}")))];
        store.write_class(&Roster::new(name, pupils).unwrap()).unwrap();
    }
    assert_eq!(store.classes().unwrap().len(), names.len());
    for name in names {
        let name = Text::clean(name);
        assert_eq!(store.class(&name).unwrap().unwrap().name(), &name);
    }
    // Capitals make no other class.
    assert!(store.class(&Text::clean("2b")).unwrap().is_some());
}

proptest! {
    #[test]
    fn any_bytes_as_a_class_or_a_list_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        let home = Home::new();
        let _ = said(&home, &bytes);
        fs::create_dir(home.path("klassen")).unwrap();
        fs::write(home.path("klassen/2b.json"), &bytes).unwrap();
        prop_assert!(home.store().class(&class()).is_err());
    }
}
