//! Deeds that ask for more: answers, hands, who comes late or leaves.

use crate::class::GroupNumber;
use crate::lesson::{AnswerId, Command, Duo, Refusal};
use crate::text::Text;
use crate::tui::plain::lesson::Running;
use crate::tui::plain::lines::Told;
use crate::tui::screens::bodies;
use crate::tui::screens::running::coming::Coming;
use crate::tui::screens::running::counting::{counts, doubt};
use crate::tui::screens::selection;

impl Running<'_, '_> {
    /// "3 Hoe vroeg moet je op?": what is missing is asked.
    pub(super) fn take_answer(&mut self, typed: &str) -> Told<()> {
        if let Some(refusal) = self.scene.teacher.no_answers {
            return self.refuse(refusal);
        }
        let (first, rest) = typed.split_once(' ').unwrap_or((typed, ""));
        let (duo, text) = match (first.parse::<u8>(), typed) {
            (Ok(number), _) => (self.duo_called(number), rest),
            (Err(_), "") => (self.ask_duo()?, ""),
            (Err(_), text) => (self.duo_at(self.next_duo), text),
        };
        let Some(duo) = duo else { return self.say_duos() };
        let text = match text {
            "" => self.ask(&format!("{}. Wat zeggen zij? Schrijf geen namen.", bodies::called(&duo)))?,
            text => Text::clean(text),
        };
        self.keep_answer(&duo, text).map(drop)
    }

    /// One duo after the other, until nothing is typed.
    pub(super) fn let_type(&mut self) -> Told<()> {
        if let Some(refusal) = self.scene.teacher.no_answers {
            return self.refuse(refusal);
        }
        self.lines.say("Schrijf geen namen. Enter zonder tekst: terug naar de les.")?;
        while let Some(duo) = self.duo_at(self.next_duo) {
            let text = self.ask(&format!("Duo {}, typ jullie antwoord.", duo.number))?;
            if text.is_empty() {
                break;
            }
            self.keep_answer(&duo, text)?;
        }
        Ok(())
    }

    fn keep_answer(&mut self, duo: &Duo, text: Text) -> Told<()> {
        if self.act(Command::Answer { group: GroupNumber(duo.number), text })? {
            let duos = &self.scene.teacher.duos;
            let at = duos.iter().position(|other| other.number == duo.number).unwrap_or(0);
            self.next_duo = (at + 1) % duos.len().max(1);
            self.lines.say(&format!("Bewaard bij duo {}.", duo.number))?;
        }
        Ok(())
    }

    fn duo_at(&self, at: usize) -> Option<Duo> {
        let duos = &self.scene.teacher.duos;
        duos.get(at).or(duos.first()).cloned()
    }

    fn duo_called(&self, number: u8) -> Option<Duo> {
        self.scene.teacher.duos.iter().find(|duo| duo.number == number).cloned()
    }

    fn ask_duo(&mut self) -> Told<Option<Duo>> {
        let Some(next) = self.duo_at(self.next_duo) else { return Ok(None) };
        let answer = self.ask(&format!("Welk duo? Enter: duo {}.", next.number))?;
        if answer.is_empty() {
            return Ok(Some(next));
        }
        Ok(answer.parse().ok().and_then(|number| self.duo_called(number)))
    }

    fn say_duos(&mut self) -> Told<()> {
        let last = self.scene.teacher.duos.iter().map(|duo| duo.number).max().unwrap_or(0);
        self.lines.say(&format!("Kies een duo van 1 tot en met {last}."))
    }

    /// "4 6 2" fills the options in order; else each is asked.
    pub(super) fn count(&mut self, typed: &str) -> Told<()> {
        let signs = match selection::counted(&self.scene.body) {
            None => return self.refuse(Refusal::NothingToCount),
            Some(none) if none.is_empty() => return self.refuse(Refusal::NoEndings),
            Some(signs) => signs,
        };
        let what = counts(&self.scene.body);
        let mut typed = typed.split(' ').filter(|word| !word.is_empty()).map(Text::clean).peekable();
        let asks = typed.peek().is_none();
        for (option, sign) in signs.into_iter().enumerate() {
            let answer = if asks {
                self.ask(&format!("Hoeveel {what} voor {sign}? Enter: overslaan."))?
            } else {
                typed.next().unwrap_or_default()
            };
            match answer.parse::<u16>() {
                Ok(count) => drop(self.act(Command::Count { option, count })?),
                Err(_) if answer.is_empty() => {}
                Err(_) => {
                    self.lines.say(&format!("{answer} is geen aantal. Begin opnieuw, met tel."))?;
                    return Ok(());
                }
            }
        }
        match doubt(&self.scene) {
            Some(doubt) => self.lines.say(&format!("{doubt} Met tel kan het opnieuw.")),
            None => self.lines.say("Geteld. Met o laat je het zien."),
        }
    }

    pub(super) fn come_or_go(&mut self) -> Told<()> {
        let coming = Coming::of(self.session.lesson(), self.session.roster());
        for (number, choice) in (1..).zip(coming.choices()) {
            self.lines.say(&format!("{number}. {}", choice.said()))?;
        }
        let answer = self.ask("Wie komt of gaat? Typ het nummer. Enter: niemand.")?;
        let chosen =
            answer.parse::<usize>().ok().and_then(|number| coming.choices().get(number.checked_sub(1)?));
        let Some(choice) = chosen else { return Ok(()) };
        if self.act(choice.command())? {
            let duos = self.scene.teacher.duos.clone();
            self.lines.say(&format!("{}. De duo's zijn nu:", choice.said()))?;
            for duo in &duos {
                self.lines.say(&format!("{}.", bodies::called(duo)))?;
            }
        }
        Ok(())
    }

    pub(super) fn remove(&mut self, typed: &str) -> Told<()> {
        match self.answer_called(typed) {
            Some(id) => self.act(Command::RemoveAnswer(id)).map(drop),
            None => self.say_answers("weg 2"),
        }
    }

    /// One answer, or without a number all that was taken off.
    pub(super) fn shred(&mut self, typed: &str) -> Told<()> {
        let (question, command) = match (typed, self.answer_called(typed)) {
            ("", _) => ("Alles wat weggehaald is voorgoed weg? Dat kan niet terug.", Command::EmptyBin),
            (_, Some(id)) => ("Dit antwoord voorgoed weg? Dat kan niet terug.", Command::ShredAnswer(id)),
            (_, None) => return self.say_answers("v 2"),
        };
        if self.is_sure(question)? {
            self.act(command)?;
        }
        Ok(())
    }

    fn say_answers(&mut self, example: &str) -> Told<()> {
        self.lines.say(&format!("Toon de antwoorden, met o. Kies dan een nummer: {example}."))
    }

    /// By its number on the screen of the class; a vote by its letter's.
    fn answer_called(&self, typed: &str) -> Option<AnswerId> {
        selection::answer(&self.scene.body, typed.parse::<usize>().ok()?.checked_sub(1)?)
    }
}
