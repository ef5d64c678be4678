//! `CoNLL` columns, IOB2: a word a line, a blank line after each sentence.
//!
//! One tag a word, so of marks that share words the longest stays. Entities and claims have a file each, since claims
//! hold entities as a rule. Comments say which article a stretch belongs to, and whose marks these are.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use super::{
    Article, Encoded, Fate, FilePiece, Mark, OffsetUnit, PieceKind, Record, Tagged, Untagged, percent, tag,
    tokens,
};
use crate::format::Issue;
use crate::model::{Annotation, AnnotationKind, AnnotationSet};
use crate::text::Span;

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
    let words = tokens(article, own());
    let Tagged { tags, marks } = tag(&words, own());
    for (annotation, parts) in marks {
        let parts = match parts {
            Ok(parts) => parts,
            Err(why) => {
                let reason = match why {
                    Untagged::NoWord => "it covers no word",
                    Untagged::Taken => {
                        "CoNLL allows one tag per word; a longer annotation covers these words"
                    }
                };
                out.losses.push(article.loss(annotation, Fate::Dropped, reason));
                continue;
            }
        };
        out.losses.extend(
            article.split(annotation, "each part of a discontinuous annotation is a mark of its own"),
        );
        let exact = |(span, part): (&Span, &Range<usize>)| {
            words[part.start].range.start == span.start().get()
                && words[part.end - 1].range.end == span.end().get()
        };
        let all = annotation.spans.as_slice();
        if all.len() != parts.len() || !all.iter().zip(&parts).all(exact) {
            let reason = "blanks at its edges are left out";
            out.losses.push(article.loss(annotation, Fate::Widened, reason));
        }
        out.losses.extend(article.beyond_labels(annotation));
        out.annotations += 1;
    }
    let _ = writeln!(text, "# file = {}\n# annotator = {}", article.document.file, set.annotator);
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

/// Words and tags of one article, as they stand between two `# file` comments.
#[derive(Debug, Default)]
pub(super) struct Columns {
    file: Option<String>,
    annotator: Option<String>,
    /// The text as far as columns tell: words with a blank between, a line for each sentence.
    text: String,
    /// Length of the text in code points.
    chars: usize,
    marks: Vec<Mark>,
    /// Whether the last word is within the last mark.
    open: bool,
    line: usize,
}

impl Columns {
    fn word(&mut self, word: &str, tag: &str) {
        let start = self.chars;
        self.text.push_str(word);
        self.text.push(' ');
        let end = start + word.chars().count();
        self.chars = end + 1;
        let Some((iob, label)) = tag.split_once('-') else {
            self.open = false;
            return;
        };
        let label = percent::decode(label);
        let goes_on = |mark: &&mut Mark| self.open && iob == "I" && mark.label == label;
        if let Some(mark) = self.marks.last_mut().filter(goes_on) {
            mark.spans[0].1 = end;
        } else {
            // An I without a B begins a mark all the same.
            let spans = vec![(start, end)];
            self.marks.push(Mark { label, spans, ..Mark::default() });
        }
        self.open = true;
    }

    fn end_sentence(&mut self) {
        self.open = false;
        if self.text.ends_with(' ') {
            self.text.pop();
            self.text.push('\n');
        }
    }
}

/// Reads lines one by one; gives an article whenever one is complete. `None` ends the file.
pub(super) fn line(columns: &mut Columns, number: usize, line: Option<&str>) -> (Option<Record>, Vec<Issue>) {
    let Some(text) = line else { return (finish(std::mem::take(columns)), Vec::new()) };
    let text = text.trim_end_matches(['\r', '\n']);
    let comment = text.strip_prefix("# ").and_then(|c| c.split_once(" = "));
    match comment {
        Some(("file", file)) => {
            let done = finish(std::mem::take(columns));
            columns.file = Some(file.trim().to_owned());
            columns.line = number;
            return (done, Vec::new());
        }
        Some(("annotator", who)) => columns.annotator = Some(who.trim().to_owned()),
        _ if text.trim().is_empty() => columns.end_sentence(),
        _ if text.starts_with("# ") || text.starts_with("-DOCSTART-") => {}
        _ => {
            let separator = |c: char| c == '\t' || c == ' ';
            let word = text.split(separator).next().unwrap_or_default();
            let tag = text.rsplit(separator).next().unwrap_or("O");
            let known = tag == "O" || tag.starts_with("B-") || tag.starts_with("I-");
            if word.is_empty() || !known || word.len() == text.len() {
                let what =
                    format!("“{}” is no word with an IOB tag", text.chars().take(60).collect::<String>());
                return (None, vec![Issue::new(format!("line {number}"), what, "it was left out")]);
            }
            columns.word(word, tag);
        }
    }
    (None, Vec::new())
}

fn finish(columns: Columns) -> Option<Record> {
    let text = columns.text.trim_end();
    (!text.is_empty()).then(|| Record {
        place: format!("line {}", columns.line),
        file: columns.file,
        text: Some(text.to_owned()),
        annotator: columns.annotator,
        unit: Some(OffsetUnit::CodePoint),
        marks: columns.marks,
        ..Record::default()
    })
}

/// Where the words of a record stand in the article they were taken from: the record's marks with offsets of `text`.
///
/// Words follow one another in the text with nothing but white space between them; nothing when they do not.
pub(super) fn realign(record: &Record, text: &str) -> Option<Vec<Mark>> {
    let joined = record.text.as_deref()?;
    let spans = || record.marks.iter().flat_map(|mark| &mark.spans);
    let sorted = |edges: &mut Vec<usize>| {
        edges.sort_unstable();
        edges.dedup();
    };
    let (mut starts, mut ends): (Vec<usize>, Vec<usize>) =
        (spans().map(|s| s.0).collect(), spans().map(|s| s.1).collect());
    sorted(&mut starts);
    sorted(&mut ends);
    let (mut new_starts, mut new_ends) = (Vec::with_capacity(starts.len()), Vec::with_capacity(ends.len()));
    // The n-th character that is no blank is the same in both.
    let letter = |(_, c): &(usize, char)| !c.is_whitespace();
    let mut other = text.chars().enumerate().filter(letter);
    let mut last = 0;
    for (at, c) in joined.chars().enumerate().filter(letter) {
        let (to, _) = other.next().filter(|(_, same)| *same == c)?;
        while ends.get(new_ends.len()).is_some_and(|end| *end <= at) {
            new_ends.push(last);
        }
        while starts.get(new_starts.len()).is_some_and(|start| *start <= at) {
            new_starts.push(to);
        }
        last = to + 1;
    }
    if other.next().is_some() {
        return None;
    }
    new_ends.resize(ends.len(), last);
    let moved = record.marks.iter().map(|mark| {
        let spans = mark.spans.iter().map(|(start, end)| {
            let (start, end) = (starts.binary_search(start).ok()?, ends.binary_search(end).ok()?);
            Some((*new_starts.get(start)?, new_ends[end]))
        });
        Some(Mark { spans: spans.collect::<Option<_>>()?, ..mark.clone() })
    });
    moved.collect()
}
