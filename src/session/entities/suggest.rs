//! Suggested links: mentions of the article that are linked to nothing and fit an entity.
//!
//! Nothing is linked by itself. What fits is known by form, so that an article is looked at once; a form that was rejected for an
//! entity is not suggested for it again, in any article.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::{Effect, LinkScope, LinkTarget, Now, OpenArticle, Session, Severity, Step};
use crate::analysis::folded;
use crate::edit::RegistryChange;
use crate::jobs::{
    EntityCandidate, EntityJob, EntityRequest, JobKind, MentionForm, RejectedForms, Suggested,
};
use crate::model::{
    Annotation, AnnotationId, AnnotationKind, Annotator, EntityRef, Registry, RejectedLink, Revision,
};
use crate::words::{say, text};

/// Suggested links of the article on screen.
#[derive(Debug, Default)]
pub(in crate::session) struct Suggestions {
    /// What they were looked for in.
    registry: Option<Arc<Registry>>,
    /// The set that they were looked for in, and its state then.
    of: Option<(Arc<str>, Annotator, Revision)>,
    links: BTreeMap<AnnotationId, Arc<EntityCandidate>>,
}

impl Suggestions {
    /// The state of this set that links were looked for in; nothing where it was another registry, or another set.
    fn looked_at(&self, registry: &Arc<Registry>, article: &OpenArticle) -> Option<Revision> {
        let is_in = self.registry.as_ref().is_some_and(|known| Arc::ptr_eq(known, registry));
        let (file, annotator, revision) = self.of.as_ref().filter(|_| is_in)?;
        let is_of = *file == article.document().file && *annotator == article.set().annotator;
        (is_of && *revision <= article.set().revision()).then_some(*revision)
    }
}

impl Session {
    /// The entity that is suggested for an annotation of the article, with the reason.
    #[must_use]
    pub fn suggested_link(&self, annotation: &Annotation) -> Option<&Arc<EntityCandidate>> {
        self.entity_work.suggestions.links.get(&annotation.id).filter(|_| annotation.entity.is_none())
    }

    /// Whether the focused mention has a suggested link.
    #[must_use]
    pub fn has_suggestion(&self) -> bool {
        self.suggestion_in_focus().is_some()
    }

    /// Whether the article or the registry changed since links were suggested, and they can be looked for now.
    #[must_use]
    pub fn are_suggestions_old(&self) -> bool {
        let Some(article) = self.article().filter(|_| self.can_annotate()) else { return false };
        match self.entity_work.suggestions.looked_at(self.registry(), article) {
            Some(revision) => revision != article.set().revision() && !self.is_suggesting(),
            None => true,
        }
    }

    /// Whether links for the article are being looked for.
    #[must_use]
    pub fn is_suggesting(&self) -> bool {
        self.jobs.is_running(JobKind::Entities(EntityJob::Suggest))
    }

    /// Suggests links for what of the article was not looked at yet as it is now.
    pub(in crate::session) fn suggest_links(&mut self) -> Vec<Effect> {
        let registry = Arc::clone(self.registry());
        let Some(article) = self.article() else { return Vec::new() };
        let (document, set) = (article.document(), article.set());
        let looked_at = self.entity_work.suggestions.looked_at(&registry, article);
        let changed: Vec<Arc<Annotation>> = match looked_at {
            Some(revision) => set.changed_since(revision).cloned().collect(),
            None if registry.has_entities() => set.annotations().iter().cloned().collect(),
            None => Vec::new(),
        };
        let (text, of) =
            (document.text.clone(), (document.file.clone(), set.annotator.clone(), set.revision()));
        let suggestions = &mut self.entity_work.suggestions;
        // In another registry, what was suggested stays in sight until the answer is there.
        if suggestions.of.as_ref().is_none_or(|(file, annotator, _)| (file, annotator) != (&of.0, &of.1))
            || !registry.has_entities()
        {
            suggestions.links.clear();
        }
        if looked_at.is_some() {
            for annotation in &changed {
                suggestions.links.remove(&annotation.id);
            }
        }
        (suggestions.of, suggestions.registry) = (Some(of), Some(Arc::clone(&registry)));
        let mentions: Vec<_> = changed.into_iter().filter(|annotation| is_unlinked(annotation)).collect();
        if mentions.is_empty() || !registry.has_entities() {
            return Vec::new();
        }
        let rejected = self.rejected_forms();
        let index = self.entity_work.index.clone();
        vec![self.begin_entities(EntityRequest::Suggest { registry, index, text, mentions, rejected })]
    }

    pub(super) fn on_suggested(&mut self, found: Suggested) {
        let links = &mut self.entity_work.suggestions.links;
        for (id, candidate) in found {
            match candidate {
                Some(candidate) => _ = links.insert(id, candidate),
                None => _ = links.remove(&id),
            }
        }
    }

    fn rejected_forms(&self) -> RejectedForms {
        let part = self.annotator.as_ref().and_then(|annotator| self.registry().part(annotator));
        let all = part.into_iter().flat_map(|part| part.rejected());
        all.map(|link| (folded(&link.quote), link.entity.clone())).collect()
    }

    /// Focuses the next mention of the article that has a suggested link, or the one before.
    pub(in crate::session) fn step_suggestion(&mut self, step: Step) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let annotations = article.set().annotations();
        let places: Vec<usize> = annotations
            .iter()
            .enumerate()
            .filter(|(_, annotation)| self.suggested_link(annotation).is_some())
            .map(|(at, _)| at)
            .collect();
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            return vec![Effect::tell(Severity::Info, text("session-no-suggestions"))];
        };
        let here = article.focused().map(|focused| annotations.position(focused));
        let after_caret = annotations.starting_before(article.selection().head);
        let next = match step {
            Step::Next => {
                let from = here.map_or(after_caret, |here| here + 1);
                *places.iter().find(|at| **at >= from).unwrap_or(first)
            }
            Step::Previous => {
                let until = here.unwrap_or(after_caret);
                *places.iter().rfind(|at| **at < until).unwrap_or(last)
            }
        };
        let id = annotations.get(next).map(|annotation| annotation.id.clone());
        self.focus(id)
    }

    /// Links the focused mention to the entity that is suggested for it, and goes on to the next.
    pub(in crate::session) fn accept_suggestion(&mut self, now: &Now) -> Vec<Effect> {
        let Some(entity) = self.suggestion_in_focus() else { return Vec::new() };
        let to = Some(EntityRef::Entity(entity.view.id.clone()));
        let mut effects = self.link(&LinkTarget::Mention, to, LinkScope::One, now);
        effects.extend(self.go_to_next_suggestion());
        effects
    }

    /// Remembers that the focused mention is not of the entity that is suggested for it, and goes on to the next.
    pub(in crate::session) fn reject_suggestion(&mut self) -> Vec<Effect> {
        let Some(entity) = self.suggestion_in_focus() else { return Vec::new() };
        let Some(article) = self.article() else { return Vec::new() };
        let Some(focused) = article.focused() else { return Vec::new() };
        let quote = focused.spans.quote(&article.document().text);
        let name = say!("session-step-reject-entity", entity = &*entity.view.name, quote = quote.as_str());
        let id = entity.view.id.clone();
        let mut effects = self.change_entities(&name, |_, _| {
            vec![RegistryChange::Reject(RejectedLink { quote, entity: id }, true)]
        });
        // All of the form are gone until what else they fit is known.
        let alike = self.article().map_or_else(Vec::new, |article| {
            let form = |mention: &Annotation| MentionForm::of(mention, &article.document().text);
            let rejected = article.focused().map(form);
            let suggested = self.entity_work.suggestions.links.keys();
            let of_form = |id: &&AnnotationId| article.set().get(id).map(|mention| form(mention)) == rejected;
            suggested.filter(of_form).cloned().collect()
        });
        for id in alike {
            self.entity_work.suggestions.links.remove(&id);
        }
        effects.extend(self.go_to_next_suggestion());
        effects
    }

    fn suggestion_in_focus(&self) -> Option<Arc<EntityCandidate>> {
        let focused = self.article()?.focused()?;
        self.suggested_link(focused).cloned()
    }

    /// Goes to the next suggestion where there is one; what was just decided stays in focus where there is none.
    fn go_to_next_suggestion(&mut self) -> Vec<Effect> {
        let has_more = self.article().is_some_and(|article| {
            article.set().annotations().iter().any(|annotation| self.suggested_link(annotation).is_some())
        });
        if has_more { self.step_suggestion(Step::Next) } else { Vec::new() }
    }
}

/// Whether an annotation is a mention that is linked to nothing.
fn is_unlinked(annotation: &Annotation) -> bool {
    annotation.kind == AnnotationKind::Entity && annotation.entity.is_none()
}
