//! What the class gave: counts of a choice, earlier answers that come back, and all of it at the end.

use crate::card::{Choice, Kind};
use crate::class::{Group, Roster};
use crate::lesson::answers::{Answer, Board, ItemId, Topic};
use crate::lesson::here::{Here, round_of};
use crate::lesson::place::Place;
use crate::lesson::scene::{ChoiceView, Choosable, Duo, End, Gathered, Returned};
use crate::lesson::show::story::LETTERS;
use crate::lesson::show::{doing, shown};
use crate::lesson::state::Lesson;
use crate::text::Text;

impl Lesson {
    pub(super) fn choice_view(&self, here: Here<'_>, choice: &Choice, round: usize) -> ChoiceView {
        let topic = Topic { step: here.step, story: 0 };
        let last = round_of(round);
        let shown = self.shown(Board::Counts { topic, round: last });
        let rounds = if shown { last + 1 } else { 0 };
        ChoiceView {
            sentence: choice.sentence.clone(),
            doing: doing(here.the_step, round),
            options: self.options(topic, &choice.options, rounds),
            help: choice.help.clone(),
            starters: choice.starters.clone(),
            rounds,
            counting: here.counting().map(|counting| counting.round),
        }
    }

    fn options(&self, topic: Topic, texts: &[Text], rounds: usize) -> Vec<Choosable> {
        let options = texts.iter().zip(LETTERS.chars()).enumerate();
        options
            .map(|(option, (text, letter))| Choosable {
                letter,
                text: text.clone(),
                answer: None,
                counts: (0..rounds).map(|round| self.counted(topic, round, ItemId::listed(option))).collect(),
            })
            .collect()
    }

    pub(super) fn returned(&self, step: usize, names: Option<&Roster>) -> Returned {
        let (in_sight, waiting) = self.returned_in_sight(step);
        let board = Board::Returned { step };
        let count = in_sight.len() + waiting.len();
        let owned = in_sight
            .into_iter()
            .flat_map(|answer| self.owners(answer, names).into_iter().map(|duo| (duo, shown(answer))));
        Returned { count, shown: self.shown(board).then(|| owned.collect()) }
    }

    /// The texts that come back in this step and have no owner in the room.
    pub(super) fn unowned(&self, step: usize) -> Vec<Text> {
        let unowned =
            self.returned_to(step).into_iter().filter(|answer| self.owners(answer, None).is_empty());
        unowned.map(|answer| answer.text.clone()).collect()
    }

    /// Where an earlier answer goes: to the duo of each who gave it and is there; without names to
    /// the duo with its number.
    fn owners(&self, answer: &Answer, names: Option<&Roster>) -> Vec<Duo> {
        let is_owner = |group: &&Group| {
            if answer.authors.is_empty() {
                return group.number == answer.group;
            }
            self.present(group).iter().any(|pupil| answer.authors.contains(pupil))
        };
        let duos = self.groups.iter().filter(is_owner).map(|group| self.duo(group, names));
        duos.filter(|duo| duo.size > 0).collect()
    }

    pub(super) fn end(&self) -> End {
        let shown = self.place == Place::End && self.shown(Board::Gathered);
        let gathered = || (0..self.card.steps.len()).flat_map(|step| self.gathered(step)).collect();
        End {
            count: self.book.all().count(),
            gathered: shown.then(gathered),
            follows: self.card.follows.clone(),
        }
    }

    /// What was gathered in a step: one part, or one for each story that was told.
    fn gathered(&self, step: usize) -> Vec<Gathered> {
        let Some(the_step) = self.card.steps.get(step) else { return Vec::new() };
        let all = match self.kind(the_step) {
            Kind::Choice(choice) => vec![self.gathered_counts(step, choice)],
            Kind::Line(line) => vec![Gathered {
                question: line.sentence.clone(),
                answers: Vec::new(),
                counts: self.places(Topic { step, story: 0 }, line),
            }],
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
        let answers = self.book.by_chance(topic);
        let in_sight = answers.into_iter().filter(|answer| self.book.shows(Board::Gathered, answer.id));
        Gathered { question, answers: in_sight.map(shown).collect(), counts: Vec::new() }
    }

    fn gathered_counts(&self, step: usize, choice: &Choice) -> Gathered {
        let rounds = if choice.second_round { 2 } else { 1 };
        let counts = self.options(Topic { step, story: 0 }, &choice.options, rounds);
        Gathered { question: choice.sentence.clone(), answers: Vec::new(), counts }
    }

    fn votes(&self, topic: Topic) -> Vec<Choosable> {
        let endings = self.book.by_chance(topic).into_iter().zip(LETTERS.chars());
        endings
            .filter_map(|(answer, letter)| {
                let votes = self.counted(topic, 0, answer.id.into());
                self.book.shows(Board::Gathered, answer.id).then(|| Choosable {
                    letter,
                    text: answer.text.clone(),
                    answer: Some(answer.id),
                    counts: vec![votes],
                })
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
