//! Learns the tables of the room `names` from names written in several languages, and measures them.
//!
//! ```text
//! learn-names learn --into crates/core/src/names/tables --cldr cldr.tsv LIST…
//! learn-names measure --cldr cldr.tsv LIST…
//! ```
//!
//! A list is a TSV with a header of language columns and `|` between spellings; `scripts/names/from-cldr.py`
//! makes one of Unicode's CLDR. Only costs and what CLDR says go into the tables, never a name of another list.
#![expect(clippy::disallowed_methods, reason = "a tool beside the program: it reads lists and writes tables")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "figures and progress are what it is for")]

mod calibration;
mod exonyms;
mod lists;
mod measure;
mod refinement;
mod speed;
mod training;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};
use tippani_core::names::Costs;

#[derive(Parser)]
#[command(about, version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Learns from all of the lists and writes the tables.
    Learn {
        /// The folder of the tables.
        #[arg(long)]
        into: PathBuf,
        #[command(flatten)]
        from: From,
    },
    /// Learns from four fifths of the lists at a time, and measures on the fifth that was left out.
    Measure {
        #[command(flatten)]
        from: From,
        /// Prints every name that is not ranked first, for this pair of languages.
        #[arg(long, num_args = 2)]
        wrong: Vec<String>,
        /// Only so many of the five fifths.
        #[arg(long, default_value_t = 5)]
        folds: usize,
    },
    /// How long candidates take among so many names, made of the words of the lists.
    Speed {
        /// How many names.
        #[arg(long, default_value_t = 1_000_000)]
        names: usize,
        #[command(flatten)]
        from: From,
    },
}

#[derive(clap::Args)]
struct From {
    /// The list made of CLDR.
    #[arg(long)]
    cldr: PathBuf,
    /// Other lists.
    lists: Vec<PathBuf>,
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Learn { into, from } => {
            let lists = lists::read(&from.cldr, &from.lists)?;
            let costs = learn(&lists, None);
            std::fs::write(
                into.join("costs.tsv"),
                format!("# Costs of sounds, by `learn-names`.\n{}", costs.write()),
            )?;
            std::fs::write(into.join("exonyms.tsv"), exonyms::table(&costs, &lists))?;
        }
        Task::Measure { from, wrong, folds } => {
            let lists = lists::read(&from.cldr, &from.lists)?;
            let mut figures = measure::Figures::default();
            for fold in 0..folds {
                let costs = learn(&lists, Some(fold));
                figures.add(&costs, &lists, fold, &wrong);
            }
            println!("{figures}");
        }
        Task::Speed { names, from } => {
            println!("{}", speed::report(&lists::read(&from.cldr, &from.lists)?, names));
        }
    }
    Ok(())
}

/// Costs learned from all rows but those of one fold.
fn learn(lists: &lists::Lists, without: Option<usize>) -> Costs {
    let pairs = lists.pairs(without);
    eprintln!("{} pairs of names", pairs.len());
    refinement::refine(&training::learn(&pairs), lists, without)
}
