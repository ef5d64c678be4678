//! The command line: the window, and what can be done without one.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this room speaks to the terminal")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::app::{LaunchTime, Options};
use crate::model::Annotator;
use crate::store;
use crate::typeset::FontReport;
use crate::ui::ThemeChoice;

mod fonts;

/// Annotate multilingual news: entities and claims, exact to the letter
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    /// The folder of articles, or the article, to open; the last one when left out
    path: Option<PathBuf>,
    /// Who annotates: small letters, digits, - and _
    #[arg(long, value_parser = annotator)]
    annotator: Option<Annotator>,
    /// Light or dark, for this run
    #[arg(long)]
    theme: Option<Theme>,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Theme {
    System,
    Light,
    Dark,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Says which face draws which characters of an article, and which none has
    Fonts {
        /// The article
        file: PathBuf,
        /// Lists each paragraph's runs: face, direction, glyph ids, advances, clusters
        #[arg(long)]
        glyphs: bool,
        /// For machines
        #[arg(long)]
        json: bool,
    },
}

/// Runs what the command line asks for. Exit codes: 0 done, 1 findings, 2 could not.
#[must_use]
pub fn run(launch: LaunchTime) -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.task {
        Some(Task::Fonts { file, glyphs, json }) => report_fonts(&file, glyphs, json),
        None => {
            let theme = cli.theme.map(|t| match t {
                Theme::System => ThemeChoice::System,
                Theme::Light => ThemeChoice::Light,
                Theme::Dark => ThemeChoice::Dark,
            });
            let options = Options {
                path: cli.path,
                annotator: cli.annotator,
                theme,
                forgetful: false,
                recovery: crate::store::preferences::recovery_dir(),
            };
            crate::app::run(options, launch).map(|()| ExitCode::SUCCESS)
        }
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("tippani: {error:#}");
        ExitCode::from(2)
    })
}

fn report_fonts(file: &Path, glyphs: bool, json: bool) -> anyhow::Result<ExitCode> {
    let document = store::read_article(file)?;
    let report = FontReport::new(&document.text, document.language.as_deref(), glyphs);
    if json {
        println!("{}", fonts::json(&document.text, &report));
    } else {
        print!("{}", fonts::text(&document.text, &report));
    }
    Ok(if report.missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn annotator(name: &str) -> Result<Annotator, String> {
    Annotator::new(name).map_err(|error| error.to_string())
}
