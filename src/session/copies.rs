//! Taking others' annotations into the annotator's own set.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Effect, Now, Session, Severity};
use crate::analysis::agreement::is_finished;
use crate::analysis::{Group, Judgement, Reviews, compare};
use crate::edit::Change;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Annotator, ContentHash, Extra, Origin, OriginKind, Relation,
    RelationEnd, ReviewTarget, Verdict,
};
use crate::text::Spans;
use crate::words::{say, text};

impl Session {
    /// Copies of others' annotations, with the links to and from what else was taken; one that was taken before is made anew,
    /// and what says the same already is not doubled. Gives the identifiers of the copies, and the steps.
    pub(super) fn copy_annotations(
        &mut self,
        wanted: &[(&Annotator, &AnnotationId)],
        now: &Now,
    ) -> (Vec<AnnotationId>, Vec<Change>) {
        let (mut taken, mut changes) = (HashMap::new(), Vec::new());
        let mut copies = Vec::with_capacity(wanted.len());
        let known = self.article().map(|article| copies_in(article.set())).unwrap_or_default();
        let mut said = self.article().map(|article| contents_of(article.set())).unwrap_or_default();
        let theirs = self.originals(wanted);
        for ((whose, id), theirs) in wanted.iter().zip(theirs) {
            let from = source(whose, id);
            let Some(theirs) = theirs else { continue };
            let content = ContentHash::of(&theirs);
            if let Some(own) = said.get(&content).filter(|_| !known.contains_key(&from)) {
                taken.insert(from, own.clone());
                copies.push(own.clone());
                continue;
            }
            let copy = self.copy_of(&theirs, from.clone(), known.get(&from), now);
            taken.insert(from, copy.id.clone());
            said.insert(content, copy.id.clone());
            copies.push(copy.id.clone());
            changes.push(Change::Put(Box::new(copy)));
        }
        let there = Taken { now: taken, before: known, said };
        changes.extend(self.links(&there, now));
        (copies, changes)
    }

    /// The copy that was made of somebody's annotation, if there is one.
    pub(super) fn copy_made_of(&self, whose: &Annotator, id: &AnnotationId) -> Option<AnnotationId> {
        let from = source(whose, id);
        let mut own = self.article()?.set().annotations().iter();
        own.find(|a| is_from(a, &from)).map(|a| a.id.clone())
    }

    /// Takes the copy of somebody's annotation out again, with its links, unless it was changed since.
    pub(super) fn remove_copy(&self, of: &ReviewTarget) -> Vec<Change> {
        let copy = self.copy_made_of(&of.annotator, &of.annotation);
        let (Some(own), Some(article)) = (copy, self.article()) else {
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
            origin: Origin {
                by: OriginKind::Adjudicated,
                from: Some(from),
                score: theirs.origin.score,
                rule: Some("accepted".into()),
            },
            created: Some(now.timestamp.clone()),
            modified: Some(now.timestamp.clone()),
            ..theirs.clone()
        }
    }

    /// The links of what is taken now, to and from what is taken now or was before: whoever's version of an end was taken,
    /// it is that end.
    fn links(&mut self, there: &Taken, now: &Now) -> Vec<Change> {
        let mut found: Vec<(Arc<str>, AnnotationId, RelationEnd)> = Vec::new();
        if let Some(article) = self.article() {
            let sets: Vec<&AnnotationSet> = article.others().collect();
            let groups = compare(&sets).groups;
            let mut taken_as: HashMap<(usize, &AnnotationId), AnnotationId> = HashMap::new();
            for group in &groups {
                let mut own = group.present().filter_map(|(n, a)| there.own(&sets[n].annotator, a));
                if let Some(own) = own.next() {
                    taken_as.extend(group.present().map(|(n, a)| ((n, &a.id), own.clone())));
                }
            }
            for (n, set) in sets.iter().enumerate() {
                for relation in set.relations() {
                    let start = set.get(&relation.from).and_then(|start| there.own(&set.annotator, start));
                    let Some(from) = start else { continue };
                    let (to, fresh) = match &relation.to {
                        RelationEnd::Here(id) => match taken_as.get(&(n, id)) {
                            Some(to) => {
                                (RelationEnd::Here(to.clone()), there.is_new(&from) || there.is_new(to))
                            }
                            None => continue,
                        },
                        end @ RelationEnd::There { .. } => (end.clone(), there.is_new(&from)),
                    };
                    let link = (relation.label.clone(), from, to);
                    if fresh && !is_linked(article.set(), &link) && !found.contains(&link) {
                        found.push(link);
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
        let taken = self.agreed_with_holder();
        if taken.is_empty() {
            return vec![Effect::tell(Severity::Info, text("session-nothing-agreed"))];
        }
        let wanted: Vec<_> = taken.iter().map(|(whose, a)| (whose, &a.id)).collect();
        let (copies, mut changes) = self.copy_annotations(&wanted, now);
        for change in &mut changes {
            if let Change::Put(copy) = change {
                copy.origin.rule = Some("agreed".into());
            }
        }
        let name = say!("session-step-take-agreed", count = copies.len());
        self.change(name, changes, now)
    }

    /// What all who are looked at, and have finished the open article, agree about, and the annotator does not have yet and
    /// has not rejected.
    #[must_use]
    pub fn agreed(&self) -> Vec<Arc<Annotation>> {
        self.agreed_with_holder().into_iter().map(|(_, annotation)| annotation).collect()
    }

    fn agreed_with_holder(&self) -> Vec<(Annotator, Arc<Annotation>)> {
        let Some(article) = self.article() else { return Vec::new() };
        let sets: Vec<_> = article.others().filter(|set| is_finished(set)).collect();
        let own: HashSet<(&str, &Spans)> =
            article.set().annotations().iter().map(|own| (&*own.label, &own.spans)).collect();
        let reviews = Reviews::new(Some(article.set()));
        let stays_out = |n: usize, a: &Annotation| {
            let verdict = reviews.on(ContentHash::in_set(a, sets[n]));
            own.contains(&(&*a.label, &a.spans))
                || verdict.is_some_and(|verdict| verdict != Verdict::Accepted)
        };
        let agreed = compare(&sets).groups.into_iter().filter(Group::is_agreed);
        let taken = agreed.filter(|group| !group.present().any(|(n, a)| stays_out(n, a)));
        let first = taken.filter_map(|group| group.present().next().map(|(n, a)| (n, a.clone())));
        first.map(|(n, a)| (sets[n].annotator.clone(), a)).collect()
    }

    /// Verdicts that keep what is deleted from the gold set out of it: on whatever says the same, and on what it was made of.
    pub(super) fn remember_deletion(&self, deleted: &Annotation, now: &Now) -> Vec<Change> {
        let (true, Some(article)) = (self.is_gold(), self.article()) else { return Vec::new() };
        let content = ContentHash::of(deleted);
        let mut changes = Vec::new();
        for set in article.others() {
            for annotation in set.annotations() {
                let from = source(&set.annotator, &annotation.id);
                if ContentHash::of(annotation) == content || is_from(deleted, &from) {
                    let of =
                        ReviewTarget { annotator: set.annotator.clone(), annotation: annotation.id.clone() };
                    let saw = ContentHash::in_set(annotation, set);
                    let judgement = Judgement { of, saw, verdict: Verdict::Rejected };
                    changes.push(self.verdict_change(&judgement, None, now));
                }
            }
        }
        changes
    }
}

/// What is in the annotator's own set of what others have.
struct Taken {
    /// What is taken now, by what it came from.
    now: HashMap<Arc<str>, AnnotationId>,
    /// What was taken before, by what it came from.
    before: HashMap<Arc<str>, Arc<Annotation>>,
    /// All of it, by what it says.
    said: HashMap<ContentHash, AnnotationId>,
}

impl Taken {
    /// The annotator's own of somebody's annotation: the copy of it, or what says the same.
    fn own(&self, whose: &Annotator, theirs: &Annotation) -> Option<AnnotationId> {
        let from = source(whose, &theirs.id);
        let copy = self.now.get(&from).or_else(|| self.before.get(&from).map(|own| &own.id));
        copy.or_else(|| self.said.get(&ContentHash::of(theirs))).cloned()
    }

    fn is_new(&self, id: &AnnotationId) -> bool {
        self.now.values().any(|new| new == id)
    }
}

/// How a copy names what it came from.
fn source(whose: &Annotator, id: &AnnotationId) -> Arc<str> {
    format!("{whose}/{id}").into()
}

/// Whether a copy was made of this, among others.
fn is_from(copy: &Annotation, source: &str) -> bool {
    copy.origin.from.as_deref().is_some_and(|from| from.lines().any(|line| line == source))
}

/// What was taken from others, by what it came from.
fn copies_in(set: &AnnotationSet) -> HashMap<Arc<str>, Arc<Annotation>> {
    let copies = |a: &Arc<Annotation>| -> Vec<(Arc<str>, Arc<Annotation>)> {
        let from = a.origin.from.as_deref().unwrap_or_default();
        from.lines().map(|source| (source.into(), a.clone())).collect()
    };
    set.annotations().iter().flat_map(copies).collect()
}

/// What is in a set, by what it says.
fn contents_of(set: &AnnotationSet) -> HashMap<ContentHash, AnnotationId> {
    set.annotations().iter().map(|a| (ContentHash::of(a), a.id.clone())).collect()
}

fn is_linked(set: &AnnotationSet, (label, from, to): &(Arc<str>, AnnotationId, RelationEnd)) -> bool {
    set.relations_of(from)
        .any(|relation| relation.label == *label && relation.from == *from && relation.to == *to)
}

/// Whether a copy was changed since it was taken: what was is the annotator's own work.
///
/// A copy is made with one time for both, and every change gives a later one ([`Annotation::touch`]).
fn was_changed(copy: &Annotation) -> bool {
    copy.modified != copy.created
}
