//! W3C Web Annotation as JSON-LD: position and quote selectors, motivation, creator.
//! <https://www.w3.org/TR/annotation-model/>
//!
//! The model counts a text's characters as code points (§ 4.2.5).

use serde_json::{Map, Value as Json, json};

use super::tree::{Look, Tree};
use super::value;
use super::{Article, Encoded, Link, Mark, Part, Piece, Record, Unit};
use crate::format::{Issue, sidecar};
use crate::model::{Annotation, AnnotationKind, AnnotationSet};
use crate::text::Span;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// A collection for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        let items: Vec<Json> = set.annotations().iter().map(|a| annotation(article, set, a)).collect();
        out.annotations += items.len();
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        let links = links.into_iter().map(|(relation, to)| {
            json!({
                "id": urn(relation.id.as_str()), "type": "Annotation", "motivation": "linking",
                "body": [{ "type": "TextualBody", "purpose": "tagging", "value": &*relation.label }, urn(to.as_str())],
                "target": urn(relation.from.as_str())
            })
        });
        let all: Vec<Json> = items.into_iter().chain(links).collect();
        let page = json!({
            "@context": CONTEXT,
            "id": format!("urn:tippani:{}:{}", set.annotator, percent(&article.document.file)),
            "type": "AnnotationPage",
            "items": all
        });
        let bytes = serde_json::to_vec_pretty(&page).unwrap_or_default();
        out.pieces.push(Piece {
            path: article.path(set.annotator.as_str(), ".jsonld"),
            bytes,
            part: Part::Whole,
        });
    }
    out
}

fn urn(id: &str) -> String {
    format!("urn:ulid:{id}")
}

/// A file's name within an IRI.
fn percent(file: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/');
    file.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn annotation(article: &Article<'_>, set: &AnnotationSet, annotation: &Annotation) -> Json {
    let targets: Vec<Json> = annotation.spans.as_slice().iter().map(|part| target(article, *part)).collect();
    let mut body = vec![json!({ "type": "TextualBody", "purpose": "tagging", "value": &*annotation.label })];
    if !annotation.note.is_empty() {
        body.push(json!({ "type": "TextualBody", "purpose": "commenting", "value": annotation.note }));
    }
    let mut rest = value::rest(article, Unit::CodePoint, annotation);
    rest.remove("note");
    // What the model has no word for stands as JSON, which any reader may skip.
    let more = Json::Object(rest).to_string();
    body.push(json!({ "type": "TextualBody", "purpose": "describing", "format": "application/json", "value": more }));
    let mut object = Map::from_iter([
        ("id".to_owned(), json!(urn(annotation.id.as_str()))),
        ("type".to_owned(), json!("Annotation")),
        (
            "motivation".to_owned(),
            json!(match annotation.kind {
                AnnotationKind::Entity => "identifying",
                AnnotationKind::Claim => "classifying",
            }),
        ),
        ("creator".to_owned(), json!({ "type": "Person", "nickname": set.annotator.as_str() })),
        ("body".to_owned(), Json::Array(body)),
        ("target".to_owned(), if targets.len() == 1 { targets[0].clone() } else { Json::Array(targets) }),
    ]);
    for (key, moment) in [("created", &annotation.created), ("modified", &annotation.modified)] {
        if !moment.as_str().is_empty() {
            object.insert(key.to_owned(), json!(moment.as_str()));
        }
    }
    Json::Object(object)
}

fn target(article: &Article<'_>, part: Span) -> Json {
    let (start, end) = article.offsets(Unit::CodePoint, part);
    let (prefix, suffix) = sidecar::context(&article.document.text, part);
    json!({
        "source": percent(&article.document.file),
        "selector": [
            { "type": "TextPositionSelector", "start": start, "end": end },
            { "type": "TextQuoteSelector", "exact": article.quote(part), "prefix": prefix, "suffix": suffix }
        ]
    })
}

/// One file: a page, a collection, a list, or one annotation.
pub(super) fn decode(name: &str, json: &Tree<'_>) -> (Vec<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut records: Vec<Record> = Vec::new();
    let items = json.member("items").or_else(|| json.below(&["first", "items"])).unwrap_or(json);
    for (n, item) in items.each().iter().enumerate() {
        let place = format!("{name}, item {}", n + 1);
        if item.member("motivation").and_then(Tree::as_str) == Some("linking") {
            match link(item) {
                Some(found) => records.iter_mut().for_each(|r| {
                    if r.marks.iter().any(|m| m.id.as_deref() == Some(&*found.from)) {
                        r.links.push(found.clone());
                    }
                }),
                None => issues.push(Issue::new(place, "the link joins nothing", "it was left out")),
            }
            continue;
        }
        let Some((file, mark)) = mark(item) else {
            issues.push(Issue::new(place, "there is no text position in it", "it was left out"));
            continue;
        };
        let creator = item.below(&["creator", "nickname"]).or_else(|| item.below(&["creator", "name"]));
        let annotator = creator.or_else(|| item.member("creator")).and_then(Tree::as_str).map(str::to_owned);
        let record = records.iter_mut().find(|r| r.file == file && r.annotator == annotator);
        if let Some(record) = record {
            record.marks.push(mark);
        } else {
            let unit = Some(Unit::CodePoint);
            records.push(Record {
                place: name.to_owned(),
                file,
                annotator,
                unit,
                marks: vec![mark],
                ..Record::default()
            });
        }
    }
    (records, issues)
}

fn link(item: &Tree<'_>) -> Option<Link> {
    let id = |json: &Tree<'_>| json.as_str().map(|urn| urn.trim_start_matches("urn:ulid:").to_owned());
    let body = item.member("body")?.each();
    let label = body.iter().find_map(|b| b.member("value")?.as_str())?.to_owned();
    Some(Link { label, from: id(item.member("target")?)?, to: body.iter().find_map(id)? })
}

/// An annotation's file and mark.
fn mark(item: &Tree<'_>) -> Option<(Option<String>, Mark)> {
    let id = item.member("id").and_then(Tree::as_str).map(|id| id.trim_start_matches("urn:ulid:").to_owned());
    let mut mark = Mark { id, ..Mark::default() };
    let mut file = None;
    for target in item.member("target")?.each() {
        let source = target.member("source").and_then(|s| s.as_str().or_else(|| s.member("id")?.as_str()));
        file = source.map(unpercent).or(file);
        for selector in target.member("selector")?.each() {
            match selector.member("type").and_then(Tree::as_str) {
                Some("TextPositionSelector") => {
                    mark.spans.push((selector.offset("start")?, selector.offset("end")?));
                }
                Some("TextQuoteSelector") => mark.quotes.push(selector.member("exact")?.as_str()?.to_owned()),
                _ => {}
            }
        }
    }
    if mark.quotes.len() != mark.spans.len() {
        mark.quotes.clear();
    }
    for body in item.member("body").map(Look::each).unwrap_or_default() {
        let text = body.member("value").and_then(Tree::as_str).or_else(|| body.as_str());
        let purpose = body.member("purpose").and_then(Tree::as_str);
        match (purpose, text) {
            (Some("commenting"), Some(text)) => text.clone_into(&mut mark.note),
            (Some("describing"), Some(text)) => {
                if let Ok(json) = serde_json::from_str::<Tree<'_>>(text) {
                    value::more(&mut mark, &json);
                }
            }
            (_, Some(text)) if mark.label.is_empty() => text.clone_into(&mut mark.label),
            _ => {}
        }
    }
    (!mark.spans.is_empty()).then_some((file, mark))
}

fn unpercent(source: &str) -> String {
    let mut bytes = Vec::with_capacity(source.len());
    let mut rest = source.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|h| std::str::from_utf8(h).ok());
        if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_not_text| source.to_owned())
}
