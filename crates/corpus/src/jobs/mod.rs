//! Work that takes time, each job with an identity and exactly one answer: reading and saving articles, exports, imports,
//! counts, agreement, the queue.
//!
//! What the window asks for is a [`Job`]; the [`Runner`] carries it out on a thread through an [`Executor`], and tells how
//! far it is and how it ended as [`Message`]s that name the job. The command line calls the same functions directly.

pub mod adjudicate;
mod answer;
mod articles;
mod cancel;
mod cancelable;
mod carry;
mod carry_current;
mod chosen;
pub mod claims;
pub mod clock;
mod copies;
mod counts;
mod entities;
mod execute;
mod export;
mod failures;
pub mod feedback;
pub mod figures;
mod folder;
mod identity;
mod import;
mod journal;
mod load;
mod lock;
pub mod merge;
mod notice;
mod outside;
mod over_corpus;
pub mod panics;
mod parallel;
mod preview;
pub mod queue;
mod queue_parts;
mod read_corpus;
pub mod reanchor;
pub mod repair;
mod report;
mod request;
mod restored;
mod retry;
mod runner;
mod saver;
mod scan;
mod schema;
pub mod study;
pub mod survey;
mod transfer;
mod verdicts;
mod watch;

pub use answer::{Answer, Blocked, JobError, JobProgress, LoadedArticle, ScannedWorkspace, SetAsideFile};
pub use cancel::{CancelToken, Cancelled};
pub use counts::{OwnCounts, own_counts};
pub use entities::{
    CandidateQuery, EntityAnswer, EntityCandidate, EntityExchangeError, EntityIndex, EntityJob, EntityList,
    EntityRequest, EntityRow, FoundOccurrence, ImportedEntities, KnownPart, KnownShared, MOST_CANDIDATES,
    Mention, MentionForm, MentionIndex, OccurrenceQuery, RejectedForms, SavedPart, Suggested,
    export_entities, files_with_form, import_entities, mentions, occurrences, read_registry, save_part,
};
pub use execute::Executor;
pub use export::{ExportOptions, Exported, export};
pub use identity::{Generation, JobId, JobKind};
pub use import::{AmbiguousOffsetUnit, ImportOptions, ImportPlan, Imported, import, recognize_files};
pub use journal::{Journals, KeepRequest, KeptEdit};
pub use lock::Writer;
pub use notice::{Notice, Severity};
pub use outside::TakenIn;
pub use parallel::{WorkPanicked, parallel_in_order};
pub use preview::{preview_export, preview_import};
pub use queue::QueueOptions;
pub use queue_parts::{ItemCases, QueuePart, QueueSelection, WHOLE_ARTICLES, queue_parts};
pub use read_corpus::{drop_changed, read_articles, read_corpus, unread};
pub use reanchor::{Moved, Places};
pub use report::{ReportRequest, WrittenReport, write_report};
pub use request::{Job, Lane, LoadRequest, Request, SaveRequest};
pub use runner::{Deliver, Execute, JobStopper, Message, Reporter, Runner};
pub use saver::{NotSaved, Saver, pause};
pub use scan::scan;
pub use schema::{SavedSchema, save_schema};
pub use transfer::{ExportRequest, ImportRequest, LostAnnotation, Outcome, TransferRequest};
pub use watch::{OutsideChange, watch};

pub use crate::store::ArticleFile;
