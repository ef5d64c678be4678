//! What a session asks of the world.

use std::path::PathBuf;
use std::sync::Arc;

use crate::jobs::{Job, Notice, Severity};
use crate::model::Annotator;
use crate::text::Span;

/// One thing for the world to do.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Begin a job; it answers with [`super::Event::Job`].
    Begin(Box<Job>),
    /// Paths were chosen for the dialog that is open.
    Picked(Vec<PathBuf>),
    /// Remember who annotates.
    RememberAnnotator(Annotator),
    /// Remember an opened workspace.
    RememberWorkspace(PathBuf),
    /// Bring a stretch of an article into view.
    Reveal(Arc<str>, Span),
    /// Ask who annotates.
    AskAnnotator,
    /// Ask for a path in the window, the system having no dialog.
    AskPath,
    /// Close the window: all work is safe, or may be lost.
    Close,
    /// Open a page in the browser.
    Open(PathBuf),
    /// Tell the analyst.
    Notify(Notice),
    /// Take back what was told in these words: it holds no more.
    Withdraw(String),
}

impl Effect {
    pub(super) fn tell(severity: Severity, text: impl Into<String>) -> Self {
        Self::Notify(Notice::new(severity, text))
    }
}
