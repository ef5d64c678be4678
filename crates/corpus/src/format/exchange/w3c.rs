//! W3C Web Annotation as JSON-LD: position and quote selectors, motivation, creator.
//! <https://www.w3.org/TR/annotation-model/>
//!
//! The model counts a text's characters as code points (§ 4.2.5).

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use indexmap::IndexMap;
use serde::Serialize;

use super::tree::{Look, Tree};
use super::value::{self, ExtraFields};
use super::{Article, Encoded, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record, percent};
use crate::format::{Issue, sidecar};
use crate::model::{Annotation, AnnotationKind, AnnotationSet};
use crate::text::Span;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

#[derive(Serialize)]
struct PageShape<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    items: Vec<ItemShape<'a>>,
}

#[derive(Serialize)]
struct ItemShape<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<CreatorShape<'a>>,
    body: Vec<BodyShape<'a>>,
    target: TargetShape<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
}

#[derive(Serialize)]
struct CreatorShape<'a> {
    r#type: &'static str,
    nickname: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum BodyShape<'a> {
    Text {
        r#type: &'static str,
        purpose: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        format: Option<&'static str>,
        value: Cow<'a, str>,
    },
    Annotation(String),
}

impl<'a> BodyShape<'a> {
    fn text(purpose: &'static str, value: &'a str) -> Self {
        Self::Text { r#type: "TextualBody", purpose, format: None, value: value.into() }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum TargetShape<'a> {
    One(PlaceShape<'a>),
    Many(Vec<PlaceShape<'a>>),
    Annotation(String),
}

#[derive(Serialize)]
struct PlaceShape<'a> {
    source: &'a str,
    selector: (PositionShape, QuoteShape<'a>),
}

#[derive(Serialize)]
struct PositionShape {
    r#type: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct QuoteShape<'a> {
    r#type: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

/// A collection for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let source = iri(&article.document.file);
    for set in article.sets {
        let mut items: Vec<ItemShape<'_>> =
            set.annotations().iter().map(|a| item(article, &source, set, a)).collect();
        out.annotations += items.len();
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        items.extend(links.into_iter().map(|(relation, to)| ItemShape {
            id: urn(relation.id.as_str()),
            r#type: "Annotation",
            motivation: "linking",
            creator: None,
            body: vec![BodyShape::text("tagging", &relation.label), BodyShape::Annotation(urn(to.as_str()))],
            target: TargetShape::Annotation(urn(relation.from.as_str())),
            created: None,
            modified: None,
        }));
        let id = format!("urn:tippani:{}:{source}", set.annotator);
        let page = PageShape { context: CONTEXT, id, r#type: "AnnotationPage", items };
        let path = article.path(set.annotator.as_str(), ".jsonld");
        let bytes = serde_json::to_vec(&page).unwrap_or_default();
        out.pieces.push(FilePiece { path, bytes, part: PieceKind::Whole });
    }
    out
}

fn urn(id: &str) -> String {
    format!("urn:ulid:{id}")
}

/// A file's name within an IRI.
fn iri(file: &str) -> String {
    percent::encode(file, |b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/'))
}

fn item<'a>(
    article: &'a Article<'_>,
    source: &'a str,
    set: &'a AnnotationSet,
    annotation: &'a Annotation,
) -> ItemShape<'a> {
    let place = |part: &Span| {
        let (start, end) = article.offsets(OffsetUnit::CodePoint, *part);
        let (prefix, suffix) = sidecar::context(&article.document.text, *part);
        let quote = QuoteShape { r#type: "TextQuoteSelector", exact: article.quote(*part), prefix, suffix };
        PlaceShape { source, selector: (PositionShape { r#type: "TextPositionSelector", start, end }, quote) }
    };
    let mut body = vec![BodyShape::text("tagging", &annotation.label)];
    if !annotation.note.is_empty() {
        body.push(BodyShape::text("commenting", &annotation.note));
    }
    // What the model has no word for stands as JSON, which any reader may skip.
    let mut rest = ExtraFields::new(article, OffsetUnit::CodePoint, annotation);
    rest.note = "";
    let (format, value) = (Some("application/json"), rest.to_text().into());
    body.push(BodyShape::Text { r#type: "TextualBody", purpose: "describing", format, value });
    ItemShape {
        id: urn(annotation.id.as_str()),
        r#type: "Annotation",
        motivation: match annotation.kind {
            AnnotationKind::Entity => "identifying",
            AnnotationKind::Claim => "classifying",
        },
        creator: Some(CreatorShape { r#type: "Person", nickname: set.annotator.as_str() }),
        body,
        target: match annotation.spans.as_slice() {
            [part] => TargetShape::One(place(part)),
            parts => TargetShape::Many(parts.iter().map(place).collect()),
        },
        created: annotation.created.as_ref().map(ToString::to_string),
        modified: annotation.modified.as_ref().map(ToString::to_string),
    }
}

/// One file: a page, a collection, a list, or one annotation.
pub(super) fn decode(name: &str, json: &Tree<'_>) -> (Vec<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut records: IndexMap<(Option<String>, Option<String>), Record> = IndexMap::new();
    // In which records a mark stands.
    let mut by_id: HashMap<String, BTreeSet<usize>> = HashMap::new();
    let items = json.member("items").or_else(|| json.below(&["first", "items"])).unwrap_or(json);
    for (n, item) in items.each().iter().enumerate() {
        let place = format!("{name}, item {}", n + 1);
        if item.member("motivation").and_then(Tree::as_str) == Some("linking") {
            match link(item) {
                Some(found) => {
                    for at in by_id.get(&found.from).into_iter().flatten() {
                        records[*at].links.push(found.clone());
                    }
                }
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
        let entry = records.entry((file, annotator));
        if let Some(id) = &mark.id {
            by_id.entry(id.clone()).or_default().insert(entry.index());
        }
        let new = |(file, annotator): &(Option<String>, Option<String>)| Record {
            place: name.to_owned(),
            file: file.clone(),
            annotator: annotator.clone(),
            unit: Some(OffsetUnit::CodePoint),
            ..Record::default()
        };
        entry.or_insert_with_key(new).marks.push(mark);
    }
    (records.into_values().collect(), issues)
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
        file = source.map(percent::decode).or(file);
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
