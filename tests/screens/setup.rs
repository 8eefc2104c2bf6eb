//! Les klaarzetten at the keys.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Zoned;
use lesloper::card::Card;
use lesloper::session::{Bells, SchoolTimes, Settings};
use lesloper::tui::lists::Lists;
use lesloper::tui::screens::setup::{self, Brief, Class, Outcome, Setup};
use lesloper::tui::theme::ThemeName;

use super::teacher::Teacher;
use super::{draw, text, theme};

#[test]
fn a_number_stays_as_it_was_typed_and_the_bounds_are_said() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter");
    teacher.types("61");
    teacher.check("► 61; kies 1 tot en met 60");
    teacher.press("Enter");
    teacher.check("Dat zijn te veel leerlingen. Kies er hooguit 60.");
    teacher.types("5");
    teacher.check("► 615; kies 1 tot en met 60");
    teacher.types("0");
    teacher.check("► 615; kies 1 tot en met 60");
    teacher.press("Backspace Backspace");
    teacher.check("► 6\n");
    teacher.types("0");
    teacher.press("Enter");
    teacher.check("Elk duo krijgt één nummer. Tel samen: 1 tot en met 30.");
}

#[test]
fn a_number_that_was_wiped_out_is_asked_for() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter Backspace Backspace");
    teacher.check("► 0; kies 1 tot en met 60");
    teacher.press("Enter");
    teacher.check("Er moet minstens één leerling zijn.");
    teacher.press("Right");
    assert!(teacher.sees().contains("► 1\n"), "{}", teacher.sees());
}

#[test]
fn the_list_of_names_says_what_to_do_and_is_walked_through_by_pages() {
    let mut teacher = Teacher::setting_up_with_names((60, 15), "past dit");
    teacher.press("Down Space");
    teacher.check("Wie is er niet? Kies een naam en druk op spatie.");
    for (key, name) in [("End", "Jan"), ("Home", "Amira"), ("PageDown", "Jan"), ("PageUp", "Amira")] {
        teacher.press(key);
        teacher.check(&format!("► {name}"));
    }
    teacher.press("End Space Home Down Space");
    teacher.check("► Bas  is er niet");
    teacher.press("Enter");
    teacher.check("Wie is er niet?               Bas en Jan");
    // Enter after Enter leads to the class.
    teacher.check("► 4 duo's");
    teacher.press("Enter");
    teacher.check("Past dit beroep bij me?");
    teacher.check("Ga naast je duo zitten.");
}

#[test]
fn the_whole_lesson_goes_to_paper_with_w() {
    let mut teacher = Teacher::at((120, 30));
    teacher.press("Enter w");
    teacher.check("Klaar om te printen: ");
    teacher.press("Enter");
    teacher.check("Jij en wie naast je zit zijn samen een duo.");
}

#[test]
fn a_class_of_one_two_or_three_reads_that_it_is_one_duo() {
    for (pupils, expected) in [
        ("1", "Jij bent vandaag duo 1."),
        ("2", "Jullie zijn samen duo 1."),
        ("3", "Jullie zijn met z'n drieën duo 1."),
    ] {
        let mut teacher = Teacher::at((80, 24));
        teacher.press("Enter");
        teacher.types(pupils);
        teacher.press("Enter");
        teacher.check(expected);
        assert!(!teacher.sees().contains("wie naast je zit"), "{}", teacher.sees());
    }
}

#[test]
fn what_is_unfinished_says_in_which_phase_it_is() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Right Right");
    let teacher = teacher.starts_again("q Enter");
    teacher.check("► Bedrijfsbezoek voorbereiden   vandaag                   ● voorbereiden");
}

#[test]
fn what_to_lay_ready_comes_first_when_a_reeks_goes_on() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter");
    teacher.check("Vooraf                        • ");
    teacher.press("Enter Right Right");
    let mut teacher = teacher.starts_again("q Enter");
    teacher.press("Enter");
    teacher.check("Leg klaar                     • per duo de print");
    assert!(!teacher.sees().contains("Vooraf"), "{}", teacher.sees());
}

/// Les klaarzetten at this time, in a school with these bells, with the keys on the bell.
fn at_the_bell(now: &str, usual: &str, shortened: &str) -> Setup {
    let card = Card::parse(include_str!("../../activities/verhaal-afmaken.json")).unwrap();
    let now: Zoned = format!("2026-11-23T{now}+01:00[+01:00]").parse().unwrap();
    let [usual, shortened] = [usual, shortened].map(|bells| Bells::parse(&[bells]).unwrap());
    let settings = Settings { times: SchoolTimes { usual, shortened }, ..Settings::default() };
    let mut setup = Setup::new(Brief::new(&card, Class::Open), &Lists::shipped(), &settings, now);
    press(&mut setup, KeyCode::Down);
    press(&mut setup, KeyCode::Down);
    setup
}

fn press(setup: &mut Setup, key: KeyCode) {
    assert_eq!(setup.press(KeyEvent::new(key, KeyModifiers::NONE)), Outcome::Stay);
}

/// The answer that stands behind this question.
fn answer(setup: &Setup, question: &str) -> Option<String> {
    let theme = theme(ThemeName::Plain);
    let seen = text(&draw((100, 24), &theme, |frame| setup::draw(setup, None, &theme, frame)));
    let row = seen.lines().find(|row| row.contains(question))?;
    Some(row.replace(question, "").trim_matches([' ', '►']).to_owned())
}

fn bell(setup: &Setup) -> String {
    answer(setup, "Tot hoe laat?").unwrap()
}

const USUAL: &str = "9:15 10:00 11:05 11:50";

#[test]
fn the_next_bell_of_the_school_stands_there() {
    for (now, expected) in [
        ("08:30", "9:15, de bel van het 1e uur, over 45 minuten"),
        ("09:00", "9:15, de bel van het 1e uur, over 15 minuten"),
        ("09:01", "10:00, de bel van het 2e uur, over 59 minuten"),
        ("10:35", "11:05, de bel van het 3e uur, over 30 minuten"),
        // No bell leaves a quarter of an hour.
        ("11:36", "12:25, over 49 minuten"),
        ("15:00", "15:45, over 45 minuten"),
    ] {
        assert_eq!(bell(&at_the_bell(now, USUAL, "")), expected);
    }
    assert_eq!(bell(&at_the_bell("10:35", "", "")), "11:20, over 45 minuten");
}

#[test]
fn the_arrows_go_from_bell_to_bell_and_a_time_can_be_typed() {
    let mut setup = at_the_bell("09:10", USUAL, "");
    let mut seen = vec![bell(&setup)];
    for key in [
        KeyCode::Right,
        KeyCode::Right,
        KeyCode::Right,
        KeyCode::Left,
        KeyCode::Left,
        KeyCode::Left,
        KeyCode::Left,
        KeyCode::Left,
        KeyCode::Right,
    ] {
        press(&mut setup, key);
        seen.push(bell(&setup));
    }
    for digit in "1030".chars() {
        press(&mut setup, KeyCode::Char(digit));
    }
    seen.push(bell(&setup));
    press(&mut setup, KeyCode::Right);
    seen.push(bell(&setup));
    expect_test::expect![[r#"
        10:00, de bel van het 2e uur, over 50 minuten
        11:05, de bel van het 3e uur, over 1 uur 55
        11:50, de bel van het 4e uur, over 2 uur 40
        11:50, de bel van het 4e uur, over 2 uur 40
        11:05, de bel van het 3e uur, over 1 uur 55
        10:00, de bel van het 2e uur, over 50 minuten
        9:15, de bel van het 1e uur, over 5 minuten
        geen bel
        geen bel
        9:15, de bel van het 1e uur, over 5 minuten
        10:30, over 1 uur 20
        11:05, de bel van het 3e uur, over 1 uur 55"#]]
    .assert_eq(&seen.join("\n"));
}

#[test]
fn on_a_short_day_the_other_roster_is_chosen() {
    let mut setup = at_the_bell("08:40", USUAL, "9:05 9:40");
    assert_eq!(answer(&setup, "Welk rooster?").as_deref(), Some("gewoon"));
    assert_eq!(bell(&setup), "9:15, de bel van het 1e uur, over 35 minuten");
    press(&mut setup, KeyCode::Right);
    assert_eq!(answer(&setup, "Welk rooster?").as_deref(), Some("verkort"));
    assert_eq!(bell(&setup), "9:05, de bel van het 1e uur, over 25 minuten");
    press(&mut setup, KeyCode::Left);
    assert_eq!(bell(&setup), "9:15, de bel van het 1e uur, over 35 minuten");
    assert_eq!(answer(&at_the_bell("08:40", USUAL, ""), "Welk rooster?"), None);
}
