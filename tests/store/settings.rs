//! What the teacher chose last time.

use std::fs;

use lesloper::lesson::Screen;
use lesloper::store::Settings;
use lesloper::text::Text;
use proptest::prelude::*;

use super::*;

#[test]
fn settings_are_remembered_in_a_file_that_people_can_read() {
    let home = Home::new();
    let store = home.store();
    assert_eq!(store.settings(), (Settings::default(), None));
    let (theme, letters) = (Some(Text::clean("licht")), Some(Text::clean("half")));
    let chosen = Settings { theme, letters, pupils: 19, screen: Screen::Apart };
    store.write_settings(&chosen).unwrap();
    assert_eq!(store.settings(), (chosen, None));
    expect_test::expect![[r#"
        {
          "thema": "licht",
          "letters": "half",
          "leerlingen": 19,
          "scherm": "apart"
        }
    "#]]
    .assert_eq(&fs::read_to_string(home.path("instellingen.json")).unwrap());
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
    for damaged in ["{", r#"{ "leerlingen": 0 }"#, r#"{ "leerlingen": 61 }"#, r#"{ "scherm": "groot" }"#] {
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
