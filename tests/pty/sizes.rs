//! Windows of every size, changing all the time.

use super::laptop::{Laptop, Start};

#[test]
fn a_thousand_resizes_leave_the_lesson_where_it_was() {
    let laptop = Laptop::new();
    let mut terminal = laptop.start();
    terminal.begin("verhaal");
    terminal.walk_to("Dan stopt het verhaal.");
    let mut chance = 7_u32;
    let mut next = |most: u32| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from((chance >> 8) % most).unwrap()
    };
    for number in 0..1000 {
        let (columns, rows) = match number % 50 {
            0 => (0, 0),
            1 => (1, 1),
            2 => (500, 1),
            3 => (1, 300),
            _ => (next(240), next(70)),
        };
        let frames = terminal.frames();
        terminal.resize_unseen(columns, rows);
        // Now and then the program gets the time to draw; the others come in a heap.
        if number % 5 == 0 {
            terminal.wait_for_system("a picture of the new size", |terminal| terminal.frames() > frames);
        }
    }
    terminal.resize(80, 24);
    terminal.wait_for("Dan stopt het verhaal.");
    terminal.walk_to("Jullie bedenken wat helpt.");
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let laptop = Laptop::new();
    let terminal = laptop.start_with(&Start { columns: 39, rows: 12, ..Start::default() });
    terminal.wait_for("Maak het venster groter, dan gaan we verder.");
    terminal.resize(40, 12);
    terminal.wait_for("Kies een activiteit");
}
