//! Files of other tools into a workspace.

use std::collections::HashSet;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;

use super::articles::{not_stopped, scan};
use super::cancel::CancelToken;
use super::cancelable::Cancelable;
use super::clock;
use crate::analysis::counted;
use crate::format::Issue;
use crate::format::exchange::{
    Detected, Format, OffsetConverter, OffsetUnit, Record, ResolveOptions, UnitEvidence, read, resolve,
};
use crate::model::{Annotator, Schema};
use crate::store::{self, ImportTarget};
use crate::text::SourceText;

/// Bytes of a file that are read at once.
const BUFFER_BYTES: usize = 1 << 18;

/// What to import, and where to.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The files; a folder stands for the files in it.
    pub files: Vec<PathBuf>,
    /// Their format.
    pub format: &'static Format,
    /// The workspace.
    pub into: PathBuf,
    /// Whose set it becomes.
    pub annotator: Annotator,
    /// What offsets count; found out when nothing is said.
    pub unit: Option<OffsetUnit>,
}

/// Offsets may count two things, and mean different places.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "the file does not say what its offsets count, and {} and {} fit equally ({why}); say which with --unit {} or --unit {}",
    .units[0], .units[1], .units[0].name(), .units[1].name()
)]
pub struct AmbiguousOffsetUnit {
    /// The two.
    pub units: [OffsetUnit; 2],
    /// What speaks for each.
    pub why: String,
}

/// What was imported.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Articles that were spoken of.
    pub articles: usize,
    /// Annotations that are new.
    pub annotations: usize,
    /// What offsets count, and how that was found out.
    pub unit: Option<(OffsetUnit, String)>,
    /// What was not as it should be.
    pub issues: Vec<Issue>,
}

/// Imports files. `progress` hears how many records are done.
///
/// # Errors
/// When a file or the workspace cannot be read, two units fit equally, or it was cancelled: the records that were done by then
/// stay.
pub fn import(
    how: &ImportOptions,
    cancel: &CancelToken,
    progress: &mut dyn FnMut(usize),
) -> anyhow::Result<Imported> {
    let target = ImportTarget::open(&how.into, &|| !cancel.is_cancelled()).map_err(not_stopped)?;
    let schema = scan(&how.into, cancel)?.known_schema.schema_or_news();
    let files = store::files_of(&how.files, how.format.ending)?;
    let (unit, why) = match (how.unit, how.format.unit) {
        (Some(unit), _) => (unit, "as asked for".to_owned()),
        (None, Some(unit)) => (unit, "as the format says".to_owned()),
        (None, None) => detect(&files, how.format, &target, cancel)?,
    };
    let mut import =
        Import { how, target, schema, unit, mentioned: HashSet::new(), out: Imported::default() };
    import.out.unit = Some((unit, why));
    let (mut failed, mut records) = (None, 0);
    for path in &files {
        let source = path.file_name().unwrap_or_default().to_string_lossy();
        let outcome = each(path, how.format, cancel, &mut |found, issues| {
            import.out.issues.extend(issues);
            for record in found {
                if cancel.is_cancelled() {
                    return;
                }
                import.add(&record, &source);
                records += 1;
                progress(records);
            }
        });
        cancel
            .check()
            .with_context(|| format!("{} done, and in the workspace", counted(records, "record")))?;
        if let Err(error) = outcome {
            let hint = "what stands before it was taken in";
            import.out.issues.push(Issue::new(path.display().to_string(), format!("{error:#}"), hint));
            failed = Some(error);
        }
    }
    if let Some(error) = failed.filter(|_| records == 0) {
        return Err(error);
    }
    import.out.articles = import.mentioned.len();
    Ok(import.out)
}

/// An import under way.
struct Import<'a> {
    how: &'a ImportOptions,
    target: ImportTarget,
    schema: Arc<Schema>,
    unit: OffsetUnit,
    /// The articles that records speak of.
    mentioned: HashSet<Arc<str>>,
    out: Imported,
}

impl Import<'_> {
    /// Adds one record of the file `source` to its article.
    fn add(&mut self, record: &Record, source: &str) {
        let (annotator, now) = (&self.how.annotator, clock::now());
        // A record by itself may say what its offsets count; what it does not say is one for all.
        let settling = ResolveOptions { schema: &self.schema, annotator, unit: self.unit, source, now };
        let (target, issues) = (&mut self.target, &mut self.out.issues);
        let done = target.place(record).and_then(|document| {
            let settled = resolve(record, &document, &settling);
            issues.extend(settled.issues);
            Ok((target.add(&document, annotator, &settled.value)?, document.file))
        });
        match done {
            Ok((new, file)) => {
                self.out.annotations += new;
                self.mentioned.insert(file);
            }
            Err(error) => {
                self.out.issues.push(Issue::new(&record.place, error.to_string(), "it was left out"));
            }
        }
    }
}

/// Opens a file and takes it apart.
fn each(
    path: &Path,
    format: &Format,
    cancel: &CancelToken,
    take: &mut dyn FnMut(Vec<Record>, Vec<Issue>),
) -> anyhow::Result<()> {
    let file = store::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut file = BufReader::with_capacity(BUFFER_BYTES, Cancelable::new(file, cancel));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = || store::beside(path, "txt");
    read(format, &name, &mut file, &beside, take)
        .with_context(|| format!("{} cannot be read", path.display()))
}

/// The unit that fits the marks of all files.
fn detect(
    files: &[PathBuf],
    format: &Format,
    target: &ImportTarget,
    cancel: &CancelToken,
) -> anyhow::Result<(OffsetUnit, String)> {
    let mut evidence = UnitEvidence::default();
    for path in files {
        let outcome = each(path, format, cancel, &mut |records, _| {
            for record in records.iter().filter(|r| r.unit.is_none() && r.sidecar.is_none()) {
                if cancel.is_cancelled() {
                    return;
                }
                let own = record.text.as_deref().map(SourceText::new);
                let text = own.or_else(|| Some(target.find(record).ok()??.text));
                if let Some(text) = text {
                    evidence.add(record, &OffsetConverter::new(&text));
                }
            }
        });
        cancel.check()?;
        if let Err(error) = outcome {
            // It is told when the marks are taken in.
            log::debug!("{error:#}");
        }
    }
    match evidence.decide() {
        Detected::OffsetUnit(unit, why) => Ok((unit, why)),
        Detected::Ambiguous(units, why) => Err(AmbiguousOffsetUnit { units, why }.into()),
    }
}
