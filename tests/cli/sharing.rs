//! `lesloper activiteiten` with one activity, `--haal` and `--deel`.

use expect_test::{expect, expect_file};

use super::Desk;
use super::check::GOOD;
use crate::card::pictures::png;
use crate::store::pictures::PICTURED;
use crate::store::sharing::zip::{Entry, zip};

impl Desk {
    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// What a colleague sent: a folder with a new card, one that is wrong and one with a picture.
    fn sent(&self) {
        self.lay("van/a.json", GOOD);
        self.lay("van/fout.json", &GOOD.replace("\"minuten\": 6", "\"minuten\": 90").replace("bb", "bbl"));
        self.lay("van/foto.json", PICTURED);
        std::fs::write(self.path("van/garage.png"), png(4, 4, |_, _| [9; 3])).unwrap();
    }
}

#[test]
fn one_activity_is_shown_whole() {
    let desk = Desk::new();
    expect_file!["activity.txt"].assert_eq(&desk.run("activiteiten bedrijfsbezoek-voorbereiden"));
}

#[test]
fn an_activity_is_found_by_its_title_or_its_file() {
    let desk = Desk::new();
    desk.lay("map/kaarten/mijn.json", GOOD);
    desk.lay("map/kaarten/stuk.json", "{");
    let own = desk.run("activiteiten hoe-ging-het");
    let shown = |name: &str| {
        let output = desk.command("--map map activiteiten").arg(name).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    assert_eq!([shown("Hoe ging het?"), shown("mijn.json")], [own.clone(), own]);
    expect![[r#"
        In deze kaart zitten fouten. Je ziet ze met: lesloper nakijken map/kaarten/stuk.json
        Er is geen activiteit weet ik niet. Alle activiteiten staan in: lesloper activiteiten
    "#]]
    .assert_eq(&(shown("stuk.json") + &shown("weet ik niet")));
}

#[test]
fn each_card_of_a_folder_is_accounted_for() {
    let desk = Desk::new();
    desk.sent();
    let first = desk.run("activiteiten --haal van");
    let again = desk.run("activities --haal van");
    expect![[r#"
        a.json: nieuw (Hoe ging het?).
        foto.json: nieuw (Met een foto, 1 afbeelding).
        fout.json: 2 fouten.
          fout.json:8:17: leerwegen > 1: 'bbl' kan hier niet; bedoelde je 'bb'?
          fout.json:15:69: fasen > uitvoering > 1 > minuten: 90 minuten kan niet; kies 1 tot en met 60
          Alle fouten: lesloper nakijken van/fout.json
        3 kaarten: 2 toegevoegd en 1 fout.
        exit 1

        a.json: al aanwezig, als hoe-ging-het.json.
        foto.json: al aanwezig, als met-foto.json.
        fout.json: 2 fouten.
          fout.json:8:17: leerwegen > 1: 'bbl' kan hier niet; bedoelde je 'bb'?
          fout.json:15:69: fasen > uitvoering > 1 > minuten: 90 minuten kan niet; kies 1 tot en met 60
          Alle fouten: lesloper nakijken van/fout.json
        3 kaarten: 2 al aanwezig en 1 fout.
        exit 1
    "#]]
    .assert_eq(&format!("{first}\n{again}"));
    assert!(desk.files().contains(&"map/kaarten/garage.png".to_owned()));
    assert!(desk.run("activiteiten").contains("Met een foto"));
}

#[test]
fn the_cards_of_a_zip_are_accounted_for() {
    let desk = Desk::new();
    let wrong = GOOD.replace("\"minuten\": 6", "\"minuten\": 90");
    let cards = zip(&[Entry::deflated("map/a.json", GOOD.as_bytes()), Entry::plain("fout.json", wrong)]);
    std::fs::write(desk.path("van.zip"), cards).unwrap();
    std::fs::write(desk.path("uit.zip"), zip(&[Entry::plain("../a.json", GOOD)])).unwrap();
    let said = desk.run("activiteiten --haal van.zip") + "\n" + &desk.run("activiteiten --haal uit.zip");
    expect![[r#"
        fout.json: 1 fout.
          fout.json:15:69: fasen > uitvoering > 1 > minuten: 90 minuten kan niet; kies 1 tot en met 60
          Alle fouten: pak de ZIP uit, en typ lesloper nakijken fout.json
        map/a.json: nieuw (Hoe ging het?).
        2 kaarten: 1 toegevoegd en 1 fout.
        exit 1

        err: uit.zip: ../a.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        exit 1
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_changed_card_is_never_overwritten_unasked() {
    let desk = Desk::new();
    desk.sent();
    desk.run("activiteiten --haal van");
    let newer = GOOD
        .replace("\"titel\": \"Hoe ging", "\"titel\": \"En, hoe was")
        .replace("Wat heb je gezien?", "Wat heb je gehoord?")
        .replace("\"soort\": \"vervolgstap\", \"minuten\": 5", "\"soort\": \"vervolgstap\", \"minuten\": 4")
        .replace(
            "\"reflectie\": [",
            "\"reflectie\": [{ \"soort\": \"uitleg\", \"tekst\": \"Nog even.\", \"minuten\": 1 },",
        );
    desk.lay("van/a.json", &newer);
    std::fs::write(desk.path("van/garage.png"), png(4, 4, |_, _| [80; 3])).unwrap();
    let before = desk.bytes("map/kaarten/hoe-ging-het.json");
    let asked = desk.run_with("v\n", "--map map activiteiten --haal van");
    assert_eq!(desk.bytes("map/kaarten/hoe-ging-het.json"), before);
    let beside = desk.run("activiteiten --haal van/a.json --ernaast");
    let replaced = desk.run("activiteiten --haal van/foto.json --vervang");
    let both = desk.run("activiteiten --haal van --vervang --ernaast");
    let known = desk.run("activiteiten --haal van");
    expect![[r#"
        a.json: veranderd: titel, 2 stappen (Wat heb je gehoord? en Wat heb ik ontdekt?) en 1 stap erbij (Nog even.). De oude blijft staan; --vervang neemt de nieuwe, --ernaast bewaart ze allebei.
        foto.json: veranderd: 1 stap (Wie werkt hier?). De oude blijft staan; --vervang neemt de nieuwe, --ernaast bewaart ze allebei.
        fout.json: 2 fouten.
          fout.json:8:17: leerwegen > 1: 'bbl' kan hier niet; bedoelde je 'bb'?
          fout.json:15:69: fasen > uitvoering > 1 > minuten: 90 minuten kan niet; kies 1 tot en met 60
          Alle fouten: lesloper nakijken van/fout.json
        3 kaarten: 2 niet overgenomen en 1 fout.
        exit 1

        a.json: veranderd: titel, 2 stappen (Wat heb je gehoord? en Wat heb ik ontdekt?) en 1 stap erbij (Nog even.). Ernaast gezet, met de id hoe-ging-het-2.
        1 kaart: 1 toegevoegd.

        foto.json: veranderd: 1 stap (Wie werkt hier?). Vervangen; de oude staat in map/kaarten/met-foto.json.oud.
        1 kaart: 1 vervangen.

        err: --vervang kan niet samen met --ernaast. Typ "lesloper --help" om te zien wat kan.
        exit 2

        a.json: al aanwezig, als hoe-ging-het-2.json.
        foto.json: al aanwezig, als met-foto.json.
        fout.json: 2 fouten.
          fout.json:8:17: leerwegen > 1: 'bbl' kan hier niet; bedoelde je 'bb'?
          fout.json:15:69: fasen > uitvoering > 1 > minuten: 90 minuten kan niet; kies 1 tot en met 60
          Alle fouten: lesloper nakijken van/fout.json
        3 kaarten: 2 al aanwezig en 1 fout.
        exit 1
    "#]].assert_eq(&[asked, beside, replaced, both, known].join("\n"));
    assert_eq!(desk.bytes("map/kaarten/hoe-ging-het.json"), before);
    assert_eq!(desk.bytes("map/kaarten/met-foto.json.oud"), PICTURED.as_bytes());
}

#[test]
fn an_activity_goes_to_a_colleague_in_one_file() {
    let desk = Desk::new();
    desk.sent();
    desk.run("activiteiten --haal van");
    let mut said = desk.run("activiteiten --deel met-foto");
    for line in ["--deel met-foto", "--deel verhaal-afmaken --uit post", "--deel weet-ik-niet"] {
        said += &desk.run(&format!("activiteiten {line}"));
    }
    said += &desk.run_with("", "--map collega activiteiten --haal met-foto-2.zip");
    expect![[r#"
        met-foto.zip staat klaar, met 1 afbeelding. Stuur dit bestand naar een collega.
        Die voegt het toe met: lesloper activiteiten --haal met-foto.zip
        met-foto-2.zip staat klaar, met 1 afbeelding. Stuur dit bestand naar een collega.
        Die voegt het toe met: lesloper activiteiten --haal met-foto-2.zip
        post/verhaal-afmaken.json staat klaar. Stuur dit bestand naar een collega.
        Die voegt het toe met: lesloper activiteiten --haal verhaal-afmaken.json
        err: Er is geen activiteit weet-ik-niet. Alle activiteiten staan in: lesloper activiteiten
        exit 1
        met-foto.json: nieuw (Met een foto, 1 afbeelding).
        1 kaart: 1 toegevoegd.
    "#]]
    .assert_eq(&said);
    for file in ["met-foto.json", "garage.png"] {
        assert_eq!(
            desk.bytes(&format!("collega/kaarten/{file}")),
            desk.bytes(&format!("map/kaarten/{file}"))
        );
    }
}

#[test]
fn a_card_without_its_picture_is_not_sent() {
    let desk = Desk::new();
    desk.lay("map/kaarten/foto.json", PICTURED);
    expect![[r#"
        err: In deze kaart zitten fouten. Je ziet ze met: lesloper nakijken map/kaarten/foto.json
        exit 1
    "#]]
    .assert_eq(&desk.run("activiteiten --deel met-foto"));
}
