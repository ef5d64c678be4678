//! The records of a journal.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::changes::{self, ChangesError};
use crate::format::sidecar::EncodeError;
use crate::model::{Document, EditId, EntityId, EntryChange};

/// What was done to a step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordAction {
    /// It was made.
    Do,
    /// More was done as a part of it.
    Amend,
    /// It was taken back.
    Undo,
    /// It was done again.
    Redo,
    /// It was taken back as if it had never been.
    Cancel,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// Something was done.
    Edit(EditRecord),
    /// Something is in a sidecar.
    Saved(SavedRecord),
}

/// One thing that was done, in one article or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditRecord {
    /// Its name.
    pub edit: EditId,
    /// The step of undo it is about.
    pub step: EditId,
    /// What was done to the step.
    pub action: RecordAction,
    /// What the step does, in the analyst's words.
    pub name: Arc<str>,
    /// Whether the step is a decision of a review.
    pub is_decision: bool,
    /// The entity that was made for the annotations that the step links to it.
    pub new_entity: Option<EntityId>,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// What was changed, by article.
    pub parts: Vec<RecordPart>,
    /// Articles in which the step could not be taken back or done again.
    pub left: Vec<Arc<str>>,
}

/// What was changed in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPart {
    /// The article, relative to the workspace, with `/` between folders.
    pub file: Arc<str>,
    /// SHA-256 of the article's bytes, lower-case hexadecimal.
    pub sha256: Arc<str>,
    /// The changes as JSON.
    changes: Box<str>,
}

/// All edits of an article up to one are in its sidecar: those of this run up to this number, and those of runs before it, as far
/// as they were made on the article with this hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedRecord {
    /// The article.
    pub file: Arc<str>,
    /// SHA-256 of the article's bytes.
    pub sha256: Arc<str>,
    /// The last edit.
    pub upto: EditId,
    /// SHA-256 of the sidecar's bytes; nothing where the set was empty and has no file.
    pub sidecar: Option<Arc<str>>,
}

impl RecordPart {
    /// What was changed in the set of an article.
    ///
    /// # Errors
    /// When an entry cannot be written, as in [`crate::format::sidecar::encode`].
    pub fn new(document: &Document, changes: &[EntryChange]) -> Result<Self, EncodeError> {
        Ok(Self {
            file: document.file.clone(),
            sha256: document.sha256.clone(),
            changes: changes::encode(changes, &document.text)?.into(),
        })
    }

    /// The changes, checked against the article.
    ///
    /// # Errors
    /// When an entry cannot be read, or does not fit the text.
    pub fn changes(&self, document: &Document) -> Result<Vec<EntryChange>, ChangesError> {
        changes::decode(&self.changes, &document.text)
    }
}

#[derive(Serialize, Deserialize)]
struct IdShape {
    run: u64,
    number: u64,
}

impl From<EditId> for IdShape {
    fn from(EditId { run, number }: EditId) -> Self {
        Self { run, number }
    }
}

impl From<IdShape> for EditId {
    fn from(IdShape { run, number }: IdShape) -> Self {
        Self { run, number }
    }
}

#[derive(Serialize, Deserialize)]
struct EditShape<'a> {
    edit: IdShape,
    step: IdShape,
    action: RecordAction,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    decision: bool,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    entity: Option<Cow<'a, str>>,
    at: u64,
    #[serde(borrow)]
    parts: Vec<PartShape<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    left: Vec<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct PartShape<'a> {
    #[serde(borrow)]
    file: Cow<'a, str>,
    #[serde(borrow)]
    sha256: Cow<'a, str>,
    #[serde(borrow)]
    changes: &'a RawValue,
}

#[derive(Serialize, Deserialize)]
struct SavedShape<'a> {
    #[serde(borrow)]
    saved: MarkShape<'a>,
}

#[derive(Serialize, Deserialize)]
struct MarkShape<'a> {
    #[serde(borrow)]
    file: Cow<'a, str>,
    #[serde(borrow)]
    sha256: Cow<'a, str>,
    upto: IdShape,
    #[serde(borrow, default)]
    sidecar: Option<Cow<'a, str>>,
}

impl EditRecord {
    fn shape(&self) -> Result<EditShape<'_>, serde_json::Error> {
        let parts = self.parts.iter().map(|RecordPart { file, sha256, changes }| {
            let changes = serde_json::from_str::<&RawValue>(changes)?;
            Ok(PartShape { file: Cow::Borrowed(file), sha256: Cow::Borrowed(sha256), changes })
        });
        Ok(EditShape {
            edit: self.edit.into(),
            step: self.step.into(),
            action: self.action,
            name: Cow::Borrowed(&self.name),
            decision: self.is_decision,
            entity: self.new_entity.as_ref().map(|id| Cow::Borrowed(id.as_str())),
            at: self.at_ms,
            parts: parts.collect::<Result<_, serde_json::Error>>()?,
            left: self.left.iter().map(|file| Cow::Borrowed(&**file)).collect(),
        })
    }
}

impl SavedRecord {
    fn shape(&self) -> SavedShape<'_> {
        let Self { file, sha256, upto, sidecar } = self;
        let (file, sha256) = (Cow::Borrowed(&**file), Cow::Borrowed(&**sha256));
        SavedShape {
            saved: MarkShape {
                file,
                sha256,
                upto: (*upto).into(),
                sidecar: sidecar.as_deref().map(Cow::Borrowed),
            },
        }
    }
}

impl Record {
    /// The payload of a record.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let written = match self {
            Self::Saved(saved) => serde_json::to_vec(&saved.shape()),
            Self::Edit(edit) => edit.shape().and_then(|shape| serde_json::to_vec(&shape)),
        };
        // Every value in it is one of JSON.
        written.unwrap_or_default()
    }

    /// A record of its payload.
    ///
    /// # Errors
    /// When the payload is none of this version.
    pub fn decode(payload: &[u8]) -> Result<Self, serde_json::Error> {
        if payload.starts_with(b"{\"saved\"") {
            let SavedShape { saved } = serde_json::from_slice(payload)?;
            let MarkShape { file, sha256, upto, sidecar } = saved;
            let (upto, sidecar) = (upto.into(), sidecar.map(Arc::from));
            return Ok(Self::Saved(SavedRecord { file: file.into(), sha256: sha256.into(), upto, sidecar }));
        }
        let shape: EditShape<'_> = serde_json::from_slice(payload)?;
        let part = |part: PartShape<'_>| RecordPart {
            file: part.file.into(),
            sha256: part.sha256.into(),
            changes: part.changes.get().into(),
        };
        Ok(Self::Edit(EditRecord {
            edit: shape.edit.into(),
            step: shape.step.into(),
            action: shape.action,
            name: shape.name.into(),
            is_decision: shape.decision,
            // An entity that cannot be is none.
            new_entity: shape.entity.and_then(|id| EntityId::new(&id).ok()),
            at_ms: shape.at,
            parts: shape.parts.into_iter().map(part).collect(),
            left: shape.left.into_iter().map(Arc::from).collect(),
        }))
    }
}
