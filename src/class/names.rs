//! The first names in a list: a name a line, or a table out of a school's administration. Whatever
//! wrote it: UTF-8, UTF-16 or Windows-1252; semicolons, commas or tabs.

use crate::text::Text;

/// What Windows-1252 has where Latin-1 has control characters; a space where it has nothing.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// What stands above a column of first names.
const FIRST_NAMES: [&str; 6] = ["voornaam", "roepnaam", "voornamen", "first name", "firstname", "given name"];
/// What stands above a column of names that has to do when there is no such column.
const NAMES: [&str; 7] = ["naam", "leerling", "leerlingnaam", "naam leerling", "name", "student", "namen"];

/// A row of the table, with the number of its line.
type Row = (usize, Vec<String>);

/// The names in order, each with its line; None when these bytes are no text.
pub fn names_in(bytes: &[u8]) -> Option<Vec<(usize, Text)>> {
    let text = decoded(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    let rows = rows(&text);
    let (rows, column) = match rows.split_first() {
        Some(((_, head), below)) if headed(head).is_some() => (below, headed(head).unwrap_or(0)),
        // Pasted on one line.
        Some(((line, cells), [])) if cells.iter().all(|cell| is_name(cell)) => {
            return Some(cells.iter().map(|cell| (*line, Text::clean(cell))).collect());
        }
        _ => (&rows[..], likeliest(&rows)),
    };
    let cell = |(line, cells): &Row| Some((*line, Text::clean(first_name(cells.get(column)?))));
    Some(rows.iter().filter_map(cell).filter(|(_, name)| !name.is_empty()).collect())
}

fn decoded(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Some(of_bytes(rest)),
        [0xFF, 0xFE, rest @ ..] => of_words(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => of_words(rest, u16::from_be_bytes),
        _ if !bytes.contains(&0) => Some(of_bytes(bytes)),
        _ => {
            // Without a mark at the start: the letters that are known from here have one empty half.
            let (pairs, _) = bytes.as_chunks::<2>();
            if pairs.iter().all(|[low, high]| *low != 0 && *high == 0) {
                of_words(bytes, u16::from_le_bytes)
            } else if pairs.iter().all(|[high, low]| *low != 0 && *high == 0) {
                of_words(bytes, u16::from_be_bytes)
            } else {
                None
            }
        }
    }
}

fn of_words(bytes: &[u8], word: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return None };
    let text = char::decode_utf16(pairs.iter().map(|pair| word(*pair)));
    text.collect::<Result<String, _>>().ok().filter(|text| !text.contains('\0'))
}

/// UTF-8, or else what Windows wrote before it knew that.
fn of_bytes(bytes: &[u8]) -> String {
    let windows = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS.chars().nth(usize::from(byte - 0x80)).unwrap_or(' '),
        _ => char::from(*byte),
    };
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(windows).collect(),
    }
}

/// What is not empty, cut where every line can be cut.
fn rows(text: &str) -> Vec<Row> {
    let is_empty = |line: &str| line.chars().all(|letter| letter.is_whitespace() || ";,\"".contains(letter));
    let lines = || (1..).zip(text.lines()).filter(|(_, line)| !is_empty(line) && !is_setting(line));
    let cuts = |mark: &char| lines().all(|(_, line)| cells(line, Some(*mark)).len() > 1);
    let mark = ['\t', ';', ','].into_iter().find(cuts);
    lines().map(|(line, text)| (line, cells(text, mark))).collect()
}

/// What Excel reads before a table: which mark parts the columns.
fn is_setting(line: &str) -> bool {
    let setting = line.trim_matches('"').to_lowercase();
    setting.strip_prefix("sep=").is_some_and(|mark| mark.chars().count() <= 1)
}

/// A cell may stand between quotes, with quotes in it doubled; a quote that is never closed is a letter.
fn cells(line: &str, mark: Option<char>) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => quoted = true,
            _ if Some(letter) == mark && !quoted => cells.push(String::new()),
            _ => cell.push(letter),
        }
    }
    if quoted {
        return line.split(|letter| Some(letter) == mark).map(str::to_owned).collect();
    }
    cells
}

/// The column of the names, when this row is what stands above the columns.
fn headed(cells: &[String]) -> Option<usize> {
    let is_one_of =
        |names: &[&str]| cells.iter().position(|cell| names.contains(&&*cell.trim().to_lowercase()));
    is_one_of(&FIRST_NAMES).or_else(|| is_one_of(&NAMES))
}

/// The first column without numbers; in "Jansen, Piet" the second one.
fn likeliest(rows: &[Row]) -> usize {
    let named =
        |column: usize| rows.iter().all(|(_, cells)| cells.get(column).is_some_and(|cell| is_name(cell)));
    let columns = rows.iter().map(|(_, cells)| cells.len()).min().unwrap_or(0);
    let is_turned = columns == 2
        && rows
            .iter()
            .all(|(_, cells)| cells.len() == 2 && cells.last().is_some_and(|cell| cell.starts_with(' ')));
    if is_turned { 1 } else { (0..columns).find(|column| named(*column)).unwrap_or(0) }
}

fn is_name(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && !cell.chars().any(char::is_numeric)
}

/// In "Jansen, Piet" what stands last.
fn first_name(cell: &str) -> &str {
    cell.split_once(", ").map_or(cell, |(_, first)| first)
}
