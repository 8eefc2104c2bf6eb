//! `lesloper activiteiten`.

use super::Desk;
use super::check::GOOD;

#[test]
fn own_cards_join_the_list_and_wrong_ones_have_a_mark() {
    let desk = Desk::new();
    let shipped = desk.run("activiteiten");
    desk.lay("map/kaarten/hoe.json", GOOD);
    desk.lay("map/kaarten/fout.json", &GOOD.replace("\"minuten\": 6", "\"minuten\": 90"));
    desk.lay("map/kaarten/nog-een.json", GOOD);
    let said = desk.run("activities");
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let shipped: Vec<String> = shipped.lines().map(words).collect();
    let new: Vec<String> = said.lines().map(words).filter(|line| !shipped.contains(line)).collect();
    assert_eq!(
        new,
        [
            "Hoe ging het? 11 min duo na elke ervaring hoe-ging-het",
            "Hoe ging het? 11 min duo na elke ervaring hoe-ging-het",
            "! map/kaarten/fout.json: 1 fout; typ \"lesloper nakijken\" met dit bestand",
            "! map/kaarten/nog-een.json: dezelfde id als map/kaarten/hoe.json; kies een andere id",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_file_in_the_place_of_the_data_folder_is_named() {
    let desk = Desk::new();
    desk.lay("map", "geen map");
    let said = desk.run("activiteiten");
    let wrong = "err: map: lezen lukt niet, want dit is een bestand, en geen map. \
                 Kies een andere map met --map MAP.";
    assert_eq!(said.lines().filter(|line| line.starts_with("err")).collect::<Vec<_>>(), [wrong]);
}
