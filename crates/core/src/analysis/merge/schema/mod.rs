//! Two versions of a workspace's schema made one: a colleague saved theirs while mine was being changed.

mod conflict;
mod fields;
mod list;
mod mend;
mod versions;

use std::collections::HashSet;
use std::sync::Arc;

pub use conflict::{SchemaConflict, SchemaConflictKind, SchemaPart};

use self::fields::{Fields, Merging};
use self::list::{Entries, Removed};
use self::versions::Versions;
use crate::model::Schema;

/// Two versions made one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedSchema {
    /// The one, in which nothing is wrong.
    pub schema: Schema,
    /// What they did not agree about.
    pub conflicts: Vec<SchemaConflict>,
}

/// Merges the schema that is about to be saved with the one that somebody else saved, `base` being what both grew from.
///
/// Labels, attributes, choices and relations are told by their identifiers, and merged field by field. What only one added,
/// changed, removed or moved is taken. What both changed differently stays as it is in `mine`; what one removed and the other
/// changed stays, as does an attribute that a label carries; a key that two labels have tags with the one that has it in
/// `mine`. Each of these is a conflict. Without a base nothing counts as removed.
///
/// Whatever is wrong with the versions, [`Schema::errors`] finds nothing in what comes of them.
///
/// ```
/// use tippani_core::analysis::merge_schemas;
/// use tippani_core::model::{Hue, news_schema};
///
/// let base = news_schema();
/// let (mut mine, mut theirs) = (base.clone(), base.clone());
/// mine.labels[0].hue = Hue::Olive;
/// theirs.labels[0].description = "Named people only".to_owned();
/// theirs.labels[1].key = None;
/// let merged = merge_schemas(Some(&base), &mine, &theirs);
/// assert_eq!(merged.schema.labels[0].hue, Hue::Olive);
/// assert_eq!(merged.schema.labels[0].description, "Named people only");
/// assert_eq!(merged.schema.labels[1].key, None);
/// assert_eq!(merged.conflicts, []);
/// ```
#[must_use]
pub fn merge_schemas(base: Option<&Schema>, mine: &Schema, theirs: &Schema) -> MergedSchema {
    let own = [mine, theirs].map(mend::with_own_ids);
    let before = base.map(mend::with_own_ids);
    let versions = Versions { base: before.as_ref(), mine: &own[0], theirs: &own[1] };
    let mut whole = Merging::default();
    let mut conflicts = Vec::new();
    let mut order = Vec::new();
    let name = whole.field("name", versions.part(|s| &s.name));
    let guidelines = whole.field("guidelines", versions.part(|s| &s.guidelines));
    let overlap = whole.field("overlap", versions.part(|s| &s.overlap));
    let extra = whole.extra(versions.part(|s| &s.extra));

    let nothing = HashSet::new();
    let mut parts = Parts { needed: &nothing, conflicts: &mut conflicts };
    let (mut labels, disputed) = list::merge(versions.part(|s| s.labels.as_slice()), &mut parts);
    order.extend(disputed.then_some("order of the labels"));
    let keys = mend::share_no_keys(&mut labels, versions.mine);
    let needed = labels.iter().flat_map(|label| label.attributes.iter().cloned()).collect();
    let mut parts = Parts { needed: &needed, conflicts: &mut conflicts };
    let (attributes, disputed) = list::merge(versions.part(|s| s.attributes.as_slice()), &mut parts);
    order.extend(disputed.then_some("order of the attributes"));
    let mut parts = Parts { needed: &nothing, conflicts: &mut conflicts };
    let (relations, disputed) = list::merge(versions.part(|s| s.relations.as_slice()), &mut parts);
    order.extend(disputed.then_some("order of the relations"));

    let mut schema = Schema { name, guidelines, overlap, labels, attributes, relations, extra };
    conflicts.extend(keys);
    conflicts.extend(mend::carry_what_is_defined(&mut schema));
    for (given, own) in [mine, theirs].into_iter().zip(&own) {
        for conflict in mend::new_ids(given, own, &schema) {
            if !conflicts.contains(&conflict) {
                conflicts.push(conflict);
            }
        }
    }
    whole.disputed.extend(order.into_iter().map(str::to_owned));
    if !whole.disputed.is_empty() {
        let kind = SchemaConflictKind::BothChanged(whole.disputed);
        conflicts.insert(0, SchemaConflict { part: SchemaPart::Whole, kind });
    }
    MergedSchema { schema, conflicts }
}

/// Labels, attributes or relations being merged.
struct Parts<'a> {
    /// Identifiers of what stays even where one removed it.
    needed: &'a HashSet<Arc<str>>,
    conflicts: &'a mut Vec<SchemaConflict>,
}

impl<T: Fields> Entries<T> for Parts<'_> {
    fn join(&mut self, versions: Versions<'_, T>) -> T {
        let mut fields = Merging::default();
        let joined = T::join(versions, &mut fields);
        if !fields.disputed.is_empty() {
            let kind = SchemaConflictKind::BothChanged(fields.disputed);
            self.conflicts.push(SchemaConflict { part: joined.part(), kind });
        }
        self.conflicts.extend(fields.conflicts);
        joined
    }

    fn is_needed(&self, entry: &T) -> bool {
        self.needed.contains(entry.id())
    }

    fn kept(&mut self, entry: &T, why: Removed) {
        self.conflicts.push(SchemaConflict::removed(entry.part(), why));
    }
}
