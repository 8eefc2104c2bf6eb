//! Lines of JSON, none of them longer than it may be.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Far more than a class of sixty gives to one question.
pub const MAX_OVERVIEW: u64 = 1 << 20;
/// An answer of the longest kind, and what stands around it.
pub const MAX_WISH: u64 = 1 << 13;

/// What is said, as one line.
pub fn line(said: &impl Serialize) -> Vec<u8> {
    // Plain data with keys of text alone: it can always be written.
    let mut line = serde_json::to_vec(said).unwrap_or_default();
    line.push(b'\n');
    line
}

/// Hears each line, until the other end is gone or says what nobody says here.
pub fn hear<T: DeserializeOwned>(from: impl Read, limit: u64, heard: impl Fn(T)) -> io::Result<()> {
    let mut from = BufReader::new(from);
    loop {
        let mut line = Vec::new();
        (&mut from).take(limit).read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        heard(serde_json::from_slice(&line)?);
    }
}
