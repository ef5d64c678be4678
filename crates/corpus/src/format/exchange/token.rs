//! Words as token formats want them.

use std::ops::Range;

use std::borrow::Cow;

use super::{Article, Encoded, Fate, OffsetUnit};
use crate::model::{Annotation, AnnotationSet};
use crate::text::{SourceText, Span};

/// Where the words of a file are kept on a set that came from it, among the fields that no version knows.
const TOKENS: &str = "tokens";

/// One token: bytes of the text, and whether blanks follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: Range<usize>,
    /// Whether white space follows at once.
    pub blank_after: bool,
}

/// Keeps the words of a file on the set that came from it, where they are not those that this program finds; start and end in
/// code points.
pub(super) fn keep_tokens(set: &mut AnnotationSet, tokens: &[Span], text: &SourceText) {
    let is_usual =
        || crate::text::words(text.as_str()).into_iter().eq(tokens.iter().map(|span| span.range()));
    if tokens.is_empty() || is_usual() {
        return;
    }
    let pair = |span: &Span| [text.to_char(span.start()).get(), text.to_char(span.end()).get()];
    let pairs: Vec<[usize; 2]> = tokens.iter().map(pair).collect();
    if let Ok(json) = serde_json::to_string(&pairs) {
        set.extra.keep(TOKENS, json);
    }
}

/// The words of an article as the file parted them that the set came from, else as this program does. Words of a file that are
/// not all of the text are of another version of it.
fn words<'a>(article: &'a Article<'_>, set: &AnnotationSet) -> Cow<'a, [Range<usize>]> {
    let kept = || {
        let pairs: Vec<(usize, usize)> = serde_json::from_str(set.extra.get(TOKENS)?).ok()?;
        let place = |at| article.units.place(OffsetUnit::CodePoint, at).map(crate::text::ByteOffset::get);
        let mut at = 0;
        let mut words = Vec::with_capacity(pairs.len());
        for (start, end) in pairs {
            let (start, end) = (place(start)?, place(end)?);
            let gap = article.text().get(at..start).filter(|_| start < end)?;
            if !gap.trim().is_empty() {
                return None;
            }
            words.push(start..end);
            at = end;
        }
        article.text()[at..].trim().is_empty().then_some(words)
    };
    kept().map_or_else(|| Cow::Borrowed(article.words()), Cow::Owned)
}

/// The words of an article, cut once more wherever one of the annotations begins or ends: so no edge lies within a token,
/// and a case ending that is left off is a token of its own.
#[must_use]
pub fn tokens<'a>(
    article: &Article<'_>,
    set: &AnnotationSet,
    annotations: impl Iterator<Item = &'a Annotation>,
) -> Vec<Token> {
    let words = words(article, set);
    let spans = annotations.flat_map(|a| a.spans.as_slice());
    let mut edges: Vec<usize> = spans.flat_map(|s| [s.start().get(), s.end().get()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut tokens: Vec<Token> = Vec::with_capacity(words.len());
    let mut next = 0;
    for word in words.iter() {
        let (mut from, end) = (word.start, word.end);
        if let Some(last) = tokens.last_mut() {
            last.blank_after = last.range.end < from;
        }
        while edges.get(next).is_some_and(|edge| *edge <= from) {
            next += 1;
        }
        while let Some(&edge) = edges.get(next).filter(|edge| **edge < end) {
            tokens.push(Token { range: from..edge, blank_after: false });
            from = edge;
            next += 1;
        }
        tokens.push(Token { range: from..end, blank_after: false });
    }
    tokens
}

/// The same with tokens for blanks, as spaCy has them: one blank after a word belongs to it, all else stands by itself.
///
/// So the tokens are the whole text, and every edge of a mark is an edge of a token, in blanks too.
#[must_use]
pub fn tokens_and_blanks<'a>(
    article: &Article<'_>,
    set: &AnnotationSet,
    annotations: &(impl Iterator<Item = &'a Annotation> + Clone),
) -> Vec<Token> {
    let spans = || annotations.clone().flat_map(|a| a.spans.as_slice());
    let mut starts: Vec<usize> = spans().map(|s| s.start().get()).collect();
    let mut ends: Vec<usize> = spans().map(|s| s.end().get()).collect();
    starts.sort_unstable();
    ends.sort_unstable();
    let starts = |at: usize| starts.binary_search(&at).is_ok();
    let ends = |at: usize| ends.binary_search(&at).is_ok();
    let text = article.text();
    let mut all: Vec<Token> = Vec::new();
    let mut at = 0;
    let end = Token { range: text.len()..text.len(), blank_after: false };
    for word in tokens(article, set, annotations.clone()).into_iter().chain(std::iter::once(end)) {
        let gap = at..word.range.start;
        if let Some(before) = all.last_mut() {
            let own = text[gap.clone()].starts_with(' ') && !starts(at) && !ends(at + 1);
            before.blank_after = own;
            at += usize::from(own);
        }
        let mut from = at;
        for (n, c) in text[at..gap.end].char_indices() {
            let to = gap.start.max(at) + n + c.len_utf8();
            if to == gap.end || starts(to) || ends(to) {
                all.push(Token { range: from..to, blank_after: false });
                from = to;
            }
        }
        at = word.range.end;
        if !word.range.is_empty() {
            all.push(Token { blank_after: false, ..word });
        }
    }
    all
}

/// Indexes of the first token and the one after the last that a stretch covers; nothing when it covers none.
#[must_use]
pub fn covering(tokens: &[Token], range: &Range<usize>) -> Option<Range<usize>> {
    let first = tokens.partition_point(|t| t.range.end <= range.start);
    let end = tokens.partition_point(|t| t.range.start < range.end);
    (first < end).then_some(first..end)
}

/// Which mark each token belongs to, and whether it begins there.
#[derive(Clone, Debug)]
pub struct Tagged<'a> {
    /// For each token its mark and whether it is the first of it.
    pub tags: Vec<Option<(bool, &'a Annotation)>>,
    /// Marks with the tokens of each part, the longest first; no tokens where it has none, or others have them.
    pub marks: Vec<(&'a Annotation, Result<Parts, Untagged>)>,
}

/// The tokens of each part of a mark.
pub type Parts = Vec<Range<usize>>;

/// Why a mark has no tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Untagged {
    /// It covers none.
    NoWord,
    /// A longer one has some of them.
    Taken,
}

/// One tag a token: of marks that share tokens the longest has them.
#[must_use]
pub fn tag<'a>(tokens: &[Token], annotations: impl Iterator<Item = &'a Annotation>) -> Tagged<'a> {
    let mut tags: Vec<Option<(bool, &Annotation)>> = vec![None; tokens.len()];
    let mut longest: Vec<&Annotation> = annotations.collect();
    longest.sort_by_key(|a| (std::cmp::Reverse(a.spans.bytes()), a.spans.first().start()));
    let mut place = |annotation: &'a Annotation| {
        let parts = annotation.spans.as_slice().iter().filter_map(|s| covering(tokens, &s.range()));
        let parts: Parts = parts.collect();
        if parts.is_empty() {
            return Err(Untagged::NoWord);
        }
        if parts.iter().cloned().flatten().any(|n| tags[n].is_some()) {
            return Err(Untagged::Taken);
        }
        for part in &parts {
            for n in part.clone() {
                tags[n] = Some((n == part.start, annotation));
            }
        }
        Ok(parts)
    };
    let marks = longest.into_iter().map(|annotation| (annotation, place(annotation))).collect();
    Tagged { tags, marks }
}

impl Article<'_> {
    /// Counts a mark that tags hold, and tells what of it they do not; `taken` is why where a longer mark has its words.
    pub(super) fn note_tagging(
        &self,
        annotation: &Annotation,
        (words, parts): (&[Token], Result<Parts, Untagged>),
        taken: &'static str,
        out: &mut Encoded,
    ) {
        let parts = match parts {
            Ok(parts) => parts,
            Err(why) => {
                let reason = match why {
                    Untagged::NoWord => "it covers no word",
                    Untagged::Taken => taken,
                };
                out.losses.push(self.loss(annotation, Fate::Dropped, reason));
                return;
            }
        };
        out.losses
            .extend(self.split(annotation, "each part of a discontinuous annotation is a mark of its own"));
        self.note_edges(annotation, words, &parts, out);
        out.losses.extend(self.beyond_labels(annotation));
        out.annotations += 1;
    }

    /// The tokens of each part of a mark, and a loss where they leave out blanks; nothing, and a loss, where a part covers none.
    pub(super) fn token_parts(
        &self,
        annotation: &Annotation,
        words: &[Token],
        out: &mut Encoded,
    ) -> Option<Parts> {
        let parts = annotation.spans.as_slice().iter().map(|span| covering(words, &span.range()));
        let Some(parts) = parts.collect::<Option<Parts>>() else {
            out.losses.push(self.loss(annotation, Fate::Dropped, "it covers no word"));
            return None;
        };
        self.note_edges(annotation, words, &parts, out);
        Some(parts)
    }

    /// Tells where a mark's tokens do not begin and end as the mark does.
    fn note_edges(
        &self,
        annotation: &Annotation,
        words: &[Token],
        parts: &[Range<usize>],
        out: &mut Encoded,
    ) {
        let is_exact = |(span, part): (&Span, &Range<usize>)| {
            words[part.start].range.start == span.start().get()
                && words[part.end - 1].range.end == span.end().get()
        };
        let all = annotation.spans.as_slice();
        if all.len() != parts.len() || !all.iter().zip(parts).all(is_exact) {
            out.losses.push(self.loss(annotation, Fate::Widened, "blanks at its edges are left out"));
        }
    }
}
