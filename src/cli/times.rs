//! `lesloper lestijden`: when the bells of the school ring.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::Times;
use super::complain;
use super::error::{Error, Result};
use super::table;
use crate::dutch;
use crate::store::{Bells, Notice, SchoolTimes, Settings, Store};
use crate::text::Text;

pub fn run(store: &Store, times: &Times, out: &mut impl Write) -> Result<ExitCode> {
    let mut settings = settings(store)?;
    if times.remove {
        return forget(store, settings, times.shortened, out);
    }
    let bells = Bells::parse(&times.bells).map_err(Error::Bells)?;
    if bells.is_empty() {
        return show(&settings.times, out);
    }
    if times.shortened {
        settings.times.shortened = bells;
    } else {
        settings.times.usual = bells;
    }
    store.write_settings(&settings)?;
    writeln!(out, "Bewaard. Bij Les klaarzetten staat voortaan de volgende bel.")?;
    show(&settings.times, out)
}

/// The settings that can be written over. Damaged ones were kept aside, and that is said.
fn settings(store: &Store) -> Result<Settings> {
    match store.settings() {
        (_, Some(Notice::SettingsUnread { why })) => Err(Error::Unread(Text::clean(&why))),
        (settings, notice) => {
            if let Some(notice) = notice {
                complain(&notice.to_string());
            }
            Ok(settings)
        }
    }
}

fn show(times: &SchoolTimes, out: &mut impl Write) -> Result<ExitCode> {
    if times.is_empty() {
        writeln!(out, "Er zijn nog geen lestijden. Typ wanneer elk lesuur eindigt:")?;
        writeln!(out, "lesloper lestijden 9:15 10:00 11:05")?;
    }
    for (name, bells) in [("Gewoon rooster", &times.usual), ("Verkort rooster", &times.shortened)] {
        if !bells.is_empty() {
            writeln!(out, "{name}")?;
            let row = |(hour, bell)| [format!("  {hour}e uur"), format!("tot {}", dutch::clock(bell))];
            table::print(&bells.hours().map(row).collect::<Vec<_>>(), out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// All of them, or the shortened ones alone.
fn forget(
    store: &Store,
    mut settings: Settings,
    only_shortened: bool,
    out: &mut impl Write,
) -> Result<ExitCode> {
    let gone = if only_shortened {
        settings.times.shortened = Bells::default();
        "Het verkorte rooster is weg."
    } else {
        settings.times = SchoolTimes::default();
        "De lestijden zijn weg."
    };
    store.write_settings(&settings)?;
    writeln!(out, "{gone}")?;
    Ok(ExitCode::SUCCESS)
}
