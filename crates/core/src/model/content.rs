//! What an annotation says, as a hash: equal content, equal hash, on every machine.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::{Annotation, AnnotationSet, EntityRef, Relation, RelationEnd, Value};
use crate::text::Spans;

/// The hash of what an annotation says: layer, label, place, entity, attributes with their evidence.
///
/// Note, origin, times, identifier and unknown fields are not in it: a verdict is about what is said, not about who says it or
/// when. Attributes count in any order. As text it is 32 hexadecimal digits: the first half of a SHA-256.
///
/// [`ContentHash::of`] is the annotation alone; [`ContentHash::in_set`] has the links that start at it too, and is what a
/// verdict is on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash([u8; 16]);

impl ContentHash {
    /// The hash of what `annotation` says.
    ///
    /// ```
    /// # use tippani_core::model::{Annotation, AnnotationId, AnnotationKind, ContentHash};
    /// # use tippani_core::text::{ByteOffset, SourceText, Span};
    /// let text = SourceText::new("Asha met Ravi");
    /// let span = Span::new(&text, ByteOffset::new(0), ByteOffset::new(4))?;
    /// let now = "2026-01-02T03:04:05Z".parse()?;
    /// let mine = Annotation::new(AnnotationId::new("01A"), AnnotationKind::Entity, "person", span.into(), now);
    /// let mut theirs = Annotation { id: AnnotationId::new("01B"), note: "sure".into(), ..mine.clone() };
    /// assert_eq!(ContentHash::of(&mine), ContentHash::of(&theirs));
    /// theirs.label = "location".into();
    /// assert_ne!(ContentHash::of(&mine), ContentHash::of(&theirs));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(annotation: &Annotation) -> Self {
        Self::digest(&content_bytes(annotation))
    }

    /// The hash of what `annotation` says with the links that start at it in its `set`.
    ///
    /// A link counts by its label and by what it ends at: in the set by layer and place, elsewhere by what the link itself
    /// says; never by an identifier of this set. Without links it is [`ContentHash::of`].
    #[must_use]
    pub fn in_set(annotation: &Annotation, set: &AnnotationSet) -> Self {
        let own = set.relations_of(&annotation.id).filter(|relation| relation.from == annotation.id);
        let end = |id: &super::AnnotationId| set.get(id).map(std::convert::AsRef::as_ref);
        Self::with_links(annotation, own, end)
    }

    /// The hash of what `annotation` says with these links, whose ends `end` knows.
    pub fn with_links<'a>(
        annotation: &Annotation,
        links: impl Iterator<Item = &'a Relation>,
        end: impl Fn(&super::AnnotationId) -> Option<&'a Annotation>,
    ) -> Self {
        let mut links: Vec<Vec<u8>> = links.filter_map(|relation| link(relation, &end)).collect();
        if links.is_empty() {
            return Self::of(annotation);
        }
        links.sort_unstable();
        links.dedup();
        let mut bytes = content_bytes(annotation);
        for link in links {
            bytes.extend(link);
        }
        Self::digest(&bytes)
    }

    fn digest(bytes: &[u8]) -> Self {
        let hash = Sha256::digest(bytes);
        let mut half = [0; 16];
        half.copy_from_slice(&hash[..16]);
        Self(half)
    }

    /// The hash that [`ContentHash::to_bytes`] gave.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The hash itself.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 16] {
        self.0
    }
}

/// Whether two annotations say the same: whether [`ContentHash::of`] both is equal, without making it.
#[must_use]
pub fn has_same_content(one: &Annotation, other: &Annotation) -> bool {
    (one.kind, &one.label, &one.spans) == (other.kind, &other.label, &other.spans)
        && entity(one) == entity(other)
        && one.attributes.len() == other.attributes.len()
        && one.attributes.iter().all(|(name, attribute)| {
            let theirs = other.attributes.get(name);
            theirs.is_some_and(|theirs| {
                attribute.evidence == theirs.evidence && is_same_value(&attribute.value, &theirs.value)
            })
        })
}

fn entity(annotation: &Annotation) -> &str {
    annotation.entity.as_ref().map_or("", EntityRef::as_str)
}

fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.to_bits() == other.to_bits(),
        (Value::Entity(one), Value::Entity(other)) => one.as_str() == other.as_str(),
        (one, other) => one == other,
    }
}

/// What an annotation says, in bytes.
fn content_bytes(annotation: &Annotation) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(256);
    text(&mut bytes, annotation.kind.name());
    text(&mut bytes, &annotation.label);
    spans(&mut bytes, &annotation.spans);
    text(&mut bytes, entity(annotation));
    let mut attributes: Vec<_> = annotation.attributes.iter().collect();
    attributes.sort_by_key(|(name, _)| *name);
    number(&mut bytes, attributes.len());
    for (name, attribute) in attributes {
        text(&mut bytes, name);
        value(&mut bytes, &attribute.value);
        number(&mut bytes, attribute.evidence.iter().len());
        if let Some(evidence) = attribute.evidence {
            spans(&mut bytes, &evidence.span.into());
        }
    }
    bytes
}

/// What a link says, in bytes; nothing where its end is not there.
fn link<'a>(
    relation: &Relation,
    end: impl Fn(&super::AnnotationId) -> Option<&'a Annotation>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(64);
    text(&mut bytes, &relation.label);
    match &relation.to {
        RelationEnd::Here(id) => {
            let end = end(id)?;
            bytes.push(b'h');
            text(&mut bytes, end.kind.name());
            spans(&mut bytes, &end.spans);
        }
        RelationEnd::There { file, annotator, annotation } => {
            bytes.push(b't');
            text(&mut bytes, file);
            text(&mut bytes, annotator.as_str());
            text(&mut bytes, annotation.as_str());
        }
    }
    Some(bytes)
}

// Each part says how long it is, so that no two contents give the same bytes.

fn number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend((number as u64).to_le_bytes());
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

fn spans(bytes: &mut Vec<u8>, spans: &Spans) {
    number(bytes, spans.as_slice().len());
    for span in spans.as_slice() {
        number(bytes, span.start().get());
        number(bytes, span.end().get());
    }
}

fn value(bytes: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Text(one) => {
            bytes.push(b't');
            text(bytes, one);
        }
        Value::Many(many) => {
            bytes.push(b'm');
            number(bytes, many.len());
            for one in many {
                text(bytes, one);
            }
        }
        Value::Flag(flag) => bytes.extend([b'f', u8::from(*flag)]),
        Value::Number(number) => {
            bytes.push(b'n');
            bytes.extend(number.to_bits().to_le_bytes());
        }
        Value::Entity(entity) => {
            bytes.push(b'e');
            text(bytes, entity.as_str());
        }
    }
}

/// A text that is no content hash of this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a content hash is 32 hexadecimal digits: {0:?}")]
pub struct ContentHashError(pub String);

impl FromStr for ContentHash {
    type Err = ContentHashError;

    fn from_str(text: &str) -> Result<Self, ContentHashError> {
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let digits = text.len() == 32 && text.bytes().all(is_digit);
        let number = digits.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        number.map(|number| Self(number.to_be_bytes())).ok_or_else(|| ContentHashError(text.to_owned()))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
