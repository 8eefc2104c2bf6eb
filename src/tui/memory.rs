//! What the teacher chose, remembered for the next time.

use crate::lesson::Opening;
use crate::session::{Look, Settings};
use crate::text::Text;
use crate::tui::outside::{Errand, Outside};
use crate::tui::screens::Change;
use crate::tui::theme::Theme;

/// The settings as they are now. None: they cannot be read, and so are not to be written.
pub struct Memory(pub Option<Settings>);

impl Memory {
    /// The usual ones where none can be read.
    pub fn settings(&self) -> Settings {
        self.0.clone().unwrap_or_default()
    }

    /// What was answered now is the answer that stands there next time.
    pub fn keep_answers(&mut self, opening: &Opening, outside: &Outside) {
        self.change(outside, |settings| settings.take_answers(opening));
    }

    /// The next colours, remembered where the teacher is.
    pub fn change_colours(&mut self, change: Change, theme: &mut Theme, outside: &Outside) {
        *theme = theme.clone().in_next_colours(change);
        let theme = theme.look().theme;
        self.change(outside, |settings| {
            let look = Look { theme, ..settings.looks.here().clone() };
            settings.looks.set_here(look);
        });
    }

    /// In another classroom it looks as it was chosen there.
    pub fn enter(&mut self, classroom: Text, theme: &mut Theme, outside: &Outside) {
        self.change(outside, |settings| {
            settings.looks.enter(classroom);
            *theme = theme.clone().wearing(settings.looks.here());
        });
    }

    /// Keeps how it looks in this classroom, at once, and says so. An error says what can be done now.
    pub fn furnish(&mut self, classroom: &Text, theme: &Theme, outside: &Outside) -> Result<String, String> {
        let look = theme.look();
        let Some(mut settings) = self.0.clone() else {
            let [theme, letters] = [look.theme, look.letters].map(Option::unwrap_or_default);
            return Err(format!(
                "De instellingen zijn niet te lezen, dus dit blijft niet bewaard. Begin de volgende keer \
                 met: lesloper --thema {theme} --letters {letters}"
            ));
        };
        settings.looks.furnish(classroom.clone(), look).map_err(|full| full.to_string())?;
        outside.shelf.keep(&settings).map_err(|why| why.to_string())?;
        self.0 = Some(settings);
        Ok(format!("Bewaard voor lokaal {classroom}. Zo begint Lesloper voortaan."))
    }

    fn change(&mut self, outside: &Outside, change: impl FnOnce(&mut Settings)) {
        if let Some(settings) = &mut self.0 {
            change(settings);
            outside.send(Errand::Keep(settings.clone()));
        }
    }
}
