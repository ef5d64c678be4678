//! `tippani progress`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::code;
use super::report::{print_report, with_workspace};
use crate::analysis::{AnnotatorProgress, ArticleProgress, Progress, counted};
use crate::format::Issue;
use crate::format::answer::{self, DoneAnswer, ProgressAnswer, ShareAnswer};
use crate::jobs::{self, study};

/// Width of a bar, in characters.
const BAR: usize = 24;

pub(super) fn run(path: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let (progress, issues) = with_workspace(path, "Looking", |found, cancel, heard| {
        study::progress(&jobs::unread(&found), cancel, heard)
    })?;
    print_report(json, &issues, || answer::json(&answer(&progress, &issues)), || text(&progress))?;
    Ok(code(!issues.is_empty()))
}

fn text(progress: &Progress) -> String {
    let all = progress.articles.len();
    let mut out = format!("{}\n\n", counted(all, "article"));
    let _ = writeln!(
        out,
        "{:>8}  {:>8}  {:>12}  {:>8}  {:BAR$}  Annotator",
        "done", "begun", "annotations", "reviews", ""
    );
    for share in &progress.annotators {
        let AnnotatorProgress { annotator, begun, done, annotations, reviews } = share;
        let cells = |part: usize| (part * BAR + all / 2) / all.max(1);
        let (full, half) = (cells(*done), cells(done + begun).saturating_sub(cells(*done)));
        let bar = format!("{}{}{}", "█".repeat(full), "▒".repeat(half), "·".repeat(BAR - full - half));
        let _ = writeln!(out, "{done:>8}  {begun:>8}  {annotations:>12}  {reviews:>8}  {bar}  {annotator}");
    }
    let covered = |out: &mut String, word: &str, counts: &[usize]| {
        for (times, articles) in counts.iter().enumerate().filter(|(_, articles)| **articles > 0) {
            let who = match times {
                0 => "nobody".to_owned(),
                times => counted(times, "annotator"),
            };
            let percent = articles * 100 / all.max(1);
            let _ = writeln!(out, "{:>22} ({percent} %) {word} by {who}", counted(*articles, "article"));
        }
    };
    out.push('\n');
    covered(&mut out, "begun", &progress.begun);
    covered(&mut out, "done", &progress.done);
    out
}

fn answer(progress: &Progress, issues: &[Issue]) -> ProgressAnswer {
    let share = |share: &AnnotatorProgress| ShareAnswer {
        annotator: share.annotator.to_string(),
        begun: share.begun,
        done: share.done,
        annotations: share.annotations,
        reviews: share.reviews,
    };
    let done = |done: &ArticleProgress| DoneAnswer {
        annotator: done.annotator.to_string(),
        state: done.state.name().to_owned(),
        annotations: done.annotations,
        reviews: done.reviews,
    };
    let article = |(file, all): &(std::sync::Arc<str>, Vec<ArticleProgress>)| {
        (file.to_string(), all.iter().map(done).collect())
    };
    ProgressAnswer {
        annotators: progress.annotators.iter().map(share).collect(),
        begun_by: progress.begun.clone(),
        done_by: progress.done.clone(),
        articles: progress.articles.iter().map(article).collect(),
        issues: issues.iter().map(Into::into).collect(),
    }
}
