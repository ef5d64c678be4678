//! Files of other tools into a workspace.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;

use super::clock;
use crate::format::Issue;
use crate::format::exchange::{Detected, Evidence, Format, Record, Settling, Unit, Units, read, settle};
use crate::model::{Annotator, Schema, news_schema};
use crate::store::{self, Intake};
use crate::text::SourceText;

/// What to import, and where to.
#[derive(Clone, Debug)]
pub struct Importing {
    /// The files; a folder stands for the files in it.
    pub files: Vec<PathBuf>,
    /// Their format.
    pub format: &'static Format,
    /// The workspace.
    pub into: PathBuf,
    /// Whose set it becomes.
    pub annotator: Annotator,
    /// What offsets count; found out when nothing is said.
    pub unit: Option<Unit>,
}

/// Offsets may count two things, and mean different places.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "the file does not say what its offsets count, and {} and {} fit equally ({why}); say which with --unit {} or --unit {}",
    .units[0], .units[1], .units[0].name(), .units[1].name()
)]
pub struct TwoUnits {
    /// The two.
    pub units: [Unit; 2],
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
    pub unit: Option<(Unit, String)>,
    /// What was not as it should be.
    pub issues: Vec<Issue>,
}

/// Imports files. `progress` hears how many records are done, and stops it by giving `false`: what was written by then stays.
///
/// # Errors
/// When a file or the workspace cannot be read, two units fit equally, or it was stopped.
pub fn import(how: &Importing, progress: &mut dyn FnMut(usize) -> bool) -> anyhow::Result<Imported> {
    let mut intake = Intake::open(&how.into)?;
    let schema = store::scan(&how.into, &mut |_| true)?.schema.unwrap_or_else(news_schema);
    let files = store::files_of(&how.files, how.format.ending)?;
    let mut out = Imported::default();
    let unit = match (how.unit, how.format.unit) {
        (Some(unit), _) => {
            out.unit = Some((unit, "as asked for".to_owned()));
            unit
        }
        (None, Some(unit)) => {
            out.unit = Some((unit, "as the format says".to_owned()));
            unit
        }
        (None, None) => {
            let (unit, why) = detect(&files, how.format, &intake)?;
            out.unit = Some((unit, why));
            unit
        }
    };
    let mut failed = None;
    let (mut records, mut spoken) = (0, HashSet::new());
    let mut going = true;
    for path in &files {
        let outcome = each(path, how.format, &mut |found, issues| {
            out.issues.extend(issues);
            for record in found {
                if !going {
                    return;
                }
                spoken.extend(take(&record, &mut intake, &schema, unit, how, path, &mut out));
                records += 1;
                going = progress(records);
            }
        });
        anyhow::ensure!(going, "the import was stopped after {records} records; those are in the workspace");
        if let Err(error) = outcome {
            let hint = "what stands before it was taken in";
            out.issues.push(Issue::new(path.display().to_string(), format!("{error:#}"), hint));
            failed = Some(error);
        }
    }
    if let Some(error) = failed.filter(|_| records == 0) {
        return Err(error);
    }
    out.articles = spoken.len();
    Ok(out)
}

/// Takes in one record; gives the article it speaks of.
fn take(
    record: &Record,
    intake: &mut Intake,
    schema: &Schema,
    unit: Unit,
    how: &Importing,
    path: &Path,
    out: &mut Imported,
) -> Option<Arc<str>> {
    let source = path.file_name().unwrap_or_default().to_string_lossy();
    let now = clock::now();
    let settling = Settling { schema, annotator: &how.annotator, unit, source: &source, now };
    // A record by itself may say what its offsets count; what it does not say is one for all.
    let done = intake.place(record).and_then(|document| {
        let settled = settle(record, &document, &settling);
        out.issues.extend(settled.issues);
        Ok((intake.add(&document, &how.annotator, settled.value)?, document.file))
    });
    match done {
        Ok((new, file)) => {
            out.annotations += new;
            Some(file)
        }
        Err(error) => {
            out.issues.push(Issue::new(&record.place, error.to_string(), "it was left out"));
            None
        }
    }
}

/// Opens a file and takes it apart.
fn each(path: &Path, format: &Format, take: &mut dyn FnMut(Vec<Record>, Vec<Issue>)) -> anyhow::Result<()> {
    let mut file = store::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = || store::beside(path, "txt");
    read(format, &name, &mut *file, &beside, take)
        .with_context(|| format!("{} cannot be read", path.display()))
}

/// The unit that fits the marks of all files.
fn detect(files: &[PathBuf], format: &Format, intake: &Intake) -> anyhow::Result<(Unit, String)> {
    let mut evidence = Evidence::default();
    for path in files {
        let outcome = each(path, format, &mut |records, _| {
            for record in records.iter().filter(|r| r.unit.is_none() && r.sidecar.is_none()) {
                let own = record.text.as_deref().map(SourceText::new);
                let text = own.or_else(|| Some(intake.find(record).ok()??.text));
                if let Some(text) = text {
                    evidence.add(record, &Units::new(&text));
                }
            }
        });
        if let Err(error) = outcome {
            // It is told when the marks are taken in.
            log::debug!("{error:#}");
        }
    }
    match evidence.decide() {
        Detected::Unit(unit, why) => Ok((unit, why)),
        Detected::Ambiguous(units, why) => Err(TwoUnits { units, why }.into()),
    }
}
