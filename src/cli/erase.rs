//! `lesloper wis`: removes a lesson with all that was gathered in it.

use std::io::Write;
use std::process::ExitCode;

use super::complain;
use super::confirm::is_confirmed;
use super::error::{Error, Result};
use super::table;
use crate::store::{Head, LessonId, Progress, Store};
use crate::text::Text;

pub fn run(store: &Store, lesson: Option<&str>, out: &mut impl Write) -> Result<ExitCode> {
    match lesson {
        None => list(store, out),
        Some(name) => remove(store, name, out),
    }
}

fn list(store: &Store, out: &mut impl Write) -> Result<ExitCode> {
    let mut rows = Vec::new();
    for listed in store.lessons()? {
        match listed.head {
            Ok(head) => rows.push([listed.id.to_string(), about(&head)]),
            Err(error) => {
                rows.push([listed.id.to_string(), "niet te lezen".to_owned()]);
                complain(&error.to_string());
            }
        }
    }
    if rows.is_empty() {
        writeln!(out, "Er zijn geen lessen bewaard.")?;
        return Ok(ExitCode::SUCCESS);
    }
    table::print(&rows, out)?;
    writeln!(out, "\nEen les wissen: lesloper wis LES")?;
    Ok(ExitCode::SUCCESS)
}

fn about(head: &Head) -> String {
    let class = head.class.as_ref().map_or_else(|| "zonder namen".to_owned(), ToString::to_string);
    let state = match head.progress {
        Progress::Open => "niet afgerond",
        Progress::Finished => "afgerond",
    };
    format!("{}, {class}, {state}", head.title)
}

fn remove(store: &Store, name: &str, out: &mut impl Write) -> Result<ExitCode> {
    let unknown = || Error::NoSuchLesson(Text::clean(name));
    let id = LessonId::parse(name).ok_or_else(unknown)?;
    let known = store.lessons()?.iter().any(|listed| listed.id == id);
    if !known {
        return Err(unknown());
    }
    if !is_confirmed(&format!("Les {id} gaat voorgoed weg, met alle antwoorden."), out)? {
        return Err(Error::LessonKept(id));
    }
    store.remove(&id)?;
    writeln!(out, "Les {id} is weg.")?;
    Ok(ExitCode::SUCCESS)
}
