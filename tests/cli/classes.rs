//! `lesloper klas`.

use expect_test::expect;

use super::Desk;

#[test]
fn a_class_is_made_shown_renewed_and_removed() {
    let desk = Desk::new();
    desk.lay("namen.txt", "Zoë\r\n  Sem \nIlham\n\nJose\u{301}\n");
    desk.lay("nieuw.txt", "Sem\nBo\nZoë\n");
    let said = [
        desk.run("klas"),
        desk.run("klas 2B"),
        desk.run("klas 2B --namen namen.txt"),
        desk.run("klas 2B"),
        desk.run("klas 2B --namen nieuw.txt"),
        desk.run("klas 2b"),
        desk.run("klas"),
        desk.run("klas 2B --weg"),
        desk.run_with("nee\n", "--map map klas 2B --weg"),
        desk.run_with("Ja\n", "--map map klas 2B --weg"),
        desk.run("klas"),
    ];
    expect![[r#"
        Er zijn nog geen klassen. Maak er een met: lesloper klas 2B --namen BESTAND

        err: Er is geen klas 2B. Maak de klas met: lesloper klas 2B --namen BESTAND
        exit 1

        Klas 2B staat klaar: 4 leerlingen.

        Klas 2B: 4 leerlingen
          1  Zoë
          2  Sem
          3  Ilham
          4  José

        Klas 2B is vernieuwd: 3 leerlingen.

        Klas 2B: 3 leerlingen
          1  Zoë
          2  Sem
          5  Bo

        2B   3 leerlingen

        Klas 2B en de namen gaan voorgoed weg (3 leerlingen). Typ ja als je dat wilt: 
        err: Klas 2B blijft staan.
        exit 1

        Klas 2B en de namen gaan voorgoed weg (3 leerlingen). Typ ja als je dat wilt: 
        err: Klas 2B blijft staan.
        exit 1

        Klas 2B en de namen gaan voorgoed weg (3 leerlingen). Typ ja als je dat wilt: 
        Klas 2B is weg.

        Er zijn nog geen klassen. Maak er een met: lesloper klas 2B --namen BESTAND
    "#]]
    .assert_eq(&said.join("\n"));
    assert_eq!(desk.files(), ["namen.txt", "nieuw.txt"]);
}

#[test]
fn a_list_that_is_no_class_is_refused() {
    let desk = Desk::new();
    desk.lay("leeg.txt", "\n \n");
    desk.lay("veel.txt", &"Bo\n".repeat(61));
    desk.lay("dubbel.txt", "Sem\nSem\n");
    let said = [
        desk.run("klas 2B --namen weg.txt"),
        desk.run("klas 2B --namen leeg.txt"),
        desk.run("klas 2B --namen veel.txt"),
        desk.run("klas 2B --namen ."),
        desk.run("klas 2B --namen dubbel.txt"),
        desk.run("klas 2B"),
    ];
    expect![[r#"
        err: weg.txt: lezen lukt niet, want het staat er niet. Kijk of de map of stick er nog is.
        exit 1

        err: leeg.txt:1: er staan geen namen in; zet op elke regel één voornaam.
        exit 1

        err: veel.txt:61: er staan 61 namen in; een klas heeft er hoogstens 60.
        exit 1

        err: .: lezen lukt niet, want het is een map. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        exit 1

        Regel 2: Sem staat er al. Deze leerling heet nu Sem 2.
        Klas 2B staat klaar: 2 leerlingen.

        Klas 2B: 2 leerlingen
          1  Sem
          2  Sem 2
    "#]].assert_eq(&said.join("\n"));
}

#[test]
fn a_damaged_class_is_named_and_the_others_are_listed() {
    let desk = Desk::new();
    desk.lay("namen.txt", "Zoë\n");
    desk.run("klas 2B --namen namen.txt");
    desk.lay("map/klassen/3c.json", "{\"klas\": \"3C\"");
    expect![[r#"
        2B   1 leerling
        err: map/klassen/3c.json:1:13: hier klopt de JSON niet. Herstel het bestand, of haal het weg.
        exit 1
    "#]]
    .assert_eq(&desk.run("klas"));
}
