//! What the teacher chose last time.

use std::fs;

use lesloper::lesson::Screen;
use lesloper::session::Shelf;
use lesloper::store::{Bells, Look, MAX_CLASSROOMS, SchoolTimes, Settings};
use lesloper::text::Text;
use proptest::prelude::*;

use super::*;

#[test]
fn settings_are_remembered_in_a_file_that_people_can_read() {
    let home = Home::new();
    let store = home.store();
    assert_eq!(store.settings(), (Settings::default(), None));
    let mut chosen = Settings { pupils: 19, screen: Screen::Apart, ..Settings::default() };
    chosen.looks.set_here(look("licht", "half"));
    chosen.looks.furnish(Text::clean("C12"), look("creme", "sextant")).unwrap();
    chosen.looks.furnish(Text::clean("aula"), look("donker", "kwadrant")).unwrap();
    store.write_settings(&chosen).unwrap();
    assert_eq!(store.settings(), (chosen, None));
    expect_test::expect![[r#"
        {
          "thema": "licht",
          "letters": "half",
          "lokaal": "aula",
          "lokalen": {
            "C12": {
              "thema": "creme",
              "letters": "sextant"
            },
            "aula": {
              "thema": "donker",
              "letters": "kwadrant"
            }
          },
          "leerlingen": 19,
          "scherm": "apart"
        }
    "#]]
    .assert_eq(&fs::read_to_string(home.path("instellingen.json")).unwrap());
}

#[test]
fn each_classroom_has_a_look_of_its_own() {
    let mut settings = Settings::default();
    assert_eq!((settings.looks.classroom(), settings.looks.here()), (None, &Look::default()));
    settings.looks.set_here(look("licht", "half"));
    settings.looks.furnish(Text::clean("C12"), look("creme", "sextant")).unwrap();
    settings.looks.furnish(Text::clean("aula"), look("donker", "kwadrant")).unwrap();
    settings.looks.enter(Text::clean("C12"));
    assert_eq!(settings.looks.here(), &look("creme", "sextant"));
    settings.looks.set_here(look("hoog-contrast", "sextant"));
    settings.looks.enter(Text::clean("aula"));
    assert_eq!(settings.looks.here(), &look("donker", "kwadrant"));
    settings.looks.enter(Text::clean("C12"));
    assert_eq!(settings.looks.here(), &look("hoog-contrast", "sextant"));
    // One that nobody knows is nowhere.
    settings.looks.enter(Text::clean("B4"));
    assert_eq!((settings.looks.classroom(), settings.looks.here()), (None, &look("licht", "half")));
}

#[test]
fn settings_from_before_there_were_classrooms_are_read() {
    let home = Home::new();
    let old = r#"{ "thema": "licht", "letters": "half", "leerlingen": 19, "scherm": "apart" }"#;
    fs::write(home.path("instellingen.json"), old).unwrap();
    let (settings, notice) = home.store().settings();
    assert_eq!((settings.looks.here(), settings.pupils, notice), (&look("licht", "half"), 19, None));
}

#[test]
fn no_more_classrooms_are_remembered_than_can_be_looked_through() {
    let home = Home::new();
    let mut settings = Settings::default();
    for number in 1..=MAX_CLASSROOMS {
        settings.looks.furnish(Text::clean(&format!("lokaal {number}")), look("licht", "half")).unwrap();
    }
    home.store().write_settings(&settings).unwrap();
    assert_eq!(home.store().settings(), (settings.clone(), None));
    let full = settings.looks.furnish(Text::clean("aula"), look("licht", "half")).unwrap_err();
    assert_eq!(
        full.to_string(),
        "Lesloper onthoudt 20 lokalen, en zoveel zijn het er al. Kies er een met de pijltjes."
    );
    settings.looks.furnish(Text::clean("lokaal 7"), look("creme", "half")).unwrap();
    assert_eq!(settings.looks.here(), &look("creme", "half"));
}

fn look(theme: &str, letters: &str) -> Look {
    Look { theme: Some(Text::clean(theme)), letters: Some(Text::clean(letters)) }
}

#[test]
fn the_bells_of_the_school_are_remembered() {
    let home = Home::new();
    let usual = Bells::parse(&["9.15", "1000", "10:45"]).unwrap();
    let shortened = Bells::parse(&["910, 9:50"]).unwrap();
    let chosen = Settings { times: SchoolTimes { usual, shortened }, ..Settings::default() };
    home.store().write_settings(&chosen).unwrap();
    assert_eq!(home.store().settings(), (chosen, None));
    expect_test::expect![[r#"
        {
          "leerlingen": 24,
          "scherm": "gespiegeld",
          "lestijden": {
            "gewoon": [
              "9:15",
              "10:00",
              "10:45"
            ],
            "verkort": [
              "9:10",
              "9:50"
            ]
          }
        }
    "#]]
    .assert_eq(&fs::read_to_string(home.path("instellingen.json")).unwrap());
}

#[test]
fn a_program_that_is_open_does_not_forget_bells_entered_meanwhile() {
    let home = Home::new();
    let shelf = Shelf::new(home.store());
    let (open, _) = shelf.settings();
    let usual = Bells::parse(&["9:15"]).unwrap();
    let times = SchoolTimes { usual, ..SchoolTimes::default() };
    home.store().write_settings(&Settings { times: times.clone(), ..Settings::default() }).unwrap();
    shelf.keep(&Settings { pupils: 19, ..open.unwrap() }).unwrap();
    assert_eq!(home.store().settings(), (Settings { pupils: 19, times, ..Settings::default() }, None));
}

#[test]
fn a_setting_that_is_not_there_or_not_known_changes_nothing() {
    let home = Home::new();
    fs::write(home.path("instellingen.json"), r#"{ "leerlingen": 12, "later": [1] }"#).unwrap();
    assert_eq!(home.store().settings(), (Settings { pupils: 12, ..Settings::default() }, None));
}

#[test]
fn damaged_settings_are_kept_aside() {
    let home = Home::new();
    let too_many: Vec<String> = (0..=MAX_CLASSROOMS).map(|number| format!(r#""{number}": {{}}"#)).collect();
    for damaged in [
        "{",
        r#"{ "leerlingen": 0 }"#,
        r#"{ "leerlingen": 61 }"#,
        r#"{ "scherm": "groot" }"#,
        r#"{ "lestijden": { "gewoon": ["9:75"] } }"#,
        r#"{ "lestijden": { "gewoon": ["10:00", "9:15"] } }"#,
        r#"{ "lestijden": 9 }"#,
        r#"{ "lokalen": [] }"#,
        r#"{ "lokalen": { "": {} } }"#,
        r#"{ "lokalen": { "een lokaal met een heel lange naam": {} } }"#,
        &format!(r#"{{ "lokalen": {{ {} }} }}"#, too_many.join(",")),
    ] {
        fs::write(home.path("instellingen.json"), damaged).unwrap();
        let (settings, notice) = home.store().settings();
        assert_eq!(settings, Settings::default());
        let copy = home.path("instellingen.kapot.json");
        assert_eq!(
            notice.map(|notice| notice.to_string()),
            Some(format!(
                "De instellingen waren beschadigd. Lesloper begint met de gewone; het oude bestand staat in {}.",
                copy.display()
            ))
        );
        assert_eq!(fs::read_to_string(copy).unwrap(), damaged);
        assert_eq!(home.store().settings(), (Settings::default(), None));
    }
}

#[test]
fn settings_that_are_no_file_stop_nothing() {
    let home = Home::new();
    fs::create_dir(home.path("instellingen.json")).unwrap();
    let (settings, notice) = home.store().settings();
    assert_eq!(settings, Settings::default());
    assert!(notice.is_some());
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        let home = Home::new();
        fs::write(home.path("instellingen.json"), &bytes).unwrap();
        prop_assert_eq!(home.store().settings().0, Settings::default());
    }
}
