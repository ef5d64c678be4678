//! What a queue shows of what there is to review.

use crate::analysis::{PackedItem, Stage};
use crate::words::text;

/// What a queue shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueFilter {
    /// Whatever annotators differ in, decided or not, and what was decided of what they agree about.
    #[default]
    Differences,
    /// What has no verdict.
    Open,
    /// What all agree about, and nobody has decided.
    Agreed,
    /// What has a verdict that holds.
    Decided,
    /// What was changed since its verdict.
    Changed,
    /// What an annotator answered.
    Answered,
    /// What came back: changed, also to what is decided already, or answered.
    CameBack,
    /// What another reviewer decided otherwise.
    Contradicted,
}

impl QueueFilter {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::Differences,
        Self::Open,
        Self::Agreed,
        Self::Decided,
        Self::Changed,
        Self::Answered,
        Self::CameBack,
        Self::Contradicted,
    ];

    /// What the analyst reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        text(match self {
            Self::Differences => "session-queue-differences",
            Self::Open => "session-queue-open",
            Self::Agreed => "session-queue-agreed",
            Self::Decided => "session-queue-decided",
            Self::Changed => "session-queue-changed",
            Self::Answered => "session-queue-answered",
            Self::CameBack => "session-queue-came-back",
            Self::Contradicted => "session-queue-contradicted",
        })
    }

    /// Whether an item is shown.
    #[must_use]
    pub fn shows(self, item: &PackedItem) -> bool {
        match (self, item.stage()) {
            (Self::Differences, stage) => stage != Stage::Agreed,
            (Self::Open, stage) => stage == Stage::Open,
            (Self::Agreed, stage) => stage == Stage::Agreed,
            (Self::Decided, stage) => matches!(stage, Stage::Decided | Stage::Contradicted),
            (Self::Changed, stage) => stage == Stage::Changed,
            (Self::Answered, _) => item.is_answered(),
            (Self::CameBack, _) => item.came_back(),
            (Self::Contradicted, _) => item.is_contradicted(),
        }
    }

    /// Whether an item that is shown is still to be looked at.
    #[must_use]
    pub fn waits(self, item: &PackedItem) -> bool {
        match self {
            Self::Agreed => item.stage() == Stage::Agreed,
            Self::CameBack => item.came_back(),
            Self::Contradicted => item.is_contradicted(),
            Self::Differences | Self::Open | Self::Decided | Self::Changed | Self::Answered => {
                !item.is_decided()
            }
        }
    }
}
