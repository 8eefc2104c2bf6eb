//! What is written large says all that is to be said: no word is lost, and nothing leaves its box.

use lesloper::lesson::{Body, CoverView, Drawing, Scene};
use lesloper::tui::fitting::Fitted;
use lesloper::tui::letters::LetterSet;
use lesloper::tui::screens::class;
use lesloper::tui::theme::Role;
use lesloper::tui::widgets::row::{Mark, Row};
use ratatui::layout::Size;

use super::{SCENES, VIEWS, theme_with};
use crate::screens::class_view;

/// So large that all stands on one page, in lines that are not broken.
const AMPLE: Size = Size { width: 300, height: 200 };

/// All words of all pages in order, with broken ones whole again; what comes again above a later
/// page once.
pub fn said(fitted: &Fitted) -> Vec<String> {
    let rows = fitted.pages.iter().flat_map(|page| &page.rows).filter(|row| row.mark != Mark::Again);
    split(&rows.map(said_by).collect::<Vec<_>>().join(" "))
}

/// Of big letters only the first row says something.
fn said_by(row: &Row) -> String {
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
        (None, body) => matches!(
            body,
            Body::Start(_) | Body::Sort { .. } | Body::Line(_) | Body::Draw(Drawing::All { .. })
        ),
    }
}

/// What there is to say.
pub fn to_be_said(scene: &Scene) -> Vec<String> {
    said(&class::pages(scene, None, AMPLE, &theme_with(LetterSet::None)))
}

#[test]
fn no_word_of_a_card_is_lost() {
    for scene in SCENES.iter() {
        let shown = &scene.words;
        for text in class_view::words(&scene.scene) {
            let text = split(&text);
            let stands_there = if has_columns(&scene.scene) {
                text.iter().all(|word| shown.contains(word))
            } else {
                shown.concat().contains(&text.concat())
            };
            assert!(stands_there, "{}: {text:?} is not in {shown:?}", scene.name);
        }
    }
}

#[test]
fn every_set_says_the_same_at_every_size() {
    // Where room is short, a share goes before a count, and each bar has the name of its round.
    let is_of_bars = |word: &String| word.parse::<u32>().is_ok() || ["eerst", "nu"].contains(&word.as_str());
    let in_order = |scene: &Scene, words: &[String]| match (&scene.cover, &scene.body) {
        (None, Body::Choice(_) | Body::Line(_) | Body::End(_)) => {
            sorted(words.iter().filter(|word| !is_of_bars(word)).cloned().collect())
        }
        _ if has_columns(scene) => {
            // Titles come again above each later part of their columns.
            let mut words = sorted(words.to_owned());
            words.dedup();
            words
        }
        _ => words.to_owned(),
    };
    for view in VIEWS.iter() {
        let scene = &view.scene.scene;
        let expected = in_order(scene, &view.scene.words);
        assert_eq!(in_order(scene, &view.words), expected, "{}", view.name());
    }
}

#[test]
fn nothing_leaves_its_box() {
    let outside = VIEWS.iter().filter(|view| view.leaves_its_box);
    let outside: Vec<String> = outside.map(super::Seen::name).collect();
    assert!(outside.is_empty(), "{outside:#?}");
}
