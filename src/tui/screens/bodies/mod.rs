//! What each kind of step shows to the class: one function for each `Body`.

mod asked;
mod duos;
mod ends;
mod line;
mod picks;
mod roleplay;
mod story;

pub use asked::together;
pub use duos::called;
pub use line::how;
pub use picks::{how_to_choose, how_to_sort};
pub use roleplay::{name, who};

use crate::lesson::{Body, Doing};
use crate::tui::pages::Flow;
use crate::tui::pen::Pen;

pub fn flow(body: &Body, pen: &Pen) -> Flow {
    match body {
        Body::Start(start) => pen.start(start),
        Body::Explain { sentence, parts } => pen.explain(sentence, parts),
        Body::Question(question) => pen.question(question),
        Body::Choice(choice) => pen.choice(choice),
        Body::Sort { hidden: 1.., sentence, .. } => pen.sort_later(sentence),
        Body::Sort { sentence, item: Some(item), doing, columns, .. } => {
            pen.sort(sentence, item, *doing, columns)
        }
        Body::Sort { sentence, columns, .. } => pen.sorted(sentence, columns),
        Body::PickStory { stories } => pen.pick(stories),
        Body::Tell { title, told } => pen.tell(title, told),
        Body::Fork { text, question, ways } => pen.fork(text, question.as_ref(), ways),
        Body::Task { sentence, checklist } => pen.task(sentence, checklist),
        Body::LookBack { sentence, returned } => pen.look_back(sentence, returned),
        Body::NextStep { questions, starters } => pen.next_step(questions, starters),
        Body::Play(play) => pen.play(play),
        Body::Line(line) => pen.line_of_places(line),
        Body::Draw(drawing) => pen.drawing(drawing),
        Body::Pitch(pitching) => pen.pitching(pitching),
        Body::Closing(closing) => pen.closing(closing),
        Body::End(end) => pen.end(end),
    }
}

/// What the class does now, in words; empty where the sentence says it.
pub fn what_to_do(doing: Doing) -> &'static str {
    match doing {
        Doing::AsAsked => "",
        Doing::ThinkAlone => "Denk eerst zelf na.",
        Doing::TalkInPair => "Praat erover met je duo.",
        Doing::TalkInThree => "Praat erover met z'n drieën.",
        Doing::TalkInFour => "Praat erover met z'n vieren.",
        Doing::ShareInClass => "Vertel het aan de klas.",
        Doing::ChooseAgain => "Kies nu opnieuw.",
        Doing::InventEndings => "Bedenk samen meer dan één manier.",
        Doing::ChooseOneEnding => "Kies met twee duo's het beste einde.",
        Doing::TellEndings => "Vertel jullie einde aan de klas.",
        Doing::Vote => "Elk duo geeft twee stemmen.",
        Doing::ActOut => "Speel het einde, of schrijf het op.",
        Doing::TakeAPlace => "Ga op de lijn staan.",
        Doing::TalkOfPlaces => "Vertel elkaar waarom je daar staat.",
        Doing::TakeAPlaceAgain => "Kies nu opnieuw je plek.",
        Doing::TalkItOver => "Praat er samen over na.",
    }
}
