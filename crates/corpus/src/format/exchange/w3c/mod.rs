//! W3C Web Annotation as JSON-LD: position and quote selectors, motivation, creator.
//! <https://www.w3.org/TR/annotation-model/>
//!
//! The model counts a text's characters as code points (§ 4.2.5).

mod decode;

use std::borrow::Cow;

use serde::Serialize;

pub(super) use self::decode::decode;
use super::value::ExtraFields;
use super::{Article, Encoded, FilePiece, OffsetUnit, PieceKind, entity_files, percent};
use crate::format::sidecar;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, EntityRef};
use crate::text::Span;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The identifier of a page begins so; its annotator and article follow.
const PAGE: &str = "urn:tippani:";

#[derive(Serialize)]
struct PageShape<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    /// Not of the model: how far the annotator is.
    #[serde(rename = "urn:tippani:state")]
    state: &'static str,
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
    Resource {
        r#type: &'static str,
        purpose: &'static str,
        source: Cow<'a, str>,
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
        let id = format!("{PAGE}{}:{source}", set.annotator);
        let page =
            PageShape { context: CONTEXT, id, r#type: "AnnotationPage", state: set.state().name(), items };
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
    if let Some(entity @ EntityRef::Entity(_)) = &annotation.entity {
        let (r#type, purpose) = ("SpecificResource", "identifying");
        body.push(BodyShape::Resource { r#type, purpose, source: entity_files::iri(entity) });
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
