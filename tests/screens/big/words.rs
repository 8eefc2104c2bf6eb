//! What is written large says all that is to be said: no word is lost, and nothing leaves its box.

use lesloper::lesson::{Body, CoverView, Scene};
use lesloper::tui::fitting::Fitted;
use lesloper::tui::letters::LetterSet;
use lesloper::tui::screens::class::{self, Layout};
use lesloper::tui::theme::Role;
use lesloper::tui::widgets::row::{Mark, Row};
use ratatui::layout::Size;

use super::{SIZES, theme_with, with_each};
use crate::places;
use crate::screens::{class_view, samples};

/// So large that all stands on one page, in lines that are not broken.
const AMPLE: Size = Size { width: 300, height: 200 };

/// All words in order, with broken ones whole again; what comes again above a later page once.
fn words(fitted: &Fitted) -> Vec<String> {
    let rows = fitted.pages.iter().flat_map(|page| &page.rows).filter(|row| row.mark != Mark::Again);
    split(&rows.map(said).collect::<Vec<_>>().join(" "))
}

/// What a row says: of big letters only the first row does.
fn said(row: &Row) -> String {
    let is_read = |text: &str| text.chars().any(char::is_alphanumeric);
    let pieces = row.pieces.iter().filter(|(role, text)| *role == Role::Said || is_read(text));
    pieces.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Only letters and digits: signs differ from size to size.
fn split(text: &str) -> Vec<String> {
    let whole = text.replace("- ", "").replace('-', "");
    let bare = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    whole.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

/// Things that stand side by side are not in the order of their rows.
fn has_columns(scene: &Scene) -> bool {
    match (&scene.cover, &scene.body) {
        (Some(cover), _) => matches!(cover, CoverView::Duos(_)),
        (None, Body::Question(question)) => question.answers.shown.is_some(),
        (None, Body::Start(start)) => start.duos.iter().any(|duo| !duo.names.is_empty()),
        (None, body) => matches!(body, Body::Sort { .. }),
    }
}

fn scenes() -> Vec<(String, Scene)> {
    let samples = samples::all().into_iter().map(|(name, scene)| (name.to_owned(), scene));
    places::scenes().into_iter().chain(samples).collect()
}

#[test]
fn no_word_of_a_card_is_lost() {
    for (name, scene) in scenes() {
        let shown = words(&class::pages(&scene, None, AMPLE, &theme_with(LetterSet::None)));
        for text in class_view::words(&scene) {
            let text = split(&text);
            let stands_there = match has_columns(&scene) {
                true => text.iter().all(|word| shown.contains(word)),
                false => shown.concat().contains(&text.concat()),
            };
            assert!(stands_there, "{name}: {text:?} is not in {shown:?}");
        }
    }
}

#[test]
fn every_set_says_the_same_at_every_size() {
    let said = |scene: &Scene| words(&class::pages(scene, None, AMPLE, &theme_with(LetterSet::None)));
    let scenes = scenes().into_iter().map(|(name, scene)| (name, said(&scene), scene)).collect::<Vec<_>>();
    with_each(&LetterSet::ALL, |set| {
        let theme = theme_with(set);
        for (name, expected, scene) in &scenes {
            for (width, height) in SIZES {
                let at = format!("{name} at {width}x{height} in {}", set.name());
                let fitted = class::pages(scene, None, Size { width, height }, &theme);
                let is = words(&fitted);
                if has_columns(scene) {
                    assert_eq!(sorted(is), sorted(expected.clone()), "{at}");
                } else {
                    assert_eq!(&is, expected, "{at}");
                }
                let room = Layout::new(Size { width, height }).room();
                for page in &fitted.pages {
                    assert!(page.rows.len() <= room.height, "{at}: a page is too high");
                    let ends = |row: &Row| usize::from(row.indent) + row.width();
                    assert!(page.rows.iter().all(|row| ends(row) <= room.width), "{at}: a row is too wide");
                }
            }
        }
    });
}
