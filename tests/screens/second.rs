//! The second screen, beside the class view of the same lesson.

use std::time::Duration;

use expect_test::expect_file;
use lesloper::lesson::{Command, Had, Screen};
use lesloper::session::local_time;
use lesloper::text::Text;

use super::teacher::Teacher;

const SIZES: [(u16, u16); 4] = [(40, 12), (60, 15), (80, 24), (140, 40)];

/// A lesson with names, in which two duos answered and one pupil had a turn.
fn with_answers() -> Teacher {
    let mut class = Teacher::with_names((80, 24), "bedrijfsbezoek voor");
    class.walks_to("Vertel het aan de klas.");
    class.press("a");
    class.types("Veel machines");
    class.press("Enter");
    class.types("Mensen met helmen, want het is er gevaarlijk");
    class.press("Enter Esc w");
    class
}

fn pictures(class: &Teacher) -> String {
    let mut overview = class.overview();
    let seen = overview.as_mut().unwrap();
    seen.screen = Screen::Apart;
    seen.bell = Some(local_time().timestamp() + Duration::from_mins(20));
    // Who sits with whom, and who had a turn, is chance.
    let pairs = [["Amira", "Bas"], ["Chen", "Daan"]];
    for (given, pair) in seen.behind.answers.iter_mut().zip(pairs) {
        given.names = pair.map(Text::clean).to_vec();
    }
    let had = pairs.as_flattened().iter().enumerate();
    let named = |turns: usize, name: &str| Had {
        duo: 1,
        name: Some(Text::clean(name)),
        turns: u32::try_from(turns).unwrap(),
    };
    seen.behind.turns = had.map(|(turns, name)| named(turns % 3, name)).collect();
    let picture = |size| {
        let mut second = Teacher::looking_along(size);
        second.program.see(overview.clone());
        format!("--- {} x {}\n{}", size.0, size.1, second.sees())
    };
    SIZES.map(picture).concat()
}

/// Sees what the class view shows, after what this screen wished for was done there.
fn join(class: &mut Teacher, second: &mut Teacher) {
    for wish in second.wishes.try_iter().collect::<Vec<_>>() {
        class.program.wish(wish);
    }
    second.program.see(class.overview());
}

#[test]
fn hidden_answers_stand_there_with_whose_they_are() {
    expect_file!["pictures/second-answers.txt"].assert_eq(&pictures(&with_answers()));
}

#[test]
fn votes_are_seen_before_the_class_sees_them() {
    let mut class = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    class.walks_to("Van welke vraag leer je het meest?");
    class.press("Tab 3 Enter 9 Enter Esc");
    expect_file!["pictures/second-votes.txt"].assert_eq(&pictures(&class));
}

#[test]
fn a_second_screen_waits_for_a_lesson() {
    let second = Teacher::looking_along((80, 24));
    expect_file!["pictures/second-waiting.txt"].assert_eq(&second.sees());
}

#[test]
fn its_keys_do_what_they_do_in_the_lesson() {
    let mut class = with_answers();
    let mut second = Teacher::looking_along((80, 24));
    join(&mut class, &mut second);
    second.check("Eroverheen ligt: wie er een beurt heeft.");
    // Pupils see the screen, as far as is known.
    second.check("Zien leerlingen dit scherm niet?");
    assert!(!second.sees().contains("Veel machines"));
    second.press("n");
    second.check("Veel machines");
    // Lifts what lies over the step.
    second.press("Right");
    join(&mut class, &mut second);
    second.check("2 antwoorden, 2 verborgen");
    assert!(!class.sees().contains("Veel machines"));
    second.press("o");
    join(&mut class, &mut second);
    second.check("2 antwoorden, in beeld");
    class.check("Veel machines");
    // The second answer is taken off.
    second.press("Down Delete");
    join(&mut class, &mut second);
    second.check("1 antwoord, in beeld");
    assert!(!class.sees().contains("helmen"));
    second.press("a");
    second.types("Stof");
    second.press("Enter Esc");
    join(&mut class, &mut second);
    second.check("Stof");
    assert!(!class.sees().contains("Stof"), "what came later is hidden");
    second.press("z");
    join(&mut class, &mut second);
    assert!(!second.sees().contains("Stof"));
}

#[test]
fn what_is_open_on_the_class_view_is_not_walked_away_from() {
    let mut class = with_answers();
    class.press("Right a");
    class.types("Nog een");
    let before = class.sees();
    let mut second = Teacher::looking_along((80, 24));
    join(&mut class, &mut second);
    second.press("Right");
    join(&mut class, &mut second);
    second.check("Op het scherm van de klas staat nog iets open.");
    class.press("x");
    assert_eq!(class.sees().contains("Nog eenx"), before.contains("Nog een"));
}

#[test]
fn a_second_screen_neither_ends_a_lesson_nor_shreds() {
    let mut class = with_answers();
    let before = class.sees();
    for wish in [Command::CloseSitting, Command::Finish, Command::EmptyBin, Command::ResumeSitting] {
        class.program.wish(wish);
    }
    assert_eq!(class.sees(), before);
}

#[test]
fn what_is_not_possible_is_said_on_both_screens() {
    let mut class = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    let mut second = Teacher::looking_along((80, 24));
    join(&mut class, &mut second);
    second.press("h");
    join(&mut class, &mut second);
    class.check("Zonder namen blijven de duo's zoals ze zitten.");
    second.check("Zonder namen blijven de duo's zoals ze zitten.");
    second.press("y");
    second.check("Dat kan alleen op het scherm van de klas.");
}

#[test]
fn on_the_way_through_a_lesson_no_second_screen_is_cut_off() {
    let mut class = Teacher::with_names((80, 24), "verhaal");
    for _ in 0..120 {
        let overview = class.overview();
        for size in SIZES {
            let mut second = Teacher::looking_along(size);
            second.program.see(overview.clone());
            second.check("In beeld");
        }
        class.press("Right");
    }
}
