//! Kies een activiteit, by number.

use crate::dutch;
use crate::session::Activity;
use crate::tui::lists::Lists;
use crate::tui::plain::lines::{Lines, Told};
use crate::tui::screens::choose::{Item, found};

/// None: the teacher stops.
pub fn choose(lists: &Lists, lines: &mut Lines) -> Told<Option<Item>> {
    let mut items = found("", lists);
    list(&items, lists, lines)?;
    loop {
        let answer = lines.ask("Typ een nummer, of een woord om te zoeken. q stopt. >")?;
        match (&*answer, answer.parse::<usize>()) {
            ("q", _) => return Ok(None),
            ("", _) => {
                items = found("", lists);
                list(&items, lists, lines)?;
            }
            (_, Ok(number)) => match number.checked_sub(1).and_then(|at| items.get(at)) {
                Some(item) => return Ok(Some(*item)),
                None => lines.say(&format!("Kies een nummer van 1 tot en met {}.", items.len()))?,
            },
            (search, Err(_)) => match found(search, lists) {
                none if none.is_empty() => lines.say("Niets gevonden. Enter laat alles weer zien.")?,
                some => {
                    items = some;
                    list(&items, lists, lines)?;
                }
            },
        }
    }
}

fn list(items: &[Item], lists: &Lists, lines: &mut Lines) -> Told<()> {
    lines.say("")?;
    for (index, item) in items.iter().enumerate() {
        let is_first = match item {
            Item::Lesson(_) => index == 0,
            Item::Activity(_) => !matches!(items.get(index.wrapping_sub(1)), Some(Item::Activity(_))),
        };
        if is_first {
            lines.say(if matches!(item, Item::Lesson(_)) { "Verder gaan" } else { "Kies een activiteit" })?;
        }
        lines.say(&format!("{}. {}", index + 1, said(*item, lists)))?;
    }
    Ok(())
}

fn said(item: Item, lists: &Lists) -> String {
    match item {
        Item::Lesson(index) => lists.unfinished.get(index).map(|lesson| {
            let class = lesson.class.as_deref().map(|class| format!(", {class}")).unwrap_or_default();
            let phase = lesson.phase.map(|phase| format!(", {}", phase.label())).unwrap_or_default();
            format!("{}{class}, {}{phase}", lesson.title, lists.when(lesson))
        }),
        Item::Activity(index) => lists.activities.get(index).map(|activity| match activity {
            Activity { card: Ok(card), is_double, .. } => {
                let double = if *is_double { " (dubbel)" } else { "" };
                let minutes = dutch::count(usize::from(card.minutes), "minuut", "minuten");
                format!("{}{double}, {minutes}. {}", card.title, card.goal)
            }
            Activity { card: Err(why), own, .. } => {
                format!("{} klopt nog niet: {why}", own.as_deref().unwrap_or("Deze kaart"))
            }
        }),
    }
    .unwrap_or_default()
}
