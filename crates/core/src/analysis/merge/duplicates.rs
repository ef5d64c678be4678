//! Marks and links made independently in both copies, kept once.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::times::Times;
use super::{Merge, content};
use crate::model::{Annotation, AnnotationId, AnnotationSet};

/// Marks of two copies that are new there, by identifier.
type Lists<'a, E> = [Vec<&'a E>; 2];

/// Marks that differ in the note alone.
#[derive(Default)]
struct Alike<'a> {
    noted: BTreeMap<&'a str, Lists<'a, Annotation>>,
    /// Without a note, but with links: to join it with a noted one would say which of several is linked.
    linked: Lists<'a, Annotation>,
    /// Without either: any of the others says all that it does.
    plain: Lists<'a, Annotation>,
}

impl Merge<'_> {
    /// What both marked alike stands once, under the identifier that sorts first. As many stay as either copy has; one without a
    /// note counts for one with a note.
    pub(super) fn merge_duplicates(&mut self, new: &[BTreeSet<AnnotationId>; 2]) {
        let sets = [self.one, self.other];
        let mut places: BTreeMap<(Vec<u8>, Vec<u8>), Alike<'_>> = BTreeMap::new();
        for (n, set) in sets.into_iter().enumerate() {
            for annotation in new[n].iter().filter_map(|id| set.get(id)) {
                let key = (content::mark(annotation), content::extra(&annotation.extra));
                places.entry(key).or_default().add(n, annotation, set);
            }
        }
        for alike in places.values() {
            if let [true, true] = [0, 1].map(|n| alike.count(n) > 0) {
                self.join_duplicates(alike);
            }
        }
    }

    fn join_duplicates(&mut self, alike: &Alike<'_>) {
        let all = alike.noted.values().chain([&alike.linked, &alike.plain]);
        for annotation in all.flatten().flatten() {
            self.kept.remove(&annotation.id);
        }
        let noted: usize = alike.noted.values().map(longer).sum();
        let linked = longer(&alike.linked);
        let plain = alike.count(0).max(alike.count(1)).saturating_sub(noted + linked);
        let mut stay = |lists: &Lists<'_, Annotation>, count: usize| {
            let is_joined = lists.iter().all(|list| !list.is_empty()) || count < longer(lists);
            let times = lists.iter().flatten().map(|a| a.times()).reduce(Times::joined);
            for slot in slots(lists).take(count) {
                let Some((stays, mut annotation)) = first(&slot) else { continue };
                if let (true, Some(times)) = (is_joined, &times) {
                    annotation.set_times(times.clone());
                }
                for (n, twin) in slot.into_iter().enumerate() {
                    self.moved[n].extend(twin.map(|twin| (twin.id.clone(), stays.clone())));
                }
                self.kept.insert(stays, annotation);
            }
        };
        alike.noted.values().for_each(|lists| stay(lists, longer(lists)));
        stay(&alike.linked, linked);
        stay(&alike.plain, plain);
    }
}

impl<'a> Alike<'a> {
    fn add(&mut self, copy: usize, annotation: &'a Annotation, set: &AnnotationSet) {
        let is_linked = set.relations_of(&annotation.id).next().is_some();
        let lists = match (annotation.note.as_str(), is_linked) {
            ("", true) => &mut self.linked,
            ("", false) => &mut self.plain,
            (note, _) => self.noted.entry(note).or_default(),
        };
        lists[copy].push(annotation);
    }

    fn count(&self, copy: usize) -> usize {
        let all = self.noted.values().chain([&self.linked, &self.plain]);
        all.map(|lists| lists[copy].len()).sum()
    }
}

fn longer<E>(lists: &Lists<'_, E>) -> usize {
    lists[0].len().max(lists[1].len())
}

/// The first of both, the second of both …
pub(super) fn slots<'l, E>(lists: &'l Lists<'_, E>) -> impl Iterator<Item = [Option<&'l E>; 2]> {
    (0..longer(lists)).map(|n| [0, 1].map(|copy| lists[copy].get(n).copied()))
}

/// Of two that are the same the identifier that sorts first, and what stands under it.
pub(super) fn first<E: Entry>(slot: &[Option<&E>; 2]) -> Option<(AnnotationId, E)> {
    let id = slot.iter().flatten().map(|entry| entry.id()).min()?.clone();
    let mut entry = slot.iter().flatten().max_by_key(|entry| entry.order()).map(|entry| E::clone(entry))?;
    entry.set_id(id.clone());
    Some((id, entry))
}
