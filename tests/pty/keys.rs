//! The bytes that a terminal sends for a key.

/// By the key's name: "Enter", "Ctrl-Q", "o".
pub fn bytes_of(key: &str) -> Vec<u8> {
    let special = match key {
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Space" => " ",
        "Tab" => "\t",
        "Backspace" => "\x7f",
        "Delete" => "\x1b[3~",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PageUp" => "\x1b[5~",
        "PageDown" => "\x1b[6~",
        "F1" => "\x1bOP",
        "F3" => "\x1bOR",
        "F5" => "\x1b[15~",
        other => other,
    };
    match special.strip_prefix("Ctrl-") {
        Some(letter) => vec![letter.as_bytes()[0].to_ascii_uppercase() & 0x1f],
        None => special.as_bytes().to_vec(),
    }
}
