//! The program at its keys: what a teacher does, and what stands on the screen then.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use lesloper::class::{Pupil, Roster};
use lesloper::lesson::MAX_ANSWER;
use lesloper::session::{Shelf, local_time};
use lesloper::store::{Paths, Store};
use lesloper::text::Text;
use lesloper::tui::Ending;
use lesloper::tui::lists::Lists;
use lesloper::tui::program::{Program, Seen};
use lesloper::tui::theme::ThemeName;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use tempfile::TempDir;

use super::contrast::{SHAPES, contrast};
use super::{draw, text, theme};

/// A teacher with an empty disk.
struct Teacher {
    program: Program,
    size: (u16, u16),
    colours: ThemeName,
    _folder: TempDir,
}

impl Teacher {
    fn at(size: (u16, u16)) -> Self {
        Self::in_colours(size, ThemeName::Plain)
    }

    fn in_colours(size: (u16, u16), colours: ThemeName) -> Self {
        Self::on(tempfile::tempdir().unwrap(), size, colours)
    }

    fn on(folder: TempDir, (width, height): (u16, u16), colours: ThemeName) -> Self {
        let shelf = Shelf::new(Store::open(Paths::within(folder.path())));
        let size = Size { width, height };
        let mut program = Program::new(shelf.clone(), theme(colours), size, Arc::new(|| {}));
        let (lists, notices) = Lists::read(&shelf, local_time());
        program.take_lists(lists, &notices);
        Self { program, size: (width, height), colours, _folder: folder }
    }

    /// In a lesson with this card, on its start screen.
    fn in_class(size: (u16, u16), search: &str) -> Self {
        let mut teacher = Self::at(size);
        teacher.types(search);
        teacher.press("Enter Enter");
        teacher
    }

    /// In a lesson with a class that has names.
    fn with_names(size: (u16, u16), search: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Paths::within(folder.path()));
        let names = ["Amira", "Bas", "Chen", "Daan", "Esra", "Finn", "Gwen", "Hugo", "Ilse", "Jan"];
        let pupils = (1..).map(Pupil).zip(names.map(Text::clean)).collect();
        store.write_class(&Roster::new(Text::clean("2B"), pupils).unwrap()).unwrap();
        let mut teacher = Self::on(folder, size, ThemeName::Plain);
        teacher.types(search);
        teacher.press("Enter Up Right Enter");
        teacher
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.program.press(named(key));
        }
    }

    fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.program.press(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
        }
    }

    /// Goes on until this stands there.
    fn walks_to(&mut self, expected: &str) {
        for _ in 0..100 {
            if self.sees().contains(expected) {
                return;
            }
            self.press("Right");
        }
        panic!("no {expected:?} on the way");
    }

    fn sees(&self) -> String {
        text(&self.picture())
    }

    fn picture(&self) -> Buffer {
        draw(self.size, &theme(self.colours), |frame| self.program.draw(frame))
    }

    #[track_caller]
    fn check(&self, expected: &str) {
        let seen = self.sees();
        assert!(seen.contains(expected), "no {expected:?} in\n{seen}");
    }
}

fn named(key: &str) -> KeyEvent {
    let (modifiers, name) = match key.strip_prefix("Ctrl-") {
        Some(name) => (KeyModifiers::CONTROL, name),
        None => (KeyModifiers::NONE, key),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Backspace" => KeyCode::Backspace,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Right" => KeyCode::Right,
        "Left" => KeyCode::Left,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Space" => KeyCode::Char(' '),
        "F1" => KeyCode::F(1),
        "F5" => KeyCode::F(5),
        name => KeyCode::Char(name.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}

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
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
    teacher.press("Right");
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
fn an_answer_is_kept_for_the_next_duo_in_turn() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
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
    assert!(!teacher.sees().contains("hoe vroeg"), "{}", teacher.sees());
}

#[test]
fn a_step_without_answers_says_so_at_once() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
    teacher.press("Right a");
    teacher.check("Bij deze stap hoort geen antwoord.");
    teacher.press("Right");
    assert!(!teacher.sees().contains("geen antwoord"));
}

#[test]
fn pupils_at_the_keys_can_do_nothing_but_type() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
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
fn stopping_asks_once_and_ctrl_c_twice_leaves_at_once() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
    teacher.press("q");
    teacher.check("Stoppen voor vandaag?");
    teacher.press("Esc");
    assert!(!teacher.sees().contains("Stoppen"));
    teacher.press("Ctrl-q Enter");
    assert!(teacher.program.is_over());
    assert_eq!(teacher.program.close(), Ending::Kept);

    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
    teacher.press("Ctrl-c");
    teacher.check("Stoppen voor vandaag?");
    assert!(!teacher.program.is_over());
    teacher.press("Ctrl-c");
    assert!(teacher.program.is_over());
    assert_eq!(teacher.program.close(), Ending::Kept);
}

#[test]
fn the_panel_and_the_help_stay_until_the_next_key() {
    let mut teacher = Teacher::in_class((80, 24), "bedrijfsbezoek");
    teacher.press("Right");
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
fn an_answer_that_was_begun_waits_for_its_step() {
    let mut teacher = Teacher::in_class((80, 24), "beroep");
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
        let mut teacher = Teacher::in_class((80, 24), "beroep");
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
fn a_count_that_was_typed_is_kept_when_the_teacher_wants_to_stop() {
    let mut teacher = Teacher::in_class((80, 24), "beroep");
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
    let mut teacher = Teacher::with_names((80, 24), "beroep");
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
fn no_more_can_be_typed_than_an_answer_may_hold() {
    let mut teacher = Teacher::in_class((80, 24), "beroep");
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
fn what_a_teacher_reads_has_four_and_a_half_to_one() {
    for colours in [ThemeName::Dark, ThemeName::Light] {
        let mut teacher = Teacher::in_colours((80, 24), colours);
        for keys in
            ["F1", "Esc Down", "Enter", "Down Right", "Enter Right n", "Esc ?", "Esc q", "Esc Right Right a"]
        {
            teacher.press(keys);
            let picture = teacher.picture();
            let letters = picture.content().iter().filter(|cell| {
                let symbol = cell.symbol();
                symbol.trim() != "" && !SHAPES.contains(symbol)
            });
            for cell in letters {
                let found = contrast(cell);
                assert!(found >= 4.5, "{colours:?} after {keys}: {:?} has {found:.1}", cell.symbol());
            }
        }
    }
}
