//! Help and wrong usage: Dutch, every word of it.

use std::fmt::Write as _;

use expect_test::expect_file;

use super::Desk;

#[test]
fn help_is_dutch() {
    let desk = Desk::new();
    let mut said = String::new();
    for line in [
        "--help",
        "activiteiten --help",
        "nakijken -h",
        "werkblad --help",
        "nieuw --help",
        "klas --help",
        "lestijden --help",
        "--version",
    ] {
        writeln!(said, "> lesloper {line}\n{}", desk.run_with("", line)).unwrap();
    }
    expect_file!["help.txt"].assert_eq(&said);
}

#[test]
fn wrong_usage_is_explained() {
    let desk = Desk::new();
    let mut said = String::new();
    for line in [
        "--kleur",
        "nakijk x",
        "nakijken",
        "werkblad",
        "werkblad verhaal-afmaken --wat folder",
        "klas --naam",
        "klas --weg",
        "klas 2B 3C",
        "klas 2B --weg --namen x",
        "klas \u{1b}[31m",
        "klas een-heel-lange-naam-voor-een-klas",
        "--thema",
        "--thema doker",
        "--thema roze",
        "--map",
        "--map= klas",
        "--map a --map b",
        "--map a klas --map b",
        "--help=ja",
        "activiteiten --weg",
        "activiteiten x --haal y",
        "activiteiten --vervang",
        "activiteiten --haal x --vervang --ernaast",
        "activiteiten --uit x",
        "\u{1b}]0;titel\u{7}",
        "--\u{202e}",
    ] {
        writeln!(said, "> lesloper {line:?}\n{}", desk.run_with("", line)).unwrap();
    }
    assert!(!said.contains(['\u{1b}', '\u{7}', '\u{202e}']));
    expect_file!["wrong.txt"].assert_eq(&said);
}

#[test]
#[cfg(unix)]
fn letters_that_are_none_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let desk = Desk::new();
    let output = desk.command("klas").arg(OsStr::from_bytes(b"2\xff")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "Zo kan Lesloper het niet doen. Typ \"lesloper --help\" om te zien wat kan.\n"
    );
}
