//! Text fields: every letter is a change of its own, and what is typed without leaving the field one step of undo.

use std::sync::Arc;

use super::annotate::set_attribute;
use super::{Effect, Now, OpenArticle, Session};
use crate::edit::Change;
use crate::model::{Annotation, AnnotationId, AttributeValue, Review, ReviewTarget};
use crate::words::{say, text};

/// A text field of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TextField {
    /// The note of an annotation.
    Note(AnnotationId),
    /// An attribute of an annotation.
    Attribute(AnnotationId, Arc<str>),
    /// The comment of a verdict.
    Comment(ReviewTarget),
}

/// What is being typed.
#[derive(Clone, Debug)]
pub(super) struct Typing {
    field: TextField,
    /// What there was before it began.
    before: Before,
    /// The position of the history after the last letter.
    position: u64,
}

/// What a field belongs to, as it was before anything was typed.
#[derive(Clone, Debug)]
enum Before {
    Annotation(Box<Annotation>),
    Review(Option<Box<Review>>),
}

impl Session {
    /// Sets the note of the focused annotation as it is typed.
    pub(super) fn set_note(&mut self, note: String, now: &Now) -> Vec<Effect> {
        self.type_into(text("session-step-edit-note"), TextField::Note, now, |a| a.note = note)
    }

    /// Sets or clears an attribute of the focused annotation as it is typed.
    pub(super) fn type_attribute(
        &mut self,
        attribute: Arc<str>,
        value: Option<AttributeValue>,
        now: &Now,
    ) -> Vec<Effect> {
        let name = self.name_of_attribute(&attribute);
        let id = attribute.clone();
        self.type_into(
            &say!("session-step-set", field = name),
            move |of| TextField::Attribute(of, id),
            now,
            |a| {
                set_attribute(a, attribute, value);
            },
        )
    }

    /// The field was left: what is typed from now on is another step of undo.
    pub(super) fn end_typing(&mut self) {
        if let Some(article) = self.article_mut() {
            article.typing = None;
        }
    }

    fn type_into(
        &mut self,
        name: &str,
        field: impl FnOnce(AnnotationId) -> TextField,
        now: &Now,
        alter: impl FnOnce(&mut Annotation),
    ) -> Vec<Effect> {
        let Some(old) = self.article().and_then(|a| a.focused()).cloned() else { return Vec::new() };
        let mut new = old.clone();
        alter(&mut new);
        if new == old {
            return Vec::new();
        }
        let field = field(old.id.clone());
        let is_as_before = match self.typing(&field) {
            Some(Before::Annotation(before)) => {
                let modified = before.modified.clone();
                **before == Annotation { modified, ..new.clone() }
            }
            _ => false,
        };
        new.touch(&now.timestamp);
        let change = (!is_as_before).then(|| Change::Put(Box::new(new)));
        self.type_change(name, (field, Before::Annotation(Box::new(old))), change, now)
    }

    /// Puts a verdict whose comment is being typed.
    pub(super) fn type_comment(&mut self, review: Review, now: &Now) -> Vec<Effect> {
        let field = TextField::Comment(review.of.clone());
        let known = self.article().and_then(|a| a.set().review(&review.of));
        let known = known.cloned().map(Box::new);
        let is_as_before = match self.typing(&field) {
            Some(Before::Review(before)) => {
                let comment = before.as_ref().map_or("", |before| before.comment.as_str());
                comment == review.comment
            }
            _ => false,
        };
        let change = (!is_as_before).then(|| Change::Review(Box::new(review)));
        let name = text("session-step-comment");
        self.type_change(name, (field, Before::Review(known)), change, now)
    }

    /// What there was before what is being typed into `field`, where nothing else was done since.
    fn typing(&self, field: &TextField) -> Option<&Before> {
        let article = self.article()?;
        let typing = article.typing.as_ref()?;
        let is_last = typing.position == article.position();
        (typing.field == *field && is_last).then_some(&typing.before)
    }

    /// Makes the change of one letter; with no change, everything typed so far is taken back, for it came to nothing.
    fn type_change(
        &mut self,
        name: &str,
        (field, known): (TextField, Before),
        change: Option<Change>,
        now: &Now,
    ) -> Vec<Effect> {
        let going_on = self.typing(&field).cloned();
        let Some(change) = change else {
            self.end_typing();
            return self.cancel_change(now);
        };
        let position = |session: &Self| session.article().map(OpenArticle::position);
        let old = position(self);
        let effects = if going_on.is_some() {
            self.amend(name, vec![change], now)
        } else {
            self.change(name, vec![change], now)
        };
        let new = position(self).filter(|new| Some(*new) != old);
        if let (Some(article), Some(position)) = (self.article_mut(), new) {
            article.typing = Some(Typing { field, before: going_on.unwrap_or(known), position });
        }
        effects
    }
}
