//! Prodigy JSONL: tokens, spans over them, relations, an answer; what spaCy's `DocBin` is made from.
//!
//! Offsets are code points; `token_end` is the last token's index, itself included.

mod decode;

use std::collections::HashMap;

use serde::Serialize;

pub(super) use self::decode::decode;
use super::value::ExtraFields;
use super::{Article, Encoded, FilePiece, OffsetUnit, PieceKind, Token, covering, tokens_and_blanks};
use crate::model::Annotation;
use crate::text::Span;

/// One line: an article with a set.
#[derive(Serialize)]
struct LineShape<'a> {
    text: &'a str,
    tokens: Vec<TokenShape<'a>>,
    spans: &'a [SpanShape<'a>],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationShape<'a>>,
    answer: &'static str,
    meta: MetaShape<'a>,
    #[serde(rename = "_annotator_id")]
    annotator: &'a str,
}

#[derive(Serialize)]
struct TokenShape<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    id: usize,
    ws: bool,
}

#[derive(Serialize)]
struct SpanShape<'a> {
    start: usize,
    end: usize,
    token_start: usize,
    token_end: usize,
    label: &'a str,
    text: &'a str,
    id: &'a str,
    tippani: ExtraFields<'a>,
}

#[derive(Serialize)]
struct RelationShape<'a> {
    head: usize,
    child: usize,
    head_span: &'a SpanShape<'a>,
    child_span: &'a SpanShape<'a>,
    label: &'a str,
}

#[derive(Serialize)]
struct MetaShape<'a> {
    file: &'a str,
    annotator: &'a str,
    state: &'static str,
}

/// A line for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut bytes = Vec::new();
    for set in article.sets {
        let all = set.annotations();
        let words = tokens_and_blanks(article, set, &all.iter().map(AsRef::as_ref));
        let (mut spans, mut heads) = (Vec::with_capacity(all.len()), HashMap::new());
        for annotation in all {
            out.losses.extend(
                article.split(annotation, "each part of a discontinuous annotation is a span of its own"),
            );
            out.annotations += 1;
            for part in annotation.spans.as_slice() {
                heads.entry(&annotation.id).or_insert(spans.len());
                spans.push(shape(article, &words, annotation, *part));
            }
        }
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        let relations = links.into_iter().filter_map(|(relation, to)| {
            let (head, child) = (&spans[*heads.get(&relation.from)?], &spans[*heads.get(to)?]);
            let (label, head_span, child_span) = (&*relation.label, head, child);
            Some(RelationShape { head: head.token_end, child: child.token_end, head_span, child_span, label })
        });
        let line = LineShape {
            text: article.text(),
            tokens: tokens(article.text(), &words),
            spans: &spans,
            relations: relations.collect(),
            answer: "accept",
            meta: MetaShape {
                file: &article.document.file,
                annotator: set.annotator.as_str(),
                state: set.state().name(),
            },
            annotator: set.annotator.as_str(),
        };
        // Writing into memory cannot fail.
        let _ = serde_json::to_writer(&mut bytes, &line);
        bytes.push(b'\n');
    }
    out.pieces.push(FilePiece { path: "prodigy.jsonl".to_owned(), bytes, part: PieceKind::Next });
    out
}

/// The tokens with their offsets; they are all of the text, but for one blank where it is said.
fn tokens<'a>(text: &'a str, words: &[Token]) -> Vec<TokenShape<'a>> {
    let mut at = 0;
    let shape = |(id, word): (usize, &Token)| {
        let (text, start) = (&text[word.range.clone()], at);
        let end = start + text.chars().count();
        at = end + usize::from(word.blank_after);
        TokenShape { text, start, end, id, ws: word.blank_after }
    };
    words.iter().enumerate().map(shape).collect()
}

fn shape<'a>(
    article: &'a Article<'_>,
    words: &[Token],
    annotation: &'a Annotation,
    part: Span,
) -> SpanShape<'a> {
    let (start, end) = article.offsets(OffsetUnit::CodePoint, part);
    let covered = covering(words, &part.range()).unwrap_or_default();
    SpanShape {
        start,
        end,
        token_start: covered.start,
        token_end: covered.end.saturating_sub(1),
        label: &annotation.label,
        text: article.quote(part),
        id: annotation.id.as_str(),
        tippani: ExtraFields::new(article, OffsetUnit::CodePoint, annotation),
    }
}
