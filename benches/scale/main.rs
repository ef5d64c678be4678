//! How cost grows with the work: what goes through a workspace of 1,000, 10,000 and 100,000 articles by three annotators with 50
//! marks each, beside reading the same files, and how far two annotators agree whose marks lie over each other.
//!
//! `scripts/bench.sh --scale`; other sizes can be given. Each figure is of a process of its own, which says how long it took, how
//! much processor it had and the most memory it held. Ends with 1 where one is over its limit.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement is printed, and needs files"
)]

#[path = "../corpus/mod.rs"]
mod corpus;
mod review;
mod table;
#[path = "../usage/mod.rs"]
mod usage;
mod work;
mod workspace;

use std::process::ExitCode;

use self::table::{Limit, Row, Table};

/// Articles of a workspace.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// Claims that lie over each other.
const CROWDS: [usize; 4] = [500, 1_000, 2_000, 5_000];
/// Milliseconds in which γ is there, or says why it is not.
const CROWD_LIMIT: f64 = 200.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--one") {
        work::carry_out(&arguments[at + 1], arguments[at + 2].as_ref());
        return ExitCode::SUCCESS;
    }
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let is_crowd = crowds();
    let is_whole = sizes_of(if sizes.is_empty() { &SIZES } else { &sizes });
    ExitCode::from(u8::from(!(is_crowd && is_whole)))
}

/// Agreement of two annotators with very many claims on one paragraph.
fn crowds() -> bool {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    let mut table = Table::new("Agreement on one paragraph, claims of each of two annotators", &CROWDS);
    let mut row = Row::new("agreement", None, Limit::Milliseconds(CROWD_LIMIT));
    for claims in CROWDS {
        let path = folder.path().join(claims.to_string());
        std::fs::create_dir(&path).expect("a temporary folder can be written");
        workspace::write_crowd(&path, claims);
        row.figures.push(work::measure("agreement", &path));
    }
    table.rows.push(row);
    table.print()
}

/// What goes through a workspace, with what it is held against and how many times as long it may take.
const WORK: [(&str, Option<&str>, Limit); 8] = [
    (work::FILES, None, Limit::None),
    ("counts", Some(work::FILES), Limit::Times(1.0 / 3.0)),
    ("stats", None, Limit::None),
    ("check", Some("stats"), Limit::None),
    ("progress", Some(work::FILES), Limit::None),
    ("agreement", Some("stats"), Limit::Times(3.0)),
    ("queue", Some("stats"), Limit::Times(1.5)),
    ("review", Some("stats"), Limit::Times(1.5)),
];

fn sizes_of(sizes: &[usize]) -> bool {
    let mut table = Table::new("Articles by three annotators with 50 marks each", sizes);
    table.rows = WORK.iter().map(|(what, floor, limit)| Row::new(what, *floor, *limit)).collect();
    for size in sizes {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
        workspace::write(folder.path(), *size);
        // What is read once is at hand for all.
        let _ = work::measure(work::FILES, folder.path());
        for row in &mut table.rows {
            row.figures.push(work::measure(&row.what, folder.path()));
        }
    }
    table.print()
}
