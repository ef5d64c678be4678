//! Caret, selection and focus in the open article. All places are byte offsets of its text.

use super::Step;
use crate::model::AnnotationId;
use crate::session::{Effect, Now, Session};
use crate::text::{ByteOffset, Granularity};

/// Caret, selection and focus in the open article. All places are byte offsets of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SelectCommand {
    /// Selects between two places, or puts the caret where they are one.
    Select {
        /// Where the selection began.
        anchor: ByteOffset,
        /// Where the caret is.
        head: ByteOffset,
    },
    /// Ends a drag: snaps the selection outward and peels it; in tag mode, tags it.
    FinishSelection(Granularity),
    /// Selects the word, sentence or paragraph at a place; in tag mode, tags it.
    SelectSegment {
        /// Where.
        at: ByteOffset,
        /// What.
        granularity: Granularity,
    },
    /// Selects nothing; the caret stays.
    ClearSelection,
    /// Focuses an annotation, or none.
    Focus(Option<AnnotationId>),
    /// Focuses the next or previous annotation of the article.
    StepFocus(Step),
    /// Focuses the shortest annotation at a place; again there, the next longer one.
    FocusAt(ByteOffset),
}

impl SelectCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Select { anchor, head } => session.select(anchor, head),
            Self::FinishSelection(granularity) => session.finish_selection(granularity, now),
            Self::SelectSegment { at, granularity } => session.select_segment(at, granularity, now),
            Self::ClearSelection => session.clear_selection(),
            Self::Focus(id) => session.focus(id),
            Self::StepFocus(step) => session.step_focus(step),
            Self::FocusAt(offset) => session.focus_at(offset, now),
        }
    }
}
