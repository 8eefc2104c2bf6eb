//! A story: which one, what was told so far, and the ways on from a fork.

use crate::lesson::{ForkChoice, Revealed, Ways};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;

impl Pen<'_> {
    pub(super) fn pick(&self, stories: &[Text]) -> Flow {
        let question = Text::clean("Welk verhaal kiezen we?");
        let mut flow = Flow::default().with(self.sentence(&question));
        flow.reminder = self.reminder(&question);
        flow.with(self.numbered(stories.iter().map(|story| (story, ""))))
    }

    pub(super) fn tell(&self, title: &Text, told: &Revealed) -> Flow {
        let mut lines = told.lines.iter().take(told.shown).collect::<Vec<_>>();
        let Some(newest) = lines.pop() else { return Flow::default().with(self.sentence(title)) };
        let before = lines.into_iter().map(|line| self.indented(line)).collect();
        let mut flow = Flow::default()
            .with(self.line(Role::Quiet, title))
            .with(Section::blocks(before, self.air()))
            .with(self.newest(newest));
        flow.reminder = self.reminder(title);
        flow
    }

    pub(super) fn fork(&self, text: &[Text], question: Option<&Text>, ways: &Ways) -> Flow {
        let mut told: Vec<&Text> = text.iter().collect();
        // What is largest: the question, or else the last line of what happens.
        let largest = question.or_else(|| told.pop());
        let told = told.into_iter().map(|line| self.indented(line)).collect();
        let mut flow = Flow::default().with(Section::blocks(told, self.air()));
        if let Some(largest) = largest {
            flow = flow.with(self.sentence(largest));
            flow.reminder = self.reminder(largest);
        }
        match ways {
            Ways::Choices(choices) => flow.with(self.forks(choices)),
            Ways::BackOrOn => {
                let [back, on] = ["Terug: wat als we anders kiezen?", "Verder"].map(Text::clean);
                flow.with(self.numbered([(&back, ""), (&on, "")].into_iter()))
            }
            Ways::On => flow,
        }
    }

    fn forks(&self, choices: &[ForkChoice]) -> Section {
        let seen = |choice: &ForkChoice| if choice.seen { " (gezien)" } else { "" };
        self.numbered(choices.iter().map(|choice| (&choice.text, seen(choice))))
    }
}
