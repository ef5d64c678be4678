//! Suggested links: mentions of the article that are linked to nothing and fit an entity.
//!
//! Nothing is linked by itself. What fits is known by form, so that an article is looked at once; a form that was rejected for an
//! entity is not suggested for it again, in any article.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::{Effect, LinkScope, LinkTarget, Now, Session, Severity, Step};
use crate::analysis::folded;
use crate::edit::RegistryChange;
use crate::jobs::{EntityCandidate, EntityJob, EntityRequest, JobKind, MentionForm, RejectedForms};
use crate::model::{Annotation, AnnotationId, AnnotationKind, EntityRef, Registry, RejectedLink, Revision};
use crate::text::SourceText;
use crate::words::{say, text};

/// Suggested links of the article on screen, and what is known of forms.
#[derive(Debug, Default)]
pub(in crate::session) struct Suggestions {
    /// What the mentions of each form fit, in this registry.
    known: BTreeMap<MentionForm, Option<Arc<EntityCandidate>>>,
    registry: Option<Arc<Registry>>,
    /// The state of the article that `links` are of.
    of: Option<(Arc<str>, Revision)>,
    links: BTreeMap<AnnotationId, Arc<EntityCandidate>>,
}

impl Suggestions {
    fn is_in(&self, registry: &Arc<Registry>) -> bool {
        self.registry.as_ref().is_some_and(|known| Arc::ptr_eq(known, registry))
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

    /// Whether the article or the registry changed since links were suggested.
    #[must_use]
    pub fn are_suggestions_old(&self) -> bool {
        let Some(article) = self.article().filter(|_| self.can_annotate()) else { return false };
        let suggestions = &self.entity_work.suggestions;
        let is_of = |(file, revision): &(Arc<str>, Revision)| {
            *file == article.document().file && *revision == article.set().revision()
        };
        !suggestions.of.as_ref().is_some_and(is_of) || !suggestions.is_in(self.registry())
    }

    /// Whether links for the article are being looked for.
    #[must_use]
    pub fn is_suggesting(&self) -> bool {
        self.jobs.is_running(JobKind::Entities(EntityJob::Suggest))
    }

    /// Suggests links for the article as it is now; forms that are not known yet are looked for.
    pub(in crate::session) fn suggest_links(&mut self) -> Vec<Effect> {
        let registry = Arc::clone(self.registry());
        if !self.entity_work.suggestions.is_in(&registry) {
            let suggestions = &mut self.entity_work.suggestions;
            suggestions.known.clear();
            suggestions.registry = Some(Arc::clone(&registry));
        }
        let Some(article) = self.article() else { return Vec::new() };
        let (source, suggestions) = (&article.document().text, &self.entity_work.suggestions);
        let mut forms: Vec<MentionForm> = unlinked(article.set().annotations().iter(), source)
            .map(|(_, form)| form)
            .filter(|form| !suggestions.known.contains_key(form))
            .collect();
        if forms.is_empty() || !registry.has_entities() {
            self.place_suggestions();
            return Vec::new();
        }
        // What was suggested stays in sight until the answer is there.
        let of = (article.document().file.clone(), article.set().revision());
        let suggestions = &mut self.entity_work.suggestions;
        if suggestions.of.as_ref().is_none_or(|(file, _)| *file != of.0) {
            suggestions.links.clear();
        }
        suggestions.of = Some(of);
        forms.sort_unstable();
        forms.dedup();
        let rejected = self.rejected_forms();
        let index = self.entity_work.index.clone();
        vec![self.begin_entities(EntityRequest::Suggest { registry, index, forms, rejected })]
    }

    pub(super) fn on_suggested(&mut self, found: Vec<(MentionForm, Option<EntityCandidate>)>) {
        let found = found.into_iter().map(|(form, candidate)| (form, candidate.map(Arc::new)));
        self.entity_work.suggestions.known.extend(found);
        self.place_suggestions();
    }

    /// Gives the mentions of the article what is known of their forms.
    fn place_suggestions(&mut self) {
        let Some(article) = self.article() else { return };
        let set = article.set();
        let known = &self.entity_work.suggestions.known;
        let fitting = unlinked(set.annotations().iter(), &article.document().text)
            .filter_map(|(id, form)| Some((id, known.get(&form)?.clone()?)));
        let (links, of) = (fitting.collect(), Some((article.document().file.clone(), set.revision())));
        let suggestions = &mut self.entity_work.suggestions;
        (suggestions.links, suggestions.of) = (links, of);
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
        let form = self.article().and_then(|article| {
            let focused = article.focused()?;
            Some(form_of(focused, &article.document().text))
        });
        if let Some(form) = form {
            self.entity_work.suggestions.known.remove(&form);
            self.place_suggestions();
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
        self.place_suggestions();
        let has_more = self.article().is_some_and(|article| {
            article.set().annotations().iter().any(|annotation| self.suggested_link(annotation).is_some())
        });
        if has_more { self.step_suggestion(Step::Next) } else { Vec::new() }
    }
}

/// The mentions that are linked to nothing, with their forms.
fn unlinked<'a>(
    annotations: impl Iterator<Item = &'a Arc<Annotation>>,
    text: &SourceText,
) -> impl Iterator<Item = (AnnotationId, MentionForm)> {
    let mentions = annotations
        .filter(|annotation| annotation.kind == AnnotationKind::Entity && annotation.entity.is_none());
    mentions.map(|mention| (mention.id.clone(), form_of(mention, text)))
}

fn form_of(mention: &Annotation, text: &SourceText) -> MentionForm {
    MentionForm { words: mention.spans.quote(text), label: mention.label.clone() }
}
