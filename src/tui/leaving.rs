//! Lessons that are finished: each is held until all of it is on the disk, while the teacher goes on.

use crate::session::{LessonId, Saved, Session};
use crate::text::Text;
use crate::tui::ending::unsaved;

/// The lessons that are finished, each with what was last said of its saving.
#[derive(Default)]
pub struct Leaving(Vec<(Session, Saved)>);

impl Leaving {
    /// Takes a finished lesson over; returns what is to be said when it is not on the disk.
    pub fn take(&mut self, session: Session) -> Option<Text> {
        let saved = session.saved();
        let said = match &saved {
            Saved::All => None,
            Saved::Pending => Some(Text::clean("De afgeronde les wordt nog bewaard.")),
            Saved::Failing(why) => Some(Text::clean(&failing(why))),
        };
        if saved != Saved::All {
            self.0.push((session, saved));
        }
        said
    }

    /// Lets go of what was saved meanwhile; returns what is to be said.
    pub fn look_again(&mut self) -> Option<String> {
        let mut said = None;
        self.0.retain_mut(|(session, known)| {
            let saved = session.saved();
            if saved != *known {
                said = match &saved {
                    Saved::All => Some("De afgeronde les is nu bewaard.".to_owned()),
                    Saved::Pending => None,
                    Saved::Failing(why) => Some(failing(why)),
                };
                known.clone_from(&saved);
            }
            saved != Saved::All
        });
        said
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn holds(&self, id: &LessonId) -> bool {
        self.0.iter().any(|(session, _)| session.id() == id)
    }

    /// Waits a while for the disk; returns why not everything is on it.
    pub fn close(self) -> Option<Text> {
        self.0.into_iter().filter_map(|(session, _)| unsaved(session.close())).last()
    }
}

fn failing(why: &Text) -> String {
    format!("Afgerond, maar nog niet bewaard. {why}")
}
