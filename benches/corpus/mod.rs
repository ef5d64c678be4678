//! Large articles made of the samples' paragraphs, with as many annotations as wanted.

#![allow(dead_code, clippy::disallowed_methods, reason = "a benchmark needs some of it, and some need files")]

use std::path::{Path, PathBuf};

use tippani::format::{article, sidecar};
use tippani::model::{Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, Document};
use tippani::text::{ByteOffset, Span};

/// The large article: 10 MB with an annotation every 190 bytes or so.
pub(crate) const BYTES: usize = 10_000_000;
/// How many annotations it has.
pub(crate) const MARKS: usize = 51_600;
/// Articles as they come are this large.
pub(crate) const SMALL: usize = 5_000;

const SAMPLES: [&str; 3] = [
    include_str!("../../samples/bridge-gu.txt"),
    include_str!("../../samples/bridge-hi.txt"),
    include_str!("../../samples/bridge-en.txt"),
];

/// An article of at least `bytes` bytes.
pub(crate) fn document(bytes: usize) -> Document {
    let paragraphs = SAMPLES.iter().flat_map(|s| s.lines()).filter(|line| line.len() > 80);
    let mut text = String::with_capacity(bytes + 2048);
    for paragraph in paragraphs.cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    article::decode("bench.txt", text.as_bytes()).value
}

/// `count` annotations of one to three words, all over the article.
pub(crate) fn annotations(document: &Document, count: usize) -> AnnotationSet {
    let words: Vec<usize> = document.text.as_str().match_indices(' ').map(|(at, _)| at).collect();
    let step = words.len() / (count + 1);
    let marks = (0..count).map(|n| {
        let (first, last) = (words[n * step] + 1, words[n * step + 1 + n % 3.min(step - 1)]);
        let span =
            Span::new(&document.text, ByteOffset::new(first), ByteOffset::new(last)).expect("between spaces");
        let id = AnnotationId::new(format!("01JD{n:022}"));
        let now = "2026-01-02T03:04:05Z".parse().expect("it is a time");
        let (kind, label) = match n % 4 {
            0 => (AnnotationKind::Claim, "statement"),
            1 => (AnnotationKind::Entity, "person"),
            2 => (AnnotationKind::Entity, "location"),
            _ => (AnnotationKind::Entity, "event"),
        };
        Annotation::new(id, kind, label, span.into(), now)
    });
    AnnotationSet::new(annotator()).with_annotations(marks.collect()).0
}

/// So many claims over the first paragraph, each on all of it.
pub(crate) fn claims_on_one_paragraph(document: &Document, count: usize) -> AnnotationSet {
    let end = document.text.as_str().find('\n').expect("it has several paragraphs");
    let span = Span::new(&document.text, ByteOffset::default(), ByteOffset::new(end)).expect("a paragraph");
    let claim = |n: usize| {
        let id = AnnotationId::new(format!("01JD{n:022}"));
        let now = "2026-01-02T03:04:05Z".parse().expect("it is a time");
        Annotation::new(id, AnnotationKind::Claim, "statement", span.into(), now)
    };
    AnnotationSet::new(annotator()).with_annotations((0..count).map(claim).collect()).0
}

/// Who annotates.
pub(crate) fn annotator() -> Annotator {
    Annotator::new("bench").expect("a slug")
}

/// Writes an article and its sidecar into a folder and says where the article is.
pub(crate) fn write(folder: &Path, bytes: usize, marks: usize) -> PathBuf {
    let document = document(bytes);
    let set = annotations(&document, marks);
    write_set(folder, &document, &set)
}

/// Writes an article and this set of it into a folder and says where the article is.
pub(crate) fn write_set(folder: &Path, document: &Document, set: &AnnotationSet) -> PathBuf {
    let path = folder.join(&*document.file);
    std::fs::write(&path, document.text.as_str()).expect("a temporary folder can be written");
    let sidecar_bytes = sidecar::encode(set, document).expect("spans of this text");
    let name = sidecar::file_name(&document.file, &annotator());
    std::fs::write(folder.join(name), sidecar_bytes).expect("a temporary folder can be written");
    path
}
