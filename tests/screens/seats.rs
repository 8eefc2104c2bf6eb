//! Groups at the keys: swapping beforehand, late and gone, the bell that is typed.

use std::fs;

use expect_test::expect_file;
use lesloper::class::{Pupil, Roster};
use lesloper::store::{Paths, Store};
use lesloper::text::Text;
use lesloper::tui::theme::ThemeName;

use super::teacher::Teacher;

/// The names in the list of duos, in order.
fn seats(teacher: &Teacher) -> Vec<String> {
    let seen = teacher.sees();
    let rows = seen.lines().skip_while(|row| !row.contains("Druk op spatie")).skip(1);
    let names =
        rows.filter_map(|row| row.split_whitespace().find(|word| word.chars().all(char::is_alphabetic)));
    names.take_while(|word| *word != "PgDn").take(10).map(str::to_owned).collect()
}

/// In the duos of Les klaarzetten.
fn swapping(size: (u16, u16)) -> Teacher {
    let mut teacher = Teacher::setting_up_with_names(size, "past dit");
    teacher.press("Down Down Space");
    teacher
}

#[test]
fn two_names_are_swapped_before_anyone_sees_them() {
    let mut teacher = swapping((120, 30));
    let before = seats(&teacher);
    assert_eq!(before.len(), 10, "{}", teacher.sees());
    teacher.press("Space");
    teacher.check("ruilt met...");
    teacher.press("Down Down Space");
    let mut swapped = before.clone();
    swapped.swap(0, 2);
    assert_eq!(seats(&teacher), swapped);
    teacher.press("Enter");
    teacher.check("Wie zit bij wie?            ► 5 duo's (spatie: ruilen)");
    teacher.press("Enter");
    for duo in swapped.chunks(2) {
        teacher.check(&format!("{} en {}", duo[0], duo[1]));
    }
}

#[test]
fn a_swap_stays_when_someone_turns_out_to_be_absent() {
    let mut teacher = swapping((120, 30));
    let before = seats(&teacher);
    teacher.press("Space Down Down Space Enter Up Space");
    // The last of all is in no duo that was swapped.
    let at = ["Amira", "Bas", "Chen", "Daan", "Esra", "Finn", "Gwen", "Hugo", "Ilse", "Jan"]
        .iter()
        .position(|name| *name == before[0])
        .unwrap();
    for _ in 0..at {
        teacher.press("Down");
    }
    teacher.press("Space Space Enter Space");
    let mut swapped = before;
    swapped.swap(0, 2);
    assert_eq!(seats(&teacher), swapped);
}

#[test]
fn shuffling_beforehand_makes_other_duos() {
    let mut teacher = swapping((120, 30));
    let before = seats(&teacher);
    for _ in 0..5 {
        teacher.press("h");
    }
    assert_ne!(seats(&teacher), before);
}

#[test]
fn what_a_teacher_sees_of_the_duos_beforehand_and_of_who_is_late() {
    let mut pictures = String::new();
    for size in [(40, 12), (60, 15), (80, 24), (120, 30)] {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Paths::within(folder.path()));
        // All of one name: which of them sits where is chance.
        let pupils: Vec<_> = (1..=7).map(|number| (Pupil(number), Text::clean("Noor"))).collect();
        let roster = Roster::new(Text::clean("2B"), pupils).unwrap();
        store.write_class(&roster).unwrap();
        let mut teacher = Teacher::on(folder, size, ThemeName::Plain);
        let mut look = |teacher: &Teacher| {
            pictures.push_str(&teacher.sees());
            pictures.push_str("####\n");
        };
        teacher.types("past dit");
        // The clock is that of today: no bell.
        teacher.press("Enter Up Right Down Down Down Down");
        teacher.press("Left Left Left Left Left Left Left Left Left Left Left Left Up Up");
        look(&teacher);
        teacher.press("Space Down Down Space Down");
        look(&teacher);
        teacher.press("Esc Enter Enter l");
        look(&teacher);
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/pictures/seats.txt")]
        .assert_eq(&pictures);
}

#[test]
fn that_not_all_can_be_apart_is_said_without_a_name_and_to_the_teacher_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(Paths::within(folder.path()));
    let pupils = (1..).map(Pupil).zip(["Noor", "Sem", "Zoë"].map(Text::clean)).collect();
    let roster = Roster::new(Text::clean("2B"), pupils).unwrap();
    let all = [(Pupil(1), Pupil(2)), (Pupil(1), Pupil(3)), (Pupil(2), Pupil(3))];
    store.write_class(&roster.keeping_apart(all)).unwrap();
    let mut teacher = Teacher::on(folder, (80, 24), ThemeName::Plain);
    teacher.types("past dit");
    teacher.press("Enter Up Right");
    teacher.check("1 trio. Niet iedereen kan apart.");
    teacher.press("Enter");
    assert!(!teacher.sees().contains("apart"), "{}", teacher.sees());
}

#[test]
fn who_comes_late_is_told_where_to_sit_and_who_is_left_alone_too() {
    let mut teacher = Teacher::setting_up_with_names((80, 24), "past dit");
    teacher.press("Down Enter Space Enter Enter Right Esc");
    teacher.press("l");
    teacher.check("Te laat of weg:  Amira komt erbij");
    teacher.press("Enter");
    teacher.check("Amira komt bij duo ");
    teacher.press("l j");
    teacher.check("Te laat of weg:  Jan gaat weg");
    teacher.press("Esc l Down Up Up");
    teacher.check("Te laat of weg:  Jan gaat weg");
    teacher.press("Enter");
    teacher.check("Jan is weg. ");
    teacher.press("z z l");
    teacher.check("Te laat of weg:  Amira komt erbij");
}

#[test]
fn without_names_one_more_joins_a_duo_and_one_of_a_duo_may_leave() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.press("Right Esc l");
    teacher.check("Te laat of weg:  Een leerling komt erbij");
    teacher.press("Enter");
    teacher.check("Een leerling komt bij duo 1.");
    teacher.press("l Down Down");
    teacher.check("Te laat of weg:  Een van duo 2 gaat weg");
    teacher.press("Enter");
    teacher.check("Een van duo 2 is weg. De ander komt bij duo 3.");
}

#[test]
fn who_was_absent_is_still_absent_later_that_day() {
    let mut teacher = Teacher::setting_up_with_names((80, 24), "past dit");
    teacher.press("Down Enter Space Enter Enter Right Esc");
    teacher = teacher.starts_again("q Enter");
    teacher.press("Enter");
    teacher.check("Wie is er niet?               Amira");
    teacher.check("zoals ze zaten");
    // And in another activity.
    teacher.press("Esc");
    teacher.types("verhaal");
    teacher.press("Enter Up Right");
    teacher.check("Wie is er niet?               Amira");
}

#[test]
fn a_time_that_is_typed_is_the_bell() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter Down Down");
    for (digits, said) in [
        ("1", "1... typ de tijd, zoals 1120"),
        ("1", "11... typ de tijd, zoals 1120"),
        ("2", "► 1:12"),
        ("0", "► 11:20"),
        ("9", "9... typ de tijd, zoals 1120"),
        ("2", "92... typ de tijd, zoals 1120"),
        ("0", "► 9:20"),
        ("7", "7... typ de tijd, zoals 1120"),
        ("9", "7... typ de tijd, zoals 1120"),
        ("15", "► 7:15"),
    ] {
        teacher.types(digits);
        teacher.check(said);
    }
    teacher.press("Backspace Backspace Backspace");
    teacher.check("► 7:00");
    teacher.types("0000");
    teacher.check("► 0:00; die bel is al gegaan");
    teacher.press("Enter");
    teacher.check("Die bel is al gegaan. Kies een latere tijd.");
}

#[test]
fn the_help_of_a_teachers_screen_turns_by_pages() {
    let mut teacher = Teacher::at((40, 12));
    teacher.press("Enter F1");
    let first = teacher.sees();
    teacher.press("PageDown");
    assert_ne!(teacher.sees(), first);
    teacher.press("PageUp");
    assert_eq!(teacher.sees(), first);
    teacher.press("x");
    teacher.check("Tot");
}

#[test]
fn what_a_class_did_before_is_read_from_its_lessons() {
    let mut teacher = Teacher::setting_up_with_names((120, 30), "past dit");
    let mut met = std::collections::BTreeSet::new();
    for _ in 0..9 {
        teacher.press("Down Down Space");
        for duo in seats(&teacher).chunks(2) {
            let mut duo = duo.to_vec();
            duo.sort();
            assert!(met.insert(duo), "{}", teacher.sees());
        }
        teacher.press("Enter Enter Right Esc Right");
        teacher = teacher.starts_again("q Enter");
        teacher.types("past dit");
        teacher.press("End Enter Up Right");
    }
    assert_eq!(met.len(), 45);
}

#[test]
fn journals_hold_no_names() {
    let mut teacher = Teacher::setting_up_with_names((80, 24), "past dit");
    teacher.press("Enter Right Esc l Enter w");
    let teacher = teacher.starts_again("q Enter");
    let lessons = teacher.folder().join("lessen");
    let folders = fs::read_dir(lessons).unwrap().map(|entry| entry.unwrap().path());
    let journals = folders.filter_map(|folder| fs::read_to_string(folder.join("journaal.jsonl")).ok());
    let journals: Vec<String> = journals.collect();
    assert_eq!(journals.len(), 1);
    assert!(!journals[0].contains("Amira") && !journals[0].contains("Jan"), "{}", journals[0]);
}
