//! Steps in which the class is told or asked something: parts, questions, tasks, earlier answers.

use super::what_to_do;
use crate::dutch;
use crate::lesson::{Doing, Duo, QuestionView, Returned, Revealed, Shown};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::columns;
use crate::tui::widgets::row::{Mark, Row, beside, marked};

impl Pen<'_> {
    /// The part that came last is largest; what was read before stays, smaller.
    pub(super) fn explain(&self, text: &Text, parts: &Revealed) -> Flow {
        let mut lines: Vec<&Text> = parts.lines.iter().take(parts.shown).collect();
        let Some(newest) = lines.pop() else { return Flow::default().with(self.sentence(text)) };
        let before = lines.into_iter().map(|line| self.bullet(self.glyphs().bullet, Role::Text, line));
        let mut flow = Flow::default()
            .with(self.line(Role::Quiet, text))
            .with(Section::blocks(before.collect(), self.air()))
            .with(self.newest(newest));
        flow.reminder = self.reminder(text);
        flow.is_known = true;
        flow
    }

    /// Once answers are shown they stand alone under the question; the help comes back with `o`.
    pub(super) fn question(&self, question: &QuestionView) -> Flow {
        let mut flow = match &question.answers.shown {
            Some(shown) => {
                let blocks = columns::answers(shown, self);
                let answers = Section::blocks(blocks, 1);
                Flow::default().with(self.sentence(&question.sentence)).with(answers)
            }
            None if opens_ways(question.doing) => {
                let asked = self.asked(&question.sentence, &together(question));
                let width = self.room.width.saturating_sub(self.branch());
                let way = |starter: &Text| self.text(Role::Text, &format!("\"{starter}\""), width);
                Flow::default().with(self.branched(asked, question.starters.iter().map(way).collect()))
            }
            None => Flow::default()
                .with(self.asked(&question.sentence, &together(question)))
                .with(self.help(&question.help))
                .with(self.starters(&question.starters)),
        };
        flow.reminder = self.reminder(&question.sentence);
        flow
    }

    pub(super) fn look_back(&self, text: &Text, returned: &Returned) -> Flow {
        let mut flow = Flow::default().with(self.sentence(text));
        flow.reminder = self.reminder(text);
        let Some(shown) = &returned.shown else {
            let where_it_is = match returned.count {
                0 => "Pak jullie blad of strookje. Lees wat jullie toen opschreven.",
                _ => "Weet je nog wat jullie toen zeiden?",
            };
            return flow.with(self.line(Role::Text, where_it_is));
        };
        let blocks = shown.iter().enumerate().map(|(index, answer)| self.returned(index, answer));
        flow.with(Section::blocks(blocks.collect(), self.gap()).airy())
    }

    /// Whose it was, and under it what they said.
    fn returned(&self, index: usize, (duo, answer): &(Duo, Shown)) -> Vec<Row> {
        let who = format!("Duo {}  {}", duo.number, columns::names(duo));
        let width = self.room.width.min(if self.is_plain() { 60 } else { usize::MAX });
        let said = self.said(index, &answer.text, width.saturating_sub(usize::from(self.indent())));
        let said = said.into_iter().map(|row| row.indented(self.indent()));
        let mut who = self.text(Role::Quiet, who.trim_end(), self.room.width);
        who.resize(who.len() + usize::from(!self.is_plain()), Row::blank());
        let rows = who.into_iter().chain(said).collect();
        marked(rows, Mark::Item(index))
    }

    pub(super) fn task(&self, task: &Text, checklist: &[Text]) -> Flow {
        let mut flow = Flow::default().with(self.sentence(task));
        flow.reminder = self.reminder(task);
        let lines = checklist.iter().map(|line| self.to_do(line));
        flow.with(Section::blocks(lines.collect(), self.gap()).airy())
    }

    /// Behind a box, as high as the small letters are.
    fn to_do(&self, line: &Text) -> Vec<Row> {
        if self.is_plain() {
            return self.bullet(self.glyphs().todo, Role::Text, line);
        }
        let high = self.middle().max(1);
        let side = |edge: &str| Row::new(Role::Bar, format!("█{}█", edge.repeat(2 * high)));
        let mut tick = vec![Row::blank(); high / 2];
        tick.push(side("▀"));
        tick.extend(vec![side(" "); high - 1]);
        tick.push(side("▄"));
        let left = usize::from(self.indent());
        let after = left + 2 + 2 * high + self.wide(1);
        let text = self.text(Role::Text, line, self.room.width.saturating_sub(after));
        beside(vec![tick.into_iter().map(|row| row.indented(self.indent())).collect(), text], after)
    }

    pub(super) fn next_step(&self, questions: &Revealed, starters: &[Text]) -> Flow {
        let mut asked = questions.lines.iter().take(questions.shown).collect::<Vec<_>>();
        let Some(newest) = asked.pop() else { return Flow::default() };
        let before = asked.into_iter().map(|line| self.text(Role::Quiet, line, self.room.width)).collect();
        let mut flow = Flow::default().with(Section::blocks(before, self.gap())).with(self.newest(newest));
        flow.reminder = self.reminder(newest);
        flow.with(self.line(Role::Text, "Schrijf het voor jezelf op.")).with(self.starters(starters))
    }
}

/// Whether the story stops here, and the class thinks up the ways on.
fn opens_ways(doing: Doing) -> bool {
    matches!(doing, Doing::InventEndings | Doing::ChooseOneEnding)
}

/// What to do, and which duos do it together.
pub fn together(question: &QuestionView) -> String {
    let doing = what_to_do(question.doing);
    let fours = &question.fours;
    let said = |four: &Vec<u8>| {
        let numbers: Vec<String> = four.iter().map(u8::to_string).collect();
        numbers.split_first().map(|(first, others)| format!("{first} met {}", dutch::list(others)))
    };
    let in_a_row = fours.iter().flatten().is_sorted();
    let listed: Vec<String> =
        fours.iter().filter_map(said).take(if in_a_row { 2 } else { fours.len() }).collect();
    let more = match fours.last() {
        None => return doing.to_owned(),
        Some(_) if listed.len() == fours.len() => ".",
        Some(last) if last.len() > 2 => ", enzovoort. Het laatste duo schuift aan.",
        Some(_) => ", enzovoort.",
    };
    format!("{doing} Duo {}{more}", listed.join(", "))
}
