//! How the open article is read.

use crate::session::{Effect, Extent, Now, Session, TextEncoding};

/// How the open article is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingCommand {
    /// Takes so much of the web page.
    Take(Extent),
    /// Shows how it begins in every encoding.
    PreviewEncodings,
    /// Reads it in this encoding.
    ReadAs(TextEncoding),
}

impl ReadingCommand {
    pub(super) fn run(self, session: &mut Session, _: &Now) -> Vec<Effect> {
        match self {
            Self::Take(extent) => session.take_of_page(extent),
            Self::PreviewEncodings => session.preview_encodings(),
            Self::ReadAs(encoding) => session.read_as(encoding),
        }
    }
}
