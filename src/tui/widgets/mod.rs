//! What screens are made of: rows of text in roles, and the pure functions that make them.

pub mod bars;
pub mod columns;
pub mod duos;
pub mod input;
mod picture;
pub mod row;
pub mod sign;
