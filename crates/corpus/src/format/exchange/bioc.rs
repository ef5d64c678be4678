//! `BioC` JSON: documents of passages with annotations and relations. <https://bioc.sourceforge.net>
//!
//! Offsets are code points from the begin of the document.

use serde_json::{Map, Value as Json, json};

use super::blanks::Blanks;
use super::read::Entry;
use super::tree::{Look as _, Tree, identifier};
use super::{
    Article, Encoded, Fate, FilePiece, Link, Mark, OffsetUnit, PieceKind, Reading, Record, Remark, value,
};
use crate::model::{AnnotationSet, EntityRef, State, Value};

/// Members of `infons` that name what an annotation or relation is, the first there is.
const LABELS: [&str; 3] = ["type", "label", "relation type"];

/// The label of an annotation of which the infons name none: they are free.
const UNNAMED: &str = "annotation";

/// What stands around the documents.
pub(super) const BEFORE: &[u8] = b"{\"source\": \"tippani\", \"date\": \"\", \"key\": \"tippani.key\", \"version\": \"1.0\", \"infons\": {}, \"documents\": [\n";
pub(super) const AFTER: &[u8] = b"\n]}\n";

/// A document for each set, of one passage.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let documents: Vec<String> =
        article.sets.iter().map(|set| document(article, set, &mut out).to_string()).collect();
    let bytes = documents.join(",\n").into_bytes();
    out.pieces.push(FilePiece { path: "bioc.json".to_owned(), bytes, part: PieceKind::Next });
    out
}

fn document(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> Json {
    let mut annotations = Vec::new();
    for annotation in set.annotations() {
        out.annotations += 1;
        let location = |span: &crate::text::Span| {
            let (start, end) = article.offsets(OffsetUnit::CodePoint, *span);
            json!({ "offset": start, "length": end - start })
        };
        let parts = annotation.spans.as_slice();
        let words: Vec<&str> = parts.iter().map(|span| article.quote(*span)).collect();
        let mut infons = Map::from_iter([("type".to_owned(), json!(&*annotation.label))]);
        if let Some(entity) = &annotation.entity {
            infons.insert("identifier".to_owned(), json!(EntityRef::as_str(entity)));
        }
        if !annotation.note.is_empty() {
            infons.insert("note".to_owned(), json!(annotation.note));
        }
        let mut is_less = false;
        for (name, value) in &annotation.attributes {
            let is_own = ["type", "label", "identifier", "note"].contains(&&**name);
            is_less |= is_own || value.evidence.is_some() || !matches!(value.value, Value::Text(_));
            let text = match value::plain(&value.value) {
                Json::String(text) => text,
                other => other.to_string(),
            };
            if !is_own {
                infons.insert(name.to_string(), json!(text));
            }
        }
        if is_less {
            let reason = "infons are texts: evidence and the type of a value have no place in them";
            out.losses.push(article.loss(annotation, Fate::Flattened, reason));
        }
        annotations.push(json!({
            "id": annotation.id.as_str(), "infons": infons, "text": words.join(" "),
            "locations": parts.iter().map(location).collect::<Vec<_>>()
        }));
    }
    let (links, losses) = article.links(set);
    out.losses.extend(losses);
    let relation = |(relation, to): (&crate::model::Relation, &crate::model::AnnotationId)| {
        json!({
            "id": relation.id.as_str(), "infons": { "type": &*relation.label },
            "nodes": [{ "refid": relation.from.as_str(), "role": "from" }, { "refid": to.as_str(), "role": "to" }]
        })
    };
    let relations: Vec<Json> = links.into_iter().map(relation).collect();
    json!({
        "id": &*article.document.file,
        "infons": { "annotator": set.annotator.as_str(), "state": set.state().name() },
        "passages": [{
            "offset": 0, "infons": {}, "text": article.text(), "sentences": [], "annotations": annotations,
            "relations": relations
        }],
        "annotations": [], "relations": []
    })
}

/// A collection, or a document by itself.
pub(super) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut blanks = Blanks::default();
    for collection in json.each() {
        let documents = match collection.member("documents") {
            Some(all) => all.each(),
            None => std::slice::from_ref(collection),
        };
        for (n, document) in documents.iter().enumerate() {
            let place = format!("{}, document {}", entry.place, n + 1);
            read_document(&place, document, &mut blanks, &mut reading);
        }
    }
    reading
}

fn read_document(place: &str, document: &Tree<'_>, blanks: &mut Blanks, reading: &mut Reading) {
    let infon = |name: &str| document.member("infons")?.text(name);
    let named = identifier(document.member("id"));
    let mut record = Record {
        place: place.to_owned(),
        file: named.clone(),
        title: infon("title").or(named),
        annotator: infon("annotator"),
        state: infon("state").as_deref().and_then(value::state_of).or(Some(State::Done)),
        unit: Some(OffsetUnit::CodePoint),
        ..Record::default()
    };
    record.details_of(document.member("infons"), &["annotator", "state", "title"]);
    let mut layers = vec![document];
    for passage in document.list("passages") {
        layers.push(passage);
        layers.extend(passage.list("sentences"));
    }
    let without = |what: &'static str| {
        let marks = layers.iter().map(|layer| layer.list("annotations").len()).sum();
        Remark::without(place, what, "", marks)
    };
    let passages = document.list("passages");
    if passages.is_empty() {
        reading.remarks.push(without("there is no text"));
        return;
    }
    let Some(text) = text_of(passages, blanks) else {
        reading.remarks.push(without("a text begins far beyond the one before it"));
        return;
    };
    record.text = Some(text);
    for layer in layers {
        read_layer(layer, &mut record, &mut reading.remarks);
    }
    reading.records.push(record);
}

/// The text of passages, each where it says that it begins; nothing where one is too far from the one before.
fn text_of(passages: &[Tree<'_>], blanks: &mut Blanks) -> Option<String> {
    let mut text = String::new();
    let mut chars = 0;
    for passage in passages {
        let sentences = passage.list("sentences");
        let whole = passage.text("text").filter(|text| !text.is_empty());
        let pieces = if whole.is_some() { std::slice::from_ref(passage) } else { sentences };
        for piece in pieces {
            let words = piece.text("text").unwrap_or_default();
            // What stands between passages is not in the file.
            let start = piece.offset("offset").unwrap_or(chars).max(chars);
            blanks.put(&mut text, start - chars)?;
            chars = start + words.chars().count();
            text.push_str(&words);
        }
    }
    Some(text)
}

fn read_layer(layer: &Tree<'_>, record: &mut Record, remarks: &mut Vec<Remark>) {
    for annotation in layer.list("annotations") {
        let part = |location: &Tree<'_>| {
            let start = location.offset("offset")?;
            Some((start, start.checked_add(location.offset("length")?)?))
        };
        let spans =
            annotation.list("locations").iter().map(part).collect::<Option<Vec<_>>>().unwrap_or_default();
        let infons = annotation.member("infons");
        if spans.is_empty() {
            let what = "an annotation has no location";
            remarks.push(Remark::without(&record.place, what, &annotation.show(), 1));
            continue;
        }
        let label = LABELS.iter().find_map(|name| infons?.text(name)).unwrap_or_else(|| {
            let (what, hint) = ("an annotation has no type", "kept; its label is annotation");
            remarks.push(Remark::new(&record.place, what, &annotation.show(), hint));
            UNNAMED.to_owned()
        });
        let quotes = annotation.text("text").filter(|_| spans.len() == 1).into_iter().collect();
        let mut mark =
            Mark { id: identifier(annotation.member("id")), label, spans, quotes, ..Mark::default() };
        if let Some(infons) = infons {
            mark.entity =
                infons.text("identifier").or_else(|| infons.text("Identifier")).filter(|id| !id.is_empty());
            mark.note = infons.text("note").unwrap_or_default();
            value::features(&mut mark, infons, &["type", "label", "identifier", "Identifier", "note"]);
        }
        record.marks.push(mark);
    }
    for relation in layer.list("relations") {
        let infons = relation.member("infons");
        let label = LABELS.iter().find_map(|name| infons?.text(name)).unwrap_or_else(|| "related".to_owned());
        let nodes: Vec<(String, String)> = relation
            .list("nodes")
            .iter()
            .filter_map(|node| {
                Some((identifier(node.member("refid"))?, node.text("role").unwrap_or_default()))
            })
            .collect();
        match nodes.as_slice() {
            [(from, _), (to, _)] => record.links.push(Link {
                id: identifier(relation.member("id")),
                label,
                from: from.clone(),
                to: to.clone(),
                line: 0,
                note: String::new(),
            }),
            _ => {
                remarks.push(Remark::dropped(
                    &record.place,
                    "a relation does not connect two annotations",
                    &relation.show(),
                ));
            }
        }
    }
}
