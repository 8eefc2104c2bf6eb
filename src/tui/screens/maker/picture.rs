//! How the conversation is drawn: the question large, what it is for, an example, and the answer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::editor::{Count, Editor, Lines, Picks};
use super::overview::{Line, Overview};
use super::{Asking, Choosing, Maker, Stage};
use crate::card::Severity;
use crate::dutch;
use crate::maker::{Answers, Offer, Question};
use crate::text::truncate;
use crate::tui::action::Action;
use crate::tui::fitting::smallest;
use crate::tui::keymap::{self, Context};
use crate::tui::letters::Size;
use crate::tui::pages::Room;
use crate::tui::screens::{inner, key_row, last_rows, rehearsed, scrolled};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Row, hanging, paint, wrapped};

/// From this height there is air between things.
const ROOMY: u16 = 18;
/// Of the screen: so much of an answer is always seen, when it is long.
const PART: usize = 3;
/// Rows for what is typed, and for what is said of it.
const TYPED: usize = 3;
const SAID: usize = 3;
/// So many columns are read without losing the line.
const MEASURE: usize = 72;

/// Rows from the top, and under them a list that may be longer than its room.
#[derive(Default)]
struct Sheet {
    head: Vec<Row>,
    body: Vec<Row>,
    /// The row of the body that must be seen.
    at: usize,
    /// Under the body, always seen.
    foot: Vec<Row>,
}

pub fn draw(maker: &Maker, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    if let Some(shown) = &maker.shown {
        let width = usize::from(inner(buffer.area).width);
        let back = keymap::key_of(Context::Rehearsal, Action::Close, theme.glyphs.arrows);
        let keys = key_row(rehearsed::keys(width, theme), vec![(back, "terug naar de vragen")], width);
        rehearsed::draw(shown, vec![keys], theme, buffer);
        return;
    }
    let area = inner(buffer.area);
    let width = usize::from(area.width);
    let keys = last_rows(notice, maker.context(), width, theme.glyphs.arrows);
    let room = Room { width, height: usize::from(area.height).saturating_sub(keys.len()) };
    let sheet = match &maker.stage {
        Stage::Choose(choosing) => choosing.sheet(room, theme),
        Stage::Ask(asking) => maker
            .draft
            .question()
            .map(|question| {
                let progress = maker.draft.progress();
                asking.sheet(question, progress, room, theme)
            })
            .unwrap_or_default(),
        Stage::Overview(overview) => overview.sheet(room, theme),
        Stage::Written(path) => written(path, room),
    };
    let rows = sheet.rows(room.height);
    paint(&rows, Rect { height: area.height.saturating_sub(1), ..area }, theme, buffer);
    let height = u16::try_from(keys.len()).unwrap_or(u16::MAX).min(area.height);
    paint(&keys, Rect { y: area.bottom() - height, height, ..area }, theme, buffer);
}

impl Sheet {
    fn rows(self, height: usize) -> Vec<Row> {
        let left = height.saturating_sub(self.head.len() + self.foot.len() + 1);
        let offset = scrolled(self.at, self.body.len(), left);
        let body = self.body.into_iter().skip(offset).take(left.max(1));
        self.head.into_iter().chain(body).chain(self.foot).collect()
    }
}

impl Asking {
    fn sheet(&self, question: &Question, (at, of): (usize, usize), room: Room, theme: &Theme) -> Sheet {
        let air = usize::from(room.height + 1 >= usize::from(ROOMY));
        let measure = room.width.min(MEASURE);
        let count = Row::new(Role::Quiet, format!("vraag {} van {of}", at + 1));
        let chapter = truncate(&question.chapter, room.width.saturating_sub(count.width() + 2));
        let top = Row::new(Role::Quiet, chapter).and_at_right(count, room.width);
        let (body, row) = self.answer_rows(question, measure, theme);
        let mut under = wrapped(Role::Quiet, &question.help, measure);
        if !question.example.is_empty() {
            under.extend(hanging(
                Row::new(Role::Quiet, "Bijvoorbeeld: "),
                Role::Quiet,
                &question.example,
                measure,
            ));
        }
        let mut foot = self.said_rows(measure, theme);
        if !foot.is_empty() && air > 0 {
            foot.insert(0, Row::blank());
        }
        // As large with a long answer as with none: what is typed does not make the question jump.
        let answer = match &self.editor {
            Editor::Typed(_) if question.beside.is_empty() => TYPED,
            _ => body.len().min(room.height / PART),
        };
        let wanted = under.len() + answer + SAID + 3 + 2 * air;
        let left = room.height.saturating_sub(wanted);
        let asked = large(&question.asked, Room { height: left, width: room.width }, room.height, theme);
        let asked = asked.unwrap_or_else(|| wrapped(Role::Strong, &question.asked, measure));
        let blank = || vec![Row::blank(); air];
        let head = [vec![top], blank(), asked, blank(), under, vec![Row::blank()]].concat();
        Sheet { head, body, at: row, foot }
    }

    /// The answer so far, and the row that is worked on.
    fn answer_rows(&self, question: &Question, width: usize, theme: &Theme) -> (Vec<Row>, usize) {
        match (&self.editor, &question.answers) {
            (Editor::Typed(lines), _) => lines.rows(&question.beside, width, theme),
            (Editor::Picked(picks), Answers::One(offers) | Answers::Many(offers)) => {
                picks.rows(offers, width, theme)
            }
            (Editor::Picked(_), _) => (Vec::new(), 0),
        }
    }

    fn said_rows(&self, width: usize, theme: &Theme) -> Vec<Row> {
        let row = |said: &crate::maker::Said| match said.severity {
            Severity::Mistake => {
                let role = if self.refused { Role::Strong } else { Role::Text };
                hanging(Row::new(Role::Warning, "! "), role, &said.text, width)
            }
            Severity::Warning => hanging(
                Row::new(Role::Mark, format!("{} ", theme.glyphs.bullet)),
                Role::Text,
                &format!("tip: {}", said.text),
                width,
            ),
        };
        // One at a time: the next comes when this one is mended.
        self.said.first().map(row).unwrap_or_default()
    }
}

/// `text` in the smallest of the big letters, each question as large as the other; None where there is
/// no room.
fn large(text: &str, room: Room, height: usize, theme: &Theme) -> Option<Vec<Row>> {
    let size = smallest(&theme.letters, height);
    let is_big = size != Size::Plain && height >= usize::from(ROOMY);
    let setting = is_big.then(|| theme.letters.set(text, size, room))??;
    Some(setting.rows_in(Role::Strong))
}

impl Lines {
    fn rows(&self, beside: &[String], width: usize, theme: &Theme) -> (Vec<Row>, usize) {
        let mut rows = Vec::new();
        let mut here = 0;
        for (index, input) in self.inputs.iter().enumerate() {
            if let Some(own) = beside.get(index) {
                rows.extend(hanging(Row::new(Role::Quiet, "  er staat: "), Role::Quiet, own, width));
            }
            if index == self.at {
                here = rows.len();
                let typed = input.rows(width.saturating_sub(2)).into_iter().enumerate();
                rows.extend(typed.map(|(at, row)| {
                    let mark = if at == 0 { theme.glyphs.mark } else { " " };
                    Row::new(Role::Mark, format!("{mark} ")).and_row(row)
                }));
            } else {
                rows.extend(hanging(Row::new(Role::Text, "  "), Role::Text, &input.text(), width));
            }
        }
        (rows, here)
    }
}

impl Picks {
    fn rows(&self, offers: &[Offer], width: usize, theme: &Theme) -> (Vec<Row>, usize) {
        let mut rows = Vec::new();
        let mut here = 0;
        let longest = offers.iter().map(|offer| crate::text::width(&offer.word)).max().unwrap_or(0);
        let column = longest.min(width / PART);
        for (index, offer) in offers.iter().enumerate() {
            let (mark, role) = if index == self.at {
                here = rows.len();
                (theme.glyphs.mark, Role::Strong)
            } else {
                (" ", Role::Text)
            };
            let tick = match (self.count, self.picked.get(index)) {
                (Count::One, _) => "",
                (Count::Any, Some(true)) => "[x] ",
                (Count::Any, _) => "[ ] ",
            };
            let head = Row::new(Role::Mark, format!("{mark} ")).and(Role::Text, tick);
            if offer.meaning.is_empty() {
                rows.extend(hanging(head, role, &offer.word, width));
            } else {
                let used = head.width();
                let head = head.and(role, offer.word.clone()).padded(used + column).and(Role::Text, "  ");
                rows.extend(hanging(head, Role::Quiet, &offer.meaning, width));
            }
        }
        (rows, here)
    }
}

impl Choosing {
    fn sheet(&self, room: Room, theme: &Theme) -> Sheet {
        let head =
            large("Verder met een kaart?", Room { height: room.height / PART, ..room }, room.height, theme)
                .unwrap_or_else(|| vec![Row::new(Role::Strong, "Verder met een kaart?")]);
        let line = |(index, (_, draft)): (usize, &(String, crate::maker::Draft))| {
            let title = draft.title();
            let title = if title.is_empty() { "nog zonder naam".to_owned() } else { title.to_string() };
            let (at, of) = draft.progress();
            let rest =
                if at < of { format!("   vraag {} van {of}", at + 1) } else { "   bijna klaar".to_owned() };
            marked(index == self.at, &title, theme).and(Role::Quiet, rest)
        };
        let mut body: Vec<Row> = self.drafts.iter().enumerate().map(line).collect();
        body.push(marked(self.at == self.drafts.len(), "een nieuwe kaart", theme));
        Sheet { head: [head, vec![Row::blank()]].concat(), body, at: self.at, foot: Vec::new() }
    }
}

fn marked(is_here: bool, text: &str, theme: &Theme) -> Row {
    let (mark, role) = if is_here { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
    Row::new(Role::Mark, format!("{mark} ")).and(role, text)
}

impl Overview {
    fn sheet(&self, room: Room, theme: &Theme) -> Sheet {
        let width = room.width.min(MEASURE);
        let mistakes = self.mistakes();
        let said = match mistakes {
            0 => "Je kaart klopt. Bewaar hem, of verander nog iets.".to_owned(),
            _ => format!(
                "Er {} nog {} in.",
                if mistakes == 1 { "zit" } else { "zitten" },
                dutch::count(mistakes, "fout", "fouten")
            ),
        };
        let title = Row::new(Role::Quiet, "Alles op een rij");
        let head =
            [vec![title, Row::blank()], wrapped(Role::Strong, &said, width), vec![Row::blank()]].concat();
        let mut body = Vec::new();
        let mut at = 0;
        for (index, line) in self.lines.iter().enumerate() {
            if index == self.at {
                at = body.len();
            }
            let here = |text: &str| marked(index == self.at, text, theme);
            let role = if index == self.at { Role::Strong } else { Role::Text };
            match line {
                Line::Save => body.push(here("bewaren in mijn kaarten")),
                Line::GoOn(asked) => body.push(here("verder: ").and(role, asked.clone())),
                Line::Again => body.push(here("vanaf de eerste vraag")),
                Line::Problem(problem) => {
                    let (sign, tip) = match problem.severity {
                        Severity::Mistake => ("! ", ""),
                        Severity::Warning => ("", "tip: "),
                    };
                    let head = here("").and(Role::Warning, sign);
                    body.extend(hanging(head, role, &format!("{tip}{problem}"), width));
                }
                Line::Step(step) => {
                    let name = if step.name.is_empty() { &step.kind } else { &step.name };
                    body.push(
                        here("stap: ").and(role, name.clone()).and(Role::Quiet, format!("   {}", step.kind)),
                    );
                }
            }
        }
        Sheet { head, body, at, foot: Vec::new() }
    }
}

fn written(path: &str, room: Room) -> Sheet {
    let width = room.width.min(MEASURE);
    let said = [
        wrapped(Role::Strong, "Je kaart is bewaard.", width),
        vec![Row::blank()],
        wrapped(Role::Text, path, room.width),
        vec![Row::blank()],
        wrapped(
            Role::Text,
            "Bij Kies een activiteit staat hij in de lijst. Veranderen in een editor kan ook: met lesloper nieuw --kijk zie je wat je doet.",
            width,
        ),
    ];
    Sheet { head: said.concat(), ..Sheet::default() }
}
