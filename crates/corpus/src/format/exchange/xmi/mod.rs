//! UIMA XMI with its type system, as `INCEpTION` and every tool on UIMA write it.
//!
//! Offsets are UTF-16 code units. It is the CAS of [`super::cas_json`] in XML, which has no control characters.

mod decode;
mod untyped;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value as Json};

pub(super) use self::decode::decode;
use super::cas::SOFA;
use super::xml::{escaped, is_xml};
use super::{Article, Encoded, Fate, FilePiece, PieceKind, cas_json, project};
use crate::model::{AnnotationSet, EntityRef};

/// The file with the types, beside the data.
const TYPE_SYSTEM: &str = "TypeSystem.xml";

/// A file for each set, in the folder of the document as in a project.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        if !is_xml(article.text()) {
            let reason = "the article has a character that XML has not";
            article.lose_set(set, reason, &mut out);
            continue;
        }
        let kept = without_control(article, set, &mut out);
        let cas = cas_json::cas(article, &kept, &mut out);
        let bytes = xmi(&cas).into_bytes();
        let path = project::path(article, &set.annotator, "xmi");
        out.pieces.push(FilePiece { path, bytes, part: PieceKind::Whole });
    }
    if !out.pieces.is_empty() {
        out.pieces.push(project::source(article));
    }
    out
}

/// A set without the annotations whose label or entity XML cannot hold.
fn without_control(article: &Article<'_>, set: &AnnotationSet, out: &mut Encoded) -> AnnotationSet {
    let fits = |a: &crate::model::Annotation| {
        is_xml(&a.label) && a.entity.as_ref().map(EntityRef::as_str).is_none_or(is_xml)
    };
    if set.annotations().iter().all(|a| fits(a)) {
        return set.clone();
    }
    let reason = "its label or entity has a character that XML has not";
    out.losses.extend(
        set.annotations().iter().filter(|a| !fits(a)).map(|a| article.loss(a, Fate::Dropped, reason)),
    );
    let kept = set.annotations().iter().filter(|a| fits(a)).map(|a| a.as_ref().clone()).collect();
    set.clone().with_annotations(kept).0
}

/// The package and the name of a type.
fn parted(kind: &str) -> (&str, &str) {
    kind.rsplit_once('.').unwrap_or(("uima.noNamespace", kind))
}

fn xmi(cas: &Json) -> String {
    let structures = cas["%FEATURE_STRUCTURES"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut prefixes: BTreeMap<&str, String> = BTreeMap::from([("uima.cas", "cas".to_owned())]);
    for structure in structures {
        let (package, _) = parted(structure["%TYPE"].as_str().unwrap_or_default());
        let next = format!("type{}", prefixes.len());
        prefixes.entry(package).or_insert(next);
    }
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"",
    );
    for (package, prefix) in &prefixes {
        let _ = write!(text, " xmlns:{prefix}=\"http:///{}.ecore\"", package.replace('.', "/"));
    }
    text.push_str(" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n");
    // The text after the marks, as UIMA itself writes it.
    let (sofas, marks): (Vec<&Json>, Vec<&Json>) = structures.iter().partition(|s| s["%TYPE"] == SOFA);
    for structure in marks.into_iter().chain(sofas) {
        let (package, name) = parted(structure["%TYPE"].as_str().unwrap_or_default());
        let _ = write!(text, "<{}:{name} xmi:id=\"{}\"", prefixes[package], structure["%ID"]);
        for (key, value) in
            structure.as_object().into_iter().flatten().filter(|(key, _)| !key.starts_with('%'))
        {
            let value = match value {
                Json::String(text) => escaped(text),
                other => other.to_string(),
            };
            let _ = write!(text, " {}=\"{value}\"", key.trim_start_matches('@'));
        }
        text.push_str("/>\n");
    }
    let view = &cas["%VIEWS"]["_InitialView"];
    let members = view["%MEMBERS"].as_array().into_iter().flatten().map(Json::to_string);
    let members = members.collect::<Vec<_>>().join(" ");
    let _ = write!(text, "<cas:View sofa=\"{}\" members=\"{members}\"/>\n</xmi:XMI>\n", view["%SOFA"]);
    text
}

/// The description of the types, which stands beside the data.
pub(super) fn type_system() -> (String, Vec<u8>) {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n",
    );
    let types = cas_json::types();
    for (name, kind) in types.as_object().into_iter().flatten() {
        let supertype = kind["%SUPER_TYPE"].as_str().unwrap_or("uima.tcas.Annotation");
        let _ = write!(
            text,
            "<typeDescription><name>{name}</name><description/><supertypeName>{supertype}</supertypeName><features>"
        );
        let is_feature = |(name, _): &(&String, &Json)| !name.starts_with('%');
        for (name, feature) in kind.as_object().unwrap_or(&Map::new()).iter().filter(is_feature) {
            let range = feature["%RANGE"].as_str().unwrap_or("uima.cas.String");
            let _ = write!(
                text,
                "<featureDescription><name>{name}</name><description/><rangeTypeName>{range}</rangeTypeName></featureDescription>"
            );
        }
        text.push_str("</features></typeDescription>\n");
    }
    text.push_str("</types>\n</typeSystemDescription>\n");
    (TYPE_SYSTEM.to_owned(), text.into_bytes())
}
