//! `lesloper activiteiten`: all cards in a list, one of them whole, and cards that go from one teacher
//! to another.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Activities;
use super::error::Result;
use super::{meant, table};
use crate::store::Store;

mod add;
mod list;
mod share;
mod show;

use add::OnChange;

pub fn run(store: &Store, wanted: Activities, out: &mut impl Write) -> Result<ExitCode> {
    if let Some(path) = wanted.add {
        let on_change = match (wanted.replace, wanted.beside) {
            (true, _) => OnChange::Replace,
            (_, true) => OnChange::SetBeside,
            _ => OnChange::Ask,
        };
        add::run(store, &path, on_change, out)
    } else if let Some(name) = wanted.share {
        share::run(store, &meant::origin(store, &name)?, wanted.into.as_deref(), out)
    } else if let Some(name) = wanted.activity {
        show::run(store, &meant::origin(store, &name)?, out)
    } else {
        list::run(store, out)
    }
}
