//! `lesloper nieuw --kijk`: a card that is written in an editor, as the class will see it. Each time
//! it is saved it is read again. Mistakes stand over the last version that was right.

use std::path::PathBuf;
use std::time::Duration;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;

use crate::card::{Problem, Severity};
use crate::dutch;
use crate::session::{Looked, Rehearsal, Shelf, Stamp, Wake};
use crate::text::{Text, truncate};
use crate::tui::screens::inner;
use crate::tui::screens::rehearsed::{self, Heard, Rehearsed, Sight};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Row, hanging, paint, wrapped};

/// A look at when the file was changed costs next to nothing, works on every disk and share, and
/// outlives an editor that puts a new file in the place of the old one.
const EVERY: Duration = Duration::from_millis(300);
/// Of the screen: the rest is for what the class sees.
const PART: usize = 2;

/// A file that is looked at.
pub struct Watching {
    shelf: Shelf,
    wake: Wake,
    file: PathBuf,
    stamp: Option<Stamp>,
    /// The last version that was right.
    shown: Option<Rehearsed>,
    problems: Vec<Problem>,
    /// The file as it is now, line by line.
    lines: Vec<String>,
    /// Why it could not be read.
    unread: Option<Text>,
}

impl Watching {
    pub fn new(shelf: Shelf, wake: Wake, file: PathBuf) -> Self {
        let mut watching = Self {
            shelf,
            wake,
            file,
            stamp: None,
            shown: None,
            problems: Vec::new(),
            lines: Vec::new(),
            unread: None,
        };
        watching.read();
        watching
    }

    pub fn name(&self) -> Text {
        Text::clean(&self.file.file_name().unwrap_or_default().to_string_lossy())
    }

    pub fn next_look() -> Duration {
        EVERY
    }

    /// Looks whether the file was saved: whether what is on the screen is other now.
    pub fn look_again(&mut self) -> bool {
        let stamp = Stamp::of(&self.file);
        // While it is being saved it may be gone for a moment.
        if stamp.is_some() && stamp != self.stamp {
            self.read();
            return true;
        }
        self.shown.as_mut().is_some_and(Rehearsed::look_again)
    }

    fn read(&mut self) {
        // Taken first: a file that is saved meanwhile is read again.
        self.stamp = Stamp::of(&self.file);
        match self.shelf.look_at(&self.file) {
            Ok(Looked { source, checked }) => {
                self.unread = None;
                self.lines = source.lines().map(str::to_owned).collect();
                self.problems = checked.problems;
                if let Some(card) = checked.card {
                    let mut shown =
                        Rehearsed::new(Rehearsal::new(card, &self.shelf, std::sync::Arc::clone(&self.wake)));
                    if let Some(before) = &self.shown {
                        shown.go_to_place_of(before);
                    }
                    self.shown = Some(shown);
                }
            }
            Err(why) => self.unread = Some(why),
        }
    }

    pub fn press(&mut self, key: KeyEvent, sight: Sight) -> Heard {
        match &mut self.shown {
            Some(shown) => shown.press(key, sight),
            None => Heard::Here,
        }
    }

    /// What is wrong, with the line where it stands, in at most so many rows; then what is unwise.
    fn rows(&self, width: usize, most: usize, theme: &Theme) -> Vec<Row> {
        if let Some(why) = &self.unread {
            return wrapped(Role::Strong, why, width);
        }
        let mistakes = self.problems.iter().filter(|problem| problem.severity == Severity::Mistake).count();
        let tips = self.problems.len() - mistakes;
        if self.problems.is_empty() {
            return Vec::new();
        }
        let mut counts = Vec::new();
        if mistakes > 0 {
            counts.push(dutch::count(mistakes, "fout", "fouten"));
        }
        if tips > 0 {
            counts.push(dutch::count(tips, "tip", "tips"));
        }
        let head = format!("{} in {}", counts.join(" en "), self.name());
        let older = if mistakes > 0 && self.shown.is_some() { "   hierboven: zoals het was" } else { "" };
        let mut rows = vec![Row::new(Role::Strong, head).and(Role::Quiet, older)];
        let severe =
            |severity: Severity| self.problems.iter().filter(move |problem| problem.severity == severity);
        for problem in severe(Severity::Mistake).chain(severe(Severity::Warning)) {
            let more = self.problem_rows(problem, width, theme);
            if rows.len() + more.len() > most && rows.len() > 1 {
                break;
            }
            rows.extend(more);
        }
        rows
    }

    fn problem_rows(&self, problem: &Problem, width: usize, theme: &Theme) -> Vec<Row> {
        let (sign, place) =
            (theme.glyphs.mark, format!("regel {}, kolom {}: ", problem.line, problem.column));
        let role = if problem.severity == Severity::Mistake { Role::Warning } else { Role::Mark };
        let mut rows = vec![Row::new(role, format!("{sign} ")).and(Role::Strong, place)];
        let tip = if problem.severity == Severity::Warning { "tip: " } else { "" };
        rows.extend(hanging(Row::new(Role::Text, "  "), Role::Text, &format!("{tip}{problem}"), width));
        if let Some(line) = self.lines.get(problem.line.saturating_sub(1)) {
            let indent = line.chars().take_while(|c| c.is_whitespace()).count().min(problem.column - 1);
            let shown = Text::clean(line.trim());
            let before: String = line.chars().skip(indent).take(problem.column - 1 - indent).collect();
            // With a letter behind it, so that no space is cleaned away.
            let column = crate::text::width(&Text::clean(&format!("{before}."))) - 1;
            rows.push(Row::new(Role::Quiet, format!("    {}", truncate(&shown, width.saturating_sub(4)))));
            if column + 5 < width {
                rows.push(Row::new(Role::Warning, format!("    {}^", " ".repeat(column))));
            }
        }
        rows
    }
}

pub fn draw(watching: &Watching, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let area = inner(buffer.area);
    let (width, height) = (usize::from(area.width), usize::from(buffer.area.height));
    let said = notice.map(|notice| wrapped(Role::Strong, notice, width)).unwrap_or_default();
    let Some(shown) = &watching.shown else {
        let title = Row::new(Role::Quiet, format!("Kijk: {}", watching.name()));
        let rows = watching.rows(width, height.saturating_sub(5), theme);
        let wait = "Bewaar het bestand; dan kijkt Lesloper vanzelf weer.";
        let rows =
            [vec![title, Row::blank()], rows, vec![Row::blank(), Row::new(Role::Quiet, wait)], said].concat();
        paint(&rows, area, theme, buffer);
        return;
    };
    let rows = watching.rows(width, height / PART, theme);
    let bottom = match (said.is_empty(), rows.is_empty()) {
        (false, _) => said,
        (_, true) => vec![rehearsed::keys(width, theme)],
        _ => [vec![Row::new(Role::Rule, theme.glyphs.rule.repeat(width))], rows].concat(),
    };
    rehearsed::draw(shown, bottom, theme, buffer);
}
