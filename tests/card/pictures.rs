//! Pictures beside a card: what is seen of a file, and what is refused before it costs anything.

use std::fmt::Write as _;

use lesloper::card::{Image, Unseen};
use proptest::prelude::*;

use super::problems;

const PHOTO: &[u8] = include_bytes!("../data/pictures/werkplaats.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("../data/pictures/progressief.jpg");

/// A picture in which each dot has this colour.
pub fn png(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    let dots: Vec<u8> =
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| colour(x, y)).collect();
    encoded(width, height, png::ColorType::Rgb, &dots)
}

fn encoded(width: u32, height: u32, colours: png::ColorType, dots: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colours);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(dots).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Colours that do not go into fewer bytes.
pub fn speckled(x: u32, y: u32) -> [u8; 3] {
    let [red, green, blue, _] = (x * 7_919 + y * 104_729).to_le_bytes();
    [red, green, blue]
}

/// A small picture that says that it is this large.
pub fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(2, 2, |_, _| [9; 3]);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32fast::hash(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn unseen(bytes: &[u8]) -> Unseen {
    Image::decode(bytes).unwrap_err()
}

/// All its dots, in rows, when drawn in at most so many.
fn dots(bytes: &[u8], most: (u16, u16)) -> Vec<Vec<[u8; 3]>> {
    let (width, dots) = Image::decode(bytes).unwrap().fitted(most);
    dots.chunks(usize::from(width)).map(<[_]>::to_vec).collect()
}

#[test]
fn a_small_picture_is_seen_as_it_is() {
    let (red, blue) = ([200, 30, 40], [0, 0, 255]);
    let picture = png(3, 2, |x, _| if x == 0 { red } else { blue });
    assert_eq!(dots(&picture, (80, 40)), [[red, blue, blue], [red, blue, blue]]);
}

#[test]
fn a_large_picture_is_the_mean_of_its_light() {
    // Half black and half white gives half of the light, which is a shade of 187.
    let chess = png(64, 64, |x, y| if (x + y) % 2 == 0 { [0; 3] } else { [255; 3] });
    assert_eq!(dots(&chess, (2, 2)), [[[187; 3]; 2]; 2]);
    // The shape stays, and what falls between two dots is shared.
    let thirds = png(3, 1, |x, _| [[255, 0, 0], [0, 255, 0], [0, 0, 255]][x as usize]);
    assert_eq!(dots(&thirds, (2, 9)), [[[213, 156, 0], [0, 156, 213]]]);
    assert_eq!(dots(&png(100, 50, |_, _| [7; 3]), (40, 40)), vec![vec![[7; 3]; 40]; 20]);
    assert_eq!(dots(&png(1000, 1, |_, _| [7; 3]), (10, 10)), [[[7; 3]; 10]]);
}

#[test]
fn what_can_be_seen_through_is_on_white_paper() {
    let clear = encoded(2, 1, png::ColorType::Rgba, &[0, 0, 0, 0, 10, 20, 30, 255]);
    assert_eq!(dots(&clear, (9, 9)), [[[255; 3], [10, 20, 30]]]);
    let grey = encoded(2, 1, png::ColorType::Grayscale, &[0, 128]);
    assert_eq!(dots(&grey, (9, 9)), [[[0; 3], [128; 3]]]);
}

#[test]
fn a_photo_is_seen() {
    for photo in [PHOTO, PROGRESSIVE] {
        let seen = dots(photo, (6, 4));
        let near = |dot: [u8; 3], colour: [u8; 3]| {
            dot.iter().zip(colour).all(|(one, other)| one.abs_diff(other) < 12)
        };
        assert!(near(seen[0][0], [240, 200, 60]), "{seen:?}");
        assert!(near(seen[3][5], [40, 90, 60]), "{seen:?}");
        assert!(near(seen[1][2], [200, 40, 30]), "{seen:?}");
    }
}

#[test]
fn a_photo_of_a_telephone_stands_upright() {
    // What the camera noted, for each way to hold it, and the corner in which the upper left one comes.
    for (held, size, corner) in
        [(1, (96, 64), (0, 0)), (3, (96, 64), (95, 63)), (6, (64, 96), (63, 0)), (8, (64, 96), (0, 95))]
    {
        let note = [
            b"\xff\xe1\x00\x22Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0",
            &[held, 0, 0, 0][..],
            &[0; 4],
        ]
        .concat();
        let photo = [&PHOTO[..2], &note[..], &PHOTO[2..]].concat();
        let seen = dots(&photo, (200, 200));
        assert_eq!((seen[0].len(), seen.len()), size, "{held}");
        let (x, y): (usize, usize) = corner;
        let [red, green, _] = seen[y][x];
        assert!(red > 200 && green > 150, "{held}: {:?}", seen[y][x]);
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_by_its_header() {
    assert_eq!(unseen(&claiming(10_000, 10_000)), Unseen::TooManyPixels { megapixels: 100 });
    assert_eq!(unseen(&claiming(u32::MAX >> 1, u32::MAX >> 1)), Unseen::Damaged);
    let mut photo = PHOTO.to_vec();
    let start = photo.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    photo[start + 5..start + 9].copy_from_slice(&[0x27, 0x10, 0x27, 0x10]);
    assert_eq!(unseen(&photo), Unseen::TooManyPixels { megapixels: 100 });
}

#[test]
fn what_is_no_picture_is_refused() {
    let good = png(40, 40, speckled);
    assert_eq!(unseen(b"GIF89a\x01\x00\x01\x00"), Unseen::OtherKind);
    assert_eq!(unseen(b""), Unseen::OtherKind);
    assert_eq!(unseen(b"<svg></svg>"), Unseen::OtherKind);
    assert_eq!(unseen(&vec![0; 5 * 1024 * 1024]), Unseen::TooLarge);
    // A header that says what is not true, or a file that was cut off.
    assert_eq!(unseen(&claiming(4_000, 4_000)), Unseen::Damaged);
    assert_eq!(unseen(&claiming(0, 5)), Unseen::Damaged);
    assert_eq!(unseen(&good[..8]), Unseen::Damaged);
    assert_eq!(unseen(&good[..good.len() / 2]), Unseen::Damaged);
    assert_eq!(unseen(&PHOTO[..PHOTO.len() / 2]), Unseen::Damaged);
    assert_eq!(unseen(&PHOTO[..3]), Unseen::Damaged);
    assert_eq!(unseen(&[&good[..8], PHOTO].concat()), Unseen::Damaged);
}

#[test]
fn a_name_leads_to_the_folder_of_the_card_alone() {
    let card = include_str!("../data/cards/rijk.json");
    let mut said = String::new();
    for name in [
        "../garage.png",
        "/etc/garage.png",
        "C:\\\\garage.png",
        "map/garage.png",
        "garage.gif",
        "garage",
        ".png",
        "con.png",
        "COM1.x.jpg",
        "gar\\u202eage.png",
        "foto's?.png",
        "Mijn foto (2).JPEG",
    ] {
        let picture = format!(r#""bestand": "{name}""#);
        write!(said, "{name}\n{}", problems(card.replacen(r#""bestand": "garage.png""#, &picture, 1)))
            .unwrap();
    }
    expect_test::expect![[r#"
        ../garage.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: '../garage.png' wijst naar een andere map; zet de afbeelding naast de kaart en noem alleen haar naam
        /etc/garage.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: '/etc/garage.png' wijst naar een andere map; zet de afbeelding naast de kaart en noem alleen haar naam
        C:\\garage.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'C:\garage.png' wijst naar een andere map; zet de afbeelding naast de kaart en noem alleen haar naam
        map/garage.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'map/garage.png' wijst naar een andere map; zet de afbeelding naast de kaart en noem alleen haar naam
        garage.gif
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'garage.gif' kan niet als afbeelding; kies een bestand dat eindigt op .png of .jpg
        garage
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'garage' kan niet als afbeelding; kies een bestand dat eindigt op .png of .jpg
        .png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: '.png' kan niet als afbeelding; geef het bestand een naam van gewone letters en cijfers
        con.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'con.png' kan niet als afbeelding; geef het bestand een naam van gewone letters en cijfers
        COM1.x.jpg
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'COM1.x.jpg' kan niet als afbeelding; geef het bestand een naam van gewone letters en cijfers
        gar\u202eage.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'garage.png' kan niet als afbeelding; geef het bestand een naam van gewone letters en cijfers
        kaart.json:36:36: tip: fasen > voorbereiding > 1 > afbeelding > bestand: hier staan tekens die niemand ziet; typ de tekst opnieuw, nu blijven ze weg
        foto's?.png
        kaart.json:36:36: fasen > voorbereiding > 1 > afbeelding > bestand: 'foto's?.png' kan niet als afbeelding; geef het bestand een naam van gewone letters en cijfers
        Mijn foto (2).JPEG
    "#]].assert_eq(&said);
}

#[test]
fn a_picture_has_a_text_and_stands_where_it_can() {
    let card = include_str!("../data/cards/rijk.json");
    let text = r#", "tekst": "Een monteur ligt onder een auto.""#;
    let mut said = problems(card.replacen(text, "", 1));
    said.push_str(&problems(card.replacen(text, r#", "tekst": " ", "kleur": 1"#, 1)));
    let elsewhere = r#""afbeelding": { "bestand": "a.png", "tekst": "Een auto." }, "soort": "sorteer""#;
    said.push_str(&problems(card.replacen(r#""soort": "sorteer""#, elsewhere, 1)));
    expect_test::expect![[r#"
        kaart.json:36:23: fasen > voorbereiding > 1 > afbeelding: 'tekst' ontbreekt; zet erbij: "tekst": "Een monteur ligt onder een auto."
        kaart.json:36:59: fasen > voorbereiding > 1 > afbeelding > tekst: hier staat geen tekst; vul hem in of haal hem weg
        kaart.json:36:64: fasen > voorbereiding > 1 > afbeelding: 'kleur' is hier geen sleutel; haal hem weg, of kies uit: bestand, tekst
        kaart.json:65:9: fasen > voorbereiding > 4: 'afbeelding' hoort niet bij de soort 'sorteer'; haal hem weg: hij hoort bij uitleg, vraag, keuze, doe
    "#]].assert_eq(&said);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_file_never_panics(
        which in 0_usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = [PHOTO.to_vec(), PROGRESSIVE.to_vec(), png(40, 30, speckled)][which].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(length.index(bytes.len()));
        }
        let _ = Image::decode(&bytes);
    }
}
