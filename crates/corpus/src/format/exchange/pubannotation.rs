//! `PubAnnotation` JSON: denotations, relations and attributes of a text. <https://www.pubannotation.org/docs/annotation-format/>
//!
//! Offsets are code points. A document may have tracks, each of them somebody's.

use serde_json::{Value as Json, json};

use super::read::Entry;
use super::record::without_nobody;
use super::repeats::{Repeats, left_out};
use super::tree::{Look as _, Tree, identifier};
use super::{
    Addition, Article, Attachment, Encoded, Fate, FilePiece, Link, Mark, OffsetUnit, PieceKind, Reading,
    Record, Remark, value,
};
use crate::model::{AnnotationSet, EntityRef, State, Value};

/// A document for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let documents: Vec<String> =
        article.sets.iter().map(|set| document(article, set, &mut out).to_string()).collect();
    let bytes = documents.join(",\n").into_bytes();
    out.pieces.push(FilePiece { path: "pubannotation.json".to_owned(), bytes, part: PieceKind::Next });
    out
}

fn document(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> Json {
    let (mut denotations, mut attributes) = (Vec::new(), Vec::new());
    for annotation in set.annotations() {
        out.annotations += 1;
        let parts: Vec<Json> = annotation
            .spans
            .as_slice()
            .iter()
            .map(|span| {
                let (begin, end) = article.offsets(OffsetUnit::CodePoint, *span);
                json!({ "begin": begin, "end": end })
            })
            .collect();
        let span = if let [one] = parts.as_slice() { one.clone() } else { Json::Array(parts) };
        let id = annotation.id.as_str();
        denotations.push(json!({ "id": id, "span": span, "obj": &*annotation.label }));
        let mut attribute = |name: &str, object: Json| {
            let id = format!("A{}", attributes.len() + 1);
            attributes.push(json!({ "id": id, "subj": annotation.id.as_str(), "pred": name, "obj": object }));
        };
        if let Some(entity) = &annotation.entity {
            attribute("entity", json!(EntityRef::as_str(entity)));
        }
        let mut is_less = !annotation.note.is_empty();
        for (name, value) in &annotation.attributes {
            is_less |= value.evidence.is_some() || matches!(value.value, Value::Entity(_));
            attribute(name, value::plain(&value.value));
        }
        if is_less {
            let reason = "the note, evidence, and that a value is an entity have no place in the format";
            out.losses.push(article.loss(annotation, Fate::Flattened, reason));
        }
    }
    let (links, losses) = article.links(set);
    out.losses.extend(losses);
    let relation = |(relation, to): (&crate::model::Relation, &crate::model::AnnotationId)| json!({ "id": relation.id.as_str(), "pred": &*relation.label, "subj": relation.from.as_str(), "obj": to.as_str() });
    let relations: Vec<Json> = links.into_iter().map(relation).collect();
    json!({
        "sourcedb": "tippani", "sourceid": &*article.document.file, "project": set.annotator.as_str(),
        "state": set.state().name(), "text": article.text(), "denotations": denotations, "relations": relations,
        "attributes": attributes
    })
}

/// One document: a record for each track, or for the one there is.
pub(super) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    let named = json.text("sourceid");
    let record = Record {
        place: entry.place.to_owned(),
        file: named.clone(),
        title: json.text("title").or(named),
        text: json.text("text"),
        annotator: json.text("project"),
        state: json.text("state").as_deref().and_then(value::state_of).or(Some(State::Done)),
        ..Record::default()
    };
    if record.text.is_none() {
        let marks = json.list("denotations").len();
        reading.remarks.push(Remark::without(entry.place, "there is no text", "", marks));
        return reading;
    }
    let tracks = json.list("tracks");
    let is_bare = ["denotations", "blocks"].iter().all(|list| json.list(list).is_empty());
    let (bytes, mut repeats) = (record.article_bytes(), Repeats::default());
    for one in tracks.iter().chain((tracks.is_empty() || !is_bare).then_some(json)) {
        if !repeats.take(bytes) {
            let (who, marks) = (one.text("project"), one.list("denotations").len());
            reading.remarks.push(left_out(entry.place, who.as_deref(), marks));
            continue;
        }
        let mut record = Record { annotator: one.text("project"), ..record.clone() };
        read_track(one, &mut record, &mut reading.remarks);
        reading.records.push(record);
    }
    without_nobody(&mut reading.records);
    for one in reading.records.iter_mut().filter(|one| one.annotator.is_none()) {
        one.annotator.clone_from(&record.annotator);
    }
    reading
}

fn read_track(json: &Tree<'_>, record: &mut Record, remarks: &mut Vec<Remark>) {
    for one in json.list("denotations").iter().chain(json.list("blocks")) {
        let pair = |span: &Tree<'_>| Some((span.offset("begin")?, span.offset("end")?));
        let spans =
            one.member("span").and_then(|span| span.each().iter().map(pair).collect::<Option<Vec<_>>>());
        match (spans, one.text("obj")) {
            (Some(spans), Some(label)) if !spans.is_empty() => {
                record.marks.push(Mark { id: identifier(one.member("id")), label, spans, ..Mark::default() });
            }
            _ => remarks.push(Remark::without(
                &record.place,
                "a denotation has no span or no object",
                &one.show(),
                1,
            )),
        }
    }
    for one in json.list("relations") {
        match (one.text("pred"), identifier(one.member("subj")), identifier(one.member("obj"))) {
            (Some(label), Some(from), Some(to)) => {
                record.links.push(Link {
                    id: identifier(one.member("id")),
                    label,
                    from,
                    to,
                    line: 0,
                    note: String::new(),
                });
            }
            _ => remarks.push(Remark::dropped(&record.place, "a relation has a missing end", &one.show())),
        }
    }
    let modified = json.list("modifications").iter().map(|one| (one, one.text("obj"), one.text("pred")));
    for (one, of, name) in modified {
        match (of, name) {
            (Some(to), Some(name)) => {
                record.additions.push(Addition {
                    to,
                    attachment: Attachment::Attribute(name, Value::Flag(true)),
                    line: 0,
                });
            }
            _ => remarks.push(Remark::dropped(&record.place, "a modification is of nothing", &one.show())),
        }
    }
    for one in json.list("attributes") {
        let value = one.member("obj").and_then(value::from_plain);
        match (identifier(one.member("subj")), one.text("pred"), value) {
            (Some(to), Some(name), Some(Value::Text(entity))) if name == "entity" => {
                record.additions.push(Addition { to, attachment: Attachment::Entity(entity), line: 0 });
            }
            (Some(to), Some(name), Some(value)) => {
                record.additions.push(Addition {
                    to,
                    attachment: Attachment::Attribute(name, value),
                    line: 0,
                });
            }
            _ => remarks.push(Remark::dropped(&record.place, "an attribute cannot be read", &one.show())),
        }
    }
}
