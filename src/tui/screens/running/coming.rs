//! One comes late, or leaves: picked at the bottom of the class view, by name or without names by duo.

use crossterm::event::KeyEvent;

use crate::class::{Group, Pupil, Roster};
use crate::lesson::{Command, Lesson};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::lists::plain;
use crate::tui::screens::running::{Arrival, Outcome, Over, Running};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::row::Row;

/// Who may come or go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    choices: Vec<Choice>,
    at: usize,
}

/// One who may come or go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    who: String,
    pupil: Pupil,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

impl Way {
    fn said(self) -> &'static str {
        match self {
            Self::In => "komt erbij",
            Self::Out => "gaat weg",
        }
    }
}

impl Choice {
    /// "Noor komt erbij".
    pub fn said(&self) -> String {
        format!("{} {}", self.who, self.way.said())
    }

    pub fn command(&self) -> Command {
        match self.way {
            Way::In => Command::Join(self.pupil),
            Way::Out => Command::Leave(self.pupil),
        }
    }
}

impl Coming {
    pub fn of(lesson: &Lesson, roster: Option<&Roster>) -> Self {
        match roster.filter(|_| lesson.has_names()) {
            Some(roster) => Self::named(lesson, roster),
            None => Self::counted(lesson.groups()),
        }
    }

    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// Those who are not there come first: more come late than leave.
    fn named(lesson: &Lesson, roster: &Roster) -> Self {
        let choice = |(pupil, name): &(Pupil, Text)| {
            let way = if lesson.is_here(*pupil) { Way::Out } else { Way::In };
            Choice { who: name.to_string(), pupil: *pupil, way }
        };
        let mut choices: Vec<Choice> = roster.pupils().iter().map(choice).collect();
        choices.sort_by_key(|choice| choice.way == Way::Out);
        Self { choices, at: 0 }
    }

    fn counted(groups: &[Group]) -> Self {
        let last = groups.iter().flat_map(|group| &group.members).max().map_or(0, |pupil| pupil.0);
        let more =
            Choice { who: "Een leerling".to_owned(), pupil: Pupil(last.saturating_add(1)), way: Way::In };
        let fewer = groups.iter().filter_map(|group| {
            let who = format!("Een van duo {}", group.number.0);
            Some(Choice { who, pupil: *group.members.last()?, way: Way::Out })
        });
        Self { choices: std::iter::once(more).chain(fewer).collect(), at: 0 }
    }

    pub fn rows(&self, width: usize, glyphs: &Glyphs) -> Vec<Row> {
        let rule = Row::new(Role::Rule, glyphs.rule.repeat(width));
        let Some(choice) = self.choices.get(self.at) else { return vec![rule] };
        let who =
            Row::new(Role::Strong, choice.who.as_str()).and(Role::Text, format!(" {}", choice.way.said()));
        let asked = Row::new(Role::Quiet, "Te laat of weg:  ");
        let asked = if asked.width() + who.width() <= width { asked.and_row(who) } else { who };
        let hints = keymap::own_hints(Context::Coming, glyphs.arrows);
        let hints = hints.into_iter().fold(Row::default(), |row, (key, word)| {
            let more = Row::new(Role::Strong, key).and(Role::Quiet, format!(" {word}   "));
            if row.width() + more.width() <= width { row.and_row(more) } else { row }
        });
        vec![rule, asked, hints]
    }

    /// To the next name that begins with this letter.
    fn seek(&mut self, letter: char) {
        let sought = plain(&letter.to_string());
        let after = (1..=self.choices.len()).map(|step| (self.at + step) % self.choices.len());
        let begins =
            |at: &usize| self.choices.get(*at).is_some_and(|choice| plain(&choice.who).starts_with(&sought));
        if let Some(at) = after.into_iter().find(begins) {
            self.at = at;
        }
    }
}

impl Running {
    pub(super) fn open_coming(&mut self) {
        self.over = Over::Coming(Coming::of(self.session.lesson(), self.session.roster()));
    }

    pub(super) fn press_coming(&mut self, key: KeyEvent) -> Outcome {
        let Over::Coming(coming) = &mut self.over else { return Outcome::Stay };
        let last = coming.choices.len().saturating_sub(1);
        match (keymap::action(Context::Coming, key), keymap::letter(key)) {
            (Some(Action::Up), _) => coming.at = coming.at.checked_sub(1).unwrap_or(last),
            (Some(Action::Down), _) => coming.at = if coming.at < last { coming.at + 1 } else { 0 },
            (Some(Action::Close), _) => self.over = Over::Nothing,
            (Some(Action::Accept), _) => return self.accept_coming(),
            (Some(Action::Quit | Action::Break), _) => self.stop_key(key),
            (None, Some(letter)) => coming.seek(letter),
            _ => {}
        }
        Outcome::Stay
    }

    fn accept_coming(&mut self) -> Outcome {
        let Over::Coming(coming) = std::mem::replace(&mut self.over, Over::Nothing) else {
            return Outcome::Stay;
        };
        let Some(choice) = coming.choices.into_iter().nth(coming.at) else { return Outcome::Stay };
        let before = self.session.lesson().groups().to_vec();
        let command = choice.command();
        let Choice { who, pupil, way } = choice;
        match self.act(command, Arrival::Here) {
            Outcome::Stay => Outcome::Say(self.moved(&before, &who, pupil, way)),
            refused => refused,
        }
    }

    /// Who sits where now: the newcomer, or whoever was left alone.
    fn moved(&self, before: &[Group], who: &str, pupil: Pupil, way: Way) -> String {
        let lesson = self.session.lesson();
        let seat = |groups: &[Group], pupil: Pupil| {
            groups.iter().find(|group| group.members.contains(&pupil)).map(|group| group.number.0)
        };
        let now = |pupil: Pupil| seat(lesson.groups(), pupil).unwrap_or(0);
        if way == Way::In {
            return format!("{who} komt bij duo {}.", now(pupil));
        }
        let from = seat(before, pupil);
        let duo = before.iter().find(|group| Some(group.number.0) == from);
        let others = duo.into_iter().flat_map(|group| &group.members).filter(|other| **other != pupil);
        let moved = others.copied().find(|other| lesson.is_here(*other) && Some(now(*other)) != from);
        let name = |other: Pupil| self.session.roster().and_then(|roster| roster.name_of(other));
        match moved {
            None => format!("{who} is weg. De anderen blijven zitten."),
            Some(other) => match name(other) {
                Some(name) => format!("{who} is weg. {name} komt bij duo {}.", now(other)),
                None => format!("{who} is weg. De ander komt bij duo {}.", now(other)),
            },
        }
    }
}
