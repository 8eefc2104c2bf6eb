//! The command line.
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program with these arguments, the program's own name first.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let _ = args;
    ExitCode::SUCCESS
}
