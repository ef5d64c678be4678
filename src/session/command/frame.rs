//! Filling the frame of the focused annotation by pointing.

use crate::session::{Effect, FieldAnswer, Now, Session};

/// Filling the frame of the focused annotation by pointing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameCommand {
    /// Begins to fill the field of this number, from nought; with words selected, with those at once.
    Fill(usize),
    /// Says something of the field.
    Answer(FieldAnswer),
    /// Takes what is selected and goes on to the next field.
    Next,
    /// Leaves the field.
    Leave,
    /// Links the focused claim with the one it lies in, or that lies in it: one reports the other.
    LinkNested,
}

impl FrameCommand {
    pub(super) fn run(self, session: &mut Session, now: &Now) -> Vec<Effect> {
        match self {
            Self::Fill(number) => session.fill_field(number, now),
            Self::Answer(answer) => session.answer_field(answer, now),
            Self::Next => session.next_field(now),
            Self::Leave => session.leave_field(),
            Self::LinkNested => session.link_nested(now),
        }
    }
}
