//! An export is read again before it counts as one: every annotation must be found where it was.

use std::collections::{HashMap, HashSet};
use std::io::Read as _;
use std::sync::Arc;

use super::align::{Alignment, same_but_blanks};
use super::read::Input;
use super::{
    Article, Encoded, Fate, Format, Frame, OffsetUnit, PieceKind, ReadOptions, Reading, Record, Source, read,
};
use crate::format::sidecar;

/// An export that does not hold what went into it.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It cannot be read.
    #[error("what was written for {file} cannot be read again: {reason}")]
    Unreadable {
        /// The article.
        file: Arc<str>,
        /// Why not.
        reason: String,
    },
    /// An annotation is not there, or elsewhere.
    #[error("what was written for {file} does not hold “{quote}” ({label}) where it stands")]
    Missing {
        /// The article.
        file: Arc<str>,
        /// The annotation's label.
        label: String,
        /// Its words.
        quote: String,
    },
}

/// Reads the pieces of an article again and looks for every annotation that no loss speaks of.
///
/// Rows of a table are held against the text when the table is read again.
///
/// # Errors
/// When a piece cannot be read, or an annotation is not found by label and words.
pub fn verify(format: &Format, article: &Article<'_>, encoded: &Encoded) -> Result<(), VerifyError> {
    let file = &article.document.file;
    if encoded.pieces.iter().all(|piece| piece.part == PieceKind::Rows) {
        return Ok(());
    }
    if let Input::Page(check) = format.input {
        let unreadable = |reason| VerifyError::Unreadable { file: file.clone(), reason };
        return encoded.pieces.iter().try_for_each(|page| check(article, &page.bytes)).map_err(unreadable);
    }
    let mut found: HashMap<(String, String), usize> = HashMap::new();
    let options = ReadOptions::default();
    for piece in encoded.pieces.iter().filter(|p| p.part != PieceKind::Text) {
        let beside = |_: &str| Some(article.text().as_bytes().to_vec());
        let mut problem = None;
        let mut consume = |Reading { records, remarks }| {
            problem = problem.take().or_else(|| remarks.first().map(ToString::to_string));
            for record in records {
                count(&record, format, article, &mut found);
            }
        };
        let source = Source { name: &piece.path, beside: &beside, options: &options };
        // Elements of one array are read as such.
        let frame = if matches!(format.input, Input::Array(_)) { format.frame } else { Frame::default() };
        let mut bytes = frame.before.chain(piece.bytes.as_slice()).chain(frame.after);
        let outcome = read(format, &source, &mut bytes, &mut consume);
        let reason = outcome.err().map(|error| error.to_string()).or(problem);
        if let Some(reason) = reason {
            return Err(VerifyError::Unreadable { file: file.clone(), reason });
        }
    }
    let changed: HashSet<_> =
        encoded.losses.iter().filter(|l| l.fate != Fate::Flattened).map(|l| &l.id).collect();
    for set in article.sets {
        for annotation in set.annotations().iter().filter(|a| !changed.contains(&a.id)) {
            for span in annotation.spans.as_slice() {
                let (label, quote) = (annotation.label.to_string(), article.quote(*span).to_owned());
                match found.get_mut(&(label.clone(), quote.clone())) {
                    Some(count) if *count > 0 => *count -= 1,
                    _ => return Err(VerifyError::Missing { file: file.clone(), label, quote }),
                }
            }
        }
    }
    Ok(())
}

fn count(
    record: &Record,
    format: &Format,
    article: &Article<'_>,
    found: &mut HashMap<(String, String), usize>,
) {
    let mut add =
        |label: &str, quote: &str| *found.entry((label.to_owned(), quote.to_owned())).or_default() += 1;
    if let Some(json) = &record.sidecar {
        let Ok(decoded) = sidecar::decode(json.as_bytes(), article.document) else { return };
        for annotation in decoded.value.annotations() {
            for span in annotation.spans.as_slice() {
                add(&annotation.label, article.quote(*span));
            }
        }
        return;
    }
    let units = &article.units;
    let alignment = Alignment::new(record.text.as_deref(), units.text());
    let unit = record.unit.or(format.unit).unwrap_or(OffsetUnit::CodePoint);
    for mark in &record.marks {
        for (n, part) in mark.spans.iter().enumerate() {
            let Ok(span) = alignment.place(units, unit, *part) else { continue };
            let found = units.text().slice(span);
            if mark.quotes.get(n).is_none_or(|quote| quote == found || same_but_blanks(quote, found)) {
                add(&mark.label, found);
            }
        }
    }
}
