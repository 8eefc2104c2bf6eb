//! The classes: `klassen/NAME.json` holds the names of the pupils, and they stand nowhere else.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::class::{ClassName, MAX_PUPILS, Pupil, Roster};
use crate::store::Store;
use crate::store::error::{Deed, Error, Notice, Result, RosterFault};
use crate::store::paths::own_name;
use crate::store::storage::draft_of;
use crate::text::Text;

/// A class list is a few kilobytes; this is what a wrong file may be before it is refused.
const MAX_LIST: u64 = 1024 * 1024;

/// More classes than a school has.
const MAX_CLASSES: usize = 1_000;

/// In graphemes; what fits beside another name on the screen of the duos.
const MAX_NAME: usize = 40;

/// A list of names that was read from a text file; nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub roster: Roster,
    pub notices: Vec<Notice>,
}

/// A class as it stands in its file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassFile {
    #[serde(rename = "klas")]
    name: ClassName,
    #[serde(rename = "leerlingen", deserialize_with = "distinct")]
    pupils: Vec<Line>,
    /// The highest number ever given: that of who left is never given again, for journals hold it.
    #[serde(rename = "laatste-nummer")]
    highest: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(rename = "nummer")]
    number: Pupil,
    #[serde(rename = "naam")]
    name: Text,
}

impl Store {
    /// The names of the classes, in order; a file that cannot be read is an error in the list.
    pub fn classes(&self) -> Result<Vec<Result<ClassName>>> {
        let folder = &self.paths.classes;
        let found = self.storage.list(folder, MAX_CLASSES).map_err(Error::disk(Deed::Read, folder))?;
        let files = found.iter().filter(|path| is_class(path));
        Ok(files.map(|path| self.read_class_file(path).map(|file| file.name)).collect())
    }

    /// The class of this name; none when there is no such class.
    pub fn class(&self, name: &ClassName) -> Result<Option<Roster>> {
        let Some(file) = self.class_file(name)? else { return Ok(None) };
        let pupils = file.pupils.into_iter().map(|line| (line.number, line.name)).collect();
        self.roster(file.name, pupils).map(Some)
    }

    pub fn write_class(&self, roster: &Roster) -> Result<()> {
        let path = self.class_path(roster.name());
        let before = self.class_file(roster.name())?.map_or(0, |file| file.highest);
        let pupils: Vec<Line> = roster
            .pupils()
            .iter()
            .map(|(number, name)| Line { number: *number, name: name.clone() })
            .collect();
        let highest = pupils.iter().map(|line| line.number.0).max().unwrap_or(0).max(before);
        let file = ClassFile { name: roster.name().clone(), pupils, highest };
        if !is_sound(&file.pupils) {
            return Err(Error::Roster { path, line: 1, fault: RosterFault::Muddled });
        }
        let mut json = serde_json::to_string_pretty(&file).map_err(|why| Error::json(&path, &why))?;
        json.push('\n');
        self.write(&path, json.as_bytes())
    }

    /// Removes the class and every name in it.
    pub fn remove_class(&self, name: &ClassName) -> Result<()> {
        let path = self.class_path(name);
        for path in [draft_of(&path), path] {
            self.storage.remove(&path).map_err(Error::disk(Deed::Remove, &path))?;
        }
        let folder = &self.paths.classes;
        match self.storage.sync_folder(folder) {
            Err(why) if why.kind() != ErrorKind::NotFound => Err(Error::disk(Deed::Remove, folder)(why)),
            _ => Ok(()),
        }
    }

    /// Reads a text file with a name on each line. Who is in the class already keeps the number.
    pub fn import_class(&self, name: &ClassName, list: &Path) -> Result<Imported> {
        let bytes = self.storage.read(list, MAX_LIST).map_err(Error::disk(Deed::Read, list))?;
        let fault = |(line, fault)| Error::Roster { path: list.to_owned(), line, fault };
        let Names { lines, notices } = names_in(&bytes).map_err(fault)?;
        let known = self.class_file(name)?;
        let pupils = numbered(lines, known.as_ref()).map_err(fault)?;
        Ok(Imported { roster: self.roster(name.clone(), pupils)?, notices })
    }

    fn roster(&self, name: ClassName, pupils: Vec<(Pupil, Text)>) -> Result<Roster> {
        let path = self.class_path(&name);
        Roster::new(name, pupils).map_err(|_| Error::Roster { path, line: 1, fault: RosterFault::Muddled })
    }

    fn class_path(&self, name: &ClassName) -> PathBuf {
        self.paths.classes.join(format!("{}.json", own_name(name)))
    }

    fn class_file(&self, name: &ClassName) -> Result<Option<ClassFile>> {
        let path = self.class_path(name);
        match self.read_class_file(&path) {
            Ok(file) if file.name.to_lowercase() == name.to_lowercase() => Ok(Some(file)),
            Ok(file) => Err(Error::NameTaken { path, wanted: name.clone(), other: file.name }),
            Err(Error::Disk { why, .. }) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn read_class_file(&self, path: &Path) -> Result<ClassFile> {
        let bytes = self.storage.read(path, MAX_LIST).map_err(Error::disk(Deed::Read, path))?;
        serde_json::from_slice(&bytes).map_err(|why| {
            if why.is_data() {
                Error::Roster { path: path.to_owned(), line: why.line(), fault: RosterFault::Muddled }
            } else {
                Error::json(path, &why)
            }
        })
    }
}

fn is_class(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_some_and(|extension| extension == "json")
}

fn is_sound(pupils: &[Line]) -> bool {
    let numbers: HashSet<Pupil> = pupils.iter().map(|line| line.number).collect();
    let names: HashSet<&Text> = pupils.iter().map(|line| &line.name).collect();
    numbers.len() == pupils.len()
        && names.len() == pupils.len()
        && pupils.len() <= MAX_PUPILS
        && pupils.iter().all(|line| line.number.0 > 0 && !line.name.is_empty())
}

/// Reads the pupils one by one, so that a mistake is found on its own line.
fn distinct<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Line>, D::Error> {
    struct Lines;

    impl<'de> Visitor<'de> for Lines {
        type Value = Vec<Line>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("pupils")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Line>, A::Error> {
            let mut lines = Vec::new();
            while let Some(line) = seq.next_element()? {
                lines.push(line);
                if !is_sound(&lines) {
                    return Err(A::Error::custom("not sound"));
                }
            }
            Ok(lines)
        }
    }

    deserializer.deserialize_seq(Lines)
}

/// The line, and what is wrong there.
type FaultAt = (usize, RosterFault);

/// The names in a text file, told apart, each with the number of its line.
struct Names {
    lines: Vec<(usize, Text)>,
    notices: Vec<Notice>,
}

fn names_in(bytes: &[u8]) -> Result<Names, FaultAt> {
    let text = std::str::from_utf8(bytes).map_err(|why| {
        let before = bytes.get(..why.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        (line, RosterFault::NotUtf8)
    })?;
    let mut lines: Vec<(usize, Text)> = Vec::new();
    let mut taken = HashSet::new();
    let mut notices = Vec::new();
    for (line, raw) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let whole = Text::clean(raw.trim());
        if whole.is_empty() {
            continue;
        }
        let short: String = whole.graphemes(true).take(MAX_NAME).collect();
        let name = Text::clean(short.trim());
        if name.len() < whole.len() {
            notices.push(Notice::NameCut { line, name: name.clone() });
        }
        let told_apart = told_apart(&name, &taken);
        if told_apart != name {
            notices.push(Notice::SameName { line, name, told_apart: told_apart.clone() });
        }
        taken.insert(told_apart.clone());
        lines.push((line, told_apart));
        if lines.len() > MAX_PUPILS {
            return Err((line, RosterFault::TooMany));
        }
    }
    if lines.is_empty() { Err((1, RosterFault::Empty)) } else { Ok(Names { lines, notices }) }
}

/// The name itself, or with the first number behind it that nobody has.
fn told_apart(name: &Text, taken: &HashSet<Text>) -> Text {
    let numbered = (2..).map(|number| Text::clean(&format!("{name} {number}")));
    std::iter::once(name.clone())
        .chain(numbered.take(MAX_PUPILS))
        .find(|name| !taken.contains(name))
        .unwrap_or_else(|| name.clone())
}

/// Gives each name its number: the one it had, or else one that nobody ever had.
fn numbered(names: Vec<(usize, Text)>, known: Option<&ClassFile>) -> Result<Vec<(Pupil, Text)>, FaultAt> {
    let pupils = known.map_or(&[][..], |file| &file.pupils);
    let old: HashMap<&Text, Pupil> = pupils.iter().map(|line| (&line.name, line.number)).collect();
    let mut highest = known.map_or(0, |file| file.highest);
    let mut next = |line| {
        highest = highest.checked_add(1).ok_or((line, RosterFault::NumbersUsedUp))?;
        Ok(Pupil(highest))
    };
    let number_of =
        |(line, name): (usize, Text)| Ok((old.get(&name).copied().map_or_else(|| next(line), Ok)?, name));
    names.into_iter().map(number_of).collect()
}
