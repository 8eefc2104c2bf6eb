//! How the program ended: what the command line says last.

use crate::session::Saved;
use crate::text::Text;

/// How the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Nothing was running.
    Quiet,
    /// A lesson was running and is kept: it can go on another time.
    Kept,
    /// Not everything of a lesson is on the disk, and why.
    Unsaved(Text),
}

/// Why not everything is on the disk; None: it is.
pub fn unsaved(saved: Saved) -> Option<Text> {
    match saved {
        Saved::All => None,
        Saved::Pending => Some(Text::clean("De schijf antwoordt niet.")),
        Saved::Failing(why) => Some(why),
    }
}
