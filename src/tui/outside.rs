//! The world behind the program: the disk, and who does what no key may wait for.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::session::{Line, Offered, Settings, Shelf, Wake, Wished};

/// What the program reaches the world through.
pub struct Outside {
    pub shelf: Shelf,
    /// Is called when a lesson was saved, or could not be.
    pub wake: Wake,
    /// What another thread does, so that no key waits for it.
    pub errands: Sender<Errand>,
    /// To second screens, and what is called when one of them wishes for something.
    pub line: Box<dyn Line>,
    pub wished: Wished,
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

    /// None: there can be no second screen here. The lesson goes on without one.
    pub fn offer(&self) -> Option<Box<dyn Offered>> {
        self.line.offer(Arc::clone(&self.wished)).ok()
    }
}
