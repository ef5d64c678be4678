//! `CoNLL` columns, IOB2: a word a line, a blank line after each sentence.
//!
//! One tag a word, so of marks that share words the longest stays. Entities and claims have a file each, since claims
//! hold entities as a rule. Comments say which article a stretch belongs to, and whose marks these are.

mod article;
mod columns;
mod layout;
mod misc;
mod universal;

use std::borrow::Cow;
use std::fmt::Write as _;

pub(super) use self::columns::Columns;
pub(super) use self::layout::{Layer, Tag};
use super::{Article, Encoded, FilePiece, PieceKind, Tagged, percent, tag, tokens};
use crate::model::{Annotation, AnnotationKind, AnnotationSet};

/// The format of columns that lines look like: tags beside words, or Universal Dependencies.
pub(super) fn columns_of(lines: &[&str]) -> Option<&'static str> {
    let layout = layout::Layout::of(lines)?;
    Some(if layout.tags.is_empty() { "conllu" } else { "conll" })
}

/// The article's words with the tags of each layer.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    let layers = [(AnnotationKind::Entity, "entities.conll"), (AnnotationKind::Claim, "claims.conll")];
    for (kind, file) in layers {
        let mut text = String::new();
        for set in article.sets {
            layer(article, set, kind, &mut text, &mut out);
        }
        out.pieces.push(FilePiece { path: file.to_owned(), bytes: text.into_bytes(), part: PieceKind::Next });
    }
    for set in article.sets {
        let reason = "columns have no relations";
        out.losses.extend(set.relations().map(|relation| article.lost_relation(relation, reason)));
    }
    out
}

fn layer(
    article: &Article<'_>,
    set: &AnnotationSet,
    kind: AnnotationKind,
    text: &mut String,
    out: &mut Encoded,
) {
    let own = || set.annotations().iter().map(AsRef::as_ref).filter(|a: &&Annotation| a.kind == kind);
    let words = tokens(article, set, own());
    let Tagged { tags, marks } = tag(&words, own());
    for (annotation, parts) in marks {
        let taken = "CoNLL allows one tag per word; a longer annotation covers these words";
        article.note_tagging(annotation, (&words, parts), taken, out);
    }
    let (file, state) = (&article.document.file, set.state().name());
    let _ = writeln!(text, "# file = {file}\n# annotator = {}\n# state = {state}", set.annotator);
    let ends = article.sentence_ends();
    let mut next = 0;
    for (n, (token, tag)) in words.iter().zip(&tags).enumerate() {
        text.push_str(&article.text()[token.range.clone()]);
        if let Some((first, mark)) = tag {
            text.push_str(if *first { "\tB-" } else { "\tI-" });
            text.push_str(&column(&mark.label));
        } else {
            text.push_str("\tO");
        }
        text.push('\n');
        while ends.get(next).is_some_and(|end| *end < token.range.end) {
            next += 1;
        }
        let ended = ends.get(next).is_some_and(|end| words.get(n + 1).is_none_or(|t| t.range.start >= *end));
        // A mark goes on over the end of a sentence: it must not be cut there.
        let goes_on = tags.get(n + 1).is_some_and(|t| matches!(t, Some((false, _))));
        if ended && !goes_on {
            text.push('\n');
        }
    }
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
}

/// A label as a column may hold it: blanks are percent-encoded.
fn column(label: &str) -> Cow<'_, str> {
    let ends_column = |b: u8| b.is_ascii_whitespace() || b == b'%';
    if label.bytes().any(ends_column) {
        percent::encode(label, |b| !ends_column(b)).into()
    } else {
        label.into()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadOptions, Reading, Source};
    use super::Columns;

    #[test]
    fn short_rows_among_many_columns_cost_what_they_hold() {
        /// So many rows with all columns, and so many with the first only: how many marks and remarks come of them.
        fn check(columns: usize, (full, short): (usize, usize), expected: (usize, usize)) {
            let options = ReadOptions::default();
            let source = Source { name: "x", beside: &|_| None, options: &options };
            let (mut marks, mut remarks) = (0, 0);
            let mut consume = |reading: Reading| {
                marks += reading.records.iter().map(|record| record.marks.len()).sum::<usize>();
                remarks += reading.remarks.len();
            };
            let mut file = Columns::new(&source);
            let row = format!("Mira{}", "\tO".repeat(columns));
            (1..=full).for_each(|n| file.line(n, &row, &mut consume));
            (1..=short).for_each(|n| file.line(n, "Mira\tB-PER", &mut consume));
            file.end(&mut consume);
            assert_eq!((marks, remarks), expected, "{columns} columns, {full} and {short} rows");
        }
        check(2, (4, 3), (3, 3));
        check(1, (4, 3), (3, 0));
        check(2_000, (500, 100_000), (100_000, 100_000));
    }
}
