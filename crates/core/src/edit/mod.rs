//! Changes to annotation sets, each with its inverse, and the history that undoes them.
//!
//! A [`Change`] is one step on one set, [`Changes`] are those of one article that are made together, a [`Transaction`] is
//! what one gesture does in one article or several, and the [`History`] takes transactions back.

mod change;
mod changes;
mod direction;
mod edits;
mod history;
mod registry;
mod subject;
mod transaction;

pub use change::{Change, ChangeError};
pub use changes::Changes;
pub use direction::Direction;
pub use edits::{Edit, EditAction, fold};
pub use history::{History, PastStep, Sets, TransactionError, UndoOutcome};
pub use registry::{
    RegistryChange, RegistryHistory, RegistryStep, RegistryTransaction, RegistryUndoOutcome, alter_entity,
    merge_entities, split_entity, tell_apart, unused_id,
};
pub use subject::Subject;
pub use transaction::{Transaction, TransactionKind};
