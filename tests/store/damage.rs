//! Journals that were cut or changed on disk.

use std::fs;

use lesloper::store::Error;
use lesloper::store::journal::{End, read};
use proptest::prelude::*;

use super::*;

const EVENTS: u64 = 12;

fn journal_of(home: &Home, id: &LessonId) -> PathBuf {
    home.lesson(id).join("journaal.jsonl")
}

/// How many lines of the journal end at or before this byte.
fn whole_lines(bytes: &[u8], cut: usize) -> u64 {
    bytes[..cut].split(|byte| *byte == b'\n').count() as u64 - 1
}

#[test]
fn a_journal_cut_at_any_byte_opens_with_all_whole_lines() {
    let home = Home::new();
    let id = home.saved_lesson(3);
    let path = journal_of(&home, &id);
    let broken = home.lesson(&id).join("journaal.broken");
    let bytes = fs::read(&path).unwrap();
    for cut in 0..=bytes.len() {
        fs::write(&path, &bytes[..cut]).unwrap();
        let whole = whole_lines(&bytes, cut);
        let kept = bytes.split_inclusive(|byte| *byte == b'\n').take(usize::try_from(whole).unwrap());
        let kept: Vec<u8> = kept.flatten().copied().collect();

        let opened = reopen(&home.store(), &id);
        leave(opened.journal.unwrap());
        assert_eq!(opened.records, records(1..=EVENTS)[..usize::try_from(whole).unwrap()], "cut at {cut}");
        assert_eq!(fs::read(&path).unwrap(), kept, "cut at {cut}");
        if kept.len() == cut {
            assert_eq!(opened.notices, Vec::<String>::new(), "cut at {cut}");
        } else {
            let said = format!(
                "De laatste regel van het journaal was niet af en is weggehaald. Een kopie staat in {}.",
                broken.display()
            );
            assert_eq!(opened.notices, [said], "cut at {cut}");
            assert_eq!(fs::read(&broken).unwrap(), bytes[kept.len()..cut], "cut at {cut}");
            fs::remove_file(&broken).unwrap();
        }
    }
}

/// A small generator of our own: the same bits on every machine.
fn numbers(seed: u64) -> impl Iterator<Item = usize> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap()
    })
}

#[test]
fn every_changed_bit_is_noticed() {
    let home = Home::new();
    let id = home.saved_lesson(EVENTS);
    let bytes = fs::read(journal_of(&home, &id)).unwrap();
    let last_line = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for seed in 1..=10_000 {
        let mut chance = numbers(seed);
        let (at, bit) = (chance.next().unwrap() % bytes.len(), chance.next().unwrap() % 8);
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << bit;
        let reading = read(&flipped);
        let whole = whole_lines(&bytes, at);
        assert_eq!(reading.records, records(1..=whole), "bit {bit} of byte {at}");
        let torn = matches!(reading.end, End::Torn(_));
        assert!(reading.end != End::Nothing && (!torn || at >= last_line), "bit {bit} of byte {at}");
    }
}

#[test]
fn damage_in_the_middle_is_shown_as_far_as_it_is_good_and_never_written_over() {
    let home = Home::new();
    let id = home.saved_lesson(EVENTS);
    let path = journal_of(&home, &id);
    let bytes = fs::read(&path).unwrap();
    let last_line = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for at in (0..last_line).step_by(17) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 4;
        fs::write(&path, &flipped).unwrap();
        let opened = reopen(&home.store(), &id);
        let whole = whole_lines(&bytes, at);
        assert_eq!(opened.records, records(1..=whole), "byte {at}");
        let line = whole + 1;
        let why = opened.journal.err().expect("a damaged journal is not written to");
        assert!(matches!(why, Error::Damaged { line: found, .. } if found == line), "byte {at}: {why}");
        assert_eq!(opened.notices, Vec::<String>::new());
        assert_eq!(fs::read(&path).unwrap(), flipped, "byte {at}");
        assert_eq!(files_in(&home.lesson(&id)), ["houder.json", "journaal.jsonl", "kaart.json", "slot"]);
    }
}

/// The line with its checksum put right.
fn signed(body: &str) -> String {
    format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()))
}

#[test]
fn an_event_of_a_newer_program_is_not_taken_for_damage() {
    let home = Home::new();
    let id = home.saved_lesson(2);
    let path = journal_of(&home, &id);
    let newer = r#"{"seq":3,"at":{"ms":0,"wall":"2026-11-23T09:00:00Z"},"event":{"what":"danced"}"#;
    let text = fs::read_to_string(&path).unwrap() + &signed(newer);
    fs::write(&path, &text).unwrap();
    let opened = reopen(&home.store(), &id);
    assert_eq!(opened.records, records(1..=2));
    assert_eq!(
        opened.journal.err().map(|why| why.to_string()),
        Some(format!(
            "{}:3: deze les komt uit een nieuwere Lesloper. Werk Lesloper bij om ermee verder te gaan.",
            path.display()
        ))
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_number_that_is_missing_is_damage_also_at_the_end() {
    let home = Home::new();
    let id = home.saved_lesson(3);
    let path = journal_of(&home, &id);
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let gap = lines[0].to_owned() + lines[2];
    fs::write(&path, &gap).unwrap();
    let opened = reopen(&home.store(), &id);
    assert_eq!(opened.records, records(1..=1));
    assert!(matches!(opened.journal, Err(Error::Damaged { line: 2, .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), gap);
}

#[test]
fn a_record_that_does_not_fit_is_never_called_saved() {
    let home = Home::new();
    let (notify, statuses) = listener();
    let journal = home.store().begin(CARD, &records(1..=2), notify);
    wait_for(&statuses, |status| status.saved == 2);
    journal.append(records(4..=4));
    let seen = wait_for(&statuses, |status| status.trouble.is_some());
    assert_eq!(seen.last().unwrap().saved, 2);
    assert_eq!(
        trouble(&journal.close(LONG)),
        "Gebeurtenis 4 past niet in het journaal. Begin de les opnieuw; wat bewaard is blijft staan."
    );
}

/// Every journal ever written can still be read; new ones are added, old ones never changed.
#[test]
fn old_journals_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals");
    let journals: Vec<String> = files_in(&folder)
        .into_iter()
        .filter(|file| Path::new(file).extension() == Some("jsonl".as_ref()))
        .collect();
    assert!(!journals.is_empty());
    for file in journals {
        let bytes = fs::read(folder.join(&file)).unwrap();
        let reading = read(&bytes);
        assert_eq!(reading.end, End::Nothing, "{file}");
        assert_eq!(reading.records.len() as u64, whole_lines(&bytes, bytes.len()), "{file}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(read(&bytes).records.is_empty());
    }

    #[test]
    fn any_lines_that_are_signed_are_read_without_panic(bodies in prop::collection::vec("\\PC{0,80}", 0..8)) {
        let text: String = bodies.iter().map(|body| signed(body)).collect();
        prop_assert!(read(text.as_bytes()).records.is_empty());
    }
}
