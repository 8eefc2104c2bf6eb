//! `lesloper nakijken`.

use expect_test::expect;

use super::Desk;

/// A card with nothing wrong in it.
pub const GOOD: &str = r#"{
  "formaat": 1,
  "id": "hoe-was-het",
  "titel": "Hoe was het?",
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
