//! What the class sees of the steps for which it gets up, as plain data.

use crate::lesson::scene::{Doing, Duo};
use crate::text::Text;

/// A moment of a role play, besides what is told and asked as in any step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Play {
    /// Which situation shall we take? `Command::Choose` picks.
    Pick {
        situations: Vec<Text>,
    },
    /// Who is who, and how not to play.
    Groups {
        cast: Vec<Cast>,
    },
    /// All but this player turn their backs, and then this one reads.
    LookAway {
        reader: Cast,
        others: Vec<char>,
    },
    Read {
        reader: Cast,
        others: Vec<char>,
    },
    ReadOnPaper,
    /// What the one who watches looks for.
    Watch {
        watcher: Cast,
    },
    /// The line that hurts; playing starts after it, and nobody in the class says it.
    Begin {
        line: Text,
    },
    Act(Act),
    /// Everyone has another role now.
    Swap {
        cast: Vec<Cast>,
    },
    StepOut,
}

/// A round that is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The players, and then who watches.
    pub cast: Vec<Cast>,
    pub line: Option<Text>,
    pub starters: Vec<Text>,
    /// From 1.
    pub round: usize,
    pub rounds: usize,
    /// It was frozen: the moment is played once more.
    pub again: bool,
}

/// One of those who play together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// 'A', 'B' ...
    pub letter: char,
    /// None: watches.
    pub role: Option<Text>,
    /// What stands on the card of the role, or what there is to look for.
    pub card: Vec<Text>,
}

/// A line from 1 to 5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    pub sentence: Text,
    /// What 1 and 5 mean.
    pub ends: Vec<Text>,
    /// On folded paper: nobody stands anywhere.
    pub personal: bool,
    pub doing: Doing,
    /// For each round that may be seen, how many stand at each place; empty while hidden.
    pub counts: Vec<Vec<u16>>,
    /// Whether `Command::Count` fills a round now.
    pub counting: bool,
    pub help: Vec<Text>,
    pub starters: Vec<Text>,
}

/// Cards are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawing {
    Deck {
        sentence: Text,
        /// How many cards there are.
        cards: usize,
    },
    /// A duo has drawn; `left` duos come after it.
    Drawn { duo: Duo, card: Text, sentence: Text, left: usize },
    /// A duo turns its card.
    Turned { duo: Duo, card: Text, back: Text, left: usize },
    /// Every duo with its card.
    All { sentence: Text, cards: Vec<(Duo, Text)>, help: Vec<Text>, starters: Vec<Text> },
}

/// Duos tell something to the class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pitching {
    Prepare {
        sentence: Text,
        seconds: u8,
        help: Vec<Text>,
        starters: Vec<Text>,
    },
    /// `left` duos come after this one.
    Speaks {
        duo: Duo,
        question: Text,
        left: usize,
    },
    Heard {
        question: Text,
    },
}
