//! `lesloper nakijken`.

use expect_test::expect;

use super::Desk;
use crate::card::pictures::{claiming, png, speckled};

/// A card with nothing wrong in it.
pub const GOOD: &str = r#"{
  "formaat": 1,
  "id": "hoe-ging-het",
  "titel": "Hoe ging het?",
  "doel": "Je vertelt wat je hebt gezien.",
  "wanneer": "na elke ervaring",
  "leerjaren": [1, 2],
  "leerwegen": ["bb", "kb"],
  "elementen": ["reflectie"],
  "competenties": ["werkexploratie"],
  "bron": [{ "titel": "Eigen werk" }],
  "fasen": {
    "voorbereiding": [],
    "uitvoering": [
      { "soort": "vraag", "vraag": "Wat heb je gezien?", "minuten": 6,
        "eenvoudig": { "vraag": "Wat zag je?" } }
    ],
    "reflectie": [
      { "soort": "vervolgstap", "minuten": 5 }
    ]
  }
}
"#;

#[test]
fn every_mistake_of_every_file_is_named() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    desk.lay(
        "fout.json",
        &GOOD.replace("\"minuten\": 6", "\"minuten\": 90").replace("\"titel\": \"Hoe", "\"titl\": \"Hoe"),
    );
    desk.lay("stuk.json", "{ \"formaat\": 1,\n  \"id\" }");
    expect![[r#"
        fout.json:1:1: 'titel' ontbreekt; zet erbij: "titel": "Bedrijfsbezoek voorbereiden"
        fout.json:4:3: 'titl' is hier geen sleutel; bedoelde je 'titel'?
        fout.json:15:69: fasen > uitvoering > 1 > minuten: 90 minuten kan niet; kies 1 tot en met 60
        stuk.json:2:8: hier ontbreekt een dubbele punt; schrijf "sleutel": en dan wat erbij hoort
        weg.json: lezen lukt niet, want het staat er niet. Kijk of de map of stick er nog is.
        4 kaarten nagekeken: 5 fouten.
        exit 1
    "#]]
    .assert_eq(&desk.run("nakijken goed.json fout.json stuk.json weg.json"));
}

#[test]
fn what_is_wrong_with_a_picture_is_named_where_it_stands() {
    let desk = Desk::new();
    let beside = |name: &str| {
        let picture = format!(
            r#""minuten": 6,
        "afbeelding": {{ "bestand": "{name}", "tekst": "Een garage." }},"#
        );
        GOOD.replace(r#""minuten": 6,"#, &picture)
    };
    let pictures = [
        ("goed.png", png(4, 4, |_, _| [9; 3])),
        ("gif.png", b"GIF89a\x01\x00\x01\x00".to_vec()),
        ("half.png", png(40, 40, speckled)[..60].to_vec()),
        ("vals.png", claiming(3_000, 3_000)),
        ("reus.png", claiming(10_000, 10_000)),
        ("zwaar.png", vec![0; 5 * 1024 * 1024]),
    ];
    let mut line = "nakijken".to_owned();
    for (name, bytes) in pictures {
        std::fs::write(desk.path(name), bytes).unwrap();
        desk.lay(&format!("{name}.json"), &beside(name));
        line.extend([" ", name, ".json"]);
    }
    desk.lay("weg.json", &beside("weg.png"));
    desk.lay("elders.json", &beside("../goed.png"));
    desk.lay("zonder.json", &beside("goed.png").replace(r#", "tekst": "Een garage.""#, ""));
    std::fs::create_dir(desk.path("map.png")).unwrap();
    desk.lay("map.json", &beside("map.png"));
    expect![[r#"
        gif.png.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'gif.png': dit is geen PNG of JPEG, ook al heet het zo; bewaar haar als PNG of JPEG
        half.png.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'half.png': deze afbeelding is beschadigd; bewaar haar opnieuw als PNG of JPEG
        vals.png.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'vals.png': deze afbeelding is beschadigd; bewaar haar opnieuw als PNG of JPEG
        reus.png.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'reus.png': deze afbeelding heeft 100 megapixel; maak haar kleiner: hooguit 4 MB en 16 megapixel
        zwaar.png.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'zwaar.png': deze afbeelding is te groot; maak haar kleiner: hooguit 4 MB en 16 megapixel
        weg.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'weg.png': dit bestand is er niet; zet het naast de kaart, of verbeter de naam
        elders.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: '../goed.png' wijst naar een andere map; zet de afbeelding naast de kaart en noem alleen haar naam
        zonder.json:16:23: fasen > uitvoering > 1 > afbeelding: 'tekst' ontbreekt; zet erbij: "tekst": "Een monteur ligt onder een auto."
        map.json:16:36: fasen > uitvoering > 1 > afbeelding > bestand: 'map.png': dit is een verwijzing of een map, geen bestand; zet het bestand zelf naast de kaart
        10 kaarten nagekeken: 9 fouten.
        exit 1
    "#]].assert_eq(&desk.run(&format!("{line} weg.json elders.json zonder.json map.json")));
}

#[test]
fn a_good_card_has_no_mistakes() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    expect![[r#"
        1 kaart nagekeken: geen fouten.
    "#]]
    .assert_eq(&desk.run("nakijken goed.json"));
    assert_eq!(desk.files(), ["goed.json"]);
}

#[test]
fn the_schema_beside_the_cards_is_passed_by() {
    let desk = Desk::new();
    desk.lay("goed.json", GOOD);
    desk.lay("kaart.schema.json", include_str!("../../activities/kaart.schema.json"));
    expect![[r#"
        kaart.schema.json: overgeslagen; dit is geen kaart, maar het schema voor je editor.
        1 kaart nagekeken: geen fouten.
    "#]]
    .assert_eq(&desk.run("nakijken goed.json kaart.schema.json"));
}

#[test]
fn tips_alone_are_no_failure() {
    let desk = Desk::new();
    let long = "Wat heb je allemaal gezien, gehoord, geroken en gevoeld toen je er een hele dag was?";
    desk.lay("lang.json", &GOOD.replace("Wat heb je gezien?", long));
    expect![[r#"
        lang.json:15:36: tip: fasen > uitvoering > 1 > vraag: deze zin heeft 16 woorden; maak er twee zinnen van: hooguit 12 woorden leest prettig
        1 kaart nagekeken: geen fouten en 1 tip.
    "#]].assert_eq(&desk.run("check lang.json"));
}
