//! Work on the registry of entities.

mod candidates;
mod exchange;
mod list;
mod mentions;
mod occurrences;
mod past;
mod save;
mod shared_index;
mod steps;
mod suggest;
mod work;

pub use candidates::{CandidateQuery, EntityCandidate, EntityIndex, MOST_CANDIDATES};
pub use exchange::{EntityExchangeError, ImportedEntities, export_entities, import_entities};
pub use list::{EntityList, EntityRow};
pub use mentions::{Mention, MentionIndex, files_with_form, mentions};
pub use occurrences::{FoundOccurrence, OccurrenceQuery, occurrences};
pub use save::{SavedPart, read_registry, save_part};
pub(super) use steps::{history as entity_history, records as entity_records};
pub use suggest::{MentionForm, RejectedForms, Suggested};
pub use work::{EntityAnswer, EntityJob, EntityRequest};

pub use crate::store::{KnownPart, KnownShared};
