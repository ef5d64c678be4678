//! Places a record’s marks in an article’s text, as annotations.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::{Mark, OffsetConverter, OffsetUnit, Record, conll, detect};
use crate::format::{Decoded, Issue, encoding, sidecar};
use crate::model::{
    Annotation, AnnotationId, AnnotationKind, AnnotationSet, Annotator, AttributeValue, Document, EntityRef,
    Evidence, Origin, OriginKind, Relation, RelationEnd, Schema, Timestamp, Value,
};
use crate::text::{Span, Spans};

/// How records are placed in an article.
#[derive(Clone, Debug)]
pub struct ResolveOptions<'a> {
    /// The labels known.
    pub schema: &'a Schema,
    /// Whose set it becomes.
    pub annotator: &'a Annotator,
    /// What offsets count where the record does not say.
    pub unit: OffsetUnit,
    /// The file they come from, for provenance.
    pub source: &'a str,
    /// When this happens.
    pub now: Timestamp,
}

/// Other names of the labels of news: of `OntoNotes`, `CoNLL`, `spaCy` and the like.
const OTHER_NAMES: [(&str, &str); 18] = [
    ("per", "person"),
    ("pers", "person"),
    ("people", "person"),
    ("org", "organization"),
    ("organisation", "organization"),
    ("norp", "organization"),
    ("loc", "location"),
    ("gpe", "location"),
    ("place", "location"),
    ("fac", "location"),
    ("facility", "location"),
    ("evt", "event"),
    ("date", "date-time"),
    ("time", "date-time"),
    ("datetime", "date-time"),
    ("prod", "product"),
    ("weapon", "product"),
    ("equipment", "product"),
];

/// The annotations of a record on `document`'s text.
///
/// What cannot be read is told with its place, and the rest is there. Identifiers depend on nothing but the file, so that
/// importing twice is importing once.
#[must_use]
pub fn resolve(record: &Record, document: &Document, how: &ResolveOptions<'_>) -> Decoded<AnnotationSet> {
    if let Some(json) = &record.sidecar {
        return resolve_sidecar(json, record, document, how);
    }
    let mut issues = Vec::new();
    let units = OffsetConverter::new(&document.text);
    let foreign = record.text.as_deref().is_some_and(|text| text != document.text.as_str());
    let realigned = foreign.then(|| realigned(record, document.text.as_str())).flatten();
    let marks = match (&realigned, foreign) {
        (Some(realigned), _) => realigned,
        (None, true) => {
            let what = "its text is not that of the article";
            issues.push(Issue::new(&record.place, what, "only marks whose quotes fit are taken"));
            &record.marks
        }
        (None, false) => &record.marks,
    };
    let unit = if realigned.is_some() { OffsetUnit::CodePoint } else { record.unit.unwrap_or(how.unit) };
    let (mut found, mut doubled) = (ResolvedMarks::default(), 0);
    let mut ids: HashMap<String, AnnotationId> = HashMap::new();
    let mut unknown = BTreeSet::new();
    for (n, mark) in marks.iter().enumerate() {
        let place = || format!("{}, mark {}", record.place, n + 1);
        let spans = match spans(mark, &units, unit, foreign && realigned.is_none()) {
            Ok(spans) => spans,
            Err(what) => {
                issues.push(Issue::new(place(), what, "it was left out"));
                continue;
            }
        };
        if !spans.is_aligned(&document.text) {
            let what =
                format!("an edge of “{}” lies inside a character as seen", spans.quote(&document.text));
            issues.push(Issue::new(place(), what, "it is kept as it is"));
        }
        let (label, kind, known) = label(mark, how.schema);
        if !known && unknown.insert(label.clone()) {
            let what = format!("the label “{label}” is not in the schema");
            issues.push(Issue::new(place(), what, "it is kept; add it to the labels to see it named"));
        }
        let id = identifier(mark, document, &label, &spans);
        let mut annotation = Annotation::new(id, kind, label, spans, how.now.clone());
        for (name, (value, evidence)) in &mark.attributes {
            let span = evidence.and_then(|e| detect::span(&units, unit, e));
            let value = AttributeValue { value: value.clone(), evidence: span.map(|span| Evidence { span }) };
            annotation.attributes.insert(name.as_str().into(), value);
        }
        annotation.entity = mark.entity.as_deref().map(EntityRef::from);
        annotation.note.clone_from(&mark.note);
        let by = if mark.model.is_some() { OriginKind::Model } else { OriginKind::Import };
        let from = Some(mark.model.as_deref().unwrap_or(how.source).into());
        annotation.origin = Origin { by, from, score: mark.score.filter(|s| s.is_finite()), rule: None };
        let (new, id) = found.add(annotation);
        doubled += usize::from(!new);
        ids.extend(mark.id.clone().map(|own| (own, id)));
    }
    let (mut set, _) = AnnotationSet::new(how.annotator.clone()).with_annotations(found.all);
    if doubled > 0 {
        let what = format!("{doubled} marks are there twice");
        issues.push(Issue::new(&record.place, what, "each is taken once"));
    }
    for link in &record.links {
        let (Some(from), Some(to)) = (ids.get(&link.from), ids.get(&link.to)) else {
            let what = format!("the relation “{}” joins marks that are not there", link.label);
            issues.push(Issue::new(&record.place, what, "it was left out"));
            continue;
        };
        let label: Arc<str> = link.label.as_str().into();
        let id = derived(&["relation", &label, from.as_str(), to.as_str()]);
        if set.relation(&id).is_some() {
            continue;
        }
        let (from, to) = (from.clone(), RelationEnd::Here(to.clone()));
        set.insert_relation(Relation { id, label, from, to, extra: crate::model::Extra::default() });
    }
    Decoded { value: set, issues }
}

/// The marks of a record whose text is the article's but for a byte order mark or the blanks between words; nothing when
/// it is another text.
fn realigned(record: &Record, text: &str) -> Option<Vec<Mark>> {
    if record.text.as_deref().and_then(|own| own.strip_prefix('\u{feff}')) != Some(text) {
        return conll::realign(record, text);
    }
    let back = |offset: &usize| offset.saturating_sub(1);
    let realigned = record.marks.iter().map(|mark| {
        let spans = mark.spans.iter().map(|(start, end)| (back(start), back(end))).collect();
        Mark { spans, ..mark.clone() }
    });
    (record.unit == Some(OffsetUnit::CodePoint)).then(|| realigned.collect())
}

/// Annotations so far, and which identifier is whose.
#[derive(Default)]
struct ResolvedMarks {
    all: Vec<Annotation>,
    by_id: HashMap<AnnotationId, usize>,
    alike: HashMap<AnnotationId, SameKey>,
}

/// Those that would bear one identifier, and bear others derived from it. A file may have any number of them, so none is
/// held against all the others.
struct SameKey {
    /// The next identifier that may be free.
    next: AnnotationId,
    /// Places in `ResolvedMarks::all`, by what is said there.
    by_content: HashMap<u64, Vec<usize>>,
}

impl ResolvedMarks {
    /// Takes an annotation unless it is there already, and says so, with its identifier. One that differs from another
    /// of the same place and label in what it says gets an identifier of its own.
    fn add(&mut self, mut annotation: Annotation) -> (bool, AnnotationId) {
        let own = annotation.id.clone();
        let first = || SameKey { next: own.clone(), by_content: HashMap::new() };
        let alike = self.alike.entry(own.clone()).or_insert_with(first);
        while let Some(&known) = self.by_id.get(&alike.next) {
            alike.by_content.entry(content_hash(&self.all[known])).or_default().push(known);
            alike.next = derived(&[alike.next.as_str(), "another"]);
        }
        for &known in alike.by_content.get(&content_hash(&annotation)).into_iter().flatten() {
            annotation.id.clone_from(&self.all[known].id);
            if self.all[known] == annotation {
                return (false, annotation.id);
            }
        }
        annotation.id.clone_from(&alike.next);
        let id = annotation.id.clone();
        self.by_id.insert(id.clone(), self.all.len());
        self.all.push(annotation);
        (true, id)
    }
}

/// A number that is the same for annotations that say the same, whatever their identifiers: of all that tells two of one
/// place and label apart.
fn content_hash(annotation: &Annotation) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&annotation.label, &annotation.note, &annotation.entity, &annotation.origin.from).hash(&mut hasher);
    // Nought has two signs, and both are nought.
    let bits = |number: f64| (number + 0.0).to_bits();
    annotation.origin.score.map(bits).hash(&mut hasher);
    // Their order says nothing.
    let attributes = annotation.attributes.iter().map(|(name, value)| {
        let mut hasher = DefaultHasher::new();
        (name, value.evidence).hash(&mut hasher);
        match &value.value {
            Value::Text(text) => text.hash(&mut hasher),
            Value::Many(texts) => texts.hash(&mut hasher),
            Value::Number(number) => bits(*number).hash(&mut hasher),
            _ => {}
        }
        hasher.finish()
    });
    attributes.fold(hasher.finish(), u64::wrapping_add)
}

/// A record that is a sidecar.
fn resolve_sidecar(
    json: &str,
    record: &Record,
    document: &Document,
    how: &ResolveOptions<'_>,
) -> Decoded<AnnotationSet> {
    match sidecar::decode_for_other_source(json.as_bytes(), document) {
        Ok(mut decoded) => {
            decoded.value.annotator = how.annotator.clone();
            for unread in decoded.value.unread.drain(..) {
                let what = format!("an entry of {} cannot be read: {}", unread.list, unread.reason);
                decoded.issues.push(Issue::new(&record.place, what, "it was left out"));
            }
            decoded
        }
        Err(error) => Decoded {
            value: AnnotationSet::new(how.annotator.clone()),
            issues: vec![Issue::new(&record.place, error.to_string(), "the set was left out")],
        },
    }
}

fn spans(mark: &Mark, units: &OffsetConverter, unit: OffsetUnit, foreign: bool) -> Result<Spans, String> {
    let quoted = mark.quotes.len() == mark.spans.len();
    if foreign && !quoted {
        return Err("the text is another, and it has no quote".to_owned());
    }
    let mut parts = Vec::with_capacity(mark.spans.len());
    for (n, (start, end)) in mark.spans.iter().enumerate() {
        if start >= end {
            return Err(format!("it ends at {end} and starts at {start}"));
        }
        let span = detect::span(units, unit, (*start, *end));
        let span = span.ok_or_else(|| format!("{start}–{end} in {unit} is no stretch of the text"))?;
        let found = units.text().slice(span);
        if let Some(quote) = mark.quotes.get(n).filter(|q| quoted && *q != found) {
            let short = |text: &str| text.chars().take(40).collect::<String>();
            return Err(format!("at {start}–{end} stands “{}”, not “{}”", short(found), short(quote)));
        }
        parts.push(span);
    }
    join(parts).map_err(|error| error.to_string())
}

/// Parts as one annotation's; those that overlap are one part.
fn join(mut parts: Vec<Span>) -> Result<Spans, crate::text::SpansError> {
    parts.sort_unstable();
    parts.dedup();
    Spans::new(parts)
}

/// The schema's label for a mark's: by identifier, by name, by another usual name; else the mark's own.
fn label(mark: &Mark, schema: &Schema) -> (String, AnnotationKind, bool) {
    let wanted = mark.label.trim().to_lowercase();
    let slug: String =
        wanted.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-");
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == slug).map(|(_, label)| *label);
    let exact = schema.labels.iter().find(|l| *l.id == *mark.label);
    let fits = |l: &&crate::model::Label| {
        l.id.to_lowercase() == slug || l.name.to_lowercase() == wanted || other.is_some_and(|o| *l.id == *o)
    };
    match exact.or_else(|| schema.labels.iter().find(fits)) {
        Some(label) => (label.id.to_string(), mark.kind.unwrap_or(label.kind), true),
        None => (mark.label.clone(), mark.kind.unwrap_or(AnnotationKind::Entity), false),
    }
}

/// The mark's own identifier where it is a ULID, else one made from what the mark is.
fn identifier(mark: &Mark, document: &Document, label: &str, spans: &Spans) -> AnnotationId {
    let is_ulid =
        |id: &&String| id.len() == 26 && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    if let Some(id) = mark.id.as_ref().filter(is_ulid) {
        return AnnotationId::new(id.as_str());
    }
    let places: Vec<String> =
        spans.as_slice().iter().map(|s| format!("{}-{}", s.start().get(), s.end().get())).collect();
    derived(&[&document.file, label, &places.join(",")])
}

/// An identifier in the form of a ULID from words: the same words, the same identifier.
fn derived(words: &[&str]) -> AnnotationId {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let hash = encoding::sha256(words.join("\u{1f}").as_bytes());
    let mut number = u128::from_str_radix(&hash[..32], 16).unwrap_or_default();
    let mut id = [b'0'; 26];
    for digit in id.iter_mut().rev() {
        *digit = DIGITS[(number % 32) as usize];
        number /= 32;
    }
    AnnotationId::new(String::from_utf8_lossy(&id).into_owned())
}
