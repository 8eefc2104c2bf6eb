//! The classes: `klassen/NAME.json` holds the names of the pupils, and they stand nowhere else.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::class::{ClassName, MAX_NAME, MAX_PUPILS, Pupil, Roster, RosterMistake, names_in};
use crate::store::Store;
use crate::store::error::{Deed, Error, Notice, Result, RosterFault};
use crate::store::paths::{is_hidden, own_name};
use crate::store::storage::draft_of;
use crate::text::Text;

/// A class list is a few kilobytes; this is what a wrong file may be before it is refused.
const MAX_LIST: u64 = 1024 * 1024;

/// More classes than a school has.
const MAX_CLASSES: usize = 1_000;

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
    #[serde(rename = "leerlingen")]
    pupils: Vec<Line>,
    /// The highest number ever given: that of who left is never given again, for journals hold it.
    #[serde(rename = "laatste-nummer")]
    highest: u8,
    #[serde(rename = "apart", default, skip_serializing_if = "Vec::is_empty")]
    apart: Vec<(Pupil, Pupil)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(rename = "nummer")]
    number: Pupil,
    #[serde(rename = "naam")]
    name: Text,
}

/// A class that was read, with its highest number ever.
struct Class {
    roster: Roster,
    highest: u8,
}

impl Store {
    /// The names of the classes, in order; a file that cannot be read is an error in the list.
    pub fn classes(&self) -> Result<Vec<Result<ClassName>>> {
        let folder = &self.paths.classes;
        let found = self.storage.list(folder, MAX_CLASSES).map_err(Error::disk(Deed::Read, folder))?;
        let files = found.iter().filter(|path| is_class(path));
        let name = |path: &PathBuf| {
            let name = self.read_class(path)?.roster.name().clone();
            // Two lists of one class: which of them counts must be said.
            if self.class_path(&name) == *path {
                Ok(name)
            } else {
                Err(Error::StrayClass { path: path.clone(), name })
            }
        };
        Ok(files.map(name).collect())
    }

    /// The class of this name; none when there is no such class.
    pub fn class(&self, name: &ClassName) -> Result<Option<Roster>> {
        Ok(self.known_class(name)?.map(|class| class.roster))
    }

    pub fn write_class(&self, roster: &Roster) -> Result<()> {
        let path = self.class_path(roster.name());
        let before = self.known_class(roster.name())?.map_or(0, |class| class.highest);
        let lines = roster.pupils().iter().cloned().map(|(number, name)| Line { number, name });
        let highest = roster.pupils().last().map_or(0, |(number, _)| number.0).max(before);
        let apart = roster.apart().iter().copied().collect();
        let file = ClassFile { name: roster.name().clone(), pupils: lines.collect(), highest, apart };
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

    /// Reads a file with names. Who is in the class already keeps the number.
    pub fn import_class(&self, name: &ClassName, list: &Path) -> Result<Imported> {
        let bytes = self.storage.read(list, MAX_LIST).map_err(Error::disk(Deed::Read, list))?;
        self.import_names(name, &bytes, list)
    }

    /// As [`Store::import_class`], with what was pasted; `from` says where it comes from.
    pub fn import_names(&self, name: &ClassName, list: &[u8], from: &Path) -> Result<Imported> {
        let fault = |(line, fault)| Error::Roster { path: from.to_owned(), line, fault };
        let Names { lines, notices } = told_apart(list).map_err(fault)?;
        let known = self.known_class(name)?;
        let pupils = numbered(lines, known.as_ref()).map_err(fault)?;
        let roster = Roster::new(name.clone(), pupils).map_err(|mistake| fault((1, mistake.into())))?;
        let apart = known.map(|class| class.roster.apart().clone()).unwrap_or_default();
        Ok(Imported { roster: roster.keeping_apart(apart), notices })
    }

    fn class_path(&self, name: &ClassName) -> PathBuf {
        self.paths.classes.join(format!("{}.json", own_name(name)))
    }

    fn known_class(&self, name: &ClassName) -> Result<Option<Class>> {
        let path = self.class_path(name);
        match self.read_class(&path) {
            Ok(class) if class.roster.name().to_lowercase() == name.to_lowercase() => Ok(Some(class)),
            Ok(class) => {
                Err(Error::NameTaken { path, wanted: name.clone(), other: class.roster.name().clone() })
            }
            Err(Error::Disk { why, .. }) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn read_class(&self, path: &Path) -> Result<Class> {
        let bytes = self.storage.read(path, MAX_LIST).map_err(Error::disk(Deed::Read, path))?;
        let fault = |line, fault| Error::Roster { path: path.to_owned(), line, fault };
        let file: ClassFile = serde_json::from_slice(&bytes).map_err(|why| match why.classify() {
            serde_json::error::Category::Data => fault(why.line(), RosterFault::NotAClass),
            _ => Error::json(path, &why),
        })?;
        let ClassFile { name, pupils, highest, apart } = file;
        let pupils: Vec<_> = pupils.into_iter().map(|line| (line.number, line.name)).collect();
        let roster = Roster::new(name, pupils.clone())
            .map_err(|mistake| fault(line_of(&mistake, &pupils, &bytes), mistake.into()))?;
        // Who mends the file by hand may forget the last number.
        let highest = roster.pupils().last().map_or(highest, |(last, _)| last.0.max(highest));
        Ok(Class { roster: roster.keeping_apart(apart), highest })
    }
}

fn is_class(path: &Path) -> bool {
    !is_hidden(path) && path.extension().is_some_and(|extension| extension == "json")
}

/// The line of the file on which the pupil of this mistake stands.
fn line_of(mistake: &RosterMistake, pupils: &[(Pupil, Text)], file: &[u8]) -> usize {
    let pupil = pupils.iter().rposition(|(number, name)| match mistake {
        RosterMistake::Number(wrong) | RosterMistake::Nameless(wrong) => number == wrong,
        RosterMistake::LongName(wrong) => name == wrong,
        RosterMistake::Empty | RosterMistake::TooMany(_) => true,
    });
    let lines = String::from_utf8_lossy(file);
    // Within a name the quotes would be escaped.
    let numbers =
        (1..).zip(lines.lines()).flat_map(|(line, text)| text.matches("\"nummer\"").map(move |_| line));
    pupil.and_then(|index| numbers.into_iter().nth(index)).unwrap_or(1)
}

/// The line, and what is wrong there.
type FaultAt = (usize, RosterFault);

/// The names in a text file, told apart, each with the number of its line.
struct Names {
    lines: Vec<(usize, Text)>,
    notices: Vec<Notice>,
}

fn told_apart(list: &[u8]) -> Result<Names, FaultAt> {
    let whole = names_in(list).ok_or((1, RosterFault::NotText))?;
    if let Some((line, _)) = whole.get(MAX_PUPILS) {
        return Err((*line, RosterMistake::TooMany(whole.len()).into()));
    }
    let mut names = Names { lines: Vec::new(), notices: Vec::new() };
    let mut taken = HashSet::new();
    for (line, whole) in whole {
        let name = cut(&whole, MAX_NAME);
        if name != whole {
            names.notices.push(Notice::NameCut { line, name: name.clone() });
        }
        let own = own_of(&name, &taken);
        if own != name {
            names.notices.push(Notice::SameName { line, name, told_apart: own.clone() });
        }
        taken.insert(own.clone());
        names.lines.push((line, own));
    }
    Ok(names)
}

fn cut(name: &str, graphemes: usize) -> Text {
    Text::clean(&name.graphemes(true).take(graphemes).collect::<String>())
}

/// The name itself, or with the first number behind it that nobody has.
fn own_of(name: &Text, taken: &HashSet<Text>) -> Text {
    let with_number = |number: usize| {
        let number = format!(" {number}");
        Text::clean(&format!("{}{number}", cut(name, MAX_NAME.saturating_sub(number.len()))))
    };
    std::iter::once(name.clone())
        .chain((2..=MAX_PUPILS).map(with_number))
        .find(|name| !taken.contains(name))
        .unwrap_or_else(|| name.clone())
}

/// Gives each name its number: the one it had, or else one that nobody ever had.
fn numbered(names: Vec<(usize, Text)>, known: Option<&Class>) -> Result<Vec<(Pupil, Text)>, FaultAt> {
    let pupils = known.map_or(&[][..], |class| class.roster.pupils());
    let old: HashMap<&Text, Pupil> = pupils.iter().map(|(number, name)| (name, *number)).collect();
    let mut highest = known.map_or(0, |class| class.highest);
    let mut next = |line| {
        highest = highest.checked_add(1).ok_or((line, RosterFault::NumbersUsedUp))?;
        Ok(Pupil(highest))
    };
    let number_of =
        |(line, name): (usize, Text)| Ok((old.get(&name).copied().map_or_else(|| next(line), Ok)?, name));
    names.into_iter().map(number_of).collect()
}
