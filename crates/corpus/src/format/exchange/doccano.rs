//! doccano JSONL: `label` for sequence labelling, `entities` and `relations` for relation extraction.
//!
//! doccano's server counts code points; files made by its older browsers count UTF-16, and nothing in the file says so.

use serde_json::{Value as Json, json};

use super::tree::{Look as _, Tree, identifier};
use super::{Article, Encoded, Fate, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record};
use crate::format::Issue;
use crate::model::AnnotationSet;

/// A line for each set, with plain labels.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    lines(article, "doccano.jsonl", |set, out| {
        let mut label = Vec::new();
        for annotation in set.annotations() {
            out.losses.extend(
                article.split(annotation, "each part of a discontinuous annotation is a label of its own"),
            );
            out.losses.extend(article.beyond_labels(annotation));
            out.annotations += 1;
            for span in annotation.spans.as_slice() {
                let (start, end) = article.offsets(OffsetUnit::CodePoint, *span);
                label.push(json!([start, end, &*annotation.label]));
            }
        }
        let relations = set.relations();
        let reason = "plain labels have no relations; export doccano-relations to keep them";
        out.losses.extend(relations.map(|relation| article.lost_relation(relation, reason)));
        json!({ "label": label })
    })
}

/// A line for each set, with entities and relations.
pub(super) fn encode_relations(article: &Article<'_>) -> Encoded {
    lines(article, "doccano-relations.jsonl", |set, out| {
        let (mut entities, mut numbers) = (Vec::new(), std::collections::HashMap::new());
        for annotation in set.annotations() {
            let extent = annotation.spans.extent();
            if annotation.spans.as_slice().len() > 1 {
                let reason = "a discontinuous annotation is one from its first part to its last";
                out.losses.push(article.loss(annotation, Fate::Widened, reason));
            }
            out.losses.extend(article.beyond_labels(annotation));
            out.annotations += 1;
            let (start, end) = article.offsets(OffsetUnit::CodePoint, extent);
            numbers.insert(annotation.id.clone(), entities.len());
            entities.push(json!({
                "id": entities.len(), "label": &*annotation.label, "start_offset": start, "end_offset": end
            }));
        }
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        let relation = |(n, (relation, to)): (usize, (&crate::model::Relation, _))| json!({ "id": n, "from_id": numbers[&relation.from], "to_id": numbers[to], "type": &*relation.label });
        let relations: Vec<Json> = links.into_iter().enumerate().map(relation).collect();
        json!({ "entities": entities, "relations": relations })
    })
}

fn lines(
    article: &Article<'_>,
    file: &str,
    mut marks: impl FnMut(&AnnotationSet, &mut Encoded) -> Json,
) -> Encoded {
    let mut out = Encoded::default();
    let mut bytes = Vec::new();
    for set in article.sets {
        let mut line = json!({ "text": article.text() });
        let marks = marks(set, &mut out);
        if let (Some(line), Json::Object(marks)) = (line.as_object_mut(), marks) {
            line.extend(marks);
            line.insert("file".to_owned(), json!(&*article.document.file));
            line.insert("annotator".to_owned(), json!(set.annotator.as_str()));
        }
        bytes.extend_from_slice(line.to_string().as_bytes());
        bytes.push(b'\n');
    }
    out.pieces.push(FilePiece { path: file.to_owned(), bytes, part: PieceKind::Next });
    out
}

/// One line.
pub(super) fn decode(place: &str, json: &Tree<'_>) -> (Option<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut record = Record {
        place: place.to_owned(),
        file: json.text("file").or_else(|| json.member("meta")?.text("file")),
        text: json.text("text").or_else(|| json.text("data")),
        annotator: json.text("annotator"),
        ..Record::default()
    };
    let labels = if json.list("label").is_empty() { json.list("labels") } else { json.list("label") };
    let mut lost = |what: String| issues.push(Issue::new(place, what, "it was left out"));
    for label in labels {
        match label.as_array().unwrap_or_default() {
            [start, end, Tree::Str(name)] => match (start.number(), end.number()) {
                (Some(start), Some(end)) => {
                    record.marks.push(Mark {
                        label: name.clone().into_owned(),
                        spans: vec![(start, end)],
                        ..Mark::default()
                    });
                }
                _ => lost(format!("the label {} has no offsets", label.show())),
            },
            _ => lost(format!("{} is no label", label.show())),
        }
    }
    for entity in json.list("entities") {
        let name = entity.member("label").and_then(Tree::as_str);
        match (entity.offset("start_offset"), entity.offset("end_offset"), name) {
            (Some(start), Some(end), Some(name)) => record.marks.push(Mark {
                id: identifier(entity.member("id")),
                label: name.to_owned(),
                spans: vec![(start, end)],
                ..Mark::default()
            }),
            _ => lost(format!("{} is no entity", entity.show())),
        }
    }
    for relation in json.list("relations") {
        let label = relation.member("type").and_then(Tree::as_str);
        match (identifier(relation.member("from_id")), identifier(relation.member("to_id")), label) {
            (Some(from), Some(to), Some(label)) => {
                record.links.push(Link { label: label.to_owned(), from, to });
            }
            _ => lost(format!("{} is no relation", relation.show())),
        }
    }
    if record.text.is_none() && record.file.is_none() {
        lost("there is no text".to_owned());
        return (None, issues);
    }
    (Some(record), issues)
}
