//! Exports and imports as the window asks for them: what, and what came of it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failures::all_words;
use super::{
    AmbiguousOffsetUnit, CancelToken, ExportOptions, ImportOptions, ImportPlan, clock, export,
    preview_export, preview_import,
};
use crate::format::exchange::{FormatId, Loss, OffsetUnit};
use crate::model::{AnnotationId, Annotator};
use crate::store::Writers;
use crate::text::Span;
use crate::words::{plain, say, shown, translated};

/// A dataset out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRequest {
    /// The format.
    pub format: FormatId,
    /// Which articles; all when nothing is said.
    pub only: Option<Vec<Arc<str>>>,
    /// Whose annotations; everybody's when empty.
    pub annotators: Vec<Annotator>,
    /// Accepted by a reviewer only.
    pub accepted: bool,
    /// Under the labels that imported annotations had in the files they came from.
    pub original_labels: bool,
    /// The folder of the dataset.
    pub out: PathBuf,
}

/// Prior annotations in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRequest {
    /// The format.
    pub format: FormatId,
    /// The files; a folder stands for the files in it.
    pub files: Vec<PathBuf>,
    /// Whose set it becomes.
    pub annotator: Annotator,
    /// What offsets count; found out when nothing is said.
    pub unit: Option<OffsetUnit>,
    /// Labels of the files that become others.
    pub labels: Vec<(String, String)>,
}

/// What is to be exported, or imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransferRequest {
    /// A dataset out.
    Export(ExportRequest),
    /// Prior annotations in.
    Import(ImportRequest),
}

/// An annotation that came out otherwise than it went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostAnnotation {
    /// The article.
    pub file: Arc<str>,
    /// The annotation, or the relation.
    pub annotation: AnnotationId,
    /// Where it stands, or where the relation starts.
    pub span: Option<Span>,
    /// What became of it, and why.
    pub reason: String,
    /// Its words, shortened.
    pub quote: String,
}

/// What came of an export or import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Finished {
        /// How much, and where to, in a sentence.
        summary: String,
        /// What the format could not hold, the worst first; no more than are listed.
        losses: Vec<LostAnnotation>,
        /// How much it could not hold in all.
        lost: usize,
        /// What was not as it should be, in words.
        issues: Vec<String>,
    },
    /// Offsets may count two things, and mean different places.
    Asks {
        /// What speaks for each.
        why: String,
        /// The two.
        units: [OffsetUnit; 2],
    },
    /// It could not be done; in words.
    Failed(String),
}

/// Exports from or imports into the workspace in `root`; an import takes the annotator's lock of `writers`. `progress` hears how many articles or records are done, and of how
/// many where that is known.
///
/// # Errors
/// When it was cancelled; whatever else goes wrong is an [`Outcome`].
pub(super) fn transfer(
    root: &Path,
    request: &TransferRequest,
    writers: &Writers,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> anyhow::Result<Outcome> {
    match carry_out(root, request, writers, cancel, progress) {
        Ok(outcome) => Ok(outcome),
        Err(error) if cancel.is_cancelled() => Err(error),
        Err(error) => Ok(failed(&error)),
    }
}

/// The first rows of what would go out or come in.
///
/// # Errors
/// When there are none, in words, or it was cancelled.
pub(super) fn preview(
    root: &Path,
    request: &TransferRequest,
    cancel: &CancelToken,
) -> anyhow::Result<Vec<String>> {
    match request {
        TransferRequest::Export(request) => preview_export(&exporting(root, request), cancel),
        TransferRequest::Import(request) => preview_import(&importing(root, request), cancel),
    }
}

fn carry_out(
    root: &Path,
    request: &TransferRequest,
    writers: &Writers,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> anyhow::Result<Outcome> {
    Ok(match request {
        TransferRequest::Export(request) => {
            let how = exporting(root, request);
            let done = export(&how, cancel, &mut |done, of| progress(done, Some(of)))?;
            let summary = say!(
                "jobs-exported",
                annotations = plain(done.annotations),
                articles = plain(done.articles),
                folder = shown(how.out.display()),
                format = how.format.name
            );
            let losses = done.losses.iter().map(lost_annotation).collect();
            let issues = done.issues.iter().map(ToString::to_string).collect();
            Outcome::Finished { summary, losses, lost: done.lost_count(), issues }
        }
        TransferRequest::Import(request) => {
            let how = importing(root, request);
            let plan = ImportPlan::new(&how, cancel)?;
            let now = clock::now();
            let take = |annotator| writers.take(root, annotator, &now);
            let _locks = plan.annotators().map(take).collect::<Result<Vec<_>, _>>()?;
            let done = plan.run(cancel, &mut |done| progress(done, None))?;
            let mut summary = say!(
                "jobs-imported",
                annotations = plain(done.annotations),
                articles = plain(done.articles),
                annotator = request.annotator.as_str()
            );
            for (name, set) in &done.named {
                let named = say!("jobs-imported-set", name = name.as_str(), set = set.as_str());
                let _ = write!(summary, "; {named}");
            }
            for ((from, to), count) in &done.labels {
                let _ = write!(summary, "; {from} → {to} ({count})");
            }
            if let Some((unit, why)) = &done.unit {
                let unit = unit.to_string();
                let unit = translated("remark", &unit);
                let _ = write!(summary, ". {}", say!("jobs-imported-unit", unit = unit, why = why.as_str()));
            }
            let issues = done.issues.iter().map(ToString::to_string).collect();
            Outcome::Finished { summary, losses: Vec::new(), lost: 0, issues }
        }
    })
}

fn failed(error: &anyhow::Error) -> Outcome {
    match error.downcast_ref::<AmbiguousOffsetUnit>() {
        Some(AmbiguousOffsetUnit { units, why }) => Outcome::Asks { why: why.clone(), units: *units },
        None => Outcome::Failed(all_words(error)),
    }
}

fn lost_annotation(loss: &Loss) -> LostAnnotation {
    LostAnnotation {
        file: loss.file.clone(),
        annotation: loss.id.clone(),
        span: loss.span,
        reason: lost_words(loss),
        quote: loss.quote.clone(),
    }
}

/// What became of it, and why; the report of the export says it in English.
fn lost_words(loss: &Loss) -> String {
    let fate = loss.fate.to_string();
    format!("{}: {}", translated("loss", &fate), translated("loss", loss.reason))
}

fn exporting(root: &Path, request: &ExportRequest) -> ExportOptions {
    let ExportRequest { format, only, annotators, accepted, original_labels, out } = request.clone();
    let (path, format) = (root.to_owned(), format.format());
    ExportOptions { path, format, out, only, annotators, accepted, original_labels }
}

fn importing(root: &Path, request: &ImportRequest) -> ImportOptions {
    let ImportRequest { format, files, annotator, unit, labels } = request.clone();
    ImportOptions { unit, labels, ..ImportOptions::new(format.format(), files, root.to_owned(), annotator) }
}
