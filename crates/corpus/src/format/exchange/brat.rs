//! brat standoff: `.txt` and `.ann` side by side. <https://brat.nlplab.org/standoff.html>
//!
//! Offsets are code points. A text column may not hold a line ending, so a span over several lines has a fragment on
//! each. What standoff has no line for stands in a note of type `tippani`, as JSON.

use std::collections::HashMap;
use std::fmt::Write as _;

use indexmap::IndexMap;
use serde_json::{Map, Value as Json, json};

use super::tree::Tree;
use super::{Article, Encoded, Fate, FilePiece, Link, Mark, OffsetUnit, PieceKind, Record, value};
use crate::format::Issue;
use crate::model::{Annotation, AnnotationSet, Schema, Value};
use crate::text::Span;

/// The note type for what standoff cannot say.
const NOTE_TYPE: &str = "tippani";

/// Text and annotations of every set, in a folder for each annotator.
pub(super) fn encode(article: &Article<'_>) -> Encoded {
    let mut out = Encoded::default();
    for set in article.sets {
        let annotator = set.annotator.as_str();
        let bytes = article.text().as_bytes().to_vec();
        out.pieces.push(FilePiece { path: article.path(annotator, ".txt"), bytes, part: PieceKind::Text });
        let mut file = Ann { article, text: String::new(), next: Counters::default(), out: &mut out };
        file.set(set);
        let bytes = file.text.into_bytes();
        out.pieces.push(FilePiece { path: article.path(annotator, ".ann"), bytes, part: PieceKind::Whole });
    }
    out
}

#[derive(Default)]
struct Counters {
    attribute: usize,
    note: usize,
    reference: usize,
}

struct Ann<'a, 'b> {
    article: &'a Article<'b>,
    text: String,
    next: Counters,
    out: &'a mut Encoded,
}

impl Ann<'_, '_> {
    fn set(&mut self, set: &AnnotationSet) {
        let mut numbers = HashMap::new();
        for (n, annotation) in set.annotations().iter().enumerate() {
            numbers.insert(annotation.id.clone(), n + 1);
            self.annotation(n + 1, annotation);
        }
        let (links, losses) = self.article.links(set);
        self.out.losses.extend(losses);
        for (n, (relation, to)) in links.into_iter().enumerate() {
            let (from, to) = (numbers[&relation.from], numbers[to]);
            let _ = writeln!(self.text, "R{}\t{} Arg1:T{from} Arg2:T{to}", n + 1, name(&relation.label));
        }
    }

    fn annotation(&mut self, n: usize, annotation: &Annotation) {
        let parts: Vec<Span> =
            annotation.spans.as_slice().iter().flat_map(|span| self.lines(*span)).collect();
        if parts.is_empty() {
            let reason = "a line ending alone cannot be a fragment";
            self.out.losses.push(self.article.loss(annotation, Fate::Dropped, reason));
            return;
        }
        if parts != annotation.spans.as_slice() {
            let reason = "a span over several lines has a fragment on each, without the line endings";
            self.out.losses.push(self.article.loss(annotation, Fate::Split, reason));
        }
        self.out.annotations += 1;
        let offsets = parts.iter().map(|part| {
            let (start, end) = self.article.offsets(OffsetUnit::CodePoint, *part);
            format!("{start} {end}")
        });
        let offsets = offsets.collect::<Vec<_>>().join(";");
        let words = parts.iter().map(|part| self.article.quote(*part)).collect::<Vec<_>>().join(" ");
        let _ = writeln!(self.text, "T{n}\t{} {offsets}\t{words}", name(&annotation.label));
        if let Some(entity) = &annotation.entity {
            self.next.reference += 1;
            let _ = writeln!(self.text, "N{}\tReference T{n} tippani:{entity}\t{words}", self.next.reference);
        }
        let mut rest = Map::new();
        for (id, attribute) in &annotation.attributes {
            let word = match (&attribute.value, attribute.evidence) {
                (Value::Text(text), None) if is_word(text) && is_word(id) => format!(" {text}"),
                (Value::Flag(true), None) if is_word(id) => String::new(),
                _ => {
                    rest.insert(
                        id.to_string(),
                        value::to_json(self.article, OffsetUnit::CodePoint, attribute),
                    );
                    continue;
                }
            };
            self.next.attribute += 1;
            let _ = writeln!(self.text, "A{}\t{id} T{n}{word}", self.next.attribute);
        }
        if !annotation.note.is_empty() && !annotation.note.contains(['\n', '\r']) {
            self.note("AnnotatorNotes", n, &annotation.note);
        }
        let mut more = Map::new();
        if annotation.note.contains(['\n', '\r']) {
            more.insert("note".to_owned(), json!(annotation.note));
        }
        if !rest.is_empty() {
            more.insert("attributes".to_owned(), Json::Object(rest));
        }
        if let Some(score) = annotation.origin.score {
            more.insert("score".to_owned(), json!(score));
        }
        if name(&annotation.label) != *annotation.label {
            more.insert("label".to_owned(), json!(&*annotation.label));
        }
        if !more.is_empty() {
            self.note(NOTE_TYPE, n, &Json::Object(more).to_string());
        }
    }

    fn note(&mut self, kind: &str, n: usize, text: &str) {
        self.next.note += 1;
        let _ = writeln!(self.text, "#{}\t{kind} T{n}\t{text}", self.next.note);
    }

    /// The parts of a span on each line.
    fn lines(&self, span: Span) -> Vec<Span> {
        let text = &self.article.document.text;
        let (first, last) = (text.paragraph_at(span.start()), text.paragraph_at(span.end()));
        let parts = (first..=last).filter_map(|n| {
            let line = text.paragraph(n);
            Span::new(text, span.start().max(line.start), span.end().min(line.end)).ok()
        });
        parts.collect()
    }
}

/// A label as a type: letters, digits, `-` and `_`.
fn name(label: &str) -> String {
    label.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| !c.is_whitespace() && !c.is_control())
}

/// The article of an `.ann` file; `text` is what the `.txt` beside it holds.
pub(super) fn decode(name: &str, ann: &str, text: Option<String>) -> (Record, Vec<Issue>) {
    let mut record =
        Record { place: name.to_owned(), text, unit: Some(OffsetUnit::CodePoint), ..Record::default() };
    let mut marks: IndexMap<String, Mark> = IndexMap::new();
    let mut issues = Vec::new();
    for (n, line) in ann.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        if read_line(line, &mut marks, &mut record.links).is_none() {
            let what = format!("“{}” is no standoff line", line.chars().take(60).collect::<String>());
            issues.push(Issue::new(format!("{name}, line {}", n + 1), what, "it was left out"));
        }
    }
    record.marks = marks.into_values().collect();
    (record, issues)
}

fn read_line(line: &str, marks: &mut IndexMap<String, Mark>, links: &mut Vec<Link>) -> Option<()> {
    let (id, rest) = line.split_once('\t')?;
    let (head, tail) = rest.split_once('\t').unwrap_or((rest, ""));
    match id.chars().next()? {
        'T' => {
            let (label, offsets) = head.split_once(' ')?;
            let pair = |part: &str| {
                let (start, end) = part.trim().split_once(' ')?;
                Some((start.parse().ok()?, end.trim().parse().ok()?))
            };
            let spans: Vec<(usize, usize)> = offsets.split(';').map(pair).collect::<Option<_>>()?;
            // Parts are joined by one blank, so words are known apart only where there is one part.
            let quotes = if spans.len() == 1 { vec![tail.to_owned()] } else { Vec::new() };
            let id = Some(id.to_owned());
            let mark = Mark { id: id.clone(), label: label.to_owned(), spans, quotes, ..Mark::default() };
            marks.insert(id?, mark);
        }
        'R' => {
            let mut words = head.split(' ');
            let label = words.next()?.to_owned();
            let end = |word: Option<&str>| Some(word?.split_once(':')?.1.to_owned());
            links.push(Link { label, from: end(words.next())?, to: end(words.next())? });
        }
        'A' | 'M' => {
            let mut words = head.splitn(3, ' ');
            let (label, target) = (words.next()?, words.next()?);
            let value = words.next().map_or(Value::Flag(true), |text| Value::Text(text.to_owned()));
            marks.get_mut(target)?.attributes.insert(label.to_owned(), (value, None));
        }
        'N' => {
            let mut words = head.split(' ').skip(1);
            let (target, reference) = (words.next()?, words.next()?);
            let entity = reference.strip_prefix("tippani:").unwrap_or(reference);
            marks.get_mut(target)?.entity = Some(entity.to_owned());
        }
        '#' => {
            let (kind, target) = head.split_once(' ')?;
            let Some(mark) = marks.get_mut(target) else { return Some(()) };
            if kind == NOTE_TYPE {
                let json: Tree<'_> = serde_json::from_str(tail).ok()?;
                value::more(mark, &json);
            } else {
                tail.clone_into(&mut mark.note);
            }
        }
        // Events and equivalences have no counterpart; they are said to be left out.
        _ => return None,
    }
    Some(())
}

/// `annotation.conf`, by which brat shows these types.
pub(super) fn configuration(schema: &Schema) -> Vec<(String, Vec<u8>)> {
    let mut text = String::from("[entities]\n");
    for label in &schema.labels {
        let _ = writeln!(text, "{}", name(&label.id));
    }
    text.push_str("\n[relations]\n");
    for relation in &schema.relations {
        let _ = writeln!(text, "{}\tArg1:<ENTITY>, Arg2:<ENTITY>", name(&relation.id));
    }
    text.push_str("\n[events]\n\n[attributes]\n");
    for attribute in &schema.attributes {
        let values: Vec<String> = attribute.options.iter().map(|o| o.id.to_string()).collect();
        let values = if values.is_empty() { String::new() } else { format!(", Value:{}", values.join("|")) };
        let _ = writeln!(text, "{}\tArg:<ENTITY>{values}", name(&attribute.id));
    }
    vec![("annotation.conf".to_owned(), text.into_bytes())]
}
