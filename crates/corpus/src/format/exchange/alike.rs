//! Annotations that would bear one identifier, of which those that say the same are one.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::format::encoding;
use crate::model::{Annotation, AnnotationId, AnnotationSet, RelationEnd, State, Value};

/// Annotations so far, and which identifier is whose.
#[derive(Default)]
pub(super) struct ResolvedMarks {
    pub(super) all: Vec<Annotation>,
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
    pub(super) fn add(&mut self, mut annotation: Annotation) -> (bool, AnnotationId) {
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

/// Puts all of another record's set into one; gives how many of its annotations it had already, alike in all. One that has the
/// identifier of another and says something else gets one of its own, and relations follow it.
pub fn unite(set: &mut AnnotationSet, other: &AnnotationSet) -> usize {
    let mut doubled = 0;
    let mut renamed: HashMap<AnnotationId, AnnotationId> = HashMap::new();
    let mut new = Vec::new();
    for annotation in other.annotations() {
        let mut annotation = annotation.as_ref().clone();
        let own = annotation.id.clone();
        let is_known = loop {
            match set.get(&annotation.id) {
                None => break false,
                Some(known) if **known == annotation => break true,
                Some(_) => annotation.id = derived(&[annotation.id.as_str(), "another"]),
            }
        };
        if annotation.id != own {
            renamed.insert(own, annotation.id.clone());
        }
        if is_known {
            doubled += 1;
        } else {
            new.push(annotation);
        }
    }
    if !new.is_empty() {
        set.insert_all(new);
    }
    for mut relation in other.relations().cloned() {
        if let Some(id) = renamed.get(&relation.from) {
            relation.from = id.clone();
        }
        if let RelationEnd::Here(to) = &mut relation.to
            && let Some(id) = renamed.get(to)
        {
            *to = id.clone();
        }
        if set.relation(&relation.id).is_none() {
            set.insert_relation(relation);
        }
    }
    for review in other.reviews().cloned() {
        set.insert_review(review);
    }
    for remark in other.remarks().cloned() {
        set.insert_remark(remark);
    }
    for orphan in other.orphans().cloned() {
        set.insert_orphan(orphan);
    }
    set.unread.extend(other.unread.iter().cloned());
    for (path, json) in other.extra.iter() {
        if set.extra.get(path).is_none() {
            set.extra.keep(path, json);
        }
    }
    if other.state() != State::Todo {
        set.set_state(other.state());
    }
    doubled
}

/// A number that is the same for annotations that say the same, whatever their identifiers: of all that tells two of one
/// place and label apart.
fn content_hash(annotation: &Annotation) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&annotation.label, &annotation.note, &annotation.entity, &annotation.origin.from).hash(&mut hasher);
    annotation.extra.iter().for_each(|field| field.hash(&mut hasher));
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

/// Whether a file's identifier is one that this program makes.
pub(super) fn is_ulid(id: &str) -> bool {
    id.len() == 26 && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

/// An identifier in the form of a ULID from words: the same words, the same identifier.
pub(super) fn derived(words: &[&str]) -> AnnotationId {
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
