//! UIMA CAS JSON 0.4, the way into `INCEpTION`. <https://github.com/apache/uima-uimaj-io-jsoncas>
//!
//! Offsets are UTF-16 code units. Entities are `NamedEntity` of `DKPro` Core; claims and relations have types of their own,
//! and what no feature holds stands in `details` as JSON.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::tree::{Look as _, Tree, identifier};
use super::value::{self, ExtraFields};
use super::{Article, Encoded, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record};
use crate::format::Issue;
use crate::model::{Annotation, AnnotationKind, AnnotationSet};
use crate::text::Span;

const SOFA: &str = "uima.cas.Sofa";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const CLAIM: &str = "tippani.Claim";
const RELATION: &str = "tippani.Relation";
const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
/// The feature structure of the text.
const SOFA_ID: usize = 1;

/// A file for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        let cas = cas(article, set, &mut out);
        let bytes = serde_json::to_vec(&cas).unwrap_or_default();
        out.pieces.push(FilePiece {
            path: article.path(set.annotator.as_str(), ".json"),
            bytes,
            part: PieceKind::Whole,
        });
    }
    out
}

fn cas(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> Json {
    let length = article.text().encode_utf16().count();
    let language = article.document.language.as_deref().unwrap_or("x-unspecified");
    let mut structures = vec![
        json!({
            "%ID": SOFA_ID, "%TYPE": SOFA, "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain",
            "sofaString": article.text()
        }),
        json!({
            "%ID": SOFA_ID + 1, "%TYPE": METADATA, "@sofa": SOFA_ID, "begin": 0, "end": length, "language": language,
            "documentTitle": &*article.document.file, "documentId": set.annotator.as_str()
        }),
    ];
    let mut numbers = HashMap::new();
    for annotation in set.annotations() {
        out.annotations += 1;
        let parts = annotation.spans.as_slice();
        out.losses.extend(
            article.split(annotation, "each part of a discontinuous annotation is an annotation of its own"),
        );
        for part in parts {
            let id = structures.len() + 1;
            numbers.entry(annotation.id.clone()).or_insert(id);
            structures.push(structure(article, annotation, *part, id));
        }
    }
    let (links, losses) = article.links(set);
    out.losses.extend(losses);
    for (relation, to) in links {
        let (from, to) = (numbers[&relation.from], numbers[to]);
        let (begin, end) = (structures[to - 1]["begin"].clone(), structures[to - 1]["end"].clone());
        structures.push(json!({
            "%ID": structures.len() + 1, "%TYPE": RELATION, "@sofa": SOFA_ID, "begin": begin, "end": end,
            "@Governor": from, "@Dependent": to, "label": &*relation.label
        }));
    }
    let members: Vec<usize> = (SOFA_ID + 1..=structures.len()).collect();
    json!({
        "%TYPES": types(),
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": { "_InitialView": { "%SOFA": SOFA_ID, "%MEMBERS": members } }
    })
}

fn structure(article: &Article<'_>, annotation: &Annotation, part: Span, id: usize) -> Json {
    let (begin, end) = article.offsets(OffsetUnit::Utf16, part);
    let details = ExtraFields::with_id(article, OffsetUnit::Utf16, annotation).to_text();
    let mut structure = Map::from_iter([
        ("%ID".to_owned(), json!(id)),
        (
            "%TYPE".to_owned(),
            json!(match annotation.kind {
                AnnotationKind::Entity => ENTITY,
                AnnotationKind::Claim => CLAIM,
            }),
        ),
        ("@sofa".to_owned(), json!(SOFA_ID)),
        ("begin".to_owned(), json!(begin)),
        ("end".to_owned(), json!(end)),
        ("value".to_owned(), json!(&*annotation.label)),
        ("details".to_owned(), Json::String(details)),
    ]);
    if let Some(entity) = &annotation.entity {
        structure.insert("identifier".to_owned(), json!(entity.as_str()));
    }
    Json::Object(structure)
}

/// The types used, with their features.
fn types() -> Json {
    let string = |name: &str| (name.to_owned(), json!({ "%NAME": name, "%RANGE": "uima.cas.String" }));
    let reference =
        |name: &str| (name.to_owned(), json!({ "%NAME": name, "%RANGE": "uima.tcas.Annotation" }));
    let kind = |name: &str, features: Vec<(String, Json)>| {
        let mut object = Map::from_iter([
            ("%NAME".to_owned(), json!(name)),
            ("%SUPER_TYPE".to_owned(), json!("uima.tcas.Annotation")),
        ]);
        object.extend(features);
        (name.to_owned(), Json::Object(object))
    };
    let marks = || vec![string("value"), string("identifier"), string("details")];
    Json::Object(Map::from_iter([
        kind(ENTITY, marks()),
        kind(CLAIM, marks()),
        kind(RELATION, vec![reference("Governor"), reference("Dependent"), string("label")]),
        (
            METADATA.to_owned(),
            json!({
                "%NAME": METADATA, "%SUPER_TYPE": "uima.tcas.DocumentAnnotation",
                "documentTitle": { "%NAME": "documentTitle", "%RANGE": "uima.cas.String" },
                "documentId": { "%NAME": "documentId", "%RANGE": "uima.cas.String" }
            }),
        ),
    ]))
}

/// One file.
pub(super) fn decode(name: &str, json: &Tree<'_>) -> (Option<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    let structures = match json.member("%FEATURE_STRUCTURES") {
        Some(Tree::Array(all)) => all.iter().map(|s| (identifier(s.member("%ID")), s)).collect::<Vec<_>>(),
        Some(Tree::Object(all)) => all.iter().map(|(id, s)| (Some(id.to_owned()), s)).collect(),
        _ => {
            issues.push(Issue::new(name, "it has no feature structures", "it was left out"));
            return (None, issues);
        }
    };
    let mut record = Record { place: name.to_owned(), unit: Some(OffsetUnit::Utf16), ..Record::default() };
    let (mut real, mut known): (HashMap<String, String>, _) = (HashMap::new(), HashMap::new());
    for (id, structure) in &structures {
        let kind = structure.text("%TYPE").unwrap_or_default();
        match kind.as_str() {
            SOFA => record.text = structure.text("sofaString"),
            METADATA => {
                record.file = structure.text("documentTitle");
                record.annotator = structure.text("documentId");
            }
            RELATION => {}
            _ => {
                let label = ["value", "label", "Label"].iter().find_map(|key| structure.text(key));
                let (Some(label), Some(start), Some(end)) =
                    (label, structure.offset("begin"), structure.offset("end"))
                else {
                    // Tokens, sentences and the document itself bear no label.
                    continue;
                };
                let mut mark = Mark { id: id.clone(), label, spans: vec![(start, end)], ..Mark::default() };
                mark.kind = match kind.as_str() {
                    CLAIM => Some(AnnotationKind::Claim),
                    ENTITY => Some(AnnotationKind::Entity),
                    _ => None,
                };
                mark.entity = structure.text("identifier");
                let details = structure.member("details").and_then(Tree::as_str);
                if let Some(details) = details.and_then(|d| serde_json::from_str::<Tree<'_>>(d).ok()) {
                    value::more(&mut mark, &details);
                    if let Some(own) = details.member("id").and_then(Tree::as_str) {
                        real.extend(id.clone().map(|id| (id, own.to_owned())));
                        mark.id = Some(own.to_owned());
                    }
                }
                record.merge(mark, &mut known);
            }
        }
    }
    for (_, structure) in
        structures.iter().filter(|(_, s)| s.member("%TYPE").and_then(Tree::as_str) == Some(RELATION))
    {
        let end =
            |name: &str| identifier(structure.member(name)).map(|id| real.get(&id).cloned().unwrap_or(id));
        match (end("@Governor"), end("@Dependent"), structure.text("label")) {
            (Some(from), Some(to), Some(label)) => record.links.push(Link { label, from, to }),
            _ => issues.push(Issue::new(name, "a relation joins nothing", "it was left out")),
        }
    }
    if record.text.is_none() {
        issues.push(Issue::new(name, "it has no text", "it was left out"));
        return (None, issues);
    }
    (Some(record), issues)
}
