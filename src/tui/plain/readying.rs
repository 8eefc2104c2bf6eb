//! Les klaarzetten, question by question: Enter takes the answer that stands there.

use crate::class::{MAX_PUPILS, People, Pupil, Roster};
use crate::dutch;
use crate::lesson::{Opening, Screen};
use crate::session::{chance, local_time};
use crate::text::Text;
use crate::tui::lists::Lists;
use crate::tui::plain::Plain;
use crate::tui::plain::lines::Told;
use crate::tui::screens::setup::bell::Bell;
use crate::tui::screens::setup::seats::Seats;
use crate::tui::screens::setup::{Brief, Class};

/// At any question.
const BACK: &str = "<";

impl Plain<'_> {
    /// All that a les needs; None: back to the list.
    pub(super) fn ready(&mut self, brief: &Brief, lists: &Lists) -> Told<Option<(Option<Roster>, Opening)>> {
        self.tell(brief)?;
        let class = match &brief.class {
            Class::Known(_) => Some(brief.class.clone()),
            Class::Open => self.ask_class(&lists.classes)?,
        };
        let Some(Class::Known(roster)) = class else { return Ok(None) };
        let opening = match &roster {
            None => self.ask_count()?,
            Some(roster) => self.ask_present(roster, brief)?,
        };
        let Some(opening) = opening else { return Ok(None) };
        let Some(screen) = self.ask_screen()? else { return Ok(None) };
        let Some(bell) = self.ask_bell()? else { return Ok(None) };
        let bell = bell.at().map(jiff::Zoned::timestamp);
        Ok(Some((roster, Opening { bell, screen, ..opening })))
    }

    fn tell(&mut self, brief: &Brief) -> Told<()> {
        self.lines.say("")?;
        self.lines.say(&format!("Les klaarzetten: {}", brief.title))?;
        let notes = [("Vooraf", &brief.before), ("Leg klaar", &brief.needed), ("Let op", &brief.watch)];
        for (title, notes) in notes {
            for note in notes {
                self.lines.say(&format!("{title}: {note}"))?;
            }
        }
        self.lines.say("Enter neemt het antwoord dat er staat. Met < ga je terug naar de lijst.")
    }

    /// None: back.
    fn ask_class(&mut self, classes: &[Roster]) -> Told<Option<Class>> {
        if classes.is_empty() {
            return Ok(Some(Class::Known(None)));
        }
        let names: Vec<&Text> = classes.iter().map(Roster::name).collect();
        let question = format!("Welke klas? {}. Enter: zonder namen. >", dutch::choice(&names));
        loop {
            let answer = self.lines.ask(&question)?;
            let called = |class: &&Roster| class.name().to_lowercase() == answer.to_lowercase();
            match (&*answer, classes.iter().find(called)) {
                (BACK, _) => return Ok(None),
                ("", _) => return Ok(Some(Class::Known(None))),
                (_, Some(class)) => return Ok(Some(Class::Known(Some(class.clone())))),
                (_, None) => self.lines.say(&format!("Er is geen klas {answer}."))?,
            }
        }
    }

    fn ask_count(&mut self) -> Told<Option<Opening>> {
        let usual = self.settings.as_ref().map_or(24, |settings| settings.pupils);
        loop {
            let answer = self.lines.ask(&format!("Hoeveel leerlingen? Enter: {usual}. >"))?;
            let count = match &*answer {
                BACK => return Ok(None),
                "" => Some(usual),
                typed => typed.parse().ok(),
            };
            match count.filter(|count| (1..=MAX_PUPILS).contains(&usize::from(*count))) {
                Some(count) => return Ok(Some(opening(People::Count(count)))),
                None => self.lines.say(&format!("Kies een getal van 1 tot en met {MAX_PUPILS}."))?,
            }
        }
    }

    fn ask_present(&mut self, roster: &Roster, brief: &Brief) -> Told<Option<Opening>> {
        let mut seats = Seats::new(self.shelf.past(roster), brief.home.clone(), chance());
        let usual = seats.absent_today(roster, &local_time());
        let names: Vec<&Text> = usual.iter().filter_map(|pupil| roster.name_of(*pupil)).collect();
        let usually = if names.is_empty() { "niemand".to_owned() } else { dutch::list(&names) };
        let question = format!("Wie is er niet? Namen met een komma ertussen. Enter: {usually}. >");
        let absent = loop {
            let answer = self.lines.ask(&question)?;
            match &*answer {
                BACK => return Ok(None),
                "" => break usual.into_iter().collect(),
                "niemand" => break Vec::new(),
                typed => match called(typed, roster) {
                    Ok(absent) => break absent,
                    Err(name) => self.lines.say(&format!("In {} zit geen {name}.", roster.name()))?,
                },
            }
        };
        let everyone = roster.pupils().iter().map(|(pupil, _)| *pupil);
        let present: Vec<Pupil> = everyone.filter(|pupil| !absent.contains(pupil)).collect();
        seats.come(present.clone());
        self.lines.say(&format!("Wie zit bij wie: {}.", seats.said().trim_end_matches('.')))?;
        Ok(Some(Opening {
            past: Box::new(seats.past().clone()),
            seating: Some(seats.seating().clone()),
            ..opening(People::Present(present))
        }))
    }

    fn ask_screen(&mut self) -> Told<Option<Screen>> {
        let usual = self.settings.as_ref().map_or_else(Screen::default, |settings| settings.screen);
        let said = match usual {
            Screen::Mirrored => "ja",
            Screen::Apart => "nee",
        };
        loop {
            match &*self.lines.ask(&format!("Zien leerlingen jouw scherm? Enter: {said}. >"))? {
                BACK => return Ok(None),
                "" => return Ok(Some(usual)),
                "j" | "ja" => return Ok(Some(Screen::Mirrored)),
                "n" | "nee" => return Ok(Some(Screen::Apart)),
                _ => self.lines.say("Typ ja of nee.")?,
            }
        }
    }

    fn ask_bell(&mut self) -> Told<Option<Bell>> {
        let times = self.settings.as_ref().map(|settings| settings.times.clone()).unwrap_or_default();
        let mut bell = Bell::new(local_time(), &times);
        let question = format!("Tot hoe laat? Typ een tijd of geen. Enter: {}. >", bell.said());
        loop {
            let answer = self.lines.ask(&question)?;
            let digits: String = answer.chars().filter(char::is_ascii_digit).collect();
            match &*answer {
                BACK => return Ok(None),
                "" => return Ok(Some(bell)),
                "geen" => {
                    bell.silence();
                    return Ok(Some(bell));
                }
                _ if bell.set(&digits) => {
                    self.lines.say(&format!("Tot {}.", bell.said()))?;
                    return Ok(Some(bell));
                }
                _ => self.lines.say("Typ een tijd, zoals 11:20.")?,
            }
        }
    }
}

fn opening(people: People) -> Opening {
    Opening::new(people, None, Screen::default())
}

/// The pupils with these names, or the first name that is nobody's.
fn called<'n>(names: &'n str, roster: &Roster) -> Result<Vec<Pupil>, &'n str> {
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| roster.called(name).ok_or(name)).collect()
}
