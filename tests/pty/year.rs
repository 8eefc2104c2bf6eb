//! A year of lessons: every activity that ships, from the list to Afronden.

use super::laptop::Laptop;
use super::seen::Ended;
use crate::shipped;

/// So many lessons are given at once.
const ROOMS: usize = 6;

#[test]
fn every_activity_goes_from_start_to_end() {
    let titles: Vec<String> = shipped::cards().iter().map(|card| card.title.to_string()).collect();
    assert_eq!(titles.len(), 31);
    std::thread::scope(|scope| {
        for room in 0..ROOMS {
            let titles = titles.iter().skip(room).step_by(ROOMS);
            scope.spawn(move || titles.for_each(|title| gives(title)));
        }
    });
}

fn gives(title: &str) {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.wait_for("Kies een activiteit");
    terminal.type_text(title);
    terminal.wait_for("gevonden");
    terminal.wait_for(&format!("► {title}"));
    terminal.press("Enter");
    terminal.wait_for("Zet je beamer op bevriezen");
    terminal.press("Enter");
    terminal.wait_for("straks");
    terminal.wait_for(title);
    terminal.walk_to("Afronden?");
    terminal.press("Enter");
    terminal.wait_for("Afgerond. Mooi gedaan!");
    terminal.press("Ctrl-Q");
    assert_eq!(terminal.wait_end(), Ended::Code(0));
}
