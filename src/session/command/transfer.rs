//! Exports and imports.

use crate::jobs::TransferRequest;
use crate::session::{Effect, Now, Session};

/// Exports and imports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransferCommand {
    /// Exports or imports.
    Transfer(Box<TransferRequest>),
    /// Asks for the first rows of an export or import.
    Preview(Box<TransferRequest>),
    /// Makes a page of the article on screen, which the browser prints.
    Print,
    /// Stops reading first rows; those that are there stay.
    EndPreview,
    /// Stops an export or import, or puts away what came of it.
    EndTransfer,
}

impl TransferCommand {
    pub(super) fn run(self, session: &mut Session, _now: &Now) -> Vec<Effect> {
        match self {
            Self::Transfer(order) => session.begin_transfer(*order),
            Self::Preview(order) => session.ask_preview(*order),
            Self::Print => session.print_article(),
            Self::EndPreview => session.end_preview(),
            Self::EndTransfer => session.end_transfer(),
        }
    }
}
