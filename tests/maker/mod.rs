//! The conversation that makes a card, as scripts: answers in, card out.

mod laws;
pub mod script;

use expect_test::expect_file;
use lesloper::maker::Draft;
use lesloper::tui;

use script::{Script, walk};

/// The card that a script makes: `nakijken --streng` has nothing to say of it but this.
fn check(name: &str, expected: &[&str]) {
    let script = Script::read(name);
    let mut draft = Draft::new();
    walk(&mut draft, &script, |_, _| {});
    let card = draft.text();
    let problems: Vec<String> =
        draft.checked(tui::crowded).problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, expected, "{card}");
    expect_file![format!("{}/tests/maker/{name}.json", env!("CARGO_MANIFEST_DIR"))].assert_eq(&card);
}

#[test]
fn one_question_and_what_belongs_to_it() {
    check("vraag", &[]);
}

#[test]
fn a_choice_a_line_and_cards_to_draw() {
    check("opstaan", &[]);
}

#[test]
fn a_story_in_which_the_ways_part_and_meet() {
    check("verhaal", &[]);
}

#[test]
fn a_visit_of_which_the_answers_are_sorted_and_told() {
    check("bezoek", &[]);
}

#[test]
fn a_role_play_with_two_roles_and_who_watches() {
    check("rollenspel", &[]);
}
