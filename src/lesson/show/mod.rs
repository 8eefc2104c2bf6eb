//! From a lesson to what is seen of it.

mod active;
mod answers;
pub mod behind;
mod edge;
mod story;

use crate::card::{Kind, LookBack, Question, Step};
use crate::class::{Group, Pupil, Roster, fours};
use crate::lesson::Cover;
use crate::lesson::answers::{Answer, Board, ItemId, Topic};
use crate::lesson::event::Moment;
use crate::lesson::here::Here;
use crate::lesson::place::{Beat, Place, doings};
use crate::lesson::scene::{
    Answers, Body, Column, CoverView, Doing, Duo, PictureView, QuestionView, Revealed, Scene, Shown, Sign,
};
use crate::lesson::state::Lesson;
use crate::text::Text;

impl Lesson {
    /// What is seen at `now`; `names` is the class file, where there is one.
    pub fn scene(&self, now: Moment, names: Option<&Roster>) -> Scene {
        let here = self.here();
        let body = self.body(here, names);
        Scene {
            place: self.place_line(here),
            cover: self.cover.and_then(|cover| self.cover_view(cover, names)),
            picture: here.and_then(|here| picture(here.the_step, &body)),
            body,
            sign: here.map(sign),
            clock: here.and_then(|here| self.clock(here.part())).and_then(|clock| clock.view(now.monotonic)),
            teacher: self.teacher_view(here, now, names),
        }
    }

    fn body(&self, here: Option<Here<'_>>, names: Option<&Roster>) -> Body {
        match (self.place, here) {
            (Place::Start, _) => Body::Start(self.start(names)),
            (Place::Closing { before }, _) => Body::Closing(self.closing(before)),
            (_, Some(here)) => self.step_body(here, names),
            (_, None) => Body::End(self.end()),
        }
    }

    fn step_body(&self, here: Here<'_>, names: Option<&Roster>) -> Body {
        let Here { step, the_step, beat, .. } = here;
        if let Some(body) = self.active_body(here, names) {
            return body;
        }
        match (here.kind(), beat) {
            (Kind::Explain(explain), Beat::Reveal(shown)) => Body::Explain {
                sentence: explain.sentence.clone(),
                parts: Revealed { lines: explain.parts.clone(), shown },
            },
            (
                Kind::Question(Question { sentence, help, starters })
                | Kind::LookBack(LookBack { sentence, help, starters, .. }),
                Beat::Round(round),
            ) => Body::Question(QuestionView {
                sentence: sentence.clone(),
                doing: doing(the_step, round),
                fours: self.fours(doing(the_step, round)),
                help: help.clone(),
                starters: starters.clone(),
                answers: self.answers_view(Topic { step, story: 0 }),
            }),
            (Kind::LookBack(look_back), _) => {
                Body::LookBack { sentence: look_back.sentence.clone(), returned: self.returned(step, names) }
            }
            (Kind::Choice(choice), Beat::Round(round)) => Body::Choice(self.choice_view(here, choice, round)),
            (Kind::Sort(sort), beat) => {
                let items = self.items(step);
                Body::Sort {
                    sentence: sort.sentence.clone(),
                    doing: doing(the_step, 0),
                    item: item_at(&items, beat),
                    columns: self.columns(step, &sort.columns, &items),
                    hidden: self.returned_in_sight(step).1.len(),
                }
            }
            (Kind::Task(task), _) => {
                Body::Task { sentence: task.sentence.clone(), checklist: task.checklist.clone() }
            }
            (Kind::NextStep(next), Beat::Reveal(shown)) => Body::NextStep {
                questions: Revealed { lines: next.questions.clone(), shown },
                starters: next.starters.clone(),
            },
            (Kind::Story(stories), Beat::PickStory) => {
                Body::PickStory { stories: stories.stories.iter().map(|story| story.title.clone()).collect() }
            }
            (Kind::Story(_), beat) => self.story_body(step, beat),
            // A beat belongs to its kind (`Lesson::beats`); shown as the bare sentence if ever not.
            (kind, _) => Body::Task { sentence: kind.sentence().clone(), checklist: Vec::new() },
        }
    }

    fn columns(&self, step: usize, titles: &[Text], items: &[(ItemId, &Text)]) -> Vec<Column> {
        let in_column = |column: usize| {
            let here = |item: ItemId| self.sorted.get(&(step, item)) == Some(&column);
            items.iter().filter(|(item, _)| here(*item)).map(|(_, text)| (*text).clone()).collect()
        };
        titles
            .iter()
            .enumerate()
            .map(|(column, title)| Column { title: title.clone(), items: in_column(column) })
            .collect()
    }

    fn cover_view(&self, cover: Cover, names: Option<&Roster>) -> Option<CoverView> {
        Some(match cover {
            Cover::Blank => CoverView::Blank,
            Cover::Stop => CoverView::Stop,
            Cover::Freeze => CoverView::Freeze,
            Cover::Duos => CoverView::Duos(self.duos(names)),
            Cover::Words => CoverView::Words(self.card.words.clone()),
            Cover::Agreements => CoverView::Agreements(self.card.agreements.clone()),
            Cover::Turn => {
                let turn = self.turns.current()?;
                let group = self.groups.iter().find(|group| group.number == turn.group)?;
                let begins = turn.pupil.and_then(|pupil| named(pupil, names));
                CoverView::Turn { duo: self.duo(group, names), begins }
            }
        })
    }

    /// Groups of which someone is there.
    fn duos(&self, names: Option<&Roster>) -> Vec<Duo> {
        self.groups.iter().map(|group| self.duo(group, names)).filter(|duo| duo.size > 0).collect()
    }

    fn duo(&self, group: &Group, names: Option<&Roster>) -> Duo {
        let present = self.present(group);
        Duo {
            number: group.number.0,
            names: present.iter().filter_map(|pupil| named(*pupil, names)).collect(),
            size: present.len(),
        }
    }

    /// Which duos work with one another; none where they do not.
    fn fours(&self, doing: Doing) -> Vec<Vec<u8>> {
        if !matches!(doing, Doing::TalkInFour | Doing::ChooseOneEnding) {
            return Vec::new();
        }
        let fours = fours(&self.groups_present(), &self.past);
        fours.into_iter().map(|four| four.into_iter().map(|number| number.0).collect()).collect()
    }

    fn answers_view(&self, topic: Topic) -> Answers {
        let answers = self.book.by_chance(topic);
        let board = Board::Answers(topic);
        let in_sight = answers.iter().filter(|answer| self.book.shows(board, answer.id));
        Answers {
            count: answers.len(),
            shown: self.shown(board).then(|| in_sight.map(|answer| shown(answer)).collect()),
        }
    }
}

/// Until something of the class comes under the sentence.
fn picture(step: &Step, body: &Body) -> Option<PictureView> {
    let is_covered = match body {
        Body::Explain { parts, .. } => parts.shown > 0,
        Body::Question(question) => question.answers.shown.is_some(),
        Body::Choice(choice) => choice.rounds > 0,
        _ => false,
    };
    let picture = step.picture.as_ref().filter(|_| !is_covered)?;
    Some(PictureView { file: picture.file.clone(), text: picture.text.clone(), image: None })
}

fn item_at(items: &[(ItemId, &Text)], beat: Beat) -> Option<Text> {
    let Beat::Item(index) = beat else { return None };
    items.get(index).map(|(_, text)| (*text).clone())
}

fn sign(Here { the_step, beat, .. }: Here<'_>) -> Sign {
    let doing = match beat {
        Beat::Round(round) => doing(the_step, round),
        Beat::InventEndings => Doing::InventEndings,
        Beat::ChooseOneEnding => Doing::ChooseOneEnding,
        Beat::Reveal(_) | Beat::Item(_) | Beat::Task | Beat::Returned => doing(the_step, 0),
        Beat::LookAway(_) | Beat::ReadRole(_) | Beat::ReadOnPaper => Doing::ThinkAlone,
        Beat::MakeGroups | Beat::Cards | Beat::Prepare => Doing::TalkInPair,
        _ => Doing::ShareInClass,
    };
    match doing {
        Doing::ThinkAlone | Doing::TakeAPlace | Doing::TakeAPlaceAgain => Sign::Alone,
        Doing::TalkInPair
        | Doing::TalkInThree
        | Doing::TalkInFour
        | Doing::InventEndings
        | Doing::ChooseOneEnding
        | Doing::TalkOfPlaces => Sign::Quietly,
        _ => Sign::Together,
    }
}

/// An answer as it stands on the screen.
fn shown(answer: &Answer) -> Shown {
    Shown { id: answer.id, text: answer.text.clone() }
}

fn doing(step: &Step, round: usize) -> Doing {
    doings(step).get(round).copied().unwrap_or(Doing::AsAsked)
}

fn named(pupil: Pupil, names: Option<&Roster>) -> Option<Text> {
    names.and_then(|roster| roster.name_of(pupil)).cloned()
}
