//! What each kind of step shows to the class: one function for each `Body`, in reading order.

use crate::dutch;
use crate::lesson::{
    Body, ChoiceView, Closing, Column, Doing, Duo, End, ForkChoice, Gathered, QuestionView, Returned,
    Revealed, Shown, Start, Ways,
};
use crate::text::Text;
use crate::tui::pages::{Flow, Room, Section};
use crate::tui::pen::Pen;
use crate::tui::screens::{covers, selection};
use crate::tui::theme::Role;
use crate::tui::widgets::row::{Mark, Row, marked};
use crate::tui::widgets::{bars, columns};

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
        Body::Closing(closing) => pen.closing(closing),
        Body::End(end) => pen.end(end),
    }
}

impl Pen<'_> {
    fn start(&self, start: &Start) -> Flow {
        let road = [("vorige keer", &start.last), ("nu", &start.now), ("straks", &start.next)];
        let road = road.into_iter().filter_map(|(when, what)| {
            let role = if when == "nu" { Role::Strong } else { Role::Text };
            Some((when, role, &**what.as_ref()?))
        });
        let road = self.labelled(&road.collect::<Vec<_>>(), Role::Quiet);
        let road = road.into_iter().map(|rows| indented(rows, self.indent())).collect();
        let named = start.duos.iter().any(|duo| !duo.names.is_empty());
        Flow::default()
            .with(self.sentence(&start.title))
            .with(self.line(Role::Text, &start.goal))
            .with(Section::blocks(road, 0))
            .with(if named { self.seats(&start.duos) } else { covers::count_off(&start.duos, self) })
    }

    fn seats(&self, duos: &[Duo]) -> Section {
        let mut call = self.text(Role::Text, "Ga naast je duo zitten.", self.room.width);
        call.push(Row::blank());
        let height = self.room.height.saturating_sub(call.len());
        let mut screens = columns::duos(duos, self, self.sizes.body, height);
        if let Some(first) = screens.first_mut() {
            first.splice(..0, call);
        }
        Section::blocks(screens, 0)
    }

    fn explain(&self, text: &Text, parts: &Revealed) -> Flow {
        let mut flow = Flow::default().with(self.sentence(text));
        let shown = parts.lines.iter().take(parts.shown).enumerate();
        let part = |(index, line): (usize, &Text)| {
            let newest = index + 1 == parts.shown;
            let role = if newest { Role::Strong } else { Role::Text };
            let rows = self.bullet(self.glyphs().bullet, role, line);
            if newest { marked(rows, Mark::Newest) } else { rows }
        };
        flow.reminder = self.reminder(text);
        flow.with(Section::blocks(shown.map(part).collect(), self.air()))
    }

    /// Once answers are shown they stand alone under the question; the help comes back with `o`.
    fn question(&self, question: &QuestionView) -> Flow {
        let mut flow = match &question.answers.shown {
            Some(shown) => {
                let blocks = columns::answers(shown, self);
                Flow::default().with(self.sentence(&question.sentence)).with(Section::blocks(blocks, 1))
            }
            None => Flow::default()
                .with(self.asked(&question.sentence, what_to_do(question.doing)))
                .with(self.help(&question.help))
                .with(self.starters(&question.starters)),
        };
        flow.reminder = self.reminder(&question.sentence);
        flow
    }

    fn look_back(&self, text: &Text, returned: &Returned) -> Flow {
        let mut flow = Flow::default().with(self.sentence(text));
        flow.reminder = self.reminder(text);
        let Some(shown) = &returned.shown else {
            let where_it_is = match returned.count {
                0 => "Pak jullie strookje. Lees wat jullie toen opschreven.",
                _ => "Weet je nog wat jullie toen zeiden?",
            };
            return flow.with(self.line(Role::Text, where_it_is));
        };
        let blocks = shown.iter().enumerate().map(|(index, answer)| self.returned(index, answer));
        flow.with(Section::blocks(blocks.collect(), self.air()))
    }

    /// Whose it was, and under it what they said.
    fn returned(&self, index: usize, (duo, answer): &(Duo, Shown)) -> Vec<Row> {
        let who = format!("Duo {}  {}", duo.number, columns::names(duo));
        let chosen = self.selected == Some(index);
        let (role, side) =
            if chosen { (Role::Mark, self.glyphs().mark) } else { (Role::Bar, self.glyphs().side) };
        let width = self.room.width.min(if self.is_plain() { 60 } else { usize::MAX });
        let said = self.text(Role::Text, &answer.text, width.saturating_sub(6)).into_iter().map(|row| {
            let side = Row::new(role, side).and(Role::Text, " ");
            side.and_row(row).indented(self.indent())
        });
        let who = self.text(Role::Quiet, who.trim_end(), self.room.width);
        let rows = who.into_iter().chain(said).collect();
        marked(rows, Mark::Item(index))
    }

    fn choice(&self, choice: &ChoiceView) -> Flow {
        let waits_for_hands = choice.counting.is_some() && choice.rounds == 0;
        let doing = match choice.doing {
            doing if !waits_for_hands => what_to_do(doing).to_owned(),
            Doing::AsAsked | Doing::ShareInClass => "Kies, en steek je hand op.".to_owned(),
            doing => format!("{} Steek dan je hand op.", what_to_do(doing)),
        };
        let mut flow = Flow::default().with(self.asked(&choice.sentence, &doing));
        flow.reminder = self.reminder(&choice.sentence);
        let options = bars::options(choice, self);
        flow.with(Section::blocks(options, self.air()))
            .with(self.help(&choice.help))
            .with(self.starters(&choice.starters))
    }

    /// Until the first item lies in its column the class reads how it gets there.
    fn sort(&self, question: &Text, item: &Text, doing: Doing, into: &[Column]) -> Flow {
        let how = match doing {
            _ if !selection::is_untouched(into) => "",
            Doing::ThinkAlone => "Kies zelf. Schrijf het op je eigen blad.",
            Doing::ShareInClass => "Steek je hand op: waar hoort dit?",
            _ => "Overleg kort. Steek dan je hand op.",
        };
        let mut flow = Flow::default().with(self.line(Role::Text, question)).with(self.asked(item, how));
        flow.reminder = self.reminder(item);
        flow.with(self.piles(into))
    }

    fn sorted(&self, question: &Text, into: &[Column]) -> Flow {
        let on_paper = if selection::is_untouched(into) { "Pak je eigen blad of strookje." } else { "" };
        let mut flow = Flow::default().with(self.sentence(question)).with(self.line(Role::Text, on_paper));
        flow.reminder = self.reminder(question);
        flow.with(self.piles(into))
    }

    fn piles(&self, columns: &[Column]) -> Section {
        let room = Room { height: self.room.height.saturating_sub(4), ..self.room };
        Section::blocks(columns::sorted(columns, self, room), 1)
    }

    /// The teacher has not shown yet what there is to sort.
    fn sort_later(&self, question: &Text) -> Flow {
        let mut flow = Flow::default().with(self.sentence(question));
        flow.reminder = self.reminder(question);
        flow.with(self.line(Role::Text, "Straks komen jullie eigen antwoorden."))
    }

    fn pick(&self, stories: &[Text]) -> Flow {
        let question = Text::clean("Welk verhaal kiezen we?");
        let mut flow = Flow::default().with(self.sentence(&question));
        flow.reminder = self.reminder(&question);
        flow.with(self.numbered(stories.iter().map(|story| (story, ""))))
    }

    fn tell(&self, title: &Text, told: &Revealed) -> Flow {
        let mut lines = told.lines.iter().take(told.shown).collect::<Vec<_>>();
        let Some(newest) = lines.pop() else { return Flow::default().with(self.sentence(title)) };
        let before = lines.into_iter().map(|line| self.indented(line)).collect();
        let mut flow = Flow::default()
            .with(self.line(Role::Quiet, title))
            .with(Section::blocks(before, self.air()))
            .with(self.newest(newest));
        flow.reminder = self.reminder(title);
        flow
    }

    fn fork(&self, text: &[Text], question: Option<&Text>, ways: &Ways) -> Flow {
        let mut told: Vec<&Text> = text.iter().collect();
        // What is largest: the question, or else the last line of what happens.
        let largest = question.or_else(|| told.pop());
        let told = told.into_iter().map(|line| self.indented(line)).collect();
        let mut flow = Flow::default().with(Section::blocks(told, self.air()));
        if let Some(largest) = largest {
            flow = flow.with(self.sentence(largest));
            flow.reminder = self.reminder(largest);
        }
        match ways {
            Ways::Choices(choices) => flow.with(self.forks(choices)),
            Ways::BackOrOn => {
                let [back, on] = ["Terug: wat als we anders kiezen?", "Verder"].map(Text::clean);
                flow.with(self.numbered([(&back, ""), (&on, "")].into_iter()))
            }
            Ways::On => flow,
        }
    }

    fn forks(&self, choices: &[ForkChoice]) -> Section {
        let seen = |choice: &ForkChoice| if choice.seen { " (gezien)" } else { "" };
        self.numbered(choices.iter().map(|choice| (&choice.text, seen(choice))))
    }

    fn task(&self, task: &Text, checklist: &[Text]) -> Flow {
        let mut flow = Flow::default().with(self.sentence(task));
        flow.reminder = self.reminder(task);
        let lines = checklist.iter().map(|line| self.bullet(self.glyphs().todo, Role::Text, line));
        flow.with(Section::blocks(lines.collect(), self.air()))
    }

    fn next_step(&self, questions: &Revealed, starters: &[Text]) -> Flow {
        let mut asked = questions.lines.iter().take(questions.shown).collect::<Vec<_>>();
        let Some(newest) = asked.pop() else { return Flow::default() };
        let before = asked.into_iter().map(|line| self.text(Role::Quiet, line, self.room.width)).collect();
        let mut flow = Flow::default().with(Section::blocks(before, 0)).with(self.newest(newest));
        flow.reminder = self.reminder(newest);
        flow.with(self.line(Role::Text, "Schrijf het op je eigen strookje.")).with(self.starters(starters))
    }

    fn closing(&self, closing: &Closing) -> Flow {
        let title = Text::clean(if closing.next.is_some() { "Tot hier vandaag." } else { "Klaar!" });
        let did = closing.did.iter().map(|line| self.bullet(self.glyphs().bullet, Role::Text, line));
        let mut flow = Flow::default()
            .with(self.sentence(&title))
            .with(self.titled("Dit deden we vandaag", did.collect()));
        for (title, line) in [("Volgende keer", &closing.next), ("Praat er thuis over", &closing.home)] {
            if let Some(line) = line {
                flow = flow.with(self.titled(title, vec![self.indented(line)]));
            }
        }
        flow.reminder = self.reminder(&title);
        flow
    }

    fn end(&self, end: &End) -> Flow {
        let title = Text::clean(&match (&end.gathered, end.count) {
            (Some(_), _) => "Dit hebben we verzameld.".to_owned(),
            (None, 0) => "Klaar!".to_owned(),
            (None, count) => {
                format!("Klaar! Jullie gaven {}.", dutch::count(count, "antwoord", "antwoorden"))
            }
        });
        let mut flow = Flow::default().with(self.sentence(&title));
        flow.reminder = self.reminder(&title);
        let mut before = 0;
        for gathered in end.gathered.iter().flatten() {
            flow = flow.with(self.gathered(gathered, before));
            before += gathered.answers.len();
        }
        match &end.follows {
            Some(follows) => flow.with(self.titled("Hierna", vec![self.indented(follows)])),
            None => flow,
        }
    }

    /// `before` answers stand above it.
    fn gathered(&self, gathered: &Gathered, before: usize) -> Section {
        let mut blocks = vec![self.text(Role::Strong, &gathered.question, self.room.width)];
        blocks.extend((before..).zip(&gathered.answers).map(|(index, answer)| {
            let chosen = self.selected == Some(index);
            let (glyph, role) =
                if chosen { (self.glyphs().mark, Role::Strong) } else { (self.glyphs().bullet, Role::Text) };
            marked(self.bullet(glyph, role, &answer.text), Mark::Item(index))
        }));
        blocks.extend(bars::counted(&gathered.counts, self));
        Section::blocks(blocks, 0)
    }
}

fn indented(rows: Vec<Row>, indent: u16) -> Vec<Row> {
    rows.into_iter().map(|row| row.indented(indent)).collect()
}

/// What the class does now, in words; empty where the sentence says it.
fn what_to_do(doing: Doing) -> &'static str {
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
        Doing::TalkItOver => "Praat er samen over na.",
    }
}
