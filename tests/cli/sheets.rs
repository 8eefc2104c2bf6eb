//! `lesloper werkblad`.

use std::fs;

use expect_test::expect;

use super::Desk;
use super::check::GOOD;

#[test]
fn an_activity_goes_to_paper() {
    let desk = Desk::new();
    expect![[r#"
        map/overzichten/verhaal-afmaken-alles.html
        Open dit bestand in je browser en print het op A4.
    "#]]
    .assert_eq(&desk.run("werkblad verhaal-afmaken"));
    assert_eq!(desk.files(), ["map/overzichten/verhaal-afmaken-alles.html"]);
    // It is made anew, also when it is asked for by its title.
    assert_eq!(desk.run("werkblad Verhaal-Afmaken"), desk.run("werkblad verhaal-afmaken --wat alles"));
}

#[test]
fn a_card_goes_to_paper_in_a_folder_of_choice() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    expect![[r#"
        papier/nu/hoe-ging-het-docent.html
        Open dit bestand in je browser en print het op A4.
    "#]]
    .assert_eq(&desk.run("worksheet goed.json --wat docent --uit papier/nu"));
    assert_eq!(desk.files(), ["goed.json", "papier/nu/hoe-ging-het-docent.html"]);
}

#[test]
fn a_class_gets_its_names() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    desk.lay("namen.txt", "Zoë\nSem\n");
    desk.run("klas 2B --namen namen.txt");
    expect![[r#"
        map/overzichten/hoe-ging-het-dossier-2b.html
        Open dit bestand in je browser en print het op A4.
    "#]]
    .assert_eq(&desk.run("werkblad goed.json --wat dossier --klas 2B"));
    let html = fs::read_to_string(desk.path("map/overzichten/hoe-ging-het-dossier-2b.html")).unwrap();
    assert!(html.contains("Zoë") && html.contains("Sem"));
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::new();
    desk.lay("fout.json", &GOOD.replace("\"minuten\": 6", "\"minuten\": 90"));
    desk.lay("goed.json", GOOD);
    expect![[r#"
        err: Er is geen activiteit hoe-ging-het-dan. Alle activiteiten staan in: lesloper activiteiten
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad hoe-ging-het-dan"));
    expect![[r#"
        err: weg.json: lezen lukt niet, want het staat er niet. Kijk of de map of stick er nog is.
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad weg.json"));
    expect![[r#"
        err: In deze kaart zitten fouten. Je ziet ze met: lesloper nakijken fout.json
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad fout.json"));
    expect![[r#"
        err: Hoe ging het? heeft dat niet op papier. Kies docent, leerling of dossier.
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad goed.json --wat kaartjes"));
    expect![[r#"
        err: Er is geen klas 3C. Maak de klas met: lesloper klas 3C --namen BESTAND
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad goed.json --klas 3C"));
    assert_eq!(desk.files(), ["fout.json", "goed.json"]);
}

#[test]
fn what_is_not_ours_stays_as_it_is() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    desk.lay("papier/hoe-ging-het-alles.html", "<p>Van mij.</p>\n");
    fs::create_dir_all(desk.path("papier/hoe-ging-het-docent.html")).unwrap();
    expect![[r#"
        err: papier/hoe-ging-het-alles.html: hier staat al iets anders, en dat blijft staan. Kies een andere map met --uit MAP.
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad goed.json --uit papier"));
    expect![[r#"
        err: papier/hoe-ging-het-docent.html: hier staat al iets anders, en dat blijft staan. Kies een andere map met --uit MAP.
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad goed.json --uit papier --wat docent"));
    assert_eq!(fs::read_to_string(desk.path("papier/hoe-ging-het-alles.html")).unwrap(), "<p>Van mij.</p>\n");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_is_named() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    expect![[r#"
        err: goed.json/hoe-ging-het-alles.html: bewaren lukt niet, want dit is een bestand, en geen map. Kies een andere map met --uit MAP.
        exit 1
    "#]]
    .assert_eq(&desk.run("werkblad goed.json --uit goed.json"));
    assert_eq!(desk.files(), ["goed.json"]);
}
