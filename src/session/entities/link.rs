//! Saying whom a mention, or a field of a claim, is of.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::deferred::DeferredEdit;
use super::super::{Effect, Now, Session, Severity};
use crate::analysis::folded;
use crate::edit::{Change, Direction, RegistryChange, RegistryStep, TransactionKind, unused_id};
use crate::jobs::{CandidateQuery, EntityCandidate, EntityJob, EntityRequest, JobKind, MentionIndex};
use crate::model::{
    Alias, Annotation, AnnotationId, AnnotationKind, AttributeType, AttributeValue, Entity, EntityId,
    EntityRef, Value,
};
use crate::names::romanized;
use crate::read_model::ReadModel;
use crate::words::{say, text};

/// What of the focused annotation is linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// The mention itself.
    Mention,
    /// An attribute of a claim.
    Attribute(Arc<str>),
}

/// How far a link goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkScope {
    /// The focused annotation alone.
    One,
    /// All mentions of the same form and label in the article that are linked to nothing yet.
    Article,
    /// Those of the workspace.
    Workspace,
}

/// The entities that may be meant, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    pub(super) query: CandidateQuery,
    pub(super) found: Option<Arc<[EntityCandidate]>>,
}

impl Candidates {
    /// What was looked for.
    #[must_use]
    pub const fn query(&self) -> &CandidateQuery {
        &self.query
    }

    /// They, the likeliest first; nothing while they are looked for.
    #[must_use]
    pub fn found(&self) -> Option<&[EntityCandidate]> {
        self.found.as_deref()
    }
}

/// Mentions of one form that are to be linked, as the one is that is looked at.
#[derive(Debug)]
pub(in crate::session) struct MentionLinking {
    file: Arc<str>,
    mention: AnnotationId,
    label: Arc<str>,
    form: String,
    to: EntityRef,
    name: String,
    kind: TransactionKind,
}

impl Session {
    /// The entities that may be meant, where they were asked for.
    #[must_use]
    pub const fn candidates(&self) -> Option<&Candidates> {
        self.entity_work.candidates.as_ref()
    }

    /// Where entities are mentioned, as far as it was looked for.
    #[must_use]
    pub const fn mentions(&self) -> Option<&Arc<MentionIndex>> {
        self.entity_work.mentions.as_ref()
    }

    /// Whether mentions changed since they were looked for.
    #[must_use]
    pub fn are_mentions_old(&self) -> bool {
        let revision = self.corpus.model.as_ref().map(ReadModel::revision);
        self.mentions().map(|index| index.revision) != revision
    }

    /// What can be linked of the focused annotation without saying more: a mention, or the first field of a claim for an entity.
    #[must_use]
    pub fn link_target(&self) -> Option<LinkTarget> {
        let focused = self.article()?.focused()?;
        if focused.kind == AnnotationKind::Entity {
            return Some(LinkTarget::Mention);
        }
        let mut specs = self.schema().attributes_of(&focused.label);
        let spec = specs.find(|spec| spec.kind == AttributeType::Entity)?;
        Some(LinkTarget::Attribute(spec.id.clone()))
    }

    /// What to look for, for a target: its words, its kind, and the entities mentioned nearby.
    #[must_use]
    pub fn candidate_query(&self, target: &LinkTarget) -> Option<CandidateQuery> {
        let article = self.article()?;
        let (focused, source) = (article.focused()?, &article.document().text);
        Some(match target {
            LinkTarget::Mention => {
                let quote = focused.spans.quote(source);
                CandidateQuery { text: quote, kind: Some(focused.label.clone()), ..CandidateQuery::default() }
            }
            LinkTarget::Attribute(attribute) => {
                let known = focused.attributes.get(attribute);
                let evidence = known.and_then(|known| known.evidence);
                let words = evidence.map(|evidence| source.slice(evidence.span).to_owned());
                let typed = known.and_then(|known| match &known.value {
                    Value::Entity(EntityRef::Name(name)) => Some(name.to_string()),
                    _ => None,
                });
                CandidateQuery {
                    text: words.or(typed).unwrap_or_default(),
                    nearby: self.entities_nearby(),
                    ..CandidateQuery::default()
                }
            }
        })
    }

    /// Entities of mentions in the article, those nearest to the focused annotation first.
    fn entities_nearby(&self) -> Vec<EntityId> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(focused) = article.focused() else { return Vec::new() };
        let place = focused.spans.first().start().get();
        let mut near: Vec<(usize, EntityId)> = Vec::new();
        for annotation in article.set().annotations() {
            if let Some(EntityRef::Entity(id)) = &annotation.entity {
                near.push((annotation.spans.first().start().get().abs_diff(place), id.clone()));
            }
        }
        near.sort();
        let mut seen = BTreeSet::new();
        near.into_iter().map(|(_, id)| id).filter(|id| seen.insert(id.clone())).take(8).collect()
    }

    pub(in crate::session) fn find_candidates(&mut self, query: CandidateQuery) -> Vec<Effect> {
        let (registry, index) = (Arc::clone(self.registry()), self.entity_work.index.clone());
        self.entity_work.candidates = Some(Candidates { query: query.clone(), found: None });
        let mut effects = vec![self.begin_entities(EntityRequest::Candidates { registry, index, query })];
        if self.mentions().is_none() {
            effects.extend(self.find_mentions());
        }
        effects
    }

    pub(in crate::session) fn find_mentions(&mut self) -> Option<Effect> {
        let model = self.corpus.model.clone()?;
        Some(self.begin_entities(EntityRequest::Mentions(model)))
    }

    /// Links the focused annotation, or says that nobody is known of it; with all of its form where the scope says so.
    pub(in crate::session) fn link(
        &mut self,
        target: &LinkTarget,
        to: Option<EntityRef>,
        scope: LinkScope,
        now: &Now,
    ) -> Vec<Effect> {
        let named = to.as_ref().map(|to| self.name_of_entity(to));
        let unlink = || text("session-step-unlink").to_owned();
        let name = named.map_or_else(unlink, |name| say!("session-step-link-entity", entity = name));
        self.link_as((&name, TransactionKind::Edit), target, to, (scope, now))
    }

    /// Makes an entity of the focused mention and links it.
    pub(in crate::session) fn link_new(
        &mut self,
        target: &LinkTarget,
        scope: LinkScope,
        now: &Now,
    ) -> Vec<Effect> {
        if self.annotator.is_none() {
            return vec![Effect::AskAnnotator];
        }
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let Some(query) = self.candidate_query(target) else { return Vec::new() };
        let name = query.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return vec![Effect::tell(Severity::Info, text("session-entity-words-first"))];
        }
        let id = unused_id(self.registry(), &EntityId::from_any(&romanized(&name)));
        let kind = query.kind.or_else(|| self.first_kind()).unwrap_or_else(|| "person".into());
        let mut entity = Entity::new(id.clone(), kind, name.clone(), now.timestamp.clone());
        let language = self.article().and_then(crate::session::OpenArticle::language);
        if let Some(language) = language {
            // The name is of the article's language, which an alias can say.
            entity.aliases.push(Alias { language: Some(language), ..Alias::new(name.clone()) });
        }
        let step = say!("session-step-new-entity", entity = &*name);
        let mut effects = self.change_entities(&step, |_, _| vec![RegistryChange::Put(entity.into())]);
        let step = say!("session-step-link-new-entity", entity = name);
        let kind = TransactionKind::NewEntity(id.clone());
        effects.extend(self.link_as((&step, kind), target, Some(EntityRef::Entity(id)), (scope, now)));
        effects
    }

    /// The kind that a new entity has where nothing is said.
    fn first_kind(&self) -> Option<Arc<str>> {
        let mut labels = self.schema().labels.iter();
        labels.find(|label| label.kind == AnnotationKind::Entity).map(|label| label.id.clone())
    }

    /// Links mentions as a step of this name and kind.
    fn link_as(
        &mut self,
        (name, kind): (&str, TransactionKind),
        target: &LinkTarget,
        to: Option<EntityRef>,
        (scope, now): (LinkScope, &Now),
    ) -> Vec<Effect> {
        let attribute = match target {
            LinkTarget::Mention => None,
            LinkTarget::Attribute(attribute) => Some(attribute.clone()),
        };
        if let Some(attribute) = attribute {
            return self.alter_as(kind, name, now, |annotation| link_attribute(annotation, attribute, to));
        }
        if scope == LinkScope::One || to.is_none() {
            return self.alter_as(kind, name, now, |annotation| annotation.entity = to);
        }
        let (Some(to), Some(article)) = (to, self.article()) else { return Vec::new() };
        let Some(focused) = article.focused() else { return Vec::new() };
        let form = folded(&focused.spans.quote(&article.document().text));
        let (label, mention) = (focused.label.clone(), focused.id.clone());
        let file = article.document().file.clone();
        let linking = MentionLinking { file, mention, label, form, to, name: name.to_owned(), kind };
        if scope == LinkScope::Article {
            let files = BTreeSet::from([linking.file.clone()]);
            return self.defer(DeferredEdit::LinkMentions(linking), files, now);
        }
        self.entity_work.linking.push_back(linking);
        self.find_forms().into_iter().collect()
    }

    /// Looks for the articles with mentions of the form that is to be linked next, once those of the one before are found.
    pub(super) fn find_forms(&mut self) -> Option<Effect> {
        if self.jobs.is_running(JobKind::Entities(EntityJob::Forms)) {
            return None;
        }
        let MentionLinking { label, form, .. } = self.entity_work.linking.front()?;
        let (label, form) = (label.clone(), form.clone());
        let (model, annotator) = (self.corpus.model.clone()?, self.annotator.clone()?);
        Some(self.begin_entities(EntityRequest::Forms { model, annotator, label, form }))
    }

    /// The articles with mentions of the form were found: those that are not open are read.
    pub(super) fn on_forms(&mut self, found: Vec<Arc<str>>, now: &Now) -> Vec<Effect> {
        let Some(linking) = self.entity_work.linking.pop_front() else { return Vec::new() };
        let files = found.into_iter().chain([linking.file.clone()]).collect();
        let mut effects = self.defer(DeferredEdit::LinkMentions(linking), files, now);
        effects.extend(self.find_forms());
        effects
    }

    /// Links the mentions of a form in these articles, which are read: one step of undo in all of them.
    pub(in crate::session) fn link_mentions(
        &mut self,
        work: MentionLinking,
        files: &BTreeSet<Arc<str>>,
        now: &Now,
    ) -> Vec<Effect> {
        let (mut parts, mut otherwise) = (Vec::new(), 0);
        for file in files {
            let Some(article) = self.articles.get(file).filter(|article| article.blocked().is_none()) else {
                continue;
            };
            let source = &article.document().text;
            let mut changes = Vec::new();
            for mention in article.set().annotations() {
                let is_of_form = mention.kind == AnnotationKind::Entity
                    && mention.label == work.label
                    && folded(&mention.spans.quote(source)) == work.form;
                if !is_of_form || mention.entity.as_ref() == Some(&work.to) {
                    continue;
                }
                // What was linked by hand to somebody else stays, but for the one that was looked at.
                let was_looked_at = *file == work.file && mention.id == work.mention;
                if mention.entity.is_some() && !was_looked_at {
                    otherwise += 1;
                    continue;
                }
                let mut linked = (**mention).clone();
                linked.entity = Some(work.to.clone());
                linked.touch(&now.timestamp);
                changes.push(Change::Put(Box::new(linked)));
            }
            parts.push((file.clone(), changes));
        }
        let told = |mentions: usize, articles: usize| {
            say!("session-mentions-linked", mentions = mentions, articles = articles, others = otherwise)
        };
        self.transact_in_all_as(work.kind, &work.name, parts, &told, now)
    }

    /// What an entity is called, as the registry has it.
    #[must_use]
    pub fn name_of_entity(&self, entity: &EntityRef) -> String {
        match entity {
            EntityRef::Entity(id) => {
                self.registry().view(id).map_or_else(|| id.to_string(), |view| view.name)
            }
            EntityRef::Author => text("session-entity-author").to_owned(),
            EntityRef::Unknown => text("session-entity-unknown").to_owned(),
            EntityRef::Name(name) => name.to_string(),
        }
    }

    /// A step was gone through that linked annotations to an entity made for them: the entity goes with them where nothing was
    /// done to entities since.
    pub(in crate::session) fn step_with_entity(
        &mut self,
        entity: &EntityId,
        direction: Direction,
    ) -> Vec<Effect> {
        let history = self.entities.history();
        let next = match direction {
            Direction::Undo => history.done().last(),
            Direction::Redo => history.undone().last(),
        };
        if next.and_then(RegistryStep::new_entity) != Some(entity) {
            return Vec::new();
        }
        self.step_entity_history(direction)
    }
}

fn link_attribute(annotation: &mut Annotation, attribute: Arc<str>, to: Option<EntityRef>) {
    let evidence = annotation.attributes.get(&attribute).and_then(|known| known.evidence);
    let value = to.map(|entity| AttributeValue { value: Value::Entity(entity), evidence });
    super::super::annotate::set_attribute(annotation, attribute, value);
}
