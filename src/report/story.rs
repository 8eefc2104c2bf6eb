//! What the teacher reads aloud: stories with their forks, and the situations of a role play.

use maud::{Markup, html};

use crate::card::{Card, Kind, Roleplay, Situation, Step, Story, StoryScene, Wording};
use crate::report::terms::{asked, bullets, letter, starters};
use crate::text::Text;

/// With its name: each story, of which a class uses one, and the situations of each role play.
pub fn each(card: &Card, wording: Wording) -> Vec<(&str, Markup)> {
    card.steps.iter().flat_map(|step| of_step(step, wording)).collect()
}

fn of_step(step: &Step, wording: Wording) -> Vec<(&str, Markup)> {
    match step.worded(wording) {
        Kind::Story(step) => step.stories.iter().map(|story| (story.title.as_ref(), told(story))).collect(),
        Kind::Roleplay(play) => vec![(asked(step, wording), situations(play))],
        _ => Vec::new(),
    }
}

fn situations(play: &Roleplay) -> Markup {
    html! { @for situation in &play.situations { article.aloud.told-short { (set(situation)) } } }
}

fn told(story: &Story) -> Markup {
    html! { article.aloud {
        h2 { (story.title) }
        p.kicker { "Lees rustig voor. Stop even na elke zin." }
        @for fragment in &story.fragments { p { (fragment) } }
        div.stop {
            p.ask { (story.break_question) }
            (starters(&story.starters))
            p { "Bij het stemmen: " (story.vote_question) }
        }
        @if !story.scenes.is_empty() {
            h3 { "Zo kan het ook gaan" }
            p.kicker { "De klas kiest. Ga naar die scène. Kies daarna ook de andere weg." }
            @for (number, scene) in (1..).zip(&story.scenes) { (played(number, scene)) }
        }
        (talked_over(&story.debrief))
    } }
}

fn played(number: usize, scene: &StoryScene) -> Markup {
    html! {
        div.scene {
            h4 { "Scène " (number) }
            @for text in &scene.text { p { (text) } }
            @if let Some(question) = &scene.question { p.ask { (question) } }
            @if scene.choices.is_empty() {
                p.ending { "Einde" }
            } @else {
                ul.forks {
                    @for (at, fork) in scene.choices.iter().enumerate() {
                        li { b { (letter(at)) } span { (fork.text) } span.to { "ga naar scène " (fork.to + 1) } }
                    }
                }
            }
        }
    }
}

fn set(situation: &Situation) -> Markup {
    html! {
        h2 { (situation.title) }
        p.kicker { "Lees rustig voor. De spelers hebben hun rolkaart." }
        @for text in &situation.told { p { (text) } }
        @if let Some(line) = &situation.line {
            div.stop {
                p.ask { (line) }
                p { "Deze zin lees jij. Een leerling zegt hem nooit. Het spelen begint erna." }
            }
        }
        p { "Wie spelen er: " (names(situation)) }
        (talked_over(&situation.debrief))
    }
}

fn names(situation: &Situation) -> String {
    crate::dutch::list(&situation.roles.iter().map(|role| &role.name).collect::<Vec<_>>())
}

fn talked_over(questions: &[Text]) -> Markup {
    html! { div.after { h3 { "Praat na" } (bullets(questions)) } }
}
