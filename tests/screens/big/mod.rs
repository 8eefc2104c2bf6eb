//! The class view in big letters, at every place of every card that ships.

mod heights;
mod resizes;
mod words;

use lesloper::tui::letters::LetterSet;
use lesloper::tui::theme::{Theme, ThemeName};

use super::theme;

/// From the smallest on which everything is read from the last row.
const SIZES: [(u16, u16); 7] = [(60, 15), (72, 20), (80, 24), (100, 28), (120, 30), (160, 45), (200, 50)];

fn theme_with(letters: LetterSet) -> Theme {
    theme(ThemeName::Dark).with_letters(Some(letters), |_| None)
}

/// Runs `look` with each of these sets, side by side; what came of it in their order.
fn with_each<T: Send>(sets: &[LetterSet], look: impl Fn(LetterSet) -> T + Sync) -> Vec<T> {
    let look = &look;
    std::thread::scope(|scope| {
        let looks: Vec<_> = sets.iter().map(|set| scope.spawn(move || look(*set))).collect();
        looks.into_iter().map(|looked| looked.join().unwrap()).collect()
    })
}
