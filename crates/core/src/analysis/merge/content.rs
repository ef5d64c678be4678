//! All of an annotation, but its times, or of a relation as bytes: identifiers and the outcome of merges are made of them, so
//! they never change.
//!
//! The fields come one after the other, in the order below. A text is its length in bytes and its UTF-8; a list is its length
//! and its elements; what may be missing is a list of none or one. Lengths and the bits of a number (IEEE 754, with one nought)
//! are eight bytes, the least significant first. What an annotation says is
//! the text of its content hash; what is one of several kinds is the word for it. Unknown fields go by their path.
//!
//! The name of a Rust type or variant is nowhere in it.

use sha2::{Digest as _, Sha256};

use crate::model::{
    Annotation, AttributeValue, ContentHash, Extra, Origin, Orphan, QuotedSpan, Relation, RelationEnd, Value,
};
use crate::text::Spans;

/// All of an annotation but its times: clocks have no part in identifiers.
pub(super) fn annotation(annotation: &Annotation) -> Vec<u8> {
    let mut out = Content::default();
    out.text(annotation.id.as_str());
    out.text(&ContentHash::of(annotation).to_string());
    out.text(&annotation.note);
    out.origin(&annotation.origin);
    out.extra(&annotation.extra);
    // Later versions say more; what does not is as it was.
    if let Some(rule) = annotation.origin.rule.as_deref() {
        out.text(rule);
    }
    out.0
}

/// What an annotation says and how it came to be, whoever it is called and whatever is noted of it.
pub(super) fn mark(annotation: &Annotation) -> Vec<u8> {
    let mut out = Content::default();
    out.text(&ContentHash::of(annotation).to_string());
    out.0.extend(origin(&annotation.origin));
    out.0
}

/// How an annotation came to be.
pub(super) fn origin(origin: &Origin) -> Vec<u8> {
    let mut out = Content::default();
    out.origin(origin);
    out.optional(origin.rule.as_deref(), Content::text);
    out.0
}

/// Where something stands.
pub(super) fn spans(spans: &Spans) -> Vec<u8> {
    // The most significant first: so that places sort as they stand in the text.
    let ends = spans.as_slice().iter().flat_map(|span| [span.start().get(), span.end().get()]);
    ends.flat_map(|end| (end as u64).to_be_bytes()).collect()
}

/// What an attribute says, and what bears it out.
pub(super) fn attribute(attribute: &AttributeValue) -> Vec<u8> {
    let mut out = Content(value(&attribute.value));
    out.optional(attribute.evidence, |out, evidence| out.0.extend(spans(&evidence.span.into())));
    out.0
}

/// A value of an attribute.
pub(super) fn value(value: &Value) -> Vec<u8> {
    let mut out = Content::default();
    match value {
        Value::Text(one) => {
            out.text("text");
            out.text(one);
        }
        Value::Many(many) => {
            out.text("many");
            for one in many {
                out.text(one);
            }
        }
        Value::Flag(flag) => out.text(if *flag { "yes" } else { "no" }),
        Value::Number(number) => {
            out.text("number");
            out.float(*number);
        }
        Value::Entity(entity) => {
            out.text("entity");
            out.text(entity.as_str());
        }
    }
    out.0
}

/// All of an annotation without a place, but its identifier, its times and unknown fields.
pub(super) fn orphan(orphan: &Orphan) -> Vec<u8> {
    let mut out = Content::default();
    out.text(orphan.kind.name());
    out.text(&orphan.label);
    out.bytes(&old_place(orphan));
    out.optional(orphan.entity.as_ref(), |out, entity| out.text(entity.as_str()));
    out.number(orphan.attributes.len());
    for (name, own) in &orphan.attributes {
        out.text(name);
        out.bytes(&value(own));
    }
    out.text(&orphan.note);
    out.bytes(&origin(&orphan.origin));
    out.0
}

/// Where an annotation without a place stood, with the words that bear its attributes out.
pub(super) fn old_place(orphan: &Orphan) -> Vec<u8> {
    let mut out = Content::default();
    out.text(&orphan.source);
    out.number(orphan.parts.len());
    for part in &orphan.parts {
        out.quoted(part);
    }
    out.number(orphan.evidence.len());
    for (name, quoted) in &orphan.evidence {
        out.text(name);
        out.quoted(quoted);
    }
    out.0
}

/// Unknown fields.
pub(super) fn extra(extra: &Extra) -> Vec<u8> {
    let mut out = Content::default();
    out.extra(extra);
    out.0
}

/// Where a relation starts and ends.
pub(super) fn ends(relation: &Relation) -> Vec<u8> {
    let mut out = Content::default();
    out.ends(relation);
    out.0
}

/// All of a relation.
pub(super) fn relation(relation: &Relation) -> Vec<u8> {
    let mut out = Content::default();
    out.text(relation.id.as_str());
    out.text(&relation.label);
    out.ends(relation);
    out.extra(&relation.extra);
    // Relations had none once: one without is the same content as then.
    if !relation.note.is_empty() {
        out.text(&relation.note);
    }
    out.0
}

/// The first eight bytes of the SHA-256 of content, the most significant first.
pub(super) fn hash(content: &[u8]) -> u64 {
    Sha256::digest(content).iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Content under way.
#[derive(Default)]
struct Content(Vec<u8>);

impl Content {
    fn number(&mut self, number: usize) {
        self.0.extend((number as u64).to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn quoted(&mut self, quoted: &QuotedSpan) {
        self.number(quoted.start.get());
        self.number(quoted.end.get());
        for text in [&quoted.quote, &quoted.before, &quoted.after] {
            self.text(text);
        }
    }

    fn float(&mut self, number: f64) {
        // Nought has two signs, and both are nought.
        self.0.extend((number + 0.0).to_bits().to_le_bytes());
    }

    fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.number(usize::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn origin(&mut self, origin: &Origin) {
        self.text(origin.by.name());
        self.optional(origin.from.as_deref(), Self::text);
        self.optional(origin.score, Self::float);
    }

    fn ends(&mut self, relation: &Relation) {
        self.text(relation.from.as_str());
        match &relation.to {
            RelationEnd::Here(id) => {
                self.text("here");
                self.text(id.as_str());
            }
            RelationEnd::There { file, annotator, annotation } => {
                self.text("there");
                self.text(file);
                self.text(annotator.as_str());
                self.text(annotation.as_str());
            }
        }
    }

    fn extra(&mut self, extra: &Extra) {
        self.number(extra.iter().count());
        for (path, json) in extra.iter() {
            self.text(path);
            self.text(json);
        }
    }
}
