//! Les klaarzetten at the keys.

use super::teacher::Teacher;

#[test]
fn a_number_stays_as_it_was_typed_and_the_bounds_are_said() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter");
    teacher.types("61");
    teacher.check("► 61; kies 1 tot en met 60");
    teacher.press("Enter");
    teacher.check("Dat zijn te veel leerlingen. Kies er hooguit 60.");
    teacher.types("5");
    teacher.check("► 615; kies 1 tot en met 60");
    teacher.types("0");
    teacher.check("► 615; kies 1 tot en met 60");
    teacher.press("Backspace Backspace");
    teacher.check("► 6\n");
    teacher.types("0");
    teacher.press("Enter");
    teacher.check("Elk duo krijgt één nummer. Tel samen: 1 tot en met 30.");
}

#[test]
fn a_number_that_was_wiped_out_is_asked_for() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter Backspace Backspace");
    teacher.check("► 0; kies 1 tot en met 60");
    teacher.press("Enter");
    teacher.check("Er moet minstens één leerling zijn.");
    teacher.press("Right");
    assert!(teacher.sees().contains("► 1\n"), "{}", teacher.sees());
}

#[test]
fn the_list_of_names_says_what_to_do_and_is_walked_through_by_pages() {
    let mut teacher = Teacher::setting_up_with_names((60, 15), "beroep");
    teacher.press("Down Space");
    teacher.check("Wie is er niet? Kies een naam en druk op spatie.");
    for (key, name) in [("End", "Jan"), ("Home", "Amira"), ("PageDown", "Jan"), ("PageUp", "Amira")] {
        teacher.press(key);
        teacher.check(&format!("► {name}"));
    }
    teacher.press("End Space Home Down Space");
    teacher.check("► Bas  is er niet");
    teacher.press("Enter");
    teacher.check("Wie is er niet?               Bas en Jan");
    // Enter after Enter leads to the class.
    teacher.check("► 4 duo's");
    teacher.press("Enter");
    teacher.check("Past dit beroep bij me?");
    teacher.check("Ga naast je duo zitten.");
}

#[test]
fn a_class_of_one_two_or_three_reads_that_it_is_one_duo() {
    for (pupils, expected) in [
        ("1", "Jij bent vandaag duo 1."),
        ("2", "Jullie zijn samen duo 1."),
        ("3", "Jullie zijn met z'n drieën duo 1."),
    ] {
        let mut teacher = Teacher::at((80, 24));
        teacher.press("Enter");
        teacher.types(pupils);
        teacher.press("Enter");
        teacher.check(expected);
        assert!(!teacher.sees().contains("wie naast je zit"), "{}", teacher.sees());
    }
}

#[test]
fn what_is_unfinished_says_in_which_phase_it_is() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
    teacher.press("Right Right");
    let teacher = teacher.starts_again("q Enter");
    teacher.check("► Bedrijfsbezoek voorbereiden   vandaag                   ● voorbereiden");
}

#[test]
fn what_to_lay_ready_comes_first_when_a_reeks_goes_on() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter");
    teacher.check("Vooraf                        • ");
    teacher.press("Enter Right Right");
    let mut teacher = teacher.starts_again("q Enter");
    teacher.press("Enter");
    teacher.check("Leg klaar                     • per duo een print");
    assert!(!teacher.sees().contains("Vooraf"), "{}", teacher.sees());
}
