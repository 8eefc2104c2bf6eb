//! What each kind of step shows to the class: one function for each `Body`, in reading order.

use crate::dutch;
use crate::lesson::{
    Body, ChoiceView, Closing, Column, Doing, Duo, End, ForkChoice, Gathered, QuestionView, Returned,
    Revealed, Shown, Start, Ways,
};
use crate::text::Text;
use crate::tui::pages::{Flow, Room, Section};
use crate::tui::screens::{covers, selection};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::row::{Mark, Row, hanging, wrapped};
use crate::tui::widgets::sentence::sentence;
use crate::tui::widgets::{bars, columns};

/// What a body is drawn with.
struct Pen<'a> {
    room: Room,
    selected: Option<usize>,
    glyphs: &'a Glyphs,
}

pub fn flow(body: &Body, selected: Option<usize>, room: Room, glyphs: &Glyphs) -> Flow {
    let pen = Pen { room, selected, glyphs };
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
        let mut road = Vec::new();
        for (when, what) in [
            ("vorige keer", start.last.as_ref()),
            ("nu", start.now.as_ref()),
            ("straks", start.next.as_ref()),
        ] {
            if let Some(what) = what {
                let head = Row::new(Role::Quiet, format!("{when:<14}")).indented(self.indent());
                let role = if when == "nu" { Role::Strong } else { Role::Text };
                road.push(hanging(head, role, what, self.measure()));
            }
        }
        let named = start.duos.iter().any(|duo| !duo.names.is_empty());
        Flow::default()
            .with(self.sentence(&start.title))
            .with(Section::block(wrapped(Role::Text, &start.goal, self.measure())))
            .with(Section::blocks(road, 0))
            .with(if named { self.seats(&start.duos) } else { covers::count_off(&start.duos, self.room) })
    }

    fn seats(&self, duos: &[Duo]) -> Section {
        let mut call = wrapped(Role::Text, "Ga naast je duo zitten.", self.measure());
        call.push(Row::blank());
        let height = self.room.height.saturating_sub(call.len());
        let mut screens = columns::duos(duos, self.room.width, height);
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
            let rows = self.bullet(self.glyphs.bullet, role, line);
            if newest { marked(rows, Mark::Newest) } else { rows }
        };
        flow.reminder = Some(text.clone());
        flow.with(Section::blocks(shown.map(part).collect(), self.air()))
    }

    /// Once answers are shown they stand alone under the question; the help comes back with `o`.
    fn question(&self, question: &QuestionView) -> Flow {
        let mut flow = match &question.answers.shown {
            Some(shown) => {
                let blocks = columns::answers(shown, self.selected, self.room.width, self.glyphs);
                Flow::default().with(self.sentence(&question.sentence)).with(Section::blocks(blocks, 1))
            }
            None => Flow::default()
                .with(self.asked(&question.sentence, what_to_do(question.doing)))
                .with(self.help(&question.help))
                .with(self.starters(&question.starters)),
        };
        flow.reminder = Some(question.sentence.clone());
        flow
    }

    fn look_back(&self, text: &Text, returned: &Returned) -> Flow {
        let mut flow = Flow::default().with(self.sentence(text));
        flow.reminder = Some(text.clone());
        let Some(shown) = &returned.shown else {
            let where_it_is = match returned.count {
                0 => "Pak jullie strookje. Lees wat jullie toen opschreven.",
                _ => "Weet je nog wat jullie toen zeiden?",
            };
            return flow.with(Section::block(wrapped(Role::Text, where_it_is, self.measure())));
        };
        let blocks = shown.iter().enumerate().map(|(index, answer)| self.returned(index, answer));
        flow.with(Section::blocks(blocks.collect(), self.air()))
    }

    /// Whose it was, and under it what they said.
    fn returned(&self, index: usize, (duo, answer): &(Duo, Shown)) -> Vec<Row> {
        let who = format!("Duo {}  {}", duo.number, columns::names(duo));
        let chosen = self.selected == Some(index);
        let (role, side) =
            if chosen { (Role::Mark, self.glyphs.mark) } else { (Role::Bar, self.glyphs.side) };
        let said =
            wrapped(Role::Text, &answer.text, self.measure().saturating_sub(6)).into_iter().map(|row| {
                let side = Row::new(role, side).and(Role::Text, " ");
                side.and_row(row).indented(self.indent())
            });
        let rows = wrapped(Role::Quiet, who.trim_end(), self.measure()).into_iter().chain(said).collect();
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
        flow.reminder = Some(choice.sentence.clone());
        let options = bars::options(choice, self.selected, self.room.width, self.glyphs);
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
        let mut flow = Flow::default()
            .with(Section::block(wrapped(Role::Text, question, self.measure())))
            .with(self.asked(item, how));
        flow.reminder = Some(item.clone());
        flow.with(self.piles(into))
    }

    fn sorted(&self, question: &Text, into: &[Column]) -> Flow {
        let on_paper = if selection::is_untouched(into) { "Pak je eigen blad of strookje." } else { "" };
        let mut flow = Flow::default().with(self.sentence(question)).with(Section::block(wrapped(
            Role::Text,
            on_paper,
            self.measure(),
        )));
        flow.reminder = Some(question.clone());
        flow.with(self.piles(into))
    }

    fn piles(&self, columns: &[Column]) -> Section {
        let room = Room { height: self.room.height.saturating_sub(4), ..self.room };
        Section::blocks(columns::sorted(columns, self.selected, room, self.glyphs), 1)
    }

    /// The teacher has not shown yet what there is to sort.
    fn sort_later(&self, question: &Text) -> Flow {
        let mut flow = Flow::default().with(self.sentence(question));
        flow.reminder = Some(question.clone());
        flow.with(Section::block(wrapped(
            Role::Text,
            "Straks komen jullie eigen antwoorden.",
            self.measure(),
        )))
    }

    fn pick(&self, stories: &[Text]) -> Flow {
        let question = Text::clean("Welk verhaal kiezen we?");
        let mut flow = Flow::default().with(self.sentence(&question));
        flow.reminder = Some(question);
        flow.with(self.numbered(stories.iter().map(|story| (story, ""))))
    }

    fn tell(&self, title: &Text, told: &Revealed) -> Flow {
        let mut lines = told.lines.iter().take(told.shown).collect::<Vec<_>>();
        let Some(newest) = lines.pop() else { return Flow::default().with(self.sentence(title)) };
        let before = lines.into_iter().map(|line| self.body_text(line)).collect();
        let mut flow = Flow::default()
            .with(Section::block(wrapped(Role::Quiet, title, self.measure())))
            .with(Section::blocks(before, self.air()))
            .with(Section::block(marked(sentence(newest, self.measure()), Mark::Newest)));
        flow.reminder = Some(title.clone());
        flow
    }

    fn fork(&self, text: &[Text], question: Option<&Text>, ways: &Ways) -> Flow {
        let mut told: Vec<&Text> = text.iter().collect();
        // What is largest: the question, or else the last line of what happens.
        let largest = question.or_else(|| told.pop());
        let told = told.into_iter().map(|line| self.body_text(line)).collect();
        let mut flow = Flow::default().with(Section::blocks(told, self.air()));
        if let Some(largest) = largest {
            flow = flow.with(self.sentence(largest));
            flow.reminder = Some(largest.clone());
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
        flow.reminder = Some(task.clone());
        let lines = checklist.iter().map(|line| self.bullet(self.glyphs.todo, Role::Text, line));
        flow.with(Section::blocks(lines.collect(), self.air()))
    }

    fn next_step(&self, questions: &Revealed, starters: &[Text]) -> Flow {
        let mut asked = questions.lines.iter().take(questions.shown).collect::<Vec<_>>();
        let Some(newest) = asked.pop() else { return Flow::default() };
        let before = asked.into_iter().map(|line| wrapped(Role::Quiet, line, self.measure())).collect();
        let mut flow = Flow::default()
            .with(Section::blocks(before, 0))
            .with(Section::block(marked(sentence(newest, self.measure()), Mark::Newest)));
        flow.reminder = Some(newest.clone());
        let paper = wrapped(Role::Text, "Schrijf het op je eigen strookje.", self.measure());
        flow.with(Section::block(paper)).with(self.starters(starters))
    }

    fn closing(&self, closing: &Closing) -> Flow {
        let title = Text::clean(if closing.next.is_some() { "Tot hier vandaag." } else { "Klaar!" });
        let did = closing.did.iter().map(|line| self.bullet(self.glyphs.bullet, Role::Text, line));
        let mut flow = Flow::default()
            .with(self.sentence(&title))
            .with(self.titled("Dit deden we vandaag", did.collect()));
        for (title, line) in [("Volgende keer", &closing.next), ("Praat er thuis over", &closing.home)] {
            if let Some(line) = line {
                flow = flow.with(self.titled(title, vec![self.body_text(line)]));
            }
        }
        flow.reminder = Some(title);
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
        flow.reminder = Some(title);
        let mut before = 0;
        for gathered in end.gathered.iter().flatten() {
            flow = flow.with(self.gathered(gathered, before));
            before += gathered.answers.len();
        }
        match &end.follows {
            Some(follows) => flow.with(self.titled("Hierna", vec![self.body_text(follows)])),
            None => flow,
        }
    }

    /// `before` answers stand above it.
    fn gathered(&self, gathered: &Gathered, before: usize) -> Section {
        let mut blocks = vec![wrapped(Role::Strong, &gathered.question, self.measure())];
        blocks.extend((before..).zip(&gathered.answers).map(|(index, answer)| {
            let chosen = self.selected == Some(index);
            let (glyph, role) =
                if chosen { (self.glyphs.mark, Role::Strong) } else { (self.glyphs.bullet, Role::Text) };
            marked(self.bullet(glyph, role, &answer.text), Mark::Item(index))
        }));
        blocks.extend(bars::counted(&gathered.counts, self.room.width, self.glyphs));
        Section::blocks(blocks, 0)
    }

    fn sentence(&self, text: &Text) -> Section {
        Section::block(sentence(text, self.measure()))
    }

    /// The sentence, and under it what to do with it now.
    fn asked(&self, text: &Text, doing: &str) -> Section {
        let mut rows = sentence(text, self.measure());
        let doing = wrapped(Role::Text, doing, self.measure());
        if !doing.is_empty() {
            rows.push(Row::blank());
            rows.extend(doing);
        }
        Section::block(rows)
    }

    fn titled(&self, title: &str, blocks: Vec<Vec<Row>>) -> Section {
        if blocks.is_empty() {
            return Section::default();
        }
        let title = wrapped(Role::Quiet, title, self.measure());
        Section::blocks(std::iter::once(title).chain(blocks).collect(), 0)
    }

    fn help(&self, help: &[Text]) -> Section {
        Section::blocks(help.iter().map(|line| self.body_text(line)).collect(), 0)
    }

    fn starters(&self, starters: &[Text]) -> Section {
        let quoted = |starter: &Text| {
            let head = Row::new(Role::Text, "\"").indented(self.indent());
            hanging(head, Role::Text, &format!("{starter}\""), self.measure())
        };
        Section::blocks(starters.iter().map(quoted).collect(), 0)
    }

    fn numbered<'t>(&self, options: impl Iterator<Item = (&'t Text, &'t str)>) -> Section {
        let option = |(index, (text, after)): (usize, (&Text, &str))| {
            let chosen = self.selected == Some(index);
            let sign = (index + 1).to_string();
            let rows =
                bars::option_row(&sign, &format!("{text}{after}"), chosen, self.room.width, self.glyphs);
            marked(rows, Mark::Item(index))
        };
        Section::blocks(options.enumerate().map(option).collect(), self.air())
    }

    fn bullet(&self, bullet: &str, role: Role, text: &str) -> Vec<Row> {
        let head = Row::new(Role::Quiet, format!("{bullet} ")).indented(self.indent());
        hanging(head, role, text, self.measure())
    }

    fn body_text(&self, line: &str) -> Vec<Row> {
        let width = self.measure().saturating_sub(usize::from(self.indent()));
        wrapped(Role::Text, line, width).into_iter().map(|row| row.indented(self.indent())).collect()
    }

    fn measure(&self) -> usize {
        self.room.measure()
    }

    fn indent(&self) -> u16 {
        if self.room.width < 60 { 2 } else { 4 }
    }

    /// Empty rows between lines of a list.
    fn air(&self) -> usize {
        usize::from(self.room.height >= 20)
    }
}

fn marked(rows: Vec<Row>, mark: Mark) -> Vec<Row> {
    rows.into_iter().map(|row| row.marked(mark)).collect()
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
