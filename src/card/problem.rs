//! What is wrong or unwise in a card, where, and how to mend it.

use std::fmt;

/// A mistake or a warning, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// `fasen > uitvoering > 2 > minuten`; empty for the card as a whole.
    pub path: String,
    /// "90 minuten kan niet"
    pub what: String,
    /// "kies 1 tot en met 60"
    pub remedy: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The card cannot be used.
    Mistake,
    /// The card works, but not as well as it could.
    Warning,
}

impl Problem {
    /// The whole line for a list of several files: `activities/x.json:14:22: fasen > ...`.
    pub fn in_file(&self, file: impl fmt::Display) -> impl fmt::Display {
        let mark = match self.severity {
            Severity::Mistake => "",
            Severity::Warning => "tip: ",
        };
        fmt::from_fn(move |f| write!(f, "{file}:{}:{}: {mark}{self}", self.line, self.column))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}; {}", self.what, self.remedy)
    }
}

/// A problem that knows its byte and not yet its line.
#[derive(Debug)]
pub struct Noted {
    pub severity: Severity,
    /// Byte offset into the source.
    pub at: usize,
    pub path: String,
    pub what: String,
    pub remedy: String,
}

impl Noted {
    /// A mistake in the file as a whole, before it could be read as a card.
    pub fn mistake(at: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        let (what, remedy) = (what.into(), remedy.into());
        Self { severity: Severity::Mistake, at, path: String::new(), what, remedy }
    }
}

/// Puts the problems in the order of the file and counts their lines and columns in one pass.
pub fn place(mut noted: Vec<Noted>, source: &str) -> Vec<Problem> {
    noted.sort_by_key(|noted| noted.at);
    let (mut line, mut column) = (1, 1);
    let mut chars = source.char_indices().peekable();
    noted
        .into_iter()
        .map(|Noted { severity, at, path, what, remedy }| {
            while let Some((_, c)) = chars.next_if(|(offset, _)| *offset < at) {
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            Problem { severity, line, column, path, what, remedy }
        })
        .collect()
}
