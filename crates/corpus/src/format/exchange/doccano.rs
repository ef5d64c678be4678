//! doccano JSONL: `label` for sequence labelling, `entities` and `relations` for relation extraction.
//!
//! doccano's server counts code points; files made by its older browsers count UTF-16, and nothing in the file says so.

use indexmap::IndexMap;
use serde_json::{Value as Json, json};

use super::read::Entry;
use super::repeats::{Repeats, left_out};
use super::tree::{Look as _, Tree, identifier};
use super::{
    Article, Encoded, Fate, FilePiece, Link, Mark, OffsetUnit, PieceKind, Reading, Record, Remark, value,
};
use crate::model::{AnnotationSet, State};

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
            line.insert("state".to_owned(), json!(set.state().name()));
        }
        bytes.extend_from_slice(line.to_string().as_bytes());
        bytes.push(b'\n');
    }
    out.pieces.push(FilePiece { path: file.to_owned(), bytes, part: PieceKind::Next });
    out
}

/// One line: a record for each annotator of it.
///
/// Read are `label` and `labels` (lists of start, end and name), `entities` and `relations`, and `annotations` of earlier
/// versions, whose labels are numbers and which say who made them. Labels of the whole text, comments and `meta` are details of the article.
pub(super) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let text = match entry.options.text_field.as_deref() {
        Some(field) => json.text(field),
        None => json.text("text").or_else(|| json.text("data")),
    };
    read_line(entry, json, text)
}

/// The labels of an object, which are of this text.
pub(super) fn read_line(entry: &Entry<'_>, json: &Tree<'_>, text: Option<String>) -> Reading {
    let place = entry.place;
    let mut reading = Reading::default();
    let has_labels = ["label", "labels", "entities", "annotations"]
        .iter()
        .any(|key| matches!(json.member(key), Some(Tree::Array(_))));
    let mut record = Record {
        place: place.to_owned(),
        file: json.text("file").or_else(|| json.member("meta")?.text("file")),
        title: json.text("title").or_else(|| json.member("meta")?.text("title")),
        text,
        annotator: json.text("annotator"),
        state: has_labels.then_some(State::Done),
        ..Record::default()
    };
    if let Some(state) = json.text("state").as_deref().and_then(value::state_of) {
        record.state = Some(state);
    }
    // Labels of the whole text.
    let mut of_whole: Vec<String> = Vec::new();
    let mut by_user: IndexMap<Option<String>, Vec<Mark>> = IndexMap::new();
    let lists = ["label", "labels", "entities", "annotations"].iter().flat_map(|key| json.list(key));
    for label in lists {
        match mark(label) {
            Some((mark, user)) => by_user.entry(user).or_default().push(mark),
            None if label.as_str().is_some() => of_whole.extend(label.as_str().map(str::to_owned)),
            None => {
                let what = "a label has no offsets or name";
                reading.remarks.push(Remark::without(place, what, &label.show(), 1));
            }
        }
    }
    record.details_of(json.member("meta"), &["file", "title"]);
    for key in ["cats", "Comments", "comments"] {
        if let Some(value) = json.member(key) {
            record.detail(key, value);
        }
    }
    if !of_whole.is_empty() {
        record.details.insert("label".to_owned(), of_whole.join(", "));
    }
    for relation in json.list("relations") {
        let label = relation.member("type").and_then(Tree::as_str);
        match (identifier(relation.member("from_id")), identifier(relation.member("to_id")), label) {
            (Some(from), Some(to), Some(label)) => {
                let id = identifier(relation.member("id"));
                record.links.push(Link {
                    id,
                    label: label.to_owned(),
                    from,
                    to,
                    line: 0,
                    note: String::new(),
                });
            }
            _ => {
                reading.remarks.push(Remark::dropped(
                    place,
                    "a relation has a missing end",
                    &relation.show(),
                ));
            }
        }
    }
    let text_of_label = json.text("label").or_else(|| json.text("labels"));
    record.details.extend(text_of_label.map(|label| ("label".to_owned(), label)));
    if record.text.is_none() && record.file.is_none() {
        let marks = by_user.values().map(Vec::len).sum();
        reading.remarks.push(Remark::without(place, "there is no text", &json.show(), marks));
        return reading;
    }
    let marks = by_user.shift_remove(&None).unwrap_or_default();
    let links = std::mem::take(&mut record.links);
    let (bytes, mut repeats) = (record.article_bytes(), Repeats::default());
    for (annotator, marks) in by_user {
        if repeats.take(bytes) {
            reading.records.push(Record { annotator, marks, ..record.clone() });
        } else {
            reading.remarks.push(left_out(place, annotator.as_deref(), marks.len()));
        }
    }
    if !marks.is_empty() || reading.records.is_empty() {
        reading.records.insert(0, Record { marks, links, ..record });
    }
    reading
}

/// A label with its place, and who made it where that is said.
fn mark(label: &Tree<'_>) -> Option<(Mark, Option<String>)> {
    let mut mark = Mark::default();
    if let [start, end, Tree::Str(name), ..] = label.as_array().unwrap_or_default() {
        mark.spans.push((start.number()?, end.number()?));
        mark.label = name.clone().into_owned();
        return Some((mark, None));
    }
    let start = label.offset("start_offset").or_else(|| label.offset("start"))?;
    let end = label.offset("end_offset").or_else(|| label.offset("end"))?;
    mark.spans.push((start, end));
    mark.id = identifier(label.member("id"));
    mark.label = match label.member("label")? {
        Tree::Object(of) => of.get("text")?.as_str()?.to_owned(),
        other => identifier(Some(other))?,
    };
    Some((mark, identifier(label.member("user"))))
}
