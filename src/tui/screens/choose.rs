//! Kies een activiteit: what is unfinished on top, then the activities; typing searches.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::card::Summary;
use crate::dutch;
use crate::session::{Activity, Unfinished};
use crate::text::{truncate, width};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::lists::{Lists, plain};
use crate::tui::screens::{PAGE, inner, item_at, last_rows, scrolled};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::input::Input;
use crate::tui::widgets::row::{Mark, Row, paint, wrapped};

/// The list, what is searched for, and what the keys are on.
#[derive(Debug, Clone, Default)]
pub struct Choose {
    search: Input,
    /// Into what is found.
    selected: usize,
}

/// Something in the list: an index into the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Lesson(usize),
    Activity(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Stay,
    Chosen(Item),
}

impl Choose {
    pub fn press(&mut self, key: KeyEvent, lists: &Lists) -> Outcome {
        let last = self.found(lists).len().saturating_sub(1);
        match (keymap::action(Context::Choose, key), keymap::letter(key)) {
            (Some(Action::Accept), _) => {
                return self
                    .found(lists)
                    .get(self.selected)
                    .map_or(Outcome::Stay, |item| Outcome::Chosen(*item));
            }
            (Some(Action::Up), _) => self.selected = self.selected.saturating_sub(1),
            (Some(Action::Down), _) => self.selected = (self.selected + 1).min(last),
            (Some(Action::PageUp), _) => self.selected = self.selected.saturating_sub(PAGE),
            (Some(Action::PageDown), _) => self.selected = (self.selected + PAGE).min(last),
            (Some(Action::Home), _) => self.selected = 0,
            (Some(Action::End), _) => self.selected = last,
            (Some(Action::Erase), _) => self.field().erase(),
            (Some(Action::Close), _) => self.field().clear(),
            (None, Some(letter)) => self.field().insert(letter),
            _ => {}
        }
        Outcome::Stay
    }

    /// The first tap on a row selects it, the second opens it; one on the line under them turns the page.
    pub fn tap(&mut self, at: Position, sight: &Sight) -> Outcome {
        let laid = Laid::new(self, sight);
        if at.y == laid.foot_area.y {
            self.turn_page(laid.below, self.found(sight.lists).len());
            return Outcome::Stay;
        }
        let Some(item) = item_at(at, laid.body, &laid.rows) else { return Outcome::Stay };
        if item != self.selected {
            self.selected = item;
            return Outcome::Stay;
        }
        self.found(sight.lists).get(item).map_or(Outcome::Stay, |item| Outcome::Chosen(*item))
    }

    /// To the first of those `below`; from the last page to the first.
    fn turn_page(&mut self, below: usize, found: usize) {
        self.selected = if below > 0 { found - below } else { 0 };
    }

    /// What is searched for; what is typed into it searches anew.
    pub fn field(&mut self) -> &mut Input {
        self.selected = 0;
        &mut self.search
    }

    /// Lessons that come on top later push down what the teacher has chosen already.
    pub fn joined(&mut self, before: &Lists, after: &Lists) {
        if self.selected > 0 && self.search.is_empty() {
            self.selected += after.unfinished.len().saturating_sub(before.unfinished.len());
        }
    }

    fn found(&self, lists: &Lists) -> Vec<Item> {
        found(&self.search.text(), lists)
    }
}

/// What matches a search: every word of it, anywhere in title, goal and words.
pub fn found(search: &str, lists: &Lists) -> Vec<Item> {
    if search.trim().is_empty() {
        let lessons = (0..lists.unfinished.len()).map(Item::Lesson);
        return lessons.chain((0..lists.activities.len()).map(Item::Activity)).collect();
    }
    let search = plain(search);
    let words: Vec<&str> = search.split_whitespace().collect();
    let matches = |text: &String| words.iter().all(|word| text.contains(word));
    let found = |texts: &[String]| -> Vec<usize> {
        (0..).zip(texts).filter(|(_, text)| matches(text)).map(|(index, _)| index).collect()
    };
    let lessons = found(&lists.index().lessons).into_iter().map(Item::Lesson);
    lessons.chain(found(&lists.index().activities).into_iter().map(Item::Activity)).collect()
}

pub fn draw(choose: &Choose, lists: &Lists, notice: Option<&str>, theme: &Theme, buffer: &mut Buffer) {
    let sight = Sight { lists, notice, theme, size: buffer.area.as_size() };
    let laid = Laid::new(choose, &sight);
    for (rows, area) in [(&laid.head, laid.area), (&laid.rows, laid.body), (&laid.foot, laid.foot_area)] {
        paint(rows, area, theme, buffer);
    }
}

/// What the list is drawn from.
pub struct Sight<'a> {
    pub lists: &'a Lists,
    pub notice: Option<&'a str>,
    pub theme: &'a Theme,
    pub size: Size,
}

/// Where all of it stands.
struct Laid {
    area: Rect,
    head: Vec<Row>,
    body: Rect,
    rows: Vec<Row>,
    foot_area: Rect,
    foot: Vec<Row>,
    /// So many of what was found stand under the last row.
    below: usize,
}

impl Laid {
    fn new(choose: &Choose, sight: &Sight) -> Self {
        let Sight { lists, notice, theme, size } = *sight;
        let area = inner(Rect::from((Position::ORIGIN, size)));
        let width = usize::from(area.width);
        let found = choose.found(lists);
        let low = area.height < 16;
        let titles = title_column(lists, width);
        let list = List { lists, found: &found, selected: choose.selected, width, titles, theme };
        let search = search_row(choose, lists, found.len(), width);
        let head = vec![Row::new(Role::Strong, "Lesloper").and_at_right(search, width)];

        let mut foot = vec![Row::blank()];
        let about = if low { list.about_in_short() } else { list.about() };
        let about = about.into_iter().chain(std::iter::repeat_n(Row::blank(), 2));
        foot.extend(about.take(if low { 1 } else { 2 }));
        foot.extend(last_rows(notice, Context::Choose, width, theme.glyphs.arrows));
        let foot_height = u16::try_from(foot.len()).unwrap_or(0).min(area.height);
        let foot_area = Rect { y: area.bottom() - foot_height, height: foot_height, ..area };

        let above = if low { 1 } else { 2 };
        let height = area.height.saturating_sub(above + foot_height + u16::from(!low));
        let body = Rect { y: area.y + above, height, ..area };
        let places = list.places();
        let is_chosen = |place: &Place| matches!(place, Place::Item(index, _) if *index == choose.selected);
        let at = places.iter().position(is_chosen).unwrap_or(0);
        let offset = scrolled(at, places.len(), usize::from(height));
        let mut shown = places.into_iter().skip(offset);
        let rows = shown.by_ref().take(usize::from(height)).map(|place| list.row(place)).collect();
        let below = shown.filter(|place| matches!(place, Place::Item(..))).count();
        if let Some(rule) = foot.first_mut() {
            *rule = rule_row(below, width, theme);
        }
        Self { area, head, body, rows, foot_area, foot, below }
    }
}

/// The line under the list, with how many stand below it.
fn rule_row(below: usize, width: usize, theme: &Theme) -> Row {
    let more = if below > 0 { format!(" PgDn: nog {below}") } else { String::new() };
    let rule = theme.glyphs.rule.repeat(width.saturating_sub(more.len()));
    Row::new(Role::Rule, rule).and(Role::Quiet, more)
}

fn search_row(choose: &Choose, lists: &Lists, found: usize, columns: usize) -> Row {
    if choose.search.is_empty() {
        let count = dutch::count(lists.activities.len(), "activiteit", "activiteiten");
        let search = "typ om te zoeken";
        let both = format!("{count}, {search}");
        return Row::new(Role::Quiet, if columns < 50 { search.to_owned() } else { both });
    }
    let count = if found == 0 { "niets gevonden  ".to_owned() } else { format!("{found} gevonden  ") };
    Row::new(Role::Quiet, count).and_row(choose.search.row(24))
}

struct List<'a> {
    lists: &'a Lists,
    found: &'a [Item],
    selected: usize,
    width: usize,
    /// How wide the column of titles is.
    titles: usize,
    theme: &'a Theme,
}

/// One row of the list.
#[derive(Clone, Copy)]
enum Place {
    Heading(&'static str),
    Blank,
    /// By its number among what was found.
    Item(usize, Item),
    Nothing,
}

impl List<'_> {
    /// What stands under one another, before any of it is a row: of a thousand cards few are seen.
    fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        let lessons = self.found.iter().filter(|item| matches!(item, Item::Lesson(_))).count();
        for (index, item) in self.found.iter().enumerate() {
            if index == 0 && lessons > 0 {
                places.push(Place::Heading("Verder gaan"));
            }
            if index == lessons {
                if index > 0 {
                    places.push(Place::Blank);
                }
                places.push(Place::Heading("Kies een activiteit"));
            }
            places.push(Place::Item(index, *item));
        }
        if places.is_empty() {
            places.push(Place::Nothing);
        }
        places
    }

    fn row(&self, place: Place) -> Row {
        match place {
            Place::Heading(heading) => Row::new(Role::Quiet, heading),
            Place::Blank => Row::blank(),
            Place::Item(index, item) => self.item(index, item),
            Place::Nothing => Row::new(Role::Text, "Niets gevonden. Esc maakt het zoekwoord leeg."),
        }
    }

    fn item(&self, index: usize, item: Item) -> Row {
        let chosen = index == self.selected;
        let (mark, role) = if chosen { (self.theme.glyphs.mark, Role::Strong) } else { (" ", Role::Text) };
        let row = Row::new(Role::Mark, format!("{mark} ")).marked(Mark::Item(index));
        match item {
            Item::Lesson(index) => match self.lists.unfinished.get(index) {
                Some(lesson) => self.lesson(row, role, lesson),
                None => row,
            },
            Item::Activity(index) => match self.lists.activities.get(index) {
                Some(Activity { card: Ok(card), is_double, .. }) => {
                    let mark = if *is_double { " (dubbel)" } else { "" };
                    self.activity(row, role, card, mark)
                }
                Some(Activity { card: Err(reason), own, .. }) => {
                    let said = format!("{}: {reason}", own.as_deref().unwrap_or_default());
                    row.and(Role::Warning, "! ").and(role, truncate(&said, self.width.saturating_sub(4)))
                }
                None => row,
            },
        }
    }

    fn lesson(&self, row: Row, role: Role, lesson: &Unfinished) -> Row {
        let class = lesson.class.as_deref().map(|class| format!("{class}, ")).unwrap_or_default();
        let when = format!("{class}{}", self.lists.when(lesson));
        let row = self.title(row, role, &lesson.title);
        let Some(phase) = lesson.phase else { return self.cell(row, &when, 26) };
        let left = self.width.saturating_sub(row.width() + 2 + width(phase.label()));
        if left < width(&when) + 2 {
            return self.cell(row, &when, 26);
        }
        self.cell(row, &when, left.min(26))
            .and(Role::Phase(phase), self.theme.phase_glyph(phase))
            .and(Role::Quiet, format!(" {}", phase.label()))
    }

    fn activity(&self, row: Row, role: Role, card: &Summary, mark: &str) -> Row {
        let row = self.title(row, role, &format!("{}{mark}", card.title));
        let row = self.cell(row, &format!("{} min", card.minutes), 9);
        let row = self.cell(row, card.form.label(), 9);
        self.cell(row, &card.occasion, 30)
    }

    fn title(&self, row: Row, role: Role, title: &str) -> Row {
        row.and(role, truncate(title, self.titles - 3)).padded(self.titles)
    }

    /// The next column, left out where there is no room for a few words.
    fn cell(&self, row: Row, text: &str, column: usize) -> Row {
        let before = row.width();
        let left = self.width.saturating_sub(before);
        if left < 12 && width(text) > left {
            return row;
        }
        row.and(Role::Quiet, truncate(text, left)).padded((before + column).min(self.width))
    }

    /// The goal of what the keys are on.
    fn about(&self) -> Vec<Row> {
        let goal = match self.found.get(self.selected) {
            Some(Item::Activity(index)) => match self.lists.activities.get(*index) {
                Some(Activity { card: Ok(card), .. }) => return self.about_card(card),
                Some(Activity { card: Err(reason), .. }) => format!("Deze kaart klopt nog niet: {reason}"),
                None => String::new(),
            },
            Some(Item::Lesson(_)) => "Verder waar jullie gebleven waren.".to_owned(),
            None => String::new(),
        };
        wrapped(Role::Text, &goal, self.width)
    }

    /// In one row.
    fn about_in_short(&self) -> Vec<Row> {
        match self.found.get(self.selected) {
            Some(Item::Activity(index)) => match self.lists.activities.get(*index) {
                Some(Activity { card: Ok(card), .. }) => {
                    vec![Row::new(Role::Text, truncate(&card.goal, self.width))]
                }
                _ => self.about(),
            },
            _ => self.about(),
        }
    }

    fn about_card(&self, card: &Summary) -> Vec<Row> {
        let lessons = match card.sittings {
            0 | 1 => String::new(),
            lessons => dutch::count(lessons, "les", "lessen"),
        };
        let mut rows = wrapped(Role::Text, &card.goal, self.width.saturating_sub(lessons.len() + 2));
        if let Some(first) = rows.first_mut() {
            *first = std::mem::take(first).and_at_right(Row::new(Role::Quiet, lessons), self.width);
        }
        rows
    }
}

/// As wide as the longest title: 24 to 44 columns.
fn title_column(lists: &Lists, columns: usize) -> usize {
    let lessons = lists.unfinished.iter().map(|lesson| width(&lesson.title));
    let cards = lists.activities.iter().filter_map(|activity| activity.card.as_ref().ok());
    let longest = lessons.chain(cards.map(|card| width(&card.title))).max().unwrap_or(0);
    (longest + 5).clamp(24, (columns / 2).clamp(24, 44))
}
