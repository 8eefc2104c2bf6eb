//! How fast it is.

fn main() {}
