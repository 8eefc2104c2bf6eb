//! What a running lesson knows of the disk.

use super::{Arrival, Running};
use crate::session::Saved;
use crate::text::Text;
use crate::tui::screens::class::Keeping;

impl Running {
    pub fn is_saved(&self) -> bool {
        self.session.saved() == Saved::All
    }

    /// Waits for the disk before what was done is shown: whether it shows that it is not kept, or is kept
    /// again, or there is something to be said.
    pub fn settle(&mut self) -> bool {
        let is_kept = self.session.settle() == Saved::All;
        is_kept != (self.keeping == Keeping::Kept) || self.session.has_notices()
    }

    /// Time went by, or something was saved: whether it shows, and what is to be said.
    pub fn look_again(&mut self) -> (bool, Vec<Text>) {
        let before = (self.scene.clone(), self.keeping);
        let mut notices = self.session.notices();
        self.keeping = match self.session.settle() {
            Saved::All => Keeping::Kept,
            Saved::Pending => Keeping::NotYet,
            Saved::Failing(why) => {
                if self.keeping != Keeping::Failing {
                    notices.push(why);
                }
                Keeping::Failing
            }
        };
        self.arrive(Arrival::Here);
        (before != (self.scene.clone(), self.keeping), notices)
    }
}
