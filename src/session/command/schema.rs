//! Labels, attributes and relations of the workspace.

use crate::model::Schema;
use crate::session::{Effect, LabelMoves, Now, Session};

/// Labels, attributes and relations of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaCommand {
    /// Puts another schema in force and writes it to the workspace file.
    ReplaceSchema(Box<Schema>),
    /// Puts another schema in force, writes it, and gives one's own marks other labels for those that the schema lost.
    ReplaceLabels {
        /// The schema.
        schema: Box<Schema>,
        /// Which labels stand for which.
        moves: LabelMoves,
    },
    /// Takes the last change of the schema back.
    UndoSchema,
}

impl SchemaCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::ReplaceSchema(schema) => session.replace_schema(*schema),
            Self::ReplaceLabels { schema, moves } => session.replace_labels(*schema, moves, now),
            Self::UndoSchema => session.undo_schema(),
        }
    }
}
