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
        Erbij: Bo.
        Niet meer in de klas: Ilham en José.

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
fn names_can_be_pasted_and_another_list_is_not_taken_by_mistake() {
    let desk = Desk::new();
    desk.lay("derde.csv", "Voornaam;Klas\nFinn;3C\nGwen;3C\n");
    let said = [
        desk.run_with("Zoë\nSem\n", "--map map klas 2B --namen -"),
        desk.run_with("", "--map map klas 2B --namen -"),
        desk.run_with("nee\n", "--map map klas 2B --namen derde.csv"),
        desk.run_with("ja\n", "--map map klas 2B --namen derde.csv"),
    ];
    expect![[r#"
        Klas 2B staat klaar: 2 leerlingen.

        err: geplakte lijst:1: er staan geen namen in; zet op elke regel één voornaam.
        exit 1

        Klas 2B is er al, met heel andere namen. Die gaan weg (2 leerlingen). Typ ja als je dat wilt: 
        err: Klas 2B blijft staan.
        exit 1

        Klas 2B is er al, met heel andere namen. Die gaan weg (2 leerlingen). Typ ja als je dat wilt: 
        Klas 2B is vernieuwd: 2 leerlingen.
        Erbij: Finn en Gwen.
        Niet meer in de klas: Zoë en Sem.
    "#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn pupils_are_kept_apart_and_put_together_again() {
    let desk = Desk::new();
    desk.lay("namen.txt", "Noor\nSem\nZoë\n");
    desk.run("klas 2B --namen namen.txt");
    let said = [
        desk.run_with("", "--map map klas 2B --apart noor,Zoë"),
        desk.run_with("", "--map map klas 2B --apart Noor"),
        desk.run_with("", "--map map klas 2B --apart Noor,Bas"),
        desk.run("klas 2B"),
        desk.run_with("", "--map map klas 2B --samen zoë,Noor"),
        desk.run("klas 2B"),
        desk.run_with("", "--map map klas 3C --apart Noor,Sem"),
    ];
    expect![[r#"
        Noor en Zoë komen niet samen in een duo.

        err: Noem minstens twee leerlingen, met een komma ertussen: "Noor, Sem"
        exit 1

        err: In klas 2B zit geen Bas. De namen staan in: lesloper klas 2B
        exit 1

        Klas 2B: 3 leerlingen
          1  Noor
          2  Sem
          3  Zoë
        Niet samen: Noor en Zoë

        Noor en Zoë mogen samen.

        Klas 2B: 3 leerlingen
          1  Noor
          2  Sem
          3  Zoë

        err: Er is geen klas 3C. Maak de klas met: lesloper klas 3C --namen BESTAND
        exit 1
    "#]]
    .assert_eq(&said.join("\n"));
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
