//! What a file of another tool says, before it is held against a text.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::OffsetUnit;
use crate::model::{AnnotationKind, Value};

/// One article as a file has it, with one annotator's or model's marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Where it stands in the file: `line 12`, `task 3`.
    pub place: String,
    /// The article's file, where it is named.
    pub file: Option<String>,
    /// The article's text, where it is there.
    pub text: Option<String>,
    /// Whose marks they are, where it is said.
    pub annotator: Option<String>,
    /// What its offsets count, where that is certain.
    pub unit: Option<OffsetUnit>,
    /// The marks.
    pub marks: Vec<Mark>,
    /// Links between them.
    pub links: Vec<Link>,
    /// A whole sidecar as JSON, where the file has one; marks and links are empty then.
    pub sidecar: Option<String>,
}

impl Record {
    /// Adds a mark; of marks with one identifier each is a part of one. `known` is where those so far stand.
    pub(super) fn merge(&mut self, mark: Mark, known: &mut HashMap<String, usize>) {
        let at = mark.id.as_ref().and_then(|id| known.get(id)).copied();
        if let Some(one) = at.and_then(|at| self.marks.get_mut(at)) {
            one.spans.extend(mark.spans);
            one.quotes.extend(mark.quotes);
            return;
        }
        known.extend(mark.id.clone().map(|id| (id, self.marks.len())));
        self.marks.push(mark);
    }
}

/// One mark as a file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Its identifier in the file.
    pub id: Option<String>,
    /// Its label as it is written there.
    pub label: String,
    /// Its layer, where it is said.
    pub kind: Option<AnnotationKind>,
    /// Start and end of each part, in the file's unit.
    pub spans: Vec<(usize, usize)>,
    /// The words of each part, where they are there; else empty.
    pub quotes: Vec<String>,
    /// The entity it is a mention of.
    pub entity: Option<String>,
    /// Values of attributes; evidence as start and end in the file's unit.
    pub attributes: IndexMap<String, (Value, Option<(usize, usize)>)>,
    /// A remark.
    pub note: String,
    /// A model's confidence.
    pub score: Option<f64>,
    /// Whether a model made it, and its name.
    pub model: Option<String>,
}

/// A link as a file has it: identifiers of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its label.
    pub label: String,
    /// The mark it starts at.
    pub from: String,
    /// The mark it ends at.
    pub to: String,
}
