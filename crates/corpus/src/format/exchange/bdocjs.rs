//! GATE's `bdocjs`: one JSON document with named annotation sets, which says what its offsets count.
//! <https://gatenlp.github.io/python-gatenlp/>

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::tree::{Look as _, Tree, identifier};
use super::value::{self, ExtraFields};
use super::{Article, Encoded, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record};
use crate::format::Issue;

/// The type of a relation's annotation.
const RELATION: &str = "tippani-relation";

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
    let mut sets = BTreeMap::new();
    for set in article.sets {
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
        features: FileShape { file: own },
        offset_type: "p",
        name: own,
    };
    let bytes = serde_json::to_vec(&document).unwrap_or_default();
    out.pieces.push(FilePiece { path: format!("{}.bdocjs", article.stem()), bytes, part: PieceKind::Whole });
    out
}

/// One document: a record for each set.
pub(super) fn decode(name: &str, json: &Tree<'_>) -> (Vec<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    let unit = match json.member("offset_type").and_then(Tree::as_str) {
        Some("p") => Some(OffsetUnit::CodePoint),
        Some("j") => Some(OffsetUnit::Utf16),
        _ => None,
    };
    let named = json.text("name").filter(|name| !name.is_empty());
    let file = json.below(&["features", "file"]).and_then(Tree::as_str).map(str::to_owned).or(named);
    let Some(sets) =
        json.member("annotation_sets").and_then(Tree::as_object).filter(|_| json.member("text").is_some())
    else {
        issues.push(Issue::new(name, "it is no document with annotation sets", "it was left out"));
        return (Vec::new(), issues);
    };
    let mut records = Vec::new();
    for (set, content) in sets.iter() {
        let annotator = Some(set.to_owned()).filter(|name| !name.is_empty());
        let mut record = Record {
            place: name.to_owned(),
            file: file.clone(),
            text: json.text("text"),
            annotator,
            unit,
            ..Record::default()
        };
        let mut known = HashMap::new();
        let all = content.list("annotations");
        for annotation in all {
            let feature = |key: &str| annotation.member("features")?.text(key);
            let label = annotation.text("type");
            if label.as_deref() == Some(RELATION) {
                if let (Some(label), Some(from), Some(to)) =
                    (feature("label"), feature("from"), feature("to"))
                {
                    record.links.push(Link { label, from, to });
                }
                continue;
            }
            let (Some(label), Some(start), Some(end)) =
                (label, annotation.offset("start"), annotation.offset("end"))
            else {
                issues.push(Issue::new(
                    name,
                    format!("{} is no annotation", annotation.show()),
                    "it was left out",
                ));
                continue;
            };
            let number = identifier(annotation.member("id"));
            let id = feature("id").or(number);
            let mut mark = Mark { id, label, spans: vec![(start, end)], ..Mark::default() };
            if let Some(features) = annotation.member("features") {
                value::more(&mut mark, features);
            }
            record.merge(mark, &mut known);
        }
        records.push(record);
    }
    (records, issues)
}
