//! Pages that are kept: those on the screen, which each key and each draw asks for again, and those
//! of the steps beside it, so that they stand there at once.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use ratatui::layout::Size;

use crate::lesson::{ClockView, Scene};
use crate::tui::fitting::Fitted;
use crate::tui::screens::class;
use crate::tui::theme::Theme;

/// The step that is up, the one before and the one after it, each as such and under a cover.
const MOST: usize = 6;

pub struct Kept {
    theme: Theme,
    /// What was asked for last stands last.
    looks: RefCell<Vec<(Look, Rc<Fitted>)>>,
}

/// All that pages depend on.
#[derive(PartialEq)]
struct Look {
    scene: Scene,
    selected: Option<usize>,
    size: Size,
}

impl Kept {
    pub fn new(theme: Theme) -> Self {
        Self { theme, looks: RefCell::default() }
    }

    /// The pages of this scene. How much time is left does not count: a tick changes no page.
    pub fn pages(&self, scene: &Scene, selected: Option<usize>, size: Size) -> Rc<Fitted> {
        let clock = scene.clock.map(|clock| ClockView { left: Duration::ZERO, ..clock });
        let look = Look { scene: Scene { clock, ..scene.clone() }, selected, size };
        let mut looks = self.looks.borrow_mut();
        let known = looks.iter().position(|(kept, _)| *kept == look).map(|at| looks.remove(at).1);
        let fitted = known.unwrap_or_else(|| Rc::new(class::pages(&look.scene, selected, size, &self.theme)));
        if looks.len() == MOST {
            looks.remove(0);
        }
        looks.push((look, Rc::clone(&fitted)));
        fitted
    }
}
