//! Work on the registry of entities.

mod exchange;
mod save;
mod work;

pub use exchange::{EntityExchangeError, ImportedEntities, export_entities, import_entities};
pub use save::{SavedPart, read_registry, save_part};
pub use work::{EntityAnswer, EntityJob, EntityRequest};

pub use crate::store::KnownPart;
