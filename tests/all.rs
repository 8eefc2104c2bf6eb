//! All tests, in one program: it links once.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test fails by a panic, and stands outside the program"
)]
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them so")]

mod card;
mod class;
mod cli;
#[cfg(unix)]
mod desk;
mod dutch;
mod groups;
mod house;
mod laws;
mod lessons;
mod letters;
mod maker;
mod pictures;
mod places;
mod plan;
#[cfg(target_os = "linux")]
mod pty;
mod rehearsal;
mod report;
mod screens;
mod shipped;
mod store;
mod text;
