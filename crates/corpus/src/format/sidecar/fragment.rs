//! One entry by itself, exactly as it stands in a sidecar.

use std::sync::Arc;

use super::entry::{self, Entries};
use super::error::{EncodeError, EntryError};
use super::value::StateShape;
use super::write::Sidecar;
use crate::format::json::{Text, shape};
use crate::format::localized::Localized as _;
use crate::model::{Field, Remark, SetEntry};
use crate::text::SourceText;

shape! {
    /// A field of the file as a whole.
    FieldShape<'a> {
        /// Where it stands.
        "path" path: Text<'a>,
        /// What it holds.
        #[schemars(with = "serde_json::Value")]
        "value" value: &'a serde_json::value::RawValue,
    }
}

/// What an entry is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::format) enum EntryKind {
    Annotation,
    Relation,
    Review,
    Decision,
    Answer,
    Return,
    Orphan,
    Field,
    State,
}

/// The JSON of an entry, with the indent it has in a sidecar: so unknown values in it are read as they are from there.
pub(in crate::format) fn encode_entry(entry: &SetEntry, text: &SourceText) -> Result<String, EncodeError> {
    match entry {
        SetEntry::Annotation(annotation) => Sidecar::fragment(text, |file| file.annotation(annotation)),
        SetEntry::Relation(relation) => Sidecar::fragment(text, |file| file.relation(relation)),
        SetEntry::Review(review) => Sidecar::fragment(text, |file| file.review(review)),
        SetEntry::Remark(remark) => Sidecar::fragment(text, |file| file.remark(remark)),
        SetEntry::Orphan(orphan) => Sidecar::fragment(text, |file| file.orphan(orphan)),
        SetEntry::Field(field) => Sidecar::fragment(text, |file| {
            file.out.text("path", field.path());
            file.out.key("value");
            file.out.raw(field.json());
            Ok(())
        }),
        SetEntry::State(state) => Ok(format!("\"{}\"", state.name())),
    }
}

/// The entry that JSON of a sidecar says, checked against the text.
pub(in crate::format) fn decode_entry(
    kind: EntryKind,
    json: &str,
    text: &SourceText,
) -> Result<SetEntry, String> {
    let mut entries = Entries::new(text);
    let shape = |error: serde_json::Error| error.localized();
    Ok(match kind {
        EntryKind::Annotation => {
            let annotation = entries.annotation(serde_json::from_str(json).map_err(shape)?);
            SetEntry::Annotation(Arc::new(annotation.map_err(|error| error.to_string())?))
        }
        EntryKind::Relation => {
            let relation = entry::relation(serde_json::from_str(json).map_err(shape)?);
            SetEntry::Relation(Arc::new(relation.map_err(|error| error.to_string())?))
        }
        EntryKind::Review => {
            let review = entries.review(serde_json::from_str(json).map_err(shape)?);
            SetEntry::Review(Arc::new(review.map_err(|error| error.to_string())?))
        }
        EntryKind::Decision => remark(entries.decision(&serde_json::from_str(json).map_err(shape)?))?,
        EntryKind::Answer => remark(entries.answer(serde_json::from_str(json).map_err(shape)?))?,
        EntryKind::Return => remark(entries.returned(serde_json::from_str(json).map_err(shape)?))?,
        EntryKind::Orphan => {
            let orphan = entries.orphan(serde_json::from_str(json).map_err(shape)?, None);
            SetEntry::Orphan(Arc::new(orphan.map_err(|error| error.to_string())?))
        }
        EntryKind::Field => {
            let FieldShape { path, value, .. } = serde_json::from_str(json).map_err(shape)?;
            SetEntry::Field(Arc::new(Field::new(&path, value.get())))
        }
        EntryKind::State => {
            let state: StateShape = serde_json::from_str(json).map_err(shape)?;
            SetEntry::State(entry::state(state))
        }
    })
}

fn remark(read: Result<Remark, EntryError>) -> Result<SetEntry, String> {
    read.map(|remark| SetEntry::Remark(Arc::new(remark))).map_err(|error| error.to_string())
}
