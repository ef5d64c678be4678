//! Labels, attributes and relations of the workspace.

use crate::model::Schema;
use crate::session::{Effect, Now, Session};

/// Labels, attributes and relations of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaCommand {
    /// Puts another schema in force and writes it to the workspace file.
    ReplaceSchema(Box<Schema>),
    /// Takes the last change of the schema back.
    UndoSchema,
}

impl SchemaCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::ReplaceSchema(schema) => session.replace_schema(*schema),
            Self::UndoSchema => session.undo_schema(),
        }
    }
}
