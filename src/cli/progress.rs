//! `tippani progress`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::progress_bar::ProgressBar;
use super::{code, tell, terminal};
use crate::analysis::{AnnotatorProgress, ArticleProgress, Progress, counted};
use crate::format::Issue;
use crate::format::answer::{self, DoneAnswer, ProgressAnswer, ShareAnswer};
use crate::jobs::{self, study};

/// Width of a bar, in characters.
const BAR: usize = 24;

pub(super) fn run(path: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let bar = ProgressBar::new("Looking");
    let found = jobs::scan(path, bar.cancel()).and_then(|found| {
        study::progress(&jobs::unread(&found), bar.cancel(), &mut |done, of| bar.at(done, Some(of)))
    });
    bar.end();
    let (progress, issues) = found?;
    if json {
        terminal::print_json(&answer::json(&answer(progress, &issues))?);
    } else {
        tell(&issues);
        terminal::print(&text(&progress));
    }
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

fn answer(progress: Progress, issues: &[Issue]) -> ProgressAnswer {
    let share = |share: AnnotatorProgress| ShareAnswer {
        annotator: share.annotator.to_string(),
        begun: share.begun,
        done: share.done,
        annotations: share.annotations,
        reviews: share.reviews,
    };
    let done = |done: ArticleProgress| DoneAnswer {
        annotator: done.annotator.to_string(),
        state: done.state.name().to_owned(),
        annotations: done.annotations,
        reviews: done.reviews,
    };
    let article = |(file, all): (std::sync::Arc<str>, Vec<ArticleProgress>)| {
        (file.to_string(), all.into_iter().map(done).collect())
    };
    ProgressAnswer {
        annotators: progress.annotators.into_iter().map(share).collect(),
        begun_by: progress.begun,
        done_by: progress.done,
        articles: progress.articles.into_iter().map(article).collect(),
        issues: issues.iter().map(Into::into).collect(),
    }
}
