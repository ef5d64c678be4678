//! What a file of another tool says, before it is held against a text.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::tree::Tree;
use super::{OffsetUnit, Remark};
use crate::model::{AnnotationKind, State, Value};

/// What was read of a part of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Articles with marks.
    pub records: Vec<Record>,
    /// What is not taken, or not as it stands there.
    pub remarks: Vec<Remark>,
}

/// One article as a file has it, with one annotator's or model's marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Where it stands: file, and line or task.
    pub place: String,
    /// The article's file, where it is named.
    pub file: Option<String>,
    /// What a new article may be called after, where no file is named: a title.
    pub title: Option<String>,
    /// The article's text, where it is there.
    pub text: Option<String>,
    /// Whose marks they are, where it is said.
    pub annotator: Option<String>,
    /// How far the annotator has come, where it is known: an article without marks may be done.
    pub state: Option<State>,
    /// What its offsets count, where the file says it or they were counted when it was read.
    pub unit: Option<OffsetUnit>,
    /// What is said of the article as a whole, by name: a source, a rating, a label of all of it.
    pub details: IndexMap<String, String>,
    /// The words as the file parts them, as start and end in its unit; none where it does not.
    pub tokens: Vec<(usize, usize)>,
    /// The marks.
    pub marks: Vec<Mark>,
    /// Links between them, in any order.
    pub links: Vec<Link>,
    /// What is said of marks elsewhere in the file, before them or after.
    pub additions: Vec<Addition>,
    /// A whole sidecar as JSON, where the file has one; marks and links are empty then.
    pub sidecar: Option<String>,
}

impl Record {
    /// How many bytes it has of the article, whoever the annotator is.
    pub(super) fn article_bytes(&self) -> usize {
        let texts = [&self.file, &self.title, &self.text].into_iter().flatten().map(String::len);
        let details = self.details.iter().map(|(name, text)| name.len() + text.len());
        self.tokens.len() * size_of::<(usize, usize)>() + texts.chain(details).sum::<usize>()
    }

    /// Adds something that is said of the article as a whole; what is empty says nothing.
    pub(super) fn detail(&mut self, name: &str, value: &Tree<'_>) {
        let text = match value {
            Tree::Null => return,
            Tree::Str(text) => text.clone().into_owned(),
            other => serde_json::to_string(other).unwrap_or_default(),
        };
        if !text.is_empty() && text != "[]" && text != "{}" {
            self.details.insert(name.to_owned(), text);
        }
    }

    /// The same of each member of an object, but for these.
    pub(super) fn details_of(&mut self, json: Option<&Tree<'_>>, but: &[&str]) {
        let members =
            json.and_then(Tree::as_object).into_iter().flat_map(serde_json_borrow::ObjectAsVec::iter);
        for (name, value) in members.filter(|(name, _)| !but.contains(name)) {
            self.detail(name, value);
        }
    }

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

    /// Where something stands of which the file's line is known, or the number of the mark.
    #[must_use]
    pub(super) fn place_of(&self, line: usize, mark: usize) -> String {
        match (line, mark) {
            (0, 0) => self.place.clone(),
            (0, mark) => format!("{}, mark {mark}", self.place),
            (line, _) => {
                let file = self.place.split_once(", line ").map_or(&*self.place, |(file, _)| file);
                format!("{file}, line {line}")
            }
        }
    }

    /// Gives marks, and relations, what is said of them elsewhere; gives what is said of none.
    ///
    /// Several notes are one of several lines. The first of several entities is the mark's; all of them are its attribute
    /// `references`.
    pub(super) fn settle(&mut self) -> Vec<Remark> {
        let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
        for (n, mark) in self.marks.iter().enumerate() {
            if let Some(id) = &mark.id {
                by_id.entry(id).or_default().push(n);
            }
        }
        let mut links: HashMap<&str, usize> = HashMap::new();
        for (n, link) in self.links.iter().enumerate() {
            if let Some(id) = &link.id {
                links.entry(id).or_insert(n);
            }
        }
        let targets: Vec<(Vec<usize>, Option<usize>)> = self
            .additions
            .iter()
            .map(|addition| {
                let marks = by_id.get(&*addition.to).cloned().unwrap_or_default();
                (marks, links.get(&*addition.to).copied())
            })
            .collect();
        let mut remarks = Vec::new();
        for (addition, (targets, link)) in std::mem::take(&mut self.additions).into_iter().zip(targets) {
            if let (true, Attachment::Note(text), Some(link)) =
                (targets.is_empty(), &addition.attachment, link)
            {
                add_note(&mut self.links[link].note, text);
                continue;
            }
            if targets.is_empty() {
                let place = self.place_of(addition.line, 0);
                let what = addition.attachment.homeless(link.is_some());
                remarks.push(Remark::dropped(place, what, &addition.shown()));
            }
            for at in targets {
                self.marks[at].take(addition.attachment.clone());
            }
        }
        remarks
    }
}

/// Leaves out what has no marks and names nobody, where other records of the same article name their annotators: it is of nobody,
/// and not of one who is done with nothing.
pub(super) fn without_nobody(records: &mut Vec<Record>) {
    if records.iter().any(|record| record.annotator.is_some()) {
        records.retain(|record| {
            let is_empty = record.marks.is_empty() && record.links.is_empty() && record.additions.is_empty();
            record.annotator.is_some() || !is_empty
        });
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
    /// Start and end of each part, in the file's unit; none where only its words are known.
    pub spans: Vec<(usize, usize)>,
    /// The words of each part, where they are there; else empty.
    pub quotes: Vec<String>,
    /// What stands before and after its words, where only these are known.
    pub context: (String, String),
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
    /// What is said of it and cannot be read: attributes by name.
    pub unread: Vec<String>,
    /// The line of the file it stands in; nought where that is not known.
    pub line: usize,
}

impl Mark {
    fn take(&mut self, attachment: Attachment) {
        match attachment {
            Attachment::Attribute(name, value) => {
                // What this program wrote itself is more exact, and has its evidence.
                self.attributes.entry(name).or_insert((value, None));
            }
            Attachment::Note(text) => add_note(&mut self.note, &text),
            Attachment::Entity(reference) => match &self.entity {
                None => self.entity = Some(reference),
                Some(first) => {
                    let all = self.attributes.entry("references".to_owned());
                    let (value, _) = all.or_insert_with(|| (Value::Many(vec![first.clone()]), None));
                    if let Value::Many(all) = value {
                        all.push(reference);
                    }
                }
            },
        }
    }
}

/// Several notes are one of several lines.
fn add_note(note: &mut String, text: &str) {
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(text);
}

/// Something said of a mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Addition {
    /// The mark's identifier.
    pub to: String,
    /// What is attached to it.
    pub attachment: Attachment,
    /// The line of the file; nought where that is not known.
    pub line: usize,
}

/// Something attached to a mark elsewhere than where it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Attachment {
    /// A value of an attribute.
    Attribute(String, Value),
    /// A remark of an annotator.
    Note(String),
    /// The entity it is a mention of.
    Entity(String),
}

impl Default for Attachment {
    fn default() -> Self {
        Self::Note(String::new())
    }
}

impl Attachment {
    const fn homeless(&self, of_link: bool) -> &'static str {
        match (self, of_link) {
            (Self::Attribute(..), false) => "an attribute refers to a missing annotation",
            (Self::Note(_), _) => "a note refers to a missing annotation",
            (Self::Entity(_), false) => "a reference refers to a missing annotation",
            (Self::Attribute(..), true) => "attributes on relations are not supported",
            (Self::Entity(_), true) => "references on relations are not supported",
        }
    }
}

impl Addition {
    fn shown(&self) -> String {
        match &self.attachment {
            Attachment::Attribute(name, _) => format!("{name} {}", self.to),
            Attachment::Note(text) | Attachment::Entity(text) => format!("{} {text}", self.to),
        }
    }
}

/// A link as a file has it: identifiers of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its own identifier in the file.
    pub id: Option<String>,
    /// Its label.
    pub label: String,
    /// The mark it starts at.
    pub from: String,
    /// The mark it ends at.
    pub to: String,
    /// A remark.
    pub note: String,
    /// The line of the file it stands in; nought where that is not known.
    pub line: usize,
}

#[cfg(test)]
mod tests {
    use super::{Addition, Attachment, Link, Mark, Record};

    #[test]
    fn what_is_said_elsewhere_goes_to_marks_then_to_the_first_relation() {
        fn check(links: &[&str], notes: &[(&str, &str)], expected: &[&str], told: usize) {
            let link = |id: &&str| Link { id: Some((*id).to_owned()), ..Link::default() };
            let addition = |(to, text): &(&str, &str)| Addition {
                to: (*to).to_owned(),
                attachment: Attachment::Note((*text).to_owned()),
                line: 0,
            };
            let mut record = Record {
                marks: vec![Mark { id: Some("T1".to_owned()), ..Mark::default() }],
                links: links.iter().map(link).collect(),
                additions: notes.iter().map(addition).collect(),
                ..Record::default()
            };
            assert_eq!(record.settle().len(), told);
            let found = record.marks.iter().map(|mark| &*mark.note);
            let found: Vec<&str> = found.chain(record.links.iter().map(|link| &*link.note)).collect();
            assert_eq!(found, expected);
        }
        check(&["R1", "R1", "T1"], &[("R1", "a"), ("T1", "b"), ("R1", "c")], &["b", "a\nc", "", ""], 0);
        check(&["R1"], &[("R2", "a")], &["", ""], 1);
        // Many relations with as many notes.
        let ids: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
        let links: Vec<&str> = ids.iter().map(String::as_str).collect();
        let notes: Vec<(&str, &str)> = links.iter().map(|id| (*id, *id)).collect();
        check(&links, &notes, &[&[""], links.as_slice()].concat(), 0);
    }
}
