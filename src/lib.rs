//! Lesloper runs a career-orientation lesson for a class, from a terminal on a projector.
//!
//! [`run`] is the whole program. Everything else is private, so that dead code shows; the feature
//! `inside` opens the rooms to the tests and benches.

#![cfg_attr(
    not(feature = "inside"),
    allow(unused_imports, reason = "the front page of a room names what it offers, to tests too")
)]

#[cfg(feature = "inside")]
pub mod card;
#[cfg(not(feature = "inside"))]
mod card;
#[cfg(feature = "inside")]
pub mod class;
#[cfg(not(feature = "inside"))]
mod class;
#[cfg(feature = "inside")]
pub mod cli;
#[cfg(not(feature = "inside"))]
mod cli;
#[cfg(feature = "inside")]
pub mod desk;
#[cfg(not(feature = "inside"))]
mod desk;
#[cfg(feature = "inside")]
pub mod dutch;
#[cfg(not(feature = "inside"))]
mod dutch;
#[cfg(feature = "inside")]
pub mod lesson;
#[cfg(not(feature = "inside"))]
mod lesson;
#[cfg(feature = "inside")]
pub mod maker;
#[cfg(not(feature = "inside"))]
mod maker;
#[cfg(feature = "inside")]
pub mod report;
#[cfg(not(feature = "inside"))]
mod report;
#[cfg(feature = "inside")]
pub mod session;
#[cfg(not(feature = "inside"))]
mod session;
#[cfg(feature = "inside")]
pub mod store;
#[cfg(not(feature = "inside"))]
mod store;
#[cfg(feature = "inside")]
pub mod text;
#[cfg(not(feature = "inside"))]
mod text;
#[cfg(feature = "inside")]
pub mod tui;
#[cfg(not(feature = "inside"))]
mod tui;

pub use cli::run;
