//! `tippani check`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::report::{print_report, with_workspace};
use super::{code, visible};
use crate::analysis::counted;
use crate::format::answer::{self, CheckAnswer, FindingAnswer, RepairAnswer};
use crate::jobs::repair::{RepairOptions, Repaired};
use crate::jobs::survey::{self, SetFinding, WorkspaceFindings};
use crate::jobs::{self, Moved};
use crate::store::{Writers, preferences};

pub(super) fn run(path: &Path, writes: bool, json: bool) -> anyhow::Result<ExitCode> {
    let (repaired, survey) = with_workspace(path, "Checking", |found, cancel, progress| {
        let schema = found.known_schema.schema_or_news();
        let model = jobs::unread(&found);
        let kept = preferences::texts_dir();
        let writers = writes.then(|| Writers::new(preferences::journals_dir()));
        let how = RepairOptions { kept: kept.as_deref(), writers: writers.as_ref() };
        survey::check_and_repair(&model, &schema, how, cancel, progress)
    })?;
    print_report(
        json,
        &survey.issues,
        || answer::json(&answer(&repaired, &survey)),
        || format!("{}{}", repairs(&repaired), text(&survey)),
    )?;
    Ok(code(!survey.checked.is_empty() || !survey.issues.is_empty()))
}

/// A line for each set that was made for another version of its article.
fn repairs(repaired: &[Repaired]) -> String {
    let mut out = String::new();
    for Repaired { file, annotator, moved: Moved { certain, likely, gone }, is_written } in repaired {
        let certain = counted(*certain, "annotation");
        let (verb, left) = if *is_written {
            ("moved with it", "wait in the window for a place")
        } else {
            ("can be moved with it by --repair", "would wait in the window for a place")
        };
        let _ = writeln!(
            out,
            "{file} [{annotator}] the article was changed: {certain} {verb}; {likely} to confirm and {gone} without a place {left}"
        );
    }
    out
}

fn text(survey: &WorkspaceFindings) -> String {
    let mut out = String::new();
    for SetFinding { file, annotator, chars, finding } in &survey.checked {
        let place = chars.as_ref().map(|c| format!(":{}–{}", c.start.get(), c.end.get())).unwrap_or_default();
        let (what, repair) = (visible(&finding.what), visible(&finding.repair));
        let _ = writeln!(out, "{}{place} [{annotator}] {what} – {repair}", visible(file));
    }
    let _ = writeln!(
        out,
        "{}, {}: {}, {} files or entries not read as they should be",
        counted(survey.articles, "article"),
        counted(survey.annotations, "annotation"),
        counted(survey.checked.len(), "finding"),
        survey.issues.len()
    );
    out
}

fn answer(repaired: &[Repaired], survey: &WorkspaceFindings) -> CheckAnswer {
    let repair = |repaired: &Repaired| RepairAnswer {
        file: repaired.file.to_string(),
        annotator: repaired.annotator.to_string(),
        certain: repaired.moved.certain,
        likely: repaired.moved.likely,
        gone: repaired.moved.gone,
        written: repaired.is_written,
    };
    let finding = |checked: &SetFinding| FindingAnswer {
        file: checked.file.to_string(),
        annotator: checked.annotator.to_string(),
        rule: checked.finding.rule.name().to_owned(),
        id: checked.finding.id.to_string(),
        start: checked.chars.as_ref().map(|c| c.start.get()),
        end: checked.chars.as_ref().map(|c| c.end.get()),
        what: checked.finding.what.clone(),
        repair: checked.finding.repair.clone(),
    };
    CheckAnswer {
        articles: survey.articles,
        annotations: survey.annotations,
        repairs: repaired.iter().map(repair).collect(),
        findings: survey.checked.iter().map(finding).collect(),
        issues: survey.issues.iter().map(Into::into).collect(),
    }
}
