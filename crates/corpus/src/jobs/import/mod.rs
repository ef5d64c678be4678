//! Files of other tools into a workspace.

mod batch;
mod gather;
mod names;
mod sources;
mod units;

use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;

use self::gather::Gathering;
use self::names::Names;
pub(super) use self::sources::Sources;
use self::sources::{SourceFile, name_annotators};
use self::units::SeenUnits;
use super::cancel::{CancelToken, Cancelled};
use super::cancelable::Cancelable;
use super::scan::{not_stopped, scan};
use crate::format::exchange::{
    Format, ImportIssue, OffsetUnit, ReadOptions, Reading, Record, Remark, Source, Tally, read, recognize,
};
use crate::format::imports::FILE_NAME;
use crate::model::{Annotator, Schema};
use crate::store::{self, ImportTarget};
use crate::words::{plain, say, shown};

/// Bytes of a file that are read at once.
const BUFFER_BYTES: usize = 1 << 18;
/// Bytes of a file that tell its format.
const HEAD_BYTES: u64 = 1 << 16;

/// What to import, and where to.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The files; a folder stands for the files in it.
    pub files: Vec<PathBuf>,
    /// Their format.
    pub format: &'static Format,
    /// The workspace.
    pub into: PathBuf,
    /// Whose set it becomes; of several annotators each has its name after this one. Nothing takes the files' own names.
    pub annotator: Option<Annotator>,
    /// What offsets count; found out when nothing is said.
    pub unit: Option<OffsetUnit>,
    /// Labels of the files that become others.
    pub labels: Vec<(String, String)>,
    /// What is said of the files.
    pub read: ReadOptions,
}

impl ImportOptions {
    /// An import of files with nothing more said of them.
    #[must_use]
    pub fn new(format: &'static Format, files: Vec<PathBuf>, into: PathBuf, annotator: Annotator) -> Self {
        let annotator = Some(annotator);
        Self { files, format, into, annotator, unit: None, labels: Vec::new(), read: ReadOptions::default() }
    }
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
    /// Annotations that were there already.
    pub known: usize,
    /// Annotations of the files that were left out, each for a reason that `issues` names.
    pub left_out: usize,
    /// New annotations by set.
    pub annotators: BTreeMap<Annotator, usize>,
    /// Annotators as the files name them with their sets, where there are several.
    pub named: Vec<(String, Annotator)>,
    /// Labels of the files that became others, with how many marks.
    pub labels: BTreeMap<(String, String), usize>,
    /// What offsets count, and how that was found out.
    pub unit: Option<(OffsetUnit, String)>,
    /// What was not as it should be: each kind once.
    pub issues: Vec<ImportIssue>,
}

impl Imported {
    /// Counts what was added to an annotator's set.
    fn count(&mut self, annotator: &Annotator, added: store::Added) {
        self.annotations += added.new;
        self.known += added.known;
        *self.annotators.entry(annotator.clone()).or_default() += added.new;
    }
}

/// The format that files look like; a folder by its first file that looks like one.
///
/// # Errors
/// When they look like none, or cannot be read.
pub fn recognize_files(paths: &[PathBuf]) -> anyhow::Result<&'static Format> {
    let found = Sources::open(paths, &|| true)?.recognize()?;
    found.map_err(anyhow::Error::msg)
}

/// The first bytes of a file.
pub(super) fn head(path: &std::path::Path) -> anyhow::Result<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let file =
        store::open(path).with_context(|| say!("jobs-cannot-be-opened", path = shown(path.display())))?;
    file.take(HEAD_BYTES).read_to_end(&mut bytes).with_context(|| path.display().to_string())?;
    Ok(bytes)
}

/// An import whose files were looked at, so that it is known whose sets it writes.
#[derive(Debug)]
pub struct ImportPlan<'a> {
    how: &'a ImportOptions,
    files: Vec<SourceFile>,
    /// Archives, which are there until the files were read.
    sources: Sources,
    target: ImportTarget,
    schema: Arc<Schema>,
    /// Labels of the files that become others: what is asked for now, then what was at earlier imports.
    labels: Vec<(String, String)>,
    names: Names,
    unit: OffsetUnit,
    why: String,
    remarks: Vec<Remark>,
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
    ImportPlan::new(how, cancel)?.run(cancel, progress)
}

impl<'a> ImportPlan<'a> {
    /// Looks at the files: whose marks they hold, and what their offsets count. Nothing is written.
    ///
    /// # Errors
    /// As [`import`].
    pub fn new(how: &'a ImportOptions, cancel: &CancelToken) -> anyhow::Result<Self> {
        let target = ImportTarget::open(&how.into, &|| !cancel.is_cancelled()).map_err(not_stopped)?;
        let schema = scan(&how.into, cancel)?.known_schema.schema_or_news();
        let (labels, remark) = known_labels(how);
        let sources = Sources::open(&how.files, &|| !cancel.is_cancelled())?;
        let mut files = sources.files(how.format)?;
        name_annotators(&mut files, &|file| text_of(file, how, cancel));
        cancel.check()?;
        let mut found: BTreeMap<Option<String>, usize> = BTreeMap::new();
        let mut units = SeenUnits::new(how);
        for file in &files {
            let outcome = each(file, how, cancel, &mut |reading| {
                for record in reading.records {
                    if cancel.is_cancelled() {
                        return;
                    }
                    units.add(&record, &target);
                    *found.entry(record.annotator).or_default() += 1;
                }
            });
            cancel.check()?;
            if let Err(error) = outcome {
                // It is told when the marks are taken in.
                log::debug!("{error:#}");
            }
        }
        let (unit, why, other) = units.decide()?;
        let names = Names::new(how.annotator.as_ref(), &found);
        let remarks = remark.into_iter().chain(other).collect();
        Ok(Self { how, files, sources, target, schema, labels, names, unit, why, remarks })
    }

    /// Whose sets are written.
    pub fn annotators(&self) -> impl Iterator<Item = &Annotator> {
        self.names.annotators()
    }

    /// Reads the files and writes what they hold.
    ///
    /// # Errors
    /// As [`import`].
    pub fn run(self, cancel: &CancelToken, progress: &mut dyn FnMut(usize)) -> anyhow::Result<Imported> {
        let Self { how, files, sources: _sources, target, schema, labels, names, unit, why, remarks } = self;
        let mut gathering = Gathering::new(target, &schema, (&names, &labels), unit);
        gathering.remarks(remarks);
        let (mut failed, mut records) = (None, 0);
        for file in &files {
            let outcome = each(file, how, cancel, &mut |reading| {
                gathering.remarks(reading.remarks);
                for record in &reading.records {
                    if cancel.is_cancelled() {
                        return;
                    }
                    gathering.add(record, &file.name);
                    records += 1;
                    progress(records);
                }
            });
            if cancel.is_cancelled() {
                gathering.finish();
                let done = say!("jobs-import-stopped", count = plain(records));
                return Err(anyhow::Error::from(Cancelled).context(done));
            }
            if let Err(error) = outcome {
                let hint = "everything before that was imported";
                let what = error.root_cause().to_string();
                gathering.remarks(vec![Remark::new(&file.name, "a file cannot be read", &what, hint)]);
                failed = Some(error);
            }
        }
        let mut out = gathering.finish();
        if let Some(error) = failed.filter(|_| records == 0) {
            return Err(error);
        }
        if files.is_empty() {
            let what = format!("no .{} files found", how.format.ending);
            let place = how.files.first().map(|path| path.display().to_string()).unwrap_or_default();
            out.tally.add(Remark::new(place, what, "", "name the file itself, or choose another --from"));
        } else if out.imported.annotations + out.imported.known == 0 && !out.has_done {
            nothing(how, &files, &mut out.tally);
        }
        if records > 0
            && !how.labels.is_empty()
            && let Err(error) = store::keep_import_labels(&how.into, &how.labels)
        {
            out.tally.add(Remark::dropped(
                FILE_NAME,
                "what labels become cannot be kept",
                &error.to_string(),
            ));
        }
        out.imported.issues = out.tally.issues();
        out.imported.left_out = out.tally.left_out();
        out.imported.named = names.several();
        out.imported.unit = Some((unit, why));
        Ok(out.imported)
    }
}

/// What labels of files become: as is asked for now, else as at earlier imports into the workspace.
pub(super) fn known_labels(how: &ImportOptions) -> (Vec<(String, String)>, Option<Remark>) {
    let (kept, remark) = match store::import_labels(&how.into) {
        Ok(kept) => (kept, None),
        Err(error) => {
            let what = "what labels became at earlier imports cannot be read";
            (Vec::new(), Some(Remark::dropped(FILE_NAME, what, &error.to_string())))
        }
    };
    (how.labels.iter().cloned().chain(kept).collect(), remark)
}

/// Says that nothing was found, and what the files look like.
fn nothing(how: &ImportOptions, files: &[SourceFile], tally: &mut Tally) {
    let Some(first) = files.first() else { return };
    let other = head(&first.path).ok().and_then(|head| recognize(&first.name, &head));
    let hint = match other.filter(|other| !how.format.looks_like(other)) {
        Some(other) => format!("looks like {}; try --from {}", other.name, other.id),
        // Why nothing came of it is said.
        None if !tally.is_empty() => return,
        None => "is this the right format?".to_owned(),
    };
    tally.add(Remark::new(&first.name, "no annotations found", "", hint));
}

/// The text of a file with one article and nobody's name.
fn text_of(file: &SourceFile, how: &ImportOptions, cancel: &CancelToken) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    each(file, how, cancel, &mut |reading| all.extend(reading.records.into_iter().take(2))).ok()?;
    match all.as_slice() {
        [Record { text: Some(text), annotator: None, .. }] => Some(text.clone().into_bytes()),
        _ => None,
    }
}

/// Opens a file and takes it apart.
fn each(
    file: &SourceFile,
    how: &ImportOptions,
    cancel: &CancelToken,
    take: &mut dyn FnMut(Reading),
) -> anyhow::Result<()> {
    let path = &file.path;
    let opened =
        store::open(path).with_context(|| say!("jobs-cannot-be-opened", path = shown(path.display())))?;
    let mut bytes = BufReader::with_capacity(BUFFER_BYTES, Cancelable::new(opened, cancel));
    let beside = |ending: &str| store::beside(path, ending);
    let source = Source { name: &file.name, beside: &beside, options: &how.read };
    let mut named = |mut reading: Reading| {
        for record in &mut reading.records {
            record.annotator = file.annotator.clone().or_else(|| record.annotator.take());
            record.file = record.file.take().or_else(|| file.article.clone());
            record.state = file.state.or(record.state);
        }
        take(reading);
    };
    read(how.format, &source, &mut bytes, &mut named)
        .with_context(|| say!("jobs-cannot-be-read", path = shown(path.display())))
}
