//! Text with marks in it: `‹` and `›` stand around a span, `|` at a place.

use tippani::text::{ByteOffset, SourceText, Span};

/// Takes the one `|` out and says where it stood.
pub(crate) fn place(marked: &str) -> (SourceText, ByteOffset) {
    let at = marked.find('|').unwrap();
    (SourceText::new(marked.replacen('|', "", 1)), ByteOffset::new(at))
}

/// Takes the one `‹ … ›` out and says what it stood around.
pub(crate) fn span(marked: &str) -> (SourceText, Span) {
    let start = marked.find('‹').unwrap();
    let end = marked.find('›').unwrap() - '‹'.len_utf8();
    let text = SourceText::new(marked.replace(['‹', '›'], ""));
    let span = Span::new(&text, ByteOffset::new(start), ByteOffset::new(end)).unwrap();
    (text, span)
}

/// Puts `‹ … ›` around a span.
pub(crate) fn show(text: &SourceText, span: Option<Span>) -> String {
    let Some(span) = span else { return "nothing".to_owned() };
    let (all, range) = (text.as_str(), span.range());
    format!("{}‹{}›{}", &all[..range.start], &all[range.clone()], &all[range.end..])
}
