//! What lies over a step until it is lifted.

use crate::lesson::{CoverView, Duo};
use crate::text::Text;
use crate::tui::pages::{Flow, Room, Section};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::columns;
use crate::tui::widgets::row::{Row, hanging, wrapped};
use crate::tui::widgets::sentence::sentence;

pub fn flow(cover: &CoverView, room: Room, glyphs: &Glyphs) -> Flow {
    match cover {
        CoverView::Blank => Flow::default(),
        CoverView::Stop => titled("Stop. Kijk naar voren.", room),
        CoverView::Duos(duos) if duos.iter().all(|duo| duo.names.is_empty()) => {
            Flow::default().with(count_off(duos, room))
        }
        CoverView::Duos(duos) => {
            Flow::default().with(Section::blocks(columns::duos(duos, room.width, room.height), 0))
        }
        CoverView::Words(words) => words_flow(words, room),
        CoverView::Agreements(agreements) => {
            let mut flow = titled("Onze afspraken", room);
            flow.reminder = Some(Text::clean("Onze afspraken"));
            let line = |agreement: &Text| {
                let head = Row::new(Role::Quiet, format!("{} ", glyphs.bullet));
                hanging(head, Role::Text, agreement, room.measure())
            };
            flow.with(Section::blocks(agreements.iter().map(line).collect(), 1))
        }
        CoverView::Turn { duo, begins } => turn(duo, begins.as_ref(), room),
    }
}

/// Duos without names: neighbours, and a number that they say aloud.
pub fn count_off(duos: &[Duo], room: Room) -> Section {
    let Some(last) = duos.last() else { return Section::default() };
    let mut lines = vec![
        "Jij en wie naast je zit zijn samen een duo.".to_owned(),
        match last.number {
            1 => "Jullie zijn duo 1.".to_owned(),
            number => format!("Elk duo krijgt één nummer. Tel samen: 1 tot en met {number}."),
        },
    ];
    if duos.iter().any(|duo| duo.size == 3) {
        lines.push("Eén duo is met z'n drieën.".to_owned());
    }
    Section::block(lines.iter().flat_map(|line| wrapped(Role::Text, line, room.measure())).collect())
}

fn words_flow(words: &[(Text, Text)], room: Room) -> Flow {
    let pairs: Vec<_> = words.iter().map(|(word, meaning)| (word.to_string(), meaning.to_string())).collect();
    let mut flow = titled("Wat betekent het?", room);
    flow.reminder = Some(Text::clean("Wat betekent het?"));
    flow.with(Section::blocks(columns::pairs(&pairs, room.width), 1))
}

fn turn(duo: &Duo, begins: Option<&Text>, room: Room) -> Flow {
    let call = match begins {
        Some(name) => format!("Duo {}. {name} begint.", duo.number),
        None => format!("Duo {} begint.", duo.number),
    };
    let names = wrapped(Role::Text, &columns::names(duo), room.measure());
    titled(&call, room).with(Section::block(names))
}

fn titled(title: &str, room: Room) -> Flow {
    Flow::default().with(Section::block(sentence(title, room.measure())))
}
