//! Annotations that lost their place in an article that was changed, and sidecars that were set aside.

use std::path::PathBuf;

use super::Step;
use crate::model::AnnotationId;
use crate::session::{Effect, Now, Session};

/// Annotations that lost their place in an article that was changed, and sidecars that were set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReanchorCommand {
    /// Looks at one that has no place.
    LookAt(AnnotationId),
    /// Looks at the next or previous one; the one that was looked at waits.
    Step(Step),
    /// Looks at the next place that may be its.
    NextPlace,
    /// Gives the one that is looked at the place of this number among those that may be its.
    MoveTo(usize),
    /// Gives the one that is looked at the selected words.
    MoveToSelection,
    /// Deletes the one that is looked at, with its relations.
    Delete,
    /// Reads the sidecars of the open article that were set aside.
    ReadSetAside,
    /// Brings what is in a sidecar that was set aside into the open article; the file stays.
    BringBack(PathBuf),
}

impl ReanchorCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::LookAt(id) => session.look_at_orphan(id),
            Self::Step(step) => session.step_orphan(step),
            Self::NextPlace => session.next_place(),
            Self::MoveTo(number) => session.move_orphan(number, now),
            Self::MoveToSelection => session.move_orphan_to_selection(now),
            Self::Delete => session.delete_orphan(now),
            Self::ReadSetAside => session.read_set_aside(),
            Self::BringBack(path) => session.merge_copy(path),
        }
    }
}
