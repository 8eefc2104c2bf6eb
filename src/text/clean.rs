//! Which characters may be seen. What a terminal, a browser or a reader could be fooled by is dropped
//! here, once; no screen has to think of it again.
//!
//! Emoji lose their joiners and variation selectors: a terminal that does not know the sequence would
//! draw it wider than its box.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Enough for Vietnamese and pointed Arabic; more is a pile that runs over other lines.
const MAX_MARKS: usize = 3;

const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';
const VARIATION_SELECTORS: [char; 2] = ['\u{FE0E}', '\u{FE0F}'];

pub fn clean(raw: &str) -> String {
    if is_plain(raw) {
        return raw.to_owned();
    }
    let mut line = Line::default();
    for c in raw.nfc() {
        line.add(c);
    }
    line.kept.trim_end().nfc().collect()
}

/// Whether cleaning drops more than the way letters are composed or an emoji is dressed.
pub fn loses(raw: &str) -> bool {
    if is_plain(raw) {
        return false;
    }
    let composed: String = raw.nfc().filter(|c| !VARIATION_SELECTORS.contains(c)).collect();
    clean(raw) != composed
}

/// Whether there is nothing to do, as in most texts: Latin letters that are composed already, the
/// signs of a sentence, and single spaces between. A thousand cards are read in less than half the
/// time for it.
fn is_plain(raw: &str) -> bool {
    let mut before = ' ';
    for c in raw.chars() {
        let is_seen = matches!(c, '!'..='~' | '\u{00A1}'..='\u{00AC}' | '\u{00AE}'..='\u{024F}')
            || matches!(c, '‘' | '’' | '‚' | '“' | '”' | '„' | '–' | '—' | '…' | '€');
        if !is_seen && (c != ' ' || before == ' ') {
            return false;
        }
        before = c;
    }
    raw.is_empty() || before != ' '
}

/// What was kept so far.
#[derive(Default)]
struct Line {
    kept: String,
    /// The last letter of this word, without its marks: their order may still change.
    letter: Option<char>,
    /// On the last letter.
    marks: usize,
    /// Kept as soon as a letter that joins follows.
    joiner: Option<char>,
}

impl Line {
    fn add(&mut self, c: char) {
        if c.is_whitespace() {
            self.space();
        } else if c == NON_JOINER || c == JOINER {
            let after_letter = self.letter.is_some_and(joins);
            self.joiner = after_letter.then_some(c);
        } else if is_dropped(c) {
        } else if is_combining_mark(c) {
            self.mark(c);
        } else {
            self.letter(c);
        }
    }

    fn space(&mut self) {
        self.joiner = None;
        self.letter = None;
        if !self.ends_a_word() {
            self.kept.push(' ');
        }
    }

    /// A mark without a letter would land on its neighbour.
    fn mark(&mut self, c: char) {
        self.joiner = None;
        let marks = self.marks + marks_in(c);
        if !self.ends_a_word() && marks <= MAX_MARKS {
            self.kept.push(c);
            self.marks = marks;
        }
    }

    fn letter(&mut self, c: char) {
        if let Some(joiner) = self.joiner.take()
            && joins(c)
        {
            self.kept.push(joiner);
        }
        self.kept.push(c);
        self.letter = Some(c);
        self.marks = marks_in(c);
    }

    fn ends_a_word(&self) -> bool {
        self.kept.is_empty() || self.kept.ends_with(' ')
    }
}

/// How many marks `c` stands for: é is a letter with one.
fn marks_in(c: char) -> usize {
    let mut marks = 0;
    decompose_canonical(c, |part| marks += usize::from(is_combining_mark(part)));
    marks
}

/// Whether `c` belongs to a script in which a joiner changes how a word reads: Arabic and the
/// scripts of India.
fn joins(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{06D3}' | '\u{0750}'..='\u{077F}' | '\u{0900}'..='\u{0D7F}')
}

/// What nobody can see, or what changes how others are seen. After Unicode's
/// `Default_Ignorable_Code_Point`, `Bidi_Control` and general categories Cc, Cf, Co and Cn
/// (noncharacters), with the fillers that look like nothing.
fn is_dropped(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Soft hyphen, grapheme joiner, direction marks, signs that stretch under what follows.
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{0600}'..='\u{0605}' | '\u{06DD}' | '\u{070F}'
            | '\u{0890}'..='\u{0891}' | '\u{08E2}' | '\u{110BD}' | '\u{110CD}'
            // Loose parts of Korean syllables and fillers: whole syllables are composed by now.
            | '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}'
            | '\u{3164}' | '\u{FFA0}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2800}'
            // Zero width, direction marks, embeddings, overrides, isolates.
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            // Variation selectors, annotations, shorthand and music formats, tags.
            | '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFFB}' | '\u{13430}'..='\u{1345F}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
            // Private use and noncharacters: no two fonts agree.
            | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}
