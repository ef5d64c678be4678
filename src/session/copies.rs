//! Taking others' annotations into the annotator's own set.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Effect, Now, Session, Severity};
use crate::analysis::agreement::has_rated;
use crate::analysis::{Group, compare};
use crate::edit::Change;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, Extra, Origin, OriginKind, Relation, RelationEnd,
};
use crate::text::Spans;

impl Session {
    /// Copies of others' annotations, with the links among what was taken from the same annotator; one that was taken before
    /// is made anew. Gives the identifiers of the copies, and the steps.
    pub(super) fn copy_annotations(
        &mut self,
        wanted: &[(&Annotator, &AnnotationId)],
        now: &Now,
    ) -> (Vec<AnnotationId>, Vec<Change>) {
        let (mut taken, mut changes) = (HashMap::new(), Vec::new());
        let mut copies = Vec::with_capacity(wanted.len());
        let known = self.article().map(|article| copies_in(article.set())).unwrap_or_default();
        let theirs = self.originals(wanted);
        for ((whose, id), theirs) in wanted.iter().zip(theirs) {
            let from = source(whose, id);
            if let Some(theirs) = theirs {
                let copy = self.copy_of(&theirs, from.clone(), known.get(&from), now);
                taken.insert(from, copy.id.clone());
                copies.push(copy.id.clone());
                changes.push(Change::Put(Box::new(copy)));
            }
        }
        changes.extend(self.links(wanted, &taken, &known, now));
        (copies, changes)
    }

    /// The copy that was made of somebody's annotation, if there is one.
    pub(super) fn copy_made_of(&self, whose: &Annotator, id: &AnnotationId) -> Option<AnnotationId> {
        let from = source(whose, id);
        let mut own = self.article()?.set().annotations().iter();
        own.find(|a| a.origin.from.as_ref() == Some(&from)).map(|a| a.id.clone())
    }

    /// Takes the copy of somebody's annotation out again, with its links, unless it was changed since.
    pub(super) fn remove_copy(&self, whose: &Annotator, id: &AnnotationId) -> Vec<Change> {
        let (Some(own), Some(article)) = (self.copy_made_of(whose, id), self.article()) else {
            return Vec::new();
        };
        if article.set().get(&own).is_none_or(|copy| was_changed(copy)) {
            return Vec::new();
        }
        let links = article.set().relations_of(&own);
        let mut changes: Vec<Change> = links.map(|r| Change::Unrelate(r.id.clone())).collect();
        changes.push(Change::Remove(own.clone()));
        changes
    }

    /// Others’ annotations as they are; nothing for the annotator’s own, and for what has not been read.
    fn originals(&self, wanted: &[(&Annotator, &AnnotationId)]) -> Vec<Option<Arc<Annotation>>> {
        let of = |(whose, id): &(&Annotator, &AnnotationId)| {
            let set = self.article()?.other(whose).filter(|_| self.annotator.as_ref() != Some(*whose))?;
            set.get(id).cloned()
        };
        wanted.iter().map(of).collect()
    }

    /// A copy of somebody’s annotation in place of the one that was taken `before`.
    fn copy_of(
        &mut self,
        theirs: &Annotation,
        from: Arc<str>,
        before: Option<&Arc<Annotation>>,
        now: &Now,
    ) -> Annotation {
        if let Some(kept) = before.filter(|own| was_changed(own)) {
            return Annotation::clone(kept);
        }
        Annotation {
            id: before.map_or_else(|| self.new_id(now), |own| own.id.clone()),
            origin: Origin { by: OriginKind::Adjudicated, from: Some(from), score: theirs.origin.score },
            created: Some(now.timestamp.clone()),
            modified: Some(now.timestamp.clone()),
            ..theirs.clone()
        }
    }

    /// The links of what is taken now, to and from what is taken now or was before.
    fn links(
        &mut self,
        wanted: &[(&Annotator, &AnnotationId)],
        taken: &HashMap<Arc<str>, AnnotationId>,
        before: &HashMap<Arc<str>, Arc<Annotation>>,
        now: &Now,
    ) -> Vec<Change> {
        let mut found: Vec<(Arc<str>, AnnotationId, RelationEnd)> = Vec::new();
        if let Some(article) = self.article() {
            for set in article.others().filter(|set| wanted.iter().any(|(whose, _)| **whose == set.annotator))
            {
                let own = |id: &AnnotationId| {
                    let from = source(&set.annotator, id);
                    taken.get(&from).or_else(|| before.get(&from).map(|a| &a.id))
                };
                let is_new = |id: &AnnotationId| taken.contains_key(&source(&set.annotator, id));
                for relation in set.relations() {
                    let Some(from) = own(&relation.from) else { continue };
                    let (to, fresh) = match &relation.to {
                        RelationEnd::Here(id) => match own(id) {
                            Some(to) => (RelationEnd::Here(to.clone()), is_new(&relation.from) || is_new(id)),
                            None => continue,
                        },
                        there @ RelationEnd::There { .. } => (there.clone(), is_new(&relation.from)),
                    };
                    if fresh && !is_linked(article.set(), &relation.label, from, &to) {
                        found.push((relation.label.clone(), from.clone(), to));
                    }
                }
            }
        }
        let relation = |(label, from, to)| {
            let id = self.new_id(now);
            Change::Relate(Box::new(Relation {
                id,
                label,
                from,
                to,
                note: String::new(),
                extra: Extra::default(),
            }))
        };
        found.into_iter().map(relation).collect()
    }

    /// Takes what all who are looked at agree about into the annotator's own set, in the open article.
    pub(super) fn accept_agreed(&mut self, now: &Now) -> Vec<Effect> {
        let taken: Vec<Arc<Annotation>> = self.agreed();
        if taken.is_empty() {
            return vec![Effect::tell(Severity::Info, "There is nothing more here that all agree about")];
        }
        let first = self.reviewing.shown_annotators.first().cloned();
        let wanted: Vec<_> =
            first.iter().flat_map(|whose| taken.iter().map(move |a| (whose, &a.id))).collect();
        let (copies, changes) = self.copy_annotations(&wanted, now);
        let name = format!("Take {} that agree", copies.len());
        self.change(name, changes, now)
    }

    /// What all who are looked at agree about in the open article, and the annotator does not have yet: the first one's.
    #[must_use]
    pub fn agreed(&self) -> Vec<Arc<Annotation>> {
        let Some(article) = self.article() else { return Vec::new() };
        let sets: Vec<_> = article.others().filter(|set| has_rated(set)).collect();
        if sets.len() < 2 || sets.len() < self.reviewing.shown_annotators.len() {
            return Vec::new();
        }
        let agreed = compare(&sets).groups.into_iter().filter(Group::is_agreed);
        let own: HashSet<(&str, &Spans)> =
            article.set().annotations().iter().map(|own| (&*own.label, &own.spans)).collect();
        let has = |a: &Arc<Annotation>| own.contains(&(&*a.label, &a.spans));
        agreed.filter_map(|group| group.members.into_iter().next()?).filter(|a| !has(a)).collect()
    }
}

/// How a copy names what it came from.
fn source(whose: &Annotator, id: &AnnotationId) -> Arc<str> {
    format!("{whose}/{id}").into()
}

/// What was taken from others, by what it came from.
fn copies_in(set: &AnnotationSet) -> HashMap<Arc<str>, Arc<Annotation>> {
    let copy = |a: &Arc<Annotation>| Some((a.origin.from.clone()?, a.clone()));
    set.annotations().iter().filter_map(copy).collect()
}

fn is_linked(set: &AnnotationSet, label: &str, from: &AnnotationId, to: &RelationEnd) -> bool {
    set.relations_of(from)
        .any(|relation| &*relation.label == label && relation.from == *from && relation.to == *to)
}

/// Whether a copy was changed since it was taken: what was is the annotator's own work.
///
/// A copy is made with one time for both, and every change gives a later one ([`Annotation::touch`]).
fn was_changed(copy: &Annotation) -> bool {
    copy.modified != copy.created
}
