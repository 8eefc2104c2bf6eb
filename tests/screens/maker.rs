//! The conversation that makes a card, and a card that is looked at while it is written.

use std::fmt::Write as _;
use std::fs;

use expect_test::expect_file;
use lesloper::tui::LetterSet;

use super::teacher::Teacher;

const SIZES: [(u16, u16); 3] = [(60, 15), (80, 24), (120, 30)];

/// What is typed ("..." ) and pressed to come to each screen, from the one before.
const MOMENTS: [(&str, &[&str]); 15] = [
    ("the first question", &[]),
    ("a title that is typed", &["'Waar word jij blij van?"]),
    (
        "a goal that is too long",
        &[
            "Enter",
            "'Je weet welk werk je graag doet en ook waarom je dat werk nou zo graag doet. ",
            "'En daarna kun je het iemand vertellen die je helpt met kiezen voor later.",
        ],
    ),
    (
        "labels",
        &["Esc", "'Je weet welk werk jou blij maakt.", "Enter", "'begin van het jaar", "Enter Enter Enter"],
    ),
    ("a kind of step", &["Enter Enter Enter Enter Enter Enter Enter", "Down"]),
    ("a name that is missing", &["Enter", "Enter"]),
    (
        "a sentence that could be shorter",
        &[
            "'blij van werk",
            "Enter",
            "'Van welk werk thuis of op school of ergens anders word jij nou echt blij?",
        ],
    ),
    (
        "lines",
        &[
            "Esc",
            "'Van welk werk word jij blij?",
            "Enter",
            "'werk op school",
            "Enter",
            "'werk thuis",
            "Enter",
        ],
    ),
    ("what is special", &["PageDown", "PageDown", "Enter"]),
    ("minutes", &["Enter"]),
    ("minutes that cannot be", &["Backspace Backspace"]),
    ("simple words", &["' 4", "Enter", "PageDown PageDown"]),
    ("as the class sees it", &["Tab"]),
    ("all of it", &["Esc", "F3"]),
    ("the help", &["F1"]),
];

fn does(teacher: &mut Teacher, deeds: &[&str]) {
    for deed in deeds {
        match deed.strip_prefix('\'') {
            Some(typed) => teacher.types(typed),
            None => teacher.press(deed),
        }
    }
}

#[test]
fn each_kind_of_question_on_each_screen() {
    let mut pictures = String::new();
    for size in SIZES {
        let mut teacher = Teacher::in_letters(size, LetterSet::Quadrant);
        teacher.program.make_card(None);
        for (name, deeds) in MOMENTS {
            does(&mut teacher, deeds);
            write!(pictures, "#### {name} {}x{}\n{}", size.0, size.1, teacher.sees()).unwrap();
        }
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/pictures/maker.txt")]
        .assert_eq(&pictures);
}

#[test]
fn a_card_in_an_editor_with_its_mistakes_in_place() {
    let good = include_str!("../maker/vraag.json");
    let broken = good
        .replace("[1, 3, 4]", "[1, 3, 90]")
        .replace("\"startzinnen\": [\"Ik word", "\"starzinnen\": [\"Ik word");
    let mut pictures = String::new();
    for size in SIZES {
        let mut teacher = Teacher::in_letters(size, LetterSet::Quadrant);
        let file = teacher.folder().join("kaart.json");
        for (name, text) in [("good", good), ("broken", &broken), ("good again", good)] {
            fs::write(&file, text).unwrap();
            if name == "good" {
                teacher.program.watch(file.clone());
                teacher.press("Right Right Right");
            }
            teacher.program.time_passed();
            write!(pictures, "#### {name} {}x{}\n{}", size.0, size.1, teacher.sees()).unwrap();
        }
        fs::write(&file, &broken).unwrap();
        teacher.program.watch(file);
        write!(pictures, "#### broken from the start {}x{}\n{}", size.0, size.1, teacher.sees()).unwrap();
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/pictures/watching.txt")]
        .assert_eq(&pictures);
}

#[test]
fn a_file_that_is_not_there_is_told_and_waited_for() {
    let mut teacher = Teacher::at((80, 24));
    let file = teacher.folder().join("later.json");
    teacher.program.watch(file.clone());
    teacher.check("het staat er niet");
    fs::write(&file, include_str!("../maker/vraag.json")).unwrap();
    teacher.program.time_passed();
    teacher.check("Waar word jij blij van?");
}

#[test]
fn back_and_on_lose_nothing_and_a_step_can_go() {
    let mut teacher = Teacher::at((80, 24));
    teacher.program.make_card(None);
    does(&mut teacher, &["'Blij", "Enter", "'Je wordt", "Left Home Left"]);
    teacher.check("► Blij");
    does(&mut teacher, &["PageDown"]);
    teacher.check("► Je wordt");
    teacher.press("F3 Down Enter");
    teacher.check("► Blij");
    let mut teacher = Teacher::at((80, 24));
    let card = super::super::shipped::cards().remove(0);
    teacher.program.make_card(Some(&card));
    teacher.press("F3 Down Down Down");
    teacher.check("► stap: wat gaan we doen");
    teacher.press("Delete");
    teacher.check("Nog een keer Delete");
    teacher.press("Delete");
    assert!(!teacher.sees().contains("wat gaan we doen"), "{}", teacher.sees());
    teacher.press("Tab");
    teacher.check("verder");
}
