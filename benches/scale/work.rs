//! What is measured, each in a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use tippani::analysis::agreement::{Measure, Scope};
use tippani::jobs::{CancelToken, OwnCounts, own_counts, queue, scan, study, survey, unread};
use tippani::model::news_schema;
use tippani::read_model::ReadModel;

use crate::usage::{self, OWN};
use crate::{corpus, review, workspace};

/// What a process took.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) millis: f64,
    /// Of all processors.
    pub(crate) cpu_millis: f64,
    /// The most it held.
    pub(crate) megabytes: f64,
    /// What else it said.
    pub(crate) told: String,
    /// Whether what it said is over a limit of its own.
    pub(crate) is_over: bool,
}

/// Reading every file, one after the other.
pub(crate) const FILES: &str = "files, one thread";
/// Before what is over a limit.
const OVER: &str = "over: ";

/// Carries out one kind of work on a workspace in a process of its own.
pub(crate) fn measure(what: &str, path: &Path) -> Figures {
    let program = std::env::current_exe().expect("a program knows its file");
    let done = Command::new(program).arg("--one").arg(what).arg(path).output().expect("it can be started");
    assert!(done.status.success(), "{what}: {}", String::from_utf8_lossy(&done.stderr));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let mut parts = said.trim_end().splitn(4, ' ');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).expect("a number");
    let (millis, cpu_millis, megabytes) = (number(), number(), number());
    let told = parts.next().unwrap_or_default();
    Figures { millis, cpu_millis, megabytes, told: told.to_owned(), is_over: told.starts_with(OVER) }
}

/// Does what was asked for and says what it took.
pub(crate) fn carry_out(what: &str, path: &Path) {
    let mut started = Instant::now();
    let told = match what {
        FILES => format!("{:.0} MB", read_files(path) as f64 / 1e6),
        "stats" => {
            let (tally, _) = survey::stats(&model(path), &never(), &mut |_, _| {}).expect("counts");
            format!("{} annotations", tally.annotations)
        }
        "check" => {
            let found = survey::check(&model(path), &news_schema(), &never(), &mut |_, _| {});
            format!("{} findings", found.expect("findings").checked.len())
        }
        "progress" => {
            let (progress, _) = study::progress(&model(path), &never(), &mut |_, _| {}).expect("counts");
            format!("{} annotators", progress.annotators.len())
        }
        "counts" => format!("{} articles with annotations", counts(path)),
        "agreement" => agreement(path),
        "queue" => queue_of(path),
        "review" => {
            let taken = review::carry_out(path);
            // Opening the folder is no part of it.
            started = Instant::now().checked_sub(taken.whole).unwrap_or(started);
            if taken.is_kept { taken.told } else { format!("{OVER}{}", taken.told) }
        }
        other => unreachable!("nothing is called {other}"),
    };
    let millis = started.elapsed().as_secs_f64() * 1e3;
    println!("{millis} {} {} {told}", cpu_millis(), peak() / 1e6);
}

fn never() -> CancelToken {
    CancelToken::new()
}

fn model(path: &Path) -> ReadModel {
    unread(&scan(path, &never()).expect("the workspace can be read"))
}

/// Reads every file, one after the other, and does nothing with them.
fn read_files(path: &Path) -> usize {
    let walk = walkdir::WalkDir::new(path).into_iter();
    let files = walk.filter_map(|entry| entry.ok().filter(|entry| entry.file_type().is_file()));
    let files: Vec<PathBuf> = files.map(|entry| entry.path().to_owned()).collect();
    files.iter().map(|file| std::fs::read(file).expect("a file").len()).sum()
}

/// Finds the articles, and how far one annotator is with each: what a list of them shows.
fn counts(path: &Path) -> usize {
    let found = scan(path, &never()).expect("the workspace can be read");
    let files: Vec<_> = found.articles.iter().map(|article| article.file.clone()).collect();
    let annotator = &workspace::annotators()[0];
    let mut annotated = 0;
    let count = &mut |counts: Option<OwnCounts>, _| annotated += usize::from(counts.is_some());
    own_counts(path, &files, annotator, &never(), count).expect("counts");
    annotated
}

fn agreement(path: &Path) -> String {
    let (report, _) = study::agreement(&model(path), &[], &never(), &mut |_, _| {}).expect("figures");
    let gamma = report.figures.iter().find(|f| f.scope == Scope::All && f.measure == Measure::Gamma);
    gamma.map_or_else(String::new, |gamma| match gamma.value {
        Some(value) => format!("γ {value:.12}"),
        None => gamma.explanation(),
    })
}

fn queue_of(path: &Path) -> String {
    let mut items = 0;
    queue::queue(&model(path), &queueing(), &never(), &mut |found, _, _| items += found.items.len())
        .expect("items");
    format!("{items} items")
}

fn queueing() -> queue::QueueOptions {
    queue::QueueOptions {
        annotators: workspace::annotators(),
        reviewer: corpus::annotator(),
        only: None,
        unfinished: Vec::new(),
    }
}

/// The bytes that this process holds.
pub(crate) fn held() -> f64 {
    usage::held(OWN).unwrap_or_default() as f64 * 1024.0
}

/// The most bytes that this process has held.
fn peak() -> f64 {
    usage::peak(OWN).unwrap_or_default() as f64 * 1024.0
}

/// Milliseconds of processor that this process has had.
fn cpu_millis() -> f64 {
    usage::ticks(OWN).unwrap_or_default() * 10.0
}
