//! What a stranger may send: each is refused with a sentence, and nothing is added.

use std::fmt::Write as _;

use expect_test::expect;
use proptest::prelude::*;

use super::zip::{Entry, IS_UTF8, zip, zip_saying};
use super::*;
use crate::card::pictures::claiming;
use crate::cli::check::GOOD;

/// A card, and this beside it.
fn beside(entry: Entry) -> Vec<u8> {
    zip(&[Entry::plain("kaart.json", GOOD), entry])
}

fn named(name: impl AsRef<[u8]>) -> Vec<u8> {
    beside(Entry::plain(name, "{}"))
}

fn of_kind(mode: u32) -> Vec<u8> {
    beside(Entry { mode, ..Entry::plain("ander.json", "/etc/passwd") })
}

/// Says what becomes of each, and that nothing came of it.
fn refusals(given: &[(&str, Vec<u8>)]) -> String {
    let home = Home::new();
    let mut said = String::new();
    for (what, bytes) in given {
        home.put("van.zip", bytes);
        write!(said, "{what}: {}", added(&home, "van.zip")).unwrap();
        assert!(home.own().is_empty(), "{what}");
        assert_eq!(files_in(home.folder.path()), ["van.zip"], "{what}");
    }
    said
}

#[test]
fn names_that_lead_out_or_trick_are_refused() {
    let strange = "../x.json ../../x.json a/../../x.json .. /etc/x.json //server/x.json \
        C:x.json C:/x.json a\\b.json ..\\x.json \\\\server\\x.json x.json:stream a//b.json \
        x\0y.json x\u{1b}[2J.json x\u{202e}nosj.png con.json NUL.txt a/com1.png lpt9 x.json. a|b.json \
        kaart.json KAART.json a/b.ZIP";
    let names: Vec<(&str, Vec<u8>)> = strange.split(' ').map(|name| (name, named(name))).collect();
    let said = refusals(&names).replace(['\0', '\u{1b}', '\u{202e}'], "?");
    expect![[r#"
        ../x.json: van.zip: ../x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        ../../x.json: van.zip: ../../x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        a/../../x.json: van.zip: a/../../x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        ..: van.zip: .. in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        /etc/x.json: van.zip: /etc/x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        //server/x.json: van.zip: //server/x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        C:x.json: van.zip: C:x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        C:/x.json: van.zip: C:/x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        a\b.json: van.zip: a\b.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        ..\x.json: van.zip: ..\x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        \\server\x.json: van.zip: \\server\x.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        x.json:stream: van.zip: x.json:stream in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        a//b.json: van.zip: a//b.json in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.
        x?y.json: van.zip: in de naam xy.json zitten tekens die je niet ziet. Geef dat bestand een gewone naam.
        x?[2J.json: van.zip: in de naam x[2J.json zitten tekens die je niet ziet. Geef dat bestand een gewone naam.
        x?nosj.png: van.zip: in de naam xnosj.png zitten tekens die je niet ziet. Geef dat bestand een gewone naam.
        con.json: van.zip: con.json kan op Windows niet zo heten. Geef dat bestand een andere naam.
        NUL.txt: van.zip: NUL.txt kan op Windows niet zo heten. Geef dat bestand een andere naam.
        a/com1.png: van.zip: a/com1.png kan op Windows niet zo heten. Geef dat bestand een andere naam.
        lpt9: van.zip: lpt9 kan op Windows niet zo heten. Geef dat bestand een andere naam.
        x.json.: van.zip: x.json. kan op Windows niet zo heten. Geef dat bestand een andere naam.
        a|b.json: van.zip: a|b.json kan op Windows niet zo heten. Geef dat bestand een andere naam.
        kaart.json: van.zip: kaart.json zit er twee keer in, misschien met andere hoofdletters. Haal er een weg.
        KAART.json: van.zip: KAART.json zit er twee keer in, misschien met andere hoofdletters. Haal er een weg.
        a/b.ZIP: van.zip: in deze ZIP zit weer een ZIP: a/b.ZIP. Pak de buitenste zelf uit.
    "#]].assert_eq(&said);
}

#[test]
fn what_is_no_plain_file_is_refused() {
    let kinds = [
        ("link", 0o120_777),
        ("device", 0o020_666),
        ("disk", 0o060_666),
        ("pipe", 0o010_666),
        ("socket", 0o140_666),
    ];
    expect![[r#"
        link: van.zip: ander.json in deze ZIP is geen bestand, maar een koppeling of een apparaat. Vraag om de bestanden zelf.
        device: van.zip: ander.json in deze ZIP is geen bestand, maar een koppeling of een apparaat. Vraag om de bestanden zelf.
        disk: van.zip: ander.json in deze ZIP is geen bestand, maar een koppeling of een apparaat. Vraag om de bestanden zelf.
        pipe: van.zip: ander.json in deze ZIP is geen bestand, maar een koppeling of een apparaat. Vraag om de bestanden zelf.
        socket: van.zip: ander.json in deze ZIP is geen bestand, maar een koppeling of een apparaat. Vraag om de bestanden zelf.
    "#]]
    .assert_eq(&refusals(&kinds.map(|(what, mode)| (what, of_kind(mode)))));
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let zeros = Entry::deflated("nullen.png", &vec![0; 4_000_000]);
    let lying = Entry { claimed: 1_000, ..Entry::deflated("liegt.png", &vec![0; 4_000_000]) };
    let hiding = Entry { claimed: 100_000, ..Entry::deflated("liegt.png", &vec![0; 4_000_000]) };
    let huge = Entry { claimed: u32::MAX, ..Entry::plain("reus.png", "x") };
    // A hundred times as large as it was packed, which is allowed once.
    let mut noise = 1_u64;
    let mut shade = || {
        noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        noise.to_be_bytes()[0]
    };
    let mut shades: Vec<u8> = std::iter::repeat_with(&mut shade).take(30_000).collect();
    shades.resize(3_000_000, 0);
    let drawing = Entry::deflated("", &shades);
    let copy = |number| Entry { name: format!("{number}.png").into(), data: drawing.data.clone(), ..drawing };
    let many: Vec<Entry> = (0..45).map(copy).collect();
    let swarm: Vec<Entry> = (0..1_001).map(|number| Entry::plain(format!("{number}.txt"), "")).collect();
    let given = [
        ("much from little", beside(zeros)),
        ("more than it says", beside(lying)),
        ("a little more than it says", beside(hiding)),
        ("as large as a header can say", beside(huge)),
        ("many files", zip(&swarm)),
        ("together too large", zip(&many)),
        ("too large", [b"PK\x03\x04".to_vec(), vec![0; 64 * 1024 * 1024]].concat()),
    ];
    expect![[r#"
        much from little: van.zip: nullen.png in deze ZIP wordt bij het uitpakken veel te groot. Vertrouw deze ZIP niet.
        more than it says: van.zip: in deze ZIP zit meer dan hij zegt. Vertrouw deze ZIP niet.
        a little more than it says: van.zip: in deze ZIP zit meer dan hij zegt. Vertrouw deze ZIP niet.
        as large as a header can say: van.zip: reus.png in deze ZIP wordt bij het uitpakken veel te groot. Vertrouw deze ZIP niet.
        many files: van.zip: in deze ZIP zit te veel: hooguit 1000 bestanden. Verdeel ze over meer ZIP's.
        together too large: van.zip: uitgepakt is deze ZIP groter dan 128 MB. Verdeel de kaarten over meer ZIP's.
        too large: van.zip: deze ZIP is groter dan 64 MB. Verdeel de kaarten over meer ZIP's.
    "#]].assert_eq(&refusals(&given));
}

#[test]
fn what_is_no_whole_and_open_zip_is_refused() {
    let good = zip(&[Entry::plain("kaart.json", GOOD)]);
    let locked = Entry { flags: IS_UTF8 | 1, ..Entry::plain("op-slot.json", GOOD) };
    let other = Entry { method: 14, ..Entry::plain("anders.json", GOOD) };
    let wrong = Entry { sum: 1, ..Entry::plain("fout.json", GOOD) };
    let given = [
        ("a text", b"hallo".to_vec()),
        ("nothing", Vec::new()),
        ("its beginning", good[..good.len() / 2].to_vec()),
        ("all but its end", good[..good.len() - 1].to_vec()),
        ("locked", beside(locked)),
        ("packed otherwise", beside(other)),
        ("a wrong sum", beside(wrong)),
        ("one more than it says", zip_saying(&[Entry::plain("kaart.json", GOOD)], 0)),
        ("one less than it says", zip_saying(&[Entry::plain("kaart.json", GOOD)], 2)),
        ("empty", zip(&[])),
        ("no card", zip(&[Entry::plain("lees-mij.txt", "hoi")])),
        ("too deep", zip(&[Entry::plain("a/b/c/kaart.json", GOOD)])),
    ];
    expect![[r#"
        a text: van.zip: dit is geen ZIP. Pak het zelf uit, en kies de map.
        nothing: van.zip: dit is geen ZIP. Pak het zelf uit, en kies de map.
        its beginning: van.zip: deze ZIP is niet heel. Download of kopieer hem opnieuw.
        all but its end: van.zip: deze ZIP is niet heel. Download of kopieer hem opnieuw.
        locked: van.zip: op-slot.json in deze ZIP is op slot. Vraag om een ZIP zonder wachtwoord.
        packed otherwise: van.zip: anders.json is ingepakt op een manier die Lesloper niet kent. Pak de ZIP zelf uit, en kies de map.
        a wrong sum: van.zip: deze ZIP is niet heel. Download of kopieer hem opnieuw.
        one more than it says: van.zip: deze ZIP is niet heel. Download of kopieer hem opnieuw.
        one less than it says: van.zip: deze ZIP is niet heel. Download of kopieer hem opnieuw.
        empty: van.zip: hier staat geen kaart. Een kaart eindigt op .json, en staat los, in een map of in een ZIP.
        no card: van.zip: hier staat geen kaart. Een kaart eindigt op .json, en staat los, in een map of in een ZIP.
        too deep: van.zip: hier staat geen kaart. Een kaart eindigt op .json, en staat los, in een map of in een ZIP.
    "#]].assert_eq(&refusals(&given));
}

#[test]
fn a_card_without_all_its_pictures_does_not_come() {
    let with = |picture: Option<Vec<u8>>| {
        let mut entries = vec![Entry::plain("kaart.json", PICTURED)];
        entries.extend(picture.map(|bytes| Entry::deflated("garage.png", &bytes)));
        zip(&entries)
    };
    let given = [
        ("missing", with(None)),
        ("a text", with(Some(b"geen foto".to_vec()))),
        ("a page", with(Some(b"<script>".to_vec()))),
        ("half", with(Some(photo(9)[..40].to_vec()))),
        ("a giant", with(Some(claiming(10_000, 10_000)))),
        (
            "too large",
            zip(&[Entry::plain("kaart.json", PICTURED), Entry::plain("garage.png", vec![1; 5_000_000])]),
        ),
        ("a large card", zip(&[Entry::plain("kaart.json", vec![b' '; 1_100_000])])),
    ];
    expect![[r#"
        missing: kaart.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': dit bestand is er niet; zet het naast de kaart, of verbeter de naam
        a text: kaart.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': dit is geen PNG of JPEG, ook al heet het zo; bewaar haar als PNG of JPEG
        a page: kaart.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': dit is geen PNG of JPEG, ook al heet het zo; bewaar haar als PNG of JPEG
        half: kaart.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': deze afbeelding is beschadigd; bewaar haar opnieuw als PNG of JPEG
        a giant: kaart.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': deze afbeelding heeft 100 megapixel; maak haar kleiner: hooguit 4 MB en 16 megapixel
        too large: kaart.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': deze afbeelding is te groot; maak haar kleiner: hooguit 4 MB en 16 megapixel
        a large card: kaart.json: van.zip/kaart.json: lezen lukt niet, want het bestand is te groot. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
    "#]].assert_eq(&refusals(&given));
}

#[test]
fn names_of_a_mac_and_of_windows_are_understood() {
    let home = Home::new();
    let card = PICTURED.replace("garage.png", "café.png");
    for (maker, name, flags) in
        [("mac", "map/cafe\u{301}.png".as_bytes(), IS_UTF8), ("windows", b"map/caf\x82.png", 0)]
    {
        let picture = Entry { name: name.into(), flags, ..Entry::plain("", photo(9)) };
        let junk = [Entry::plain("__MACOSX/._kaart.json", "\0"), Entry::plain(".DS_Store", "\0")];
        let [first, second] = junk;
        let notes = Entry::plain("lees  mij.txt", "hoi");
        home.put(
            "van.zip",
            zip(&[Entry::plain("map/kaart.json", card.as_bytes()), picture, first, second, notes]),
        );
        assert!(added(&home, "van.zip").starts_with("map/kaart.json: new"), "{maker}");
        assert_eq!(home.own(), ["café.png", "met-foto.json"], "{maker}");
        fs::remove_dir_all(home.path("data")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn links_pipes_and_devices_in_a_folder_are_refused() {
    use std::os::unix::fs::symlink;

    let home = Home::new();
    home.put("elders/kaart.json", GOOD);
    home.put("elders/garage.png", photo(9));
    home.put("van/foto.json", PICTURED);
    symlink("../elders/garage.png", home.path("van/garage.png")).unwrap();
    symlink("../elders/kaart.json", home.path("van/link.json")).unwrap();
    symlink("../elders", home.path("van/map")).unwrap();
    symlink("/dev/zero", home.path("van/nul.json")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(home.path("van/pijp.json")).status().unwrap();
    assert!(made.success());
    let mut said = added(&home, "van");
    for file in ["van/pijp.json", "van/nul.json", "weg.zip"] {
        said += &added(&home, file);
    }
    symlink("/dev/zero", home.path("nul.zip")).unwrap();
    said += &added(&home, "nul.zip");
    expect![[r#"
        foto.json: fasen > uitvoering > 1 > afbeelding > bestand: 'garage.png': dit is een verwijzing of een map, geen bestand; zet het bestand zelf naast de kaart
        link.json: van/link.json: dit is een koppeling naar iets anders. Zet daar het bestand zelf neer.
        map: van/map: dit is een koppeling naar iets anders. Zet daar het bestand zelf neer.
        nul.json: van/nul.json: dit is een koppeling naar iets anders. Zet daar het bestand zelf neer.
        pijp.json: van/pijp.json: lezen lukt niet, want het is geen gewoon bestand. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        van/pijp.json: lezen lukt niet, want het is geen gewoon bestand. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        van/nul.json: lezen lukt niet, want het is geen gewoon bestand. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
        weg.zip: lezen lukt niet, want het staat er niet. Kijk of de map of stick er nog is.
        nul.zip: lezen lukt niet, want het is geen gewoon bestand. Kies een ander bestand, of zet er een gewoon tekstbestand neer.
    "#]].assert_eq(&said);
    assert!(home.own().is_empty());
}

#[test]
fn a_folder_with_more_cards_than_anyone_sends_is_refused() {
    let home = Home::new();
    for number in 0..1_001 {
        home.put(&format!("van/{}/{number}.json", number % 3), "{");
    }
    assert_eq!(added(&home, "van"), "van: hier staan meer dan 1000 kaarten. Kies een kleinere map.\n");
}

/// A good ZIP of two cards and a picture.
fn good() -> Vec<u8> {
    zip(&[
        Entry::deflated("kaart.json", PICTURED.as_bytes()),
        Entry::plain("garage.png", photo(9)),
        Entry::deflated("map/ander.json", GOOD.as_bytes()),
    ])
}

/// Opens it and adds what it can; whatever it is, only plain files in the folder of cards come of it.
fn check(bytes: &[u8]) {
    let home = Home::new();
    home.put("diep/van.zip", bytes);
    let _ = lay(&Store::open(Paths::within(&home.path("diep/data"))), &home.path("diep/van.zip"));
    for file in files_in(home.folder.path()) {
        let name = file.strip_prefix("diep/data/kaarten/").unwrap_or("");
        let is_card = [".json", ".png"].iter().any(|ending| name.ends_with(ending));
        assert!(file == "diep/van.zip" || is_card && !name.contains('/'), "{file}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_make_it_fall_or_write_elsewhere(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&[b"PK\x03\x04", bytes.as_slice()].concat());
    }

    #[test]
    fn no_damage_makes_it_fall_or_write_elsewhere(
        spots in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = good();
        for (at, byte) in spots {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        check(&bytes);
    }

    #[test]
    fn no_name_leads_out(name in "[./\\\\:a-cNUL~ \u{0}-\u{1f}é]{0,12}(\\.json|\\.png|)") {
        check(&beside(Entry::plain(&name, GOOD)));
        check(&beside(Entry::plain(&name, photo(3))));
    }
}
