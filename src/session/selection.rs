//! Where the caret is and what is selected.

use crate::text::{ByteOffset, SourceText, Span};

/// A stretch between two cluster boundaries, with a direction; a caret where they are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub anchor: ByteOffset,
    /// Where the caret is.
    pub head: ByteOffset,
}

impl Selection {
    /// A caret at one place.
    #[must_use]
    pub const fn caret(at: ByteOffset) -> Self {
        Self { anchor: at, head: at }
    }

    /// Whether nothing is selected.
    #[must_use]
    pub const fn is_caret(self) -> bool {
        self.anchor.get() == self.head.get()
    }

    /// What is selected, as whole clusters; nothing for a caret.
    #[must_use]
    pub fn span(self, text: &SourceText) -> Option<Span> {
        if self.anchor == self.head { None } else { Span::of_clusters(text, self.anchor, self.head) }
    }
}

impl From<Span> for Selection {
    fn from(span: Span) -> Self {
        Self { anchor: span.start(), head: span.end() }
    }
}
