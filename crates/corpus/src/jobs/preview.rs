//! The first rows of what would go out or come in.

use std::collections::BTreeMap;
use std::io::{BufReader, Read as _};

use anyhow::Context as _;

use super::cancel::CancelToken;
use super::cancelable::Cancelable;
use super::import::{Sources, known_labels};
use super::scan::scan;
use super::{ExportOptions, ImportOptions};
use crate::format::exchange::{
    Article, Detected, FilePiece, Format, Mark, OffsetConverter, OffsetUnit, PieceKind, ReadOptions, Reading,
    Record, Source, UnitEvidence, label_for, read, recognize, with_original_labels,
};
use crate::store;
use crate::text::{ByteOffset, SourceText, Span, shortened};
use crate::words::{say, text};

/// Lines of a preview, and characters of a line.
const MAX_LINES: usize = 12;
const MAX_LINE_CHARS: usize = 500;
/// Bytes of a file that are looked at.
const MAX_PREVIEW_BYTES: u64 = 4 << 20;

/// The first lines that an export would write.
///
/// # Errors
/// When the workspace cannot be read, there is nothing to write, or it was cancelled.
pub fn preview_export(how: &ExportOptions, cancel: &CancelToken) -> anyhow::Result<Vec<String>> {
    let found = scan(&how.path, cancel)?;
    let schema = found.known_schema.schema_or_news();
    let wanted = |annotator| how.annotators.is_empty() || how.annotators.contains(annotator);
    let entry = found.articles.iter().find(|a| {
        how.only.as_ref().is_none_or(|only| only.contains(&a.file)) && a.annotators.iter().any(wanted)
    });
    let entry = entry.context(text("jobs-preview-nobody"))?;
    let annotators: Vec<_> = entry.annotators.iter().filter(|a| wanted(a)).cloned().collect();
    let mut loaded = store::load_sets(&found.root, &entry.file, &annotators)?;
    if how.original_labels {
        loaded.sets.iter_mut().for_each(with_original_labels);
    }
    cancel.check()?;
    let encoded = (how.format.encode)(&Article::new(&loaded.document, &loaded.sets, &schema));
    let piece = encoded.pieces.iter().find(|piece| piece.part != PieceKind::Text);
    let piece = piece.context(text("jobs-preview-nothing"))?;
    if how.format.is_packed() {
        return packed_rows(how.format, piece);
    }
    let bytes = [how.format.head(&piece.path), &piece.bytes].concat();
    let rows = String::from_utf8_lossy(&bytes);
    Ok(rows.lines().take(MAX_LINES).map(|line| shortened(line, MAX_LINE_CHARS).into_owned()).collect())
}

/// The marks of a file that is no text.
fn packed_rows(format: &Format, piece: &FilePiece) -> anyhow::Result<Vec<String>> {
    let (mut rows, options) = (Vec::new(), ReadOptions::default());
    let source = Source { name: &piece.path, beside: &|_| None, options: &options };
    read(format, &source, &mut piece.bytes.as_slice(), &mut |reading| {
        for record in &reading.records {
            rows.extend(marks(record, None, format.unit, &|mark| mark.label.clone()));
        }
    })?;
    Ok(rows)
}

/// The first marks that an import would read.
///
/// # Errors
/// When the files cannot be read, there is nothing in them, or it was cancelled.
pub fn preview_import(how: &ImportOptions, cancel: &CancelToken) -> anyhow::Result<Vec<String>> {
    let sources = Sources::open(&how.files, &|| !cancel.is_cancelled())?;
    let files = sources.files(how.format)?;
    let path = files.first().map(|file| &file.path);
    let path = path.with_context(|| say!("jobs-preview-no-file", ending = how.format.ending))?;
    let file = store::open(path).with_context(|| path.display().to_string())?;
    let mut head = BufReader::new(Cancelable::new(file.take(MAX_PREVIEW_BYTES), cancel));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (mut rows, mut wrong) = (Vec::new(), None);
    let schema = scan(&how.into, cancel)?.known_schema.schema_or_news();
    let (asked, _) = known_labels(how);
    let mut labels: BTreeMap<(String, String), usize> = BTreeMap::new();
    let becomes = |mark: &Mark| {
        let label = label_for(mark, &schema, &asked);
        if label == mark.label { label } else { format!("{} → {label}", mark.label) }
    };
    let beside = |ending: &str| store::beside(path, ending);
    let source = Source { name: &name, beside: &beside, options: &how.read };
    let outcome = read(how.format, &source, &mut head, &mut |Reading { records, remarks }| {
        wrong = wrong.take().or_else(|| remarks.first().map(ToString::to_string));
        for record in records {
            for mark in &record.marks {
                let label = label_for(mark, &schema, &asked);
                *labels.entry((mark.label.clone(), label)).or_default() +=
                    usize::from(!cancel.is_cancelled());
            }
            if rows.len() < MAX_LINES && !cancel.is_cancelled() {
                rows.extend(marks(&record, how.unit, how.format.unit, &becomes));
            }
        }
    });
    cancel.check()?;
    if rows.is_empty() {
        let head = super::import::head(path)?;
        if let Some(other) = recognize(&name, &head).filter(|other| !how.format.looks_like(other)) {
            anyhow::bail!(say!("jobs-preview-looks-like", format = other.name));
        }
        outcome?;
        anyhow::bail!(wrong.unwrap_or_else(|| text("jobs-preview-no-marks").to_owned()));
    }
    rows.truncate(MAX_LINES);
    let changed: Vec<String> = labels
        .iter()
        .filter(|((from, to), _)| from != to)
        .map(|((from, to), count)| format!("{from} → {to} ({count})"))
        .collect();
    if !changed.is_empty() {
        rows.insert(
            0,
            shortened(&say!("jobs-preview-labels", labels = changed.join(", ")), MAX_LINE_CHARS).into_owned(),
        );
    }
    Ok(rows)
}

/// Label, with what it becomes, and words of each mark.
fn marks(
    record: &Record,
    asked: Option<OffsetUnit>,
    usual: Option<OffsetUnit>,
    becomes: &dyn Fn(&Mark) -> String,
) -> Vec<String> {
    let units = record.text.as_deref().map(|text| OffsetConverter::new(&SourceText::new(text)));
    let found = units.as_ref().map(|units| {
        let mut evidence = UnitEvidence::default();
        evidence.add(record, units);
        match usual {
            Some(usual) => Some(evidence.instead_of(usual).map_or(usual, |(unit, _)| unit)),
            None => match evidence.decide() {
                Detected::OffsetUnit(unit, _) => Some(unit),
                Detected::Ambiguous(..) => None,
            },
        }
    });
    let unit = record.unit.or(asked).or(found.flatten()).or(usual).unwrap_or(OffsetUnit::CodePoint);
    let words = |mark: &Mark| {
        let slice = |(start, end): (usize, usize)| {
            let units = units.as_ref()?;
            let place = |at| units.place(unit, at);
            let (start, end): (ByteOffset, ByteOffset) = (place(start)?, place(end)?);
            Some(units.text().slice(Span::new(units.text(), start, end).ok()?).to_owned())
        };
        let quoted = || mark.quotes.first().cloned();
        mark.spans.first().copied().and_then(slice).or_else(quoted).unwrap_or_else(|| "?".to_owned())
    };
    let file = record.file.as_deref().map(|file| format!(" – {file}")).unwrap_or_default();
    record
        .marks
        .iter()
        .take(MAX_LINES)
        .map(|mark| {
            shortened(&format!("{}: {}{file}", becomes(mark), words(mark)), MAX_LINE_CHARS).into_owned()
        })
        .collect()
}
