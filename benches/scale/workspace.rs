//! Workspaces of any number of articles, always the same: three annotators with fifty marks each in articles of news in three
//! scripts; and one paragraph with very many marks.

use std::path::Path;

use tippani::format::{article, sidecar};
use tippani::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, EntityRef,
    Evidence, State, Value,
};
use tippani::text::{ByteOffset, Span};

use crate::corpus;

/// Marks of each annotator in each article.
pub(crate) const MARKS: usize = 50;
const NAMES: [&str; 3] = ["meera", "ravi", "zoya"];
const LABELS: [(AnnotationKind, &str); 5] = [
    (AnnotationKind::Entity, "person"),
    (AnnotationKind::Entity, "location"),
    (AnnotationKind::Entity, "organization"),
    (AnnotationKind::Claim, "statement"),
    (AnnotationKind::Claim, "allegation"),
];
/// Different articles; more of them are the same again, under other names and with other marks.
const TEXTS: usize = 24;

pub(crate) fn annotators() -> Vec<Annotator> {
    NAMES.map(|name| Annotator::new(name).expect("a slug")).to_vec()
}

/// Writes so many articles with the sidecars of three annotators.
pub(crate) fn write(folder: &Path, articles: usize) {
    let texts: Vec<String> = (0..TEXTS).map(text).collect();
    for n in 0..articles {
        let file = format!("{:03}/{n:06}.txt", n % 500);
        let path = folder.join(&file);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        let document = article::decode(&file, texts[n % TEXTS].as_bytes()).value;
        std::fs::write(&path, document.text.as_str()).expect("it can be written");
        let mut random = fastrand::Rng::with_seed(n as u64);
        let base = marks(&document, &mut random);
        for annotator in annotators() {
            let set = blurred(&document, &annotator, &base, &mut random);
            let bytes = sidecar::encode(&set, &document).expect("spans of this text");
            let name = folder.join(sidecar::file_name(&file, &annotator));
            std::fs::write(name, bytes).expect("it can be written");
        }
    }
}

/// An article of four to seven thousand bytes.
fn text(n: usize) -> String {
    let source = corpus::document(corpus::SMALL * 4);
    let paragraphs: Vec<&str> = source.text.as_str().split("\n\n").filter(|p| !p.is_empty()).collect();
    let mut text = format!("Article {n}\n\n");
    for at in 0.. {
        if text.len() > 4_000 + n * 120 {
            break;
        }
        text.push_str(paragraphs[(n * 5 + at * 3) % paragraphs.len()]);
        text.push_str("\n\n");
    }
    text
}

/// Marks of one to three words, all over the article.
fn marks(document: &Document, random: &mut fastrand::Rng) -> Vec<(Span, usize)> {
    let text = document.text.as_str();
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let step = blanks.len() / (MARKS + 1);
    let mark = |n: usize| {
        let first = n * step + random.usize(..step / 2);
        let last = first + 1 + random.usize(..(step / 2).clamp(1, 3));
        let (start, end) = (blanks[first] + 1, blanks[last]);
        let end = text[start..end].find('\n').map_or(end, |line| start + line).max(start + 1);
        let end = (end..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
        let span = Span::new(&document.text, ByteOffset::new(start), ByteOffset::new(end)).expect("words");
        (span, random.usize(..LABELS.len()))
    };
    (0..MARKS).map(mark).collect()
}

/// What one annotator made of it: some marks are missing, named otherwise or of other edges.
fn blurred(
    document: &Document,
    annotator: &Annotator,
    base: &[(Span, usize)],
    random: &mut fastrand::Rng,
) -> AnnotationSet {
    let mut annotations = Vec::with_capacity(base.len());
    for (n, (span, label)) in base.iter().enumerate() {
        let (mut span, mut label) = (*span, *label);
        match random.u8(..20) {
            0 => continue,
            1 => label = random.usize(..LABELS.len()),
            2 => span = wider(document, span),
            _ => {}
        }
        annotations.push(annotation(n, span, label, random));
    }
    let (mut set, _) = AnnotationSet::new(annotator.clone()).with_annotations(annotations);
    set.set_state(State::Done);
    set
}

/// A span that reaches to the end of the next word.
fn wider(document: &Document, span: Span) -> Span {
    let text = document.text.as_str();
    let from = (span.end().get() + 1).min(text.len());
    let Some(next) = text.get(from..).and_then(|rest| rest.find([' ', '\n'])) else { return span };
    Span::new(&document.text, span.start(), ByteOffset::new(from + next)).unwrap_or(span)
}

fn annotation(n: usize, span: Span, label: usize, random: &mut fastrand::Rng) -> Annotation {
    let millis = 1_767_323_045_000 + n as u64 * 7_000 + random.u64(..1_000);
    let id = AnnotationId::new(ulid::Ulid::from_parts(millis, random.u128(..)).to_string());
    let now = "2026-01-02T03:04:05Z".parse().expect("it is a time");
    let (kind, label) = LABELS[label];
    let mut annotation = Annotation::new(id, kind, label, span.into(), now);
    if kind == AnnotationKind::Claim {
        let evidence = Some(Evidence { span });
        let claimer = Value::Entity(EntityRef::from(["andrei-belousov", "author", "asha-rao"][n % 3]));
        for (name, value) in [("claimer", claimer), ("sentiment", Value::Text("negative".to_owned()))] {
            annotation.attributes.insert(name.into(), AttributeValue { value, evidence });
        }
    }
    annotation
}

/// Writes one article of one long paragraph, on which each of two annotators has so many claims that lie over each other.
pub(crate) fn write_crowd(folder: &Path, claims: usize) {
    let paragraph = text(0).replace('\n', " ");
    let document = article::decode("crowd.txt", paragraph.as_bytes()).value;
    std::fs::write(folder.join("crowd.txt"), &paragraph).expect("it can be written");
    let blanks: Vec<usize> = paragraph.match_indices(' ').map(|(at, _)| at).collect();
    for (who, annotator) in annotators().into_iter().take(2).enumerate() {
        let mut random = fastrand::Rng::with_seed(who as u64);
        let claim = |n: usize| {
            let first = random.usize(..blanks.len() - 1);
            let last = (first + 1 + random.usize(..120)).min(blanks.len() - 1);
            let (start, end) = (ByteOffset::new(blanks[first] + 1), ByteOffset::new(blanks[last]));
            let span = Span::new(&document.text, start, end)
                .or_else(|_| Span::new(&document.text, ByteOffset::new(0), end));
            let id = AnnotationId::new(format!("01JD{who}{n:021}"));
            let now = "2026-01-02T03:04:05Z".parse().expect("it is a time");
            let label = LABELS[3 + n % 2].1;
            Annotation::new(id, AnnotationKind::Claim, label, span.expect("words").into(), now)
        };
        let claims: Vec<Annotation> = (0..claims).map(claim).collect();
        let (mut set, _) = AnnotationSet::new(annotator.clone()).with_annotations(claims);
        set.set_state(State::Done);
        let bytes = sidecar::encode(&set, &document).expect("spans of this text");
        std::fs::write(folder.join(sidecar::file_name("crowd.txt", &annotator)), bytes)
            .expect("it can be written");
    }
}
