//! How the screen test is drawn: a question, a sample as a class would see it, and the answers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::card::Phase;
use crate::dutch;
use crate::lesson::Stage as Left;
use crate::tui::letters::{LetterSet, Size};
use crate::tui::pages::Room;
use crate::tui::screens::screentest::back_row::{Line, Verdict, smallest};
use crate::tui::screens::screentest::clicker::{ASKED, Answer, Clicker, label};
use crate::tui::screens::screentest::{ScreenTest, Stage};
use crate::tui::screens::{inner, last_rows};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Row, hanging, paint, wrapped};

/// Sentences as a class sees them: the first that can be set is shown.
const SENTENCES: [&str; 3] = ["Wat past bij jou?", "Hoe was het?", "Wat nu?"];
const FROM_AFAR: [&str; 2] = ["Lees je dit achterin?", "Lees je dit?"];

/// Below this width words stand closer.
const NARROW: usize = 60;

/// From this height there is air between things.
const ROOMY: u16 = 18;
/// And from this one more before large letters.
const LOFTY: u16 = 28;

/// What is drawn for a question: text, big letters, and text under them.
struct Sheet {
    above: Vec<Row>,
    sample: Sample,
    below: Vec<Row>,
}

enum Sample {
    None,
    /// As large as goes.
    Large,
    /// As small as it can get in a lesson.
    Small,
    /// As large as goes for all that is said there.
    Said(&'static str),
}

pub fn draw(test: &ScreenTest, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let full = buffer.area;
    let area = inner(full);
    let width = usize::from(area.width);
    let air = usize::from(area.height >= ROOMY);
    let count = format!("{} van {}", test.stage.number(), Stage::ALL.len());
    let head = Row::new(Role::Quiet, "Schermtest").and_at_right(Row::new(Role::Quiet, count), width);
    let mut above = vec![head];
    above.extend(vec![Row::blank(); air]);
    above.extend(wrapped(Role::Strong, test.question(), width));
    let sheet = test.sheet(theme, full.height, width);
    above.extend(vec![Row::blank(); air]);
    above.extend(sheet.above);
    above.extend(vec![Row::blank(); 1 + usize::from(area.height >= LOFTY)]);
    let foot = last_rows(notice, test.context(), width, theme.glyphs.arrows);

    let taken = above.len() + foot.len() + 1;
    let left = usize::from(area.height).saturating_sub(taken);
    let below = sheet.below.len() + usize::from(!sheet.below.is_empty());
    let room = Room { width, height: left.saturating_sub(below) };
    let sample = sample(&sheet.sample, theme, full.height, room);
    let mut rows = above;
    if !sample.is_empty() {
        rows.extend(sample);
        rows.push(Row::blank());
    }
    rows.extend(sheet.below);
    let foot_height = u16::try_from(foot.len()).unwrap_or(u16::MAX).min(area.height);
    let bottom = area.bottom() - foot_height;
    paint(&rows, Rect { height: area.height - foot_height, ..area }, theme, buffer);
    paint(&foot, Rect { y: bottom, height: foot_height, ..area }, theme, buffer);
}

/// Big letters where they go, else those of the terminal.
fn sample(sample: &Sample, theme: &Theme, rows: u16, room: Room) -> Vec<Row> {
    let letters = &theme.letters;
    let big = || letters.sizes(usize::from(rows)).filter(|size| *size != Size::Plain);
    let largest = |text: &&str| big().find_map(|size| letters.set(text, size, room));
    let (setting, text) = match sample {
        Sample::None => return Vec::new(),
        Sample::Large => (SENTENCES.iter().find_map(largest), SENTENCES.first()),
        Sample::Small => {
            let size = smallest(letters, rows);
            (FROM_AFAR.iter().find_map(|text| letters.set(text, size, room)), FROM_AFAR.first())
        }
        Sample::Said(text) => {
            let fits =
                |size: &Size| Clicker::sentences().all(|text| letters.set(text, *size, room).is_some());
            (big().find(fits).and_then(|size| letters.set(text, size, room)), Some(text))
        }
    };
    let plain = || wrapped(Role::Strong, text.unwrap_or(&""), room.width);
    setting.map_or_else(plain, |setting| setting.rows_in(Role::Strong))
}

impl ScreenTest {
    fn question(&self) -> &'static str {
        match self.stage {
            Stage::Letters => "Welke leest het mooist?",
            Stage::BackRow => "Kan de achterste rij het lezen?",
            Stage::Colours => "Wat leest hier het prettigst?",
            Stage::Clicker => "Heb je een clicker? Probeer hem nu.",
            Stage::Classroom => "Hoe heet dit lokaal?",
        }
    }

    fn sheet(&self, theme: &Theme, rows: u16, width: usize) -> Sheet {
        match self.stage {
            Stage::Letters => letters(theme, width),
            Stage::BackRow => self.back_row_sheet(theme, rows, width),
            Stage::Colours => colours(theme, width),
            Stage::Clicker => self.clicker_sheet(theme, width),
            Stage::Classroom => self.classroom_sheet(theme, width),
        }
    }

    fn back_row_sheet(&self, theme: &Theme, rows: u16, width: usize) -> Sheet {
        let letters = &theme.letters;
        let line = |line: Line, question: &str| {
            let chosen = line == self.back_row.at;
            let (mark, role) = if chosen { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
            let head = Row::new(Role::Quiet, question).padded(14).and(Role::Mark, format!("{mark} "));
            head.and(role, self.back_row.said(line))
        };
        let above = vec![line(Line::Distance, "Achterste rij"), line(Line::Width, "Schermbreedte")];
        let said = match self.back_row.verdict(letters, rows) {
            Verdict::Readable => "Ja: elke zin is ook achterin te lezen.".to_owned(),
            Verdict::ZoomIn { rows: fewer } => {
                format!("Nog niet. Zoom in met Ctrl en + tot hier ongeveer {fewer} rijen staan; nu {rows}.")
            }
            Verdict::TooFar { readable } => format!(
                "Nee. Met deze letters lees je een zin tot {}. Kies grotere, of schuif de rij naar voren.",
                dutch::metres(readable)
            ),
        };
        let plain = dutch::metres(self.back_row.plain_reach(letters, rows));
        let mut below = wrapped(Role::Strong, &said, width);
        let aside = format!("Kleine letters, zoals deze, lees je tot {plain}.");
        below.extend(wrapped(Role::Quiet, &aside, width));
        Sheet { above, sample: Sample::Small, below }
    }

    fn clicker_sheet(&self, theme: &Theme, width: usize) -> Sheet {
        let clicker = &self.clicker;
        let row = |(index, (_, word, _)): (usize, &(_, &str, _))| {
            let now = index == clicker.answers().len();
            let (mark, role) = if now { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
            let row = Row::new(Role::Mark, format!("{mark} ")).and(role, *word).padded(18);
            match clicker.answers().get(index) {
                Some(Answer::Key(key)) => row.and(Role::Text, label(*key, theme.glyphs.arrows).as_ref()),
                Some(Answer::Skipped) => row.and(Role::Quiet, "overgeslagen"),
                None => row,
            }
        };
        let above = ASKED.iter().enumerate().map(row).collect();
        let said = clicker.said(theme.glyphs.arrows).unwrap_or_default();
        let below = if said.is_empty() { vec![Row::blank()] } else { wrapped(Role::Text, &said, width) };
        Sheet { above, sample: Sample::Said(clicker.sentence()), below }
    }

    fn classroom_sheet(&self, theme: &Theme, width: usize) -> Sheet {
        let naming = &self.naming;
        let typed = naming.input().row(width.saturating_sub(4));
        let mut field = Row::new(Role::Mark, format!("{} ", theme.glyphs.mark)).and_row(typed);
        if naming.input().is_empty() {
            field = field.and(Role::Quiet, format!(" {}", naming.name()));
        }
        let why = "Onder deze naam onthoudt Lesloper de letters en de kleuren. Geef je les in meer lokalen? \
                   Doe daar ook de test; bij Les klaarzetten kies je het lokaal.";
        let mut below = wrapped(Role::Quiet, why, width.min(62));
        if !naming.known().is_empty() {
            below.push(Row::blank());
            let head = Row::new(Role::Quiet, "Bekend  ");
            below.extend(hanging(head, Role::Text, &naming.known().join(", "), width));
        }
        Sheet { above: vec![field], sample: Sample::None, below }
    }
}

fn letters(theme: &Theme, width: usize) -> Sheet {
    let here = theme.letters.letter_set();
    let names: Vec<_> = LetterSet::ALL.into_iter().map(|set| (set.name(), set == here)).collect();
    let mut above = choices(&names, theme, width);
    let broken = "Zie je vierkantjes? Kies dan andere letters.";
    above.extend(wrapped(Role::Quiet, broken, width));
    Sheet { above, sample: Sample::Large, below: Vec::new() }
}

fn colours(theme: &Theme, width: usize) -> Sheet {
    let names: Vec<_> = theme.choices().into_iter().map(|name| (name.label(), name == theme.name)).collect();
    let mut above = choices(&names, theme, width);
    above.extend(wrapped(Role::Quiet, "Zet de lampen en de zonwering zoals in de les.", width));
    let gap = if width < NARROW { " " } else { "   " };
    let mut phases = Row::default();
    for phase in [Phase::Prepare, Phase::Do, Phase::LookBack] {
        phases = phases
            .and(Role::Phase(phase), theme.phase_glyph(phase))
            .and(Role::Text, format!(" {}{gap}", phase.label()));
    }
    let bar = |role, length| Row::new(role, theme.glyphs.low.repeat(length));
    let clock = bar(Role::Clock(Left::Ample), 6)
        .and_row(bar(Role::Clock(Left::Soon), 3))
        .and_row(bar(Role::Clock(Left::Last), 2))
        .and(Role::Rule, theme.glyphs.low_empty.repeat(4))
        .and(Role::Text, "  overleg zachtjes");
    Sheet { above, sample: Sample::Large, below: vec![phases, clock] }
}

/// Words in rows, with the mark before the one that is chosen.
fn choices(names: &[(&str, bool)], theme: &Theme, width: usize) -> Vec<Row> {
    let gap = if width < NARROW { " " } else { "  " };
    let mut rows = vec![Row::default()];
    for (name, chosen) in names {
        let (mark, role) = if *chosen { (theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
        let choice = Row::new(Role::Mark, format!("{mark} ")).and(role, format!("{name}{gap}"));
        match rows.last_mut() {
            Some(row) if row.width() + choice.width() <= width => *row = row.clone().and_row(choice),
            _ => rows.push(choice),
        }
    }
    rows
}
