//! Shared Dutch grammar.

use std::time::Duration;

use jiff::civil::{date, time};
use lesloper::dutch;

#[test]
fn a_distance_has_no_more_decimals_than_it_needs() {
    let said = [800, 850, 190, 20].map(dutch::metres);
    assert_eq!(said, ["8 meter", "8,5 meter", "1,9 meter", "0,2 meter"]);
}

#[test]
fn counts_agree_with_their_noun() {
    let counts = [0, 1, 2, 31].map(|number| dutch::count(number, "les", "lessen"));
    assert_eq!(counts, ["geen lessen", "1 les", "2 lessen", "31 lessen"]);
}

#[test]
fn lists_end_in_en_or_of() {
    assert_eq!(dutch::list(&[] as &[&str]), "");
    assert_eq!(dutch::list(&["Zoë"]), "Zoë");
    assert_eq!(dutch::list(&["Zoë", "Sem"]), "Zoë en Sem");
    assert_eq!(dutch::list(&["Zoë", "Sem", "Ilham"]), "Zoë, Sem en Ilham");
    assert_eq!(dutch::choice(&["bb", "kb", "gl"]), "bb, kb of gl");
}

#[test]
fn clocks_are_read_as_in_school() {
    assert_eq!(dutch::clock(time(8, 5, 59, 0)), "8:05");
    assert_eq!(dutch::clock(time(11, 20, 0, 0)), "11:20");
}

#[test]
fn a_countdown_ends_at_zero() {
    let shown =
        [272_000, 60_000, 1, 0, 3_600_000].map(|millis| dutch::countdown(Duration::from_millis(millis)));
    assert_eq!(shown, ["4:32", "1:00", "0:01", "0:00", "60:00"]);
}

#[test]
fn time_left_is_rounded_up_to_minutes() {
    let shown =
        [0, 1, 60, 61, 21 * 60, 3600, 4200, 7200].map(|seconds| dutch::left(Duration::from_secs(seconds)));
    assert_eq!(
        shown,
        [
            "nog 0 minuten",
            "nog 1 minuut",
            "nog 1 minuut",
            "nog 2 minuten",
            "nog 21 minuten",
            "nog 1 uur",
            "nog 1 uur 10",
            "nog 2 uur"
        ]
    );
}

#[test]
fn days_are_named_as_people_do() {
    // A Thursday.
    let today = date(2026, 11, 19);
    for (day, said) in [
        (today, "vandaag"),
        (date(2026, 11, 18), "gisteren"),
        (date(2026, 11, 17), "eergisteren"),
        (date(2026, 11, 16), "afgelopen maandag"),
        (date(2026, 11, 15), "vorige week zondag"),
        (date(2026, 11, 10), "vorige week dinsdag"),
        (date(2026, 11, 8), "2 weken geleden"),
        (date(2026, 10, 26), "3 weken geleden"),
        (date(2026, 9, 21), "8 weken geleden"),
        (date(2026, 9, 20), "op 20 september"),
        (date(2026, 3, 12), "op 12 maart"),
        (date(2025, 3, 12), "op 12 maart 2025"),
        (date(2026, 11, 20), "morgen"),
        (date(2026, 11, 21), "overmorgen"),
        (date(2026, 11, 22), "aanstaande zondag"),
        (date(2026, 11, 24), "volgende week dinsdag"),
        (date(2026, 11, 30), "op 30 november"),
        (date(2027, 1, 5), "op 5 januari 2027"),
    ] {
        assert_eq!(dutch::day(day, today), said, "{day}");
    }
}
