//! One event a line, each with a checksum: `{"seq":1,"at":{...},"event":{...},"crc":"1a2b3c4d"}`.
//! The checksum is the CRC-32 of what stands before `,"crc"`.

use crate::lesson::Record;
use crate::store::error::{Error, Result};

/// The longest answer of the largest group with room to spare; a longer line is not ours.
const MAX_LINE: usize = 64 * 1024;

/// Ten times the longest lesson that the program is tested with.
const MAX_LINES: u64 = 100_000;

/// The largest journal that is read.
pub const MAX_JOURNAL: u64 = 64 * 1024 * 1024;

/// Stands unquoted before a checksum and nowhere else: within a text its quotes are escaped.
const MARK: &[u8] = b",\"crc\":\"";
const CLOSE: &[u8] = b"\"}";
const DIGITS: usize = 8;

/// The lines of a journal.
///
/// Invariant: whole lines that read back, numbered from 1 without gaps, within the limits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    bytes: Vec<u8>,
    count: u64,
}

impl Lines {
    pub fn of(records: &[Record]) -> Result<Self> {
        let mut lines = Self::default();
        records.iter().try_for_each(|record| lines.push(record))?;
        Ok(lines)
    }

    pub fn push(&mut self, record: &Record) -> Result<()> {
        let unfit = Error::Unfit { seq: record.seq };
        let Ok(mut line) = serde_json::to_vec(record) else { return Err(unfit) };
        if line.pop() != Some(b'}') || record.seq != self.count.saturating_add(1) || record.seq > MAX_LINES {
            return Err(unfit);
        }
        let checksum = crc32fast::hash(&line);
        line.extend_from_slice(MARK);
        line.extend_from_slice(format!("{checksum:08x}").as_bytes());
        line.extend_from_slice(CLOSE);
        line.push(b'\n');
        if line.len() > MAX_LINE {
            return Err(unfit);
        }
        self.bytes.append(&mut line);
        self.count = record.seq;
        Ok(())
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The number of the last line.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// In bytes.
    pub fn length(&self) -> usize {
        self.bytes.len()
    }
}

/// What a journal's bytes say.
#[derive(Debug)]
pub struct Reading {
    pub records: Vec<Record>,
    pub lines: Lines,
    pub end: End,
}

/// What comes after the whole lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Nothing,
    /// A last line that was never finished: no crash can do more than that.
    Torn(Vec<u8>),
    /// A bad line with more behind it, or numbers that do not follow: never written over.
    Damaged {
        line: u64,
    },
    /// The checksum is right, but this program does not know the event.
    Unknown {
        line: u64,
    },
}

/// Reads as far as the journal is good.
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading { records: Vec::new(), lines: Lines::default(), end: End::Nothing };
    let mut rest = bytes;
    while !rest.is_empty() {
        let (line, after) = first_line(rest);
        let number = reading.lines.count.saturating_add(1);
        match record_in(line) {
            Ok(record) if record.seq == number && number <= MAX_LINES => {
                reading.records.push(record);
                reading.lines.bytes.extend_from_slice(line);
                reading.lines.count = number;
                rest = after;
                continue;
            }
            Err(Fault::Unknown) => reading.end = End::Unknown { line: number },
            Err(Fault::Bad) if after.is_empty() && is_one_line(line) => {
                reading.end = End::Torn(line.to_vec());
            }
            Ok(_) | Err(Fault::Bad) => reading.end = End::Damaged { line: number },
        }
        break;
    }
    reading
}

/// The good records among the lines that `bytes` holds whole, whatever stands around them.
pub fn glean(bytes: &[u8]) -> impl Iterator<Item = Record> {
    bytes.split_inclusive(|byte| *byte == b'\n').filter_map(|line| record_in(line).ok())
}

enum Fault {
    /// Not a line with a checksum that holds.
    Bad,
    Unknown,
}

/// The record in a line that ends with its newline.
fn record_in(line: &[u8]) -> std::result::Result<Record, Fault> {
    let signed = line.strip_suffix(b"\n").and_then(|line| line.strip_suffix(CLOSE)).ok_or(Fault::Bad)?;
    let at = signed.len().checked_sub(DIGITS).ok_or(Fault::Bad)?;
    let (body, checksum) = signed.split_at_checked(at).ok_or(Fault::Bad)?;
    let body = body.strip_suffix(MARK).ok_or(Fault::Bad)?;
    if line.len() > MAX_LINE || checksum != format!("{:08x}", crc32fast::hash(body)).as_bytes() {
        return Err(Fault::Bad);
    }
    let mut json = body.to_vec();
    json.push(b'}');
    serde_json::from_slice(&json).map_err(|_| Fault::Unknown)
}

/// With its newline, when it has one; and what comes after.
fn first_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let length = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at.saturating_add(1));
    bytes.split_at_checked(length).unwrap_or((bytes, &[]))
}

/// Two checksums in one line are two lines whose newline was lost: damage, not a torn tail.
fn is_one_line(line: &[u8]) -> bool {
    line.windows(MARK.len()).filter(|window| *window == MARK).count() <= 1
}
