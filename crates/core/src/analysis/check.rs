//! What is wrong with an annotator's set, and how each is mended.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{
    Annotation, AnnotationId, AnnotationSet, AttributeSpec, AttributeType, Document, EntityRef, Relation,
    RelationEnd, Schema, Value,
};
use crate::text::{SourceText, Span, shortened, snap};

/// The kinds of [`Finding`]; the name of each is stable, for machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// An edge lies inside a grapheme cluster (UAX #29).
    Misaligned,
    /// A span begins or ends with blanks.
    Blank,
    /// Two annotations of one label stand on the same words.
    Doubled,
    /// The schema has no such label.
    UnknownLabel,
    /// The label carries no such attribute.
    UnknownAttribute,
    /// The attribute has no such value.
    WrongValue,
    /// The schema has no such relation.
    UnknownRelation,
    /// A relation joins annotations that are not there, or whose labels it does not join.
    BrokenRelation,
    /// An annotation has lost its place in an article that was changed.
    LostPlace,
    /// What a verdict is on was changed or deleted since.
    OutdatedVerdict,
    /// One reviewer accepted what another rejected.
    ContradictedVerdict,
}

impl Rule {
    /// Its name: small letters and `-`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Misaligned => "misaligned",
            Self::Blank => "blank",
            Self::Doubled => "doubled",
            Self::UnknownLabel => "unknown-label",
            Self::UnknownAttribute => "unknown-attribute",
            Self::WrongValue => "wrong-value",
            Self::UnknownRelation => "unknown-relation",
            Self::BrokenRelation => "broken-relation",
            Self::LostPlace => "lost-place",
            Self::OutdatedVerdict => "outdated-verdict",
            Self::ContradictedVerdict => "contradicted-verdict",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule it breaks.
    pub rule: Rule,
    /// The annotation, or the relation.
    pub id: AnnotationId,
    /// Where.
    pub span: Option<Span>,
    /// What is wrong, sentence case, no full stop.
    pub what: String,
    /// How it is mended.
    pub repair: String,
}

/// Everything that is wrong with a set, in the order of the text; relations after it.
///
/// ```
/// # use tippani_core::analysis::{Rule, check};
/// # use tippani_core::model::{Document, news_schema};
/// # use tippani_core::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator};
/// # use tippani_core::text::{ByteOffset, SourceText, Span};
/// let text = SourceText::new("Asha met Ravi");
/// let set = |annotator, label| {
///     let span = Span::new(&text, ByteOffset::new(0), ByteOffset::new(4)).unwrap();
///     let (id, now) = (AnnotationId::new("01A"), "2026-01-02T03:04:05Z".parse().unwrap());
///     let mut set = AnnotationSet::new(Annotator::new(annotator).unwrap());
///     set.insert(Annotation::new(id, AnnotationKind::Entity, label, span.into(), now));
///     set
/// };
/// let document = Document { file: "a.txt".into(), text: text.clone(), sha256: "".into(), language: None };
/// let findings = check(&document, &set("asha", "persn"), &news_schema());
/// assert_eq!(findings[0].rule, Rule::UnknownLabel);
/// ```
#[must_use]
pub fn check(document: &Document, set: &AnnotationSet, schema: &Schema) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = HashSet::new();
    for annotation in set.annotations() {
        let mut found = |rule, span, what: String, repair: String| {
            findings.push(Finding { rule, id: annotation.id.clone(), span, what, repair });
        };
        for span in annotation.spans.as_slice() {
            edges(&document.text, *span, &mut found);
        }
        let place = Some(annotation.spans.extent());
        if !seen.insert((&annotation.label, &annotation.spans)) {
            let what = format!("A second “{}” stands on the same words", annotation.label);
            found(Rule::Doubled, place, what, "delete one of the two".to_owned());
        }
        let Some(label) = schema.labels.iter().find(|l| l.id == annotation.label) else {
            let what = format!("The label “{}” is not in the schema", annotation.label);
            found(Rule::UnknownLabel, place, what, "add it to the labels, or choose another".to_owned());
            continue;
        };
        attributes(annotation, &label.attributes, schema, &mut |rule, what, repair| {
            found(rule, place, what, repair);
        });
    }
    findings.extend(set.orphans().map(|orphan| Finding {
        rule: Rule::LostPlace,
        id: orphan.id.clone(),
        span: None,
        what: format!("“{}” has lost its place in the article", shortened(&orphan.quote(), 60)),
        repair: "open the article and give it a place, or delete it".to_owned(),
    }));
    findings.extend(set.relations().filter_map(|relation| joins(relation, set, schema)));
    findings
}

fn edges(text: &SourceText, span: Span, found: &mut impl FnMut(Rule, Option<Span>, String, String)) {
    if !span.is_aligned(text) {
        let (start, end) = snap(text, span.start()..span.end());
        let (start, end) = (text.to_char(start).get(), text.to_char(end).get());
        let what = "An edge lies inside a character as seen".to_owned();
        found(Rule::Misaligned, Some(span), what, format!("widen it to {start}–{end}"));
    }
    let words = text.slice(span);
    let trimmed = words.trim();
    if trimmed.len() < words.len() {
        let first =
            text.to_char(span.start()).get() + words.chars().take_while(|c| c.is_whitespace()).count();
        let repair = if trimmed.is_empty() {
            "delete it".to_owned()
        } else {
            format!("narrow it to {first}–{}", first + trimmed.chars().count())
        };
        found(Rule::Blank, Some(span), "It begins or ends with blanks".to_owned(), repair);
    }
}

fn attributes(
    annotation: &Annotation,
    carried: &[Arc<str>],
    schema: &Schema,
    found: &mut impl FnMut(Rule, String, String),
) {
    for (name, attribute) in &annotation.attributes {
        let spec = schema.attributes.iter().find(|s| s.id == *name).filter(|_| carried.contains(name));
        let Some(spec) = spec else {
            let what = format!("“{}” carries no attribute “{name}”", annotation.label);
            found(Rule::UnknownAttribute, what, "add it to the label, or clear it".to_owned());
            continue;
        };
        if !fits(spec, &attribute.value) {
            let what = format!("The value of “{name}” is none that it takes");
            found(Rule::WrongValue, what, "choose another".to_owned());
        }
    }
}

fn fits(spec: &AttributeSpec, value: &Value) -> bool {
    let choice = |id: &String| spec.options.iter().any(|o| *o.id == **id);
    match (value, spec.kind) {
        (Value::Entity(EntityRef::Unknown), _) => true,
        (Value::Text(id), AttributeType::Choice) => choice(id),
        (Value::Many(ids), AttributeType::MultiChoice) => ids.iter().all(choice),
        (Value::Text(_), AttributeType::Text)
        | (Value::Flag(_), AttributeType::Flag)
        | (Value::Number(_), AttributeType::Number)
        | (Value::Entity(_), AttributeType::Entity) => true,
        _ => false,
    }
}

fn joins(relation: &Relation, set: &AnnotationSet, schema: &Schema) -> Option<Finding> {
    let finding = |rule, what: String, repair: &str| {
        let repair = repair.to_owned();
        Some(Finding { rule, id: relation.id.clone(), span: None, what, repair })
    };
    let broken = |what: &str| {
        let what = format!("“{}” {what}", relation.label);
        finding(Rule::BrokenRelation, what, "delete the relation, or join others")
    };
    let Some(spec) = schema.relations.iter().find(|s| s.id == relation.label) else {
        let what = format!("The relation “{}” is not in the schema", relation.label);
        return finding(Rule::UnknownRelation, what, "add it to the relations, or delete it");
    };
    let placed = |id| set.get(id).map(|annotation| &annotation.label);
    let label = |id| placed(id).or_else(|| set.orphan(id).map(|orphan| &orphan.label));
    let Some(from) = label(&relation.from) else {
        return broken("starts at an annotation that is not there");
    };
    if !spec.from.is_empty() && !spec.from.contains(from) {
        return broken("starts at a label that it does not join");
    }
    let RelationEnd::Here(to) = &relation.to else { return None };
    match label(to) {
        None => broken("ends at an annotation that is not there"),
        Some(to) if !spec.to.is_empty() && !spec.to.contains(to) => {
            broken("ends at a label that it does not join")
        }
        Some(_) => None,
    }
}
