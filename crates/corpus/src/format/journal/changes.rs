//! Changes of entries as JSON.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::format::localized::Localized as _;
use crate::format::sidecar::{EncodeError, EntryKind, decode_entry, encode_entry};
use crate::model::{EntryChange, RemarkSubject, SetEntry};
use crate::text::SourceText;
use crate::words::{self, say};

/// Why changes of a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("format-journal-change", error = .0.as_str()))]
pub struct ChangesError(String);

/// A change: the key says of what.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ChangeShape<'a> {
    #[serde(borrow)]
    Annotation(SidesShape<'a>),
    #[serde(borrow)]
    Relation(SidesShape<'a>),
    #[serde(borrow)]
    Review(SidesShape<'a>),
    #[serde(borrow)]
    Decision(SidesShape<'a>),
    #[serde(borrow)]
    Answer(SidesShape<'a>),
    #[serde(borrow)]
    Return(SidesShape<'a>),
    #[serde(borrow)]
    Orphan(SidesShape<'a>),
    #[serde(borrow)]
    Field(SidesShape<'a>),
    #[serde(borrow)]
    State(SidesShape<'a>),
}

#[derive(Serialize, Deserialize)]
struct SidesShape<'a> {
    #[serde(borrow, default)]
    before: Option<&'a RawValue>,
    #[serde(borrow, default)]
    after: Option<&'a RawValue>,
}

/// The changes of an article as JSON.
pub(super) fn encode(changes: &[EntryChange], text: &SourceText) -> Result<String, EncodeError> {
    let mut json = String::from("[");
    for change in changes {
        let Some(entry) = change.after.as_ref().or(change.before.as_ref()) else { continue };
        if json.len() > 1 {
            json.push(',');
        }
        let key = match entry {
            SetEntry::Annotation(_) => "annotation",
            SetEntry::Relation(_) => "relation",
            SetEntry::Review(_) => "review",
            SetEntry::Remark(remark) => match remark.about {
                RemarkSubject::Nothing(_) => "decision",
                RemarkSubject::Answer { .. } => "answer",
                RemarkSubject::Return(_) => "return",
            },
            SetEntry::Orphan(_) => "orphan",
            SetEntry::Field(_) => "field",
            SetEntry::State(_) => "state",
        };
        json.extend(["{\"", key, "\":{\"before\":"]);
        json.push_str(&side(change.before.as_ref(), text)?);
        json.push_str(",\"after\":");
        json.push_str(&side(change.after.as_ref(), text)?);
        json.push_str("}}");
    }
    json.push(']');
    Ok(json)
}

fn side(entry: Option<&SetEntry>, text: &SourceText) -> Result<String, EncodeError> {
    entry.map_or_else(|| Ok("null".to_owned()), |entry| encode_entry(entry, text))
}

/// The changes that JSON of an article says.
pub(super) fn decode(json: &str, text: &SourceText) -> Result<Vec<EntryChange>, ChangesError> {
    let wrong = |error: serde_json::Error| ChangesError(error.localized());
    let shapes: Vec<ChangeShape<'_>> = serde_json::from_str(json).map_err(wrong)?;
    let change = |shape| {
        let (kind, sides) = match shape {
            ChangeShape::Annotation(sides) => (EntryKind::Annotation, sides),
            ChangeShape::Relation(sides) => (EntryKind::Relation, sides),
            ChangeShape::Review(sides) => (EntryKind::Review, sides),
            ChangeShape::Decision(sides) => (EntryKind::Decision, sides),
            ChangeShape::Answer(sides) => (EntryKind::Answer, sides),
            ChangeShape::Return(sides) => (EntryKind::Return, sides),
            ChangeShape::Orphan(sides) => (EntryKind::Orphan, sides),
            ChangeShape::Field(sides) => (EntryKind::Field, sides),
            ChangeShape::State(sides) => (EntryKind::State, sides),
        };
        let read = |json: &RawValue| decode_entry(kind, json.get(), text).map_err(ChangesError);
        let change = EntryChange {
            before: sides.before.map(read).transpose()?,
            after: sides.after.map(read).transpose()?,
        };
        if change.before.is_none() && change.after.is_none() {
            return Err(ChangesError(words::text("format-journal-change-empty").to_owned()));
        }
        Ok(change)
    };
    shapes.into_iter().map(change).collect()
}
