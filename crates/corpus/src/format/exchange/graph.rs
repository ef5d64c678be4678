//! A graph of articles, entities, claims and links as JSON-LD: annotations are those of the W3C with their targets, articles those of
//! schema.org, entities concepts of SKOS, claims and what links them words of this program.
//!
//! One file of everything, so that a link from article to article leads somewhere. The context stands in it: no network is needed to
//! read it. Offsets are code points.

use serde_json::{Map, Value as Json, json};

use super::read::{Entry, Input, ReadError};
use super::table::{Direction, Format, Frame};
use super::tree::{Look as _, parse};
use super::{
    Article, Encoded, FilePiece, Mark, OffsetUnit, PieceKind, Reading, Record, entity_files, percent, value,
};
use crate::format::sidecar;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, EntityRef, EntryKey, Relation};

/// What stands before all nodes: what the words mean.
const BEFORE: &[u8] = br#"{"@context":{"oa":"http://www.w3.org/ns/oa#","schema":"https://schema.org/","skos":"http://www.w3.org/2004/02/skos/core#","dcterms":"http://purl.org/dc/terms/","xsd":"http://www.w3.org/2001/XMLSchema#","tippani":"urn:tippani:vocabulary:","id":"@id","type":"@type","hasTarget":"oa:hasTarget","hasBody":{"@id":"oa:hasBody","@type":"@id"},"hasSource":{"@id":"oa:hasSource","@type":"@id"},"hasSelector":"oa:hasSelector","start":{"@id":"oa:start","@type":"xsd:nonNegativeInteger"},"end":{"@id":"oa:end","@type":"xsd:nonNegativeInteger"},"exact":"oa:exact","prefix":"oa:prefix","suffix":"oa:suffix","motivatedBy":{"@id":"oa:motivatedBy","@type":"@id"},"created":{"@id":"dcterms:created","@type":"xsd:dateTime"},"modified":{"@id":"dcterms:modified","@type":"xsd:dateTime"},"creator":{"@id":"dcterms:creator","@type":"@id"},"from":{"@id":"tippani:from","@type":"@id"},"to":{"@id":"tippani:to","@type":"@id"},"file":"tippani:file","label":"tippani:label","layer":"tippani:layer","note":"tippani:note","relation":"tippani:relation","attribute":"tippani:attribute","name":"tippani:name","value":"tippani:value","entity":{"@id":"tippani:entity","@type":"@id"},"evidence":"tippani:evidence","headline":"schema:headline","publisher":"schema:publisher","author":"schema:author","datePublished":"schema:datePublished","url":"schema:url","inLanguage":"schema:inLanguage","prefLabel":"skos:prefLabel","altLabel":"skos:altLabel","definition":"skos:definition"},"@graph":[
"#;

/// The row of the table of formats.
pub(super) const FORMAT: Format = Format {
    id: "graph",
    name: "Graph (JSON-LD)",
    explanation: "Articles, entities, claims and links in one graph, for linked data",
    unit: Some(OffsetUnit::CodePoint),
    encode,
    frame: Frame { before: BEFORE, between: b",\n", after: b"\n]}\n" },
    companions: |_, _| Vec::new(),
    ending: "jsonld",
    input: Input::Lines(decode),
    direction: Direction::Out,
};

/// The nodes of an article, one a line.
fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut nodes = vec![article_node(article)];
    for set in article.sets {
        nodes.push(json!({
            "id": annotator(set), "type": "schema:Person", "schema:identifier": set.annotator.as_str(),
        }));
        for annotation in set.annotations() {
            nodes.push(annotation_node(article, set, annotation));
            nodes.extend(entities(annotation).into_iter().filter_map(|entity| entity_node(article, entity)));
        }
        out.annotations += set.annotations().len();
        nodes.extend(set.relations().flat_map(|relation| link_nodes(article, set, relation)));
    }
    let lines: Vec<String> = nodes.iter().map(Json::to_string).collect();
    let (path, bytes) = ("graph.jsonld".to_owned(), lines.join(",\n").into_bytes());
    out.pieces.push(FilePiece { path, bytes, part: PieceKind::Next });
    out
}

/// An address of what lies in the workspace: letters and digits as they are, all else encoded.
pub(super) fn address(kind: &str, parts: &[&str]) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/');
    let parts: Vec<String> = parts.iter().map(|part| percent::encode(part, plain)).collect();
    format!("urn:tippani:{kind}:{}", parts.join(":"))
}

/// The address of an annotation, whoever's it is and wherever.
pub(super) fn annotation(key: &EntryKey) -> String {
    address("annotation", &[key.annotator.as_str(), &key.file, key.id.as_str()])
}

fn key(article: &Article<'_>, set: &AnnotationSet, id: &crate::model::AnnotationId) -> EntryKey {
    EntryKey::new(&article.document.file, &set.annotator, id)
}

fn annotator(set: &AnnotationSet) -> String {
    address("annotator", &[set.annotator.as_str()])
}

fn article_node(article: &Article<'_>) -> Json {
    let details = article.details;
    let language = article.document.language.as_deref().or(details.and_then(|d| d.language.as_deref()));
    let mut node = Map::new();
    let mut say = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            node.insert(name.to_owned(), json!(value));
        }
    };
    say("id", Some(&address("article", &[&article.document.file])));
    say("type", Some("schema:NewsArticle"));
    say("file", Some(&article.document.file));
    say("inLanguage", language);
    say("headline", details.and_then(|details| details.title.as_deref()));
    say("publisher", details.and_then(|details| details.publisher.as_deref()));
    say("author", details.and_then(|details| details.author.as_deref()));
    say("datePublished", details.and_then(|details| details.date.as_deref()));
    say("url", details.and_then(|details| details.url.as_deref()));
    Json::Object(node)
}

fn annotation_node(article: &Article<'_>, set: &AnnotationSet, annotation: &Annotation) -> Json {
    let targets: Vec<Json> = annotation.spans.as_slice().iter().map(|span| target(article, *span)).collect();
    let is_claim = annotation.kind == AnnotationKind::Claim;
    let types = if is_claim { json!(["oa:Annotation", "schema:Claim"]) } else { json!("oa:Annotation") };
    let mut node = json!({
        "id": self::annotation(&key(article, set, &annotation.id)),
        "type": types,
        "layer": annotation.kind.name(),
        "label": &*annotation.label,
        "motivatedBy": "oa:tagging",
        "creator": annotator(set),
        "hasTarget": targets,
    });
    if let (Some(entity), Json::Object(node)) = (&annotation.entity, &mut node) {
        node.insert("hasBody".to_owned(), json!(named(entity)));
    }
    let attributes: Vec<Json> = annotation
        .attributes
        .iter()
        .map(|(name, value)| {
            let mut attribute = json!({ "name": &**name });
            if let Json::Object(attribute) = &mut attribute {
                match &value.value {
                    crate::model::Value::Entity(entity) => {
                        attribute.insert("entity".to_owned(), json!(named(entity)));
                    }
                    plain => {
                        attribute.insert("value".to_owned(), value::plain(plain));
                    }
                }
                if let Some(evidence) = value.evidence {
                    attribute.insert("evidence".to_owned(), target(article, evidence.span));
                }
            }
            attribute
        })
        .collect();
    if let Json::Object(node) = &mut node {
        if !attributes.is_empty() {
            node.insert("attribute".to_owned(), Json::Array(attributes));
        }
        if !annotation.note.is_empty() {
            node.insert("note".to_owned(), json!(annotation.note));
        }
        for (name, time) in [("created", &annotation.created), ("modified", &annotation.modified)] {
            if let Some(time) = time {
                node.insert(name.to_owned(), json!(time.to_string()));
            }
        }
    }
    node
}

fn target(article: &Article<'_>, span: crate::text::Span) -> Json {
    let (start, end) = article.offsets(OffsetUnit::CodePoint, span);
    let (prefix, suffix) = sidecar::context(&article.document.text, span);
    json!({
        "type": "oa:SpecificResource",
        "hasSource": address("article", &[&article.document.file]),
        "hasSelector": [
            { "type": "oa:TextPositionSelector", "start": start, "end": end },
            { "type": "oa:TextQuoteSelector", "exact": article.quote(span), "prefix": prefix, "suffix": suffix },
        ],
    })
}

/// What an entity is called in a graph: those without an identifier by their name.
fn named(entity: &EntityRef) -> String {
    match entity {
        EntityRef::Entity(_) => entity_files::iri(entity).into_owned(),
        EntityRef::Author => "urn:tippani:vocabulary:author".to_owned(),
        EntityRef::Unknown => "urn:tippani:vocabulary:unknown".to_owned(),
        EntityRef::Name(name) => address("name", &[name]),
    }
}

fn entities(annotation: &Annotation) -> Vec<&EntityRef> {
    let values = annotation.attributes.values().filter_map(|attribute| match &attribute.value {
        crate::model::Value::Entity(entity) => Some(entity),
        _ => None,
    });
    annotation.entity.iter().chain(values).collect()
}

/// Who an entity is; the same wherever it is spoken of.
fn entity_node(article: &Article<'_>, entity: &EntityRef) -> Option<Json> {
    match entity {
        EntityRef::Author | EntityRef::Unknown => None,
        EntityRef::Name(name) => {
            Some(json!({ "id": named(entity), "type": "skos:Concept", "prefLabel": &**name }))
        }
        EntityRef::Entity(id) => {
            let view = article.registry.and_then(|registry| registry.view(id));
            let name = view.map_or_else(|| id.to_string(), |view| view.name);
            Some(json!({ "id": named(entity), "type": "skos:Concept", "prefLabel": name }))
        }
    }
}

/// A link twice: as what it says of its two ends, and as a thing of its own with its note and whose it is.
fn link_nodes(article: &Article<'_>, set: &AnnotationSet, relation: &Relation) -> [Json; 2] {
    let from = self::annotation(&key(article, set, &relation.from));
    let to = self::annotation(&relation.to.key(&article.document.file, &set.annotator));
    let word = address("vocabulary", &[&relation.label]);
    let mut link = json!({
        "id": self::annotation(&key(article, set, &relation.id)),
        "type": "tippani:Link",
        "relation": &*relation.label,
        "from": from,
        "to": to,
        "creator": annotator(set),
    });
    if let (false, Json::Object(link)) = (relation.note.is_empty(), &mut link) {
        link.insert("note".to_owned(), json!(relation.note));
    }
    [json!({ "id": from, (word): { "id": to } }), link]
}

/// A line: a mark, where it is one.
fn decode(entry: &Entry<'_>, line: &str) -> Result<Reading, ReadError> {
    let nothing = Reading { records: Vec::new(), remarks: Vec::new() };
    let line = line.trim_end().trim_end_matches(',');
    // What stands around the nodes.
    if line.ends_with('[') || line == "]}" || line.is_empty() {
        return Ok(nothing);
    }
    let node = parse(line)?;
    let (Some(label), Some(targets)) = (node.text("label"), node.member("hasTarget")) else {
        return Ok(nothing);
    };
    let targets = targets.as_array().into_iter().flatten();
    let (mut spans, mut quotes) = (Vec::new(), Vec::new());
    for selector in targets.filter_map(|target| target.member("hasSelector")?.as_array()) {
        for selector in selector {
            spans.extend(selector.offset("start").zip(selector.offset("end")));
            quotes.extend(selector.text("exact"));
        }
    }
    let mark = Mark { label, spans, quotes, ..Mark::default() };
    let record = Record {
        place: entry.place.to_owned(),
        unit: Some(OffsetUnit::CodePoint),
        marks: vec![mark],
        ..Record::default()
    };
    Ok(Reading { records: vec![record], remarks: Vec::new() })
}
