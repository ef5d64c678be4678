//! One annotation a row, for spreadsheets. Offsets are code points; out only. What would begin a formula is guarded by an
//! apostrophe ([`cell`]).

use serde_json::Value as Json;

use super::{Article, Encoded, FilePiece, Mark, OffsetUnit, PieceKind, Record, cell, value};
use crate::model::Timestamp;

/// The first row.
pub(super) const HEADER: &[u8] =
    b"file,language,annotator,id,layer,label,part,parts,start,end,quote,entity,attributes,note,origin,score,created,modified,entity_name\r\n";

/// A row for each part of each annotation.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for set in article.sets {
        for annotation in set.annotations() {
            out.annotations += 1;
            let attributes = match value::attributes(article, OffsetUnit::CodePoint, annotation) {
                Json::Object(object) if object.is_empty() => String::new(),
                other => other.to_string(),
            };
            let time = |time: &Option<Timestamp>| time.as_ref().map(ToString::to_string).unwrap_or_default();
            let (created, modified) = (time(&annotation.created), time(&annotation.modified));
            let entity_name = article.entity_name(annotation).unwrap_or_default();
            let parts = annotation.spans.as_slice();
            for (n, part) in parts.iter().enumerate() {
                let (start, end) = article.offsets(OffsetUnit::CodePoint, *part);
                let row = [
                    &*cell::guarded(&article.document.file),
                    &cell::guarded(article.document.language.as_deref().unwrap_or_default()),
                    set.annotator.as_str(),
                    &cell::guarded(annotation.id.as_str()),
                    annotation.kind.name(),
                    &cell::guarded(&annotation.label),
                    &(n + 1).to_string(),
                    &parts.len().to_string(),
                    &start.to_string(),
                    &end.to_string(),
                    &cell::guarded(article.quote(*part)),
                    &cell::guarded(annotation.entity.as_ref().map_or("", |e| e.as_str())),
                    &attributes,
                    &cell::guarded(&annotation.note),
                    super::origin_name(annotation.origin.by),
                    &annotation.origin.score.map(|s| s.to_string()).unwrap_or_default(),
                    &created,
                    &modified,
                    &cell::guarded(&entity_name),
                ];
                // Writing into memory cannot fail.
                let _ = rows.write_record(row);
            }
        }
        let reason = "a table of annotations has no relations";
        out.losses.extend(set.relations().map(|relation| article.lost_relation(relation, reason)));
    }
    let bytes = rows.into_inner().unwrap_or_default();
    out.pieces.push(FilePiece { path: "annotations.csv".to_owned(), bytes, part: PieceKind::Next });
    out
}

/// A mark of the article that the first column names; columns are those of label, start, end and quote.
pub(super) fn mark_record(row: &::csv::StringRecord, columns: [usize; 4]) -> Option<Record> {
    let [label, start, end, quote] = columns;
    let place = |n: usize| row.get(n)?.parse::<usize>().ok();
    let mark = Mark {
        label: cell::text(row.get(label)?).to_owned(),
        spans: vec![(place(start)?, place(end)?)],
        quotes: vec![cell::text(row.get(quote)?).to_owned()],
        ..Mark::default()
    };
    let file = row.get(0).map(|file| cell::text(file).to_owned());
    Some(Record { file, unit: Some(OffsetUnit::CodePoint), marks: vec![mark], ..Record::default() })
}

/// One row: a mark. The header is none.
pub(super) fn decode(row: &::csv::StringRecord) -> Option<Record> {
    mark_record(row, [5, 8, 9, 10])
}
