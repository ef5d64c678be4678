//! What can be asked of the registry, on a thread.

use std::path::PathBuf;
use std::sync::Arc;

use super::{
    CandidateQuery, EntityCandidate, EntityIndex, EntityList, FoundOccurrence, KnownPart, MentionIndex,
    OccurrenceQuery, SavedPart, files_with_form, mentions, occurrences, save_part,
};
use crate::format::{Decoded, Issue};
use crate::jobs::{CancelToken, Lane};
use crate::model::{Annotator, Registry, RegistryPart};
use crate::read_model::ReadModel;
use crate::store;

/// What kind of work on the registry a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityJob {
    /// Reading everybody's part.
    Read,
    /// Writing one's own part.
    Save,
    /// Finding which entities a name can be of.
    Candidates,
    /// Finding where entities are mentioned.
    Mentions,
    /// Finding articles with mentions of one form.
    Forms,
    /// Listing all entities.
    List,
    /// Finding every occurrence of a name.
    Occurrences,
}

impl EntityJob {
    pub(in crate::jobs) const fn lane(self) -> Lane {
        match self {
            Self::Save => Lane::Disk,
            Self::Candidates | Self::List => Lane::Beside,
            Self::Read | Self::Mentions | Self::Forms | Self::Occurrences => Lane::AfterDisk,
        }
    }

    pub(in crate::jobs) const fn replaces_earlier(self) -> bool {
        match self {
            Self::Read | Self::Candidates | Self::Mentions | Self::Forms | Self::List | Self::Occurrences => {
                true
            }
            Self::Save => false,
        }
    }
}

/// One thing to do with the registry.
#[derive(Clone, Debug)]
pub enum EntityRequest {
    /// Read everybody's part.
    Read {
        /// The workspace folder.
        root: PathBuf,
        /// Parts that were read already, which are not taken apart again where they are as they were.
        known: Vec<KnownPart>,
    },
    /// Write one's own part, as [`save_part`] does.
    Save {
        /// The workspace folder.
        root: PathBuf,
        /// What it is to hold.
        part: Arc<RegistryPart>,
        /// The file it grew from; nothing where there was none.
        known: Option<KnownPart>,
    },
    /// Find which entities a name can be of.
    Candidates {
        /// The registry.
        registry: Arc<Registry>,
        /// An index of an earlier state of it, where there is one.
        index: Option<Arc<EntityIndex>>,
        /// What is looked for.
        query: CandidateQuery,
    },
    /// List all entities.
    List(Arc<Registry>),
    /// Find every occurrence of a name.
    Occurrences {
        /// The corpus.
        model: ReadModel,
        /// What is looked for.
        query: OccurrenceQuery,
    },
    /// Find where entities are mentioned.
    Mentions(ReadModel),
    /// Find the articles in which an annotator has mentions of a form that are linked to nothing.
    Forms {
        /// The corpus.
        model: ReadModel,
        /// Whose mentions.
        annotator: Annotator,
        /// Their label.
        label: Arc<str>,
        /// Their form, folded.
        form: String,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum EntityAnswer {
    /// Everybody's part, by annotator.
    Read {
        /// The parts.
        parts: Vec<KnownPart>,
        /// What was not as it should be in them.
        issues: Vec<Issue>,
    },
    /// One's own part was written.
    Saved(SavedPart),
    /// The entities that a name can be of, the likeliest first.
    Candidates {
        /// They.
        found: Vec<EntityCandidate>,
        /// The index they were found in, for the next time.
        index: Arc<EntityIndex>,
    },
    /// Where entities are mentioned.
    Mentions(Arc<MentionIndex>),
    /// Articles with mentions of a form.
    Forms(Vec<Arc<str>>),
    /// All entities.
    List(Arc<EntityList>),
    /// Every occurrence of a name.
    Occurrences(Vec<FoundOccurrence>),
}

impl EntityRequest {
    /// What kind of work it is.
    #[must_use]
    pub const fn job(&self) -> EntityJob {
        match self {
            Self::Read { .. } => EntityJob::Read,
            Self::Save { .. } => EntityJob::Save,
            Self::Candidates { .. } => EntityJob::Candidates,
            Self::Mentions(_) => EntityJob::Mentions,
            Self::List(_) => EntityJob::List,
            Self::Occurrences { .. } => EntityJob::Occurrences,
            Self::Forms { .. } => EntityJob::Forms,
        }
    }

    /// Does it; `progress` hears how many articles are done, of how many, where it goes through them.
    ///
    /// # Errors
    /// When it was cancelled, or a file cannot be read or written.
    pub(in crate::jobs) fn carry_out(
        self,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(usize, usize),
    ) -> anyhow::Result<EntityAnswer> {
        cancel.check()?;
        match self {
            Self::Read { root, known } => {
                let Decoded { value: parts, issues } = store::read_parts(&root, &known)?;
                Ok(EntityAnswer::Read { parts, issues })
            }
            Self::Save { root, part, known } => {
                Ok(EntityAnswer::Saved(save_part(&root, &part, known.as_ref())?))
            }
            Self::Candidates { registry, index, query } => {
                let mut index = index.unwrap_or_default();
                Arc::make_mut(&mut index).update(&registry);
                cancel.check()?;
                Ok(EntityAnswer::Candidates { found: index.candidates(&query), index })
            }
            Self::List(registry) => Ok(EntityAnswer::List(Arc::new(EntityList::new(&registry)))),
            Self::Occurrences { model, query } => {
                Ok(EntityAnswer::Occurrences(occurrences(&model, &query, cancel, progress)?))
            }
            Self::Mentions(model) => {
                Ok(EntityAnswer::Mentions(Arc::new(mentions(&model, cancel, progress)?)))
            }
            Self::Forms { model, annotator, label, form } => {
                Ok(EntityAnswer::Forms(files_with_form(&model, &annotator, (&label, &form), cancel)?))
            }
        }
    }
}
