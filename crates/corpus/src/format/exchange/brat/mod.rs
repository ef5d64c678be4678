//! brat standoff: `.txt` and `.ann` side by side. <https://brat.nlplab.org/standoff.html>
//!
//! Offsets are code points. A text column may not hold a line ending, so a span over several lines has a fragment on
//! each. What standoff has no line for stands in a note of type `tippani`, as JSON.

mod decode;

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::{Map, Value as Json, json};

pub(super) use self::decode::decode;
use super::{Article, Encoded, Fate, FilePiece, OffsetUnit, PieceKind, value};
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
            if self.annotation(n + 1, annotation) {
                numbers.insert(&annotation.id, n + 1);
            }
        }
        let (links, losses) = self.article.noted_links(set);
        self.out.losses.extend(losses);
        let (links, losses) = self.article.links_between(links, |id| numbers.contains_key(id));
        self.out.losses.extend(losses);
        for (n, (relation, to)) in links.into_iter().enumerate() {
            let (from, to) = (numbers[&relation.from], numbers[to]);
            let label = name(&relation.label);
            if label != *relation.label {
                let reason = "a relation's label has letters, digits, - and _ alone";
                let loss = self.article.lost_relation(relation, reason);
                self.out.losses.push(crate::format::exchange::Loss { fate: Fate::Flattened, ..loss });
            }
            let _ = writeln!(self.text, "R{}\t{label} Arg1:T{from} Arg2:T{to}", n + 1);
            let lines: Vec<&str> =
                relation.note.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).collect();
            if lines.join("\n") != relation.note {
                let reason = "a relation's note has no empty lines";
                let loss = self.article.lost_relation(relation, reason);
                self.out.losses.push(crate::format::exchange::Loss { fate: Fate::Flattened, ..loss });
            }
            // Several notes are one of several lines, as they are read.
            for line in lines {
                self.note("AnnotatorNotes", &format!("R{}", n + 1), line);
            }
        }
    }

    /// Writes a mark under a number; whether there is anything of it to write.
    fn annotation(&mut self, n: usize, annotation: &Annotation) -> bool {
        let parts: Vec<Span> =
            annotation.spans.as_slice().iter().flat_map(|span| self.lines(*span)).collect();
        if parts.is_empty() {
            let reason = "a line ending alone cannot be a fragment";
            self.out.losses.push(self.article.loss(annotation, Fate::Dropped, reason));
            return false;
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
        let has_line = |text: &str| !text.contains(char::is_control);
        let entity = annotation.entity.as_ref().map(crate::model::EntityRef::as_str);
        if let Some(entity) = entity.filter(|entity| has_line(entity)) {
            self.next.reference += 1;
            let entity = reference(entity);
            // What it is called where brat looks it up, or what it is called here.
            let name = self.article.entity_name(annotation).filter(|name| has_line(name)).unwrap_or(words);
            let _ = writeln!(self.text, "N{}\tReference T{n} {entity}\t{name}", self.next.reference);
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
            self.note("AnnotatorNotes", &format!("T{n}"), &annotation.note);
        }
        let mut more = Map::new();
        if let Some(entity) = entity.filter(|entity| !has_line(entity)) {
            more.insert("entity".to_owned(), json!(entity));
        }
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
            self.note(NOTE_TYPE, &format!("T{n}"), &Json::Object(more).to_string());
        }
        true
    }

    fn note(&mut self, kind: &str, of: &str, text: &str) {
        self.next.note += 1;
        let _ = writeln!(self.text, "#{}\t{kind} {of}\t{text}", self.next.note);
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

/// An entity as a reference: `Wikidata:Q42` as it is, an identifier of the registry under this program's name.
fn reference(entity: &str) -> String {
    let is_foreign = entity.split_once(':').is_some_and(|(base, id)| is_word(base) && is_word(id));
    if is_foreign { entity.to_owned() } else { format!("tippani:{entity}") }
}

/// A label as a type: letters, digits, `-` and `_`.
fn name(label: &str) -> String {
    label.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| !c.is_whitespace() && !c.is_control())
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
