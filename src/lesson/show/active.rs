//! Role play, a line to stand on, cards that are drawn, and duos that tell something.

use std::ops::RangeInclusive;

use crate::card::{Draw, Kind, Line, Pitch, Roleplay, Situation};
use crate::class::{GroupNumber, Roster};
use crate::lesson::active::act_part;
use crate::lesson::answers::{Board, ItemId, Topic};
use crate::lesson::here::{Counting, Here, round_of};
use crate::lesson::place::{Beat, Part};
use crate::lesson::scene::{Answers, Body, Choosable, Doing, Duo, QuestionView, Revealed};
use crate::lesson::show::doing;
use crate::lesson::show::story::LETTERS;
use crate::lesson::state::Lesson;
use crate::lesson::views::{Act, Cast, Drawing, LineView, Pitching, Play};

impl Lesson {
    /// None for another kind of step, or a beat that is not of its kind.
    pub(super) fn active_body(&self, here: Here<'_>, names: Option<&Roster>) -> Option<Body> {
        Some(match (here.kind(), here.beat) {
            (Kind::Roleplay(play), beat) => self.roleplay_body(here.step, play, beat)?,
            (Kind::Line(line), Beat::Round(round)) => Body::Line(self.line_view(here, line, round)),
            (Kind::Draw(draw), beat) => Body::Draw(self.drawing(here.step, draw, beat, names)?),
            (Kind::Pitch(pitch), beat) => Body::Pitch(self.pitching(here.step, pitch, beat, names)?),
            _ => return None,
        })
    }

    fn roleplay_body(&self, step: usize, play: &Roleplay, beat: Beat) -> Option<Body> {
        if beat == Beat::PickSituation {
            let situations = play.situations.iter().map(|situation| situation.title.clone()).collect();
            return Some(Body::Play(Play::Pick { situations }));
        }
        let situation = self.situation(step)?;
        let cast = |round: usize| cast(situation, round);
        let others = |reader: &Cast| {
            let all = cast(0).into_iter().map(|other| other.letter);
            all.filter(|letter| *letter != reader.letter).collect()
        };
        Some(Body::Play(match beat {
            Beat::Fragment(shown) => {
                let told = Revealed { lines: situation.told.clone(), shown };
                return Some(Body::Tell { title: situation.title.clone(), told });
            }
            Beat::TalkOver(index) => return Some(asked(situation, index)),
            Beat::MakeGroups => Play::Groups { cast: cast(0) },
            Beat::LookAway(role) => {
                let reader = cast(0).into_iter().nth(role)?;
                Play::LookAway { others: others(&reader), reader }
            }
            Beat::ReadRole(role) => {
                let reader = cast(0).into_iter().nth(role)?;
                Play::Read { others: others(&reader), reader }
            }
            Beat::ReadOnPaper => Play::ReadOnPaper,
            Beat::Watch => Play::Watch { watcher: cast(0).pop()? },
            Beat::Begin => Play::Begin { line: situation.line.clone()? },
            Beat::Act { situation: at, round } => Play::Act(Act {
                cast: cast(round),
                line: situation.line.clone(),
                starters: situation.starters.clone(),
                round: round + 1,
                rounds: usize::from(play.rounds),
                again: self.active.is_again(Part { step, part: act_part(at, round) }),
            }),
            Beat::Swap(round) => Play::Swap { cast: cast(round) },
            _ => Play::StepOut,
        }))
    }

    fn line_view(&self, here: Here<'_>, line: &Line, round: usize) -> LineView {
        let topic = Topic { step: here.step, story: 0 };
        let last = round_of(round);
        let shown = self.shown(Board::Counts { topic, round: last });
        let rounds = if shown { last + 1 } else { 0 };
        let doing = doing(here.the_step, round);
        // Whoever goes to a place needs no sentence yet, where there is a time to talk.
        let talks = doing == Doing::TalkOfPlaces || !line.second_round;
        let starters = if talks { line.starters.clone() } else { Vec::new() };
        LineView {
            sentence: line.sentence.clone(),
            ends: line.ends.clone(),
            personal: line.personal,
            doing,
            counts: (0..rounds).map(|round| self.stood(topic, round)).collect(),
            counting: here.counting().is_some(),
            help: line.help.clone(),
            starters,
        }
    }

    /// How many stood at each place.
    fn stood(&self, topic: Topic, round: usize) -> Vec<u16> {
        (0..Line::PLACES).map(|place| self.counted(topic, round, ItemId::listed(place))).collect()
    }

    /// The places as options, with the counts of the round that is counted now.
    pub(super) fn places_now(&self, counting: &Counting, line: &Line) -> Vec<Choosable> {
        self.places_in(counting.topic, line, counting.round..=counting.round)
    }

    /// The places as options, with all their counts. What was personal stays in its step.
    pub(super) fn places(&self, topic: Topic, line: &Line) -> Vec<Choosable> {
        if line.personal {
            return Vec::new();
        }
        self.places_in(topic, line, 0..=usize::from(line.second_round))
    }

    fn places_in(&self, topic: Topic, line: &Line, rounds: RangeInclusive<usize>) -> Vec<Choosable> {
        let place = |(place, letter): (usize, char)| Choosable {
            letter,
            text: line.meaning(place).cloned().unwrap_or_default(),
            answer: None,
            counts: rounds.clone().map(|round| self.counted(topic, round, ItemId::listed(place))).collect(),
        };
        ('1'..).take(Line::PLACES).enumerate().map(place).collect()
    }

    fn drawing(&self, step: usize, draw: &Draw, beat: Beat, names: Option<&Roster>) -> Option<Drawing> {
        let left = self.waiting(step).len();
        let drawn = self.active.drawn(step).iter();
        let mut drawn = drawn
            .filter_map(|drawn| Some((self.duo_numbered(drawn.group, names)?, draw.cards.get(drawn.card)?)));
        let mut of = |group: GroupNumber| drawn.find(|(duo, _)| duo.number == group.0);
        Some(match beat {
            Beat::Drawn(group) => {
                let (duo, card) = of(group)?;
                Drawing::Drawn { duo, card: card.front.clone(), sentence: draw.sentence.clone(), left }
            }
            Beat::Turned(group) => {
                let (duo, card) = of(group)?;
                Drawing::Turned { duo, card: card.front.clone(), back: card.back.clone()?, left }
            }
            Beat::Cards => {
                let here = drawn.filter(|(duo, _)| duo.size > 0);
                let mut cards: Vec<_> = here.map(|(duo, card)| (duo, card.front.clone())).collect();
                cards.sort_by_key(|(duo, _)| duo.number);
                let (help, starters) = (draw.help.clone(), draw.starters.clone());
                Drawing::All { sentence: draw.sentence.clone(), cards, help, starters }
            }
            _ => Drawing::Deck { sentence: draw.sentence.clone(), cards: draw.cards.len() },
        })
    }

    fn pitching(&self, step: usize, pitch: &Pitch, beat: Beat, names: Option<&Roster>) -> Option<Pitching> {
        let question = pitch.question.clone();
        Some(match beat {
            Beat::Pitch(group) => {
                let duo = self.duo_numbered(group, names)?;
                Pitching::Speaks { duo, question, left: self.waiting(step).len() }
            }
            Beat::Heard => Pitching::Heard { question },
            _ => Pitching::Prepare {
                sentence: pitch.sentence.clone(),
                seconds: pitch.seconds,
                help: pitch.help.clone(),
                starters: pitch.starters.clone(),
            },
        })
    }

    fn duo_numbered(&self, number: GroupNumber, names: Option<&Roster>) -> Option<Duo> {
        let group = self.groups.iter().find(|group| group.number == number)?;
        Some(self.duo(group, names))
    }
}

/// Who plays what in a round: after each round every role goes to the next, so that all of them play.
fn cast(situation: &Situation, round: usize) -> Vec<Cast> {
    let players = situation.players();
    let letter = |at: usize| LETTERS.chars().nth((at + round) % players).unwrap_or('?');
    let roles = situation.roles.iter().enumerate().map(|(at, role)| Cast {
        letter: letter(at),
        role: Some(role.name.clone()),
        card: role.card.clone(),
    });
    let watcher = (!situation.watch.is_empty()).then(|| Cast {
        letter: letter(situation.roles.len()),
        role: None,
        card: situation.watch.clone(),
    });
    roles.chain(watcher).collect()
}

fn asked(situation: &Situation, index: usize) -> Body {
    Body::Question(QuestionView {
        sentence: situation.debrief.get(index).cloned().unwrap_or_default(),
        doing: Doing::TalkItOver,
        help: Vec::new(),
        starters: Vec::new(),
        fours: Vec::new(),
        answers: Answers::default(),
    })
}
