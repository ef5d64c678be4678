//! `tippani feedback`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::report::{print_report, with_workspace};
use super::{annotator, code, visible};
use crate::analysis::counted;
use crate::format::answer::{self, FeedbackAnswer, FeedbackItemAnswer, MarkAnswer};
use crate::jobs::feedback::{ArticleFeedback, QuotedMark, list};
use crate::jobs::unread;
use crate::model::Annotator;

/// What `tippani feedback` is given.
#[derive(Debug, Args)]
pub(super) struct FeedbackArgs {
    /// The folder of articles, or one article
    path: PathBuf,
    /// On whose work
    #[arg(long, value_parser = annotator)]
    annotator: Annotator,
    /// For machines: schemas/answers/feedback.schema.json
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &FeedbackArgs) -> anyhow::Result<ExitCode> {
    let (all, issues) = with_workspace(&args.path, "Looking", |found, cancel, progress| {
        let (mut all, issues) = list(&unread(&found), &args.annotator, cancel, progress)?;
        all.retain(|one| found.select.as_ref().is_none_or(|file| *file == one.file));
        Ok((all, issues))
    })?;
    let answer = || FeedbackAnswer {
        annotator: args.annotator.to_string(),
        items: all.iter().map(item).collect(),
        issues: issues.iter().map(Into::into).collect(),
    };
    print_report(args.json, &issues, || answer::json(&answer()), || text(&all))?;
    Ok(code(!all.is_empty() || !issues.is_empty()))
}

fn kinds(one: &ArticleFeedback) -> Vec<String> {
    if one.feedback.is_question {
        return vec!["question".to_owned()];
    }
    one.feedback.differences.iter().map(ToString::to_string).collect()
}

fn text(all: &[ArticleFeedback]) -> String {
    let mut out = String::new();
    let mark = |mark: &Option<QuotedMark>| {
        mark.as_ref().map_or_else(
            || "nothing".to_owned(),
            |mark| format!("{} “{}”", visible(&mark.label), visible(&mark.quote)),
        )
    };
    for one in all {
        let place = one.mine.as_ref().or(one.theirs.as_ref());
        let place = place.map(|mark| format!(":{}–{}", mark.start, mark.end)).unwrap_or_default();
        let (mine, theirs) = (mark(&one.mine), mark(&one.theirs));
        let right = if one.feedback.is_question { String::new() } else { format!(" → {theirs}") };
        let comment = Some(&one.feedback.comment).filter(|comment| !comment.is_empty());
        let comment = comment.map(|comment| format!(" – {}", visible(comment))).unwrap_or_default();
        let reviewer = &one.feedback.reviewer;
        let _ = writeln!(
            out,
            "{}{place} [{reviewer}] {}: {mine}{right}{comment}",
            visible(&one.file),
            kinds(one).join(", ")
        );
    }
    let _ = writeln!(out, "{} decided otherwise", counted(all.len(), "place"));
    out
}

fn item(one: &ArticleFeedback) -> FeedbackItemAnswer {
    let mark = |mark: &QuotedMark| MarkAnswer {
        label: mark.label.to_string(),
        quote: mark.quote.clone(),
        start: mark.start,
        end: mark.end,
    };
    FeedbackItemAnswer {
        file: one.file.to_string(),
        reviewer: one.feedback.reviewer.to_string(),
        annotation: one.feedback.mine.as_ref().map(|mine| mine.id.to_string()),
        mine: one.mine.as_ref().map(mark),
        theirs: one.theirs.as_ref().map(mark),
        answer: one.feedback.answer.as_ref().map(|answer| answer.text.clone()),
        kinds: kinds(one),
        comment: one.feedback.comment.clone(),
    }
}
