//! The screen test: letters, the last row, colours, the clicker and the name of the classroom.

use std::fmt::Write as _;
use std::fs;

use expect_test::expect_file;
use lesloper::session::Look;
use lesloper::text::Text;
use lesloper::tui::LetterSet;
use lesloper::tui::theme::ThemeName;

use super::teacher::Teacher;

/// Every screen of it, and the keys that lead there.
pub const MOMENTS: [(&str, &str); 8] = [
    ("letters", ""),
    ("back row", "Enter"),
    ("colours", "Enter Enter"),
    ("clicker", "Enter Enter Enter"),
    ("a key of the clicker", "Enter Enter Enter PageDown x"),
    ("clicker tried", "Enter Enter Enter PageDown PageUp ."),
    ("classroom", "Enter Enter Enter Esc Esc Esc Enter"),
    ("classroom named", "Enter Enter Enter Esc Esc Esc Enter C 1 2"),
];

#[test]
fn each_screen_of_the_test_in_big_letters() {
    let mut pictures = String::new();
    for size in [(60, 15), (80, 24)] {
        for (name, keys) in MOMENTS {
            let mut teacher = Teacher::in_letters(size, LetterSet::Quadrant);
            teacher.program.test_screen();
            teacher.press(keys);
            write!(pictures, "#### {name} {}x{}\n{}", size.0, size.1, teacher.sees()).unwrap();
        }
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/pictures/screen-test.txt")]
        .assert_eq(&pictures);
}

#[test]
fn every_set_of_letters_is_seen_as_it_is_on_each_screen() {
    for size in [(60, 15), (80, 24), (120, 30), (200, 50)] {
        let mut teacher = testing(size, LetterSet::Octant);
        for set in LetterSet::ALL {
            teacher.check(&format!("► {}", set.name()));
            // A small screen has no room for letters of whole characters.
            if set != LetterSet::None && (set != LetterSet::Ascii || size.1 > 15) {
                assert!(!teacher.sees().contains("Wat past bij jou?"), "{set:?}\n{}", teacher.sees());
            }
            teacher.press("Right");
        }
        teacher.check("► octant");
    }
}

#[test]
fn who_leaves_the_test_keeps_the_look_there_was() {
    let mut teacher = testing((80, 24), LetterSet::Quadrant);
    let before = teacher.picture();
    teacher.press("Right Enter Enter Right Right");
    teacher.check("► crème");
    teacher.press("Esc Esc Esc");
    teacher.check("Kies een activiteit");
    teacher.program.test_screen();
    assert_eq!(teacher.picture(), before);
    assert_eq!(teacher.shelf.settings().0.unwrap().looks.here(), &Look::default());
}

#[test]
fn the_last_row_is_told_how_far_to_zoom_and_the_window_is_followed() {
    let mut teacher = testing((80, 24), LetterSet::Octant);
    teacher.press("Enter");
    teacher.check("► 8 meter");
    teacher.check("1,9 meter (86 inch)");
    teacher.check("Ja: elke zin is ook achterin te lezen.");
    teacher.resizes((200, 50));
    teacher.check("Nog niet. Zoom in met Ctrl en + tot hier ongeveer 33 rijen staan; nu 50.");
    teacher.resizes((130, 33));
    teacher.check("Ja: elke zin is ook achterin te lezen.");
    teacher.resizes((132, 34));
    teacher.check("ongeveer 33 rijen staan; nu 34.");
    // A larger board is read from further off.
    teacher.press("Down Right Right");
    teacher.check("► 2,1 meter (95 inch)");
    teacher.check("Ja: elke zin is ook achterin te lezen.");
    teacher.press("Up Right");
    teacher.check("► 8,5 meter");
}

#[test]
fn plain_letters_reach_as_far_as_they_do() {
    let mut teacher = testing((80, 24), LetterSet::None);
    teacher.press("Enter");
    teacher.check("Zoom in met Ctrl en + tot hier ongeveer 12 rijen");
    teacher.check("Kleine letters, zoals deze, lees je tot 4 meter.");
    teacher.press("Right");
    teacher.check("Nee. Met deze letters lees je een zin tot 8 meter.");
}

#[test]
fn the_measures_have_bounds() {
    let mut teacher = testing((80, 24), LetterSet::Quadrant);
    teacher.press("Enter");
    for (keys, end) in [("Right", "► 20 meter"), ("Left", "► 2 meter"), ("Down", "► 1,9 meter (86 inch)")]
    {
        (0..40).for_each(|_| teacher.press(keys));
        teacher.check(end);
    }
    for (keys, end) in [("Right", "► 5 meter (226 inch)"), ("Left", "► 0,8 meter (36 inch)")] {
        (0..50).for_each(|_| teacher.press(keys));
        teacher.check(end);
    }
}

#[test]
fn each_key_of_the_clicker_is_asked_for_and_named() {
    let mut teacher = clicking();
    teacher.check("Druk op verder");
    teacher.press("PageUp");
    teacher.check("Toets PgUp is in de les: terug.");
    teacher.check("► verder");
    teacher.press("PageDown");
    teacher.check("verder          PgDn");
    teacher.check("► terug");
    teacher.press("q");
    teacher.check("Toets q is in de les: stoppen voor vandaag.");
    teacher.press("PageUp .");
    teacher.check("zwart scherm    .");
    teacher.check("Hij doet het!");
    teacher.press("F5");
    teacher.check("Toets F5 is in de les: naar het verste punt.");
    teacher.press("Enter");
    teacher.check("Hoe heet dit lokaal?");
}

#[test]
fn a_teacher_without_a_clicker_goes_on() {
    let mut teacher = clicking();
    teacher.press("Esc Esc Esc");
    teacher.check("Zonder kan ook.");
    assert_eq!(teacher.sees().matches("overgeslagen").count(), 3);
    // Back, and it can be tried anew.
    teacher.press("Esc");
    teacher.check("Wat leest hier het prettigst?");
    teacher.press("Enter PageDown Enter Enter");
    teacher.check("Dat is alles.");
}

#[test]
fn the_look_is_kept_under_the_name_of_the_classroom() {
    let mut teacher = testing((80, 24), LetterSet::Quadrant);
    teacher.press("Right Enter Enter Right Enter Esc Esc Esc Enter");
    teacher.types("C12");
    teacher.press("Enter");
    teacher.check("Bewaard voor lokaal C12. Zo begint Lesloper voortaan.");
    teacher.check("Kies een activiteit");
    let settings = teacher.shelf.settings().0.unwrap();
    assert_eq!(settings.looks.classroom(), Some(&Text::clean("C12")));
    assert_eq!(settings.looks.here(), &look("licht", "half"));
    // The next time it is offered, and beside it a new one can be named.
    let mut teacher = naming(teacher);
    teacher.check("Bekend  C12");
    teacher.press("Enter");
    teacher.check("Bewaard voor lokaal C12.");
    let mut teacher = naming(teacher);
    teacher.types("aula");
    teacher.press("Enter");
    let mut teacher = naming(teacher);
    teacher.check("Bekend  C12, aula");
    teacher.press("Up Enter");
    teacher.check("Bewaard voor lokaal C12.");
}

#[test]
fn a_name_is_clean_and_not_too_long() {
    let mut teacher = testing((80, 24), LetterSet::Quadrant);
    teacher.press("Enter Enter Enter Esc Esc Esc Enter");
    teacher.program.paste("\u{1b}[31mHet \u{202e}grote lokaal\n\tboven in de oude toren");
    teacher.press("Enter");
    teacher.check("Bewaard voor lokaal [31mHet grote lokaal boven in.");
    let mut teacher = naming(teacher);
    teacher.types("   ");
    teacher.press("Enter");
    teacher.check("Bewaard voor lokaal [31mHet grote lokaal boven in.");
}

#[test]
fn one_classroom_too_many_is_refused_and_the_test_stays() {
    let teacher = testing((80, 24), LetterSet::Quadrant);
    let mut settings = teacher.shelf.settings().0.unwrap();
    for number in 1..=20 {
        settings.looks.furnish(Text::clean(&number.to_string()), look("licht", "half")).unwrap();
    }
    teacher.shelf.keep(&settings).unwrap();
    let mut teacher = naming(teacher);
    teacher.types("aula");
    teacher.press("Enter");
    teacher.check("Lesloper onthoudt 20 lokalen");
    teacher.check("Hoe heet dit lokaal?");
    teacher.press("Up Enter");
    teacher.check("Bewaard voor lokaal");
}

#[test]
fn settings_that_cannot_be_kept_are_told_with_what_can_be_done() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("instellingen.json")).unwrap();
    let mut teacher = Teacher::on(folder, (80, 24), ThemeName::Dark);
    teacher.program.test_screen();
    teacher.press("Enter Enter Enter Esc Esc Esc Enter Enter");
    teacher.check("lesloper --thema donker --letters geen");
}

#[test]
fn colours_and_classroom_are_chosen_where_a_lesson_is_set_up() {
    let teacher = testing((60, 15), LetterSet::Quadrant);
    let mut settings = teacher.shelf.settings().0.unwrap();
    settings.looks.furnish(Text::clean("aula"), look("creme", "sextant")).unwrap();
    teacher.shelf.keep(&settings).unwrap();
    let mut teacher = teacher.starts_again("Esc");
    teacher.press("Enter");
    // With one classroom there is nothing to choose.
    assert!(!teacher.sees().contains("lokaal?"), "{}", teacher.sees());
    settings.looks.furnish(Text::clean("C12"), look("licht", "half")).unwrap();
    teacher.shelf.keep(&settings).unwrap();
    let mut teacher = teacher.starts_again("");
    teacher.press("Enter Down Down Down");
    teacher.check("In welk lokaal?             ► C12");
    teacher.press("Right");
    teacher.check("► aula");
    teacher.check("Welke kleuren?                crème");
    teacher.press("Down Right");
    teacher.check("► hoog contrast");
    teacher.waits_for_the_disk();
    let settings = teacher.shelf.settings().0.unwrap();
    assert_eq!(settings.looks.classroom(), Some(&Text::clean("aula")));
    assert_eq!(settings.looks.here(), &look("hoog-contrast", "sextant"));
    teacher.check("Enter naar de klas");
    let mut teacher = teacher.starts_again("");
    teacher.press("Enter Down Down Down Right");
    teacher.check("Welke kleuren?                licht");
}

fn testing(size: (u16, u16), set: LetterSet) -> Teacher {
    let mut teacher = Teacher::in_letters(size, set);
    teacher.program.test_screen();
    teacher
}

fn clicking() -> Teacher {
    let mut teacher = testing((80, 24), LetterSet::None);
    teacher.press("Enter Enter Enter");
    teacher
}

/// At the name of the classroom, in a program that was started again.
fn naming(teacher: Teacher) -> Teacher {
    let mut teacher = teacher.starts_again("");
    teacher.program.test_screen();
    teacher.press("Enter Enter Enter Esc Esc Esc Enter");
    teacher
}

fn look(theme: &str, letters: &str) -> Look {
    Look { theme: Some(Text::clean(theme)), letters: Some(Text::clean(letters)) }
}
