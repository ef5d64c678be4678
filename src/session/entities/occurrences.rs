//! Tagging every occurrence of a mention, in the article or the workspace, after a look at them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::deferred::{DeferredEdit, left_out};
use super::super::{Effect, Now, Session};
use crate::edit::Change;
use crate::jobs::{EntityRequest, FoundOccurrence, OccurrenceQuery};
use crate::model::{Annotation, AnnotationId, AnnotationKind, EntityRef, Origin, OriginKind};
use crate::text::Spans;
use crate::words::{say, text};

/// Occurrences of a mention that may be tagged.
#[derive(Clone, Debug)]
pub struct Occurrences {
    /// The mention whose occurrences they are.
    pub(super) of: AnnotationId,
    label: Arc<str>,
    entity: Option<EntityRef>,
    query: OccurrenceQuery,
    pub(super) found: Option<Arc<[FoundOccurrence]>>,
    pub(super) progress: (usize, usize),
}

impl Occurrences {
    /// They, by article and place; nothing while they are looked for.
    #[must_use]
    pub const fn found(&self) -> Option<&Arc<[FoundOccurrence]>> {
        self.found.as_ref()
    }

    /// The names that are looked for.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.query.names
    }

    /// Whether all articles are looked at, or only the one on screen.
    #[must_use]
    pub const fn is_of_workspace(&self) -> bool {
        self.query.only.is_none()
    }

    /// How many articles were looked at, of how many.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        self.progress
    }
}

/// Occurrences that are tagged as soon as all their articles are read.
#[derive(Debug)]
pub(in crate::session) struct Tagging {
    of: Occurrences,
    chosen: BTreeMap<Arc<str>, Vec<FoundOccurrence>>,
}

impl Session {
    /// Occurrences that were asked for.
    #[must_use]
    pub const fn occurrences(&self) -> Option<&Occurrences> {
        self.entity_work.occurrences.as_ref()
    }

    /// Whether the focused annotation is a mention, whose occurrences can be looked for.
    #[must_use]
    pub fn can_find_occurrences(&self) -> bool {
        let focused = self.article().and_then(|article| article.focused());
        self.can_annotate() && focused.is_some_and(|focused| focused.kind == AnnotationKind::Entity)
    }

    pub(in crate::session) fn find_occurrences(&mut self, in_workspace: bool) -> Vec<Effect> {
        let Some(annotator) = self.annotator.clone() else { return vec![Effect::AskAnnotator] };
        let (Some(model), Some(article)) = (self.corpus.model.clone(), self.article()) else {
            return Vec::new();
        };
        let focused = article.focused().filter(|focused| focused.kind == AnnotationKind::Entity);
        let Some(focused) = focused else { return Vec::new() };
        let mut names = vec![focused.spans.quote(&article.document().text)];
        if let Some(EntityRef::Entity(id)) = &focused.entity
            && let Some(view) = self.registry().view(id)
        {
            names.extend(view.names().map(str::to_owned));
        }
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        let only = (!in_workspace).then(|| article.document().file.clone());
        let query = OccurrenceQuery { names, only, annotator };
        self.entity_work.occurrences = Some(Occurrences {
            of: focused.id.clone(),
            label: focused.label.clone(),
            entity: focused.entity.clone(),
            query: query.clone(),
            found: None,
            progress: (0, 0),
        });
        vec![self.begin_entities(EntityRequest::Occurrences { model, query })]
    }

    /// Tags those of the occurrences whose numbers are given, once their articles are read.
    pub(in crate::session) fn tag_occurrences(&mut self, chosen: &[usize], now: &Now) -> Vec<Effect> {
        let Some(of) = self.entity_work.occurrences.take() else { return Vec::new() };
        let Some(found) = of.found.clone() else { return Vec::new() };
        let mut by_file: BTreeMap<Arc<str>, Vec<FoundOccurrence>> = BTreeMap::new();
        for one in chosen.iter().filter_map(|at| found.get(*at)) {
            by_file.entry(one.file.clone()).or_default().push(one.clone());
        }
        let files: BTreeSet<Arc<str>> = by_file.keys().cloned().collect();
        self.defer(DeferredEdit::Tag(Tagging { of, chosen: by_file }), files, now)
    }

    /// Tags the occurrences, whose articles are read: one step of undo in all of them.
    pub(in crate::session) fn tag_chosen(&mut self, tagging: Tagging, now: &Now) -> Vec<Effect> {
        let Tagging { of, chosen } = tagging;
        let (mut parts, mut left) = (Vec::new(), Vec::new());
        for (file, occurrences) in chosen {
            let article = self.articles.get(&file).filter(|article| article.blocked().is_none());
            // A text that was changed meanwhile has other words at these places.
            let is_same =
                article.is_some_and(|a| occurrences.iter().all(|one| one.sha256 == a.document().sha256));
            if !is_same {
                left.push(file);
                continue;
            }
            let mut changes = Vec::new();
            for one in occurrences {
                let (id, spans) = (self.new_id(now), Spans::from(one.span));
                let (kind, at) = (AnnotationKind::Entity, now.timestamp.clone());
                let mut annotation = Annotation::new(id, kind, of.label.clone(), spans, at);
                annotation.entity.clone_from(&of.entity);
                annotation.origin = Origin {
                    by: OriginKind::Propagated,
                    from: Some(of.of.as_str().into()),
                    score: None,
                    rule: None,
                };
                changes.push(Change::Put(Box::new(annotation)));
            }
            parts.push((file, changes));
        }
        let told = |occurrences: usize, articles: usize| {
            say!("session-occurrences-tagged", occurrences = occurrences, articles = articles)
        };
        let mut effects = self.transact_in_all(text("session-step-tag-occurrences"), parts, &told, now);
        effects.extend(left_out(&left, |files| say!("session-occurrences-left", files = files)));
        effects
    }
}
