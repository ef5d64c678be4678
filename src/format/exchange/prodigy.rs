//! Prodigy JSONL: tokens, spans over them, relations, an answer; what spaCy's `DocBin` is made from.
//!
//! Offsets are code points; `token_end` is the last token's index, itself included.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::tree::{Look as _, Tree};
use super::{
    Article, Encoded, Fate, Link, Mark, Part, Piece, Record, Unit, covering, tokens_and_blanks, value,
};
use crate::format::Issue;
use crate::text::{ByteOffset, Span};

/// A line for each set.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let mut bytes = Vec::new();
    for set in article.sets {
        let all = set.annotations();
        let words = tokens_and_blanks(article.text(), &all.iter().map(AsRef::as_ref));
        let place = |byte: usize| article.document.text.to_char(ByteOffset::new(byte)).get();
        let token = |(n, t): (usize, &super::Token)| {
            let (start, end) = (place(t.range.start), place(t.range.end));
            json!({ "text": &article.text()[t.range.clone()], "start": start, "end": end, "id": n, "ws": t.blank_after })
        };
        let list: Vec<Json> = words.iter().enumerate().map(token).collect();
        let (mut spans, mut heads) = (Vec::new(), HashMap::new());
        for annotation in all {
            if annotation.spans.as_slice().len() > 1 {
                let reason = "each part of a discontinuous annotation is a span of its own";
                out.losses.push(article.loss(annotation, Fate::Split, reason));
            }
            out.annotations += 1;
            for part in annotation.spans.as_slice() {
                let span = shape(article, &words, annotation, *part);
                heads.entry(annotation.id.clone()).or_insert_with(|| span.clone());
                spans.push(span);
            }
        }
        let (links, losses) = article.links(set);
        out.losses.extend(losses);
        let relations = links.into_iter().filter_map(|(relation, to)| {
            let (head, child) = (heads.get(&relation.from)?, heads.get(to)?);
            Some(json!({
                "head": head["token_end"], "child": child["token_end"],
                "head_span": head, "child_span": child, "label": &*relation.label
            }))
        });
        let relations: Vec<Json> = relations.collect();
        let mut line = json!({
            "text": article.text(), "tokens": list, "spans": spans, "answer": "accept",
            "meta": { "file": &*article.document.file, "annotator": set.annotator.as_str() }
        });
        if !relations.is_empty() {
            line["relations"] = json!(relations);
        }
        bytes.extend_from_slice(line.to_string().as_bytes());
        bytes.push(b'\n');
    }
    out.pieces.push(Piece { path: "prodigy.jsonl".to_owned(), bytes, part: Part::Next });
    out
}

fn shape(
    article: &Article<'_>,
    words: &[super::Token],
    annotation: &crate::model::Annotation,
    part: Span,
) -> Json {
    let (start, end) = article.offsets(Unit::CodePoint, part);
    let mut span = Map::from_iter([
        ("start".to_owned(), json!(start)),
        ("end".to_owned(), json!(end)),
        ("label".to_owned(), json!(&*annotation.label)),
        ("text".to_owned(), json!(article.quote(part))),
        ("id".to_owned(), json!(annotation.id.as_str())),
    ]);
    // A span of blanks alone covers no token.
    if let Some(covered) = covering(words, &part.range()) {
        span.insert("token_start".to_owned(), json!(covered.start));
        span.insert("token_end".to_owned(), json!(covered.end - 1));
    }
    span.insert("tippani".to_owned(), Json::Object(value::rest(article, Unit::CodePoint, annotation)));
    Json::Object(span)
}

/// One line.
pub(super) fn decode(place: &str, json: &Tree<'_>) -> (Option<Record>, Vec<Issue>) {
    let mut issues = Vec::new();
    if let Some(answer) = json.text("answer").filter(|a| a != "accept") {
        issues.push(Issue::new(place, format!("the answer is “{answer}”"), "it was left out"));
        return (None, issues);
    }
    let meta = json.member("meta").unwrap_or(&Tree::Null);
    let mut record = Record {
        place: place.to_owned(),
        file: meta.text("file").or_else(|| meta.text("source")),
        text: json.text("text"),
        annotator: meta.text("annotator").or_else(|| json.text("_annotator_id")),
        unit: Some(Unit::CodePoint),
        ..Record::default()
    };
    let mut by_place = HashMap::new();
    for (n, span) in json.list("spans").iter().enumerate() {
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
            score: span.member("score").or_else(|| json.member("score")).and_then(Tree::as_f64),
            model: meta.text("model").or_else(|| span.text("model")),
            ..Mark::default()
        };
        if let Some(more) = span.member("tippani") {
            value::more(&mut mark, more);
        }
        // Parts of one annotation bear one identifier.
        match record.marks.iter_mut().find(|m| m.id == mark.id) {
            Some(known) => {
                known.spans.extend(mark.spans);
                known.quotes.extend(mark.quotes);
            }
            None => record.marks.push(mark),
        }
    }
    for relation in json.list("relations") {
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
        return (None, issues);
    }
    (Some(record), issues)
}
