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
    let not_text = "namen.txt:1: dit is geen tekst; bewaar de lijst als CSV, of zet op elke regel een naam.";
    assert_eq!(said(&home, b"PK\x03\x04\0\0Noor"), not_text);
    assert_eq!(said(&home, b"\xff\xfeN\0o"), not_text);
    assert_eq!(said(&home, " \n\n"), "namen.txt:1: er staan geen namen in; zet op elke regel één voornaam.");
    let crowd = (1..=61).map(|number| format!("Leerling {number}")).collect::<Vec<_>>().join("\n");
    assert_eq!(said(&home, crowd), "namen.txt:61: er staan 61 namen in; een klas heeft er hoogstens 60.");
    assert_eq!(
        said(&home, "x".repeat(1024 * 1024 + 1)),
        "namen.txt: lezen lukt niet, want het bestand is te groot. Kies een ander bestand, of zet er een gewoon tekstbestand neer."
    );
}

#[test]
fn a_list_is_read_whatever_wrote_it() {
    let home = Home::new();
    let names = "1 Zoë\n2 Jürgen\n3 Łukasz\n";
    let table = "Zoë\r\nJürgen\r\nŁukasz\r\n";
    let words = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{table}").encode_utf16().flat_map(bytes).collect()
    };
    assert_eq!(said(&home, table), names);
    assert_eq!(said(&home, format!("\u{feff}{table}")), names);
    assert_eq!(said(&home, words("\u{feff}", u16::to_le_bytes)), names);
    assert_eq!(said(&home, words("\u{feff}", u16::to_be_bytes)), names);
    assert_eq!(
        said(&home, "Noor\nSem\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        "1 Noor\n2 Sem\n"
    );
    assert_eq!(
        said(&home, "Noor\nSem\n".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>()),
        "1 Noor\n2 Sem\n"
    );
    assert_eq!(said(&home, b"Zo\xeb\rJ\xfcrgen\r\x8aimon"), "1 Zoë\n2 Jürgen\n3 Šimon\n");
}

#[test]
fn the_first_names_are_taken_out_of_a_table() {
    let home = Home::new();
    let names = "1 Noor\n2 Sem\n";
    for table in [
        "Voornaam;Achternaam;Klas\nNoor;de Vries;2B\nSem;Jansen;2B\n",
        "Nr\tAchternaam\tTussenvoegsel\tRoepnaam\n1\tVries\tde\tNoor\n2\tJansen\t\tSem\n",
        "sep=;\n\"Klas\";\"VOORNAAM \"\n\"2B\";\"Noor\"\n\"2B\";\"Sem\"\n;;\n",
        "klas,naam\n2B,\"Vries, Noor\"\n2B,\"Jansen, Sem\"\n",
        "1001;Noor;de Vries\n1002;Sem;Jansen\n",
        "Noor,de Vries\nSem,Jansen\n",
        "de Vries, Noor\nJansen, Sem\n",
        "Naam\nNoor\nSem\n",
        "Noor, Sem",
        "Noor\tSem\n",
        "\"Noor\"\n\"Sem\"\n",
    ] {
        assert_eq!(said(&home, table), names, "{table:?}");
    }
}

#[test]
fn hostile_lists_become_plain_names_or_none() {
    let home = Home::new();
    assert_eq!(said(&home, "\"Noor\nSem\n"), "1 \"Noor\n2 Sem\n");
    assert_eq!(said(&home, "a;\"b\"\"c\"\n\"d;e\";f\n"), "1 a\n2 d;e\n");
    assert_eq!(
        said(&home, "Voornaam;Klas\n"),
        "namen.txt:1: er staan geen namen in; zet op elke regel één voornaam."
    );
    assert_eq!(said(&home, "=1+1\n\u{202e}Noor\nSem\u{7}\n"), "1 =1+1\n2 Noor\n3 Sem\n");
    assert_eq!(
        said(&home, ";;;\n\"\"\n"),
        "namen.txt:1: er staan geen namen in; zet op elke regel één voornaam."
    );
}

#[test]
fn who_is_kept_apart_stands_in_the_class_file_and_stays_there() {
    let home = Home::new();
    let (roster, _) = import(&home, "Noor\nSem\nZoë\n").unwrap();
    let one = |number| Pupil(number);
    let store = home.store();
    store.write_class(&roster.keeping_apart([(one(3), one(1)), (one(2), one(2)), (one(1), one(9))])).unwrap();
    let json = fs::read_to_string(home.path("klassen/2b.json")).unwrap();
    assert!(json.ends_with("\"apart\": [\n    [\n      1,\n      3\n    ]\n  ]\n}\n"), "{json}");
    let (roster, _) = import(&home, "Zoë\nNoor\nBas\n").unwrap();
    assert_eq!(roster.apart().iter().collect::<Vec<_>>(), [&(one(1), one(3))]);
    let (roster, _) = import(&home, "Zoë\nBas\n").unwrap();
    assert!(roster.apart().is_empty());
}

#[test]
fn two_lists_of_one_class_are_told() {
    let home = Home::new();
    let (roster, _) = import(&home, "Noor\n").unwrap();
    home.store().write_class(&roster).unwrap();
    fs::copy(home.path("klassen/2b.json"), home.path("klassen/2b (1).json")).unwrap();
    let said: Vec<String> = home
        .store()
        .classes()
        .unwrap()
        .into_iter()
        .map(|class| match class {
            Ok(name) => name.to_string(),
            Err(why) => why.to_string().replace(&shown(&home.path("klassen/")), ""),
        })
        .collect();
    assert_eq!(
        said,
        [
            "2b (1).json: dit is nog een lijst van klas 2B. Haal dit bestand weg, of geef de klas erin een andere naam.",
            "2B"
        ]
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
