//! A line that is being typed.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::lesson::MAX_ANSWER;
use crate::text::{self, Text};
use crate::tui::theme::Role;
use crate::tui::widgets::row::Row;

/// So much of a pasted text is looked at: what is dropped from it leaves room for more.
const MAX_PASTED: usize = 4 * MAX_ANSWER;

/// The text, in letters as people count them, and where the cursor stands.
///
/// Invariant: each letter is clean, or a space; together they have at most `most` characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    most: usize,
    letters: Vec<String>,
    // Invariant: at most `letters.len()`.
    cursor: usize,
}

impl Default for Input {
    /// As long as an answer may be.
    fn default() -> Self {
        Self::at_most(MAX_ANSWER)
    }
}

impl Input {
    pub fn at_most(most: usize) -> Self {
        Self { most, letters: Vec::new(), cursor: 0 }
    }

    /// With this text in it, and the cursor behind it.
    pub fn filled(most: usize, text: &str) -> Self {
        let mut input = Self::at_most(most);
        input.paste(text);
        input
    }

    /// Whether the cursor stands before the first letter.
    pub fn is_at_start(&self) -> bool {
        self.cursor == 0
    }

    pub fn text(&self) -> Text {
        Text::clean(&self.letters.concat())
    }

    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    pub fn clear(&mut self) {
        *self = Self::at_most(self.most);
    }

    /// Types one character; a mark joins the letter before it. What nobody may see is not typed.
    pub fn insert(&mut self, typed: char) {
        if typed.is_control() {
            return;
        }
        let joined = self.cursor.checked_sub(1).and_then(|before| self.letters.get(before));
        let joined = joined.map(|letter| format!("{letter}{typed}"));
        match joined.filter(|joined| joined.graphemes(true).count() == 1) {
            Some(joined) => self.put(self.cursor - 1..self.cursor, clean(&joined)),
            None => self.put(self.cursor..self.cursor, clean(typed.encode_utf8(&mut [0; 4]))),
        }
    }

    /// Types a whole text, on one line, as far as there is room.
    pub fn paste(&mut self, pasted: &str) {
        let some: String = pasted.chars().take(MAX_PASTED).collect();
        for letter in Text::clean(&some).chars() {
            self.insert(letter);
        }
    }

    /// Puts a letter in the place of others, if there is a letter and room for it.
    fn put(&mut self, place: Range<usize>, letter: String) {
        let others = self.letters.iter().take(place.start).chain(self.letters.iter().skip(place.end));
        let length: usize = others.map(|letter| letter.chars().count()).sum();
        if !letter.is_empty() && length + letter.chars().count() <= self.most {
            self.cursor = place.start + 1;
            self.letters.splice(place, [letter]);
        }
    }

    /// Takes the letter before the cursor away.
    pub fn erase(&mut self) {
        if self.cursor > 0 {
            self.cursor -= 1;
            self.letters.remove(self.cursor);
        }
    }

    /// Takes the letter at the cursor away.
    pub fn remove(&mut self) {
        if self.cursor < self.letters.len() {
            self.letters.remove(self.cursor);
        }
    }

    pub fn left(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    pub fn right(&mut self) {
        self.cursor = (self.cursor + 1).min(self.letters.len());
    }

    pub fn home(&mut self) {
        self.cursor = 0;
    }

    pub fn end(&mut self) {
        self.cursor = self.letters.len();
    }

    /// The line in `width` columns, with the cursor always in sight.
    pub fn row(&self, width: usize) -> Row {
        let mut columns = 1;
        let before = self.letters.iter().take(self.cursor).rev().take_while(|letter| {
            columns += text::width(letter);
            columns <= width
        });
        let mut before: Vec<&str> = before.map(String::as_str).collect();
        before.reverse();
        let before = before.concat();
        let at = self.letters.get(self.cursor).map_or(" ", String::as_str);
        let mut left = width.saturating_sub(text::width(&before) + text::width(at));
        let after = self.letters.iter().skip(self.cursor + 1).take_while(|letter| {
            let fits = text::width(letter) <= left;
            left = left.saturating_sub(text::width(letter));
            fits
        });
        let after: String = after.map(String::as_str).collect();
        Row::new(Role::Text, before).and(Role::Cursor, at).and(Role::Text, after)
    }

    /// All of it, in rows of `width` columns that end between words where they can; with the cursor.
    pub fn rows(&self, width: usize) -> Vec<Row> {
        let mut begins = vec![0];
        let (mut columns, mut space) = (0, None);
        for (at, letter) in self.letters.iter().enumerate() {
            columns += text::width(letter);
            // Room for the cursor behind the last letter.
            if columns >= width.max(2) {
                let begin = space.map_or(at, |space| space + 1);
                columns =
                    self.letters.iter().take(at + 1).skip(begin).map(|letter| text::width(letter)).sum();
                begins.push(begin);
                space = None;
            }
            if letter == " " {
                space = Some(at);
            }
        }
        let ends = begins.iter().skip(1).copied().chain([self.letters.len() + 1]);
        begins.iter().zip(ends).map(|(begin, end)| self.part(*begin..end)).collect()
    }

    fn part(&self, part: Range<usize>) -> Row {
        let letters = |from: usize, to: usize| -> String {
            self.letters
                .iter()
                .take(to.min(part.end))
                .skip(from.max(part.start))
                .map(String::as_str)
                .collect()
        };
        if !part.contains(&self.cursor) {
            return Row::new(Role::Text, letters(0, part.end));
        }
        let at = self.letters.get(self.cursor).map_or(" ", String::as_str);
        Row::new(Role::Text, letters(0, self.cursor))
            .and(Role::Cursor, at)
            .and(Role::Text, letters(self.cursor + 1, part.end))
    }

    /// The end of the line as pupils see it on a screen that all can see, in `width` columns: every
    /// whole word dotted, the word being typed readable.
    pub fn dotted(&self, width: usize) -> String {
        let begun = self.letters.iter().rposition(|letter| letter == " ").map_or(0, |space| space + 1);
        let dot = |(index, letter): (usize, &String)| {
            let hidden = index < begun && letter != " ";
            if hidden { "·".to_owned() } else { letter.clone() }
        };
        let dotted: Vec<String> = self.letters.iter().enumerate().map(dot).collect();
        let mut columns = 0;
        let tail = dotted.iter().rev().take_while(|letter| {
            columns += text::width(letter);
            columns <= width
        });
        let tail = tail.count();
        dotted.iter().skip(dotted.len() - tail).map(String::as_str).collect()
    }
}

/// What may stand in a text of one letter; a space is no text of its own.
fn clean(letter: &str) -> String {
    if letter.chars().all(char::is_whitespace) { " ".to_owned() } else { Text::clean(letter).to_string() }
}
