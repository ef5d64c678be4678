//! Two versions of one entity made one, field by field.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::lists;
use crate::analysis::merge::extra::{self, FieldConflict};
use crate::analysis::merge::three_way::{ThreeWay, three_way};
use crate::analysis::merge::times::{Times, merge_notes, rank};
use crate::model::{Alias, Entity, Extra};

/// What two versions do not agree about.
#[derive(Default)]
pub(super) struct EntityConflicts {
    /// Both named or described it otherwise.
    pub(super) words_differ: bool,
    pub(super) fields: Vec<FieldConflict>,
}

/// Whether a file has the same bytes for both.
pub(super) fn is_alike(one: &Entity, other: &Entity) -> bool {
    one == other && times(one).has_same_spelling(&times(other))
}

/// What both versions say, `before` being what they grew from: what one changed is changed.
pub(super) fn join(before: Option<&Entity>, copies: [&Entity; 2], conflicts: &mut EntityConflicts) -> Entity {
    let [one, other] = copies;
    let (name, lost_name) = word(before, copies, |entity| &entity.name);
    let (kind, lost_kind) = word(before, copies, |entity| &entity.kind);
    let mut aliases = aliases(before, copies, conflicts);
    if let Some(lost) = lost_name {
        conflicts.words_differ = true;
        // The name itself may be what an earlier merge made an alias.
        aliases.retain(|alias| *alias != Alias::new(name));
        let lost = Alias::new(lost);
        if aliases.iter().all(|alias| alias_key(alias) != alias_key(&lost)) {
            aliases.push(lost);
            lists::sort(known_aliases(before), &mut aliases, alias_key);
        }
    }
    let kind_conflict =
        lost_kind.map(|lost| FieldConflict { path: "kind".to_owned(), other: Some(lost.to_owned()) });
    conflicts.fields.extend(kind_conflict);
    let described = |own: &&Entity| before.map_or("", |before| &before.description) != own.description;
    conflicts.words_differ |= one.description != other.description && copies.iter().all(described);
    let described = merge_notes(
        before.map(|before| before.description.as_str()),
        copies.map(|entity| entity.description.as_str()),
    );
    let times = match before {
        Some(before) => Times::changed(&times(before), &copies.map(times)),
        None => times(one).joined(times(other)),
    };
    Entity {
        id: one.id.clone(),
        kind: kind.into(),
        name: name.to_owned(),
        aliases,
        description: described,
        ids: ids(before, copies),
        links: lists::merge(
            before.map(|before| before.links.as_slice()).unwrap_or_default(),
            copies.map(|entity| entity.links.as_slice()),
            String::clone,
        ),
        created: times.created,
        modified: times.modified,
        extra: extra::merge(
            before.map(|before| &before.extra),
            &one.extra,
            &other.extra,
            &mut conflicts.fields,
        ),
    }
}

fn times(entity: &Entity) -> Times {
    Times { created: entity.created.clone(), modified: entity.modified.clone() }
}

/// A word that one changed, or one of two that both did, and the other then.
fn word<'e>(
    before: Option<&Entity>,
    copies: [&'e Entity; 2],
    of: fn(&Entity) -> &str,
) -> (&'e str, Option<&'e str>) {
    let [one, other] = copies.map(of);
    match three_way(before.map(of), one, other, str::eq) {
        ThreeWay::Same | ThreeWay::One => (one, None),
        ThreeWay::Other => (other, None),
        ThreeWay::Conflict if before.is_some() => (one.max(other), Some(one.min(other))),
        ThreeWay::Conflict if is_later(copies) => (one, Some(other)),
        ThreeWay::Conflict => (other, Some(one)),
    }
}

/// Whether the first of two was changed last; of two of one time, by what they say.
fn is_later([one, other]: [&Entity; 2]) -> bool {
    let key = |entity: &'_ Entity| (entity.name.clone(), entity.kind.clone());
    let order = rank(one.modified.as_ref()).cmp(&rank(other.modified.as_ref()));
    order.then_with(|| key(one).cmp(&key(other))).is_gt()
}

fn alias_key(alias: &Alias) -> (String, Option<Arc<str>>, Option<Arc<str>>) {
    (alias.text.clone(), alias.language.clone(), alias.script.clone())
}

fn known_aliases(before: Option<&Entity>) -> &[Alias] {
    before.map(|before| before.aliases.as_slice()).unwrap_or_default()
}

fn aliases(before: Option<&Entity>, copies: [&Entity; 2], conflicts: &mut EntityConflicts) -> Vec<Alias> {
    let known = known_aliases(before);
    let lists = copies.map(|entity| entity.aliases.as_slice());
    let mut all = lists::merge(known, lists, alias_key);
    for alias in &mut all {
        let of = |list: &'_ [Alias]| -> Option<Extra> {
            list.iter().find(|own| alias_key(own) == alias_key(alias)).map(|own| own.extra.clone())
        };
        if let [Some(one), Some(other)] = lists.map(of) {
            let mut own_conflicts = Vec::new();
            alias.extra = extra::merge(of(known).as_ref(), &one, &other, &mut own_conflicts);
            let placed = |FieldConflict { path, other }| FieldConflict {
                path: format!("aliases/{}/{path}", alias.text),
                other,
            };
            conflicts.fields.extend(own_conflicts.into_iter().map(placed));
        }
    }
    all
}

fn ids(before: Option<&Entity>, copies: [&Entity; 2]) -> BTreeMap<Arc<str>, Vec<String>> {
    let schemes: BTreeSet<&Arc<str>> = copies.iter().flat_map(|entity| entity.ids.keys()).collect();
    let of = |entity: Option<&'_ Entity>, scheme: &Arc<str>| -> Vec<String> {
        entity.and_then(|entity| entity.ids.get(scheme)).cloned().unwrap_or_default()
    };
    let merged = |scheme: &Arc<str>| {
        let [one, other] = copies.map(|entity| of(Some(entity), scheme));
        let all = lists::merge(&of(before, scheme), [&one, &other], String::clone);
        let stays = !all.is_empty() || copies.iter().all(|entity| entity.ids.contains_key(scheme));
        stays.then(|| (Arc::clone(scheme), all))
    };
    schemes.into_iter().filter_map(merged).collect()
}
