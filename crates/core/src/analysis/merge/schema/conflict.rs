//! What two versions of a schema do not agree about, in words.

use std::fmt;
use std::sync::Arc;

use super::list::Removed;

/// What a conflict is about, by the name the analyst reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SchemaPart {
    /// What belongs to the schema as a whole.
    Whole,
    /// A label.
    Label(String),
    /// An attribute.
    Attribute(String),
    /// One of the choices of an attribute.
    Choice {
        /// The attribute.
        attribute: String,
        /// The choice.
        choice: String,
    },
    /// A kind of relation.
    Relation(String),
}

impl fmt::Display for SchemaPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => write!(f, "schema"),
            Self::Label(name) => write!(f, "label “{name}”"),
            Self::Attribute(name) => write!(f, "attribute “{name}”"),
            Self::Choice { attribute, choice } => write!(f, "choice “{choice}” of “{attribute}”"),
            Self::Relation(name) => write!(f, "relation “{name}”"),
        }
    }
}

/// What happened to a part of a schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SchemaConflictKind {
    /// Both changed these of its fields, and differently; mine stay.
    BothChanged(Vec<String>),
    /// I removed it and the other changed it; it stays.
    RemovedHere,
    /// The other removed it and I changed it; it stays.
    RemovedByOther,
    /// One removed it, and a label carries it; it stays.
    Needed,
    /// Its key tags with another label now.
    KeyTaken {
        /// The key.
        key: char,
        /// The label that has it.
        by: String,
    },
    /// It carried an attribute that is defined nowhere, which was taken off.
    Undefined(Arc<str>),
    /// It had no identifier, or that of another; this is the one it has now.
    NewId(Arc<str>),
}

/// Something that two versions of a schema do not agree about, and what was kept; as text, a sentence for the analyst.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SchemaConflict {
    /// What it is about.
    pub part: SchemaPart,
    /// What happened to it.
    pub kind: SchemaConflictKind,
}

impl SchemaConflict {
    pub(super) const fn removed(part: SchemaPart, why: Removed) -> Self {
        let kind = match why {
            Removed::HereAndChanged => SchemaConflictKind::RemovedHere,
            Removed::ThereAndChanged => SchemaConflictKind::RemovedByOther,
            Removed::ButNeeded => SchemaConflictKind::Needed,
        };
        Self { part, kind }
    }
}

impl fmt::Display for SchemaConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, kind } = self;
        match kind {
            SchemaConflictKind::BothChanged(fields) => {
                let fields = fields.join(", ");
                write!(f, "The {part} was also changed by someone else; kept as you have it: {fields}")
            }
            SchemaConflictKind::RemovedHere => {
                write!(f, "The {part} was changed by someone else while you removed it; it was kept")
            }
            SchemaConflictKind::RemovedByOther => {
                write!(f, "The {part} was removed by someone else while you changed it; it was kept")
            }
            SchemaConflictKind::Needed => {
                write!(f, "The {part} was removed, but a label still carries it; it was kept")
            }
            SchemaConflictKind::KeyTaken { key, by } => {
                write!(f, "The {part} has no key any more: “{key}” is the key of “{by}”")
            }
            SchemaConflictKind::Undefined(attribute) => {
                write!(f, "The {part} no longer carries “{attribute}”, which is not defined")
            }
            SchemaConflictKind::NewId(id) => {
                write!(f, "The {part} had no identifier of its own; it is “{id}” now")
            }
        }
    }
}
