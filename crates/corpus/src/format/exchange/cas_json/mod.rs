//! UIMA CAS JSON 0.4, the way into `INCEpTION`. <https://github.com/apache/uima-uimaj-io-jsoncas>
//!
//! Offsets are UTF-16 code units. Entities are `NamedEntity` of `DKPro` Core; claims and relations have types of their own,
//! and what no feature holds stands in `details` as JSON.

mod decode;

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

pub(super) use self::decode::decode;
use super::cas::{CLAIM, ENTITY, METADATA, RELATION, SOFA};
use super::value::ExtraFields;
use super::{Article, Encoded, FilePiece, OffsetUnit, PieceKind, entity_files};
use crate::model::{Annotation, AnnotationKind, AnnotationSet};
use crate::text::Span;

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

/// The CAS of a set.
pub(super) fn cas(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> Json {
    let length = article.text().encode_utf16().count();
    let language = article.document.language.as_deref().unwrap_or("x-unspecified");
    let mut structures = vec![
        json!({
            "%ID": SOFA_ID, "%TYPE": SOFA, "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain",
            "sofaString": article.text()
        }),
        json!({
            "%ID": SOFA_ID + 1, "%TYPE": METADATA, "@sofa": SOFA_ID, "begin": 0, "end": length, "language": language,
            "documentTitle": &*article.document.file, "documentId": set.annotator.as_str(),
            "tippani": set.state().name()
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
        structure.insert("identifier".to_owned(), json!(entity_files::iri(entity)));
    }
    Json::Object(structure)
}

/// The types used, with their features.
pub(super) fn types() -> Json {
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
                "documentId": { "%NAME": "documentId", "%RANGE": "uima.cas.String" },
                "tippani": { "%NAME": "tippani", "%RANGE": "uima.cas.String" }
            }),
        ),
    ]))
}
