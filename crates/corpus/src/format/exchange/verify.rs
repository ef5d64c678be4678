//! An export is read again before it counts as one: every annotation must be found where it was, with all that is said of it.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::io::Read as _;
use std::sync::Arc;

use super::align::{Alignment, same_but_blanks};
use super::read::Input;
use super::{
    Article, Encoded, Fate, Format, Frame, Mark, OffsetUnit, PieceKind, ReadOptions, Reading, Record, Source,
    read,
};
use crate::format::sidecar;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, Relation, RelationEnd, Review, State, Value,
};
use crate::text::Span;
use crate::words::say;

/// An export that does not hold what went into it.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It cannot be read.
    #[error("{}", say!("format-verify-unreadable", file = &**file, error = reason.as_str()))]
    Unreadable {
        /// The article.
        file: Arc<str>,
        /// Why not.
        reason: String,
    },
    /// An annotation is not there, or elsewhere.
    #[error("{}", say!("format-verify-missing", file = &**file, quote = quote.as_str(), label = label.as_str()))]
    Missing {
        /// The article.
        file: Arc<str>,
        /// The annotation's label.
        label: String,
        /// Its words.
        quote: String,
    },
    /// Something that is said of an annotation is not there.
    #[error("{}", say!("format-verify-less", file = &**file, quote = quote.as_str(), label = label.as_str()))]
    Less {
        /// The article.
        file: Arc<str>,
        /// The annotation's label.
        label: String,
        /// Its words.
        quote: String,
    },
    /// A relation is not there.
    #[error("{}", say!("format-verify-unlinked", file = &**file, label = label.as_str(), quote = quote.as_str()))]
    Unlinked {
        /// The article.
        file: Arc<str>,
        /// The relation's label.
        label: String,
        /// The words it starts at.
        quote: String,
    },
    /// Something that a set says beside its annotations is not there: how far it is, or a verdict.
    #[error("{}", say!("format-verify-unsaid", file = &**file, what = *what, annotator = annotator.as_str()))]
    Unsaid {
        /// The article.
        file: Arc<str>,
        /// Whose set.
        annotator: Annotator,
        /// What.
        what: &'static str,
    },
}

/// What is found in the pieces, each with how often.
#[derive(Default)]
struct Found {
    /// Label and words of each part of a mark.
    parts: HashMap<(String, String), usize>,
    /// All that is said of a mark.
    wholes: HashMap<u64, usize>,
    /// Label and ends of a relation.
    links: HashMap<(String, u64, u64), usize>,
    /// Whether sidecars were read, which hold all there is.
    is_all: bool,
    /// All that is said of a relation where the file holds that.
    relations: HashMap<u64, usize>,
    /// Verdicts, where the file holds them.
    reviews: HashMap<u64, usize>,
    /// How far the annotator of a record is, and who that is where it is said.
    states: Vec<(Option<String>, State)>,
}

fn take<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: &K) -> bool {
    let count = counts.get_mut(key).filter(|count| **count > 0);
    count.map(|count| *count -= 1).is_some()
}

/// Reads the pieces of an article again and looks for every annotation and relation that no loss speaks of, and for all that is
/// said of them.
///
/// Rows of a table are held against the text when the table is read again.
///
/// # Errors
/// When a piece cannot be read, or something is not found.
pub fn verify(format: &Format, article: &Article<'_>, encoded: &Encoded) -> Result<(), VerifyError> {
    let file = &article.document.file;
    if encoded.pieces.iter().all(|piece| piece.part == PieceKind::Rows) {
        return Ok(());
    }
    if let Input::Page(check) = format.input {
        let unreadable = |reason| VerifyError::Unreadable { file: file.clone(), reason };
        return encoded.pieces.iter().try_for_each(|page| check(article, &page.bytes)).map_err(unreadable);
    }
    let mut found = Found::default();
    let options = ReadOptions::default();
    for piece in encoded.pieces.iter().filter(|p| p.part != PieceKind::Text) {
        let beside = |_: &str| Some(article.text().as_bytes().to_vec());
        let mut problem = None;
        let mut consume = |Reading { mut records, remarks }| {
            problem = problem.take().or_else(|| remarks.first().map(ToString::to_string));
            for record in &mut records {
                let homeless = record.settle();
                problem = problem.take().or_else(|| homeless.first().map(ToString::to_string));
                found.add(record, format, article);
            }
        };
        let source = Source { name: &piece.path, beside: &beside, options: &options };
        // Elements of one array are read as such.
        let frame = if matches!(format.input, Input::Array(_)) { format.frame } else { Frame::default() };
        let mut bytes = frame.before.chain(piece.bytes.as_slice()).chain(frame.after);
        let outcome = read(format, &source, &mut bytes, &mut consume);
        let reason = outcome.err().map(|error| error.to_string()).or(problem);
        if let Some(reason) = reason {
            return Err(VerifyError::Unreadable { file: file.clone(), reason });
        }
    }
    // A table has a column for some of what is said, and is not read back.
    let is_whole = format.is_read();
    let changed = encoded.losses.iter().filter(|l| l.fate != Fate::Flattened).map(|l| &l.id).collect();
    let dropped = encoded.losses.iter().filter(|l| l.fate == Fate::Dropped).map(|l| &l.id).collect();
    let told: HashSet<&AnnotationId> = encoded.losses.iter().map(|l| &l.id).collect();
    for set in article.sets {
        found.annotations(article, set, &changed, if is_whole { Some(&told) } else { None })?;
    }
    for set in article.sets.iter().filter(|_| is_whole) {
        found.relations(article, set, (&changed, &dropped), &told)?;
        found.rest(format, article, set, &told)?;
    }
    Ok(())
}

impl Found {
    fn annotations(
        &mut self,
        article: &Article<'_>,
        set: &AnnotationSet,
        changed: &HashSet<&AnnotationId>,
        told: Option<&HashSet<&AnnotationId>>,
    ) -> Result<(), VerifyError> {
        let file = &article.document.file;
        for annotation in set.annotations().iter().filter(|a| !changed.contains(&a.id)) {
            let label = annotation.label.to_string();
            for span in annotation.spans.as_slice() {
                let key = (label.clone(), article.quote(*span).to_owned());
                if !take(&mut self.parts, &key) {
                    let (label, quote) = key;
                    return Err(VerifyError::Missing { file: file.clone(), label, quote });
                }
            }
            let is_less = told.is_some_and(|told| !told.contains(&annotation.id))
                && !take(&mut self.wholes, &whole_of(annotation));
            if is_less {
                let quote = annotation.spans.quote(&article.document.text);
                return Err(VerifyError::Less { file: file.clone(), label, quote });
            }
        }
        Ok(())
    }

    fn relations(
        &mut self,
        article: &Article<'_>,
        set: &AnnotationSet,
        (changed, dropped): (&HashSet<&AnnotationId>, &HashSet<&AnnotationId>),
        told: &HashSet<&AnnotationId>,
    ) -> Result<(), VerifyError> {
        let unlinked = |relation: &Relation| {
            let from = set.get(&relation.from);
            let quote = from.map(|a| a.spans.quote(&article.document.text)).unwrap_or_default();
            let (file, label) = (article.document.file.clone(), relation.label.to_string());
            VerifyError::Unlinked { file, label, quote }
        };
        for relation in set.relations().filter(|relation| !told.contains(&relation.id)) {
            if self.is_all && !take(&mut self.relations, &of_relation(relation)) {
                return Err(unlinked(relation));
            }
            let RelationEnd::Here(to) = &relation.to else { continue };
            let Some((from, to)) = set.get(&relation.from).zip(set.get(to)) else { continue };
            // A relation to what is not in the file cannot be there, and nobody was told.
            if dropped.contains(&from.id) || dropped.contains(&to.id) {
                return Err(unlinked(relation));
            }
            // What stands otherwise in the file has another place there.
            if changed.contains(&from.id) || changed.contains(&to.id) {
                continue;
            }
            let key = (relation.label.to_string(), end_of(from), end_of(to));
            if !take(&mut self.links, &key) {
                return Err(unlinked(relation));
            }
        }
        Ok(())
    }

    /// What a set says beside annotations and relations.
    fn rest(
        &mut self,
        format: &Format,
        article: &Article<'_>,
        set: &AnnotationSet,
        told: &HashSet<&AnnotationId>,
    ) -> Result<(), VerifyError> {
        let name = set.annotator.as_str();
        let unsaid = |what| VerifyError::Unsaid {
            file: article.document.file.clone(),
            annotator: set.annotator.clone(),
            what,
        };
        // A set that is lost as a whole is told under its annotator's name, and an article without words has no set in columns.
        let is_lost = told.iter().any(|id| id.as_str() == name) || article.text().trim().is_empty();
        let is_it = |(who, state): &(Option<String>, State)| {
            who.as_deref().is_none_or(|who| who == name) && *state == set.state()
        };
        if format.holds_states() && !is_lost && !self.states.iter().any(is_it) {
            return Err(unsaid("how far the set is"));
        }
        if format.holds_reviews() && !set.reviews().all(|review| take(&mut self.reviews, &of_review(review)))
        {
            return Err(unsaid("a verdict"));
        }
        Ok(())
    }

    fn add(&mut self, record: &Record, format: &Format, article: &Article<'_>) {
        if let Some(json) = &record.sidecar {
            if let Ok(decoded) = sidecar::decode(json.as_bytes(), article.document) {
                self.add_set(&decoded.value, article);
            }
            return;
        }
        self.states.extend(record.state.map(|state| (record.annotator.clone(), state)));
        let units = &article.units;
        let alignment = Alignment::new(record.text.as_deref(), units.text());
        let unit = record.unit.or(format.unit).unwrap_or(OffsetUnit::CodePoint);
        let place = |part: (usize, usize)| alignment.place(units, unit, part).ok();
        let mut ends: HashMap<&str, u64> = HashMap::new();
        for mark in &record.marks {
            let mut spans: Vec<Span> = Vec::with_capacity(mark.spans.len());
            for (n, part) in mark.spans.iter().enumerate() {
                let Some(span) = place(*part) else { continue };
                let found = units.text().slice(span);
                if mark.quotes.get(n).is_none_or(|quote| quote == found || same_but_blanks(quote, found)) {
                    *self.parts.entry((mark.label.clone(), found.to_owned())).or_default() += 1;
                    spans.push(span);
                }
            }
            spans.sort_unstable();
            *self.wholes.entry(whole(mark, &spans, &place)).or_default() += 1;
            if let (Some(id), Some(first)) = (&mark.id, spans.first()) {
                ends.entry(id).or_insert_with(|| hash(&(&*mark.label, first)));
            }
        }
        for link in &record.links {
            if let Some((from, to)) = ends.get(&*link.from).zip(ends.get(&*link.to)) {
                *self.links.entry((link.label.clone(), *from, *to)).or_default() += 1;
            }
        }
    }

    fn add_set(&mut self, set: &AnnotationSet, article: &Article<'_>) {
        for annotation in set.annotations() {
            for span in annotation.spans.as_slice() {
                let part = (annotation.label.to_string(), article.quote(*span).to_owned());
                *self.parts.entry(part).or_default() += 1;
            }
            *self.wholes.entry(whole_of(annotation)).or_default() += 1;
        }
        self.is_all = true;
        self.states.push((Some(set.annotator.to_string()), set.state()));
        for review in set.reviews() {
            *self.reviews.entry(of_review(review)).or_default() += 1;
        }
        for relation in set.relations() {
            *self.relations.entry(of_relation(relation)).or_default() += 1;
            let RelationEnd::Here(to) = &relation.to else { continue };
            if let Some((from, to)) = set.get(&relation.from).zip(set.get(to)) {
                *self.links.entry((relation.label.to_string(), end_of(from), end_of(to))).or_default() += 1;
            }
        }
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// All that is said of a relation: label, ends wherever they are, and note.
fn of_relation(relation: &Relation) -> u64 {
    let end = match &relation.to {
        RelationEnd::Here(id) => ("", "", id.as_str()),
        RelationEnd::There { file, annotator, annotation } => {
            (&**file, annotator.as_str(), annotation.as_str())
        }
    };
    hash(&(relation.id.as_str(), &*relation.label, relation.from.as_str(), end, &relation.note))
}

/// A verdict: on what, which, and why.
fn of_review(review: &Review) -> u64 {
    let of = (review.of.annotator.as_str(), review.of.annotation.as_str());
    hash(&(of, review.verdict.name(), &review.comment))
}

/// An annotation as the end of a relation: its label, and its first part.
fn end_of(annotation: &Annotation) -> u64 {
    hash(&(&*annotation.label, &annotation.spans.first()))
}

/// A value, as a number that is the same for the same value.
fn of_value(value: &Value) -> u64 {
    match value {
        Value::Text(text) => hash(&(0, text)),
        Value::Many(all) => hash(&(1, all)),
        Value::Flag(flag) => hash(&(2, flag)),
        Value::Number(number) => hash(&(3, (number + 0.0).to_bits())),
        Value::Entity(entity) => hash(&(4, entity.as_str())),
    }
}

/// All that is said of an annotation: where it stands, label, note, entity, and attributes with their evidence, in any order.
fn whole_of(annotation: &Annotation) -> u64 {
    let attributes = annotation.attributes.iter().map(|(name, value)| {
        hash(&(&**name, of_value(&value.value), value.evidence.map(|evidence| evidence.span)))
    });
    let entity = annotation.entity.as_ref().map(crate::model::EntityRef::as_str);
    let said = (&*annotation.label, annotation.spans.as_slice(), &annotation.note, entity);
    attributes.fold(hash(&said), u64::wrapping_add)
}

/// The same of a mark in a file.
fn whole(mark: &Mark, spans: &[Span], place: &dyn Fn((usize, usize)) -> Option<Span>) -> u64 {
    let attributes = mark
        .attributes
        .iter()
        .map(|(name, (value, evidence))| hash(&(&**name, of_value(value), evidence.and_then(place))));
    let said = (&*mark.label, spans, &mark.note, mark.entity.as_deref());
    attributes.fold(hash(&said), u64::wrapping_add)
}
