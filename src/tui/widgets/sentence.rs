//! The sentence of a step: what is largest on the class view. It is given a box and makes rows
//! for it; how large the letters are is decided here alone.

use crate::text::balance;
use crate::tui::theme::Role;
use crate::tui::widgets::row::Row;

/// The rows of the sentence in a box of `width` columns.
pub fn sentence(text: &str, width: usize) -> Vec<Row> {
    balance(text, width).into_iter().map(|line| Row::new(Role::Strong, line)).collect()
}
