//! A lesson in lines of text, through a pipe.

use std::io::Write as _;

use expect_test::expect_file;

use super::Desk;
use crate::shipped;

/// All that is printed when these lines are typed.
fn typed(desk: &Desk, lines: &[&str]) -> String {
    let mut command = desk.command("--map map --platte-tekst");
    command
        .env("LESLOPER_NU", "2026-11-23T09:35:00Z")
        .env("LESLOPER_KANS", "7")
        .env("TZ", "Europe/Amsterdam");
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{}\n", lines.join("\n")).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_lesson_can_be_read_and_led_in_lines() {
    let desk = Desk::new();
    let begin = ["bezoek", "9", "1", "", "misschien", "nee", "24:10", "11:20"];
    let to_the_third_step = [""; 10];
    let in_it =
        ["kwak", "t", "t", "a 3 Veel machines", "a Stof", "o", "weg 1", "z", "lees", "d", "", "n", "q", "ja"];
    let said = typed(&desk, &[&begin[..], &to_the_third_step, &in_it].concat());
    assert!(!said.contains('\u{1b}'));
    expect_file!["plain.txt"].assert_eq(&said);
}

/// Enter goes on, `>` begins the next les, and 2 goes on where a story forks.
#[test]
fn each_activity_is_led_to_its_end_in_lines() {
    let each = |number: usize| {
        let number = number.to_string();
        let begin = [number.as_str(), "9", "", "geen"];
        let on = ["", ">", "2"].repeat(250);
        let said = typed(&Desk::new(), &[&begin[..], &on, &["", "ja"]].concat());
        assert!(said.contains("Afgerond."), "activity {number} does not end: {said}");
    };
    let numbers: Vec<usize> = (1..=shipped::cards().len()).collect();
    std::thread::scope(|scope| {
        for some in numbers.chunks(numbers.len().div_ceil(4)) {
            scope.spawn(move || some.iter().for_each(|number| each(*number)));
        }
    });
}

#[test]
fn what_can_be_typed_is_made_from_the_keys() {
    let desk = Desk::new();
    let said = typed(&desk, &["1", "", "", "", "?"]);
    let help = said.split("> ?\n").nth(1).unwrap();
    expect_file!["plain-help.txt"].assert_eq(help);
}

#[test]
fn a_class_with_names_is_asked_who_is_away() {
    let desk = Desk::new();
    desk.lay("namen.txt", "Noor\nSem\nZoë\nIlham\nDaan\n");
    desk.run("klas 2B --namen namen.txt");
    let said = typed(&desk, &["1", "3C", "2b", "Bram", "daan", "", "", "w", "p", "", "l", "1"]);
    expect_file!["plain-names.txt"].assert_eq(&said[said.find("Welke klas?").unwrap()..]);
}

#[test]
fn hostile_lines_do_nothing() {
    let desk = Desk::new();
    let long = "x".repeat(100_000);
    let said = typed(
        &desk,
        &[
            "\u{1b}[2J",
            "1",
            "9999999",
            "0",
            "-1",
            "<",
            "1",
            "",
            "",
            "",
            &long,
            "\u{1b}]0;x\u{7}",
            "a",
            "a 99 x",
            "9",
        ],
    );
    assert!(!said.contains(['\u{1b}', '\u{7}']));
    assert!(said.ends_with("Bewaard. Verder gaan kan altijd.\n"), "{said}");
}

#[test]
fn only_a_lesson_goes_in_lines() {
    let desk = Desk::new();
    for command in ["docent", "schermtest"] {
        assert_eq!(
            desk.run(&format!("--platte-tekst {command}")),
            "err: Dit kan niet in gewone regels. Een les wel, met: lesloper --platte-tekst\nexit 1\n"
        );
    }
}
