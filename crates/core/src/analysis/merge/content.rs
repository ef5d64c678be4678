//! All of an annotation, but its times, or of a relation as bytes: identifiers are made of them, so they never change.
//!
//! The fields come one after the other, in the order below. A text is its length in bytes and its UTF-8; a list is its length
//! and its elements; what may be missing is a list of none or one. Lengths and the bits of a number (IEEE 754, with one nought)
//! are eight bytes, the least significant first. What an annotation says is
//! the text of its content hash; what is one of several kinds is the word for it. Unknown fields go by their path.
//!
//! The name of a Rust type or variant is nowhere in it.

use sha2::{Digest as _, Sha256};

use crate::model::{Annotation, ContentHash, Extra, OriginKind, Relation, RelationEnd};

/// All of an annotation but its times: clocks have no part in identifiers.
pub(super) fn annotation(annotation: &Annotation) -> Vec<u8> {
    let mut out = Content::default();
    out.text(annotation.id.as_str());
    out.text(&ContentHash::of(annotation).to_string());
    out.text(&annotation.note);
    out.text(match annotation.origin.by {
        OriginKind::Hand => "hand",
        OriginKind::Propagated => "propagated",
        OriginKind::Import => "import",
        OriginKind::Model => "model",
        OriginKind::Adjudicated => "adjudicated",
    });
    out.optional(annotation.origin.from.as_deref(), Content::text);
    out.optional(annotation.origin.score, Content::float);
    out.extra(&annotation.extra);
    // Later versions say more; what does not is as it was.
    if let Some(rule) = annotation.origin.rule.as_deref() {
        out.text(rule);
    }
    out.0
}

/// All of a relation.
pub(super) fn relation(relation: &Relation) -> Vec<u8> {
    let mut out = Content::default();
    out.text(relation.id.as_str());
    out.text(&relation.label);
    out.text(relation.from.as_str());
    match &relation.to {
        RelationEnd::Here(id) => {
            out.text("here");
            out.text(id.as_str());
        }
        RelationEnd::There { file, annotator, annotation } => {
            out.text("there");
            out.text(file);
            out.text(annotator.as_str());
            out.text(annotation.as_str());
        }
    }
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

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
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

    fn extra(&mut self, extra: &Extra) {
        self.number(extra.iter().count());
        for (path, json) in extra.iter() {
            self.text(path);
            self.text(json);
        }
    }
}
