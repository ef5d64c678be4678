//! What can be asked of the registry, on a thread.

use std::path::PathBuf;
use std::sync::Arc;

use super::{
    CandidateQuery, EntityCandidate, EntityIndex, EntityList, FoundOccurrence, ImportedEntities, KnownPart,
    KnownShared, MentionIndex, OccurrenceQuery, RejectedForms, SavedPart, Suggested, export_entities,
    files_with_form, import_entities, mentions, occurrences, save_part,
};
use crate::edit::RegistryHistory;
use crate::format::entities::exchange::EntityFormat;
use crate::format::{Decoded, Issue};
use crate::jobs::merge::{MergedPart, merge_part_copy};
use crate::jobs::{CancelToken, Lane, clock};
use crate::model::{Annotation, Annotator, Registry, RegistryPart};
use crate::read_model::ReadModel;
use crate::store;
use crate::text::SourceText;

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
    /// Finding which entities mentions fit.
    Suggest,
    /// Reading a file of another tool.
    Import,
    /// Writing one.
    Export,
    /// Reading another copy of one's own part.
    MergeCopy,
}

impl EntityJob {
    pub(in crate::jobs) const fn lane(self) -> Lane {
        match self {
            Self::Save | Self::Export => Lane::Disk,
            Self::Candidates | Self::List | Self::Suggest | Self::Import => Lane::Parallel,
            Self::MergeCopy | Self::Read | Self::Mentions | Self::Forms | Self::Occurrences => {
                Lane::AfterDisk
            }
        }
    }

    pub(in crate::jobs) const fn replaces_earlier(self) -> bool {
        match self {
            Self::Read
            | Self::Candidates
            | Self::Mentions
            | Self::Forms
            | Self::List
            | Self::Occurrences
            | Self::Suggest
            | Self::Import => true,
            Self::Export | Self::Save | Self::MergeCopy => false,
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
        /// Shared registries that were read already, likewise.
        known_shared: Vec<KnownShared>,
        /// Whose history of an earlier run is read too.
        history_of: Option<Annotator>,
    },
    /// Write one's own part, as [`save_part`] does.
    Save {
        /// The workspace folder.
        root: PathBuf,
        /// What it is to hold.
        part: Arc<RegistryPart>,
        /// The file it grew from; nothing where there was none.
        known: Option<KnownPart>,
        /// What was done to it, to be undone in a later run.
        history: Arc<RegistryHistory>,
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
    /// Find which entities mentions fit that are linked to nothing.
    Suggest {
        /// The registry.
        registry: Arc<Registry>,
        /// An index of an earlier state of it, where there is one.
        index: Option<Arc<EntityIndex>>,
        /// The article's text.
        text: SourceText,
        /// The mentions.
        mentions: Vec<Arc<Annotation>>,
        /// What is not suggested.
        rejected: RejectedForms,
    },
    /// Read a file of another tool, as [`import_entities`] does.
    Import {
        /// The part it becomes changes of.
        part: Arc<RegistryPart>,
        /// The file.
        file: PathBuf,
        /// Its format.
        format: EntityFormat,
        /// What entities are that it says no kind of.
        kind: Arc<str>,
    },
    /// Write everybody's entities to a file.
    Export {
        /// They.
        registry: Arc<Registry>,
        /// The file.
        file: PathBuf,
        /// Its format.
        format: EntityFormat,
    },
    /// Read another copy of one's own part, as [`merge_part_copy`] does.
    MergeCopy {
        /// The part it becomes changes of.
        part: Arc<RegistryPart>,
        /// The copy.
        path: PathBuf,
    },
    /// List all entities.
    List {
        /// They.
        registry: Arc<Registry>,
        /// Where they are mentioned, as far as that is known: of a shared registry those that are mentioned are listed.
        mentions: Option<Arc<MentionIndex>>,
    },
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
        /// The shared registries, by name.
        shared: Vec<KnownShared>,
        /// Other copies of parts that lie beside them, each with whose part it is.
        copies: Vec<(Annotator, PathBuf)>,
        /// What was not as it should be in them.
        issues: Vec<Issue>,
        /// What was done to an annotator's part in earlier runs, where that was asked for.
        history: Option<(Annotator, RegistryHistory)>,
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
    /// The entities that mentions fit, if any.
    Suggested {
        /// They.
        found: Suggested,
        /// The index they were found in, for the next time.
        index: Arc<EntityIndex>,
    },
    /// What a file makes of one's own part.
    Imported(ImportedEntities),
    /// What another copy makes of one's own part.
    CopyMerged {
        /// The part it is changes of.
        part: Arc<RegistryPart>,
        /// The copy.
        path: PathBuf,
        /// What it makes of it.
        merged: MergedPart,
    },
    /// So many entities were written to this file.
    Exported(usize, PathBuf),
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
            Self::Suggest { .. } => EntityJob::Suggest,
            Self::Import { .. } => EntityJob::Import,
            Self::Export { .. } => EntityJob::Export,
            Self::MergeCopy { .. } => EntityJob::MergeCopy,
            Self::Mentions(_) => EntityJob::Mentions,
            Self::List { .. } => EntityJob::List,
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
            Self::Read { root, known, known_shared, .. } => {
                let Decoded { value: parts, mut issues } = store::read_parts(&root, &known)?;
                let Decoded { value: shared, issues: of_shared } = store::read_shared(&root, &known_shared)?;
                issues.extend(of_shared);
                let copies = store::part_copies(&root)?;
                Ok(EntityAnswer::Read { parts, shared, copies, issues, history: None })
            }
            Self::Save { root, part, known, .. } => {
                Ok(EntityAnswer::Saved(save_part(&root, &part, known.as_ref())?))
            }
            Self::Candidates { registry, index, query } => {
                let index = up_to_date(index, &registry);
                cancel.check()?;
                Ok(EntityAnswer::Candidates { found: index.candidates(&query), index })
            }
            Self::Suggest { registry, index, text, mentions, rejected } => {
                let index = up_to_date(index, &registry);
                Ok(EntityAnswer::Suggested {
                    found: index.suggestions((&text, &mentions), &rejected, cancel)?,
                    index,
                })
            }
            Self::Import { part, file, format, kind } => {
                let now = clock::now();
                Ok(EntityAnswer::Imported(import_entities(&part, &file, (format, &kind), &now)?))
            }
            Self::MergeCopy { part, path } => {
                let merged = merge_part_copy(&part, &path)?;
                Ok(EntityAnswer::CopyMerged { part, path, merged })
            }
            Self::Export { registry, file, format } => {
                let written = export_entities(&registry, None, format, &file)?;
                Ok(EntityAnswer::Exported(written, file))
            }
            Self::List { registry, mentions } => {
                Ok(EntityAnswer::List(Arc::new(EntityList::new(&registry, mentions.as_ref()))))
            }
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

/// The index of a registry, made of that of an earlier state: the same one where nothing was changed.
fn up_to_date(index: Option<Arc<EntityIndex>>, registry: &Arc<Registry>) -> Arc<EntityIndex> {
    let mut index = index.unwrap_or_default();
    if !index.is_of(registry) {
        Arc::make_mut(&mut index).update(registry);
    }
    index
}
