//! spaCy's training data as JSON: a text with `entities`, each a start, an end and a label.
//!
//! Offsets are code points. What earlier versions had is read too: a list of text and object, and documents of paragraphs.

use serde_json::json;

use super::read::Entry;
use super::tree::{Look as _, Tree};
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, Reading, doccano, spacy_paragraphs};
use crate::text::Span;

/// A line for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut bytes = Vec::new();
    for set in article.sets {
        let mut entities = Vec::new();
        let mut taken: Vec<Span> = Vec::new();
        for annotation in set.annotations() {
            let parts = annotation.spans.as_slice();
            out.losses.extend(
                article.split(annotation, "each part of a discontinuous annotation is an entity of its own"),
            );
            out.losses.extend(article.beyond_labels(annotation));
            let is_padded = |span: &Span| article.quote(*span).trim().len() != span.bytes();
            if parts.iter().any(is_padded) {
                let reason = "spaCy refuses an entity that begins or ends with a blank";
                out.losses.push(article.loss(annotation, Fate::Flattened, reason));
            }
            // Annotations come by their places, so one that was met before reaches furthest.
            if parts.iter().any(|part| taken.last().is_some_and(|last| last.overlaps(*part))) {
                let reason = "spaCy takes no entities that overlap as `doc.ents`, only as spans";
                out.losses.push(article.loss(annotation, Fate::Flattened, reason));
            }
            out.annotations += 1;
            for span in parts {
                let (start, end) = article.offsets(OffsetUnit::CodePoint, *span);
                entities.push(json!([start, end, &*annotation.label]));
                if taken.last().is_none_or(|last| last.end() < span.end()) {
                    taken.push(*span);
                }
            }
        }
        let reason = "entities have no relations";
        out.losses.extend(set.relations().map(|relation| article.lost_relation(relation, reason)));
        let line = json!({
            "text": article.text(), "entities": entities, "file": &*article.document.file,
            "annotator": set.annotator.as_str(), "state": set.state().name()
        });
        bytes.extend_from_slice(line.to_string().as_bytes());
        bytes.push(b'\n');
    }
    out.pieces.push(FilePiece { path: "spacy-json.jsonl".to_owned(), bytes, part: PieceKind::Next });
    out
}

/// One example: an object with its text, or a list of a text and an object; or a document of paragraphs.
pub(super) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    match json.as_array() {
        Some([Tree::Str(text), marks]) => {
            let mut reading = doccano::read_line(entry, marks, Some(text.clone().into_owned()));
            if marks.member("entities").is_none() {
                let what = "an example has no entities";
                reading.remarks.push(super::Remark::dropped(entry.place, what, &marks.show()));
            }
            reading
        }
        _ if json.member(spacy_paragraphs::PARAGRAPHS).is_some() => spacy_paragraphs::decode(entry, json),
        _ => doccano::decode(entry, json),
    }
}
