//! The program: hands the command line to the library and ends with its answer.

use std::process::ExitCode;

fn main() -> ExitCode {
    lesloper::run(std::env::args_os())
}
