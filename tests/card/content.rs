//! What can be asked of a card that was read.

use lesloper::card::{Card, Form, Kind, Phase, Step, Wording};

use super::RICH;

fn rich() -> Card {
    Card::parse(RICH).unwrap()
}

#[test]
fn a_step_that_says_so_begins_a_new_les() {
    let card = rich();
    assert_eq!(card.sittings(), [0..4, 4..6, 6..10, 10..13]);
    assert_eq!(card.minutes(), 17 + 19 + 25 + 14);
}

#[test]
fn the_list_of_activities_shows_the_form_that_lasts_longest() {
    assert_eq!(rich().form(), Form::Pair);
    assert_eq!(rich().form().label(), "duo");
    assert_eq!(Form::AlonePairFourClass.label(), "viertal");
}

#[test]
fn a_step_knows_its_phase_its_timed_parts_and_its_title() {
    let title = |step: &Step| step.title(Wording::Own).to_string();
    let steps: Vec<(Phase, usize, String)> =
        rich().steps.iter().map(|step| (step.phase, step.minutes.len(), title(step))).collect();
    let expected = [
        (Phase::Prepare, 1, "Vandaag bereiden we het bezoek voor."),
        (Phase::Prepare, 3, "jullie vragen"),
        (Phase::Prepare, 3, "Waar krijg jij energie van?"),
        (Phase::Prepare, 1, "Past dit bij jou?"),
        (Phase::Do, 0, "Maak een foto van jullie werkplek."),
        (Phase::Do, 6, "De stage van Sanae"),
        (Phase::Do, 3, "Een stage kies je zelf."),
        (Phase::Do, 1, "Wat zou jij dan zeggen?"),
        (Phase::Do, 3, "Aan de balie"),
        (Phase::Do, 2, "Vertel wat jullie ontdekten."),
        (Phase::LookBack, 1, "Wat ben je te weten gekomen?"),
        (Phase::LookBack, 1, "Welke vraag stel je nog eens?"),
        (Phase::LookBack, 1, "Wat heb ik ontdekt?"),
    ];
    assert_eq!(steps, expected.map(|(phase, parts, title)| (phase, parts, title.to_owned())));
}

#[test]
fn simple_words_are_laid_over_the_step() {
    let card = rich();
    let step = card.steps.iter().find(|step| matches!(step.kind, Kind::Story(_))).unwrap();
    let story = |wording| match step.worded(wording) {
        Kind::Story(step) => step.stories[0].clone(),
        other => panic!("{other:?} is no story"),
    };
    let (own, simple) = (story(Wording::Own), story(Wording::Simple));
    assert_eq!(&*own.fragments[0], "Sanae wil stage lopen in een garage.");
    assert_eq!(&*simple.fragments[0], "Sanae zoekt een stage.");
    assert_eq!(&*simple.scenes[2].text[0], "Ze belt haar mentor.");
    // What the simple words leave out is as in the step itself, links included.
    assert_eq!(simple.scenes[0], own.scenes[0]);
    assert_eq!(simple.debrief, own.debrief);
}

#[test]
fn what_a_card_leaves_out_is_as_usual() {
    let source = RICH
        .replace("\"stemvraag\": \"Wat helpt Sanae het meest?\",", "")
        .replace("\"breuk\": \"Wat zou Sanae kunnen doen?\",", "")
        .replace("\"vragen\": [\"Wat heb ik ontdekt?\", \"Wat wordt mijn volgende stap?\"],", "");
    let card = Card::parse(&source).unwrap();
    let Kind::Story(step) = &card.steps[5].kind else { panic!("the story is gone") };
    assert_eq!(&*step.stories[0].vote_question, "Wat helpt Sanae het meest?");
    assert_eq!(&*step.stories[0].break_question, "Hoe gaat het verder?");
    let Kind::NextStep(step) = &card.steps[12].kind else { panic!("the next step is gone") };
    assert_eq!(step.questions.len(), 5);
}

#[test]
fn a_mark_before_the_file_and_windows_line_ends_do_no_harm() {
    let source = format!("\u{feff}{}", RICH.replace('\n', "\r\n"));
    assert_eq!(*Card::parse(&source).unwrap(), *rich());
}
