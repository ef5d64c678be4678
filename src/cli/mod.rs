//! The command line: the window, and what can be done without one.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::format::encoding::TextEncoding;
use crate::format::preferences::Theme;
use crate::format::{Issue, answer};
use crate::model::Annotator;
use crate::store;
use crate::typeset::FontReport;

pub use terminal::visible;

mod adjudicate;
mod against;
mod agreement;
mod check;
mod claims;
mod entities;
mod exchange;
mod feedback;
mod fonts;
mod merge;
mod names;
mod progress;
mod progress_bar;
mod report;
mod review;
mod stats;
mod terminal;
mod writer;

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
    theme: Option<ThemeArg>,
    /// The encoding of the articles, such as windows-1251 or mac, where they are not UTF-8 and look like another
    #[arg(long, global = true, value_name = "NAME", value_parser = encoding)]
    encoding: Option<TextEncoding>,
    /// Prints the licences of all that others made and the program goes out with
    #[arg(long, alias = "licenses", exclusive = true)]
    licences: bool,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThemeArg {
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
        /// Moves annotations with articles that were changed, where their places are certain; the others are kept and listed
        #[arg(long)]
        repair: bool,
        /// For machines: schemas/answers/check.schema.json
        #[arg(long)]
        json: bool,
    },
    /// Lists the claims that links join, across articles; or says how well the suggestions do on a list of claims
    Claims(claims::ClaimsArgs),
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
    /// Says how far annotators agree: κ, α, γ and F₁, by layer and label, and what each figure means
    Agreement(agreement::AgreementArgs),
    /// Lists what there is to review: versions, who holds them, what they differ in, verdicts
    Review(review::ReviewArgs),
    /// Lists what reviewers decided otherwise than an annotator did: mine, theirs, the kind of difference, the comment
    Feedback(feedback::FeedbackArgs),
    /// Fills the gold sets: what was accepted, what is agreed, and the rest by a rule
    Adjudicate(adjudicate::AdjudicateArgs),
    /// Says who has done which article, and how many are annotated twice
    Progress {
        /// The folder of articles, or one article
        path: PathBuf,
        /// For machines: schemas/answers/progress.schema.json
        #[arg(long)]
        json: bool,
    },
    /// Makes two copies of one annotator's sidecar, or file of entities, one: of a sync conflict or a second laptop
    Merge(merge::MergeArgs),
    /// Says whether two names can be one, in whatever scripts, and why; or how often the right one of a list comes first
    Names(names::NamesArgs),
    /// Lists, merges, imports and exports the entities of a folder
    Entities(entities::EntitiesArgs),
    /// Lists the formats of export and import
    Formats,
    /// Says which face draws which characters of an article, and which none has
    Fonts {
        /// The article
        file: PathBuf,
        /// Lists each paragraph's runs: face, direction, glyph ids, advances, clusters
        #[arg(long)]
        glyphs: bool,
        /// For machines: schemas/answers/fonts.schema.json
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

/// What a command line comes to.
#[derive(Debug)]
pub enum Invocation {
    /// Its task was carried out. Exit codes: 0 done, 1 findings, 2 could not.
    Done(ExitCode),
    /// It asks for the window.
    Window(WindowRequest),
}

/// What the window is to open.
#[derive(Clone, Debug)]
pub struct WindowRequest {
    /// The folder of articles, or one article; the last one when nothing is said.
    pub path: Option<PathBuf>,
    /// Who annotates; whoever did last when nothing is said.
    pub annotator: Option<Annotator>,
    /// Light or dark, for this run.
    pub theme: Option<Theme>,
}

/// Reads the command line and carries out its task, unless it asks for the window.
#[must_use]
pub fn run() -> Invocation {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => return done(print_usage(&answer)),
    };
    if cli.licences {
        return done(terminal::print(crate::licences::THIRD_PARTY).map(|()| ExitCode::SUCCESS));
    }
    if let Some(encoding) = cli.encoding {
        store::choose_encoding(encoding);
    }
    let Some(task) = cli.task else {
        let theme = cli.theme.map(|theme| match theme {
            ThemeArg::System => Theme::System,
            ThemeArg::Light => Theme::Light,
            ThemeArg::Dark => Theme::Dark,
        });
        return Invocation::Window(WindowRequest { path: cli.path, annotator: cli.annotator, theme });
    };
    done(carry_out(task))
}

fn done(ended: anyhow::Result<ExitCode>) -> Invocation {
    Invocation::Done(ended.unwrap_or_else(|error| fail(&error)))
}

/// Prints what is answered to a command line without carrying anything out: help, the version, or what is wrong with it.
fn print_usage(answer: &clap::Error) -> anyhow::Result<ExitCode> {
    terminal::unless_enough(answer.print())?;
    Ok(if answer.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Says why it could not be done. Where even that cannot be printed, the exit code says it alone.
#[must_use]
pub fn fail(error: &anyhow::Error) -> ExitCode {
    let _ = terminal::print_error(&format!("tippani: {}", causes(error)));
    ExitCode::from(2)
}

/// What went wrong and why, each cause once: most errors say their own cause in their words.
fn causes(error: &anyhow::Error) -> String {
    let mut said = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !said.contains(&cause) {
            said.push_str(": ");
            said.push_str(&cause);
        }
    }
    said
}

fn carry_out(task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::Check { path, repair, json } => check::run(&path, repair, json),
        Task::Claims(args) => claims::run(&args),
        Task::Export(args) => exchange::export(args),
        Task::Import(args) => exchange::import(args),
        Task::Stats { path, json } => stats::run(&path, json),
        Task::Agreement(args) => agreement::run(&args),
        Task::Review(args) => review::run(&args),
        Task::Feedback(args) => feedback::run(&args),
        Task::Adjudicate(args) => adjudicate::run(args),
        Task::Progress { path, json } => progress::run(&path, json),
        Task::Merge(args) => merge::run(args),
        Task::Names(args) => names::run(&args),
        Task::Entities(args) => entities::run(&args),
        Task::Formats => {
            terminal::print(&exchange::formats())?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Fonts { file, glyphs, json } => report_fonts(&file, glyphs, json),
        Task::Completions { shell } => {
            // First into memory: what is written to a pipe that nobody reads any more would panic.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "tippani", &mut script);
            terminal::write_out(&script).map(|()| ExitCode::SUCCESS)
        }
        Task::Manual { dir } => clap_mangen::generate_to(Cli::command(), &dir)
            .map(|()| ExitCode::SUCCESS)
            .map_err(|error| anyhow::Error::new(error).context(dir.display().to_string())),
    }
}

/// Done, or done with something to tell.
fn code(findings: bool) -> ExitCode {
    ExitCode::from(u8::from(findings))
}

/// One line for each issue, on standard error.
fn tell(issues: &[Issue]) -> anyhow::Result<()> {
    issues.iter().try_for_each(|issue| terminal::print_error(&issue.to_string()))
}

fn report_fonts(file: &Path, glyphs: bool, json: bool) -> anyhow::Result<ExitCode> {
    let document = store::read_article(file)?;
    let report = FontReport::new(&document.text, document.language.as_deref(), glyphs);
    if json {
        terminal::print_json(&answer::json(&fonts::answer(&document.text, &report))?)?;
    } else {
        terminal::print(&fonts::text(&document.text, &report))?;
    }
    Ok(code(!report.missing.is_empty()))
}

fn encoding(name: &str) -> Result<TextEncoding, String> {
    TextEncoding::named(name).ok_or_else(|| {
        let all: Vec<&str> = TextEncoding::ALL.into_iter().map(TextEncoding::name).collect();
        format!("no encoding has this name; known are {}", all.join(", "))
    })
}

fn annotator(name: &str) -> Result<Annotator, String> {
    Annotator::new(name).map_err(|error| error.to_string())
}
