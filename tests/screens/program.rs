//! The program at its keys: what a teacher does, and what stands on the screen then.

use std::fs;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::{Duration, Instant};

use lesloper::session::local_time;
use lesloper::store::fault::Faulty;
use lesloper::text::Text;
use lesloper::tui::Ending;
use lesloper::tui::lists::Lists;
use lesloper::tui::seen::Seen;
use lesloper::tui::theme::ThemeName;

use super::teacher::Teacher;

#[test]
fn a_class_is_at_work_after_three_keys() {
    let mut teacher = Teacher::at((80, 24));
    teacher.check("Kies een activiteit");
    teacher.press("Enter");
    teacher.check("Zet je beamer op bevriezen");
    teacher.press("Enter");
    teacher.check("Jij en wie naast je zit zijn samen een duo.");
    assert_eq!(teacher.program.title(), "Bedrijfsbezoek voorbereiden");
    teacher.press("Right");
    assert_eq!(teacher.program.title(), "stap 1 van 16 - Bedrijfsbezoek voorbereiden");
    teacher.check("Onze afspraken");
    teacher.press("Right");
    teacher.check("Wij gaan op bezoek");
}

#[test]
fn typing_searches_and_escape_empties_the_search() {
    let mut teacher = Teacher::at((80, 24));
    teacher.types("VERHAAL");
    teacher.check("► Verhaal afmaken");
    assert!(!teacher.sees().contains("Bedrijfsbezoek"));
    teacher.types("xyz");
    teacher.check("Niets gevonden");
    teacher.press("Esc");
    teacher.check("Bedrijfsbezoek");
    assert!(!teacher.program.is_over());
}

#[test]
fn the_key_that_lifts_a_cover_does_nothing_else() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Right Right");
    let before = teacher.sees();
    for cover in ["s", ".", "b", "d", "f"] {
        for key in ["Right", "z", "Left", "q", "Space", "s", "Enter", "Esc", "x"] {
            teacher.press(cover);
            assert_ne!(teacher.sees(), before, "{cover} covers");
            teacher.press(key);
            assert_eq!(teacher.sees(), before, "{key} lifts {cover}");
        }
    }
}

#[test]
fn stopping_asks_once_and_ctrl_c_twice_leaves_at_once() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Right Right q");
    teacher.check("toppen");
    teacher.press("Esc");
    assert!(!teacher.sees().contains("toppen"));
    teacher.press("Ctrl-q Enter");
    assert!(teacher.program.is_over());
    assert_eq!(teacher.program.close(), Ending::Kept);

    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Ctrl-c");
    // Which of its two questions depends on how fast the disk is.
    teacher.check("toppen");
    assert!(!teacher.program.is_over());
    teacher.press("Ctrl-c");
    assert!(teacher.program.is_over());
    assert_eq!(teacher.program.close(), Ending::Kept);
}

#[test]
fn a_finished_lesson_is_saved_while_the_teacher_goes_on() {
    let disk = Arc::new(Faulty::default());
    let mut teacher = Teacher::on_faulty(Arc::clone(&disk), (80, 24));
    teacher.types("verhaal");
    teacher.press("Enter Enter");
    teacher.walks_to("Afronden?");
    teacher.waits_for_the_disk();
    disk.plan().refuses = Some(ErrorKind::StorageFull);
    let asked = Instant::now();
    teacher.press("Enter Right");
    assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    teacher.waits_for("Afgerond, maar nog niet bewaard.");
    teacher.waits_for_the_disk();
    teacher.check("Verder gaan");
    teacher.press("Enter");
    teacher.check("Deze les is afgerond en wordt nog bewaard.");
    assert!(teacher.program.is_saving());

    disk.plan().refuses = None;
    teacher.waits_for("De afgeronde les is nu bewaard.");
    teacher.waits_for_the_disk();
    assert!(!teacher.sees().contains("Verder gaan"), "{}", teacher.sees());
    assert_eq!(teacher.program.close(), Ending::Quiet);
}

#[test]
fn what_cannot_be_saved_of_a_finished_lesson_is_said_last() {
    let disk = Arc::new(Faulty::default());
    let mut teacher = Teacher::on_faulty(Arc::clone(&disk), (80, 24));
    teacher.types("verhaal");
    teacher.press("Enter Enter");
    teacher.walks_to("Afronden?");
    disk.plan().refuses = Some(ErrorKind::StorageFull);
    teacher.press("Enter Ctrl-c Ctrl-c");
    assert!(teacher.program.is_over());
    assert!(matches!(teacher.program.close(), Ending::Unsaved(_)));
}

#[test]
fn the_panel_and_the_help_stay_until_the_next_key() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Right Right");
    let before = teacher.sees();
    teacher.press("n");
    teacher.check("Zeg        ");
    teacher.press("Right");
    assert_eq!(teacher.sees(), before);
    teacher.press("F1");
    teacher.check("Door de les");
    teacher.press("Esc");
    assert_eq!(teacher.sees(), before);
}

#[test]
fn what_does_not_fit_on_the_panel_is_a_few_keys_away() {
    for size in [(40, 12), (60, 15)] {
        let mut teacher = Teacher::in_class(size, "verhaal");
        teacher.walks_to("Welk verhaal kiezen we?");
        let class = teacher.sees();
        teacher.press("n");
        teacher.check("pijltjes: meer   andere toets: terug");
        assert!(!teacher.sees().contains("veranderen."), "{}", teacher.sees());
        teacher.press("Down PageDown PageDown PageDown PageDown PageDown");
        teacher.check("veranderen.");
        teacher.press("PageUp PageUp PageUp PageUp PageUp");
        teacher.check("stap 4 van 7");
        teacher.press("Esc");
        assert_eq!(teacher.sees(), class);
    }
}

#[test]
fn the_minutes_go_on_while_the_panel_is_open() {
    let minute = Some(Duration::from_mins(1));
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek voor");
    teacher.press("Right Right");
    assert!(teacher.program.next_change() > minute);
    teacher.press("n");
    assert!(teacher.program.next_change() <= minute);
    teacher.press("n");
    assert!(teacher.program.next_change() > minute);
}

#[test]
fn pasted_text_is_no_row_of_keys() {
    let mut teacher = Teacher::at((80, 24));
    teacher.program.paste("verhaal\n");
    teacher.check("► Verhaal afmaken");
    for keys in ["F1", "Esc Enter", "Enter", "Right", "d", "Esc y", "Esc ?", "Esc q", "Esc n"] {
        teacher.press(keys);
        let before = teacher.sees();
        teacher.program.paste("q\nd 12 zj");
        assert_eq!(teacher.sees(), before, "after {keys}");
    }
}

#[test]
fn nothing_wakes_a_quiet_screen() {
    let mut teacher = Teacher::at((80, 24));
    assert_eq!(teacher.program.next_change(), None);
    teacher.press("Enter Left Up Enter");
    assert_eq!(teacher.program.time_passed(), Seen::Same);
}

#[test]
fn each_card_is_walked_to_the_end_and_back_on_every_screen() {
    for size in [(40, 12), (80, 24), (120, 30)] {
        for card in ["bedrijfsbezoek", "past dit beroep", "verhaal"] {
            let mut teacher = Teacher::in_class(size, card);
            let mut steps = 0;
            while !teacher.sees().contains("Afronden?") {
                teacher.press("Right");
                steps += 1;
                assert!(steps < 600, "{card} at {size:?} goes on and on:\n{}", teacher.sees());
            }
            teacher.press("Esc");
            for _ in 0..=steps {
                teacher.press("Left");
            }
            teacher.check("Dit is het begin van de les.");
        }
    }
}

#[test]
fn enter_turns_the_pages_of_a_cover_as_the_arrow_does() {
    let mut by_enter = Teacher::in_class((40, 12), "bedrijfsbezoek voor");
    by_enter.press("Right Esc f");
    let first = by_enter.sees();
    by_enter.press("Enter");
    let second = by_enter.sees();
    assert_ne!(first, second);
    let mut by_arrow = Teacher::in_class((40, 12), "bedrijfsbezoek voor");
    by_arrow.press("Right Esc f Right");
    assert_eq!(by_arrow.sees(), second);
    assert!(second.contains("Onze afspraken"), "{second}");
}

#[test]
fn what_was_selected_is_left_with_its_step() {
    let mut undone = 0;
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    while !teacher.sees().contains("Afronden?") {
        teacher.press("a");
        if teacher.sees().contains("Schrijf geen namen.") {
            teacher.press("k Enter Esc o");
        }
        teacher.press("Right Down");
        let title = teacher.program.title();
        if teacher.sees().contains('►') {
            teacher.press("z");
            if teacher.program.title() != title {
                undone += 1;
                assert!(!teacher.sees().contains('►'), "{}", teacher.sees());
            }
            teacher.press("Right");
        }
    }
    assert!(undone > 0);
}

#[test]
fn a_lesson_that_was_left_unopened_leads_back_to_the_list_at_once() {
    let mut teacher = Teacher::in_class((80, 24), "verhaal");
    teacher.press("Right");
    let shelf = teacher.shelf.clone();
    let mut teacher = Teacher::at((80, 24));
    let (lists, _) = Lists::read(&shelf, local_time());
    teacher.press("Enter Esc");
    teacher.check("Kies een activiteit");
    teacher.check("Bedrijfsbezoek voorbereiden");
    teacher.program.take_lists(lists, &[]);
    teacher.check("Verder gaan");
}

#[test]
fn what_was_tried_and_left_before_it_began_is_not_offered() {
    let mut teacher = Teacher::at((80, 24));
    for _ in 0..3 {
        teacher.types("verhaal");
        teacher.press("Enter Enter");
        teacher.check("Jij en wie naast je zit");
        teacher = teacher.starts_again("q Enter");
        assert!(!teacher.sees().contains("Verder gaan"), "{}", teacher.sees());
    }
    // Broken off, not left: the duos may sit already.
    for _ in 0..3 {
        teacher.types("verhaal");
        teacher.press("End Enter Enter");
        teacher = teacher.starts_again("");
        teacher.check("Verder gaan\n    ► Verhaal afmaken");
        assert_eq!(teacher.sees().matches("vandaag").count(), 1, "{}", teacher.sees());
    }
    // What was begun is offered, whatever is tried after it.
    teacher.press("Enter Right");
    teacher = teacher.starts_again("q Enter");
    teacher.types("past dit");
    teacher.press("Enter Enter");
    teacher = teacher.starts_again("q Enter");
    teacher.check("Verder gaan\n    ► Verhaal afmaken");
}

#[test]
fn classes_that_are_read_while_a_lesson_is_set_up_can_be_chosen() {
    let named = Teacher::with_names((80, 24), "verhaal");
    let (lists, _) = Lists::read(&named.shelf, local_time());
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter Right");
    assert!(!teacher.sees().contains("zonder namen"), "{}", teacher.sees());
    let before = teacher.sees();
    assert!(before.contains("25"), "{before}");
    teacher.program.take_lists(lists, &[]);
    // The keys are still on the same question.
    teacher.press("Right");
    teacher.check("26");
    teacher.press("Up Right");
    teacher.check("2B");
}

#[test]
fn settings_that_cannot_be_read_are_told_and_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("instellingen.json");
    fs::create_dir(&path).unwrap();
    let mut teacher = Teacher::on(folder, (80, 24), ThemeName::Plain);
    teacher.check("De instellingen zijn niet te lezen.");
    teacher.press("Enter Enter");
    teacher.waits_for_the_disk();
    assert!(path.is_dir());
}

#[test]
fn damaged_settings_are_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("instellingen.json"), "{").unwrap();
    Teacher::on(folder, (80, 24), ThemeName::Plain).check("De instellingen waren beschadigd.");
}

#[test]
fn what_was_answered_last_stands_there_next_time() {
    let mut teacher = Teacher::at((80, 24));
    teacher.press("Enter Right Enter");
    teacher.waits_for_the_disk();
    assert_eq!(teacher.shelf.settings().0.unwrap().pupils, 25);
}

#[test]
fn a_long_notice_is_read_whole_on_every_screen() {
    let notice = "Bewaren lukt niet, want de stick met alle lessen is er niet meer. Doe hem er weer in en \
                  kijk of het lampje brandt; tot die tijd gaat alles gewoon door.";
    let check = |teacher: &mut Teacher| {
        teacher.program.say_all(&[Text::clean(notice)]);
        let seen = teacher.sees();
        assert!(seen.split_whitespace().collect::<Vec<_>>().join(" ").contains(notice), "{seen}");
    };
    for size in [(40, 12), (60, 15), (80, 24), (120, 30)] {
        let mut teacher = Teacher::at(size);
        check(&mut teacher);
        for keys in ["Enter", "Enter", "Right Esc Right"] {
            teacher.press(keys);
            check(&mut teacher);
        }
        while !teacher.sees().contains("typ jullie antwoord") {
            teacher.press("Right y Enter");
        }
        check(&mut teacher);
    }
}

#[test]
fn afronden_can_be_taken_back_until_the_end_is_left() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Afronden?");
    teacher.press("Enter");
    teacher.check("Afgerond. Mooi gedaan!");
    teacher.press("Left a s");
    teacher.check("Enter naar de lijst   z toch niet afronden");
    teacher.press("z");
    assert!(!teacher.sees().contains("Afgerond"), "{}", teacher.sees());
    teacher.press("Left Right Right");
    teacher.check("Afronden?");
    teacher.press("Enter Right");
    teacher.check("Kies een activiteit");
    teacher.waits_for_the_disk();
    assert!(!teacher.sees().contains("Verder gaan"), "{}", teacher.sees());
}

#[test]
fn leaving_after_afronden_promises_nothing() {
    let mut teacher = Teacher::in_class((80, 24), "past dit");
    teacher.walks_to("Afronden?");
    teacher.press("Enter q");
    assert!(teacher.program.is_over());
    assert_eq!(teacher.program.close(), Ending::Quiet);
}
