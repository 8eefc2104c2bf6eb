//! A story as it is told: fragments, the break, the pupils' endings, the scenes, the debrief.

use crate::card::{Story, StoryScene};
use crate::lesson::answers::{Answer, Board, Topic};
use crate::lesson::place::Beat;
use crate::lesson::scene::{
    Answers, Body, ChoiceView, Choosable, Doing, ForkChoice, QuestionView, Revealed, Ways,
};
use crate::lesson::state::Lesson;
use crate::text::Text;

impl Lesson {
    pub(super) fn story_body(&self, step: usize, beat: Beat) -> Body {
        let Some((story, topic)) = self.story(step).zip(self.endings(step)) else {
            return Body::PickStory { stories: Vec::new() };
        };
        match beat {
            Beat::InventEndings => self.ending_question(story, topic, Doing::InventEndings),
            Beat::ChooseOneEnding => self.ending_question(story, topic, Doing::ChooseOneEnding),
            Beat::TellEndings => self.ending_question(story, topic, Doing::TellEndings),
            Beat::Vote => Body::Choice(self.vote(story, topic, Doing::Vote)),
            Beat::ActOut => Body::Choice(self.vote(story, topic, Doing::ActOut)),
            Beat::Scene(at) => self.fork(step, story, at),
            Beat::Debrief(index) => Body::Question(QuestionView {
                sentence: story.debrief.get(index).cloned().unwrap_or_default(),
                doing: Doing::TalkItOver,
                help: Vec::new(),
                starters: Vec::new(),
                answers: Answers::default(),
                fours: Vec::new(),
            }),
            Beat::Fragment(shown) => telling(story, shown),
            _ => telling(story, 0),
        }
    }

    fn ending_question(&self, story: &Story, topic: Topic, doing: Doing) -> Body {
        Body::Question(QuestionView {
            sentence: story.break_question.clone(),
            doing,
            help: Vec::new(),
            starters: story.starters.clone(),
            answers: self.answers_view(topic),
            fours: self.fours(doing),
        })
    }

    /// Endings as options. Their words are seen once the teacher has shown them.
    pub(super) fn vote(&self, story: &Story, topic: Topic, doing: Doing) -> ChoiceView {
        let counted = self.shown(Board::Counts { topic, round: 0 });
        let endings = self.book.by_chance(topic);
        let seen = |answer: &Answer| self.book.shows(Board::Answers(topic), answer.id);
        let options = endings.iter().zip(LETTERS.chars()).map(|(answer, letter)| Choosable {
            letter,
            text: if seen(answer) { answer.text.clone() } else { Text::default() },
            answer: seen(answer).then_some(answer.id),
            counts: counted.then(|| self.counted(topic, 0, answer.id.into())).into_iter().collect(),
        });
        ChoiceView {
            sentence: story.vote_question.clone(),
            doing,
            options: options.collect(),
            help: Vec::new(),
            starters: Vec::new(),
            rounds: usize::from(counted),
            counting: (doing == Doing::Vote).then_some(0),
        }
    }

    fn fork(&self, step: usize, story: &Story, at: usize) -> Body {
        let path = self.path(step);
        let Some(StoryScene { text, question, choices, .. }) = path.scene(story, at) else {
            return telling(story, story.fragments.len());
        };
        let seen = |choice| path.has_seen(at, choice);
        let ways = if !choices.is_empty() {
            let choices = choices.iter().enumerate();
            Ways::Choices(
                choices.map(|(i, fork)| ForkChoice { text: fork.text.clone(), seen: seen(i) }).collect(),
            )
        } else if path.untried_fork(story).is_some() {
            Ways::BackOrOn
        } else {
            Ways::On
        };
        Body::Fork { text: text.clone(), question: question.clone(), ways }
    }
}

fn telling(story: &Story, shown: usize) -> Body {
    Body::Tell { title: story.title.clone(), told: Revealed { lines: story.fragments.clone(), shown } }
}

/// For options and endings; more endings than letters are not voted on.
pub const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
