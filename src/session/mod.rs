//! The application without a window: what is open, and the only place it changes.
//!
//! [`Session::run`] takes what the analyst does, [`Session::on_event`] what the world answers; both give the
//! [`Effect`]s the world is to carry out. Neither reads a clock, a file or a pixel.

mod agreement;
mod annotate;
mod article;
mod articles;
mod beside;
mod board;
mod command;
mod copies;
mod corpus;
mod decide;
mod deferred;
mod details;
mod effect;
mod entities;
mod event;
mod evidence;
mod failures;
mod feedback;
mod fill;
mod first_tag;
mod frame;
mod items_at_hand;
mod jobs;
mod journal;
mod leave;
mod library;
mod links;
mod lock;
mod merge;
mod navigation;
mod outside;
mod queue;
mod queue_filter;
mod queue_parts;
mod reading;
mod reanchor;
mod relabel;
mod report;
mod review;
mod save_tracker;
mod scan;
mod schema;
mod search;
mod select;
mod selection;
mod several;
mod transfer;
mod typing;
mod whole;

use std::path::PathBuf;
use std::sync::Arc;

pub use agreement::{Agreement, Scores};
pub use article::{OpenArticle, SaveState};
pub use command::{
    AgreementCommand, AnnotateCommand, BoardCommand, Command, Edge, EntityCommand, FeedbackCommand,
    FrameCommand, LibraryCommand, LinkCommand, LockCommand, MergeCommand, ReadingCommand, ReanchorCommand,
    ReviewCommand, SaveCommand, SchemaCommand, SearchCommand, SelectCommand, Step, TransferCommand,
};
pub use effect::Effect;
pub use entities::{Candidates, EntityEdit, LinkScope, LinkTarget, Occurrences};
pub use event::Event;
pub use feedback::FeedbackList;
pub use fill::GoldPreview;
pub use frame::{FieldAnswer, Pointing};
pub use leave::{AtRisk, LeaveAnswer, Leaving};
pub use library::{ArticleEntry, Library};
pub use links::{Link, LinkEnd, LinkOption, Linking, Nested};
pub use navigation::Destination;
pub use queue::Review;
pub use queue_filter::QueueFilter;
pub use reanchor::{SetAsideSummary, Waiting};
pub use relabel::{LabelMoves, LabelUse};
pub use scan::Scan;
pub use schema::{SchemaSave, SchemaState};
pub use search::Search;
pub use selection::Selection;
pub use transfer::{Preview, Transfer};

pub use crate::format::article::{HowRead, PageTaken};
pub use crate::format::encoding::{EncodingPreview, TextEncoding};
pub use crate::format::entities::exchange::EntityFormat;
pub use crate::format::exchange::{FormatId, OffsetUnit, label_pairs};
pub use crate::format::html::Extent;
pub use crate::format::language::KNOWN as KNOWN_LANGUAGES;
pub use crate::format::workspace::error_words as schema_error_words;
pub use crate::jobs::adjudicate::FillOptions;
pub use crate::jobs::feedback::{ArticleFeedback, QuotedMark};
pub use crate::jobs::study::AnnotatorScore;
pub use crate::jobs::{
    Blocked, CandidateQuery, EntityCandidate, EntityList, EntityRow, ExportRequest, FoundOccurrence,
    ImportRequest, ItemCases, LoadedArticle, LostAnnotation, Mention, MentionIndex, Notice, Outcome,
    Severity, TransferRequest, Writer,
};
pub use crate::model::GOLD;

use self::agreement::Figures;
use self::articles::Articles;
use self::board::BoardState;
use self::corpus::Corpus;
use self::deferred::DeferredEdits;
use self::entities::{EntityWork, RegistryState};
use self::failures::Failures;
use self::first_tag::FirstTag;
use self::jobs::Jobs;
use self::links::Linkage;
use self::lock::Writing;
use self::navigation::Navigation;
use self::reading::EncodingChoice;
use self::review::Reviewing;
use self::transfer::Transfers;
use crate::analysis::Folding;
use crate::model::{AnnotationId, Annotator, Schema, Timestamp};

/// A moment, passed in: as text for files, and in milliseconds for identifiers and waiting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// RFC 3339 UTC, by the clock of the system, which may be set back.
    pub timestamp: Timestamp,
    /// Milliseconds since 1970-01-01 when the program was started, and counted on evenly from there.
    pub millis: u64,
}

/// Everything that is open, and nothing that is drawn.
#[derive(Debug)]
pub struct Session {
    annotator: Option<Annotator>,
    library: Option<Library>,
    scanning: Option<(PathBuf, Scan)>,
    schema: SchemaState,
    articles: Articles,
    navigation: Navigation,
    corpus: Corpus,
    entities: RegistryState,
    entity_work: EntityWork,
    jobs: Jobs,
    /// Saves that were told not to work.
    failures: Failures,
    links: Linkage,
    board: BoardState,
    leaving: Option<Leaving>,
    /// Who writes the annotator's files.
    writing: Writing,
    tag_mode: Option<Arc<str>>,
    /// The field that is being filled.
    pointing: Option<Pointing>,
    /// What find takes for the same, in every article.
    folding: Folding,
    transfers: Transfers,
    reviewing: Reviewing,
    feedback: Option<FeedbackList>,
    figures: Figures,
    deferred: DeferredEdits,
    encodings: EncodingChoice,
    first_tag: Option<FirstTag>,
    /// Why the last folder that was asked for could not be looked at.
    scan_failure: Option<String>,
    /// Of this the random part of identifiers is made.
    random: u128,
}

impl Session {
    /// An empty session; `random` seeds the identifiers it makes.
    #[must_use]
    pub fn new(annotator: Option<Annotator>, random: u128) -> Self {
        Self {
            annotator,
            library: None,
            scanning: None,
            schema: SchemaState::default(),
            articles: Articles::new((random >> 64) as u64 ^ random as u64),
            navigation: Navigation::default(),
            corpus: Corpus::default(),
            entities: RegistryState::default(),
            entity_work: EntityWork::default(),
            jobs: Jobs::default(),
            failures: Failures::default(),
            links: Linkage::default(),
            board: BoardState::default(),
            leaving: None,
            writing: Writing::default(),
            tag_mode: None,
            pointing: None,
            folding: Folding::default(),
            transfers: Transfers::default(),
            reviewing: Reviewing::default(),
            feedback: None,
            figures: Figures::default(),
            deferred: DeferredEdits::default(),
            encodings: EncodingChoice::default(),
            first_tag: None,
            scan_failure: None,
            random,
        }
    }

    /// Who annotates; nothing until asked.
    #[must_use]
    pub const fn annotator(&self) -> Option<&Annotator> {
        self.annotator.as_ref()
    }

    /// The open workspace.
    #[must_use]
    pub const fn library(&self) -> Option<&Library> {
        self.library.as_ref()
    }

    /// The folder being scanned, and how far.
    #[must_use]
    pub const fn scanning(&self) -> Option<&(PathBuf, Scan)> {
        self.scanning.as_ref()
    }

    /// Why the folder that was asked for last could not be opened; nothing while it is being looked at, and where it could.
    #[must_use]
    pub fn scan_failure(&self) -> Option<&str> {
        self.scan_failure.as_deref()
    }

    /// What may be annotated here.
    #[must_use]
    pub const fn schema(&self) -> &Arc<Schema> {
        self.schema.schema()
    }

    /// What the workspace says on how to annotate, Markdown.
    #[must_use]
    pub fn guidelines(&self) -> Option<&Arc<str>> {
        self.library.as_ref()?.guidelines()
    }

    /// The label that every selection is tagged with at once.
    #[must_use]
    pub const fn tag_mode(&self) -> Option<&Arc<str>> {
        self.tag_mode.as_ref()
    }

    /// Whether any article, the schema or one's entities have changes that are not on disk yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.articles.values().any(OpenArticle::is_dirty)
            || self.schema.is_dirty()
            || self.entities.is_dirty()
    }

    /// Whether a sidecar, the workspace file or one's entities are being written.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.articles.values().any(OpenArticle::is_saving)
            || self.schema.is_saving()
            || self.entities.is_saving()
    }

    /// A new ULID: time first, so that identifiers made later sort later.
    fn new_id(&mut self, now: &Now) -> AnnotationId {
        self.random = self.random.wrapping_mul(0xda94_2042_e4dd_58b5_1234_5678_9abc_def1).wrapping_add(1);
        AnnotationId::new(ulid::Ulid::from_parts(now.millis, self.random >> 48).to_string())
    }
}
