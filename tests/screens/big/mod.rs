//! The class view in big letters, at every place of every card that ships.

mod heights;
mod resizes;
mod words;

use std::sync::LazyLock;

use lesloper::lesson::Scene;
use lesloper::tui::fitting::Fitted;
use lesloper::tui::letters::LetterSet;
use lesloper::tui::pages::Room;
use lesloper::tui::screens::class::{self, Layout};
use lesloper::tui::theme::{Theme, ThemeName};
use lesloper::tui::widgets::row::Row;

use super::{samples, theme};
use crate::places;

/// From the smallest on which everything is read from the last row.
const SIZES: [(u16, u16); 7] = [(60, 15), (72, 20), (80, 24), (100, 28), (120, 30), (160, 45), (200, 50)];

/// What the class may see: all places of all cards, and a moment of each kind.
static SCENES: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let samples = samples::all().into_iter().map(|(name, scene)| (name.to_owned(), scene));
    let named = |name, scene, is_sample| Named { name, words: words::to_be_said(&scene), scene, is_sample };
    let places = places::scenes().into_iter().map(|(name, scene)| named(name, scene, false));
    places.chain(samples.map(|(name, scene)| named(name, scene, true))).collect()
});

/// Each moment of a kind in each set at each size; each place of a card at every other size in one
/// of the sets, the next place in the next, and with `ALLES=1` in all of them.
static VIEWS: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    std::thread::scope(|scope| {
        let sets: Vec<_> = LetterSet::ALL
            .into_iter()
            .enumerate()
            .map(|(at, set)| scope.spawn(move || views_in(at, set)))
            .collect();
        sets.into_iter().flat_map(|views| views.join().unwrap()).collect()
    })
});

struct Named {
    name: String,
    scene: Scene,
    /// That there are to be read.
    words: Vec<String>,
    is_sample: bool,
}

/// What became of a scene.
struct Seen {
    set: LetterSet,
    size: (u16, u16),
    scene: &'static Named,
    /// Of the sentence: a share of the height of the screen, in percents.
    x_height: f32,
    words: Vec<String>,
    /// Whether a page is higher than the body, or a row wider.
    leaves_its_box: bool,
}

impl Seen {
    fn name(&self) -> String {
        let (width, height) = self.size;
        format!("{} at {width}x{height} in {}", self.scene.name, self.set.name())
    }
}

/// `at` is the place of the set among all sets.
fn views_in(at: usize, set: LetterSet) -> Vec<Seen> {
    let all = std::env::var_os("ALLES").is_some();
    let theme = theme_with(set);
    let view = |scene: &'static Named, size: (u16, u16)| {
        let fitted = class::pages(&scene.scene, None, size.into(), &theme);
        let x_height = 100.0 * theme.letters.x_height(fitted.sizes.sentence) / f32::from(size.1);
        let room = Layout::of(&scene.scene, size.into(), &theme).room();
        let leaves_its_box = leaves_its_box(&fitted, room);
        Seen { set, size, scene, x_height, words: words::said(&fitted), leaves_its_box }
    };
    let is_looked_at = |number: usize, turn: usize| {
        all || SCENES[number].is_sample || (number + turn) % (2 * LetterSet::ALL.len()) == at
    };
    let looked_at = |turn: usize| (0..SCENES.len()).filter(move |number| is_looked_at(*number, turn));
    SIZES
        .iter()
        .enumerate()
        .flat_map(|(turn, size)| looked_at(turn).map(|number| view(&SCENES[number], *size)))
        .collect()
}

/// Each set in dark and in one of the other themes.
#[test]
fn colours_move_no_letter() {
    let others = [ThemeName::Light, ThemeName::Cream, ThemeName::HighContrast];
    for (set, other) in LetterSet::ALL.into_iter().zip(others.into_iter().cycle()) {
        let in_dark = theme_with(set);
        let in_other = theme(other).with_letters(Some(set), |_| None);
        for named in SCENES.iter().filter(|named| named.is_sample) {
            let rows = |theme: &Theme| -> Vec<Vec<Row>> {
                let fitted = class::pages(&named.scene, None, (80, 24).into(), theme);
                fitted.pages.iter().map(|page| page.rows.clone()).collect()
            };
            assert_eq!(rows(&in_other), rows(&in_dark), "{} in {other:?} and {}", named.name, set.name());
        }
    }
}

fn leaves_its_box(fitted: &Fitted, room: Room) -> bool {
    let end = |row: &Row| usize::from(row.indent) + row.width();
    fitted
        .pages
        .iter()
        .any(|page| page.rows.len() > room.height || page.rows.iter().any(|row| end(row) > room.width))
}

fn theme_with(letters: LetterSet) -> Theme {
    theme(ThemeName::Dark).with_letters(Some(letters), |_| None)
}
