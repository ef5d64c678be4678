//! Every figure that is promised, beside its floor measured in the same run: one table. `scripts/bench.sh`.
//!
//! A floor is what the machine itself asks for the same: reading the bytes, an empty window. A figure that is over its limit is
//! marked, and the program ends with 1.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

#[path = "../corpus/mod.rs"]
mod corpus;
mod dense;
mod files;
mod frames;
#[path = "../headless/mod.rs"]
mod headless;
mod heard;
mod process;
mod table;
#[path = "../usage/mod.rs"]
mod usage;

use std::process::ExitCode;

use self::table::Table;

fn main() -> ExitCode {
    let mut table = Table::new();
    frames::measure(&mut table);
    dense::measure(&mut table);
    heard::measure(&mut table);
    files::measure(&mut table);
    process::measure(&mut table);
    table.print();
    ExitCode::from(u8::from(!table.is_kept()))
}
