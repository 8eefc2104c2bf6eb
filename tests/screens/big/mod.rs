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
    let scenes = places::scenes().into_iter().chain(samples);
    scenes.map(|(name, scene)| Named { name, words: words::to_be_said(&scene), scene }).collect()
});

/// Each scene in each set at each size.
static VIEWS: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    std::thread::scope(|scope| {
        let sets = LetterSet::ALL.map(|set| scope.spawn(move || views_in(set)));
        sets.into_iter().flat_map(|views| views.join().unwrap()).collect()
    })
});

struct Named {
    name: String,
    scene: Scene,
    /// That there are to be read.
    words: Vec<String>,
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

fn views_in(set: LetterSet) -> Vec<Seen> {
    let theme = theme_with(set);
    let view = |scene: &'static Named, size: (u16, u16)| {
        let fitted = class::pages(&scene.scene, None, size.into(), &theme);
        let x_height = 100.0 * theme.letters.x_height(fitted.sizes.sentence) / f32::from(size.1);
        let room = Layout::of(&scene.scene, size.into(), &theme).room();
        let leaves_its_box = leaves_its_box(&fitted, room);
        Seen { set, size, scene, x_height, words: words::said(&fitted), leaves_its_box }
    };
    SIZES.iter().flat_map(|size| SCENES.iter().map(|scene| view(scene, *size))).collect()
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
