//! `lesloper klas`: the classes and the names in them.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use super::arguments::Class;
use super::complain;
use super::confirm::is_confirmed;
use super::error::{Error, Result};
use super::table;
use crate::class::{ClassName, Roster};
use crate::dutch;
use crate::store::Store;

pub fn run(store: &Store, class: Class, out: &mut impl Write) -> Result<ExitCode> {
    let Some(name) = class.name else { return list(store, out) };
    if let Some(names) = class.names {
        renew(store, &name, &names, out)
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
    Ok(ExitCode::SUCCESS)
}

fn renew(store: &Store, name: &ClassName, names: &Path, out: &mut impl Write) -> Result<ExitCode> {
    let before = store.class(name)?;
    let imported = store.import_class(name, names)?;
    store.write_class(&imported.roster)?;
    for notice in imported.notices {
        writeln!(out, "{notice}")?;
    }
    let done = if before.is_some() { "is vernieuwd" } else { "staat klaar" };
    writeln!(out, "Klas {name} {done}: {}.", size(&imported.roster))?;
    Ok(ExitCode::SUCCESS)
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
