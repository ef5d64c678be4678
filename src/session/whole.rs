//! Labels of an article as a whole: on or off, and their annotation on its first line.

use std::sync::Arc;

use super::{Effect, Now, OpenArticle, Session};
use crate::edit::Change;
use crate::model::{Annotation, AnnotationId};
use crate::text::{ByteOffset, SourceText, Span, Spans};
use crate::words::say;

impl Session {
    /// The annotation of a label of the article on screen as a whole, where it has one.
    #[must_use]
    pub fn article_label(&self, label: &str) -> Option<&Arc<Annotation>> {
        let schema = self.schema();
        let wanted = &schema.label(label).filter(|spec| spec.is_of_article)?.id;
        let is_it = |a: &&Arc<Annotation>| schema.label(&a.label).is_some_and(|spec| spec.id == *wanted);
        let article: &OpenArticle = self.article()?;
        let line = first_line(&article.document().text)?;
        article.set().annotations().within(line.start(), line.end()).into_iter().find(is_it)
    }

    /// Gives the article a label of it as a whole, or takes it away.
    pub(super) fn toggle_article_label(&mut self, label: &Arc<str>, now: &Now) -> Vec<Effect> {
        if self.annotator.is_none() {
            return self.ask_before_tagging(label);
        }
        if let Some(there) = self.article_label(label).map(|annotation| annotation.id.clone()) {
            self.focus_only(there);
            return self.delete(now);
        }
        let Some(spec) = self.schema().label(label) else { return Vec::new() };
        let name = say!("session-step-label-article", label = &*spec.name);
        let (kind, id) = (spec.kind, spec.id.clone());
        let Some(line) = self.article().and_then(|article| first_line(&article.document().text)) else {
            return Vec::new();
        };
        let annotation =
            Annotation::new(self.new_id(now), kind, id, Spans::from(line), now.timestamp.clone());
        let new = annotation.id.clone();
        let effects = self.change(name, vec![Change::Put(Box::new(annotation))], now);
        if self.article().is_some_and(|article| article.set().get(&new).is_some()) {
            self.focus_only(new);
        }
        effects
    }

    /// Focuses an annotation where the text is.
    fn focus_only(&mut self, id: AnnotationId) {
        if let Some(article) = self.article_mut() {
            article.focused = Some(id);
        }
    }
}

/// The first line with a letter or digit, without the blanks around it.
fn first_line(text: &SourceText) -> Option<Span> {
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        if line.chars().any(char::is_alphanumeric) {
            let start = at + line.len() - line.trim_start().len();
            let end = at + line.trim_end().len();
            return Span::of_clusters(text, ByteOffset::new(start), ByteOffset::new(end));
        }
        at += line.len();
    }
    None
}
