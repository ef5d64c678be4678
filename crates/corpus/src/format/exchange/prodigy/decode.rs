//! A line of Prodigy's, or of a tool that writes alike, to a record.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::read::{Entry, ReadError};
use super::super::tree::{Look as _, Tree, check_size, identifier, parse};
use super::super::{Link, Mark, Reading, Record, Remark, value};
use crate::format::article::ArticleKind;
use crate::model::State;

/// What is read of a line: of its tokens only where a span needs them.
#[derive(Deserialize)]
struct Read<'a> {
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    spans: Option<&'a RawValue>,
    #[serde(borrow, default)]
    tokens: Option<&'a RawValue>,
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
    #[serde(borrow, default, rename = "_session_id")]
    session: Option<&'a RawValue>,
    /// A label of the whole text.
    #[serde(borrow, default)]
    label: Option<&'a RawValue>,
    /// The options that were chosen for the whole text.
    #[serde(borrow, default)]
    accept: Option<&'a RawValue>,
    /// What spaCy calls spans.
    #[serde(borrow, default)]
    entities: Option<&'a RawValue>,
}

fn tree(raw: Option<&RawValue>) -> Tree<'_> {
    raw.and_then(|raw| parse(raw.get()).ok()).unwrap_or_default()
}

/// One line.
pub(crate) fn decode(entry: &Entry<'_>, json: &str) -> Result<Reading, ReadError> {
    check_size(json)?;
    let line: Read<'_> = serde_json::from_str(json)?;
    let mut reading = Reading::default();
    let place = entry.place;
    let (meta, spans) = (tree(line.meta), tree(line.spans));
    let all = spans.as_array().unwrap_or_default();
    if let Some(answer) = tree(line.answer).as_str().filter(|answer| *answer != "accept") {
        let what = format!("the answer is “{answer}”");
        reading.remarks.push(Remark::without(place, what, "", all.len()));
        return Ok(reading);
    }
    let entities = tree(line.entities);
    if entities.as_array().is_some_and(|all| !all.is_empty()) {
        let what = "“entities” is spaCy’s format; import it with --from spacy";
        reading.remarks.push(Remark::without(place, what, &entities.show(), entities.each().len()));
    }
    let field = entry.options.text_field.as_deref();
    let source = meta.text("source").filter(|source| ArticleKind::of(source).is_some());
    let named = |raw| identifier(Some(&tree(raw)));
    let text = match field {
        Some(field) => parse(json)?.text(field),
        None => line.text.map(Cow::into_owned),
    };
    let mut record = Record {
        place: place.to_owned(),
        file: meta.text("file").or(source),
        title: meta.text("title"),
        text,
        annotator: meta.text("annotator").or_else(|| named(line.annotator)).or_else(|| named(line.session)),
        // An answer says that somebody looked at it; spans alone are somebody's work too.
        state: (line.answer.is_some() || line.spans.is_some()).then_some(State::Done),
        ..Record::default()
    };
    if let Some(state) = meta.text("state").as_deref().and_then(value::state_of) {
        record.state = Some(state);
    }
    record.details_of(Some(&meta), &["file", "annotator", "state", "model"]);
    for (name, raw) in [("label", line.label), ("accept", line.accept)] {
        record.detail(name, &tree(raw));
    }
    // Tokens are most of a line, and offsets say all that is needed of them.
    let needs_tokens = all.iter().any(|span| span.offset("start").is_none() || span.offset("end").is_none());
    let tokens = if needs_tokens { tree(line.tokens) } else { Tree::Null };
    let score = tree(line.score);
    let model = meta.text("model");
    let (mut by_place, mut known) = (HashMap::new(), HashMap::new());
    for (n, span) in all.iter().enumerate() {
        let Some(mut mark) = mark(span, &tokens) else {
            reading.remarks.push(Remark::without(place, "a span has no offsets or label", &span.show(), 1));
            continue;
        };
        let id = span.text("id").unwrap_or_else(|| format!("s{n}"));
        by_place.insert((mark.spans[0], mark.label.clone()), id.clone());
        mark.id = Some(id);
        mark.score = span.member("score").unwrap_or(&score).as_f64();
        mark.model = model.clone().or_else(|| span.text("model"));
        if let Some(more) = span.member("tippani") {
            value::more(&mut mark, more);
        }
        // Parts of one annotation bear one identifier.
        record.merge(mark, &mut known);
    }
    for relation in tree(line.relations).as_array().unwrap_or_default() {
        let end = |key: &str| {
            let span = relation.member(key)?;
            by_place.get(&((span.offset("start")?, span.offset("end")?), span.text("label")?)).cloned()
        };
        if let (Some(from), Some(to), Some(label)) =
            (end("head_span"), end("child_span"), relation.text("label"))
        {
            let id = relation.text("id");
            record.links.push(Link { id, label, from, to, line: 0, note: String::new() });
        } else {
            let what = "a relation refers to a missing span";
            reading.remarks.push(Remark::dropped(place, what, &relation.show()));
        }
    }
    if record.text.is_none() && record.file.is_none() {
        reading.remarks.push(Remark::without(place, "there is no text", "", record.marks.len()));
        return Ok(reading);
    }
    reading.records.push(record);
    Ok(reading)
}

/// A span by its offsets, or by its tokens where it has none.
fn mark(span: &Tree<'_>, tokens: &Tree<'_>) -> Option<Mark> {
    let edge = |key: &str, of_token: &str, offset: &str| {
        span.offset(key).or_else(|| tokens.as_array()?.get(span.offset(of_token)?)?.offset(offset))
    };
    let part = (edge("start", "token_start", "start")?, edge("end", "token_end", "end")?);
    let quotes = span.text("text").into_iter().collect();
    Some(Mark { label: span.text("label")?, spans: vec![part], quotes, ..Mark::default() })
}
