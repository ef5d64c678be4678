//! spaCy's `DocBin` (`.spacy`), what its pipelines are trained on: words, entities without overlaps, and groups of spans.
//!
//! A file for each set. `doc.ents` has the entities that do not overlap, `doc.spans["entities"]` and `doc.spans["claims"]` all
//! marks; parts of one annotation share a span identifier. What spaCy has no place for stands as JSON in `doc.user_data`. Training
//! data in JSON is read too.

mod container;
mod decode;
mod strings;

use serde_json::{Value as Json, json};

use self::container::{FIRST, GroupSpan, OUTSIDE, Row, WITHIN, write};
pub(super) use self::decode::decode;
use self::strings::Written;
use super::value::ExtraFields;
use super::{
    Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, Tagged, Token, covering, tag, tokens_and_blanks,
};
use crate::model::{Annotation, AnnotationKind, AnnotationSet};

/// The groups that are written.
const GROUPS: [(AnnotationKind, &str); 2] =
    [(AnnotationKind::Entity, "entities"), (AnnotationKind::Claim, "claims")];
/// The name under which a document keeps what spaCy has no place for.
const OWN: &str = "tippani";

/// A file for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        if article.text().is_empty() {
            out.losses.push(article.lost_set(set, "an article without words is no document of spaCy's"));
            continue;
        }
        let bytes = file(article, set, &mut out);
        let path = article.path(set.annotator.as_str(), ".spacy");
        out.pieces.push(FilePiece { path, bytes, part: PieceKind::Whole });
    }
    out
}

fn file(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> Vec<u8> {
    let all = || set.annotations().iter().map(AsRef::as_ref);
    let words = tokens_and_blanks(article, set, &all());
    let mut strings = Written::default();
    let entities = all().filter(|a: &&Annotation| a.kind == AnnotationKind::Entity);
    let Tagged { tags, marks } = tag(&words, entities);
    let rows: Vec<Row> = words
        .iter()
        .zip(&tags)
        .map(|(word, tag)| {
            let mut row = [strings.add(&article.text()[word.range.clone()]), OUTSIDE, 0, 0, 0];
            if let Some((is_first, mark)) = tag {
                row[1] = if *is_first { FIRST } else { WITHIN };
                row[2] = strings.add(&mark.label);
                row[3] = mark.entity.as_ref().map_or(0, |entity| strings.add(entity.as_str()));
                row[4] = strings.add(mark.id.as_str());
            }
            (row, word.blank_after)
        })
        .collect();
    for (annotation, _) in marks.iter().filter(|(_, parts)| parts.is_err()) {
        let reason = "a longer entity has its words in `doc.ents`; it is in `doc.spans`";
        out.losses.push(article.loss(annotation, Fate::Flattened, reason));
    }
    let mut groups = Vec::new();
    for (kind, name) in GROUPS {
        let own = all().filter(|a| a.kind == kind);
        let spans: Vec<GroupSpan> = own.flat_map(|a| spans(article, &words, a, &mut strings)).collect();
        if !spans.is_empty() {
            groups.push((name, spans));
        }
    }
    out.annotations += set.annotations().len();
    let is_padded = |a: &&Annotation| {
        a.spans.as_slice().iter().any(|span| article.quote(*span).trim().len() != span.bytes())
    };
    for annotation in all().filter(is_padded) {
        let reason = "spaCy's training leaves out what begins or ends with a blank";
        out.losses.push(article.loss(annotation, Fate::Flattened, reason));
    }
    let data = beside(article, set, out).to_string();
    write(&rows, &groups, &[(OWN, &*data)], strings)
}

/// The parts of an annotation as spans of a group.
fn spans(
    article: &Article<'_>,
    words: &[Token],
    annotation: &Annotation,
    strings: &mut Written,
) -> Vec<GroupSpan> {
    let id = strings.add(annotation.id.as_str());
    let label = strings.add(&annotation.label);
    let entity = annotation.entity.as_ref().map_or(0, |entity| strings.add(entity.as_str()));
    let part = |span: &crate::text::Span| {
        let covered = covering(words, &span.range()).unwrap_or_default();
        let place = article.offsets(OffsetUnit::CodePoint, *span);
        GroupSpan { id, entity, label, tokens: (covered.start, covered.end), place }
    };
    annotation.spans.as_slice().iter().map(part).collect()
}

/// What spaCy has no place for.
fn beside(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> Json {
    let more: Vec<ExtraFields<'_>> =
        set.annotations().iter().map(|a| ExtraFields::with_id(article, OffsetUnit::CodePoint, a)).collect();
    let (links, losses) = article.noted_links(set);
    out.losses.extend(losses);
    let links: Vec<Json> = links
        .into_iter()
        .map(|(relation, to)| {
            json!({
                "id": relation.id.as_str(), "label": &*relation.label,
                "from": relation.from.as_str(), "to": to.as_str(),
                "note": &*relation.note
            })
        })
        .collect();
    json!({
        "file": &*article.document.file, "annotator": set.annotator.as_str(), "state": set.state().name(),
        "marks": more, "relations": links
    })
}
