//! What the teacher reads aloud: stories with their forks, and the situations of a role play.

use maud::{Markup, html};

use crate::card::{Card, Kind, Situation, Story, StoryScene, Wording};
use crate::report::terms::{bullets, letter, starters};
use crate::text::Text;

pub fn pages(card: &Card, wording: Wording) -> Markup {
    html! {
        @for kind in card.steps.iter().map(|step| step.worded(wording)) {
            @match kind {
                Kind::Story(step) => { @for story in &step.stories { article.page.aloud { (told(story)) } } }
                Kind::Roleplay(play) => {
                    @for situation in &play.situations { article.page.aloud { (set(situation)) } }
                }
                _ => {}
            }
        }
    }
}

fn told(story: &Story) -> Markup {
    html! {
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
    }
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
        (starters(&situation.starters))
        @if !situation.watch.is_empty() { h3 { "Wie kijkt, let op" } (bullets(&situation.watch)) }
        (talked_over(&situation.debrief))
    }
}

fn names(situation: &Situation) -> String {
    crate::dutch::list(&situation.roles.iter().map(|role| &role.name).collect::<Vec<_>>())
}

fn talked_over(questions: &[Text]) -> Markup {
    html! { div.after { h3 { "Praat na" } (bullets(questions)) } }
}
