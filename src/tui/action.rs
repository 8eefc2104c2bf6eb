//! What a key can mean. Which key means what, and where, stands in the keymap alone.

/// A deed of the teacher at the keys; each screen takes those it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Next,
    Back,
    Furthest,
    Blank,
    Stop,
    /// A role play stands still.
    Freeze,
    Duos,
    Words,
    Agreements,
    Simple,
    Clock,
    Longer,
    Shorter,
    NoClock,
    Shuffle,
    /// The activity as a file to print.
    Paper,
    Late,
    Turn,
    Pass,
    Answer,
    LetType,
    Answers,
    /// The option with the number that was pressed.
    Option,
    Count,
    Undo,
    ToNextStep,
    ToClosing,
    Help,
    Panel,
    Quit,
    /// Ctrl-C: asks as `Quit` does, and the second time leaves at once.
    Break,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Accept,
    Close,
    Toggle,
    Erase,
    /// The selected answer off the screen; in a line of text, the letter at the cursor.
    Remove,
    Shred,
    Yes,
    Reveal,
    /// A pupil turns the pages.
    Helper,
    /// The card that is being made, as a class sees it.
    Rehearse,
    /// All of it on one screen.
    Overview,
    /// Pupils go from the keys.
    LeaveTyping,
}
