//! Steps in which the class picks: options with their counts, and things to sort.

use super::what_to_do;
use crate::lesson::{ChoiceView, Column, Doing};
use crate::text::Text;
use crate::tui::pages::{Flow, Room, Section};
use crate::tui::pen::Pen;
use crate::tui::screens::selection;
use crate::tui::theme::Role;
use crate::tui::widgets::{bars, columns};

impl Pen<'_> {
    pub(super) fn choice(&self, choice: &ChoiceView) -> Flow {
        let mut flow = Flow::default().with(self.asked(&choice.sentence, &how_to_choose(choice)));
        flow.reminder = self.reminder(&choice.sentence);
        let options = bars::options(choice, self);
        flow.heart = 2;
        // Counts are compared: rather small than apart.
        flow.is_known = choice.rounds > 0;
        flow.with(Section::blocks(options, self.gap()).airy().compared())
            .with(self.help(&choice.help))
            .with(self.starters(&choice.starters))
    }

    /// Until the first item lies in its column the class reads how it gets there.
    pub(super) fn sort(&self, question: &Text, item: &Text, doing: Doing, into: &[Column]) -> Flow {
        let asked = Section::block(self.aside(Role::Text, question));
        let mut flow = Flow::default().with(asked).with(self.newest(item));
        flow.reminder = self.reminder(item);
        // The item is of no use without the places it may go to.
        flow.is_known = true;
        let how = self.aside(Role::Text, how_to_sort(doing, into));
        let piles = self.piles(into);
        flow.with(Section { blocks: [piles.blocks, vec![how]].concat(), ..piles })
    }

    pub(super) fn sorted(&self, question: &Text, into: &[Column]) -> Flow {
        let on_paper = if selection::is_untouched(into) { "Pak je eigen blad of strookje." } else { "" };
        let mut flow = Flow::default().with(self.sentence(question)).with(self.line(Role::Text, on_paper));
        flow.reminder = self.reminder(question);
        flow.with(self.piles(into))
    }

    fn piles(&self, columns: &[Column]) -> Section {
        let room = Room { height: self.room.height.saturating_sub(4), ..self.room };
        Section::blocks(columns::sorted(columns, self, room), 1).compared()
    }

    /// The teacher has not shown yet what there is to sort.
    pub(super) fn sort_later(&self, question: &Text) -> Flow {
        let mut flow = Flow::default().with(self.sentence(question));
        flow.reminder = self.reminder(question);
        flow.with(self.line(Role::Text, "Straks komen jullie eigen antwoorden."))
    }
}

/// What to do, as long as hands are not shown with what it comes to.
pub fn how_to_choose(choice: &ChoiceView) -> String {
    let waits_for_hands = choice.counting.is_some() && choice.rounds == 0;
    match choice.doing {
        doing if !waits_for_hands => what_to_do(doing).to_owned(),
        Doing::AsAsked | Doing::ShareInClass => "Kies, en steek je hand op.".to_owned(),
        doing => format!("{} Steek dan je hand op.", what_to_do(doing)),
    }
}

/// Empty once something was sorted: the class knows then.
pub fn how_to_sort(doing: Doing, into: &[Column]) -> &'static str {
    match doing {
        _ if !selection::is_untouched(into) => "",
        Doing::ThinkAlone => "Kies zelf. Schrijf het op je eigen blad.",
        Doing::ShareInClass => "Steek je hand op: waar hoort dit?",
        _ => "Overleg kort. Steek dan je hand op.",
    }
}
