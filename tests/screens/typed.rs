//! What is typed in a lesson: answers, by the teacher or by a duo, and counts.

use lesloper::lesson::MAX_ANSWER;

use super::teacher::Teacher;

#[test]
fn an_answer_is_kept_for_the_next_duo_in_turn() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.walks_to("Praat erover met je duo.");
    teacher.press("a Down Down");
    teacher.types("8 uur of vroeger?");
    teacher.check("Duo 3  8 uur of vroeger?");
    teacher.press("Enter");
    teacher.check("Duo 4");
    teacher.press("Esc o");
    teacher.check("▌ 8 uur of vroeger?");
    teacher.press("Down");
    teacher.check("► 8 uur of vroeger?");
    teacher.press("v");
    teacher.check("Dit antwoord voorgoed weg?");
    teacher.press("Enter");
    assert!(!teacher.sees().contains("8 uur"), "{}", teacher.sees());
}

#[test]
fn the_end_counts_what_was_gathered() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("a k Enter Esc");
    teacher.walks_to("Klaar! Jullie gaven 1 antwoord.");
}

#[test]
fn an_ending_can_be_taken_off_where_it_is_voted_on() {
    let mut teacher = Teacher::in_class((80, 24), "verhaal");
    teacher.walks_to("Vertel jullie einde aan de klas.");
    teacher.press("a x x Enter y y Enter Esc");
    teacher.walks_to("Elk duo geeft twee stemmen.");
    teacher.press("Down Delete");
    teacher.check("Kies eerst een antwoord, met de pijltjes.");
    teacher.press("o Esc");
    let whole = teacher.sees();
    teacher.press("Down Down Delete");
    assert!(teacher.sees().contains("A  ") && !teacher.sees().contains("B  "), "{}", teacher.sees());
    teacher.press("z Esc");
    assert_eq!(teacher.sees(), whole);
}

#[test]
fn an_answer_can_be_taken_off_where_it_comes_back() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.walks_to("Welke drie vragen willen jullie stellen?");
    teacher.press("a");
    teacher.types("Hoe laat?");
    teacher.press("Enter");
    teacher.types("Hoe zwaar?");
    teacher.press("Enter Esc");
    teacher.walks_to("Weet je nog wat jullie toen zeiden?");
    teacher.press("o");
    teacher.check("▌ Hoe zwaar?");
    teacher.press("Down Down Delete");
    teacher.check("Hoe laat?");
    assert!(!teacher.sees().contains("Hoe zwaar?"), "{}", teacher.sees());
    teacher.press("Down v Enter");
    assert!(!teacher.sees().contains("Hoe laat?"), "{}", teacher.sees());
}

#[test]
fn a_step_without_answers_says_so_at_once() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Right Right a");
    teacher.check("Bij deze stap hoort geen antwoord.");
    teacher.press("Right");
    assert!(!teacher.sees().contains("geen antwoord"));
}

#[test]
fn a_step_whose_answers_come_later_says_so() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.walks_to("Pak jullie blad of strookje.");
    teacher.press("a");
    teacher.check("Antwoorden typen kan zo meteen, verderop in deze stap.");
    teacher.press("Right a");
    teacher.check("Schrijf geen namen.");

    let mut teacher = Teacher::in_class((80, 24), "verhaal");
    teacher.walks_to("Welk verhaal kiezen we?");
    teacher.press("Enter y");
    teacher.check("Antwoorden typen kan zo meteen, verderop in deze stap.");
}

#[test]
fn pupils_at_the_keys_can_do_nothing_but_type() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.walks_to("Praat erover met je duo.");
    teacher.press("y Down Enter");
    teacher.check("Duo 2, typ jullie antwoord.");
    teacher.check("Schrijf geen namen.");
    teacher.press("Esc Right Ctrl-q Ctrl-c Ctrl-c F1 Up Ctrl-z");
    assert!(!teacher.program.is_over());
    teacher.check("Duo 2, typ jullie antwoord.");
    teacher.types("wat een dag");
    teacher.check("··· ··· dag");
    assert!(!teacher.sees().contains("wat een"));
    teacher.press("Tab");
    teacher.check("wat een dag");
    teacher.press("Enter");
    teacher.check("Bewaard, duo 2.");
    teacher.press("Ctrl-g");
    teacher.check("Nog een keer Ctrl-G");
    teacher.press("Ctrl-g");
    teacher.check("1 antwoord");
}

#[test]
fn a_duo_that_is_not_there_cannot_come_to_the_keys() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("y");
    teacher.types("13");
    teacher.check("Duo 13 is er niet; kies 1 tot en met 12.");
    teacher.press("Enter");
    teacher.check("Welk duo typt?");
    teacher.press("Backspace");
    teacher.types("2");
    teacher.press("Enter");
    teacher.check("Duo 12, typ jullie antwoord.");
}

#[test]
fn an_answer_that_was_begun_waits_for_its_step() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("a");
    teacher.types("de kassa");
    teacher.press("Esc");
    assert!(!teacher.sees().contains("de kassa"));
    teacher.press("a");
    teacher.check("de kassa");
}

#[test]
fn what_was_typed_survives_the_keys_that_stop() {
    for stop in ["Ctrl-q", "Ctrl-c"] {
        let mut teacher = Teacher::in_class((80, 24), "past dit");
        teacher.walks_to("Welke taken en momenten weet je nog?");
        teacher.press("a");
        teacher.types("de kassa");
        teacher.press(stop);
        teacher.check("Stoppen voor vandaag?");
        teacher.press("Esc a");
        teacher.check("Duo 1  de kassa");
    }
}

#[test]
fn the_class_and_the_teacher_read_how_hands_are_counted() {
    for size in [(60, 15), (80, 24)] {
        let mut teacher = Teacher::in_class(size, "past dit");
        teacher.walks_to("Wat vind jij belangrijk bij werk?");
        teacher.check("Steek dan je hand op.");
        teacher.check("Tab handen tellen   o tonen");
        teacher.press("s");
        assert!(!teacher.sees().contains("Tab"), "{}", teacher.sees());
        teacher.press("s Tab 5 Enter Esc");
        assert!(!teacher.sees().contains("Tab "), "{}", teacher.sees());
        teacher.press("o");
        assert!(!teacher.sees().contains("Steek"), "{}", teacher.sees());
    }
}

#[test]
fn the_class_and_the_teacher_read_how_things_are_sorted() {
    for size in [(60, 15), (80, 24)] {
        let mut teacher = Teacher::in_class(size, "past dit");
        teacher.walks_to("veel in beweging zijn");
        teacher.check("Kies zelf. Schrijf het op je eigen blad.");
        teacher.check("1 t/m 3 in dat vak");
        teacher.press("1");
        teacher.check("• veel in");
        assert!(!teacher.sees().contains("in dat vak"), "{}", teacher.sees());
    }
}

#[test]
fn more_hands_than_pupils_are_kept_and_asked_about() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Wat vind jij belangrijk bij werk?");
    teacher.press("Tab");
    teacher.check("Typ het aantal.   Enter volgende   Esc sluiten");
    teacher.types("20");
    teacher.press("Enter 4 Enter");
    assert!(!teacher.sees().contains("Klopt dat?"), "{}", teacher.sees());
    teacher.press("1 Enter");
    teacher.check("Hoeveel handen voor D?");
    teacher.check("Samen 25 handen, en jullie zijn met 24. Klopt dat? Tab telt opnieuw.");
    teacher.press("Esc Tab 3 Esc o");
    teacher.check("  3   37%");
}

#[test]
fn more_votes_than_the_duos_have_are_asked_about() {
    let mut teacher = Teacher::in_class((80, 24), "verhaal");
    teacher.walks_to("Vertel jullie einde aan de klas.");
    teacher.press("a x Enter Esc");
    teacher.walks_to("Elk duo geeft twee stemmen.");
    teacher.press("Tab 2 5 Enter");
    teacher.check("Samen 25 stemmen, en jullie hebben er 24.");
}

#[test]
fn without_an_ending_there_is_nothing_to_vote_on() {
    for size in [(60, 15), (80, 24)] {
        let mut teacher = Teacher::in_class(size, "verhaal");
        teacher.walks_to("Elk duo geeft twee stemmen.");
        teacher.check("a een einde typen");
        teacher.press("Tab");
        teacher.check("Er is nog geen einde om op te stemmen.");
        teacher.press("a x Enter Esc");
        teacher.check("Tab handen tellen   o tonen");
        teacher.press("Tab");
        teacher.check("Hoeveel handen voor A?");
    }
}

#[test]
fn a_count_that_is_refused_stays_to_be_put_right() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Wat vind jij belangrijk bij werk?");
    teacher.press("Tab 2 0 1 Enter");
    teacher.check("Hoeveel handen voor A?  201");
    teacher.check("Dat is te veel. Kies een getal tot en met 200.");
    teacher.press("Backspace Enter");
    teacher.check("Hoeveel handen voor B?");
}

#[test]
fn a_count_that_was_typed_is_kept_when_the_teacher_wants_to_stop() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    for _ in 0..100 {
        teacher.press("Tab");
        if teacher.sees().contains("Hoeveel handen voor A?") {
            break;
        }
        teacher.press("Right");
    }
    teacher.types("17");
    teacher.press("Ctrl-q");
    teacher.check("Stoppen voor vandaag?");
    teacher.press("Esc o");
    teacher.check("17");
}

#[test]
fn an_answer_that_was_begun_keeps_its_duo_when_the_duos_change() {
    let mut teacher = Teacher::with_names((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("a Down");
    teacher.types("x");
    teacher.press("Esc h a");
    teacher.check("Duo 2  x");
    teacher.press("Backspace");
    let resumed = teacher.sees();
    teacher.press("Esc a Down");
    assert_eq!(teacher.sees(), resumed);
}

#[test]
fn what_is_typed_is_clean_before_it_is_seen() {
    let mut teacher = Teacher::at((80, 24));
    // A pile of marks, a word that turns round, a joiner, a hard space; and an é in two parts.
    teacher.types("cafe\u{301}\u{301}\u{302}\u{303}\u{304}\u{202e}x\u{200d}y\u{a0}z\u{301}");
    let seen = teacher.sees();
    assert!(seen.contains("café\u{301}\u{302}xy ź"), "{seen:?}");
}

#[test]
fn pasted_text_stands_on_one_line_and_does_nothing_else() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("a");
    teacher.types("Ze zei:");
    teacher.program.paste("\n\u{1b}[2Jkoffie\r\n\tzetten\u{202e}\n");
    teacher.check("Duo 1  Ze zei:[2Jkoffie zetten");
    teacher.program.paste(&"z".repeat(100_000));
    teacher.press("Enter Esc o");
    assert_eq!(teacher.sees().matches('z').count(), MAX_ANSWER - "Ze zei:[2Jkoffie zetten".len() + 2);
}

#[test]
fn what_a_duo_pastes_is_dotted_and_waits_for_enter() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("y Enter Tab");
    teacher.program.paste("de kassa\n");
    teacher.check("·· kassa");
    teacher.press("Enter");
    teacher.check("Bewaard, duo 1.");
}

#[test]
fn no_more_can_be_typed_than_an_answer_may_hold() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("a");
    teacher.types(&"z".repeat(MAX_ANSWER + 20));
    teacher.press("Enter");
    teacher.check("Duo 2");
    teacher.press("Esc o");
    let typed = teacher.sees().matches('z').count();
    assert!(typed >= MAX_ANSWER, "{typed} in\n{}", teacher.sees());
}

#[test]
fn a_duo_that_types_sees_why_an_answer_is_refused() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Welke taken en momenten weet je nog?");
    teacher.press("y Enter");
    for _ in 0..60 {
        teacher.press("k Enter");
    }
    teacher.check("Bewaard, duo 12.");
    teacher.press("k Enter");
    teacher.check("Dit zijn genoeg antwoorden. Haal er eerst een weg.");
    teacher.press("k");
    teacher.check("Enter klaar");
}

#[test]
fn a_duo_that_types_reads_what_it_answers() {
    for card in ["bedrijfsbezoek", "past dit beroep", "verhaal"] {
        let mut teacher = Teacher::in_class((80, 24), card);
        while !teacher.sees().contains("Afronden?") {
            teacher.press("y Enter");
            if teacher.sees().contains("typ jullie antwoord") {
                let seen = teacher.sees();
                let above = seen.split("Duo 1, typ").next().unwrap();
                assert!(!above.trim().is_empty(), "{card}: no question above\n{seen}");
                teacher.press("Ctrl-g Ctrl-g");
            }
            teacher.press("Right");
        }
    }
}
