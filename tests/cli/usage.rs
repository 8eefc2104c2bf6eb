//! Help and wrong usage: Dutch, every word of it.

use std::fmt::Write as _;

use expect_test::expect;

use super::Desk;

#[test]
fn help_is_dutch() {
    let desk = Desk::new();
    let mut said = String::new();
    for line in ["--help", "activiteiten --help", "nakijken -h", "klas --help", "--version"] {
        writeln!(said, "> lesloper {line}\n{}", desk.run_with("", line)).unwrap();
    }
    expect![[r#"
        > lesloper --help
        Lesloper leidt een LOB-les: van het eerste scherm tot terugkijken.

        Gebruik: lesloper [OPTIES] [OPDRACHT]

        Opdrachten:
          activiteiten  Laat alle activiteiten zien
          nakijken      Kijk kaarten na en noem elke fout
          klas          Laat klassen zien, of maak, vernieuw of verwijder een klas

        Opties:
              --map <MAP>      Bewaar alles in deze map (of zet LESLOPER_MAP)
          -h, --help           Laat deze hulp zien
              --thema <THEMA>  Kleuren op het scherm: donker, licht, zestien of geen
          -V, --version        Laat de versie zien

        Zonder opdracht begint Lesloper met kiezen van een activiteit.

        > lesloper activiteiten --help
        Laat alle activiteiten zien

        Gebruik: lesloper activiteiten [OPTIES]

        Opties:
              --map <MAP>  Bewaar alles in deze map (of zet LESLOPER_MAP)
          -h, --help       Laat deze hulp zien

        > lesloper nakijken -h
        Kijk kaarten na en noem elke fout

        Gebruik: lesloper nakijken [OPTIES] BESTAND...

        Wat:
          <BESTAND>...  De kaarten

        Opties:
              --map <MAP>  Bewaar alles in deze map (of zet LESLOPER_MAP)
          -h, --help       Laat deze hulp zien

        > lesloper klas --help
        Laat klassen zien, of maak, vernieuw of verwijder een klas

        Gebruik: lesloper klas [OPTIES] [KLAS]

        Wat:
          [KLAS]  De naam van de klas: 2B

        Opties:
              --map <MAP>        Bewaar alles in deze map (of zet LESLOPER_MAP)
              --namen <BESTAND>  Maak of vernieuw de klas met dit tekstbestand: op elke regel een voornaam
          -h, --help             Laat deze hulp zien
              --weg              Verwijder de klas met alle namen

        > lesloper --version
        lesloper 0.1.0

    "#]]
    .assert_eq(&said);
}

#[test]
fn wrong_usage_is_explained() {
    let desk = Desk::new();
    let mut said = String::new();
    for line in [
        "--kleur",
        "nakijk x",
        "nakijken",
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
        "\u{1b}]0;titel\u{7}",
        "--\u{202e}",
    ] {
        writeln!(said, "> lesloper {line:?}\n{}", desk.run_with("", line)).unwrap();
    }
    assert!(!said.contains(['\u{1b}', '\u{7}', '\u{202e}']));
    expect![[r#"
        > lesloper "--kleur"
        err: Lesloper kent --kleur niet. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "nakijk x"
        err: Lesloper kent de opdracht nakijk niet. Bedoelde je nakijken? Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "nakijken"
        err: Hier ontbreekt BESTAND. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "klas --naam"
        err: Lesloper kent --naam niet. Bedoelde je --namen? Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "klas --weg"
        err: Hier ontbreekt KLAS. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "klas 2B 3C"
        err: Lesloper kent 3C niet. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "klas 2B --weg --namen x"
        err: --weg kan niet samen met --namen. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "klas \u{1b}[31m"
        err: Er is geen klas [31m. Maak de klas met: lesloper klas [31m --namen BESTAND
        exit 1

        > lesloper "klas een-heel-lange-naam-voor-een-klas"
        err: "een-heel-lange-naam-voor-een-klas" kan niet als KLAS. Kies 1 tot en met 20 tekens. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--thema"
        err: Achter --thema ontbreekt iets. Kies donker, licht, zestien of geen. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--thema doker"
        err: "doker" kan niet achter --thema. Kies donker, licht, zestien of geen. Bedoelde je donker? Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--thema roze"
        err: "roze" kan niet achter --thema. Kies donker, licht, zestien of geen. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--map"
        err: Achter --map ontbreekt iets. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--map= klas"
        err: Achter --map ontbreekt iets. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--map a --map b"
        err: --map kan maar één keer. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--map a klas --map b"
        Er zijn nog geen klassen. Maak er een met: lesloper klas 2B --namen BESTAND

        > lesloper "--help=ja"
        err: --help neemt niets mee. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "activiteiten --weg"
        err: Lesloper kent --weg niet. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "\u{1b}]0;titel\u{7}"
        err: Lesloper kent de opdracht ]0;titel niet. Typ "lesloper --help" om te zien wat kan.
        exit 2

        > lesloper "--\u{202e}"
        err: Lesloper kent -- niet. Typ "lesloper --help" om te zien wat kan.
        exit 2

    "#]].assert_eq(&said);
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
