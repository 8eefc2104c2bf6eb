//! Steps in which duos come one by one: cards that are drawn, and duos that tell something.

use crate::dutch;
use crate::lesson::{Drawing, Duo, Pitching};
use crate::text::Text;
use crate::tui::pages::{Flow, Section};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::widgets::columns;

impl Pen<'_> {
    pub(super) fn drawing(&self, drawing: &Drawing) -> Flow {
        match drawing {
            Drawing::Deck { sentence, cards } => {
                let draw = format!("Elk duo trekt een kaartje. Er liggen er {cards}.");
                let flow = Flow::default().with(self.asked(sentence, &draw));
                Flow { reminder: self.reminder(sentence), ..flow }
            }
            Drawing::Drawn { duo, card, sentence, .. } => {
                let flow = Flow::default().with(self.line(Role::Quiet, &called(duo)));
                let flow = flow.with(self.newest(card)).with(self.line(Role::Text, sentence));
                Flow { reminder: self.reminder(card), ..flow }
            }
            Drawing::Turned { duo, card, back, .. } => {
                let front = Text::clean(&format!("{}: {card}", called(duo)));
                let flow = Flow::default().with(self.line(Role::Quiet, &front)).with(self.newest(back));
                // The class saw the front when it was drawn; it need not be large again.
                Flow { reminder: self.reminder(&front), is_known: true, ..flow }
            }
            Drawing::All { sentence, cards, help, starters } => {
                let numbers: Vec<String> = cards.iter().map(|(duo, _)| duo.number.to_string()).collect();
                let lines = numbers.iter().zip(cards);
                let lines: Vec<_> =
                    lines.map(|(number, (_, card))| (&**number, Role::Text, &**card)).collect();
                let cards = self.labelled(&lines, Role::Strong, self.room.width);
                let mut flow = Flow::default()
                    .with(self.line(Role::Strong, sentence))
                    .with(self.line(Role::Text, "Zoek het nummer van jullie duo."))
                    .with(Section::blocks(cards, self.gap()).airy())
                    .with(self.help(help))
                    .with(self.starters(starters));
                flow.reminder = self.reminder(sentence);
                flow.heart = 3;
                flow
            }
        }
    }

    pub(super) fn pitching(&self, pitching: &Pitching) -> Flow {
        match pitching {
            Pitching::Prepare { sentence, seconds, help, starters } => {
                let time = format!("Elk duo krijgt {}. Passen mag.", dutch::seconds(*seconds));
                let flow = Flow::default().with(self.asked(sentence, &time));
                let flow = flow.with(self.help(help)).with(self.starters(starters));
                Flow { reminder: self.reminder(sentence), ..flow }
            }
            Pitching::Speaks { duo, question, .. } => {
                let sentence = Text::clean(&format!("Duo {} vertelt.", duo.number));
                let names = columns::names(duo);
                let flow = Flow::default().with(self.asked(&sentence, &names));
                let flow = flow.with(self.titled(
                    Role::Quiet,
                    "De anderen luisteren",
                    vec![self.indented(question)],
                ));
                Flow { reminder: self.reminder(&sentence), ..flow }
            }
            Pitching::Heard { question } => Flow::default().with(self.sentence(question)),
        }
    }
}

/// "Duo 4, Noor en Daan"
pub fn called(duo: &Duo) -> String {
    match columns::names(duo) {
        names if names.is_empty() => format!("Duo {}", duo.number),
        names => format!("Duo {}, {names}", duo.number),
    }
}
