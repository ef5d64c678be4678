//! One text held against another that differs from it in blanks, or in more.

use std::ops::Range;

use super::{OffsetConverter, OffsetUnit, detect};
use crate::text::{ByteOffset, SourceText, Span};

/// Characters on either side by which words are told from the same words elsewhere.
const CONTEXT_CHARS: usize = 32;

/// The characters of a text from a byte on that are no blanks, with their places.
fn letters(text: &str, from: usize) -> impl Iterator<Item = (usize, char)> {
    let all = text[from..].char_indices().filter(|(_, c)| !c.is_whitespace());
    all.map(move |(at, c)| (from + at, c))
}

/// The places of characters that are no blanks in two texts that differ in nothing else, but for a byte order mark before one.
fn paired(own: &str, text: &str) -> Option<Vec<(usize, usize)>> {
    let mark = |text: &str| if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let begins = [(0, 0), (mark(own), 0), (0, mark(text))];
    begins.into_iter().find_map(|(own_from, from)| {
        let mut theirs = letters(text, from);
        let same = |(at, c)| theirs.next().filter(|(_, other)| *other == c).map(|(other, _)| (at, other));
        let pairs = letters(own, own_from).map(same).collect::<Option<Vec<_>>>()?;
        theirs.next().is_none().then_some(pairs)
    })
}

/// Whether two texts are one but for blanks.
pub(super) fn same_but_blanks(one: &str, other: &str) -> bool {
    letters(one, 0).map(|(_, c)| c).eq(letters(other, 0).map(|(_, c)| c))
}

/// The text that a file has, held against the article's.
#[derive(Debug)]
pub(super) enum Alignment {
    /// They are the same.
    Same,
    /// They differ in blanks: the byte at which each character of the file's text that is no blank begins in its own text, and
    /// in the article's.
    Blanks(OffsetConverter, Vec<(usize, usize)>),
    /// They are two texts.
    Other(OffsetConverter),
}

impl Alignment {
    /// Linear in the length of both.
    pub(super) fn new(own: Option<&str>, text: &SourceText) -> Self {
        let Some(own) = own.filter(|own| *own != text.as_str()) else { return Self::Same };
        let converter = OffsetConverter::new(&SourceText::new(own));
        match paired(own, text.as_str()) {
            Some(pairs) => Self::Blanks(converter, pairs),
            None => Self::Other(converter),
        }
    }

    /// The stretch of the article that a stretch of the file's text stands for, with the words it had there.
    ///
    /// # Errors
    /// In words, when it is none.
    pub(super) fn place(
        &self,
        article: &OffsetConverter,
        unit: OffsetUnit,
        part: (usize, usize),
    ) -> Result<Span, Misplaced> {
        let own = match self {
            Self::Same => article,
            Self::Blanks(own, _) | Self::Other(own) => own,
        };
        let span = detect::span(own, unit, part).ok_or(Misplaced::Outside)?;
        match self {
            Self::Same => Ok(span),
            Self::Blanks(_, pairs) => moved(pairs, span.range(), article.text()).ok_or(Misplaced::Blank),
            Self::Other(own) => {
                let (before, after) = (context_before(own.text(), span), context_after(own.text(), span));
                locate(article.text(), own.text().slice(span), (before, after)).map_err(Misplaced::Sought)
            }
        }
    }
}

/// Why a stretch has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misplaced {
    /// It is no stretch of the text.
    Outside,
    /// It is of blanks alone, and the article has others there.
    Blank,
    /// Its words were looked for, and found so often as this.
    Sought(usize),
}

/// A stretch by pairs of characters.
fn moved(pairs: &[(usize, usize)], range: Range<usize>, text: &SourceText) -> Option<Span> {
    let first = pairs.partition_point(|(own, _)| *own < range.start);
    let end = pairs.partition_point(|(own, _)| *own < range.end);
    let (start, last) = (pairs.get(first)?.1, pairs[..end].last()?.1);
    if last < start {
        return None;
    }
    let length = text.as_str()[last..].chars().next()?.len_utf8();
    Span::new(text, ByteOffset::new(start), ByteOffset::new(last + length)).ok()
}

fn context_before(text: &SourceText, span: Span) -> &str {
    let all = &text.as_str()[..span.start().get()];
    let from = all.char_indices().rev().take(CONTEXT_CHARS).last().map_or(all.len(), |(at, _)| at);
    &all[from..]
}

fn context_after(text: &SourceText, span: Span) -> &str {
    let all = &text.as_str()[span.end().get()..];
    let to = all.char_indices().nth(CONTEXT_CHARS).map_or(all.len(), |(at, _)| at);
    &all[..to]
}

/// Where words stand: once in the text, or once with what is before and after them.
///
/// # Errors
/// How often they are there otherwise.
pub(super) fn locate(text: &SourceText, words: &str, (before, after): (&str, &str)) -> Result<Span, usize> {
    if words.is_empty() {
        return Err(0);
    }
    let all: Vec<usize> = text.as_str().match_indices(words).map(|(at, _)| at).collect();
    let alike = |at: &usize| {
        let common_before = text.as_str()[..*at].chars().rev().zip(before.chars().rev());
        let common_after = text.as_str()[*at + words.len()..].chars().zip(after.chars());
        (
            common_before.take_while(|(one, other)| one == other).count(),
            common_after.take_while(|(one, other)| one == other).count(),
        )
    };
    let at = match all.as_slice() {
        [] => return Err(0),
        [only] => *only,
        many => {
            let (wanted_before, wanted_after) = (before.chars().count(), after.chars().count());
            let whole: Vec<&usize> =
                many.iter().filter(|at| alike(at) == (wanted_before, wanted_after)).collect();
            match whole.as_slice() {
                [one] if wanted_before + wanted_after > 0 => **one,
                _ => return Err(many.len()),
            }
        }
    };
    let (start, end) = (ByteOffset::new(at), ByteOffset::new(at + words.len()));
    Span::new(text, start, end).map_err(|_empty| 0)
}

#[cfg(test)]
mod tests {
    use super::{Alignment, Misplaced, locate, same_but_blanks};
    use crate::format::exchange::{OffsetConverter, OffsetUnit};
    use crate::text::SourceText;

    #[test]
    fn blanks_move_no_mark() {
        fn check(own: &str, text: &str, part: (usize, usize), expected: Result<&str, Misplaced>) {
            let article = OffsetConverter::new(&SourceText::new(text));
            let alignment = Alignment::new(Some(own), article.text());
            let found = alignment.place(&article, OffsetUnit::Utf16, part);
            assert_eq!(found.map(|span| article.text().slice(span)), expected, "{own:?} in {text:?}");
        }
        check("🔴 नरेश met Meera", "🔴  नरेश  met\nMeera\n", (3, 7), Ok("नरेश"));
        check("🔴 नरेश met Meera", "🔴  नरेश  met\nMeera\n", (8, 17), Ok("met\nMeera"));
        check("🔴 नरेश met Meera", "\u{feff}🔴 नरेश met Meera", (3, 7), Ok("नरेश"));
        check("a  b", "a b", (1, 2), Err(Misplaced::Blank));
        check("a b", "a  b", (0, 9), Err(Misplaced::Outside));
        check("🔴 b", "🔴\tb", (1, 3), Err(Misplaced::Outside));
        // Another text: words that stand once, or once among these neighbours.
        check("old: Meera left", "new: then Meera left", (5, 10), Ok("Meera"));
        check("a b", "b b c", (2, 3), Err(Misplaced::Sought(2)));
        check("a x", "b b c", (2, 3), Err(Misplaced::Sought(0)));
    }

    #[test]
    fn words_are_found_by_what_stands_around_them() {
        let text = SourceText::new("Meera met Meera");
        let found = |before, after| locate(&text, "Meera", (before, after)).map(|span| span.start().get());
        assert_eq!(found("", " met"), Ok(0));
        assert_eq!(found("met ", ""), Ok(10));
        assert_eq!(found("", ""), Err(2));
        assert_eq!(found("saw ", ""), Err(2));
        assert!(same_but_blanks("a\n b", "ab ") && !same_but_blanks("a", "A"));
    }
}
