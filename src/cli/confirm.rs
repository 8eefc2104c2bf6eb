//! A question that must be answered with yes before something goes for good.

use std::io::{self, IsTerminal, Write};

/// Says what goes, and whether the answer is yes.
pub fn is_confirmed(what: &str, out: &mut impl Write) -> io::Result<bool> {
    write!(out, "{what} Typ ja als je dat wilt: ")?;
    out.flush()?;
    let answer = io::stdin().lines().next().transpose()?.unwrap_or_default();
    if !io::stdin().is_terminal() {
        writeln!(out)?;
    }
    Ok(matches!(answer.trim().to_lowercase().as_str(), "ja" | "j"))
}
