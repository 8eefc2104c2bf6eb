//! How the second screen looks: above what the class sees and what comes, then what to say, then
//! what the class does not see.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dutch;
use crate::lesson::{Choosable, Cover, Given, Had, Runs};
use crate::session::Overview;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::screens::panel::{line, note_rows, place, plan_rows};
use crate::tui::screens::second::Second;
use crate::tui::screens::{inner, key_row};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::row::{Mark, Row, hanging, marked, paint, wrapped};

/// From here on what is said and what is behind stand beside one another.
const WIDE: usize = 120;
const GAP: usize = 4;

/// How far the arrows go.
pub fn last(overview: &Overview) -> usize {
    let answers = overview.behind.answers.len();
    let rows = overview.notes.len() + overview.behind.turns.len();
    answers.checked_sub(1).unwrap_or(rows)
}

pub fn draw(second: &Second, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let area = inner(buffer.area);
    let width = usize::from(area.width);
    let Some(overview) = &second.overview else {
        draw_waiting(area, notice, theme, buffer);
        return;
    };
    let foot = foot(second, overview, notice, width, theme);
    let head = head(second, overview, width, theme);
    let body = between(area, head.len(), foot.len());
    paint(&head, area, theme, buffer);
    let below = Rect { y: body.bottom(), height: area.bottom().saturating_sub(body.bottom()), ..area };
    paint(&foot, below, theme, buffer);
    if width < WIDE {
        let rows = [notes(overview, width, theme), behind(second, overview, width, theme)].concat();
        paint(&scrolled(rows, second, usize::from(body.height)), body, theme, buffer);
        return;
    }
    let half = (width - GAP) / 2;
    let left = Rect { width: u16::try_from(half).unwrap_or(body.width), ..body };
    let right = Rect { x: left.right() + u16::try_from(GAP).unwrap_or(0), ..left };
    paint(&notes(overview, half, theme), left, theme, buffer);
    let rows = behind(second, overview, half, theme);
    paint(&scrolled(rows, second, usize::from(body.height)), right, theme, buffer);
}

fn draw_waiting(area: Rect, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    let said = "Er loopt nu geen les. Zodra er op deze computer een les begint, zie je die hier.";
    let rows = [
        vec![Row::new(Role::Strong, "Het scherm van de docent"), Row::blank()],
        wrapped(Role::Text, said, width.min(60)),
    ]
    .concat();
    paint(&rows, area, theme, buffer);
    let hints = match notice {
        Some(notice) => wrapped(Role::Strong, notice, width),
        None => vec![keys(&[(Action::Help, "hulp"), (Action::Quit, "sluiten")], width, theme)],
    };
    let height = u16::try_from(hints.len()).unwrap_or(1).min(area.height);
    let bottom = Rect { y: area.bottom() - height, height, ..area };
    paint(&hints, bottom, theme, buffer);
}

fn between(area: Rect, above: usize, below: usize) -> Rect {
    let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let y = area.y.saturating_add(rows(above)).min(area.bottom());
    let height = (area.bottom() - y).saturating_sub(rows(below));
    Rect { y, height, ..area }
}

/// Where the class is, and the time.
fn head(second: &Second, overview: &Overview, width: usize, theme: &Theme) -> Vec<Row> {
    let clock = overview.clock.map(|clock| {
        let runs = match clock.runs {
            Runs::Running => "loopt",
            Runs::Paused => "staat stil",
            Runs::Ready => "staat klaar",
        };
        Row::new(Role::Strong, dutch::countdown(clock.left)).and(Role::Quiet, format!(" {runs}"))
    });
    let title = Row::new(Role::Strong, place(&overview.place));
    let mut rows = match clock {
        Some(clock) if title.width() + 2 + clock.width() <= width => vec![title.and_at_right(clock, width)],
        Some(clock) => [wrapped(Role::Strong, &place(&overview.place), width), vec![clock]].concat(),
        None => wrapped(Role::Strong, &place(&overview.place), width),
    };
    if let Some(left) = second.minutes_left() {
        let close = if overview.close_now { ": begin nu met de afsluiting" } else { "" };
        rows.extend(wrapped(Role::Text, &format!("{} tot de bel{close}", dutch::left(left)), width));
    }
    if !overview.is_saved {
        rows.push(Row::new(Role::Strong, "! nog niet bewaard"));
    }
    rows.push(Row::new(Role::Rule, theme.glyphs.rule.repeat(width)));
    let sentence = if overview.sentence.is_empty() { &overview.now } else { &overview.sentence };
    rows.extend(line("In beeld", sentence, width));
    let covered = overview.cover.map(|cover| format!("Eroverheen ligt: {}.", lying(cover)));
    let (page, pages) = overview.page;
    let page = (pages > 1).then(|| format!("Scherm {} van {pages}.", page + 1));
    for more in covered.iter().chain(&page) {
        rows.extend(line("", more, width));
    }
    if let Some(next) = &overview.next {
        rows.extend(line("Straks", next, width));
    }
    rows
}

fn lying(cover: Cover) -> &'static str {
    match cover {
        Cover::Blank => "een leeg scherm",
        Cover::Stop => "stop, kijk naar voren",
        Cover::Freeze => "het spel staat stil",
        Cover::Duos => "de duo's",
        Cover::Words => "de moeilijke woorden",
        Cover::Agreements => "de afspraken",
        Cover::Turn => "wie er een beurt heeft",
    }
}

/// What to do, to say and to watch for, and what fits before the bell.
fn notes(overview: &Overview, width: usize, theme: &Theme) -> Vec<Row> {
    let notes = overview.notes.iter().flat_map(|note| note_rows(note, width)).collect();
    let plan = overview.plan.as_ref().map(|plan| plan_rows(plan, width)).unwrap_or_default();
    let parts = [notes, plan].into_iter().filter(|rows: &Vec<Row>| !rows.is_empty());
    parts
        .flat_map(|rows| [vec![Row::new(Role::Rule, theme.glyphs.rule.repeat(width))], rows].concat())
        .collect()
}

/// What the class does not see.
fn behind(second: &Second, overview: &Overview, width: usize, theme: &Theme) -> Vec<Row> {
    let behind = &overview.behind;
    let rule = || Row::new(Role::Rule, theme.glyphs.rule.repeat(width));
    if second.is_closed() {
        let key = keymap::key_of(Context::Lesson, Action::Panel, theme.glyphs.arrows);
        let said =
            format!("Zien leerlingen dit scherm niet? Met {key} staan hier ook antwoorden en beurten.");
        return std::iter::once(rule()).chain(wrapped(Role::Quiet, &said, width)).collect();
    }
    let part = |title: String, rows: Vec<Row>| {
        let head = vec![rule(), Row::new(Role::Quiet, title)];
        if rows.is_empty() { Vec::new() } else { [head, rows].concat() }
    };
    let hidden = behind.answers.iter().filter(|given| !given.is_shown).count();
    let given = dutch::count(behind.answers.len(), "antwoord", "antwoorden");
    let title =
        if hidden == 0 { format!("{given}, in beeld") } else { format!("{given}, {hidden} verborgen") };
    let answers = behind.answers.iter().enumerate();
    let answers = answers
        .flat_map(|(at, given)| marked(answer(given, at == second.at, width, theme), Mark::Item(at)))
        .collect();
    let unowned = overview.unowned.iter().flat_map(|text| line("", text, width)).collect();
    [
        part(title, answers),
        part("Geteld".to_owned(), behind.counts.iter().flat_map(|option| count(option, width)).collect()),
        part("Van wie er niet is".to_owned(), unowned),
        part("Beurten".to_owned(), turns(&behind.turns, width)),
    ]
    .concat()
}

fn answer(given: &Given, is_here: bool, width: usize, theme: &Theme) -> Vec<Row> {
    let mark = if is_here { theme.glyphs.mark } else { " " };
    let names = dutch::list(&given.names);
    let who = if names.is_empty() { format!("duo {}", given.duo) } else { names };
    let role = if given.is_shown { Role::Quiet } else { Role::Text };
    let head = Row::new(Role::Strong, format!("{mark} ")).and(Role::Quiet, format!("{who}: "));
    hanging(head, role, &given.text, width)
}

fn count(option: &Choosable, width: usize) -> Vec<Row> {
    let counted: Vec<String> = option.counts.iter().map(u16::to_string).collect();
    let head = Row::new(Role::Strong, format!("{} ", option.letter))
        .and(Role::Text, format!("{:>3}  ", counted.join(" ")));
    hanging(head, Role::Text, &option.text, width)
}

/// Who had how many, the fewest first; nothing before the first turn.
fn turns(had: &[Had], width: usize) -> Vec<Row> {
    if had.iter().all(|had| had.turns == 0) {
        return Vec::new();
    }
    let mut had: Vec<&Had> = had.iter().collect();
    had.sort_by_key(|had| had.turns);
    let named = |had: &&Had| match &had.name {
        Some(name) => format!("{name}\u{a0}{}", had.turns),
        None => format!("duo\u{a0}{}:\u{a0}{}", had.duo, had.turns),
    };
    let all: Vec<String> = had.iter().map(named).collect();
    wrapped(Role::Text, &all.join(" · "), width)
}

/// The part of the rows in which the chosen answer stands; where there are no answers the arrows scroll.
fn scrolled(rows: Vec<Row>, second: &Second, height: usize) -> Vec<Row> {
    let most = rows.len().saturating_sub(height);
    let is_chosen = |row: &Row| row.mark == Mark::Item(second.at);
    let from = match rows.iter().rposition(is_chosen) {
        Some(last) => (last + 1).saturating_sub(height),
        None => second.at,
    };
    rows.into_iter().skip(from.min(most)).take(height).collect()
}

/// What is being typed, what is said, or the keys.
fn foot(second: &Second, overview: &Overview, notice: Option<&str>, width: usize, theme: &Theme) -> Vec<Row> {
    let said = notice.or(overview.said.as_deref());
    let mut rows = match &second.entry {
        Some(entry) => entry.rows(width, &theme.glyphs),
        None => Vec::new(),
    };
    match said {
        Some(said) => {
            rows.pop();
            rows.extend(wrapped(Role::Strong, said, width));
        }
        None if rows.is_empty() => rows.push(keys(&useful(overview), width, theme)),
        None => {}
    }
    rows
}

/// What is of use now.
fn useful(overview: &Overview) -> Vec<(Action, &'static str)> {
    let has_more = !overview.behind.answers.is_empty() || !overview.behind.counts.is_empty();
    let keys = [
        (Action::Next, "verder", true),
        (Action::Back, "terug", true),
        (Action::Answers, "tonen", has_more),
        (Action::Answer, "antwoord", overview.no_answers.is_none()),
        (Action::Clock, "tijd", true),
        (Action::Turn, "beurt", true),
        (Action::Help, "hulp", true),
        (Action::Quit, "sluiten", true),
    ];
    let useful = keys.into_iter().filter(|(_, _, is_useful)| *is_useful);
    useful.map(|(action, word, _)| (action, word)).collect()
}

/// The keys for these deeds, as many as fit.
fn keys(deeds: &[(Action, &'static str)], width: usize, theme: &Theme) -> Row {
    let key = |action| keymap::key_of(Context::Lesson, action, theme.glyphs.arrows);
    let keys = deeds.iter().map(|(action, word)| (key(*action), *word)).collect();
    key_row(Row::default(), keys, width)
}
