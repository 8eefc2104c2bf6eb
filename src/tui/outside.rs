//! The world behind the program: the disk, and who does what no key may wait for.

use std::sync::mpsc::Sender;

use crate::session::{Settings, Shelf, Wake};

/// What the program reaches the world through.
pub struct Outside {
    pub shelf: Shelf,
    /// Is called when a lesson was saved, or could not be.
    pub wake: Wake,
    /// What another thread does, so that no key waits for it.
    pub errands: Sender<Errand>,
}

/// Something to do with the disk that nobody waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// What comes of it goes to `Program::take_lists`.
    ReadLists,
    Keep(Settings),
}

impl Outside {
    pub fn send(&self, errand: Errand) {
        // Who runs them is gone only when the program ends.
        let _ = self.errands.send(errand);
    }
}
