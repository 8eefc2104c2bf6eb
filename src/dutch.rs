//! Dutch grammar that is shared: counts, lists, clock and date. Whole sentences stand where they are
//! shown, not here.

use std::time::Duration;

use jiff::Unit;
use jiff::civil::{Date, Time, Weekday};

/// From here on a date says more than a number of weeks.
const FAR_WEEKS: i32 = 9;

/// "geen lessen", "1 les", "2 lessen".
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("geen {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// "Zoë, Sem en Ilham".
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "en")
}

/// "bb, kb of gl".
pub fn choice<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, "of")
}

fn joined<S: AsRef<str>>(items: &[S], word: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// The time of day: "8:30", "11:20".
pub fn clock(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// Minutes and seconds: "4:32". A part of a second counts as one, so that 0:00 is the end.
pub fn countdown(left: Duration) -> String {
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "8 meter", "1,9 meter", from centimetres.
pub fn metres(centimetres: u16) -> String {
    match (centimetres / 100, centimetres % 100 / 10) {
        (metres, 0) => format!("{metres} meter"),
        (metres, tenths) => format!("{metres},{tenths} meter"),
    }
}

/// "1 minuut", "35 minuten", "1 uur", "1 uur 10". A part of a minute counts as one.
pub fn span(duration: Duration) -> String {
    let seconds = duration.as_secs() + u64::from(duration.subsec_nanos() > 0);
    match seconds.div_ceil(60) {
        1 => "1 minuut".to_owned(),
        minutes @ (0 | 2..60) => format!("{minutes} minuten"),
        minutes if minutes % 60 == 0 => format!("{} uur", minutes / 60),
        minutes => format!("{} uur {}", minutes / 60, minutes % 60),
    }
}

/// How long someone speaks or plays: "45 seconden", "1 minuut", "anderhalve minuut".
pub fn seconds(seconds: u8) -> String {
    match seconds {
        90 => "anderhalve minuut".to_owned(),
        seconds if seconds % 60 == 0 => count(usize::from(seconds / 60), "minuut", "minuten"),
        seconds => format!("{seconds} seconden"),
    }
}

/// "nog 21 minuten".
pub fn left(duration: Duration) -> String {
    format!("nog {}", span(duration))
}

/// "dinsdag".
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "maandag",
        Weekday::Tuesday => "dinsdag",
        Weekday::Wednesday => "woensdag",
        Weekday::Thursday => "donderdag",
        Weekday::Friday => "vrijdag",
        Weekday::Saturday => "zaterdag",
        Weekday::Sunday => "zondag",
    }
}

/// "12 maart", with the year when it is not that of `today`.
pub fn date(day: Date, today: Date) -> String {
    let month = match day.month() {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    };
    if day.year() == today.year() {
        format!("{} {month}", day.day())
    } else {
        format!("{} {month} {}", day.day(), day.year())
    }
}

/// When it was, or will be, as people say it: "vandaag", "gisteren", "vorige week dinsdag",
/// "3 weken geleden", "op 12 maart".
pub fn day(day: Date, today: Date) -> String {
    let name = weekday(day.weekday());
    match (days_between(day, today), days_between(monday(day), monday(today)) / 7) {
        (0, _) => "vandaag".to_owned(),
        (1, _) => "gisteren".to_owned(),
        (2, _) => "eergisteren".to_owned(),
        (-1, _) => "morgen".to_owned(),
        (-2, _) => "overmorgen".to_owned(),
        (3.., 0) => format!("afgelopen {name}"),
        (3.., 1) => format!("vorige week {name}"),
        (3.., weeks @ 2..FAR_WEEKS) => format!("{weeks} weken geleden"),
        (..-2, 0) => format!("aanstaande {name}"),
        (..-2, -1) => format!("volgende week {name}"),
        _ => format!("op {}", date(day, today)),
    }
}

/// How many days `later` comes after `earlier`; below zero when it comes before.
fn days_between(earlier: Date, later: Date) -> i32 {
    later.since((Unit::Day, earlier)).map_or(0, |span| span.get_days())
}

/// The Monday of the week of `day`.
fn monday(day: Date) -> Date {
    let since_monday = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(jiff::Span::new().days(since_monday))
}
