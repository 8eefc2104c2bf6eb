//! A ZIP with cards and pictures, in memory. It is refused as a whole when anything in it is not
//! plainly such a file; no more is unpacked than the bounds allow, whatever its headers say. Nothing
//! is written here.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{
    CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipArchiveWriter, ZipFileHeaderRecord,
    ZipSliceArchive, ZipVerification, crc32,
};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::card::MAX_PICTURE;
use crate::store::paths::is_reserved;
use crate::text::Text;

/// In bytes. More than a mailbox takes, and still held in memory with ease.
pub const MAX_ARCHIVE: u64 = 64 * 1024 * 1024;
/// A card for every lesson of the year for every class, with pictures, is less.
const MAX_ENTRIES: u64 = 1_000;
/// In bytes, all together: pictures hardly grow when they are unpacked, and cards are small.
const MAX_UNPACKED: u64 = 2 * MAX_ARCHIVE;
/// Text becomes ten to twenty times as large, a drawing in one colour a hundred times.
const MAX_RATIO: u64 = 200;
/// The folder that was packed, a folder in it and a file: what stands deeper is not looked at.
const MAX_NAMES: usize = 3;

/// Of the mode of a Unix file: what kind it is.
const KIND: u32 = 0o170_000;
const PLAIN: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;
/// The first day that a ZIP knows: the same card is the same file, whenever it is sent.
const DAY: (u16, u8, u8) = (1980, 1, 1);
/// For everyone to read, once unpacked.
const READABLE: u32 = 0o644;

/// How Windows names files in a ZIP when it does not say how: the signs from 128.
const CODE_PAGE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Why nothing is taken from a ZIP.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ArchiveFault {
    #[error("dit is geen ZIP. Pak het zelf uit, en kies de map.")]
    NoZip,
    #[error("deze ZIP is niet heel. Download of kopieer hem opnieuw.")]
    Damaged,
    #[error("deze ZIP is groter dan {} MB. Verdeel de kaarten over meer ZIP's.", MAX_ARCHIVE / 1024 / 1024)]
    TooLarge,
    #[error("in deze ZIP zit te veel: hooguit {MAX_ENTRIES} bestanden. Verdeel ze over meer ZIP's.")]
    TooMany,
    #[error(
        "uitgepakt is deze ZIP groter dan {} MB. Verdeel de kaarten over meer ZIP's.",
        MAX_UNPACKED / 1024 / 1024
    )]
    TooMuch,
    #[error("{0} in deze ZIP wordt bij het uitpakken veel te groot. Vertrouw deze ZIP niet.")]
    Bomb(Text),
    #[error("in deze ZIP zit meer dan hij zegt. Vertrouw deze ZIP niet.")]
    Lying,
    #[error("{0} in deze ZIP is op slot. Vraag om een ZIP zonder wachtwoord.")]
    Locked(Text),
    #[error("{0} is ingepakt op een manier die Lesloper niet kent. Pak de ZIP zelf uit, en kies de map.")]
    OtherMethod(Text),
    #[error("in deze ZIP zit weer een ZIP: {0}. Pak de buitenste zelf uit.")]
    Nested(Text),
    #[error(
        "{0} in deze ZIP is geen bestand, maar een koppeling of een apparaat. Vraag om de bestanden zelf."
    )]
    NoFile(Text),
    #[error("{0} in deze ZIP wijst naar een andere map. Vertrouw deze ZIP niet.")]
    LeadsOut(Text),
    #[error("in de naam {0} zitten tekens die je niet ziet. Geef dat bestand een gewone naam.")]
    OddName(Text),
    #[error("{0} kan op Windows niet zo heten. Geef dat bestand een andere naam.")]
    KeptName(Text),
    #[error("{0} zit er twee keer in, misschien met andere hoofdletters. Haal er een weg.")]
    Twice(Text),
}

type Result<T> = std::result::Result<T, ArchiveFault>;

/// A ZIP that can be trusted: everything in it was unpacked once.
pub struct Archive {
    zip: ZipSliceArchive<Vec<u8>>,
    /// Cards and pictures by their path; no path leads out.
    members: BTreeMap<PathBuf, Member>,
}

#[derive(Clone, Copy)]
struct Member {
    method: CompressionMethod,
    place: ZipArchiveEntryWayfinder,
    /// As the header says it.
    size: u64,
}

/// Whether a file that begins so is meant to be a ZIP.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl Archive {
    pub fn open(bytes: Vec<u8>) -> Result<Self> {
        if !is_zip(&bytes) {
            return Err(ArchiveFault::NoZip);
        }
        let zip = ZipArchive::from_slice(bytes).map_err(|_| ArchiveFault::Damaged)?;
        let mut members = BTreeMap::new();
        let mut names = HashSet::new();
        let (mut count, mut unpacked) = (0, 0_u64);
        let mut entries = zip.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| ArchiveFault::Damaged)? {
            count += 1;
            if count > MAX_ENTRIES {
                return Err(ArchiveFault::TooMany);
            }
            let name = name(&entry)?;
            if entry.is_dir() {
                continue;
            }
            if !names.insert(name.to_lowercase()) {
                return Err(ArchiveFault::Twice(Text::clean(&name)));
            }
            if !is_wanted(&name) {
                continue;
            }
            let member = member(&entry, &name)?;
            unpacked = unpacked.saturating_add(member.size);
            if unpacked > MAX_UNPACKED {
                return Err(ArchiveFault::TooMuch);
            }
            members.insert(PathBuf::from(name), member);
        }
        if count != zip.entries_hint() {
            return Err(ArchiveFault::Damaged);
        }
        let archive = Self { zip, members };
        for member in archive.members.values().filter(|member| member.size <= MAX_PICTURE) {
            archive.unpack(*member)?;
        }
        Ok(archive)
    }

    /// What is in it: cards and pictures.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.members.keys().map(PathBuf::as_path)
    }

    /// The content of one of them; `FileTooLarge` above `limit` bytes.
    pub fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let member = self.members.get(path).ok_or(ErrorKind::NotFound)?;
        if member.size > limit {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.unpack(*member).map_err(io::Error::other)
    }

    /// Reads no more than the header says, and wants exactly that.
    fn unpack(&self, member: Member) -> Result<Vec<u8>> {
        let damaged = |_| ArchiveFault::Damaged;
        let entry = self.zip.get_entry(member.place).map_err(damaged)?;
        let mut unpacked = Vec::new();
        let most = member.size.saturating_add(1);
        let read = if member.method == CompressionMethod::STORE {
            entry.data().take(most).read_to_end(&mut unpacked)
        } else {
            DeflateDecoder::new(entry.data()).take(most).read_to_end(&mut unpacked)
        };
        read.map_err(|_| ArchiveFault::Damaged)?;
        if unpacked.len() as u64 > member.size {
            return Err(ArchiveFault::Lying);
        }
        let found = ZipVerification { crc: crc32(&unpacked), uncompressed_size: unpacked.len() as u64 };
        entry.claim_verifier().valid(found).map_err(damaged)?;
        Ok(unpacked)
    }
}

/// A ZIP with these files.
pub fn packed<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> io::Result<Vec<u8>> {
    let mut zip = ZipArchiveWriter::new(Vec::new());
    let (year, month, day) = DAY;
    let day = UtcDateTime::from_components(year, month, day, 0, 0, 0, 0).expect("the day exists");
    for (name, bytes) in files {
        let file = zip.new_file(name).compression_method(CompressionMethod::DEFLATE);
        let file = file.unix_permissions(READABLE).last_modified(day);
        let (mut entry, config) = file.start().map_err(io::Error::other)?;
        let mut packer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
        packer.write_all(bytes)?;
        let (encoder, end) = packer.finish().map_err(io::Error::other)?;
        encoder.finish()?;
        entry.finish(end).map_err(io::Error::other)?;
    }
    zip.finish().map_err(io::Error::other)
}

fn member(entry: &ZipFileHeaderRecord<'_>, name: &str) -> Result<Member> {
    let shown = || Text::clean(name);
    let method = entry.compression_method();
    if entry.flags().is_encrypted() || entry.flags().has_strong_encryption() {
        return Err(ArchiveFault::Locked(shown()));
    }
    if method != CompressionMethod::STORE && method != CompressionMethod::DEFLATE {
        return Err(ArchiveFault::OtherMethod(shown()));
    }
    let size = entry.uncompressed_size_hint();
    if size > entry.compressed_size_hint().saturating_mul(MAX_RATIO) {
        return Err(ArchiveFault::Bomb(shown()));
    }
    Ok(Member { method, place: entry.wayfinder(), size })
}

/// The path of an entry, with `/` between its names; it is a plain file or a folder.
fn name(entry: &ZipFileHeaderRecord<'_>) -> Result<String> {
    let raw = entry.file_path();
    let name = decoded(raw.as_bytes());
    let shown = || Text::clean(&name);
    if !entry.is_dir() && !matches!(entry.mode().value() & KIND, 0 | PLAIN | FOLDER) {
        return Err(ArchiveFault::NoFile(shown()));
    }
    let names: Vec<&str> = name.trim_end_matches('/').split('/').filter(|name| *name != ".").collect();
    let leads_out = name.starts_with('/') || name.contains(['\\', ':']);
    if leads_out || names.iter().any(|name| matches!(*name, "" | "..")) {
        return Err(ArchiveFault::LeadsOut(shown()));
    }
    if has_unseen(&name) {
        return Err(ArchiveFault::OddName(shown()));
    }
    if names.iter().any(|name| is_kept(name)) {
        return Err(ArchiveFault::KeptName(shown()));
    }
    if !entry.is_dir() && has_ending(&name, &["zip"]) {
        return Err(ArchiveFault::Nested(shown()));
    }
    Ok(names.join("/"))
}

/// Letters composed, as cards have them; a Mac takes them apart.
fn decoded(raw: &[u8]) -> String {
    let old = || raw.iter().filter_map(|byte| letter(*byte)).collect();
    str::from_utf8(raw).map_or_else(|_| old(), |name| name.nfc().collect())
}

fn letter(byte: u8) -> Option<char> {
    match byte.checked_sub(128) {
        Some(after) => CODE_PAGE.chars().nth(after.into()),
        None => Some(char::from(byte)),
    }
}

/// Whether something in it does not show. A second space is odd, and no harm.
fn has_unseen(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    name.contains(char::is_control) || Text::would_change(&words.join(" "))
}

/// Whether Windows keeps this name for itself, or would change it.
fn is_kept(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    is_reserved(&stem) || name.ends_with(['.', ' ']) || name.contains(['<', '>', '"', '|', '?', '*'])
}

/// Whether it may be a card or a picture.
fn is_wanted(name: &str) -> bool {
    let hidden = name.split('/').any(|name| name.starts_with('.'));
    let deep = name.split('/').count() > MAX_NAMES;
    !hidden && !deep && has_ending(name, &["json", "png", "jpg", "jpeg"])
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = Path::new(name).extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
