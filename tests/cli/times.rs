//! `lesloper lestijden`: the bells of the school, entered once.

use std::fmt::Write as _;

use expect_test::expect;

use super::Desk;

#[test]
fn the_bells_are_entered_once_and_shown() {
    let desk = Desk::new();
    expect![[r"
        Er zijn nog geen lestijden. Typ wanneer elk lesuur eindigt:
        lesloper lestijden 9:15 10:00 11:05
    "]]
    .assert_eq(&desk.run("lestijden"));
    let kept = desk.run("lestijden 9:15 10.00 1105 1150");
    expect![[r"
        Bewaard. Bij Les klaarzetten staat voortaan de volgende bel.
        Gewoon rooster
          1e uur   tot 9:15
          2e uur   tot 10:00
          3e uur   tot 11:05
          4e uur   tot 11:50
    "]]
    .assert_eq(&kept);
    desk.run("lestijden --verkort 9:10 9:50");
    expect![[r"
        Gewoon rooster
          1e uur   tot 9:15
          2e uur   tot 10:00
          3e uur   tot 11:05
          4e uur   tot 11:50
        Verkort rooster
          1e uur   tot 9:10
          2e uur   tot 9:50
    "]]
    .assert_eq(&desk.run("lestijden"));
    assert_eq!(desk.run("lestijden --verkort --weg"), "Het verkorte rooster is weg.\n");
    assert!(desk.run("lestijden").ends_with("11:50\n"));
    assert_eq!(desk.run("lestijden --weg"), "De lestijden zijn weg.\n");
    assert!(desk.run("lestijden").starts_with("Er zijn nog geen lestijden."));
}

#[test]
fn what_is_no_roster_is_explained_and_changes_nothing() {
    let desk = Desk::new();
    desk.run("lestijden 9:15");
    let mut said = String::new();
    let many = "7:00 7:30 8:00 8:30 9:00 9:30 10:00 ".to_owned() + "11:00 ".repeat(14).as_str();
    for line in [
        "9:75",
        "9:15 half tien",
        "25:00",
        "9:5",
        "1\u{1b}[2J:00",
        "9:15 9.15",
        "10:00 9:15",
        "12:20 1:10",
        "12:00 0:10",
        &many,
    ] {
        write!(said, "{line:?}\n{}", desk.run(&format!("lestijden {line}"))).unwrap();
    }
    said.push_str(&desk.run("lestijden --weg 9:15"));
    expect![[r#"
        "9:75"
        err: "9:75" is geen tijd. Typ de bellen zo: 9:15 10:00 10:45
        exit 1
        "9:15 half tien"
        err: "half" is geen tijd. Typ de bellen zo: 9:15 10:00 10:45
        exit 1
        "25:00"
        err: "25:00" is geen tijd. Typ de bellen zo: 9:15 10:00 10:45
        exit 1
        "9:5"
        err: "9:5" is geen tijd. Typ de bellen zo: 9:15 10:00 10:45
        exit 1
        "1\u{1b}[2J:00"
        err: "1[2J:00" is geen tijd. Typ de bellen zo: 9:15 10:00 10:45
        exit 1
        "9:15 9.15"
        err: 9:15 staat er twee keer. Noem elke bel één keer.
        exit 1
        "10:00 9:15"
        err: 9:15 staat na 10:00. Zet de bellen op volgorde.
        exit 1
        "12:20 1:10"
        err: 1:10 staat na 12:20. Zet de bellen op volgorde. Bedoelde je 13:10?
        exit 1
        "12:00 0:10"
        err: 0:10 staat na 12:00. Zet de bellen op volgorde. Bedoelde je 12:10?
        exit 1
        "7:00 7:30 8:00 8:30 9:00 9:30 10:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 11:00 "
        err: Dat zijn te veel bellen. Lesloper onthoudt er 20: het einde van elk lesuur is genoeg.
        exit 1
        err: --weg kan niet samen met TIJD. Typ "lesloper --help" om te zien wat kan.
        exit 2
    "#]].assert_eq(&said);
    assert_eq!(desk.run("lestijden"), "Gewoon rooster\n  1e uur   tot 9:15\n");
}

#[test]
fn settings_that_cannot_be_read_are_not_written_over() {
    let desk = Desk::new();
    desk.lay("map/instellingen.json", "{");
    assert!(desk.run("lestijden 9:15").starts_with("Bewaard."));
    assert_eq!(desk.files(), ["map/instellingen.json", "map/instellingen.kapot.json"]);
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("map/instellingen.json")).unwrap();
    let said = desk.run("lestijden 9:15");
    assert!(
        said.starts_with("err: De instellingen zijn niet te lezen, dus de lestijden blijven zoals ze waren."),
        "{said}"
    );
}
