//! Labels of other tools, and which of the schema's each becomes.

use super::Mark;
use crate::model::{Annotation, AnnotationKind, AnnotationSet, Schema};

/// Other names of the labels of news: of `OntoNotes`, `CoNLL`, `spaCy` and the like.
const OTHER_NAMES: [(&str, &str); 18] = [
    ("per", "person"),
    ("pers", "person"),
    ("people", "person"),
    ("org", "organization"),
    ("organisation", "organization"),
    ("norp", "organization"),
    ("loc", "location"),
    ("gpe", "location"),
    ("place", "location"),
    ("fac", "location"),
    ("facility", "location"),
    ("evt", "event"),
    ("date", "date-time"),
    ("time", "date-time"),
    ("datetime", "date-time"),
    ("prod", "product"),
    ("weapon", "product"),
    ("equipment", "product"),
];

/// Where the file's own name of a label is kept on an annotation, among the fields that no version knows.
pub(super) const FOREIGN_LABEL: &str = "origin/label";

/// What a file's label becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mapped {
    /// The schema's label, or the file's own where none fits.
    pub(super) label: String,
    pub(super) kind: AnnotationKind,
    /// Whether the schema has it.
    pub(super) is_known: bool,
}

/// The schema's label for a mark's: as the analyst says, by identifier, by name, by another usual name; else the mark's own.
pub(super) fn mapped(mark: &Mark, schema: &Schema, asked: &[(String, String)]) -> Mapped {
    let exactly = asked.iter().find(|(from, _)| *from == mark.label);
    let rule =
        exactly.or_else(|| asked.iter().find(|(from, _)| from.to_lowercase() == mark.label.to_lowercase()));
    if let Some((_, to)) = rule {
        let known = schema.label(to);
        let kind = known.map_or(mark.kind.unwrap_or(AnnotationKind::Entity), |label| label.kind);
        return Mapped { label: to.clone(), kind, is_known: known.is_some() };
    }
    let wanted = mark.label.trim().to_lowercase();
    let slug: String =
        wanted.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-");
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == slug).map(|(_, label)| *label);
    let exact = schema.labels.iter().find(|l| *l.id == *mark.label);
    let fits = |l: &&crate::model::Label| {
        l.id.to_lowercase() == slug || l.name.to_lowercase() == wanted || other.is_some_and(|o| *l.id == *o)
    };
    match exact.or_else(|| schema.labels.iter().find(fits)) {
        Some(label) => {
            Mapped { label: label.id.to_string(), kind: mark.kind.unwrap_or(label.kind), is_known: true }
        }
        None => Mapped {
            label: mark.label.clone(),
            kind: mark.kind.unwrap_or(AnnotationKind::Entity),
            is_known: false,
        },
    }
}

/// What a label of a file becomes in a workspace.
#[must_use]
pub fn label_for(mark: &Mark, schema: &Schema, asked: &[(String, String)]) -> String {
    mapped(mark, schema, asked).label
}

/// Labels of files and what they become, as somebody writes them: `GPE=place, MISC=topic`.
///
/// ```
/// use tippani_corpus::format::exchange::label_pairs;
///
/// let pairs = label_pairs("GPE=place, MISC = topic").unwrap();
/// assert_eq!(pairs[1], ("MISC".to_owned(), "topic".to_owned()));
/// assert!(label_pairs("").unwrap().is_empty());
/// assert!(label_pairs("GPE").is_err() && label_pairs("=place").is_err());
/// ```
///
/// # Errors
/// In words, when a part of it is no pair.
pub fn label_pairs(text: &str) -> Result<Vec<(String, String)>, &'static str> {
    let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let pair = |part: &str| {
        let (from, to) = part.split_once('=')?;
        let pair = (from.trim().to_owned(), to.trim().to_owned());
        Some(pair).filter(|(from, to)| !from.is_empty() && !to.is_empty())
    };
    parts.map(pair).collect::<Option<_>>().ok_or("Write the mapping as GPE=place, MISC=topic")
}

/// Gives imported annotations the labels that they had in the files they came from.
pub fn with_original_labels(set: &mut AnnotationSet) {
    let original = |annotation: &Annotation| {
        let label: String = serde_json::from_str(annotation.extra.get(FOREIGN_LABEL)?).ok()?;
        Some(Annotation { label: label.into(), ..annotation.clone() })
    };
    let changed: Vec<Annotation> = set.annotations().iter().filter_map(|a| original(a)).collect();
    if !changed.is_empty() {
        set.insert_all(changed);
    }
}
