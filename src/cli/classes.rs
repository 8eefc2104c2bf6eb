//! `lesloper klas`: the classes and the names in them.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use super::arguments::Class;
use super::complain;
use super::confirm::is_confirmed;
use super::error::{Error, Result};
use super::table;
use crate::class::{ClassName, Pair, Pupil, Roster, pairs};
use crate::dutch;
use crate::store::{Imported, Store};
use crate::text::Text;

/// A list of this many bytes is no class; the rest is not read.
const MAX_PASTED: u64 = 1024 * 1024;

pub fn run(store: &Store, class: Class, out: &mut impl Write) -> Result<ExitCode> {
    let Some(name) = class.name else { return list(store, out) };
    if let Some(names) = class.names {
        renew(store, &name, &names, out)
    } else if let Some(names) = class.apart {
        keep_apart(store, &existing(store, &name)?, &names, out)
    } else if let Some(names) = class.together {
        let class = existing(store, &name)?;
        put_together(store, &class, &names, out)
    } else if class.remove {
        remove(store, &name, out)
    } else {
        show(&existing(store, &name)?, out)
    }
}

fn list(store: &Store, out: &mut impl Write) -> Result<ExitCode> {
    let mut rows = Vec::new();
    let mut code = ExitCode::SUCCESS;
    for name in store.classes()? {
        match name.and_then(|name| store.class(&name)) {
            Ok(class) => rows.extend(class.map(|class| [class.name().to_string(), size(&class)])),
            Err(error) => {
                complain(&error.to_string());
                code = ExitCode::FAILURE;
            }
        }
    }
    if rows.is_empty() && code == ExitCode::SUCCESS {
        writeln!(out, "Er zijn nog geen klassen. Maak er een met: lesloper klas 2B --namen BESTAND")?;
    }
    table::print(&rows, out)?;
    Ok(code)
}

fn show(class: &Roster, out: &mut impl Write) -> Result<ExitCode> {
    writeln!(out, "Klas {}: {}", class.name(), size(class))?;
    for (pupil, name) in class.pupils() {
        writeln!(out, "{:>3}  {name}", pupil.0)?;
    }
    for pair in class.apart() {
        writeln!(out, "Niet samen: {}", said(class, *pair))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn renew(store: &Store, name: &ClassName, names: &Path, out: &mut impl Write) -> Result<ExitCode> {
    let before = store.class(name)?;
    let Imported { roster, notices } = match names.to_str() {
        Some("-") => store.import_names(name, &pasted(out)?, Path::new("geplakte lijst"))?,
        _ => store.import_class(name, names)?,
    };
    let stays = |pupil: &Pupil| roster.name_of(*pupil).is_some();
    if let Some(before) = &before
        && !before.pupils().iter().any(|(pupil, _)| stays(pupil))
    {
        let what = format!("Klas {name} is er al, met heel andere namen. Die gaan weg ({}).", size(before));
        if !is_confirmed(&what, out)? {
            return Err(Error::Kept(name.clone()));
        }
    }
    store.write_class(&roster)?;
    for notice in notices {
        writeln!(out, "{notice}")?;
    }
    let done = if before.is_some() { "is vernieuwd" } else { "staat klaar" };
    writeln!(out, "Klas {name} {done}: {}.", size(&roster))?;
    if let Some(before) = before {
        let is_new = |pupil: &Pupil| before.name_of(*pupil).is_none();
        changed("Erbij", &roster, is_new, out)?;
        changed("Niet meer in de klas", &before, |pupil| !stays(pupil), out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn changed(
    what: &str,
    class: &Roster,
    is_changed: impl Fn(&Pupil) -> bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let names: Vec<&Text> =
        class.pupils().iter().filter(|(pupil, _)| is_changed(pupil)).map(|(_, name)| name).collect();
    if names.is_empty() { Ok(()) } else { writeln!(out, "{what}: {}.", dutch::list(&names)) }
}

/// What is typed or pasted, up to an empty line; or all that another program gives.
fn pasted(out: &mut impl Write) -> io::Result<Vec<u8>> {
    let stdin = io::stdin();
    let mut list = Vec::new();
    if !stdin.is_terminal() {
        stdin.lock().take(MAX_PASTED).read_to_end(&mut list)?;
        return Ok(list);
    }
    writeln!(out, "Plak of typ de namen, op elke regel een. Een lege regel is het einde.")?;
    out.flush()?;
    for line in stdin.lock().take(MAX_PASTED).split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            break;
        }
        list.extend(line);
        list.push(b'\n');
    }
    Ok(list)
}

fn keep_apart(store: &Store, class: &Roster, names: &str, out: &mut impl Write) -> Result<ExitCode> {
    let more = named_pairs(class, names)?;
    store.write_class(&class.clone().keeping_apart(class.apart() | &more))?;
    for pair in &more {
        writeln!(out, "{} komen niet samen in een duo.", said(class, *pair))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn put_together(store: &Store, class: &Roster, names: &str, out: &mut impl Write) -> Result<ExitCode> {
    let fewer = named_pairs(class, names)?;
    store.write_class(&class.clone().keeping_apart(class.apart() - &fewer))?;
    for pair in &fewer {
        writeln!(out, "{} mogen samen.", said(class, *pair))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Each two of the pupils in "Noor, Sem".
fn named_pairs(class: &Roster, names: &str) -> Result<BTreeSet<Pair>> {
    let names = names.split([',', ';']).map(Text::clean).filter(|name| !name.is_empty());
    let known = |name: Text| {
        class.called(&name).ok_or_else(|| Error::NoSuchPupil { class: class.name().clone(), name })
    };
    let pupils = names.map(known).collect::<Result<BTreeSet<Pupil>>>()?;
    if pupils.len() < 2 {
        return Err(Error::OnePupil);
    }
    Ok(pairs(&pupils.into_iter().collect::<Vec<_>>()).collect())
}

fn said(class: &Roster, (one, other): Pair) -> String {
    let names: Vec<&Text> = [one, other].into_iter().filter_map(|pupil| class.name_of(pupil)).collect();
    dutch::list(&names)
}

fn remove(store: &Store, name: &ClassName, out: &mut impl Write) -> Result<ExitCode> {
    let class = existing(store, name)?;
    let what = format!("Klas {name} en de namen gaan voorgoed weg ({}).", size(&class));
    if !is_confirmed(&what, out)? {
        return Err(Error::Kept(name.clone()));
    }
    store.remove_class(name)?;
    writeln!(out, "Klas {name} is weg.")?;
    Ok(ExitCode::SUCCESS)
}

fn existing(store: &Store, name: &ClassName) -> Result<Roster> {
    store.class(name)?.ok_or_else(|| Error::NoSuchClass(name.clone()))
}

fn size(class: &Roster) -> String {
    dutch::count(class.pupils().len(), "leerling", "leerlingen")
}
