//! What can be asked of the registry, on a thread.

use std::path::PathBuf;
use std::sync::Arc;

use super::{KnownPart, SavedPart, save_part};
use crate::format::{Decoded, Issue};
use crate::jobs::{CancelToken, Lane};
use crate::model::RegistryPart;
use crate::store;

/// What kind of work on the registry a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityJob {
    /// Reading everybody's part.
    Read,
    /// Writing one's own part.
    Save,
}

impl EntityJob {
    pub(in crate::jobs) const fn lane(self) -> Lane {
        match self {
            Self::Save => Lane::Disk,
            Self::Read => Lane::AfterDisk,
        }
    }

    pub(in crate::jobs) const fn replaces_earlier(self) -> bool {
        match self {
            Self::Read => true,
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
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

impl EntityRequest {
    /// What kind of work it is.
    #[must_use]
    pub const fn job(&self) -> EntityJob {
        match self {
            Self::Read { .. } => EntityJob::Read,
            Self::Save { .. } => EntityJob::Save,
        }
    }

    /// Does it; `progress` hears how many articles are done, of how many, where it goes through them.
    ///
    /// # Errors
    /// When it was cancelled, or a file cannot be read or written.
    pub(in crate::jobs) fn carry_out(
        self,
        cancel: &CancelToken,
        _progress: &mut dyn FnMut(usize, usize),
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
        }
    }
}
