//! What the class gave: counts of a choice, earlier answers that come back, and all of it at the end.

use crate::card::{Choice, Kind};
use crate::class::Roster;
use crate::lesson::answers::{Answer, Board, Topic};
use crate::lesson::board::round_of;
use crate::lesson::place::Place;
use crate::lesson::scene::{ChoiceView, Choosable, Doing, Duo, End, Gathered, Returned};
use crate::lesson::show::story::LETTERS;
use crate::lesson::state::Lesson;
use crate::text::Text;

impl Lesson {
    pub(super) fn choice_view(&self, step: usize, choice: &Choice, doing: Doing, beat: usize) -> ChoiceView {
        let topic = Topic { step, story: 0 };
        let last = round_of(beat);
        let shown = self.shown(Board::Counts { topic, round: last });
        let rounds = if shown { last + 1 } else { 0 };
        ChoiceView {
            sentence: choice.sentence.clone(),
            doing,
            options: self.options(topic, &choice.options, rounds),
            help: choice.help.clone(),
            starters: choice.starters.clone(),
            rounds,
            counting: self.counting().map(|counting| counting.round),
        }
    }

    fn options(&self, topic: Topic, texts: &[Text], rounds: usize) -> Vec<Choosable> {
        let options = texts.iter().zip(LETTERS.chars()).enumerate();
        options
            .map(|(option, (text, letter))| Choosable {
                letter,
                text: text.clone(),
                counts: (0..rounds).map(|round| self.counted(topic, round, option)).collect(),
            })
            .collect()
    }

    pub(super) fn returned(&self, step: usize, names: Option<&Roster>) -> Returned {
        let answers = self.returned_to(step);
        let shown = self.shown(Board::Returned { step });
        let owned = |answer: &&Answer| Some((self.owner(answer, names)?, answer.text.clone()));
        Returned { count: answers.len(), shown: shown.then(|| answers.iter().filter_map(owned).collect()) }
    }

    /// The texts that come back in this step and have no owner in the room.
    pub(super) fn unowned(&self, step: usize) -> Vec<Text> {
        let unowned = self.returned_to(step).into_iter().filter(|answer| self.owner(answer, None).is_none());
        unowned.map(|answer| answer.text.clone()).collect()
    }

    /// Where an earlier answer goes: to the duo of those who gave it, as far as they are there;
    /// without names to the duo with its number.
    fn owner(&self, answer: &Answer, names: Option<&Roster>) -> Option<Duo> {
        if answer.authors.is_empty() {
            let group = self.groups.iter().find(|group| group.number == answer.group)?;
            return Some(self.duo(group, names)).filter(|duo| duo.size > 0);
        }
        let is_author = |group: &&crate::class::Group| {
            self.present(group).iter().any(|pupil| answer.authors.contains(pupil))
        };
        self.groups.iter().find(is_author).map(|group| self.duo(group, names))
    }

    pub(super) fn end(&self) -> End {
        let gathered: Vec<Gathered> =
            (0..self.card.steps.len()).flat_map(|step| self.gathered(step)).collect();
        let count = gathered.iter().map(|gathered| gathered.answers.len()).sum();
        let shown = self.place == Place::End && self.shown(Board::Gathered);
        End { count, gathered: shown.then_some(gathered), follows: self.card.follows.clone() }
    }

    /// What was gathered in a step: one part, or one for each story that was told.
    fn gathered(&self, step: usize) -> Vec<Gathered> {
        let Some(the_step) = self.card.steps.get(step) else { return Vec::new() };
        let all = match self.kind(the_step) {
            Kind::Choice(choice) => vec![self.gathered_counts(step, choice)],
            Kind::Story(stories) => {
                let each = stories.stories.iter().enumerate();
                each.map(|(story, the_story)| {
                    let topic = Topic { step, story };
                    let mut gathered = self.gathered_answers(topic, the_story.title.clone());
                    gathered.counts = self.votes(topic);
                    gathered
                })
                .collect()
            }
            kind => vec![self.gathered_answers(Topic { step, story: 0 }, kind.sentence().clone())],
        };
        all.into_iter().filter(|gathered| !gathered.is_empty()).collect()
    }

    fn gathered_answers(&self, topic: Topic, question: Text) -> Gathered {
        let answers = self.book.by_chance(topic).into_iter().map(|answer| answer.text.clone()).collect();
        Gathered { question, answers, counts: Vec::new() }
    }

    fn gathered_counts(&self, step: usize, choice: &Choice) -> Gathered {
        let rounds = if choice.second_round { 2 } else { 1 };
        let counts = self.options(Topic { step, story: 0 }, &choice.options, rounds);
        Gathered { question: choice.sentence.clone(), answers: Vec::new(), counts }
    }

    fn votes(&self, topic: Topic) -> Vec<Choosable> {
        use crate::lesson::board::known_by;
        let endings = self.book.by_chance(topic).into_iter().zip(LETTERS.chars());
        endings
            .filter_map(|(answer, letter)| {
                let votes = self.counted(topic, 0, known_by(answer)?);
                Some(Choosable { letter, text: answer.text.clone(), counts: vec![votes] })
            })
            .filter(|ending| ending.counts.iter().any(|votes| *votes > 0))
            .collect()
    }
}

impl Gathered {
    fn is_empty(&self) -> bool {
        let nothing_counted = self.counts.iter().all(|option| option.counts.iter().all(|count| *count == 0));
        self.answers.is_empty() && nothing_counted
    }
}
