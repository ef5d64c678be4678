//! Making and changing annotations: each gesture one transaction.

use std::sync::Arc;

use super::decide::DECISIONS;
use super::{Edge, Effect, Now, OpenArticle, Selection, Session, Severity, Step};
use crate::edit::{Change, ChangeError, Transaction};
use crate::model::{Annotation, AnnotationId, AttributeValue, EntityRef, Evidence, Overlap, State, Value};
use crate::text::{ByteOffset, Span, Spans, next_grapheme, previous_grapheme};

impl Session {
    /// Applies one transaction to the open article; every change of annotations passes here.
    pub(super) fn change(&mut self, name: impl Into<String>, changes: Vec<Change>, now: &Now) -> Vec<Effect> {
        self.change_by(OpenArticle::apply, name.into(), changes, now)
    }

    /// The same, as a part of the last transaction.
    pub(super) fn amend(&mut self, name: &str, changes: Vec<Change>, now: &Now) -> Vec<Effect> {
        self.change_by(OpenArticle::amend, name.to_owned(), changes, now)
    }

    /// Takes the last transaction back as if it had never been.
    pub(super) fn cancel_change(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let outcome = article.cancel(now.millis);
        let file = article.document().file.clone();
        self.changed(&file, outcome)
    }

    fn change_by(
        &mut self,
        apply: fn(&mut OpenArticle, Transaction, u64) -> Result<(), ChangeError>,
        name: String,
        mut changes: Vec<Change>,
        now: &Now,
    ) -> Vec<Effect> {
        if self.annotator.is_none() {
            return vec![Effect::tell(Severity::Warning, "Say who annotates first: File › Annotator…")];
        }
        let Some(article) = self.article_mut() else { return Vec::new() };
        if article.blocked().is_some() {
            let text = "This article is open for reading only; see the bar above the text for what to do";
            return vec![Effect::tell(Severity::Warning, text)];
        }
        // A word on a colleague's work does not begin one's own.
        let begins = !changes.iter().any(|c| matches!(c, Change::SetState(_)))
            && !changes.iter().all(|c| matches!(c, Change::Review(_) | Change::Unreview(_)));
        if article.set().state() == State::Todo && begins {
            changes.push(Change::SetState(State::InProgress));
        }
        let file = article.document().file.clone();
        let is_decision = DECISIONS.contains(&name.as_str());
        let outcome = apply(article, Transaction::new(name, changes), now.millis);
        // What is done in between is what is undone next, here.
        if let Some(review) = self.review.as_mut().filter(|_| !is_decision) {
            review.trail.clear();
        }
        self.changed(&file, outcome)
    }

    /// What is made of an article is brought up to date, or the analyst told that nothing was changed.
    fn changed(&mut self, file: &Arc<str>, outcome: Result<(), ChangeError>) -> Vec<Effect> {
        self.refresh_entry(file);
        self.refresh_queue(file);
        match outcome {
            Ok(()) => Vec::new(),
            Err(error) => vec![Effect::tell(Severity::Error, format!("Nothing was changed: {error}"))],
        }
    }

    /// Changes the focused annotation by `alter`; nothing happens when that leaves it as it was.
    fn alter(&mut self, name: &str, now: &Now, alter: impl FnOnce(&mut Annotation)) -> Vec<Effect> {
        let Some(old) = self.article().and_then(|a| a.focused()) else { return Vec::new() };
        let mut new = old.clone();
        alter(&mut new);
        if new == *old {
            return Vec::new();
        }
        new.touch(&now.timestamp);
        self.change(name, vec![Change::Put(Box::new(new))], now)
    }

    pub(super) fn tag(&mut self, label: &Arc<str>, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let text = &article.document().text;
        let Some(span) = article.selection().span(text) else {
            let same = self.tag_mode.as_ref() == Some(label);
            return self.set_tag_mode((!same).then(|| label.clone()));
        };
        let Some(spec) = self.schema.label(label) else {
            return vec![Effect::tell(
                Severity::Error,
                format!("There is no label “{label}” in this workspace"),
            )];
        };
        let (kind, name) = (spec.kind, spec.name.clone());
        if let Some(same) = article.set().annotations().exactly(span, label) {
            let id = same.id.clone();
            let mut effects = self.focus(Some(id));
            effects.push(Effect::tell(Severity::Info, format!("Already tagged as {name}")));
            return effects;
        }
        let crossed = article.set().annotations().within(span.start(), span.end());
        if self.schema.overlap == Overlap::Forbid && crossed.iter().any(|a| a.kind == kind) {
            let text = "Annotations of one layer may not overlap in this workspace";
            return vec![Effect::tell(Severity::Warning, text)];
        }
        let id = self.new_id(now);
        let annotation =
            Annotation::new(id.clone(), kind, label.clone(), Spans::from(span), now.timestamp.clone());
        let effects = self.change(format!("Tag as {name}"), vec![Change::Put(Box::new(annotation))], now);
        if let Some(article) = self.article_mut().filter(|a| a.set().get(&id).is_some()) {
            article.focused = Some(id);
            article.selection = Selection::caret(span.end());
        }
        effects
    }

    pub(super) fn set_tag_mode(&mut self, label: Option<Arc<str>>) -> Vec<Effect> {
        self.tag_mode = label.filter(|id| self.schema.label(id).is_some());
        Vec::new()
    }

    pub(super) fn relabel(&mut self, label: &Arc<str>, now: &Now) -> Vec<Effect> {
        let Some(spec) = self.schema.label(label) else { return Vec::new() };
        let (kind, name) = (spec.kind, format!("Change label to {}", spec.name));
        self.alter(&name, now, |a| {
            a.label = label.clone();
            a.kind = kind;
        })
    }

    pub(super) fn delete(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(focused) = article.focused() else { return Vec::new() };
        let id = focused.id.clone();
        let name =
            self.schema.label(&focused.label).map_or_else(|| focused.label.to_string(), |l| l.name.clone());
        let links = article.set().relations_of(&id);
        let mut changes: Vec<Change> = links.map(|r| Change::Unrelate(r.id.clone())).collect();
        changes.push(Change::Remove(id));
        self.change(format!("Delete {name}"), changes, now)
    }

    pub(super) fn set_attribute(
        &mut self,
        attribute: Arc<str>,
        value: Option<AttributeValue>,
        now: &Now,
    ) -> Vec<Effect> {
        let name = self.name_of_attribute(&attribute);
        self.alter(&format!("Set {name}"), now, |a| set_attribute(a, attribute, value))
    }

    pub(super) fn name_of_attribute(&self, attribute: &Arc<str>) -> String {
        self.schema.attribute(attribute).map_or_else(|| attribute.to_string(), |a| a.name.clone())
    }

    pub(super) fn attach_evidence(&mut self, attribute: &Arc<str>, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(span) = article.selection().span(&article.document().text) else {
            return vec![Effect::tell(Severity::Info, "Select the words that bear it out first")];
        };
        self.alter("Attach evidence", now, |a| {
            let value = a
                .attributes
                .entry(attribute.clone())
                .or_insert_with(|| Value::Entity(EntityRef::Unknown).into());
            value.evidence = Some(Evidence { span });
        })
    }

    pub(super) fn set_state(&mut self, state: State, now: &Now) -> Vec<Effect> {
        if self.article().is_none_or(|a| a.set().state() == state) {
            return Vec::new();
        }
        self.change("Set article state", vec![Change::SetState(state)], now)
    }

    pub(super) fn set_span(&mut self, id: &AnnotationId, part: usize, span: Span, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let text = article.document().text.clone();
        let Some(span) = Span::of_clusters(&text, span.start(), span.end()) else { return Vec::new() };
        article.focused = Some(id.clone());
        let Some(spans) = article.focused().and_then(|a| a.spans.with(part, span)) else {
            return vec![Effect::tell(Severity::Info, "The parts of one annotation cannot overlap")];
        };
        self.alter("Move edge", now, |a| a.spans = spans)
    }

    pub(super) fn add_part(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(span) = article.selection().span(&article.document().text) else { return Vec::new() };
        let Some(old) = article.focused() else { return Vec::new() };
        let mut parts = old.spans.as_slice().to_vec();
        parts.push(span);
        let Ok(spans) = Spans::new(parts) else {
            return vec![Effect::tell(
                Severity::Info,
                "The selection overlaps the annotation it should be added to",
            )];
        };
        let effects = self.alter("Add part", now, |a| a.spans = spans);
        if let Some(article) = self.article_mut() {
            article.selection = Selection::caret(span.end());
        }
        effects
    }

    pub(super) fn remove_part(&mut self, part: usize, now: &Now) -> Vec<Effect> {
        self.alter("Remove part", now, |a| {
            let mut parts = a.spans.as_slice().to_vec();
            if part < parts.len() && parts.len() > 1 {
                parts.remove(part);
            }
            if let Ok(spans) = Spans::new(parts) {
                a.spans = spans;
            }
        })
    }

    pub(super) fn move_edge(&mut self, edge: Edge, step: Step, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let text = article.document().text.clone();
        let moved = |span: Span| {
            let to = |at: ByteOffset| match step {
                Step::Next => next_grapheme(&text, at),
                Step::Previous => previous_grapheme(&text, at),
            };
            let (start, end) = match edge {
                Edge::Start => (to(span.start()), span.end()),
                Edge::End => (span.start(), to(span.end())),
            };
            if start < end { Span::new(&text, start, end).ok() } else { None }
        };
        if let Some(span) = article.selection().span(&text) {
            if let Some(span) = moved(span) {
                article.selection = Selection::from(span);
            }
            return Vec::new();
        }
        let Some(old) = article.focused() else { return Vec::new() };
        let part = if edge == Edge::Start { 0 } else { old.spans.as_slice().len() - 1 };
        let spans = moved(old.spans.as_slice()[part]).and_then(|span| old.spans.with(part, span));
        spans.map_or_else(Vec::new, |spans| self.alter("Move edge", now, |a| a.spans = spans))
    }

    pub(super) fn undo(&mut self, now: &Now) -> Vec<Effect> {
        let mut effects = self.go_back();
        effects.extend(self.travel(now, OpenArticle::undo, "Undid"));
        effects
    }

    pub(super) fn redo(&mut self, now: &Now) -> Vec<Effect> {
        if let Some(review) = &mut self.review {
            review.trail.clear();
        }
        self.travel(now, OpenArticle::redo, "Did again")
    }

    fn travel(
        &mut self,
        now: &Now,
        go: fn(&mut OpenArticle, u64) -> Result<Option<String>, ChangeError>,
        word: &str,
    ) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let outcome = go(article, now.millis);
        let file = article.document().file.clone();
        self.refresh_entry(&file);
        self.refresh_queue(&file);
        match outcome {
            Ok(Some(name)) => vec![Effect::tell(Severity::Info, format!("{word}: {name}"))],
            Ok(None) => Vec::new(),
            Err(error) => vec![Effect::tell(Severity::Error, format!("Nothing was changed: {error}"))],
        }
    }
}

/// Sets or clears an attribute.
pub(super) fn set_attribute(annotation: &mut Annotation, attribute: Arc<str>, value: Option<AttributeValue>) {
    match value {
        Some(value) => annotation.attributes.insert(attribute, value),
        None => annotation.attributes.shift_remove(&attribute),
    };
}
