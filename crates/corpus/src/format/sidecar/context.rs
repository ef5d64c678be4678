//! What stands before and after a span, to find it again in a changed text.

use crate::text::{ByteOffset, SourceText, Span, is_grapheme_boundary};

/// Context reaches this many code points at most.
const MAX_CONTEXT_CHARS: usize = 32;

/// Up to 32 code points before `span`, from a grapheme boundary.
pub(super) fn before(text: &SourceText, span: Span) -> &str {
    let before = &text.as_str()[..span.start().get()];
    let from = before.char_indices().rev().take(MAX_CONTEXT_CHARS).last().map_or(before.len(), |(at, _)| at);
    let window = &before[from..];
    let cut = window
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| is_grapheme_boundary(text, ByteOffset::new(from + at)));
    cut.map_or("", |at| &window[at..])
}

/// Up to 32 code points after `span`, to a grapheme boundary.
pub(super) fn after(text: &SourceText, span: Span) -> &str {
    let start = span.end().get();
    let after = &text.as_str()[start..];
    let reach = after.char_indices().nth(MAX_CONTEXT_CHARS).map_or(after.len(), |(at, _)| at);
    let window = &after[..reach];
    let mut ends = window.char_indices().rev().map(|(at, c)| at + c.len_utf8());
    let cut = ends.find(|at| is_grapheme_boundary(text, ByteOffset::new(start + at)));
    cut.map_or("", |at| &window[..at])
}
