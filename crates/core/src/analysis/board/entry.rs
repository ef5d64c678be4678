//! One annotation of a workspace, with what is needed to show it far from its text.

use std::sync::Arc;

use super::Day;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, Document, EntityRef, EntryKey, Value};
use crate::text::{Granularity, SourceText, Span, previous_grapheme, segment_at, shortened};

/// Characters of a quote that are kept, and of the sentences around it.
const QUOTE_CHARS: usize = 240;
const SENTENCE_CHARS: usize = 600;

/// The attribute that says who makes a claim, in the built-in schema and those made from it.
const CLAIMER: &str = "claimer";

/// An entity that is marked in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Identifier of its label.
    pub label: Arc<str>,
    /// The entity, where it was said.
    pub entity: Option<EntityRef>,
    /// Its words.
    pub words: Arc<str>,
}

/// One annotation of a workspace, with what is needed to show it far from its text.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardEntry {
    /// Which annotation.
    pub key: EntryKey,
    /// Its layer.
    pub kind: AnnotationKind,
    /// Identifier of its label.
    pub label: Arc<str>,
    /// From its first letter to its last, in bytes of the text.
    pub span: Span,
    /// Its words, shortened where they are many.
    pub quote: Arc<str>,
    /// The sentences it stands in, shortened likewise.
    pub sentence: Arc<str>,
    /// BCP 47 language of the article, where it could be told.
    pub language: Option<Arc<str>>,
    /// The day its article was published, where its details say so.
    pub published: Option<Day>,
    /// What its attributes say, in the order given.
    pub attributes: Vec<(Arc<str>, Value)>,
    /// The same annotator's entities in its sentences.
    pub mentions: Vec<Mention>,
}

impl BoardEntry {
    /// An annotation of a set of a document.
    #[must_use]
    pub fn of(document: &Document, set: &AnnotationSet, annotation: &Annotation) -> Self {
        let text = &document.text;
        let span = annotation.spans.extent();
        let around = sentences(text, span);
        let mention = |other: &Annotation| Mention {
            label: other.label.clone(),
            entity: other.entity.clone(),
            words: one_line(&other.spans.quote(text), QUOTE_CHARS),
        };
        let within = set.annotations().within(around.start(), around.end());
        let entities = within.into_iter().filter(|other| other.kind == AnnotationKind::Entity);
        let entities = entities.filter(|other| other.id != annotation.id);
        let values = annotation.attributes.iter().map(|(id, value)| (id.clone(), value.value.clone()));
        Self {
            key: EntryKey::new(&document.file, &set.annotator, &annotation.id),
            kind: annotation.kind,
            label: annotation.label.clone(),
            span,
            quote: one_line(&annotation.spans.quote(text), QUOTE_CHARS),
            sentence: one_line(text.slice(around), SENTENCE_CHARS),
            language: document.language.clone(),
            published: None,
            attributes: values.collect(),
            mentions: match annotation.kind {
                AnnotationKind::Claim => entities.map(|other| mention(other)).collect(),
                AnnotationKind::Entity => Vec::new(),
            },
        }
    }

    /// What an attribute says.
    #[must_use]
    pub fn attribute(&self, id: &str) -> Option<&Value> {
        self.attributes.iter().find(|(known, _)| &**known == id).map(|(_, value)| value)
    }

    /// Who makes the claim, where that was said.
    #[must_use]
    pub fn claimer(&self) -> Option<&EntityRef> {
        match self.attribute(CLAIMER)? {
            Value::Entity(claimer) => Some(claimer),
            Value::Text(_) | Value::Many(_) | Value::Flag(_) | Value::Number(_) => None,
        }
    }
}

/// Shortened to so many characters, on one line.
fn one_line(words: &str, most: usize) -> Arc<str> {
    let words = shortened(words.trim(), most);
    if words.contains(['\n', '\r', '\t']) {
        return words.replace(['\n', '\r', '\t'], " ").into();
    }
    words.into()
}

/// The sentences a span stands in.
fn sentences(text: &SourceText, span: Span) -> Span {
    let of = |at| segment_at(text, at, Granularity::Sentence);
    let start = of(span.start()).map_or(span.start(), |sentence| sentence.start().min(span.start()));
    let last = previous_grapheme(text, span.end()).max(span.start());
    let end = of(last).map_or(span.end(), |sentence| sentence.end().max(span.end()));
    Span::new(text, start, end).unwrap_or(span)
}
