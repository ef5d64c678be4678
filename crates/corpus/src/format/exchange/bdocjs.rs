//! GATE's `bdocjs`: one JSON document with named annotation sets, which says what its offsets count.
//! <https://gatenlp.github.io/python-gatenlp/>

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::read::Entry;
use super::record::without_nobody;
use super::repeats::{Repeats, left_out};
use super::tree::{Look as _, Tree, identifier};
use super::value::{self, ExtraFields};
use super::{Article, Encoded, FilePiece, Link, Mark, OffsetUnit, PieceKind, Reading, Record, Remark};
use crate::model::State;

/// The type of a relation's annotation.
const RELATION: &str = "tippani-relation";
/// Features of a document that this program writes.
const OWN_FEATURES: [&str; 2] = ["file", "states"];

#[derive(Serialize)]
struct DocumentShape<'a> {
    annotation_sets: BTreeMap<&'a str, SetShape<'a>>,
    text: &'a str,
    features: FileShape<'a>,
    offset_type: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct FileShape<'a> {
    file: &'a str,
    states: BTreeMap<&'a str, &'static str>,
}

#[derive(Serialize)]
struct SetShape<'a> {
    name: &'a str,
    annotations: Vec<MarkShape<'a>>,
    next_annid: usize,
}

#[derive(Serialize)]
struct MarkShape<'a> {
    r#type: &'a str,
    start: usize,
    end: usize,
    id: usize,
    features: FeaturesShape<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum FeaturesShape<'a> {
    Mark(ExtraFields<'a>),
    Relation { label: &'a str, from: &'a str, to: &'a str },
}

/// A document with a set for each annotator.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let (mut sets, mut states) = (BTreeMap::new(), BTreeMap::new());
    for set in article.sets {
        states.insert(set.annotator.as_str(), set.state().name());
        let mut all = Vec::with_capacity(set.annotations().len());
        for annotation in set.annotations() {
            out.annotations += 1;
            let parts = annotation.spans.as_slice();
            out.losses.extend(
                article
                    .split(annotation, "each part of a discontinuous annotation is an annotation of its own"),
            );
            for part in parts {
                let (start, end) = article.offsets(OffsetUnit::CodePoint, *part);
                let features =
                    FeaturesShape::Mark(ExtraFields::with_id(article, OffsetUnit::CodePoint, annotation));
                all.push(MarkShape { r#type: &annotation.label, start, end, id: all.len(), features });
            }
        }
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        for (relation, to) in links {
            let place =
                set.get(&relation.from).map(|a| article.offsets(OffsetUnit::CodePoint, a.spans.first()));
            let (start, end) = place.unwrap_or_default();
            let (label, from, to) = (&*relation.label, relation.from.as_str(), to.as_str());
            let features = FeaturesShape::Relation { label, from, to };
            all.push(MarkShape { r#type: RELATION, start, end, id: all.len(), features });
        }
        let (name, next_annid) = (set.annotator.as_str(), all.len());
        sets.insert(name, SetShape { name, annotations: all, next_annid });
    }
    let own = &*article.document.file;
    let document = DocumentShape {
        annotation_sets: sets,
        text: article.text(),
        features: FileShape { file: own, states },
        offset_type: "p",
        name: own,
    };
    let bytes = serde_json::to_vec(&document).unwrap_or_default();
    out.pieces.push(FilePiece { path: format!("{}.bdocjs", article.stem()), bytes, part: PieceKind::Whole });
    out
}

/// Layers that a pipeline makes, and that are no annotations of anybody.
const OF_PIPELINES: [&str; 4] = ["Token", "SpaceToken", "Split", "Sentence"];

/// One document: a record for each set.
pub(super) fn decode(entry: &Entry<'_>, json: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    let unit = match json.member("offset_type").and_then(Tree::as_str) {
        Some("p") => Some(OffsetUnit::CodePoint),
        Some("j") => Some(OffsetUnit::Utf16),
        _ => None,
    };
    let named = json.text("name").filter(|name| !name.is_empty());
    let file = json.below(&["features", "file"]).and_then(Tree::as_str).map(str::to_owned);
    let Some(sets) =
        json.member("annotation_sets").and_then(Tree::as_object).filter(|_| json.member("text").is_some())
    else {
        let remark = Remark::dropped(entry.place, "it is no document with annotation sets", "");
        reading.remarks.push(remark);
        return reading;
    };
    let mut record = Record {
        place: entry.place.to_owned(),
        file: file.or_else(|| named.clone()),
        title: named,
        text: json.text("text"),
        unit,
        ..Record::default()
    };
    record.details_of(json.member("features"), &OWN_FEATURES);
    let mut states: HashMap<&str, &Tree<'_>> = HashMap::new();
    if let Some(said) = json.below(&["features", "states"]).and_then(Tree::as_object) {
        for (set, state) in said.iter() {
            states.entry(set).or_insert(state);
        }
    }
    let (bytes, mut repeats) = (record.article_bytes(), Repeats::default());
    for (set, content) in sets.iter() {
        if !repeats.take(bytes) {
            let marks = content.list("annotations").len();
            reading.remarks.push(left_out(entry.place, Some(set), marks));
            continue;
        }
        let state = states.get(set).and_then(|state| state.as_str()).and_then(value::state_of);
        let mut record = Record {
            annotator: Some(set.to_owned()).filter(|name| !name.is_empty()),
            state: state.or(Some(State::Done)),
            ..record.clone()
        };
        read_set(content, &mut record, &mut reading.remarks);
        reading.records.push(record);
    }
    // The set without a name is there in every file of GATE.
    without_nobody(&mut reading.records);
    if reading.records.is_empty() {
        reading.records.push(record);
    }
    reading
}

/// The marks and links of a set.
fn read_set(content: &Tree<'_>, record: &mut Record, remarks: &mut Vec<Remark>) {
    let mut known = HashMap::new();
    for annotation in content.list("annotations") {
        let feature = |key: &str| annotation.member("features")?.text(key);
        let label = annotation.text("type");
        if label.as_deref() == Some(RELATION) {
            if let (Some(label), Some(from), Some(to)) = (feature("label"), feature("from"), feature("to")) {
                record.links.push(Link { id: feature("id"), label, from, to, line: 0, note: String::new() });
            } else {
                remarks.push(Remark::dropped(
                    &record.place,
                    "a relation has a missing end",
                    &annotation.show(),
                ));
            }
            continue;
        }
        let (Some(label), Some(start), Some(end)) =
            (label, annotation.offset("start"), annotation.offset("end"))
        else {
            let what = "an annotation has no type or no offsets";
            remarks.push(Remark::without(&record.place, what, &annotation.show(), 1));
            continue;
        };
        if OF_PIPELINES.contains(&&*label) {
            let what = "tokens and sentences are not annotations";
            remarks.push(Remark::without(&record.place, what, &label, 1));
            continue;
        }
        let number = identifier(annotation.member("id"));
        // Those that this program writes have a layer.
        let is_own = feature("kind").as_deref().and_then(value::kind_of).is_some();
        let id = feature("id").filter(|_| is_own).or(number);
        let mut mark = Mark { id, label, spans: vec![(start, end)], ..Mark::default() };
        if let Some(features) = annotation.member("features") {
            if is_own {
                value::more(&mut mark, features);
            } else {
                value::features(&mut mark, features, &[]);
            }
        }
        record.merge(mark, &mut known);
    }
}
