//! The command line: the window, and what can be done without one.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this room speaks to the terminal")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::app::{LaunchTime, Options};
use crate::format::Issue;
use crate::model::Annotator;
use crate::store;
use crate::typeset::FontReport;
use crate::ui::ThemeChoice;

mod agreement;
mod assignment;
mod check;
mod exchange;
mod fonts;
mod merge;
mod progress;
mod stats;

/// Annotate multilingual news: entities and claims, exact to the letter
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
#[command(after_help = "Exit codes: 0 done, 1 there were findings, 2 it could not be done.")]
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
    /// Says what is wrong in a workspace, and how each thing is mended
    Check {
        /// The folder of articles, or one article
        path: PathBuf,
        /// For machines: schemas/answers/check.schema.json
        #[arg(long)]
        json: bool,
    },
    /// Writes a workspace as a dataset, with a report of what the format could not hold
    Export(exchange::ExportArgs),
    /// Reads files of other tools into a workspace, as a set of their own
    Import(exchange::ImportArgs),
    /// Counts by label, language, annotator, state and article
    Stats {
        /// The folder of articles, or one article
        path: PathBuf,
        /// For machines: schemas/answers/stats.schema.json
        #[arg(long)]
        json: bool,
    },
    /// Says how far annotators agree: κ, α and F₁, by layer and label, and what each figure means
    Agreement(agreement::AgreementArgs),
    /// Says who has done which article, and how many are annotated twice
    Progress {
        /// The folder of articles, or one article
        path: PathBuf,
        /// For machines: schemas/answers/progress.schema.json
        #[arg(long)]
        json: bool,
    },
    /// Makes two copies of one annotator's sidecar one: of a sync conflict or a second laptop
    Merge(merge::MergeArgs),
    /// Lists the formats of export and import
    Formats,
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
    /// Prints completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Writes the manual pages, as `man` reads them
    Manual {
        /// The folder for them
        dir: PathBuf,
    },
}

/// Runs what the command line asks for. Exit codes: 0 done, 1 findings, 2 could not.
#[must_use]
pub fn run(launch: LaunchTime) -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.task {
        Some(Task::Check { path, json }) => check::run(&path, json),
        Some(Task::Export(args)) => exchange::export(args),
        Some(Task::Import(args)) => exchange::import(args),
        Some(Task::Stats { path, json }) => stats::run(&path, json),
        Some(Task::Agreement(args)) => agreement::run(&args),
        Some(Task::Progress { path, json }) => assignment::run(&path, json),
        Some(Task::Merge(args)) => merge::run(args),
        Some(Task::Formats) => {
            print!("{}", exchange::formats());
            Ok(ExitCode::SUCCESS)
        }
        Some(Task::Fonts { file, glyphs, json }) => report_fonts(&file, glyphs, json),
        Some(Task::Completions { shell }) => {
            clap_complete::generate(shell, &mut Cli::command(), "tippani", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
        Some(Task::Manual { dir }) => clap_mangen::generate_to(Cli::command(), &dir)
            .map(|()| ExitCode::SUCCESS)
            .map_err(|error| anyhow::Error::new(error).context(dir.display().to_string())),
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

/// Done, or done with something to tell.
fn code(findings: bool) -> ExitCode {
    ExitCode::from(u8::from(findings))
}

/// One line for each issue, on standard error.
fn tell(issues: &[Issue]) {
    for issue in issues {
        eprintln!("{issue}");
    }
}

fn report_fonts(file: &Path, glyphs: bool, json: bool) -> anyhow::Result<ExitCode> {
    let document = store::read_article(file)?;
    let report = FontReport::new(&document.text, document.language.as_deref(), glyphs);
    if json {
        println!("{}", fonts::json(&document.text, &report));
    } else {
        print!("{}", fonts::text(&document.text, &report));
    }
    Ok(code(!report.missing.is_empty()))
}

fn annotator(name: &str) -> Result<Annotator, String> {
    Annotator::new(name).map_err(|error| error.to_string())
}
