//! Links that lead from one set to another: found by the annotation they lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Annotator, EntryKey, Relation, RelationEnd};

/// The links of a workspace that lead out of their set, kept set by set; what leads to an annotation is found in logarithmic
/// time.
///
/// ```
/// # use tippani_core::analysis::Links;
/// # use tippani_core::model::{AnnotationId, Annotator, EntryKey, Extra, Relation, RelationEnd};
/// let (file, asha): (std::sync::Arc<str>, _) = ("a.txt".into(), Annotator::new("asha")?);
/// let there = EntryKey { file: "b.txt".into(), annotator: asha.clone(), id: AnnotationId::new("02") };
/// let link = Relation {
///     id: AnnotationId::new("01"),
///     label: "supports".into(),
///     from: AnnotationId::new("00"),
///     to: RelationEnd::at(&there, &file, &asha),
///     note: String::new(),
///     extra: Extra::default(),
/// };
/// let mut links = Links::default();
/// links.put(&file, &asha, vec![link]);
/// assert_eq!(links.leading_to(&there).count(), 1);
/// links.put(&file, &asha, vec![]);
/// assert_eq!(links.leading_to(&there).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_set: BTreeMap<(Arc<str>, Annotator), Vec<Relation>>,
    /// The links that lead to an annotation.
    into: BTreeMap<EntryKey, BTreeSet<EntryKey>>,
}

impl Links {
    /// Replaces what is known of a set by its relations; those within the set are left out.
    pub fn put(&mut self, file: &Arc<str>, annotator: &Annotator, relations: Vec<Relation>) {
        let leads_out = |relation: &Relation| matches!(relation.to, RelationEnd::There { .. });
        let new: Vec<Relation> = relations.into_iter().filter(leads_out).collect();
        let place = (file.clone(), annotator.clone());
        if self.by_set.get(&place).map_or(&[][..], Vec::as_slice) == new.as_slice() {
            return;
        }
        for relation in self.by_set.remove(&place).into_iter().flatten() {
            let end = relation.to.key(file, annotator);
            if let Some(into) = self.into.get_mut(&end) {
                into.remove(&EntryKey::new(file, annotator, &relation.id));
                if into.is_empty() {
                    self.into.remove(&end);
                }
            }
        }
        if new.is_empty() {
            return;
        }
        for relation in &new {
            let into = self.into.entry(relation.to.key(file, annotator)).or_default();
            into.insert(EntryKey::new(file, annotator, &relation.id));
        }
        self.by_set.insert(place, new);
    }

    /// Forgets the sets that are not there any more.
    pub fn retain(&mut self, is_there: impl Fn(&Arc<str>, &Annotator) -> bool) {
        let gone = self.by_set.keys().filter(|(file, annotator)| !is_there(file, annotator));
        let gone: Vec<(Arc<str>, Annotator)> = gone.cloned().collect();
        for (file, annotator) in gone {
            self.put(&file, &annotator, Vec::new());
        }
    }

    /// The links of other sets that lead to an annotation, each with its name, by article and annotator.
    pub fn leading_to<'a>(
        &'a self,
        end: &'a EntryKey,
    ) -> impl Iterator<Item = (&'a EntryKey, &'a Relation)> + 'a {
        let all = self.into.get(end).into_iter().flatten();
        all.filter_map(|key| Some((key, self.get(key)?)))
    }

    /// The link of that name, where it leads out of its set.
    #[must_use]
    pub fn get(&self, key: &EntryKey) -> Option<&Relation> {
        let set = self.by_set.get(&(key.file.clone(), key.annotator.clone()))?;
        set.iter().find(|relation| relation.id == key.id)
    }

    /// All of them, by article and annotator.
    pub fn all(&self) -> impl Iterator<Item = (EntryKey, &Relation)> {
        self.by_set.iter().flat_map(|((file, annotator), relations)| {
            relations.iter().map(|relation| (EntryKey::new(file, annotator, &relation.id), relation))
        })
    }
}
