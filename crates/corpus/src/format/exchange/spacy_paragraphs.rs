//! Training data of spaCy's second version: documents of paragraphs, of sentences, of tokens with a tag each.
//!
//! spaCy makes a document of each paragraph, and so is each an article here.

use super::conll::{Layer, Tag};
use super::hf_tokens;
use super::read::Entry;
use super::tree::{Look as _, Tree};
use super::{OffsetUnit, Reading, Record, Remark, doccano};
use crate::model::State;

/// The member that holds the paragraphs of a document.
pub(super) const PARAGRAPHS: &str = "paragraphs";

/// The paragraphs of a document.
pub(super) fn decode(entry: &Entry<'_>, document: &Tree<'_>) -> Reading {
    let mut reading = Reading::default();
    for (n, paragraph) in document.list(PARAGRAPHS).iter().enumerate() {
        let place = format!("{}, paragraph {}", entry.place, n + 1);
        // Later versions write places in the text beside the tokens.
        let raw = paragraph.text("raw");
        if raw.is_some() && !paragraph.list("entities").is_empty() {
            let Reading { records, remarks } =
                doccano::read_line(&Entry { place: &place, ..*entry }, paragraph, raw);
            reading.records.extend(records);
            reading.remarks.extend(remarks);
        } else {
            of_tokens(place, paragraph, raw, &mut reading);
        }
    }
    reading
}

/// A paragraph whose entities are tags of its tokens.
fn of_tokens(place: String, paragraph: &Tree<'_>, raw: Option<String>, reading: &mut Reading) {
    let tokens: Vec<&Tree<'_>> =
        paragraph.list("sentences").iter().flat_map(|sentence| sentence.list("tokens")).collect();
    let words: Vec<&str> =
        tokens.iter().map(|token| token.member("orth").and_then(Tree::as_str).unwrap_or_default()).collect();
    let there = raw.as_deref().and_then(|raw| hf_tokens::found(raw, &words));
    let (text, places) = match (raw, there) {
        (Some(raw), Some(places)) => (raw, places),
        (Some(raw), None) if words.is_empty() => (raw, Vec::new()),
        (Some(raw), None) => {
            let what = "the tokens of a text are not the words in it";
            reading.remarks.push(Remark::new(&place, what, &raw, "the tokens became the text instead"));
            hf_tokens::joined(&words)
        }
        (None, _) => hf_tokens::joined(&words),
    };
    if text.trim().is_empty() {
        reading.remarks.push(Remark::dropped(place, "there is no text", ""));
        return;
    }
    let mut record = Record {
        text: Some(text),
        state: Some(State::Done),
        unit: Some(OffsetUnit::CodePoint),
        place,
        ..Record::default()
    };
    let mut layer = Layer::default();
    for (token, at) in tokens.iter().zip(&places) {
        let tag = token.member("ner").and_then(Tree::as_str).unwrap_or("O");
        let read = Tag::read(tag);
        if read.is_none() {
            let hint = "the word was kept untagged";
            reading.remarks.push(Remark::new(&record.place, "an unknown tag", tag, hint));
        }
        layer.tag(read.unwrap_or(Tag::Outside), *at, &mut record.marks);
    }
    for cat in paragraph.list("cats") {
        if let Some((label, value)) = cat.text("label").zip(cat.member("value")) {
            record.detail(&label, value);
        }
    }
    record.tokens = places;
    reading.records.push(record);
}
