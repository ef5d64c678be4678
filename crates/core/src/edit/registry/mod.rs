//! Changing one's own part of the registry of entities, so that it can be taken back.

mod change;
mod history;
mod operations;

pub use change::{RegistryChange, RegistryTransaction};
pub use history::{RegistryHistory, RegistryStep, RegistryUndoOutcome};
pub use operations::{alter_entity, merge_entities, split_entity, tell_apart, unused_id};
