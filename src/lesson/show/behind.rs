//! What stands behind the class view, for a screen that the class does not see: answers before they
//! are shown and whose they are, counts, and who had a turn.

use serde::{Deserialize, Serialize};

use crate::card::Kind;
use crate::class::{Group, Pupil, Roster};
use crate::lesson::answers::{Answer, AnswerId, Board};
use crate::lesson::here::Here;
use crate::lesson::place::{Beat, Place};
use crate::lesson::scene::Choosable;
use crate::lesson::show::named;
use crate::lesson::show::story::LETTERS;
use crate::lesson::state::Lesson;
use crate::lesson::turn::Turn;
use crate::text::Text;

/// What stands behind the class view.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Behind {
    /// As they were given; at the end all of the reeks.
    pub answers: Vec<Given>,
    /// Of the round that is counted now, also while hidden.
    pub counts: Vec<Choosable>,
    pub turns: Vec<Had>,
}

/// An answer, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub id: AnswerId,
    pub duo: u8,
    /// Who gave it; empty in a class without names.
    pub names: Vec<Text>,
    pub text: Text,
    /// The class sees it.
    pub is_shown: bool,
}

/// How many turns a pupil had; without names a duo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Had {
    pub duo: u8,
    pub name: Option<Text>,
    pub turns: u32,
}

impl Lesson {
    /// Never for a screen that pupils see.
    pub fn behind(&self, names: Option<&Roster>) -> Behind {
        let here = self.here();
        Behind {
            answers: match here {
                Some(here) => self.given_here(here, names),
                None if self.place == Place::End => self.given(self.book.all(), Board::Gathered, names),
                None => Vec::new(),
            },
            counts: here.map(|here| self.counted_here(here)).unwrap_or_default(),
            turns: self.had_turns(names),
        }
    }

    fn given_here(&self, here: Here<'_>, names: Option<&Roster>) -> Vec<Given> {
        match (here.topic(), here.beat) {
            (Some(topic), _) => self.given(self.book.to(topic), Board::Answers(topic), names),
            (None, Beat::Returned) => {
                let board = Board::Returned { step: here.step };
                self.given(self.returned_to(here.step).into_iter(), board, names)
            }
            (None, _) => Vec::new(),
        }
    }

    fn given<'a>(
        &self,
        answers: impl Iterator<Item = &'a Answer>,
        board: Board,
        names: Option<&Roster>,
    ) -> Vec<Given> {
        let given = answers.map(|answer| Given {
            id: answer.id,
            duo: answer.group.0,
            names: answer.authors.iter().filter_map(|pupil| named(*pupil, names)).collect(),
            text: answer.text.clone(),
            is_shown: self.shown(board) && self.book.shows(board, answer.id),
        });
        given.collect()
    }

    /// The hands or votes of the round that is counted here.
    fn counted_here(&self, here: Here<'_>) -> Vec<Choosable> {
        let Some(counting) = here.counting() else { return Vec::new() };
        if let Kind::Line(line) = here.kind() {
            return self.places_now(&counting, line);
        }
        let texts: Vec<_> = if let Kind::Choice(choice) = here.kind() {
            choice.options.iter().map(|option| (option.clone(), None)).collect()
        } else {
            let endings = self.book.by_chance(counting.topic);
            endings.into_iter().map(|answer| (answer.text.clone(), Some(answer.id))).collect()
        };
        let options = counting.options.iter().zip(texts).zip(LETTERS.chars());
        options
            .map(|((option, (text, answer)), letter)| Choosable {
                letter,
                text,
                answer,
                counts: vec![self.counted(counting.topic, counting.round, *option)],
            })
            .collect()
    }

    fn had_turns(&self, names: Option<&Roster>) -> Vec<Had> {
        self.groups.iter().flat_map(|group| self.had_turns_in(group, names)).collect()
    }

    fn had_turns_in(&self, group: &Group, names: Option<&Roster>) -> Vec<Had> {
        let pupils =
            if self.has_names() { self.present(group).into_iter().map(Some).collect() } else { vec![None] };
        let had = |pupil: Option<Pupil>| Had {
            duo: group.number.0,
            name: pupil.and_then(|pupil| named(pupil, names)),
            turns: self.turns.count(Turn { group: group.number, pupil }),
        };
        pupils.into_iter().map(had).collect()
    }
}
