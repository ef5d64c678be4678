//! Work on the registry with the history of earlier runs: what is saved stays undoable, and what was kept comes with what is read.

use super::{EntityAnswer, EntityRequest};
use crate::jobs::CancelToken;
use crate::jobs::journal::Journals;

impl EntityRequest {
    /// Does it as [`EntityRequest::carry_out`], and keeps or reads the history of one's own part in `journals`.
    ///
    /// # Errors
    /// When it was cancelled, or a file cannot be read or written.
    pub(in crate::jobs) fn carry_out_with(
        self,
        journals: &Journals,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(usize, usize),
    ) -> anyhow::Result<EntityAnswer> {
        match self {
            Self::Save { ref root, ref part, ref history, .. } => {
                let (root, annotator, history) = (root.clone(), part.annotator().clone(), history.clone());
                let saved = self.carry_out(cancel, progress)?;
                journals.keep_entity_steps(&root, &annotator, &history);
                Ok(saved)
            }
            Self::Read { ref root, history_of: Some(ref annotator), .. } => {
                let past = (annotator.clone(), journals.entity_steps(root, annotator));
                let mut read = self.carry_out(cancel, progress)?;
                if let EntityAnswer::Read { history, .. } = &mut read {
                    *history = Some(past);
                }
                Ok(read)
            }
            other => other.carry_out(cancel, progress),
        }
    }
}
