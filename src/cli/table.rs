//! Rows with their columns under each other.

use std::io::{self, Write};

use crate::text::width;

/// Between two columns.
const GAP: usize = 3;

pub fn print<const COLUMNS: usize>(rows: &[[String; COLUMNS]], out: &mut impl Write) -> io::Result<()> {
    let mut widths = [0; COLUMNS];
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).max(*widest);
        }
    }
    for row in rows {
        let mut line = String::new();
        for (cell, widest) in row.iter().zip(widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(widest + GAP - width(cell)));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
