//! What the class sees, at every size.

use std::collections::BTreeSet;
use std::fmt::Write;

use expect_test::expect_file;
use lesloper::lesson::{Body, Cast, CoverView, Drawing, End, Pitching, Play, Scene, Ways};
use lesloper::text::Text;
use lesloper::tui::screens::class;
use lesloper::tui::theme::ThemeName;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::{SIZES, draw_pages, samples, text, theme};

/// The smallest screen, and odd ones between.
const OTHERS: [(u16, u16); 4] = [(40, 12), (41, 13), (59, 19), (100, 20)];

#[test]
fn each_moment_looks_as_it_did() {
    for (name, scene) in samples::all() {
        let mut pictures = String::new();
        for size in SIZES {
            let pages = draw_pages(&scene, size, &theme(ThemeName::Plain));
            for (index, page) in pages.iter().enumerate() {
                let (width, height) = size;
                writeln!(pictures, "#### {width}x{height}, page {} of {}", index + 1, pages.len()).unwrap();
                pictures.push_str(&text(page));
            }
        }
        let file = format!("{}/tests/screens/pictures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&pictures);
    }
}

#[test]
fn every_word_stands_on_some_page_at_every_size() {
    for (name, scene) in samples::all() {
        for size in SIZES.into_iter().chain(OTHERS) {
            let pages = draw_pages(&scene, size, &theme(ThemeName::Plain));
            let shown = squeezed(&pages.iter().map(text).collect::<String>());
            for words in words(&scene) {
                for word in words.split_whitespace() {
                    assert!(shown.contains(&squeezed(word)), "{name} at {size:?} lost {word:?} of {words:?}");
                }
            }
        }
    }
}

#[test]
fn no_moment_takes_more_than_a_few_pages() {
    for (name, scene) in samples::all() {
        let pages = |(width, height)| {
            class::pages(&scene, None, Size { width, height }, &theme(ThemeName::Plain)).pages.len()
        };
        assert!(pages((40, 12)) <= 9, "{name}: {} pages at 40x12", pages((40, 12)));
        assert!(pages((60, 15)) <= 3, "{name}: {} pages at 60x15", pages((60, 15)));
        assert!(pages((80, 24)) <= 2, "{name}: {} pages at 80x24", pages((80, 24)));
        assert!(pages((120, 30)) <= 1, "{name}: {} pages at 120x30", pages((120, 30)));
    }
}

#[test]
fn the_edges_hold_nothing_that_is_needed() {
    for (name, scene) in samples::all() {
        for size in OTHERS {
            for page in draw_pages(&scene, size, &theme(ThemeName::Plain)) {
                assert!(is_empty_beside(&page), "{name} at {size:?}:\n{}", text(&page));
            }
        }
    }
}

fn is_empty_beside(page: &Buffer) -> bool {
    let width = page.area.width;
    (0..page.area.height).all(|y| [0, 1, width - 2, width - 1].iter().all(|x| page[(*x, y)].symbol() == " "))
}

/// Without spaces and hyphens: a word may be broken at the end of a row.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"-▌□•│├└─".contains(*c)).collect()
}

/// All that the class must be able to read.
pub fn words(scene: &Scene) -> BTreeSet<String> {
    let mut words: Vec<String> = Vec::new();
    match &scene.cover {
        Some(CoverView::Blank | CoverView::Stop | CoverView::Freeze) => {}
        Some(CoverView::Duos(duos)) => {
            words.extend(duos.iter().flat_map(|duo| &duo.names).map(ToString::to_string));
        }
        Some(CoverView::Words(pairs)) => {
            words.extend(pairs.iter().flat_map(|(a, b)| [a, b]).map(ToString::to_string));
        }
        Some(CoverView::Agreements(lines)) => words.extend(lines.iter().map(ToString::to_string)),
        Some(CoverView::Turn { duo, .. }) => words.extend(duo.names.iter().map(ToString::to_string)),
        None => words.extend(body_words(&scene.body)),
    }
    words.into_iter().collect()
}

fn end_texts(end: &End) -> impl Iterator<Item = &Text> {
    let gathered = end.gathered.iter().flatten().flat_map(|gathered| {
        let counted = gathered.counts.iter().map(|option| &option.text);
        gathered.answers.iter().map(|answer| &answer.text).chain([&gathered.question]).chain(counted)
    });
    gathered.chain(&end.follows)
}

fn body_words(body: &Body) -> Vec<String> {
    let mut texts = Vec::new();
    match body {
        Body::Start(start) => {
            texts.extend(
                [&start.title, &start.goal]
                    .into_iter()
                    .chain(&start.now)
                    .chain(&start.last)
                    .chain(&start.next),
            );
            texts.extend(start.duos.iter().flat_map(|duo| &duo.names));
        }
        Body::Explain { sentence, parts } => {
            texts.push(sentence);
            texts.extend(&parts.lines[..parts.shown]);
        }
        Body::Question(question) => {
            texts.push(&question.sentence);
            match &question.answers.shown {
                Some(shown) => texts.extend(shown.iter().map(|answer| &answer.text)),
                None => texts.extend(question.help.iter().chain(&question.starters)),
            }
        }
        Body::Choice(choice) => {
            texts.push(&choice.sentence);
            texts.extend(choice.options.iter().map(|option| &option.text));
            texts.extend(choice.help.iter().chain(&choice.starters));
        }
        Body::Sort { sentence, hidden: 1.., .. } => texts.push(sentence),
        Body::Sort { sentence, item, columns, .. } => {
            texts.push(sentence);
            texts.extend(item);
            texts.extend(columns.iter().flat_map(|column| column.items.iter().chain([&column.title])));
        }
        Body::Tell { title, told } => {
            texts.push(title);
            texts.extend(&told.lines[..told.shown]);
        }
        Body::Fork { text, question, ways } => {
            texts.extend(text.iter().chain(question));
            if let Ways::Choices(choices) = ways {
                texts.extend(choices.iter().map(|choice| &choice.text));
            }
        }
        Body::Task { sentence, checklist } => texts.extend(checklist.iter().chain([sentence])),
        Body::LookBack { sentence, returned } => {
            texts.push(sentence);
            for (duo, answer) in returned.shown.iter().flatten() {
                texts.extend(duo.names.iter().chain([&answer.text]));
            }
        }
        Body::NextStep { questions, starters } => {
            texts.extend(&questions.lines[..questions.shown]);
            texts.extend(starters);
        }
        Body::Closing(closing) => texts.extend(closing.did.iter().chain(&closing.next).chain(&closing.home)),
        Body::End(end) => texts.extend(end_texts(end)),
        body => texts.extend(more_texts(body)),
    }
    texts.into_iter().map(ToString::to_string).collect()
}

/// Of the steps in which the class picks first, or gets up.
fn more_texts(body: &Body) -> Vec<&Text> {
    match body {
        Body::PickStory { stories } => stories.iter().collect(),
        Body::Play(Play::Pick { situations }) => situations.iter().collect(),
        Body::Play(Play::Groups { cast }) => roles_of(cast),
        Body::Play(Play::Read { reader: one, .. } | Play::Watch { watcher: one }) => {
            one.card.iter().chain(&one.role).collect()
        }
        Body::Play(Play::Begin { line }) => vec![line],
        Body::Play(Play::Act(act)) => {
            let watched = act.cast.iter().filter(|one| one.role.is_none()).flat_map(|one| &one.card);
            roles_of(&act.cast).into_iter().chain(watched).chain(&act.line).chain(&act.starters).collect()
        }
        Body::Play(Play::Swap { cast }) => {
            roles_of(cast).into_iter().chain(cast.iter().flat_map(|one| &one.card)).collect()
        }
        Body::Line(line) => {
            line.help.iter().chain(&line.starters).chain(&line.ends).chain([&line.sentence]).collect()
        }
        Body::Draw(Drawing::Deck { sentence, .. }) => vec![sentence],
        Body::Draw(Drawing::Drawn { duo, card, sentence, .. }) => {
            duo.names.iter().chain([card, sentence]).collect()
        }
        Body::Draw(Drawing::Turned { duo, card, back, .. }) => duo.names.iter().chain([card, back]).collect(),
        Body::Draw(Drawing::All { sentence, cards, help, starters }) => {
            let cards = cards.iter().map(|(_, card)| card);
            cards.chain(help).chain(starters).chain([sentence]).collect()
        }
        Body::Pitch(Pitching::Prepare { sentence, help, starters, .. }) => {
            help.iter().chain(starters).chain([sentence]).collect()
        }
        Body::Pitch(Pitching::Speaks { duo, question, .. }) => duo.names.iter().chain([question]).collect(),
        Body::Pitch(Pitching::Heard { question }) => vec![question],
        _ => Vec::new(),
    }
}

fn roles_of(cast: &[Cast]) -> Vec<&Text> {
    cast.iter().filter_map(|one| one.role.as_ref()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_size_makes_it_fall(width in 0_u16..250, height in 0_u16..80, index in 0_usize..60) {
        let samples = samples::all();
        let (_, scene) = &samples[index % samples.len()];
        draw_pages(scene, (width, height), &theme(ThemeName::Dark));
    }
}

#[test]
fn the_smallest_sizes_do_not_make_it_fall() {
    for (_, scene) in samples::all() {
        for size in [(0, 0), (1, 1), (0, 9), (9, 0), (2, 2), (5, 40)] {
            draw_pages(&scene, size, &theme(ThemeName::Dark));
        }
    }
}
