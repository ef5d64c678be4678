//! Making and changing annotations: each gesture one transaction.

use std::sync::Arc;

use super::articles::Articles;
use super::links::LinkWork;
use super::{Edge, Effect, Now, Selection, Session, Severity, Step};
use crate::edit::{Change, Direction, Transaction, TransactionError, TransactionKind, UndoOutcome};
use crate::model::{Annotation, AnnotationId, AttributeValue, Overlap, State};
use crate::text::{SourceText, Span, Spans, next_grapheme, previous_grapheme};
use crate::words::{say, text};

impl Session {
    /// Makes one transaction in the article on screen; every change of annotations passes [`Session::transact`].
    pub(super) fn change(
        &mut self,
        name: impl Into<Arc<str>>,
        changes: Vec<Change>,
        now: &Now,
    ) -> Vec<Effect> {
        self.change_as(TransactionKind::Edit, name, changes, now)
    }

    /// Like [`Self::change`], as a step of this kind.
    pub(super) fn change_as(
        &mut self,
        kind: TransactionKind,
        name: impl Into<Arc<str>>,
        changes: Vec<Change>,
        now: &Now,
    ) -> Vec<Effect> {
        let Some(file) = self.navigation.current.clone() else { return Vec::new() };
        let transaction = Transaction::new(name, file, changes).of_kind(kind);
        self.transact(Articles::apply, transaction, now)
    }

    /// Like [`Self::change`], and tells what was done where it was.
    pub(super) fn change_and_tell(
        &mut self,
        name: &str,
        changes: Vec<Change>,
        told: String,
        now: &Now,
    ) -> Vec<Effect> {
        let failed = self.change(name, changes, now);
        if failed.is_empty() { vec![Effect::tell(Severity::Success, told)] } else { failed }
    }

    /// Like [`Self::change`], as a part of the last step.
    pub(super) fn amend(&mut self, name: &str, changes: Vec<Change>, now: &Now) -> Vec<Effect> {
        let Some(file) = self.navigation.current.clone() else { return Vec::new() };
        self.transact(Articles::amend, Transaction::new(name, file, changes), now)
    }

    /// Takes the last step back as if it had never been.
    pub(super) fn cancel_change(&mut self, now: &Now) -> Vec<Effect> {
        let Some(file) = self.navigation.current.clone() else { return Vec::new() };
        let outcome = self.articles.cancel(&file, now.millis);
        for file in outcome.iter().flat_map(|outcome| &outcome.changed) {
            self.refresh(file);
        }
        Vec::new()
    }

    /// Makes a transaction in all its articles, or says why in none.
    pub(super) fn transact(
        &mut self,
        make: fn(&mut Articles, Transaction, u64) -> Result<(), TransactionError>,
        transaction: Transaction,
        now: &Now,
    ) -> Vec<Effect> {
        if self.annotator.is_none() {
            return vec![Effect::tell(Severity::Warning, text("session-no-annotator"))];
        }
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let files: Vec<Arc<str>> = transaction.parts().map(|(file, _)| file.clone()).collect();
        if files.iter().any(|file| self.articles.get(file).is_some_and(|a| a.blocked().is_some())) {
            return vec![Effect::tell(Severity::Warning, text("session-article-read-only"))];
        }
        let is_decision = *transaction.kind() == TransactionKind::Decision;
        let transaction = transaction.map_changes(|file, changes| self.begin_work(file, changes));
        let outcome = make(&mut self.articles, transaction, now.millis);
        // What is done in between is what is undone next, here.
        if let Some(review) = self.reviewing.review.as_mut().filter(|_| !is_decision) {
            review.trail.clear();
        }
        for file in &files {
            self.refresh(file);
        }
        match outcome {
            Ok(()) => Vec::new(),
            Err(error) => {
                let told = say!("session-nothing-changed", error = error.to_string());
                vec![Effect::tell(Severity::Error, told)]
            }
        }
    }

    /// The first change of an article begins it; a word on a colleague's work does not.
    fn begin_work(&self, file: &str, mut changes: Vec<Change>) -> Vec<Change> {
        let begins = !changes.iter().any(|c| matches!(c, Change::SetState(_)))
            && !changes.iter().all(Change::is_aside);
        if begins && self.articles.get(file).is_some_and(|a| a.set().state() == State::Todo) {
            changes.push(Change::SetState(State::InProgress));
        }
        changes
    }

    /// Brings what is made of an article up to date.
    pub(super) fn refresh(&mut self, file: &Arc<str>) {
        self.refresh_entry(file);
        self.refresh_queue(file);
    }

    /// Changes the focused annotation by `alter`; nothing happens when that leaves it as it was.
    pub(super) fn alter(
        &mut self,
        name: &str,
        now: &Now,
        alter: impl FnOnce(&mut Annotation),
    ) -> Vec<Effect> {
        self.alter_as(TransactionKind::Edit, name, now, alter)
    }

    /// Like [`Self::alter`], as a step of this kind.
    pub(super) fn alter_as(
        &mut self,
        kind: TransactionKind,
        name: &str,
        now: &Now,
        alter: impl FnOnce(&mut Annotation),
    ) -> Vec<Effect> {
        let Some(old) = self.article().and_then(|a| a.focused()) else { return Vec::new() };
        let mut new = old.clone();
        alter(&mut new);
        if new == *old {
            return Vec::new();
        }
        new.touch(&now.timestamp);
        self.change_as(kind, name, vec![Change::Put(Box::new(new))], now)
    }

    pub(super) fn tag(&mut self, label: &Arc<str>, now: &Now) -> Vec<Effect> {
        if self.schema().is_of_article(label) {
            return self.toggle_article_label(label, now);
        }
        let Some(article) = self.article() else { return Vec::new() };
        let Some(span) = article.selection().span(&article.document().text) else {
            let same = self.tag_mode.as_ref() == Some(label);
            return self.set_tag_mode((!same).then(|| label.clone()));
        };
        if self.annotator.is_none() {
            return self.ask_before_tagging(label);
        }
        let Some(spec) = self.schema().label(label) else {
            return vec![Effect::tell(Severity::Error, say!("session-no-label", label = &**label))];
        };
        let (kind, name) = (spec.kind, spec.name.clone());
        if let Some(same) = article.set().annotations().exactly(span, label) {
            let id = same.id.clone();
            let mut effects = self.focus(Some(id));
            effects.push(Effect::tell(Severity::Info, say!("session-tagged-already", label = name)));
            return effects;
        }
        let crossed = article.set().annotations().within(span.start(), span.end());
        let is_in_the_way = |a: &Arc<Annotation>| a.kind == kind && !self.schema().is_of_article(&a.label);
        if self.schema().overlap == Overlap::Forbid && crossed.iter().copied().any(is_in_the_way) {
            return vec![Effect::tell(Severity::Warning, text("session-no-overlap"))];
        }
        let id = self.new_id(now);
        let annotation =
            Annotation::new(id.clone(), kind, label.clone(), Spans::from(span), now.timestamp.clone());
        let name = say!("session-step-tag", label = name);
        let effects = self.change(name, vec![Change::Put(Box::new(annotation))], now);
        if let Some(article) = self.article_mut().filter(|a| a.set().get(&id).is_some()) {
            article.focused = Some(id);
            article.selection = Selection::caret(span.end());
        }
        effects
    }

    pub(super) fn set_tag_mode(&mut self, label: Option<Arc<str>>) -> Vec<Effect> {
        self.tag_mode = label.filter(|id| self.schema().label(id).is_some());
        if self.tag_mode.is_some() {
            self.pointing = None;
            return self.cancel_link();
        }
        Vec::new()
    }

    pub(super) fn relabel(&mut self, label: &Arc<str>, now: &Now) -> Vec<Effect> {
        let Some(spec) = self.schema().label(label) else { return Vec::new() };
        let (kind, name) = (spec.kind, say!("session-step-relabel", label = &*spec.name));
        self.alter(&name, now, |a| {
            a.label = label.clone();
            a.kind = kind;
        })
    }

    pub(super) fn delete(&mut self, now: &Now) -> Vec<Effect> {
        let focused = self.focused_key();
        focused.map_or_else(Vec::new, |key| self.do_link_work(LinkWork::Delete(key), now))
    }

    pub(super) fn set_attribute(
        &mut self,
        attribute: Arc<str>,
        value: Option<AttributeValue>,
        now: &Now,
    ) -> Vec<Effect> {
        let name = self.name_of_attribute(&attribute);
        self.alter(&say!("session-step-set", field = name), now, |a| set_attribute(a, attribute, value))
    }

    pub(super) fn name_of_attribute(&self, attribute: &Arc<str>) -> String {
        self.schema().attribute(attribute).map_or_else(|| attribute.to_string(), |a| a.name.clone())
    }

    pub(super) fn set_state(&mut self, state: State, now: &Now) -> Vec<Effect> {
        if self.article().is_none_or(|a| a.set().state() == state) {
            return Vec::new();
        }
        self.change(text("session-step-set-state"), vec![Change::SetState(state)], now)
    }

    pub(super) fn set_span(&mut self, id: &AnnotationId, part: usize, span: Span, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article_mut() else { return Vec::new() };
        let source = article.document().text.clone();
        let Some(span) = Span::of_clusters(&source, span.start(), span.end()) else { return Vec::new() };
        article.focused = Some(id.clone());
        let Some(spans) = article.focused().and_then(|a| a.spans.with(part, span)) else {
            return vec![Effect::tell(Severity::Info, text("session-parts-overlap"))];
        };
        self.alter(text("session-step-move-edge"), now, |a| a.spans = spans)
    }

    pub(super) fn add_part(&mut self, now: &Now) -> Vec<Effect> {
        let Some(article) = self.article() else { return Vec::new() };
        let Some(span) = article.selection().span(&article.document().text) else { return Vec::new() };
        let Some(old) = article.focused() else { return Vec::new() };
        let mut parts = old.spans.as_slice().to_vec();
        parts.push(span);
        let Ok(spans) = Spans::new(parts) else {
            return vec![Effect::tell(Severity::Info, text("session-selection-overlaps"))];
        };
        let effects = self.alter(text("session-step-add-part"), now, |a| a.spans = spans);
        if let Some(article) = self.article_mut() {
            article.selection = Selection::caret(span.end());
        }
        effects
    }

    pub(super) fn remove_part(&mut self, part: usize, now: &Now) -> Vec<Effect> {
        self.alter(text("session-step-remove-part"), now, |a| {
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
        let source = article.document().text.clone();
        let moved = |span: Span| moved_edge(&source, span, edge, step);
        if let Some(span) = article.selection().span(&source) {
            if let Some(span) = moved(span) {
                article.selection = Selection::from(span);
            }
            return Vec::new();
        }
        let Some(old) = article.focused() else { return Vec::new() };
        let part = if edge == Edge::Start { 0 } else { old.spans.as_slice().len() - 1 };
        let spans = moved(old.spans.as_slice()[part]).and_then(|span| old.spans.with(part, span));
        let name = text("session-step-move-edge");
        spans.map_or_else(Vec::new, |spans| self.alter(name, now, |a| a.spans = spans))
    }

    pub(super) fn undo(&mut self, now: &Now) -> Vec<Effect> {
        let (file, mut effects) = match self.go_back() {
            Some((file, effects)) => (Some(file), effects),
            None => (self.navigation.current.clone(), Vec::new()),
        };
        if let Some(file) = file {
            effects.extend(self.step_history(&file, Direction::Undo, now));
        }
        effects
    }

    pub(super) fn redo(&mut self, now: &Now) -> Vec<Effect> {
        if let Some(review) = &mut self.reviewing.review {
            review.trail.clear();
        }
        let file = self.navigation.current.clone();
        file.map_or_else(Vec::new, |file| self.step_history(&file, Direction::Redo, now))
    }

    /// Goes one step back or forth in an article, and wherever else the step changed something; an entity that was made with
    /// it goes with it.
    fn step_history(&mut self, file: &Arc<str>, direction: Direction, now: &Now) -> Vec<Effect> {
        if let Some(refused) = self.refuse_to_write() {
            return refused;
        }
        let outcome = match direction {
            Direction::Undo => self.articles.undo(file, now.millis),
            Direction::Redo => self.articles.redo(file, now.millis),
        };
        let Some(outcome) = outcome else { return Vec::new() };
        for file in &outcome.changed {
            self.refresh(file);
        }
        let mut effects = vec![undo_notice(&outcome, direction)];
        if let TransactionKind::NewEntity(entity) = &outcome.kind
            && !outcome.changed.is_empty()
        {
            // What is told of the entity itself is said already.
            let with = self.step_with_entity(entity, direction);
            effects.extend(with.into_iter().filter(|effect| !matches!(effect, Effect::Notify(_))));
        }
        effects
    }

    /// What redo would do again in the article on screen.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.articles.next_redo(self.navigation.current.as_ref()?).map(|(name, _)| name)
    }
}

/// A span with an edge moved by a cluster, and on past blanks: a mark neither begins nor ends with one.
fn moved_edge(text: &SourceText, span: Span, edge: Edge, step: Step) -> Option<Span> {
    let (mut start, mut end) = (span.start(), span.end());
    loop {
        let moving = match edge {
            Edge::Start => &mut start,
            Edge::End => &mut end,
        };
        let to = match step {
            Step::Next => next_grapheme(text, *moving),
            Step::Previous => previous_grapheme(text, *moving),
        };
        if to == std::mem::replace(moving, to) || start >= end {
            return None;
        }
        let new = Span::new(text, start, end).ok()?;
        let outermost = match edge {
            Edge::Start => text.slice(new).chars().next(),
            Edge::End => text.slice(new).chars().next_back(),
        };
        if !outermost.is_some_and(char::is_whitespace) {
            return Some(new);
        }
    }
}

/// Says what was undone or done again, where, and where not.
fn undo_notice(outcome: &UndoOutcome, direction: Direction) -> Effect {
    let UndoOutcome { name, changed, left, .. } = outcome;
    if changed.is_empty() {
        return Effect::tell(Severity::Warning, say!("session-changed-since", step = &**name));
    }
    let severity = if left.is_empty() { Severity::Info } else { Severity::Warning };
    let (articles, kept, files) = (changed.len(), left.len(), left.join(", "));
    let step = &**name;
    let message = match direction {
        Direction::Undo => {
            say!("session-undone", articles = articles, step = step, kept = kept, files = files)
        }
        Direction::Redo => {
            say!("session-redone", articles = articles, step = step, kept = kept, files = files)
        }
    };
    Effect::tell(severity, message)
}

/// Sets or clears an attribute.
pub(super) fn set_attribute(annotation: &mut Annotation, attribute: Arc<str>, value: Option<AttributeValue>) {
    match value {
        Some(value) => annotation.attributes.insert(attribute, value),
        None => annotation.attributes.shift_remove(&attribute),
    };
}
