//! Prodigy JSONL: tokens, spans over them, relations, an answer; what spaCy's `DocBin` is made from.
//!
//! Offsets are code points; `token_end` is the last token's index, itself included.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::tree::{Look as _, Tree, parse};
use super::value::{self, ExtraFields};
use super::{
    Article, Encoded, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record, Token, covering,
    tokens_and_blanks,
};
use crate::format::Issue;
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
}

/// A line for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut bytes = Vec::new();
    for set in article.sets {
        let all = set.annotations();
        let words = tokens_and_blanks(article, &all.iter().map(AsRef::as_ref));
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
            meta: MetaShape { file: &article.document.file, annotator: set.annotator.as_str() },
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

/// What is read of a line: all but its tokens.
#[derive(Deserialize)]
struct Read<'a> {
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    spans: Option<&'a RawValue>,
    #[serde(borrow, default)]
    relations: Option<&'a RawValue>,
    #[serde(borrow, default)]
    answer: Option<&'a RawValue>,
    #[serde(borrow, default)]
    meta: Option<&'a RawValue>,
    #[serde(borrow, default)]
    score: Option<&'a RawValue>,
    #[serde(borrow, default, rename = "_annotator_id")]
    annotator: Option<&'a RawValue>,
}

fn tree(raw: Option<&RawValue>) -> Tree<'_> {
    raw.and_then(|raw| parse(raw.get()).ok()).unwrap_or_default()
}

/// One line.
pub(super) fn decode(place: &str, json: &str) -> serde_json::Result<(Vec<Record>, Vec<Issue>)> {
    let line: Read<'_> = serde_json::from_str(json)?;
    let own = |raw| tree(raw).as_str().map(str::to_owned);
    let mut issues = Vec::new();
    if let Some(answer) = own(line.answer).filter(|a| a != "accept") {
        issues.push(Issue::new(place, format!("the answer is “{answer}”"), "it was left out"));
        return Ok((Vec::new(), issues));
    }
    let meta = tree(line.meta);
    let mut record = Record {
        place: place.to_owned(),
        file: meta.text("file").or_else(|| meta.text("source")),
        text: line.text.map(Cow::into_owned),
        annotator: meta.text("annotator").or_else(|| own(line.annotator)),
        unit: Some(OffsetUnit::CodePoint),
        ..Record::default()
    };
    let (spans, relations, score) = (tree(line.spans), tree(line.relations), tree(line.score));
    let (mut by_place, mut known) = (HashMap::new(), HashMap::new());
    for (n, span) in spans.as_array().unwrap_or_default().iter().enumerate() {
        let (Some(start), Some(end), Some(label)) =
            (span.offset("start"), span.offset("end"), span.text("label"))
        else {
            issues.push(Issue::new(place, format!("{} is no span", span.show()), "it was left out"));
            continue;
        };
        let id = span.text("id").unwrap_or_else(|| format!("s{n}"));
        by_place.insert((start, end, label.clone()), id.clone());
        let mut mark = Mark {
            id: Some(id),
            label,
            spans: vec![(start, end)],
            quotes: span.text("text").into_iter().collect(),
            score: span.member("score").unwrap_or(&score).as_f64(),
            model: meta.text("model").or_else(|| span.text("model")),
            ..Mark::default()
        };
        if let Some(more) = span.member("tippani") {
            value::more(&mut mark, more);
        }
        // Parts of one annotation bear one identifier.
        record.merge(mark, &mut known);
    }
    for relation in relations.as_array().unwrap_or_default() {
        let end = |key: &str| {
            let span = relation.member(key)?;
            by_place.get(&(span.offset("start")?, span.offset("end")?, span.text("label")?)).cloned()
        };
        match (end("head_span"), end("child_span"), relation.text("label")) {
            (Some(from), Some(to), Some(label)) => record.links.push(Link { label, from, to }),
            _ => {
                issues.push(Issue::new(place, "a relation joins no spans that are there", "it was left out"));
            }
        }
    }
    if record.text.is_none() && record.file.is_none() {
        issues.push(Issue::new(place, "there is no text", "it was left out"));
        return Ok((Vec::new(), issues));
    }
    Ok((vec![record], issues))
}
