//! Which job an answer belongs to.

use std::fmt;

use super::{EntityJob, Lane};

/// One opening of a workspace in this run of the program; the next one opened has the next number.
///
/// Two workspaces may hold files of the same names, so a file's name alone does not say which of them is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(u64);

impl Generation {
    /// The generation of the workspace opened after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// What kind of work a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobKind {
    /// Finding the articles of a folder.
    Scan,
    /// Finding the articles of the open folder again, because another program changed something in it.
    Rescan,
    /// Hearing of what other programs change in the open folder.
    Watch,
    /// Taking the lock of the annotator.
    Lock,
    /// Reading all sets into the read model of the corpus.
    ReadCorpus,
    /// Reading those of some articles anew.
    ReadArticles,
    /// Reading an article with the annotator's sidecar.
    Load,
    /// Reading an article as the annotator has chosen; of a web page another text may be frozen.
    Reread,
    /// Reading the beginning of an article in every encoding.
    PreviewEncodings,
    /// Renaming a sidecar that cannot be used.
    SetAside,
    /// Writing the journal.
    Keep,
    /// Saving what the journal has and no sidecar.
    Restore,
    /// Writing a sidecar.
    Save,
    /// Writing sets to another folder.
    SaveCopies,
    /// Writing the workspace file.
    SaveSchema,
    /// Reading other annotators' sets of an article.
    LoadOthers,
    /// Reading another copy of the annotator's sidecar.
    LoadCopy,
    /// Renaming a copy that was merged.
    SetCopyAside,
    /// Reading sidecars that were set aside.
    LoadSetAside,
    /// Keeping the text of an article that is annotated.
    KeepText,
    /// Finding what there is to review.
    Queue,
    /// Finding the items of some articles again.
    QueueItems,
    /// Reading the annotations at the far ends of links.
    ReadEnds,
    /// Reading the claims of the workspace and what can be linked.
    ReadBoard,
    /// Claims are made ready to be compared.
    SearchClaims,
    /// Finding what reviewers decided otherwise than the annotator.
    Feedback,
    /// Finding what filling the gold sets comes to.
    FillGold,
    /// Counting who has done what.
    Progress,
    /// Measuring how far annotators agree.
    Agreement,
    /// Measuring how good everybody is.
    Scores,
    /// Writing a dataset, or reading files of other tools.
    Transfer,
    /// Writing figures as tables, or an article as a page.
    Report,
    /// Reading the first rows of an export or import.
    Preview,
    /// Work on the registry of entities.
    Entities(EntityJob),
}

impl JobKind {
    /// Where jobs of this kind run.
    #[must_use]
    pub const fn lane(self) -> Lane {
        match self {
            Self::Entities(job) => job.lane(),
            // Not behind a disk that does not answer.
            Self::Watch
            | Self::ReadCorpus
            | Self::ReadArticles
            | Self::SaveCopies
            | Self::KeepText
            // What was changed here is in the model they are given.
            | Self::ReadEnds
            | Self::ReadBoard
            | Self::SearchClaims
            | Self::PreviewEncodings => Lane::Parallel,
            Self::Keep => Lane::Journal,
            // Nothing is read or written for another annotator before the lock is had.
            Self::Lock
            | Self::SetAside
            | Self::Reread
            | Self::Restore
            | Self::Save
            | Self::SaveSchema
            | Self::SetCopyAside => Lane::Disk,
            // What was changed before has to be on disk for them; and however long they take, saving does not wait.
            Self::Scan
            | Self::Rescan
            | Self::Load
            | Self::LoadOthers
            | Self::LoadCopy
            | Self::LoadSetAside
            | Self::Queue
            | Self::QueueItems
            | Self::Feedback
            | Self::FillGold
            | Self::Progress
            | Self::Agreement
            | Self::Scores
            | Self::Transfer
            | Self::Report
            | Self::Preview => Lane::AfterDisk,
        }
    }

    /// Whether a new one makes those before it pointless, so that they are cancelled.
    #[must_use]
    pub const fn replaces_earlier(self) -> bool {
        match self {
            Self::Scan
            | Self::Rescan
            | Self::Watch
            | Self::Lock
            | Self::ReadCorpus
            | Self::LoadOthers
            | Self::LoadSetAside
            | Self::Queue
            | Self::QueueItems
            | Self::Feedback
            | Self::FillGold
            | Self::ReadEnds
            | Self::ReadBoard
            | Self::SearchClaims
            | Self::Progress
            | Self::Agreement
            | Self::PreviewEncodings
            | Self::Scores
            | Self::Preview => true,
            Self::Entities(job) => job.replaces_earlier(),
            Self::ReadArticles
            | Self::Load
            | Self::Reread
            | Self::SetAside
            | Self::Keep
            | Self::Restore
            | Self::Save
            | Self::SaveCopies
            | Self::SaveSchema
            | Self::LoadCopy
            | Self::SetCopyAside
            | Self::KeepText
            | Self::Transfer
            | Self::Report => false,
        }
    }
}

/// The identity of one job: of which workspace, what it does, and its number.
///
/// ```
/// use tippani_corpus::jobs::{Generation, JobId, JobKind};
///
/// let first = JobId { generation: Generation::default(), kind: JobKind::Queue, serial: 1 };
/// let reopened = JobId { generation: first.generation.next(), ..first };
/// assert_ne!(first, reopened, "the same question about another workspace is another job");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId {
    /// The workspace it is about.
    pub generation: Generation,
    /// What it does.
    pub kind: JobKind,
    /// Unique in this run of the program, and higher than that of every job begun before.
    pub serial: u64,
}

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {} of workspace {}", self.kind, self.serial, self.generation.0)
    }
}
