//! What copies may hold different versions of, annotations and relations: their fields.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::content;
use super::times::{Times, rank};
use crate::model::{Annotation, AnnotationId, Extra, Relation};

/// A field that is merged by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FieldName {
    /// Layer and label, or the label of a relation.
    Label,
    /// The spans, or both ends of a relation.
    Place,
    Entity,
    Attribute(Arc<str>),
    Note,
    Origin,
}

/// Fields by what they say, in bytes that sort the same everywhere.
pub(super) type Fields = BTreeMap<FieldName, Vec<u8>>;

/// An annotation or a relation.
pub(super) trait Entry: Clone + PartialEq {
    fn id(&self) -> &AnnotationId;

    fn set_id(&mut self, id: AnnotationId);

    fn extra(&self) -> &Extra;

    fn set_extra(&mut self, extra: Extra);

    /// The fields that it has; those that it has not say that nothing is there.
    fn fields(&self) -> Fields;

    /// Makes a field what it is in another version.
    fn take(&mut self, field: &FieldName, from: &Self);

    /// All of it but its times, with its identifier.
    fn content(&self) -> Vec<u8>;

    /// What makes it another thing than one that was made by itself: all but identifier, times, unknown fields and the note that an
    /// annotation may have or not.
    fn key(&self) -> Vec<u8>;

    /// The note that one of two may lack without being another.
    fn side_note(&self) -> &str;

    /// Whether links that join the other can join this.
    fn is_on_layer_of(&self, other: &Self) -> bool;

    /// Whether it keeps the identifier, of two versions that are known to have nothing in common.
    fn precedes(&self, other: &Self) -> bool;

    /// In which order its fields stand, where they have one that says nothing.
    fn order(&self) -> Vec<&str>;

    fn times(&self) -> Times;

    fn set_times(&mut self, times: Times);

    /// Whether a file has the same bytes for both.
    fn is_alike(&self, other: &Self) -> bool {
        self == other && self.times().has_same_spelling(&other.times()) && self.order() == other.order()
    }
}

impl Entry for Annotation {
    fn id(&self) -> &AnnotationId {
        &self.id
    }

    fn set_id(&mut self, id: AnnotationId) {
        self.id = id;
    }

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn set_extra(&mut self, extra: Extra) {
        self.extra = extra;
    }

    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        let label = format!("{}/{}", self.kind.name(), self.label);
        fields.insert(FieldName::Label, label.into_bytes());
        fields.insert(FieldName::Place, content::spans(&self.spans));
        if let Some(entity) = &self.entity {
            fields.insert(FieldName::Entity, entity.as_str().as_bytes().to_vec());
        }
        for (name, attribute) in &self.attributes {
            fields.insert(FieldName::Attribute(name.clone()), content::attribute(attribute));
        }
        fields.insert(FieldName::Note, self.note.as_bytes().to_vec());
        fields.insert(FieldName::Origin, content::origin(&self.origin));
        fields
    }

    fn take(&mut self, field: &FieldName, from: &Self) {
        match field {
            FieldName::Label => (self.kind, self.label) = (from.kind, from.label.clone()),
            FieldName::Place => self.spans = from.spans.clone(),
            FieldName::Entity => self.entity.clone_from(&from.entity),
            FieldName::Attribute(name) => match from.attributes.get(name) {
                Some(attribute) => drop(self.attributes.insert(name.clone(), attribute.clone())),
                None => drop(self.attributes.shift_remove(name)),
            },
            FieldName::Note => self.note.clone_from(&from.note),
            FieldName::Origin => self.origin = from.origin.clone(),
        }
    }

    fn content(&self) -> Vec<u8> {
        content::annotation(self)
    }

    fn key(&self) -> Vec<u8> {
        content::mark(self)
    }

    fn side_note(&self) -> &str {
        &self.note
    }

    fn is_on_layer_of(&self, other: &Self) -> bool {
        self.kind == other.kind
    }

    /// The one that was changed later; of two of one time by what they say.
    fn precedes(&self, other: &Self) -> bool {
        let (one, theirs) = (self.modified.as_ref(), other.modified.as_ref());
        rank(one).cmp(&rank(theirs)).then_with(|| self.content().cmp(&other.content())).is_gt()
    }

    fn order(&self) -> Vec<&str> {
        self.attributes.keys().map(AsRef::as_ref).collect()
    }

    fn times(&self) -> Times {
        Times { created: self.created.clone(), modified: self.modified.clone() }
    }

    fn set_times(&mut self, times: Times) {
        (self.created, self.modified) = (times.created, times.modified);
    }
}

impl Entry for Relation {
    fn id(&self) -> &AnnotationId {
        &self.id
    }

    fn set_id(&mut self, id: AnnotationId) {
        self.id = id;
    }

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn set_extra(&mut self, extra: Extra) {
        self.extra = extra;
    }

    fn fields(&self) -> Fields {
        let note = self.note.as_bytes().to_vec();
        Fields::from([
            (FieldName::Label, self.label.as_bytes().to_vec()),
            (FieldName::Place, content::ends(self)),
            (FieldName::Note, note),
        ])
    }

    fn take(&mut self, field: &FieldName, from: &Self) {
        match field {
            FieldName::Label => self.label = from.label.clone(),
            FieldName::Place => (self.from, self.to) = (from.from.clone(), from.to.clone()),
            FieldName::Note => self.note.clone_from(&from.note),
            FieldName::Entity | FieldName::Attribute(_) | FieldName::Origin => {}
        }
    }

    fn content(&self) -> Vec<u8> {
        content::relation(self)
    }

    fn key(&self) -> Vec<u8> {
        let without_id = Self { id: AnnotationId::new(""), extra: Extra::default(), ..self.clone() };
        content::relation(&without_id)
    }

    fn side_note(&self) -> &'static str {
        ""
    }

    fn is_on_layer_of(&self, _other: &Self) -> bool {
        true
    }

    fn precedes(&self, other: &Self) -> bool {
        self.content() < other.content()
    }

    fn order(&self) -> Vec<&str> {
        Vec::new()
    }

    fn times(&self) -> Times {
        Times::default()
    }

    fn set_times(&mut self, _times: Times) {}
}

/// The identifier of a version that stands beside another of its identifier: made of what it says, so the same wherever it is
/// made, and one that sorts after the other's.
pub(super) fn sibling_id<E: Entry>(version: &E) -> AnnotationId {
    let (id, hash) = (version.id(), content::hash(&version.content()) | 1);
    match id.as_str().parse::<ulid::Ulid>() {
        Ok(ulid) => AnnotationId::new(ulid::Ulid(ulid.0.wrapping_add(u128::from(hash))).to_string()),
        Err(_) => AnnotationId::new(format!("{id}-{hash:x}")),
    }
}
