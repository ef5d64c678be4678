//! `tippani check`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::progress::Progress;
use super::{code, tell, terminal, visible};
use crate::analysis::counted;
use crate::format::answer::{self, CheckAnswer, FindingAnswer};
use crate::jobs;
use crate::jobs::survey::{self, SetFinding, WorkspaceFindings};

pub(super) fn run(path: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let progress = Progress::new("Checking");
    let survey = jobs::scan(path, progress.cancel()).and_then(|found| {
        let schema = found.known_schema.schema_or_news();
        let mut heard = |done, of| progress.at(done, Some(of));
        survey::check(&jobs::unread(&found), &schema, progress.cancel(), &mut heard)
    });
    progress.end();
    let survey = survey?;
    if json {
        terminal::print_json(&answer::json(&answer(&survey))?);
    } else {
        tell(&survey.issues);
        terminal::print(&text(&survey));
    }
    Ok(code(!survey.checked.is_empty() || !survey.issues.is_empty()))
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

fn answer(survey: &WorkspaceFindings) -> CheckAnswer {
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
        findings: survey.checked.iter().map(finding).collect(),
        issues: survey.issues.iter().map(Into::into).collect(),
    }
}
